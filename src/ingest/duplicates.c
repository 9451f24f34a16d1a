#include <lyhord/ingest/duplicates.h>

#include <string.h>

#include <glib.h>

#include "repeats.h"

/* Words that are remembered, about 12 MB of speech; with their index at most 24 MiB. */
#define MOST_WORDS ((size_t)1 << 21)
/* Of this many eight-grams in a row one at least is remembered and looked for. */
#define WINDOW 4
#define FIRST_SLOTS 4096

/* A remembered eight-gram: half of its hash, and where it stands first, counted from 1. */
struct slot {
    uint32_t hash, position;
};

struct lyh_duplicates {
    GArray *words;    /* uint32_t, types: the respondents' words of all documents */
    GArray *passages; /* struct passage: turns with words, in the order of the words */
    GPtrArray *names; /* char *: documents */
    struct slot *slots;
    size_t slot_count, used;
    GArray *found;  /* lyh_duplicate */
    GArray *tokens; /* uint32_t: of each word of the document at hand, its token */
    GArray *hashes; /* uint64_t: of each eight-gram of the turn at hand */
    size_t first;   /* the first word of the document at hand */
    bool is_full;
};

lyh_duplicates *lyh_duplicates_new(void)
{
    lyh_duplicates *duplicates = g_new0(lyh_duplicates, 1);
    duplicates->words = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    duplicates->passages = g_array_new(FALSE, FALSE, sizeof(struct passage));
    duplicates->names = g_ptr_array_new_with_free_func(g_free);
    duplicates->found = g_array_new(FALSE, FALSE, sizeof(lyh_duplicate));
    duplicates->tokens = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    duplicates->hashes = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    duplicates->slot_count = FIRST_SLOTS;
    duplicates->slots = g_new0(struct slot, FIRST_SLOTS);
    return duplicates;
}

void lyh_duplicates_free(lyh_duplicates *duplicates)
{
    if (!duplicates)
        return;
    g_free(duplicates->slots);
    g_array_unref(duplicates->hashes);
    g_array_unref(duplicates->tokens);
    g_array_unref(duplicates->found);
    g_ptr_array_unref(duplicates->names);
    g_array_unref(duplicates->passages);
    g_array_unref(duplicates->words);
    g_free(duplicates);
}

static const uint32_t *words_of(const lyh_duplicates *duplicates)
{
    return (const uint32_t *)(const void *)duplicates->words->data;
}

/* ------ the index of eight-grams ------ */

/* The slot of the eight-gram at @position, or the empty one that waits for it. */
static struct slot *find_slot(const lyh_duplicates *duplicates, uint64_t hash,
                              size_t position)
{
    const uint32_t *words = words_of(duplicates);
    size_t mask = duplicates->slot_count - 1;
    for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
        struct slot *slot = &duplicates->slots[i];
        if (slot->position == 0 || (slot->hash == (uint32_t)(hash >> 32) &&
                                    memcmp(words + slot->position - 1, words + position,
                                           GRAM * sizeof *words) == 0))
            return slot;
    }
}

static uint64_t hash_at(const uint32_t *words);

static void grow(lyh_duplicates *duplicates)
{
    struct slot *old = duplicates->slots;
    size_t count = duplicates->slot_count;
    duplicates->slot_count *= 2;
    duplicates->slots = g_new0(struct slot, duplicates->slot_count);
    for (size_t i = 0; i < count; i++) {
        if (old[i].position == 0)
            continue;
        size_t position = old[i].position - 1;
        *find_slot(duplicates, hash_at(words_of(duplicates) + position), position) = old[i];
    }
    g_free(old);
}

static void remember(lyh_duplicates *duplicates, struct slot *slot, uint64_t hash,
                     size_t position)
{
    if (position >= MOST_WORDS)
        return;
    *slot = (struct slot){ (uint32_t)(hash >> 32), (uint32_t)position + 1 };
    if (++duplicates->used * 2 > duplicates->slot_count)
        grow(duplicates);
}

/* ------ hashes ------ */

/* A polynomial of eight terms (Karp and Rabin 1987) over types that are well mixed. */
#define BASE UINT64_C(0x9E3779B97F4A7C15)

static uint64_t mixed(uint32_t type)
{
    uint64_t value = (type + UINT64_C(1)) * UINT64_C(0xBF58476D1CE4E5B9);
    return value ^ (value >> 31);
}

static uint64_t finished(uint64_t sum)
{
    sum *= UINT64_C(0x94D049BB133111EB);
    return sum ^ (sum >> 29);
}

static uint64_t first_sum(const uint32_t *words)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < GRAM; i++)
        sum = sum * BASE + mixed(words[i]);
    return sum;
}

static uint64_t hash_at(const uint32_t *words)
{
    return finished(first_sum(words));
}

/* BASE to the eighth: the weight of the word that leaves. */
static uint64_t leaving_weight(void)
{
    uint64_t weight = 1;
    for (size_t i = 0; i < GRAM; i++)
        weight *= BASE;
    return weight;
}

