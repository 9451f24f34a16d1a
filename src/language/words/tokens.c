#include "tokens_private.h"

#include <utf8proc.h>

#include <lyhord/base/blocks.h>
#include <lyhord/base/text.h>

#include "blocks.h"
#include "scan.h"
#include "vocabulary_private.h"

lyh_tokens *lyh_tokens_new(void)
{
    lyh_tokens *tokens = g_new0(lyh_tokens, 1);
    tokens->abbreviations = lyh_abbreviations_new();
    tokens->words = g_array_new(FALSE, FALSE, sizeof(size_t));
    tokens->ends = g_array_new(FALSE, FALSE, sizeof(size_t));
    return tokens;
}

void lyh_tokens_free(lyh_tokens *tokens)
{
    if (!tokens)
        return;
    lyh_abbreviations_free(tokens->abbreviations);
    g_free(tokens->tokens);
    g_free(tokens->noted);
    g_free(tokens->sentences);
    g_array_unref(tokens->words);
    g_array_unref(tokens->ends);
    g_free(tokens->small);
    g_free(tokens);
}

/* Make it ready for the text of so many turns. */
static void clear(lyh_tokens *tokens, size_t turns)
{
    tokens->count = 0;
    tokens->noted_count = 0;
    tokens->window.count = 0;
    tokens->next_noted = 0;
    tokens->one_by_one = 0;
    tokens->sentence_count = 0;
    g_array_set_size(tokens->words, (guint)turns);
    g_array_set_size(tokens->ends, (guint)turns);
}

bool lyh_tokens_scan_one(lyh_tokens *tokens, lyh_scanner *scanner)
{
    lyh_piece piece;
    lyh_token *next = lyh_tokens_room(tokens, 1);
    if (!lyh_scan_next(scanner, &piece))
        return false;
    *next = (lyh_token){ (uint32_t)piece.start, (uint32_t)piece.end, 0, piece.flags };
    if (piece.flags & LYH_SCAN_OF_NOTE)
        tokens->noted[tokens->noted_count++] = (uint32_t)tokens->count;
    tokens->one_by_one |= piece.flags;
    tokens->count++;
    return true;
}

/* A soft hyphen or zero-width space inside a word is seen by nobody: it is not part of the type. */
static uint32_t intern_visible(lyh_vocabulary *vocabulary, const char *text, size_t size)
{
    g_autoptr(GString) visible = g_string_sized_new(size);
    for (size_t at = 0, length; at < size; at += length) {
        uint32_t c = lyh_text_char(text + at, size - at, &length);
        if (utf8proc_category((utf8proc_int32_t)c) != UTF8PROC_CATEGORY_CF)
            g_string_append_len(visible, text + at, (gssize)length);
    }
    return lyh_vocabulary_intern(vocabulary, visible->str, visible->len);
}

/* The types, and the flags that they bring along, of tokens among which some have hidden signs. */
static void intern_one_by_one(lyh_vocabulary *vocabulary, const char *text,
                              lyh_token *tokens, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        lyh_token *token = &tokens[i];
        const char *word = text + token->start;
        size_t size = token->end - token->start;
        token->type = token->flags & LYH_SCAN_HIDDEN
                          ? intern_visible(vocabulary, word, size)
                          : lyh_vocabulary_intern(vocabulary, word, size);
        if (token->flags & LYH_TOKEN_WORD)
            token->flags |= lyh_vocabulary_flags(vocabulary, token->type);
    }
}

/* Stretches of the text that come in its order, as tokens do: one walk over each kind. */
typedef struct stretches {
    size_t next, count;
    size_t start, end; /* of the one that is next or under way; start SIZE_MAX: no more */
} stretches;

typedef struct walk {
    const lyh_document *document; /* NULL: none */
    stretches asides, repeats, quotations;
    size_t nearest; /* no stretch of any kind begins before it, nor is one under way */
} walk;

typedef void (*stretch_at)(const lyh_document *document, size_t index, size_t *start,
                           size_t *end);

static void aside_at(const lyh_document *document, size_t index, size_t *start, size_t *end)
{
    *start = lyh_document_aside(document, index)->start;
    *end = lyh_document_aside(document, index)->end;
}

static void repeat_at(const lyh_document *document, size_t index, size_t *start,
                      size_t *end)
{
    *start = lyh_document_repeat(document, index)->start;
    *end = lyh_document_repeat(document, index)->end;
}

static void quotation_at(const lyh_document *document, size_t index, size_t *start,
                         size_t *end)
{
    *start = lyh_document_quotation(document, index)->start;
    *end = lyh_document_quotation(document, index)->end;
}

/* Go on to the first stretch that ends behind @at; is @at in it? */
static bool is_in(const lyh_document *document, stretches *of_kind, stretch_at look,
                  size_t at)
{
    while (at >= of_kind->end && of_kind->start != SIZE_MAX) {
        of_kind->start = of_kind->end = SIZE_MAX;
        if (of_kind->next < of_kind->count)
            look(document, of_kind->next++, &of_kind->start, &of_kind->end);
    }
    return at >= of_kind->start;
}

/* The flags of the stretches that the token at @at stands in. */
static uint32_t flags_of_stretches(walk *on, size_t at)
{
    uint32_t flags = 0;
    if (at < on->nearest)
        return 0;
    if (is_in(on->document, &on->asides, aside_at, at))
        flags |= LYH_TOKEN_ASIDE;
    if (is_in(on->document, &on->repeats, repeat_at, at))
        flags |= LYH_TOKEN_ASIDE;
    if (is_in(on->document, &on->quotations, quotation_at, at))
        flags |= LYH_TOKEN_QUOTED;
    on->nearest = MIN(on->asides.start, MIN(on->repeats.start, on->quotations.start));
    return flags;
}

