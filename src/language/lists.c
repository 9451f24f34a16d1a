#include "lists.h"

#include <glib.h>
#include <string.h>

static lyh_span trimmed(lyh_span span)
{
    while (span.size > 0 && span.text[0] == ' ') {
        span.text++;
        span.size--;
    }
    while (span.size > 0 && span.text[span.size - 1] == ' ')
        span.size--;
    return span;
}

lyh_span lyh_span_cut(lyh_span *line, char separator)
{
    const char *cut = line->size ? memchr(line->text, separator, line->size) : NULL;
    lyh_span piece = { line->text, cut ? (size_t)(cut - line->text) : line->size };
    size_t taken = piece.size + (cut ? 1 : 0);

    *line = trimmed((lyh_span){ line->text + taken, line->size - taken });
    return trimmed(piece);
}

bool lyh_span_is(lyh_span span, const char *text)
{
    return span.size == strlen(text) && memcmp(span.text, text, span.size) == 0;
}

/* The lists are ours: a name that is not in the table is our mistake. */
uint32_t lyh_list_value(const lyh_list_name *names, size_t count, lyh_span name)
{
    for (size_t i = 0; i < count; i++)
        if (lyh_span_is(name, names[i].name))
            return names[i].value;
    g_assert_not_reached();
}

bool lyh_list_next(lyh_list *list, lyh_span *line)
{
    while (list->at < list->end) {
        lyh_span rest = { list->at, (size_t)(list->end - list->at) };
        const char *stop = memchr(rest.text, '\n', rest.size);
        if (stop)
            rest.size = (size_t)(stop - rest.text);
        list->at = stop ? stop + 1 : list->end;

        *line = lyh_span_cut(&rest, '#');
        if (line->size > 0)
            return true;
    }
    return false;
}
