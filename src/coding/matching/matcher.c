#include "matcher_private.h"

#include "../../language/autoptr.h"
#include "../autoptr.h"

#define DEFAULT_BUDGET ((uint64_t)500 * 1000 * 1000)
/* An honest pattern reads 20 MB/s and more: long documents are allowed that much beyond. */
#define BUDGET_PER_BYTE 50

static void clear_regex(void *data)
{
    lyh_regex_free(((ranked_regex *)data)->regex);
}

static void free_part(void *data)
{
    rule_part *part = data;
    g_array_unref(part->links);
    g_array_unref(part->spans);
    g_free(part);
}

static void free_watch(void *data)
{
    watched_item *watch = data;
    g_array_unref(watch->spans);
    g_array_unref(watch->programs);
    g_free(watch);
}

static lyh_matcher *new_matcher(size_t codes, lyh_vocabulary *vocabulary,
                                lyh_lexicon *lexicon, const lyh_matcher_options *options)
{
    lyh_matcher *matcher = g_new0(lyh_matcher, 1);
    matcher->vocabulary = vocabulary;
    matcher->options = *options;
    matcher->options.codes = NULL;
    matcher->items = lyh_items_new(vocabulary, lexicon);
    matcher->states = lyh_states_new(vocabulary);
    matcher->asked = g_hash_table_new(g_direct_hash, g_direct_equal);
    matcher->engine = lyh_regex_engine_new(options->clock);
    matcher->rules = g_array_new(FALSE, FALSE, sizeof(ranked_rule));
    matcher->sequences = g_array_new(FALSE, FALSE, sizeof(item_sequence));
    matcher->sequence_items = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    matcher->regexes = g_array_new(FALSE, FALSE, sizeof(ranked_regex));
    g_array_set_clear_func(matcher->regexes, clear_regex);
    matcher->parts = g_ptr_array_new_with_free_func(free_part);
    matcher->watches = g_ptr_array_new_with_free_func(free_watch);
    matcher->watch_of = g_hash_table_new(g_direct_hash, g_direct_equal);
    matcher->code_parts = g_hash_table_new(g_direct_hash, g_direct_equal);
    matcher->programs = g_array_new(FALSE, FALSE, sizeof(rule_program));
    matcher->always = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    matcher->wanted = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    matcher->counts = g_array_new(FALSE, FALSE, sizeof(token_counts));
    for (size_t i = 0; i < G_N_ELEMENTS(matcher->reaches); i++)
        matcher->reaches[i] = g_array_new(FALSE, FALSE, sizeof(chain_reach));
    matcher->pattern_spans = g_array_new(FALSE, FALSE, sizeof(part_span));
    matcher->hits = g_array_new(FALSE, FALSE, sizeof(rule_hit));
    matcher->settling = lyh_matcher_settling_new(codes);
    matcher->settling_count = codes;
    matcher->subject = g_string_new(NULL);
    return matcher;
}

void lyh_matcher_free(lyh_matcher *matcher)
{
    if (!matcher)
        return;
    lyh_items_free(matcher->items);
    lyh_states_free(matcher->states);
    g_hash_table_unref(matcher->asked);
    g_array_unref(matcher->rules);
    g_array_unref(matcher->sequences);
    g_array_unref(matcher->sequence_items);
    g_array_unref(matcher->regexes);
    lyh_regex_engine_free(matcher->engine);
    g_ptr_array_unref(matcher->parts);
    g_ptr_array_unref(matcher->watches);
    g_hash_table_unref(matcher->watch_of);
    g_hash_table_unref(matcher->code_parts);
    g_array_unref(matcher->programs);
    g_array_unref(matcher->always);
    g_array_unref(matcher->wanted);
    g_array_unref(matcher->counts);
    for (size_t i = 0; i < G_N_ELEMENTS(matcher->reaches); i++)
        g_array_unref(matcher->reaches[i]);
    g_array_unref(matcher->pattern_spans);
    g_array_unref(matcher->hits);
    lyh_matcher_settling_free(matcher->settling, matcher->settling_count);
    g_string_free(matcher->subject, TRUE);
    g_free(matcher);
}

lyh_matcher *lyh_matcher_new(const lyh_codebook *codebook, lyh_vocabulary *vocabulary,
                             lyh_lexicon *lexicon, const lyh_matcher_options *options,
                             lyh_diags *diags)
{
    size_t before = lyh_diags_error_count(diags), codes = lyh_codebook_count(codebook);
    g_autoptr(lyh_matcher) matcher = new_matcher(codes, vocabulary, lexicon, options);
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    for (size_t code = 0; code < codes; code++)
        for (size_t i = 0; (!options->codes || options->codes[code]) &&
                           i < lyh_codebook_rule_count(codebook, code);
             i++)
            lyh_matcher_compile(matcher, codebook, lyh_codebook_rule(codebook, code, i),
                                (uint32_t)code, lyh_codebook_rule_column(codebook, code, i),
                                tokens, diags);
    return lyh_diags_error_count(diags) == before ? g_steal_pointer(&matcher) : NULL;
}

