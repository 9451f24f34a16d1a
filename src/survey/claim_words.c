/* Shares written as words: "drygt hälften", "var tredje", "åtta av tio", "tre fjärdedelar". */
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/stats/rounding.h>

#include "claims.h"
#include "words.h"

/* More words than "just under three out of four" has nobody needs for a share. */
#define MOST_WORDS 8
#define LONGEST_WORD 24
/* "sju av tolv" counts persons; of fewer it is a share, as is one of ten. */
#define LARGEST_SHARE 10
#define ALL 100000

/* Folded words of a text from some place on, and where each ends. */
typedef struct spoken {
    char words[MOST_WORDS][LONGEST_WORD + 1];
    size_t ends[MOST_WORDS];
    size_t count;
} spoken;

/* Words as they are written in a row, one space and no sign between two. */
static spoken words_at(const char *text, size_t at, size_t end)
{
    spoken said = { .count = 0 };
    while (said.count < MOST_WORDS) {
        size_t size = 0;
        while (at + size < end && g_unichar_isalpha(g_utf8_get_char(text + at + size)))
            size += (size_t)(g_utf8_next_char(text + at + size) - (text + at + size));
        g_autofree char *word = words_fold(text + at, size);
        if (size == 0 || strlen(word) > LONGEST_WORD)
            break;
        g_strlcpy(said.words[said.count], word, LONGEST_WORD + 1);
        said.ends[said.count++] = at + size;
        at += size;
        size_t space = at < end ? lyh_text_leading_space(text + at, end - at) : 0;
        if (space == 0)
            break;
        at += space;
    }
    return said;
}

static bool is_word(const spoken *said, size_t index, const char *word)
{
    return index < said->count && strcmp(said->words[index], word) == 0;
}

/* How many words of @said from @index on are those of @phrase; 0 unless all are. */
static size_t phrase_at(const spoken *said, size_t index, const char *phrase)
{
    g_auto(GStrv) words = g_strsplit(phrase, " ", -1);
    size_t count = 0;
    for (; words[count]; count++)
        if (!is_word(said, index + count, words[count]))
            return 0;
    return count;
}

/* ---- the share ---- */

static const struct {
    const char *word;
    size_t number;
} numbers[] = {
    { "a", 1 },       { "en", 1 },    { "ett", 1 },   { "one", 1 },     { "två", 2 },
    { "two", 2 },     { "tre", 3 },   { "three", 3 }, { "four", 4 },    { "fyra", 4 },
    { "fem", 5 },     { "five", 5 },  { "sex", 6 },   { "six", 6 },     { "seven", 7 },
    { "sju", 7 },     { "eight", 8 }, { "åtta", 8 },  { "nine", 9 },    { "nio", 9 },
    { "ten", 10 },    { "tio", 10 },  { "elva", 11 }, { "eleven", 11 }, { "tolv", 12 },
    { "twelve", 12 },
};

/* The words for one of so many; what somebody has a share of is one of several of these. */
static const struct {
    const char *word;
    size_t number;
} parts[] = {
    { "tredjedel", 3 }, { "fjärdedel", 4 }, { "femtedel", 5 }, { "sjättedel", 6 },
    { "sjundedel", 7 }, { "åttondel", 8 },  { "niondel", 9 },  { "tiondel", 10 },
    { "third", 3 },     { "quarter", 4 },   { "fifth", 5 },    { "sixth", 6 },
    { "seventh", 7 },   { "eighth", 8 },    { "ninth", 9 },    { "tenth", 10 },
};

static const struct {
    const char *word;
    size_t number;
} orders[] = {
    { "annan", 2 },  { "tredje", 3 },  { "fjärde", 4 }, { "femte", 5 },   { "sjätte", 6 },
    { "sjunde", 7 }, { "åttonde", 8 }, { "nionde", 9 }, { "tionde", 10 },
};

/* "var tredje vecka", "varannan gång": how often, not how many. */
static const char *const times[] = {
    "dag",    "dagar", "dygn", "gång",   "halvår", "helg",  "kväll", "kvartal", "minut",
    "morgon", "månad", "natt", "sekund", "termin", "timme", "vecka", "år",      NULL,
};

static size_t number_at(const spoken *said, size_t index)
{
    for (size_t i = 0; index < said->count && i < G_N_ELEMENTS(numbers); i++)
        if (is_word(said, index, numbers[i].word))
            return numbers[i].number;
    return 0;
}

static size_t part_at(const spoken *said, size_t index)
{
    static const char *const endings[] = { "", "ar", "s", "en" };
    for (size_t i = 0; index < said->count && i < G_N_ELEMENTS(parts); i++)
        for (size_t ending = 0; ending < G_N_ELEMENTS(endings); ending++) {
            g_autofree char *word = g_strconcat(parts[i].word, endings[ending], NULL);
            if (is_word(said, index, word))
                return parts[i].number;
        }
    return 0;
}

/* "hälften", "half", "half of". */
static size_t half_at(const spoken *said, size_t index, size_t *of, size_t *parted)
{
    *of = 1;
    *parted = 2;
    return is_word(said, index, "hälften") || is_word(said, index, "half") ? 1 : 0;
}

