#include "gender_roles.h"

#include <glib.h>

/* hon or han, henne or honom, hennes or hans; Hans may be a name. */
int pronoun_at(const words *list, size_t i)
{
    const word *at = &list->items[i];
    if (!(at->classes & (WORD_SHE | WORD_HE)))
        return NOBODY;
    if (at->is_capital && list->text[at->end - 1] == 's')
        return NOBODY;
    return at->classes & WORD_SHE ? SHE : HE;
}

/* "man" is anybody, "min man" somebody. */
static bool is_anybody(const words *list, size_t i)
{
    static const char *const owners[] = { "min",    "din",    "sin",   "en",
                                          "hennes", "ung",    "annan", "äldre",
                                          "den",    "gammal", "gift",  "hans" };
    if (word_size(list, i) != 3 || !word_is(list, i, "man"))
        return false;
    return i == 0 || (!word_is_any(list, i - 1, owners, G_N_ELEMENTS(owners)) &&
                      !word_ends_in(list, i - 1, "ig")); /* en 45-årig man */
}

/* "Maja:", "Dotter:": who speaks is not spoken of. */
bool is_speakers_mark(const words *list, size_t i)
{
    const word *at = &list->items[i];
    return at->gap == GAP_BREAK && at->end < list->size && list->text[at->end] == ':';
}

bool is_by_sex(const words *list, size_t i)
{
    static const char *const by_sex[] = { "tjejen",  "killen", "kvinnan", "mannen",
                                          "tanten",  "gubben", "damen",   "karln",
                                          "snubben", "bruden", "tjej",    "kille",
                                          "kvinna",  "tant",   "dam",     "gubbe",
                                          "flickan", "grabben" };
    return word_is_any(list, i, by_sex, G_N_ELEMENTS(by_sex));
}

bool is_animal(const words *list, size_t i)
{
    static const char *const animals[] = { "katten", "katt",  "hunden",  "hund",
                                           "hästen", "häst",  "kaninen", "fågeln",
                                           "valpen", "tiken", "kon" };
    return word_is_any(list, i, animals, G_N_ELEMENTS(animals));
}

bool is_by_trade(const words *list, size_t i)
{
    static const char *const trades[] = {
        "tolken",         "chauffören",      "prästen",
        "läraren",        "fröken",          "vakten",
        "vaktmästaren",   "städerskan",      "väktaren",
        "taxichauffören", "föraren",         "busschauffören",
        "mentorn",        "receptionisten",  "advokaten",
        "domaren",        "ambulansföraren", "sjuktransportören",
        "hantverkaren",   "tränaren"
    };
    return word_is_any(list, i, trades, G_N_ELEMENTS(trades));
}

/* "på soc", "i luckan", "som handlade" behind word @i. */
static bool is_at_office(const words *list, size_t i)
{
    static const char *const where[] = { "på", "från", "i", "hos", "inne", "som" };
    static const char *const offices[] = { "soc",
                                           "ifo",
                                           "bup",
                                           "stödboendet",
                                           "stadsmissionen",
                                           "vuxenpsyk",
                                           "beroendemottagningen",
                                           "ungdomsmottagningen",
                                           "överförmyndaren",
                                           "lss",
                                           "boendestöd",
                                           "kvinnojouren",
                                           "hvb",
                                           "komvux",
                                           "socialen",
                                           "kommunen",
                                           "socialtjänsten",
                                           "luckan",
                                           "receptionen",
                                           "kontoret",
                                           "socialkontoret",
                                           "kassan",
                                           "försäkringskassan",
                                           "af",
                                           "boendet",
                                           "arbetsförmedlingen",
                                           "vårdcentralen",
                                           "mottagningen",
                                           "enheten",
                                           "boendestödet",
                                           "hemtjänsten",
                                           "avdelningen",
                                           "psyk",
                                           "öppenvården",
                                           "socialjouren",
                                           "jouren",
                                           "växeln",
                                           "telefon",
                                           "frivården",
                                           "kommunhuset",
                                           "disken",
                                           "expeditionen",
                                           "biblioteket",
                                           "dagverksamheten",
                                           "träffpunkten",
                                           "rehab",
                                           "akuten",
                                           "polisen",
                                           "skolan",
                                           "larmet",
                                           "banken",
                                           "apoteket",
                                           "färdtjänsten",
                                           "beställningscentralen",
                                           "habiliteringen",
                                           "härbärget",
                                           "hotellhemmet",
                                           "kronofogden",
                                           "hyresvärden",
                                           "handlade",
                                           "beslutat",
                                           "beslutade",
                                           "bestämmer",
                                           "bestämde",
                                           "handlägger",
                                           "handlagt",
                                           "ansvarar",
                                           "beviljar",
                                           "beviljade",
                                           "utreder",
                                           "utredde" };
    return word_is_any(list, i + 1, where, G_N_ELEMENTS(where)) &&
           (word_is_any(list, i + 2, offices, G_N_ELEMENTS(offices)) ||
            (i + 3 < list->count && list->items[i + 2].is_capital && /* "på Vårgårda IFO" */
             word_is_any(list, i + 3, offices, G_N_ELEMENTS(offices))));
}

