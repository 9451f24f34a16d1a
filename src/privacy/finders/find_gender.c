#include "finders.h"

#include <lyhord/base/catalog.h>

#include "../gender_roles.h"
#include "../gender_signs.h"
#include "gender_telling.h"

/* Whom this many hon or han meant is still meant when others are spoken of in between. */
enum { TOPIC = 3 };

/* And this many sentences, where whoever else was spoken of is called hen. */
enum { CALLED_HEN = 6 };

/* Somebody with a name whom hon or han means more often is one the speaker lives with. */
enum { HERO = 5 };

/* How many sentences an answer is about what was asked. */
enum { ANSWER = 12 };

/* What the whole text says of somebody with a name. Who is hen at least half as often as hon or
 * han is one of those the text calls hen. */
typedef struct notes {
    role role;
    size_t first; /* word of the first mention */
    size_t hens, sexes;
} notes;

static bool is_recent(uint32_t sentence, uint32_t now)
{
    return sentence != NEVER && now - sentence <= REMEMBERED;
}

/* --- who is spoken of --- */

static notes *notes_of(telling *told, size_t i)
{
    void *key = GUINT_TO_POINTER(words_key(told->list, i));
    notes *known = (notes *)g_hash_table_lookup(told->names, key);
    if (known)
        return known;
    known = g_new(notes, 1);
    *known = (notes){ .role = NO_ROLE, .first = i };
    g_hash_table_insert(told->names, key, known);
    g_ptr_array_add(told->all, known);
    return known;
}

/* "Ros-Marie Edblad": both names are one person's. */
static void join_names(telling *told, size_t i, person *somebody)
{
    if (told->list->items[i].gap != GAP_SPACE || told->latest_at + 1 != i ||
        !told->latest.key)
        return;
    void *first = g_hash_table_lookup(told->names, GUINT_TO_POINTER(told->latest.key));
    g_hash_table_insert(told->names, GUINT_TO_POINTER(somebody->key), first);
    somebody->key = told->latest.key;
    somebody->role = told->latest.role;
}

/* "med min man. Kibrom.", "dottern, Lise-Lotte, Lotta säger vi": one and the same. */
static bool is_apposition(const telling *told, size_t i)
{
    enum { FAR = 6 };
    const word *at = &told->list->items[i];
    if (i > 0 && at->gap >= GAP_COMMA && at[-1].classes & CUE_KIN) /* "om barnen. Tindra" */
        return true;
    if (told->latest.role != RELATIVE)
        return false;
    bool is_closed =
        i + 1 >= told->list->count || told->list->items[i + 1].gap >= GAP_COMMA;
    if (i > 0 && word_is(told->list, i - 1, "en")) /* "min mor hade en, Hildur" */
        return false;
    /* "till grabben, till Robin" */
    bool is_said_twice = i > 1 && told->latest_at + 2 == i && at->gap == GAP_SPACE &&
                         at[-1].gap == GAP_COMMA && at[-1].classes & CUE_PLACE;
    return (at->gap >= GAP_COMMA && told->latest_at + 1 == i) || is_said_twice ||
           (at->gap == GAP_COMMA && is_closed && i - told->latest_at <= FAR &&
            told->latest.sentence == at->sentence);
}

static bool is_called(const words *list, size_t i)
{
    return i < list->count && (word_is(list, i, "heter") || word_is(list, i, "hette"));
}

/* "Nasteho heter hon", "hon heter Nasteho": who was hon before. */
static role role_of_named_hon(const telling *told, size_t i)
{
    const words *list = told->list;
    int who = NOBODY;
    if ((i + 2 < list->count && is_called(list, i + 1) &&
         list->items[i + 2].classes & WORD_HEN) ||
        (i > 1 && ((is_called(list, i - 1) && list->items[i - 2].classes & WORD_HEN) ||
                   (is_called(list, i - 2) && list->items[i - 1].classes & WORD_HEN))))
        return OFFICIAL;
    if (i + 2 < list->count && is_called(list, i + 1))
        who = pronoun_at(list, i + 2);
    else if (i > 1 && is_called(list, i - 1))
        who = pronoun_at(list, i - 2);
    return who != NOBODY && is_recent(told->last[who].sentence, list->items[i].sentence)
               ? told->last[who].role
               : NO_ROLE;
}

