#include <lyhord/codebook/code_merge.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv_edit.h>
#include <lyhord/base/text.h>

#include "../base/autoptr.h"
#include "autoptr.h"
#include "code_merge_private.h"

bool lyh_code_merge_takes(const lyh_code_merge *merge, size_t code)
{
    for (size_t i = 0; i < merge->count; i++)
        if (merge->codes[i] == code)
            return true;
    return code == merge->into;
}

static bool has_rules(const lyh_codebook *book, size_t code, bool of_exceptions)
{
    for (size_t i = 0; i < lyh_codebook_rule_count(book, code); i++)
        if ((lyh_codebook_rule_column(book, code, i) == LYH_RULES_EXCEPT) == of_exceptions)
            return true;
    return false;
}

bool lyh_code_merge_unites_exceptions(const lyh_codebook *book, const lyh_code_merge *merge)
{
    for (size_t i = 0; i <= merge->count; i++)
        for (size_t k = 0; k <= merge->count; k++) {
            size_t one = i < merge->count ? merge->codes[i] : merge->into;
            size_t two = k < merge->count ? merge->codes[k] : merge->into;
            if (one != two && has_rules(book, one, true) && has_rules(book, two, false))
                return true;
        }
    return false;
}

bool code_merge_moves(const code_merging *work, size_t code)
{
    const lyh_code_merge *merge = work->merge;
    return lyh_code_merge_takes(merge, code) &&
           strcmp(lyh_codebook_code(work->book, code)->name, merge->name) != 0;
}

static void set_cell(code_merging *work, size_t code, lyh_field field, const char *text)
{
    size_t column = lyh_codebook_column(work->book, field);
    const char *now = lyh_codebook_cell(work->book, code, field);
    if (column != LYH_NONE && strcmp(now, text) != 0)
        lyh_csv_edit_set(work->edit, lyh_codebook_code(work->book, code)->row, column,
                         text);
}

/* ---- what is said of the code ---- */

/* "what stands there", then on a line of its own "från X: what X says"; what is said already not twice. */
static void join_text(code_merging *work, lyh_field field)
{
    const lyh_code_merge *merge = work->merge;
    g_autoptr(GString) joined =
        g_string_new(lyh_codebook_cell(work->book, merge->into, field));
    g_autoptr(GHashTable) said =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add(said, g_strstrip(g_strdup(joined->str)));
    for (size_t i = 0; i < merge->count; i++) {
        size_t code = merge->codes[i];
        char *text = g_strstrip(g_strdup(lyh_codebook_cell(work->book, code, field)));
        if (*text && !g_hash_table_contains(said, text)) {
            g_string_append(joined, joined->len ? "\n" : "");
            g_string_append_printf(joined, lyh_tr(merge->catalog, "from %s: %s"),
                                   lyh_codebook_code(work->book, code)->name, text);
        }
        g_hash_table_add(said, text);
    }
    set_cell(work, merge->into, field, joined->str);
}

static void join_colour(code_merging *work)
{
    const lyh_code_merge *merge = work->merge;
    const char *colour = lyh_codebook_code(work->book, merge->into)->colour;
    for (size_t i = 0; *colour == '\0' && i < merge->count; i++)
        colour = lyh_codebook_code(work->book, merge->codes[i])->colour;
    if (*lyh_codebook_cell(work->book, merge->into, LYH_FIELD_COLOUR) == '\0')
        set_cell(work, merge->into, LYH_FIELD_COLOUR, colour);
}

/* ---- what is above and below it ---- */

static void add_parents(const code_merging *work, size_t code, bool is_joined,
                        GHashTable *seen, GString *names)
{
    size_t count;
    const size_t *parents = lyh_codebook_parents(work->book, code, &count);
    for (size_t i = 0; i < count; i++) {
        bool is_own = lyh_code_merge_takes(work->merge, parents[i]);
        size_t parent = is_own ? work->merge->into : parents[i];
        if ((is_own && is_joined) || !g_hash_table_add(seen, GSIZE_TO_POINTER(parent)))
            continue;
        g_string_append_printf(names, "%s%s", names->len ? "|" : "",
                               is_own ? work->merge->name
                                      : lyh_codebook_code(work->book, parent)->name);
    }
}

static bool has_moving_parent(const code_merging *work, size_t code)
{
    size_t count;
    const size_t *parents = lyh_codebook_parents(work->book, code, &count);
    for (size_t i = 0; i < count; i++)
        if (code_merge_moves(work, parents[i]))
            return true;
    return false;
}

static void join_parents(code_merging *work)
{
    const lyh_code_merge *merge = work->merge;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_autoptr(GString) names = g_string_new(NULL);
    add_parents(work, merge->into, true, seen, names);
    guint own = g_hash_table_size(seen);
    for (size_t i = 0; i < merge->count; i++)
        add_parents(work, merge->codes[i], true, seen, names);
    if (g_hash_table_size(seen) > own || has_moving_parent(work, merge->into))
        set_cell(work, merge->into, LYH_FIELD_PARENT, names->str);
}

