#include "versions.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <cmark.h>
#include <csv.h>
#include <glpk.h>
#include <gsl/gsl_version.h>
#include <jansson.h>
#include <libxml/parser.h>
#include <pcre2.h>
#include <sqlite3.h>
#include <stdio.h>
#include <utf8proc.h>
#include <zip.h>
#include <zlib.h>

#include "late_linear.h"
#include "late_microhttpd.h"
#include "late_nettle.h"
#include "late_pango.h"
#include "late_poppler.h"
#include "late_qpdf.h"
#include "late_xlsxwriter.h"
#include "version.h"

static void tell(FILE *out, const char *library, const char *version)
{
    fprintf(out, "  %-14s %s\n", library, version);
}

/* "2.9.14" of 20914, as fontconfig and libxml2 count. */
static void tell_number(FILE *out, const char *library, int number)
{
    g_autofree char *version =
        g_strdup_printf("%d.%d.%d", number / 10000, number / 100 % 100, number % 100);
    tell(out, library, version);
}

static void tell_built(FILE *out, const lyh_cli *cli, const char *library,
                       const char *version)
{
    g_autofree char *said = g_strdup_printf(
        /* of a library that cannot say its version: the one that was there at the time */
        lyh_tr(cli->messages, "%s when lyhord was built"), version);
    tell(out, library, said);
}

static void tell_those_of_text(FILE *out, const lyh_cli *cli)
{
    char pcre2[64] = "";
    pcre2_config(PCRE2_CONFIG_VERSION, pcre2);
    tell(out, "cmark", cmark_version_string());
    g_autofree char *glib = g_strdup_printf("%u.%u.%u", glib_major_version,
                                            glib_minor_version, glib_micro_version);
    tell(out, "GLib", glib);
    tell_built(out, cli, "hunspell", LYHORD_HUNSPELL);
    tell(out, "jansson", jansson_version_str());
    g_autofree char *csv = g_strdup_printf("%d.%d.%d", CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
    tell_built(out, cli, "libcsv", csv);
    tell_number(out, "libxml2", (int)g_ascii_strtoll(xmlParserVersion, NULL, 10));
    tell(out, "libzip", zip_libzip_version());
    g_autofree char *nettle =
        g_strdup_printf("%d.%d", nettle_version_major(), nettle_version_minor());
    tell(out, "Nettle", nettle);
    tell(out, "PCRE2", pcre2);
    tell(out, "utf8proc", utf8proc_version());
}

static void tell_those_of_numbers(FILE *out)
{
    tell(out, "GLPK", glp_version());
    tell(out, "GSL", gsl_version);
    g_autofree char *linear =
        g_strdup_printf("%d.%02d", liblinear_version / 100, liblinear_version % 100);
    tell(out, "liblinear", linear);
    tell(out, "libxlsxwriter", lxw_version());
    tell(out, "SQLite", sqlite3_libversion());
}

static void tell_those_of_paper(FILE *out)
{
    tell(out, "cairo", cairo_version_string());
    tell_number(out, "fontconfig", FcGetVersion());
    tell(out, "HarfBuzz", hb_version_string());
    tell(out, "libmicrohttpd", MHD_get_version());
    tell(out, "Pango", pango_version_string());
    tell(out, "poppler", poppler_get_version());
    tell(out, "qpdf", qpdf_get_qpdf_version());
    tell(out, "zlib", zlibVersion());
}

void versions_write(FILE *out, const lyh_cli *cli)
{
    fprintf(out, "lyhord %s\n", LYHORD_VERSION);
    tell_those_of_text(out, cli);
    tell_those_of_numbers(out);
    tell_those_of_paper(out);
}

int versions_print(const lyh_cli *cli)
{
    versions_write(stdout, cli);
    g_autofree char *words = g_strconcat(cli_dictionary(), ".dic", NULL);
    tell(stdout, "hunspell-sv",
         g_file_test(words, G_FILE_TEST_EXISTS)
             ? words
             : lyh_tr(cli->messages, "is not installed; install hunspell-sv"));
    return fflush(stdout) == 0 ? EXIT_FINE : EXIT_IO;
}