static role role_of_name(telling *told, size_t i)
{
    uint32_t now = told->list->items[i].sentence;
    notes *known = notes_of(told, i);
    role found = role_before(told->list, i);
    if (found == NO_ROLE && known->role == NO_ROLE) {
        bool has_family =
            is_owner_before(told->list, i) &&
            (told->list->items[i + 1].classes & (CUE_FEMALE | CUE_MALE | CUE_KIN));
        found =
            has_family || is_apposition(told, i) ? RELATIVE : role_behind(told->list, i);
        if (found == NO_ROLE)
            found = role_of_named_hon(told, i);
    }
    if (found == RELATIVE || found == OFFICIAL)
        known->role = found;
    if (known->role != NO_ROLE)
        return known->role;
    bool is_asked = told->asked != NEVER && now - told->asked <= ANSWER;
    /* "polisen kom; den ena hette Dennis" */
    bool is_theirs = known->first == i && told->last[HE].role == OFFICIAL &&
                     is_recent(told->last[HE].sentence, now);
    bool is_called_hen = known->hens > 0 && known->hens * 2 >= known->sexes;
    return is_asked || is_theirs || is_called_hen ? OFFICIAL : NAMED;
}

static void remember(telling *told, int who, person found)
{
    person *last = &told->last[who];
    if (last->role == RELATIVE)
        told->before[who] = *last;
    found.times = last->role == found.role ? last->times : 0;
    *last = found;
}

/* "hon har samma handläggare", "Mona sa till sin boendestödjare": the one of before is meant. */
static bool is_in_passing(const telling *told, size_t i, int who)
{
    static const char *const owned[] = { "sin", "sina", "samma", "som", "hade", "har" };
    const person *last = &told->last[who];
    return i > 0 && last->sentence == told->list->items[i].sentence &&
           (last->role == RELATIVE || last->role == NAMED) &&
           word_is_any(told->list, i - 1, owned, G_N_ELEMENTS(owned));
}

static void mention_name(telling *told, size_t i)
{
    const word *at = &told->list->items[i];
    role found = role_of_name(told, i);
    person somebody = { .role = found,
                        .sentence = at->sentence,
                        .key = words_key(told->list, i) };
    join_names(told, i, &somebody);
    told->latest = somebody;
    told->latest_at = i;
    told->hen_first = NEVER;
    if (found != RELATIVE)
        told->stranger = at->sentence;
    remember(told, SHE, somebody);
    if (may_be_han(told->list, i))
        remember(told, HE, somebody);
}

static void mention(telling *told, size_t i, GArray *findings)
{
    const word *at = &told->list->items[i];
    if (is_speakers_mark(told->list, i))
        return;
    if (is_somebodys_name(told->list, i)) {
        if (!is_aside(told->list, i))
            mention_name(told, i);
        return;
    }
    role found = role_of_word(told->list, i);
    if (found == NO_ROLE || at->classes & CUE_KIN)
        return;
    if (found == OFFICIAL)
        told->stranger = at->sentence;
    if (found == RELATIVE && told->latest_at + 1 == i && told->latest.role == OFFICIAL &&
        (word_is(told->list, i, "kollega") || word_is(told->list, i, "kollegan")))
        found = OFFICIAL; /* "Camillas kollega" */
    if (found == RELATIVE && is_owner_before(told->list, i) &&
        is_recent(told->hen, at->sentence)) /* "det var mammas födelsedag" */
        return;
    bool is_any_sex = (at->classes & (CUE_FEMALE | CUE_MALE)) == 0;
    if (found == OFFICIAL && !is_any_sex && findings)
        add_finding(findings, at->start, at->end, LYH_FINDING_GENDER, LYH_CONFIDENCE_LOW,
                    N_("somebody of the service by sex, in a text that writes hen"));
    person somebody = { .role = found,
                        .sentence = at->sentence,
                        .is_by_sex = is_by_sex(told->list, i),
                        .is_by_trade = is_by_trade(told->list, i),
                        .is_animal = is_animal(told->list, i) };
    told->latest = somebody;
    told->latest_at = i;
    told->hen_first = NEVER;
    for (int who = SHE; who <= HE; who++)
        if ((is_any_sex || at->classes & (who == SHE ? CUE_FEMALE : CUE_MALE)) &&
            !(found == OFFICIAL && is_in_passing(told, i, who)))
            remember(told, who, somebody);
}

