#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

static word_classes classes_of(const words *list, const char *text, size_t size)
{
    char folded[WORD_MOST];
    if (size > WORD_MOST)
        return 0;
    word_fold(text, size, folded, &size);
    return word_table_find(list->table, folded, size, word_hash(folded, size));
}

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
    if (size < SHORTEST || size > WORD_MOST || !word_is_capital(hyphen + 1, size) ||
        word_is_capital(hyphen + 2, size - 1))
        return;
    if (!(classes_of(list, hyphen + 1, size) & NOBODY))
        add_finding(findings, at->start, at->end, LYH_FINDING_NAME, LYH_CONFIDENCE_LOW,
                    N_("a name with a small word before it"));
}

/* "maja-lisa", "marie-thereses": two given names, written small. */
static void find_two_given(const words *list, size_t i, GArray *findings)
{
    enum { SHORTEST = 3 };
    const word *at = &list->items[i];
    const char *text = list->text + at->start, *end = list->text + at->end;
    const char *hyphen = memchr(text, '-', word_size(list, i));
    if (!hyphen || hyphen - text < SHORTEST || end - hyphen <= SHORTEST)
        return;
    word_classes second = classes_of(list, hyphen + 1, (size_t)(end - hyphen - 1));
    if (!(second & WORD_GIVEN) && end[-1] == 's')
        second = classes_of(list, hyphen + 1, (size_t)(end - hyphen - 2));
    if (classes_of(list, text, (size_t)(hyphen - text)) & second & WORD_GIVEN)
        add_finding(findings, at->start, at->end, LYH_FINDING_NAME, LYH_CONFIDENCE_LOW,
                    N_("on the list of names"));
}

/* "Kaffe-Lasse", "Lill-Erik": a capital, a hyphen and a given name with its own. */
static void find_nicknamed(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    const char *text = list->text + at->start, *end = list->text + at->end;
    const char *hyphen = memchr(text, '-', word_size(list, i));
    if (!hyphen || end - hyphen < 4 || hyphen - text < 3 ||
        !word_is_capital(hyphen + 1, (size_t)(end - hyphen - 1)) || at->classes)
        return;
    word_classes second = classes_of(list, hyphen + 1, (size_t)(end - hyphen - 1));
    if (second & WORD_GIVEN && !(second & (WORD_KNOWN | WORD_WEAK_NAME)))
        add_finding(findings, at->start, at->end, LYH_FINDING_NAME, LYH_CONFIDENCE_LOW,
                    N_("a name with a small word before it"));
}

void find_joined_names(const words *list, GArray *findings)
{
    for (size_t i = 0; i < list->count; i++) {
        if (!list->items[i].has_hyphen)
            continue;
        if (list->items[i].is_capital) {
            find_nicknamed(list, i, findings);
        } else {
            find_joined(list, i, findings);
            find_two_given(list, i, findings);
        }
    }
}
