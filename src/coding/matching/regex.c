#define PCRE2_CODE_UNIT_WIDTH 8

#include "regex.h"

#include <glib.h>
#include <pcre2.h>
#include <string.h>

#include <lyhord/base/text.h>

#define PATTERN_MAX 1000 /* bytes */
#define NEST_MAX 50      /* parentheses inside one another */
/* From one start position: 1-10 ms; 64 of them stay under a second. */
#define MATCH_LIMIT 200000
#define HEAP_LIMIT (16 * 1024) /* KiB; without the just-in-time compiler */
#define JIT_STACK_MAX ((size_t)1 << 20)
#define SLICE_MAX 64 /* start positions between two looks at the clock */
#define SLOW                                                                               \
    1000000 /* nanoseconds: a slice that took longer is followed by a single start */

struct lyh_regex_engine {
    lyh_clock clock;
    pcre2_compile_context *compiling;
    pcre2_match_context *matching;
    pcre2_match_data *found;
    pcre2_jit_stack *stack;
};

struct lyh_regex {
    pcre2_code *code;
    uint64_t left; /* nanoseconds */
    size_t slice;  /* start positions until the next look: few where they cost much */
};

/* PCRE2 gives NULL only when memory is out, which GLib's own allocations end the program for. */
static void *must(void *made)
{
    if (!made)
        g_error("failed to allocate a part of PCRE2");
    return made;
}

lyh_regex_engine *lyh_regex_engine_new(lyh_clock clock)
{
    lyh_regex_engine *engine = g_new0(lyh_regex_engine, 1);
    engine->clock = clock;
    engine->compiling = must(pcre2_compile_context_create(NULL));
    pcre2_set_max_pattern_length(engine->compiling, PATTERN_MAX);
    pcre2_set_parens_nest_limit(engine->compiling, NEST_MAX);

    engine->matching = must(pcre2_match_context_create(NULL));
    pcre2_set_match_limit(engine->matching, MATCH_LIMIT);
    pcre2_set_heap_limit(engine->matching, HEAP_LIMIT);
    engine->stack = pcre2_jit_stack_create((size_t)32 << 10, JIT_STACK_MAX, NULL);
    if (engine->stack) /* NULL also where PCRE2 was built without it */
        pcre2_jit_stack_assign(engine->matching, NULL, engine->stack);

    /* Only the whole match is asked for; back references keep their own account. */
    engine->found = must(pcre2_match_data_create(1, NULL));
    return engine;
}

void lyh_regex_engine_free(lyh_regex_engine *engine)
{
    if (!engine)
        return;
    pcre2_match_data_free(engine->found);
    pcre2_jit_stack_free(engine->stack);
    pcre2_match_context_free(engine->matching);
    pcre2_compile_context_free(engine->compiling);
    g_free(engine);
}

/** Past the character class that opens at @at. */
static size_t class_end(const char *pattern, size_t at)
{
    at++;
    at += pattern[at] == '^';
    at += pattern[at] == ']'; /* first in a class it stands for itself */
    while (pattern[at] != '\0' && pattern[at] != ']') {
        if (pattern[at] == '\\' && pattern[at + 1] != '\0')
            at++;
        else if (g_str_has_prefix(pattern + at, "[:") && strstr(pattern + at, ":]"))
            at = (size_t)(strstr(pattern + at, ":]") - pattern) + 1;
        at++;
    }
    return at + (pattern[at] == ']');
}

/** Past the escape at @at: `\c[` is one character, and between \Q and \E nothing is special. */
static size_t escape_end(const char *pattern, size_t at)
{
    size_t left = strlen(pattern + at);
    if (pattern[at + 1] == 'Q') {
        const char *close = strstr(pattern + at, "\\E");
        return close ? (size_t)(close - pattern) + 2 : at + left;
    }
    return at + MIN(left, pattern[at + 1] == 'c' ? 3U : 2U);
}

/** Where the pattern holds a verb `(*` or a callout `(?C`, or its length when it does not. */
static size_t find_verb(const char *pattern)
{
    size_t at = 0;
    while (pattern[at] != '\0') {
        if (g_str_has_prefix(pattern + at, "(*") || g_str_has_prefix(pattern + at, "(?C"))
            return at;
        if (pattern[at] == '\\')
            at = escape_end(pattern, at);
        else if (pattern[at] == '[')
            at = class_end(pattern, at);
        else
            at++;
    }
    return at;
}

/** Where the leaf's pattern begins in the rule's text: after the slash, when it stands between two. */
static size_t pattern_start(const lyh_rule_node *node)
{
    return node->start + (node->end - node->start > strlen(node->text) ? 1 : 0);
}

static lyh_place pattern_place(const lyh_rule *rule, const lyh_rule_node *node,
                               size_t start, size_t end)
{
    size_t base = pattern_start(node);
    return lyh_rule_place(lyh_rule_where(rule), base + start, base + end);
}

static bool is_allowed(const lyh_rule *rule, const lyh_rule_node *node, lyh_diags *diags)
{
    size_t size = strlen(node->text), verb = find_verb(node->text);
    lyh_place whole = pattern_place(rule, node, 0, size);
    if (size > PATTERN_MAX) {
        lyh_diags_error(diags, "regex-long", whole,
                        "the pattern is %zu bytes long; %d are the most, so write several",
                        size, PATTERN_MAX);
        return false;
    }
    if (verb < size) {
        lyh_diags_error(
            diags, "regex-verb", pattern_place(rule, node, verb, verb + 2),
            "a pattern may not hold '(*' or '(?C', which change how it is matched; "
            "write \\( for a parenthesis that is meant as itself");
        return false;
    }
    return true;
}

