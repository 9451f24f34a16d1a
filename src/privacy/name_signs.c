#include "name_signs.h"

#include <string.h>

#include <glib.h>

#include "capitals.h"

/* "Tom var den", "Ville han", "Modig ska en va": who does it comes behind the verb. */
static bool is_turned(const words *list, size_t verb)
{
    static const char *const subjects[] = {
        "jag", "vi",  "du",  "ni",  "hon", "han", "hen",
        "det", "den", "dom", "man", "en",  "dä",  "de"
    };
    static const char *const articles[] = { "den", "det", "en", "dä", "de" };
    static const char *const behind[] = {
        "inte", "int", "ju", "också", "va", "nog", "väl"
    };
    size_t next = verb + 1;
    if (next >= list->count || list->items[next].gap != GAP_SPACE ||
        !word_is_any(list, next, subjects, G_N_ELEMENTS(subjects)))
        return false;
    /* "Ros-Marie är den enda" */
    return !word_is_any(list, next, articles, G_N_ELEMENTS(articles)) ||
           next + 1 >= list->count || list->items[next + 1].gap >= GAP_COMMA ||
           word_is_any(list, next + 1, behind, G_N_ELEMENTS(behind));
}

bool is_followed_by_deed(const words *list, size_t i)
{
    static const char *const deeds[] = {
        "sa",      "sade",      "säger",    "tyckte",  "tycker",  "ringde",  "ringer",
        "svarade", "svarar",    "hette",    "heter",   "frågade", "frågar",  "lyssnade",
        "lyssnar", "hjälpte",   "hjälper",  "jobbade", "jobbar",  "kom",     "skrev",
        "skriver", "berättade", "bad",      "visste",  "ville",   "lovade",  "undrade",
        "bodde",   "bor",       "slutade",  "började", "hade",    "var",     "tog",
        "fick",    "gick",      "hörde",    "mejlade", "mailade", "kommer",  "lärde",
        "visade",  "körde",     "satt",     "stod",    "gav",     "hämtade", "följde",
        "brukar",  "brukade",   "försökte", "trodde",  "såg",     "har",     "vill",
        "ha",      "had",       "va",       "e",       "ä",       "sitt",    "höll"
    };
    static const char *const weak[] = { "var",  "hade", "ville", "har",  "vill",
                                        "fick", "kom",  "tog",   "gick", "såg",
                                        "bad",  "satt", "stod",  "ha",   "had",
                                        "va",   "e",    "ä",     "höll" };
    if (i + 1 >= list->count || list->items[i + 1].gap != GAP_SPACE ||
        !word_is_any(list, i + 1, deeds, G_N_ELEMENTS(deeds)))
        return false;
    return !word_is_any(list, i + 1, weak, G_N_ELEMENTS(weak)) || !is_turned(list, i + 1);
}

/* "Saga visade", "Holm skrev": a verb by its form, and not turned round. */
static bool is_followed_by_verb(const words *list, size_t i)
{
    static const char *const verbs[] = {
        "är",     "ska",   "kan",   "blev",  "får",    "måste", "skulle", "kunde", "gör",
        "gjorde", "vet",   "går",   "ser",   "blir",   "fanns", "finns",  "skrek", "drog",
        "sov",    "dog",   "åt",    "drack", "sprang", "grät",  "log",    "lät",   "la",
        "lade",   "höll",  "låg",   "slog",  "föll",   "vann",  "bröt",   "gick",  "fick",
        "bor",    "sjöng", "köpte", "åkte",  "slapp",  "tog",   "kom",    "stod",  "satt",
        "e",      "ä",     "ha",    "had",   "hadd",   "va",    "feck",   "geck",  "skull",
        "kund",   "kunn",  "sitt",  "ligg",  "stå",    "sätt"
    };
    static const char *const endings[] = { "ade", "dde", "rde", "gde", "nde", "kte",
                                           "pte", "ste", "lde", "ar",  "er" };
    static const char *const no_verbs[] = { "eller", "under", "efter", "över",   "men",
                                            "andra", "per",   "inter", "heller", "mer" };
    bool is_verb = word_is_any(list, i + 1, verbs, G_N_ELEMENTS(verbs)) ||
                   (word_ends_in_any(list, i + 1, endings, G_N_ELEMENTS(endings)) &&
                    !word_is_any(list, i + 1, no_verbs, G_N_ELEMENTS(no_verbs)));
    return is_verb && !is_turned(list, i + 1);
}

