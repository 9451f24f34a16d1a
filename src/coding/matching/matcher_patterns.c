/*
 * Patterns of a codebook, sought in one sentence.
 */
#include "matcher_private.h"

/** The sentence's first and last tokens that are the speaker's own; false when there are none. */
static bool own_words(const matching *work, uint32_t *first, uint32_t *last)
{
    *first = work->sentence->first;
    *last = work->sentence->end;
    while (*first < *last && (work->tokens[*first].flags & LYH_TOKEN_ASIDE))
        (*first)++;
    while (*last > *first && (work->tokens[*last - 1].flags & LYH_TOKEN_ASIDE))
        (*last)--;
    return *first < (*last)--;
}

/* Line ends stand where asides were: the spans stay right, and `.` does not reach across. */
static void blank_asides(const matching *work, uint32_t first, uint32_t last)
{
    GString *subject = work->matcher->subject;
    uint32_t from = work->tokens[first].start;
    for (uint32_t token = first; token <= last; token++)
        if (work->tokens[token].flags & LYH_TOKEN_ASIDE)
            memset(subject->str + (work->tokens[token].start - from), '\n',
                   work->tokens[token].end - work->tokens[token].start);
}

/** The first token of the sentence that ends beyond @at. */
static uint32_t token_beyond(const matching *work, uint32_t at)
{
    uint32_t low = work->sentence->first, high = work->sentence->end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (work->tokens[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void add_span(const matching *work, GArray *spans, uint32_t start, uint32_t end)
{
    uint32_t first = token_beyond(work, start), last = first;
    while (last < work->sentence->end && work->tokens[last].start < end)
        last++;
    if (first < last)
        g_array_append_val(
            spans, ((part_span){ first, last - 1, start, end, .is_denied = false }));
}

static void tell_ran_out(const matching *work, const ranked_regex *pattern,
                         lyh_regex_answer answer)
{
    lyh_place place = lyh_rule_place(lyh_rule_where(pattern->text), pattern->node->start,
                                     pattern->node->end);
    const char *name = lyh_document_name(work->document);
    if (answer == LYH_REGEX_TOO_LONG)
        lyh_diags_error(
            work->diags, "regex-limit", place,
            "this pattern takes too long on '%s' and was stopped; avoid repetitions "
            "inside repetitions",
            name);
    else
        lyh_diags_error(
            work->diags, "regex-limit", place,
            "this pattern tries too many ways to match '%s' and was stopped; avoid "
            "repetitions inside repetitions",
            name);
}

/** Once a sentence: the text that patterns are looked for in. False when there is none. */
static bool have_subject(const matching *work)
{
    lyh_matcher *matcher = work->matcher;
    uint32_t first, last;
    if (matcher->subject_round == matcher->round)
        return matcher->subject->len > 0;
    matcher->subject_round = matcher->round;
    g_string_truncate(matcher->subject, 0);
    if (!own_words(work, &first, &last))
        return false;
    matcher->subject_start = work->tokens[first].start;
    g_string_append_len(matcher->subject,
                        lyh_document_text(work->document) + matcher->subject_start,
                        (gssize)(work->tokens[last].end - matcher->subject_start));
    blank_asides(work, first, last);
    return true;
}

bool lyh_matcher_find_pattern(const matching *work, uint32_t regex, GArray *spans)
{
    const lyh_matcher *matcher = work->matcher;
    const ranked_regex *pattern = &g_array_index(matcher->regexes, ranked_regex, regex);
    if (!have_subject(work))
        return true;
    uint32_t from = matcher->subject_start;
    lyh_regex_search search = { .text = matcher->subject->str,
                                .size = matcher->subject->len };
    lyh_regex_answer answer;
    while ((answer = lyh_regex_next(pattern->regex, matcher->engine, &search)) ==
           LYH_REGEX_FOUND)
        add_span(work, spans, from + (uint32_t)search.start, from + (uint32_t)search.end);
    if (answer != LYH_REGEX_NONE)
        tell_ran_out(work, pattern, answer);
    return answer == LYH_REGEX_NONE;
}

bool lyh_matcher_find_patterns(const matching *work)
{
    const GArray *patterns = work->matcher->regexes;
    GArray *spans = work->matcher->pattern_spans;
    for (guint i = 0; i < patterns->len; i++) {
        const ranked_regex *pattern = &g_array_index(patterns, ranked_regex, i);
        if (pattern->is_part)
            continue;
        g_array_set_size(spans, 0);
        if (!lyh_matcher_find_pattern(work, i, spans))
            return false;
        for (guint k = 0; k < spans->len; k++)
            lyh_matcher_add_span(work, pattern->rule, &g_array_index(spans, part_span, k));
    }
    return true;
}
