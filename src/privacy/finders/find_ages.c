#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../age_signs.h"
#include "../said.h"

/* Nobody lives longer; and a while of so many years tells an age as well. */
enum { OLDEST = 110, LIFETIME = 60, GROWN = 12 };

/* "för tio år sedan", "i fem år": a while, not an age. */
static bool is_while(const words *list, size_t number, size_t unit)
{
    static const char *const before[] = {
        "för",    "i",     "på",    "under", "efter", "inom",    "om",     "senaste",
        "över",   "flera", "minst", "drygt", "sedan", "sen",     "första", "sista",
        "varje",  "dom",   "de",    "ca",    "cirka", "ungefär", "hann",   "ska",
        "skulle", "har",   "hade",  "fick",  "att",   "kommer",  "kanske"
    };
    static const char *const after[] = { "sedan",    "sen",    "senare",
                                         "tillbaka", "framåt", "till" };
    if (number > 0 && list->items[number].gap <= GAP_SPACE &&
        word_is_any(list, number - 1, before, G_N_ELEMENTS(before)))
        return true;
    return unit + 1 < list->count && list->items[unit + 1].gap <= GAP_SPACE &&
           word_is_any(list, unit + 1, after, G_N_ELEMENTS(after));
}

static bool says_age_before(const words *list, size_t i)
{
    static const char *const before[] = { "är",   "fyller", "fyllt", "fyllde",
                                          "blev", "blir",   "bli",   "var",
                                          "vart", "blivit", "ålder", "åldern",
                                          "idag", "nu",     "ju",    "fyllda" };
    static const char *const between[] = {
        "då",      "nu",   "ju",     "bara", "typ",    "nog",   "väl",   "redan",
        "ungefär", "idag", "alltså", "runt", "nästan", "drygt", "knappt"
    };
    if (i == 0 || list->items[i].gap > GAP_SPACE)
        return false;
    size_t verb = i - 1;
    if (verb > 0 && list->items[verb].gap == GAP_SPACE &&
        word_is_any(list, verb, between, G_N_ELEMENTS(between)))
        verb--;
    return word_is_any(list, i - 1, before, G_N_ELEMENTS(before)) ||
           word_is_any(list, verb, before, G_N_ELEMENTS(before));
}

static void add_age(GArray *findings, size_t start, size_t end, lyh_confidence confidence)
{
    add_finding(findings, start, end, LYH_FINDING_AGE, confidence, N_("an age in years"));
}

/* "Yusuf, 4", "Yusuf (4" */
static bool follows_name(const words *list, size_t i)
{
    return i > 0 && list->items[i - 1].is_capital &&
           (list->items[i].gap == GAP_COMMA || list->items[i].gap == GAP_OTHER) &&
           (list->items[i - 1].classes & (WORD_GIVEN | WORD_FAMILY));
}

