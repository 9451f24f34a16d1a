/**
 * A codings file written in a test, anchored in a talk, and shown as lines to compare.
 */
#ifndef LYHORD_TESTS_CODING_CODINGS_FILE_H
#define LYHORD_TESTS_CODING_CODINGS_FILE_H

#include <stdlib.h>

#include <lyhord/coding/codings_csv.h>

#include "coded.h"

/** A codings file as text; NULL with diagnostics in the kit when it is refused. */
static inline lyh_codings_file *file_of(coder_kit *kit, const char *csv_text,
                                        lyh_source **source)
{
    *source = lyh_source_from_bytes("mira.csv", LYH_SOURCE_TABLE, csv_text,
                                    strlen(csv_text), kit->diags);
    lyh_csv *csv = lyh_csv_read(*source, kit->diags);
    g_assert_nonnull(csv);
    lyh_codings_file *file = lyh_codings_file_read(csv, kit->book, kit->diags);
    if (!file)
        lyh_csv_free(csv);
    return file;
}

/** All diagnostics as "line:column code" joined by "; ". */
static inline char *problems(const coder_kit *kit)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < lyh_diags_count(kit->diags); i++) {
        const lyh_diag *diag = lyh_diags_at(kit->diags, i);
        g_string_append_printf(out, "%s%zu:%zu %s", i > 0 ? "; " : "", diag->line,
                               diag->column, diag->code);
    }
    return g_string_free(out, FALSE);
}

#endif
