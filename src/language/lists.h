/**
 * Lines of the word lists in data/, which are embedded in the library.
 */
#ifndef LYHORD_LANGUAGE_LISTS_H
#define LYHORD_LANGUAGE_LISTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Where the reading of a list has come to; begin with the list's bytes. */
typedef struct lyh_list {
    const char *at;
    const char *end;
} lyh_list;

/** A piece of a line, lent by the list; not zero-terminated. */
typedef struct lyh_span {
    const char *text;
    size_t size;
} lyh_span;

/** The next line that holds more than a comment (`#` begins one), outer white space left out. */
bool lyh_list_next(lyh_list *list, lyh_span *line);

/**
 * Cut @line at the first @separator: the piece before it, trimmed, is returned and @line is
 * what follows. Without a separator the whole line is returned and @line becomes empty.
 */
lyh_span lyh_span_cut(lyh_span *line, char separator);

/** Is @span the zero-terminated @text? */
bool lyh_span_is(lyh_span span, const char *text);

/** A name that a list uses, and what it stands for. */
typedef struct lyh_list_name {
    const char *name;
    uint32_t value;
} lyh_list_name;

/** What @name, which must be one of the @count @names, stands for. */
uint32_t lyh_list_value(const lyh_list_name *names, size_t count, lyh_span name);

#endif
