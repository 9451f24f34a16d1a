/*
 * Rules that are certain to be right, without reading them: of words, quoted words, heads and numbers of words, in
 * parentheses or not. Nearly all rules are so, and most commands count what people decided and look at none of
 * them. Where an "&" may not stand, what "_" and "@" mean and what else can be wrong, only the parser knows.
 */
#include "rule_private.h"

#include <lyhord/base/text.h>

/* A rule while it is gone through. */
typedef struct passing {
    const char *text;
    size_t size, at;
    size_t end;         /* of what was last passed */
    size_t depth;       /* of parentheses */
    bool wants_operand; /* a word, or "(" */
    bool is_after_and;  /* "!" may stand here */
} passing;

/* Letters, digits and "-": no sign that the lexer looks twice at. Letters of Latin-1 are two bytes. 0: something else. */
static size_t letter_at(const passing *here, size_t at)
{
    if (g_ascii_isalnum(here->text[at]) || here->text[at] == '-')
        return 1;
    return here->text[at] == '\xc3' && at + 1 < here->size ? 2 : 0;
}

static bool is_of_glob(char c)
{
    return c == '*' || c == '?';
}

/* Behind the word at @at; @at when there is none. */
static size_t word_end(const passing *here, size_t at, bool may_be_glob)
{
    while (at < here->size) {
        size_t length = letter_at(here, at);
        if (length == 0 && may_be_glob && is_of_glob(here->text[at]))
            length = 1;
        if (length == 0)
            break;
        at += length;
    }
    return at;
}

/* Behind the quote that closes the one at @open; @open when there is none, or nothing inside. */
static size_t quoted_end(const passing *here, size_t open)
{
    bool says_something = false;
    size_t at = open + 1;
    while (at < here->size && here->text[at] != '"') {
        size_t length = here->text[at] == ' ' ? 1 : letter_at(here, at);
        if (length == 0)
            return open;
        says_something |= here->text[at] != ' ';
        at += length;
    }
    return at < here->size && says_something ? at + 1 : open;
}

static bool may_end_at(const passing *here, size_t at)
{
    return at == here->size || memchr(" |&)#", here->text[at], 5);
}

static bool pass(passing *here, size_t end, bool wants_operand)
{
    here->at = here->end = end;
    here->wants_operand = wants_operand;
    return true;
}

static bool pass_word(passing *here)
{
    size_t at = here->at, begin = at, end;
    if (here->text[at] == '"')
        end = quoted_end(here, at);
    else if (here->text[at] == '+')
        end = word_end(here, begin = at + 1, false);
    else
        end = word_end(here, at, true);
    return end > begin && may_end_at(here, end) && pass(here, end, false);
}

static bool pass_parenthesis(passing *here)
{
    bool opens = here->text[here->at] == '(';
    if (opens ? here->depth == LYH_RULE_DEPTH_MAX : here->depth == 0 || here->wants_operand)
        return false;
    here->depth += opens ? 1 : (size_t)-1;
    return (opens || may_end_at(here, here->at + 1)) && pass(here, here->at + 1, opens);
}

/* " ~5 " */
static bool pass_near(passing *here)
{
    size_t at = here->at, words = 0, end = at + 1;
    for (; end < here->size && end < at + 3 && g_ascii_isdigit(here->text[end]); end++)
        words = words * 10 + (size_t)(here->text[end] - '0');
    bool is_apart =
        at > 0 && here->text[at - 1] == ' ' && end < here->size && here->text[end] == ' ';
    return is_apart && !here->wants_operand && words >= 1 &&
           words <= LYH_RULE_DISTANCE_MAX && pass(here, end, true);
}

static bool pass_next(passing *here)
{
    bool is_after_and = here->is_after_and;
    here->is_after_and = false;
    switch (here->text[here->at]) {
    case '(':
    case ')':
        return pass_parenthesis(here);
    case '|':
        return !here->wants_operand && pass(here, here->at + 1, true);
    case '&': /* in parentheses it depends on what stands around them */
        here->is_after_and = true;
        return here->depth == 0 && !here->wants_operand && pass(here, here->at + 1, true);
    case '!':
        return is_after_and && here->at + 1 < here->size &&
               here->text[here->at + 1] != ' ' && pass(here, here->at + 1, true);
    case '~':
        return pass_near(here);
    default:
        return pass_word(here);
    }
}

bool lyh_rule_is_plain(const char *text, size_t size, size_t *end)
{
    passing here = { .text = text, .size = size, .wants_operand = true };
    while (here.at < size && text[here.at] != '#')
        if (text[here.at] == ' ')
            here.at++;
        else if (!pass_next(&here))
            return false;
    *end = here.end;
    return !here.wants_operand && here.depth == 0;
}
