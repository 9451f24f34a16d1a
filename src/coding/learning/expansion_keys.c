/*
 * Which words may be indicators, and what every type is counted as: its lemma, and the heads and
 * first parts of compounds that it is one of.
 */
#include <string.h>

#include <lyhord/base/text.h>

#include "expansion_private.h"
#include "learning_private.h"

/* ---- which words may be indicators ---- */

/* A part of many indicators and no indicator by itself. */
static const char *const parts_only[] = {
    /* negations */
    "aldrig",
    "ej",
    "icke",
    "inga",
    "ingen",
    "ingenting",
    "inget",
    "int",
    "inte",
    "knappast",
    "knappt",
    "sällan",
    "utan",
    "varken",
    /* numerals: they tell of one person's life */
    "artton",
    "arton",
    "elva",
    "fem",
    "femti",
    "femtio",
    "femton",
    "fjorton",
    "fyra",
    "fyrti",
    "fyrtio",
    "hundra",
    "nio",
    "nitti",
    "nittio",
    "nitton",
    "sex",
    "sexti",
    "sextio",
    "sexton",
    "sju",
    "sjutti",
    "sjuttio",
    "sjutton",
    "tie",
    "tio",
    "tolv",
    "tretti",
    "trettio",
    "tretton",
    "tusen",
    "tjugo",
    "tjugi",
    "tjuge",
    "åtta",
    "åtti",
    "åttio",
};

static bool is_part_only(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(parts_only); i++)
        if (strcmp(word, parts_only[i]) == 0)
            return true;
    return false;
}

static bool is_all_letters(const char *word, size_t size)
{
    for (size_t at = 0, length; at < size; at += length) {
        uint32_t c = lyh_text_char(word + at, size - at, &length);
        if (c != '-' && (!lyh_char_is_word(c) || lyh_char_is_digit(c)))
            return false;
    }
    return size > 0 && word[0] != '-' && word[size - 1] != '-';
}

static bool is_of_closed_class(const char *word)
{
    return learning_leaves_out(word) || is_part_only(word);
}

bool expansion_may_be_proposed(const char *word)
{
    size_t size = strlen(word);
    return lyh_text_length(word, size) >= LYH_EXPANSION_LETTERS &&
           is_all_letters(word, size) && !is_of_closed_class(word);
}

/* Forms of closed classes whose likeliest lemma is another word (dom, of dom and of de). */
static bool is_closed_class(const lyh_expansion *expansion, uint32_t type)
{
    return is_of_closed_class(lyh_vocabulary_spelling(expansion->vocabulary, type, NULL));
}

static bool type_may_be_proposed(const lyh_expansion *expansion, uint32_t type)
{
    return expansion_may_be_proposed(
        lyh_vocabulary_spelling(expansion->vocabulary, type, NULL));
}

uint32_t expansion_lemma(lyh_expansion *expansion, uint32_t type)
{
    g_autofree char *lemma = g_strdup(lyh_lexicon_lemma(expansion->lexicon, type));
    return lyh_vocabulary_intern(expansion->vocabulary, lemma, strlen(lemma));
}

/* ---- what types are counted as ---- */

static uint32_t add_key(lyh_expansion *expansion, uint32_t lemma, const char *before,
                        const char *behind)
{
    const char *spelling = lyh_vocabulary_spelling(expansion->vocabulary, lemma, NULL);
    expansion_key key = { .word = g_strconcat(before, spelling, behind, NULL),
                          .lemma = lemma };
    g_array_append_val(expansion->keys, key);
    return expansion->keys->len - 1;
}

/* The key of a lemma; LYH_NONE when it may be none. */
static size_t key_of_lemma(lyh_expansion *expansion, uint32_t lemma)
{
    gpointer known = g_hash_table_lookup(expansion->lemma_of, GUINT_TO_POINTER(lemma));
    if (known)
        return GPOINTER_TO_SIZE(known) - 1;
    if (!type_may_be_proposed(expansion, lemma))
        return LYH_NONE;
    uint32_t key = add_key(expansion, lemma, "", "");
    g_hash_table_insert(expansion->lemma_of, GUINT_TO_POINTER(lemma),
                        GSIZE_TO_POINTER((size_t)key + 1));
    return key;
}

static void probe(lyh_expansion *expansion, uint32_t lemma, lyh_compound_part part)
{
    bool is_head = part == LYH_COMPOUND_HEAD;
    uint32_t id = lyh_compounds_probe(expansion->compounds, lemma, part);
    if (id < expansion->part_of->len)
        return;
    uint32_t key = add_key(expansion, lemma, is_head ? "+" : "", is_head ? "" : "+");
    g_array_append_val(expansion->part_of, key);
}

