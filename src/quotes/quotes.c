#include <lyhord/quotes/quotes.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>

#include "quotes_private.h"
#include "wording.h"

static void clear_candidate(void *candidate)
{
    GArray *terms = ((quote_candidate *)candidate)->terms;
    if (terms)
        g_array_unref(terms);
}

lyh_quotes *lyh_quotes_new(void)
{
    lyh_quotes *quotes = g_new0(lyh_quotes, 1);
    quotes->candidates = g_array_new(FALSE, FALSE, sizeof(quote_candidate));
    g_array_set_clear_func(quotes->candidates, clear_candidate);
    quotes->chosen = g_array_new(FALSE, FALSE, sizeof(lyh_quote));
    quotes->texts = g_string_chunk_new(4096);
    return quotes;
}

void lyh_quotes_free(lyh_quotes *quotes)
{
    if (!quotes)
        return;
    g_array_unref(quotes->candidates);
    g_array_unref(quotes->chosen);
    g_string_chunk_free(quotes->texts);
    g_free(quotes);
}

quote_candidate *quotes_candidate(const lyh_quotes *quotes, guint index)
{
    return &g_array_index(quotes->candidates, quote_candidate, index);
}

void lyh_quotes_keep_asides(lyh_quotes *quotes, bool keeps)
{
    quotes->leaves_out_asides = !keeps;
}

const char *quotes_printable(lyh_quotes *quotes, const lyh_document *document, size_t start,
                             size_t end)
{
    g_autofree char *line = wording_of(document, start, end, !quotes->leaves_out_asides);
    return g_string_chunk_insert(quotes->texts, line);
}

size_t quotes_question_at(const lyh_document *document, size_t turn)
{
    return turn < lyh_document_turn_count(document)
               ? lyh_document_turn(document, turn)->question
               : LYH_NONE;
}

void lyh_quotes_add(lyh_quotes *quotes, const lyh_document *document,
                    const lyh_codings *codings)
{
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *coding = lyh_codings_at(codings, i);
        if (coding->mark == LYH_MARK_NONE || coding->respondent == LYH_NONE ||
            (coding->status != LYH_ACCEPTED && coding->status != LYH_MANUAL))
            continue;
        const quote_candidate made = { .quote = {
                                           .text =
                                               quotes_printable(quotes, document,
                                                                coding->start, coding->end),
                                           .code = coding->code,
                                           .mark = coding->mark,
                                           .polarity = coding->polarity,
                                           .respondent = coding->respondent,
                                           .question =
                                               quotes_question_at(document, coding->turn),
                                           .order = quotes->candidates->len,
                                       } };
        g_array_append_val(quotes->candidates, made);
    }
}

typedef struct taken_so_far {
    size_t by_person, by_person_here, of_polarity_here;
    bool is_text_used;
} taken_so_far;

/* What the choice so far says about a candidate. */
static taken_so_far taken_for(const lyh_quotes *quotes, const quote_candidate *about)
{
    taken_so_far taken = { 0 };
    for (guint i = 0; i < quotes->candidates->len; i++) {
        const quote_candidate *other = quotes_candidate(quotes, i);
        if (!other->is_chosen)
            continue;
        bool is_same_person = other->quote.respondent == about->quote.respondent;
        bool is_same_code = other->quote.code == about->quote.code &&
                            other->quote.mark == about->quote.mark;
        taken.by_person += is_same_person;
        taken.by_person_here += is_same_person && is_same_code;
        taken.of_polarity_here +=
            is_same_code && other->quote.polarity == about->quote.polarity;
        taken.is_text_used |= strcmp(other->quote.text, about->quote.text) == 0;
    }
    return taken;
}

/* Another person first, then the other side of the matter, then what a person marked, then who has been heard least. */
static bool is_better(const quote_candidate *one, taken_so_far a,
                      const quote_candidate *other, taken_so_far b)
{
    if (a.by_person_here != b.by_person_here)
        return a.by_person_here < b.by_person_here;
    if (a.of_polarity_here != b.of_polarity_here)
        return a.of_polarity_here < b.of_polarity_here;
    if (one->quote.is_proposed != other->quote.is_proposed)
        return other->quote.is_proposed;
    if (a.by_person != b.by_person)
        return a.by_person < b.by_person;
    return one->quote.is_proposed && quotes_is_likelier(one, other);
}

