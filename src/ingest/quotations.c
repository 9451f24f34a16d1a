#include "quotations.h"

#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/text.h>

/* Bytes before a quotation in which its verb of saying stands, if it has one. */
#define REACH 40

/* Pairs of signs; in Swedish the same sign often begins and ends (Svenska skrivregler). Where a
 * sign may end more than one pair, the open one decides. */
static const struct pair {
    uint32_t opening, closing;
} pairs[] = {
    { 0x201C, 0x201D }, { 0x201D, 0x201D }, { 0x201E, 0x201D }, { 0x201E, 0x201C },
    { '"', '"' },       { 0x00BB, 0x00AB }, { 0x00BB, 0x00BB }, { 0x00AB, 0x00BB },
    { 0x2018, 0x2019 }, { 0x2019, 0x2019 },
};

/* Verbs of saying and thinking, the forms that stand right before what was said. */
static const char *const saying[] = {
    "ba",    "bara",  "frågade", "frågar", "liksom", "sa",      "sade",   "sagt",
    "skrek", "skrev", "skriver", "stod",   "står",   "svarade", "svarar", "säga",
    "säger", "tänka", "tänker",  "tänkte", "typ",    "va",
};

/* A quotation that has begun. */
struct opening {
    size_t start; /* LYH_NONE: none */
    uint32_t sign;
};

static bool opens(uint32_t sign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (pairs[i].opening == sign)
            return true;
    return false;
}

static bool closes(uint32_t opening, uint32_t sign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (pairs[i].opening == opening && pairs[i].closing == sign)
            return true;
    return false;
}

/* An opening stands before a word, and after none: "that’s", "60’". */
static bool may_open(const char *text, size_t start, size_t end, size_t offset,
                     size_t length)
{
    size_t next;
    if (offset + length >= end ||
        lyh_char_is_space(
            lyh_text_char(text + offset + length, end - offset - length, &next)))
        return false;
    if (offset == start)
        return true;
    const char *before = g_utf8_prev_char(text + offset);
    return !lyh_char_is_word(
        lyh_text_char(before, (size_t)(text + offset - before), &next));
}

/* A closing stands after something, and before no word. */
static bool may_close(const char *text, size_t end, size_t offset, size_t length)
{
    size_t next;
    const char *before = g_utf8_prev_char(text + offset);
    return !g_ascii_isspace(*before) &&
           (offset + length >= end ||
            !lyh_char_is_word(
                lyh_text_char(text + offset + length, end - offset - length, &next)));
}

static bool holds_two_words(const char *text, size_t size)
{
    size_t words = 0;
    bool is_in_word = false;
    for (size_t i = 0, length; i < size && words < 2; i += length) {
        bool is_word = lyh_char_is_word(lyh_text_char(text + i, size - i, &length));
        words += is_word && !is_in_word;
        is_in_word = is_word;
    }
    return words >= 2;
}

static bool parts_words(char sign)
{
    return sign == ' ' || sign == ',' || sign == ':' || sign == '.' || sign == '-' ||
           sign == '\n' || sign == '\t';
}

/* Where the word ends that stands before byte @end, or @start. */
static size_t end_of_word(const char *text, size_t start, size_t end)
{
    while (end > start && (parts_words(text[end - 1]) || g_ascii_isspace(text[end - 1])))
        end--;
    return end;
}

/* Is the word before @offset, a colon, comma or "att" allowed for, a verb of saying? */
static bool is_said(const char *text, size_t start, size_t offset)
{
    size_t from = offset - start > REACH ? offset - REACH : start;
    while (from < offset && ((unsigned char)text[from] & 0xC0) == 0x80)
        from++;
    size_t end = end_of_word(text, from, offset);
    if (end - from > 3 && parts_words(text[end - 4]) &&
        g_ascii_strncasecmp(text + end - 3, "att", 3) == 0)
        end = end_of_word(text, from, end - 3);
    size_t first = end;
    while (first > from && !parts_words(text[first - 1]))
        first--;
    g_autofree char *word = lyh_text_fold(text + first, end - first, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(saying); i++)
        if (saying[i][0] == word[0] && strcmp(saying[i], word) == 0)
            return true;
    return false;
}

static void keep(lyh_document *document, size_t start, size_t from, size_t end)
{
    const char *text = lyh_document_text(document);
    if (holds_two_words(text + from, end - from) || is_said(text, start, from))
        lyh_document_add_quotation(document, (lyh_quotation){ .start = from, .end = end });
}

/* The first aside that ends after byte @offset; @next only grows. */
static const lyh_aside *aside_after(const lyh_document *document, size_t offset,
                                    size_t *next)
{
    while (*next < lyh_document_aside_count(document) &&
           lyh_document_aside(document, *next)->end <= offset)
        ++*next;
    return *next < lyh_document_aside_count(document) ? lyh_document_aside(document, *next)
                                                      : NULL;
}

/* Is there one that goes on at @offset? Where nobody ends it, it lasts no longer than its own paragraph. */
static bool goes_on(const struct opening *open, const char *text, size_t offset)
{
    return open->start != LYH_NONE &&
           !memchr(text + open->start, '\n', offset - open->start);
}

/* The first quotation mark from byte @offset on; @index is it or one before it. */
static size_t next_quote(const sign_list *quotes, size_t offset, size_t index)
{
    while (index < quotes->count && quotes->at[index] < offset)
        index++;
    return index;
}

/* One turn, whose first quotation mark is @index. Returns the first behind it. */
static size_t read_turn(lyh_document *document, const sign_list *quotes,
                        const lyh_turn *turn, size_t index, size_t *next_aside)
{
    const char *text = lyh_document_text(document);
    struct opening open = { .start = LYH_NONE };
    while (index < quotes->count && quotes->at[index] < turn->end) {
        size_t i = quotes->at[index], length;
        uint32_t sign = lyh_text_char(text + i, turn->end - i, &length);
        const lyh_aside *aside = aside_after(document, i, next_aside);
        if (!goes_on(&open, text, i))
            open.start = LYH_NONE;
        if (aside && aside->start <= i) {
            length = MIN(aside->end, turn->end) - i;
        } else if (open.start != LYH_NONE && closes(open.sign, sign) &&
                   may_close(text, turn->end, i, length)) {
            keep(document, turn->start, open.start, i + length);
            open.start = LYH_NONE;
        } else if (open.start == LYH_NONE && opens(sign) &&
                   may_open(text, turn->start, turn->end, i, length)) {
            open = (struct opening){ .start = i, .sign = sign };
        }
        index = next_quote(quotes, i + length, index);
    }
    return index;
}

void quotations_add(lyh_document *document, const text_signs *signs)
{
    const sign_list *quotes = &signs->of[SIGN_QUOTE];
    size_t next_aside = 0, index = 0;
    for (size_t i = 0; index < quotes->count && i < lyh_document_turn_count(document);
         i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        if (turn->role != LYH_ROLE_RESPONDENT)
            continue;
        index = next_quote(quotes, turn->start, index);
        index = read_turn(document, quotes, turn, index, &next_aside);
    }
}
