/** What is proposed for replacement, said once for the command and the page. Private to study. */
#ifndef LYHORD_STUDY_PROPOSE_H
#define LYHORD_STUDY_PROPOSE_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/corpus/document.h>
#include <lyhord/privacy/findings.h>

/** Is a finding of @kind replaced at all? Of flags, ages and titles are, and doubts where people say so. */
bool propose_is_candidate(lyh_finding_kind kind);

/** The speaker whose mark @finding is in, or LYH_NONE: that mark begins turns, and must go on to. */
size_t propose_marked_speaker(const lyh_document *document, const lyh_finding *finding);
/**
 * "R", or "R2" for the second speaker of a role: what the mark of @speaker becomes, the same in the whole
 * document. g_free().
 */
char *propose_mark(const lyh_document *document, size_t speaker);

#endif
