#include "shape.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "label.h"
#include "wrap.h"

/* Characters. A head is a title at most. */
#define LONGEST_HEAD 100

/* Words that stand beside a page number and nothing else. */
static const char *const page_words[] = { "av", "of",  "p",    "page",
                                          "s",  "sid", "sida", "sidan" };

static bool is_page_word(const char *word, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(page_words); i++)
        if (strlen(page_words[i]) == size && memcmp(page_words[i], word, size) == 0)
            return true;
    return false;
}

static size_t number_size(const char *text, size_t size)
{
    size_t end = 0;
    while (end < size && g_ascii_isdigit(text[end]))
        end++;
    return end;
}

static void add_number(struct shape *shape, const char *digits, size_t size)
{
    if (shape->count == SHAPE_NUMBERS)
        return;
    size_t value = 0;
    for (size_t i = 0; i < MIN(size, 9); i++)
        value = value * 10 + (size_t)(digits[i] - '0');
    shape->numbers[shape->count++] = value;
}

static size_t letters_size(const char *text, size_t size)
{
    size_t end = 0, length;
    for (; end < size; end += length) {
        uint32_t c = lyh_text_char(text + end, size - end, &length);
        if (!lyh_char_is_word(c) || g_ascii_isdigit(text[end]))
            break;
    }
    return end;
}

/* Numbers become '#', white space one space, everything else stays. */
static void read_shape(struct shape *shape, const char *text, size_t size)
{
    GString *key = g_string_new(NULL);
    shape->is_number = true;
    for (size_t i = 0, length; i < size; i += length) {
        if ((length = number_size(text + i, size - i)) > 0) {
            add_number(shape, text + i, length);
            g_string_append_c(key, '#');
        } else if ((length = letters_size(text + i, size - i)) > 0) {
            shape->is_number = shape->is_number && is_page_word(text + i, length);
            g_string_append_len(key, text + i, (gssize)length);
        } else if ((length = lyh_text_leading_space(text + i, size - i)) > 0) {
            g_string_append_c(key, ' ');
        } else {
            lyh_text_char(text + i, size - i, &length);
            g_string_append_len(key, text + i, (gssize)length);
        }
    }
    shape->is_number = shape->is_number && shape->count > 0;
    shape->key = g_string_free(key, FALSE);
}

/* "5." numbers a story or a question, "- Ja" is somebody who speaks. */
static bool is_of_the_text(const char *text, size_t size)
{
    struct label label;
    size_t digits = number_size(text, size);
    if (label_at(text, size, &label))
        return true;
    if (digits > 0 && digits < size && (text[digits] == '.' || text[digits] == ')'))
        return true;
    return wrap_is_list_item(text, size);
}

struct shape shape_of(const line_list *lines, size_t index)
{
    struct shape shape = { .key = NULL };
    const struct line *line = lines_at(lines, index);
    const char *text = lines->text->str + line->first;
    size_t size = line->last - line->first;
    if (size == 0 || size > 4 * LONGEST_HEAD ||
        lyh_text_length(text, size) > LONGEST_HEAD || line->label > 0)
        return shape;
    size_t length;
    uint32_t first = lyh_text_char(text, size, &length);
    bool is_dash = first == '-' || first == 0x2013 || first == 0x2014;
    size_t lead =
        is_dash ? length + lyh_text_leading_space(text + length, size - length) : 0;
    if ((is_dash && number_size(text + lead, size - lead) == 0) ||
        (!is_dash && is_of_the_text(text, size)))
        return shape;
    char *folded = lyh_text_fold(text, size, &size);
    read_shape(&shape, folded, size);
    g_free(folded);
    return shape;
}
