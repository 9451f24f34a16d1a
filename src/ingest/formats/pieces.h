/**
 * A line put together from stretches of a text file, its signs of format left out.
 */
#ifndef LYHORD_INGEST_PIECES_H
#define LYHORD_INGEST_PIECES_H

#include "../lines.h"

typedef struct pieces {
    GString *text;
    GArray *steps; /* lyh_origin_step, start in text */
    size_t next;   /* the byte of the source at which the last stretch ended */
} pieces;

void pieces_init(pieces *line);
void pieces_clear(pieces *line);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(pieces, pieces_clear)

/** Add @size bytes that stand at @byte of the source. */
void pieces_add(pieces *line, const char *text, size_t size, size_t byte);
/** Add @size bytes that stand for what is written at @byte otherwise, or not at all. */
void pieces_add_other(pieces *line, const char *text, size_t size, size_t byte);

/** Add bytes @from to @to of @more. */
void pieces_append(pieces *line, const pieces *more, size_t from, size_t to);

/** The byte of the source that the line begins with; 0 when it is empty. */
size_t pieces_first_byte(const pieces *line);
/** The byte of the source for byte @at of the line, which has more than that. */
size_t pieces_byte_of(const pieces *line, size_t at);

void pieces_empty(pieces *line);

/** Give the line to @lines and begin the next, which is empty. */
void pieces_end_line(pieces *line, line_list *lines, bool is_paragraph);

/**
 * The physical line of @text that begins at @start: returns its end, and in @next where the one
 * after it begins (@size + 1 after the last). LF, CRLF and CR end a line.
 */
size_t pieces_physical_line(const char *text, size_t size, size_t start, size_t *next);

#endif
