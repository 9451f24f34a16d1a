#include "held_lines.h"

#include <string.h>

#include <lyhord/base/text.h>

held_table *held_table_new(void)
{
    held_table *table = g_new0(held_table, 1);
    table->text = g_string_new(NULL);
    table->lines = g_array_new(FALSE, FALSE, sizeof(struct held_line));
    table->cells = g_array_new(FALSE, FALSE, sizeof(struct held_cell));
    return table;
}

void held_table_free(held_table *table)
{
    if (!table)
        return;
    g_array_unref(table->cells);
    g_array_unref(table->lines);
    g_string_free(table->text, TRUE);
    g_free(table);
}

void held_table_begin_row(held_table *table)
{
    table->rows++;
}

void held_table_begin_cell(held_table *table)
{
    if (table->rows == 0)
        held_table_begin_row(table);
    struct held_cell cell = { .row = table->rows - 1, .first = table->lines->len };
    g_array_append_val(table->cells, cell);
}

static struct held_cell *latest_cell(const held_table *table)
{
    return table->cells->len == 0
               ? NULL
               : &g_array_index(table->cells, struct held_cell, table->cells->len - 1);
}

void held_table_drop_row(held_table *table)
{
    struct held_cell *cell = latest_cell(table);
    while (cell && cell->row + 1 == table->rows) {
        g_array_set_size(table->lines, (guint)cell->first);
        g_array_set_size(table->cells, table->cells->len - 1);
        cell = latest_cell(table);
    }
}

void held_table_add(held_table *table, const char *text, struct held_line line)
{
    struct held_cell *cell = latest_cell(table);
    if (!cell || cell->row + 1 != table->rows) {
        held_table_begin_cell(table);
        cell = latest_cell(table);
    }
    line.start = table->text->len;
    g_string_append_len(table->text, text, (gssize)line.size);
    g_array_append_val(table->lines, line);
    cell->count++;
}

/* The part of @size raw bytes that @line keeps when it is in NFC. */
static size_t composed_size(const char *text, size_t size)
{
    size_t composed;
    g_free(lyh_text_nfc(text, size, &composed));
    return composed;
}

/* The emphasis of a line is counted from its first sign, in the lines' own normal form. */
static size_t emphasis_of(const struct held_line *held, const char *text,
                          const struct line *line)
{
    if (held->emphasis == 0)
        return 0;
    size_t size = held->emphasis;
    if (line->end - line->start != held->size)
        size = composed_size(text, size);
    size_t lead = line->first - line->start;
    return size > lead ? MIN(size - lead, line->last - line->first) : 0;
}

void held_line_release(const struct held_line *held, const char *text, line_list *lines)
{
    lyh_origin_step steps[] = { { 0, held->origin }, { held->number, held->origin } };
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(lyh_origin_step));
    g_array_append_vals(pieces, steps, held->number > 0 ? 2 : 1);
    lines_add_pieces(lines, text, held->size, pieces, held->is_paragraph);
    struct line *line = lines_latest(lines);
    line->is_heading = held->is_heading;
    line->emphasis = emphasis_of(held, text, line);
}
