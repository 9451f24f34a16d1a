/** Whether a figure of those who were asked tells of a small group that the tables by groups hide. Private to tally. */
#ifndef LYHORD_TALLY_ASKED_GROUPS_H
#define LYHORD_TALLY_ASKED_GROUPS_H

#include <lyhord/tally/questions.h>

/**
 * @asked, by respondent, are those a figure of @code is of; who they are may be known, where one town had another
 * guide. Together with the groups of @beside (NULL: no groups are shown) they part the persons anew: those asked
 * less a printed group may be a hidden group. Taken to be known is how many of them took the code up, though less
 * may be printed. False when everybody or nobody was asked, when they are just some printed groups, or when for every
 * hidden group somebody of it and somebody else could have said each other's words, or the equations of the
 * code leave its numbers open; else true, and what is too large to be worked out is true too.
 */
bool asked_groups_tell(const lyh_tally *tally, const lyh_tally_plan *beside, size_t code,
                       const bool *asked, const lyh_tally_guide *guide, size_t threshold);

#endif
