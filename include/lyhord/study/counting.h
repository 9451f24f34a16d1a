/**
 * lyh_study_tally() by several processes, or in parts on several machines: over the stretches of
 * lyhord/study/stretches.h. What is counted is the same for any number of either.
 */
#ifndef LYHORD_STUDY_COUNTING_H
#define LYHORD_STUDY_COUNTING_H

#include <lyhord/base/output.h>
#include <lyhord/study/stretches.h>
#include <lyhord/tally/partial.h>

typedef struct lyh_counting lyh_counting;

/** Count part @shard, from 0, of @shards; @options has no log. NULL: see @diags and @error. lyh_counting_free(). */
lyh_counting *lyh_counting_new(lyh_study *study, const lyh_tally_options *options,
                               size_t shard, size_t shards, lyh_diags *diags,
                               lyh_error *error);
/** NULL is fine. */
void lyh_counting_free(lyh_counting *counting);

/** The walk, whose stretches are shared and which is told of others' trouble. */
lyh_stretches *lyh_counting_walk(lyh_counting *counting);

/** Count the first stretch: lyh_stretches_go_first(). */
bool lyh_counting_first(lyh_counting *counting, lyh_diags *diags);
/** Count what is left, in this process. */
void lyh_counting_rest(lyh_counting *counting, lyh_diags *diags);
/** Count another's stretch, lyh_stretches_go_other(), and write what was counted for the process that shares it out. */
void lyh_counting_other(lyh_counting *counting, size_t index, lyh_output *output,
                        lyh_diags *diags, lyh_error *trouble);

/** Add what was written of another's stretch; stretches are added in their order. False, with @error: it is not whole. */
bool lyh_counting_take_over(lyh_counting *counting, const char *bytes, size_t size,
                            lyh_error *error);
/** Add what a part says. */
void lyh_counting_add(lyh_counting *counting, const lyh_partial *partial);

/** Did all go well? False: see @diags and @error. */
bool lyh_counting_end(lyh_counting *counting, lyh_diags *diags, lyh_error *error);

/** What was counted, once all parts were added: the tally (lyh_tally_free()), and its @counts. NULL when there is nothing to count. */
lyh_tally *lyh_counting_whole(lyh_counting *counting, lyh_study_counts *counts,
                              lyh_diags *diags, lyh_error *error);
/** What was counted as a part of the whole, to be shown by @attributes of the respondents. */
lyh_partial *lyh_counting_part(lyh_counting *counting, const size_t *attributes,
                               size_t attribute_count);

#endif
