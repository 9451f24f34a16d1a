#include <lyhord/quotes/quotes.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/text.h>

typedef struct quote_candidate {
    lyh_quote quote;
    bool is_chosen, was_left_out;
} quote_candidate;

struct lyh_quotes {
    GArray *candidates; /* in the order of adding */
    GArray *chosen;     /* lyh_quote, by mark, then code, then order */
    GStringChunk *texts;
};

lyh_quotes *lyh_quotes_new(void)
{
    lyh_quotes *quotes = g_new0(lyh_quotes, 1);
    quotes->candidates = g_array_new(FALSE, FALSE, sizeof(quote_candidate));
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

/* A quote that begins or ends within a sentence says so. */
static void mark_what_is_left_out(GString *line)
{
    static const char *const ends[] = { ".", "!", "?", "…", ")", "]", "\"", "”" };
    bool is_ended = false;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        is_ended |= g_str_has_suffix(line->str, ends[i]);
    if (!is_ended)
        g_string_append(line, " …");

    size_t length;
    uint32_t first = lyh_text_char(line->str, line->len, &length);
    if (lyh_char_is_word(first) && !lyh_char_is_upper(first) && !lyh_char_is_digit(first))
        g_string_prepend(line, "… ");
}

/* What was said, as one line. Brackets stay: an editor's word or a laugh left out would change it. */
static const char *printable(lyh_quotes *quotes, const lyh_document *document, size_t start,
                             size_t end)
{
    g_autofree char *said = g_strndup(lyh_document_text(document) + start, end - start);
    g_auto(GStrv) words = g_strsplit_set(said, " \n\t", -1);
    g_autoptr(GString) line = g_string_new(NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(line, "%s%s", line->len ? " " : "", *word);
    mark_what_is_left_out(line);
    return g_string_chunk_insert(quotes->texts, line->str);
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
                                           .text = printable(quotes, document,
                                                             coding->start, coding->end),
                                           .code = coding->code,
                                           .mark = coding->mark,
                                           .polarity = coding->polarity,
                                           .respondent = coding->respondent,
                                           .order = quotes->candidates->len,
                                       } };
        g_array_append_val(quotes->candidates, made);
    }
}

static quote_candidate *candidate_at(const lyh_quotes *quotes, guint index)
{
    return &g_array_index(quotes->candidates, quote_candidate, index);
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
        const quote_candidate *other = candidate_at(quotes, i);
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

/* Another person first, then the other side of the matter, then who has been heard least. */
static bool is_better(taken_so_far a, taken_so_far b)
{
    if (a.by_person_here != b.by_person_here)
        return a.by_person_here < b.by_person_here;
    if (a.of_polarity_here != b.of_polarity_here)
        return a.of_polarity_here < b.of_polarity_here;
    return a.by_person < b.by_person;
}

static void choose_one(lyh_quotes *quotes, lyh_mark mark, size_t code)
{
    /* Proposals are chosen first: who has one then has said nothing else yet. */
    const size_t budget =
        mark == LYH_MARK_PROPOSAL ? LYH_PROPOSALS_A_PERSON : LYH_QUOTES_A_PERSON;
    quote_candidate *best = NULL;
    taken_so_far best_taken = { 0 };
    for (guint i = 0; i < quotes->candidates->len; i++) {
        quote_candidate *about = candidate_at(quotes, i);
        if (about->quote.code != code || about->quote.mark != mark || about->is_chosen)
            continue;
        taken_so_far taken = taken_for(quotes, about);
        about->was_left_out |= taken.by_person >= budget;
        if (taken.by_person >= budget || taken.is_text_used)
            continue;
        if (!best || is_better(taken, best_taken)) {
            best = about;
            best_taken = taken;
        }
    }
    if (best)
        best->is_chosen = true;
}

static void collect(lyh_quotes *quotes, lyh_mark mark, size_t code_count)
{
    for (size_t code = 0; code < code_count; code++)
        for (guint i = 0; i < quotes->candidates->len; i++) {
            const quote_candidate *about = candidate_at(quotes, i);
            if (about->is_chosen && about->quote.code == code && about->quote.mark == mark)
                g_array_append_val(quotes->chosen, about->quote);
        }
}

/* One for every code before a second for any: the budget must not run out on the first. */
static void choose_marked(lyh_quotes *quotes, lyh_mark mark, size_t code_count,
                          size_t per_code)
{
    for (size_t round = 0; round < per_code; round++)
        for (size_t code = 0; code < code_count; code++)
            choose_one(quotes, mark, code);
    collect(quotes, mark, code_count);
}

void lyh_quotes_choose(lyh_quotes *quotes, size_t code_count, size_t per_code)
{
    for (guint i = 0; i < quotes->candidates->len; i++) {
        candidate_at(quotes, i)->is_chosen = false;
        candidate_at(quotes, i)->was_left_out = false;
    }
    g_array_set_size(quotes->chosen, 0);
    choose_marked(quotes, LYH_MARK_PROPOSAL, code_count, per_code);
    choose_marked(quotes, LYH_MARK_QUOTE, code_count, per_code);
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
        left_out +=
            candidate_at(quotes, i)->was_left_out && !candidate_at(quotes, i)->is_chosen;
    return left_out;
}
