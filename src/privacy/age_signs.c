#include "age_signs.h"

#include <glib.h>

bool age_is_subject(const words *list, size_t i)
{
    static const char *const persons[] = { "jag",    "du",  "minsta", "yngsta",
                                           "äldsta", "ena", "andra",  "ja",
                                           "je",     "jä",  "jak",    "ho",
                                           "na",     "hu",  "ja",     "lillan" };
    const word *at = &list->items[i];
    bool is_name =
        (at->is_capital && (!at->classes || (at->classes & (WORD_GIVEN | WORD_FAMILY)))) ||
        ((at->classes & WORD_GIVEN) && !(at->classes & WORD_WEAK_NAME));
    return is_name || (at->classes & (WORD_SHE | WORD_HE | WORD_HEN)) != 0 ||
           (at->classes & (CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_KIN)) != 0 ||
           word_is_any(list, i, persons, G_N_ELEMENTS(persons));
}

bool age_is_at_end(const words *list, size_t next)
{
    static const char *const going_on[] = {
        "och",    "nu",    "men",    "så",       "idag",  "när",     "då",   "eller",
        "i",      "snart", "fast",   "som",      "för",   "redan",   "på",   "va",
        "ju",     "bara",  "igår",   "ikväll",   "förra", "nästa",   "den",  "man",
        "jag",    "hon",   "han",    "hen",      "det",   "jämnt",   "jämt", "plus",
        "bast",   "gott",  "blankt", "eftersom", "sen",   "ungefär", "å",    "själv",
        "kanske", "typ",   "om",     "tror",     "innan", "medan",   "fast", "men",
        "väl",    "nog"
    };
    return next >= list->count || list->items[next].gap >= GAP_COMMA ||
           list->items[next].gap == GAP_OTHER ||
           word_is_any(list, next, going_on, G_N_ELEMENTS(going_on));
}

/* "Morsan bor i Boxholm, sjuttinio, på": a number between commas where somebody is spoken of */
static bool is_apposition(const words *list, size_t i)
{
    enum { NEAR = 6, SOMEBODY = CUE_FEMALE | CUE_MALE | CUE_OTHER | WORD_GIVEN };
    bool has_number = i > 0 && (list->items[i - 1].is_number ||
                                (list->items[i - 1].classes & (WORD_SMALL | WORD_TENS)));
    bool has_next =
        i + 1 < list->count && (list->items[i + 1].is_number ||
                                (list->items[i + 1].classes & (WORD_SMALL | WORD_TENS)));
    bool is_grown = list->items[i].classes & WORD_TENS ||
                    (list->items[i].is_number && word_size(list, i) == 2 &&
                     list->text[list->items[i].start] > '1');
    return is_grown && !has_number && !has_next &&
           words_cue_before(list, i, SOMEBODY, NEAR);
}

bool age_is_person_of(const words *list, size_t i)
{
    static const char *const persons[] = {
        "kvinna", "man",    "tjej",  "kille",   "dam",     "person", "pojke",
        "flicka", "grabb",  "karl",  "gubbe",   "tant",    "unge",   "snubbe",
        "dotter", "son",    "herre", "farbror", "brorsa",  "syrra",  "sambo",
        "barn",   "ungdom", "tös",   "kärring", "människa"
    };
    return i > 1 && list->items[i].gap == GAP_SPACE && word_is(list, i - 1, "på") &&
           list->items[i - 1].gap == GAP_SPACE &&
           (word_is_any(list, i - 2, persons, G_N_ELEMENTS(persons)) ||
            (word_is(list, i - 2, "en") && age_is_at_end(list, i + 1)) ||
            (list->items[i - 2].classes & (CUE_FEMALE | CUE_MALE))) &&
           !word_is(list, i, "en") && !word_is(list, i, "ett") &&
           !age_is_count_of(list, i + 1);
}

bool age_is_count_of(const words *list, size_t next)
{
    static const char *const counted[] = {
        "timmar",    "timmars", "minuter", "minuters", "dagar",   "dagars", "veckor",
        "veckors",   "månader", "kronor",  "kr",       "spänn",   "meter",  "mil",
        "kilometer", "procent", "stycken", "personer", "gånger",  "kilo",   "barn",
        "kvadrat",   "kvm",     "rum",     "poäng",    "platser", "bast"
    };
    return next < list->count && list->items[next].gap == GAP_SPACE &&
           word_is_any(list, next, counted, G_N_ELEMENTS(counted));
}