/* "killen på soc", "tjejen i luckan": somebody of the service, by sex alone. */
static bool is_of_service(const words *list, size_t i)
{
    return is_by_sex(list, i) && is_at_office(list, i);
}

/* "sen fick jag en gubbe som heter", "dom skickade en tjej som": who was sent. */
static bool is_sent(const words *list, size_t i)
{
    enum { NEAR = 4 };
    static const char *const sends[] = { "fick", "fått", "skickade", "skickat",
                                         "tilldelad" };
    if (i < 2 || !word_is(list, i - 1, "en") || i + 1 >= list->count ||
        !word_is(list, i + 1, "som") || !is_by_sex(list, i))
        return false;
    for (size_t k = 2; k <= NEAR && k <= i; k++)
        if (word_is_any(list, i - k, sends, G_N_ELEMENTS(sends)))
            return list->items[i - k].sentence == list->items[i].sentence;
    return false;
}

/* "vakten där", "väktaren i receptionen" */
static bool is_on_guard(const words *list, size_t i)
{
    static const char *const guards[] = { "vakten", "väktaren", "ordningsvakten" };
    static const char *const where[] = { "där", "i", "på", "vid", "utanför" };
    return i + 1 < list->count && list->items[i + 1].gap == GAP_SPACE &&
           word_is_any(list, i, guards, G_N_ELEMENTS(guards)) &&
           word_is_any(list, i + 1, where, G_N_ELEMENTS(where));
}

/* What the word says of a person it stands for or beside. */
role role_of_word(const words *list, size_t i)
{
    if (list->items[i].classes & (CUE_FEMALE | CUE_MALE) &&
        (is_of_service(list, i) || is_sent(list, i)))
        return OFFICIAL;
    if (list->items[i].classes & CUE_OTHER && is_on_guard(list, i))
        return OFFICIAL;
    const word *at = &list->items[i];
    if ((at->classes & (CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_KIN)) &&
        !is_anybody(list, i))
        return RELATIVE;
    return at->classes & CUE_STAFF ? OFFICIAL : NO_ROLE;
}

/* A capital that no list explains, behind a small word or where the dictionary knows none such. */
static bool is_unknown_name(const words *list, size_t i)
{
    const word *at = &list->items[i];
    if (!at->is_capital || at->is_upper || at->classes || at->has_digit ||
        word_size(list, i) < 3)
        return false;
    if (words_is_initial(list, i))
        return words_ask(list, i) == NOT_A_WORD;
    return at->gap <= GAP_COMMA && !list->items[i - 1].is_capital &&
           !(list->items[i - 1].classes & CUE_PLACE);
}

/* Anna, but not Nora where one lives. */
bool is_somebodys_name(const words *list, size_t i)
{
    const word *at = &list->items[i];
    bool is_listed = at->is_capital && (at->classes & (WORD_GIVEN | WORD_FAMILY)) &&
                     !(at->classes & (WORD_KNOWN | WORD_MUNICIPALITY | WORD_REGION));
    bool is_place =
        i > 0 && (at->classes & WORD_PLACE) && (list->items[i - 1].classes & CUE_PLACE);
    bool is_word = words_is_initial(list, i) && (at->classes & WORD_WEAK_NAME);
    return (is_listed || is_unknown_name(list, i)) && !is_place && !is_word;
}