/* "47 år", "47-årig", "sextiosju år gammal", "47 bast" */
static bool find_with_unit(const words *list, size_t i, int value, GArray *findings)
{
    static const char *const years[] = { "år",      "års",       "bast",   "vårar",
                                         "vintrar", "jordsnurr", "somrar", "årsåldern" };
    if (i + 1 >= list->count || list->items[i + 1].gap > GAP_OTHER ||
        list->items[i + 1].gap == GAP_COMMA)
        return false;
    static const char *const weeks[] = { "månader", "mån",      "månad",  "veckor",
                                         "dagar",   "månaders", "veckors" };
    static const char *const then[] = { "gammal", "gammalt", "då", "när", "nu",
                                        "och",    "å",       "så", "men" };
    bool is_unit = word_is_any(list, i + 1, years, G_N_ELEMENTS(years));
    /* "Han blev sex veckor", "lillan var fjorton månader" */
    bool is_baby = !is_unit && word_is_any(list, i + 1, weeks, G_N_ELEMENTS(weeks)) &&
                   i > 1 && says_age_before(list, i) &&
                   (age_is_subject(list, i - 2) || word_is(list, i - 2, "lillan") ||
                    word_is(list, i - 2, "lillen") || word_is(list, i - 2, "bebisen")) &&
                   (i + 2 >= list->count || list->items[i + 2].gap >= GAP_COMMA ||
                    word_is_any(list, i + 2, then, G_N_ELEMENTS(then)));
    is_unit = is_unit || is_baby;
    bool is_old = strncmp(list->text + list->items[i + 1].start, "åri", strlen("åri")) == 0;
    bool is_gammal = i + 2 < list->count && list->items[i + 2].gap == GAP_SPACE &&
                     (word_is(list, i + 2, "gammal") || word_is(list, i + 2, "gammalt"));
    if (!is_unit && !is_old && !is_gammal)
        return false;
    bool is_second =
        i > 2 && word_is(list, i - 1, "och") && /* "är fyra och sex år" */
        (list->items[i - 2].classes & WORD_SMALL || list->items[i - 2].is_number);
    bool is_listed_so = i > 0 && list->items[i].gap == GAP_SPACE && /* "Parwana 6 år" */
                        (list->items[i - 1].classes & WORD_GIVEN) &&
                        !(list->items[i - 1].classes & WORD_WEAK_NAME);
    bool is_learners = i > 0 && is_unit && age_is_behind_name(list, i);
    bool is_said = is_old || is_gammal || is_learners || is_listed_so ||
                   says_age_before(list, is_second ? i - 2 : i) || follows_name(list, i) ||
                   age_is_of_small_child(list, i) ||
                   (is_unit && age_is_of_children(list, i));
    if (!is_said && (value < GROWN || (is_while(list, i, i + 1) && value < LIFETIME)))
        return false;
    add_age(findings, list->items[i].start, list->items[i + 1].end,
            is_said ? LYH_CONFIDENCE_HIGH : LYH_CONFIDENCE_LOW);
    return true;
}

/* "när jag var nitton flyttade jag", "innan hon blev sju" */
static bool is_in_a_past(const words *list, size_t i)
{
    static const char *const whens[] = { "när",   "då",  "innan", "tills",
                                         "sedan", "sen", "medan", "om" };
    return i > 2 && word_is_any(list, i - 3, whens, G_N_ELEMENTS(whens)) &&
           age_is_subject(list, i - 2);
}

/* "kan ha varit tjugotre", "Är fyrtiotre.", "heter Leif och var femtio": no subject, but no thing
 * that is counted either. */
static bool is_said_alone(const words *list, size_t i, int value)
{
    static const char *const being[] = { "är", "var", "e", "ä", "va" };
    static const char *const having_been[] = { "varit", "vart", "vari" };
    static const char *const before[] = { "och", "men", "de", "dom", "di", "å", "o" };
    size_t verb = age_verb_before(list, i);
    static const char *const then[] = { "och", "å", "snart", "nu", "men", "när" };
    bool is_closed = i + 1 >= list->count || list->items[i + 1].gap >= GAP_COMMA ||
                     word_is_any(list, i + 1, then, G_N_ELEMENTS(then));
    if ((value <= GROWN && (value < 2 || !words_cue_before(list, i, CUE_NAME, 4))) ||
        !is_closed)
        return false;
    if (word_is_any(list, verb, having_been, G_N_ELEMENTS(having_been)))
        return verb > 0 && word_is(list, verb - 1, "ha");
    if (list->items[i].gap > GAP_SPACE)
        return false;
    if (!word_is_any(list, verb, being, G_N_ELEMENTS(being)))
        return false;
    return words_is_initial(list, verb) ||
           (verb > 0 && list->items[verb].gap == GAP_SPACE &&
            word_is_any(list, verb - 1, before, G_N_ELEMENTS(before)));
}

/* "jag är sextiosju", "hon var tjugo gick hon", "Noor som var fyra frågade": nothing is counted. */
static bool is_closed(const words *list, size_t i, int value)
{
    bool is_told = i > 1 && word_is(list, i - 2, "som");
    return age_is_at_end(list, i + 1) || is_in_a_past(list, i) ||
           ((value >= GROWN || is_told) && !age_is_count_of(list, i + 1));
}

/* "Han hann precis bli 84." */
static bool is_just_become(const words *list, size_t i, int value)
{
    enum { NEAR = 4 };
    static const char *const become[] = { "bli", "fylla", "bliva" };
    static const char *const in_time[] = { "hann", "hinner", "hunnit", "hinna" };
    if (value < GROWN || i < 2 || list->items[i].gap != GAP_SPACE ||
        !word_is_any(list, i - 1, become, G_N_ELEMENTS(become)) ||
        !is_closed(list, i, value))
        return false;
    for (size_t k = 2; k <= NEAR && k <= i; k++)
        if (word_is_any(list, i - k, in_time, G_N_ELEMENTS(in_time)))
            return true;
    return false;
}

