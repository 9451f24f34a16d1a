#include "pdf_notes.h"

#include <stdlib.h>
#include <string.h>

/* Times the size of the text: what is smaller is small print. */
#define SMALL_PRINT 0.92
/* A page may lack a note or two that poppler put elsewhere, not ten. */
#define WIDEST_STEP 5

static struct pdf_line *line_at(GArray *page, size_t index)
{
    return &g_array_index(page, struct pdf_line, index);
}

/* "3 Se bilaga 1": the number of the note that begins here, or 0. */
static size_t note_number(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 3)
        return 0;
    const char *rest = text + digits + strspn(text + digits, " ");
    return g_unichar_isalpha(g_utf8_get_char(rest)) ? (size_t)atoi(text) : 0;
}

static bool follows(size_t number, size_t last)
{
    return number > last && number <= last + WIDEST_STEP;
}

/* The small print at the end of the page begins here. */
static size_t small_print(GArray *page, double body)
{
    size_t start = page->len;
    while (start > 0 && line_at(page, start - 1)->font_size < body * SMALL_PRINT)
        start--;
    return start;
}

size_t pdf_notes_find(GArray *page, double body, size_t *last)
{
    size_t start = small_print(page, body);
    if (start == 0)
        return 0;
    while (start < page->len && !follows(note_number(line_at(page, start)->text), *last))
        start++;
    size_t count = 0;
    for (size_t i = start; i < page->len; i++) {
        struct pdf_line *line = line_at(page, i);
        size_t number = note_number(line->text);
        if (line->text[strspn(line->text, "0123456789 -")] == '\0')
            continue; /* the page's own number */
        line->is_note = true;
        if (!follows(number, *last))
            continue;
        *last = number;
        count++;
    }
    return count;
}