static void probe_both(lyh_expansion *expansion, uint32_t type)
{
    uint32_t lemma = expansion_lemma(expansion, type);
    if (!type_may_be_proposed(expansion, lemma))
        return;
    probe(expansion, lemma, LYH_COMPOUND_HEAD);
    probe(expansion, lemma, LYH_COMPOUND_FIRST);
}

/* The last part of a compound may be said by nobody as a word of its own. */
static void probe_last_part(lyh_expansion *expansion, uint32_t type)
{
    size_t count, size;
    const size_t *joints = lyh_compounds_joints(expansion->compounds, type, &count);
    if (count == 0)
        return;
    size_t from = joints[count - 1];
    g_autofree char *part =
        g_strdup(lyh_vocabulary_spelling(expansion->vocabulary, type, &size) + from);
    probe_both(expansion, lyh_vocabulary_intern(expansion->vocabulary, part, size - from));
}

/* Only what is said inside a code is asked about as a part; each type once. */
static void ask_about_parts(lyh_expansion *expansion)
{
    g_autoptr(GHashTable) asked = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint i = 0; i < expansion->codes->len; i++) {
        const expansion_code *code = expansion->codes->pdata[i];
        for (guint j = 0; j < code->words->len; j++) {
            const expansion_word *word = &g_array_index(code->words, expansion_word, j);
            if (word->is_near || !g_hash_table_add(asked, GUINT_TO_POINTER(word->type)) ||
                is_closed_class(expansion, word->type))
                continue;
            probe_both(expansion, word->type);
            probe_last_part(expansion, word->type);
        }
    }
}

static void add_to_pool(lyh_expansion *expansion, guint counter, uint32_t index,
                        const expansion_type *type)
{
    g_array_append_val(expansion->key_pool, index);
    g_array_index(expansion->key_pool, uint32_t, counter)++;
    expansion_key *key = &g_array_index(expansion->keys, expansion_key, index);
    bool is_earlier = type->document < key->document ||
                      (type->document == key->document && type->turn < key->turn);
    if (key->total == 0 || is_earlier) {
        key->document = type->document;
        key->turn = type->turn;
    }
    key->total += type->count;
}

/* A word that denies itself (otrygghet) is none that its head should find. */
static void find_keys(lyh_expansion *expansion, uint32_t type)
{
    const guint counter = expansion->key_pool->len;
    const uint32_t none = 0;
    expansion_type *here = &g_array_index(expansion->types, expansion_type, type);
    g_array_append_val(expansion->key_pool, none);
    here->key = counter + 1;

    if (is_closed_class(expansion, type))
        return;
    uint32_t lemma = expansion_lemma(expansion, type);
    size_t own = key_of_lemma(expansion, lemma);
    if (own != LYH_NONE)
        add_to_pool(expansion, counter, (uint32_t)own, here);
    size_t count;
    const lyh_compound_match *matches =
        lyh_compounds_match(expansion->compounds, type, &count);
    for (size_t i = 0; i < count; i++)
        if (matches[i].kinship != LYH_KINSHIP_DENIED)
            add_to_pool(expansion, counter,
                        g_array_index(expansion->part_of, uint32_t, matches[i].probe),
                        here);
}

/* For each key how many different seconds there are of the pairs whose first it counts. */
static void count_different(lyh_expansion *expansion, GHashTable *pairs, bool are_documents)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_direct_hash, g_direct_equal);
    GHashTableIter each;
    gpointer pair;
    g_hash_table_iter_init(&each, pairs);
    while (g_hash_table_iter_next(&each, &pair, NULL)) {
        size_t many;
        const uint32_t *keys = expansion_keys_of(expansion, PAIR_ONE(pair), &many);
        for (size_t i = 0; i < many; i++)
            if (g_hash_table_add(seen, PAIR(keys[i], PAIR_TWO(pair)))) {
                expansion_key *key =
                    &g_array_index(expansion->keys, expansion_key, keys[i]);
                ++*(are_documents ? &key->documents : &key->persons);
            }
    }
}

void expansion_close(lyh_expansion *expansion)
{
    if (expansion->is_closed)
        return;
    expansion->is_closed = true;
    ask_about_parts(expansion);
    for (uint32_t type = 0; type < expansion->types->len; type++)
        if (g_array_index(expansion->types, expansion_type, type).count > 0)
            find_keys(expansion, type);
    count_different(expansion, expansion->said, false);
    count_different(expansion, expansion->said_in, true);
}

const uint32_t *expansion_keys_of(const lyh_expansion *expansion, uint32_t type,
                                  size_t *count)
{
    *count = 0;
    if (type >= expansion->types->len)
        return NULL;
    uint32_t place = g_array_index(expansion->types, expansion_type, type).key;
    if (place == 0)
        return NULL;
    *count = g_array_index(expansion->key_pool, uint32_t, place - 1);
    return &g_array_index(expansion->key_pool, uint32_t, place);
}
