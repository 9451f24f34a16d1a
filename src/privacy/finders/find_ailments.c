/* What people have, as they say it: "bröt nacken", "har artros å socker". */
#include "finders.h"

#include <lyhord/base/catalog.h>

static void add_ailment(const words *list, size_t first, size_t last, GArray *findings)
{
    add_finding(findings, list->items[first].start, list->items[last].end,
                LYH_FINDING_DIAGNOSIS, LYH_CONFIDENCE_LOW,
                N_("an ailment, as it is spoken of"));
}

/* "bröt nacken", "brutit båda benen", "krossade höften" */
static void find_broken(const words *list, size_t i, GArray *findings)
{
    enum { NEAR = 3 };
    static const char *const broke[] = { "bröt",      "brutit",   "bryta",   "bruten",
                                         "brutna",    "krossade", "krossat", "amputerade",
                                         "opererade", "opererat", "stukade", "förlorade" };
    static const char *const parts[] = {
        "nacken",   "ryggen",     "benet",       "benen",  "höften",    "armen",
        "armarna",  "foten",      "fötterna",    "handen", "handleden", "fotleden",
        "lårbenet", "revbenen",   "revben",      "knät",   "knäet",     "axeln",
        "bäckenet", "skallen",    "nyckelbenet", "kotor",  "synen",     "hörseln",
        "höfta",    "nacke",      "rygg",        "ben",    "höft",      "arm",
        "starren",  "hjärtat",    "magen",       "ögonen", "ögat",      "brösten",
        "bröstet",  "underbenet", "fingrar",     "tår"
    };
    if (!word_is_any(list, i, broke, G_N_ELEMENTS(broke)))
        return;
    for (size_t k = i + 1;
         k <= i + NEAR && k < list->count && list->items[k].gap == GAP_SPACE; k++)
        if (word_is_any(list, k, parts, G_N_ELEMENTS(parts))) {
            add_ailment(list, i, k, findings);
            return;
        }
}

/* "jag har socker", "artros å socker.": of a word that is no illness elsewhere. */
static void find_sugar(const words *list, size_t i, GArray *findings)
{
    static const char *const has[] = { "har", "hade", "ha", "had", "fick", "fått" };
    static const char *const joins[] = { "å", "och" };
    bool is_closed = i + 1 >= list->count || list->items[i + 1].gap >= GAP_COMMA;
    if (i == 0 || list->items[i].gap != GAP_SPACE || !is_closed ||
        !word_is(list, i, "socker"))
        return;
    bool is_second = i > 1 && word_is_any(list, i - 1, joins, G_N_ELEMENTS(joins)) &&
                     list->items[i - 2].classes & WORD_DIAGNOSIS;
    if (is_second || word_is_any(list, i - 1, has, G_N_ELEMENTS(has)))
        add_ailment(list, i, i, findings);
}

/* "dåligt hjärta", "svaga lungor" */
static void find_weak_organ(const words *list, size_t i, GArray *findings)
{
    static const char *const bad[] = {
        "dåligt", "dålig", "dåliga", "svagt", "svag", "svaga"
    };
    static const char *const organs[] = { "hjärta", "lungor", "njurar", "lever", "syn",
                                          "hörsel", "höfter", "knän",   "rygg",  "nerver" };
    size_t next = i + 1;
    if (next < list->count && list->items[next].gap == GAP_SPACE &&
        word_is_any(list, i, bad, G_N_ELEMENTS(bad)) &&
        word_is_any(list, next, organs, G_N_ELEMENTS(organs)))
        add_ailment(list, i, next, findings);
}

void find_ailment(const words *list, size_t i, GArray *findings)
{
    enum { SHORTEST = 4 };
    const char *text = list->text + list->items[i].start;
    if (word_size(list, i) < SHORTEST || list->items[i].is_capital)
        return;
    if (text[0] == 's' && text[1] == 'o')
        find_sugar(list, i, findings);
    else if (text[0] == 'd' || text[1] == 'v')
        find_weak_organ(list, i, findings);
    else if (text[0] != 'e' && text[0] != 'v' && text[0] != 'i')
        find_broken(list, i, findings);
}
