/**
 * What a job hands back: its result, what it found wrong, and whether the machine failed it.
 */
#ifndef LYHORD_CLI_JOBS_MESSAGE_H
#define LYHORD_CLI_JOBS_MESSAGE_H

#include "cli.h"

GByteArray *jobs_message_new(const char *result, size_t size, const lyh_diags *diags,
                             const lyh_error *error);

/**
 * Put the results of @messages (GBytes, one a job) into @results as GBytes, and what the jobs found
 * wrong into @diags, by file and line. False, with the first job's @error, when one failed.
 */
bool jobs_messages_read(const GPtrArray *messages, GPtrArray *results, lyh_diags *diags,
                        lyh_error *error);

/**
 * The same of jobs that have a stretch each: what they found wrong is in the order of the jobs. What failed a job is
 * in @troubles, one for each message. False, with @error, when a message is not whole.
 */
bool jobs_messages_in_order(const GPtrArray *messages, GPtrArray *results, lyh_diags *diags,
                            lyh_error *troubles, lyh_error *error);

#endif
