#include "finders.h"

#include <lyhord/base/catalog.h>

#include "../capitals.h"
#include "../name_signs.h"

/* What a text has once told to be a name, by the word. */
typedef struct evidence {
    GHashTable *kinds; /* key of the word -> kind + 1 */
    GHashTable *small; /* of those, the ones that are written small elsewhere */
    bool *is_found;    /* for each word: does a finding hold it? */
    bool *is_likely;   /* by its look: may a word be one of those? Most are not */
} evidence;

enum { LIKELY = 1u << 14 };

/* The first two bytes, either case, and the size. */
static size_t look_of(const words *list, size_t i, size_t size)
{
    const unsigned char *text = (const unsigned char *)list->text + list->items[i].start;
    return ((text[0] | 0x20u) * 131u + (text[1] | 0x20u) * 29u + size) % LIKELY;
}

enum { SHORTEST = 3, SHORTEST_SMALL = 5 };

static bool is_kind_with_names(lyh_finding_kind kind)
{
    return kind == LYH_FINDING_NAME || kind == LYH_FINDING_MUNICIPALITY ||
           kind == LYH_FINDING_PLACE || kind == LYH_FINDING_WORKPLACE;
}

/* The first word that ends behind @start. */
static size_t word_at(const words *list, size_t start)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].end <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* "på Saab": whoever has worked there goes on about it. */
static bool is_local(const word *at)
{
    return (at->classes & (WORD_LOCAL | WORD_LANDLORD)) != 0;
}

/* "zebbe, min assistent": small in a chat, and no word of Swedish */
static bool may_tell_small(const words *list, size_t i, lyh_finding_kind kind)
{
    enum { ANYBODYS = CUE_STAFF | CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_KIN };
    const word *at = &list->items[i];
    return kind == LYH_FINDING_NAME && !at->is_capital && !at->has_digit &&
           !at->is_number && !(at->classes & ANYBODYS) &&
           word_size(list, i) >= SHORTEST_SMALL && words_ask(list, i) == NOT_A_WORD;
}

/* Björkskolan is a name; Mottagningen, ICA and Monday are words of many. */
static bool may_tell(const words *list, size_t i)
{
    enum {
        ANYBODYS = WORD_KNOWN | WORD_EMPLOYER | WORD_MONTH | WORD_CARD | CUE_UNIT |
                   CUE_STAFF | CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_KIN | WORD_REGION
    };
    const word *at = &list->items[i];
    return at->is_capital && !at->has_digit && !at->is_number &&
           word_size(list, i) >= SHORTEST && !at->is_upper &&
           (!(at->classes & ANYBODYS) || is_local(at)) && !begins_short(list, i);
}

/* Its genitive is longer by an s, or it is the genitive. */
static void expect(const words *list, size_t i, evidence *known)
{
    size_t size = word_size(list, i);
    for (size_t k = size - 1; k <= size + 2; k++)
        known->is_likely[look_of(list, i, k)] = true;
}

/* Inside a sentence a capital is the writer's word for it; at its start a list must say so. */
static void learn(const words *list, const lyh_finding *found, evidence *known)
{
    size_t i = word_at(list, found->start);
    for (; i < list->count && list->items[i].start < found->end; i++) {
        known->is_found[i] = true;
        bool is_told = !words_is_initial(list, i) || found->confidence > LYH_CONFIDENCE_LOW;
        bool may = (is_kind_with_names(found->kind) && is_told && may_tell(list, i)) ||
                   may_tell_small(list, i, found->kind);
        if (!may)
            continue;
        expect(list, i, known);
        g_hash_table_insert(known->kinds, GUINT_TO_POINTER(words_key(list, i)),
                            GUINT_TO_POINTER((guint)found->kind + 1));
    }
}

/* "till lova", "hej det e lova", "lova ser ut": no verb stands there, and no noun speaks. */
static bool is_small_name_here(const words *list, size_t i)
{
    static const char *const before[] = { "till", "hos", "från", "åt",   "heter",
                                          "e",    "hej", "tack", "hälsa" };
    static const char *const joining[] = { "att", "och", "o",  "å",   "så", "men",
                                           "när", "där", "då", "sen", "om" };
    bool has_before = i > 0 && list->items[i].gap <= GAP_COMMA;
    bool begins_clause =
        list->items[i].gap >= GAP_OTHER ||
        (has_before && word_is_any(list, i - 1, joining, G_N_ELEMENTS(joining)));
    return (has_before && word_is_any(list, i - 1, before, G_N_ELEMENTS(before))) ||
           (begins_clause && is_followed_by_deed(list, i));
}

/* "Brukarmedverkan" stands in a heading and small in the text: it is a word. */
static bool is_word_here(const words *list, size_t i, uint32_t key, const evidence *known)
{
    return !(list->items[i].classes & (WORD_GIVEN | WORD_FAMILY)) &&
           g_hash_table_contains(known->small, GUINT_TO_POINTER(key));
}

