/*
 * A rule's text, cut into its signs and words.
 *
 * Whether a sign must touch its neighbour or keep its distance is settled here, where the
 * white space is still in sight; the parser sees only the order.
 */
#include "rule_private.h"

#include <lyhord/base/text.h>

/* Signs that end a word; * ? _ + may be part of what looks like one, and are sorted out after. */
#define STOPS "\"()|&!~@/#"

static bool is_space_at(const lyh_lexer *lexer, size_t at, size_t *length)
{
    return lyh_char_is_space(lyh_text_char(lexer->text + at, lexer->size - at, length));
}

static bool is_stop(char c)
{
    return c != '\0' && strchr(STOPS, c) != NULL;
}

/** May what ends at @at be followed by what stands there? White space, | & ) # and the end may. */
static bool ends_cleanly(const lyh_lexer *lexer, size_t at)
{
    size_t length;
    if (at >= lexer->size || strchr("|&)#", lexer->text[at]))
        return true;
    return is_space_at(lexer, at, &length);
}

static bool starts_cleanly(const lyh_lexer *lexer, size_t at)
{
    const lyh_lexeme *before;
    size_t length;
    if (at == 0 || lexer->lexemes->len == 0)
        return true;
    before = &g_array_index(lexer->lexemes, lyh_lexeme, lexer->lexemes->len - 1);
    if (before->end < at)
        return true;
    return is_space_at(lexer, at - 1, &length);
}

static void skip_space(lyh_lexer *lexer)
{
    lexer->at += lyh_text_leading_space(lexer->text + lexer->at, lexer->size - lexer->at);
}

/** The end of the run of characters from @at that holds no white space. */
static size_t run_end(const lyh_lexer *lexer, size_t at)
{
    size_t length;
    while (at < lexer->size && !is_space_at(lexer, at, &length))
        at += length;
    return at;
}

/** The end of the run from @at that could be a word: no white space and no stop. */
static size_t word_end(const lyh_lexer *lexer, size_t at)
{
    size_t length;
    while (at < lexer->size && !is_stop(lexer->text[at]) &&
           !is_space_at(lexer, at, &length))
        at += length;
    return at;
}

static lyh_place place(const lyh_lexer *lexer, size_t start, size_t end)
{
    return lyh_rule_place(lexer->origin, start, end);
}

static bool add(lyh_lexer *lexer, lyh_lexeme found)
{
    g_array_append_val(lexer->lexemes, found);
    lexer->at = found.end;
    return true;
}

static bool add_leaf(lyh_lexer *lexer, lyh_rule_kind leaf, size_t start, size_t end,
                     const char *text, size_t size)
{
    const char *copy = g_string_chunk_insert_len(lexer->strings, text, (gssize)size);
    return add(lexer, (lyh_lexeme){
                          .kind = LEXEME_LEAF,
                          .leaf = leaf,
                          .start = start,
                          .end = end,
                          .text = copy,
                      });
}

static bool needs_quotes(lyh_lexer *lexer, size_t start, size_t end, char sign)
{
    g_autofree char *word = g_strndup(lexer->text + start, end - start);
    lyh_diags_error(lexer->diags, "rule-quotes", place(lexer, start, end),
                    "'%s' holds '%c', which has a meaning of its own in rules; write it in "
                    "quotes: \"%s\"",
                    word, sign, word);
    return false;
}

static bool needs_space(lyh_lexer *lexer, size_t at)
{
    size_t length;
    lyh_text_char(lexer->text + at, lexer->size - at, &length);
    g_autofree char *sign = g_strndup(lexer->text + at, length);
    lyh_diags_error(lexer->diags, "rule-syntax", place(lexer, at, at + length),
                    "white space is missing before '%s'", sign);
    return false;
}

/** `"` … `"` with `""` for a quote; @text receives what is inside. False: never closed. */
static bool read_quoted(lyh_lexer *lexer, size_t open, GString *text, size_t *end)
{
    for (size_t at = open + 1; at < lexer->size; at++) {
        if (lexer->text[at] != '"') {
            g_string_append_c(text, lexer->text[at]);
        } else if (at + 1 < lexer->size && lexer->text[at + 1] == '"') {
            g_string_append_c(text, '"');
            at++;
        } else {
            *end = at + 1;
            return true;
        }
    }
    lyh_diags_error(lexer->diags, "rule-syntax", place(lexer, open, open + 1),
                    "this quote is never closed; write another '\"' after the words");
    return false;
}

