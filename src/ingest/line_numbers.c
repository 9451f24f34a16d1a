#include "line_numbers.h"

#include <lyhord/base/text.h>

/* Fewer may be a list; more digits are no line's number. */
enum { FEWEST_LINES = 4, MOST_DIGITS = 6 };

/* Bytes of the number that @line begins with and the white space behind it; 0: there is none. */
static size_t number_of(const line_list *lines, const struct line *line, size_t *number)
{
    const char *text = lines->text->str + line->first;
    size_t size = line->last - line->first;
    size_t digits = 0;
    *number = 0;
    while (digits < size && digits < MOST_DIGITS && g_ascii_isdigit(text[digits]))
        *number = *number * 10 + (size_t)(text[digits++] - '0');
    if (digits == 0 || digits == size)
        return digits; /* a numbered line without text */
    size_t space = lyh_text_leading_space(text + digits, size - digits);
    return space > 0 ? digits + space : 0;
}

static bool takes_part(const struct line *line)
{
    return !line_is_blank(line) && !line->is_heading;
}

/* How many lines are numbered; 0 when any with text is not, or the numbers do not count. */
static size_t count_numbered(const line_list *lines)
{
    size_t count = 0, last = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = lines_at(lines, i);
        size_t number;
        if (!takes_part(line))
            continue;
        if (line->label > 0 || number_of(lines, line, &number) == 0 ||
            (count > 0 && number != last + 1))
            return 0;
        last = number;
        count++;
    }
    return count;
}

void line_numbers_pass(line_list *lines, const char *path, lyh_diags *diags)
{
    size_t count = count_numbered(lines);
    if (count < FEWEST_LINES)
        return;
    for (size_t i = 0; i < lines->count; i++) {
        struct line *line = lines_get(lines, i);
        size_t number;
        size_t passed = takes_part(line) ? number_of(lines, line, &number) : 0;
        line->first += passed;
        line->emphasis -= MIN(line->emphasis, passed);
    }
    lyh_diags_note(diags, "line-numbers", lyh_place_file(path),
                   "every line begins with its number; the numbers are left out (%zu)",
                   count);
}
