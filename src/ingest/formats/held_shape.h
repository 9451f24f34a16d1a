/**
 * A table of an interview as rows and columns, and how it is to be read.
 */
#ifndef LYHORD_INGEST_HELD_SHAPE_H
#define LYHORD_INGEST_HELD_SHAPE_H

#include "held_lines.h"
#include "../label.h"

#define NO_COLUMN ((size_t)-1)

/* How the columns of a table are to be read. */
struct layout {
    enum table_shape shape;
    size_t columns;
    size_t time, number; /* columns that only order the rows, or NO_COLUMN */
    size_t left, right;  /* mark and speech, question and answer */
    bool has_head;       /* the first row names the columns */
};

struct held_reading {
    const held_table *table;
    GArray *rows; /* guint: index of the first cell of every row, and one more */
    struct layout layout;
    line_list *lines;
};

/** Index the rows and decide the layout from all of them. */
void held_decide(struct held_reading *reading);

size_t held_cells(const struct held_reading *reading, size_t row);
/** The cell of @row, which has more than @column of them. */
const struct held_cell *held_cell_at(const struct held_reading *reading, size_t row,
                                     size_t column);
/** Line @index of @cell and, in @text and @size, its text without white space at the ends. */
const struct held_line *held_line_of(const struct held_reading *reading,
                                     const struct held_cell *cell, size_t index,
                                     const char **text, size_t *size);

/** Is the row one of those that the layout is about: not the head, not merged? */
bool held_is_data_row(const struct held_reading *reading, size_t row);
/** "12:31", "[00:12:31]", "#00:12:31-5#", "00:12:31,500". */
bool held_time(const char *text, size_t size, uint64_t *milliseconds);
/** The label of a mark's cell: "I", "I:", "Maja -". Bytes; 0 when the cell holds none. */
size_t held_label_size(const char *text, size_t size, enum label_kind *kind);

#endif
