#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

static bool is_letter(const words *list, size_t i)
{
    const word *at = &list->items[i];
    return at->is_capital && !at->is_number && word_size(list, i) <= 2 &&
           g_utf8_strlen(list->text + at->start, (gssize)word_size(list, i)) == 1;
}

/* The letter behind @i with @sign and nothing else between them. */
static bool is_joined(const words *list, size_t i, char sign)
{
    return i + 1 < list->count && is_letter(list, i + 1) &&
           list->items[i].end + 1 == list->items[i + 1].start &&
           list->text[list->items[i].end] == sign;
}

/* "H.L.": two letters with their points, and no third: P.S. and U.S. are no persons. */
static bool find_pointed(const words *list, size_t i, GArray *findings)
{
    static const char *const others[] = { "p.s", "u.s", "u.k", "f.d",
                                          "a.d", "n.b", "d.v", "d.d" };
    size_t end = i + 1 < list->count ? list->items[i + 1].end : 0;
    bool has_point = end > 0 && end < list->size && list->text[end] == '.';
    bool is_inside = i > 0 && list->items[i].start > 0 &&
                     strchr(".-", list->text[list->items[i].start - 1]);
    if (!is_joined(list, i, '.') || !has_point || is_inside || is_joined(list, i + 1, '.'))
        return false;
    const char *start = list->text + list->items[i].start;
    for (size_t k = 0; k < G_N_ELEMENTS(others); k++)
        if (g_ascii_strncasecmp(start, others[k], 3) == 0)
            return false;
    add_finding(findings, list->items[i].start, end + 1, LYH_FINDING_NAME,
                LYH_CONFIDENCE_LOW, N_("somebody's initials"));
    return true;
}

static bool is_deed(const words *list, size_t i)
{
    static const char *const deeds[] = {
        "pratar", "sa",     "säger",   "ringde", "skrev",  "tycker", "frågar",
        "saknar", "undrar", "hälsar",  "bad",    "kommer", "mår",    "svarade",
        "ringer", "lovade", "frågade", "vägrar", "fyller", "skriver"
    };
    return i < list->count && list->items[i].gap == GAP_SPACE &&
           word_is_any(list, i, deeds, G_N_ELEMENTS(deeds));
}

/* "A-L sa", "hos A-L": a double name in letters. A-B is a row of a table. */
static void find_double(const words *list, size_t i, GArray *findings)
{
    static const char *const before[] = { "hos", "med", "till", "hej", "tack", "av" };
    const word *at = &list->items[i];
    const char *text = list->text + at->start;
    bool is_spoken_to = i > 0 && at->gap == GAP_SPACE &&
                        word_is_any(list, i - 1, before, G_N_ELEMENTS(before));
    if (text[1] != '-' || !g_ascii_isupper(text[2]) ||
        !(is_deed(list, i + 1) || is_spoken_to))
        return;
    add_finding(findings, at->start, at->end, LYH_FINDING_NAME, LYH_CONFIDENCE_LOW,
                N_("somebody's initials"));
}

/* "Det var M som började", "M är min före detta" */
static bool is_pointed_out(const words *list, size_t i)
{
    bool is_he = i > 0 && i + 1 < list->count && list->items[i].gap == GAP_SPACE &&
                 word_is(list, i - 1, "var") && word_is(list, i + 1, "som");
    return is_he || (i + 2 < list->count && words_is_initial(list, i) &&
                     list->items[i + 1].gap == GAP_SPACE && word_is(list, i + 1, "är") &&
                     word_is(list, i + 2, "min"));
}

/* "T pratar bara om er bastu": in what was written to somebody. "I" is a preposition. */
static void find_alone(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    bool is_first = words_is_initial(list, i) || at->gap >= GAP_OTHER;
    bool is_quoted = at->start > 0 && strchr("\"'\n ", list->text[at->start - 1]);
    bool is_word = word_is(list, i, "i") || word_is(list, i, "å"); /* "Å bad om ursäkt" */
    if (is_word ||
        !(is_pointed_out(list, i) || (is_first && is_quoted && is_deed(list, i + 1))))
        return;
    add_finding(findings, at->start, at->end, LYH_FINDING_NAME, LYH_CONFIDENCE_LOW,
                N_("somebody's initials"));
}

/* "vill bara kallas Z", "heter Å i den här berättelsen" */
static void find_called(const words *list, size_t i, GArray *findings)
{
    static const char *const calling[] = { "kallas", "kallad", "kallar", "kallade",
                                           "heter",  "hette",  "kalla",  "säger" };
    static const char *const whom[] = { "jag", "mig", "sig", "henne", "honom", "hen", "dig",
                                        "mej", "sej", "vi",  "bara",  "för",   "till" };
    static const char *const by_code[] = {
        "deltagaren", "respondenten", "intervjuaren",
        "personen",   "brukaren",     "intervjupersonen"
    };
    size_t verb = i - 1;
    if (verb > 0 && word_is_any(list, verb, whom, G_N_ELEMENTS(whom)))
        verb--;
    if (list->items[i].gap != GAP_SPACE || word_is(list, i, "i") ||
        !word_is_any(list, verb, calling, G_N_ELEMENTS(calling)) ||
        (verb > 0 && word_is_any(list, verb - 1, by_code, G_N_ELEMENTS(by_code))))
        return;
    add_finding(findings, list->items[i].start, list->items[i].end, LYH_FINDING_NAME,
                LYH_CONFIDENCE_LOW, N_("somebody's initials"));
}

