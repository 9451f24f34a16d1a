#include "joints.h"

#include <string.h>

#include "lookalikes.h"

/*
 * Words that any first part, and any last one, may be tried with: whether hunspell takes the two
 * together is its author's word on whether the part may stand there at all.
 */
#define ANY_HEAD "kopp"
#define ANY_FIRST "brukar"

/* In letters. Shorter parts are closed lists: kö, ö, by. */
enum {
    LEAST_FRONT = 3,
    LEAST_TAIL = 3,
    LEAST_ODD_TAIL = 4,
    LEAST_SURE_TAIL = 5,
    LEAST_WORD = 5
};

/* A compound of compounds is no deeper: each step down leaves a shorter word. */
enum { DEEPEST = 4 };

struct lyh_joints {
    lyh_dictionary *dictionary;
    lyh_lookalikes *lookalikes;
};

lyh_joints *lyh_joints_new(lyh_dictionary *dictionary)
{
    lyh_joints *joints = g_new0(lyh_joints, 1);
    joints->dictionary = dictionary;
    joints->lookalikes = lyh_lookalikes_new();
    return joints;
}

void lyh_joints_free(lyh_joints *joints)
{
    if (!joints)
        return;
    lyh_lookalikes_free(joints->lookalikes);
    g_free(joints);
}

static bool has_hunspell(const lyh_joints *joints)
{
    lyh_dictionary_accepts(joints->dictionary, ANY_HEAD, strlen(ANY_HEAD));
    return strcmp(lyh_dictionary_source(joints->dictionary), "hunspell") == 0;
}

static size_t letters(const char *word)
{
    return (size_t)g_utf8_strlen(word, -1);
}

static bool is_listed(lyh_word_list list, const char *word)
{
    for (size_t i = 0; i < list.count; i++)
        if (strcmp(list.words[i], word) == 0)
            return true;
    return false;
}

static bool is_own(const lyh_joints *joints, const char *word)
{
    return lyh_dictionary_own(joints->dictionary, word).count > 0;
}

/* Is @word without its last @cut bytes, with @ending, a form of @lemma? */
static bool takes(const lyh_joints *joints, const char *word, size_t cut,
                  const char *ending, const char *lemma)
{
    g_autofree char *form =
        g_strdup_printf("%.*s%s", (int)(strlen(word) - cut), word, ending);
    return is_listed(lyh_dictionary_own(joints->dictionary, form), lemma);
}

/* The line of an analysis that holds a compound's parts: " pa:brukar st:brukar pa:revision". */
static bool is_compound_line(const char *line)
{
    return strstr(line, "pa:");
}

/* The last part that @line names. */
static const char *last_part(const char *line)
{
    const char *part = line;
    for (const char *next = strstr(line, "pa:"); next; next = strstr(next, "pa:"))
        part = next += 3;
    return part;
}

static size_t part_size(const char *part)
{
    return strcspn(part, " \t");
}

/* Does hunspell take @front and @tail for two parts of one word? */
static bool are_joined(const lyh_joints *joints, const char *front, const char *tail)
{
    g_autofree char *word = g_strconcat(front, tail, NULL);
    lyh_word_list lines = lyh_dictionary_analysis(joints->dictionary, word);
    for (size_t i = 0; i < lines.count; i++) {
        if (!is_compound_line(lines.words[i]))
            continue;
        const char *part = last_part(lines.words[i]);
        if (part_size(part) == strlen(tail) && g_str_has_prefix(part, tail))
            return true;
    }
    return false;
}

static bool begins_compounds(const lyh_joints *joints, const char *front)
{
    return are_joined(joints, front, ANY_HEAD);
}

