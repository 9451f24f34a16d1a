#include "tally_private.h"

#include <lyhord/coding/statements.h>

/* One document while it is counted. */
typedef struct adding_document {
    lyh_tally *tally;
    const lyh_document *document;
    const lyh_tokens *tokens;
    size_t only_person;         /* of the document; LYH_NONE for none or several */
    const tally_others *others; /* NULL: respondents are the tally's own */
} adding_document;

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
static size_t speaker_for(const adding_document *adding, size_t respondent)
{
    return respondent == LYH_NONE && adding->tally->options.all_roles ? adding->only_person
                                                                      : respondent;
}

/* The respondent of the tally that it is laid to. */
static size_t person_for(const adding_document *adding, size_t respondent)
{
    size_t speaker = speaker_for(adding, respondent);
    return adding->others && speaker != LYH_NONE ? adding->others->respondents[speaker]
                                                 : speaker;
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

/* What a hit is counted for: bits 1 << measure. */
static unsigned measures_of(bool is_said, lyh_polarity polarity)
{
    return is_said ? 1u << LYH_MEASURE_ANY | 1u << lyh_measure_of(polarity)
                   : 1u << LYH_MEASURE_WISH;
}

static void count_hit(tally_counter *counter, unsigned measures)
{
    for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++) {
        counter->hits[measure] += measures >> measure & 1;
        counter->persons[measure] |= measures >> measure & 1;
    }
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
    size_t speaker = speaker_for(adding, coding->respondent);
    size_t respondent = person_for(adding, coding->respondent);
    unsigned measures = measures_of(is_said, polarity_of(tally, coding));
    const GArray *lineage = tally_lineage(tally, coding->code);
    for (guint i = 0; i < lineage->len; i++) {
        size_t code = g_array_index(lineage, size_t, i);
        count_hit(tally_counters_take(tally->counters, code, respondent), measures);
        if (adding->others && speaker != LYH_NONE)
            adding->others->hear(adding->others->user, speaker, code, measures);
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

/* Words from byte @start to @end, which lie in sentence @sentence or behind it. */
static size_t words_between(const lyh_tokens *tokens, size_t sentence, size_t start,
                            size_t end)
{
    const lyh_token *all = lyh_tokens_all(tokens);
    size_t at = 0, words = 0;
    if (sentence < lyh_tokens_sentence_count(tokens))
        at = lyh_tokens_sentences(tokens)[sentence].first;
    while (at < lyh_tokens_count(tokens) && all[at].start < start)
        at++;
    for (; at < lyh_tokens_count(tokens) && all[at].start < end; at++)
        words += (all[at].flags & LYH_TOKEN_WORD) &&
                 !(all[at].flags & (LYH_TOKEN_FILLER | LYH_TOKEN_ASIDE));
    return words;
}

/* How far the words of a code have been counted: statements come by code and start. */
typedef struct counted_words {
    size_t code;
    size_t to[LYH_MEASURE_COUNT];
} counted_words;

/* A word in several statements of a code counts once: from where the last of them ended. */
static void add_statement(const adding_document *adding, const lyh_statement *statement,
                          unsigned measures, counted_words *counted)
{
    size_t respondent = person_for(adding, statement->respondent);
    tally_counter *counter =
        tally_counters_take(adding->tally->counters, statement->code, respondent);
    if (counted->code != statement->code)
        *counted = (counted_words){ .code = statement->code };
    for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++) {
        if (!(measures >> measure & 1))
            continue;
        counter->statements[measure]++;
        size_t start = MAX(statement->start, counted->to[measure]);
        if (start >= statement->end)
            continue;
        counter->words[measure] +=
            words_between(adding->tokens, statement->sentence, start, statement->end);
        counted->to[measure] = statement->end;
    }
}

static void log_statements(const adding_document *adding, const lyh_codings *codings)
{
    size_t count;
    g_autofree lyh_statement *statements = lyh_statements_from(
        codings, adding->tokens, adding->tally->options.with_suggested, &count);
    lyh_statement_log_add(adding->tally->options.log, adding->document, statements, count,
                          person_for(adding, LYH_NONE));
}

static void add_said(const adding_document *adding, const lyh_codings *codings)
{
    if (adding->tally->options.log)
        log_statements(adding, codings);
    g_autoptr(lyh_codings) all = with_those_above(adding->tally, codings);
    counted_words counted = { .code = LYH_NONE };
    size_t count;
    g_autofree lyh_statement *statements = lyh_statements_from(
        all, adding->tokens, adding->tally->options.with_suggested, &count);
    if (adding->tally->options.log)
        lyh_statement_log_sum(adding->tally->options.log, statements, count);
    for (size_t i = 0; i < count; i++)
        add_statement(adding, &statements[i], measures_of(true, statements[i].polarity),
                      &counted);
}

/* Wishes make statements as other words do, but apart from them: they are no part of any. */
static void add_wishes(const adding_document *adding, const lyh_codings *codings)
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
    if (lyh_codings_count(wishes) == 0)
        return;
    counted_words counted = { .code = LYH_NONE };
    g_autoptr(lyh_codings) all = with_those_above(adding->tally, wishes);
    size_t count;
    g_autofree lyh_statement *statements =
        lyh_statements_from(all, adding->tokens, with_suggested, &count);
    for (size_t i = 0; i < count; i++)
        add_statement(adding, &statements[i], measures_of(false, LYH_NEUTRAL), &counted);
}

lyh_tally_added tally_add_others(lyh_tally *tally, const lyh_document *document,
                                 const lyh_tokens *tokens, const lyh_codings *codings,
                                 const tally_others *others)
{
    const adding_document adding = { tally, document, tokens, only_person_of(document),
                                     others };
    add_words(&adding);
    lyh_tally_added added = add_hits(&adding, codings);
    if (tally->options.unit == LYH_UNIT_HITS)
        return added;

    add_said(&adding, codings);
    add_wishes(&adding, codings);
    return added;
}

lyh_tally_added lyh_tally_add(lyh_tally *tally, const lyh_document *document,
                              const lyh_tokens *tokens, const lyh_codings *codings)
{
    return tally_add_others(tally, document, tokens, codings, NULL);
}
