/**
 * What a word processor's document tells, paragraph after paragraph, as lines.
 *
 * The readers of Word and OpenDocument say what they meet; how paragraphs, line breaks, boxes
 * inside paragraphs, numbers of lists and tables become lines is the same for both and decided
 * here. Paragraphs are counted from 1 as they begin in the file, characters within them as they
 * stand there: the number that a list gives is shown and not counted.
 */
#ifndef LYHORD_INGEST_STORY_H
#define LYHORD_INGEST_STORY_H

#include "../lines.h"

typedef struct story story_lines;

/* A bit of the file that became text: where it stands there, and what it is made of. */
struct story_bit {
    size_t paragraph, character; /* of its first character, both from 1 */
    size_t characters;
    const char *source; /* the bytes it was made of, or NULL: an element stands for it */
    size_t size;
};

/** Told of every bit, in the order of the file; for those who want the way back. */
typedef void story_trace(void *user, const struct story_bit *bit);

/** How the tables met were read. */
struct story_tables {
    size_t speakers, questions, others;
};

/** Gives its lines to @lines. @trace may be NULL. Free with story_free(). */
story_lines *story_new(line_list *lines, story_trace *trace, void *user);
/** Ends whatever is open. NULL is fine. */
void story_free(story_lines *story);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(story_lines, story_free)

/** Give away what a damaged or unfinished end of the file left open. */
void story_end(story_lines *story);
const struct story_tables *story_tables_met(const story_lines *story);
/** Has there been anything but white space? */
bool story_has_text(const story_lines *story);

/**
 * Paragraphs may begin inside others: those of boxes, which come after the one they hang on.
 * False: it goes on with the paragraph before, whose end was deleted.
 */
bool story_begin_paragraph(story_lines *story);
void story_end_paragraph(story_lines *story);
/** Is there a paragraph for text to go to? */
bool story_is_open(const story_lines *story);
/** The end of the paragraph is deleted or hidden: the next one goes on where it stops. */
void story_join_next(story_lines *story);
/** The paragraph is no text after all: forget what it holds so far, and what follows. */
void story_drop_paragraph(story_lines *story);
void story_set_heading(story_lines *story);
/** "1.", which is shown before the paragraph's text when it has any. Copied. */
void story_set_number(story_lines *story, const char *number);

void story_text(story_lines *story, const char *text, size_t size, bool is_emphasised);
/** One space, made of @size bytes at @source. */
void story_space(story_lines *story, const char *source, size_t size, bool is_emphasised);
/** @count times @text, for which an element stands. */
void story_sign(story_lines *story, const char *text, size_t count);
void story_break_line(story_lines *story);

void story_begin_table(story_lines *story);
void story_end_table(story_lines *story);
void story_begin_row(story_lines *story);
void story_begin_cell(story_lines *story);
/** The row that is open is deleted or hidden. Only of the outermost table. */
void story_drop_row(story_lines *story);

#endif
