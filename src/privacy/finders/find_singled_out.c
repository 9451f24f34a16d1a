/* Who is told by being the only, the first or one of few: "den enda kvinnan på nattpasset". */
#include "finders.h"

#include <lyhord/base/catalog.h>

enum { SOMEBODY = CUE_STAFF | CUE_FEMALE | CUE_MALE | WORD_TITLE };

static bool goes_on(const words *list, size_t i)
{
    return i < list->count && list->items[i].gap == GAP_SPACE;
}

/* "på kaféet", "bland oss": among whom. */
static bool is_among(const words *list, size_t i)
{
    static const char *const among[] = { "i",          "på",   "vid",    "hos",  "av",
                                         "bland",      "inom", "utav",   "ve",   "åv",
                                         "från",       "med",  "mellan", "kvar", "här",
                                         "häromkring", "hemma" };
    return goes_on(list, i) && word_is_any(list, i, among, G_N_ELEMENTS(among));
}

/* -läkare, -arna, -ist, -karl: endings of those who do something, in few nouns of things. */
static bool is_somebody(const words *list, size_t i)
{
    static const char *const endings[] = {
        "ören",     "eur",        "euren",     "örer",       "ledare",    "diakon",
        "diakonen", "fru",        "frun",      "herre",      "ombud",     "ombudet",
        "tolk",     "tolken",     "granne",    "grannen",    "arbetare",  "polack",
        "polacken", "turk",       "turken",    "kurd",       "kurden",    "grek",
        "greken",   "invandrare", "ungdom",    "ungdomen",   "barnen",    "anhörig",
        "anhörige", "boende",     "kund",      "kunden",     "syster",    "kusk",
        "vän",      "vännen",     "deltagare", "are",        "aren",      "arn",
        "erska",    "erskan",     "ist",       "isten",      "tör",       "tören",
        "ktör",     "ssör",       "ssören",    "nör",        "nören",     "log",
        "logen",    "nom",        "nomen",     "ant",        "anten",     "iker",
        "ikern",    "man",        "mannen",    "karl",       "karln",     "karlen",
        "kvinna",   "kvinnan",    "tjej",      "tjejen",     "kille",     "killen",
        "pojke",    "pojken",     "flicka",    "flickan",    "gubbe",     "gubben",
        "gumma",    "gumman",     "tant",      "tanten",     "personal",  "personalen",
        "chef",     "chefen",     "förälder",  "föräldern",  "assistent", "assistenten",
        "student",  "studenten",  "patient",   "patienten",  "elev",      "eleven",
        "person",   "personen",   "mamma",     "mamman",     "pappa",     "pappan",
        "präst",    "prästen",    "psykiater", "psykiatern", "terapeut",  "terapeuten",
        "pedagog",  "pedagogen",  "assyrier",  "finne",      "finnen",    "same",
        "samen",    "ier",        "iern",      "jude",       "juden",     "rom",
        "romen",    "polska",     "polskan",   "ska"
    };
    static const char *const things[] = { "tidigare", "senare",   "vidare",    "närmare",
                                          "klarare",  "ledare",   "svenska",   "engelska",
                                          "friska",   "sämre",    "praktiska", "restaurang",
                                          "ganska",   "psykiska", "tröst",     "halvan",
                                          "sommaren", "dagaren",  "maskinist", "hör" };
    return i < list->count && !list->items[i].is_capital &&
           list->items[i].gap == GAP_SPACE &&
           !word_is_any(list, i, things, G_N_ELEMENTS(things)) &&
           ((list->items[i].classes & SOMEBODY) != 0 ||
            word_is_or_ends_in_any(list, i, endings, G_N_ELEMENTS(endings)));
}

/* The word that says what somebody is, at @i or behind an adjective: "kvinnliga snickaren"; or 0. */
static size_t somebody_at(const words *list, size_t i)
{
    if (is_somebody(list, i))
        return i;
    bool is_adjective = goes_on(list, i) && i + 1 < list->count &&
                        (word_ends_in(list, i, "a") || word_ends_in(list, i, "e")) &&
                        !list->items[i].is_number;
    return is_adjective && is_somebody(list, i + 1) ? i + 1 : 0;
}

/* Up to the noun behind a preposition: "på nattpasset". */
static size_t among_end(const words *list, size_t last)
{
    if (!is_among(list, last + 1) || !goes_on(list, last + 2))
        return last;
    bool is_owned = word_ends_in(list, last + 2, "s") && goes_on(list, last + 3);
    return last + 2 + is_owned;
}