/* "alla säger Nicke. Trettisju.": a sentence that is a number, behind one that names somebody. */
bool age_is_presented(const words *list, size_t i)
{
    enum { NEAR = 8 };
    static const char *const naming[] = { "heter",  "hette",  "kallas", "säger",
                                          "namnet", "kallar", "döpt",   "dog",
                                          "gick",   "blev",   "är",     "var" };
    size_t next = i + 1 + (i + 1 < list->count && word_is(list, i + 1, "nu"));
    bool is_alone = words_is_initial(list, i) &&
                    (next >= list->count || list->items[next].gap == GAP_BREAK);
    static const char *const birthdays[] = { "födelsedag", "födelsedagen", "fyllde",
                                             "fyller", "bemärkelsedag" };
    bool has_name = false, is_naming = false, is_birthday = false;
    for (size_t k = i; is_alone && k > 0 && i - k < NEAR; k--) {
        const word *before = &list->items[k - 1];
        if (before->sentence + 2 < list->items[i].sentence)
            break;
        has_name |= before->is_capital &&
                    (!words_is_initial(list, k - 1) || (before->classes & WORD_GIVEN) ||
                     words_ask(list, k - 1) == NOT_A_WORD);
        is_naming |= word_is_any(list, k - 1, naming, G_N_ELEMENTS(naming));
        is_birthday |= word_is_any(list, k - 1, birthdays, G_N_ELEMENTS(birthdays));
    }
    return (has_name && is_naming) || is_birthday;
}

/* "Hon åttio, hon lära mig", "han tio år": as learners say it, and between two commas nothing is counted. */
static bool age_is_without_verb(const words *list, size_t i)
{
    const word *before = &list->items[i - 1];
    size_t next = i + 1;
    bool has_years = next < list->count && word_is(list, next, "år");
    size_t after = next + has_years;
    bool is_closed = after >= list->count || list->items[after].gap >= GAP_COMMA;
    bool is_grown = (list->items[i].classes & WORD_TENS) || has_years ||
                    (list->items[i].is_number && word_size(list, i) == 2);
    return list->items[i].gap == GAP_SPACE && is_closed && is_grown &&
           (before->classes & (WORD_SHE | WORD_HE | WORD_HEN)) &&
           (words_is_initial(list, i - 1) || before->gap == GAP_COMMA);
}

bool age_is_behind_name(const words *list, size_t i)
{
    enum { SOMEBODY = CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_STAFF | CUE_KIN };
    const word *at = &list->items[i];
    if (i > 0 && age_is_without_verb(list, i))
        return true;
    if (i == 0 || (at->gap != GAP_COMMA && at->gap != GAP_OTHER))
        return false;
    const word *before = &list->items[i - 1];
    size_t next = i + 1;
    bool is_closed = next >= list->count || list->items[next].gap >= GAP_COMMA ||
                     list->items[next].gap == GAP_OTHER;
    is_closed = is_closed || (next < list->count && age_is_at_end(list, next));
    bool is_said = at->gap == GAP_COMMA && (at->classes & (WORD_SMALL | WORD_TENS)) &&
                   !word_is(list, i, "en") && !word_is(list, i, "ett");
    bool is_name = (at->is_number || is_said) && before->is_capital &&
                   ((before->classes & (WORD_GIVEN | WORD_FAMILY)) ||
                    (!before->classes && !before->is_upper && word_size(list, i - 1) > 2 &&
                     (at->is_number || !words_is_initial(list, i - 1))));
    bool is_inside = (at->gap == GAP_COMMA && next < list->count &&
                      list->items[next].gap == GAP_COMMA) ||
                     (list->text[at->start - 1] == '(' && at->end < list->size &&
                      list->text[at->end] == ')');
    bool is_somebody = is_inside && ((before->classes & SOMEBODY) ||
                                     word_is(list, i - 1, "jag") || is_apposition(list, i));
    return (is_name || is_somebody) && is_closed && list->text[at->start - 1] != '-' &&
           list->text[at->start - 1] != '/';
}

