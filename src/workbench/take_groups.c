#include "routes.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv_edit.h>
#include <lyhord/base/output.h>

#include "../base/autoptr.h"

/* One cell of respondents.csv, written anew; all else of the file stays byte for byte. */

#define MOST_CHARACTERS 100

static size_t find_row(const lyh_csv *csv, const char *id)
{
    for (size_t i = 0; i < lyh_csv_row_count(csv); i++) {
        char *clean = lyh_id_clean(lyh_csv_cell(csv, i, 0));
        bool is_it = strcmp(clean, id) == 0;
        free(clean);
        if (is_it)
            return i;
    }
    return LYH_NONE;
}

static route_reply set_cell(workbench *bench, const char *id, const char *attribute,
                            const char *value)
{
    lyh_error error = { 0 };
    g_autofree char *path =
        g_build_filename(bench->options->study.folder, "respondents.csv", NULL);
    g_autoptr(lyh_csv) csv = lyh_csv_open(path, bench->diags, &error);
    size_t row = csv ? find_row(csv, id) : LYH_NONE;
    size_t column = csv ? lyh_csv_find(csv, attribute) : LYH_NONE;
    if (row == LYH_NONE || column == LYH_NONE || column == 0)
        return route_refuse(bench, 422, "group",
                            N_("this person, or this kind of group, is not in "
                               "respondents.csv; write it there first"));
    g_autoptr(lyh_csv_edit) edit = lyh_csv_edit_new(csv);
    lyh_csv_edit_set(edit, row, column, value);
    return route_keep_edit(bench, path, edit);
}

static route_reply change_group(workbench *bench, const route_call *call)
{
    const char *id = route_text(call, "respondent");
    const char *attribute = route_text(call, "attribute"),
               *value = route_text(call, "value");
    if (!id || !attribute || !value || g_utf8_strlen(value, -1) > MOST_CHARACTERS ||
        strpbrk(value, "\r\n"))
        return route_refuse(bench, 422, "group", N_("say who, and which group"));
    return set_cell(bench, id, attribute, value);
}

route_reply take_group(workbench *bench, const route_call *call)
{
    return route_alone(bench, call, change_group);
}
