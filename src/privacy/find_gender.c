#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

/* How many sentences somebody stays in mind, counted from where hon or han last was they. */
enum { REMEMBERED = 3, NEVER = UINT32_MAX };

/* Hen is the rule where it stands at least a fourth as often as a hon or han of no relative. */
enum { OTHERS_A_HEN = 4 };

/* Whom this many hon or han meant is still meant when others are spoken of in between. */
enum { TOPIC = 3 };

/* And this many sentences, where whoever else was spoken of is called hen. */
enum { CALLED_HEN = 6 };

enum { SHE, HE, NOBODY };

typedef enum role { NO_ROLE, RELATIVE, NAMED, OFFICIAL } role;

/* Who was spoken of last and may be hon (or han), and in which sentence. */
typedef struct person {
    role role;
    uint32_t sentence;
    uint32_t times; /* that hon or han was they */
    bool is_hen;    /* called so since */
} person;

typedef struct telling {
    const words *list;
    person last[2];    /* whom hon and han stand for */
    person before[2];  /* the relative who was spoken of before them */
    uint32_t hen;      /* the sentence of the last hen, or of the next one */
    size_t said;       /* the word that was the last hon or han */
    GHashTable *names; /* what was said about a name: hash -> role */
    bool is_rule;
    size_t hens, others; /* what the first pass counts */
} telling;

/* hon or han, henne or honom, hennes or hans; Hans may be a name. */
static int pronoun_at(const words *list, size_t i)
{
    const word *at = &list->items[i];
    if (!(at->classes & (WORD_SHE | WORD_HE)))
        return NOBODY;
    if (at->is_capital && list->text[at->end - 1] == 's')
        return NOBODY;
    return at->classes & WORD_SHE ? SHE : HE;
}

/* "han eller hon", "hans eller hennes": nobody in particular. */
static bool is_either(const words *list, size_t i)
{
    static const char *const joints[] = { "eller", "och" };
    for (size_t k = 0; k < G_N_ELEMENTS(joints); k++) {
        bool is_first = i + 2 < list->count && word_is(list, i + 1, joints[k]) &&
                        pronoun_at(list, i + 2) != NOBODY;
        bool is_second =
            i >= 2 && word_is(list, i - 1, joints[k]) && pronoun_at(list, i - 2) != NOBODY;
        if (is_first || is_second)
            return true;
    }
    size_t end = list->items[i].end;
    return (end < list->size && list->text[end] == '/') ||
           (list->items[i].start > 0 && list->text[list->items[i].start - 1] == '/');
}

/* "hon … hen då, som vi säger": who corrects themselves does it within a few words. */
static bool is_hen_soon(const words *list, size_t i)
{
    for (size_t k = i + 1; k < list->count && k <= i + 8; k++)
        if (list->items[k].classes & WORD_HEN)
            return true;
    return false;
}

static bool is_recent(uint32_t sentence, uint32_t now)
{
    return sentence != NEVER && now - sentence <= REMEMBERED;
}

/* --- who is spoken of --- */

/* "man" is anybody, "min man" somebody. */
static bool is_anybody(const words *list, size_t i)
{
    static const char *const owners[] = { "min",    "din",    "sin",   "en",
                                          "hennes", "ung",    "annan", "äldre",
                                          "den",    "gammal", "gift",  "hans" };
    if (word_size(list, i) != 3 || !word_is(list, i, "man"))
        return false;
    for (size_t k = 0; i > 0 && k < G_N_ELEMENTS(owners); k++)
        if (word_is(list, i - 1, owners[k]))
            return false;
    return i == 0 || !word_ends_in(list, i - 1, "ig"); /* en 45-årig man */
}

/* "Maja:", "Dotter:": who speaks is not spoken of. */
static bool is_mark(const words *list, size_t i)
{
    const word *at = &list->items[i];
    return at->gap == GAP_BREAK && at->end < list->size && list->text[at->end] == ':';
}

