#include "paragraphs.h"

#include <lyhord/base/text.h>

#include "closing.h"

/* A hard-wrapped line is about this long at least, a heading or a line of a list seldom. */
#define SHORTEST_FULL_LINE 50

/* What decides between joining a line to the one before and a paragraph of its own. */
struct joint {
    const char *before, *after; /* trimmed */
    size_t before_size, after_size;
    bool has_marks;    /* the file has speaker marks */
    bool is_mark_only; /* the line before is nothing but its mark */
    bool is_parted;    /* a blank line, or the format's own paragraph end, stands between */
    bool is_formatted; /* the format's own */
};

void paragraphs_free(paragraph_list *paragraphs)
{
    if (!paragraphs)
        return;
    g_array_unref(paragraphs->steps);
    g_array_unref(paragraphs->items);
    g_string_free(paragraphs->text, TRUE);
    g_free(paragraphs);
}

static paragraph_list *paragraphs_empty(void)
{
    paragraph_list *paragraphs = g_new0(paragraph_list, 1);
    paragraphs->text = g_string_new(NULL);
    paragraphs->items = g_array_new(FALSE, FALSE, sizeof(struct paragraph));
    paragraphs->steps = g_array_new(FALSE, FALSE, sizeof(lyh_origin_step));
    return paragraphs;
}

static bool is_closing_sign(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x00BB || c == 0x2019 ||
           c == 0x201D || c == 0x201C;
}

/* Does a sentence end here? Quotes and brackets may follow the full stop. */
static bool ends_sentence(const char *text, size_t size)
{
    const char *end = text + size;
    while (end > text) {
        end = g_utf8_prev_char(end);
        size_t length;
        uint32_t c = lyh_text_char(end, size - (size_t)(end - text), &length);
        if (is_closing_sign(c))
            continue;
        return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026;
    }
    return size > 0; /* nothing but closing signs */
}

static bool goes_on_in_lower_case(const char *text, size_t size)
{
    size_t length;
    uint32_t c = lyh_text_char(text, size, &length);
    return lyh_char_is_word(c) && !lyh_char_is_upper(c) && !lyh_char_is_digit(c);
}

/* "- ", "– ", "• ", a private-use bullet of Word's, "1. " or "a) ". */
static bool is_list_item(const char *text, size_t size)
{
    size_t length;
    uint32_t c = lyh_text_char(text, size, &length);
    if (c == '-' || c == '*' || c == 0x2013 || c == 0x2014 || c == 0x2022 || c == 0x00B7)
        return length < size && text[length] == ' ';
    if (c >= 0xE000 && c <= 0xF8FF)
        return true;
    size_t sign = 0;
    while (sign < size && g_ascii_isdigit(text[sign]))
        sign++;
    if (sign == 0 && g_ascii_islower(text[0]))
        sign = 1;
    return sign > 0 && sign <= 2 && sign + 1 < size &&
           (text[sign] == ')' || text[sign] == '.') && text[sign + 1] == ' ';
}

static bool is_closed(const char *text, size_t size)
{
    size_t id, id_size;
    return closing_at(text, size, &id, &id_size) < size;
}

static bool is_joined(const struct joint *joint)
{
    if (joint->is_mark_only)
        return true;
    if (is_closed(joint->before, joint->before_size))
        return false;
    bool is_sentence = ends_sentence(joint->before, joint->before_size);
    if (is_list_item(joint->after, joint->after_size))
        return !is_sentence && !joint->is_parted &&
               !is_list_item(joint->before, joint->before_size);
    bool goes_on = !is_sentence && goes_on_in_lower_case(joint->after, joint->after_size);
    if (joint->is_formatted)
        return goes_on;
    if (joint->has_marks)
        return !joint->is_parted || !is_sentence;
    return goes_on ||
           (!joint->is_parted && !is_sentence &&
            lyh_text_length(joint->before, joint->before_size) >= SHORTEST_FULL_LINE);
}

static void copy(paragraph_list *paragraphs, const line_list *lines, size_t start,
                 size_t end)
{
    lines_copy_origins(lines, start, end, paragraphs->text->len, paragraphs->steps);
    g_string_append_len(paragraphs->text, lines->text->str + start, (gssize)(end - start));
}

static struct paragraph *last_paragraph(paragraph_list *paragraphs)
{
    return &g_array_index(paragraphs->items, struct paragraph, paragraphs->items->len - 1);
}

static void begin_paragraph(paragraph_list *paragraphs, const struct line *line,
                            const struct line_mark *mark)
{
    if (paragraphs->text->len > 0)
        g_string_append_c(paragraphs->text, '\n');
    struct paragraph next = { .start = paragraphs->text->len, .mark = mark->mark };
    next.speech = next.start + (mark->mark == LYH_NONE ? 0 : mark->speech - line->first);
    g_array_append_val(paragraphs->items, next);
}

/* The end of the paragraph, and whether it closes a block. */
static void end_paragraph(paragraph_list *paragraphs)
{
    if (paragraphs->items->len == 0)
        return;
    struct paragraph *last = last_paragraph(paragraphs);
    size_t id, id_size;
    last->end = paragraphs->text->len;
    last->closing = last->speech + closing_at(paragraphs->text->str + last->speech,
                                              last->end - last->speech, &id, &id_size);
}

/* The line is a closing and nothing else: never part of a paragraph with speech. */
static bool is_closing_line(const char *text, size_t size)
{
    size_t id, id_size;
    return closing_at(text, size, &id, &id_size) == 0;
}

static bool belongs_to_last(const line_list *lines, const mark_list *marks, size_t before,
                            size_t now, bool is_blank_between)
{
    const struct line *last = lines_at(lines, before);
    const struct line *line = lines_at(lines, now);
    const struct line_mark *mark = marks_of_line(marks, before);
    const char *text = lines->text->str;
    if (marks_of_line(marks, now)->mark != LYH_NONE ||
        is_closing_line(text + line->first, line->last - line->first))
        return false;

    struct joint joint = {
        .before = text + last->first,
        .before_size = last->last - last->first,
        .after = text + line->first,
        .after_size = line->last - line->first,
        .has_marks = marks->items->len > 0,
        .is_mark_only = mark->mark != LYH_NONE && mark->speech >= last->last,
        .is_parted = is_blank_between || line->is_paragraph,
        .is_formatted = line->is_paragraph,
    };
    return is_joined(&joint);
}

paragraph_list *paragraphs_new(const line_list *lines, const mark_list *marks)
{
    paragraph_list *paragraphs = paragraphs_empty();
    size_t before = LYH_NONE;
    bool is_blank_between = false;
    for (size_t i = 0; i < lines->items->len; i++) {
        const struct line *line = lines_at(lines, i);
        if (line_is_blank(line)) {
            is_blank_between = true;
            continue;
        }
        if (before != LYH_NONE &&
            belongs_to_last(lines, marks, before, i, is_blank_between)) {
            g_string_append_c(paragraphs->text, ' ');
        } else {
            end_paragraph(paragraphs);
            begin_paragraph(paragraphs, line, marks_of_line(marks, i));
        }
        copy(paragraphs, lines, line->first, line->last);
        before = i;
        is_blank_between = false;
    }
    end_paragraph(paragraphs);
    return paragraphs;
}

paragraph_list *paragraphs_plain(const line_list *lines)
{
    paragraph_list *paragraphs = paragraphs_empty();
    for (size_t i = 0; i < lines->items->len; i++) {
        const struct line *line = lines_at(lines, i);
        if (i > 0)
            g_string_append_c(paragraphs->text, '\n');
        copy(paragraphs, lines, line->start, line->end);
    }
    return paragraphs;
}
