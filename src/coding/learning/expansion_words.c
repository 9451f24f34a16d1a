/*
 * Which words of a code are commoner there than in the rest.
 */
#include <string.h>

#include "expansion_private.h"

/* ---- counting a code's keys ---- */

static expansion_zone new_zone(void)
{
    return (expansion_zone){
        .persons = g_hash_table_new(g_direct_hash, g_direct_equal),
        .documents = g_hash_table_new(g_direct_hash, g_direct_equal),
        .statements = g_hash_table_new(g_direct_hash, g_direct_equal),
    };
}

static void clear_zone(expansion_zone *zone)
{
    g_hash_table_unref(zone->persons);
    g_hash_table_unref(zone->documents);
    g_hash_table_unref(zone->statements);
}

static void free_count(gpointer data)
{
    expansion_count *count = data;
    clear_zone(&count->inside);
    clear_zone(&count->near);
    g_free(count);
}

static expansion_count *count_of(GHashTable *counts, uint32_t key)
{
    gpointer name = GSIZE_TO_POINTER((size_t)key + 1);
    expansion_count *count = g_hash_table_lookup(counts, name);
    if (count)
        return count;
    count = g_new(expansion_count, 1);
    *count = (expansion_count){ .key = key, .inside = new_zone(), .near = new_zone() };
    g_hash_table_insert(counts, name, count);
    return count;
}

/* Keys that stand for just the same words have the same sum, and hardly any others do. */
static uint64_t print_of(const expansion_word *word)
{
    uint64_t mixed =
        ((uint64_t)word->type << 32) ^ ((uint64_t)word->document << 16) ^ word->statement;
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    return mixed ^ (mixed >> 31);
}

static void count_word(expansion_zone *zone, const expansion_word *word)
{
    zone->words++;
    zone->print += print_of(word);
    zone->first = zone->first ? zone->first : word;
    g_hash_table_add(zone->persons, GUINT_TO_POINTER(word->person));
    g_hash_table_add(zone->documents, GUINT_TO_POINTER(word->document));
    g_hash_table_add(zone->statements, GUINT_TO_POINTER(word->statement));
}

static const expansion_zone *zone_of(const expansion_count *count, bool is_near)
{
    return is_near ? &count->near : &count->inside;
}

GHashTable *expansion_counts(lyh_expansion *expansion, size_t index)
{
    const expansion_code *code = expansion->codes->pdata[index];
    GHashTable *counts =
        g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, free_count);
    size_t many;
    for (guint i = 0; i < code->words->len; i++) {
        const expansion_word *word = &g_array_index(code->words, expansion_word, i);
        const uint32_t *keys = expansion_keys_of(expansion, word->type, &many);
        for (size_t j = 0; j < many; j++) {
            expansion_count *count = count_of(counts, keys[j]);
            count_word(word->is_near ? &count->near : &count->inside, word);
        }
    }
    GHashTableIter each;
    gpointer type, words;
    g_hash_table_iter_init(&each, code->out);
    while (g_hash_table_iter_next(&each, &type, &words)) {
        const uint32_t *keys = expansion_keys_of(expansion, GPOINTER_TO_UINT(type), &many);
        for (size_t j = 0; j < many; j++)
            count_of(counts, keys[j])->out += GPOINTER_TO_SIZE(words);
    }
    return counts;
}

lyh_keyness expansion_bases(const lyh_expansion *expansion, size_t index, bool is_near)
{
    const expansion_code *code = expansion->codes->pdata[index];
    return (lyh_keyness){
        .inside_all = is_near ? code->near : code->inside,
        .outside_all = expansion->words - code->inside - code->near - code->outs,
    };
}

lyh_keyness expansion_keyness(const lyh_expansion *expansion, size_t code,
                              const expansion_count *count, bool is_near)
{
    lyh_keyness counts = expansion_bases(expansion, code, is_near);
    size_t total = g_array_index(expansion->keys, expansion_key, count->key).total;
    counts.inside = zone_of(count, is_near)->words;
    counts.outside = total - count->inside.words - count->near.words - count->out;
    return counts;
}

