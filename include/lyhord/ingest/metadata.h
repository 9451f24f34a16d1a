/**
 * What a file says about itself beside its text: who wrote it, who changed it last, where.
 *
 * Word processors keep names of persons and employers there unasked. Read for the privacy scan
 * of docx, odt and pdf; other formats have nothing of the kind.
 */
#ifndef LYHORD_INGEST_METADATA_H
#define LYHORD_INGEST_METADATA_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/diags.h>

typedef enum lyh_property {
    LYH_PROPERTY_AUTHOR,
    LYH_PROPERTY_LAST_AUTHOR, /* who changed it last, who printed it */
    LYH_PROPERTY_MANAGER,
    LYH_PROPERTY_COMPANY,
    LYH_PROPERTY_TITLE,
    LYH_PROPERTY_SUBJECT,
    LYH_PROPERTY_KEYWORDS,
    LYH_PROPERTY_COMMENT
} lyh_property;

/** "author", "company": msgid of what messages call it. */
const char *lyh_property_name(lyh_property property);
/** Does it name a person or an employer whatever it holds? The others are texts to be scanned. */
bool lyh_property_is_name(lyh_property property);

typedef struct lyh_metadata lyh_metadata;

/**
 * The properties of the file @path that holds @bytes; told by content. A file without any, or
 * one that cannot be read as what it seems to be, has none: its reader says what is wrong.
 * Never NULL; free with lyh_metadata_free().
 */
lyh_metadata *lyh_metadata_read(const char *path, const lyh_bytes *bytes);
/** NULL is fine. */
void lyh_metadata_free(lyh_metadata *metadata);

/** Those that hold anything, in the order of the file. Lent. */
size_t lyh_metadata_count(const lyh_metadata *metadata);
lyh_property lyh_metadata_property(const lyh_metadata *metadata, size_t index);
const char *lyh_metadata_value(const lyh_metadata *metadata, size_t index);

#endif
