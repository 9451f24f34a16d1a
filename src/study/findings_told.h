/** Findings told of one text after the other, and the doubts among them last. Private to study. */
#ifndef LYHORD_STUDY_FINDINGS_TOLD_H
#define LYHORD_STUDY_FINDINGS_TOLD_H

#include <glib.h>

#include <lyhord/study/scan.h>

typedef struct findings_told findings_told;

/** A cell's or a line's place, when a finding in it is told of. */
typedef lyh_place (*place_of)(const void *where, size_t start, size_t end);

/** A text that is looked at. All lent for the call. */
typedef struct findings_text {
    const char *text;
    size_t size;
    bool is_published; /* see lyh_study_scan_judge() */
    bool
        is_transcript; /* only of transcripts doubts are told: names of files and columns are seldom sentences */
    place_of place;
    const void *where; /* for @place */
} findings_text;

/** Borrows both. With @shows_text messages hold what was found. Free with findings_told_free(). */
findings_told *findings_told_new(lyh_study_scan *scan, lyh_diags *diags, bool shows_text);
/** NULL is fine. */
void findings_told_free(findings_told *told);

/** Tell what is found in @text: the same words once, at the first place, with their number. Doubts wait. */
void findings_tell(findings_told *told, const findings_text *text);

/** How many words are worth a look, in one note; each of them, too, when @lists. */
void findings_tell_doubts(const findings_told *told, bool lists);

#endif
