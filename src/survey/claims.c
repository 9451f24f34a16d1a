#include "claims.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/survey/tables.h>

#include "words.h"

typedef struct finding {
    const lyh_survey *survey;
    size_t threshold, sent;
    const char *text;
    claim_ties ties;
    size_t latest; /* the question of the sentence before, in the same paragraph */
    GArray *claims;
} finding;

const char *lyh_claim_verdict_name(lyh_claim_verdict verdict)
{
    static const char *const names[] = {
        [LYH_CLAIM_HOLDS] = "holds",     [LYH_CLAIM_PART] = "part",
        [LYH_CLAIM_DIFFERS] = "differs", [LYH_CLAIM_STRANGE] = "strange",
        [LYH_CLAIM_UNTIED] = "untied",
    };
    return names[verdict];
}

/* ---- sentences ---- */

/* "ca.", "t.ex.", "s.": a stop after one letter or these words ends nothing. */
static bool is_abbreviation(const char *text, size_t start, size_t stop)
{
    static const char *const words[] = { "bl", "ca",   "dvs", "ex", "kl",
                                         "nr", "resp", "st",  NULL };
    size_t letters = 0;
    while (stop > start + letters && g_ascii_isalpha(text[stop - 1 - letters]))
        letters++;
    g_autofree char *word = g_ascii_strdown(text + stop - letters, (gssize)letters);
    return letters == 1 || g_strv_contains(words, word);
}

/* A line that goes on with a small letter where no stop stands is one that a program has broken. */
static bool is_broken_line(const char *text, size_t start, size_t line_end, size_t size)
{
    size_t last = lyh_text_trimmed_size(text + start, line_end - start);
    return last > 0 && line_end + 1 < size && !strchr(".!?:", text[start + last - 1]) &&
           g_unichar_islower(g_utf8_get_char(text + line_end + 1));
}

/* Where the sentence that begins at @start ends: after . ! ? and white space, or at the line's end. */
static size_t sentence_end(const char *text, size_t start, size_t size)
{
    for (size_t at = start; at < size; at++) {
        if (text[at] == '\n' && !is_broken_line(text, start, at, size))
            return at + 1;
        bool is_stop = strchr(".!?", text[at]) && text[at];
        if (is_stop && at + 1 < size && strchr(" \t\n\r", text[at + 1]) &&
            !(text[at] == '.' && is_abbreviation(text, start, at)))
            return at + 1;
    }
    return size;
}

/* ---- figures ---- */

static size_t spaces_at(const char *text, size_t at, size_t end)
{
    return lyh_text_leading_space(text + at, end - at);
}

static bool is_word_at(const char *text, size_t at, size_t end, const char *word)
{
    size_t size = strlen(word);
    return end - at >= size && g_ascii_strncasecmp(text + at, word, size) == 0 &&
           (at + size == end || !g_unichar_isalnum(g_utf8_get_char(text + at + size)));
}

/* The digits at @at, and perhaps decimals. 0 when there is no number that a share could be. */
static size_t number_at(const char *text, size_t at, size_t end, int64_t *number,
                        unsigned *decimals)
{
    size_t from = at;
    *number = 0;
    *decimals = 0;
    while (at < end && g_ascii_isdigit(text[at]) && at - from < 9)
        *number = *number * 10 + (text[at++] - '0');
    if (at == from)
        return 0;
    bool has_decimals = at + 1 < end && (text[at] == ',' || text[at] == '.') &&
                        g_ascii_isdigit(text[at + 1]);
    for (size_t next = at + 1; has_decimals && next < end && g_ascii_isdigit(text[next]) &&
                               *decimals < LYH_ANSWER_DECIMALS;
         next++) {
        *number = *number * 10 + (text[next] - '0');
        ++*decimals;
        at = next + 1;
    }
    return at - from;
}

