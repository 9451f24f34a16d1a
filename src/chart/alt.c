#include "kinds.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>
#include <lyhord/table/writers.h>

#define MOST_CHARACTERS 300

static size_t characters(const GString *text)
{
    return lyh_text_length(text->str, text->len);
}

/* A text and one full stop, whatever it ended in. */
static void append_sentence(GString *alt, const char *text)
{
    size_t size = text ? strlen(text) : 0;
    while (size > 0 && (text[size - 1] == '.' || text[size - 1] == ' '))
        size--;
    if (size == 0)
        return;
    g_string_append_printf(alt, "%s%.*s.", alt->len ? " " : "", (int)size, text);
}

/* Is the number @n among the numbers that @text names already? */
static bool names_number(const char *text, int64_t n)
{
    for (const char *at = text; *at; at++) {
        if (!g_ascii_isdigit(*at))
            continue;
        char *end;
        if (g_ascii_strtoll(at, &end, 10) == n)
            return true;
        at = end - 1;
    }
    return false;
}

/* With @one_base, n is of @column; several groups have one each, told with their counts. */
static char *measure_with_base(const lyh_table *table, const lyh_chart_options *options,
                               size_t column, bool one_base)
{
    g_autofree char *subtitle = lyh_sheet_subtitle(table, options);
    int64_t n = one_base ? lyh_sheet_largest_base(table, column) : 0;
    if (n == 0 || names_number(subtitle, n))
        return g_steal_pointer(&subtitle);
    return g_strdup_printf("%s%sn = %" G_GINT64_FORMAT, subtitle, *subtitle ? ", " : "", n);
}

/* One row a "label k av n"; a column's name stands before its first row. */
static GPtrArray *entries_of(const lyh_table *table, const lyh_chart_options *options,
                             size_t first, size_t last, bool with_names)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func(g_free);
    for (size_t column = first; column <= last; column++) {
        if (!lyh_sheet_is_group(table, column))
            continue;
        const char *name = with_names ? lyh_table_heading(table, column) : "";
        for (size_t row = 0; row < lyh_table_row_count(table); row++) {
            const lyh_cell *cell = lyh_table_cell(table, row, column);
            if (!lyh_sheet_shows(cell))
                continue;
            char *shown = lyh_cell_shown(cell, options->catalog);
            g_ptr_array_add(entries, g_strdup_printf("%s%s%s %s", name, *name ? ": " : "",
                                                     lyh_sheet_label(table, row), shown));
            free(shown);
            name = "";
        }
    }
    return entries;
}

/* As many entries as there is room for; then where the others are. */
static void append_entries(GString *alt, const GPtrArray *entries, const char *more)
{
    size_t room = MOST_CHARACTERS - lyh_text_length(more, strlen(more)) - 2;
    for (guint i = 0; i < entries->len; i++) {
        const char *entry = g_ptr_array_index(entries, i);
        bool is_last = i + 1 == entries->len;
        size_t length = characters(alt) + 2 + lyh_text_length(entry, strlen(entry));
        if (length > (is_last ? MOST_CHARACTERS - 1 : room)) {
            g_string_append_printf(alt, "%s%s", i ? ", " : " ", more);
            break;
        }
        g_string_append_printf(alt, "%s%s", i ? ", " : " ", entry);
    }
    if (entries->len)
        g_string_append_c(alt, '.');
}

/* Cut at the end of a word, so that @most characters are left. */
static void cut_to(GString *text, size_t most)
{
    if (characters(text) <= most)
        return;
    size_t end = lyh_text_offset(text->str, text->len, most - 1);
    while (end > 0 && text->str[end] != ' ')
        end--;
    g_string_truncate(text, end);
    g_string_append(text, "…");
}

char *lyh_chart_alt(const char *type, bool all_columns, const lyh_table *table,
                    const lyh_chart_options *options)
{
    const char *more = lyh_tr(options->catalog, "and others, see the table");
    const char *title =
        options->finding ? options->finding : lyh_table_part_text(table, LYH_TABLE_TITLE);
    size_t column = lyh_sheet_column(table, options->column);
    size_t last = all_columns ? lyh_table_column_count(table) - 1 : column;
    g_autofree char *measure = measure_with_base(table, options, column, !all_columns);
    g_autoptr(GPtrArray) entries =
        entries_of(table, options, all_columns ? 1 : column, last, all_columns);

    GString *alt = g_string_new(NULL);
    append_sentence(alt, lyh_tr(options->catalog, type));
    append_sentence(alt, title);
    append_sentence(alt, measure);
    cut_to(alt, MOST_CHARACTERS - lyh_text_length(more, strlen(more)) - 3);
    append_entries(alt, entries, more);
    return g_string_free(alt, FALSE);
}