static void hash_turn(lyh_duplicates *duplicates, const uint32_t *words, size_t count)
{
    const uint64_t weight = leaving_weight();
    g_array_set_size(duplicates->hashes, (guint)(count - GRAM + 1));
    uint64_t *hashes = (uint64_t *)(void *)duplicates->hashes->data;
    uint64_t sum = first_sum(words);
    hashes[0] = finished(sum);
    for (size_t i = 1; i + GRAM <= count; i++) {
        sum = sum * BASE + mixed(words[i + GRAM - 1]) - mixed(words[i - 1]) * weight;
        hashes[i] = finished(sum);
    }
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

/* Look for the eight-gram at @position; returns where the next may begin. */
static size_t look_for(lyh_duplicates *duplicates, const lyh_tokens *tokens, size_t later,
                       size_t position, uint64_t hash, size_t from)
{
    struct slot *slot = find_slot(duplicates, hash, position);
    if (slot->position == 0) {
        remember(duplicates, slot, hash, position);
        return from;
    }
    size_t there = slot->position - 1;
    if (position < from || there + GRAM > position)
        return from;
    size_t earlier = passage_of(duplicates, there);
    struct repeat repeat;
    if (!repeat_around(words_of(duplicates), passage_at(duplicates, later),
                       passage_at(duplicates, earlier), position, there, from, &repeat))
        return from;
    add_found(duplicates, tokens, later, earlier, &repeat);
    return repeat.end;
}

/* Of every WINDOW eight-grams the one with the least hash (Schleimer, Wilkerson, Aiken 2003): both
 * copies of a passage choose the same. */
static void compare_turn(lyh_duplicates *duplicates, const lyh_tokens *tokens, size_t index)
{
    size_t first = passage_at(duplicates, index)->first;
    size_t count = passage_at(duplicates, index)->count;
    if (count < GRAM)
        return;
    hash_turn(duplicates, words_of(duplicates) + first, count);
    const uint64_t *hashes = (const uint64_t *)(const void *)duplicates->hashes->data;
    size_t grams = duplicates->hashes->len;
    size_t window = MIN(WINDOW, grams);
    size_t from = first;
    size_t chosen = grams;
    for (size_t start = 0; start + window <= grams; start++) {
        size_t least = start;
        for (size_t i = start + 1; i < start + window; i++)
            if (hashes[i] <= hashes[least])
                least = i;
        if (least == chosen)
            continue;
        chosen = least;
        from = look_for(duplicates, tokens, index, first + least, hashes[least], from);
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

/* The words that count, of respondents' turns: no fillers, no asides, no punctuation. */
static void take_words(lyh_duplicates *duplicates, const lyh_document *document,
                       const lyh_tokens *tokens)
{
    const lyh_token *all = lyh_tokens_all(tokens);
    const lyh_sentence *sentences = lyh_tokens_sentences(tokens);
    size_t count = lyh_tokens_sentence_count(tokens);
    for (size_t i = 0; i < count;) {
        uint32_t turn = sentences[i].turn;
        uint32_t token = sentences[i].first;
        while (i < count && sentences[i].turn == turn)
            i++;
        size_t first = duplicates->words->len;
        if (lyh_document_turn(document, turn)->role != LYH_ROLE_RESPONDENT)
            continue;
        for (; token < sentences[i - 1].end; token++) {
            if ((all[token].flags &
                 (LYH_TOKEN_WORD | LYH_TOKEN_FILLER | LYH_TOKEN_ASIDE)) != LYH_TOKEN_WORD)
                continue;
            g_array_append_val(duplicates->words, all[token].type);
            g_array_append_val(duplicates->tokens, token);
        }
        add_passage(duplicates, turn, first);
    }
}

/* Beyond the limit nothing is remembered: what comes later is compared with the rest. */
static void forget_beyond_limit(lyh_duplicates *duplicates)
{
    const size_t limit = MOST_WORDS + GRAM;
    if (duplicates->words->len <= limit)
        return;
    duplicates->is_full = true;
    g_array_set_size(duplicates->words, (guint)limit);
    guint kept = duplicates->passages->len;
    while (kept > 0 && passage_at(duplicates, kept - 1)->first >= limit)
        kept--;
    g_array_set_size(duplicates->passages, kept);
    struct passage *last = &g_array_index(duplicates->passages, struct passage, kept - 1);
    last->count = MIN(last->count, limit - last->first);
}

void lyh_duplicates_add(lyh_duplicates *duplicates, const lyh_document *document,
                        const lyh_tokens *tokens)
{
    guint passages = duplicates->passages->len;
    g_ptr_array_add(duplicates->names, g_strdup(lyh_document_name(document)));
    duplicates->first = duplicates->words->len;
    g_array_set_size(duplicates->tokens, 0);
    take_words(duplicates, document, tokens);
    for (guint i = passages; i < duplicates->passages->len; i++)
        compare_turn(duplicates, tokens, i);
    forget_beyond_limit(duplicates);
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