/* A word that is inflected as nouns, adjectives or verbs are, and so may begin a compound. */
static bool is_inflected_word(const lyh_joints *joints, const char *word)
{
    static const char *const endings[] = { "en", "et", "n", "t", "r" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (takes(joints, word, 0, endings[i], word))
            return true;
    return g_str_has_suffix(word, "a") &&
           (takes(joints, word, 1, "er", word) || takes(joints, word, 1, "or", word));
}

/* Is @front, with its last @cut bytes exchanged for @ending, such a word? */
static bool stands_for(const lyh_joints *joints, const char *front, size_t cut,
                       const char *ending)
{
    g_autofree char *word =
        g_strdup_printf("%.*s%s", (int)(strlen(front) - cut), front, ending);
    return is_inflected_word(joints, word);
}

/*
 * Fronts that hunspell does not mark, by the links that are never chance: tak|, nöd|, års|,
 * hyres|, läs|, grann|, gnagar|. Vowels between (gatu|, kyrko|) end too many loans.
 */
static bool is_linked_word(const lyh_joints *joints, const char *front)
{
    if (letters(front) < LEAST_FRONT)
        return false;
    if (is_inflected_word(joints, front) || stands_for(joints, front, 0, "a") ||
        stands_for(joints, front, 0, "e"))
        return true;
    if (g_str_has_suffix(front, "ar") && stands_for(joints, front, 0, "e"))
        return true;
    if (g_str_has_suffix(front, "s") && stands_for(joints, front, 1, ""))
        return true;
    return g_str_has_suffix(front, "es") && stands_for(joints, front, 2, "a");
}

static bool is_compound(const lyh_joints *joints, const char *word)
{
    lyh_word_list lines = lyh_dictionary_analysis(joints->dictionary, word);
    return lines.count > 0 && is_compound_line(lines.words[0]);
}

static bool may_begin(const lyh_joints *joints, const char *front)
{
    return lyh_lookalikes_may_begin(joints->lookalikes, front) ||
           begins_compounds(joints, front) || is_linked_word(joints, front) ||
           is_compound(joints, front);
}

static bool ends_as_listed(const lyh_joints *joints, const char *tail)
{
    lyh_word_list lemmas = lyh_dictionary_own(joints->dictionary, tail);
    for (size_t i = 0; i < lemmas.count; i++)
        if (lyh_lookalikes_may_end(joints->lookalikes, lemmas.words[i]))
            return true;
    return lyh_lookalikes_may_end(joints->lookalikes, tail);
}

static bool may_end(const lyh_joints *joints, const char *tail)
{
    size_t size = letters(tail);
    if (lyh_lookalikes_is_ending(joints->lookalikes, tail))
        return false;
    if (ends_as_listed(joints, tail))
        return true;
    return size >= LEAST_TAIL &&
           (are_joined(joints, ANY_FIRST, tail) || is_compound(joints, tail) ||
            (size >= LEAST_ODD_TAIL && is_own(joints, tail)));
}

/* skild|ring, vand|ring: of verbs in -ra, and no rings. */
static bool is_of_verb(const lyh_joints *joints, const char *front, const char *tail)
{
    if (!g_str_has_prefix(tail, "ring"))
        return false;
    g_autofree char *verb = g_strconcat(front, "ra", NULL);
    return is_own(joints, verb);
}

/* Is @tail a form of a word that is inflected? */
static bool is_inflected(const lyh_joints *joints, const char *tail)
{
    lyh_word_list lemmas = lyh_dictionary_own(joints->dictionary, tail);
    for (size_t i = 0; i < lemmas.count; i++)
        if (is_inflected_word(joints, lemmas.words[i]))
            return true;
    return false;
}

/* Loans have loans before them: agri|kultur, desti|nation. */
static bool is_loan(const char *word)
{
    static const char *const endings[] = { "al",  "ans", "ant", "at",   "ell",  "ens",
                                           "ent", "era", "ett", "graf", "ik",   "ion",
                                           "isk", "ist", "iv",  "log",  "logi", "ment",
                                           "or",  "tet", "ur",  "us",   "ör" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(word, endings[i]))
            return true;
    return false;
}

static bool is_sure_tail(const lyh_joints *joints, const char *tail)
{
    lyh_word_list lemmas = lyh_dictionary_own(joints->dictionary, tail);
    return letters(tail) >= LEAST_SURE_TAIL && lemmas.count > 0 &&
           !is_loan(lemmas.words[0]) && are_joined(joints, ANY_FIRST, tail);
}

static bool may_part(const lyh_joints *joints, const char *word, size_t at, int depth);

/*
 * lärarbo|städer: where lärar|bostäder is known, the place is one of bostäder or none. True
 * when such a reading speaks against the place.
 */
static bool has_surer_front(const lyh_joints *joints, const char *front, const char *tail)
{
    for (const char *end = g_utf8_next_char(front); *end; end = g_utf8_next_char(end)) {
        g_autofree char *before = g_strndup(front, (gsize)(end - front));
        g_autofree char *behind = g_strconcat(end, tail, NULL);
        if (is_own(joints, behind) && begins_compounds(joints, before))
            return !may_part(joints, behind, strlen(end), DEEPEST);
    }
    return false;
}

/* A front that nobody knows: soc, svär; not one that ends as particles do (slambe, bout). */
static bool is_odd_front(const lyh_joints *joints, const char *front, const char *tail)
{
    for (const char *start = front; *start; start = g_utf8_next_char(start))
        if (lyh_lookalikes_between(joints->lookalikes, start, strlen(start), tail) !=
            LYH_SEEMING_NONE)
            return false;
    return letters(front) >= LEAST_FRONT && !has_surer_front(joints, front, tail);
}

/*
 * Where a word was asked about, a long one ends what nobody knows (soc|bidrag), and one of
 * three letters that hunspell does not mark ends what surely is a front.
 */
static bool may_meet(const lyh_joints *joints, const char *front, const char *tail,
                     int depth)
{
    if (may_end(joints, tail) && may_begin(joints, front))
        return begins_compounds(joints, front) || !has_surer_front(joints, front, tail);
    if (depth == 0 && is_sure_tail(joints, tail) && is_odd_front(joints, front, tail))
        return true;
    return depth < DEEPEST && letters(tail) >= LEAST_TAIL && is_inflected(joints, tail) &&
           !lyh_lookalikes_is_ending(joints->lookalikes, tail) &&
           begins_compounds(joints, front);
}

/* How a word is inflected, as far as the dictionary shows it. */
typedef struct inflection {
    bool is_common, is_neuter; /* en, ett; a word of two genders is both */
    unsigned plural;           /* a bit for each ending that makes one */
} inflection;

static bool takes_one(const lyh_joints *joints, const char *lemma, const char *one,
                      const char *other)
{
    return takes(joints, lemma, 0, one, lemma) || takes(joints, lemma, 0, other, lemma);
}

static inflection inflection_of(const lyh_joints *joints, const char *lemma)
{
    static const char *const plurals[] = { "ar", "er", "or", "r" };
    char last = lemma[strlen(lemma) - 1];
    inflection found = { .is_neuter = takes_one(joints, lemma, "et", "t") };
    for (unsigned i = 0; i < G_N_ELEMENTS(plurals); i++)
        if (takes(joints, lemma, 0, plurals[i], lemma) ||
            ((last == 'a' || last == 'e') && takes(joints, lemma, 1, plurals[i], lemma)))
            found.plural |= 1u << i;
    /* barnen, svärden: -en is the plural of a neuter that has no other. */
    found.is_common =
        takes_one(joints, lemma, "en", "n") && (!found.is_neuter || found.plural);
    return found;
}

/* A compound is inflected as its head is; where one of them shows nothing, nothing is known. */
static bool inflect_alike(const lyh_joints *joints, const char *whole, const char *head)
{
    /* en ordförande does ett förande: of participles it says nothing. */
    if (g_str_has_suffix(head, "nde"))
        return true;
    inflection one = inflection_of(joints, whole), other = inflection_of(joints, head);
    bool is_known =
        (one.is_common || one.is_neuter) && (other.is_common || other.is_neuter);
    bool agrees = (one.is_common && other.is_common) || (one.is_neuter && other.is_neuter);
    if (is_known && !agrees)
        return false;
    return !one.plural || !other.plural || (one.plural & other.plural);
}

/* tjänsten is of tjänst, whose last letters are no word that sten could be of. */
static bool is_head(const lyh_joints *joints, const char *head, lyh_word_list of_tail)
{
    return is_listed(of_tail, head) || is_inflected_word(joints, head) ||
           lyh_lookalikes_may_end(joints->lookalikes, head) ||
           (letters(head) >= LEAST_ODD_TAIL && is_own(joints, head));
}

/* The dictionary holds @word whole: is it a word with something before it, in all its forms? */
static bool is_form_with_head(const lyh_joints *joints, const char *word, size_t at)
{
    lyh_word_list wholes = lyh_dictionary_own(joints->dictionary, word);
    lyh_word_list of_tail = lyh_dictionary_own(joints->dictionary, word + at);
    for (size_t i = 0; i < wholes.count; i++) {
        const char *whole = wholes.words[i];
        if (strlen(whole) > at && strncmp(whole, word, at) == 0 &&
            is_head(joints, whole + at, of_tail) &&
            inflect_alike(joints, whole, whole + at))
            return true;
    }
    return false;
}

/* barn|tillsyn: is the listed word, or any that a particle begins, the last part of @word? */
static bool begins_part(const lyh_joints *joints, const char *word, size_t start)
{
    g_autofree char *before = g_strndup(word, start);
    if (!has_hunspell(joints))
        return letters(before) >= LEAST_FRONT;
    return is_own(joints, word + start) && begins_compounds(joints, before);
}

/* A closed list says no; where hunspell itself parts the word, only of the word's very beginning. */
static bool is_forbidden(const lyh_joints *joints, const char *word, size_t at,
                         bool is_parted)
{
    for (size_t start = 0; start < at; start++) {
        if ((word[start] & 0xC0) == 0x80)
            continue;
        lyh_seeming seeming =
            lyh_lookalikes_between(joints->lookalikes, word + start, at - start, word + at);
        if (seeming == LYH_SEEMING_ANYWHERE || (seeming != LYH_SEEMING_NONE && start == 0))
            return true;
        if (seeming != LYH_SEEMING_FROM_HERE || is_parted)
            continue;
        if (begins_part(joints, word, start))
            return true;
    }
    return false;
}

/* Places (size_t) at which one line of hunspell's analysis parts @word. */
static void add_line(const char *word, const char *line, GArray *places)
{
    size_t size = strlen(word), at = 0;
    for (const char *part = strstr(line, "pa:"); part; part = strstr(part, "pa:")) {
        part += 3;
        size_t length = part_size(part);
        bool is_last = !strstr(part, "pa:");
        g_autofree char *spelled = g_strndup(part, length);
        const char *found =
            is_last && length < size ? word + size - length : strstr(word + at, spelled);
        if (!found || !g_str_has_prefix(found, spelled))
            continue;
        size_t start = (size_t)(found - word), end = start + length;
        /* A part made by an ending is left out of the line: what lies between is that part. */
        if (start > at || (at > 0 && start == at && places->len == 0))
            g_array_append_val(places, start);
        if (!is_last)
            g_array_append_val(places, end);
        at = end;
    }
}

static gint ascending(gconstpointer one, gconstpointer other)
{
    size_t a = *(const size_t *)one, b = *(const size_t *)other;
    return a < b ? -1 : a > b;
}

static void sort_once(GArray *places)
{
    guint kept = 0;
    g_array_sort(places, ascending);
    for (guint i = 0; i < places->len; i++) {
        size_t place = g_array_index(places, size_t, i);
        if (kept == 0 || g_array_index(places, size_t, kept - 1) != place)
            g_array_index(places, size_t, kept++) = place;
    }
    g_array_set_size(places, kept);
}

static GArray *places_of(const char *word, const char *line)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(size_t));
    add_line(word, line, places);
    sort_once(places);
    return places;
}