lyh_matcher *lyh_matcher_for_rule(const lyh_rule *rule, const lyh_codebook *codebook,
                                  lyh_vocabulary *vocabulary, lyh_lexicon *lexicon,
                                  const lyh_matcher_options *options, lyh_diags *diags)
{
    size_t before = lyh_diags_error_count(diags);
    g_autoptr(lyh_matcher) matcher = new_matcher(1, vocabulary, lexicon, options);
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    lyh_matcher_compile(matcher, codebook, rule, 0, LYH_RULES_NEUTRAL, tokens, diags);
    return lyh_diags_error_count(diags) == before ? g_steal_pointer(&matcher) : NULL;
}

void lyh_matcher_add_hit(const matching *work, rule_hit found)
{
    found.code = g_array_index(work->matcher->rules, ranked_rule, found.rule).code;
    found.sentence = work->sentence_index;
    g_array_append_val(work->matcher->hits, found);
}

void lyh_matcher_add_span(const matching *work, uint32_t rule, const part_span *span)
{
    lyh_matcher_add_hit(work, (rule_hit){ .rule = rule,
                                          .start = span->start,
                                          .end = span->end,
                                          .first_token = span->first,
                                          .end_token = span->last + 1,
                                          .is_denied = span->is_denied });
}

static lyh_meeting meets(const matching *work, uint32_t token, uint32_t item)
{
    const lyh_token *here = &work->tokens[token];
    uint32_t set;
    if (here->flags & LYH_TOKEN_ASIDE)
        return LYH_MEETS_NOT;
    set = lyh_items_set_of(work->matcher->items, here->type);
    return set == 0 ? LYH_MEETS_NOT : lyh_items_set_meets(work->matcher->items, set, item);
}

/**
 * The token that takes @item at @token or beyond the fillers there, or LYH_NONE. A glob never takes
 * a filler inside a phrase: then taking the first that fits is always right, and needs no way back.
 */
static size_t next_taker(const matching *work, uint32_t token, uint32_t item,
                         bool *is_denied)
{
    bool is_glob = lyh_items_is_glob(work->matcher->items, item);
    for (; token < work->sentence->end; token++) {
        bool is_filler = (work->tokens[token].flags & LYH_TOKEN_FILLER) != 0;
        lyh_meeting meeting =
            is_filler && is_glob ? LYH_MEETS_NOT : meets(work, token, item);
        *is_denied |= meeting == LYH_MEETS_DENIED;
        if (meeting != LYH_MEETS_NOT)
            return token;
        if (!is_filler || (work->tokens[token].flags & LYH_TOKEN_ASIDE))
            return LYH_NONE;
    }
    return LYH_NONE;
}

/** Try a sequence whose first item the token @first has taken; @denies: it may be one that it denies. */
static void try_sequence(const matching *work, uint32_t first, uint32_t index, bool denies)
{
    const item_sequence *sequence =
        &g_array_index(work->matcher->sequences, item_sequence, index);
    const uint32_t *items =
        &g_array_index(work->matcher->sequence_items, uint32_t, sequence->first);
    bool is_denied = denies && meets(work, first, items[0]) == LYH_MEETS_DENIED;
    size_t last = first;
    for (uint32_t i = 1; i < sequence->count; i++) {
        last = next_taker(work, (uint32_t)last + 1, items[i], &is_denied);
        if (last == LYH_NONE)
            return;
    }
    lyh_matcher_add_hit(work, (rule_hit){ .rule = sequence->rule,
                                          .start = work->tokens[first].start,
                                          .end = work->tokens[last].end,
                                          .first_token = first,
                                          .end_token = (uint32_t)last + 1,
                                          .is_denied = is_denied });
}

/* May a phrase go on behind @token? Most begin with small words, and next to no word goes on with any of them. */
static bool goes_on(const matching *work, uint32_t token)
{
    if (token + 1 >= work->sentence->end)
        return false;
    const lyh_token *next = &work->tokens[token + 1];
    return lyh_items_may_begin(work->meetings, next->type) ||
           (next->flags & LYH_TOKEN_FILLER);
}

/* What begins with @token, which is the speaker's own. */
static void take_beginning(const matching *work, uint32_t token)
{
    uint32_t id = lyh_items_set_of(work->matcher->items, work->tokens[token].type);
    if (work->tokens[token].flags & LYH_TOKEN_ASIDE)
        return;
    bool has_phrases = goes_on(work, token);
    lyh_item_set set = lyh_items_set(work->matcher->items, id);
    for (size_t i = 0; i < set.start_count; i++) {
        if (IS_PHRASE(set.starts[i]) && !has_phrases)
            break; /* they come last */
        if (IS_WATCH(set.starts[i]))
            lyh_matcher_note(work, token, START_INDEX(set.starts[i]));
        else
            try_sequence(work, token, START_INDEX(set.starts[i]), set.denies);
    }
}

