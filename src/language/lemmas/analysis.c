#include "analysis_private.h"

#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

static void end_without_memory(void)
{
    g_error("failed to allocate a part of hunspell");
}

/*
 * hunspell is of C++, which throws where memory is out, and nobody here could catch it: the handler that C++
 * calls before that, std::set_new_handler(), ends the program as GLib does.
 */
static void guard_hunspell(void)
{
    typedef void (*new_handler)(void);
    new_handler (*set)(new_handler);
    *(void **)&set = dlsym(RTLD_DEFAULT, "_ZSt15set_new_handlerPFvvE");
    if (set)
        set(end_without_memory);
}

/* hunspell reads all its words: only who needs an analysis, or asks about a word that is none by itself, waits for that. */
static Hunhandle *speller(lyh_analysis *analysis)
{
    if (!analysis->hunspell) {
        g_autofree char *rules = g_strconcat(analysis->path, ".aff", NULL);
        g_autofree char *words = g_strconcat(analysis->path, ".dic", NULL);
        guard_hunspell();
        analysis->hunspell = Hunspell_create(rules, words);
    }
    return analysis->hunspell;
}

lyh_analysis *lyh_analysis_new(const char *path, lyh_forms *forms)
{
    g_autofree char *rules = g_strconcat(path, ".aff", NULL);
    g_autofree char *words = g_strconcat(path, ".dic", NULL);
    if (access(rules, R_OK) != 0 || access(words, R_OK) != 0)
        return NULL;
    lyh_analysis *analysis = g_new0(lyh_analysis, 1);
    analysis->path = g_strdup(path);
    analysis->words = lyh_dictionary_words_new(path);
    analysis->paradigms = lyh_paradigms_new();
    analysis->forms = forms;
    return analysis;
}

void lyh_analysis_free(lyh_analysis *analysis)
{
    if (!analysis)
        return;
    if (analysis->hunspell)
        Hunspell_destroy(analysis->hunspell);
    g_free(analysis->path);
    lyh_dictionary_words_free(analysis->words);
    lyh_paradigms_free(analysis->paradigms);
    for (size_t i = 0; i < G_N_ELEMENTS(analysis->asked); i++)
        g_free(analysis->asked[i].word);
    g_free(analysis);
}

