/**
 * From the bytes of a file to UTF-8 text, or to a diagnostic that says why not.
 *
 * Private to base: source.c asks, decode.c knows the Unicode encodings, legacy.c the older
 * ones, odd.c the characters that are valid and yet strange.
 */
#ifndef LYHORD_BASE_DECODE_H
#define LYHORD_BASE_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/diags.h>
#include <lyhord/base/source.h>

typedef enum lyh_encoding {
    LYH_UTF_8,
    LYH_UTF_16LE,
    LYH_UTF_16BE,
    LYH_WINDOWS_1252
} lyh_encoding;

/** The bytes being read, and what messages need. Borrows everything. */
typedef struct lyh_undecoded {
    const char *name;
    lyh_source_kind kind;
    const unsigned char *bytes;
    size_t size;
    bool is_lent; /* a zero ends the bytes, and they stay: text may be theirs */
    lyh_diags *diags;
} lyh_undecoded;

typedef struct lyh_decoded {
    lyh_encoding encoding;
    size_t bom; /* bytes of the mark at the start of the file */
    char *text; /* zero-terminated; g_free(), if it is not lent */
    bool is_lent;
    size_t size;
    size_t ordinary; /* bytes at the beginning in which there is no odd character */
} lyh_decoded;

/** Decode, with warnings for what is not UTF-8. False: an error was added. */
bool lyh_decode(const lyh_undecoded *file, lyh_decoded *decoded);

/**
 * The same for bytes that are no valid UTF-8 and no UTF-16; @invalid is the first that is
 * not valid, from 0 after a leading BOM.
 */
bool lyh_decode_legacy(const lyh_undecoded *file, size_t invalid, lyh_decoded *decoded);

/**
 * Warn about characters that are valid and yet strange, once a class with count and place; there
 * are none in the first @ordinary bytes.
 */
void lyh_warn_odd_characters(const lyh_source *source, size_t ordinary, lyh_diags *diags);

/** A source that takes @decoded->text. */
lyh_source *lyh_source_of_decoded(const char *name, lyh_source_kind kind,
                                  const lyh_decoded *decoded);

#endif
