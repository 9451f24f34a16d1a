#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

/* "lill-Jonna", "boendestödjar-Ali": a small word and a name in one; icke-Europa is none. */
static void find_joined(const words *list, size_t i, GArray *findings)
{
    enum {
        SHORTEST = 3,
        NOBODY = WORD_KNOWN | WORD_REGION | WORD_MUNICIPALITY | WORD_MONTH
    };
    const word *at = &list->items[i];
    const char *text = list->text + at->start;
    const char *hyphen = memchr(text, '-', word_size(list, i));
    if (!hyphen || hyphen == text)
        return;
    size_t size = word_size(list, i) - (size_t)(hyphen + 1 - text);
    char folded[WORD_MOST];
    if (size < SHORTEST || size > WORD_MOST || !word_is_capital(hyphen + 1, size) ||
        word_is_capital(hyphen + 2, size - 1))
        return;
    word_fold(hyphen + 1, size, folded, &size);
    word_classes classes =
        word_table_find(list->table, folded, size, word_hash(folded, size));
    if (!(classes & NOBODY))
        add_finding(findings, at->start, at->end, LYH_FINDING_NAME, LYH_CONFIDENCE_LOW,
                    N_("a name with a small word before it"));
}

void find_joined_names(const words *list, GArray *findings)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].has_hyphen && !list->items[i].is_capital)
            find_joined(list, i, findings);
}
