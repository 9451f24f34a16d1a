#include "hyphens.h"

#include <string.h>

#include <lyhord/base/text.h>

/* A divided word stands at the end of a full line. One that ends well before the others, in
 * percent of a long line of the file, breaks off by itself ("Jag tänkte att-"), unless the
 * document knows the whole word: a heading is short too. */
#define FULL_LINE_PERCENT 50

struct hyphen_judge {
    const line_list *lines;
    lyh_lexicon *lexicon;
    GHashTable *words; /* folded word -> times seen; NULL until it is needed */
    size_t long_line;  /* characters */
    size_t unsure;
};

/* The two halves of a word as they stand in the lines' text, hyphens inside them and all. */
struct halves {
    const char *first, *second;
    size_t first_size, second_size;
};

/* Conjunctions that a suspended hyphen stands before. */
static const char *const conjunctions[] = { "eller", "och", "resp", "respektive", "samt" };

hyphen_judge *hyphens_new(const line_list *lines, lyh_lexicon *lexicon)
{
    hyphen_judge *judge = g_new0(hyphen_judge, 1);
    judge->lines = lines;
    judge->lexicon = lexicon;
    return judge;
}

void hyphens_free(hyphen_judge *judge)
{
    if (!judge)
        return;
    g_clear_pointer(&judge->words, g_hash_table_unref);
    g_free(judge);
}

size_t hyphens_unsure(const hyphen_judge *judge)
{
    return judge->unsure;
}

static bool is_hyphen(uint32_t c)
{
    return c == '-' || c == 0x2010;
}

/* Bytes of the word at @text: letters and digits, and hyphens between them. */
static size_t word_size(const char *text, size_t size)
{
    size_t end = 0;
    size_t length;
    for (size_t i = 0; i < size; i += length) {
        uint32_t c = lyh_text_char(text + i, size - i, &length);
        if (lyh_char_is_word(c))
            end = i + length;
        else if (!is_hyphen(c) || i == 0 || end != i)
            break;
    }
    return end;
}

/* Bytes of the word that ends with @text. */
static size_t last_word_size(const char *text, size_t size)
{
    const char *start = text + size;
    bool is_after_hyphen = true;
    for (const char *c = start; c > text;) {
        c = g_utf8_prev_char(c);
        size_t length;
        uint32_t sign = lyh_text_char(c, size - (size_t)(c - text), &length);
        if (lyh_char_is_word(sign))
            start = c;
        else if (!is_hyphen(sign) || is_after_hyphen)
            break;
        is_after_hyphen = is_hyphen(sign);
    }
    return size - (size_t)(start - text);
}

static void count_word(GHashTable *words, const char *word, size_t size)
{
    g_autofree char *key = g_strndup(word, size);
    gpointer count = g_hash_table_lookup(words, key);
    g_hash_table_insert(words, g_steal_pointer(&key),
                        GSIZE_TO_POINTER(GPOINTER_TO_SIZE(count) + 1));
}

/* A first half at the end of the line is no word; what follows it on the next line is taken for
 * one, which does no harm: only whole words are asked for. */
static void count_words(GHashTable *words, const char *text, size_t size)
{
    size_t length;
    for (size_t i = 0; i < size; i += length) {
        length = word_size(text + i, size - i);
        bool is_divided = i + length + 1 == size && text[size - 1] == '-';
        if (length > 0 && !is_divided)
            count_word(words, text + i, length);
        if (length == 0)
            lyh_text_char(text + i, size - i, &length);
    }
}

/* The length that one line in five reaches. */
static size_t long_line_of(const GArray *lengths)
{
    size_t most = 0;
    for (size_t i = 0; i < lengths->len; i++)
        most = MAX(most, g_array_index(lengths, size_t, i));
    g_autofree size_t *lines_of = g_new0(size_t, most + 1);
    for (size_t i = 0; i < lengths->len; i++)
        lines_of[g_array_index(lengths, size_t, i)]++;
    size_t reached = 0;
    while (most > 0 && (reached += lines_of[most]) * 5 < lengths->len)
        most--;
    return most;
}

static void gather(hyphen_judge *judge)
{
    g_autoptr(GArray) lengths = g_array_new(FALSE, FALSE, sizeof(size_t));
    judge->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < judge->lines->count; i++) {
        const struct line *line = lines_at(judge->lines, i);
        if (line->is_furniture || line_is_blank(line))
            continue;
        const char *text = judge->lines->text->str + line->first;
        size_t length = lyh_text_length(text, line->last - line->first);
        size_t size;
        g_autofree char *folded = lyh_text_fold(text, line->last - line->first, &size);
        g_array_append_val(lengths, length);
        count_words(judge->words, folded, size);
    }
    judge->long_line = long_line_of(lengths);
}

