#include <stdlib.h>
#include <string.h>

#include <lyhord/base/output.h>

#include "../base/autoptr.h"
#include "decision_rows.h"
#include "finds_private.h"
#include "lock.h"

#define MOST_REPLACEMENT 100 /* characters */
#define MOST_REASON 300
#define ACCEPTED "accepted"
#define OPEN_AGAIN "open"

static const char *const words[] = {
    [LYH_FIND_OPEN] = "open",
    [LYH_FIND_REPLACE] = "replace",
    [LYH_FIND_KEEP] = "keep",
    [LYH_FIND_UNSURE] = "unsure",
};

const char *lyh_find_decision_name(lyh_find_decision decision)
{
    return words[decision];
}

bool lyh_find_decision_of(const char *name, lyh_find_decision *decision)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strcmp0(name, words[i]) == 0) {
            *decision = (lyh_find_decision)i;
            return true;
        }
    return false;
}

/* ---- may it be done ---- */

static bool is_line(const char *text, long most)
{
    if (!text || !g_utf8_validate(text, -1, NULL) || g_utf8_strlen(text, -1) > most)
        return false;
    bool is_empty = true;
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_iscntrl(c))
            return false;
        is_empty &= g_unichar_isspace(c);
    }
    return !is_empty;
}

static const char *refuse_texts(const lyh_finds *finds, const lyh_find_order *order)
{
    if (order->decision == LYH_FIND_REPLACE &&
        !is_line(order->replacement, MOST_REPLACEMENT))
        return N_(
            "write what is to stand there instead, at most 100 characters on one line");
    if (order->decision == LYH_FIND_KEEP && !is_line(order->reason, MOST_REASON))
        return N_(
            "say why it may stand there; whoever reads the decisions later wants to know");
    if (!finds->key &&
        (order->decision == LYH_FIND_REPLACE || order->decision == LYH_FIND_UNSURE))
        return N_(
            "the file that says who is who would lie in a study, and no key does; start "
            "the workbench with --key and a file somewhere else");
    return NULL;
}

/* NULL: there is none of that name, in the order's document if it names one. */
static lyh_find *find_called(const lyh_finds *finds, const lyh_find_order *order,
                             const char *id, const char **document)
{
    for (guint i = 0; i < finds->documents->len; i++) {
        const find_document *each = finds_document(finds, i);
        bool is_it = !order->document || strcmp(order->document, each->name) == 0;
        lyh_find *find = is_it ? finds_find_id(each, id) : NULL;
        *document = each->name;
        if (find)
            return find;
    }
    return NULL;
}

const char *lyh_finds_refuse(const lyh_finds *finds, const lyh_find_order *order,
                             bool *is_stale)
{
    const char *document;
    bool may_stay = true;
    *is_stale = order->count == 0;
    for (size_t i = 0; !*is_stale && i < order->count; i++) {
        const lyh_find *find = find_called(finds, order, order->ids[i], &document);
        *is_stale = find == NULL;
        may_stay &= !find || lyh_finding_may_be_accepted(find->kind);
    }
    if (*is_stale)
        return N_("the interview is not as it was when you looked; look at it again");
    if (finds->trouble)
        return finds->trouble;
    if (order->decision == LYH_FIND_KEEP && !may_stay)
        return N_("a personal number can never stay; replace it");
    return refuse_texts(finds, order);
}

/* ---- what is to change ---- */

/* A find that an order is about. */
typedef struct chosen_find {
    const char *document;
    lyh_find *find;
} chosen_find;

static void choose(GArray *chosen, const char *document, lyh_find *find)
{
    const chosen_find each = { document, find };
    g_array_append_val(chosen, each);
}

/* Undecided ones that are like @find. What somebody has said about another place stays. */
static void choose_alike(const lyh_finds *finds, GArray *chosen, const lyh_find *find)
{
    for (guint i = 0; i < finds->documents->len; i++) {
        const find_document *document = finds_document(finds, i);
        for (guint k = 0; k < document->list->len; k++) {
            lyh_find *other = finds_find(document, k);
            if (other != find && other->decision == LYH_FIND_OPEN &&
                strcmp(other->like, find->like) == 0)
                choose(chosen, document->name, other);
        }
    }
}

