#include "said.h"

#include <string.h>

#include <glib.h>

/* Longer ones are no one number any more. */
enum { MOST_WORDS = 10 };

typedef struct numeral {
    const char *text;
    int value;
} numeral;

/* The longer of two that begin alike comes first. */
static const numeral tens[] = {
    { "tjugo", 20 },  { "tjuge", 20 },   { "tjuå", 20 },   { "tjue", 20 },
    { "tju", 20 },    { "trettio", 30 }, { "tretti", 30 }, { "fyrtio", 40 },
    { "fyrti", 40 },  { "förtio", 40 },  { "förti", 40 },  { "femtio", 50 },
    { "femti", 50 },  { "sextio", 60 },  { "sexti", 60 },  { "sjuttio", 70 },
    { "sjutti", 70 }, { "åttio", 80 },   { "åtti", 80 },   { "nittio", 90 },
    { "nitti", 90 },  { "sjuti", 70 },   { "fämtio", 50 }, { "fämti", 50 },
    { "trätti", 30 }, { "trettå", 30 },  { "tjugi", 20 },  { "tjugu", 20 },
};

static const numeral ones[] = {
    { "noll", 0 },    { "nolla", 0 },       { "nollan", 0 },   { "nollåtta", 0 },
    { "nollsju", 0 }, { "nollsjuttio", 0 }, { "ett", 1 },      { "en", 1 },
    { "två", 2 },     { "tre", 3 },         { "fyra", 4 },     { "fem", 5 },
    { "sex", 6 },     { "sju", 7 },         { "åtta", 8 },     { "nio", 9 },
    { "nie", 9 },     { "tio", 10 },        { "tie", 10 },     { "elva", 11 },
    { "tolv", 12 },   { "tretton", 13 },    { "fjorton", 14 }, { "femton", 15 },
    { "sexton", 16 }, { "sjutton", 17 },    { "arton", 18 },   { "aderton", 18 },
    { "nitton", 19 }, { "fäm", 5 },         { "tvo", 2 },      { "tri", 3 },
    { "fyr", 4 },     { "ått", 8 },
};

static int value_of_one(const char *text, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ones); i++)
        if (strlen(ones[i].text) == size && memcmp(text, ones[i].text, size) == 0)
            return ones[i].value;
    return -1;
}

static int value_below_hundred(const char *text, size_t size)
{
    int value = value_of_one(text, size);
    for (size_t i = 0; value < 0 && i < G_N_ELEMENTS(tens); i++) {
        size_t length = strlen(tens[i].text);
        if (size < length || memcmp(text, tens[i].text, length) != 0)
            continue;
        if (size == length || (size == length + 1 && text[length] == 'n'))
            return tens[i].value; /* "hundrafemtin" */
        int one = value_of_one(text + length, size - length);
        if (one > 0 && one < 10)
            return tens[i].value + one;
    }
    return value;
}

/* "femtvå" of "femtvåhundra": thousands, and hundreds behind them; 52, or -1. */
static int value_of_two(const char *text, size_t size)
{
    enum { LEAST = 2, SHORTEST = 2 };
    for (size_t cut = SHORTEST; cut + SHORTEST <= size; cut++) {
        int thousands = value_of_one(text, cut);
        int hundreds = value_of_one(text + cut, size - cut);
        if (thousands >= LEAST && hundreds > 0 && hundreds < 10)
            return thousands * 10 + hundreds;
    }
    return -1;
}

/* "fyrahundratjugo": what stands before @part, times it, and what stands behind. */
static long value_around(const char *text, size_t size, const char *part, long times)
{
    const char *at = g_strstr_len(text, (gssize)size, part);
    size_t before = (size_t)(at - text);
    size_t behind = before + strlen(part);
    /* "etthundrasextiotvåtusen" */
    bool is_large = times == 1000 && g_strstr_len(text, (gssize)before, "hundra");
    bool is_elided = before == 2 && memcmp(text, "et", 2) == 0; /* "ettusen" */
    long left = is_large               ? value_around(text, before, "hundra", 100)
                : before && !is_elided ? value_below_hundred(text, before)
                                       : 1;
    if (left < 0 && times == 100)
        left = value_of_two(text, before);
    if (left < 0)
        return -1;
    if (behind == size || (size - behind == 1 && text[behind] == 's'))
        return left * times;
    const char *rest = text + behind;
    size_t length = size - behind;
    if (length > 3 && memcmp(rest, "och", 3) == 0)
        rest += 3, length -= 3;
    long right = times == 1000 && g_strstr_len(rest, (gssize)length, "hundra")
                     ? value_around(rest, length, "hundra", 100)
                     : value_below_hundred(rest, length);
    return right < 0 ? -1 : left * times + right;
}

