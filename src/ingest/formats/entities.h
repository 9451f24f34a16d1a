/**
 * Character references of HTML, as subtitles and Markdown write them: `&amp;`, `&#229;`.
 */
#ifndef LYHORD_INGEST_ENTITIES_H
#define LYHORD_INGEST_ENTITIES_H

#include <stddef.h>

/** Bytes of UTF-8 with the zero after them. */
#define ENTITY_SIZE 7

/**
 * Bytes of the reference that @text begins with, 0 when it begins with none. What it stands for
 * comes in @character: nothing ("") for the marks of direction, a space for control characters,
 * which would end lines that nobody ended.
 */
size_t entity_at(const char *text, size_t size, char character[ENTITY_SIZE]);

#endif
