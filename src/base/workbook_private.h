/**
 * Styles of a workbook: which numbers are days and times (ECMA-376, part 1, 18.8.30).
 */
#ifndef LYHORD_BASE_WORKBOOK_PRIVATE_H
#define LYHORD_BASE_WORKBOOK_PRIVATE_H

#include <glib.h>

#include <lyhord/base/archive.h>

typedef struct workbook_styles workbook_styles;

/** Of xl/styles.xml; a workbook without it has plain numbers only. NULL: see @diags. */
workbook_styles *workbook_styles_read(lyh_archive *archive, lyh_diags *diags);
/** NULL is fine. */
void workbook_styles_free(workbook_styles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(workbook_styles, workbook_styles_free)

/** Is a number in a cell of style @style (attribute `s`, from 0) a day or a time? */
bool workbook_styles_is_date(const workbook_styles *styles, size_t style);

/** Does a number format show days or times? Words in quotes, escapes and [colours] are none. */
bool workbook_format_is_date(const char *format);

/**
 * The day and time that @serial means, "2026-03-14", "2026-03-14 09:30" or "09:30:05" for a time
 * alone: days since 1899-12-30, or since 1904-01-01 with @is_1904. Until 1900-02-28 workbooks
 * count a day less, because 1900 is taken for a leap year. NULL when it is outside 1900–9999.
 */
char *workbook_date(double serial, bool is_1904);

#endif
