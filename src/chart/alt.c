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

static char *measure_with_base(const lyh_table *table, const lyh_chart_options *options,
                               int64_t base)
{
    g_autofree char *subtitle = lyh_sheet_subtitle(table, options);
    if (base == 0 || names_number(subtitle, base))
        return g_steal_pointer(&subtitle);
    return g_strdup_printf("%s%sn = %" G_GINT64_FORMAT, subtitle, *subtitle ? ", " : "",
                           base);
}

GPtrArray *lyh_chart_counts(const lyh_table *table, const lyh_chart_options *options,
                            const GArray *columns)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < columns->len; i++) {
        size_t column = g_array_index(columns, size_t, i);
        const char *name = columns->len > 1 ? lyh_table_heading(table, column) : "";
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
    size_t room =
        MOST_CHARACTERS - lyh_text_length(more, strlen(more)) - 3; /* ", " and "." */
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

char *lyh_chart_alt(const char *type, const lyh_table *table,
                    const lyh_chart_options *options, int64_t base,
                    const GPtrArray *entries)
{
    const char *more = lyh_tr(options->catalog, "and others, see the table");
    const char *title =
        options->finding ? options->finding : lyh_table_part_text(table, LYH_TABLE_TITLE);
    g_autofree char *measure = measure_with_base(table, options, base);

    GString *alt = g_string_new(NULL);
    append_sentence(alt, lyh_tr(options->catalog, type));
    append_sentence(alt, title);
    append_sentence(alt, measure);
    cut_to(alt, MOST_CHARACTERS - lyh_text_length(more, strlen(more)) - 3);
    append_entries(alt, entries, more);
    return g_string_free(alt, FALSE);
}