static void tell_invalid(const lyh_rule *rule, const lyh_rule_node *node, int error,
                         size_t offset, lyh_diags *diags)
{
    char reason[256] = "";
    size_t size = strlen(node->text), start = MIN(offset, size);
    pcre2_get_error_message(error, (PCRE2_UCHAR *)reason, sizeof(reason));
    lyh_diags_error(diags, "regex-invalid",
                    pattern_place(rule, node, start, MIN(start + 1, size)),
                    "this is not a regular expression that PCRE2 can read: %s", reason);
}

static bool can_match_nothing(const pcre2_code *code)
{
    uint32_t empty = 0;
    pcre2_pattern_info(code, PCRE2_INFO_MATCHEMPTY, &empty);
    return empty != 0;
}

static pcre2_code *compile(const lyh_regex_engine *engine, const lyh_rule *rule,
                           const lyh_rule_node *node, lyh_diags *diags)
{
    int error;
    size_t offset, size = strlen(node->text);
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)node->text, size,
                                     PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS |
                                         PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT,
                                     &error, &offset, engine->compiling);
    if (!code) {
        if (error == PCRE2_ERROR_HEAP_FAILED)
            must(NULL); /* not the user's fault */
        tell_invalid(rule, node, error, offset, diags);
        return NULL;
    }
    if (can_match_nothing(code)) {
        lyh_diags_error(
            diags, "regex-empty", pattern_place(rule, node, 0, size),
            "this pattern matches nothing at all, everywhere; make a part of it "
            "required, as + instead of * does");
        pcre2_code_free(code);
        return NULL;
    }
    return code;
}

lyh_regex *lyh_regex_new(const lyh_regex_engine *engine, const lyh_rule *rule,
                         const lyh_rule_node *node, lyh_diags *diags)
{
    if (!is_allowed(rule, node, diags))
        return NULL;
    pcre2_code *code = compile(engine, rule, node, diags);
    if (!code)
        return NULL;
    /* where it cannot, matching is only slower */
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    lyh_regex *regex = g_new0(lyh_regex, 1);
    regex->code = code;
    regex->slice = 1;
    return regex;
}

void lyh_regex_free(lyh_regex *regex)
{
    if (!regex)
        return;
    pcre2_code_free(regex->code);
    g_free(regex);
}

void lyh_regex_grant(lyh_regex *regex, uint64_t nanoseconds)
{
    regex->left = nanoseconds;
}

/** The last start position of the slice that begins at @at: a character's first byte. */
static size_t slice_end(const lyh_regex *regex, const lyh_regex_search *search)
{
    size_t end = MIN(search->at + regex->slice - 1, search->size);
    while (end < search->size && end > search->at &&
           ((unsigned char)search->text[end] & 0xC0) == 0x80)
        end--;
    return end;
}

static size_t after_char(const lyh_regex_search *search, size_t at)
{
    size_t length = 1;
    if (at < search->size)
        lyh_text_char(search->text + at, search->size - at, &length);
    return at + length;
}

/** Look from the start positions of one slice only. */
static int match_slice(const lyh_regex *regex, lyh_regex_engine *engine,
                       const lyh_regex_search *search, size_t last)
{
    pcre2_set_offset_limit(engine->matching, last);
    return pcre2_match(regex->code, (PCRE2_SPTR)search->text, search->size, search->at,
                       PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, engine->found,
                       engine->matching);
}

static lyh_regex_answer take_match(const lyh_regex_engine *engine, lyh_regex_search *search)
{
    const size_t *span = pcre2_get_ovector_pointer(engine->found);
    search->start = span[0];
    search->end = span[1];
    search->at = MAX(search->end, search->at);
    return LYH_REGEX_FOUND;
}

/** Charge the time since @began to @regex; false when its grant is used up. */
static bool charge(lyh_regex *regex, const lyh_regex_engine *engine, uint64_t *began)
{
    if (!engine->clock) {
        regex->slice = SLICE_MAX;
        return true;
    }
    uint64_t now = engine->clock();
    uint64_t spent = now - *began;
    *began = now;
    regex->left -= MIN(regex->left, spent);
    regex->slice = spent > SLOW ? 1 : MIN(2 * regex->slice, SLICE_MAX);
    return regex->left > 0;
}

lyh_regex_answer lyh_regex_next(lyh_regex *regex, lyh_regex_engine *engine,
                                lyh_regex_search *search)
{
    uint64_t began = engine->clock ? engine->clock() : 0;
    while (search->at < search->size) {
        size_t last = slice_end(regex, search);
        int found = match_slice(regex, engine, search, last);
        if (!charge(regex, engine, &began))
            return LYH_REGEX_TOO_LONG;
        if (found >= 0)
            return take_match(engine, search);
        if (found == PCRE2_ERROR_NOMEMORY)
            must(NULL); /* no limit of ours: the pattern is not to blame */
        if (found != PCRE2_ERROR_NOMATCH)
            return LYH_REGEX_TOO_MUCH;
        search->at = after_char(search, last);
    }
    return LYH_REGEX_NONE;
}
