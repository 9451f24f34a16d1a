#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

/* "[16:10] kim boendestöd: jag tar det": a label is this many words and bytes at most. */
enum { LABEL_WORDS = 3, STAMP = 32, SHORTEST = 3 };

/* Signs of the hour a message was sent, in front of who sent it. */
static bool is_of_stamp(char c)
{
    return c && (g_ascii_isdigit(c) || strchr("[]():.,/- \t", c));
}

/* Does word @i begin its line, but for the hour? */
static bool begins_line(const words *list, size_t i)
{
    size_t at = list->items[i].start;
    for (size_t k = 0; k < STAMP && at > 0; k++, at--) {
        if (list->text[at - 1] == '\n')
            return true;
        if (!is_of_stamp(list->text[at - 1]))
            return false;
    }
    return at == 0;
}

/* "kim:", "kim boendestöd:" */
static bool is_label(const words *list, size_t i)
{
    size_t last = i;
    while (last + 1 < list->count && last + 1 < i + LABEL_WORDS &&
           list->items[last + 1].gap == GAP_SPACE && !list->items[last + 1].is_capital)
        last++;
    for (size_t k = i; k <= last; k++) {
        size_t end = list->items[k].end;
        if (end < list->size && list->text[end] == ':' &&
            (end + 1 >= list->size || g_ascii_isspace(list->text[end + 1])))
            return k == i || (list->items[i].classes & WORD_GIVEN);
    }
    return false;
}

/* "mollis06:": letters and two figures or more, where who speaks stands; "resp12" is what a study calls
 * somebody. */
static bool is_handle(const words *list, size_t i)
{
    enum { LETTERS = 3, DIGITS = 2 };
    static const char *const codes[] = { "resp",     "deltagare",  "person",  "informant",
                                         "intervju", "respondent", "brukare", "grupp",
                                         "fil",      "svar",       "röst",    "anhörig",
                                         "personal", "ledare",     "barn",    "talare",
                                         "speaker",  "id" };
    const word *at = &list->items[i];
    size_t digits = 0, size = word_size(list, i);
    while (digits < size && g_ascii_isdigit(list->text[at->end - 1 - digits]))
        digits++;
    return at->has_digit && !at->is_capital && digits >= DIGITS &&
           size - digits >= LETTERS &&
           !is_spelled_as_any(list->text + at->start, size - digits, codes,
                              G_N_ELEMENTS(codes));
}

/* Who speaks is often told by what they are: mamma, kurator, fråga. */
static bool may_be_name(const words *list, size_t i)
{
    enum {
        NO_NAME = CUE_STAFF | CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_KIN | WORD_SHE |
                  WORD_HE | WORD_HEN | WORD_MONTH | WORD_DIAGNOSIS
    };
    const word *at = &list->items[i];
    if (at->is_number || at->is_capital || word_size(list, i) < SHORTEST ||
        (at->classes & NO_NAME))
        return false;
    if (at->has_digit)
        return is_handle(list, i);
    return (at->classes & WORD_GIVEN) || words_ask(list, i) == NOT_A_WORD;
}

/* How often each small word stands where a speaker does. */
static GHashTable *count_labels(const words *list)
{
    GHashTable *labels = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].gap < GAP_OTHER || list->items[i].is_capital ||
            list->items[i].is_number || !begins_line(list, i) || !is_label(list, i) ||
            !may_be_name(list, i))
            continue;
        gpointer key = GUINT_TO_POINTER(words_key(list, i));
        guint before = GPOINTER_TO_UINT(g_hash_table_lookup(labels, key));
        g_hash_table_insert(labels, key, GUINT_TO_POINTER(before + 1));
    }
    return labels;
}

/* Away from its label a name that is a word too may be the word. */
static bool is_speaker_here(const words *list, size_t i, GHashTable *labels)
{
    const word *at = &list->items[i];
    if (at->is_capital || at->is_number || word_size(list, i) < SHORTEST)
        return false;
    gpointer key = GUINT_TO_POINTER(words_key(list, i));
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(labels, key));
    if (count == 0 || (count == 1 && !(at->classes & WORD_GIVEN)))
        return false;
    return at->has_digit || (begins_line(list, i) && is_label(list, i)) ||
           words_ask(list, i) != IS_A_WORD;
}

void find_chats(const words *list, GArray *findings)
{
    g_autoptr(GHashTable) labels = count_labels(list);
    for (size_t i = 0; g_hash_table_size(labels) > 0 && i < list->count; i++)
        if (is_speaker_here(list, i, labels))
            add_finding(findings, list->items[i].start, list->items[i].end,
                        list->items[i].has_digit ? LYH_FINDING_HANDLE : LYH_FINDING_NAME,
                        LYH_CONFIDENCE_LOW, N_("who writes in a chat, written small"));
}