/* The halves with @between them. */
static char *word_of(const struct halves *halves, const char *between)
{
    return g_strdup_printf("%.*s%s%.*s", (int)halves->first_size, halves->first, between,
                           (int)halves->second_size, halves->second);
}

static size_t times_seen(const hyphen_judge *judge, const struct halves *halves,
                         const char *between)
{
    g_autofree char *word = word_of(halves, between);
    g_autofree char *folded = lyh_text_fold(word, strlen(word), NULL);
    return GPOINTER_TO_SIZE(g_hash_table_lookup(judge->words, folded));
}

static bool is_known(const hyphen_judge *judge, const struct halves *halves)
{
    return times_seen(judge, halves, "") > 0 || times_seen(judge, halves, "-") > 0;
}

static bool is_conjunction(const struct halves *halves)
{
    for (size_t i = 0; i < G_N_ELEMENTS(conjunctions); i++)
        if (strlen(conjunctions[i]) == halves->second_size &&
            memcmp(conjunctions[i], halves->second, halves->second_size) == 0)
            return true;
    return false;
}

static uint32_t first_char(const char *text, size_t size)
{
    size_t length;
    return lyh_text_char(text, size, &length);
}

static uint32_t last_char(const char *text, size_t size)
{
    const char *last = g_utf8_prev_char(text + size);
    return first_char(last, size - (size_t)(last - text));
}

static size_t capitals_in(const char *text, size_t size)
{
    size_t count = 0;
    size_t length;
    for (size_t i = 0; i < size; i += length)
        count += lyh_char_is_upper(lyh_text_char(text + i, size - i, &length));
    return count;
}

/* What is looked up in a dictionary: the parts next to the hyphen that divides the word, without
 * what stands beyond other hyphens. */
static struct halves parts_of(const struct halves *halves)
{
    struct halves parts = *halves;
    const char *hyphen = memrchr(halves->first, '-', halves->first_size);
    if (hyphen) {
        parts.first = hyphen + 1;
        parts.first_size = halves->first_size - (size_t)(parts.first - halves->first);
    }
    hyphen = memchr(halves->second, '-', halves->second_size);
    if (hyphen)
        parts.second_size = (size_t)(hyphen - halves->second);
    return parts;
}

static bool accepts(const hyphen_judge *judge, const char *word, size_t size)
{
    return judge->lexicon && lyh_lexicon_accepts(judge->lexicon, word, size);
}

static bool accepts_folded(const hyphen_judge *judge, const char *word, size_t size)
{
    size_t folded_size;
    g_autofree char *folded = lyh_text_fold(word, size, &folded_size);
    return accepts(judge, folded, folded_size);
}

static bool accepts_joined(const hyphen_judge *judge, const struct halves *parts)
{
    g_autofree char *word = word_of(parts, "");
    return accepts(judge, word, strlen(word)) || accepts_folded(judge, word, strlen(word));
}

/* After a full stop, an opening quote or a speaker's mark, or at the start of a line, a capital
 * says nothing. */
static bool begins_sentence(const char *line, const char *word)
{
    while (word > line && lyh_char_is_space(last_char(line, (size_t)(word - line))))
        word = g_utf8_prev_char(word);
    if (word == line)
        return true;
    uint32_t before = last_char(line, (size_t)(word - line));
    return !lyh_char_is_word(before) && before != ',';
}

/* Försäkrings-kassan, enhets-chef: an s that links stands between the parts of a compound, and
 * no hyphen with it. */
static bool has_linking_s(const struct halves *parts)
{
    static const char *const endings[] = { "doms", "ets", "ings", "ions", "skaps" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        size_t size = strlen(endings[i]);
        if (parts->first_size > size + 2 &&
            memcmp(parts->first + parts->first_size - size, endings[i], size) == 0)
            return true;
    }
    return false;
}

/* Uppsala-modellen, but Försäkrings-kassan: what is no word by itself is no name either, when
 * the two together are one. */
static bool is_proper_name(const hyphen_judge *judge, const struct halves *parts,
                           const char *line)
{
    if (!lyh_char_is_upper(first_char(parts->first, parts->first_size)) ||
        begins_sentence(line, parts->first) || has_linking_s(parts))
        return false;
    if (accepts_folded(judge, parts->first, parts->first_size))
        return false;
    return accepts(judge, parts->first, parts->first_size) || !accepts_joined(judge, parts);
}