/** The quoted text of an exact or of a reference, which begins at @start. */
static bool lex_quoted(lyh_lexer *lexer, lyh_rule_kind leaf, size_t start, size_t open)
{
    g_autoptr(GString) text = g_string_new(NULL);
    size_t end;
    if (!read_quoted(lexer, open, text, &end))
        return false;
    if (lyh_text_is_blank(text->str, text->len)) {
        lyh_diags_error(lexer->diags, "rule-syntax", place(lexer, start, end),
                        "there is nothing between the quotes; write a word there");
        return false;
    }
    if (!ends_cleanly(lexer, end))
        return needs_space(lexer, end);
    return add_leaf(lexer, leaf, start, end, text->str, text->len);
}

/* The backslash stays in the pattern: PCRE2 reads \/ as a slash itself. */
static bool lex_regex(lyh_lexer *lexer)
{
    size_t open = lexer->at, at = open + 1;
    while (at < lexer->size && lexer->text[at] != '/')
        at += lexer->text[at] == '\\' && at + 1 < lexer->size ? 2 : 1;
    if (at >= lexer->size) {
        lyh_diags_error(
            lexer->diags, "rule-syntax", place(lexer, open, open + 1),
            "this pattern is never closed; write another '/' after it, or the word "
            "in quotes if the '/' is part of it");
        return false;
    }
    if (at == open + 1) {
        lyh_diags_error(lexer->diags, "rule-syntax", place(lexer, open, at + 1),
                        "there is nothing between the slashes; write a pattern there");
        return false;
    }
    if (!ends_cleanly(lexer, at + 1))
        return needs_space(lexer, at + 1);
    return add_leaf(lexer, LYH_RULE_REGEX, open, at + 1, lexer->text + open + 1,
                    at - open - 1);
}

static bool lex_reference(lyh_lexer *lexer)
{
    size_t start = lexer->at, name = start + 1, end = word_end(lexer, name);
    if (name < lexer->size && lexer->text[name] == '"')
        return lex_quoted(lexer, LYH_RULE_REFERENCE, start, name);
    if (end == name) {
        lyh_diags_error(lexer->diags, "rule-syntax", place(lexer, start, name),
                        "'@' must touch the code it names, as in @lukt");
        return false;
    }
    g_autofree char *code = g_strndup(lexer->text + name, end - name);
    if (strpbrk(code, "*?_+") || !ends_cleanly(lexer, end)) {
        size_t whole = run_end(lexer, name);
        g_autofree char *all = g_strndup(lexer->text + name, whole - name);
        lyh_diags_error(
            lexer->diags, "rule-quotes", place(lexer, start, whole),
            "the code '%s' holds a sign that has a meaning of its own in rules; write "
            "@\"%s\"",
            all, all);
        return false;
    }
    return add_leaf(lexer, LYH_RULE_REFERENCE, start, end, code, end - name);
}

static bool lex_near(lyh_lexer *lexer)
{
    size_t start = lexer->at, end = start + 1, words = 0;
    bool is_clean = starts_cleanly(lexer, start);
    for (; end < lexer->size && g_ascii_isdigit(lexer->text[end]); end++)
        words = MIN(words * 10 + (size_t)(lexer->text[end] - '0'), 1000);
    if (words < 1 || words > LYH_RULE_DISTANCE_MAX) {
        lyh_diags_error(
            lexer->diags, "rule-number", place(lexer, start, end),
            "'~' needs a number of words from 1 to 30 right after it, as in ~5");
        return false;
    }
    if (!is_clean || (end < lexer->size && run_end(lexer, end) != end)) {
        lyh_diags_error(lexer->diags, "rule-syntax", place(lexer, start, end),
                        "'~%zu' must stand between white space", words);
        return false;
    }
    return add(
        lexer,
        (lyh_lexeme){ .kind = LEXEME_NEAR, .start = start, .end = end, .number = words });
}

static bool lex_not(lyh_lexer *lexer)
{
    size_t start = lexer->at, length;
    if (start + 1 >= lexer->size || is_space_at(lexer, start + 1, &length)) {
        lyh_diags_error(lexer->diags, "rule-syntax", place(lexer, start, start + 1),
                        "'!' must touch what it excludes, as in & !mat");
        return false;
    }
    return add(lexer, (lyh_lexeme){ .kind = LEXEME_NOT, .start = start, .end = start + 1 });
}

