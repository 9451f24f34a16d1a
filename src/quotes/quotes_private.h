/** What the files of quotes share. */
#ifndef LYHORD_QUOTES_PRIVATE_H
#define LYHORD_QUOTES_PRIVATE_H

#include <glib.h>

#include <lyhord/quotes/quotes.h>

/* What may be chosen. */
typedef struct quote_candidate {
    lyh_quote quote;
    bool is_chosen, was_left_out;
    bool is_out;       /* proposed, and not among the best or not to be printed */
    bool is_of_length; /* proposed: as long as quotes are best */
    size_t likeness;   /* proposed: to all that was said of its code, in thousandths */
    GArray *terms;     /* proposed: its words, until they are weighed */
} quote_candidate;

struct lyh_quotes {
    GArray *candidates; /* in the order of adding */
    GArray *chosen;     /* lyh_quote, by mark, then code, then order */
    GStringChunk *texts;
    bool leaves_out_asides;
    lyh_lexicon *lexicon; /* NULL: nothing is proposed */
    lyh_quotes_may_print may_print;
    void *user;
};

quote_candidate *quotes_candidate(const lyh_quotes *quotes, guint index);

/* Bytes @start to @end as they are printed, kept by the list; and the question that turn @turn answers. */
const char *quotes_printable(lyh_quotes *quotes, const lyh_document *document, size_t start,
                             size_t end);
size_t quotes_question_at(const lyh_document *document, size_t turn);

/* Weigh what is offered, and leave out what is not to be proposed: what people have marked quotes of, and too many. */
void quotes_weigh_offers(lyh_quotes *quotes, size_t code_count);
/* Of what is proposed: of good length first, then like the others, then as it was added. */
bool quotes_is_likelier(const quote_candidate *one, const quote_candidate *other);

#endif