/* Two letters that are no person's. */
static bool is_abbreviation(const words *list, size_t i)
{
    static const char *const others[] = {
        "aa", "na", "ab", "hb", "kb",  "ip", "tv", "id",  "kl", "nr", "ok", "sl", "ul",
        "vc", "fk", "af", "ms", "cp",  "hr", "it", "pt",  "vd", "eu", "fn", "ud", "sd",
        "kd", "mp", "pm", "cv", "wc",  "dn", "gp", "bb",  "ja", "jo", "nä", "va", "de",
        "vi", "du", "ni", "sj", "fc",  "ik", "bk", "if",  "ff", "gi", "dr", "st", "vg",
        "ig", "mv", "sa", "so", "no",  "fb", "tf", "pc",  "cd", "el", "il", "in", "på",
        "en", "et", "om", "så", "nu",  "då", "ej", "ur",  "av", "ut", "up", "be", "se",
        "ge", "ta", "ha", "må", "får", "är", "le", "bo",  "mc", "vm", "os", "em", "sm",
        "sf", "ni", "sr", "ur", "kf",  "ks", "lo", "tco", "un", "sn", "pn", "bp", "iq",
        "ai", "us", "uk", "to", "on",  "as", "kk", "tu"
    };
    return list->items[i].classes != 0 ||
           word_is_any(list, i, others, G_N_ELEMENTS(others));
}

/* "alla säger AK", "JP sa", "frågade LG": who is called by two letters. */
static bool is_person_of_letters(const words *list, size_t i)
{
    static const char *const calling[] = { "säger",  "sa",      "kallas", "kallar",
                                           "heter",  "hette",   "ringde", "ringer",
                                           "ring",   "frågade", "fråga",  "träffade",
                                           "mötte",  "mejlade", "tack",   "hej",
                                           "doktor", "kallade", "hälsa",  "hos" };
    static const char *const being[] = { "är", "var" };
    const word *at = &list->items[i];
    if (is_abbreviation(list, i) || !g_ascii_isalpha(list->text[at->start]) ||
        at->gap == GAP_NONE || at->gap == GAP_OTHER ||
        (i + 1 < list->count && list->items[i + 1].gap == GAP_NONE))
        return false;
    if (is_deed(list, i + 1))
        return true;
    /* "JP var den bästa" */
    bool is_said = words_is_initial(list, i) && i + 2 < list->count &&
                   word_is_any(list, i + 1, being, G_N_ELEMENTS(being)) &&
                   (word_is(list, i + 2, "den") || word_is(list, i + 2, "min") ||
                    word_is(list, i + 2, "snäll") || word_is(list, i + 2, "bra"));
    return is_said || (i > 0 && at->gap == GAP_SPACE &&
                       word_is_any(list, i - 1, calling, G_N_ELEMENTS(calling)));
}

/* Who is called so once is called so everywhere; also small, where somebody is rung or met. */
static void find_two_letters(const words *list, GHashTable *told, GArray *findings)
{
    static const char *const meeting[] = { "ring", "ringa", "med", "hos",
                                           "till", "från",  "hej" };
    for (size_t i = 0; i < list->count; i++) {
        const word *at = &list->items[i];
        if (word_size(list, i) != 2)
            continue;
        bool is_met = !at->is_capital && i > 0 && at->gap == GAP_SPACE &&
                      word_is_any(list, i - 1, meeting, G_N_ELEMENTS(meeting));
        if ((at->is_upper || is_met) &&
            g_hash_table_contains(told, GUINT_TO_POINTER(words_key(list, i))))
            add_finding(findings, at->start, at->end, LYH_FINDING_NAME, LYH_CONFIDENCE_LOW,
                        N_("somebody's initials"));
    }
}

/* "min vän Ö dog" */
static void find_friend(const words *list, size_t i, GArray *findings)
{
    bool is_closed = i + 1 >= list->count || list->items[i + 1].gap >= GAP_COMMA;
    bool is_apart = list->items[i].gap == GAP_COMMA && is_closed; /* "åt en kille, W." */
    if (!(list->items[i].gap == GAP_SPACE || is_apart) || word_is(list, i, "i") ||
        !(list->items[i - 1].classes & (CUE_OTHER | CUE_FEMALE | CUE_MALE)) ||
        list->items[i - 1].is_capital ||
        (i + 1 < list->count && list->items[i + 1].gap == GAP_NONE))
        return;
    add_finding(findings, list->items[i].start, list->items[i].end, LYH_FINDING_NAME,
                LYH_CONFIDENCE_LOW, N_("somebody's initials"));
}

void find_initials(const words *list, GArray *findings)
{
    g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < list->count; i++) {
        if (!list->items[i].is_capital)
            continue;
        find_fragment_at(list, i, findings);
        if (!list->items[i].is_upper || word_size(list, i) > 3)
            continue;
        if (word_size(list, i) == 2 && !list->items[i].has_digit &&
            is_person_of_letters(list, i))
            g_hash_table_add(told, GUINT_TO_POINTER(words_key(list, i)));
        if (word_size(list, i) == 3)
            find_double(list, i, findings);
        else if (is_letter(list, i) && !find_pointed(list, i, findings)) {
            find_alone(list, i, findings);
            if (i > 0) {
                find_called(list, i, findings);
                find_friend(list, i, findings);
            }
        }
    }
    if (g_hash_table_size(told) > 0)
        find_two_letters(list, told, findings);
}