static bool has_place(const GArray *places, size_t at)
{
    for (guint i = 0; i < places->len; i++)
        if (g_array_index(places, size_t, i) == at)
            return true;
    return false;
}

/* What is known of a word: hunspell's lines. */
typedef struct knowledge {
    lyh_word_list lines;
    bool is_whole; /* the dictionary holds it as one word */
    bool is_name;  /* only with a capital, or in capitals */
} knowledge;

static bool is_known_with_capital(const lyh_joints *joints, const char *word)
{
    char first[8] = { 0 };
    g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(word)), first);
    g_autofree char *name = g_strconcat(first, g_utf8_next_char(word), NULL);
    lyh_word_list lines = lyh_dictionary_analysis(joints->dictionary, name);
    for (size_t i = 0; i < lines.count; i++)
        if (!is_compound_line(lines.words[i]))
            return true;
    return false;
}

static knowledge known_of(const lyh_joints *joints, const char *word)
{
    knowledge known = { .lines = lyh_dictionary_analysis(joints->dictionary, word) };
    for (size_t i = 0; i < known.lines.count; i++)
        known.is_whole |= !is_compound_line(known.lines.words[i]);
    if (known.lines.count == 0)
        known.is_name = is_known_with_capital(joints, word);
    return known;
}

/* The part of @word that @at lies in, as hunspell parts it, taken for a word of its own. */
static bool may_part_inside(const lyh_joints *joints, const char *word, size_t at,
                            const GArray *places, int depth)
{
    size_t start = 0, end = strlen(word);
    for (guint i = 0; i < places->len; i++) {
        size_t place = g_array_index(places, size_t, i);
        if (place <= at)
            start = place;
        else if (place < end)
            end = place;
    }
    bool is_last = end == strlen(word);
    if (start == 0 && is_last)
        return false;
    g_autofree char *part = g_strndup(word + start, end - start);
    if (is_last || lyh_dictionary_analysis(joints->dictionary, part).count > 0)
        return may_part(joints, part, at - start, depth + 1);
    g_autofree char *with_e = g_strconcat(part, "e", NULL);
    g_autofree char *with_a = g_strconcat(part, "a", NULL);
    return may_part(joints, with_e, at - start, depth + 1) ||
           may_part(joints, with_a, at - start, depth + 1);
}

