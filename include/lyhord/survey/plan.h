/**
 * One plan for all that a survey's tables show by backgrounds: which groups there are, and what of them may be shown.
 *
 * A *split* parts those who answered a question by a background or, nested, by a pair of them. What is a hidden group,
 * how groups are merged, and what goes so that no hidden group's count has only one possible value, is
 * lyhord/disclosure/release.h's and, for closed questions, lyhord/disclosure/question.h's.
 *
 * Why questions are planned one by one. The answers to a question part those who answered it, and nothing that is
 * printed holds the answers to two questions together: no figures of two questions add up to a third. But of one
 * question everything is held together: everyone's figures, each group's by every background of the plan,
 * alternatives that add up to the base, poolings that are sums of alternatives. By one background alone
 * everyone's figure less those of the shown groups is that of the merged group, no more. By several a hidden group may
 * be what is left of another background's group when shown groups of its own lie within that, or may lie in a group that
 * all answered alike; question.h looks for both.
 *
 * | printed               | what is done                                                                     |
 * |-----------------------|----------------------------------------------------------------------------------|
 * | alternatives, poolings | as question.h says                                                              |
 * | median of a scale     | hidden where any row of the group is                                             |
 * | quartiles of a number | no sum tells them. Of a split they are shown where somebody of each hidden group and somebody else gave different numbers and could have given each other's: both are in the same shown groups, or two others make up for them |
 * | answered, of a group  | no secret: it is the group's base                                                |
 * | did not answer        | printed for everyone. Where nobody of a hidden group answered and some of it were asked, its name would be missing among the groups, so the question is not split by that background |
 * | own words             | counted for everyone only                                                        |
 *
 * What everyone's figures alone tell (none, or all) is the finding, and told. Splits have a time: what an
 * earlier one has shown is out and is not hidden again; the later one hides instead.
 */
#ifndef LYHORD_SURVEY_PLAN_H
#define LYHORD_SURVEY_PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/catalog.h>
#include <lyhord/survey/survey.h>

/** Who is in which group: a value for each person, "" where it is not known. Lent. */
typedef struct lyh_background {
    const char *name;
    const char *const *values; /* by person */
    const char *const
        *order;      /* values in the order to show, NULL-ended; NULL: as they are met */
    bool is_ordered; /* the values are steps: ages, years */
} lyh_background;

/** Backgrounds that tables are shown by; lent for as long as the plan lives. */
typedef struct lyh_survey_split {
    const lyh_background *first;
    const lyh_background *second; /* nested within the first, or NULL */
    size_t time; /* 0 is the earliest; splits come in the order of their times */
} lyh_survey_split;

typedef struct lyh_survey_plan lyh_survey_plan;

/**
 * Has somebody accepted, with a reason, that the row @label (an alternative, or a pooling's name) of @question tells none or all
 * of the merged @group, as it is printed?
 */
typedef bool (*lyh_survey_accepts)(const void *user, const lyh_question *question,
                                   const char *label, const char *group);

/**
 * Plan the tables of all questions of @survey by @count @splits; groups are named in the language of @catalog.
 * @accepts may be NULL: nobody has accepted anything. Borrows @survey, the backgrounds and @user. Free with lyh_survey_plan_free().
 */
lyh_survey_plan *lyh_survey_plan_new(const lyh_survey *survey,
                                     const lyh_survey_split *splits, size_t count,
                                     size_t threshold, lyh_survey_accepts accepts,
                                     const void *user, const lyh_catalog *catalog);
/** NULL is fine. */
void lyh_survey_plan_free(lyh_survey_plan *plan);

const lyh_survey_split *lyh_survey_plan_split(const lyh_survey_plan *plan, size_t split);

/** Groups of @question by @split that are printed, of a pair each of the first before those within it; 0: refused. */
size_t lyh_survey_plan_groups(const lyh_survey_plan *plan, size_t split, size_t question);
/** A group's name in full; by the first background; by the second, "" where it is all of the first. Lent. */
const char *lyh_survey_plan_name(const lyh_survey_plan *plan, size_t split, size_t question,
                                 size_t group);
const char *lyh_survey_plan_first_name(const lyh_survey_plan *plan, size_t split,
                                       size_t question, size_t group);
const char *lyh_survey_plan_second_name(const lyh_survey_plan *plan, size_t split,
                                        size_t question, size_t group);
/** Is the group several merged? */
bool lyh_survey_plan_is_merged(const lyh_survey_plan *plan, size_t split, size_t question,
                               size_t group);
/** Is @person, who answered @question, in @group? */
bool lyh_survey_plan_has(const lyh_survey_plan *plan, size_t split, size_t question,
                         size_t group, size_t person);

/** What the rows of @question are called: its alternatives, then its poolings. Lent. */
const char *lyh_survey_row_label(const lyh_question *question, size_t row);

/** Is the row of @alternative, or of @pooling, hidden for @group? */
bool lyh_survey_plan_hides(const lyh_survey_plan *plan, size_t split, size_t question,
                           size_t group, size_t alternative);
bool lyh_survey_plan_hides_pooled(const lyh_survey_plan *plan, size_t split,
                                  size_t question, size_t group, size_t pooling);
/** Are the group's median and quartiles hidden? */
bool lyh_survey_plan_hides_values(const lyh_survey_plan *plan, size_t split,
                                  size_t question, size_t group);
/** Is anything of @question hidden for a group of @split? */
bool lyh_survey_plan_hides_any(const lyh_survey_plan *plan, size_t split, size_t question);
/** Was something hidden because it was too large to be worked out? */
bool lyh_survey_plan_is_unsure(const lyh_survey_plan *plan);

#endif