/* The best that there is yet; those whose person has no budget left are marked. */
static quote_candidate *best_of(lyh_quotes *quotes, lyh_mark mark, size_t code,
                                size_t budget)
{
    quote_candidate *best = NULL;
    taken_so_far best_taken = { 0 };
    for (guint i = 0; i < quotes->candidates->len; i++) {
        quote_candidate *about = quotes_candidate(quotes, i);
        if (about->quote.code != code || about->quote.mark != mark || about->is_chosen ||
            about->is_out)
            continue;
        taken_so_far taken = taken_for(quotes, about);
        about->was_left_out |= taken.by_person >= budget && !about->quote.is_proposed;
        if (taken.by_person >= budget || taken.is_text_used)
            continue;
        if (!best || is_better(about, taken, best, best_taken)) {
            best = about;
            best_taken = taken;
        }
    }
    return best;
}

static void choose_one(lyh_quotes *quotes, lyh_mark mark, size_t code, size_t budget)
{
    quote_candidate *best = best_of(quotes, mark, code, budget);
    while (best && best->quote.is_proposed && quotes->may_print &&
           !quotes->may_print(quotes->user, best->quote.text)) {
        best->is_out = true;
        best = best_of(quotes, mark, code, budget);
    }
    if (best)
        best->is_chosen = true;
}

static void collect(lyh_quotes *quotes, lyh_mark mark, size_t code_count)
{
    for (size_t code = 0; code < code_count; code++)
        for (guint i = 0; i < quotes->candidates->len; i++) {
            const quote_candidate *about = quotes_candidate(quotes, i);
            if (about->is_chosen && about->quote.code == code && about->quote.mark == mark)
                g_array_append_val(quotes->chosen, about->quote);
        }
}

/* One for every code before a second for any: the budget must not run out on the first. */
static void choose_marked(lyh_quotes *quotes, lyh_mark mark, size_t code_count,
                          size_t per_code, size_t budget)
{
    for (size_t round = 0; round < per_code; round++)
        for (size_t code = 0; code < code_count; code++)
            choose_one(quotes, mark, code, budget);
    collect(quotes, mark, code_count);
}

static void choose_within(lyh_quotes *quotes, size_t code_count, size_t per_code,
                          size_t budget)
{
    for (guint i = 0; i < quotes->candidates->len; i++) {
        quotes_candidate(quotes, i)->is_chosen = false;
        quotes_candidate(quotes, i)->was_left_out = false;
    }
    g_array_set_size(quotes->chosen, 0);
    /* Proposals are chosen first: who has one then has said nothing else yet. */
    choose_marked(quotes, LYH_MARK_PROPOSAL, code_count, per_code, LYH_PROPOSALS_A_PERSON);
    choose_marked(quotes, LYH_MARK_QUOTE, code_count, per_code, budget);
}

/* Has somebody more than a fifth of what is chosen? Of fewer than five that says nothing. */
static bool weighs_too_much(const lyh_quotes *quotes)
{
    size_t most = 0;
    for (guint i = 0; i < quotes->chosen->len; i++) {
        size_t same = 0;
        for (guint k = 0; k < quotes->chosen->len; k++)
            same += g_array_index(quotes->chosen, lyh_quote, k).respondent ==
                    g_array_index(quotes->chosen, lyh_quote, i).respondent;
        most = MAX(most, same);
    }
    return quotes->chosen->len >= LYH_QUOTES_SHARE &&
           most * LYH_QUOTES_SHARE > quotes->chosen->len;
}

void lyh_quotes_choose(lyh_quotes *quotes, size_t code_count, size_t per_code)
{
    quotes_weigh_offers(quotes, code_count);
    for (size_t budget = LYH_QUOTES_A_PERSON; budget > 0; budget--) {
        choose_within(quotes, code_count, per_code, budget);
        if (!weighs_too_much(quotes))
            break;
    }
}

static const lyh_quote *chosen_of(const lyh_quotes *quotes, lyh_mark mark, size_t code,
                                  size_t *count)
{
    const lyh_quote *first = NULL;
    *count = 0;
    for (guint i = 0; i < quotes->chosen->len; i++) {
        const lyh_quote *quote = &g_array_index(quotes->chosen, lyh_quote, i);
        if (quote->code != code || quote->mark != mark)
            continue;
        first = first ? first : quote;
        ++*count;
    }
    return first;
}

const lyh_quote *lyh_quotes_of(const lyh_quotes *quotes, size_t code, size_t *count)
{
    return chosen_of(quotes, LYH_MARK_QUOTE, code, count);
}

const lyh_quote *lyh_proposals_of(const lyh_quotes *quotes, size_t code, size_t *count)
{
    return chosen_of(quotes, LYH_MARK_PROPOSAL, code, count);
}

size_t lyh_quotes_left_out(const lyh_quotes *quotes)
{
    size_t left_out = 0;
    for (guint i = 0; i < quotes->candidates->len; i++)
        left_out += quotes_candidate(quotes, i)->was_left_out &&
                    !quotes_candidate(quotes, i)->is_chosen;
    return left_out;
}