/* What is asked when a number is the answer, and no age. */
static bool is_asked_how_many(const words *list, size_t i)
{
    static const char *const asking[] = { "många", "länge",  "mycket",  "långt",
                                          "dags",  "ofta",   "nummer",  "när",
                                          "klass", "vilken", "vilket",  "vilka",
                                          "stor",  "kostar", "kostade", "årskurs",
                                          "vart",  "linje",  "rum",     "buss" };
    return word_is_any(list, i, asking, G_N_ELEMENTS(asking));
}

bool age_is_answer(const words *list, size_t i, bool is_grown)
{
    enum { QUESTION = 14 };
    static const char *const asking[] = { "gammal", "gamla", "gammalt", "ålder", "åldern" };
    static const char *const being[] = { "är", "var", "blir", "fyller" };
    bool is_alone = list->items[i].gap >= GAP_COLON &&
                    (i + 1 >= list->count || list->items[i + 1].gap >= GAP_COMMA ||
                     age_is_at_end(list, i + 1));
    bool has_mark = false, is_of_somebody = false, is_when = false;
    for (size_t k = i; is_alone && k > 0 && i - k < QUESTION; k--) {
        size_t end = list->items[k - 1].end;
        has_mark = has_mark || (end < list->size && list->text[end] == '?');
        if (word_is_any(list, k - 1, asking, G_N_ELEMENTS(asking)))
            return has_mark;
        /* "hur gammal var du när du flyttade?" */
        is_when = is_when || word_is(list, k - 1, "när");
        if (!word_is(list, k - 1, "när") && is_asked_how_many(list, k - 1))
            return false;
        /* "Och nu är du? Trettiotvå." */
        is_of_somebody =
            is_of_somebody || (has_mark && k < i && age_is_subject(list, k) &&
                               word_is_any(list, k - 1, being, G_N_ELEMENTS(being)));
    }
    return is_of_somebody && is_grown && !is_when;
}

size_t age_verb_before(const words *list, size_t i)
{
    static const char *const bounds[] = { "över",  "under", "runt",
                                          "kring", "uppåt", "bortåt" };
    static const char *const more[] = { "mer", "mera", "äldre", "yngre", "mindre" };
    if (i > 2 && word_is(list, i - 1, "än") &&
        word_is_any(list, i - 2, more, G_N_ELEMENTS(more)))
        return i - 3;
    if (i > 1 && word_is_any(list, i - 1, bounds, G_N_ELEMENTS(bounds)))
        return i - 2;
    return i - 1;
}

bool age_is_guessed(const words *list, size_t i)
{
    enum {
        NEAR = 12,
        SOMEBODY = CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_STAFF | WORD_GIVEN | WORD_SHE |
                   WORD_HE | WORD_HEN
    };
    static const char *const guesses[] = { "kanske", "typ",     "runt",   "säkert", "sådär",
                                           "väl",    "ungefär", "bortåt", "uppåt" };
    static const char *const behind[] = { "plus", "nånting", "år", "nåt", "bast" };
    size_t next = i + 1;
    next += next < list->count && word_is_any(list, next, behind, G_N_ELEMENTS(behind));
    bool is_closed = next >= list->count || list->items[next].gap >= GAP_COMMA;
    if (i < 2 || !is_closed || list->items[i].gap != GAP_SPACE ||
        list->items[i - 1].gap != GAP_COMMA ||
        !word_is_any(list, i - 1, guesses, G_N_ELEMENTS(guesses)))
        return false;
    for (size_t k = 2; k <= NEAR && k <= i; k++)
        if (list->items[i - k].classes & CUE_MONEY && !word_is(list, i - k, "pension"))
            return false;
        else if (list->items[i - k].classes & SOMEBODY)
            return true;
    return false;
}

bool age_is_year_of_birth(const words *list, size_t i)
{
    enum { NEAR = 8 };
    static const char *const born[] = { "föddes", "född", "fött", "födde" };
    const word *at = &list->items[i];
    bool is_alone = at->gap >= GAP_COLON &&
                    (i + 1 >= list->count || list->items[i + 1].gap >= GAP_COMMA);
    for (size_t k = 1; is_alone && k <= NEAR && k <= i; k++)
        if (word_is_any(list, i - k, born, G_N_ELEMENTS(born)))
            return at->sentence - list->items[i - k].sentence == 1;
    return false;
}

