/**
 * The lines of a transcript as its format gives them: NFC, with the way back to the file.
 *
 * What every format reader makes and all the rest of ingest lives on. A line is a physical line
 * of a text file, or what stands between two line breaks of a paragraph in a Word document.
 */
#ifndef LYHORD_INGEST_LINES_H
#define LYHORD_INGEST_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include <lyhord/corpus/document.h>

#include "signs.h"

/* Positions are bytes into the lines' text, half-open. */
struct line {
    size_t start, end;
    size_t first,
        last;    /* the same without white space at the ends; first == last when blank */
    size_t step; /* index of the origin that it begins with */
    bool is_paragraph; /* the format says so; in text files nobody knows yet */

    /* What the format shows and plain text does not; all zero where it shows nothing. */
    bool is_heading; /* a heading style, "## " in Markdown */
    size_t emphasis; /* bytes from first that are bold or italic */
    size_t label;    /* bytes from first: a speaker's mark that the format itself gives */
    size_t speech;   /* with a label, bytes from first up to the speech */
    lyh_role role;   /* with a label: whose the format says it is; else UNKNOWN */
    bool is_speech;  /* the format knows that no mark begins here, whatever it looks like */
    size_t page;     /* from 1 */
    uint64_t from, to; /* see lines_set_times() */

    bool is_furniture; /* a page number or running head: no text; see furniture.h */
};

typedef struct line_list {
    GString *text;
    GString taken; /* the text where it is the source's */
    struct line *items;
    size_t count, room; /* of the items */
    GArray *origins;    /* lyh_origin_step, start in text; at least one a line */
    lyh_source *source; /* a text file's; else NULL */
    text_signs *signs;  /* of the source's text, for who asked; else NULL */
    /* They are those of printed pages: page numbers and divided words stand among them. */
    bool is_paged;
    bool are_timed;     /* of some it is known when they were said */
    bool marks_are_ids; /* a column of respondents names who answers */
} line_list;

line_list *lines_new(void);
/**
 * The same for a text file: its source is decoded, and no line is there yet. The bytes stay as long as the
 * lines do. NULL: see @diags.
 */
line_list *lines_of_text(const char *path, const lyh_bytes *bytes, lyh_diags *diags);
/** NULL is fine. */
void lines_free(line_list *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(line_list, lines_free)

/**
 * Take the source's text, which is NFC, as it stands, line ends too; then tell of each line by its
 * bytes, in their order. For files in which nearly nothing is to be changed.
 */
void lines_take_text(line_list *lines);
void lines_add_taken(line_list *lines, size_t start, size_t end);

/** Add @size bytes of UTF-8 without line ends, which begin at @origin of the file. */
void lines_add(line_list *lines, const char *text, size_t size, lyh_origin origin,
               bool is_paragraph);

/**
 * The same for a line put together from stretches of the file: @steps (lyh_origin_step, start in
 * @text, the first 0) say where each came from.
 */
void lines_add_pieces(line_list *lines, const char *text, size_t size, const GArray *steps,
                      bool is_paragraph);

/** Line @index was said from @from to @to (milliseconds), 0 where nobody knows. */
void lines_set_times(line_list *lines, size_t index, uint64_t from, uint64_t to);

/** The line added last, for its reader to say what the format shows of it. */
struct line *lines_latest(line_list *lines);

/** Is the text the source's, so that all of it and the file run on together? */
static inline bool lines_are_taken(const line_list *lines)
{
    return lines->text == &lines->taken;
}

/** Line @index, to be changed or only looked at. */
static inline struct line *lines_get(line_list *lines, size_t index)
{
    return &lines->items[index];
}

static inline const struct line *lines_at(const line_list *lines, size_t index)
{
    return &lines->items[index];
}

static inline bool line_is_blank(const struct line *line)
{
    return line->first == line->last;
}

/** Is any line blank but the last, which is so where a line end ends the text? */
bool lines_have_blank(const line_list *lines);

/**
 * Add to @steps (lyh_origin_step) where bytes @start to @end of the lines' text, which are of
 * @line, came from, as bytes from @target on.
 */
void lines_copy_origins(const line_list *lines, const struct line *line, size_t start,
                        size_t end, size_t target, GArray *steps);

/** The place of bytes @start to @end of the lines' text in the file called @path. */
lyh_place lines_place(const line_list *lines, const char *path, size_t start, size_t end);

#endif