static bool is_parted_by_lines(const char *word, size_t at, lyh_word_list lines)
{
    for (size_t i = 0; i < lines.count; i++) {
        g_autoptr(GArray) places = places_of(word, lines.words[i]);
        if (has_place(places, at))
            return true;
    }
    return false;
}

static bool may_part_inside_lines(const lyh_joints *joints, const char *word, size_t at,
                                  lyh_word_list lines, int depth)
{
    for (size_t i = 0; depth < DEEPEST && i < lines.count; i++) {
        g_autoptr(GArray) places = places_of(word, lines.words[i]);
        if (may_part_inside(joints, word, at, places, depth))
            return true;
    }
    return false;
}

/* barna|vårds|central: what stands before the head is the compound that @at parts. */
static bool may_part_front(const lyh_joints *joints, const char *word, size_t at, int depth)
{
    for (size_t end = at + 1; depth < DEEPEST && word[end]; end++) {
        g_autofree char *front = g_strndup(word, end);
        if ((word[end] & 0xC0) == 0x80 || letters(front + at) < LEAST_TAIL ||
            !begins_compounds(joints, front) || !may_end(joints, word + end))
            continue;
        if (word[end - 1] == 's')
            front[end - 1] = '\0';
        if (front[at] && may_part(joints, front, at, DEEPEST))
            return true;
    }
    return false;
}