static GArray *choose_finds(const lyh_finds *finds, const lyh_find_order *order)
{
    GArray *chosen = g_array_new(FALSE, FALSE, sizeof(chosen_find));
    bool is_for_alike = order->is_for_alike && (order->decision == LYH_FIND_REPLACE ||
                                                order->decision == LYH_FIND_UNSURE);
    for (size_t i = 0; i < order->count; i++) {
        const char *document;
        lyh_find *find = find_called(finds, order, order->ids[i], &document);
        choose(chosen, document, find);
    }
    if (is_for_alike)
        choose_alike(finds, chosen, g_array_index(chosen, chosen_find, 0).find);
    return chosen;
}

/* ---- by name: decisions.csv ---- */

static void add_decision(GArray *made, const lyh_find_order *order, const lyh_find *find)
{
    bool accepts = order->decision == LYH_FIND_KEEP;
    for (guint i = 0; i < made->len; i++)
        if (strcmp(g_array_index(made, lyh_decision, i).target, find->target) == 0)
            return;
    const lyh_decision row = { .kind = "finding",
                               .target = find->target,
                               .value = accepts ? ACCEPTED : OPEN_AGAIN,
                               .who = order->who ? order->who : "",
                               .reason = accepts ? order->reason : "",
                               .date = order->date };
    if (find->is_accepted != accepts)
        g_array_append_val(made, row);
}

static bool write_decisions(const lyh_finds *finds, const GArray *made, lyh_error *error)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    g_autoptr(study_changes) changes = changes_new();
    g_autofree char *path = finds_decisions_path(finds);
    g_autoptr(table_file) decisions = NULL;
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        decisions = table_file_open(path, unsaid, error);
        if (!decisions)
            return false;
    }
    decision_rows_plan(changes, finds->folder, decisions,
                       (const lyh_decision *)(const void *)made->data, made->len);
    return changes_make(changes, unsaid, error);
}

static bool decide_by_name(const lyh_finds *finds, const lyh_find_order *order,
                           const GArray *chosen, lyh_error *error)
{
    g_autoptr(GArray) made = g_array_new(FALSE, FALSE, sizeof(lyh_decision));
    for (guint i = 0; i < chosen->len; i++)
        add_decision(made, order, g_array_index(chosen, chosen_find, i).find);
    if (made->len == 0)
        return true;
    int lock = folder_lock(finds->folder, error);
    bool is_written = lock >= 0 && write_decisions(finds, made, error);
    folder_unlock(lock);
    return is_written;
}

/* ---- place by place: the key ---- */

/* What is to stand in the row of @each; false when it is to have none. */
static bool row_of(const lyh_find_order *order, const chosen_find *each,
                   const lyh_find *first, proposal_row *row, char **replacement)
{
    bool is_made = order->decision == LYH_FIND_REPLACE;
    /* who takes what is proposed takes it for each: "Hen" here, "hen" there */
    bool is_proposed = is_made && strcmp(order->replacement, first->proposed) == 0;
    *replacement = is_made && !is_proposed
                       ? finds_adapt(order->replacement, first->made, each->find->made)
                       : g_strdup(each->find->proposed);
    *row = (proposal_row){ .document = each->document,
                           .start = each->find->start,
                           .end = each->find->end,
                           .kind = lyh_finding_word(each->find->kind),
                           .text = each->find->words,
                           .replacement = *replacement,
                           .keep = is_made ? PROPOSAL_MADE : PROPOSAL_UNSURE };
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
}

