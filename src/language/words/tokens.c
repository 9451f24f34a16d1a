#include "tokens_private.h"

#include <utf8proc.h>

#include <lyhord/base/text.h>

#include "scan.h"
#include "vocabulary_private.h"

lyh_tokens *lyh_tokens_new(void)
{
    lyh_tokens *tokens = g_new0(lyh_tokens, 1);
    tokens->abbreviations = lyh_abbreviations_new();
    tokens->sentences = g_array_new(FALSE, FALSE, sizeof(lyh_sentence));
    tokens->words = g_array_new(FALSE, FALSE, sizeof(size_t));
    return tokens;
}

void lyh_tokens_free(lyh_tokens *tokens)
{
    if (!tokens)
        return;
    lyh_abbreviations_free(tokens->abbreviations);
    g_free(tokens->tokens);
    g_array_unref(tokens->sentences);
    g_array_unref(tokens->words);
    g_free(tokens);
}

static void clear(lyh_tokens *tokens)
{
    tokens->count = 0;
    g_array_set_size(tokens->sentences, 0);
    g_array_set_size(tokens->words, 0);
}

static lyh_token *one_more(lyh_tokens *tokens)
{
    if (tokens->count == tokens->room) {
        tokens->room = tokens->room ? tokens->room * 2 : 1024;
        tokens->tokens = g_renew(lyh_token, tokens->tokens, tokens->room);
    }
    return &tokens->tokens[tokens->count++];
}

/* Tokens on their way: they are interned, and then noted down, some at a time. */
typedef struct batch {
    lyh_piece pieces[LYH_WORDS_AT_ONCE];
    lyh_word words[LYH_WORDS_AT_ONCE];
    size_t count;
} batch;

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

static void fill(batch *ahead, lyh_scanner *scanner)
{
    size_t count = 0;
    while (count < LYH_WORDS_AT_ONCE && lyh_scan_next(scanner, &ahead->pieces[count])) {
        const lyh_piece *piece = &ahead->pieces[count];
        ahead->words[count++] =
            (lyh_word){ scanner->text + piece->start, piece->end - piece->start, 0 };
    }
    ahead->count = count;
}

static void intern(batch *ahead, lyh_vocabulary *vocabulary)
{
    uint32_t all = 0;
    for (size_t i = 0; i < ahead->count; i++)
        all |= ahead->pieces[i].flags;
    if (!(all & LYH_SCAN_HIDDEN)) {
        lyh_vocabulary_intern_all(vocabulary, ahead->words, ahead->count);
        return;
    }
    for (size_t i = 0; i < ahead->count; i++) {
        lyh_word *word = &ahead->words[i];
        word->type = ahead->pieces[i].flags & LYH_SCAN_HIDDEN
                         ? intern_visible(vocabulary, word->text, word->size)
                         : lyh_vocabulary_intern(vocabulary, word->text, word->size);
    }
}

/* Asides, repeats and quotations come in the order of the text, as tokens do: one walk over each. */
typedef struct asides {
    const lyh_document *document; /* NULL: none */
    size_t next;
    size_t count;
    size_t start, end; /* of the aside that is next or under way; start SIZE_MAX: no more */
    size_t repeat, repeats;
    size_t quotation, quotations;
} asides;

static void to_next_aside(asides *walk)
{
    walk->start = walk->end = SIZE_MAX;
    if (walk->next >= walk->count)
        return;
    const lyh_aside *aside = lyh_document_aside(walk->document, walk->next++);
    walk->start = aside->start;
    walk->end = aside->end;
}

static bool is_aside(asides *walk, size_t at)
{
    while (at >= walk->end && walk->start != SIZE_MAX)
        to_next_aside(walk);
    return at >= walk->start;
}

static bool is_repeat(asides *walk, size_t at)
{
    while (walk->repeat < walk->repeats &&
           at >= lyh_document_repeat(walk->document, walk->repeat)->end)
        walk->repeat++;
    return walk->repeat < walk->repeats &&
           at >= lyh_document_repeat(walk->document, walk->repeat)->start;
}

