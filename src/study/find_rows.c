/* The rows of the key that an order writes, one a place. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/output.h>
#include <lyhord/base/same_file.h>
#include <lyhord/study/lock.h>

#include "../base/autoptr.h"
#include "find_order.h"

chosen_find *order_chosen(const order_run *run, guint index)
{
    return &g_array_index(run->chosen, chosen_find, index);
}

bool order_is_as_matched(const char *path, const struct stat *matched)
{
    struct stat now = finds_stat(path);
    return lyh_file_is_same(&now, matched);
}

/* What is to stand in the row of @each; false when it is to have none. */
static bool row_of(const order_run *run, chosen_find *each, proposal_row *row)
{
    const lyh_find *first = order_chosen(run, 0)->find, *find = each->find;
    const lyh_find_order *order = run->order;
    bool is_made = order->decision == LYH_FIND_REPLACE;
    /* who takes what is proposed takes it for each: "Hen" here, "hen" there */
    bool is_proposed = is_made && strcmp(order->replacement, first->proposed) == 0;
    g_free(each->replacement);
    each->replacement = is_made && !is_proposed
                            ? finds_adapt(order->replacement, first->made, find->made)
                            : g_strdup(find->proposed);
    *row = (proposal_row){ .document = each->document,
                           .start = find->start,
                           .end = find->end,
                           .kind = lyh_finding_word(find->kind),
                           .text = find->words,
                           .replacement = each->replacement,
                           .keep = is_made ? PROPOSAL_MADE : PROPOSAL_UNSURE,
                           .text_sha256 = each->sha256 };
    return is_made || order->decision == LYH_FIND_UNSURE;
}

static void add_row(const proposal_rows *rows, lyh_csv_edit *edit, const proposal_row *row)
{
    g_autofree char *start = g_strdup_printf("%zu", row->start);
    g_autofree char *end = g_strdup_printf("%zu", row->end);
    const char *const cells[PROPOSAL_COLUMNS] = {
        [PROPOSAL_DOCUMENT] = row->document,
        [PROPOSAL_START] = start,
        [PROPOSAL_END] = end,
        [PROPOSAL_CLASS] = row->kind,
        [PROPOSAL_TEXT] = row->text,
        [PROPOSAL_REPLACEMENT] = row->replacement,
        [PROPOSAL_KEEP] = row->keep,
        [PROPOSAL_TEXT_SHA256] = row->text_sha256,
    };
    g_autofree const char **line = g_new0(const char *, lyh_csv_column_count(rows->csv));
    for (size_t i = 0; i < PROPOSAL_COLUMNS; i++)
        if (rows->found[i] != LYH_NONE)
            line[rows->found[i]] = cells[i];
    lyh_csv_edit_add(edit, line);
}

static void set_row(const proposal_rows *rows, lyh_csv_edit *edit, size_t index,
                    const proposal_row *row)
{
    g_autofree char *start = g_strdup_printf("%zu", row->start);
    g_autofree char *end = g_strdup_printf("%zu", row->end);
    lyh_csv_edit_set(edit, index, rows->found[PROPOSAL_START], start);
    lyh_csv_edit_set(edit, index, rows->found[PROPOSAL_END], end);
    lyh_csv_edit_set(edit, index, rows->found[PROPOSAL_REPLACEMENT], row->replacement);
    lyh_csv_edit_set(edit, index, rows->found[PROPOSAL_KEEP], row->keep);
    if (rows->found[PROPOSAL_TEXT_SHA256] != LYH_NONE)
        lyh_csv_edit_set(edit, index, rows->found[PROPOSAL_TEXT_SHA256], row->text_sha256);
}

/* The rows of all that is chosen, as they are to be. */
static void edit_rows(order_run *run, const proposal_rows *rows, lyh_csv_edit *edit)
{
    size_t next = lyh_csv_row_count(rows->csv);
    for (guint i = 0; i < run->chosen->len; i++) {
        chosen_find *each = order_chosen(run, i);
        proposal_row row;
        bool is_there = each->find->row != LYH_NONE, has_row = row_of(run, each, &row);
        if (has_row)
            each->row = is_there ? each->find->row : next++;
        if (has_row && is_there)
            set_row(rows, edit, each->row, &row);
        else if (has_row)
            add_row(rows, edit, &row);
        else if (is_there)
            lyh_csv_edit_remove(edit, each->find->row);
        run->is_known &= has_row || !is_there; /* the rows behind one that goes move up */
    }
}

/* The key as it is on the disk now: somebody else may have written in it. */
static bool edit_key(order_run *run, lyh_error *error)
{
    const lyh_finds *finds = run->finds;
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    proposal_rows rows;
    if (!proposal_rows_read(&rows, finds->key, unsaid, error)) {
        proposal_rows_clear(&rows);
        return false;
    }
    if (!run->is_known)
        finds_match_rows(finds, &rows);
    g_autoptr(lyh_csv_edit) edit = lyh_csv_edit_new(rows.csv);
    edit_rows(run, &rows, edit);
    size_t size;
    bool is_same = lyh_csv_edit_count(edit) == 0;
    char *bytes = lyh_csv_edit_bytes(edit, &size);
    bool is_written = is_same || lyh_file_write(finds->key, bytes, size, error);
    free(bytes);
    proposal_rows_clear(&rows);
    return is_written;
}

static bool begin_key(order_run *run, lyh_error *error)
{
    lyh_output *output = lyh_output_to_file(run->finds->key, error);
    if (!output)
        return false;
    proposal_write_heading(output, LYH_CSV_PACKAGE);
    for (guint i = 0; i < run->chosen->len; i++) {
        proposal_row row;
        row_of(run, order_chosen(run, i), &row);
        order_chosen(run, i)->row = i;
        proposal_write(output, LYH_CSV_PACKAGE, &row);
    }
    return lyh_output_close(output, error);
}

/* Is there anything to write: rows that come, or rows that may be there and go? */
static bool concerns_key(const order_run *run)
{
    lyh_find_decision decision = run->order->decision;
    if (!run->finds->key)
        return false;
    return decision == LYH_FIND_REPLACE || decision == LYH_FIND_UNSURE ||
           g_file_test(run->finds->key, G_FILE_TEST_EXISTS);
}

bool order_write_key(order_run *run, lyh_error *error)
{
    lyh_finds *finds = run->finds;
    if (!concerns_key(run))
        return true;
    g_autofree char *folder = g_path_get_dirname(finds->key);
    int lock = lyh_folder_lock(folder, error);
    if (lock < 0)
        return false;
    run->is_known &= order_is_as_matched(finds->key, &finds->key_file);
    bool is_written = g_file_test(finds->key, G_FILE_TEST_EXISTS) ? edit_key(run, error)
                                                                  : begin_key(run, error);
    finds->key_file = finds_stat(finds->key);
    lyh_folder_unlock(lock);
    return is_written;
}
