/**
 * `(Respondent AB4)` after a block: says whose words the block was.
 */
#ifndef LYHORD_INGEST_CLOSING_H
#define LYHORD_INGEST_CLOSING_H

#include <stddef.h>

/**
 * Where in @text a closing that ends it begins, or @size when it does not end with one. The id
 * itself is @id_size bytes from @id.
 */
size_t closing_at(const char *text, size_t size, size_t *id, size_t *id_size);

#endif
