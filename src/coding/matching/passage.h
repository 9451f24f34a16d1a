/** Finding a quote again in a text in which white space may have changed. */
#ifndef LYHORD_CODING_PASSAGE_H
#define LYHORD_CODING_PASSAGE_H

#include <stdbool.h>
#include <stddef.h>

/** Bytes, half-open. */
typedef struct passage {
    size_t start, end;
} passage;

/**
 * Does @quote (both NFC, zero-terminated) stand in @text from byte @from, before @end? Any run
 * of white space is as good as any other; white space at the ends of @quote is not looked for.
 * @found is where it stands.
 */
bool passage_at(const char *text, size_t from, size_t end, const char *quote,
                passage *found);

/** The first place from byte @from on, before @end, where @quote stands. */
bool passage_find(const char *text, size_t from, size_t end, const char *quote,
                  passage *found);

#endif
