#include "markdown_blocks.h"

#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/text.h>

#include "markdown_paragraph.h"
#include "pieces.h"

/* Nobody says more about a file than this; beyond it, the first line only parts the text. */
#define LONGEST_FRONT_MATTER 100

struct reader {
    const char *text;
    size_t size;
    struct markdown_findings *findings;
    struct markdown_paragraph paragraph;
    pieces row;          /* the physical line at hand, its comments left out */
    size_t last_close;   /* where the last "-->" of the file begins, or LYH_NONE */
    size_t comment_ends; /* byte after the comment that is open, or 0 */
    char fence;          /* '`' or '~' inside a block of code, else 0 */
    size_t fence_size;
};

/* ------ front matter ------ */

static bool is_rule_of(const char *text, size_t size, const char *sign)
{
    return lyh_text_trimmed_size(text, size) == 3 && memcmp(text, sign, 3) == 0;
}

/* "title: …", "  - …", "# …": speakers begin with a capital. */
static bool is_said_about_file(const char *text, size_t size)
{
    if (lyh_text_is_blank(text, size) || strchr(" \t-#", text[0]))
        return true;
    size_t at = 0;
    while (at < size && (g_ascii_islower(text[at]) || text[at] == '_' || text[at] == '-' ||
                         (at > 0 && (g_ascii_isalnum(text[at]) || (text[at] & 0x80)))))
        at++;
    return at > 0 && at < size && text[at] == ':';
}

/* The byte after the front matter; 0 when there is none. */
static size_t pass_front_matter(const struct reader *reader, size_t *lines)
{
    size_t next;
    size_t end = pieces_physical_line(reader->text, reader->size, 0, &next);
    if (!is_rule_of(reader->text, end, "---"))
        return 0;
    for (*lines = 2; next <= reader->size && *lines < LONGEST_FRONT_MATTER; ++*lines) {
        size_t start = next;
        end = pieces_physical_line(reader->text, reader->size, start, &next);
        const char *line = reader->text + start;
        if (is_rule_of(line, end - start, "---") || is_rule_of(line, end - start, "..."))
            return MIN(next, reader->size);
        if (!is_said_about_file(line, end - start))
            return 0;
    }
    return 0;
}

/* ------ comments ------ */

static size_t find_last_close(const char *text, size_t size)
{
    for (size_t at = size; at >= 3; at--)
        if (text[at - 1] == '>' && memcmp(text + at - 3, "-->", 3) == 0)
            return at - 3;
    return LYH_NONE;
}

/* The byte after the comment that begins at @start; 0 when it is never closed, and so is text. */
static size_t comment_end(const struct reader *reader, size_t start)
{
    if (reader->last_close == LYH_NONE || reader->last_close < start + 4)
        return 0;
    const char *close =
        memmem(reader->text + start + 4, reader->size - start - 4, "-->", 3);
    return (size_t)(close - reader->text) + 3;
}

/* The physical line from @start to @end into reader->row. */
static void take_row(struct reader *reader, size_t start, size_t end)
{
    pieces_empty(&reader->row);
    size_t at = MAX(start, reader->comment_ends);
    while (at < end) {
        const char *open =
            reader->fence ? NULL : memmem(reader->text + at, end - at, "<!--", 4);
        size_t from = open ? (size_t)(open - reader->text) : end;
        size_t after = open ? comment_end(reader, from) : 0;
        if (after == 0)
            from = end;
        pieces_add(&reader->row, reader->text + at, from - at, at);
        at = from;
        if (after == 0)
            continue;
        reader->findings->comments++;
        reader->comment_ends = after;
        at = after;
    }
}

/* ------ what a row begins ------ */

static size_t run_of(const char *text, size_t size, char sign)
{
    size_t length = 0;
    while (length < size && text[length] == sign)
        length++;
    return length;
}

/* "---", "* * *": at least three of one sign and nothing but blanks between. */
static bool is_thematic_break(const char *text, size_t size)
{
    size_t signs = 0;
    if (size == 0 || !strchr("-*_", text[0]) || text[0] == '\0')
        return false;
    for (size_t i = 0; i < size; i++) {
        if (text[i] == text[0])
            signs++;
        else if (text[i] != ' ' && text[i] != '\t')
            return false;
    }
    return signs >= 3;
}

static size_t pass_quotation(const char *text, size_t size)
{
    size_t at = lyh_text_leading_space(text, size);
    while (at < size && text[at] == '>') {
        at++;
        at += lyh_text_leading_space(text + at, size - at);
    }
    return at;
}

/* Bytes of "# " or of more of them; 0 when it is no heading. */
static size_t heading_sign(const char *text, size_t size)
{
    size_t signs = run_of(text, size, '#');
    if (signs == 0 || signs > 6 ||
        (signs < size && text[signs] != ' ' && text[signs] != '\t'))
        return 0;
    return signs + lyh_text_leading_space(text + signs, size - signs);
}

/* Without the signs that close a heading, "## Stöd ##". */
static size_t heading_size(const char *text, size_t size)
{
    size = lyh_text_trimmed_size(text, size);
    size_t end = size;
    while (end > 0 && text[end - 1] == '#')
        end--;
    if (end == size || (end > 0 && text[end - 1] != ' '))
        return size;
    return lyh_text_trimmed_size(text, end);
}

