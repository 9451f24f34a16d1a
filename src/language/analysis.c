#include "analysis.h"

#include <hunspell/hunspell.h>
#include <string.h>
#include <unistd.h>

#include "dictionary_paradigms.h"
#include "dictionary_words.h"

/*
 * Hunspell_analyze gives lines such as " pa:bemötande st:bemötande pa:kulturen  st:kultur fl:D":
 * the parts of a compound as they stand in the word, and the stem of each inflected one. The
 * lemma is the word itself with its last part exchanged for that part's stem; Hunspell_stem
 * would return the first part. A first part made by an affix (bistånds|handläggare) is left out
 * of the analysis, but not out of the word, so that counting from the end is right there too.
 */
struct lyh_analysis {
    Hunhandle *hunspell;
    lyh_dictionary_words
        *words; /* NULL: the dictionary is not of the kind that can be read so */
    lyh_paradigms *paradigms;
    const lyh_forms *forms;
};

/* Tails of unknown compounds are tried between these lengths (in bytes). */
enum { SHORTEST_TAIL = 5, LONGEST_TAIL = 16, LONGEST_COMPOUND = 40 };

typedef struct reading {
    char *lemma;
    size_t tail;       /* where the last part of a compound begins */
    bool is_inflected; /* an ending was taken off */
    bool is_compound;
    bool is_adjective;
} reading;

lyh_analysis *lyh_analysis_new(const char *path, const lyh_forms *forms)
{
    g_autofree char *rules = g_strconcat(path, ".aff", NULL);
    g_autofree char *words = g_strconcat(path, ".dic", NULL);
    if (access(rules, R_OK) != 0 || access(words, R_OK) != 0)
        return NULL;
    lyh_analysis *analysis = g_new0(lyh_analysis, 1);
    analysis->hunspell = Hunspell_create(rules, words);
    analysis->words = lyh_dictionary_words_new(path);
    analysis->paradigms = lyh_paradigms_new();
    analysis->forms = forms;
    return analysis;
}

void lyh_analysis_free(lyh_analysis *analysis)
{
    if (!analysis)
        return;
    Hunspell_destroy(analysis->hunspell);
    lyh_dictionary_words_free(analysis->words);
    lyh_paradigms_free(analysis->paradigms);
    g_free(analysis);
}

static char *replaced(const char *word, size_t cut, const char *ending)
{
    return g_strdup_printf("%.*s%s", (int)(strlen(word) - cut), word, ending);
}

static void clear_reading(gpointer item)
{
    g_free(((reading *)item)->lemma);
}

/*
 * hunspell derives some words from others, as a speller may: lärarnas from lära, kränkande from
 * kränka, ekonomiska from ekonom. In a dictionary of Swedish they are words of their own.
 */
static char *derived(const char *form, const char *stem)
{
    size_t size = strlen(stem);
    if (strncmp(form, stem, size) != 0)
        return g_strdup(stem);
    const char *ending = form + size;

    if (g_str_has_suffix(stem, "a")) {
        static const char *const agents[] = { "re", "ren", "res", "rens", "rna", "rnas" };
        for (size_t i = 0; i < G_N_ELEMENTS(agents); i++)
            if (strcmp(ending, agents[i]) == 0)
                return g_strconcat(stem, "re", NULL);
        if (g_str_has_prefix(ending, "nde"))
            return g_strconcat(stem, "nde", NULL);
    }
    if (g_str_has_prefix(ending, "ende"))
        return g_strconcat(stem, "ende", NULL);
    if (g_str_has_prefix(ending, "isk") && !g_str_has_suffix(stem, "isk"))
        return g_strconcat(stem, "isk", NULL);
    return g_strdup(stem);
}

