/*
 * Words that a thesaurus has beside the indicators of a code, and beside its key words.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "expansion_private.h"
#include "../order.h"

/* What is asked about, and what is found. */
typedef struct synonym_search {
    lyh_expansion *expansion;
    size_t code;
    GHashTable *counts;
    GPtrArray *words;      /* char *: asked about, folded; free() */
    GPtrArray *indicators; /* char *: by word, as people wrote them */
    GArray *lemmas;        /* uint32_t: by word */
    size_t first;          /* of the words being asked about now */
    GArray *answers;       /* bool: by word, is it in the thesaurus? */
    GHashTable *asked;     /* those words */
    GHashTable *taken;     /* lemmas that are indicators or proposed already */
    GHashTable *found;     /* lemma -> found_synonym * */
} synonym_search;

/* A synonym as the thesaurus has it, and the indicators it is one of. */
typedef struct found_synonym {
    char *word;
    GString *of;
} found_synonym;

static void free_found(gpointer data)
{
    found_synonym *found = data;
    g_free(found->word);
    g_string_free(found->of, TRUE);
    g_free(found);
}

/* ---- what is asked about ---- */

static void ask(synonym_search *search, const char *text, uint32_t lemma,
                const char *indicator)
{
    const bool is_answered = false;
    char *word = lyh_text_fold(text, strlen(text), NULL);
    if (g_hash_table_contains(search->asked, word)) {
        free(word);
        return;
    }
    g_hash_table_add(search->asked, word);
    g_ptr_array_add(search->words, word);
    g_ptr_array_add(search->indicators, g_strdup(indicator));
    g_array_append_val(search->lemmas, lemma);
    g_array_append_val(search->answers, is_answered);
}

static void ask_about(synonym_search *search, const char *text, const char *indicator)
{
    lyh_expansion *expansion = search->expansion;
    uint32_t lemma = expansion_lemma(
        expansion, lyh_vocabulary_intern(expansion->vocabulary, text, strlen(text)));
    g_hash_table_add(search->taken, GUINT_TO_POINTER(lemma));
    ask(search, text, lemma, indicator);
}

static bool is_single_word(const lyh_rule_node *node)
{
    bool is_word = node->kind == LYH_RULE_WORD || node->kind == LYH_RULE_EXACT ||
                   node->kind == LYH_RULE_HEAD || node->kind == LYH_RULE_FIRST;
    return is_word && *node->text && !strpbrk(node->text, " \t");
}

/* A word of a phrase means what the phrase does: only alternatives of one word are asked about. */
static void ask_about_node(synonym_search *search, const lyh_rule *rule, size_t index)
{
    const lyh_rule_node *node = lyh_rule_node_at(rule, index);
    if (node->kind == LYH_RULE_ANY) {
        for (size_t child = node->first_child; child != LYH_NONE;
             child = lyh_rule_node_at(rule, child)->next_sibling)
            ask_about_node(search, rule, child);
    } else if (is_single_word(node)) {
        ask_about(search, node->text, node->text);
    }
}

static void ask_about_indicators(synonym_search *search)
{
    const lyh_codebook *codebook = search->expansion->codebook;
    for (size_t i = 0; i < lyh_codebook_rule_count(codebook, search->code); i++) {
        const lyh_rule *rule = lyh_codebook_rule(codebook, search->code, i);
        if (lyh_codebook_rule_column(codebook, search->code, i) != LYH_RULES_EXCEPT)
            ask_about_node(search, rule, lyh_rule_root(rule));
    }
}

/* What is near a code is less of it: its synonyms would be guesses from guesses. */
static void ask_about_proposals(synonym_search *search, const GArray *proposals)
{
    for (guint i = 0; i < proposals->len; i++) {
        const lyh_proposal *proposal = &g_array_index(proposals, lyh_proposal, i);
        g_autofree char *bare = g_strdup(proposal->word);
        g_strstrip(g_strdelimit(bare, "+", ' '));
        if (proposal->source == LYH_PROPOSAL_KEYNESS)
            ask_about(search, bare, bare);
        else
            g_hash_table_add(search->taken,
                             GUINT_TO_POINTER(lyh_vocabulary_intern(
                                 search->expansion->vocabulary, bare, strlen(bare))));
    }
}

