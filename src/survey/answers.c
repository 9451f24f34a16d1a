/* From cells to answers: what each person chose, gave as a number, or left out. */
#include <string.h>

#include <lyhord/base/text.h>

#include "survey_private.h"
#include "words.h"

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

void survey_read_answers(lyh_survey *survey, lyh_diags *diags)
{
    for (size_t i = 0; i < lyh_questions_count(survey->questions); i++) {
        reading read = { .survey = survey,
                         .question = lyh_questions_at(survey->questions, i),
                         .columns =
                             &g_array_index(survey->columns.questions, question_columns, i),
                         .diags = diags };
        for (size_t person = 0; person < lyh_survey_count(survey); person++)
            read_answer(&read, person, survey_answer_at(survey, person, i));
        tell_tolerated(&read);
    }
}
