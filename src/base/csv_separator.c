/*
 * Which character separates the cells of a file: the heading shows it.
 */
#include <string.h>

#include "csv_private.h"

static const char candidates[] = { ';', ',', '\t' };

typedef struct counts {
    size_t of[G_N_ELEMENTS(candidates)];
    size_t end; /* where the record ends: a line end or the end of the text */
} counts;

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Count the candidates outside quotes from @at to the end of the record. */
static counts count_record(const char *text, size_t size, size_t at)
{
    counts found = { { 0 }, 0 };
    bool is_quoted = false;
    for (; at < size && (is_quoted || !is_line_end(text[at])); at++) {
        is_quoted ^= text[at] == '"';
        const char *which =
            is_quoted ? NULL : memchr(candidates, text[at], sizeof candidates);
        if (which)
            found.of[which - candidates]++;
    }
    found.end = at;
    return found;
}

static counts count_first_row(const char *text, size_t size, size_t heading_end)
{
    while (heading_end < size && is_line_end(text[heading_end]))
        heading_end++;
    return count_record(text, size, heading_end);
}

static const char *name_of(char separator)
{
    return separator == ',' ? N_("commas") : N_("tabs");
}

size_t lyh_csv_skip_sep(const lyh_source *source, char *separator)
{
    const char *text = lyh_source_text(source);
    if (g_ascii_strncasecmp(text, "sep=", 4) != 0 || text[4] == '\0' ||
        !memchr(candidates, text[4], sizeof candidates) || !is_line_end(text[5]))
        return 0;
    *separator = text[4];
    return text[5] == '\r' && text[6] == '\n' ? 7 : 6;
}

/*
 * The only candidate in the heading; of several, the only one that the first row has as often
 * as the heading: a comma in a question's text is then no separator.
 */
static char choose(const char *text, size_t size, size_t heading, bool *is_ambiguous)
{
    counts in_heading = count_record(text, size, heading);
    counts in_row = count_first_row(text, size, in_heading.end);
    size_t present = 0, agreeing = 0;
    char only = ';', agreed = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(candidates); i++) {
        if (in_heading.of[i] == 0)
            continue;
        present++;
        only = candidates[i];
        if (in_row.of[i] == in_heading.of[i]) {
            agreeing++;
            agreed = candidates[i];
        }
    }
    *is_ambiguous = present > 1 && agreeing != 1;
    return present > 1 ? agreed : only;
}

char lyh_csv_separator_of(const lyh_source *source, size_t heading, lyh_diags *diags)
{
    const char *text = lyh_source_text(source);
    size_t size = lyh_source_size(source);
    size_t end = heading + strcspn(text + heading, "\r\n");
    char separator = 0;
    bool is_ambiguous = false;
    if (lyh_csv_skip_sep(source, &separator) == 0)
        separator = choose(text, size, heading, &is_ambiguous);

    if (is_ambiguous) {
        lyh_diags_error(
            diags, "csv-separator", lyh_place_text(source, heading, end),
            "the heading does not show what separates the columns: use ';', and "
            "quotes round a heading that holds ';', ',' or a tab");
        return 0;
    }
    if (separator != ';')
        lyh_diags_warning(diags, "csv-separator", lyh_place_text(source, heading, heading),
                          "the columns are separated by %s; lyhord itself writes ';'",
                          lyh_tr(lyh_diags_catalog(diags), name_of(separator)));
    return separator;
}
