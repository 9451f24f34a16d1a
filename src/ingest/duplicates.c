#include <lyhord/ingest/duplicates.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/wide.h>

#include "grams.h"
#include "repeats.h"

/* Words that are remembered, about 12 MB of speech; with their index at most 20 MiB. */
#define MOST_WORDS ((size_t)1 << 21)
/* A full table is followed by one of four times the slots: of fewer tables fewer pages are touched. */
#define FIRST_BITS 14
#define MORE_BITS 2
/* How far ahead a slot is asked for: what is looked up lies all over the memory. */
#define AHEAD 16

/* A slot holds the eight-gram's position from 1 and what of its hash there is room for; 0: empty. */
#define POSITION_MASK GRAM_HASH_FREE

/* The highest bits of a hash tell little of those that were chosen; there are never more than 22 of
 * a slot's place, since no more words are remembered. */
#define CHOSEN_BITS 20

struct lyh_duplicates {
    GArray *words;    /* uint32_t, types: the respondents' words of all documents */
    GArray *passages; /* struct passage: turns with words, in the order of the words */
    GPtrArray *names; /* char *: documents */
    uint64_t *slots;  /* 1 << slot_bits of them */
    unsigned slot_bits;
    size_t used;
    GArray *found;  /* lyh_duplicate */
    GArray *tokens; /* uint32_t: of each word of the document at hand, its token */
    GArray *grams;  /* struct gram: chosen from the document at hand, in its order */
    size_t first;   /* the first word of the document at hand */
    bool is_full;
};

lyh_duplicates *lyh_duplicates_new(void)
{
    lyh_duplicates *duplicates = g_new0(lyh_duplicates, 1);
    /* Memory that nobody touches costs nothing; to take more, time and again, is to copy it all. */
    duplicates->words = g_array_sized_new(FALSE, FALSE, sizeof(uint32_t), MOST_WORDS);
    duplicates->passages = g_array_new(FALSE, FALSE, sizeof(struct passage));
    duplicates->names = g_ptr_array_new_with_free_func(g_free);
    duplicates->found = g_array_new(FALSE, FALSE, sizeof(lyh_duplicate));
    duplicates->tokens = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    duplicates->slot_bits = FIRST_BITS;
    duplicates->slots = lyh_wide_new((size_t)1 << FIRST_BITS, sizeof(uint64_t));
    duplicates->grams = g_array_new(FALSE, FALSE, sizeof(struct gram));
    return duplicates;
}

/* What is compared with, which nobody asks for when all is full: only what was found is kept. */
static void forget(lyh_duplicates *duplicates)
{
    g_clear_pointer(&duplicates->slots, lyh_wide_free);
    g_clear_pointer(&duplicates->grams, g_array_unref);
    g_clear_pointer(&duplicates->tokens, g_array_unref);
    g_clear_pointer(&duplicates->passages, g_array_unref);
    g_clear_pointer(&duplicates->words, g_array_unref);
}

void lyh_duplicates_free(lyh_duplicates *duplicates)
{
    if (!duplicates)
        return;
    forget(duplicates);
    g_array_unref(duplicates->found);
    g_ptr_array_unref(duplicates->names);
    g_free(duplicates);
}

static const uint32_t *words_of(const lyh_duplicates *duplicates)
{
    return (const uint32_t *)(const void *)duplicates->words->data;
}

/* ------ the index of eight-grams ------ */

static size_t slot_count(const lyh_duplicates *duplicates)
{
    return (size_t)1 << duplicates->slot_bits;
}

/* One word in three is the first of a gram that is chosen: of all words a million slots are filled
 * by two thirds. */
static size_t most_used(const lyh_duplicates *duplicates)
{
    return slot_count(duplicates) / 4 * 3;
}

/*
 * Higher bits first: a table that grows is then filled in the order in which it was read. Not the
 * highest ones, which are small in all that is chosen for having the least hash.
 */
static size_t place_of(const lyh_duplicates *duplicates, uint64_t hash)
{
    return (size_t)(hash << CHOSEN_BITS >> (64 - duplicates->slot_bits));
}

static size_t next_place(const lyh_duplicates *duplicates, size_t place)
{
    return (place + 1) & (slot_count(duplicates) - 1);
}

static bool is_same(const uint32_t *one, const uint32_t *other)
{
    return memcmp(one, other, GRAM * sizeof *one) == 0;
}