/* One line of the analysis; false when it says nothing. */
static bool read_line(const char *word, const char *line, reading *found)
{
    g_autofree char *part = NULL;
    g_autofree char *stem = NULL;
    g_auto(GStrv) fields = g_strsplit(line, " ", -1);

    *found = (reading){ 0 };
    for (char **field = fields; *field; field++) {
        if (g_str_has_prefix(*field, "pa:")) {
            g_free(part);
            part = g_utf8_casefold(*field + 3, -1);
            g_clear_pointer(&stem, g_free);
            found->is_compound = true;
        } else if (g_str_has_prefix(*field, "st:")) {
            g_free(stem);
            stem = g_utf8_casefold(*field + 3, -1);
        } else if (g_str_has_prefix(*field, "fl:")) {
            found->is_inflected = true;
            found->is_adjective = (*field)[3] == 'O';
        }
    }
    if (!part && !stem)
        return false;
    bool ends_in_part = part && g_str_has_suffix(word, part);
    if (part && !ends_in_part)
        g_clear_pointer(&stem, g_free);
    found->tail = ends_in_part ? strlen(word) - strlen(part) : 0;
    g_autofree char *lemma = derived(word + found->tail, stem ? stem : word + found->tail);
    found->lemma = g_strdup_printf("%.*s%s", (int)found->tail, word, lemma);
    return true;
}

static void analyze_spelling(lyh_analysis *analysis, const char *spelling, const char *word,
                             GArray *readings)
{
    char **lines = NULL;
    int count = Hunspell_analyze(analysis->hunspell, &lines, spelling);
    for (int i = 0; i < count; i++) {
        reading found;
        if (read_line(word, lines[i], &found))
            g_array_append_val(readings, found);
    }
    if (count > 0)
        Hunspell_free_list(analysis->hunspell, &lines, count);
}

static bool has_simple(const GArray *readings)
{
    for (guint i = 0; i < readings->len; i++)
        if (!g_array_index(readings, reading, i).is_compound)
            return true;
    return false;
}

/* A word that stands in the dictionary is not a compound of shorter ones as well. */
static void drop_compounds(GArray *readings)
{
    if (!has_simple(readings))
        return;
    for (guint i = readings->len; i > 0; i--)
        if (g_array_index(readings, reading, i - 1).is_compound)
            g_array_remove_index(readings, i - 1);
}

/* g_utf8_strup() would ask the locale. */
static char *in_capitals(const char *word)
{
    GString *capitals = g_string_new(NULL);
    for (; *word; word = g_utf8_next_char(word))
        g_string_append_unichar(capitals, g_unichar_toupper(g_utf8_get_char(word)));
    return g_string_free(capitals, FALSE);
}

/* Types are case-folded: names and acronyms are asked for in their own dress. */
static GArray *readings_of(lyh_analysis *analysis, const char *word)
{
    GArray *readings = g_array_new(FALSE, FALSE, sizeof(reading));
    g_array_set_clear_func(readings, clear_reading);

    analyze_spelling(analysis, word, word, readings);
    if (readings->len == 0) {
        char first[8] = { 0 };
        g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(word)), first);
        g_autofree char *name = g_strconcat(first, g_utf8_next_char(word), NULL);
        analyze_spelling(analysis, name, word, readings);
    }
    if (readings->len == 0) {
        g_autofree char *acronym = in_capitals(word);
        analyze_spelling(analysis, acronym, word, readings);
    }
    drop_compounds(readings);
    return readings;
}

bool lyh_analysis_accepts(const lyh_analysis *analysis, const char *word)
{
    return Hunspell_spell(analysis->hunspell, word) != 0;
}

/* Readings of a word that is only supposed: as it stands, since a name proves nothing of it. */
static GArray *readings_as_spelled(lyh_analysis *analysis, const char *word)
{
    GArray *readings = g_array_new(FALSE, FALSE, sizeof(reading));
    g_array_set_clear_func(readings, clear_reading);
    analyze_spelling(analysis, word, word, readings);
    drop_compounds(readings);
    return readings;
}

bool lyh_analysis_is_own(lyh_analysis *analysis, const char *word)
{
    if (analysis->words)
        return lyh_dictionary_words_have(analysis->words, word);
    g_autoptr(GArray) readings = readings_as_spelled(analysis, word);
    return has_simple(readings);
}

static bool is_entry_of(lyh_analysis *analysis, const char *word)
{
    return analysis->words ? lyh_dictionary_words_enter(analysis->words, word)
                           : lyh_analysis_is_own(analysis, word);
}

void lyh_analysis_lines(lyh_analysis *analysis, const char *word, GPtrArray *lines)
{
    char **found = NULL;
    int count = Hunspell_analyze(analysis->hunspell, &found, word);
    for (int i = 0; i < count; i++)
        g_ptr_array_add(lines, g_strdup(found[i]));
    if (count > 0)
        Hunspell_free_list(analysis->hunspell, &found, count);
}

