/**
 * The answers to a survey: survey.csv, a row a person.
 *
 * A question's column is called as the question (`3`, `F3`, `Fråga 3`) or as its text. Of several
 * alternatives chosen, one column holds all with `|` (or `;`) between, or each alternative has a
 * column `3: Alternativ` (`3.`, `3/`, `3_`, `3[…]`; its number or code in place of its text) that
 * is ticked with 1, x, ja, true or its own text, or not with 0, nej, false or nothing. The ids stand in
 * `id` (or respondent, löpnummer, nr); without such a column the persons are `enkät-1`, `enkät-2` … by row. Every
 * other column is an attribute (a background) to group by.
 *
 * An empty cell is no answer; `–` or `-` alone means that the question was not put to the person (a `-` for
 * words of one's own: that there are none).
 */
#ifndef LYHORD_SURVEY_SURVEY_H
#define LYHORD_SURVEY_SURVEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/survey/questions.h>

/** Headings of the column of ids, for lyh_csv_find(). */
#define LYH_SURVEY_IDS "id|respondent|respondentid|respondent_id|löpnummer|lopnummer|nr"

typedef enum lyh_answer_state {
    LYH_ANSWER_MISSING,   /* asked, and did not answer */
    LYH_ANSWER_NOT_ASKED, /* – */
    LYH_ANSWER_GIVEN
} lyh_answer_state;

/** Numbers are kept in thousandths: exact, as people write them. */
#define LYH_ANSWER_DECIMALS 3

typedef struct lyh_survey lyh_survey;

/**
 * Read all answers; all mistakes come in one run, each with its place and, for what is no
 * alternative, the nearest one. Errors: a question without a column, two columns for one, an answer
 * that is no alternative or no number, an id twice or empty. Said: alternatives written with other
 * case or space. NULL when there are errors. Borrows both. Free with lyh_survey_free().
 */
lyh_survey *lyh_survey_read(const lyh_csv *csv, const lyh_questions *questions,
                            lyh_diags *diags);
/** NULL is fine. */
void lyh_survey_free(lyh_survey *survey);

const lyh_questions *lyh_survey_questions(const lyh_survey *survey);
size_t lyh_survey_count(const lyh_survey *survey);
/** A person's id. Lent. */
const char *lyh_survey_id(const lyh_survey *survey, size_t person);
/** Do ids stand in the file? Else they are the rows' numbers and change with the rows. */
bool lyh_survey_has_ids(const lyh_survey *survey);

lyh_answer_state lyh_survey_state(const lyh_survey *survey, size_t person, size_t question);
/** Did the person choose @alternative? For a question with alternatives. */
bool lyh_survey_chose(const lyh_survey *survey, size_t person, size_t question,
                      size_t alternative);
/** The number given, in thousandths. For an answer to a number question. */
int64_t lyh_survey_number(const lyh_survey *survey, size_t person, size_t question);
/** What the person wrote, as the cell has it; "" for no answer. Lent. */
const char *lyh_survey_words(const lyh_survey *survey, size_t person, size_t question);
/** Where bytes @start to @end of those words stand. */
lyh_place lyh_survey_place(const lyh_survey *survey, size_t person, size_t question,
                           size_t start, size_t end);

/** The column that holds the answers to @question, one cell each; LYH_NONE where each alternative has one. */
size_t lyh_survey_column(const lyh_survey *survey, size_t question);
/** The file. Lent. */
const lyh_csv *lyh_survey_csv(const lyh_survey *survey);

/** Does @column of the file hold answers in people's own words? */
bool lyh_survey_is_words(const lyh_survey *survey, size_t column);

size_t lyh_survey_attribute_count(const lyh_survey *survey);
const char *lyh_survey_attribute(const lyh_survey *survey, size_t attribute);
/** Index of the attribute called @name (case-folded), or LYH_NONE. */
size_t lyh_survey_find_attribute(const lyh_survey *survey, const char *name);
/** "" when unknown. Lent. */
const char *lyh_survey_value(const lyh_survey *survey, size_t person, size_t attribute);

#endif