/* ---- proposing ---- */

static lyh_proposal proposal_of(const lyh_expansion *expansion, size_t code,
                                const expansion_count *count, bool is_near)
{
    const expansion_key *key = &g_array_index(expansion->keys, expansion_key, count->key);
    const expansion_zone *zone = zone_of(count, is_near);
    const expansion_word *first = zone->first;
    lyh_proposal proposal = {
        .word = key->word,
        .source = is_near ? LYH_PROPOSAL_NEAR : LYH_PROPOSAL_KEYNESS,
        .of = "",
        .persons = g_hash_table_size(zone->persons),
        .documents = g_hash_table_size(zone->documents),
        .statements = g_hash_table_size(zone->statements),
        .counts = expansion_keyness(expansion, code, count, is_near),
        .document = first ? expansion_document(expansion, first->document) : "",
        .turn = first ? first->turn : LYH_NONE,
    };
    proposal.g2 = lyh_keyness_g2(&proposal.counts);
    proposal.log_ratio = lyh_keyness_log_ratio(&proposal.counts);
    return proposal;
}

static bool is_key(const lyh_proposal *proposal)
{
    return proposal->persons >= LYH_EXPANSION_PERSONS && proposal->g2 >= LYH_EXPANSION_G2;
}

/* Of a word and it as a part of compounds, the better; of equals the plain one, which says least. */
static bool is_better(const lyh_proposal *proposal, const lyh_proposal *than)
{
    if (proposal->g2 != than->g2)
        return proposal->g2 > than->g2;
    bool is_plain = !strchr(proposal->word, '+'), was_plain = !strchr(than->word, '+');
    return is_plain != was_plain ? is_plain : strcmp(proposal->word, than->word) < 0;
}

typedef struct candidate {
    lyh_proposal proposal;
    uint64_t print;
    uint32_t lemma;
} candidate;

static gint by_worth(gconstpointer one, gconstpointer two)
{
    const candidate *a = one, *b = two;
    bool is_first = is_better(&a->proposal, &b->proposal);
    return is_first ? -1 : is_better(&b->proposal, &a->proposal) ? 1 : 0;
}

static GArray *candidates(lyh_expansion *expansion, size_t code, GHashTable *counts,
                          bool is_near)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(candidate));
    GHashTableIter each;
    gpointer value;
    g_hash_table_iter_init(&each, counts);
    while (g_hash_table_iter_next(&each, NULL, &value)) {
        const expansion_count *count = value;
        candidate made = {
            .proposal = proposal_of(expansion, code, count, is_near),
            .print = zone_of(count, is_near)->print,
            .lemma = g_array_index(expansion->keys, expansion_key, count->key).lemma,
        };
        if (is_key(&made.proposal))
            g_array_append_val(list, made);
    }
    g_array_sort(list, by_worth);
    return list;
}

/* Add what is neither a lemma nor just the words of a better one, or of those in @lemmas before. */
static void propose(const GArray *list, GHashTable *lemmas, size_t limit, GArray *proposals)
{
    g_autoptr(GHashTable) prints = g_hash_table_new(g_int64_hash, g_int64_equal);
    size_t count = 0;
    for (guint i = 0; i < list->len; i++) {
        candidate *here = &g_array_index(list, candidate, i);
        bool is_new = g_hash_table_add(lemmas, GUINT_TO_POINTER(here->lemma));
        is_new = g_hash_table_add(prints, &here->print) && is_new;
        if (is_new && (limit == 0 || count++ < limit))
            g_array_append_val(proposals, here->proposal);
    }
}

void expansion_propose_words(lyh_expansion *expansion, size_t code, GHashTable *counts,
                             size_t limit, GArray *proposals)
{
    g_autoptr(GHashTable) lemmas = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_autoptr(GArray) keyness = candidates(expansion, code, counts, false);
    g_autoptr(GArray) near = candidates(expansion, code, counts, true);
    propose(keyness, lemmas, limit, proposals);
    propose(near, lemmas, limit, proposals);
}
