/**
 * Questions on one scale, side by side: what a figure of them shows.
 */
#ifndef LYHORD_SURVEY_SCALES_H
#define LYHORD_SURVEY_SCALES_H

#include <lyhord/survey/tables.h>

/** Does @other have the same alternatives as @question, in the same order, and are both on a scale? */
bool lyh_survey_same_scale(const lyh_survey *survey, size_t question, size_t other);

/**
 * The questions of @question's scale in their order: *@count of them, itself among them; 0 when it is on none.
 * @questions has room for all of the survey's.
 */
void lyh_survey_scale(const lyh_survey *survey, size_t question, size_t *questions,
                      size_t *count);

/**
 * question;step_1;…;aside_1;…: a row for each of the @count @questions, which are on one scale, of everyone who
 * answered: how many of them chose each step, and beside it ("step_1 percent") whole percent where the base
 * bears it; then what is no step. Where fewer than the threshold answered, a row is hidden. Groups of @view are not
 * shown. Free with lyh_table_free().
 */
lyh_table *lyh_survey_scale_table(const lyh_survey *survey, const size_t *questions,
                                  size_t count, const lyh_survey_view *view);

#endif
