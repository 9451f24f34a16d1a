/*
 * What may stand before a joint, what behind it, and whether the whole is inflected as its last part.
 */
#include "joints_private.h"

#include <string.h>

#include "../lemmas/endings.h"

/*
 * Words that any first part, and any last one, may be tried with: whether hunspell takes the two
 * together is its author's word on whether the part may stand there at all.
 */
#define ANY_HEAD "kopp"
#define ANY_FIRST "brukar"

bool lyh_joints_has_hunspell(const lyh_joints *joints)
{
    lyh_dictionary_accepts(joints->dictionary, ANY_HEAD, strlen(ANY_HEAD));
    return lyh_dictionary_is_there(joints->dictionary);
}

size_t lyh_joints_letters(const char *word)
{
    return (size_t)g_utf8_strlen(word, -1);
}

size_t lyh_joints_vowels(const char *word)
{
    size_t count = 0;
    for (; *word; word = g_utf8_next_char(word))
        count += g_utf8_strchr("aeiouyåäöé", -1, g_utf8_get_char(word)) != NULL;
    return count;
}

bool lyh_joints_is_listed(lyh_word_list list, const char *word)
{
    for (size_t i = 0; i < list.count; i++)
        if (strcmp(list.words[i], word) == 0)
            return true;
    return false;
}

bool lyh_joints_is_own(const lyh_joints *joints, const char *word)
{
    return lyh_dictionary_own(joints->dictionary, word).count > 0;
}

bool lyh_joints_takes(const lyh_joints *joints, const char *word, size_t cut,
                      const char *ending, const char *lemma)
{
    g_autofree char *form =
        g_strdup_printf("%.*s%s", (int)(strlen(word) - cut), word, ending);
    return lyh_joints_is_listed(lyh_dictionary_own(joints->dictionary, form), lemma);
}

/* munnen, hemmet: an m or n behind a short vowel is written twice before an ending. */
static bool takes_doubled(const lyh_joints *joints, const char *word, const char *ending)
{
    size_t size = strlen(word);
    if (size < 3 || !strchr("mn", word[size - 1]) || word[size - 2] == word[size - 1])
        return false;
    g_autofree char *doubled = g_strdup_printf("%c%s", word[size - 1], ending);
    return lyh_joints_takes(joints, word, 0, doubled, word) &&
           !lyh_joints_takes(joints, word, 0, ending, word);
}

bool lyh_joints_is_noun(const lyh_joints *joints, const char *word)
{
    return lyh_joints_takes(joints, word, 0, "n", word) ||
           lyh_joints_takes(joints, word, 0, "en", word) ||
           lyh_joints_takes(joints, word, 0, "et", word) ||
           takes_doubled(joints, word, "en") || takes_doubled(joints, word, "et");
}

bool lyh_joints_is_compound_line(const char *line)
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

size_t lyh_joints_part_size(const char *part)
{
    return strcspn(part, " \t");
}

/* Does hunspell take @front and @tail for two parts of one word? */
static bool are_joined(const lyh_joints *joints, const char *front, const char *tail)
{
    g_autofree char *word = g_strconcat(front, tail, NULL);
    lyh_word_list lines = lyh_dictionary_analysis(joints->dictionary, word);
    for (size_t i = 0; i < lines.count; i++) {
        if (!lyh_joints_is_compound_line(lines.words[i]))
            continue;
        const char *part = last_part(lines.words[i]);
        if (lyh_joints_part_size(part) == strlen(tail) && g_str_has_prefix(part, tail))
            return true;
    }
    return false;
}

bool lyh_joints_begins_compounds(const lyh_joints *joints, const char *front)
{
    return are_joined(joints, front, ANY_HEAD);
}

bool lyh_joints_begins(const lyh_joints *joints, const char *front)
{
    return lyh_joints_begins_compounds(joints, front);
}

bool lyh_joints_ends_compounds(const lyh_joints *joints, const char *tail)
{
    return are_joined(joints, ANY_FIRST, tail);
}