/* "[1]: https://…": where a link leads, for readers of the file only. */
static bool is_definition(const char *text, size_t size)
{
    const char *close = size > 0 && text[0] == '[' ? memchr(text, ']', size) : NULL;
    size_t at = close ? (size_t)(close - text) + 1 : size;
    if (at >= size || text[at] != ':')
        return false;
    at += 1 + lyh_text_leading_space(text + at + 1, size - at - 1);
    size_t end = at;
    while (end < size && !g_ascii_isspace(text[end]))
        end++;
    return at < end && (text[at] == '/' || text[at] == '#' || text[at] == '<' ||
                        memmem(text + at, end - at, "://", 3) ||
                        memmem(text + at, end - at, "www.", 4));
}

/* Bytes of "- ", "* ", "+ "; 0 when it is no item. */
static size_t bullet(const char *text, size_t size)
{
    bool is_sign = size > 1 && (text[0] == '-' || text[0] == '*' || text[0] == '+');
    return is_sign && (text[1] == ' ' || text[1] == '\t')
               ? 1 + lyh_text_leading_space(text + 1, size - 1)
               : 0;
}

static bool is_numbered(const char *text, size_t size)
{
    size_t digits = 0;
    while (digits < size && digits < 9 && g_ascii_isdigit(text[digits]))
        digits++;
    return digits > 0 && digits + 1 < size &&
           (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
}

/* ------ rows to paragraphs ------ */

static void end_paragraph(struct reader *reader)
{
    reader->findings->images += markdown_paragraph_end(&reader->paragraph);
}

static bool opens_fence(struct reader *reader, const char *text, size_t size)
{
    char sign = size > 0 ? text[0] : '\0';
    size_t length = sign == '`' || sign == '~' ? run_of(text, size, sign) : 0;
    if (length < 3 || (sign == '`' && memchr(text + length, '`', size - length)))
        return false;
    end_paragraph(reader);
    reader->fence = sign;
    reader->fence_size = length;
    return true;
}

/* Code is text as it stands; its fences are not. */
static void read_code(struct reader *reader)
{
    const char *text = reader->row.text->str;
    size_t size = reader->row.text->len;
    size_t lead = lyh_text_leading_space(text, size);
    size_t length = run_of(text + lead, size - lead, reader->fence);
    if (length >= reader->fence_size &&
        lyh_text_is_blank(text + lead + length, size - lead - length))
        reader->fence = '\0';
    else if (lead < size)
        markdown_paragraph_add_plain(&reader->paragraph, &reader->row);
}

static void read_heading(struct reader *reader, size_t from)
{
    end_paragraph(reader);
    const char *text = reader->row.text->str + from;
    size_t size = heading_size(text, reader->row.text->len - from);
    markdown_paragraph_add(&reader->paragraph, &reader->row, from, from + size);
    reader->paragraph.is_heading = true;
    end_paragraph(reader);
}

/* "===" under a line makes it a heading; "---" too, but it is also how people part turns. */
static bool is_underline(const struct reader *reader, const char *text, size_t size)
{
    const struct markdown_paragraph *paragraph = &reader->paragraph;
    size_t trimmed = lyh_text_trimmed_size(text, size);
    if (paragraph->rows != 1 || trimmed < 2 || (text[0] != '=' && text[0] != '-') ||
        run_of(text, trimmed, text[0]) != trimmed)
        return false;
    return text[0] == '=' || markdown_paragraph_may_be_heading(paragraph);
}

static void begin_item(struct reader *reader, size_t at, size_t sign)
{
    end_paragraph(reader);
    if (sign > 0)
        markdown_paragraph_add_sign(&reader->paragraph, "- ", &reader->row, at);
    markdown_paragraph_add(&reader->paragraph, &reader->row, at + sign,
                           reader->row.text->len);
}

static void read_row(struct reader *reader)
{
    if (reader->fence) {
        read_code(reader);
        return;
    }
    size_t at = pass_quotation(reader->row.text->str, reader->row.text->len);
    const char *text = reader->row.text->str + at;
    size_t size = reader->row.text->len - at;
    if (size == 0) {
        end_paragraph(reader);
    } else if (is_underline(reader, text, size)) {
        reader->paragraph.is_heading = true;
        end_paragraph(reader);
    } else if (is_thematic_break(text, size)) {
        end_paragraph(reader);
    } else if (opens_fence(reader, text, size) ||
               (reader->paragraph.rows == 0 && is_definition(text, size))) {
        return;
    } else if (heading_sign(text, size) > 0) {
        read_heading(reader, at + heading_sign(text, size));
    } else if (bullet(text, size) > 0 || is_numbered(text, size)) {
        begin_item(reader, at, bullet(text, size));
    } else {
        markdown_paragraph_add(&reader->paragraph, &reader->row, at, reader->row.text->len);
    }
}

void markdown_read(const char *text, size_t size, line_list *lines,
                   struct markdown_findings *findings)
{
    struct reader reader = { .text = text,
                             .size = size,
                             .findings = findings,
                             .last_close = find_last_close(text, size) };
    markdown_paragraph_init(&reader.paragraph, lines);
    pieces_init(&reader.row);
    size_t front_matter = 0;
    size_t start = pass_front_matter(&reader, &front_matter);
    findings->front_matter = start > 0 ? front_matter : 0;
    for (size_t next; start <= size; start = next) {
        size_t end = pieces_physical_line(text, size, start, &next);
        if (start >= reader.comment_ends || end > reader.comment_ends) {
            take_row(&reader, start, end);
            read_row(&reader);
        }
    }
    end_paragraph(&reader);
    pieces_clear(&reader.row);
    markdown_paragraph_clear(&reader.paragraph);
}