static void grant_time(lyh_matcher *matcher, const lyh_document *document)
{
    uint64_t budget = matcher->options.regex_budget;
    if (budget == 0)
        budget = DEFAULT_BUDGET + BUDGET_PER_BYTE * (uint64_t)lyh_document_size(document);
    for (guint i = 0; i < matcher->regexes->len; i++)
        lyh_regex_grant(g_array_index(matcher->regexes, ranked_regex, i).regex, budget);
}

static bool is_matched(const lyh_matcher *matcher, const lyh_document *document,
                       uint32_t turn)
{
    return matcher->options.all_roles ||
           lyh_document_turn(document, turn)->role == LYH_ROLE_RESPONDENT;
}

/* The first token from @token on that something may begin with, or @end. This is asked of every token. */
static uint32_t next_beginning(const matching *work, uint32_t token, uint32_t end)
{
    const uint64_t *beginnings = work->beginnings;
    const lyh_token *tokens = work->tokens;
    while (token < end && !lyh_items_may_begin(beginnings, tokens[token].type))
        token++;
    return token;
}

/* The rest of @sentence, from the token @token on: before it nothing begins. */
static bool find_in_sentence(matching *work, const lyh_sentence *sentence, uint32_t token)
{
    work->sentence = sentence;
    work->sentence_index = (uint32_t)(sentence - work->sentences);
    work->matcher->round++;
    guint before = work->matcher->hits->len;
    for (; token < sentence->end; token = next_beginning(work, token + 1, sentence->end))
        take_beginning(work, token);
    if (!lyh_matcher_run_programs(work) || !lyh_matcher_find_patterns(work))
        return false;
    lyh_matcher_sort_hits(work->matcher, before);
    return true;
}

/* Sentences @first to @end, from one place where something may begin to the next. */
static bool find_where_something_begins(matching *work, const lyh_sentence *first,
                                        const lyh_sentence *end)
{
    uint32_t last = end[-1].end, token = next_beginning(work, first->first, last);
    for (; token < last; token = next_beginning(work, token, last)) {
        while (first->end <= token)
            first++;
        if (!find_in_sentence(work, first, token))
            return false;
        token = first->end;
    }
    return true;
}

/* Patterns and programs that need no certain word are sought in every sentence. */
static bool is_sought_everywhere(const lyh_matcher *matcher)
{
    for (guint i = 0; i < matcher->regexes->len; i++)
        if (!g_array_index(matcher->regexes, ranked_regex, i).is_part)
            return true;
    return matcher->always->len > 0;
}

static bool find_in_each(matching *work, const lyh_sentence *first, const lyh_sentence *end)
{
    for (; first < end; first++)
        if (!find_in_sentence(work, first, next_beginning(work, first->first, first->end)))
            return false;
    return true;
}

/* The sentence after the last of those from @first on that are matched, or not, as @first is. */
static const lyh_sentence *alike_end(const matching *work, const lyh_sentence *first,
                                     const lyh_sentence *end)
{
    if (work->matcher->options.all_roles)
        return end;
    bool is_first_matched = is_matched(work->matcher, work->document, first->turn);
    uint32_t turn = first->turn;
    for (; first < end; first++) {
        if (first->turn == turn)
            continue;
        turn = first->turn;
        if (is_matched(work->matcher, work->document, turn) != is_first_matched)
            break;
    }
    return first;
}

static bool find_all(lyh_matcher *matcher, const lyh_document *document,
                     const lyh_tokens *tokens, lyh_diags *diags)
{
    matching work = {
        .matcher = matcher,
        .document = document,
        .tokens = lyh_tokens_all(tokens),
        .sentences = lyh_tokens_sentences(tokens),
        .beginnings = lyh_items_beginnings(matcher->items),
        .meetings = lyh_items_meetings(matcher->items),
        .diags = diags,
    };
    const lyh_sentence *end = work.sentences + lyh_tokens_sentence_count(tokens);
    for (const lyh_sentence *first = work.sentences, *next; first < end; first = next) {
        next = alike_end(&work, first, end);
        if (!is_matched(matcher, document, first->turn))
            continue;
        bool is_fine = is_sought_everywhere(matcher)
                           ? find_in_each(&work, first, next)
                           : find_where_something_begins(&work, first, next);
        if (!is_fine)
            return false;
    }
    return true;
}

bool lyh_matcher_run(lyh_matcher *matcher, const lyh_document *document,
                     const lyh_tokens *tokens, lyh_codings *codings, lyh_diags *diags)
{
    g_array_set_size(matcher->hits, 0);
    grant_time(matcher, document);
    if (!find_all(matcher, document, tokens, diags))
        return false;
    lyh_matcher_settle(matcher);
    lyh_matcher_suggest(matcher, document, tokens, codings);
    return true;
}
