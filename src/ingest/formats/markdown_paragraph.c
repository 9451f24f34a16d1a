#include "markdown_paragraph.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "entities.h"
#include "../label.h"
#include "markdown_inline.h"

/* Text on its way out: a row whose signs are left out, and the line it may belong to. */
struct writer {
    struct markdown_paragraph *paragraph;
    const struct markdown_inline *signs;
    guint step; /* of the raw pieces, at or before the byte at hand */
    pieces row, line;
    size_t row_emphasis, line_emphasis; /* bytes from the start that are bold or italic */
    bool has_begun;                     /* a line of the paragraph has been given */
};

void markdown_paragraph_init(struct markdown_paragraph *paragraph, line_list *lines)
{
    *paragraph = (struct markdown_paragraph){ .lines = lines };
    pieces_init(&paragraph->raw);
}

void markdown_paragraph_clear(struct markdown_paragraph *paragraph)
{
    pieces_clear(&paragraph->raw);
}

void markdown_paragraph_add(struct markdown_paragraph *paragraph, const pieces *row,
                            size_t from, size_t to)
{
    if (paragraph->rows > 0)
        pieces_add_other(&paragraph->raw, "\n", 1, pieces_first_byte(row));
    pieces_append(&paragraph->raw, row, from, to);
    paragraph->rows++;
}

void markdown_paragraph_add_sign(struct markdown_paragraph *paragraph, const char *sign,
                                 const pieces *row, size_t at)
{
    pieces_add_other(&paragraph->raw, sign, strlen(sign), pieces_byte_of(row, at));
}

void markdown_paragraph_add_plain(struct markdown_paragraph *paragraph, pieces *row)
{
    pieces_end_line(row, paragraph->lines, true);
}

bool markdown_paragraph_may_be_heading(const struct markdown_paragraph *paragraph)
{
    struct label label;
    const char *text = paragraph->raw.text->str;
    size_t size = lyh_text_trimmed_size(text, paragraph->raw.text->len);
    return size > 0 && !strchr(".!:,;*_-", text[size - 1]) && !strchr("*_-", text[0]) &&
           (!label_at(text, size, &label) || label.is_bare);
}

/* ------ lines ------ */

static void end_line(struct writer *writer)
{
    if (lyh_text_is_blank(writer->line.text->str, writer->line.text->len)) {
        pieces_empty(&writer->line);
        return;
    }
    line_list *lines = writer->paragraph->lines;
    pieces_end_line(&writer->line, lines, !writer->has_begun);
    struct line *line = lines_latest(lines);
    line->is_heading = writer->paragraph->is_heading;
    line->emphasis = MIN(writer->line_emphasis, line->last - line->first);
    writer->has_begun = true;
}

/* May the row begin a turn? Then it must not be lost in the middle of a line. */
static bool may_begin_turn(const struct writer *writer)
{
    const char *text = writer->row.text->str;
    size_t size = writer->row.text->len;
    struct label label;
    size_t length;
    if (writer->row_emphasis > 0 || label_at(text, size, &label))
        return true;
    uint32_t c = lyh_text_char(text, size, &length);
    return c == '-' || c == 0x2013 || c == 0x2014;
}

static void end_row(struct writer *writer)
{
    if (writer->row.text->len > 0) {
        if (writer->line.text->len > 0 && may_begin_turn(writer))
            end_line(writer);
        if (writer->line.text->len > 0) {
            pieces_add_other(&writer->line, " ", 1, pieces_first_byte(&writer->row));
        } else {
            writer->line_emphasis = writer->row_emphasis;
        }
        pieces_append(&writer->line, &writer->row, 0,
                      lyh_text_trimmed_size(writer->row.text->str, writer->row.text->len));
    }
    pieces_empty(&writer->row);
    writer->row_emphasis = 0;
}

/* ------ bytes ------ */

static size_t byte_at(struct writer *writer, size_t at)
{
    const GArray *steps = writer->paragraph->raw.steps;
    while (writer->step + 1 < steps->len &&
           g_array_index(steps, lyh_origin_step, writer->step + 1).start <= at)
        writer->step++;
    const lyh_origin_step *step = &g_array_index(steps, lyh_origin_step, writer->step);
    return step->origin.byte + (at - step->start);
}

/* The bytes from @at on that are alike and lie together in the file. */
static size_t stretch(const struct writer *writer, size_t at, size_t size)
{
    const GArray *steps = writer->paragraph->raw.steps;
    size_t end = writer->step + 1 < steps->len
                     ? g_array_index(steps, lyh_origin_step, writer->step + 1).start
                     : size;
    size_t to = at + 1;
    while (to < end && writer->signs->bytes[to] == writer->signs->bytes[at] &&
           writer->paragraph->raw.text->str[to] != '\n')
        to++;
    return to - at;
}

static void add_to_row(struct writer *writer, const char *text, size_t size, size_t byte,
                       bool is_emphasised, bool is_as_written)
{
    size_t before = writer->row.text->len;
    size_t lead = before == 0 ? lyh_text_leading_space(text, size) : 0;
    if (lead == size)
        return;
    if (is_emphasised && writer->row_emphasis == before)
        writer->row_emphasis += size - lead;
    if (is_as_written)
        pieces_add(&writer->row, text + lead, size - lead, byte + lead);
    else
        pieces_add_other(&writer->row, text + lead, size - lead, byte);
}

static size_t write_at(struct writer *writer, size_t at, size_t size)
{
    const char *text = writer->paragraph->raw.text->str + at;
    size_t byte = byte_at(writer, at);
    size_t length = *text == '\n' ? 1 : stretch(writer, at, size);
    guint8 kind = writer->signs->bytes[at] & (MARKDOWN_EMPHASISED - 1);
    bool is_emphasised = writer->signs->bytes[at] & MARKDOWN_EMPHASISED;
    char character[ENTITY_SIZE];
    if (kind == MARKDOWN_BREAK) {
        end_row(writer);
        end_line(writer);
    } else if (*text == '\n' && kind == MARKDOWN_TEXT) {
        end_row(writer);
    } else if (kind == MARKDOWN_ENTITY) {
        entity_at(text, size - at, character);
        add_to_row(writer, character, strlen(character), byte, is_emphasised, false);
        return 1;
    } else if (kind == MARKDOWN_TEXT) {
        add_to_row(writer, text, length, byte, is_emphasised, true);
    }
    return kind == MARKDOWN_BREAK ? 1 : length;
}

size_t markdown_paragraph_end(struct markdown_paragraph *paragraph)
{
    size_t images = 0;
    if (paragraph->rows > 0) {
        const char *text = paragraph->raw.text->str;
        size_t size = paragraph->raw.text->len;
        struct markdown_inline signs;
        markdown_inline_init(&signs, text, size);
        struct writer writer = { .paragraph = paragraph, .signs = &signs };
        pieces_init(&writer.row);
        pieces_init(&writer.line);
        for (size_t at = 0; at < size;)
            at += write_at(&writer, at, size);
        end_row(&writer);
        end_line(&writer);
        images = signs.images;
        pieces_clear(&writer.line);
        pieces_clear(&writer.row);
        markdown_inline_clear(&signs);
    }
    pieces_empty(&paragraph->raw);
    paragraph->rows = 0;
    paragraph->is_heading = false;
    return images;
}