/* Is @form an inflected form of the dictionary's own word @stem? */
static bool is_form_of(lyh_analysis *analysis, const char *form, const char *stem)
{
    g_autoptr(GArray) readings = readings_as_spelled(analysis, form);
    for (guint i = 0; i < readings->len; i++) {
        const reading *found = &g_array_index(readings, reading, i);
        if (found->is_inflected && !found->is_compound && strcmp(found->lemma, stem) == 0)
            return true;
    }
    return false;
}

/* A word that takes endings of its own is a lemma, however much it looks like a form. */
static bool takes_endings(lyh_analysis *analysis, const char *word)
{
    static const char *const endings[] = {
        "en", "et", "n", "t", "s", "ar", "er", "or", "a"
    };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *form = g_strconcat(word, endings[i], NULL);
        if (is_form_of(analysis, form, word))
            return true;
    }
    return false;
}

/* Takes @ending off, puts @instead on; right when @witness, put on instead, is a word too. */
typedef struct ending_rule {
    const char *ending;
    const char *instead;
    const char *witness;
} ending_rule;

/*
 * Forms that the dictionary holds as words of their own. Longest endings first; a witness keeps
 * verbs to verbs (the past -ade, the infinitive's fellow forms).
 */
static const ending_rule ending_rules[] = {
    { "ades", "a", "ar" }, { "ade", "a", "ar" },  { "nnt", "nn", "nna" },
    { "ats", "a", "ade" }, { "at", "a", "ade" },  { "ar", "a", "ade" },
    { "as", "a", "ade" },  { "er", "a", "ande" }, { "es", "a", "ande" },
    { "tt", "", "a" },     { "t", "", "a" },      { "a", "", "t" },
    { "s", "", "" },
};

static char *lemma_by_ending(lyh_analysis *analysis, const char *word)
{
    size_t size = strlen(word);
    for (size_t i = 0; i < G_N_ELEMENTS(ending_rules); i++) {
        const ending_rule *rule = &ending_rules[i];
        size_t cut = strlen(rule->ending);
        if (size < cut + 2 || !g_str_has_suffix(word, rule->ending))
            continue;
        g_autofree char *lemma = replaced(word, cut, rule->instead);
        g_autofree char *witness = replaced(word, cut, rule->witness);
        if (!lyh_analysis_accepts(analysis, witness))
            continue;
        g_autoptr(GArray) readings = readings_as_spelled(analysis, lemma);
        if (has_simple(readings))
            return g_steal_pointer(&lemma);
    }
    return NULL;
}

/* utgörs, familjefäder, vetenskapsmän: what ends the word stands in the closed list. */
static char *lemma_by_tail(lyh_analysis *analysis, const char *word)
{
    size_t tail;
    const char *end = lyh_forms_tail(analysis->forms, word, &tail);
    if (!end)
        return NULL;
    g_autofree char *lemma = g_strdup_printf("%.*s%s", (int)tail, word, end);
    bool is_verb = lyh_forms_is_prefix(word, tail) && !is_entry_of(analysis, word);
    return is_verb || lyh_analysis_accepts(analysis, lemma) ? g_steal_pointer(&lemma)
                                                            : NULL;
}

/* A compound whose front nobody knows (moshavbarnen): the longest tail that is an inflected word. */
static char *lemma_by_known_end(lyh_analysis *analysis, const char *word)
{
    size_t size = strlen(word);
    if (size > LONGEST_COMPOUND)
        return NULL;
    for (const char *tail = word; size >= SHORTEST_TAIL + (size_t)(tail - word);
         tail = g_utf8_next_char(tail)) {
        size_t front = (size_t)(tail - word);
        if (front < 3 || size - front > LONGEST_TAIL)
            continue;
        g_autoptr(GArray) readings = readings_as_spelled(analysis, tail);
        if (readings->len == 0)
            continue;
        const reading *found = &g_array_index(readings, reading, 0);
        if (!found->is_compound && found->is_inflected)
            return g_strdup_printf("%.*s%s", (int)front, word, found->lemma);
    }
    return NULL;
}

static void add_once(GPtrArray *lemmas, const char *lemma)
{
    if (!g_ptr_array_find_with_equal_func(lemmas, lemma, g_str_equal, NULL))
        g_ptr_array_add(lemmas, g_strdup(lemma));
}

