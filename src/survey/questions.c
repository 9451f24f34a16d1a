#include <lyhord/survey/questions.h>

#include <string.h>

#include <glib.h>

#include "questions_private.h"
#include "words.h"

static const struct {
    const char *name;    /* ours */
    const char *swedish; /* what questions.csv may say instead */
} types[] = {
    [LYH_QUESTION_SINGLE] = { "single", "en" },
    [LYH_QUESTION_MULTIPLE] = { "multiple", "flera" },
    [LYH_QUESTION_SCALE] = { "scale", "skala" },
    [LYH_QUESTION_NUMBER] = { "number", "tal" },
    [LYH_QUESTION_TEXT] = { "text", "fritext" },
};

enum { NAME, TEXT, TYPE, ALTERNATIVES, POOLING, OUTSIDE, NO_ANSWER, GUIDE, COLUMN_COUNT };

static const lyh_csv_column columns[COLUMN_COUNT] = {
    [NAME] = { "fråga|fraga|question", true },
    [TEXT] = { "text", true },
    [TYPE] = { "typ|type", true },
    [ALTERNATIVES] = { "alternativ|alternatives|options", false },
    [POOLING] = { "sammanslagning|pooling", false },
    [OUTSIDE] = { "vet_ej|vet ej|dont_know", false },
    [NO_ANSWER] = { "ej_svar|ej svar|no_answer", false },
    [GUIDE] = { "intervjufråga|intervjufraga|guide", false },
};

typedef struct reading {
    const lyh_csv *csv;
    size_t found[COLUMN_COUNT];
    lyh_diags *diags;
} reading;

const char *lyh_question_type_name(lyh_question_type type)
{
    return types[type].name;
}

static const char *cell(const reading *read, size_t row, size_t column)
{
    return lyh_csv_cell(read->csv, row, read->found[column]);
}

static lyh_place place(const reading *read, size_t row, size_t column)
{
    return read->found[column] == LYH_NONE
               ? lyh_csv_place(read->csv, row, read->found[NAME])
               : lyh_csv_place(read->csv, row, read->found[column]);
}

/* The pieces of a cell between `|` and line ends, trimmed; empty ones are none. */
static GPtrArray *pieces_of(const char *text)
{
    GPtrArray *pieces = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) parts = g_strsplit_set(text, "|\n", -1);
    for (char **part = parts; *part; part++) {
        char *piece = words_trim(*part, strlen(*part));
        if (*piece)
            g_ptr_array_add(pieces, piece);
        else
            g_free(piece);
    }
    return pieces;
}

static bool read_type(const reading *read, size_t row, lyh_question_type *type)
{
    const char *text = cell(read, row, TYPE);
    g_autofree char *folded = words_fold(text, strlen(text));
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        *type = (lyh_question_type)i;
        if (strcmp(folded, types[i].name) == 0 || strcmp(folded, types[i].swedish) == 0)
            return true;
    }
    lyh_diags_error(read->diags, "question-type", place(read, row, TYPE),
                    "'%s' is no type of question; it is one of single, multiple, scale, "
                    "number, text (en, flera, skala, tal, text)",
                    text);
    return false;
}

/* ---- alternatives ---- */

static void clear_alternative(void *data)
{
    lyh_alternative *alternative = data;
    g_free((char *)alternative->text);
    g_free((char *)alternative->value);
}

/* "1=Ja": a code and what it stands for. A text of its own may hold a =. */
static lyh_alternative alternative_of(const char *piece)
{
    const char *sign = strchr(piece, '=');
    size_t code = sign ? (size_t)(sign - piece) : 0;
    bool has_code = sign && code > 0 && code <= 12 && !strchr(piece, ' ');
    if (sign && !has_code) {
        g_autofree char *before = words_trim(piece, code);
        has_code = *before && !strchr(before, ' ') && strlen(before) <= 12;
    }
    if (!has_code)
        return (lyh_alternative){ g_strdup(piece), g_strdup(""), false };
    return (lyh_alternative){ words_trim(sign + 1, strlen(sign + 1)),
                              words_trim(piece, code), false };
}