/* A word that is inflected as nouns, adjectives or verbs are, and so may begin a compound. */
static bool is_inflected_word(const lyh_joints *joints, const char *word)
{
    static const char *const endings[] = { "en", "et", "n", "t", "r" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (lyh_joints_takes(joints, word, 0, endings[i], word))
            return true;
    if (takes_doubled(joints, word, "en") || takes_doubled(joints, word, "et"))
        return true;
    return g_str_has_suffix(word, "a") && (lyh_joints_takes(joints, word, 1, "er", word) ||
                                           lyh_joints_takes(joints, word, 1, "or", word));
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
 * signa|tur, utbe|tal: verbs begin compounds by their stems. Nouns that are spelled as verbs
 * (klaga|mål is of klagan) are marked by hunspell or listed.
 */
static bool is_infinitive(const lyh_joints *joints, const char *word)
{
    return lyh_joints_vowels(word) > 1 && !lyh_joints_is_noun(joints, word) &&
           !lyh_joints_takes(joints, word, 0, "t", word) &&
           (lyh_joints_takes(joints, word, 0, "r", word) ||
            (g_str_has_suffix(word, "a") && lyh_joints_takes(joints, word, 1, "er", word)));
}

/* farmors|råd: of a long word, whose forms the dictionary may lack. */
static bool is_genitive(const lyh_joints *joints, const char *front)
{
    g_autofree char *word = g_strndup(front, strlen(front) - 1);
    return lyh_joints_letters(word) >= LEAST_SURE_TAIL && lyh_joints_is_lemma(joints, word);
}

/*
 * Fronts that hunspell does not mark, by the links that are never chance: tak|, nöd|, års|,
 * hyres|, läs|, grann|, gnagar|. Vowels between (gatu|, kyrko|) end too many loans.
 */
static bool is_linked_word(const lyh_joints *joints, const char *front)
{
    if (lyh_joints_letters(front) < LEAST_FRONT)
        return false;
    if (is_infinitive(joints, front))
        return false;
    if (is_inflected_word(joints, front) || stands_for(joints, front, 0, "a") ||
        stands_for(joints, front, 0, "e"))
        return true;
    if (g_str_has_suffix(front, "ar") && stands_for(joints, front, 0, "e"))
        return true;
    if (g_str_has_suffix(front, "s") &&
        (stands_for(joints, front, 1, "") || is_genitive(joints, front)))
        return true;
    return g_str_has_suffix(front, "es") && stands_for(joints, front, 2, "a");
}

static bool is_compound(const lyh_joints *joints, const char *word)
{
    lyh_word_list lines = lyh_dictionary_analysis(joints->dictionary, word);
    return lines.count > 0 && lyh_joints_is_compound_line(lines.words[0]);
}

bool lyh_joints_may_begin(const lyh_joints *joints, const char *front)
{
    return lyh_lookalikes_may_begin(joints->lookalikes, front) ||
           lyh_joints_begins_compounds(joints, front) || is_linked_word(joints, front) ||
           is_compound(joints, front);
}

bool lyh_joints_ends_as_listed(const lyh_joints *joints, const char *tail)
{
    if (*tail == '\0')
        return false;
    lyh_word_list lemmas = lyh_dictionary_own(joints->dictionary, tail);
    for (size_t i = 0; i < lemmas.count; i++)
        if (lyh_lookalikes_may_end(joints->lookalikes, lemmas.words[i]))
            return true;
    if (lemmas.count == 0 &&
        lyh_lookalikes_may_end(joints->lookalikes,
                               lyh_dictionary_lemmas(joints->dictionary, tail).words[0]))
        return true;
    /* telefon|kön: a word of its own too. */
    size_t size = strlen(tail);
    g_autofree char *indefinite = g_strndup(tail, size > 0 ? size - 1 : 0);
    return lyh_lookalikes_may_end(joints->lookalikes, tail) ||
           (g_str_has_suffix(tail, "ön") &&
            lyh_lookalikes_may_end(joints->lookalikes, indefinite));
}

bool lyh_joints_may_end(const lyh_joints *joints, const char *tail)
{
    size_t size = lyh_joints_letters(tail);
    if (lyh_lookalikes_is_ending(joints->lookalikes, tail))
        return false;
    if (lyh_joints_ends_as_listed(joints, tail))
        return true;
    return size >= LEAST_TAIL &&
           (lyh_joints_ends_compounds(joints, tail) || is_compound(joints, tail) ||
            lyh_joints_is_form_of_agent(joints, tail) ||
            lyh_joints_is_derived(joints, tail) ||
            (size >= LEAST_ODD_TAIL && lyh_joints_is_own(joints, tail)));
}

bool lyh_joints_is_inflected(const lyh_joints *joints, const char *tail)
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
                                           "or",  "tet", "ur",  "us",   "ör",   NULL };
    return lyh_ends_in_one_of(word, endings);
}