/* Hen is who was spoken of last, or whom hon stood for a moment ago. */
static void count_hen(telling *told, size_t i, bool is_corrected)
{
    uint32_t now = told->list->items[i].sentence;
    bool is_told = is_corrected || (is_reminder(told->list, i) && told->said_key);
    uint32_t key = is_told ? told->said_key : told->latest.key;
    if (!told->is_counting || !key || (!is_told && now - told->latest.sentence > 1))
        return;
    notes *known = (notes *)g_hash_table_lookup(told->names, GUINT_TO_POINTER(key));
    if (known)
        known->hens += is_told ? 3 : 1;
}

static void hear_question(telling *told, size_t i)
{
    asked about = question_at(told->list, i);
    if (about != NO_QUESTION)
        told->asked = about == OF_STAFF ? told->list->items[i].sentence : NEVER;
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

/* Whom the pronoun stands for, and that they are still spoken of. */
static role role_meant(telling *told, size_t i, int who)
{
    uint32_t now = told->list->items[i].sentence;
    person *last = &told->last[who], *other = &told->last[who == SHE ? HE : SHE];
    role found = is_recent(last->sentence, now) ? last->role : NO_ROLE;
    role after = role_said_after(told->list, i, who);
    if (after != NO_ROLE)
        found = last->role = after;
    else if (found != RELATIVE && is_still_meant(last, &told->before[who], now))
        *last = told->before[who], found = RELATIVE;
    if (found == NO_ROLE)
        return found;
    last->sentence = now;
    last->times++;
    if (found == OFFICIAL &&
        other->role == OFFICIAL) /* "hon var ny. Sen en till, och han" */
        other->sentence = now;
    return found;
}

/* Somebody with a name, and nothing says whose: a glance tells whether it is an official. Not
 * where a relative was just now hon or han, who may be meant as well. */
static bool is_nobodys(const telling *told, const notes *known, int who, role found)
{
    const person *before = &told->before[who];
    bool is_either_one = before->role == RELATIVE && before->times > 0 &&
                         before->sentence != NEVER &&
                         told->last[who].sentence - before->sentence <= REMEMBERED;
    return known && found == NAMED && known->sexes <= HERO && !is_either_one;
}

static void judge(telling *told, size_t i, int who, GArray *findings)
{
    const words *list = told->list;
    const word *at = &list->items[i];
    role found = role_meant(told, i, who);
    const person *last = &told->last[who];
    told->said_key = found == NO_ROLE ? 0 : last->key;
    notes *known =
        told->said_key
            ? (notes *)g_hash_table_lookup(told->names, GUINT_TO_POINTER(told->said_key))
            : NULL;
    if (known && told->is_counting)
        known->sexes++;
    /* nobody was named since somebody was hen */
    bool is_hens = found == NO_ROLE && is_recent(told->hen, at->sentence) &&
                   (told->latest.role == NO_ROLE || told->latest.role == OFFICIAL ||
                    told->latest.sentence <= told->hen);
    bool is_corrected = is_taken_back(list, i) ||
                        (found != RELATIVE && is_hen_soon(list, i)) ||
                        (found == RELATIVE && last->is_by_sex && is_hen_next(list, i)) ||
                        (found == RELATIVE && last->is_by_trade &&
                         (is_hen_soon(list, i) || is_hen_next(list, i)));
    if (findings &&
        (found == OFFICIAL || is_hens || is_corrected || goes_on_from_hen(told, i) ||
         is_said_of_self(list, i) || is_nobodys(told, known, who, found) ||
         goes_on_from_subject(told, i) || answers_as_hen(told, i) ||
         (told->relative_in != at->sentence && is_hen_begun_next(list, i))))
        add_finding(findings, at->start, at->end, LYH_FINDING_GENDER,
                    found == OFFICIAL ? LYH_CONFIDENCE_HIGH : LYH_CONFIDENCE_LOW,
                    N_("the text writes hen, and no relative is spoken of"));
    else if (findings &&
             (found != RELATIVE || last->is_animal || is_by_stranger(told, at->sentence)))
        add_finding(findings, at->start, at->end, LYH_FINDING_DOUBT, LYH_CONFIDENCE_LOW,
                    N_("hon or han of an official, perhaps, in a text that writes hen"));
}

/* "så blev det Yvonne, hen är från": who is named and hen in one breath may be hon in the next. */
static bool is_named_hen(telling *told, size_t i)
{
    if (!told->latest.key || told->latest_at + 1 != i ||
        told->list->items[i].gap != GAP_COMMA)
        return false;
    notes *known =
        (notes *)g_hash_table_lookup(told->names, GUINT_TO_POINTER(told->latest.key));
    if (known && known->role != RELATIVE)
        known->role = OFFICIAL;
    for (int who = SHE; known && who <= HE; who++)
        if (told->last[who].key == told->latest.key)
            told->last[who].role = known->role;
    return known && known->role == OFFICIAL;
}

/* A relative among @told's latest, or who a sentence speaks of first. */
static void note_subject(telling *told, size_t before)
{
    if (told->latest_at == before && told->latest.sentence == told->subject_in)
        return;
    static const char *const yours[] = { "din", "dina", "er", "era" };
    if (told->latest.role == RELATIVE) {
        told->relative_in = told->latest.sentence;
        told->is_listeners =
            told->latest_at > 0 &&
            word_is_any(told->list, told->latest_at - 1, yours, G_N_ELEMENTS(yours));
    }
    if (told->latest.sentence != told->subject_in && told->latest.role != NO_ROLE) {
        told->subject = told->latest.role;
        told->subject_in = told->latest.sentence;
    }
}

static void tell_word(telling *told, size_t i, GArray *findings)
{
    const words *list = told->list;
    const word *at = &list->items[i];
    int who = pronoun_at(list, i);
    bool is_hen = (at->classes & WORD_HEN) != 0;
    bool is_corrected = is_hen && told->said != 0 &&
                        ((i - told->said <= 4 && is_taken_back(list, told->said)) ||
                         (i - told->said <= 10 && is_whole_correction(list, i)));
    if (is_hen) {
        count_hen(told, i, is_corrected);
        if (!is_corrected && !is_named_hen(told, i))
            told->last[SHE].is_hen = told->last[HE].is_hen = true;
    }
    if (is_hen && words_is_initial(list, i))
        told->hen_first = at->sentence;
    told->said = who != NOBODY ? i : told->said;
    if (is_hen || (who != NOBODY && is_hen_soon(list, i)))
        told->hen = at->sentence;
    size_t before = told->latest_at;
    if (who == NOBODY) {
        mention(told, i, findings);
        if (told->latest_at != before)
            note_subject(told, before);
    } else if (!is_either(list, i) && !is_object_of_hen(list, i))
        judge(told, i, who, findings);
}

static void tell(telling *told, GArray *findings)
{
    static const person nobody = { .role = NO_ROLE, .sentence = NEVER };
    const words *list = told->list;
    for (int who = SHE; who <= HE; who++)
        told->last[who] = told->before[who] = nobody;
    told->latest = nobody;
    told->latest_at = 0;
    told->hen = told->asked = told->hen_first = told->stranger = NEVER;
    told->subject = NO_ROLE;
    told->is_listeners = false;
    told->subject_in = told->relative_in = NEVER;
    told->said = told->said_key = 0;
    told->is_counting = findings == NULL;
    for (size_t i = 0; i < list->count; i++) {
        if (i == 0 || list->items[i].sentence != list->items[i - 1].sentence)
            hear_question(told, i);
        tell_word(told, i, findings);
    }
}

/* First (without @findings) what the text calls whom, then what it should not. */
void find_gender(const words *list, GArray *findings)
{
    g_autoptr(GHashTable) names = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    telling told = { .list = list, .names = names, .all = all };
    tell(&told, NULL);
    tell(&told, findings);
}
