/**
 * The plain table: the waist between interviews and paper.
 *
 * Left of it the code knows people and codes; right of it, columns and cells. Everything a
 * reader needs to trust a number travels with it: base, unit, source, status, date, notes.
 */
#ifndef LYHORD_TABLE_TABLE_H
#define LYHORD_TABLE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/output.h>

typedef enum lyh_cell_kind {
    LYH_CELL_EMPTY,
    LYH_CELL_TEXT,
    LYH_CELL_COUNT,    /* a whole number */
    LYH_CELL_DECIMAL,  /* number × 10^-decimals */
    LYH_CELL_OF,       /* "7 av 12": number of base */
    LYH_CELL_PERCENT,  /* "58 %": number × 10^-decimals */
    LYH_CELL_HIDDEN,   /* "..": too few persons, or derivable */
    LYH_CELL_NOT_ASKED /* "–" */
} lyh_cell_kind;

typedef struct lyh_cell {
    lyh_cell_kind kind;
    const char *text; /* TEXT only; the table keeps a copy */
    const char *word; /* of a fixed word of the format: what people are shown; else NULL */
    int64_t number;
    int64_t base;      /* OF only */
    unsigned decimals; /* DECIMAL and PERCENT */
} lyh_cell;

lyh_cell lyh_cell_empty(void);
lyh_cell lyh_cell_text(const char *text);
/** A fixed word of the CSV and JSON formats, that people read as @shown. The table keeps copies of both. */
lyh_cell lyh_cell_word(const char *fixed, const char *shown);
lyh_cell lyh_cell_count(size_t number);
lyh_cell lyh_cell_decimal(int64_t number, unsigned decimals);
lyh_cell lyh_cell_of(size_t number, size_t base);
lyh_cell lyh_cell_percent(int64_t number, unsigned decimals);
lyh_cell lyh_cell_hidden(void);
lyh_cell lyh_cell_not_asked(void);

/** What is printed around the cells; every part may be missing (NULL). */
typedef enum lyh_table_part {
    LYH_TABLE_TITLE,  /* what it shows, for people */
    LYH_TABLE_BASE,   /* "12 personer" */
    LYH_TABLE_UNIT,   /* "personer som tog upp temat" */
    LYH_TABLE_SOURCE, /* "12 intervjuer, kodningar: gemensam.csv" */
    LYH_TABLE_STATUS, /* "granskade kodningar" or "maskinförslag, ej granskat" */
    LYH_TABLE_DATE,   /* of the study, never of the clock */
    LYH_TABLE_PART_COUNT
} lyh_table_part;

typedef struct lyh_table lyh_table;

/** An empty table; @name is its fixed English identifier ("tally"). Free with lyh_table_free(). */
lyh_table *lyh_table_new(const char *name);
/** NULL is fine. */
void lyh_table_free(lyh_table *table);

/** Add a column before any row: @name is its fixed English name in CSV, @heading what people see. */
void lyh_table_add_column(lyh_table *table, const char *name, const char *heading);
/** Start a row; then set its cells. Returns the row's index; cells not set are empty. */
size_t lyh_table_add_row(lyh_table *table);
void lyh_table_set_cell(lyh_table *table, size_t row, size_t column, lyh_cell cell);
void lyh_table_set_part(lyh_table *table, lyh_table_part part, const char *text);
/** A line under the table (a merged group, a pooling). */
void lyh_table_add_note(lyh_table *table, const char *text);

const char *lyh_table_name(const lyh_table *table);
size_t lyh_table_column_count(const lyh_table *table);
size_t lyh_table_row_count(const lyh_table *table);
const char *lyh_table_column_name(const lyh_table *table, size_t column);
const char *lyh_table_heading(const lyh_table *table, size_t column);
/** Does any row have text there? Columns of words stand left, of numbers right. */
bool lyh_table_column_is_words(const lyh_table *table, size_t column);
/** Is every cell of it without words and numbers? Such a column is there to be filled in, and needs room. */
bool lyh_table_column_is_blank(const lyh_table *table, size_t column);
/** Bytes of the longest text in a cell; 0 when there is none. Formats have their limits. */
size_t lyh_table_longest_text(const lyh_table *table);
const lyh_cell *lyh_table_cell(const lyh_table *table, size_t row, size_t column);
const char *lyh_table_part_text(const lyh_table *table, lyh_table_part part);
size_t lyh_table_note_count(const lyh_table *table);
const char *lyh_table_note(const lyh_table *table, size_t index);

#endif
