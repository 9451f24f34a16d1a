/**
 * The words of a block as they are printed: the same in every format.
 *
 * Quotes have their quotation marks, a lead-in its full stop, tables and figures their number, footnotes
 * their mark. A writer prints these words and no others; what is furniture (running heads, page
 * numbers, also those of the contents) is each writer's own.
 */
#ifndef LYHORD_REPORT_PRINTED_H
#define LYHORD_REPORT_PRINTED_H

#include <glib.h>

#include <lyhord/report/report.h>

typedef enum lyh_span_kind {
    LYH_SPAN_PLAIN,
    LYH_SPAN_LEAD, /* semi-bold: a lead-in, "Tabell 2" */
    LYH_SPAN_LINK, /* leads to the block @target */
    /**
     * A footnote's number in raised digits: after the words it belongs to it leads to the footnote @target,
     * and before the footnote's own words back to the block @target.
     */
    LYH_SPAN_MARK
} lyh_span_kind;

typedef struct lyh_span {
    lyh_span_kind kind;
    char *text; /* with the spaces around it: spans joined are the whole text */
    size_t target;
} lyh_span;

/**
 * The spans (lyh_span) of block @index; of a table or a figure its caption; none of CONTENTS and PAGE. A
 * quote's label is not among them. g_array_unref() frees the texts too.
 */
GArray *lyh_printed_spans(const lyh_report *report, size_t index);

/** The spans joined. g_free(). */
char *lyh_printed_text(const lyh_report *report, size_t index);

/** What stands under a table: "Enhet: personer. Bas: 12 personer. Källa: …", or "". g_free(). */
char *lyh_printed_table_note(const lyh_table *table, const lyh_catalog *catalog);

/** The headings (size_t, their blocks) that the CONTENTS at @index lists. g_array_unref(). */
GArray *lyh_printed_contents(const lyh_report *report, size_t index);

#endif
