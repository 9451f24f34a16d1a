/* Which question a sentence is about. */
#include <math.h>
#include <string.h>

#include "claims.h"
#include "words.h"

/* Endings are what comes after so many letters: beaktas, beaktat; besluten, beslut. */
#define STEM_LETTERS 6
#define LEAST_LETTERS 4

/* Words of every question: they tell none apart. */
static const char *const empty_words[] = {
    "alla",  "alls",   "att",     "bara",   "blir",   "både",  "detta", "därför",
    "eller", "finns",  "från",    "fråga",  "frågan", "göra",  "hade",  "hela",
    "inom",  "inte",   "kunna",   "kanske", "mycket", "måste", "något", "också",
    "sedan", "skulle", "svarade", "svarat", "svarar", "sådan", "under", "vara",
    "varit", "vilka",  "vilket",  "över",   NULL
};

/* The words of @text (folded), one after the other; NULL when there are no more. g_free(). */
static char *next_word(const char **at)
{
    while (**at && !g_unichar_isalnum(g_utf8_get_char(*at)))
        *at = g_utf8_next_char(*at);
    const char *start = *at;
    while (**at && g_unichar_isalnum(g_utf8_get_char(*at)))
        *at = g_utf8_next_char(*at);
    return *at > start ? g_strndup(start, (gsize)(*at - start)) : NULL;
}

static char *stem_of(const char *word)
{
    glong letters = g_utf8_strlen(word, -1);
    if (letters < LEAST_LETTERS || g_ascii_isdigit(*word) ||
        g_strv_contains(empty_words, word))
        return NULL;
    return g_utf8_substring(word, 0, MIN(letters, STEM_LETTERS));
}

static GHashTable *stems_of(const char *text)
{
    GHashTable *stems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *folded = words_fold(text, strlen(text));
    const char *at = folded;
    for (char *word = next_word(&at); word; word = next_word(&at)) {
        char *stem = stem_of(word);
        if (stem)
            g_hash_table_add(stems, stem);
        g_free(word);
    }
    return stems;
}

void claim_ties_init(claim_ties *ties, const lyh_survey *survey)
{
    const lyh_questions *questions = lyh_survey_questions(survey);
    ties->survey = survey;
    ties->stems = g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
    ties->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < lyh_questions_count(questions); i++) {
        GHashTable *stems = stems_of(lyh_questions_at(questions, i)->text);
        GHashTableIter iter;
        gpointer stem;
        g_hash_table_iter_init(&iter, stems);
        while (g_hash_table_iter_next(&iter, &stem, NULL)) {
            size_t with = GPOINTER_TO_SIZE(g_hash_table_lookup(ties->known, stem));
            g_hash_table_insert(ties->known, g_strdup(stem), GSIZE_TO_POINTER(with + 1));
        }
        g_ptr_array_add(ties->stems, stems);
    }
}

void claim_ties_clear(claim_ties *ties)
{
    g_ptr_array_unref(ties->stems);
    g_hash_table_unref(ties->known);
}

/* ---- by its number ---- */

static bool is_after(const char *at, const char *name)
{
    size_t size = strlen(name);
    return strncmp(at, name, size) == 0 &&
           (!at[size] || !g_unichar_isalnum(g_utf8_get_char(at + size)));
}

/* "fråga 3", "frågan 3", "tabell 3", "{{fråga:3}}". */
static size_t named_question(const claim_ties *ties, const char *sentence)
{
    static const char *const leads[] = { "fråga ",    "frågan ", "fråga:",   "tabell ",
                                         "question ", "table ",  "question:" };
    const lyh_questions *questions = lyh_survey_questions(ties->survey);
    for (size_t lead = 0; lead < G_N_ELEMENTS(leads); lead++) {
        const char *at = strstr(sentence, leads[lead]);
        for (; at; at = strstr(at + 1, leads[lead]))
            for (size_t i = 0; i < lyh_questions_count(questions); i++) {
                const char *name = lyh_questions_at(questions, i)->name;
                g_autofree char *folded = words_fold(name, strlen(name));
                if (is_after(at + strlen(leads[lead]), folded))
                    return i;
            }
    }
    return LYH_NONE;
}

/* ---- by its words ---- */

/* How rare what they share is among the questions: a word of all of them weighs nothing. */
static double likeness(const claim_ties *ties, GHashTable *sentence, size_t question)
{
    double weight = 0;
    GHashTableIter iter;
    gpointer stem;
    g_hash_table_iter_init(&iter, ties->stems->pdata[question]);
    while (g_hash_table_iter_next(&iter, &stem, NULL))
        if (g_hash_table_contains(sentence, stem))
            weight += log((double)ties->stems->len /
                          (double)GPOINTER_TO_SIZE(g_hash_table_lookup(ties->known, stem)));
    return weight;
}

static size_t likest_question(const claim_ties *ties, const char *sentence)
{
    g_autoptr(GHashTable) stems = stems_of(sentence);
    double best = 0, second = 0;
    size_t likest = LYH_NONE;
    for (size_t i = 0; i < ties->stems->len; i++) {
        double now = likeness(ties, stems, i);
        if (now > best) {
            second = best;
            best = now;
            likest = i;
        } else {
            second = MAX(second, now);
        }
    }
    return best > second ? likest : LYH_NONE;
}

size_t claim_ties_question(const claim_ties *ties, const char *sentence, bool *is_response)
{
    *is_response = strstr(sentence, "svarsfrekvens") || strstr(sentence, "response rate");
    if (*is_response)
        return LYH_NONE;
    size_t named = named_question(ties, sentence);
    return named != LYH_NONE ? named : likest_question(ties, sentence);
}

/* "2019": a year that figures are said to be of. */
static bool has_year(const char *clause)
{
    for (const char *at = clause; *at; at++) {
        bool is_begun = at > clause && g_ascii_isdigit(at[-1]);
        if (!is_begun && (strncmp(at, "19", 2) == 0 || strncmp(at, "20", 2) == 0) &&
            g_ascii_isdigit(at[2]) && g_ascii_isdigit(at[3]) && !g_ascii_isdigit(at[4]))
            return true;
    }
    return false;
}

bool claim_is_of_others(const char *clause)
{
    static const char *const signs[] = {
        "enligt ",         "förra ",
        "hela landet",     "i fjol",
        "i landet",        "i riket",
        "intervju",        "nationell",
        "i sverige",       "tidigare undersökning",
        "föregående ",     "scb",
        "socialstyrelsen", "nationally",
        "last year",       "according to ",
        "in sweden",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (strstr(clause, signs[i]))
            return true;
    return has_year(clause);
}

bool claim_names(const char *sentence, const char *words, const char *besides)
{
    const char *at = words;
    bool names_all = true, has_any = false;
    for (char *word = next_word(&at); word; word = next_word(&at)) {
        g_autofree char *own = word;
        if (strstr(besides, own))
            continue;
        has_any = true;
        names_all = names_all && strstr(sentence, own);
    }
    return names_all && has_any;
}
