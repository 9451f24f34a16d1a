/**
 * Lines of a word processor's document on their way to the list: bare, or held back in a table
 * until all its rows are known.
 *
 * Interviews are often typed into tables: mark | speech, time | mark | speech, fråga | svar. Such
 * a table gives the lines that the same interview typed with marks would have; any other gives
 * its cells, row by row. One table is one decision, made from all its rows.
 */
#ifndef LYHORD_INGEST_HELD_LINES_H
#define LYHORD_INGEST_HELD_LINES_H

#include "../lines.h"

/* A line not yet given away. Its text begins at @start: first the number that the list gives
 * it, which stands nowhere in the file's text, then what @origin is the place of. */
struct held_line {
    size_t start, size;
    size_t number;   /* bytes at the start that are the list's */
    size_t emphasis; /* bytes from the start that are bold or italic, the number included */
    lyh_origin origin;
    bool is_paragraph;
    bool is_heading;
};

struct held_cell {
    size_t row;
    size_t first, count; /* of its lines */
};

typedef struct held_table {
    GString *text;
    GArray *lines; /* struct held_line */
    GArray *cells; /* struct held_cell, in the order of the file */
    size_t rows;
} held_table;

held_table *held_table_new(void);
/** NULL is fine. */
void held_table_free(held_table *table);

void held_table_begin_row(held_table *table);
void held_table_begin_cell(held_table *table);
/** Forget the cells of the latest row. */
void held_table_drop_row(held_table *table);
/** Add @line, whose text is at @text; its start is set. In the latest cell, one is begun where there is none. */
void held_table_add(held_table *table, const char *text, struct held_line line);

/* How a table was read. */
enum table_shape { TABLE_PLAIN, TABLE_OF_SPEAKERS, TABLE_OF_QUESTIONS };

/** Give all lines of @table to @lines, and say how they were understood. */
enum table_shape held_table_release(const held_table *table, line_list *lines);

/** Give @line, whose text is at @text, to @lines. */
void held_line_release(const struct held_line *line, const char *text, line_list *lines);

#endif
