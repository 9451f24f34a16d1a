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
    matcher->beginnings = g_array_new(FALSE, FALSE, sizeof(beginning));
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
    g_array_unref(matcher->beginnings);
    g_free(matcher->hits);
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

rule_hit *lyh_matcher_add_blank(lyh_matcher *matcher)
{
    if (G_UNLIKELY(matcher->hit_count == matcher->hit_room)) {
        matcher->hit_room = MAX((size_t)64, 2 * matcher->hit_room);
        matcher->hits = g_renew(rule_hit, matcher->hits, matcher->hit_room);
    }
    return &matcher->hits[matcher->hit_count++];
}

void lyh_matcher_add_span(const matching *work, uint32_t rule, const part_span *span)
{
    *lyh_matcher_add_blank(work->matcher) = (rule_hit){
        .code = g_array_index(work->matcher->rules, ranked_rule, rule).code,
        .rule = rule,
        .start = span->start,
        .end = span->end,
        .first_token = span->first,
        .end_token = span->last + 1,
        .sentence = work->sentence_index,
        .is_denied = span->is_denied,
    };
}

static lyh_meeting meets(const matching *work, uint32_t token, uint32_t item)
{
    const lyh_token *here = &work->tokens[token];
    if (here->flags & LYH_TOKEN_ASIDE)
        return LYH_MEETS_NOT;
    return lyh_item_set_meets(lyh_items_met(work->matcher->items, here), item);
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
    *lyh_matcher_add_blank(work->matcher) = (rule_hit){
        .code = sequence->code,
        .rule = sequence->rule,
        .start = work->tokens[first].start,
        .end = work->tokens[last].end,
        .first_token = first,
        .end_token = (uint32_t)last + 1,
        .sentence = work->sentence_index,
        .is_denied = is_denied,
    };
}

/* Of which items the second word of a phrase may have one, where @token is its first: bits, as lyh_item_sign() tells. */
static uint64_t signs_behind(const matching *work, uint32_t token)
{
    const lyh_token *next = &work->tokens[token + 1];
    if (token + 1 >= work->sentence->end)
        return 0;
    return next->flags & LYH_TOKEN_FILLER
               ? UINT64_MAX
               : lyh_items_met(work->matcher->items, next)->signs;
}

/* Most phrases begin with small words, many with the same, and next to no word goes on with any of them. */
static void take_phrases(const matching *work, uint32_t token, const lyh_item_set *set)
{
    uint64_t signs = signs_behind(work, token);
    for (size_t i = 0; i < set->phrase_count; i++)
        if (signs & lyh_item_sign(set->phrases[i].second))
            try_sequence(work, token, set->phrases[i].phrase, set->denies);
}

static void take_beginning(const matching *work, const beginning *at)
{
    uint32_t token = at->token;
    const lyh_item_set *set =
        lyh_items_set(work->matcher->items, &work->tokens[token], at->set);
    if (work->tokens[token].flags & LYH_TOKEN_ASIDE)
        return;
    for (size_t i = 0; i < set->start_count; i++) {
        if (IS_WATCH(set->starts[i]))
            lyh_matcher_note(work, token, START_INDEX(set->starts[i]));
        else
            try_sequence(work, token, START_INDEX(set->starts[i]), set->denies);
    }
    if (set->phrase_count > 0)
        take_phrases(work, token, set);
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

/* The tokens from @first to @end whose types something begins with. This is asked of every token, and so without a branch. */
static size_t list_beginnings(const matching *work, uint32_t first, uint32_t end,
                              beginning *list)
{
    const uint64_t *begins = work->places.begins;
    const lyh_token *tokens = work->tokens;
    size_t count = 0;
#pragma GCC unroll 4
    for (uint32_t token = first; token < end; token++) {
        list[count].token = token;
        count += lyh_item_bit(begins, tokens[token].type);
    }
    return count;
}

/*
 * Those of the list where something begins by itself, or the next word may be the second of a phrase. The
 * sets of types lie all over the memory: asked for here, one after the other, nothing waits for them.
 */
static size_t keep_beginnings(const matching *work, uint32_t end, beginning *list,
                              size_t count)
{
    const lyh_item_places places = work->places;
    const lyh_token *tokens = work->tokens;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t token = list[i].token, next = MIN(token + 1, end - 1);
        list[kept] = (beginning){ token, places.sets[tokens[token].type] };
        kept += lyh_item_bit(places.alone, tokens[token].type) |
                lyh_item_bit(places.second, tokens[next].type);
    }
    return kept;
}

/* Where something may begin from token @first to @end, and UINT32_MAX behind the last. */
static const beginning *beginnings(const matching *work, uint32_t first, uint32_t end)
{
    GArray *all = work->matcher->beginnings;
    if (all->len <= end - first)
        g_array_set_size(all, end - first + 1);
    beginning *list = &g_array_index(all, beginning, 0);
    size_t count = list_beginnings(work, first, end, list);
    list[keep_beginnings(work, end, list, count)].token = UINT32_MAX;
    return list;
}

/* Something may begin in @sentence from @at on; returns what is behind it, NULL when a pattern ran out. */
static const beginning *find_in_sentence(matching *work, const lyh_sentence *sentence,
                                         const beginning *at)
{
    lyh_matcher *matcher = work->matcher;
    size_t before = matcher->hit_count;
    work->sentence = sentence;
    work->sentence_index = (uint32_t)(sentence - work->sentences);
    matcher->round++;
    for (; at->token < sentence->end; at++)
        take_beginning(work, at);
    if (matcher->wanted->len + matcher->always->len > 0 && !lyh_matcher_run_programs(work))
        return NULL;
    if (work->has_patterns && !lyh_matcher_find_patterns(work))
        return NULL;
    lyh_matcher_sort_hits(matcher, before);
    return at;
}

/* In the sentences from @first to @end. */
static bool find_between(matching *work, const lyh_sentence *first, const lyh_sentence *end)
{
    const beginning *at = beginnings(work, first->first, end[-1].end);
    /* Patterns, and programs that need no certain word. */
    bool is_everywhere = work->has_patterns || work->matcher->always->len > 0;
    for (; at && first < end; first++)
        if (at->token < first->end || is_everywhere)
            at = find_in_sentence(work, first, at);
    return at != NULL;
}

static bool has_patterns(const lyh_matcher *matcher)
{
    for (guint i = 0; i < matcher->regexes->len; i++)
        if (!g_array_index(matcher->regexes, ranked_regex, i).is_part)
            return true;
    return false;
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
        .places = lyh_items_places(matcher->items),
        .has_patterns = has_patterns(matcher),
        .diags = diags,
    };
    const lyh_sentence *end = work.sentences + lyh_tokens_sentence_count(tokens);
    for (const lyh_sentence *first = work.sentences, *next; first < end; first = next) {
        next = alike_end(&work, first, end);
        if (is_matched(matcher, document, first->turn) && !find_between(&work, first, next))
            return false;
    }
    return true;
}

bool lyh_matcher_run(lyh_matcher *matcher, const lyh_document *document,
                     const lyh_tokens *tokens, lyh_codings *codings, lyh_diags *diags)
{
    matcher->hit_count = 0;
    grant_time(matcher, document);
    if (!find_all(matcher, document, tokens, diags))
        return false;
    lyh_matcher_settle(matcher);
    lyh_matcher_suggest(matcher, document, tokens, codings);
    return true;
}