static void move_children(code_merging *work)
{
    for (size_t code = 0; code < lyh_codebook_count(work->book); code++) {
        if (lyh_code_merge_takes(work->merge, code) || !has_moving_parent(work, code))
            continue;
        g_autoptr(GHashTable) seen = g_hash_table_new(g_direct_hash, g_direct_equal);
        g_autoptr(GString) names = g_string_new(NULL);
        add_parents(work, code, false, seen, names);
        set_cell(work, code, LYH_FIELD_PARENT, names->str);
    }
}

/* ---- rules ---- */

static void rewrite_others(code_merging *work)
{
    for (size_t code = 0; code < lyh_codebook_count(work->book); code++)
        for (lyh_field field = LYH_FIELD_RULES;
             field < LYH_FIELD_PATTERNS && !lyh_code_merge_takes(work->merge, code);
             field++) {
            g_autofree char *cell = code_merge_rules(work, code, field);
            set_cell(work, code, field, cell);
        }
}

/* The lines of @cell that are new to @lines, behind @joined, below a comment that says whose they are. */
static void add_lines(GString *joined, GHashTable *lines, const char *cell,
                      const char *comment)
{
    g_auto(GStrv) all = g_strsplit(cell, "\n", -1);
    bool is_said = !comment;
    for (char **line = all; *line; line++) {
        g_autofree char *key = g_strstrip(g_strdup(*line));
        if (!*key || g_hash_table_contains(lines, key))
            continue;
        g_hash_table_add(lines, g_steal_pointer(&key));
        if (!is_said)
            g_string_append_printf(joined, "%s# %s", joined->len ? "\n" : "", comment);
        g_string_append_printf(joined, "%s%s", joined->len ? "\n" : "", *line);
        is_said = true;
    }
}

static void join_rules(code_merging *work, lyh_field field)
{
    const lyh_code_merge *merge = work->merge;
    g_autofree char *own = code_merge_rules(work, merge->into, field);
    g_autoptr(GString) joined = g_string_new(NULL);
    g_autoptr(GHashTable) lines =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    add_lines(joined, lines, own, NULL);
    guint before = g_hash_table_size(lines);
    for (size_t i = 0; i < merge->count; i++) {
        g_autofree char *cell = code_merge_rules(work, merge->codes[i], field);
        g_autofree char *comment =
            g_strdup_printf(lyh_tr(merge->catalog, "from %s"),
                            lyh_codebook_code(work->book, merge->codes[i])->name);
        add_lines(joined, lines, cell, field == LYH_FIELD_PATTERNS ? NULL : comment);
    }
    bool is_more = g_hash_table_size(lines) > before;
    set_cell(work, merge->into, field, is_more ? joined->str : own);
}

/* ---- the whole ---- */

static void join(code_merging *work)
{
    const lyh_code_merge *merge = work->merge;
    set_cell(work, merge->into, LYH_FIELD_CODE, merge->name);
    join_parents(work);
    move_children(work);
    join_colour(work);
    for (lyh_field field = LYH_FIELD_DEFINITION; field <= LYH_FIELD_EXAMPLE; field++)
        join_text(work, field);
    for (lyh_field field = LYH_FIELD_RULES; field <= LYH_FIELD_PATTERNS; field++)
        join_rules(work, field);
    rewrite_others(work);
    for (size_t i = 0; i < merge->count; i++)
        lyh_csv_edit_remove(work->edit,
                            lyh_codebook_code(work->book, merge->codes[i])->row);
}

/* What is written must be read again by everyone: errors are told as of the file to be. */
static bool is_codebook(const code_merging *work, const char *bytes, size_t size,
                        lyh_diags *diags)
{
    g_autoptr(lyh_diags) told = lyh_diags_new(lyh_diags_catalog(diags));
    const char *name = lyh_source_name(lyh_csv_source(lyh_codebook_csv(work->book)));
    g_autofree char *to_be =
        g_strdup_printf(lyh_tr(lyh_diags_catalog(diags), "%s, joined"), name);
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes(to_be, LYH_SOURCE_TABLE, bytes, size, told);
    lyh_csv *csv = source ? lyh_csv_read(source, told) : NULL;
    g_autoptr(lyh_codebook) book = csv ? lyh_codebook_read(csv, told) : NULL;
    if (book)
        return true;
    lyh_csv_free(csv);
    for (size_t i = 0; i < lyh_diags_count(told); i++)
        if (lyh_diags_at(told, i)->severity == LYH_SERIOUS)
            lyh_diags_error(diags, "merge-result", lyh_place_file(to_be),
                            "the codes cannot be joined: %s",
                            lyh_diags_at(told, i)->message);
    return false;
}

char *lyh_codebook_merged(const lyh_codebook *book, const lyh_code_merge *merge,
                          size_t *size, lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(lyh_csv_edit) edit = lyh_csv_edit_new(lyh_codebook_csv(book));
    code_merging work = { book, merge, edit, diags };
    join(&work);
    if (lyh_diags_error_count(diags) > errors)
        return NULL;
    char *bytes = lyh_csv_edit_bytes(edit, size);
    if (is_codebook(&work, bytes, *size, diags))
        return bytes;
    free(bytes);
    return NULL;
}