static bool may_part(const lyh_joints *joints, const char *word, size_t at, int depth)
{
    g_autofree char *front = g_strndup(word, at);
    const char *tail = word + at;
    knowledge known = known_of(joints, word);
    bool is_parted = is_parted_by_lines(word, at, known.lines);

    if (known.is_name || is_forbidden(joints, word, at, is_parted) ||
        is_of_verb(joints, front, tail) ||
        lyh_lookalikes_is_ending(joints->lookalikes, tail))
        return false;
    if (is_parted)
        return true;
    if (known.is_whole)
        return (may_meet(joints, front, tail, depth) &&
                is_form_with_head(joints, word, at)) ||
               may_part_front(joints, word, at, depth);
    if (known.lines.count > 0)
        return may_part_inside_lines(joints, word, at, known.lines, depth);
    return may_end(joints, tail) &&
           (may_begin(joints, front) || letters(front) >= LEAST_FRONT) &&
           !has_surer_front(joints, front, tail);
}

/* Without the dictionary all that can be asked is the lists and some length. */
static bool may_part_unseen(const lyh_joints *joints, const char *word, size_t at)
{
    g_autofree char *front = g_strndup(word, at);
    const char *tail = word + at;
    const lyh_lookalikes *lists = joints->lookalikes;
    return (letters(front) >= LEAST_FRONT || lyh_lookalikes_may_begin(lists, front)) &&
           (letters(tail) >= LEAST_TAIL || lyh_lookalikes_may_end(lists, tail)) &&
           !is_forbidden(joints, word, at, false) && !lyh_lookalikes_is_ending(lists, tail);
}