/* Words that may stand between what somebody is and the name: "min son heter Ali". */
static bool is_between(const words *list, size_t i)
{
    static const char *const between[] = { "heter", "hette", "som",  "är",   "var",
                                           "ju",    "då",    "nu",   "min",  "alltså",
                                           "och",   "med",   "våra", "mina", "kallad" };
    const word *at = &list->items[i];
    return word_is_any(list, i, between, G_N_ELEMENTS(between)) ||
           (at->is_capital && (at->classes & (WORD_GIVEN | WORD_FAMILY)));
}

/* "min son Ali", "våra flickor heter Lamar och Tala", "samordnaren, Malin Hedman" */
role role_before(const words *list, size_t i)
{
    for (size_t k = 1; k <= 6 && k <= i; k++) {
        const word *at = &list->items[i - k];
        if (at->sentence != list->items[i].sentence || is_speakers_mark(list, i - k))
            return NO_ROLE;
        role found = role_of_word(list, i - k);
        if (k == 1 && (word_is(list, i - k, "vakten") || word_is(list, i - k, "väktaren")))
            return OFFICIAL; /* "Vakten Ahmed"; without a name anybody's */
        if (found != NO_ROLE)
            return found;
        if (!is_between(list, i - k))
            return NO_ROLE;
    }
    return NO_ROLE;
}

/* "Carina som är föreståndare", "Anna, min syster", "Gösta och jag" */
role role_behind(const words *list, size_t i)
{
    if (is_at_office(list, i) && !word_is(list, i + 1, "i")) /* "Rania på soc" */
        return OFFICIAL;
    if (i + 2 < list->count && word_is(list, i + 1, "och") && word_is(list, i + 2, "jag"))
        return RELATIVE;
    for (size_t k = i + 1; k < list->count && k <= i + 4; k++) {
        if (list->items[k].sentence != list->items[i].sentence ||
            pronoun_at(list, k) != NOBODY)
            return NO_ROLE;
        role found = role_of_word(list, k);
        bool is_said = word_is(list, i + 1, "som") || word_is(list, i + 1, "är") ||
                       word_is(list, i + 1, "på") || word_is(list, i + 1, "från") ||
                       word_is(list, i + 1, "var") || list->items[i + 1].gap == GAP_COMMA;
        if (found != NO_ROLE)
            return is_said ? found : NO_ROLE;
    }
    return NO_ROLE;
}

static bool is_subject_form(const words *list, size_t i)
{
    return word_is(list, i, "hon") || word_is(list, i, "han");
}

/* "hur han hade varit, maken"; "hon, den handläggaren": who it is comes behind a comma. */
role role_said_after(const words *list, size_t i, int who)
{
    word_classes class = who == SHE ? CUE_FEMALE : CUE_MALE;
    if (i + 3 < list->count && word_is(list, i + 1, "som") &&
        (word_is(list, i + 2, "är") || word_is(list, i + 2, "var")) &&
        (list->items[i + 3].classes & CUE_STAFF))
        return OFFICIAL;
    if (is_subject_form(list, i) && is_at_office(list, i)) /* "hon i luckan" */
        return OFFICIAL;
    for (size_t k = i + 1; k < list->count && k <= i + 5; k++) {
        const word *at = &list->items[k];
        if (at->sentence != list->items[i].sentence)
            return NO_ROLE;
        if (at->gap < GAP_COMMA)
            continue;
        bool is_owned =
            k + 1 < list->count && (word_is(list, k, "min") || word_is(list, k, "den"));
        const word *said = &list->items[k + is_owned];
        if (said->classes & (class | CUE_STAFF))
            return said->classes & class ? RELATIVE : OFFICIAL;
    }
    return NO_ROLE;
}

bool may_be_han(const words *list, size_t i)
{
    static const char *const men[] = {
        "ola",     "mustafa",  "musa",  "moussa",  "isa",     "hamza", "mika",   "juha",
        "luka",    "nikola",   "sasha", "misha",   "attila",  "issa",  "yahya",  "zakaria",
        "jukka",   "pekka",    "ekka",  "noa",     "jona",    "ilja",  "nikita", "costa",
        "abdalla", "mulugeta", "tesfa", "murtada", "mortada", "taha",  "joshua", "elia"
    };
    return list->text[list->items[i].end - 1] != 'a' ||
           word_is_any(list, i, men, G_N_ELEMENTS(men));
}
