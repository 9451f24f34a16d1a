/**
 * Tables of a survey's closed questions: how many chose what, of how many who answered.
 *
 * The base of a question is the persons who answered it; those who were asked and did not, and those
 * who were not asked, are told below it, with the response rate. What is printed of a base follows
 * docs/architecture.md §6: under the threshold nothing; 5-19 "7 av 12"; 20-49 whole percent; from 50
 * percent with @decimals. Percent are half up of the counts, and never forced to 100.
 *
 * | type             | rows                                                                    |
 * |------------------|-------------------------------------------------------------------------|
 * | single, multiple | alternatives, poolings with their rule, Totalt                          |
 * | scale            | the same, and the median of the steps                                   |
 * | number           | from 20 persons on: median and quartiles; Totalt                        |
 * | text             | topics, the most said first; Totalt                                     |
 *
 * The lowest and the highest number are one person's answers, and a mean gives the sum: none of
 * them is printed. Quartiles are of type 2 of Hyndman & Fan (1996): at 20 persons five lie beyond each.
 */
#ifndef LYHORD_SURVEY_TABLES_H
#define LYHORD_SURVEY_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/base/catalog.h>
#include <lyhord/survey/plan.h>
#include <lyhord/table/table.h>

/** What persons wrote of in their own words: counted by who knows codes. Ranked by the caller. */
typedef struct lyh_topic {
    const char *label;
    size_t persons;
} lyh_topic;

/** Topics of one text question. */
typedef struct lyh_topics {
    const lyh_topic *items;
    size_t count;
    bool is_coded;     /* false: nobody has coded these answers, and no topic is known */
    bool is_suggested; /* found by the machine, and reviewed by nobody */
} lyh_topics;

/** The most decimals a percentage may have. */
#define LYH_SURVEY_DECIMALS_MAX 3

typedef struct lyh_survey_view {
    size_t threshold;
    unsigned decimals;                /* of percent, from a base of 50 on */
    size_t sent;                      /* persons asked to take part; 0: not known */
    const lyh_background *background; /* group by it alone, or NULL */
    const lyh_survey_plan *plan; /* group by @split of it; NULL: nothing else is shown */
    size_t split;
    const lyh_topics
        *topics; /* by question, or NULL: no answers in own words are counted */
    const lyh_catalog *catalog;
    bool
        is_brief; /* without the notes that hold for every table, where they are said once for all */
} lyh_survey_view;

/**
 * The table people read of one question: alternative;percent;count, a row Totalt last; with groups a
 * column a group. A percent column is there when the base bears it. Free with lyh_table_free().
 */
lyh_table *lyh_survey_table(const lyh_survey *survey, size_t question,
                            const lyh_survey_view *view);

/**
 * All questions, long: question;alternative;count;base;percent;missing;not_asked;value;kind;status;text,
 * with the background's column after alternative when there is one. kind: alternative, pooled,
 * topic, median, quartile_low, quartile_high, total. status: shown, merged, hidden. @question: only
 * that one; LYH_NONE: all.
 */
lyh_table *lyh_survey_long(const lyh_survey *survey, size_t question,
                           const lyh_survey_view *view);

/** "185 av 640 (28,9 %)" as a sentence, or that it is not known. free(). */
char *lyh_survey_response(const lyh_survey *survey, const lyh_survey_view *view);

/** How many chose @alternative of @question, and, any of @alternatives, and how many answered at all. */
size_t lyh_survey_count_alternative(const lyh_survey *survey, size_t question,
                                    size_t alternative);
size_t lyh_survey_count_pooled(const lyh_survey *survey, size_t question,
                               const bool *alternatives);
size_t lyh_survey_base(const lyh_survey *survey, size_t question);
/** How many got @question: all but those whom it was not asked. */
size_t lyh_survey_asked(const lyh_survey *survey, size_t question);

#endif