/* The slot of @gram, or the empty one that waits for it. */
static uint64_t *find_slot(const lyh_duplicates *duplicates, const struct gram *gram)
{
    const uint32_t *words = words_of(duplicates);
    for (size_t i = place_of(duplicates, gram->hash);; i = next_place(duplicates, i)) {
        uint64_t slot = duplicates->slots[i];
        if (slot == 0 ||
            ((slot & ~POSITION_MASK) == gram->hash &&
             is_same(words + (slot & POSITION_MASK) - 1, words + gram->position)))
            return &duplicates->slots[i];
    }
}

static void grow(lyh_duplicates *duplicates)
{
    uint64_t *old = duplicates->slots;
    size_t count = slot_count(duplicates);
    duplicates->slot_bits += MORE_BITS;
    duplicates->slots = lyh_wide_new(slot_count(duplicates), sizeof(uint64_t));
    for (size_t i = 0; i < count; i++) {
        size_t place = place_of(duplicates, old[i]);
        while (old[i] != 0 && duplicates->slots[place] != 0)
            place = next_place(duplicates, place);
        if (old[i] != 0)
            duplicates->slots[place] = old[i];
    }
    lyh_wide_free(old);
}

static void remember(lyh_duplicates *duplicates, uint64_t *slot, const struct gram *gram)
{
    if (gram->position >= MOST_WORDS)
        return;
    *slot = gram->hash | (gram->position + 1);
    if (++duplicates->used > most_used(duplicates))
        grow(duplicates);
}

/* ------ comparing ------ */

static const struct passage *passage_at(const lyh_duplicates *duplicates, size_t index)
{
    return &g_array_index(duplicates->passages, struct passage, index);
}