static const uint32_t flags_of_traits[] = {
    [LYH_TRAIT_FILLER] = LYH_TOKEN_FILLER,
    [LYH_TRAIT_SAYING] = LYH_SCAN_SAYING,
    [LYH_TRAIT_FILLER | LYH_TRAIT_SAYING] = LYH_TOKEN_FILLER | LYH_SCAN_SAYING,
};

static bool is_quotation(asides *walk, size_t at)
{
    while (walk->quotation < walk->quotations &&
           at >= lyh_document_quotation(walk->document, walk->quotation)->end)
        walk->quotation++;
    return walk->quotation < walk->quotations &&
           at >= lyh_document_quotation(walk->document, walk->quotation)->start;
}

/* Note the batch down; returns how many of its words count. */
static size_t take(lyh_tokens *tokens, const batch *ahead, asides *walk,
                   const unsigned char *traits)
{
    const uint32_t kinds = LYH_TOKEN_WORD | LYH_TOKEN_FILLER | LYH_TOKEN_ASIDE;
    size_t words = 0;
    for (size_t i = 0; i < ahead->count; i++) {
        const lyh_piece *piece = &ahead->pieces[i];
        uint32_t type = ahead->words[i].type;
        uint32_t flags = piece->flags;
        if (flags & LYH_TOKEN_WORD)
            flags |= flags_of_traits[traits[type]];
        if (is_aside(walk, piece->start) || is_repeat(walk, piece->start))
            flags |= LYH_TOKEN_ASIDE;
        if (is_quotation(walk, piece->start))
            flags |= LYH_TOKEN_QUOTED;
        words += (flags & kinds) == LYH_TOKEN_WORD;
        *one_more(tokens) =
            (lyh_token){ (uint32_t)piece->start, (uint32_t)piece->end, type, flags };
    }
    return words;
}

static void read_span(lyh_tokens *tokens, lyh_scanner *scanner, asides *walk,
                      lyh_vocabulary *vocabulary, uint32_t turn)
{
    size_t first = tokens->count;
    size_t words = 0;
    batch ahead;

    do {
        fill(&ahead, scanner);
        intern(&ahead, vocabulary);
        words += take(tokens, &ahead, walk, lyh_vocabulary_traits(vocabulary));
    } while (ahead.count == LYH_WORDS_AT_ONCE);
    lyh_tokens_add_sentences(tokens, first, turn);
    g_array_append_val(tokens->words, words);
}

void lyh_tokens_read(lyh_tokens *tokens, const lyh_document *document,
                     lyh_vocabulary *vocabulary)
{
    asides walk = { .document = document,
                    .count = lyh_document_aside_count(document),
                    .repeats = lyh_document_repeat_count(document),
                    .quotations = lyh_document_quotation_count(document) };
    size_t turns = lyh_document_turn_count(document);

    g_assert(lyh_document_size(document) < UINT32_MAX);
    clear(tokens);
    to_next_aside(&walk);
    for (size_t i = 0; i < turns; i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        lyh_scanner scanner = { .abbreviations = tokens->abbreviations,
                                .text = lyh_document_text(document),
                                .start = turn->start,
                                .at = turn->start,
                                .end = turn->end };
        read_span(tokens, &scanner, &walk, vocabulary, (uint32_t)i);
    }
}

void lyh_tokens_read_text(lyh_tokens *tokens, const char *text, size_t size,
                          lyh_vocabulary *vocabulary)
{
    asides none = { .start = SIZE_MAX, .end = SIZE_MAX };
    lyh_scanner scanner = { .abbreviations = tokens->abbreviations,
                            .text = text,
                            .end = size };

    g_assert(size < UINT32_MAX);
    clear(tokens);
    read_span(tokens, &scanner, &none, vocabulary, 0);
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
    return tokens->sentences->len;
}

const lyh_sentence *lyh_tokens_sentences(const lyh_tokens *tokens)
{
    return (const lyh_sentence *)(const void *)tokens->sentences->data;
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
    size_t high = tokens->sentences->len;

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