bool lyh_joints_is_another_word(lyh_joints *joints, const char *word, size_t at)
{
    knowledge known = known_of(joints, word);
    return known.is_name ||
           (known.is_whole && is_own(joints, word) && !is_form_with_head(joints, word, at));
}

bool lyh_joints_may_part(lyh_joints *joints, const char *word, size_t at)
{
    if (at == 0 || !word[at] || letters(word) > LYH_LONGEST_WORD)
        return false;
    if (word[at - 1] == '-')
        return at > 1;

    /* Parts with hyphens between them are words of their own. */
    size_t start = at, end = at;
    while (start > 0 && word[start - 1] != '-')
        start--;
    while (word[end] && word[end] != '-')
        end++;
    g_autofree char *part = g_strndup(word + start, end - start);
    if (at - start == 0 || !part[at - start])
        return false;
    return has_hunspell(joints) ? may_part(joints, part, at - start, 0)
                                : may_part_unseen(joints, part, at - start);
}

/* Places that cannot all be right, such as maj|stång and majs|tång, tell nothing. */
static bool are_compatible(const lyh_joints *joints, const char *word, const GArray *places)
{
    for (guint i = 1; i < places->len; i++) {
        size_t from = g_array_index(places, size_t, i - 1);
        size_t to = g_array_index(places, size_t, i);
        g_autofree char *middle = g_strndup(word + from, to - from);
        if (letters(middle) < LEAST_FRONT || !may_begin(joints, middle))
            return false;
    }
    return true;
}

/* How sure a front must be that a joint is seen without being asked for. */
typedef enum surety { LISTED_FRONT, LINKED_FRONT } surety;

/* Every place of @word that passes, with fronts that hunspell itself begins compounds with. */
static GArray *places_passed(const lyh_joints *joints, const char *word, surety sure)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (const char *tail = g_utf8_next_char(word); *tail; tail = g_utf8_next_char(tail)) {
        size_t at = (size_t)(tail - word);
        g_autofree char *front = g_strndup(word, at);
        bool is_listed_front = lyh_lookalikes_may_begin(joints->lookalikes, front);
        bool is_sure = sure == LINKED_FRONT ? letters(front) >= LEAST_FRONT &&
                                                  are_joined(joints, ANY_FIRST, tail)
                                            : begins_compounds(joints, front);
        if ((is_listed_front || is_sure) && may_part(joints, word, at, DEEPEST))
            g_array_append_val(places, at);
    }
    if (!are_compatible(joints, word, places))
        g_array_set_size(places, 0);
    return places;
}

/* Where the dictionary holds @word whole. */
static GArray *places_in_whole(const lyh_joints *joints, const char *word)
{
    GArray *places = places_passed(joints, word, LISTED_FRONT);
    if (places->len > 0)
        return places;
    g_array_unref(places);
    return places_passed(joints, word, LINKED_FRONT);
}

