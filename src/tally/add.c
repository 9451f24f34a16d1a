#include "tally_private.h"

#include <lyhord/coding/statements.h>

/* One document while it is counted. */
typedef struct adding_document {
    lyh_tally *tally;
    const lyh_document *document;
    const lyh_tokens *tokens;
    size_t only_person; /* of the document; LYH_NONE for none or several */
} adding_document;

/* A stretch of words inside a statement, to be counted for a code and a measure. */
typedef struct coded_stretch {
    size_t code;
    lyh_measure measure;
    size_t start, end;
    size_t respondent;
} coded_stretch;

static size_t only_person_of(const lyh_document *document)
{
    size_t person = LYH_NONE;
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        size_t speaks = lyh_document_turn(document, i)->respondent;
        if (speaks == LYH_NONE || speaks == person)
            continue;
        if (person != LYH_NONE)
            return LYH_NONE;
        person = speaks;
    }
    return person;
}

/* With every role counted, what nobody said is laid to the only person the document is about. */
static size_t person_for(const adding_document *adding, size_t respondent)
{
    return respondent == LYH_NONE && adding->tally->options.all_roles ? adding->only_person
                                                                      : respondent;
}

static void add_words(const adding_document *adding)
{
    lyh_tally *tally = adding->tally;
    for (size_t i = 0; i < lyh_document_turn_count(adding->document); i++) {
        const lyh_turn *turn = lyh_document_turn(adding->document, i);
        size_t words = lyh_tokens_words_in_turn(adding->tokens, i);
        bool is_respondents = turn->role == LYH_ROLE_RESPONDENT;
        size_t respondent = person_for(adding, turn->respondent);
        if (words == 0 || !(is_respondents || tally->options.all_roles))
            continue;
        if (respondent == LYH_NONE) {
            tally->nobodys_words += words;
            continue;
        }
        tally_person *person = tally_person_at(tally, respondent);
        person->words += words;
        if (is_respondents && turn->respondent != LYH_NONE)
            person->people = 1;
    }
}

/* A wish that a person has accepted, or a suggested one where suggestions count. */
static bool is_wish(const lyh_coding *coding, bool with_suggested)
{
    return coding->state == LYH_WISH && lyh_coding_is_taken(coding, with_suggested);
}

static void count_hit(tally_counter *counter, lyh_measure measure)
{
    counter->hits[measure]++;
    counter->persons[measure] = 1;
}

/* What other programs count: a place that a rule meets, whatever is said of it. */
static bool is_hit(const lyh_tally *tally, const lyh_coding *coding)
{
    return tally->options.any_state
               ? lyh_coding_is_taken(coding, tally->options.with_suggested)
               : lyh_coding_counts(coding, tally->options.with_suggested);
}

static lyh_polarity polarity_of(const lyh_tally *tally, const lyh_coding *coding)
{
    return tally->options.any_state ? LYH_NEUTRAL : coding->polarity;
}

/* Whether it counts: a wish is noted, and no hit. */
static bool add_hit(const adding_document *adding, const lyh_coding *coding)
{
    lyh_tally *tally = adding->tally;
    bool is_said = is_hit(tally, coding);
    if (!is_said && !is_wish(coding, tally->options.with_suggested))
        return false;
    size_t respondent = person_for(adding, coding->respondent);
    const GArray *lineage = tally_lineage(tally, coding->code);
    for (guint i = 0; i < lineage->len; i++) {
        tally_counter *counter = tally_counters_take(
            tally->counters, g_array_index(lineage, size_t, i), respondent);
        if (is_said) {
            count_hit(counter, LYH_MEASURE_ANY);
            count_hit(counter, lyh_measure_of(polarity_of(tally, coding)));
        } else {
            count_hit(counter, LYH_MEASURE_WISH);
        }
    }
    return is_said;
}

static lyh_tally_added add_hits(const adding_document *adding, const lyh_codings *codings)
{
    lyh_tally_added added = { 0 };
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *coding = lyh_codings_at(codings, i);
        if (!add_hit(adding, coding))
            continue;
        added.counted++;
        added.suggested += coding->status == LYH_SUGGESTED;
    }
    return added;
}

/*
 * Every coding under its own code and under all above it. What is said of a child is said of its
 * parents: beside their own words, or another child's, it is one statement of theirs and not two.
 */
static lyh_codings *with_those_above(lyh_tally *tally, const lyh_codings *codings)
{
    lyh_codings *all = lyh_codings_new();
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        lyh_coding coding = *lyh_codings_at(codings, i);
        const GArray *lineage = tally_lineage(tally, coding.code);
        for (guint k = 0; k < lineage->len; k++) {
            coding.code = g_array_index(lineage, size_t, k);
            lyh_codings_add(all, coding);
        }
    }
    return all;
}

