#include <lyhord/survey/survey.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "autoptr.h"
#include "columns.h"
#include "words.h"

/* One person's answer to one question. */
typedef struct answer {
    lyh_answer_state state;
    guint32
        choice; /* single, scale: the alternative; multiple: where its set begins in sets */
    gint64 number; /* number: in thousandths */
} answer;

struct lyh_survey {
    const lyh_csv *csv;
    const lyh_questions *questions;
    survey_columns columns;
    GPtrArray *ids;   /* char *, a person each */
    GPtrArray *names; /* char *, of the attributes */
    GArray *answers;  /* answer: persons × questions */
    GByteArray *sets; /* of multiple: a byte an alternative */
};

/* What was tolerated in a question's answers: told once, with the number and the first place. */
typedef struct tolerated {
    size_t count;
    lyh_place first;
    size_t alternative;
} tolerated;

typedef struct reading {
    lyh_survey *survey;
    const lyh_question *question;
    const question_columns *columns;
    tolerated loose;
    size_t unticked; /* persons who ticked no alternative */
    lyh_diags *diags;
} reading;

static size_t trimmed(const char *text, size_t size, size_t *lead)
{
    *lead = lyh_text_leading_space(text, size);
    return lyh_text_trimmed_size(text + *lead, size - *lead);
}

static bool is_dash(const char *text, size_t size)
{
    return (size == 1 && *text == '-') ||
           (size == strlen("–") && memcmp(text, "–", size) == 0);
}

/* Nothing, what the question says is no answer, or – for what was not asked. */
static lyh_answer_state state_of(const lyh_question *question, const char *cell)
{
    size_t lead, size = trimmed(cell, strlen(cell), &lead);
    if (size == 0)
        return LYH_ANSWER_MISSING;
    /* In a field for words a hyphen is what somebody writes who has none. */
    if (question->type == LYH_QUESTION_TEXT && size == 1 && cell[lead] == '-')
        return LYH_ANSWER_MISSING;
    if (is_dash(cell + lead, size))
        return LYH_ANSWER_NOT_ASKED;
    if (!question->no_answer[0])
        return LYH_ANSWER_GIVEN;
    g_autofree char *folded = words_fold(cell, strlen(cell));
    return g_strv_contains(question->no_answer, folded) ? LYH_ANSWER_MISSING
                                                        : LYH_ANSWER_GIVEN;
}

/* What is like no alternative may be words of the person's own: they are in no message. */
static void tell_unknown(const reading *read, size_t person, size_t start, size_t end)
{
    size_t column = read->columns->whole;
    const lyh_question *question = read->question;
    const char *cell = lyh_csv_cell(read->survey->csv, person, column);
    lyh_place place = lyh_csv_place_within(read->survey->csv, person, column, start, end);
    g_autofree char *said = words_trim(cell + start, end - start);
    size_t nearest = lyh_question_nearest(question, said, strlen(said));
    if (nearest == LYH_NONE)
        lyh_diags_error(read->diags, "answer-unknown", place,
                        "this is no alternative of question '%s', nor like one; mend the "
                        "answer, or add the alternative in questions.csv",
                        question->name);
    else
        lyh_diags_error(read->diags, "answer-unknown", place,
                        "'%s' is no alternative of question '%s'; the nearest is '%s'",
                        said, question->name, question->alternatives[nearest].text);
}

static void tolerate(reading *read, size_t person, size_t column, size_t alternative)
{
    if (read->loose.count++ == 0) {
        read->loose.first = lyh_csv_place(read->survey->csv, person, column);
        read->loose.alternative = alternative;
    }
}

/* The alternative that bytes @start to @end of the person's cell name, or LYH_NONE: said. */
static size_t alternative_in(reading *read, size_t person, size_t start, size_t end)
{
    size_t alternative;
    const char *cell = lyh_csv_cell(read->survey->csv, person, read->columns->whole);
    lyh_match match =
        lyh_question_match(read->question, cell + start, end - start, &alternative);
    if (match == LYH_MATCH_LOOSE)
        tolerate(read, person, read->columns->whole, alternative);
    if (match != LYH_MATCH_NONE)
        return alternative;
    tell_unknown(read, person, start, end);
    return LYH_NONE;
}

static void read_choice(reading *read, size_t person, answer *made)
{
    const char *cell = lyh_csv_cell(read->survey->csv, person, read->columns->whole);
    size_t alternative = alternative_in(read, person, 0, strlen(cell));
    made->choice = alternative == LYH_NONE ? 0 : (guint32)alternative;
}

/* ---- several ---- */

