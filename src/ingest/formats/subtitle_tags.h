/**
 * Tags inside the words of a cue: `<b>`, `<c.loud>`, `<v Name>`, `{\an8}`, `<00:00:01.000>`.
 */
#ifndef LYHORD_INGEST_SUBTITLE_TAGS_H
#define LYHORD_INGEST_SUBTITLE_TAGS_H

#include <stddef.h>

/**
 * Bytes of the tag that @text begins with, 0 when it begins with none: `<ohörbart>` is a
 * transcriber's word. For `<v Name>` @name and @name_size say whose words follow; else 0.
 */
size_t subtitle_tag_at(const char *text, size_t size, const char **name, size_t *name_size);

#endif