static void clear_reading(gpointer item)
{
    g_free(((lyh_reading *)item)->lemma);
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

/*
 * Hunspell_analyze gives lines such as " pa:bemötande st:bemötande pa:kulturen  st:kultur fl:D":
 * the parts of a compound as they stand in the word, and the stem of each inflected one. The
 * lemma is the word itself with its last part exchanged for that part's stem; Hunspell_stem
 * would return the first part. A first part made by an affix (bistånds|handläggare) is left out
 * of the analysis, but not out of the word, so that counting from the end is right there too.
 *
 * False when a line says nothing.
 */
static bool read_line(const char *word, const char *line, lyh_reading *found)
{
    g_autofree char *part = NULL;
    g_autofree char *stem = NULL;
    g_auto(GStrv) fields = g_strsplit(line, " ", -1);

    *found = (lyh_reading){ 0 };
    for (char **field = fields; *field; field++) {
        if (g_str_has_prefix(*field, "pa:")) {
            g_free(part);
            part = g_utf8_casefold(*field + 3, -1);
            g_clear_pointer(&stem, g_free);
            found->is_compound = true;
        } else if (g_str_has_prefix(*field, "st:")) {
            g_free(stem);
            stem = g_utf8_casefold(*field + 3, -1);
            if (stem[0] && g_str_has_suffix(stem + 1, "-")) /* USA-, as compounds begin */
                stem[strlen(stem) - 1] = '\0';
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
    int count = Hunspell_analyze(speller(analysis), &lines, spelling);
    for (int i = 0; i < count; i++) {
        lyh_reading found;
        if (read_line(word, lines[i], &found))
            g_array_append_val(readings, found);
    }
    if (count > 0)
        Hunspell_free_list(analysis->hunspell, &lines, count);
}

/* Is one of the readings no compound? */
static bool has_simple(const GArray *readings)
{
    for (guint i = 0; i < readings->len; i++)
        if (!g_array_index(readings, lyh_reading, i).is_compound)
            return true;
    return false;
}

/* A word that stands in the dictionary is not a compound of shorter ones as well. */
static void drop_compounds(GArray *readings)
{
    if (!has_simple(readings))
        return;
    for (guint i = readings->len; i > 0; i--)
        if (g_array_index(readings, lyh_reading, i - 1).is_compound)
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
static char *as_name(const char *word)
{
    char first[8] = { 0 };
    g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(word)), first);
    return *word ? g_strconcat(first, g_utf8_next_char(word), NULL) : g_strdup("");
}

/* A name only takes endings on: Erik is no imperative of Erika. */
static void drop_shortened(GArray *readings, const char *word)
{
    for (guint i = readings->len; i > 0; i--)
        if (!g_str_has_prefix(word, g_array_index(readings, lyh_reading, i - 1).lemma))
            g_array_remove_index(readings, i - 1);
}

GArray *lyh_analysis_readings(lyh_analysis *analysis, const char *word)
{
    GArray *readings = g_array_new(FALSE, FALSE, sizeof(lyh_reading));
    g_array_set_clear_func(readings, clear_reading);

    analyze_spelling(analysis, word, word, readings);
    if (readings->len == 0) {
        g_autofree char *name = as_name(word);
        analyze_spelling(analysis, name, word, readings);
        drop_shortened(readings, word);
    }
    if (readings->len == 0) {
        g_autofree char *acronym = in_capitals(word);
        analyze_spelling(analysis, acronym, word, readings);
        drop_shortened(readings, word);
    }
    drop_compounds(readings);
    return readings;
}

/*
 * What the dictionary holds in so many words hunspell takes. It looks for compounds for ten microseconds; the same few
 * words come again at once.
 */
bool lyh_analysis_accepts(lyh_analysis *analysis, const char *word)
{
    if (analysis->words && lyh_dictionary_words_take(analysis->words, word))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(analysis->asked); i++)
        if (g_strcmp0(analysis->asked[i].word, word) == 0)
            return analysis->asked[i].is_accepted;
    lyh_asked *oldest = &analysis->asked[analysis->next_asked++];
    analysis->next_asked %= G_N_ELEMENTS(analysis->asked);
    g_free(oldest->word);
    oldest->word = g_strdup(word);
    oldest->is_accepted = Hunspell_spell(speller(analysis), word) != 0;
    return oldest->is_accepted;
}

/* Readings of a word that is only supposed: as it stands, since a name proves nothing of it. */
GArray *lyh_analysis_readings_as_spelled(lyh_analysis *analysis, const char *word)
{
    GArray *readings = g_array_new(FALSE, FALSE, sizeof(lyh_reading));
    g_array_set_clear_func(readings, clear_reading);
    analyze_spelling(analysis, word, word, readings);
    drop_compounds(readings);
    return readings;
}

bool lyh_analysis_is_own(lyh_analysis *analysis, const char *word)
{
    if (analysis->words)
        return lyh_dictionary_words_have(analysis->words, word);
    g_autoptr(GArray) readings = lyh_analysis_readings_as_spelled(analysis, word);
    return has_simple(readings);
}

bool lyh_analysis_is_name(lyh_analysis *analysis, const char *word)
{
    g_autofree char *name = as_name(word);
    g_autofree char *acronym = in_capitals(word);
    if (lyh_analysis_is_own(analysis, word))
        return false;
    return lyh_analysis_is_own(analysis, name) || lyh_analysis_is_own(analysis, acronym) ||
           (!lyh_analysis_accepts(analysis, word) && lyh_analysis_accepts(analysis, name));
}

bool lyh_analysis_is_entry(lyh_analysis *analysis, const char *word)
{
    return analysis->words ? lyh_dictionary_words_enter(analysis->words, word)
                           : lyh_analysis_is_own(analysis, word);
}

bool lyh_analysis_enters_name(lyh_analysis *analysis, const char *word)
{
    g_autofree char *name = as_name(word);
    return lyh_analysis_is_entry(analysis, name);
}

void lyh_analysis_lines(lyh_analysis *analysis, const char *word, GPtrArray *lines)
{
    char **found = NULL;
    int count = Hunspell_analyze(speller(analysis), &found, word);
    for (int i = 0; i < count; i++)
        g_ptr_array_add(lines, g_strdup(found[i]));
    if (count > 0)
        Hunspell_free_list(analysis->hunspell, &found, count);
}