/* "jag är sextiosju", "Tala är sex och", "är jag 29", "det är 87 man är" */
static bool is_bare_age(const words *list, size_t i, int value)
{
    static const char *const being[] = { "är",   "var", "blir", "blev", "blivit",
                                         "vart", "bli", "va",   "ä",    "e" };
    static const char *const still[] = {
        "fortfarande", "bara",     "nu",     "ju",         "redan",  "idag",  "snart",
        "nog",         "faktiskt", "väl",    "egentligen", "alltså", "hela",  "typ",
        "ungefär",     "precis",   "säkert", "kanske",     "runt",   "kring", "närmare",
        "bortåt",      "nästan",   "över",   "drygt",      "knappt", "minst", "gott",
        "då",          "visst",    "själv"
    };
    size_t next = i + 1;
    bool is_turned_behind = next + 1 < list->count && list->items[next].gap == GAP_SPACE &&
                            word_is_any(list, next, being, G_N_ELEMENTS(being)) &&
                            age_is_subject(list, next + 1);
    bool is_anybodys = next + 1 < list->count && word_is(list, next, "man") &&
                       word_is_any(list, next + 1, being, G_N_ELEMENTS(being));
    if (is_turned_behind || is_anybodys)
        return value >= GROWN;
    if (i < 1 || list->items[i].gap > GAP_COMMA || !is_closed(list, i, value))
        return false;
    if (is_said_alone(list, i, value))
        return true;
    if (list->items[i].gap > GAP_SPACE)
        return false;
    size_t verb = i - 1;
    while (
        verb > 0 && i - verb < 4 && list->items[verb].gap == GAP_SPACE &&
        (word_is_any(list, verb, still, G_N_ELEMENTS(still)) || age_is_subject(list, verb)))
        verb--;
    if (!word_is_any(list, verb, being, G_N_ELEMENTS(being)))
        return false;
    bool is_turned = false;
    for (size_t k = verb + 1; k < i; k++)
        is_turned = is_turned || age_is_subject(list, k);
    /* "Birger, vår bas, är 95" */
    bool is_behind_comma = list->items[verb].gap == GAP_COMMA && value >= GROWN &&
                           words_cue_before(list, verb, WORD_GIVEN, 6);
    /* "jag är", "min dotter hon är", "Liam är", "jag som är" */
    bool is_straight =
        verb > 0 &&
        (age_is_subject(list, verb - 1) ||
         (verb > 1 && word_is(list, verb - 1, "min") && age_is_subject(list, verb - 2)) ||
         (verb > 1 && word_is(list, verb - 1, "som") &&
          (age_is_subject(list, verb - 2) || age_is_someone(list, verb - 2))) ||
         (verb > 2 && word_is(list, verb - 2, "som") && /* "en flicka som bara är" */
          word_is_any(list, verb - 1, still, G_N_ELEMENTS(still)) &&
          (age_is_subject(list, verb - 3) || list->items[verb - 2].gap == GAP_COMMA)) ||
         (verb > 1 && word_is_any(list, verb - 1, still, G_N_ELEMENTS(still)) &&
          age_is_subject(list, verb - 2)));
    return is_turned || is_straight || is_behind_comma;
}

static int value_at(const words *list, size_t i)
{
    int value = 0;
    for (size_t at = list->items[i].start; at < list->items[i].end && value < 10000; at++)
        value = value * 10 + list->text[at] - '0';
    return value;
}

#define YEAR_OF_BIRTH N_("a year of birth")

