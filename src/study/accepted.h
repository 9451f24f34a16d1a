/** The findings that decisions.csv accepts by name, each with a reason. Private to study. */
#ifndef LYHORD_STUDY_ACCEPTED_H
#define LYHORD_STUDY_ACCEPTED_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include <lyhord/coding/decisions.h>

typedef struct accepted_findings accepted_findings;

/** Of two decisions about one finding the later holds. @decisions may be NULL. Keeps nothing of them. */
accepted_findings *accepted_findings_new(const lyh_decisions *decisions);
/** NULL is fine. */
void accepted_findings_free(accepted_findings *accepted);

/** Is @target (lyh_finding_target()) among them, without regard to capitals and spaces? */
bool accepted_findings_have(const accepted_findings *accepted, const char *target);

/** @text without regard to capitals, with one space where any are. g_free(). */
char *accepted_key(const char *text, size_t size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(accepted_findings, accepted_findings_free)

#endif