/* Where nobody knows @word: both halves must be words of compounds by hunspell's own marks. */
static GArray *places_in_unknown(const lyh_joints *joints, const char *word)
{
    GArray *places = places_passed(joints, word, LISTED_FRONT);
    for (guint i = places->len; i > 0; i--) {
        const char *tail = word + g_array_index(places, size_t, i - 1);
        if (!are_joined(joints, ANY_FIRST, tail) && !ends_as_listed(joints, tail))
            g_array_remove_index(places, i - 1);
    }
    return places;
}

/* The places on which hunspell's lines agree: those of its first, if all the others have them. */
static GArray *places_in_lines(const char *word, lyh_word_list lines)
{
    GArray *places = places_of(word, lines.words[0]);
    for (size_t i = 1; i < lines.count; i++) {
        g_autoptr(GArray) others = places_of(word, lines.words[i]);
        for (guint k = places->len; k > 0; k--)
            if (!has_place(others, g_array_index(places, size_t, k - 1)))
                g_array_remove_index(places, k - 1);
    }
    return places;
}

static GArray *places_in(const lyh_joints *joints, const char *word)
{
    knowledge known = known_of(joints, word);
    if (known.is_whole)
        return places_in_whole(joints, word);
    return known.lines.count > 0 ? places_in_lines(word, known.lines)
                                 : places_in_unknown(joints, word);
}

static void find_in(const lyh_joints *joints, const char *word, size_t base, int depth,
                    GArray *found);

/* The parts between places may be compounds themselves, with a link behind them or without. */
static void find_in_part(const lyh_joints *joints, const char *part, bool is_last,
                         size_t base, int depth, GArray *found)
{
    size_t size = strlen(part);
    g_autofree char *stem = g_strndup(part, size - (!is_last && part[size - 1] == 's'));
    g_autofree char *with_e = g_strconcat(part, "e", NULL);
    g_autofree char *with_a = g_strconcat(part, "a", NULL);
    const char *const words[] = { stem, part, with_e, with_a };
    for (size_t i = 0; i < (is_last ? 1 : G_N_ELEMENTS(words)); i++) {
        if (lyh_dictionary_analysis(joints->dictionary, words[i]).count == 0)
            continue;
        find_in(joints, words[i], base, depth + 1, found);
        return;
    }
}

static bool is_joint(const lyh_joints *joints, const char *word, size_t at)
{
    return !is_forbidden(joints, word, at, true) &&
           !lyh_lookalikes_is_ending(joints->lookalikes, word + at);
}

static void find_in(const lyh_joints *joints, const char *word, size_t base, int depth,
                    GArray *found)
{
    if (letters(word) < LEAST_WORD || depth >= DEEPEST)
        return;
    g_autoptr(GArray) places = places_in(joints, word);
    size_t size = strlen(word), start = 0;
    for (guint i = 0; i < places->len; i++) {
        size_t at = g_array_index(places, size_t, i);
        if (!is_joint(joints, word, at))
            continue;
        g_autofree char *part = g_strndup(word + start, at - start);
        find_in_part(joints, part, false, base + start, depth, found);
        start = at;
        at += base;
        g_array_append_val(found, at);
    }
    if (start > 0 && start < size)
        find_in_part(joints, word + start, true, base + start, depth, found);
}

/* The joint of 80-tals|hus stands behind what the number belongs to. */
static bool is_number(const char *part)
{
    return *part && part[strspn(part, "0123456789")] == '\0';
}

void lyh_joints_find(lyh_joints *joints, const char *word, GArray *found)
{
    g_array_set_size(found, 0);
    if (letters(word) > LYH_LONGEST_WORD)
        return;
    bool can_part = has_hunspell(joints);
    for (size_t start = 0, end; word[start]; start = end) {
        end = start + strcspn(word + start, "-");
        g_autofree char *part = g_strndup(word + start, end - start);
        if (can_part && *part)
            find_in(joints, part, start, 0, found);
        bool is_joined = word[end] == '-' && !is_number(part);
        while (word[end] == '-')
            end++;
        if (is_joined && word[end] && end > 1)
            g_array_append_val(found, end);
    }
    sort_once(found);
}
