/**
 * The four things a speaker may do with what is said besides stating it, and the time it is of.
 *
 * Each looks at the words round a mention and says whether it holds, and which words decide.
 */
#ifndef LYHORD_LANGUAGE_STANCES_H
#define LYHORD_LANGUAGE_STANCES_H

#include "clauses.h"

/** Another's words: in quotation marks, or as direct speech after a verb of saying. */
bool lyh_clause_is_quoted(const lyh_clause *clause, size_t mention, lyh_cue *cue);

/** Asked for, hoped for, demanded. */
bool lyh_clause_is_wish(const lyh_clause *clause, lyh_cue *cue);

/** Too much of it: "lite väl trevlig", right before the mention. */
bool lyh_clause_is_excessive(const lyh_clause *clause, lyh_cue *cue);

/** Asked about, or so only on a condition. */
bool lyh_clause_is_unclear(const lyh_clause *clause, lyh_cue *cue);

/** Denied; not when denied twice. @is_loose: a negation in the mention denies it. */
bool lyh_clause_is_negated(const lyh_clause *clause, bool is_loose, lyh_cue *cue);

/** Of then or of now, by a word of time in the mention's sentence. */
lyh_time lyh_clause_time(const lyh_clause *clause, lyh_cue *cue);

/** The last word of time in the sentence, when it may hold for the one after it. */
lyh_time lyh_clause_last_time(const lyh_clause *clause, lyh_cue *cue);

/** The tense of the mention's clause, as the time it may carry on; LYH_TIME_NONE when no verb tells. */
lyh_time lyh_clause_tense(const lyh_clause *clause);

#endif
