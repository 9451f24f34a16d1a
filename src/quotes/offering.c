/* Statements that nobody marked, offered for the program to choose among. */
#include <lyhord/base/csv.h>
#include <lyhord/coding/statements.h>

#include "proposing.h"
#include "quotes_private.h"

enum {
    SHORTEST = 12, /* words of what is best proposed: fewer say little, more are not read */
    LONGEST = 60,
    MOST_PROPOSED = 40, /* of a code and a polarity: from these all are chosen */
    POLARITIES = 3
};

void lyh_quotes_propose(lyh_quotes *quotes, lyh_lexicon *lexicon,
                        lyh_quotes_may_print may_print, void *user)
{
    quotes->lexicon = lexicon;
    quotes->may_print = may_print;
    quotes->user = user;
}

/* The first sentence, from @sentence on, that ends after byte @offset. */
static size_t sentence_at(const lyh_tokens *tokens, size_t sentence, size_t offset)
{
    const lyh_sentence *all = lyh_tokens_sentences(tokens);
    size_t count = lyh_tokens_sentence_count(tokens);
    while (sentence + 1 < count &&
           lyh_tokens_all(tokens)[all[sentence].end - 1].end <= offset)
        sentence++;
    return sentence;
}

/* The first sentence of @turn: sentences stand in the order of turns. */
static size_t sentence_of_turn(const lyh_tokens *tokens, size_t turn)
{
    size_t low = 0, high = lyh_tokens_sentence_count(tokens);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lyh_tokens_sentences(tokens)[middle].turn < turn)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A statement with the whole sentences it is in. */
static void offer_statement(lyh_quotes *quotes, const lyh_document *document,
                            const lyh_tokens *tokens, const lyh_statement *said)
{
    size_t sentence = sentence_of_turn(tokens, said->turn), words;
    if (said->respondent == LYH_NONE || sentence >= lyh_tokens_sentence_count(tokens))
        return;
    size_t begins = sentence_at(tokens, sentence, said->start);
    size_t ends = sentence_at(tokens, begins, said->end - 1);
    const lyh_sentence *first = &lyh_tokens_sentences(tokens)[begins];
    const lyh_sentence *last = &lyh_tokens_sentences(tokens)[ends];
    size_t start = lyh_tokens_all(tokens)[first->first].start;
    size_t end = lyh_tokens_all(tokens)[last->end - 1].end;
    GArray *terms = terms_of(tokens, first->first, last->end, quotes->lexicon, &words);
    const quote_candidate made = {
        .quote = { .text = quotes_printable(quotes, document, start, end),
                   .code = said->code,
                   .mark = LYH_MARK_QUOTE,
                   .polarity = said->polarity,
                   .respondent = said->respondent,
                   .question = quotes_question_at(document, said->turn),
                   .is_proposed = true,
                   .order = quotes->candidates->len },
        .is_of_length = words >= SHORTEST && words <= LONGEST,
        .terms = terms,
    };
    g_array_append_val(quotes->candidates, made);
}

void lyh_quotes_offer(lyh_quotes *quotes, const lyh_document *document,
                      const lyh_tokens *tokens, const lyh_codings *codings)
{
    if (!quotes->lexicon)
        return;
    size_t count;
    lyh_statement *said = lyh_statements_from(codings, tokens, false, &count);
    for (size_t i = 0; i < count; i++)
        offer_statement(quotes, document, tokens, &said[i]);
    g_free(said);
}

bool quotes_is_likelier(const quote_candidate *one, const quote_candidate *other)
{
    if (one->is_of_length != other->is_of_length)
        return one->is_of_length;
    if (one->likeness != other->likeness)
        return one->likeness > other->likeness;
    return one->quote.order < other->quote.order;
}

static gint by_code_and_likelihood(gconstpointer one, gconstpointer two)
{
    const quote_candidate *a = *(quote_candidate *const *)one;
    const quote_candidate *b = *(quote_candidate *const *)two;
    if (a->quote.code != b->quote.code)
        return a->quote.code < b->quote.code ? -1 : 1;
    if (a->quote.polarity != b->quote.polarity)
        return a->quote.polarity < b->quote.polarity ? -1 : 1;
    return a == b ? 0 : quotes_is_likelier(a, b) ? -1 : 1;
}

static bool is_same_side(const quote_candidate *one, const quote_candidate *other)
{
    return one->quote.code == other->quote.code &&
           one->quote.polarity == other->quote.polarity;
}

/* What a person marked is not chosen anew: its code and polarity get no proposal, nor does a neutral one with a side. */
static void leave_out_told(lyh_quotes *quotes, size_t code_count)
{
    g_autofree bool *is_marked = g_new0(bool, code_count *POLARITIES + 1);
    g_autofree bool *has_side = g_new0(bool, code_count + 1);
    for (guint i = 0; i < quotes->candidates->len; i++) {
        const lyh_quote *quote = &quotes_candidate(quotes, i)->quote;
        if (quote->mark != LYH_MARK_QUOTE || quote->code >= code_count)
            continue;
        is_marked[quote->code * POLARITIES + quote->polarity] |= !quote->is_proposed;
        has_side[quote->code] |= !quote->is_proposed || quote->polarity != LYH_NEUTRAL;
    }
    for (guint i = 0; i < quotes->candidates->len; i++) {
        quote_candidate *about = quotes_candidate(quotes, i);
        const lyh_quote *quote = &about->quote;
        about->is_out |= quote->is_proposed &&
                         (quote->code >= code_count ||
                          is_marked[quote->code * POLARITIES + quote->polarity] ||
                          (quote->polarity == LYH_NEUTRAL && has_side[quote->code]));
    }
}

/* Proposals in the order of their codes and sides, the best of each first. */
static GPtrArray *proposals_in_order(lyh_quotes *quotes)
{
    GPtrArray *proposed = g_ptr_array_new();
    for (guint i = 0; i < quotes->candidates->len; i++)
        if (quotes_candidate(quotes, i)->quote.is_proposed)
            g_ptr_array_add(proposed, quotes_candidate(quotes, i));
    g_ptr_array_sort(proposed, by_code_and_likelihood);
    return proposed;
}

static void weigh_proposals(lyh_quotes *quotes)
{
    g_autoptr(GPtrArray) proposed = proposals_in_order(quotes);
    g_autofree lyh_offer *offers = g_new0(lyh_offer, proposed->len + 1);
    for (guint i = 0; i < proposed->len; i++) {
        const quote_candidate *candidate = proposed->pdata[i];
        offers[i] = (lyh_offer){ candidate->quote.code, candidate->terms, 0 };
    }
    offers_weigh(offers, proposed->len);
    for (guint i = 0; i < proposed->len; i++)
        ((quote_candidate *)proposed->pdata[i])->likeness = offers[i].likeness;
}

/* However much was said, as many are chosen among as a person would read. */
static void keep_best(lyh_quotes *quotes)
{
    g_autoptr(GPtrArray) proposed = proposals_in_order(quotes);
    size_t rank = 0;
    for (guint i = 0; i < proposed->len; i++) {
        quote_candidate *candidate = proposed->pdata[i];
        rank = i > 0 && is_same_side(candidate, proposed->pdata[i - 1]) ? rank + 1 : 0;
        candidate->is_out |= rank >= MOST_PROPOSED;
    }
}

void quotes_weigh_offers(lyh_quotes *quotes, size_t code_count)
{
    weigh_proposals(quotes);
    leave_out_told(quotes, code_count);
    keep_best(quotes);
}
