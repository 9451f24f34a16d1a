/**
 * What csv_stream.c reads row by row, csv_stream_window.c from the file, and csv_stream_open.c opens. Private to base.
 */
#ifndef LYHORD_BASE_CSV_STREAM_PRIVATE_H
#define LYHORD_BASE_CSV_STREAM_PRIVATE_H

#include <stdint.h>
#include <sys/types.h>

#include <lyhord/base/csv_stream.h>

#include "csv_private.h"

/* Masks that are kept: of so many bytes the text is still near when its cells are looked at. */
#define CSV_STREAM_MASKS 64

typedef struct stream_cell {
    uint32_t start, end; /* in the window, without the quotes */
    bool is_quoted;
    bool has_quotes; /* doubled ones, inside */
} stream_cell;

struct lyh_csv_stream {
    char *path;
    size_t size;
    lyh_source *source; /* the whole text, when the file is small; else NULL */
    int file;           /* when it is not; else -1 */
    char *window;       /* source's text, or LYH_CSV_MAX_ROW + 1 bytes of our own */
    size_t at, end;     /* of the window: where the next row begins, and what there is */
    size_t valid;       /* bytes of the window that are UTF-8 without NUL for sure */
    off_t next;         /* byte of the file behind the window */
    bool is_whole;      /* nothing comes behind the window */

    lyh_source *head;
    lyh_csv *heading;
    size_t first;      /* where the first row begins, in the text */
    size_t first_line; /* and its line, from 1 */
    size_t stride;     /* cells of every row */
    GByteArray
        *no_name; /* by column: has it no heading? then it has no cells; empty: all have */
    char separator;

    /* Where the bytes of a block stand that part cells (blocks_csv_masks()). */
    uint64_t masks[CSV_STREAM_MASKS];
    size_t first_mask, mask_count; /* of which blocks of the window */

    stream_cell *cells; /* of the row; LYH_CSV_MAX_COLUMNS and one more */
    size_t cell_count;
    bool may_hold_lines; /* the row has quotes: line ends may stand in it */
    GString *text;       /* of the cell last asked for, when it had doubled quotes */
    size_t row_at;       /* where the row begins in the window */
    size_t line;         /* and its line */
    size_t new_line;     /* the line of the next row */
    size_t row;
};

/** Read on behind what is in the window, as much as is read at once, until it is full or the file ends. */
bool csv_stream_fill(lyh_csv_stream *stream, lyh_error *error);
/** The row at hand to the front of the window, and what follows it behind, more than before. */
bool csv_stream_slide(lyh_csv_stream *stream, lyh_error *error);

/** Bytes @start to @end of the window are UTF-8 without NUL; false: an error at the first that is not. */
bool csv_stream_is_text(const lyh_csv_stream *stream, size_t start, size_t end,
                        lyh_diags *diags);

/** Line ends in @text: CRLF, LF and CR, each counted once. */
size_t csv_stream_line_ends(const char *text, size_t size);

#endif
