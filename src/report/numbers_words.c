#include "numbers_words.h"

#include <string.h>

#include <glib.h>

typedef struct named_number {
    const char *word;
    int64_t number;
} named_number;

static const named_number small[] = {
    { "en", 1 },         { "ett", 1 },       { "två", 2 },       { "tre", 3 },
    { "fyra", 4 },       { "fem", 5 },       { "sex", 6 },       { "sju", 7 },
    { "åtta", 8 },       { "nio", 9 },       { "tio", 10 },      { "elva", 11 },
    { "tolv", 12 },      { "tretton", 13 },  { "fjorton", 14 },  { "femton", 15 },
    { "sexton", 16 },    { "sjutton", 17 },  { "arton", 18 },    { "nitton", 19 },
    { "one", 1 },        { "two", 2 },       { "three", 3 },     { "four", 4 },
    { "five", 5 },       { "six", 6 },       { "seven", 7 },     { "eight", 8 },
    { "nine", 9 },       { "ten", 10 },      { "eleven", 11 },   { "twelve", 12 },
    { "thirteen", 13 },  { "fourteen", 14 }, { "fifteen", 15 },  { "sixteen", 16 },
    { "seventeen", 17 }, { "eighteen", 18 }, { "nineteen", 19 },
};

static const named_number tens[] = {
    { "tjugo", 20 },  { "trettio", 30 }, { "fyrtio", 40 }, { "femtio", 50 },
    { "sextio", 60 }, { "sjuttio", 70 }, { "åttio", 80 },  { "nittio", 90 },
    { "twenty", 20 }, { "thirty", 30 },  { "forty", 40 },  { "fifty", 50 },
    { "sixty", 60 },  { "seventy", 70 }, { "eighty", 80 }, { "ninety", 90 },
};

static int64_t number_called(const char *text, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(small); i++)
        if (strlen(small[i].word) == size && memcmp(small[i].word, text, size) == 0)
            return small[i].number;
    return -1;
}

int64_t number_in_words(const char *text, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(tens); i++) {
        size_t front = strlen(tens[i].word);
        if (size < front || memcmp(text, tens[i].word, front) != 0)
            continue;
        if (size == front)
            return tens[i].number;
        size_t dash = text[front] == '-' ? 1 : 0;
        int64_t rest = number_called(text + front + dash, size - front - dash);
        if (rest > 0 && rest < 10)
            return tens[i].number + rest;
    }
    return number_called(text, size);
}
