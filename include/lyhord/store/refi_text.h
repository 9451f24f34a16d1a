/**
 * A source's text as a document text begins: LF, NFC, no BOM; and the way there from the bytes it came with.
 */
#ifndef LYHORD_STORE_REFI_TEXT_H
#define LYHORD_STORE_REFI_TEXT_H

#include <lyhord/store/refi.h>

typedef struct lyh_refi_text lyh_refi_text;

/** Borrows nothing. Free with lyh_refi_text_free(). */
lyh_refi_text *lyh_refi_text_new(const lyh_refi_source *source);
/** NULL is fine. */
void lyh_refi_text_free(lyh_refi_text *text);

/** Zero-terminated; lent. */
const char *lyh_refi_text_bytes(const lyh_refi_text *text, size_t *size);

/** The byte here of byte @offset of the source's own text; within what became one character, its beginning. */
size_t lyh_refi_text_at(const lyh_refi_text *text, size_t offset);

#endif
