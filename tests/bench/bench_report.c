/*
 * usage: bench_report
 *
 * Writes the PDF of a report of twenty sections, each with a figure, its table, text, quotes and footnotes over
 * three pages, to bench_report.pdf, and says how many seconds of the processor that took and how much memory was held at most.
 */
#include <stdlib.h>

#include <glib.h>
#include <sys/resource.h>

#include <lyhord/report/report.h>

#include "../chart/tables.h"

#define SECTIONS 20

static const char filling[] =
    "De som svarade hade olika skäl att höra av sig och olika lång väg dit. Några hade "
    "nyss sökt för första gången, andra hade haft kontakt i många år och bytt handläggare "
    "flera gånger; vad de berättar går ändå ihop på ett sätt som vi inte väntade oss.";

static void add_section(lyh_report *report, size_t number)
{
    const lyh_chart_options options = { .finding = "Elva av tolv talade om bemötande",
                                        .catalog = lyh_catalog_for("sv"),
                                        .joint = known_joint };
    bool has_groups = number % 2;
    lyh_table *table = has_groups ? groups_table() : themes_table();
    g_autofree char *heading = g_strdup_printf("Tema %zu", number + 1);
    lyh_report_heading(report, 2, heading);
    lyh_report_figure(
        report, lyh_chart_new(lyh_chart_kind_find(has_groups ? "personprickar" : "stapel"),
                              table, &options));
    lyh_report_table(report, table);
    for (size_t i = 0; i < 11; i++) {
        lyh_report_paragraph(report, filling);
        if (i % 5 == 0)
            lyh_report_footnote(report, "En not om var det sades.");
        if (i % 4 == 0)
            lyh_report_quote(report, filling, "Deltagare");
    }
}

static lyh_report *long_report(void)
{
    const lyh_report_info info = { .title = "En lång rapport",
                                   .date = "1 maj 2026",
                                   .iso_date = "2026-05-01",
                                   .catalog = lyh_catalog_for("sv"),
                                   .joint = known_joint };
    lyh_report *report = lyh_report_new(&info);
    lyh_report_heading(report, 1, "Innehåll");
    lyh_report_contents(report);
    lyh_report_page(report);
    lyh_report_heading(report, 1, "Resultat");
    for (size_t i = 0; i < SECTIONS; i++)
        add_section(report, i);
    return report;
}

static double seconds_of(const struct rusage *used)
{
    return (double)(used->ru_utime.tv_sec + used->ru_stime.tv_sec) +
           (double)(used->ru_utime.tv_usec + used->ru_stime.tv_usec) / G_USEC_PER_SEC;
}

int main(void)
{
    lyh_error error = { 0 };
    struct rusage before, after;
    lyh_report *report = long_report();
    lyh_output *output = lyh_output_to_memory();
    getrusage(RUSAGE_SELF, &before);
    g_assert_true(lyh_report_write_pdf(report, output, &error));
    getrusage(RUSAGE_SELF, &after);

    size_t size;
    char *bytes = lyh_output_take(output, &size);
    g_print("%zu bytes, %.2f s, %.0f MiB at most\n", size,
            seconds_of(&after) - seconds_of(&before), (double)after.ru_maxrss / 1024);
    g_file_set_contents("bench_report.pdf", bytes, (gssize)size, NULL);
    free(bytes);
    lyh_report_free(report);
    return 0;
}
