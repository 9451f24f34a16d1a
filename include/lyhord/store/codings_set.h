/**
 * A coder's codings out of the journal, as a codings file (lyhord/coding/codings_csv.h).
 *
 * Whoever reads codings reads that: what counts, agrees and reports need not know where the rows
 * came from, and a coding whose text has changed is found again, or reported, in one place only.
 */
#ifndef LYHORD_STORE_CODINGS_SET_H
#define LYHORD_STORE_CODINGS_SET_H

#include <lyhord/base/csv_write.h>
#include <lyhord/base/output.h>
#include <lyhord/store/journal.h>

/**
 * Write the set of @coder (or LYH_TOGETHER), rejected suggestions too, in the order of
 * lyh_journal_codings(): the heading, and a row each. False: @error is of the journal; what went wrong
 * with @output it tells when it is closed.
 */
bool lyh_codings_set_write(lyh_journal *journal, const char *coder, lyh_output *output,
                           lyh_csv_style style, lyh_error *error);

#endif
