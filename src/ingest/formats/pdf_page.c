#include "pdf_page.h"

#include <string.h>

#include <lyhord/base/text.h>

/* The page as poppler tells it: one rectangle a character, line ends included. */
typedef struct told {
    char *text;
    PopplerRectangle *boxes;
    guint count;
    GList *fonts; /* PopplerTextAttributes, in the order of the text */
} told;

/* A line while it is read. */
struct reader {
    const GList *font;
    struct pdf_line line;
    GString *text;
    size_t characters;
    bool has_box;
    bool is_bold; /* all of it so far */
};

void pdf_line_clear(void *line)
{
    g_free(((struct pdf_line *)line)->text);
}

static void told_clear(told *it)
{
    g_free(it->text);
    g_free(it->boxes);
    poppler_page_free_text_attributes(it->fonts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(told, told_clear)

static const PopplerTextAttributes *font_at(struct reader *reader, gint index)
{
    while (reader->font && ((PopplerTextAttributes *)reader->font->data)->end_index < index)
        reader->font = reader->font->next;
    return reader->font ? reader->font->data : NULL;
}

/* "ABCDEF+Calibri-BoldItalic": a pdf has no other word for it. */
static bool is_emphatic(const PopplerTextAttributes *font)
{
    static const char *const words[] = { "Black", "Bold", "Heavy", "Italic", "Oblique" };
    for (size_t i = 0; font && font->font_name && i < G_N_ELEMENTS(words); i++)
        if (strstr(font->font_name, words[i]))
            return true;
    return false;
}

static void begin_line(struct reader *reader)
{
    reader->line = (struct pdf_line){ .text = NULL };
    g_string_truncate(reader->text, 0);
    reader->characters = 0;
    reader->has_box = false;
    reader->is_bold = true;
}

static void end_line(struct reader *reader, GArray *lines)
{
    size_t size = lyh_text_trimmed_size(reader->text->str, reader->text->len);
    if (size > 0) {
        reader->line.text = g_strndup(reader->text->str, size);
        reader->line.font_size /= (double)MAX(reader->characters, 1);
        reader->line.bold = MIN(reader->line.bold, size);
        g_array_append_val(lines, reader->line);
    }
    begin_line(reader);
}

static void add_box(struct reader *reader, const PopplerRectangle *box)
{
    struct pdf_line *line = &reader->line;
    double left = MIN(box->x1, box->x2), right = MAX(box->x1, box->x2);
    double top = MIN(box->y1, box->y2), bottom = MAX(box->y1, box->y2);
    line->left = reader->has_box ? MIN(line->left, left) : left;
    line->right = reader->has_box ? MAX(line->right, right) : right;
    line->top = reader->has_box ? MIN(line->top, top) : top;
    line->bottom = reader->has_box ? MAX(line->bottom, bottom) : bottom;
    reader->has_box = true;
}

/* White space at the beginning is left out, NUL and other controls everywhere. */
static void add_char(struct reader *reader, const char *text, size_t length,
                     const PopplerRectangle *box, const PopplerTextAttributes *font)
{
    size_t size;
    uint32_t c = lyh_text_char(text, length, &size);
    bool is_space = lyh_char_is_space(c);
    if ((is_space && reader->text->len == 0) || (!is_space && lyh_char_is_unsafe(c)))
        return;
    g_string_append_len(reader->text, text, (gssize)length);
    if (is_space)
        return;
    if (box)
        add_box(reader, box);
    reader->line.font_size += font ? font->font_size : 0;
    reader->characters++;
    reader->is_bold = reader->is_bold && is_emphatic(font);
    if (reader->is_bold)
        reader->line.bold = reader->text->len;
}

static void read_lines(const told *it, GArray *lines)
{
    g_autoptr(GString) text = g_string_new(NULL);
    struct reader reader = { .font = it->fonts, .text = text };
    begin_line(&reader);
    guint index = 0;
    for (const char *c = it->text; *c; c = g_utf8_next_char(c), index++) {
        if (*c == '\n')
            end_line(&reader, lines);
        else
            add_char(&reader, c, (size_t)(g_utf8_next_char(c) - c),
                     index < it->count ? &it->boxes[index] : NULL,
                     font_at(&reader, (gint)index));
    }
    end_line(&reader, lines);
}

size_t pdf_page_lines(PopplerPage *page, size_t most, GArray *lines)
{
    g_auto(told) it = { .text = poppler_page_get_text(page) };
    if (!it.text || !*it.text)
        return 0;
    size_t size = strlen(it.text);
    if (lyh_text_invalid(it.text, size) < size) {
        char *valid = g_utf8_make_valid(it.text, -1);
        g_free(it.text);
        it.text = valid;
    }
    size_t length = lyh_text_length(it.text, strlen(it.text));
    if (length > most)
        return most + 1;
    poppler_page_get_text_layout(page, &it.boxes, &it.count);
    it.fonts = poppler_page_get_text_attributes(page);
    read_lines(&it, lines);
    return length;
}