/* "Örn är en bra chef": what is said to be somebody of a trade. */
static bool is_said_to_be_somebody(const words *list, size_t i)
{
    enum { NEAR = 4, SOMEBODY = CUE_STAFF | CUE_FEMALE | CUE_MALE | CUE_OTHER };
    static const char *const being[] = { "är", "var", "blev" };
    if (!word_is_any(list, i + 1, being, G_N_ELEMENTS(being)) || is_turned(list, i + 1))
        return false;
    for (size_t k = i + 2; k < list->count && k < i + 2 + NEAR; k++) {
        if (list->items[k].gap != GAP_SPACE)
            return false;
        if (list->items[k].classes & SOMEBODY)
            return true;
    }
    return false;
}

bool goes_on_as_name(const words *list, size_t i)
{
    static const char *const small[] = { "från", "på",  "själv", "också", "igen",
                                         "med",  "hos", "ja",    "nej" };
    static const char *const turned[] = { "och", "eller", "som" };
    const word *at = &list->items[i];
    if (i + 1 >= list->count || list->items[i + 1].gap != GAP_SPACE)
        return true;
    if (word_is_any(list, i + 1, turned, G_N_ELEMENTS(turned)))
        return i + 2 < list->count &&
               (list->items[i + 2].is_capital || is_followed_by_deed(list, i + 1) ||
                is_followed_by_verb(list, i + 1) || word_is(list, i + 2, "jag"));
    if (memchr(list->text + at->start, '-', word_size(list, i)))
        return true;
    if (list->items[i + 1].is_number || word_is(list, i + 1, "m")) /* m.fl. */
        return true;
    bool is_genitive = !at->is_bare && list->text[at->end - 1] == 's';
    return is_genitive || list->items[i + 1].is_capital || is_followed_by_deed(list, i) ||
           is_followed_by_verb(list, i) ||
           word_is_any(list, i + 1, small, G_N_ELEMENTS(small));
}

bool is_one_of_two_words(const words *list, size_t i)
{
    if (!words_is_initial(list, i) || i + 2 >= list->count ||
        list->items[i + 1].gap != GAP_SPACE || list->items[i + 2].gap != GAP_SPACE ||
        !(word_is(list, i + 1, "och") || word_is(list, i + 1, "eller")))
        return false;
    bool is_small = !list->items[i + 2].is_capital && !word_is(list, i + 2, "jag") &&
                    !(list->items[i + 2].classes &
                      (CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_STAFF | CUE_KIN));
    return is_small && !is_followed_by_deed(list, i + 1) && words_ask(list, i) == IS_A_WORD;
}

/* "Han kallar det", "Så säger vi": a word with the capital of its sentence. */
static bool is_plain_word(const words *list, size_t i)
{
    enum { NO_NAME = WORD_SHE | WORD_HE | WORD_HEN | CUE_FEMALE | CUE_MALE | CUE_OTHER };
    const word *at = &list->items[i];
    return (at->classes & NO_NAME) ||
           (words_is_initial(list, i) && !(at->classes & (WORD_GIVEN | WORD_FAMILY)) &&
            words_ask(list, i) != NOT_A_WORD);
}