/* "1-10", "0–5": the steps of a scale. */
static bool is_steps(const char *text, gint64 *from, gint64 *to)
{
    char *rest;
    *from = g_ascii_strtoll(text, &rest, 10);
    if (rest == text)
        return false;
    rest += strspn(rest, " ");
    size_t sign = g_str_has_prefix(rest, "–") ? strlen("–") : strspn(rest, "-") == 1;
    const char *second = rest + sign + strspn(rest + sign, " ");
    *to = g_ascii_strtoll(second, &rest, 10);
    return sign > 0 && rest != second && !*rest && *from >= 0 && *from < *to &&
           *to - *from < LYH_ALTERNATIVES_MAX;
}

static void add_steps(GArray *alternatives, gint64 from, gint64 to)
{
    for (gint64 step = from; step <= to; step++) {
        const lyh_alternative alternative = { g_strdup_printf("%" G_GINT64_FORMAT, step),
                                              g_strdup(""), false };
        g_array_append_val(alternatives, alternative);
    }
}

static bool is_alike(const lyh_alternative *one, const lyh_alternative *other)
{
    g_autofree char *a = words_fold(one->text, strlen(one->text));
    g_autofree char *b = words_fold(other->text, strlen(other->text));
    return strcmp(a, b) == 0 || (*one->value && strcmp(one->value, other->value) == 0);
}

static void check_alternatives(const reading *read, size_t row, const GArray *alternatives)
{
    const lyh_alternative *all = (const lyh_alternative *)(void *)alternatives->data;
    for (guint i = 0; i < alternatives->len; i++)
        for (guint j = 0; j < i; j++)
            if (is_alike(&all[i], &all[j]))
                lyh_diags_error(read->diags, "alternative-twice",
                                place(read, row, ALTERNATIVES),
                                "the alternatives '%s' and '%s' are one; an answer could "
                                "be either",
                                all[j].text, all[i].text);
}

static void read_alternatives(const reading *read, size_t row, lyh_question *question)
{
    GArray *made = g_array_new(TRUE, TRUE, sizeof(lyh_alternative));
    const char *text = cell(read, row, ALTERNATIVES);
    g_autofree char *trimmed = words_trim(text, strlen(text));
    g_autoptr(GPtrArray) pieces = pieces_of(text);
    bool has_any =
        question->type != LYH_QUESTION_TEXT && question->type != LYH_QUESTION_NUMBER;
    gint64 from, to;
    if (!has_any && pieces->len > 0)
        lyh_diags_warning(read->diags, "alternatives-unused",
                          place(read, row, ALTERNATIVES),
                          "a question of type %s has no alternatives; these are not read",
                          lyh_question_type_name(question->type));
    else if (has_any && is_steps(trimmed, &from, &to))
        add_steps(made, from, to);
    else if (has_any && pieces->len <= LYH_ALTERNATIVES_MAX)
        for (guint i = 0; i < pieces->len; i++) {
            const lyh_alternative alternative = alternative_of(pieces->pdata[i]);
            g_array_append_val(made, alternative);
        }
    if (has_any && (pieces->len == 0 || pieces->len > LYH_ALTERNATIVES_MAX))
        lyh_diags_error(read->diags, "alternatives-missing", place(read, row, ALTERNATIVES),
                        "question '%s' has %u alternatives; write those that could be "
                        "chosen, at most %d, with | between",
                        question->name, pieces->len, LYH_ALTERNATIVES_MAX);
    check_alternatives(read, row, made);
    question->alternative_count = made->len;
    question->alternatives = (lyh_alternative *)(void *)g_array_free(made, FALSE);
}

/* ---- what columns say of alternatives ---- */

