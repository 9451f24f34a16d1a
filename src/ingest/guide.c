#include <lyhord/ingest/guide.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "autoptr.h"
#include "guide_cues.h"

/* A guide has twenty questions; this many bound the work on any turn. */
#define MOST_QUESTIONS 1000

/*
 * Near-identical wording: of all different words that the question of the guide and a sentence of
 * the turn have, at least three in five are in both (Jaccard's index; Jaccard 1912), and no
 * other question comes closer than a tenth to that.
 */
#define NEAREST_OF_TEN 6
#define MARGIN_OF_TEN 1

/* A sentence with every word of a question has put it, whatever it says besides ("Och hur var det första mötet
 * då, minns du det?"); so many words a question must have for that. */
#define LEAST_WHOLE 4

/* A question that is this much like another one of the guide than the one at hand has left the
 * one at hand; a follow-up is like none. */
#define ALIKE_OF_TEN 4

/* Bytes. A longer turn is compared by its sentences alone; no mark is longer than the other. */
#define LONGEST_WHOLE 1000
#define LONGEST_MARK 120

enum { NUMBER, SECTION, TEXT, THEME, SAID, COLUMNS };

static const lyh_csv_column columns[] = {
    { "fråga|fraga|question", true }, { "avsnitt|section", false }, { "text", true },
    { "tema|theme", false },          { "sägs|sags|said", false },
};

struct question {
    char *cells[COLUMNS];
    char *number;  /* folded, without the full stop */
    char *section; /* folded */
    size_t words;  /* different ones */
};

struct lyh_guide {
    GArray *questions; /* struct question */
    GHashTable
        *by_word; /* folded word -> GArray of size_t, owned: questions that hold it */
    GHashTable *by_number;  /* folded -> index + 1; 0 where two share it; lent keys */
    GHashTable *by_section; /* the same */
    guide_cues *cues;
};

static void clear_question(void *data)
{
    struct question *question = data;
    for (size_t i = 0; i < COLUMNS; i++)
        g_free(question->cells[i]);
    g_free(question->section);
    g_free(question->number);
}

void lyh_guide_free(lyh_guide *guide)
{
    if (!guide)
        return;
    guide_cues_free(guide->cues);
    g_hash_table_unref(guide->by_section);
    g_hash_table_unref(guide->by_number);
    g_hash_table_unref(guide->by_word);
    g_array_unref(guide->questions);
    g_free(guide);
}

static const struct question *question_at(const lyh_guide *guide, size_t index)
{
    g_assert(index < guide->questions->len);
    return &g_array_index(guide->questions, struct question, index);
}

static void index_words(lyh_guide *guide, size_t index)
{
    struct question *question = &g_array_index(guide->questions, struct question, index);
    g_autofree char *folded =
        lyh_text_fold(question->cells[TEXT], strlen(question->cells[TEXT]), NULL);
    g_autoptr(GHashTable) words = guide_words(folded, strlen(folded));
    question->words = g_hash_table_size(words);
    GHashTableIter iter;
    void *word;
    g_hash_table_iter_init(&iter, words);
    while (g_hash_table_iter_next(&iter, &word, NULL)) {
        GArray *holders = g_hash_table_lookup(guide->by_word, word);
        if (!holders) {
            holders = g_array_new(FALSE, FALSE, sizeof(size_t));
            g_hash_table_insert(guide->by_word, g_strdup(word), holders);
        }
        g_array_append_val(holders, index);
    }
}

/* "3.", "3)" and "Fråga 3" are question "3". */
static char *bare_number(const char *cell)
{
    static const char word[] = "fråga ";
    g_autofree char *folded = lyh_text_fold(cell, strlen(cell), NULL);
    g_strstrip(folded);
    char *number = folded;
    if (g_str_has_prefix(number, word))
        number += strlen(word);
    size_t size = strlen(number);
    while (size > 0 && strchr(".): ", number[size - 1]))
        size--;
    return g_strndup(number, size);
}

/* What two questions share names neither. */
static void index_name(GHashTable *by_name, char *name, size_t index)
{
    bool is_new = !g_hash_table_contains(by_name, name);
    if (name[0] != '\0')
        g_hash_table_insert(by_name, name, GSIZE_TO_POINTER(is_new ? index + 1 : 0));
}

