/* What has been decided, as key and decisions.csv say. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/diags.h>

#include "../base/autoptr.h"
#include "../coding/autoptr.h"
#include "finds_private.h"

char *finds_decisions_path(const lyh_finds *finds)
{
    return g_build_filename(finds->folder, "decisions.csv", NULL);
}

/* ---- which row is which find ---- */

static char *place_key(const char *document, size_t start, size_t end, const char *text)
{
    return g_strdup_printf("%s\n%zu\n%zu\n%s", document, start, end, text);
}

static char *words_key(const char *document, const char *kind, const char *text)
{
    return g_strdup_printf("%s\n%s\n%s", document, kind, text);
}

static GHashTable *new_lists(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                 (GDestroyNotify)g_array_unref);
}

static void add_to_list(GHashTable *lists, char *key, gpointer item)
{
    GArray *list = g_hash_table_lookup(lists, key);
    if (!list) {
        list = g_array_new(FALSE, FALSE, sizeof(gpointer));
        g_hash_table_insert(lists, g_strdup(key), list);
    }
    g_array_append_val(list, item);
    g_free(key);
}

/* Is the row of this very text, as far as it says? In another, its place may be other words'. */
static bool is_of_text(const proposal_rows *rows, size_t row, const char *sha256)
{
    const char *said = proposal_cell(rows, row, PROPOSAL_TEXT_SHA256);
    return *said == '\0' || strcmp(said, sha256) == 0;
}

static void match_by_place(const lyh_finds *finds, const proposal_rows *rows,
                           GHashTable *by_place, bool *is_given)
{
    for (guint i = 0; i < finds->documents->len; i++) {
        const find_document *document = finds_document(finds, i);
        for (guint k = 0; k < document->list->len; k++) {
            lyh_find *find = finds_find(document, k);
            g_autofree char *key =
                place_key(document->name, find->start, find->end, find->words);
            gpointer row;
            find->row = LYH_NONE;
            if (!g_hash_table_lookup_extended(by_place, key, NULL, &row) ||
                !is_of_text(rows, GPOINTER_TO_SIZE(row), document->sha256))
                continue;
            find->row = GPOINTER_TO_SIZE(row);
            is_given[find->row] = true;
        }
    }
}

/* Rows of the very text that its document has stay where they are: what stands elsewhere in it is other words. */
static bool is_of_its_text(const lyh_finds *finds, const proposal_rows *rows, size_t row,
                           GHashTable *numbers)
{
    size_t index = finds_number_of(numbers, proposal_cell(rows, row, PROPOSAL_DOCUMENT));
    return index != LYH_NONE && strcmp(proposal_cell(rows, row, PROPOSAL_TEXT_SHA256),
                                       finds_document(finds, index)->sha256) == 0;
}

/* Where as many rows are left of some words as finds, they are the same, in their order. */
static void match_by_words(const lyh_finds *finds, const proposal_rows *rows,
                           const bool *is_given)
{
    g_autoptr(GHashTable) left = new_lists();
    g_autoptr(GHashTable) without = new_lists();
    g_autoptr(GHashTable) numbers = finds_numbers(finds);
    for (size_t row = 0; row < lyh_csv_row_count(rows->csv); row++)
        if (!is_given[row] && !is_of_its_text(finds, rows, row, numbers))
            add_to_list(left,
                        words_key(proposal_cell(rows, row, PROPOSAL_DOCUMENT),
                                  proposal_cell(rows, row, PROPOSAL_CLASS),
                                  proposal_cell(rows, row, PROPOSAL_TEXT)),
                        GSIZE_TO_POINTER(row));
    for (guint i = 0; i < finds->documents->len; i++) {
        const find_document *document = finds_document(finds, i);
        for (guint k = 0; k < document->list->len; k++) {
            lyh_find *find = finds_find(document, k);
            if (find->row == LYH_NONE)
                add_to_list(
                    without,
                    words_key(document->name, lyh_finding_word(find->kind), find->words),
                    find);
        }
    }
    GHashTableIter iter;
    gpointer key, value;
    g_hash_table_iter_init(&iter, left);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        const GArray *lines = value, *same = g_hash_table_lookup(without, key);
        for (guint i = 0; same && same->len == lines->len && i < same->len; i++)
            g_array_index(same, lyh_find *, i)->row =
                GPOINTER_TO_SIZE(g_array_index(lines, gpointer, i));
    }
}

