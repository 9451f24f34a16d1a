#include <lyhord/table/writers.h>

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "below.h"
#include "lines.h"

/* What a terminal window of ordinary size shows without wrapping on its own. */
#define MOST_COLUMNS 100
/* A column of words narrower than this is no longer readable, */
#define LEAST_WORDS 12
/* nor is one that breaks words; but a longer one has to, for the others' sake. */
#define LONGEST_WORD 20
#define GAP 2

typedef struct text_column {
    size_t width;
    size_t least;
    bool is_words; /* set left; numbers are set right */
} text_column;

typedef struct text_layout {
    const lyh_table *table;
    const lyh_catalog *catalog;
    lyh_output *output;
    GArray *columns; /* text_column */
} text_layout;

/* What a person wrote may hold what a terminal would act on. */
static char *safe(const char *text)
{
    return lyh_text_shown(text, strlen(text), true);
}

static char *cell_text(const text_layout *layout, size_t row, size_t column)
{
    g_autofree char *shown =
        lyh_cell_shown(lyh_table_cell(layout->table, row, column), layout->catalog);
    return safe(shown);
}

static text_column measure_column(const text_layout *layout, size_t index)
{
    text_column column = { .is_words = lyh_table_column_is_words(layout->table, index) };
    size_t widest_word = LEAST_WORDS;
    for (size_t row = 0; row < lyh_table_row_count(layout->table); row++) {
        g_autofree char *text = cell_text(layout, row, index);
        column.width = MAX(column.width, text_width(text));
        widest_word = MAX(widest_word, text_widest_word(text));
    }
    g_autofree char *heading = safe(lyh_table_heading(layout->table, index));
    column.least =
        column.is_words ? MIN(column.width, MIN(widest_word, LONGEST_WORD)) : column.width;
    column.least = MAX(column.least, MIN(text_widest_word(heading), LEAST_WORDS));
    column.least = MAX(column.least, 2);
    column.width = MAX(column.width, text_width(heading));
    column.width = MAX(column.least, MIN(column.width, MOST_COLUMNS));
    return column;
}

static size_t width_of_all(const GArray *columns)
{
    size_t width = columns->len > 0 ? GAP * (columns->len - 1) : 0;
    for (guint i = 0; i < columns->len; i++)
        width += g_array_index(columns, text_column, i).width;
    return width;
}

static text_column *widest_that_may_shrink(const GArray *columns)
{
    text_column *widest = NULL;
    for (guint i = 0; i < columns->len; i++) {
        text_column *column = &g_array_index(columns, text_column, i);
        if (column->width > column->least && (!widest || column->width > widest->width))
            widest = column;
    }
    return widest;
}

static void fit_columns(text_layout *layout)
{
    for (size_t i = 0; i < lyh_table_column_count(layout->table); i++) {
        text_column column = measure_column(layout, i);
        g_array_append_val(layout->columns, column);
    }
    text_column *widest;
    while (width_of_all(layout->columns) > MOST_COLUMNS &&
           (widest = widest_that_may_shrink(layout->columns)))
        widest->width--;
}

static void append_padded(GString *line, const char *text, const text_column *column)
{
    size_t width = text_width(text);
    size_t padding = column->width > width ? column->width - width : 0;
    g_string_append_printf(line, "%*s", column->is_words ? 0 : (int)padding, "");
    g_string_append(line, text);
    g_string_append_printf(line, "%*s", column->is_words ? (int)padding : 0, "");
}

static void write_line(const text_layout *layout, GString *line)
{
    while (line->len > 0 && line->str[line->len - 1] == ' ')
        g_string_truncate(line, line->len - 1);
    g_string_append_c(line, '\n');
    lyh_output_write(layout->output, line->str, line->len);
}

/* One row of texts (taken over), on as many lines as its tallest cell needs. */
static void write_texts(const text_layout *layout, GPtrArray *texts)
{
    g_autoptr(GPtrArray) blocks =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    guint height = 0;
    for (guint i = 0; i < texts->len; i++) {
        const text_column *column = &g_array_index(layout->columns, text_column, i);
        GPtrArray *block = text_lines(texts->pdata[i], column->width);
        g_ptr_array_add(blocks, block);
        height = MAX(height, block->len);
    }
    for (guint row = 0; row < height; row++) {
        g_autoptr(GString) line = g_string_new(NULL);
        for (guint i = 0; i < blocks->len; i++) {
            const GPtrArray *block = blocks->pdata[i];
            g_string_append_printf(line, "%*s", i > 0 ? GAP : 0, "");
            append_padded(line, row < block->len ? block->pdata[row] : "",
                          &g_array_index(layout->columns, text_column, i));
        }
        write_line(layout, line);
    }
    g_ptr_array_unref(texts);
}

static void write_headings(const text_layout *layout)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(free);
    for (size_t i = 0; i < lyh_table_column_count(layout->table); i++)
        g_ptr_array_add(texts, safe(lyh_table_heading(layout->table, i)));
    write_texts(layout, texts);

    for (size_t i = 0; i < width_of_all(layout->columns); i++)
        lyh_output_text(layout->output, "─");
    lyh_output_text(layout->output, "\n");
}

static void write_rows(const text_layout *layout)
{
    for (size_t row = 0; row < lyh_table_row_count(layout->table); row++) {
        GPtrArray *texts = g_ptr_array_new_with_free_func(free);
        for (size_t i = 0; i < lyh_table_column_count(layout->table); i++)
            g_ptr_array_add(texts, cell_text(layout, row, i));
        write_texts(layout, texts);
    }
}

static void write_paragraph(const text_layout *layout, const char *text)
{
    g_autofree char *shown = safe(text);
    g_autoptr(GPtrArray) lines = text_lines(shown, MOST_COLUMNS);
    for (guint i = 0; i < lines->len; i++) {
        lyh_output_text(layout->output, lines->pdata[i]);
        lyh_output_text(layout->output, "\n");
    }
}

static void write_title(const text_layout *layout)
{
    const char *title = lyh_table_part_text(layout->table, LYH_TABLE_TITLE);
    if (!title)
        return;
    write_paragraph(layout, title);
    lyh_output_text(layout->output, "\n");
}

static void write_below(const text_layout *layout)
{
    g_autoptr(GArray) lines = below_lines(layout->table, layout->catalog);
    if (lines->len > 0)
        lyh_output_text(layout->output, "\n");
    for (guint i = 0; i < lines->len; i++) {
        const below_line *line = &g_array_index(lines, below_line, i);
        g_autofree char *told =
            g_strconcat(line->label, *line->label ? ": " : "", line->text, NULL);
        write_paragraph(layout, told);
    }
}

bool lyh_table_write_text(const lyh_table *table, const lyh_catalog *catalog,
                          lyh_output *output)
{
    g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(text_column));
    text_layout layout = { table, catalog, output, columns };
    fit_columns(&layout);
    write_title(&layout);
    write_headings(&layout);
    write_rows(&layout);
    write_below(&layout);
    return lyh_output_text(output, "");
}