/* "Pinge kallad", "Lotta säger vi", "Nasteho heter hon" */
static bool is_called(const words *list, size_t i)
{
    static const char *const called[] = { "kallad", "kallas", "kallades" };
    static const char *const says[] = { "säger", "sa", "sade", "kallar", "kallade" };
    static const char *const sayers[] = { "vi", "alla", "dom", "man", "folk", "di" };
    static const char *const hers[] = { "hon", "han", "hen" };
    size_t next = i + 1;
    if (next >= list->count || list->items[next].gap != GAP_SPACE)
        return false;
    if (word_is_any(list, next, called, G_N_ELEMENTS(called)))
        return true;
    if (next + 1 >= list->count || list->items[next + 1].gap != GAP_SPACE)
        return false;
    return (word_is_any(list, next, says, G_N_ELEMENTS(says)) &&
            word_is_any(list, next + 1, sayers, G_N_ELEMENTS(sayers))) ||
           ((word_is(list, next, "heter") || word_is(list, next, "hette")) &&
            word_is_any(list, next + 1, hers, G_N_ELEMENTS(hers)));
}

static bool is_animal_word(const words *list, size_t i)
{
    static const char *const animals[] = { "hunden", "katten",    "hästen",    "hund",
                                           "katt",   "häst",      "kaninen",   "marsvinet",
                                           "valpen", "papegojan", "undulaten", "ponnyn" };
    return word_is_any(list, i, animals, G_N_ELEMENTS(animals));
}

/* "Bamse, det är hunden": the word that says who, or the end. */
static size_t said_behind(const words *list, size_t i)
{
    static const char *const that[] = { "det", "dä", "de" };
    static const char *const being[] = { "är", "var", "e" };
    static const char *const whose[] = { "min", "vår", "mitt", "mina", "hans", "hennes" };
    size_t next = i + 1;
    if (next + 2 >= list->count || list->items[next].gap != GAP_COMMA ||
        list->items[next + 1].gap != GAP_SPACE || list->items[next + 2].gap != GAP_SPACE ||
        !word_is_any(list, next, that, G_N_ELEMENTS(that)) ||
        !word_is_any(list, next + 1, being, G_N_ELEMENTS(being)))
        return list->count;
    return next + 2 + word_is_any(list, next + 2, whose, G_N_ELEMENTS(whose));
}

/* "Turbo, en jämthund" */
static bool is_breed(const words *list, size_t i)
{
    static const char *const breeds[] = { "hund",    "katt",     "tax",     "pudel",
                                          "schäfer", "ras",      "terrier", "labrador",
                                          "häst",    "valp",     "ponny",   "kanin",
                                          "spets",   "retriever" };
    return i + 2 < list->count && list->items[i + 1].gap == GAP_COMMA &&
           list->items[i + 2].gap == GAP_SPACE && word_is(list, i + 1, "en") &&
           (word_is_any(list, i + 2, breeds, G_N_ELEMENTS(breeds)) ||
            word_ends_in_any(list, i + 2, breeds, G_N_ELEMENTS(breeds)));
}

bool is_named_behind(const words *list, size_t i)
{
    if (is_breed(list, i))
        return true;
    if (words_is_initial(list, i) && is_said_to_be_somebody(list, i) &&
        (list->items[i].classes & (WORD_GIVEN | WORD_FAMILY)))
        return true;
    enum { SOMEBODY = CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_STAFF };
    size_t who = said_behind(list, i);
    bool is_said = who < list->count &&
                   ((list->items[who].classes & SOMEBODY) || is_animal_word(list, who));
    if (!is_said && !is_called(list, i))
        return false;
    return !is_plain_word(list, i) || (is_said && is_animal_word(list, who));
}

bool is_signature(const words *list, size_t i)
{
    const word *at = &list->items[i];
    if (!at->is_capital || at->start < 2 || list->text[at->start - 1] != '/')
        return false;
    char before = list->text[at->start - 2];
    bool is_last = i + 1 >= list->count || list->items[i + 1].gap >= GAP_OTHER;
    return is_last && (before == ' ' || before == '\n' || before == '/');
}