/* How many of the tokens count as words. */
static size_t words_among(const lyh_token *tokens, size_t count)
{
    const uint32_t kinds = LYH_TOKEN_WORD | LYH_TOKEN_FILLER | LYH_TOKEN_ASIDE;
    size_t done = 0, words = 0;
    if (lyh_blocks_path() == LYH_BLOCKS_AVX2)
        words = lyh_words_of_blocks(tokens, kinds, count, &done);
    for (size_t i = done; i < count; i++)
        words += (tokens[i].flags & kinds) == LYH_TOKEN_WORD;
    return words;
}

static void make_small(lyh_tokens *tokens, const char *text, size_t size)
{
    if (tokens->small_room < size + LYH_VOCABULARY_BEHIND) {
        g_free(tokens->small);
        tokens->small_room = size + size / 2 + LYH_VOCABULARY_BEHIND;
        tokens->small = g_malloc0(tokens->small_room);
    }
    lyh_small_letters(text, size, tokens->small);
}

/* The types of all tokens, and the flags that come with them. */
static void find_types(lyh_tokens *tokens, const char *text, size_t size,
                       lyh_vocabulary *vocabulary)
{
    if (tokens->one_by_one & LYH_SCAN_HIDDEN) {
        intern_one_by_one(vocabulary, text, tokens->tokens, tokens->count);
        return;
    }
    make_small(tokens, text, size);
    lyh_vocabulary_intern_tokens(vocabulary, tokens->small, tokens->tokens, tokens->count);
}

/* Scan the text from @start to @end, a turn; how many tokens there are to its end. */
static size_t scan_turn(lyh_tokens *tokens, const char *text, size_t size, size_t start,
                        size_t end)
{
    lyh_scanner scanner = { .abbreviations = tokens->abbreviations,
                            .text = text,
                            .size = size,
                            .at = start,
                            .end = end };
    size_t first = tokens->count;
    if (lyh_blocks_path() == LYH_BLOCKS_AVX2)
        lyh_scan_blocks(&scanner, tokens);
    else
        while (lyh_tokens_scan_one(tokens, &scanner))
            continue;
    if (tokens->count > first)
        tokens->tokens[first].flags |= LYH_TOKEN_AFTER_SPACE;
    return tokens->count;
}

/* Flags of where tokens stand, words and sentences of turn @turn, whose tokens begin with @first. */
static void complete_turn(lyh_tokens *tokens, uint32_t turn, size_t first, walk *on)
{
    size_t count = g_array_index(tokens->ends, size_t, turn) - first;
    lyh_token *own = count > 0 ? tokens->tokens + first : NULL;
    if (count > 0 && own[count - 1].start >= on->nearest)
        for (size_t i = 0; i < count; i++)
            own[i].flags |= flags_of_stretches(on, own[i].start);
    size_t words = words_among(own, count);
    g_array_index(tokens->words, size_t, turn) = words;
    if (count > 0)
        lyh_tokens_add_sentences(tokens, first, first + count, turn);
}

static void complete(lyh_tokens *tokens, walk *on)
{
    size_t first = 0;
    for (guint i = 0; i < tokens->ends->len; i++) {
        complete_turn(tokens, i, first, on);
        first = g_array_index(tokens->ends, size_t, i);
    }
}

void lyh_tokens_read(lyh_tokens *tokens, const lyh_document *document,
                     lyh_vocabulary *vocabulary)
{
    walk on = { .document = document,
                .asides.count = lyh_document_aside_count(document),
                .repeats.count = lyh_document_repeat_count(document),
                .quotations.count = lyh_document_quotation_count(document) };
    const char *text = lyh_document_text(document);
    size_t size = lyh_document_size(document);
    size_t turns = lyh_document_turn_count(document);

    g_assert(size < UINT32_MAX);
    clear(tokens, turns);
    for (size_t i = 0; i < turns; i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        g_array_index(tokens->ends, size_t, i) =
            scan_turn(tokens, text, size, turn->start, turn->end);
    }
    find_types(tokens, text, size, vocabulary);
    complete(tokens, &on);
}

void lyh_tokens_read_text(lyh_tokens *tokens, const char *text, size_t size,
                          lyh_vocabulary *vocabulary)
{
    walk none = { .nearest = SIZE_MAX };

    g_assert(size < UINT32_MAX);
    clear(tokens, 1);
    g_array_index(tokens->ends, size_t, 0) = scan_turn(tokens, text, size, 0, size);
    find_types(tokens, text, size, vocabulary);
    complete(tokens, &none);
}

size_t lyh_tokens_count(const lyh_tokens *tokens)
{
    return tokens->count;
}

const lyh_token *lyh_tokens_all(const lyh_tokens *tokens)
{
    return tokens->tokens;
}

size_t lyh_tokens_sentence_count(const lyh_tokens *tokens)
{
    return tokens->sentence_count;
}

const lyh_sentence *lyh_tokens_sentences(const lyh_tokens *tokens)
{
    return tokens->sentences;
}

size_t lyh_tokens_words_in_turn(const lyh_tokens *tokens, size_t turn)
{
    g_assert(turn < tokens->words->len);
    return g_array_index(tokens->words, size_t, turn);
}

size_t lyh_tokens_sentence_of(const lyh_tokens *tokens, size_t token)
{
    const lyh_sentence *sentences = lyh_tokens_sentences(tokens);
    size_t low = 0;
    size_t high = tokens->sentence_count;

    g_assert(token < tokens->count);
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (sentences[middle].first <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}
