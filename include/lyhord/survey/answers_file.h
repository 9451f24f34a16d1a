/**
 * The file that a survey's answers come in: CSV, a workbook (.xlsx) or a data file of SPSS (.sav).
 */
#ifndef LYHORD_SURVEY_ANSWERS_FILE_H
#define LYHORD_SURVEY_ANSWERS_FILE_H

#include <lyhord/base/diags.h>
#include <lyhord/base/source.h>

/** The most bytes of a file of answers. */
#define LYH_MAX_ANSWERS ((size_t)64 << 20)

/** What a file of answers is, told by its first bytes. */
typedef enum lyh_answers_kind {
    LYH_ANSWERS_CSV, /* and whatever is none of the others */
    LYH_ANSWERS_XLSX,
    LYH_ANSWERS_SAV
} lyh_answers_kind;

/**
 * Read @path as CSV text: a workbook's first sheet (lyhord/base/workbook.h), or the cases of a .sav
 * (lyhord/survey/sav.h). Of these two a line is a row of the sheet, or a case and one. @kind (may be NULL) says what
 * it was. NULL: @error, and @diags when it could be opened and not read. Free with lyh_source_free().
 */
lyh_source *lyh_answers_file_read(const char *path, lyh_answers_kind *kind,
                                  lyh_diags *diags, lyh_error *error);

#endif
