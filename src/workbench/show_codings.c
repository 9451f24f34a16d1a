#include "routes.h"

#include <stdlib.h>

#include "seen.h"

/* A page of the table: what is beyond is asked for when somebody goes on. */
#define MOST_ROWS 500

typedef struct coding_rows {
    json_t *rows;
    size_t from, all;
} coding_rows;

static void add_row(void *user, const lyh_stored_coding *coding)
{
    coding_rows *list = user;
    size_t number = list->all++;
    if (number < list->from || number >= list->from + MOST_ROWS)
        return;
    json_t *row = route_coding(coding);
    json_object_set_new(row, "document", json_string(coding->place.document));
    json_object_set_new(row, "coder", json_string(coding->coder));
    if (strcmp(coding->at, LYH_TIME_UNKNOWN) != 0)
        json_object_set_new(row, "at", json_string(coding->at));
    json_array_append_new(list->rows, row);
}

static route_reply show_list(workbench *bench, const seen_filter *filter, size_t from)
{
    lyh_error error = { 0 };
    coding_rows list = { .rows = json_array(), .from = from };
    if (!seen_visit(bench, filter, add_row, &list, &error)) {
        json_decref(list.rows);
        return route_refuse_journal(bench, &error);
    }
    return route_fine(
        json_pack("{s:o, s:I}", "rows", list.rows, "all", (json_int_t)list.all));
}

route_reply show_codings(workbench *bench, const route_call *call)
{
    const char *from = call->argument(call, "from");
    const seen_filter filter = { .document = call->argument(call, "document"),
                                 .coder = call->argument(call, "coder"),
                                 .code = call->argument(call, "code"),
                                 .polarity = call->argument(call, "polarity") };
    return show_list(bench, &filter, from ? (size_t)g_ascii_strtoull(from, NULL, 10) : 0);
}

route_reply show_statements(workbench *bench, const route_call *call)
{
    const seen_filter filter = { .code = call->argument(call, "code"),
                                 .respondent = call->argument(call, "person") };
    return show_list(bench, &filter, 0);
}