static void add_part(const words *list, size_t first, size_t last, lyh_finding_kind kind,
                     GArray *findings)
{
    add_finding(findings, list->items[first].start, list->items[last].end, kind,
                LYH_CONFIDENCE_LOW, N_("what one or few of a place are"));
}

/* "kommunens ende", "byns första": of which there is one. */
static bool is_of_a_whole(const words *list, size_t i)
{
    static const char *const wholes[] = { "ens", "ets",   "ans",    "byns", "sveriges",
                                          "öns", "sjöns", "bygdas", "stans" };
    return i > 0 && list->items[i].gap == GAP_SPACE && !list->items[i - 1].is_number &&
           !(list->items[i - 1].classes & (CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_KIN)) &&
           (word_ends_in_any(list, i - 1, wholes, G_N_ELEMENTS(wholes)) ||
            list->items[i - 1].classes & (WORD_PLACE | WORD_MUNICIPALITY));
}

/* "den enda som är auktoriserad i polska": a flag where it is said among whom or in what. */
static void add_only_who(const words *list, size_t first, size_t last, GArray *findings)
{
    enum { NEAR = 7 };
    static const char *const where[] = { "i", "på", "av", "inom", "sedan", "sen" };
    size_t k = last + 1;
    while (k <= last + NEAR && goes_on(list, k) &&
           !word_is_any(list, k, where, G_N_ELEMENTS(where)))
        k++;
    bool is_told = k <= last + NEAR && goes_on(list, k) && goes_on(list, k + 1);
    add_part(list, first, is_told ? k + 1 : last,
             is_told ? LYH_FINDING_TITLE : LYH_FINDING_DOUBT, findings);
}

/* "den som har hand om alla", "den som startade kören": who there is one of, at "den". */
static void find_who_does(const words *list, size_t i, GArray *findings)
{
    enum { SOM = 1, VERB = 2, HAND = 3, OM = 4 };
    static const char *const deeds[] = { "ansvarar", "ansvarade", "sköter",    "skötte",
                                         "basar",    "basade",    "leder",     "ledde",
                                         "startade", "grundade",  "driver",    "drev",
                                         "byggde",   "bildade",   "dirigerar", "förestår" };
    static const char *const has[] = { "har", "hade", "haft", "ha" };
    if (!goes_on(list, i + SOM) || !word_is(list, i + SOM, "som") ||
        !goes_on(list, i + VERB))
        return;
    bool is_in_charge = word_is_any(list, i + VERB, has, G_N_ELEMENTS(has)) &&
                        goes_on(list, i + OM) && word_is(list, i + HAND, "hand");
    if (is_in_charge || word_is_any(list, i + VERB, deeds, G_N_ELEMENTS(deeds)))
        add_part(list, i, is_in_charge ? i + OM : i + VERB, LYH_FINDING_TITLE, findings);
}

/* "ingen annan i stan som", "int nån annan på orten" */
static void find_no_other(const words *list, size_t i, GArray *findings)
{
    static const char *const none[] = {
        "ingen", "inga", "nån", "någon", "inget", "ingenn"
    };
    if (i == 0 || list->items[i].gap != GAP_SPACE ||
        !word_is_any(list, i - 1, none, G_N_ELEMENTS(none)) || !is_among(list, i + 1))
        return;
    for (size_t k = i + 2; k <= i + 4 && goes_on(list, k); k++)
        if (word_is(list, k, "som")) {
            add_part(list, i - 1, k, LYH_FINDING_TITLE, findings);
            return;
        }
}

/* "den enda på kaféet", "enda tandläkaren", "den ende", "den enda som": the only one. */
static void find_only(const words *list, size_t i, GArray *findings)
{
    static const char *const no_one[] = { "en", "ett", "ingen", "inget", "det", "n" };
    static const char *const whom[] = { "som", "jag", "ja", "vi", "du",
                                        "där", "dom", "ni", "de", "man" };
    bool has_before = i > 0 && list->items[i].gap == GAP_SPACE;
    if (has_before && word_is_any(list, i - 1, no_one, G_N_ELEMENTS(no_one)))
        return;
    bool is_man = word_is(list, i, "ende");
    bool has_den =
        has_before && (word_is(list, i - 1, "den") || word_is(list, i - 1, "dän"));
    bool is_whole = is_of_a_whole(list, i);
    size_t first = has_den || is_whole ? i - 1 : i;
    size_t who = somebody_at(list, i + 1);
    if (who)
        add_part(list, first, among_end(list, who), LYH_FINDING_TITLE, findings);
    else if ((has_den || is_man) && is_among(list, i + 1))
        add_part(list, first, among_end(list, i), LYH_FINDING_TITLE, findings);
    else if ((has_den || is_man) && goes_on(list, i + 1) &&
             word_is_any(list, i + 1, whom, G_N_ELEMENTS(whom)))
        add_only_who(list, first, i + 1, findings);
    else if (is_man || (is_whole && goes_on(list, i + 1)))
        add_part(list, first, goes_on(list, i + 1) ? i + 1 : i, LYH_FINDING_TITLE,
                 findings);
}

