#include <lyhord/stats/wording.h>

#include <glib.h>

/* With fewer persons than this every share is a few people: the number alone is clearer. */
#define LEAST_BASE 8
/* "A few" is for so many at most; more of a large base is "a minority". */
#define MOST_FEW 4

/* From all of them downwards; NULL when the share is not among the highest. */
static const char *words_near_all(const lyh_catalog *catalog, size_t count, size_t base)
{
    if (count == base)
        return lyh_trc(catalog, "share", "all");
    if (count == base - 1)
        return lyh_trc(catalog, "share", "almost all");
    return NULL;
}

/* n/N against 5/12, 1/2 and 7/12, as integers: 12 n against 5 N, 6 N and 7 N. */
static const char *words_in_between(const lyh_catalog *catalog, size_t count, size_t base)
{
    if (12 * count < 5 * base)
        return count > MOST_FEW ? lyh_trc(catalog, "share", "a minority")
                                : lyh_trc(catalog, "share", "a few");
    if (2 * count < base)
        return lyh_trc(catalog, "share", "just under half");
    if (2 * count == base)
        return lyh_trc(catalog, "share", "about half");
    if (12 * count <= 7 * base)
        return lyh_trc(catalog, "share", "just over half");
    return lyh_trc(catalog, "share", "most");
}

const char *lyh_share_in_words(const lyh_catalog *catalog, size_t count, size_t base)
{
    g_assert(count <= base);
    if (base < LEAST_BASE || count == 0)
        return NULL;
    if (count == 1)
        return lyh_trc(catalog, "share", "one");
    if (count == 2)
        return lyh_trc(catalog, "share", "a couple");
    const char *words = words_near_all(catalog, count, base);
    return words ? words : words_in_between(catalog, count, base);
}
