#include "numbers_tables.h"

#include <string.h>

#include <lyhord/base/text.h>

static void init_numbers(tabled_numbers *numbers)
{
    numbers->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    numbers->percents = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void clear_numbers(tabled_numbers *numbers)
{
    g_hash_table_unref(numbers->counts);
    g_hash_table_unref(numbers->percents);
}

static void free_numbers(void *numbers)
{
    clear_numbers(numbers);
    g_free(numbers);
}

/* As sentences are: "– Rum 2" of a table that has levels is "rum 2". */
char *tabled_fold(const char *label)
{
    while (g_str_has_prefix(label, "– "))
        label += strlen("– ");
    char *text = lyh_text_fold(label, strlen(label), NULL);
    char *kept = g_strdup(text);
    free(text);
    return g_strstrip(kept);
}

static tabled_numbers *numbers_of(tabled_labels *labels, const char *label)
{
    g_autofree char *folded = tabled_fold(label);
    tabled_numbers *numbers = g_hash_table_lookup(labels->by_label, folded);
    if (!numbers) {
        numbers = g_new0(tabled_numbers, 1);
        init_numbers(numbers);
        g_hash_table_insert(labels->by_label, g_steal_pointer(&folded), numbers);
    }
    return numbers;
}

static void add_count(tabled_numbers *numbers, int64_t count, int64_t base)
{
    g_hash_table_add(
        numbers->counts,
        g_strdup_printf("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, count, base));
}

/* 289 with one decimal as "28,9"; a point is told as a comma too. */
char *tabled_percent(int64_t number, unsigned decimals)
{
    GString *text = g_string_new(NULL);
    g_string_printf(text, "%0*" G_GINT64_FORMAT, (int)decimals + 1, number);
    if (decimals > 0)
        g_string_insert_c(text, (gssize)text->len - decimals, ',');
    return g_string_free(text, FALSE);
}

/* The total of a column of counts: the largest in it. */
static int64_t total_of(const lyh_table *table, size_t column)
{
    int64_t total = 0;
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        const lyh_cell *cell = lyh_table_cell(table, row, column);
        if (cell->kind == LYH_CELL_COUNT)
            total = MAX(total, cell->number);
    }
    return total;
}

static void add_cell(tabled_numbers *numbers, const lyh_cell *cell, int64_t total)
{
    if (cell->kind == LYH_CELL_OF)
        add_count(numbers, cell->number, cell->base);
    else if (cell->kind == LYH_CELL_COUNT)
        add_count(numbers, cell->number, total);
    else if (cell->kind == LYH_CELL_PERCENT)
        g_hash_table_add(numbers->percents, tabled_percent(cell->number, cell->decimals));
}

static void read_table(tabled_labels *labels, const lyh_table *table)
{
    bool is_of_alternatives = strcmp(lyh_table_column_name(table, 0), "alternative") == 0;
    for (size_t column = 1; column < lyh_table_column_count(table); column++) {
        int64_t total = total_of(table, column);
        const char *heading = lyh_table_heading(table, column);
        g_hash_table_add(labels->groups, tabled_fold(heading));
        for (size_t row = 0; row < lyh_table_row_count(table); row++) {
            const lyh_cell *cell = lyh_table_cell(table, row, column);
            const lyh_cell *label = lyh_table_cell(table, row, 0);
            add_cell(&labels->all, cell, total);
            if (*heading) { /* of a code that crosses others: a column is what it is called too */
                add_cell(numbers_of(labels, heading), cell, total);
                g_hash_table_add(labels->subjects, tabled_fold(heading));
            }
            if (label->kind != LYH_CELL_TEXT || !*label->text)
                continue;
            add_cell(numbers_of(labels, label->text), cell, total);
            if (!is_of_alternatives)
                g_hash_table_add(labels->subjects, tabled_fold(label->text));
        }
    }
}

static void read_tables(tabled_labels *labels, const lyh_report *report)
{
    for (size_t i = 0; i < lyh_report_block_count(report); i++) {
        const lyh_block *block = lyh_report_block(report, i);
        if (block->kind == LYH_BLOCK_TABLE)
            read_table(labels, block->table);
    }
}

static void add_cells(tabled_numbers *numbers, const lyh_table *table)
{
    for (size_t column = 1; column < lyh_table_column_count(table); column++) {
        int64_t total = total_of(table, column);
        for (size_t row = 0; row < lyh_table_row_count(table); row++)
            add_cell(numbers, lyh_table_cell(table, row, column), total);
    }
}

/* A table that stands under a theme's heading is the theme's, whatever its rows are called. */
static void read_sections(tabled_labels *labels, const lyh_report *report)
{
    tabled_numbers *section = NULL;
    for (size_t i = 0; i < lyh_report_block_count(report); i++) {
        const lyh_block *block = lyh_report_block(report, i);
        if (block->kind == LYH_BLOCK_HEADING) {
            g_autofree char *label = tabled_fold(block->text);
            section = g_hash_table_lookup(labels->by_label, label);
            g_hash_table_add(labels->subjects, g_steal_pointer(&label));
        } else if (block->kind == LYH_BLOCK_TABLE && section)
            add_cells(section, block->table);
    }
}

static void read_known(tabled_labels *labels, const lyh_known_count *known, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        tabled_numbers *numbers =
            known[i].label ? numbers_of(labels, known[i].label) : &labels->all;
        add_count(numbers, (int64_t)known[i].count, (int64_t)known[i].base);
        g_autofree char *label = known[i].label ? tabled_fold(known[i].label) : NULL;
        if (label) {
            g_hash_table_remove(labels->groups, label);
            g_hash_table_add(labels->subjects, g_steal_pointer(&label));
        }
    }
}

int tabled_longest_first(const void *a, const void *b)
{
    const char *one = *(const char *const *)a, *other = *(const char *const *)b;
    size_t size = strlen(one), others = strlen(other);
    return size != others ? (size < others) - (size > others) : strcmp(one, other);
}

bool tabled_has_any(const tabled_numbers *numbers)
{
    return g_hash_table_size(numbers->counts) > 0 ||
           g_hash_table_size(numbers->percents) > 0;
}

static void list_labels(tabled_labels *labels)
{
    GHashTableIter all;
    void *label, *numbers;
    g_hash_table_iter_init(&all, labels->by_label);
    while (g_hash_table_iter_next(&all, &label, &numbers))
        if (*(char *)label && tabled_has_any(numbers) &&
            !g_hash_table_contains(labels->groups, label))
            g_ptr_array_add(labels->keys, label);
    g_ptr_array_sort(labels->keys, tabled_longest_first);
}

void tabled_labels_read(tabled_labels *labels, const lyh_report *report,
                        const lyh_known_count *known, size_t known_count)
{
    labels->by_label = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_numbers);
    labels->groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    labels->subjects = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    labels->keys = g_ptr_array_new();
    init_numbers(&labels->all);
    read_tables(labels, report);
    read_known(labels, known, known_count);
    read_sections(labels, report);
    list_labels(labels);
}

void tabled_labels_clear(tabled_labels *labels)
{
    g_hash_table_unref(labels->by_label);
    g_hash_table_unref(labels->groups);
    g_hash_table_unref(labels->subjects);
    g_ptr_array_unref(labels->keys);
    clear_numbers(&labels->all);
}