static bool *new_set(lyh_survey *survey, const lyh_question *question, answer *made)
{
    made->choice = survey->sets->len;
    g_byte_array_set_size(survey->sets,
                          survey->sets->len + (guint)question->alternative_count);
    bool *set = (bool *)(survey->sets->data + made->choice);
    memset(set, 0, question->alternative_count);
    return set;
}

/* A cell that is one alternative is that, whatever signs it holds; else it is parted at | or ;. */
static void read_several(reading *read, size_t person, answer *made)
{
    const char *cell = lyh_csv_cell(read->survey->csv, person, read->columns->whole);
    bool *set = new_set(read->survey, read->question, made);
    size_t alternative, size = strlen(cell);
    if (lyh_question_match(read->question, cell, size, &alternative) == LYH_MATCH_EXACT) {
        set[alternative] = true;
        return;
    }
    const char *signs = strchr(cell, '|') ? "|\n" : ";\n";
    for (size_t start = 0; start <= size;) {
        size_t end = start + strcspn(cell + start, signs);
        bool is_blank = lyh_text_is_blank(cell + start, end - start);
        alternative = is_blank ? LYH_NONE : alternative_in(read, person, start, end);
        if (alternative != LYH_NONE)
            set[alternative] = true;
        start = end + 1;
    }
}

typedef enum tick { TICK_EMPTY, TICK_NO, TICK_YES, TICK_DASH, TICK_WRONG } tick;

static tick tick_in(const lyh_question *question, size_t alternative, const char *cell)
{
    static const char *const yes[] = {
        "1", "x", "ja", "yes", "true", "sant", "vald", NULL
    };
    static const char *const no[] = {
        "0", "nej", "no", "false", "falskt", "ej vald", NULL
    };
    size_t lead, named, size = trimmed(cell, strlen(cell), &lead);
    if (size == 0)
        return TICK_EMPTY;
    if (is_dash(cell + lead, size))
        return TICK_DASH;
    g_autofree char *folded = words_fold(cell, strlen(cell));
    if (g_strv_contains(yes, folded))
        return TICK_YES;
    if (g_strv_contains(no, folded))
        return TICK_NO;
    bool is_own =
        lyh_question_match(question, cell, strlen(cell), &named) != LYH_MATCH_NONE &&
        named == alternative;
    return is_own ? TICK_YES : TICK_WRONG;
}

static void read_ticks(reading *read, size_t person, answer *made)
{
    const lyh_question *question = read->question;
    size_t counts[TICK_WRONG + 1] = { 0 };
    bool *set = new_set(read->survey, question, made);
    for (size_t i = 0; i < question->alternative_count; i++) {
        size_t column = g_array_index(read->columns->alternatives, size_t, i);
        if (column == LYH_NONE)
            continue;
        const char *cell = lyh_csv_cell(read->survey->csv, person, column);
        tick found = tick_in(question, i, cell);
        counts[found]++;
        set[i] = found == TICK_YES;
        if (found == TICK_WRONG)
            lyh_diags_error(read->diags, "answer-tick",
                            lyh_csv_place(read->survey->csv, person, column),
                            "this is neither a tick nor none: write 1 or 0, x or nothing");
    }
    bool is_asked = counts[TICK_DASH] < question->alternative_count;
    read->unticked += is_asked && counts[TICK_YES] == 0 && counts[TICK_NO] > 0;
    made->state = counts[TICK_YES] > 0 ? LYH_ANSWER_GIVEN
                  : is_asked           ? LYH_ANSWER_MISSING
                                       : LYH_ANSWER_NOT_ASKED;
}

/* ---- numbers ---- */

/* "12", "1 234,5", "-0.25": digits, then perhaps a decimal sign and up to three more. */
static bool number_in(const char *cell, gint64 *number)
{
    size_t lead, size = trimmed(cell, strlen(cell), &lead);
    const char *at = cell + lead, *end = at + size;
    bool is_negative = *at == '-' || g_str_has_prefix(at, "\u2212");
    at += *at == '-' ? 1 : is_negative ? strlen("\u2212") : 0;
    size_t digits = 0;
    int decimals = -1;
    *number = 0;
    for (; at < end; at = g_utf8_next_char(at)) {
        gunichar sign = g_utf8_get_char(at);
        if (decimals < 0 && digits > 0 && (sign == ',' || sign == '.'))
            decimals = 0;
        else if (decimals < 0 && digits > 0 && g_unichar_isspace(sign))
            continue;
        else if (sign < '0' || sign > '9' || decimals >= LYH_ANSWER_DECIMALS ||
                 ++digits > 15)
            return false;
        else
            *number = *number * 10 + (gint64)(sign - '0'), decimals += decimals >= 0;
    }
    for (int i = MAX(decimals, 0); i < LYH_ANSWER_DECIMALS; i++)
        *number *= 10;
    *number = is_negative ? -*number : *number;
    return digits > 0 && decimals != 0;
}