/* Count a statement for its code, and remember where its words are. */
static void add_statement(const adding_document *adding, const lyh_statement *statement,
                          lyh_measure measure, GArray *stretches)
{
    size_t respondent = person_for(adding, statement->respondent);
    tally_counters_take(adding->tally->counters, statement->code, respondent)
        ->statements[measure]++;
    coded_stretch stretch = { statement->code, measure, statement->start, statement->end,
                              respondent };
    g_array_append_val(stretches, stretch);
}

static void log_statements(const adding_document *adding, const lyh_codings *codings)
{
    size_t count;
    g_autofree lyh_statement *statements = lyh_statements_from(
        codings, adding->tokens, adding->tally->options.with_suggested, &count);
    lyh_statement_log_add(adding->tally->options.log, adding->document, statements, count,
                          person_for(adding, LYH_NONE));
}

static void add_said(const adding_document *adding, const lyh_codings *codings,
                     GArray *stretches)
{
    if (adding->tally->options.log)
        log_statements(adding, codings);
    g_autoptr(lyh_codings) all = with_those_above(adding->tally, codings);
    size_t count;
    g_autofree lyh_statement *statements = lyh_statements_from(
        all, adding->tokens, adding->tally->options.with_suggested, &count);
    if (adding->tally->options.log)
        lyh_statement_log_sum(adding->tally->options.log, statements, count);
    for (size_t i = 0; i < count; i++) {
        add_statement(adding, &statements[i], LYH_MEASURE_ANY, stretches);
        add_statement(adding, &statements[i], lyh_measure_of(statements[i].polarity),
                      stretches);
    }
}

/* Wishes make statements as other words do, but apart from them: they are no part of any. */
static void add_wishes(const adding_document *adding, const lyh_codings *codings,
                       GArray *stretches)
{
    bool with_suggested = adding->tally->options.with_suggested;
    g_autoptr(lyh_codings) wishes = lyh_codings_new();
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        lyh_coding coding = *lyh_codings_at(codings, i);
        if (!is_wish(&coding, with_suggested))
            continue;
        coding.state = LYH_STATED;
        coding.polarity = LYH_NEUTRAL;
        lyh_codings_add(wishes, coding);
    }
    g_autoptr(lyh_codings) all = with_those_above(adding->tally, wishes);
    size_t count;
    g_autofree lyh_statement *statements =
        lyh_statements_from(all, adding->tokens, with_suggested, &count);
    for (size_t i = 0; i < count; i++)
        add_statement(adding, &statements[i], LYH_MEASURE_WISH, stretches);
}

static int order(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static gint by_code_measure_and_place(gconstpointer one, gconstpointer two)
{
    const coded_stretch *a = one, *b = two;
    int code = order(a->code, b->code);
    int measure = order(a->measure, b->measure);
    return code ? code : measure ? measure : order(a->start, b->start);
}

static size_t words_between(const lyh_tokens *tokens, size_t start, size_t end)
{
    const lyh_token *all = lyh_tokens_all(tokens);
    size_t low = 0, high = lyh_tokens_count(tokens), words = 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all[middle].start < start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < lyh_tokens_count(tokens) && all[low].start < end; low++)
        words += (all[low].flags & LYH_TOKEN_WORD) &&
                 !(all[low].flags & (LYH_TOKEN_FILLER | LYH_TOKEN_ASIDE));
    return words;
}

/* A word in several statements of a code counts once: from where the last stretch ended. */
static void add_coded_words(const adding_document *adding, GArray *stretches)
{
    const coded_stretch *last = NULL;
    size_t counted_to = 0;
    g_array_sort(stretches, by_code_measure_and_place);
    for (guint i = 0; i < stretches->len; i++) {
        const coded_stretch *stretch = &g_array_index(stretches, coded_stretch, i);
        if (!last || last->code != stretch->code || last->measure != stretch->measure)
            counted_to = 0;
        last = stretch;
        size_t start = MAX(stretch->start, counted_to);
        if (start >= stretch->end)
            continue;
        tally_counters_take(adding->tally->counters, stretch->code, stretch->respondent)
            ->words[stretch->measure] += words_between(adding->tokens, start, stretch->end);
        counted_to = stretch->end;
    }
}

lyh_tally_added lyh_tally_add(lyh_tally *tally, const lyh_document *document,
                              const lyh_tokens *tokens, const lyh_codings *codings)
{
    const adding_document adding = { tally, document, tokens, only_person_of(document) };
    add_words(&adding);
    lyh_tally_added added = add_hits(&adding, codings);
    if (tally->options.unit == LYH_UNIT_HITS)
        return added;

    g_autoptr(GArray) stretches = g_array_new(FALSE, FALSE, sizeof(coded_stretch));
    add_said(&adding, codings, stretches);
    add_wishes(&adding, codings, stretches);
    add_coded_words(&adding, stretches);
    return added;
}
