/**
 * Counting people: how many of how many took up each code, and how.
 *
 * The unit is the person; statements, hits, words inside coded statements and statements per
 * 1 000 respondent words are secondary. Documents are added one at a time and may be freed at
 * once. The base is everyone who has spoken in a document that was added. A child's coding
 * counts for every ancestor too, each person once.
 */
#ifndef LYHORD_TALLY_TALLY_H
#define LYHORD_TALLY_TALLY_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/codebook/codebook.h>
#include <lyhord/coding/coding.h>
#include <lyhord/corpus/respondents.h>
#include <lyhord/disclosure/grouping.h>
#include <lyhord/disclosure/release.h>
#include <lyhord/disclosure/sample.h>
#include <lyhord/language/tokens.h>
#include <lyhord/table/table.h>
#include <lyhord/tally/statement_log.h>

/** any is +, - or 0; a wish is no part of any. */
typedef enum lyh_measure {
    LYH_MEASURE_ANY,
    LYH_MEASURE_PLUS,
    LYH_MEASURE_MINUS,
    LYH_MEASURE_NEUTRAL,
    LYH_MEASURE_WISH,
    LYH_MEASURE_COUNT
} lyh_measure;

/** "any", "+", "-", "0", "wish". */
const char *lyh_measure_name(lyh_measure measure);
/** What a coding of @polarity is counted under, beside any. */
lyh_measure lyh_measure_of(lyh_polarity polarity);

typedef enum lyh_unit { LYH_UNIT_PERSONS, LYH_UNIT_STATEMENTS, LYH_UNIT_HITS } lyh_unit;

typedef struct lyh_tally_options {
    bool with_suggested; /* machine suggestions count too; every table is then marked */
    /* words of every role count; a turn of nobody is its document's only person's */
    bool all_roles;
    lyh_unit unit; /* what has to be counted: hits alone cost least */
    /* with hits alone: every coding counts whatever its state, and none has a polarity */
    bool any_state;
    lyh_statement_log *log; /* where each statement is written too, lent; may be NULL */
} lyh_tally_options;

/** What the status of a table with @options.any_state says of it (msgid). */
#define LYH_TALLY_ANY_STATE                                                                \
    N_("counted whatever is said of it: questions, wishes, others' words too")

typedef struct lyh_tally lyh_tally;

/** Borrows its arguments. Respondents may be added to @respondents while the tally lives. */
lyh_tally *lyh_tally_new(const lyh_codebook *codebook, const lyh_respondents *respondents,
                         const lyh_tally_options *options);
/** NULL is fine. */
void lyh_tally_free(lyh_tally *tally);

/** Of the codings of a document: those that count, and how many of these are suggestions. */
typedef struct lyh_tally_added {
    size_t counted, suggested;
} lyh_tally_added;

/** Count @codings of @document. Copies what it needs. */
lyh_tally_added lyh_tally_add(lyh_tally *tally, const lyh_document *document,
                              const lyh_tokens *tokens, const lyh_codings *codings);

/** Persons in the base, and how many of them said @measure of @code. */
size_t lyh_tally_base(const lyh_tally *tally);
size_t lyh_tally_persons(const lyh_tally *tally, size_t code, lyh_measure measure);
/** Is respondent @respondent in the base; did they say @measure of @code? */
bool lyh_tally_has(const lyh_tally *tally, size_t respondent);
bool lyh_tally_said(const lyh_tally *tally, size_t respondent, size_t code,
                    lyh_measure measure);

/**
 * Words of respondent @respondent inside statements that are @measure of @code, each counted once; and
 * all their words. 0 for somebody outside the base, or when statements were not counted.
 */
size_t lyh_tally_words(const lyh_tally *tally, size_t respondent, size_t code,
                       lyh_measure measure);
size_t lyh_tally_spoken(const lyh_tally *tally, size_t respondent);

/**
 * What is released of a tally: the splits that are out or asked for, and what of them may be shown.
 */
typedef struct lyh_tally_plan lyh_tally_plan;

/** Has somebody accepted, with a reason, that @group says none or all of @measure of @code? */
typedef bool (*lyh_tally_accepts)(const void *user, const char *group, size_t code,
                                  lyh_measure measure);