static void read_number(reading *read, size_t person, answer *made)
{
    size_t column = read->columns->whole;
    const char *cell = lyh_csv_cell(read->survey->csv, person, column);
    if (!number_in(cell, &made->number))
        lyh_diags_error(read->diags, "answer-number",
                        lyh_csv_place(read->survey->csv, person, column),
                        "this is no number; question '%s' wants one such as 12 or 37,5, at "
                        "most %d decimals",
                        read->question->name, LYH_ANSWER_DECIMALS);
}

/* ---- all answers ---- */

static void read_answer(reading *read, size_t person, answer *made)
{
    static void (*const readers[])(reading *, size_t, answer *) = {
        [LYH_QUESTION_SINGLE] = read_choice,
        [LYH_QUESTION_MULTIPLE] = read_several,
        [LYH_QUESTION_SCALE] = read_choice,
        [LYH_QUESTION_NUMBER] = read_number,
    };
    if (read->columns->whole == LYH_NONE) {
        read_ticks(read, person, made);
        return;
    }
    made->state = state_of(read->question,
                           lyh_csv_cell(read->survey->csv, person, read->columns->whole));
    if (made->state == LYH_ANSWER_GIVEN && read->question->type != LYH_QUESTION_TEXT)
        readers[read->question->type](read, person, made);
}

static answer *answer_at(const lyh_survey *survey, size_t person, size_t question)
{
    size_t questions = lyh_questions_count(survey->questions);
    return &g_array_index(survey->answers, answer, person * questions + question);
}

static void tell_tolerated(const reading *read)
{
    const lyh_question *question = read->question;
    if (read->loose.count > 0)
        lyh_diags_warning(
            read->diags, "answer-spelling", read->loose.first,
            "answers to question '%s' that differ from an alternative in case "
            "or space alone are counted as it (cells: %zu; this is the first, "
            "counted as '%s')",
            question->name, read->loose.count,
            question->alternatives[read->loose.alternative].text);
    if (read->unticked > 0)
        lyh_diags_note(
            read->diags, "answer-unticked",
            lyh_csv_heading_place(read->survey->csv,
                                  g_array_index(read->columns->alternatives, size_t, 0)),
            "persons who ticked no alternative of question '%s' are counted as "
            "no answer (in all %zu)",
            question->name, read->unticked);
}

static void read_answers(lyh_survey *survey, lyh_diags *diags)
{
    for (size_t i = 0; i < lyh_questions_count(survey->questions); i++) {
        reading read = { .survey = survey,
                         .question = lyh_questions_at(survey->questions, i),
                         .columns =
                             &g_array_index(survey->columns.questions, question_columns, i),
                         .diags = diags };
        for (size_t person = 0; person < lyh_survey_count(survey); person++)
            read_answer(&read, person, answer_at(survey, person, i));
        tell_tolerated(&read);
    }
}

/* ---- who ---- */

static void check_id(const lyh_survey *survey, size_t person, const char *id,
                     GHashTable *rows, lyh_diags *diags)
{
    lyh_place place = lyh_csv_place(survey->csv, person, survey->columns.id);
    gpointer first;
    if (!*id)
        lyh_diags_error(diags, "answer-id", place,
                        "whose answers these are is not said; write an id");
    else if (g_hash_table_lookup_extended(rows, id, NULL, &first))
        lyh_diags_error(diags, "answer-id", place,
                        "the id '%s' is there twice; first on line %zu", id,
                        lyh_source_line(lyh_csv_source(survey->csv),
                                        lyh_csv_place(survey->csv, GPOINTER_TO_SIZE(first),
                                                      survey->columns.id)
                                            .start));
    else
        g_hash_table_insert(rows, (char *)id, GSIZE_TO_POINTER(person));
}

static void read_ids(lyh_survey *survey, lyh_diags *diags)
{
    g_autoptr(GHashTable) rows = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t person = 0; person < lyh_csv_row_count(survey->csv); person++) {
        const char *cell = lyh_csv_cell(survey->csv, person, survey->columns.id);
        char *id = lyh_survey_has_ids(survey) ? words_trim(cell, strlen(cell))
                                              : g_strdup_printf("enkät-%zu", person + 1);
        g_ptr_array_add(survey->ids, id);
        if (lyh_survey_has_ids(survey))
            check_id(survey, person, id, rows, diags);
    }
}

