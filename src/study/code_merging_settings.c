/*
 * What else names codes that become one: the typology of lyhord.ini, the themes of the guide, and the figures
 * somebody let be shown. [order] and [groups] name attributes, and no codes.
 */
#include <stdlib.h>
#include <string.h>

#include "code_merging_private.h"
#include "decision_rows.h"

/* What @name is called from now on; @name itself when it stays. Lent. */
static const char *new_name(const lyh_code_merging *merging, const char *name)
{
    return code_merging_code(merging, name) == LYH_NONE ? name : merging->merge->name;
}

char *code_merging_list(const lyh_code_merging *merging, const char *list)
{
    g_auto(GStrv) names = g_strsplit(list, "|", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    bool is_changed = false;
    for (char **name = names; *name; name++) {
        const char *now = new_name(merging, g_strstrip(*name));
        bool is_there = false;
        for (guint i = 0; i < kept->len; i++)
            is_there |= strcmp(kept->pdata[i], now) == 0;
        is_changed |= strcmp(now, *name) != 0;
        if (!is_there && *now)
            g_ptr_array_add(kept, (char *)now);
    }
    g_ptr_array_add(kept, NULL);
    return is_changed ? g_strjoinv(" | ", (char **)kept->pdata) : NULL;
}

/* ---- the typology ---- */

/* lyhord.ini while its lines are written anew. */
typedef struct settings_merging {
    const lyh_code_merging *merging;
    GHashTable *cells; /* char *: keys of cells that stand already */
    GString *text;
    size_t changed;
} settings_merging;

/* "ROW + COLUMN" with new names; as it stands when no + parts it into two codes. g_free(). */
static char *new_cell(const settings_merging *work, const char *key, bool *is_changed)
{
    const lyh_codebook *book = work->merging->study->codebook;
    for (const char *plus = strchr(key, '+'); plus; plus = strchr(plus + 1, '+')) {
        g_autofree char *row = g_strstrip(g_strndup(key, (size_t)(plus - key)));
        g_autofree char *column = g_strstrip(g_strdup(plus + 1));
        if (lyh_codebook_find(book, row) == LYH_NONE ||
            lyh_codebook_find(book, column) == LYH_NONE)
            continue;
        const char *names[] = { new_name(work->merging, row),
                                new_name(work->merging, column) };
        *is_changed = strcmp(names[0], row) != 0 || strcmp(names[1], column) != 0;
        return g_strconcat(names[0], " + ", names[1], NULL);
    }
    return g_strdup(key);
}

static void write_line(settings_merging *work, const char *key, const char *value)
{
    g_string_append_printf(work->text, "%s = %s", key, value);
    work->changed++;
}

/* Of two cells that become one the later text is kept as a comment: somebody wrote it. */
static void take_cell(settings_merging *work, const char *line, const char *key,
                      const char *value)
{
    bool is_changed = false;
    g_autofree char *cell = new_cell(work, key, &is_changed);
    if (!g_hash_table_add(work->cells, g_strdup(cell))) {
        g_string_append(work->text, "# ");
        write_line(work, cell, value);
    } else if (is_changed) {
        write_line(work, cell, value);
    } else {
        g_string_append(work->text, line);
    }
}

static void take_line(settings_merging *work, const char *line)
{
    const char *sign = strchr(line, '=');
    g_autofree char *key =
        sign ? g_strstrip(g_strndup(line, (size_t)(sign - line))) : g_strdup("");
    g_autofree char *value = sign ? g_strstrip(g_strdup(sign + 1)) : g_strdup("");
    if (!sign || *key == '#' || strcmp(key, "title") == 0) {
        g_string_append(work->text, line);
        return;
    }
    if (strcmp(key, "rows") != 0 && strcmp(key, "columns") != 0) {
        take_cell(work, line, key, value);
        return;
    }
    g_autofree char *list = code_merging_list(work->merging, value);
    if (list)
        write_line(work, key, list);
    else
        g_string_append(work->text, line);
}

/* Line by line, and all outside [typology] byte for byte. */
static void take_lines(settings_merging *work, const char *text)
{
    bool is_typology = false;
    for (const char *at = text; *at;) {
        const char *end = at + strcspn(at, "\n");
        bool has_return = end > at && end[-1] == '\r';
        g_autofree char *line = g_strndup(at, (size_t)(end - at) - has_return);
        g_autofree char *bare = g_strstrip(g_strdup(line));
        if (*bare == '[')
            is_typology = strcmp(bare, "[typology]") == 0;
        if (is_typology && *bare != '[')
            take_line(work, line);
        else
            g_string_append(work->text, line);
        g_string_append(work->text, has_return ? "\r" : "");
        g_string_append(work->text, *end ? "\n" : "");
        at = *end ? end + 1 : end;
    }
}

bool code_merging_settings(const lyh_code_merging *merging, lyh_error *error)
{
    g_autofree char *path = study_path(merging->study, "lyhord.ini");
    lyh_bytes bytes = { 0 };
    if (!path)
        return true;
    if (!lyh_file_read(path, LYH_MAX_TABLE, &bytes, error))
        return false;
    g_autofree char *text = g_strndup(bytes.data, bytes.size);
    free(bytes.data);
    g_autoptr(GHashTable) cells =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    settings_merging work = { merging, cells, g_string_new(NULL), 0 };
    take_lines(&work, text);
    if (work.changed > 0) {
        code_merging_tell(merging, N_("lines with another code in"), "lyhord.ini", 0,
                          work.changed);
        size_t size = work.text->len;
        char *made = malloc(size + 1);
        g_assert(made);
        memcpy(made, work.text->str, size + 1);
        changes_write(merging->changes, path, made, size);
    }
    g_string_free(work.text, TRUE);
    return true;
}

/* ---- figures that somebody let be shown ---- */

/* Whose persons may be others now: the codes that become one, and those above them. */
static bool is_another_figure(const lyh_code_merging *merging, size_t code)
{
    const lyh_codebook *book = merging->study->codebook;
    const lyh_code_merge *merge = merging->merge;
    bool is_another = merge->count > 0 && lyh_codebook_is_within(book, merge->into, code);
    for (size_t i = 0; i < merge->count; i++)
        is_another |= lyh_codebook_is_within(book, merge->codes[i], code);
    return is_another;
}

/* "väntan.minus@Övriga (norr, söder)": the longest code that it begins with, and what follows. */
static size_t code_of_figure(const lyh_codebook *book, const char *target,
                             const char **rest)
{
    size_t found = LYH_NONE, longest = 0;
    for (size_t i = 0; i < lyh_codebook_count(book); i++) {
        const char *name = lyh_codebook_code(book, i)->name;
        size_t size = strlen(name);
        if (size < longest || strncmp(target, name, size) != 0 ||
            (target[size] != '.' && target[size] != '@'))
            continue;
        found = i;
        longest = size;
        *rest = target + size;
    }
    return found;
}

void code_merging_figures(const lyh_code_merging *merging, table_file *decisions)
{
    size_t kinds = lyh_csv_find(decisions->csv, "kind|slag");
    size_t targets = lyh_csv_find(decisions->csv, "target|mål|mal");
    size_t values = lyh_csv_find(decisions->csv, "value|värde|varde");
    size_t lapsed = 0, renamed = 0;
    for (size_t row = 0; row < lyh_csv_row_count(decisions->csv); row++) {
        g_autofree char *kind = decision_rows_cell(decisions, row, kinds);
        g_autofree char *target = decision_rows_cell(decisions, row, targets);
        g_autofree char *value = decision_rows_cell(decisions, row, values);
        const char *rest = "";
        size_t code = code_of_figure(merging->study->codebook, target, &rest);
        if (strcmp(kind, "cell") != 0 || code == LYH_NONE || strcmp(value, "accepted") != 0)
            continue;
        if (is_another_figure(merging, code)) {
            lyh_csv_edit_set(decisions->edit, row, values, "lapsed");
            lapsed++;
        } else if (lyh_code_merge_takes(merging->merge, code)) {
            g_autofree char *now = g_strconcat(merging->merge->name, rest, NULL);
            lyh_csv_edit_set(decisions->edit, row, targets, now);
            renamed++;
        }
    }
    if (renamed > 0)
        code_merging_tell(merging, N_("accepted figures with another code in"),
                          "decisions.csv", 0, renamed);
    if (lapsed == 0)
        return;
    code_merging_tell(merging, N_("accepted figures that must be looked at anew in"),
                      "decisions.csv", 0, lapsed);
    lyh_table_add_note(
        merging->table,
        lyh_tr(merging->study->options.catalog,
               "A figure that was accepted for a small group is another one "
               "when codes are joined: its row in decisions.csv becomes "
               "\"lapsed\", and the figure is hidden until somebody accepts it "
               "again."));
}