/**
 * Plan the release of @splits by attributes (indexes of the respondents' attributes), in the order
 * of their times. @accepts may be NULL. Borrows @tally, to which nothing may be added any more; free
 * with lyh_tally_plan_free().
 */
lyh_tally_plan *lyh_tally_plan_new(const lyh_tally *tally, const lyh_release_split *splits,
                                   size_t count, size_t threshold,
                                   lyh_tally_accepts accepts, const void *user,
                                   const lyh_catalog *catalog);
/** The plan @made in the language of @catalog, without working it out again. Free with lyh_tally_plan_free(). */
lyh_tally_plan *lyh_tally_plan_again(const lyh_tally_plan *made,
                                     const lyh_catalog *catalog);
/** NULL is fine. */
void lyh_tally_plan_free(lyh_tally_plan *plan);

/** Its groups, by split as they were given. Lent. */
const lyh_release *lyh_tally_plan_release(const lyh_tally_plan *plan);

/** How a table is made. */
typedef struct lyh_tally_view {
    size_t
        attribute; /* the first by which there are groups, or LYH_NONE for everyone together */
    const lyh_grouping *grouping; /* of a split by one attribute: its groups; else NULL */
    size_t threshold;
    const lyh_catalog *catalog; /* language of headings and notes */
    /* without the notes that hold for every table, where they are said once for all */
    bool is_brief;
    const lyh_sample
        *sample; /* how the persons were chosen; NULL: no interval is printed */
    const lyh_tally_plan *plan; /* what may be shown of groups; NULL: everyone together */
    size_t split;               /* of the plan, not refused */
} lyh_tally_view;

/** The view of @plan by its @split; everyone together when @plan is NULL. */
lyh_tally_view lyh_tally_view_of(const lyh_tally_plan *plan, size_t split, size_t threshold,
                                 const lyh_catalog *catalog);

/** The smallest printed group of @view that @respondent is in; LYH_NONE where there are none. */
size_t lyh_tally_group_of(const lyh_tally *tally, const lyh_tally_view *view,
                          size_t respondent);

/**
 * Is the figure of @group for @measure of @code hidden in this view? Then no word elsewhere (the
 * label of a quote) may say that somebody who said it belongs to it.
 */
bool lyh_tally_hides(const lyh_tally *tally, const lyh_tally_view *view, size_t group,
                     size_t code, lyh_measure measure);

/**
 * The long table of docs/architecture.md §3: code;polarity;‹attribute›;persons;base;statements;
 * hits;words;per_1000;status. One row a code, measure and group, with a "Samtliga" row first when
 * grouped; of a pair there are two columns of attributes, and each group of the first stands before
 * its groups of the second, with "Samtliga" under the second; rows of a code nobody took up are there too, with zeros. Columns that @options.unit
 * did not count are empty; with @options.any_state there are rows of any alone, and
 * no persons. Hidden figures are LYH_CELL_HIDDEN in every measure; so is everything
 * when the base is under the threshold.
 *
 * statements and hits of a code are its own and those of the codes below it; words are those
 * within any of these statements, each counted once; per_1000 is statements per 1 000 words of
 * the row's respondents. status is "hidden", else "merged" for a row of a merged group, else
 * "shown"; with machine suggestions counted, "merged, suggested" and "suggested"; with
 * @options.any_state ", any state" is added to each of the four.
 */
lyh_table *lyh_tally_long(const lyh_tally *tally, const lyh_tally_view *view);

/**
 * The table people read: one row a code, the most taken up first (ties: the codebook's order) and
 * each followed by those below it; "k av n" in a column a group; @measure says of what. When
 * @only_said codes nobody took up are left out, and those below another have a dash before them. From a base of 20 on a column of whole percent stands after each column of counts;
 * where @view's sample lets it, the 95 % interval in whole percent, its lower end rounded down and
 * its upper end up, in two columns after that.
 * Under the threshold every figure is hidden, and order and choice of rows tell nothing either.
 */
lyh_table *lyh_tally_persons_table(const lyh_tally *tally, const lyh_tally_view *view,
                                   lyh_measure measure, bool only_said);

/** One code: a row for each measure that anybody has (any first), a column a group. */
lyh_table *lyh_tally_code_table(const lyh_tally *tally, const lyh_tally_view *view,
                                size_t code);

#endif