bool has_small_particle(const words *list, size_t i)
{
    static const char *const particles[] = { "al-",  "el-",  "ul-",  "ad-",  "as-",
                                             "ar-",  "an-",  "at-",  "az-",  "ash-",
                                             "bin-", "ibn-", "abu-", "von-", "af-" };
    const word *at = &list->items[i];
    if (!at->has_hyphen)
        return false;
    size_t size = word_size(list, i);
    char first = list->text[at->start];
    bool may_begin = first == 'a' || first == 'e' || first == 'u' || first == 'b' ||
                     first == 'i' || first == 'v';
    if (size < 6 || !may_begin || !memchr(list->text + at->start, '-', 5))
        return false;
    for (size_t k = 0; k < G_N_ELEMENTS(particles); k++) {
        size_t length = strlen(particles[k]);
        if (size > length + 2 &&
            memcmp(list->text + at->start, particles[k], length) == 0 &&
            word_is_capital(list->text + at->start + length, size - length))
            return true;
    }
    return false;
}

bool is_greeted(const words *list, size_t i)
{
    static const char *const greetings[] = { "hej",   "hejsan", "tjena",     "tja",
                                             "hallå", "hejhej", "godmorgon", "godnatt",
                                             "kära",  "hejdå",  "tjabba",    "tjo" };
    return i > 0 && list->items[i].gap <= GAP_COMMA &&
           word_is_any(list, i - 1, greetings, G_N_ELEMENTS(greetings));
}

bool is_of_law_or_saint(const words *list, size_t i)
{
    static const char *const before[] = { "lex", "sankta", "sankt", "santa" };
    return i > 0 && list->items[i].gap == GAP_SPACE &&
           word_is_any(list, i - 1, before, G_N_ELEMENTS(before));
}

bool is_told_to(const words *list, size_t i)
{
    static const char *const verbs[] = { "linda", "sanna", "stig", "tina", "lova",
                                         "kalla", "mata",  "rosa", "vila", "signe",
                                         "rut",   "kim",   "tor",  "ria",  "håll" };
    static const char *const behind[] = { "in",    "ut",    "upp",  "inte", "mig",  "dig",
                                          "det",   "den",   "mina", "mitt", "dina", "ditt",
                                          "honom", "henne", "oss",  "inget" };
    return words_is_initial(list, i) && i + 1 < list->count &&
           list->items[i + 1].gap == GAP_SPACE &&
           word_is_any(list, i, verbs, G_N_ELEMENTS(verbs)) &&
           word_is_any(list, i + 1, behind, G_N_ELEMENTS(behind));
}

bool is_sung(const words *list, size_t i)
{
    enum { NEAR = 4 };
    static const char *const sings[] = { "sjunger", "sjöng", "sjunga", "sjungit" };
    for (size_t k = i; k > 0 && i - k < NEAR && list->items[k].gap == GAP_SPACE; k--) {
        if (word_is_any(list, k - 1, sings, G_N_ELEMENTS(sings)))
            return true;
        if (list->items[k - 1].classes & CUE_PLACE || word_is(list, k - 1, "med") ||
            word_is(list, k - 1, "för"))
            return false;
    }
    return false;
}

bool is_answer(const words *list, size_t i)
{
    enum { WHO = WORD_SHE | WORD_HE | WORD_HEN };
    size_t next = i + 1;
    return words_is_initial(list, i) && next < list->count &&
           list->items[next].gap >= GAP_BREAK && (list->items[next].classes & WHO) &&
           list->items[next].start - list->items[i].end <= 2;
}

bool is_called_so(const words *list, size_t i)
{
    static const char *const calling[] = { "kallar", "kallade", "kallat", "kalla",
                                           "döpte" };
    static const char *const whom[] = { "henne", "honom", "mig", "dig", "hen", "henom",
                                        "han",   "hon",   "mej", "dej", "na",  "den" };
    return i > 1 && list->items[i].gap == GAP_SPACE &&
           list->items[i - 1].gap == GAP_SPACE &&
           word_is_any(list, i - 2, calling, G_N_ELEMENTS(calling)) &&
           word_is_any(list, i - 1, whom, G_N_ELEMENTS(whom));
}

