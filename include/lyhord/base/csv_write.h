/**
 * CSV out, one cell at a time, so that every file of ours is quoted and guarded alike.
 */
#ifndef LYHORD_BASE_CSV_WRITE_H
#define LYHORD_BASE_CSV_WRITE_H

#include <stdbool.h>

#include <lyhord/base/output.h>

/** How separators, numbers and line ends are written. */
typedef enum lyh_csv_style {
    LYH_CSV_SWEDISH, /* `;`, decimal comma, LF: standard output */
    LYH_CSV_PACKAGE, /* the same with BOM and CRLF: files that Excel opens */
    LYH_CSV_C        /* `,`, decimal point, CRLF (RFC 4180) */
} lyh_csv_style;

/** What begins a file: a BOM for a package, else nothing. */
const char *lyh_csv_beginning(lyh_csv_style style);
const char *lyh_csv_separator(lyh_csv_style style);
const char *lyh_csv_line_end(lyh_csv_style style);

/**
 * Write @text as one cell, alike in every style, so that files can be converted by eye: quoted
 * when it holds a separator of any style, a quote or a line end;
 * with a leading ' when it begins with = + - @ TAB or CR, which a spreadsheet would run
 * (CWE-1236), but not when it is only +, - or −. lyh_csv_read() takes the ' away again.
 */
bool lyh_csv_write_text(lyh_output *output, const char *text);

#endif
