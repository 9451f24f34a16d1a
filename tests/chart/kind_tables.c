#include "kind_tables.h"

#include <stdio.h>
#include <string.h>

#include "tables.h"

#define LONG 200
#define STEPS 5
#define PARTS 10
#define DEGREES 3

size_t kind_number(const table_shape *shape, size_t row, size_t column)
{
    return shape->base ? (row * 7 + column * 5 + 3) % (shape->base + 1) : 0;
}

/* Compounds, or one long text of them. */
static const char *label_of(const table_shape *shape, size_t row)
{
    static char text[LONG + 1];
    size_t count;
    const char *const *words = long_compounds(&count);
    if (!shape->is_long)
        return words[row % count];
    text[0] = '\0';
    for (size_t i = row; strlen(text) + strlen(words[i % count]) + 1 < LONG; i++) {
        strcat(text, words[i % count]);
        strcat(text, " ");
    }
    return text;
}

static lyh_cell count_of(const table_shape *shape, size_t row, size_t column)
{
    return shape->all_hidden ? lyh_cell_hidden()
                             : lyh_cell_of(kind_number(shape, row, column), shape->base);
}

static lyh_cell number_of(const table_shape *shape, size_t row, size_t column)
{
    return shape->all_hidden ? lyh_cell_hidden()
                             : lyh_cell_count(kind_number(shape, row, column));
}

static void add_labelled_row(lyh_table *table, const table_shape *shape, size_t row)
{
    lyh_table_add_row(table);
    lyh_table_set_cell(table, row, 0, lyh_cell_text(label_of(shape, row)));
}

static lyh_table *groups(const table_shape *shape)
{
    lyh_table *table = lyh_table_new("persons");
    lyh_table_add_column(table, "code", "Tema");
    lyh_table_add_column(table, "all", "Samtliga");
    for (size_t group = 0; group < shape->groups; group++) {
        char name[64], high[80], low[80];
        snprintf(name, sizeof name, "Övriga (Norr %zu, Väst)", group);
        snprintf(low, sizeof low, "%s low", name);
        snprintf(high, sizeof high, "%s high", name);
        lyh_table_add_column(table, name, name);
        lyh_table_add_column(table, low, "från");
        lyh_table_add_column(table, high, "till");
    }
    for (size_t row = 0; row < shape->rows; row++) {
        add_labelled_row(table, shape, row);
        lyh_table_set_cell(table, row, 1, count_of(shape, row, 0));
        for (size_t group = 0; group < shape->groups; group++) {
            lyh_table_set_cell(table, row, 3 * group + 2, count_of(shape, row, group));
            if (row % 2 == 0)
                continue;
            lyh_table_set_cell(table, row, 3 * group + 3, lyh_cell_percent(4, 0));
            lyh_table_set_cell(table, row, 3 * group + 4, lyh_cell_percent(96, 0));
        }
    }
    return table;
}

/* Of every number a fifth of those there are: they may not be more than the base together. */
static lyh_table *scale(const table_shape *shape)
{
    static const char *const steps[STEPS] = { "Instämmer helt", "Instämmer delvis",
                                              "Varken eller", "Instämmer inte",
                                              "Instämmer inte alls" };
    lyh_table *table = lyh_table_new("scale");
    lyh_table_add_column(table, "question", "fråga");
    for (size_t step = 0; step < STEPS; step++) {
        char name[32];
        snprintf(name, sizeof name, "step_%zu", step + 1);
        lyh_table_add_column(table, name, steps[step]);
    }
    lyh_table_add_column(table, "aside_1", "Vet ej eller vill inte svara");
    for (size_t row = 0; row < shape->rows; row++) {
        add_labelled_row(table, shape, row);
        for (size_t step = 0; step <= STEPS; step++) {
            const table_shape fifth = { .base = shape->base / 6 };
            lyh_table_set_cell(
                table, row, step + 1,
                shape->all_hidden
                    ? lyh_cell_hidden()
                    : lyh_cell_of(kind_number(&fifth, row, step), shape->base));
        }
    }
    return table;
}

static lyh_table *square(const table_shape *shape)
{
    lyh_table *table = lyh_table_new("cooccurrence");
    lyh_table_add_column(table, "code", "Tema");
    for (size_t row = 0; row < shape->rows; row++) {
        char name[32];
        snprintf(name, sizeof name, "code_%zu", row);
        lyh_table_add_column(table, name, label_of(shape, row));
    }
    for (size_t row = 0; row < shape->rows; row++) {
        add_labelled_row(table, shape, row);
        for (size_t column = 0; column < shape->rows; column++)
            lyh_table_set_cell(table, row, column + 1,
                               row == column
                                   ? lyh_cell_count(shape->base)
                                   : number_of(shape, row + column, row * column));
    }
    return table;
}

static lyh_table *timeline(const table_shape *shape)
{
    lyh_table *table = lyh_table_new("timeline");
    lyh_table_add_column(table, "code", "Tema");
    for (size_t part = 0; part < PARTS; part++) {
        char name[32];
        snprintf(name, sizeof name, "part_%zu", part + 1);
        lyh_table_add_column(table, name, name + 5);
    }
    for (size_t row = 0; row < shape->rows; row++) {
        add_labelled_row(table, shape, row);
        for (size_t part = 0; part < PARTS; part++)
            lyh_table_set_cell(table, row, part + 1, number_of(shape, row, part));
    }
    return table;
}

static lyh_table *typology(const table_shape *shape)
{
    lyh_table *table = lyh_table_new("typology");
    lyh_table_add_column(table, "row", "");
    for (size_t column = 0; column < DEGREES; column++) {
        char name[32];
        snprintf(name, sizeof name, "degree_%zu", column);
        lyh_table_add_column(table, name, label_of(shape, column));
        snprintf(name, sizeof name, "degree_%zu persons", column);
        lyh_table_add_column(table, name, "personer");
    }
    for (size_t row = 0; row < shape->rows; row++) {
        add_labelled_row(table, shape, row);
        for (size_t column = 0; column < DEGREES; column++) {
            if ((row + column) % 4 != 3)
                lyh_table_set_cell(table, row, 2 * column + 1,
                                   lyh_cell_text(label_of(shape, row + column)));
            lyh_table_set_cell(table, row, 2 * column + 2, count_of(shape, row, column));
        }
    }
    return table;
}

lyh_table *kind_table(const char *kind, const table_shape *shape)
{
    static const struct {
        const char *kind;
        lyh_table *(*make)(const table_shape *shape);
    } makers[] = {
        { "likert", scale },       { "matris", groups },       { "personprickar", groups },
        { "prick", groups },       { "samforekomst", square }, { "stapel", groups },
        { "tidslinje", timeline }, { "typologi", typology },
    };
    lyh_table *table = NULL;
    for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++)
        if (strcmp(makers[i].kind, kind) == 0)
            table = makers[i].make(shape);
    lyh_table_set_part(table, LYH_TABLE_UNIT, "personer som tog upp temat");
    lyh_table_set_part(table, LYH_TABLE_SOURCE, "12 intervjuer, kodningar: gemensam.csv");
    lyh_table_set_part(table, LYH_TABLE_STATUS, "kodningar granskade av människor");
    lyh_table_set_part(table, LYH_TABLE_DATE, "2026-05-01");
    return table;
}