bool is_two_initials(const words *list, size_t i)
{
    const word *at = &list->items[i];
    const char *text = list->text + at->start;
    return at->is_upper && word_size(list, i) == 3 && text[1] == '-' &&
           g_ascii_isupper(text[0]) && g_ascii_isupper(text[2]) &&
           (at->end >= list->size || list->text[at->end] != '.'); /* of a list of books */
}

bool is_all_of_answer(const words *list, size_t i)
{
    return list->items[i].gap == GAP_COLON &&
           (i + 1 >= list->count || list->items[i + 1].gap >= GAP_BREAK) &&
           words_ask(list, i) == NOT_A_WORD;
}

bool is_titled_small(const words *list, size_t i)
{
    enum { SHORTEST = 5 };
    const word *at = &list->items[i];
    return i > 0 && at->gap == GAP_SPACE && word_size(list, i) >= SHORTEST &&
           (list->items[i - 1].classes & CUE_NAME) && !at->has_digit &&
           (at->classes & WORD_FAMILY || !at->classes) &&
           words_ask(list, i) == NOT_A_WORD && !is_compound(list, i);
}

/* "min katt Findus" */
static bool is_pet(const words *list, size_t i)
{
    static const char *const whose[] = { "min",  "vår",   "mi", "hennes",
                                         "hans", "deras", "sin" };
    return i > 0 && is_animal_word(list, i) &&
           word_is_any(list, i - 1, whose, G_N_ELEMENTS(whose));
}

bool is_known_and_named(const words *list, size_t i)
{
    enum {
        WHO = CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_STAFF | WORD_SHE | WORD_HE | WORD_HEN
    };
    static const char *const named[] = { "heter", "hette", "hetat" };
    static const char *const persons[] = { "som", "jag", "pojke", "tjej", "kille" };
    const word *at = &list->items[i];
    return i > 1 && (at->classes & (WORD_KNOWN | WORD_WEAK_PLACE | WORD_EMPLOYER)) &&
           !at->is_upper && at->gap == GAP_SPACE &&
           (is_pet(list, i - 1) ||
            (word_is_any(list, i - 1, named, G_N_ELEMENTS(named)) &&
             ((list->items[i - 2].classes & WHO) ||
              word_is_any(list, i - 2, persons, G_N_ELEMENTS(persons)))));
}

bool has_family_ending(const words *list, size_t i)
{
    static const char *const endings[] = {
        "sson",  "ssons", "dotter", "ström", "ströms", "qvist", "qvists", "kvist",
        "gren",  "grens", "stedt",  "hjelm", "blad",   "sköld", "skiöld", "hammar",
        "ović",  "ević",  "ovic",   "evic",  "ić",     "owski", "ewski",  "inski",
        "enko",  "oglu",  "oğlu",   "zadeh", "zade",   "inen",  "dahl",   "dahls",
        "crona", "hielm", "svärd",  "fors",  "lind",   "ander"
    };
    if (word_size(list, i) < 6 || list->items[i].is_upper)
        return false;
    return word_ends_in_any(list, i, endings, G_N_ELEMENTS(endings));
}

bool is_presented(const words *list, size_t i)
{
    static const char *const before[] = { "det", "här", "detta", "de" };
    return i > 1 && list->items[i].gap == GAP_SPACE &&
           (word_is(list, i - 1, "är") || word_is(list, i - 1, "e")) &&
           word_is_any(list, i - 2, before, G_N_ELEMENTS(before));
}

bool is_listed_behind_colon(const words *list, size_t i)
{
    const word *at = &list->items[i];
    bool is_closed = at->end < list->size && strchr(",)\n", list->text[at->end]);
    return at->gap == GAP_COLON && i > 1 && is_closed && at[-1].gap != GAP_BREAK &&
           !at[-1].is_capital;
}
