#include "words.h"

#include <limits.h>
#include <string.h>

#include <glib.h>

enum sign { LETTER, DIGIT, SPACE, LINE_END, STOP, COMMA, OTHER };

/* A line this long was wrapped, not ended, when no sign closes it. */
enum { WRAPPED_LINE = 60 };

static bool is_small_ascii(char c)
{
    return (unsigned char)(c - 'a') <= 'z' - 'a';
}

/* What there is most of comes first. */
static enum sign sign_of_ascii(unsigned char c)
{
    if (is_small_ascii((char)(c | 0x20)) || c == '_')
        return LETTER;
    if (c == ' ')
        return SPACE;
    if (c == '\n')
        return LINE_END;
    if (g_ascii_isdigit(c))
        return DIGIT;
    if (g_ascii_isspace(c))
        return SPACE;
    if (c == '.' || c == '!' || c == '?')
        return STOP;
    return c == ',' ? COMMA : OTHER;
}

/* Signs of Latin-1 (0xC2), of General Punctuation and what follows it (0xE2), private use. */
static enum sign sign_of_long(const unsigned char *bytes, size_t size, size_t *length)
{
    if (bytes[0] == 0xC2 && size >= 2) {
        *length = 2;
        return bytes[1] == 0xA0 ? SPACE : OTHER;
    }
    if ((bytes[0] == 0xE2 || bytes[0] == 0xEE || bytes[0] == 0xEF) && size >= 3) {
        *length = 3;
        if (bytes[0] != 0xE2 || bytes[1] != 0x80)
            return OTHER;
        return bytes[2] <= 0x8A || bytes[2] == 0xAF ? SPACE
               : bytes[2] == 0xA6                   ? STOP
                                                    : OTHER;
    }
    *length = 1;
    return LETTER;
}

static enum sign sign_at(const char *text, size_t at, size_t end, size_t *length)
{
    const unsigned char *bytes = (const unsigned char *)text + at;
    *length = 1;
    return bytes[0] < 0x80 ? sign_of_ascii(bytes[0])
                           : sign_of_long(bytes, end - at, length);
}

static bool is_letter_at(const char *text, size_t at, size_t end)
{
    size_t length;
    return at < end && sign_at(text, at, end, &length) == LETTER;
}

/* Bytes of a sign that joins two letters to one word: Anna-Karin, SKR:s, S:t, McDonald's. */
static size_t joint_at(const char *text, size_t at, size_t end)
{
    if (at >= end)
        return 0;
    if (text[at] == '-' || text[at] == '\'')
        return is_letter_at(text, at + 1, end) ? 1 : 0;
    if (text[at] == ':')
        return at + 1 < end && g_ascii_islower(text[at + 1]) ? 1 : 0;
    bool is_long = end - at > 3 && text[at] == '\xe2' && text[at + 1] == '\x80' &&
                   (text[at + 2] == '\x90' || text[at + 2] == '\x91' ||
                    text[at + 2] == '\x99'); /* hyphens, apostrophe */
    return is_long && is_letter_at(text, at + 3, end) ? 3 : 0;
}

static size_t word_end(const char *text, size_t at, size_t end, word *found)
{
    found->is_upper = true;
    while (at < end) {
        if (is_small_ascii(text[at])) { /* as most are */
            found->is_upper = false;
            at++;
            continue;
        }
        size_t length;
        enum sign sign = sign_at(text, at, end, &length);
        if (sign == DIGIT) {
            found->has_digit = true;
        } else if (sign == LETTER) {
            if (text[at] == '\xc3' && at + 1 < end && (unsigned char)text[at + 1] >= 0x9F)
                found->is_upper = false;
        } else {
            length = joint_at(text, at, end);
            if (length == 0)
                break;
            found->has_hyphen |= text[at] == '-';
        }
        at += length;
    }
    return at;
}

static size_t digits_end(const char *text, size_t at, size_t end)
{
    while (at < end && g_ascii_isdigit(text[at]))
        at++;
    return at;
}

/* --- what the lists know --- */

enum {
    OWNED = WORD_GIVEN | WORD_FAMILY | WORD_WEAK_NAME | WORD_MUNICIPALITY |
            WORD_WEAK_PLACE | WORD_REGION | WORD_PLACE | WORD_EMPLOYER | WORD_KNOWN |
            WORD_STUDY | WORD_LOWER | WORD_CARD
};

static word_classes find(const word_table *table, const char *folded, size_t size)
{
    return word_table_find(table, folded, size, word_hash(folded, size));
}