static void tell_unknown(const reading *read, size_t row, size_t column,
                         const lyh_question *question, const char *name)
{
    size_t nearest = lyh_question_nearest(question, name, strlen(name));
    if (nearest == LYH_NONE)
        lyh_diags_error(read->diags, "alternative-unknown", place(read, row, column),
                        "'%s' is no alternative of question '%s'", name, question->name);
    else
        lyh_diags_error(read->diags, "alternative-unknown", place(read, row, column),
                        "'%s' is no alternative of question '%s'; the nearest is '%s'",
                        name, question->name, question->alternatives[nearest].text);
}

static void read_outside(const reading *read, size_t row, const lyh_question *question)
{
    g_autoptr(GPtrArray) pieces = pieces_of(cell(read, row, OUTSIDE));
    for (guint i = 0; i < pieces->len; i++) {
        const char *name = pieces->pdata[i];
        size_t alternative;
        if (lyh_question_match(question, name, strlen(name), &alternative) ==
            LYH_MATCH_NONE)
            tell_unknown(read, row, OUTSIDE, question, name);
        else
            ((lyh_alternative *)question->alternatives)[alternative].is_outside = true;
    }
}

static void clear_pooling(void *data)
{
    lyh_pooling *pooling = data;
    g_free((char *)pooling->name);
    g_free((char *)pooling->rule);
    g_free((bool *)pooling->holds);
}

/* "instämmer = Instämmer helt + Instämmer delvis" */
static bool read_pooling(const reading *read, size_t row, const lyh_question *question,
                         const char *piece, lyh_pooling *pooling)
{
    const char *sign = strchr(piece, '=');
    g_autofree char *name = sign ? words_trim(piece, (size_t)(sign - piece)) : NULL;
    g_auto(GStrv) parts = g_strsplit(sign ? sign + 1 : "", "+", -1);
    if (!sign || !*name || g_strv_length(parts) < 2) {
        lyh_diags_error(read->diags, "pooling-form", place(read, row, POOLING),
                        "'%s' pools nothing; write it as name = alternative + alternative",
                        piece);
        return false;
    }
    g_autofree bool *holds = g_new0(bool, question->alternative_count + 1);
    g_autoptr(GString) rule = g_string_new(NULL);
    for (char **part = parts; *part; part++) {
        size_t alternative;
        g_autofree char *wanted = words_trim(*part, strlen(*part));
        if (lyh_question_match(question, wanted, strlen(wanted), &alternative) ==
            LYH_MATCH_NONE) {
            tell_unknown(read, row, POOLING, question, wanted);
            return false;
        }
        holds[alternative] = true;
        g_string_append_printf(rule, "%s%s", rule->len ? " + " : "",
                               question->alternatives[alternative].text);
    }
    *pooling =
        (lyh_pooling){ g_steal_pointer(&name), g_string_free(g_steal_pointer(&rule), FALSE),
                       g_steal_pointer(&holds) };
    return true;
}

static void read_poolings(const reading *read, size_t row, lyh_question *question)
{
    GArray *made = g_array_new(TRUE, TRUE, sizeof(lyh_pooling));
    g_autoptr(GPtrArray) pieces = pieces_of(cell(read, row, POOLING));
    for (guint i = 0; question->alternative_count > 0 && i < pieces->len; i++) {
        lyh_pooling pooling;
        if (read_pooling(read, row, question, pieces->pdata[i], &pooling))
            g_array_append_val(made, pooling);
    }
    question->pooling_count = made->len;
    question->poolings = (lyh_pooling *)(void *)g_array_free(made, FALSE);
}

static void read_no_answers(const reading *read, size_t row, lyh_question *question)
{
    GPtrArray *pieces = pieces_of(cell(read, row, NO_ANSWER));
    for (guint i = 0; i < pieces->len; i++) {
        char *piece = pieces->pdata[i];
        pieces->pdata[i] = words_fold(piece, strlen(piece));
        g_free(piece);
    }
    g_ptr_array_add(pieces, NULL);
    question->no_answer = (const char *const *)g_ptr_array_free(pieces, FALSE);
}

