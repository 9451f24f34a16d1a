#include <lyhord/table/table.h>

#include <string.h>

#include <glib.h>

typedef struct table_column {
    const char *name, *heading; /* of the chunk */
} table_column;

struct lyh_table {
    const char *name;
    GStringChunk *texts; /* every text once: labels and signs come again in row after row */
    GArray *columns;     /* table_column */
    GArray *cells;       /* lyh_cell, row after row */
    size_t row_count;
    const char *parts[LYH_TABLE_PART_COUNT];
    GPtrArray *notes; /* const char *, of the chunk */
};

lyh_cell lyh_cell_empty(void)
{
    return (lyh_cell){ .kind = LYH_CELL_EMPTY };
}

lyh_cell lyh_cell_text(const char *text)
{
    return (lyh_cell){ .kind = LYH_CELL_TEXT, .text = text };
}

lyh_cell lyh_cell_word(const char *fixed, const char *shown)
{
    return (lyh_cell){ .kind = LYH_CELL_TEXT, .text = fixed, .word = shown };
}

lyh_cell lyh_cell_count(size_t number)
{
    return (lyh_cell){ .kind = LYH_CELL_COUNT, .number = (int64_t)number };
}

lyh_cell lyh_cell_decimal(int64_t number, unsigned decimals)
{
    return (lyh_cell){ .kind = LYH_CELL_DECIMAL, .number = number, .decimals = decimals };
}

lyh_cell lyh_cell_of(size_t number, size_t base)
{
    return (
        lyh_cell){ .kind = LYH_CELL_OF, .number = (int64_t)number, .base = (int64_t)base };
}

lyh_cell lyh_cell_percent(int64_t number, unsigned decimals)
{
    return (lyh_cell){ .kind = LYH_CELL_PERCENT, .number = number, .decimals = decimals };
}

lyh_cell lyh_cell_hidden(void)
{
    return (lyh_cell){ .kind = LYH_CELL_HIDDEN };
}

lyh_cell lyh_cell_not_asked(void)
{
    return (lyh_cell){ .kind = LYH_CELL_NOT_ASKED };
}

static const char *keep(lyh_table *table, const char *text)
{
    return text ? g_string_chunk_insert_const(table->texts, text) : NULL;
}

lyh_table *lyh_table_new(const char *name)
{
    lyh_table *table = g_new0(lyh_table, 1);
    table->texts = g_string_chunk_new(1024);
    table->columns = g_array_new(FALSE, FALSE, sizeof(table_column));
    table->cells = g_array_new(FALSE, TRUE, sizeof(lyh_cell));
    table->notes = g_ptr_array_new();
    table->name = keep(table, name);
    return table;
}

void lyh_table_free(lyh_table *table)
{
    if (!table)
        return;
    g_ptr_array_unref(table->notes);
    g_array_unref(table->cells);
    g_array_unref(table->columns);
    g_string_chunk_free(table->texts);
    g_free(table);
}

void lyh_table_add_column(lyh_table *table, const char *name, const char *heading)
{
    g_assert(table->row_count == 0);
    table_column added = { keep(table, name), keep(table, heading) };
    g_array_append_val(table->columns, added);
}

size_t lyh_table_add_row(lyh_table *table)
{
    g_array_set_size(table->cells, table->cells->len + table->columns->len);
    return table->row_count++;
}

static lyh_cell *cell_at(const lyh_table *table, size_t row, size_t column)
{
    g_assert(row < table->row_count && column < table->columns->len);
    return &g_array_index(table->cells, lyh_cell, row * table->columns->len + column);
}

void lyh_table_set_cell(lyh_table *table, size_t row, size_t column, lyh_cell cell)
{
    g_assert(cell.kind != LYH_CELL_TEXT || cell.text);
    cell.text = cell.kind == LYH_CELL_TEXT ? keep(table, cell.text) : NULL;
    cell.word = cell.text && cell.word ? keep(table, cell.word) : NULL;
    *cell_at(table, row, column) = cell;
}

void lyh_table_set_part(lyh_table *table, lyh_table_part part, const char *text)
{
    g_assert(part < LYH_TABLE_PART_COUNT);
    table->parts[part] = keep(table, text);
}

void lyh_table_add_note(lyh_table *table, const char *text)
{
    g_ptr_array_add(table->notes, (char *)keep(table, text));
}

const char *lyh_table_name(const lyh_table *table)
{
    return table->name;
}

size_t lyh_table_column_count(const lyh_table *table)
{
    return table->columns->len;
}

size_t lyh_table_row_count(const lyh_table *table)
{
    return table->row_count;
}

static const table_column *column_at(const lyh_table *table, size_t index)
{
    g_assert(index < table->columns->len);
    return &g_array_index(table->columns, table_column, index);
}

const char *lyh_table_column_name(const lyh_table *table, size_t column)
{
    return column_at(table, column)->name;
}

const char *lyh_table_heading(const lyh_table *table, size_t column)
{
    return column_at(table, column)->heading;
}

bool lyh_table_column_is_words(const lyh_table *table, size_t column)
{
    for (size_t row = 0; row < lyh_table_row_count(table); row++)
        if (lyh_table_cell(table, row, column)->kind == LYH_CELL_TEXT)
            return true;
    return false;
}

bool lyh_table_column_is_blank(const lyh_table *table, size_t column)
{
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        const lyh_cell *cell = lyh_table_cell(table, row, column);
        if (cell->kind != LYH_CELL_EMPTY && (cell->kind != LYH_CELL_TEXT || *cell->text))
            return false;
    }
    return lyh_table_row_count(table) > 0;
}

size_t lyh_table_longest_text(const lyh_table *table)
{
    size_t longest = 0;
    for (guint i = 0; i < table->cells->len; i++) {
        const lyh_cell *cell = &g_array_index(table->cells, lyh_cell, i);
        if (cell->kind == LYH_CELL_TEXT)
            longest = MAX(longest, strlen(cell->text));
    }
    return longest;
}

const lyh_cell *lyh_table_cell(const lyh_table *table, size_t row, size_t column)
{
    return cell_at(table, row, column);
}

const char *lyh_table_part_text(const lyh_table *table, lyh_table_part part)
{
    g_assert(part < LYH_TABLE_PART_COUNT);
    return table->parts[part];
}

size_t lyh_table_note_count(const lyh_table *table)
{
    return table->notes->len;
}

const char *lyh_table_note(const lyh_table *table, size_t index)
{
    g_assert(index < table->notes->len);
    return table->notes->pdata[index];
}