/* Whose it is (Annas, Lunds, SKR:s), and who lives there (Malmöbo). */
static word_classes find_without_ending(const word_table *table, const char *folded,
                                        size_t size)
{
    static const char *const endings[] = { ":s", "'s", "s", "bo", "bor", "bon", "borna" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        size_t length = strlen(endings[i]);
        bool is_short = length == 1 && size < 4; /* Los is a village, no LO:s */
        if (is_short || size < length + 2 ||
            memcmp(folded + size - length, endings[i], length) != 0)
            continue;
        word_classes classes = find(table, folded, size - length) & OWNED;
        if (length > 1 && endings[i][0] == 'b')
            classes &= WORD_MUNICIPALITY;
        if (classes)
            return classes;
    }
    return 0;
}

/* Anna-Karin, Uppsala-dialekten: the first part says what the word is. */
static word_classes find_first_part(const word_table *table, const char *folded,
                                    size_t size)
{
    const char *hyphen = memchr(folded, '-', size);
    return hyphen ? find(table, folded, (size_t)(hyphen - folded)) & OWNED : 0;
}

static void look_up(const word_table *table, const char *text, word *found)
{
    char folded[WORD_MOST];
    size_t size = found->end - found->start;
    if (size > WORD_MOST)
        return;
    uint32_t hash = word_fold(text + found->start, size, folded, &size);
    found->classes = word_table_find(table, folded, size, hash);
    found->is_bare = (found->classes & ~(word_classes)WORD_FIRST) != 0;
    if (!found->is_capital)
        return;
    /* Salas is a family name, and Sala's */
    if (found->classes & (WORD_GIVEN | WORD_FAMILY) && folded[size - 1] == 's')
        found->classes |= find_without_ending(table, folded, size) &
                          (WORD_MUNICIPALITY | WORD_WEAK_PLACE);
    if (found->is_bare)
        return;
    found->classes |= find_without_ending(table, folded, size);
    if (!(found->classes & OWNED))
        found->classes |= find_first_part(table, folded, size);
}

/* Upplands Väsby: the classes of two or three words that stand together, longest first. */
static void look_up_longer(const word_table *table, words *list, size_t i)
{
    word *first = &list->items[i];
    for (size_t span = 4; span >= 2; span--) {
        if (i + span > list->count)
            continue;
        bool is_apart = false;
        for (size_t k = 1; k < span; k++)
            is_apart = is_apart || list->items[i + k].gap != GAP_SPACE;
        size_t size = list->items[i + span - 1].end - first->start;
        char folded[WORD_MOST];
        if (is_apart || size > WORD_MOST)
            continue;
        uint32_t hash = word_fold(list->text + first->start, size, folded, &size);
        word_classes classes = word_table_find(table, folded, size, hash);
        if (!classes)
            classes = find_without_ending(table, folded, size);
        if (!classes)
            continue;
        first->classes = classes;
        first->span = span & 15u;
        return;
    }
}

/* --- what stands between --- */

typedef struct between {
    size_t line_start;
    bool is_wrapped; /* of the options */
    word_gap gap;
} between;

static word_gap wider(word_gap a, word_gap b)
{
    return a > b ? a : b;
}

/* A point ends a sentence when white space follows and it is none of a single letter's. */
static bool ends_sentence(const words *list, size_t at, size_t end)
{
    bool is_followed = at + 1 >= end || g_ascii_isspace(list->text[at + 1]) ||
                       strchr("\"')\xe2", list->text[at + 1]);
    if (!is_followed || list->count == 0 || list->text[at] != '.')
        return is_followed;
    const word *last = &list->items[list->count - 1];
    return last->end != at || last->end - last->start > 1 || last->is_number;
}

/* A line's end is a paragraph's, unless the text was wrapped and the line is long. */
static void read_sign(between *state, const words *list, enum sign sign, size_t at,
                      size_t end)
{
    word_gap seen = GAP_SPACE;
    if (sign == LINE_END) {
        bool is_long = state->is_wrapped && at - state->line_start >= WRAPPED_LINE;
        seen = is_long && state->gap <= GAP_COMMA ? state->gap : GAP_BREAK;
        seen = wider(seen, GAP_SPACE);
        state->line_start = at + 1;
    } else if (sign == STOP) {
        seen = ends_sentence(list, at, end) ? GAP_BREAK : GAP_OTHER;
    } else if (sign == COMMA) {
        seen = GAP_COMMA;
    } else if (sign == OTHER) {
        bool is_colon =
            list->text[at] == ':' && at + 1 < end && g_ascii_isspace(list->text[at + 1]);
        seen = is_colon ? GAP_COLON : GAP_OTHER;
    }
    state->gap = wider(state->gap, seen);
}

static void add_word(GArray *items, words *list, const word_table *table, word *found)
{
    const char *text = list->text;
    found->is_capital = word_is_capital(text + found->start, found->end - found->start);
    found->is_upper = found->is_upper && found->is_capital;
    if (!found->is_number)
        look_up(table, text, found);
    g_array_append_val(items, *found);
    list->items = (word *)(void *)items->data;
    list->count = items->len;
}

