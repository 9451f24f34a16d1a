/** What a comparison of two numbers returns, for sorting by several. */
#ifndef LYHORD_CODING_ORDER_H
#define LYHORD_CODING_ORDER_H

#include <stddef.h>

/** Less than, equal to or more than 0, as @a is to @b. */
static inline int order(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

#endif
