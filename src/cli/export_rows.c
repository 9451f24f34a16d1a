#include <string.h>

#include "../table/autoptr.h"
#include "export.h"

/* Strings of @coding with the set's name, where its own row names nobody. */
static lyh_codings *named(const lyh_codings *codings, const char *set)
{
    lyh_codings *with_names = lyh_codings_new();
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        lyh_coding coding = *lyh_codings_at(codings, i);
        bool is_machines = coding.status == LYH_SUGGESTED;
        if (*coding.coder == '\0' && !is_machines)
            coding.coder = set;
        lyh_codings_add(with_names, coding);
    }
    return with_names;
}

static bool write_rows(export_work *work, const lyh_document *document, const char *set,
                       const lyh_codings *codings, void *user)
{
    g_autoptr(lyh_codings) rows = named(codings, set);
    work->codings += lyh_codings_count(rows);
    return lyh_codings_write(user, work->cli->style, rows, document,
                             lyh_study_codebook(work->study),
                             lyh_study_respondents(work->study));
}

bool export_csv(export_work *work, lyh_output *output)
{
    return lyh_codings_write_heading(output, work->cli->style) &&
           export_walk(work, write_rows, NULL, output);
}

/* ---- as a table ---- */

enum {
    DOCUMENT,
    RESPONDENT,
    TURN,
    START,
    END,
    CODE,
    POLARITY,
    STATE,
    TIME,
    STATUS,
    CODER,
    QUOTE,
    MARK,
    OWN
};

static const char *const columns[OWN] = { "document", "respondent", "turn",     "start",
                                          "end",      "code",       "polarity", "state",
                                          "time",     "status",     "coder",    "quote",
                                          "mark" };

static void set_text(lyh_table *table, size_t row, size_t column, const char *text)
{
    if (*text)
        lyh_table_set_cell(table, row, column, lyh_cell_text(text));
}

static void set_person(const export_work *work, lyh_table *table, size_t row, size_t person)
{
    const lyh_respondents *people = lyh_study_respondents(work->study);
    if (person == LYH_NONE)
        return;
    set_text(table, row, RESPONDENT, lyh_respondents_id(people, person));
    for (size_t i = OWN; i < lyh_table_column_count(table); i++)
        set_text(table, row, i, lyh_respondents_value(people, person, i - OWN));
}

static void add_row(const export_work *work, lyh_table *table, const lyh_document *document,
                    const char *set, const lyh_coding *coding)
{
    size_t row = lyh_table_add_row(table);
    g_autofree char *quote =
        g_strndup(lyh_document_text(document) + coding->start, coding->end - coding->start);
    set_text(table, row, DOCUMENT, lyh_document_name(document));
    lyh_table_set_cell(table, row, TURN, lyh_cell_count(coding->turn + 1));
    lyh_table_set_cell(table, row, START,
                       lyh_cell_count(lyh_document_character(document, coding->start)));
    lyh_table_set_cell(table, row, END,
                       lyh_cell_count(lyh_document_character(document, coding->end)));
    set_text(table, row, CODE,
             lyh_codebook_code(lyh_study_codebook(work->study), coding->code)->name);
    set_text(table, row, POLARITY, lyh_polarity_name(coding->polarity));
    set_text(table, row, STATE, lyh_state_name(coding->state));
    set_text(table, row, TIME, lyh_time_name(coding->time));
    set_text(table, row, STATUS, lyh_status_name(coding->status));
    set_text(table, row, CODER, *coding->coder ? coding->coder : set);
    set_text(table, row, QUOTE, quote);
    set_text(table, row, MARK, lyh_mark_name(coding->mark));
    set_person(work, table, row, coding->respondent);
}

static bool add_rows(export_work *work, const lyh_document *document, const char *set,
                     const lyh_codings *codings, void *table)
{
    for (size_t i = 0; i < lyh_codings_count(codings); i++)
        add_row(work, table, document, set, lyh_codings_at(codings, i));
    work->codings += lyh_codings_count(codings);
    return true;
}

lyh_table *export_table(export_work *work)
{
    const lyh_respondents *people = lyh_study_respondents(work->study);
    g_autoptr(lyh_table) table = lyh_table_new("codings");
    for (size_t i = 0; i < OWN; i++)
        lyh_table_add_column(table, columns[i], columns[i]);
    for (size_t i = 0; i < lyh_respondents_attribute_count(people); i++)
        lyh_table_add_column(table, lyh_respondents_attribute(people, i),
                             lyh_respondents_attribute(people, i));
    return export_walk(work, add_rows, NULL, table) ? g_steal_pointer(&table) : NULL;
}