/* "var tredje", "varannan", "varannan handläggare"; not "varannan vecka". */
static size_t every_at(const spoken *said, size_t index, size_t *of, size_t *parted)
{
    size_t size = is_word(said, index, "varannan") ? 1 : 0;
    *of = 1;
    *parted = size > 0 ? 2 : 0;
    for (size_t i = 0; is_word(said, index, "var") && i < G_N_ELEMENTS(orders); i++)
        if (is_word(said, index + 1, orders[i].word)) {
            *parted = orders[i].number;
            size = 2;
        }
    bool is_often = size > 0 && index + size < said->count &&
                    g_strv_contains(times, said->words[index + size]);
    return is_often ? 0 : size;
}

/* "åtta av tio", "eight out of ten", "one in three". */
static size_t of_at(const spoken *said, size_t index, size_t *of, size_t *parted)
{
    static const char *const joints[] = { "av", "in", "of", "out of" };
    *of = number_at(said, index);
    for (size_t i = 0; *of > 0 && i < G_N_ELEMENTS(joints); i++) {
        size_t size = phrase_at(said, index + 1, joints[i]);
        *parted = size > 0 ? number_at(said, index + 1 + size) : 0;
        if (*parted > 1 && *of <= *parted)
            return size + 2;
    }
    return 0;
}

/* "en femtedel", "tre fjärdedelar". */
static size_t parts_at(const spoken *said, size_t index, size_t *of, size_t *parted)
{
    *of = number_at(said, index);
    *parted = *of > 0 ? part_at(said, index + 1) : 0;
    return *parted > 0 && *of <= *parted ? 2 : 0;
}

static size_t share_at(const spoken *said, size_t index, size_t *of, size_t *parted)
{
    size_t size = half_at(said, index, of, parted);
    size = size > 0 ? size : every_at(said, index, of, parted);
    size = size > 0 ? size : of_at(said, index, of, parted);
    return size > 0 ? size : parts_at(said, index, of, parted);
}

/* ---- how near ---- */

typedef enum side { AROUND, JUST_BELOW, JUST_ABOVE, BELOW, ABOVE } side;

static const struct {
    const char *phrase;
    side side;
} sides[] = {
    { "about", AROUND },         { "almost", JUST_BELOW },
    { "around", AROUND },        { "ca", AROUND },
    { "cirka", AROUND },         { "drygt", JUST_ABOVE },
    { "fler än", ABOVE },        { "färre än", BELOW },
    { "inte ens", BELOW },       { "inte fullt", JUST_BELOW },
    { "just over", JUST_ABOVE }, { "just under", JUST_BELOW },
    { "knappt", JUST_BELOW },    { "less than", BELOW },
    { "mer än", ABOVE },         { "mindre än", BELOW },
    { "more than", ABOVE },      { "nearly", JUST_BELOW },
    { "nära", JUST_BELOW },      { "närmare", JUST_BELOW },
    { "nästan", JUST_BELOW },    { "omkring", AROUND },
    { "over", ABOVE },           { "runt", AROUND },
    { "under", BELOW },          { "ungefär", AROUND },
    { "över", ABOVE },
};

static size_t side_at(const spoken *said, side *where)
{
    *where = AROUND;
    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
        size_t size = phrase_at(said, 0, sides[i].phrase);
        if (size > 0) {
            *where = sides[i].side;
            return size;
        }
    }
    return 0;
}

/*
 * How far from it a share may be and still be called so: of halves 1/12, as the verbal scale has it; of tenths half a
 * tenth; of thirds, quarters and the rest half-way to the nearest fraction that has a name of its own, 1/24 between a
 * third and a quarter and 1/40 between a quarter and a fifth.
 */
static int64_t tolerance(size_t parted)
{
    int64_t part = parted == 2 ? 12 : parted == 3 ? 24 : parted == 10 ? 20 : 40;
    return lyh_ratio(1, part, 100, 3);
}

static void set_bounds(side where, size_t of, size_t parted, lyh_claim *claim)
{
    int64_t middle = lyh_ratio((int64_t)of, (int64_t)parted, 100, 3);
    int64_t near = tolerance(parted);
    claim->is_words = true;
    claim->least = where == AROUND || where == JUST_BELOW ? MAX(middle - near, 1)
                   : where == BELOW                       ? 0
                                                          : middle + 1;
    claim->most = where == AROUND || where == JUST_ABOVE ? MIN(middle + near, ALL)
                  : where == ABOVE                       ? ALL
                                                         : middle - 1;
}

size_t claim_words_at(const char *text, size_t at, size_t end, lyh_claim *claim)
{
    const char *before = at > 0 ? g_utf8_find_prev_char(text, text + at) : NULL;
    if (!g_unichar_isalpha(g_utf8_get_char_validated(text + at, (gssize)(end - at))) ||
        (before && g_unichar_isalnum(g_utf8_get_char(before))))
        return 0;
    const spoken said = words_at(text, at, end);
    side where;
    size_t of, parted, lead = side_at(&said, &where);
    size_t size = share_at(&said, lead, &of, &parted);
    if (size == 0)
        return 0;
    if (parted > LARGEST_SHARE && where != AROUND)
        return 0;
    if (parted > LARGEST_SHARE) {
        claim->number = (int64_t)of;
        claim->of = parted;
    } else {
        set_bounds(where, of, parted, claim);
    }
    return said.ends[lead + size - 1] - at;
}