static void add_question(lyh_guide *guide, const lyh_csv *csv, size_t row,
                         const size_t *found)
{
    struct question question = { 0 };
    for (size_t i = 0; i < COLUMNS; i++)
        question.cells[i] = g_strstrip(g_strdup(lyh_csv_cell(csv, row, found[i])));
    question.number = bare_number(question.cells[NUMBER]);
    question.section =
        lyh_text_fold(question.cells[SECTION], strlen(question.cells[SECTION]), NULL);
    g_array_append_val(guide->questions, question);

    size_t index = guide->questions->len - 1;
    index_name(guide->by_number, question.number, index);
    index_name(guide->by_section, question.section, index);
    index_words(guide, index);
    guide_cues_add(guide->cues, index, question.cells[SAID]);
}

lyh_guide *lyh_guide_read(const lyh_csv *csv, lyh_diags *diags)
{
    size_t found[COLUMNS];
    if (!lyh_csv_find_all(csv, columns, COLUMNS, false, found, diags))
        return NULL;
    if (lyh_csv_row_count(csv) > MOST_QUESTIONS) {
        lyh_diags_error(diags, "guide-too-long",
                        lyh_csv_place(csv, MOST_QUESTIONS, found[NUMBER]),
                        "the guide has more than %d questions; an interview never has: "
                        "split it",
                        MOST_QUESTIONS);
        return NULL;
    }
    lyh_guide *guide = g_new0(lyh_guide, 1);
    guide->questions = g_array_new(FALSE, FALSE, sizeof(struct question));
    g_array_set_clear_func(guide->questions, clear_question);
    guide->by_word = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify)g_array_unref);
    guide->by_number = g_hash_table_new(g_str_hash, g_str_equal);
    guide->by_section = g_hash_table_new(g_str_hash, g_str_equal);
    guide->cues = guide_cues_new();
    for (size_t row = 0; row < lyh_csv_row_count(csv); row++)
        add_question(guide, csv, row, found);
    return guide;
}

size_t lyh_guide_count(const lyh_guide *guide)
{
    return guide->questions->len;
}

const char *lyh_guide_number(const lyh_guide *guide, size_t index)
{
    return question_at(guide, index)->cells[NUMBER];
}

const char *lyh_guide_section(const lyh_guide *guide, size_t index)
{
    return question_at(guide, index)->cells[SECTION];
}

const char *lyh_guide_text(const lyh_guide *guide, size_t index)
{
    return question_at(guide, index)->cells[TEXT];
}

const char *lyh_guide_theme(const lyh_guide *guide, size_t index)
{
    return question_at(guide, index)->cells[THEME];
}

/* The two questions that come nearest to a turn, as parts of whole. */
struct nearest {
    size_t question; /* LYH_NONE: nothing in common with any */
    double first, second;
};

static void compare(struct nearest *nearest, size_t question, double likeness)
{
    if (question == nearest->question) {
        nearest->first = MAX(nearest->first, likeness);
    } else if (likeness > nearest->first) {
        nearest->second = nearest->first;
        nearest->first = likeness;
        nearest->question = question;
    } else {
        nearest->second = MAX(nearest->second, likeness);
    }
}

/* Compare some words of a turn with every question that shares one. @shared: a counter a
 * question, all 0 before and after. */
static void compare_words(const lyh_guide *guide, const char *text, size_t size,
                          size_t *shared, struct nearest *nearest)
{
    g_autoptr(GHashTable) words = guide_words(text, size);
    g_autoptr(GArray) touched = g_array_new(FALSE, FALSE, sizeof(size_t));
    GHashTableIter iter;
    void *word;
    g_hash_table_iter_init(&iter, words);
    while (g_hash_table_iter_next(&iter, &word, NULL)) {
        const GArray *holders = g_hash_table_lookup(guide->by_word, word);
        for (size_t i = 0; holders && i < holders->len; i++) {
            size_t question = g_array_index(holders, size_t, i);
            if (shared[question]++ == 0)
                g_array_append_val(touched, question);
        }
    }
    size_t count = g_hash_table_size(words);
    for (size_t i = 0; i < touched->len; i++) {
        size_t question = g_array_index(touched, size_t, i);
        size_t own = question_at(guide, question)->words;
        double likeness =
            (double)shared[question] / (double)(count + own - shared[question]);
        if (shared[question] == own && own >= LEAST_WHOLE)
            likeness = MAX(likeness, NEAREST_OF_TEN / 10.0);
        compare(nearest, question, likeness);
        shared[question] = 0;
    }
}

