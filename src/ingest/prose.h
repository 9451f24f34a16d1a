/**
 * One person's own words, or a report about many?
 *
 * A letter says *jag* and *mig* in every other sentence: 30 to 80 words of a thousand. Reports,
 * laws and slogans say it in fewer than ten, interviews quoted in them included, and have what
 * letters lack: a summary, numbered headings, references with years, paragraphs of law. A law
 * counted as a client's words is worse than a letter that somebody must claim, so the doubt
 * goes to the report.
 */
#ifndef LYHORD_INGEST_PROSE_H
#define LYHORD_INGEST_PROSE_H

#include "lines.h"

struct prose {
    size_t lines; /* with text */
    size_t words;
    size_t first_person; /* words: jag, mig, min … */
    size_t signs;        /* of a report: see prose.c; one kind counts three at most */
    bool is_quoted;      /* all of it in quotation marks */
};

/** Count what tells them apart in @lines; running heads and page numbers are no text. */
struct prose prose_of(const line_list *lines);

/** Is a text without any speaker mark a report rather than one person's words? */
bool prose_is_report(const struct prose *prose);

/**
 * The same of a text in which @marked lines begin with something like a speaker mark. Where they
 * stand close, as in any interview, nothing else is looked at.
 */
bool prose_is_report_with_marks(const line_list *lines, size_t marked);

/** Is "jag" or one of its forms among the words of @text? */
bool prose_is_first_person(const char *text, size_t size);

/** Does @text begin, or end, with a quotation mark? A full stop may follow at the end. */
bool prose_opens_quote(const char *text, size_t size);
bool prose_closes_quote(const char *text, size_t size);

/** Does a sentence end at the end of @text? Quotation marks and brackets may follow. */
bool prose_ends_sentence(const char *text, size_t size);

#endif