/* The key as it is now on the disk, with the rows of @chosen as they are to be. */
static bool edit_key(const lyh_finds *finds, const lyh_find_order *order,
                     const GArray *chosen, lyh_error *error)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    proposal_rows rows;
    if (!proposal_rows_read(&rows, finds->key, unsaid, error)) {
        proposal_rows_clear(&rows);
        return false;
    }
    finds_match_rows(finds, &rows);
    g_autoptr(lyh_csv_edit) edit = lyh_csv_edit_new(rows.csv);
    for (guint i = 0; i < chosen->len; i++) {
        const chosen_find *each = &g_array_index(chosen, chosen_find, i);
        g_autofree char *replacement = NULL;
        proposal_row row;
        bool is_there = each->find->row != LYH_NONE;
        bool has_row = row_of(order, each, g_array_index(chosen, chosen_find, 0).find, &row,
                              &replacement);
        if (has_row && is_there)
            set_row(&rows, edit, each->find->row, &row);
        else if (has_row)
            add_row(&rows, edit, &row);
        else if (is_there)
            lyh_csv_edit_remove(edit, each->find->row);
    }
    size_t size;
    bool is_same = lyh_csv_edit_count(edit) == 0;
    char *bytes = lyh_csv_edit_bytes(edit, &size);
    bool is_written = is_same || lyh_file_write(finds->key, bytes, size, error);
    free(bytes);
    proposal_rows_clear(&rows);
    return is_written;
}

static bool begin_key(const lyh_finds *finds, const lyh_find_order *order,
                      const GArray *chosen, lyh_error *error)
{
    lyh_output *output = lyh_output_to_file(finds->key, error);
    if (!output)
        return false;
    proposal_write_heading(output, LYH_CSV_PACKAGE);
    for (guint i = 0; i < chosen->len; i++) {
        g_autofree char *replacement = NULL;
        proposal_row row;
        if (row_of(order, &g_array_index(chosen, chosen_find, i),
                   g_array_index(chosen, chosen_find, 0).find, &row, &replacement))
            proposal_write(output, LYH_CSV_PACKAGE, &row);
    }
    return lyh_output_close(output, error);
}

static bool decide_by_place(const lyh_finds *finds, const lyh_find_order *order,
                            const GArray *chosen, lyh_error *error)
{
    bool wants_rows =
        order->decision == LYH_FIND_REPLACE || order->decision == LYH_FIND_UNSURE;
    if (!finds->key || (!wants_rows && !g_file_test(finds->key, G_FILE_TEST_EXISTS)))
        return true;
    g_autofree char *folder = g_path_get_dirname(finds->key);
    int lock = folder_lock(folder, error);
    if (lock < 0)
        return false;
    bool is_written = g_file_test(finds->key, G_FILE_TEST_EXISTS)
                          ? edit_key(finds, order, chosen, error)
                          : begin_key(finds, order, chosen, error);
    folder_unlock(lock);
    return is_written;
}

/* ---- both ---- */

/* What is let through is let through last, and what is stopped is stopped first. */
static bool write_both(const lyh_finds *finds, const lyh_find_order *order,
                       const GArray *chosen, lyh_error *error)
{
    if (order->decision == LYH_FIND_KEEP)
        return decide_by_place(finds, order, chosen, error) &&
               decide_by_name(finds, order, chosen, error);
    return decide_by_name(finds, order, chosen, error) &&
           decide_by_place(finds, order, chosen, error);
}

typedef struct find_before {
    lyh_find *find;
    lyh_find_decision decision;
} find_before;

static void note_before(void *user, lyh_find *find)
{
    const find_before each = { find, find->decision };
    g_array_append_val((GArray *)user, each);
}

bool lyh_finds_decide(lyh_finds *finds, const lyh_find_order *order,
                      void (*changed)(void *user, const lyh_find *find), void *user,
                      lyh_error *error)
{
    g_autoptr(GArray) before = g_array_new(FALSE, FALSE, sizeof(find_before));
    g_autoptr(GArray) chosen = choose_finds(finds, order);
    finds_each(finds, note_before, before);
    bool is_done = write_both(finds, order, chosen, error);
    finds_match(finds);
    for (guint i = 0; i < before->len; i++) {
        const find_before *each = &g_array_index(before, find_before, i);
        if (each->find->decision != each->decision)
            changed(user, each->find);
    }
    return is_done;
}