bool lyh_joints_is_sure_tail(const lyh_joints *joints, const char *tail)
{
    lyh_word_list lemmas = lyh_dictionary_own(joints->dictionary, tail);
    if (lemmas.count == 0)
        return false;
    bool is_sure = lyh_joints_letters(tail) >= LEAST_SURE_TAIL
                       ? !is_loan(lemmas.words[0])
                       : lyh_joints_letters(tail) == LEAST_ODD_TAIL &&
                             lyh_joints_is_noun(joints, tail) &&
                             !lyh_lookalikes_is_chance(joints->lookalikes, tail);
    return is_sure && lyh_joints_ends_compounds(joints, tail);
}

/* How a word is inflected, as far as the dictionary shows it. */
typedef struct inflection {
    bool is_common, is_neuter; /* en, ett; a word of two genders is both */
    unsigned plural;           /* a bit for each ending that makes one */
} inflection;

static bool takes_one(const lyh_joints *joints, const char *lemma, const char *one,
                      const char *other)
{
    return lyh_joints_takes(joints, lemma, 0, one, lemma) ||
           lyh_joints_takes(joints, lemma, 0, other, lemma);
}

static inflection inflection_of(const lyh_joints *joints, const char *lemma)
{
    static const char *const plurals[] = { "ar", "er", "or", "r" };
    char last = lemma[strlen(lemma) - 1];
    inflection found = { .is_neuter = takes_one(joints, lemma, "et", "t") };
    for (unsigned i = 0; i < G_N_ELEMENTS(plurals); i++)
        if (lyh_joints_takes(joints, lemma, 0, plurals[i], lemma) ||
            ((last == 'a' || last == 'e') &&
             lyh_joints_takes(joints, lemma, 1, plurals[i], lemma)))
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
    /* hjälp|reda is a noun, and reder of the verb that reda also is. */
    bool is_noun_of_verb = g_str_has_suffix(whole, "a") &&
                           lyh_joints_is_noun(joints, whole) &&
                           !lyh_joints_is_noun(joints, head);
    return is_noun_of_verb || !one.plural || !other.plural || (one.plural & other.plural);
}

/* tjänsten is of tjänst, whose last letters are no word that sten could be of. */
static bool is_head(const lyh_joints *joints, const char *head, lyh_word_list of_tail)
{
    return lyh_joints_is_listed(of_tail, head) || is_inflected_word(joints, head) ||
           lyh_lookalikes_may_end(joints->lookalikes, head) ||
           lyh_joints_is_agent(joints, head) || lyh_joints_is_derived(joints, head) ||
           (lyh_joints_letters(head) >= LEAST_ODD_TAIL && lyh_joints_is_own(joints, head));
}

/* The dictionary holds @word whole: is it a word with something before it, in all its forms? */
bool lyh_joints_is_form_with_head(const lyh_joints *joints, const char *word, size_t at)
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