/* EU, FoU, SMS; 1990, 40 000; e as in e-post. */
static bool is_acronym(const char *text, size_t size)
{
    size_t capitals = capitals_in(text, size);
    size_t length = lyh_text_length(text, size);
    return length == 1 || lyh_char_is_digit(last_char(text, size)) ||
           capitals > (size_t)lyh_char_is_upper(first_char(text, size));
}

/* SOCIAL-TJÄNSTEN: in a line of capitals they say nothing. */
static bool is_in_capitals(const struct halves *parts)
{
    return parts->second_size > 1 &&
           capitals_in(parts->first, parts->first_size) ==
               lyh_text_length(parts->first, parts->first_size) &&
           capitals_in(parts->second, parts->second_size) ==
               lyh_text_length(parts->second, parts->second_size);
}

static bool is_kept_by_its_form(const hyphen_judge *judge, const struct halves *parts,
                                const char *line)
{
    uint32_t next = first_char(parts->second, parts->second_size);
    if (lyh_char_is_digit(next))
        return true;
    if (is_in_capitals(parts))
        return false;
    return lyh_char_is_upper(next) || is_acronym(parts->first, parts->first_size) ||
           is_proper_name(judge, parts, line);
}

/* Known once it was asked for a word. */
static bool has_dictionary(const hyphen_judge *judge)
{
    return judge->lexicon && lyh_lexicon_has_dictionary(judge->lexicon);
}

static enum hyphen decide_by_dictionary(hyphen_judge *judge, const struct halves *parts)
{
    if (has_linking_s(parts))
        return HYPHEN_JOIN;
    if (accepts_joined(judge, parts))
        return HYPHEN_JOIN;
    if (!has_dictionary(judge)) {
        judge->unsure++;
        return HYPHEN_JOIN;
    }
    bool are_words = (accepts(judge, parts->first, parts->first_size) ||
                      accepts_folded(judge, parts->first, parts->first_size)) &&
                     accepts(judge, parts->second, parts->second_size);
    return are_words ? HYPHEN_KEEP : HYPHEN_JOIN;
}

static enum hyphen decide(hyphen_judge *judge, const struct halves *halves,
                          const char *line)
{
    if (is_conjunction(halves))
        return HYPHEN_SUSPEND;
    size_t joined = times_seen(judge, halves, "");
    size_t hyphenated = times_seen(judge, halves, "-");
    if (joined > hyphenated)
        return HYPHEN_JOIN;
    if (hyphenated > 0)
        return HYPHEN_KEEP;
    struct halves parts = parts_of(halves);
    if (is_kept_by_its_form(judge, &parts, line))
        return HYPHEN_KEEP;
    return decide_by_dictionary(judge, &parts);
}

/* Is line @line as long as lines that end at the margin? */
static bool is_full(const hyphen_judge *judge, const char *text, size_t size)
{
    return lyh_text_length(text, size) * 100 >= judge->long_line * FULL_LINE_PERCENT;
}

/* Bytes of the hyphen, hard or soft, that follows a word at the end of @text; else 0. */
static size_t hyphen_size(const char *text, size_t size)
{
    if (size == 0)
        return 0;
    uint32_t sign = last_char(text, size);
    if (!is_hyphen(sign) && sign != 0x00AD)
        return 0;
    size_t length = (size_t)(text + size - g_utf8_prev_char(text + size));
    return size > length && lyh_char_is_word(last_char(text, size - length)) ? length : 0;
}

enum hyphen hyphens_decide(hyphen_judge *judge, size_t before, size_t after, size_t *size)
{
    const struct line *line = lines_at(judge->lines, before);
    const struct line *next = lines_at(judge->lines, after);
    const char *text = judge->lines->text->str + line->first;
    const char *rest = judge->lines->text->str + next->first;
    size_t text_size = line->last - line->first;
    size_t rest_size = next->last - next->first;

    *size = hyphen_size(text, text_size);
    if (*size == 0 || next->is_paragraph || next->is_heading != line->is_heading)
        return HYPHEN_NONE;
    if (!judge->words)
        gather(judge);

    struct halves halves = { .first_size = last_word_size(text, text_size - *size),
                             .second = rest,
                             .second_size = word_size(rest, rest_size) };
    halves.first = text + text_size - *size - halves.first_size;
    if (halves.second_size == 0)
        return *rest == '(' ? HYPHEN_SUSPEND : HYPHEN_NONE;
    if (last_char(text, text_size) == 0x00AD)
        return HYPHEN_JOIN;
    if (!is_full(judge, text, text_size) && !is_known(judge, &halves))
        return HYPHEN_NONE;
    return decide(judge, &halves, text);
}