static void read_attributes(lyh_survey *survey)
{
    for (guint i = 0; i < survey->columns.attributes->len; i++) {
        size_t column = g_array_index(survey->columns.attributes, size_t, i);
        g_ptr_array_add(survey->names,
                        survey_heading_name(lyh_csv_heading(survey->csv, column)));
    }
}

lyh_survey *lyh_survey_read(const lyh_csv *csv, const lyh_questions *questions,
                            lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(lyh_survey) survey = g_new0(lyh_survey, 1);
    survey->csv = csv;
    survey->questions = questions;
    survey->ids = g_ptr_array_new_with_free_func(g_free);
    survey->names = g_ptr_array_new_with_free_func(g_free);
    survey->sets = g_byte_array_new();
    survey->answers = g_array_sized_new(FALSE, TRUE, sizeof(answer), 0);
    if (!survey_columns_find(&survey->columns, csv, questions, diags))
        return NULL;
    g_array_set_size(survey->answers,
                     (guint)(lyh_csv_row_count(csv) * lyh_questions_count(questions)));
    read_ids(survey, diags);
    read_attributes(survey);
    read_answers(survey, diags);
    if (lyh_csv_row_count(csv) == 0)
        lyh_diags_error(diags, "answers-none", lyh_csv_heading_place(csv, 0),
                        "nobody has answered: there is no row below the heading");
    return lyh_diags_error_count(diags) > errors ? NULL : g_steal_pointer(&survey);
}

void lyh_survey_free(lyh_survey *survey)
{
    if (!survey)
        return;
    survey_columns_clear(&survey->columns);
    g_ptr_array_unref(survey->ids);
    g_ptr_array_unref(survey->names);
    g_array_unref(survey->answers);
    g_byte_array_unref(survey->sets);
    g_free(survey);
}

const lyh_questions *lyh_survey_questions(const lyh_survey *survey)
{
    return survey->questions;
}

size_t lyh_survey_count(const lyh_survey *survey)
{
    return survey->ids->len;
}

const char *lyh_survey_id(const lyh_survey *survey, size_t person)
{
    g_assert(person < survey->ids->len);
    return survey->ids->pdata[person];
}

bool lyh_survey_has_ids(const lyh_survey *survey)
{
    return survey->columns.id != LYH_NONE;
}

lyh_answer_state lyh_survey_state(const lyh_survey *survey, size_t person, size_t question)
{
    return answer_at(survey, person, question)->state;
}

bool lyh_survey_chose(const lyh_survey *survey, size_t person, size_t question,
                      size_t alternative)
{
    const answer *given = answer_at(survey, person, question);
    const lyh_question *asked = lyh_questions_at(survey->questions, question);
    g_assert(alternative < asked->alternative_count);
    if (given->state != LYH_ANSWER_GIVEN)
        return false;
    return asked->type == LYH_QUESTION_MULTIPLE
               ? survey->sets->data[given->choice + alternative]
               : given->choice == alternative;
}

int64_t lyh_survey_number(const lyh_survey *survey, size_t person, size_t question)
{
    return answer_at(survey, person, question)->number;
}

const char *lyh_survey_words(const lyh_survey *survey, size_t person, size_t question)
{
    size_t column =
        g_array_index(survey->columns.questions, question_columns, question).whole;
    return lyh_survey_state(survey, person, question) == LYH_ANSWER_GIVEN
               ? lyh_csv_cell(survey->csv, person, column)
               : "";
}

lyh_place lyh_survey_place(const lyh_survey *survey, size_t person, size_t question,
                           size_t start, size_t end)
{
    size_t column =
        g_array_index(survey->columns.questions, question_columns, question).whole;
    g_assert(column != LYH_NONE);
    return lyh_csv_place_within(survey->csv, person, column, start, end);
}

size_t lyh_survey_attribute_count(const lyh_survey *survey)
{
    return survey->names->len;
}

const char *lyh_survey_attribute(const lyh_survey *survey, size_t attribute)
{
    g_assert(attribute < survey->names->len);
    return survey->names->pdata[attribute];
}

size_t lyh_survey_find_attribute(const lyh_survey *survey, const char *name)
{
    g_autofree char *wanted = words_fold(name, strlen(name));
    for (guint i = 0; i < survey->names->len; i++) {
        g_autofree char *folded =
            words_fold(survey->names->pdata[i], strlen(survey->names->pdata[i]));
        if (strcmp(folded, wanted) == 0)
            return i;
    }
    return LYH_NONE;
}

const char *lyh_survey_value(const lyh_survey *survey, size_t person, size_t attribute)
{
    return lyh_csv_cell(survey->csv, person,
                        g_array_index(survey->columns.attributes, size_t, attribute));
}