/* "den siste ålfiskaren", "första kvinnan i styrelsen", "äldst på boendet" */
static void find_first(const words *list, size_t i, GArray *findings)
{
    enum { DAYS = WORD_MONTH | WORD_FEAST | WORD_SEASON };
    static const char *const ages[] = { "äldste", "äldsta", "yngste",
                                        "yngsta", "äldst",  "yngst" };
    static const char *const men[] = { "siste", "förste" };
    static const char *const own[] = { "min",   "vår",  "mina",   "våra",
                                       "deras", "hans", "hennes", "sin" };
    if (!goes_on(list, i + 1) || list->items[i + 1].classes & DAYS)
        return;
    bool has_before = i > 0 && list->items[i].gap == GAP_SPACE;
    bool is_age = word_is_any(list, i, ages, G_N_ELEMENTS(ages));
    bool is_man = word_is_any(list, i, men, G_N_ELEMENTS(men));
    if (has_before && word_is_any(list, i - 1, own, G_N_ELEMENTS(own)))
        return;
    bool is_whole = is_of_a_whole(list, i);
    size_t first = has_before && (is_whole || word_is(list, i - 1, "den")) ? i - 1 : i;
    size_t who = somebody_at(list, i + 1);
    bool is_among_them = is_among(list, who ? who + 1 : i + 1) &&
                         !(word_is(list, i + 1, "i") && !is_age && !is_man);
    if (who && (is_among_them || is_whole || is_man))
        add_part(list, first, among_end(list, who), LYH_FINDING_TITLE, findings);
    else if (is_age && !who &&
             (is_among_them ||
              (goes_on(list, i + 1) && word_is(list, i + 1, "som") && first < i)))
        add_part(list, first, among_end(list, i), LYH_FINDING_TITLE, findings);
    else if (is_man && has_before && word_is(list, i - 1, "den") && is_among(list, i + 1))
        add_part(list, first, among_end(list, i), LYH_FINDING_TITLE, findings);
    else if (is_man && has_before && word_is(list, i - 1, "den") &&
             !list->items[i + 1].is_capital && list->items[i + 1].classes == 0)
        add_part(list, first, i + 1, LYH_FINDING_TITLE, findings);
}

/* "en av tre renskötare", "en av de få som", "en av två på": one of so few that they are known. */
static void find_one_of_few(const words *list, size_t i, GArray *findings)
{
    enum { MOST = 6 };
    static const char *const few[] = { "få", "två", "tre", "fyra", "fem", "sex" };
    static const char *const the[] = { "de", "dom", "dem", "di" };
    if (i == 0 || !(word_is(list, i - 1, "en") || word_is(list, i - 1, "ett")))
        return;
    size_t count = i + 1 + word_is_any(list, i + 1, the, G_N_ELEMENTS(the));
    if (!goes_on(list, count) || !word_is_any(list, count, few, G_N_ELEMENTS(few)))
        return;
    size_t who = somebody_at(list, count + 1);
    bool is_told = goes_on(list, count + 1) &&
                   (is_among(list, count + 1) || word_is(list, count + 1, "som"));
    if (who || is_told)
        add_part(list, i - 1, who ? among_end(list, who) : count + 1,
                 who ? LYH_FINDING_TITLE : LYH_FINDING_DOUBT, findings);
}

