/**
 * The privacy scan as one study has it: its ids, its scheme, its own list of names, and what
 * people have accepted.
 *
 * The same scan is run by check, anonymize, report and chart. `[privacy] names = PATH` in
 * lyhord.ini names a list that may, and should, lie outside the study: one name a line, or a
 * CSV whose every cell is one.
 */
#ifndef LYHORD_STUDY_SCAN_H
#define LYHORD_STUDY_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/privacy/findings.h>
#include <lyhord/study/study.h>

typedef struct lyh_study_scan lyh_study_scan;

/** What a finding means for this study. */
typedef enum lyh_verdict {
    LYH_VERDICT_STOPS, /* nothing that holds it leaves */
    LYH_VERDICT_FLAG,  /* is said, and stops nothing */
    LYH_VERDICT_ACCEPTED /* decisions.csv accepts it with a reason, or the study says it itself */
} lyh_verdict;

/**
 * The scan of @study, which it borrows. NULL when the list of names cannot be read: @error, and
 * a diagnostic that says which. Free with lyh_study_scan_free().
 *
 * It reads the transcripts when it is first asked about a text for which the names in them may matter. What it
 * finds does not depend on that.
 */
lyh_study_scan *lyh_study_scan_new(lyh_study *study, lyh_diags *diags, lyh_error *error);

/**
 * The same scan before it has read a transcript, for those who read them one at a time: what one tells to be
 * a name, lyh_study_scan_told(), is a name in the others once lyh_study_scan_tell() has said so.
 */
lyh_study_scan *lyh_study_scan_begin(lyh_study *study, lyh_diags *diags, lyh_error *error);
/** Each once, NULL-ended; lyh_study_scan_told_free(). Whatever was told before changes nothing. */
char **lyh_study_scan_told(const lyh_study_scan *scan, const lyh_document *document);
void lyh_study_scan_told_free(char **names);
/** These @count names and no others are what transcripts tell. */
void lyh_study_scan_tell(lyh_study_scan *scan, const char *const *names, size_t count);

/** NULL is fine. */
void lyh_study_scan_free(lyh_study_scan *scan);

/** Findings in @text, as of lyh_scanner_find(). free(). */
lyh_finding *lyh_study_scan_find(const lyh_study_scan *scan, const char *text, size_t size,
                                 size_t *count);
/** As of lyh_scanner_find_and_doubt(), for those who read the interviews. free(). */
lyh_finding *lyh_study_scan_find_and_doubt(const lyh_study_scan *scan, const char *text,
                                           size_t size, size_t *count);

/**
 * What the study says about itself in @text (title, commissioner, service, date, period: known to
 * everyone who gets the report). A municipality, region, place, workplace or day that stands
 * there word for word exposes nobody when the report repeats it. Names and numbers never count.
 */
void lyh_study_scan_make_public(lyh_study_scan *scan, const char *text);

/**
 * What becomes of @finding in @text. @is_published: the text is one that those read who read the
 * report (the report itself, a figure, lyhord.ini), so that what the study says itself is accepted.
 */
lyh_verdict lyh_study_scan_judge(const lyh_study_scan *scan, const lyh_finding *finding,
                                 const char *text, bool is_published);

/**
 * Would the scan take @name, a folded word or two, for a finding of @kind, at least as sure as
 * @least, where it stands with a capital after the words @lead ("Hen bor i ")?
 */
bool lyh_study_scan_takes(const lyh_study_scan *scan, const char *lead, const char *name,
                          lyh_finding_kind kind, lyh_confidence least);

/** "sure" or "perhaps": msgid of how sure a finding is. */
const char *lyh_confidence_name(lyh_confidence confidence);

#endif
