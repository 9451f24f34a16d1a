/**
 * Replacements for what points at a person: proposed to a file, edited by people, then applied.
 *
 * The proposal is a CSV `document;start;end;class;text;replacement;keep;text_sha256` (Swedish headings are
 * read too): start and end are code points of the document text. Typed placeholders stand for
 * what is replaced, the same for the same person or place throughout a study. Answers to a survey in people's own
 * words are documents too (lyhord/study/survey.h): what is replaced in them comes out as a new survey.csv, also of a
 * workbook or a .sav. A row with an empty
 * replacement, or with anything but nej, no and 0 in keep, leaves the text as it is. The
 * proposal is a key: who has it knows whom the placeholders mean.
 */
#ifndef LYHORD_STUDY_ANONYMIZE_H
#define LYHORD_STUDY_ANONYMIZE_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/csv_write.h>
#include <lyhord/base/output.h>
#include <lyhord/study/study.h>

/**
 * Write to @output what should be replaced in the transcripts of @study, @count rows, and what is only worth a
 * look, @doubts rows without a replacement: people give one to those that point at somebody. Findings that
 * decisions.csv accepts are left out; so are flags, but for ages (an interval), titles (no replacement: people
 * choose) and doubts. The mark of a speaker that is a name becomes the
 * role's mark. False: see @diags and @error.
 */
bool lyh_anonymize_propose(lyh_study *study, lyh_csv_style style, lyh_output *output,
                           size_t *count, size_t *doubts, lyh_diags *diags,
                           lyh_error *error);

/** What is done with the rewritten transcripts. */
typedef struct lyh_anonymized {
    /** A transcript to be called @name ("R01.docx"), whole, in memory; @made is taken over. */
    void (*take)(void *user, const char *name, lyh_output *made);
    /**
     * The survey with its answers, as a CSV; @made is taken over. NULL: the survey stays as it is, and rows about
     * its answers are neither made nor counted.
     */
    void (*take_survey)(void *user, lyh_output *made);
    void *user;
} lyh_anonymized;

/**
 * Apply the proposal @path to every transcript of @study: each row is checked against the text,
 * and all that do not fit are told of in one run. The lines that change are written to
 * @diff (or NULL), before (`-`) and after (`+`); every transcript, with its properties cleaned, goes to @made,
 * also one in which nothing is replaced. Nothing of the study is changed. @replaced counts the
 * replacements. False: see @diags and @error; what was taken is then not to be used.
 */
bool lyh_anonymize_apply(lyh_study *study, const char *path, lyh_output *diff,
                         const lyh_anonymized *made, size_t *replaced, lyh_diags *diags,
                         lyh_error *error);

#endif
