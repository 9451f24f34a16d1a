/**
 * Who asks and who answers, where the marks alone do not say.
 */
#ifndef LYHORD_INGEST_ROLES_H
#define LYHORD_INGEST_ROLES_H

#include "marks.h"

/** Is there anybody to propose for whom the questions decide: is nobody known, or nobody who asks? */
bool roles_need_questions(const mark_list *marks);

/**
 * Propose roles from the questions asked. Nobody known: the one who mostly asks is the
 * interviewer, and of two the other the respondent. Nobody who asks among the known marks, and an R or
 * an M who does: there R is a revisor, M a moderator. What people settled is left alone.
 *
 * Returns the index of the mark taken for the interviewer by guess, or LYH_NONE.
 */
size_t roles_propose(mark_list *marks);

#endif