/* Each sentence by itself, for questions are put in passing ("Mm, okej. Hur var det?"), and a
 * short turn as a whole. */
static struct nearest nearest_to(const lyh_guide *guide, const char *text, size_t size,
                                 size_t *shared)
{
    struct nearest nearest = { .question = LYH_NONE };
    for (size_t start = 0; start < size;) {
        size_t end = start + lyh_text_until(text + start, size - start, ".!?\n");
        compare_words(guide, text + start, end - start, shared, &nearest);
        start = end + 1;
    }
    if (size <= LONGEST_WHOLE)
        compare_words(guide, text, size, shared, &nearest);
    return nearest;
}

static size_t question_numbered(const lyh_guide *guide, const char *text, size_t size)
{
    g_autofree char *number = g_strndup(text, size);
    return GPOINTER_TO_SIZE(g_hash_table_lookup(guide->by_number, number));
}

/* "3. Hur …" in the speech, or "Fråga 3:" in the mark before it: index + 1, or 0. */
static size_t question_by_number(const lyh_guide *guide, const lyh_document *document,
                                 const lyh_turn *turn)
{
    static const char word[] = "Fråga ";
    const char *text = lyh_document_text(document);
    const char *speech = text + turn->start;
    size_t digits = strspn(speech, "0123456789abcdefgh");
    if (g_ascii_isdigit(speech[0]) && turn->start + digits < turn->end &&
        strchr(".)", speech[digits]))
        return question_numbered(guide, speech, digits);

    size_t line = turn->start;
    while (line > 0 && text[line - 1] != '\n' && turn->start - line < LONGEST_MARK)
        line--;
    if (turn->start - line < sizeof word || memcmp(text + line, word, sizeof word - 1) != 0)
        return 0;
    const char *number = text + line + sizeof word - 1;
    return question_numbered(guide, number, strspn(number, "0123456789abcdefgh"));
}

/* A section with one question is named when its heading is: index + 1, or 0. */
static size_t question_by_heading(const lyh_guide *guide, const char *heading)
{
    return GPOINTER_TO_SIZE(g_hash_table_lookup(guide->by_section, heading));
}

/* What the turn asks: a question, LYH_NONE when it ends what was asked before, or @now when it
 * is nothing of the guide's and the talk goes on. */
static size_t question_of(const lyh_guide *guide, const lyh_document *document,
                          const lyh_turn *turn, size_t *shared, size_t now)
{
    const char *mark = lyh_document_speaker(document, turn->speaker)->mark;
    bool stands_alone = strcmp(mark, "#") == 0 || strcmp(mark, "*") == 0;
    if (turn->role != LYH_ROLE_INTERVIEWER && !stands_alone)
        return now;
    size_t numbered = question_by_number(guide, document, turn);
    if (numbered > 0)
        return numbered - 1;

    size_t size;
    g_autofree char *folded = lyh_text_fold(lyh_document_text(document) + turn->start,
                                            turn->end - turn->start, &size);
    size_t headed = stands_alone ? question_by_heading(guide, folded) : 0;
    if (headed > 0)
        return headed - 1;
    struct nearest nearest = nearest_to(guide, folded, size, shared);
    bool is_near = nearest.question != LYH_NONE && nearest.first * 10 >= NEAREST_OF_TEN;
    if (is_near && (nearest.first - nearest.second) * 10 > MARGIN_OF_TEN)
        return nearest.question;
    size_t named = guide_cues_find(guide->cues, folded, size);
    if (named != LYH_NONE || is_near)
        return named;
    bool is_other = nearest.question != now && nearest.first * 10 >= ALIKE_OF_TEN &&
                    memchr(folded, '?', size);
    return stands_alone || is_other ? LYH_NONE : now;
}

void lyh_guide_tie(const lyh_guide *guide, lyh_document *document)
{
    g_autofree size_t *shared = g_new0(size_t, guide->questions->len + 1);
    size_t now = LYH_NONE;
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        now = question_of(guide, document, lyh_document_turn(document, i), shared, now);
        if (now != LYH_NONE)
            lyh_document_set_question(document, i, now);
    }
}