/* "född 1964", "född 64", "född femtioåtta", "är av årgång 58" */
static bool find_born(const words *list, size_t i, int value, GArray *findings)
{
    static const char *const before[] = { "född",      "f",          "fd",     "föddes",
                                          "fött",      "fötts",      "årgång", "årsmodell",
                                          "födelseår", "födelseåret" };
    bool is_born = (i > 0 && word_is_any(list, i - 1, before, G_N_ELEMENTS(before))) ||
                   (i > 1 && word_is_any(list, i - 2, before, G_N_ELEMENTS(before))) ||
                   (i > 2 && list->items[i - 1].is_capital && /* "föddes i Pajala 1958" */
                    word_is_any(list, i - 3, before, G_N_ELEMENTS(before)));
    is_born = is_born || age_is_year_of_birth(list, i);
    bool is_year = (value >= 1890 && value <= 2030) || (value >= 10 && value <= 99);
    if (!is_born || !is_year ||
        (list->items[i].gap > GAP_OTHER && !age_is_year_of_birth(list, i)))
        return false;
    add_finding(findings, list->items[i].start, list->items[i].end, LYH_FINDING_AGE,
                LYH_CONFIDENCE_HIGH, YEAR_OF_BIRTH);
    return true;
}

bool lyh_finding_is_year_of_birth(const lyh_finding *finding)
{
    return strcmp(finding->why, YEAR_OF_BIRTH) == 0;
}

/* "fyller 58", "i åldern 47", "Ålder: 47" */
static bool is_announced(const words *list, size_t i)
{
    if (i == 0 || list->items[i].gap >= GAP_BREAK)
        return false;
    return (list->items[i - 1].classes & CUE_AGE) ||
           word_ends_in(list, i - 1, "ålder") || /* "medelålder åttiofyra" */
           word_ends_in(list, i - 1, "åldern") ||
           (i > 1 && list->items[i - 1].gap == GAP_SPACE && word_size(list, i - 1) <= 4 &&
            (list->items[i - 2].classes & CUE_AGE) && !list->items[i - 1].is_number);
}

/* "tjugotreåring", "sjuttioårig", "femtonåriga" */
static bool is_of_age(const words *list, size_t i)
{
    static const char *const endings[] = { "åring",      "åringen",   "årig",
                                           "årige",      "åriga",     "åringar",
                                           "årigt",      "årsåldern", "årsdag",
                                           "årsdagen",   "årskalas",  "årsfest",
                                           "årspresent", "tioårs",    "tiårs" };
    return word_ends_in_any(list, i, endings, G_N_ELEMENTS(endings));
}

/* Most words are no ages: their last letters say so. */
static bool may_be_of_age(const words *list, size_t i)
{
    char last = list->text[list->items[i].end - 1];
    return word_size(list, i) >= 8 && /* the å of all of them */
           memchr(list->text + list->items[i].start, 0xC3, word_size(list, i)) &&
           strchr("gnrtaes", last) && !(list->items[i].classes & (WORD_SMALL | WORD_TENS));
}

static bool is_counted_out(const words *list, size_t i)
{
    return i < list->count && (list->items[i].is_number ||
                               (list->items[i].classes & (WORD_SMALL | WORD_TENS)));
}

/* "vi är 35 och 38", "barnen är sju och nio" */
static bool is_one_of_two(const words *list, size_t i)
{
    static const char *const being[] = { "är", "var", "blir", "blev", "fyller" };
    bool is_second = i > 2 && word_is(list, i - 1, "och") && is_counted_out(list, i - 2);
    size_t first = is_second ? i - 2 : i;
    bool has_second = first + 2 < list->count && word_is(list, first + 1, "och") &&
                      is_counted_out(list, first + 2);
    static const char *const then[] = { "då", "nu", "bara", "väl" };
    size_t verb = first > 1 ? first - 1 : 0;
    verb -= verb > 0 && word_is_any(list, verb, then, G_N_ELEMENTS(then));
    return verb > 0 && has_second && word_is_any(list, verb, being, G_N_ELEMENTS(being)) &&
           age_is_at_end(list, first + 3);
}

/* "från jag var tjugotre till trettiett" */
static bool is_span_of_life(const words *list, size_t i)
{
    size_t second = i + 2;
    bool has_second = second < list->count && word_is(list, i + 1, "till") &&
                      is_counted_out(list, second) && age_is_at_end(list, second + 1);
    return has_second && i > 1 && word_is(list, i - 1, "var") &&
           age_is_subject(list, i - 2);
}

