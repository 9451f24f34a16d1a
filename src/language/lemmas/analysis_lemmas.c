#include "analysis_private.h"

#include <string.h>

/* Tails of unknown compounds are tried between these lengths (in bytes). */
enum { SHORTEST_TAIL = 5, LONGEST_TAIL = 16, LONGEST_COMPOUND = 40, SHORTEST_SUPPOSED = 4 };

static char *replaced(const char *word, size_t cut, const char *ending)
{
    return g_strdup_printf("%.*s%s", (int)(strlen(word) - cut), word, ending);
}

/* Takes @ending off and puts @instead on. */
typedef struct ending_rule {
    const char *ending;
    const char *instead;
} ending_rule;

/* utgörs, familjefäder, vetenskapsmän: what ends the word stands in the closed list. */
static char *lemma_by_tail(lyh_analysis *analysis, const char *word, size_t *tail)
{
    const char *end = lyh_forms_tail(analysis->forms, word, tail);
    if (!end)
        return NULL;
    g_autofree char *lemma = g_strdup_printf("%.*s%s", (int)*tail, word, end);
    bool is_verb =
        lyh_forms_is_prefix(word, *tail) && !lyh_analysis_is_entry(analysis, word);
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
        g_autoptr(GArray) readings = lyh_analysis_readings_as_spelled(analysis, tail);
        if (readings->len == 0)
            continue;
        const lyh_reading *found = &g_array_index(readings, lyh_reading, 0);
        if (!found->is_compound && found->is_inflected)
            return g_strdup_printf("%.*s%s", (int)front, word, found->lemma);
    }
    return NULL;
}

/* Endings that speakers and learners put where the word takes another: barnena, springde. */
static const ending_rule supposed_rules[] = {
    { "arna", "" }, { "erna", "" }, { "orna", "a" }, { "ena", "" }, { "dde", "" },
    { "ade", "a" }, { "ar", "" },   { "er", "" },    { "en", "" },  { "et", "" },
    { "or", "a" },  { "na", "" },   { "de", "a" },   { "te", "a" }, { "ts", "a" },
    { "at", "a" },  { "s", "" },
};

static char *lemma_by_supposed_ending(lyh_analysis *analysis, const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(supposed_rules); i++) {
        const ending_rule *rule = &supposed_rules[i];
        if (!g_str_has_suffix(word, rule->ending))
            continue;
        g_autofree char *lemma = replaced(word, strlen(rule->ending), rule->instead);
        if (g_utf8_strlen(lemma, -1) >= SHORTEST_SUPPOSED &&
            lyh_analysis_is_entry(analysis, lemma))
            return g_steal_pointer(&lemma);
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
        const lyh_reading *found = &g_array_index(readings, lyh_reading, i);
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
        adjective |= g_array_index(readings, lyh_reading, i).is_adjective;
    return adjective || g_str_has_suffix(word, "s") || g_str_has_suffix(word, "er") ||
           g_str_has_suffix(word, "or");
}

static void add_readings(const GArray *readings, const char *word, GPtrArray *lemmas)
{
    if (prefers_inflected(readings, word))
        for (guint i = 0; i < readings->len; i++)
            if (g_array_index(readings, lyh_reading, i).is_inflected)
                add_once(lemmas, g_array_index(readings, lyh_reading, i).lemma);
    for (guint i = 0; i < readings->len; i++)
        add_once(lemmas, g_array_index(readings, lyh_reading, i).lemma);
}

/* A lemma is an open word: vi is no adjective because vitt is a word. */
static bool is_open_word(void *user, const char *word, bool is_entry)
{
    lyh_analysis *analysis = user;
    bool is_word = is_entry ? lyh_analysis_is_entry(analysis, word)
                            : lyh_analysis_is_own(analysis, word);
    return is_word && !lyh_forms_is_closed(analysis->forms, word);
}

/* Lemmas that the closed list and the paradigms know of a word that is no compound. */
static void add_known(lyh_analysis *analysis, const char *word, GPtrArray *lemmas)
{
    size_t tail;
    g_autofree char *tailed = lemma_by_tail(analysis, word, &tail);
    bool is_known = tailed && lyh_analysis_is_entry(analysis, tailed);
    if (is_known && lyh_forms_is_prefix(word, tail))
        add_once(lemmas, tailed);
    lyh_paradigms_lemmas(analysis->paradigms, word, is_open_word, analysis, lemmas);
    if (is_known)
        add_once(lemmas, tailed);
}

/* The last part is inflected as it is alone; what stands before it stays. */
static void add_compound(lyh_analysis *analysis, const char *word, size_t tail,
                         GPtrArray *lemmas)
{
    const char *part = word + tail;
    if (lyh_forms_is_closed(analysis->forms, part))
        return;
    g_autoptr(GPtrArray) ends = g_ptr_array_new_with_free_func(g_free);
    const GPtrArray *listed = lyh_forms_lemmas(analysis->forms, part);
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
        const lyh_reading *found = &g_array_index(readings, lyh_reading, i);
        if (found->is_compound && found->tail > 0)
            add_compound(analysis, word, found->tail, lemmas);
    }
}

/* A name that stands in the dictionary is nobody else's form: Erik, Annas. */
static char *lemma_of_name(lyh_analysis *analysis, const char *word)
{
    g_autofree char *bearer = g_strdup(word);
    bool is_name = lyh_analysis_enters_name(analysis, word);
    if (!is_name && g_str_has_suffix(word, "s")) {
        bearer[strlen(bearer) - 1] = '\0';
        is_name = *bearer && lyh_analysis_enters_name(analysis, bearer);
    }
    return is_name && !lyh_analysis_accepts(analysis, word) ? g_steal_pointer(&bearer)
                                                            : NULL;
}

/* What no list and no paradigm tells: words without fellow forms, hunspell's own say. */
static void add_remaining(lyh_analysis *analysis, const GArray *readings, const char *word,
                          GPtrArray *lemmas)
{
    if (!only_as_itself(readings, word)) {
        add_readings(readings, word, lemmas);
        return;
    }
    size_t tail;
    g_autofree char *lemma = lemma_by_tail(analysis, word, &tail);
    if (!lemma && readings->len == 0)
        lemma = lemma_by_supposed_ending(analysis, word);
    if (!lemma && readings->len == 0)
        lemma = lemma_by_known_end(analysis, word);
    add_once(lemmas, lemma ? lemma : word);
}

void lyh_analysis_lemmas(lyh_analysis *analysis, const char *word, GPtrArray *lemmas)
{
    add_known(analysis, word, lemmas);
    if (lemmas->len > 0)
        return;
    g_autofree char *name = lemma_of_name(analysis, word);
    if (name) {
        add_once(lemmas, name);
        return;
    }
    g_autoptr(GArray) readings = lyh_analysis_readings(analysis, word);
    add_compounds(analysis, readings, word, lemmas);
    if (lemmas->len == 0)
        add_remaining(analysis, readings, word, lemmas);
}