void finds_match_rows(const lyh_finds *finds, const proposal_rows *rows)
{
    size_t count = lyh_csv_row_count(rows->csv);
    g_autofree bool *is_given = g_new0(bool, count + 1);
    g_autoptr(GHashTable) by_place =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t row = 0; row < count; row++) {
        size_t start, end;
        if (proposal_number(rows, row, PROPOSAL_START, &start) &&
            proposal_number(rows, row, PROPOSAL_END, &end))
            g_hash_table_insert(by_place,
                                place_key(proposal_cell(rows, row, PROPOSAL_DOCUMENT),
                                          start, end,
                                          proposal_cell(rows, row, PROPOSAL_TEXT)),
                                GSIZE_TO_POINTER(row));
    }
    match_by_place(finds, rows, by_place, is_given);
    match_by_words(finds, rows, is_given);
}

/* ---- what they say ---- */

static void clear_decision(void *user, lyh_find *find)
{
    const accepted_findings *accepted = user;
    find->is_accepted = lyh_finding_may_be_accepted(find->kind) &&
                        accepted_findings_have(accepted, find->target);
    find->decision = find->is_accepted ? LYH_FIND_KEEP : LYH_FIND_OPEN;
    g_clear_pointer(&find->replacement, g_free);
    find->row = LYH_NONE;
}

static void take_row(void *user, lyh_find *find)
{
    static const lyh_find_decision decisions[] = {
        [PROPOSAL_IS_MADE] = LYH_FIND_REPLACE,
        [PROPOSAL_IS_UNSURE] = LYH_FIND_UNSURE,
        [PROPOSAL_IS_KEPT] = LYH_FIND_KEEP,
    };
    const proposal_rows *rows = user;
    if (find->row == LYH_NONE)
        return;
    proposal_word says = proposal_says(rows, find->row);
    if (says == PROPOSAL_IS_OPEN)
        return;
    find->decision = decisions[says];
    if (says == PROPOSAL_IS_MADE)
        find->replacement = g_strdup(proposal_cell(rows, find->row, PROPOSAL_REPLACEMENT));
}

/* False: it is there, and cannot be read. */
static bool take_decisions(lyh_finds *finds)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    g_autofree char *path = finds_decisions_path(finds);
    lyh_error error = { 0 };
    finds->decisions_file = finds_stat(path);
    bool is_there = g_file_test(path, G_FILE_TEST_EXISTS);
    g_autoptr(lyh_source) source =
        is_there ? lyh_source_read(path, LYH_SOURCE_TABLE, unsaid, &error) : NULL;
    g_autoptr(lyh_decisions) decisions = source ? lyh_decisions_read(source, unsaid) : NULL;
    g_autoptr(accepted_findings) accepted = accepted_findings_new(decisions);
    finds_each(finds, clear_decision, accepted);
    return !is_there || decisions;
}

static bool take_key(lyh_finds *finds)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    finds->key_file = finds_stat(finds->key);
    if (!finds->key || !g_file_test(finds->key, G_FILE_TEST_EXISTS))
        return true;
    proposal_rows rows;
    bool is_read = proposal_rows_read(&rows, finds->key, unsaid, &error);
    is_read = is_read && rows.found[PROPOSAL_KEEP] != LYH_NONE;
    if (is_read) {
        finds_match_rows(finds, &rows);
        finds_each(finds, take_row, &rows);
    }
    proposal_rows_clear(&rows);
    return is_read;
}

void finds_match(lyh_finds *finds)
{
    finds->trouble = NULL;
    if (!take_decisions(finds))
        finds->trouble =
            N_("decisions.csv cannot be read; lyhord check says why. Mend it first");
    if (!take_key(finds))
        finds->trouble =
            N_("the key, the file with what is to stand instead, cannot be read as a "
               "proposal of lyhord anonymize; mend it, or move it away");
    finds_offer(finds);
}
