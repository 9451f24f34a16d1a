/** What a finding is replaced by, the same for the same thing throughout a study. Private to study. */
#ifndef LYHORD_STUDY_PLACEHOLDERS_H
#define LYHORD_STUDY_PLACEHOLDERS_H

#include <glib.h>

#include <lyhord/study/scan.h>

typedef struct placeholders placeholders;

/** Borrows @scan. Free with placeholders_free(). */
placeholders *placeholders_new(const lyh_study_scan *scan);
/** NULL is fine. */
void placeholders_free(placeholders *made);

/** @finding stands in @text. All are seen, in the order of reading, before the first is asked for. */
void placeholders_see(placeholders *made, const lyh_finding *finding, const char *text);

/** "[ort 1]", "[telefon]", "hen"; "" where people must choose. g_free(). */
char *placeholders_for(placeholders *made, const lyh_finding *finding, const char *text);

/** Is anything proposed for @kind at all? Else people choose. */
bool placeholders_stand_for(lyh_finding_kind kind);

/** Do placeholders of @kind tell one person, one place from another? */
bool placeholders_tell_apart(lyh_finding_kind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(placeholders, placeholders_free)

#endif
