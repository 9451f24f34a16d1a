/**
 * What a job hands back: its result, what it found wrong, and whether the machine failed it.
 */
#ifndef LYHORD_CLI_JOBS_MESSAGE_H
#define LYHORD_CLI_JOBS_MESSAGE_H

#include "cli.h"

GByteArray *jobs_message_new(const char *result, size_t size, const lyh_diags *diags,
                             const lyh_error *error);

/**
 * Put the results of @messages (GByteArray, one a job) into @results as GBytes, and what the jobs found
 * wrong into @diags, by file and line. False, with the first job's @error, when one failed.
 */
bool jobs_messages_read(const GPtrArray *messages, GPtrArray *results, lyh_diags *diags,
                        lyh_error *error);

#endif