/* The passage that holds word @position. */
static size_t passage_of(const lyh_duplicates *duplicates, size_t position)
{
    size_t low = 0;
    size_t high = duplicates->passages->len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (passage_at(duplicates, middle)->first <= position)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void add_found(lyh_duplicates *duplicates, const lyh_tokens *tokens, size_t later,
                      size_t earlier, const struct repeat *repeat)
{
    const uint32_t *of_words = (const uint32_t *)(const void *)duplicates->tokens->data;
    const lyh_token *all = lyh_tokens_all(tokens);
    const struct passage *here = passage_at(duplicates, later);
    const struct passage *there = passage_at(duplicates, earlier);
    lyh_duplicate duplicate = {
        .document = duplicates->names->pdata[here->document],
        .start = all[of_words[repeat->start - duplicates->first]].start,
        .end = all[of_words[repeat->end - 1 - duplicates->first]].end,
        .turn = here->turn,
        .other = duplicates->names->pdata[there->document],
        .other_turn = there->turn,
        .words = repeat->words,
    };
    g_array_append_val(duplicates->found, duplicate);
}

/* Look for @gram of the passage @later; returns where the next repeat may begin. */
static size_t look_for(lyh_duplicates *duplicates, const lyh_tokens *tokens, size_t later,
                       const struct gram *gram, size_t from)
{
    uint64_t *slot = find_slot(duplicates, gram);
    if (*slot == 0) {
        remember(duplicates, slot, gram);
        return from;
    }
    size_t there = (size_t)(*slot & POSITION_MASK) - 1;
    if (gram->position < from || there + GRAM > gram->position)
        return from;
    size_t earlier = passage_of(duplicates, there);
    struct repeat repeat;
    if (!repeat_around(words_of(duplicates), passage_at(duplicates, later),
                       passage_at(duplicates, earlier), gram->position, there, from,
                       &repeat))
        return repeat.says_nothing ? repeat.end : from;
    add_found(duplicates, tokens, later, earlier, &repeat);
    return repeat.end;
}

static void choose_in_turn(lyh_duplicates *duplicates, size_t index)
{
    size_t first = passage_at(duplicates, index)->first;
    size_t count = passage_at(duplicates, index)->count;
    guint known = duplicates->grams->len;
    if (count < SHORT_REPEAT)
        return;
    g_array_set_size(duplicates->grams, known + (guint)(count - GRAM + 1));
    size_t chosen = grams_choose(words_of(duplicates), first, count,
                                 &g_array_index(duplicates->grams, struct gram, known));
    g_array_set_size(duplicates->grams, known + (guint)chosen);
}

/* A call of a function that does nothing but ask is left out by gcc as one that does nothing. */
static inline __attribute__((always_inline)) void look_ahead(
    const lyh_duplicates *duplicates, size_t index)
{
    if (index >= duplicates->grams->len)
        return;
    uint64_t hash = g_array_index(duplicates->grams, struct gram, index).hash;
    __builtin_prefetch(&duplicates->slots[place_of(duplicates, hash)]);
}

/* The passages from @later on; a turn is shorter than what is looked ahead, so all of them in one go. */
static void compare_turns(lyh_duplicates *duplicates, const lyh_tokens *tokens,
                          size_t later)
{
    size_t from = 0;
    for (size_t i = 0; i < AHEAD; i++)
        look_ahead(duplicates, i);
    for (size_t i = 0; i < duplicates->grams->len; i++) {
        const struct gram *gram = &g_array_index(duplicates->grams, struct gram, i);
        look_ahead(duplicates, i + AHEAD);
        const struct passage *passage = passage_at(duplicates, later);
        while (gram->position >= passage->first + passage->count)
            passage = passage_at(duplicates, ++later);
        from = look_for(duplicates, tokens, later, gram, MAX(from, passage->first));
    }
}

/* ------ reading ------ */

static void add_passage(lyh_duplicates *duplicates, size_t turn, size_t first)
{
    struct passage passage = { .first = first,
                               .count = duplicates->words->len - first,
                               .document = duplicates->names->len - 1,
                               .turn = turn };
    if (passage.count > 0)
        g_array_append_val(duplicates->passages, passage);
}

/* The words that count of the turn whose sentences are those from @first to before @end: no
 * fillers, no asides, no punctuation. */
static void take_turn(lyh_duplicates *duplicates, const lyh_token *all,
                      const lyh_sentence *first, const lyh_sentence *end)
{
    const uint32_t counted = LYH_TOKEN_WORD | LYH_TOKEN_FILLER | LYH_TOKEN_ASIDE;
    guint words = duplicates->words->len;
    guint known = duplicates->tokens->len;
    uint32_t last = end[-1].end;
    g_array_set_size(duplicates->words, words + last - first->first);
    g_array_set_size(duplicates->tokens, known + last - first->first);
    uint32_t *types = &g_array_index(duplicates->words, uint32_t, words);
    uint32_t *tokens = &g_array_index(duplicates->tokens, uint32_t, known);
    size_t count = 0;
    for (uint32_t token = first->first; token < last; token++) {
        types[count] = all[token].type;
        tokens[count] = token;
        count += (all[token].flags & counted) == LYH_TOKEN_WORD;
    }
    g_array_set_size(duplicates->words, words + (guint)count);
    g_array_set_size(duplicates->tokens, known + (guint)count);
    add_passage(duplicates, first->turn, words);
}

static void take_words(lyh_duplicates *duplicates, const lyh_document *document,
                       const lyh_tokens *tokens)
{
    const lyh_sentence *sentence = lyh_tokens_sentences(tokens);
    if (lyh_tokens_sentence_count(tokens) == 0)
        return;
    const lyh_sentence *end = sentence + lyh_tokens_sentence_count(tokens);
    while (sentence < end) {
        const lyh_sentence *first = sentence;
        while (sentence < end && sentence->turn == first->turn)
            sentence++;
        if (lyh_document_turn(document, first->turn)->role == LYH_ROLE_RESPONDENT)
            take_turn(duplicates, lyh_tokens_all(tokens), first, sentence);
    }
}

void lyh_duplicates_add(lyh_duplicates *duplicates, const lyh_document *document,
                        const lyh_tokens *tokens)
{
    if (duplicates->is_full)
        return;
    guint passages = duplicates->passages->len;
    g_ptr_array_add(duplicates->names, g_strdup(lyh_document_name(document)));
    duplicates->first = duplicates->words->len;
    g_array_set_size(duplicates->tokens, 0);
    take_words(duplicates, document, tokens);
    g_array_set_size(duplicates->grams, 0);
    for (guint i = passages; i < duplicates->passages->len; i++)
        choose_in_turn(duplicates, i);
    compare_turns(duplicates, tokens, passages);
    duplicates->is_full = duplicates->words->len > MOST_WORDS;
    if (duplicates->is_full)
        forget(duplicates);
}

size_t lyh_duplicates_count(const lyh_duplicates *duplicates)
{
    return duplicates->found->len;
}

const lyh_duplicate *lyh_duplicates_at(const lyh_duplicates *duplicates, size_t index)
{
    g_assert(index < duplicates->found->len);
    return &g_array_index(duplicates->found, lyh_duplicate, index);
}

char *lyh_duplicate_target(const lyh_duplicate *duplicate)
{
    return g_strdup_printf("%s:%zu = %s:%zu", duplicate->document, duplicate->turn + 1,
                           duplicate->other, duplicate->other_turn + 1);
}

bool lyh_duplicates_is_full(const lyh_duplicates *duplicates)
{
    return duplicates->is_full;
}
