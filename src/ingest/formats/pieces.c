#include "pieces.h"

#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/text.h>

void pieces_init(pieces *line)
{
    line->text = g_string_new(NULL);
    line->steps = g_array_new(FALSE, FALSE, sizeof(lyh_origin_step));
    line->next = LYH_NONE;
}

void pieces_clear(pieces *line)
{
    g_array_unref(line->steps);
    g_string_free(line->text, TRUE);
}

static void add_step(pieces *line, size_t byte)
{
    lyh_origin_step step = { .start = line->text->len, .origin = { .byte = byte } };
    g_array_append_val(line->steps, step);
}

void pieces_add(pieces *line, const char *text, size_t size, size_t byte)
{
    if (byte != line->next)
        add_step(line, byte);
    g_string_append_len(line->text, text, (gssize)size);
    line->next = byte + size;
}

void pieces_add_other(pieces *line, const char *text, size_t size, size_t byte)
{
    add_step(line, byte);
    g_string_append_len(line->text, text, (gssize)size);
    line->next = LYH_NONE;
}

void pieces_append(pieces *line, const pieces *more, size_t from, size_t to)
{
    for (guint i = 0; i < more->steps->len; i++) {
        const lyh_origin_step *step = &g_array_index(more->steps, lyh_origin_step, i);
        size_t end = i + 1 < more->steps->len ? step[1].start : more->text->len;
        size_t start = MAX(step->start, from);
        end = MIN(end, to);
        if (start < end)
            pieces_add(line, more->text->str + start, end - start,
                       step->origin.byte + (start - step->start));
    }
}

size_t pieces_byte_of(const pieces *line, size_t at)
{
    size_t byte = 0;
    for (guint i = 0; i < line->steps->len; i++) {
        const lyh_origin_step *step = &g_array_index(line->steps, lyh_origin_step, i);
        if (step->start <= at)
            byte = step->origin.byte + (at - step->start);
    }
    return byte;
}

size_t pieces_first_byte(const pieces *line)
{
    return line->steps->len > 0 ? g_array_index(line->steps, lyh_origin_step, 0).origin.byte
                                : 0;
}

void pieces_empty(pieces *line)
{
    g_string_truncate(line->text, 0);
    g_array_set_size(line->steps, 0);
    line->next = LYH_NONE;
}

void pieces_end_line(pieces *line, line_list *lines, bool is_paragraph)
{
    if (line->steps->len == 0)
        add_step(line, line->next == LYH_NONE ? 0 : line->next);
    lines_add_pieces(lines, line->text->str, line->text->len, line->steps, is_paragraph);
    pieces_empty(line);
}

size_t pieces_physical_line(const char *text, size_t size, size_t start, size_t *next)
{
    size_t end = start + lyh_text_until(text + start, size - start, "\r\n");
    if (end >= size)
        *next = size + 1;
    else
        *next = end + (text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
    return end;
}
