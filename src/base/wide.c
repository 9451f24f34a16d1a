#include <lyhord/base/wide.h>

#include <string.h>
#include <sys/mman.h>

#include <glib.h>

/* Bytes of a large page, on x86-64 and mostly on ARM, and of a line of the cache. */
enum { PAGE = 2 << 20, LINE = 64 };

void *lyh_wide_new(size_t count, size_t size)
{
    if (count * size < PAGE)
        return g_aligned_alloc0(count, size, LINE);
    void *table = g_aligned_alloc(count, size, PAGE);
#ifdef MADV_HUGEPAGE
    /* Before the pages are touched; a system that has none such refuses, and nothing is lost. */
    madvise(table, count * size / PAGE * PAGE, MADV_HUGEPAGE);
#endif
    return memset(table, 0, count * size);
}

void lyh_wide_free(void *table)
{
    g_aligned_free(table);
}
