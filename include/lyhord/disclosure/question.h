/**
 * A plan for the tables of one closed question of a survey, by all backgrounds together.
 *
 * The persons of the plan are those who answered the question: its base, and that of its groups, is printed.
 * Questions are planned one by one: no sum ties an answer to one of them to an answer to another. But
 * within a question everything that is printed of it is held together, by every background of the
 * release: everyone's counts, each group's, those of a group within a group; of a question with
 * one answer each that its alternatives add up to the base; and that a pooled row is the persons who chose
 * any of its alternatives. Hidden is then as lyhord/disclosure/release.h says, whose functions
 * answer for these plans too: a row of the table stands where a code does, and any line is good. A row that has to go
 * for a split goes for all its groups first; then those are shown again, the largest first, that tell nothing: often two
 * hidden groups are enough.
 *
 *     lyh_release *plan = lyh_release_of_question(answered, attributes, splits, 2, &question, 5, catalog);
 *     … lyh_release_size(plan, split, part)                             the base of the group
 *     … lyh_release_hides(plan, split, part, row, LYH_LINE_ANY)         ".." in that row
 *     lyh_release_free(plan);
 *
 * The median of a group's steps tells of its rows: print it only where lyh_release_hides_values()
 * says no. Numbers (tal) and topics of what people wrote are no rows here.
 */
#ifndef LYHORD_DISCLOSURE_QUESTION_H
#define LYHORD_DISCLOSURE_QUESTION_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/disclosure/release.h>

/** The most rows of a question that are planned; with more, every group's are hidden. */
#define LYH_QUESTION_ROWS_MAX 256

/** What is printed of a question; all lent while the plan is made. */
typedef struct lyh_release_question {
    size_t alternatives;
    bool is_exclusive; /* everybody chose just one; else one or several */
    /** Did @person, of those who answered, choose @alternative? */
    bool (*chose)(const void *user, size_t person, size_t alternative);
    /** Rows of the table: each alternative, each pooling. */
    size_t rows;
    /** Is @alternative one of those that @row counts? */
    bool (*holds)(const void *user, size_t row, size_t alternative);
    /** Has somebody accepted, with a reason, that @group (as printed) says none or all? NULL: nobody. */
    bool (*accepts)(const void *user, const char *group, size_t row);
    const void *user;
} lyh_release_question;

/**
 * Plan what of @question is shown by @splits (their times as in lyh_release_new(): what is out
 * already stays) of the @persons who answered it. Borrows nothing. Free with lyh_release_free().
 */
lyh_release *lyh_release_of_question(size_t persons,
                                     const lyh_release_attribute *attributes,
                                     const lyh_release_split *splits, size_t split_count,
                                     const lyh_release_question *question, size_t threshold,
                                     const lyh_catalog *catalog);

/** Is the median of @part hidden: is any row of the table hidden there? */
bool lyh_release_hides_values(const lyh_release *release, size_t split, size_t part);

#endif
