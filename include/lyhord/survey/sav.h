/**
 * A data file of SPSS and PSPP (.sav) as a table of text.
 *
 * A value with a label is its label, a number without one is written with a decimal point and as many
 * digits as make the same number (15); what the file declares missing, system-missing included, is
 * empty. A heading is the variable's name and, after a tab, its label, which in most files is the
 * question's text.
 */
#ifndef LYHORD_SURVEY_SAV_H
#define LYHORD_SURVEY_SAV_H

#include <stdbool.h>

#include <lyhord/base/diags.h>
#include <lyhord/base/source.h>

/** Do the first bytes of a file look like a .sav ("$FL2", or "$FL3" when it is packed)? */
bool lyh_sav_looks_like(const lyh_bytes *bytes);

/**
 * The cases of @bytes as a source whose text is CSV with `;`: a line a case, after the heading. Line
 * ends within a text become spaces. NULL when it cannot be read; see @diags.
 */
lyh_source *lyh_sav_read(const char *name, const lyh_bytes *bytes, lyh_diags *diags);

#endif