/* hunnra, hundre: as it is said in the country; spelled as the book has it, in the same bytes. */
static void spell_hundred(char *folded, size_t size)
{
    static const char *const said[] = { "hunnra", "hundre", "hunnre" };
    for (size_t k = 0; k < G_N_ELEMENTS(said); k++) {
        char *at = g_strstr_len(folded, (gssize)size, said[k]);
        if (at)
            memcpy(at, "hundra", strlen("hundra"));
    }
}

static long value_of(const words *list, size_t i)
{
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    if (size > WORD_MOST)
        return -1;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    if (size > 6 && !list->items[i].classes)
        spell_hundred(folded, size);
    if (g_strstr_len(folded, (gssize)size, "tusen"))
        return value_around(folded, size, "tusen", 1000);
    if (g_strstr_len(folded, (gssize)size, "hundra"))
        return value_around(folded, size, "hundra", 100);
    return value_below_hundred(folded, size);
}

bool said_begins(const words *list, size_t i)
{
    const word *at = &list->items[i];
    if (at->classes & (WORD_SMALL | WORD_TENS | WORD_LARGE))
        return true;
    char first = (char)(list->text[at->start] | 0x20);
    if (at->classes || at->is_number || word_size(list, i) < 7 ||
        !memchr("etfsnh\xe3", first, 7))
        return false;
    const char *end = list->text + at->end - 3;
    for (const char *u = list->text + at->start + 1; u < end;
         u++) /* hundra, hunnra, tusen */
        if (*u == 'u' && (memcmp(u + 1, "ndr", 3) == 0 || memcmp(u + 1, "nnr", 3) == 0 ||
                          memcmp(u + 1, "sen", 3) == 0))
            return true;
    return false;
}

/* "fjortontusen och ett matsilver": an article, and what it belongs to. */
static bool is_article(const words *list, size_t i)
{
    size_t next = i + 1;
    return (word_is(list, i, "ett") || word_is(list, i, "en")) && next < list->count &&
           list->items[next].gap == GAP_SPACE && !list->items[next].is_number &&
           !said_begins(list, next) &&
           !(list->items[next].classes & (WORD_CURRENCY | WORD_MONTH));
}

/* "elva sexhundrafyrtio": thousands, and what is over; "fem sexhundra" is about as much. */
static bool is_over_thousands(unsigned long part, long value)
{
    enum { LEAST = 2, MOST = 99 };
    bool is_guess = value % 100 == 0 && (unsigned long)(value / 100) == part + 1;
    return part >= LEAST && part <= MOST && value >= 100 && value < 1000 && !is_guess;
}

bool said_read(const words *list, size_t i, said_number *number)
{
    unsigned long whole = 0, part = 0;
    *number = (said_number){ .next = i };
    while (number->next < list->count && number->next < i + MOST_WORDS) {
        size_t next = number->next;
        /* "åttahundra å tjugo" */
        bool has_and = next > i && next + 1 < list->count &&
                       (word_is(list, next, "och") || word_is(list, next, "å")) &&
                       list->items[next + 1].gap == GAP_SPACE;
        next += has_and;
        if (has_and && is_article(list, next))
            break;
        if ((next > i && list->items[next].gap != GAP_SPACE) || !said_begins(list, next))
            break;
        long value = value_of(list, next);
        if (value < 0)
            break;
        /* "två tre hundra", "elva och fem": two numbers, or nobody knows which */
        if (value < 100 && part % 100 != 0) {
            number->is_vague = true;
            break;
        }
        bool is_alone = list->items[next].classes & WORD_LARGE;
        if (!is_alone && !has_and && whole == 0 && is_over_thousands(part, value))
            part *= 1000;
        else if (value >= 100 && part > 0 && !is_alone)
            number->is_vague = true; /* "en tolvhundra" */
        if (is_alone && value == 1000)
            whole += 1000 * MAX(part, 1), part = 0;
        else if (is_alone)
            part = 100 * MAX(part, 1);
        else if (value >= 1000)
            whole += (unsigned long)value;
        else
            part += (unsigned long)value;
        number->next = next + 1;
    }
    number->value = whole + part;
    return number->next > i;
}

int said_small(const words *list, size_t i)
{
    if (!(list->items[i].classes & (WORD_SMALL | WORD_TENS)))
        return -1;
    return (int)value_of(list, i);
}