/* "80 %", "81,1 procent": not percentage points. */
static size_t percent_at(const char *text, size_t at, size_t end, lyh_claim *claim)
{
    size_t size = number_at(text, at, end, &claim->number, &claim->decimals);
    size_t unit = size > 0 ? at + size + spaces_at(text, at + size, end) : end;
    if (unit >= end)
        return 0;
    if (text[unit] == '%')
        return unit + 1 - at;
    bool is_word =
        is_word_at(text, unit, end, "procent") || is_word_at(text, unit, end, "percent");
    return is_word ? unit + strlen("procent") - at : 0;
}

/* "131 av 180". */
static size_t count_at(const char *text, size_t at, size_t end, lyh_claim *claim)
{
    int64_t of;
    unsigned decimals;
    size_t size = number_at(text, at, end, &claim->number, &claim->decimals);
    size_t word = size > 0 ? at + size + spaces_at(text, at + size, end) : end;
    if (word >= end || claim->decimals > 0 ||
        !(is_word_at(text, word, end, "av") || is_word_at(text, word, end, "of")))
        return 0;
    size_t base = word + 2 + spaces_at(text, word + 2, end);
    size_t base_size = number_at(text, base, end, &of, &decimals);
    if (base_size == 0 || decimals > 0 || of == 0)
        return 0;
    claim->of = (size_t)of;
    return base + base_size - at;
}

/* ---- what they are held against ---- */

static void judge_response(const finding *find, lyh_claim *claim)
{
    size_t persons = lyh_survey_count(find->survey);
    claim->count = persons;
    claim->base = find->sent;
    claim->verdict = LYH_CLAIM_UNTIED;
    if (find->sent == 0 || find->sent < persons)
        return;
    claim->verdict = claim_distance(claim, persons, find->sent) == 0 ? LYH_CLAIM_HOLDS
                                                                     : LYH_CLAIM_DIFFERS;
}

static void judge(const finding *find, const char *sentence, lyh_claim *claim)
{
    bool is_whole_survey = claim->of > 0 && claim->of == find->sent &&
                           claim->number == (int64_t)lyh_survey_count(find->survey);
    claim->is_response = claim->is_response || is_whole_survey;
    if (claim->is_response)
        judge_response(find, claim);
    else if (claim->question == LYH_NONE)
        claim->verdict = LYH_CLAIM_UNTIED;
    else
        claim_judge(find->survey, find->threshold, sentence, claim);
    if (claim->is_response)
        claim->question = LYH_NONE;
}

/* What stands within {{ }}: where it ends. */
static size_t placeholder_at(const char *text, size_t at, size_t end)
{
    const char *close = end - at > 4 && strncmp(text + at, "{{", 2) == 0
                            ? g_strstr_len(text + at, (gssize)(end - at), "}}")
                            : NULL;
    return close ? (size_t)(close + 2 - (text + at)) : 0;
}

static void read_figures(const finding *find, size_t start, size_t end, GArray *claims)
{
    for (size_t at = start; at < end;) {
        lyh_claim claim = { .question = LYH_NONE,
                            .alternative = LYH_NONE,
                            .pooling = LYH_NONE,
                            .whole = LYH_NONE };
        size_t size = placeholder_at(find->text, at, end);
        if (size > 0) {
            at += size;
            continue;
        }
        size = percent_at(find->text, at, end, &claim);
        size = size > 0 ? size : count_at(find->text, at, end, &claim);
        size = size > 0 ? size : claim_words_at(find->text, at, end, &claim);
        if (size > 0) {
            claim.start = at;
            claim.end = at + size;
            g_array_append_val(claims, claim);
        }
        /* Never into the middle of a number: 1 056 is no 056. */
        size_t step = MAX(size, 1);
        bool was_digit = g_ascii_isdigit(find->text[at + step - 1]);
        at += step;
        while (size == 0 && was_digit && at < end &&
               (g_ascii_isdigit(find->text[at]) || strchr(",.", find->text[at])))
            at++;
    }
}

/* ---- whose they are ---- */