void words_init(words *list, const words_options *options, const char *text, size_t start,
                size_t end)
{
    GArray *items =
        g_array_sized_new(FALSE, FALSE, sizeof(word), (guint)((end - start) / 5));
    between state = { start, options->is_wrapped, GAP_BREAK };
    uint32_t sentence = 0;
    *list = (words){
        .text = text,
        .size = end,
        .table = options->table,
        .lexicon = options->lexicon,
        .asks = options->asks,
        .answers = options->answers,
    };
    for (size_t at = start; at < end;) {
        if (text[at] == ' ') {
            state.gap = wider(state.gap, GAP_SPACE);
            at++;
            continue;
        }
        size_t length;
        enum sign sign = sign_at(text, at, end, &length);
        if (sign > DIGIT) {
            read_sign(&state, list, sign, at, end);
            at += length;
            continue;
        }
        sentence += state.gap == GAP_BREAK;
        word found = {
            .start = at, .gap = state.gap & 15u, .span = 1, .sentence = sentence
        };
        found.is_number = sign == DIGIT;
        found.end =
            sign == DIGIT ? digits_end(text, at, end) : word_end(text, at, end, &found);
        add_word(items, list, options->table, &found);
        at = found.end;
        state.gap = GAP_NONE;
    }
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].classes & WORD_FIRST)
            look_up_longer(options->table, list, i);
    list->items = (word *)(void *)g_array_free(items, FALSE);
}

void words_clear(words *list)
{
    g_free(list->items);
    *list = (words){ 0 };
}

bool words_cue_before(const words *list, size_t i, word_classes classes, size_t distance)
{
    for (size_t k = 1; k <= distance && k <= i; k++) {
        const word *before = &list->items[i - k];
        if (before->sentence != list->items[i].sentence)
            return false;
        if (before->classes & classes)
            return true;
    }
    return false;
}

/* hunspell is slow with what it does not know, and the slower the longer that is. */
enum { LONGEST_ASKED = 28 };

static word_known ask_dictionary(lyh_lexicon *lexicon, const char *folded, size_t size)
{
    if (lyh_lexicon_accepts(lexicon, folded, size))
        return IS_A_WORD;
    return lyh_lexicon_has_dictionary(lexicon) ? NOT_A_WORD : NO_DICTIONARY;
}

word_known words_ask_spelling(const words *list, const char *folded, size_t size)
{
    if (!list->lexicon || size > LONGEST_ASKED)
        return NO_DICTIONARY;
    void *key = GSIZE_TO_POINTER((size_t)word_hash(folded, size) << CHAR_BIT | size);
    void *answer;
    if (g_hash_table_lookup_extended(list->answers, key, NULL, &answer))
        return (word_known)GPOINTER_TO_UINT(answer);
    if (*list->asks == 0)
        return NO_DICTIONARY;
    --*list->asks;
    word_known known = ask_dictionary(list->lexicon, folded, size);
    g_hash_table_insert(list->answers, key, GUINT_TO_POINTER(known));
    return known;
}

word_known words_ask(const words *list, size_t i)
{
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    if (!list->lexicon || size > WORD_MOST)
        return NO_DICTIONARY;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    return words_ask_spelling(list, folded, size);
}

bool words_is_initial(const words *list, size_t i)
{
    return list->items[i].gap >= GAP_COLON;
}

bool word_is_closed_by(const words *list, size_t i, const char *ending, size_t length)
{
    return word_size(list, i) > length &&
           memcmp(list->text + list->items[i].end - length, ending, length) == 0;
}

bool word_ends_in_any_after(const words *list, size_t i, size_t least,
                            const char *const *endings, size_t count)
{
    const char *end = list->text + list->items[i].end;
    size_t size = word_size(list, i);
    for (size_t k = 0; k < count; k++) {
        size_t length = strlen(endings[k]);
        if (end[-1] == endings[k][length - 1] && size >= length + least &&
            memcmp(end - length, endings[k], length) == 0)
            return true;
    }
    return false;
}

bool is_spelled_as_any(const char *text, size_t size, const char *const *spellings,
                       size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (strlen(spellings[k]) == size && memcmp(spellings[k], text, size) == 0)
            return true;
    return false;
}

bool word_is_whole(const words *list, size_t i, const char *lower)
{
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    if (size > WORD_MOST || size != strlen(lower))
        return false;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    return memcmp(folded, lower, size) == 0;
}

uint32_t words_key(const words *list, size_t i)
{
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    if (size > WORD_MOST)
        return 0;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    if (!list->items[i].is_bare && size > 1 && folded[size - 1] == 's')
        size--;
    return word_hash(folded, size);
}
