/**
 * What a process has counted, handed to the process that it was parted from (fork). Between two processes of one program alone:
 * numbers stand as they lie in memory. What is kept in a file is a partial result (lyhord/tally/partial.h).
 */
#ifndef LYHORD_TALLY_HANDED_H
#define LYHORD_TALLY_HANDED_H

#include <lyhord/base/output.h>
#include <lyhord/tally/tally.h>

/** Who has been met: respondents by their numbers. */
typedef struct lyh_tally_met {
    size_t known; /* those before were there when the processes parted */
    size_t
        before; /* those before were met before what @tally has counted: they are told of where it counts them */
    const size_t *rows; /* by respondent: where they are met */
} lyh_tally_met;

/** Write all that @tally has counted. */
void lyh_tally_hand_over(const lyh_tally *tally, const lyh_tally_met *met,
                         lyh_output *output);

/**
 * Add what was handed over, with the same @known, to @tally. @respondent_of gives the respondent with an id, made when new; it is asked
 * in the order in which they were met. False: the bytes end too early.
 */
bool lyh_tally_take_over(lyh_tally *tally, size_t known, const char *bytes, size_t size,
                         size_t (*respondent_of)(void *user, const char *id, size_t row),
                         void *user);

#endif