static bool only_as_itself(const GArray *readings, const char *word)
{
    for (guint i = 0; i < readings->len; i++) {
        const reading *found = &g_array_index(readings, reading, i);
        if (found->is_inflected || strcmp(found->lemma, word) != 0)
            return false;
    }
    return true;
}

/* svenska, roller, barns: an adjective's or noun's form before the rarer word spelled like it. */
static bool prefers_inflected(const GArray *readings, const char *word)
{
    bool adjective = false;
    for (guint i = 0; i < readings->len; i++)
        adjective |= g_array_index(readings, reading, i).is_adjective;
    return adjective || g_str_has_suffix(word, "s") || g_str_has_suffix(word, "er") ||
           g_str_has_suffix(word, "or");
}

static void add_readings(const GArray *readings, const char *word, GPtrArray *lemmas)
{
    if (prefers_inflected(readings, word))
        for (guint i = 0; i < readings->len; i++)
            if (g_array_index(readings, reading, i).is_inflected)
                add_once(lemmas, g_array_index(readings, reading, i).lemma);
    for (guint i = 0; i < readings->len; i++)
        add_once(lemmas, g_array_index(readings, reading, i).lemma);
}

/* A lemma is an open word: vi is no adjective because vitt is a word. */
static bool is_open_word(void *user, const char *word, bool is_entry)
{
    lyh_analysis *analysis = user;
    if (lyh_forms_is_closed(analysis->forms, word))
        return false;
    return is_entry ? is_entry_of(analysis, word) : lyh_analysis_is_own(analysis, word);
}

/* Lemmas that the closed list and the paradigms know of a word that is no compound. */
static void add_known(lyh_analysis *analysis, const char *word, GPtrArray *lemmas)
{
    lyh_paradigms_lemmas(analysis->paradigms, word, is_open_word, analysis, lemmas);
    g_autofree char *tailed = lemma_by_tail(analysis, word);
    if (tailed && is_entry_of(analysis, tailed))
        add_once(lemmas, tailed);
}

/* The last part is inflected as it is alone; what stands before it stays. */
static void add_compound(lyh_analysis *analysis, const char *word, size_t tail,
                         GPtrArray *lemmas)
{
    const char *part = word + tail;
    g_autoptr(GPtrArray) ends = g_ptr_array_new_with_free_func(g_free);
    const GPtrArray *listed = lyh_forms_is_closed(analysis->forms, part)
                                  ? NULL
                                  : lyh_forms_lemmas(analysis->forms, part);
    for (guint i = 0; listed && i < listed->len; i++)
        add_once(ends, listed->pdata[i]);
    add_known(analysis, part, ends);
    for (guint i = 0; i < ends->len; i++) {
        g_autofree char *lemma =
            g_strdup_printf("%.*s%s", (int)tail, word, (const char *)ends->pdata[i]);
        add_once(lemmas, lemma);
    }
}

static void add_compounds(lyh_analysis *analysis, const GArray *readings, const char *word,
                          GPtrArray *lemmas)
{
    for (guint i = 0; i < readings->len; i++) {
        const reading *found = &g_array_index(readings, reading, i);
        if (found->is_compound && found->tail > 0)
            add_compound(analysis, word, found->tail, lemmas);
    }
}

/* What no list and no paradigm tells: names, words without fellow forms, hunspell's own say. */
static void add_remaining(lyh_analysis *analysis, const GArray *readings, const char *word,
                          GPtrArray *lemmas)
{
    if (!only_as_itself(readings, word)) {
        add_readings(readings, word, lemmas);
        return;
    }
    g_autofree char *lemma = lemma_by_tail(analysis, word);
    if (!lemma) {
        lemma = lemma_by_ending(analysis, word);
        if (lemma && readings->len > 0 && takes_endings(analysis, word))
            g_clear_pointer(&lemma, g_free);
    }
    if (!lemma && readings->len == 0)
        lemma = lemma_by_known_end(analysis, word);
    add_once(lemmas, lemma ? lemma : word);
}

void lyh_analysis_lemmas(lyh_analysis *analysis, const char *word, GPtrArray *lemmas)
{
    add_known(analysis, word, lemmas);
    if (lemmas->len > 0)
        return;
    g_autoptr(GArray) readings = readings_of(analysis, word);
    add_compounds(analysis, readings, word, lemmas);
    if (lemmas->len == 0)
        add_remaining(analysis, readings, word, lemmas);
}