static bool lex_gap(lyh_lexer *lexer, size_t end, lyh_lexeme_kind kind)
{
    size_t start = lexer->at;
    if (!starts_cleanly(lexer, start) ||
        (end < lexer->size && run_end(lexer, end) != end)) {
        g_autofree char *sign = g_strndup(lexer->text + start, end - start);
        lyh_diags_error(lexer->diags, "rule-syntax", place(lexer, start, end),
                        "'%s' must stand between white space", sign);
        return false;
    }
    return add(lexer, (lyh_lexeme){
                          .kind = kind,
                          .start = start,
                          .end = end,
                          .number = kind == LEXEME_BLANKS ? end - start : 0,
                      });
}

/** `+word` or `word+`, one plus at one end. */
static bool lex_compound(lyh_lexer *lexer, size_t end, const char *word)
{
    size_t start = lexer->at, size = end - start;
    bool is_head = word[0] == '+';
    if (strchr(word, '+') != strrchr(word, '+') || (!is_head && word[size - 1] != '+') ||
        size < 2 || strpbrk(word, "*?"))
        return needs_quotes(lexer, start, end, '+');
    return is_head ? add_leaf(lexer, LYH_RULE_HEAD, start, end, word + 1, size - 1)
                   : add_leaf(lexer, LYH_RULE_FIRST, start, end, word, size - 1);
}

/* Word processors turn " into these, and the rule would then silently match nothing. */
static bool has_curly_quote(const char *word)
{
    return strstr(word, "\u201c") || strstr(word, "\u201d") || strstr(word, "\u201e");
}

static bool lex_word(lyh_lexer *lexer)
{
    size_t start = lexer->at, end = word_end(lexer, start), size = end - start;
    g_autofree char *word = g_strndup(lexer->text + start, size);

    if (end < lexer->size && strchr("!~@/", lexer->text[end]))
        return needs_quotes(lexer, start, run_end(lexer, start), lexer->text[end]);
    if (!ends_cleanly(lexer, end))
        return needs_space(lexer, end);
    if (strspn(word, "_") == size)
        return lex_gap(lexer, end, LEXEME_BLANKS);
    if (g_str_equal(word, ".."))
        return lex_gap(lexer, end, LEXEME_DOTS);
    if (has_curly_quote(word)) {
        lyh_diags_error(lexer->diags, "rule-quotes", place(lexer, start, end),
                        "'%s' holds a typographic quote; write straight quotes: \"", word);
        return false;
    }
    if (strchr(word, '_'))
        return needs_quotes(lexer, start, end, '_');
    if (strchr(word, '+'))
        return lex_compound(lexer, end, word);
    return add_leaf(lexer, strpbrk(word, "*?") ? LYH_RULE_GLOB : LYH_RULE_WORD, start, end,
                    word, size);
}

static bool lex_sign(lyh_lexer *lexer, lyh_lexeme_kind kind)
{
    return add(lexer,
               (lyh_lexeme){ .kind = kind, .start = lexer->at, .end = lexer->at + 1 });
}

static bool lex_close(lyh_lexer *lexer)
{
    if (!ends_cleanly(lexer, lexer->at + 1))
        return needs_space(lexer, lexer->at + 1);
    return lex_sign(lexer, LEXEME_CLOSE);
}

static bool lex_one(lyh_lexer *lexer)
{
    switch (lexer->text[lexer->at]) {
    case '"':
        return lex_quoted(lexer, LYH_RULE_EXACT, lexer->at, lexer->at);
    case '(':
        return lex_sign(lexer, LEXEME_OPEN);
    case ')':
        return lex_close(lexer);
    case '|':
        return lex_sign(lexer, LEXEME_OR);
    case '&':
        return lex_sign(lexer, LEXEME_AND);
    case '!':
        return lex_not(lexer);
    case '~':
        return lex_near(lexer);
    case '@':
        return lex_reference(lexer);
    case '/':
        return lex_regex(lexer);
    default:
        return lex_word(lexer);
    }
}

bool lyh_lexer_run(lyh_lexer *lexer)
{
    for (skip_space(lexer); lexer->at < lexer->size && lexer->text[lexer->at] != '#';
         skip_space(lexer))
        if (!lex_one(lexer))
            return false;
    size_t end =
        lexer->lexemes->len
            ? g_array_index(lexer->lexemes, lyh_lexeme, lexer->lexemes->len - 1).end
            : lexer->at;
    g_array_append_val(lexer->lexemes,
                       ((lyh_lexeme){ .kind = LEXEME_END, .start = end, .end = end }));
    return true;
}