bool age_is_uncounted(const words *list, size_t i)
{
    enum { PERSON = WORD_SHE | WORD_HE | WORD_HEN };
    static const char *const being[] = { "är", "var", "blev", "e", "ä", "va", "vart" };
    static const char *const bounds[] = { "över", "under", "närmare", "bortåt" };
    static const char *const far[] = { "långt", "gott",  "klart", "väl",
                                       "strax", "något", "en",    "nog" };
    static const char *const things[] = {
        "det",   "klockan", "de",    "dom",     "ni",  "vi",  "numret",      "som",
        "dem",   "siffran", "di",    "antalet", "dä",  "där", "här",         "den",
        "hyran", "hur",     "betyg", "tempen",  "vad", "så",  "temperaturen"
    };
    const word *at = &list->items[i];
    size_t next = i + 1;
    bool is_closed = next >= list->count || list->items[next].gap >= GAP_COMMA;
    if (i < 2 || !is_closed)
        return false;
    static const char *const said[] = { "svarade", "sa", "säger" };
    if (words_is_initial(list, i)) /* "Sextiett, svarade jag" */
        return next < list->count && list->items[next].gap == GAP_COMMA &&
               word_is_any(list, next, said, G_N_ELEMENTS(said));
    /* "Elias hette han, nitton." */
    if (at->gap == GAP_COMMA && (at[-1].classes & PERSON) &&
        (word_is(list, i - 2, "hette") || word_is(list, i - 2, "heter")))
        return true;
    if (at->gap == GAP_COMMA) /* "Hon, 67, bor själv" */
        return next < list->count && list->items[next].gap == GAP_COMMA &&
               (at[-1].classes & PERSON) && words_is_initial(list, i - 1);
    if (at->gap != GAP_SPACE || at[-1].gap != GAP_SPACE)
        return false;
    if (word_is_any(list, i - 1, bounds, G_N_ELEMENTS(bounds)))
        return word_is_any(list, i - 2, far, G_N_ELEMENTS(far)) ||
               (i > 2 && word_is_any(list, i - 2, being, G_N_ELEMENTS(being)) &&
                age_is_subject(list, i - 3));
    if (word_is(list, i - 1, "vid")) /* "mamma vid sjutton" */
        return (at[-2].classes & (CUE_FEMALE | CUE_MALE | CUE_KIN)) != 0;
    return word_is_any(list, i - 1, being, G_N_ELEMENTS(being)) && !at[-2].is_number &&
           !word_is_any(list, i - 2, things, G_N_ELEMENTS(things));
}

bool age_is_of_small_child(const words *list, size_t i)
{
    static const char *const small[] = { "liten", "lilla", "ung",  "unga",
                                         "små",   "bebis", "barn", "pytteliten" };
    static const char *const about[] = {
        "kanske", "typ", "sådär", "ungefär", "runt", "väl"
    };
    bool is_about = i > 1 && list->items[i].gap == GAP_SPACE &&
                    word_is_any(list, i - 1, about, G_N_ELEMENTS(about));
    size_t first = is_about ? i - 1 : i; /* "han var ung, kanske tjugofem" */
    return first > 0 && list->items[first].gap >= GAP_SPACE &&
           list->items[first].gap <= GAP_COMMA &&
           word_is_any(list, first - 1, small, G_N_ELEMENTS(small));
}

bool age_is_of_children(const words *list, size_t i)
{
    enum { NEAR = 5 };
    return list->items[i].gap == GAP_COMMA && age_is_at_end(list, i + 2) &&
           (list->items[i + 1].gap == GAP_SPACE) &&
           (i + 2 >= list->count || list->items[i + 2].gap >= GAP_COMMA) &&
           words_cue_before(list, i, CUE_KIN | CUE_FEMALE | CUE_MALE, NEAR);
}

bool age_is_someone(const words *list, size_t i)
{
    static const char *const someone[] = { "en", "nån", "någon", "den", "ena" };
    return word_is_any(list, i, someone, G_N_ELEMENTS(someone));
}
