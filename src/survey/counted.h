/** A question's answers, counted for everyone and for each printed group. Private to survey. */
#ifndef LYHORD_SURVEY_COUNTED_H
#define LYHORD_SURVEY_COUNTED_H

#include <glib.h>

#include <lyhord/survey/tables.h>

typedef enum row_kind {
    ROW_ALTERNATIVE,
    ROW_POOLED,
    ROW_TOPIC,
    ROW_QUARTILE_LOW,
    ROW_MEDIAN,
    ROW_QUARTILE_HIGH,
    ROW_TOTAL
} row_kind;

typedef struct counted_row {
    row_kind kind;
    size_t index; /* of the alternative, the pooling or the topic */
    char *label;
    size_t *counts;   /* by part: 0 everyone, then the printed groups; NULL for values */
    lyh_cell *values; /* by part, for the median and the quartiles; texts are lent */
} counted_row;

typedef struct counted {
    const lyh_survey *survey;
    const lyh_survey_view *view;
    size_t question;
    size_t parts;  /* 1, or 1 and the groups */
    size_t *bases; /* by part: persons who answered */
    size_t missing, not_asked;
    const lyh_survey_plan *plan; /* NULL for everyone together */
    lyh_survey_plan *own;        /* the same, when nothing else is planned */
    size_t split;
    GPtrArray *texts; /* char *: of values */
    GArray *rows;     /* counted_row */
} counted;

/** Count @question. counted_clear(). */
void counted_init(counted *counts, const lyh_survey *survey, size_t question,
                  const lyh_survey_view *view);
void counted_clear(counted *counts);

/** By a background of which no two groups can be made. */
bool counted_is_refused(const counted *counts);
/** Is a figure of the groups hidden? */
bool counted_hides_groups(const counted *counts);
/** Did so few of @part answer that nothing is printed? */
bool counted_is_hidden(const counted *counts, size_t part);
/** Did @person answer, and are they in @part? */
bool counted_has(const counted *counts, size_t part, size_t person);
/** "Samtliga", or the group's name. Lent. */
const char *counted_part_name(const counted *counts, size_t part);
/** By the first background (0) or the second (1): "Samtliga" where it is all of them. Lent. */
const char *counted_part_name_by(const counted *counts, size_t part, size_t background);
bool counted_is_merged(const counted *counts, size_t part);

/** The cells of a row for @part: how many, and of those who answered how many percent (EMPTY where none is printed). */
lyh_cell counted_count(const counted *counts, const counted_row *row, size_t part);
lyh_cell counted_percent(const counted *counts, const counted_row *row, size_t part);
lyh_cell counted_value(const counted *counts, const counted_row *row, size_t part);

/** "alternative", "pooled" …: fixed words. */
const char *counted_kind_name(row_kind kind);

/** The notes below a table: who did not answer, how to read poolings and groups. */
void counted_add_notes(const counted *counts, lyh_table *table, const char *lead);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(counted, counted_clear)

#endif