/* "killen på soc", "tjejen i luckan": somebody of the service, by sex alone. */
static bool is_of_service(const words *list, size_t i)
{
    static const char *const by_sex[] = { "tjejen",  "killen", "kvinnan", "mannen",
                                          "tanten",  "gubben", "damen",   "karln",
                                          "snubben", "bruden", "tjej",    "kille",
                                          "kvinna",  "tant",   "dam",     "gubbe",
                                          "flickan", "grabben" };
    static const char *const where[] = { "på", "från", "i", "hos", "inne", "som" };
    static const char *const offices[] = { "soc",
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
                                           "handlade" };
    bool is_there = false;
    for (size_t k = 0; i + 2 < list->count && k < G_N_ELEMENTS(where); k++)
        is_there = is_there || word_is(list, i + 1, where[k]);
    bool is_by_sex = false;
    for (size_t k = 0; is_there && k < G_N_ELEMENTS(by_sex); k++)
        is_by_sex = is_by_sex || word_is(list, i, by_sex[k]);
    for (size_t k = 0; is_by_sex && k < G_N_ELEMENTS(offices); k++)
        if (word_is(list, i + 2, offices[k]))
            return true;
    return false;
}

/* What the word says of a person it stands for or beside. */
static role role_of_word(const words *list, size_t i)
{
    if (list->items[i].classes & (CUE_FEMALE | CUE_MALE) && is_of_service(list, i))
        return OFFICIAL;
    const word *at = &list->items[i];
    if ((at->classes & (CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_KIN)) &&
        !is_anybody(list, i))
        return RELATIVE;
    return at->classes & CUE_STAFF ? OFFICIAL : NO_ROLE;
}

static uint32_t key_of(const words *list, size_t i)
{
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    if (size > WORD_MOST)
        return 0;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    if (!list->items[i].is_bare && size > 1 && folded[size - 1] == 's')
        size--;
    return word_hash(folded, size);
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
static bool is_name(const words *list, size_t i)
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
    for (size_t k = 0; k < G_N_ELEMENTS(between); k++)
        if (word_is(list, i, between[k]))
            return true;
    return at->is_capital && (at->classes & (WORD_GIVEN | WORD_FAMILY));
}

/* "min son Ali", "våra flickor heter Lamar och Tala", "samordnaren, Malin Hedman" */
static role role_before(const words *list, size_t i)
{
    for (size_t k = 1; k <= 6 && k <= i; k++) {
        const word *at = &list->items[i - k];
        if (at->sentence != list->items[i].sentence || is_mark(list, i - k))
            return NO_ROLE;
        role found = role_of_word(list, i - k);
        if (found != NO_ROLE)
            return found;
        if (!is_between(list, i - k))
            return NO_ROLE;
    }
    return NO_ROLE;
}