/* ---- what is found ---- */

static void take_synonym(void *user, size_t word, const char *synonym)
{
    synonym_search *search = user;
    lyh_expansion *expansion = search->expansion;
    word += search->first;
    g_array_index(search->answers, bool, word) = true;
    if (!expansion_may_be_proposed(synonym))
        return;
    uint32_t type = lyh_vocabulary_intern(expansion->vocabulary, synonym, strlen(synonym));
    gpointer lemma = GUINT_TO_POINTER(expansion_lemma(expansion, type));
    if (g_hash_table_contains(search->taken, lemma))
        return;
    const char *indicator = search->indicators->pdata[word];
    found_synonym *found = g_hash_table_lookup(search->found, lemma);
    if (!found) {
        found = g_new(found_synonym, 1);
        *found = (found_synonym){ g_strdup(synonym), g_string_new(indicator) };
        g_hash_table_insert(search->found, lemma, found);
        return;
    }
    g_auto(GStrv) known = g_strsplit(found->of->str, "|", -1);
    if (!g_strv_contains((const char *const *)known, indicator))
        g_string_append_printf(found->of, "|%s", indicator);
}

static void look_up_from(synonym_search *search, lyh_thesaurus *thesaurus, size_t first)
{
    search->first = first;
    if (first == search->words->len)
        return; /* no word, and no array yet either */
    lyh_thesaurus_look_up(thesaurus, (const char *const *)search->words->pdata + first,
                          search->words->len - first, take_synonym, search);
}

/* The thesaurus has base forms, and rules are often written in another: then the base is asked about. */
static void look_up(synonym_search *search, lyh_thesaurus *thesaurus)
{
    guint count = search->words->len;
    look_up_from(search, thesaurus, 0);
    for (guint i = 0; i < count; i++) {
        uint32_t lemma = g_array_index(search->lemmas, uint32_t, i);
        const char *base =
            lyh_vocabulary_spelling(search->expansion->vocabulary, lemma, NULL);
        if (!g_array_index(search->answers, bool, i))
            ask(search, base, lemma, search->indicators->pdata[i]);
    }
    look_up_from(search, thesaurus, count);
}

static const char *keep(lyh_expansion *expansion, const char *text)
{
    char *copy = g_strdup(text);
    g_ptr_array_add(expansion->strings, copy);
    return copy;
}

/* A word that is said, but by too few, is no proposal; nor is one that the rules have everywhere. */
static bool is_worth(const lyh_proposal *proposal, size_t unmatched)
{
    return proposal->persons >= LYH_EXPANSION_PERSONS && unmatched > 0;
}

static const expansion_count *count_in(const synonym_search *search, uint32_t key)
{
    return g_hash_table_lookup(search->counts, GSIZE_TO_POINTER((size_t)key + 1));
}

static void fill_in_said(const synonym_search *search, uint32_t key, lyh_proposal *proposal)
{
    const lyh_expansion *expansion = search->expansion;
    const expansion_key *held = &g_array_index(expansion->keys, expansion_key, key);
    const expansion_count none = { .key = key };
    const expansion_count *count = count_in(search, key);
    const expansion_word *first = count ? count->inside.first : NULL;
    proposal->persons = held->persons;
    proposal->documents = held->documents;
    proposal->statements = count ? g_hash_table_size(count->inside.statements) : 0;
    proposal->counts =
        expansion_keyness(expansion, search->code, count ? count : &none, false);
    proposal->document =
        expansion_document(expansion, first ? first->document : held->document);
    proposal->turn = first ? first->turn : held->turn;
}

/* A said synonym and how often no rule has it, or an unsaid one. */
typedef struct ranked_synonym {
    lyh_proposal proposal;
    size_t unmatched;
} ranked_synonym;