/* ---- the list ---- */

static void clear_question(void *data)
{
    lyh_question *question = data;
    g_free((char *)question->name);
    g_free((char *)question->text);
    for (size_t i = 0; i < question->alternative_count; i++)
        clear_alternative((lyh_alternative *)&question->alternatives[i]);
    g_free((lyh_alternative *)question->alternatives);
    for (size_t i = 0; i < question->pooling_count; i++)
        clear_pooling((lyh_pooling *)&question->poolings[i]);
    g_free((lyh_pooling *)question->poolings);
    g_strfreev((char **)question->no_answer);
    g_free((char *)question->guide);
}

static bool check_name(const reading *read, size_t row, const lyh_questions *questions,
                       const char *name)
{
    size_t other = lyh_questions_find(questions, name);
    if (!*name)
        lyh_diags_error(read->diags, "question-name", place(read, row, NAME),
                        "the question has no name; give it a short one such as 3");
    else if (other != LYH_NONE)
        lyh_diags_error(
            read->diags, "question-twice", place(read, row, NAME),
            "question '%s' is there twice; first on line %zu", name,
            lyh_source_line(
                lyh_csv_source(read->csv),
                place(read, lyh_questions_at(questions, other)->row, NAME).start));
    return *name && other == LYH_NONE;
}

static void read_question(const reading *read, size_t row, lyh_questions *questions)
{
    const char *name = cell(read, row, NAME), *text = cell(read, row, TEXT);
    const char *guide = cell(read, row, GUIDE);
    lyh_question question = { .name = words_trim(name, strlen(name)),
                              .text = words_trim(text, strlen(text)),
                              .guide = words_trim(guide, strlen(guide)),
                              .row = row };
    if (!*question.text)
        lyh_diags_error(read->diags, "question-text", place(read, row, TEXT),
                        "the question has no text; write it as it was put");
    if (check_name(read, row, questions, question.name) &&
        read_type(read, row, &question.type)) {
        read_alternatives(read, row, &question);
        if (question.alternative_count > 0)
            read_outside(read, row, &question);
        read_poolings(read, row, &question);
        read_no_answers(read, row, &question);
    }
    g_array_append_val(questions->items, question);
}

lyh_questions *lyh_questions_read(const lyh_csv *csv, lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    reading read = { .csv = csv, .diags = diags };
    g_autoptr(lyh_questions) questions = g_new0(lyh_questions, 1);
    questions->items = g_array_new(FALSE, TRUE, sizeof(lyh_question));
    g_array_set_clear_func(questions->items, clear_question);
    if (!lyh_csv_find_all(csv, columns, COLUMN_COUNT, false, read.found, diags))
        return NULL;
    for (size_t row = 0; row < lyh_csv_row_count(csv); row++)
        read_question(&read, row, questions);
    if (questions->items->len == 0)
        lyh_diags_error(diags, "questions-none", lyh_csv_heading_place(csv, 0),
                        "there is no question below the heading");
    return lyh_diags_error_count(diags) > errors ? NULL : g_steal_pointer(&questions);
}

void lyh_questions_free(lyh_questions *questions)
{
    if (!questions)
        return;
    g_array_unref(questions->items);
    g_free(questions);
}

size_t lyh_questions_count(const lyh_questions *questions)
{
    return questions->items->len;
}

const lyh_question *lyh_questions_at(const lyh_questions *questions, size_t index)
{
    g_assert(index < questions->items->len);
    return &g_array_index(questions->items, lyh_question, index);
}

size_t lyh_questions_find(const lyh_questions *questions, const char *name)
{
    g_autofree char *wanted = words_fold(name, strlen(name));
    for (guint i = 0; i < questions->items->len; i++) {
        const char *known = g_array_index(questions->items, lyh_question, i).name;
        g_autofree char *folded = words_fold(known, strlen(known));
        if (*folded && strcmp(folded, wanted) == 0)
            return i;
    }
    return LYH_NONE;
}
