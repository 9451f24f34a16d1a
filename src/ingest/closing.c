#include "closing.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

/* No id of a respondent is longer; "(respondent som nyss kommit hem)" is a stage direction. */
#define LONGEST_ID 32

static const char *const words[] = { "Informant", "Intervjuperson", "IP", "Respondent" };

/* Bytes of the word for a respondent that @text begins with, or 0. */
static size_t word_at(const char *text, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t length = strlen(words[i]);
        if (length < size && g_ascii_strncasecmp(text, words[i], length) == 0)
            return length;
    }
    return 0;
}

/* One word that holds a capital or a digit. */
static bool is_id(const char *text, size_t size)
{
    bool is_marked = false;
    if (size == 0 || size > LONGEST_ID)
        return false;
    for (size_t i = 0, length; i < size; i += length) {
        uint32_t c = lyh_text_char(text + i, size - i, &length);
        if (lyh_char_is_space(c) || c == '(' || c == ')')
            return false;
        is_marked = is_marked || lyh_char_is_upper(c) || lyh_char_is_digit(c);
    }
    return is_marked;
}

size_t closing_at(const char *text, size_t size, size_t *id, size_t *id_size)
{
    if (size == 0 || text[size - 1] != ')')
        return size;
    size_t open = size - 1;
    while (open > 0 && text[open] != '(' && size - open < LONGEST_ID * 2)
        open--;
    if (text[open] != '(')
        return size;

    size_t word = word_at(text + open + 1, size - open - 2);
    size_t start = open + 1 + word;
    while (word > 0 && start < size - 1 && (text[start] == ' ' || text[start] == '\t'))
        start++;
    if (word == 0 || start == open + 1 + word || !is_id(text + start, size - 1 - start))
        return size;
    *id = start;
    *id_size = size - 1 - start;
    return open;
}
