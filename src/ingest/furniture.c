#include "furniture.h"

#include <lyhord/base/text.h>

#include "furniture_private.h"
#include "wrap.h"

/* Where footnotes begin, programs that save pages as text leave a line of spaces. */
#define SHORTEST_RULE 20
/* Lines of text. What goes on longer is no footnote. */
#define LONGEST_NOTES 15

bool furniture_crosses(const line_list *lines, const struct line *before,
                       const struct line *after)
{
    const char *text = lines->text->str;
    return wrap_goes_on(text + after->first, after->last - after->first) &&
           wrap_is_cut(text + before->first, before->last - before->first);
}

static bool is_rule(const line_list *lines, size_t index)
{
    const struct line *line = lines_at(lines, index);
    return line_is_blank(line) && line->end - line->start >= SHORTEST_RULE;
}

/* "3 Se bilaga 1" */
static size_t note_number(const line_list *lines, size_t index)
{
    const struct line *line = lines_at(lines, index);
    const char *text = lines->text->str + line->first;
    size_t size = line->last - line->first;
    size_t digits = 0, value = 0;
    for (; digits < size && digits < 4 && g_ascii_isdigit(text[digits]); digits++)
        value = value * 10 + (size_t)(text[digits] - '0');
    bool has_text = digits > 0 && digits < 4 && digits + 1 < size && text[digits] == ' ';
    return has_text ? value : 0;
}

/* A new page begins: with another number, or, where form feeds became spaces, with a space right
 * after a line of text. */
static bool begins_page(const line_list *lines, size_t index)
{
    const struct line *line = lines_at(lines, index);
    if (line_is_blank(line))
        return false;
    const struct line *before = lines_at(lines, index - 1);
    return line->page != before->page ||
           (line->page == 0 && line->first > line->start && !line_is_blank(before));
}

/* The line after the footnotes that begin at @start, or @start when they are none. */
static size_t end_of_notes(const line_list *lines, size_t start)
{
    size_t text = 0;
    for (size_t i = start; text <= LONGEST_NOTES; i++) {
        if (i == lines->count || (i > start && begins_page(lines, i)))
            return i;
        text += !line_is_blank(lines_at(lines, i));
    }
    return start;
}

/* Footnotes are counted by their numbers, which rise through the file. */
static size_t leave_out_notes(line_list *lines)
{
    size_t count = 0, last = 0;
    for (size_t i = 0; i + 1 < lines->count; i++) {
        if (!is_rule(lines, i) || note_number(lines, i + 1) <= last)
            continue;
        size_t end = end_of_notes(lines, i + 1);
        for (size_t j = i + 1; j < end; j++) {
            struct line *line = lines_get(lines, j);
            line->is_furniture = !line_is_blank(line);
            if (note_number(lines, j) > last) {
                last = note_number(lines, j);
                count++;
            }
        }
        i = MAX(i, end - 1);
    }
    return count;
}

static size_t count_furniture(const line_list *lines)
{
    size_t count = 0;
    for (size_t i = 0; i < lines->count; i++)
        count += lines_at(lines, i)->is_furniture;
    return count;
}

static bool knows_pages(const line_list *lines)
{
    return lines->count > 0 && lines_at(lines, lines->count - 1)->page > 0;
}

void furniture_find(line_list *lines, const char *path, lyh_diags *diags)
{
    /* Without pages it is blank lines that set apart a number or a rule. */
    if (!knows_pages(lines) && !lines_have_blank(lines))
        return;
    size_t notes = leave_out_notes(lines);
    size_t before = count_furniture(lines);
    if (knows_pages(lines))
        furniture_of_pages(lines);
    else
        furniture_of_series(lines);

    size_t heads = count_furniture(lines) - before;
    if (heads > 0)
        lyh_diags_note(diags, "page-furniture", lyh_place_file(path),
                       "page numbers and running heads are left out (lines: %zu)", heads);
    if (notes > 0)
        lyh_diags_warning(diags, "footnotes", lyh_place_file(path),
                          "footnotes are left out (%zu)", notes);
}