/* Where the clause of the figure that ends at @from is over, before the next at @to: at the last joint between them. */
static size_t clause_end(const char *text, size_t from, size_t to)
{
    static const char *const joints[] = { ", ",      "; ",    " och ", " men ",
                                          " medan ", " and ", " but ", " while " };
    size_t best = LYH_NONE;
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++) {
        size_t size = strlen(joints[i]);
        for (size_t at = from; at + size <= to; at++)
            if (strncmp(text + at, joints[i], size) == 0 && (best == LYH_NONE || at > best))
                best = at;
    }
    return best == LYH_NONE ? from : best;
}

/*
 * What was tied to nothing itself goes on about the question before, unless it speaks of other persons than those who
 * answered: then a base is another, and a share like none in the table is more likely theirs than a mistake.
 */
static void judge_carried(const finding *find, const char *clause, lyh_claim *claim)
{
    bool is_of_others = claim_is_of_others(clause);
    size_t base =
        claim->question == LYH_NONE ? 0 : lyh_survey_base(find->survey, claim->question);
    judge(find, clause, claim);
    bool is_doubtful =
        claim->verdict == LYH_CLAIM_STRANGE ||
        (claim->of > 0 && claim->of != base && claim->verdict == LYH_CLAIM_DIFFERS);
    if (claim->is_response || (!is_of_others && !is_doubtful))
        return;
    claim->question = claim->alternative = claim->pooling = claim->whole = LYH_NONE;
    claim->count = claim->base = 0;
    claim->verdict = LYH_CLAIM_UNTIED;
}

/* Two figures of one sentence may be of two questions: each is tied by its own clause first. */
static void tie_clause(finding *find, size_t start, size_t end, const char *sentence,
                       bool is_only, lyh_claim *claim)
{
    g_autofree char *clause = words_fold(find->text + start, end - start);
    bool is_response;
    size_t question = claim_ties_question(&find->ties, clause, &is_response);
    claim->is_response = is_response;
    if (question != LYH_NONE)
        find->latest = question;
    claim->question = find->latest;
    if (question != LYH_NONE || is_response)
        judge(find, is_only ? sentence : clause, claim);
    else
        judge_carried(find, clause, claim);
}

static void find_in_sentence(finding *find, size_t start, size_t end)
{
    g_autoptr(GArray) claims = g_array_new(FALSE, FALSE, sizeof(lyh_claim));
    g_autofree char *sentence = words_fold(find->text + start, end - start);
    bool is_response;
    size_t question = claim_ties_question(&find->ties, sentence, &is_response);
    if (question != LYH_NONE)
        find->latest = question;
    read_figures(find, start, end, claims);
    for (guint i = 0; i < claims->len; i++) {
        lyh_claim *claim = &g_array_index(claims, lyh_claim, i);
        size_t stop = i + 1 < claims->len
                          ? clause_end(find->text, claim->end,
                                       g_array_index(claims, lyh_claim, i + 1).start)
                          : end;
        tie_clause(find, start, stop, sentence, claims->len == 1, claim);
        start = stop;
        g_array_append_val(find->claims, *claim);
    }
}

lyh_claim *lyh_claims_find(const lyh_survey *survey, size_t threshold, size_t sent,
                           const char *text, size_t size, size_t *count)
{
    finding find = { .survey = survey,
                     .threshold = threshold,
                     .sent = sent,
                     .text = text,
                     .latest = LYH_NONE,
                     .claims = g_array_new(FALSE, FALSE, sizeof(lyh_claim)) };
    claim_ties_init(&find.ties, survey);
    for (size_t start = 0; start < size;) {
        size_t end = sentence_end(text, start, size);
        find_in_sentence(&find, start, end);
        if (end > start && text[end - 1] == '\n')
            find.latest = LYH_NONE;
        start = end;
    }
    claim_ties_clear(&find.ties);
    *count = find.claims->len;
    lyh_claim *claims = malloc((find.claims->len + 1) * sizeof *claims);
    g_assert(claims);
    if (find.claims->len > 0)
        memcpy(claims, find.claims->data, find.claims->len * sizeof *claims);
    g_array_unref(find.claims);
    return claims;
}
