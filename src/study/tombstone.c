#include "tombstone.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv_write.h>
#include <lyhord/base/output.h>

#define HEADING "kind;target;value;who;reason;date"

bool tombstone_is_there(const table_file *decisions, const char *kind, const char *target)
{
    size_t kinds = decisions ? lyh_csv_find(decisions->csv, "kind|slag") : LYH_NONE;
    size_t targets = decisions ? lyh_csv_find(decisions->csv, "target|mål|mal") : LYH_NONE;
    for (size_t row = 0; decisions && row < lyh_csv_row_count(decisions->csv); row++)
        if (!decisions->goes[row] &&
            strcmp(lyh_csv_cell(decisions->csv, row, kinds), kind) == 0 &&
            strcmp(lyh_csv_cell(decisions->csv, row, targets), target) == 0)
            return true;
    return false;
}

/* The row's cells under the headings of the file, in whatever order people have them. */
static char *row_under(const table_file *decisions, const char *kind, const char *target,
                       const char *day)
{
    size_t kinds = lyh_csv_find(decisions->csv, "kind|slag");
    size_t targets = lyh_csv_find(decisions->csv, "target|mål|mal");
    size_t days = lyh_csv_find(decisions->csv, "date|datum");
    lyh_output *row = lyh_output_to_memory();
    for (size_t i = 0; i < lyh_csv_column_count(decisions->csv); i++) {
        if (i > 0)
            lyh_output_printf(row, "%c", table_file_separator(decisions));
        lyh_csv_write_text(row, i == kinds     ? kind
                                : i == targets ? target
                                : i == days    ? day
                                               : "");
    }
    return lyh_output_take(row, NULL);
}

static char *new_file(const char *kind, const char *target, const char *day, size_t *size)
{
    lyh_output *file = lyh_output_to_memory();
    lyh_output_printf(file, "%s\n%s;", HEADING, kind);
    lyh_csv_write_text(file, target);
    lyh_output_printf(file, ";;;;%s\n", day);
    return lyh_output_take(file, size);
}

void tombstone_plan(study_changes *changes, const char *folder, const table_file *decisions,
                    const char *kind, const char *target, const char *day)
{
    g_autofree char *path = g_build_filename(folder, "decisions.csv", NULL);
    size_t size;
    char *text;
    if (decisions) {
        char *row = tombstone_is_there(decisions, kind, target)
                        ? NULL
                        : row_under(decisions, kind, target, day);
        text = table_file_text(decisions, row, &size);
        free(row);
    } else {
        text = new_file(kind, target, day, &size);
    }
    changes_write(changes, path, text, size);
}
