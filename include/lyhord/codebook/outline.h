/**
 * Codes in the order of an outline: each with those below it right after it, as people read themes.
 */
#ifndef LYHORD_CODEBOOK_OUTLINE_H
#define LYHORD_CODEBOOK_OUTLINE_H

#include <stddef.h>

#include <lyhord/codebook/codebook.h>

/**
 * Rearrange @codes, @count different ones of @book, in place: each stands after its first parent, and
 * those of one parent in the order they had. A code whose first parent is not among @codes stands at
 * the top. @depths, unless NULL, has room for @count: 0 at the top, 1 below that and so on.
 */
void lyh_codebook_outline(const lyh_codebook *book, size_t *codes, size_t count,
                          size_t *depths);

#endif
