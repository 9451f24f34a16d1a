#include "versions.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <cairo.h>
#include <cmark.h>
#include <csv.h>
#include <fontconfig/fontconfig.h>
#include <glpk.h>
#include <gsl/gsl_version.h>
#include <hb.h>
#include <jansson.h>
#include <libxml/parser.h>
#include <linear.h>
#include <microhttpd.h>
#include <pango/pango.h>
#include <pcre2.h>
#include <poppler.h>
#include <qpdf/qpdf-c.h>
#include <sqlite3.h>
#include <stdio.h>
#include <utf8proc.h>
#include <xlsxwriter.h>
#include <zip.h>
#include <zlib.h>

#include "version.h"

static void tell(const char *library, const char *version)
{
    printf("  %-14s %s\n", library, version);
}

/* "2.9.14" of 20914, as fontconfig and libxml2 count. */
static void tell_number(const char *library, int number)
{
    g_autofree char *version =
        g_strdup_printf("%d.%d.%d", number / 10000, number / 100 % 100, number % 100);
    tell(library, version);
}

static void tell_built(const lyh_cli *cli, const char *library, const char *version)
{
    g_autofree char *said = g_strdup_printf(
        /* of a library that cannot say its version: the one that was there at the time */
        lyh_tr(cli->messages, "%s when lyhord was built"), version);
    tell(library, said);
}

static void tell_those_of_text(const lyh_cli *cli)
{
    char pcre2[64] = "";
    pcre2_config(PCRE2_CONFIG_VERSION, pcre2);
    tell("cmark", cmark_version_string());
    g_autofree char *glib = g_strdup_printf("%u.%u.%u", glib_major_version,
                                            glib_minor_version, glib_micro_version);
    tell("GLib", glib);
    tell_built(cli, "hunspell", LYHORD_HUNSPELL);
    tell("jansson", jansson_version_str());
    g_autofree char *csv = g_strdup_printf("%d.%d.%d", CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
    tell_built(cli, "libcsv", csv);
    tell_number("libxml2", (int)g_ascii_strtoll(xmlParserVersion, NULL, 10));
    tell("libzip", zip_libzip_version());
    tell("PCRE2", pcre2);
    tell("utf8proc", utf8proc_version());
}

static void tell_those_of_numbers(void)
{
    tell("GLPK", glp_version());
    tell("GSL", gsl_version);
    g_autofree char *linear =
        g_strdup_printf("%d.%02d", liblinear_version / 100, liblinear_version % 100);
    tell("liblinear", linear);
    tell("libxlsxwriter", lxw_version());
    tell("SQLite", sqlite3_libversion());
}

static void tell_those_of_paper(void)
{
    tell("cairo", cairo_version_string());
    tell_number("fontconfig", FcGetVersion());
    tell("HarfBuzz", hb_version_string());
    tell("libmicrohttpd", MHD_get_version());
    tell("Pango", pango_version_string());
    tell("poppler", poppler_get_version());
    tell("qpdf", qpdf_get_qpdf_version());
    tell("zlib", zlibVersion());
}

int versions_print(const lyh_cli *cli)
{
    printf("lyhord %s\n", LYHORD_VERSION);
    tell_those_of_text(cli);
    tell_those_of_numbers();
    tell_those_of_paper();
    g_autofree char *words = g_strconcat(cli_dictionary(), ".dic", NULL);
    tell("hunspell-sv",
         g_file_test(words, G_FILE_TEST_EXISTS)
             ? words
             : lyh_tr(cli->messages, "is not installed; install hunspell-sv"));
    return fflush(stdout) == 0 ? EXIT_FINE : EXIT_IO;
}