/* What nobody says is told as the thesaurus has it: its lemma is a guess. */
static ranked_synonym rank(const synonym_search *search, uint32_t lemma,
                           const found_synonym *found)
{
    lyh_expansion *expansion = search->expansion;
    ranked_synonym made = { .proposal = { .word = keep(expansion, found->word),
                                          .source = LYH_PROPOSAL_SYNONYM,
                                          .of = keep(expansion, found->of->str),
                                          .document = "",
                                          .turn = LYH_NONE } };
    gpointer known = g_hash_table_lookup(expansion->lemma_of, GUINT_TO_POINTER(lemma));
    if (known) {
        uint32_t key = (uint32_t)(GPOINTER_TO_SIZE(known) - 1);
        const expansion_count *count = count_in(search, key);
        made.proposal.word = g_array_index(expansion->keys, expansion_key, key).word;
        fill_in_said(search, key, &made.proposal);
        made.unmatched = g_array_index(expansion->keys, expansion_key, key).total -
                         (count ? count->out : 0);
    } else {
        made.proposal.counts = expansion_bases(expansion, search->code, false);
    }
    made.proposal.g2 = lyh_keyness_g2(&made.proposal.counts);
    made.proposal.log_ratio = made.proposal.counts.inside > 0
                                  ? lyh_keyness_log_ratio(&made.proposal.counts)
                                  : NAN;
    return made;
}

static gint by_use(gconstpointer one, gconstpointer two)
{
    const ranked_synonym *a = one, *b = two;
    int use = order(b->unmatched, a->unmatched);
    return use ? use : strcmp(a->proposal.word, b->proposal.word);
}

static GArray *ranked(const synonym_search *search)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(ranked_synonym));
    GHashTableIter each;
    gpointer lemma, found;
    g_hash_table_iter_init(&each, search->found);
    while (g_hash_table_iter_next(&each, &lemma, &found)) {
        ranked_synonym made = rank(search, GPOINTER_TO_UINT(lemma), found);
        g_array_append_val(list, made);
    }
    g_array_sort(list, by_use);
    return list;
}

static void append(const GArray *list, size_t limit, bool with_unsaid, GArray *proposals)
{
    size_t said = 0;
    for (guint i = 0; i < list->len; i++) {
        const ranked_synonym *here = &g_array_index(list, ranked_synonym, i);
        bool is_said = is_worth(&here->proposal, here->unmatched);
        bool is_unsaid = with_unsaid && here->proposal.persons == 0;
        if (is_said && limit > 0 && said >= limit)
            continue;
        said += is_said;
        if (is_said || is_unsaid)
            g_array_append_val(proposals, here->proposal);
    }
}

void expansion_propose_synonyms(lyh_expansion *expansion, size_t code, GHashTable *counts,
                                lyh_thesaurus *thesaurus, size_t limit, bool with_unsaid,
                                GArray *proposals)
{
    synonym_search search = {
        .expansion = expansion,
        .code = code,
        .counts = counts,
        .words = g_ptr_array_new_with_free_func(free),
        .indicators = g_ptr_array_new_with_free_func(g_free),
        .lemmas = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
        .answers = g_array_new(FALSE, FALSE, sizeof(bool)),
        .asked = g_hash_table_new(g_str_hash, g_str_equal),
        .taken = g_hash_table_new(g_direct_hash, g_direct_equal),
        .found = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, free_found),
    };
    ask_about_indicators(&search);
    ask_about_proposals(&search, proposals);
    look_up(&search, thesaurus);
    g_autoptr(GArray) list = ranked(&search);
    append(list, limit, with_unsaid, proposals);
    g_array_unref(search.lemmas);
    g_array_unref(search.answers);
    g_hash_table_unref(search.asked);
    g_hash_table_unref(search.taken);
    g_hash_table_unref(search.found);
    g_ptr_array_unref(search.words);
    g_ptr_array_unref(search.indicators);
}