/* "ola på linden", "Linden är ett år": a unit that is a common word too. */
static bool is_unit_here(const words *list, size_t i, lyh_finding_kind kind)
{
    static const char *const before[] = { "på", "till", "från", "hos" };
    static const char *const being[] = { "är", "var", "har", "hade", "ligger", "låg" };
    if (kind != LYH_FINDING_WORKPLACE || word_size(list, i) < SHORTEST_SMALL)
        return false;
    /* hotell and dagrehab are kinds of a unit, and stand without their article */
    char last = list->text[list->items[i].end - 1];
    bool is_there = i > 0 && list->items[i].gap == GAP_SPACE &&
                    (last == 'n' || last == 't' || last == 'a') &&
                    word_is_any(list, i - 1, before, G_N_ELEMENTS(before));
    bool is_subject = list->items[i].is_capital && i + 1 < list->count &&
                      list->items[i + 1].gap == GAP_SPACE &&
                      word_is_any(list, i + 1, being, G_N_ELEMENTS(being));
    return is_there || is_subject;
}

/* "Hermelin, är det gymnasiet?", "Kajutan, vad är det?": who listens says the name once more. */
static bool is_asked_after(const words *list, size_t i)
{
    static const char *const asking[] = { "är", "var", "vad", "ligger", "alltså" };
    size_t next = i + 1;
    if (next >= list->count)
        return false;
    bool is_all = list->items[next].gap == GAP_BREAK && words_is_initial(list, i);
    return is_all || (list->items[next].gap == GAP_COMMA &&
                      word_is_any(list, next, asking, G_N_ELEMENTS(asking)));
}

static bool is_again(const words *list, size_t i, uint32_t key, lyh_finding_kind kind,
                     const evidence *known)
{
    const word *at = &list->items[i];
    bool is_anybodys =
        at->classes & (WORD_KNOWN | WORD_EMPLOYER | WORD_MONTH) && !is_local(at);
    if (!is_anybodys && is_unit_here(list, i, kind))
        return true;
    if (is_anybodys || is_word_here(list, i, key, known))
        return false;
    if (at->is_capital && !words_is_initial(list, i))
        return !at->is_upper;
    if (at->is_capital)
        return words_ask(list, i) == NOT_A_WORD || is_asked_after(list, i) ||
               (i + 1 < list->count && list->items[i + 1].gap == GAP_SPACE &&
                !is_one_of_two_words(list, i) && !is_told_to(list, i) &&
                goes_on_as_name(list, i));
    bool is_town = kind == LYH_FINDING_MUNICIPALITY || kind == LYH_FINDING_PLACE;
    if (word_size(list, i) < SHORTEST_SMALL && !(at->classes & WORD_GIVEN) && !is_town)
        return false;
    return (words_ask(list, i) == NOT_A_WORD && !is_compound(list, i)) ||
           (kind == LYH_FINDING_NAME && (at->classes & WORD_GIVEN) &&
            is_small_name_here(list, i));
}

/* Every word that may be one of those once more: what a text holds few of. */
static GArray *candidates(const words *list, evidence *known)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; g_hash_table_size(known->kinds) > 0 && i < list->count; i++) {
        const word *at = &list->items[i];
        size_t size = word_size(list, i);
        if (size < SHORTEST || !known->is_likely[look_of(list, i, size)] || at->is_number ||
            at->has_digit)
            continue;
        gpointer key = GUINT_TO_POINTER(words_key(list, i));
        if (!g_hash_table_contains(known->kinds, key))
            continue;
        if (!known->is_found[i])
            g_array_append_val(places, i);
        if (!at->is_capital && words_ask(list, i) == IS_A_WORD)
            g_hash_table_add(known->small, key);
    }
    return places;
}

void find_again(const words *list, guint first, GArray *findings)
{
    if (findings->len == first)
        return;
    g_autoptr(GHashTable) kinds = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) small = g_hash_table_new(NULL, NULL);
    g_autofree bool *is_found = g_new0(bool, list->count + 1);
    g_autofree bool *is_likely = g_new0(bool, LIKELY);
    evidence known = { kinds, small, is_found, is_likely };
    for (guint i = first; i < findings->len; i++)
        learn(list, &g_array_index(findings, lyh_finding, i), &known);
    g_autoptr(GArray) places = candidates(list, &known);
    for (guint k = 0; k < places->len; k++) {
        size_t i = g_array_index(places, size_t, k);
        uint32_t key = words_key(list, i);
        lyh_finding_kind kind = (lyh_finding_kind)(GPOINTER_TO_UINT(g_hash_table_lookup(
                                                       kinds, GUINT_TO_POINTER(key))) -
                                                   1);
        if (is_again(list, i, key, kind, &known))
            add_finding(findings, list->items[i].start, list->items[i].end, kind,
                        LYH_CONFIDENCE_LOW, N_("a name elsewhere in the text"));
    }
}