/* "satt i kommunfullmäktige", "med i tv", "spelade i damlaget", from the verb on. */
static void find_seat(const words *list, size_t i, GArray *findings)
{
    enum { NEAR = 4 };
    static const char *const sits[] = { "sitter",  "satt",   "suttit", "sitta",
                                        "invald",  "vald",   "valdes", "med",
                                        "spelade", "spelar", "spelat" };
    static const char *const councils[] = {
        "fullmäktige", "styrelse",  "styrelsen", "nämnd",     "nämnden",    "rådet",
        "råd",         "kommittén", "styrelsa",  "riksdagen", "sametinget", "landstinget",
        "tv",          "radio",     "radion",    "tidningen", "landslaget", "allsvenskan",
        "a-laget",     "damlaget",  "herrlaget", "elitserien"
    };
    if (!word_is_any(list, i, sits, G_N_ELEMENTS(sits)))
        return;
    bool is_in = false;
    for (size_t k = i + 1; k <= i + NEAR && goes_on(list, k); k++) {
        if (is_in && word_is_or_ends_in_any(list, k, councils, G_N_ELEMENTS(councils))) {
            add_part(list, i, k, LYH_FINDING_TITLE, findings);
            return;
        }
        is_in = is_in || word_is(list, k, "i") || word_is(list, k, "till");
    }
}

/* "startade föreningen", "var med och grundade kören": what few have done. */
static void find_founder(const words *list, size_t i, GArray *findings)
{
    enum { NEAR = 4 };
    static const char *const founded[] = { "startade", "grundade", "bildade", "startat",
                                           "grundat",  "bildat",   "starta",  "bilda" };
    static const char *const circles[] = {
        "föreningen", "förening", "klubben",      "klubb",      "kören",
        "kör",        "gruppen",  "kooperativet", "kooperativ", "bandet",
        "företag",    "firma",    "firman",       "laget",      "teatern",
        "festivalen", "cirkeln",  "loppisen",     "museet",     "tidningen"
    };
    if (!word_is_any(list, i, founded, G_N_ELEMENTS(founded)))
        return;
    for (size_t k = i + 1; k <= i + NEAR && goes_on(list, k); k++)
        if (word_is_or_ends_in_any(list, k, circles, G_N_ELEMENTS(circles))) {
            add_part(list, i, k, LYH_FINDING_TITLE, findings);
            return;
        }
}

/* "bäst i kommunen", "snabbast i Skåne"; "bäst i Sverige" is praise */
static void find_best(const words *list, size_t i, GArray *findings)
{
    static const char *const wholes[] = { "kommunen", "landet", "länet",
                                          "stan",     "byn",    "distriktet",
                                          "regionen", "norden", "skolan" };
    size_t whole = i + 2;
    if (goes_on(list, i + 1) && word_is(list, i + 1, "i") && goes_on(list, whole) &&
        ((list->items[whole].is_capital && !(list->items[whole].classes & WORD_KNOWN)) ||
         word_is_any(list, whole, wholes, G_N_ELEMENTS(wholes))))
        add_part(list, i, whole, LYH_FINDING_TITLE, findings);
}

/* s_t, val, inv, med: what may be a word for sitting somewhere. */
static bool may_sit(const char *text, size_t size)
{
    switch (text[0]) {
    case 's':
        return text[2] == 't' || text[2] == 'e';
    case 'v':
        return text[1] == 'a' && text[2] == 'l';
    case 'i':
        return text[1] == 'n' && text[2] == 'v';
    default:
        return text[0] == 'm' && size == 3 && text[1] == 'e' && text[2] == 'd';
    }
}

void find_singled_out(const words *list, size_t i, GArray *findings)
{
    static const char *const only[] = { "enda", "ende", "endaste" };
    static const char *const firsts[] = { "siste",  "sista",  "förste", "första", "äldste",
                                          "äldsta", "yngste", "yngsta", "äldst",  "yngst" };
    const char *text = list->text + list->items[i].start;
    const char *end = list->text + list->items[i].end;
    size_t size = word_size(list, i);
    if (size == 2 && text[0] == 'a' && text[1] == 'v') {
        find_one_of_few(list, i, findings);
    } else if (size == 3 && text[1] == 'e' && text[2] == 'n') {
        find_who_does(list, i, findings);
    } else if (size == 5 && text[0] == 'a') {
        if (word_is(list, i, "annan"))
            find_no_other(list, i, findings);
    } else if (size > 3 && (text[0] | 0x20) == 'e') {
        if (text[1] == 'n' && text[2] == 'd' &&
            word_is_any(list, i, only, G_N_ELEMENTS(only)))
            find_only(list, i, findings);
    } else if (size > 4 &&
               ((end[-2] == 't' && end[-3] == 's') || (end[-1] == 't' && end[-2] == 's'))) {
        if (word_is_any(list, i, firsts, G_N_ELEMENTS(firsts)))
            find_first(list, i, findings);
        else if (end[-1] == 't')
            find_best(list, i, findings);
    } else if (size > 2 && may_sit(text, size)) {
        find_seat(list, i, findings);
    } else if (size > 4) {
        find_founder(list, i, findings);
    }
}