/* "jag är sjutton nu, arton den fjärde": the age that comes next. */
static bool is_next_age(const words *list, size_t i, size_t last)
{
    /* "född trettiofyra, alltså åttioåtta" */
    if (last < i && i - last <= 2 && word_is(list, i - 1, "alltså"))
        return true;
    /* "pojken är tolv och lillan fyra" */
    if (last < i && i - last <= 4 && list->items[i].gap == GAP_SPACE && i > 1 &&
        list->items[last].sentence == list->items[i].sentence &&
        (word_is(list, i - 2, "och") || list->items[i - 1].gap == GAP_COMMA) &&
        (age_is_subject(list, i - 1) || word_is(list, i - 1, "lillan")) &&
        age_is_at_end(list, i + 1))
        return true;
    if (last + 2 == i && last > 1 && word_is(list, i - 1, "till") &&
        age_is_subject(list, last - 2))
        return true;
    static const char *const behind[] = { "den", "i", "nästa", "snart", "om", "på" };
    bool is_same = last < i && list->items[last].sentence == list->items[i].sentence;
    bool is_new = last + 1 == i && list->items[i].gap == GAP_BREAK; /* "88. 89 i mars" */
    if (last + 1 == i && is_same &&
        list->items[i].gap == GAP_COMMA && /* "tjugoett, tjugotvå?" */
        (i + 1 >= list->count || list->items[i + 1].gap >= GAP_COMMA))
        return true;
    return last < i && i - last <= 4 &&
           ((list->items[i].gap == GAP_COMMA && is_same) || is_new) &&
           i + 1 < list->count && list->items[i + 1].gap == GAP_SPACE &&
           word_is_any(list, i + 1, behind, G_N_ELEMENTS(behind));
}

static bool find_age_at(const words *list, size_t i, int value, size_t last,
                        GArray *findings)
{
    const word *at = &list->items[i];
    if (find_born(list, i, value, findings) || value < 1 || value > OLDEST)
        return false;
    if (find_with_unit(list, i, value, findings))
        return true;
    static const char *const others[] = {
        "vecka", "veckan", "klockan", "kl",    "v",     "dag",   "nummer", "kapitel",
        "rum",   "linje",  "plats",   "fråga", "klass", "kanal", "årskurs"
    };
    if (i > 0 && word_is_any(list, i - 1, others, G_N_ELEMENTS(others)))
        return false;
    bool is_youth = value >= GROWN && age_is_of_small_child(list, i) &&
                    age_is_at_end(list, i + 1); /* "ung, kanske tjugofem, första jobb" */
    bool is_presented = value >= GROWN && age_is_presented(list, i);
    if (!is_youth && !is_presented && !is_announced(list, i) &&
        !is_bare_age(list, i, value) && !age_is_behind_name(list, i) &&
        !is_one_of_two(list, i) && !is_span_of_life(list, i) &&
        !age_is_answer(list, i, value >= GROWN) && !is_next_age(list, i, last) &&
        !age_is_person_of(list, i) && !is_just_become(list, i, value) &&
        !(value > GROWN && age_is_uncounted(list, i)) &&
        !(value >= GROWN && age_is_guessed(list, i)))
        return false;
    add_age(findings, at->start, at->end, LYH_CONFIDENCE_LOW);
    return true;
}

/* "en", "ett": nearly always an article, and then nothing of an age stands behind it. */
static bool is_article(const words *list, size_t i)
{
    static const char *const ages[] = {
        "år", "års", "och", "nu", "månad", "vecka", "gammal"
    };
    const word *at = &list->items[i];
    bool is_one = !at->is_number && at->end - at->start <= 3 &&
                  (list->text[at->start] | 0x20) == 'e' &&
                  (word_is(list, i, "en") || word_is(list, i, "ett"));
    return is_one && i + 1 < list->count && list->items[i + 1].gap == GAP_SPACE &&
           !word_is_any(list, i + 1, ages, G_N_ELEMENTS(ages));
}

void find_ages(const words *list, GArray *findings)
{
    size_t last = list->count; /* the word of the age before */
    for (size_t i = 0; i < list->count; i++) {
        const word *at = &list->items[i];
        bool is_counted = at->is_number || (at->classes & (WORD_SMALL | WORD_TENS));
        if (is_counted && is_article(list, i))
            continue;
        int value = !is_counted     ? 0
                    : at->is_number ? value_at(list, i)
                                    : said_small(list, i);
        if (is_counted)
            last = find_age_at(list, i, value, last, findings) ? i : last;
        else if (may_be_of_age(list, i) && is_of_age(list, i))
            add_age(findings, at->start, at->end, LYH_CONFIDENCE_LOW);
    }
}