/* "Carina som är föreståndare", "Anna, min syster", "Gösta och jag" */
static role role_behind(const words *list, size_t i)
{
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

static role role_of_name(telling *told, size_t i)
{
    void *key = GUINT_TO_POINTER(key_of(told->list, i));
    role before = (role)GPOINTER_TO_INT(g_hash_table_lookup(told->names, key));
    role found = role_before(told->list, i);
    if (found == NO_ROLE && before == NO_ROLE)
        found = role_behind(told->list, i);
    if (found == NO_ROLE)
        return before == NO_ROLE ? NAMED : before;
    g_hash_table_insert(told->names, key, GINT_TO_POINTER(found));
    return found;
}

static void remember(telling *told, int who, role found, uint32_t sentence)
{
    person *last = &told->last[who];
    if (last->role == RELATIVE)
        told->before[who] = *last;
    *last = (person){ found, sentence, last->role == found ? last->times : 0, false };
}

static void mention(telling *told, size_t i, GArray *findings)
{
    const word *at = &told->list->items[i];
    if (is_mark(told->list, i))
        return;
    if (is_name(told->list, i)) {
        role found = role_of_name(told, i);
        bool is_theirs = told->last[HE].role == OFFICIAL &&
                         is_recent(told->last[HE].sentence, at->sentence);
        if (found == NAMED && is_theirs) /* "polisen kom; den ena hette Dennis" */
            found = OFFICIAL;
        remember(told, SHE, found, at->sentence);
        if (told->list->text[at->end - 1] != 'a') /* hardly ever a man's, in Sweden */
            remember(told, HE, found, at->sentence);
        return;
    }
    role found = role_of_word(told->list, i);
    if (found == NO_ROLE || at->classes & CUE_KIN)
        return;
    bool is_any = (at->classes & (CUE_FEMALE | CUE_MALE)) == 0;
    if (found == OFFICIAL && !is_any && findings)
        add_finding(findings, at->start, at->end, LYH_FINDING_GENDER, LYH_CONFIDENCE_LOW,
                    N_("somebody of the service by sex, in a text that writes hen"));
    if (is_any || at->classes & CUE_FEMALE)
        remember(told, SHE, found, at->sentence);
    if (is_any || at->classes & CUE_MALE)
        remember(told, HE, found, at->sentence);
}

/* "hur han hade varit, maken"; "hon, den handläggaren": who it is comes behind a comma. */
static role role_said_after(const words *list, size_t i, int who)
{
    word_classes class = who == SHE ? CUE_FEMALE : CUE_MALE;
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

/* --- hon and han --- */

/* Is hon rather the relative of before than who was spoken of last? */
static bool is_still_meant(const person *last, const person *before, uint32_t now)
{
    if (before->role != RELATIVE || before->sentence == NEVER)
        return false;
    uint32_t gone = now - before->sentence;
    return (before->times >= TOPIC && gone <= REMEMBERED) ||
           (last->is_hen && gone <= CALLED_HEN);
}

static void judge(telling *told, size_t i, int who, GArray *findings)
{
    const word *at = &told->list->items[i];
    person *last = &told->last[who];
    role found = is_recent(last->sentence, at->sentence) ? last->role : NO_ROLE;
    role after = role_said_after(told->list, i, who);
    if (after != NO_ROLE)
        found = last->role = after;
    else if (found != RELATIVE && is_still_meant(last, &told->before[who], at->sentence))
        *last = told->before[who], found = RELATIVE;
    if (found != NO_ROLE) {
        last->sentence = at->sentence;
        last->times++;
    }
    if (found == RELATIVE)
        return;
    told->others++;
    if (found != OFFICIAL && !told->is_rule && !is_recent(told->hen, at->sentence))
        return;
    if (findings)
        add_finding(findings, at->start, at->end, LYH_FINDING_GENDER,
                    found == OFFICIAL ? LYH_CONFIDENCE_HIGH : LYH_CONFIDENCE_LOW,
                    N_("the text writes hen, and no relative is spoken of"));
}

/* First (without @findings) how often hen is written where hon might be, then what is not. */
static void tell(telling *told, GArray *findings)
{
    const words *list = told->list;
    for (int who = SHE; who <= HE; who++)
        told->last[who] = told->before[who] = (person){ NO_ROLE, NEVER, 0, false };
    told->hen = NEVER;
    told->said = 0;
    for (size_t i = 0; i < list->count; i++) {
        const word *at = &list->items[i];
        int who = pronoun_at(list, i);
        bool is_hen = (at->classes & WORD_HEN) != 0;
        told->hens += is_hen;
        told->said = who != NOBODY ? i : told->said;
        bool is_corrected = told->said != 0 && i - told->said <= 4; /* "han, hen, ja han" */
        if (is_hen && !is_corrected)
            told->last[SHE].is_hen = told->last[HE].is_hen = true;
        if (is_hen || (who != NOBODY && is_hen_soon(list, i)))
            told->hen = at->sentence;
        if (who == NOBODY)
            mention(told, i, findings);
        else if (!is_either(list, i))
            judge(told, i, who, findings);
    }
    told->is_rule = told->hens * OTHERS_A_HEN >= told->others;
}

void find_gender(const words *list, GArray *findings)
{
    g_autoptr(GHashTable) names = g_hash_table_new(NULL, NULL);
    telling told = { .list = list, .names = names };
    tell(&told, NULL);
    tell(&told, findings);
}
