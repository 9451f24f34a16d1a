#include "expansion_private.h"

#include "../order.h"
#include "../matching/sentence.h"

/* What a sentence is to the code at hand. */
enum { ZONE_REST, ZONE_INSIDE, ZONE_NEAR, ZONE_BELOW, ZONE_NOBODYS };

/* A place where a rule of a code matches: bytes. */
typedef struct expansion_match {
    size_t code, start, end;
} expansion_match;

/* A document, and what is known of it while it is taken in. */
typedef struct adding {
    lyh_expansion *expansion;
    const lyh_document *document;
    const lyh_token *tokens;
    const lyh_sentence *sentences;
    size_t token_count, sentence_count;
    const lyh_tokens *all;
    const lyh_codings *codings;
    const GArray *matches; /* expansion_match, by code */
    uint32_t index;        /* of the document */
} adding;

const char *lyh_proposal_source_name(lyh_proposal_source source)
{
    static const char *const names[] = { "keyness", "near", "synonym" };
    return names[source];
}

/* ---- the whole ---- */

static void free_code(gpointer data)
{
    expansion_code *code = data;
    g_array_unref(code->words);
    g_hash_table_unref(code->out);
    g_free(code);
}

static void clear_key(gpointer data)
{
    g_free(((expansion_key *)data)->word);
}

static expansion_code *new_code(void)
{
    expansion_code *code = g_new0(expansion_code, 1);
    code->words = g_array_new(FALSE, FALSE, sizeof(expansion_word));
    code->out = g_hash_table_new(g_direct_hash, g_direct_equal);
    return code;
}

lyh_expansion *lyh_expansion_new(const lyh_codebook *codebook, lyh_vocabulary *vocabulary,
                                 lyh_lexicon *lexicon, const lyh_matcher_options *options,
                                 lyh_diags *diags)
{
    rule_probes *probes =
        rule_probes_new(codebook, vocabulary, lexicon, options, false, diags);
    if (!probes)
        return NULL;
    lyh_expansion *expansion = g_new0(lyh_expansion, 1);
    expansion->codebook = codebook;
    expansion->vocabulary = vocabulary;
    expansion->lexicon = lexicon;
    expansion->probes = probes;
    expansion->documents = g_ptr_array_new_with_free_func(g_free);
    expansion->codes = g_ptr_array_new_with_free_func(free_code);
    for (size_t i = 0; i < lyh_codebook_count(codebook); i++)
        g_ptr_array_add(expansion->codes, new_code());
    expansion->types = g_array_new(FALSE, TRUE, sizeof(expansion_type));
    expansion->said = g_hash_table_new(g_direct_hash, g_direct_equal);
    expansion->said_in = g_hash_table_new(g_direct_hash, g_direct_equal);
    expansion->zones = g_array_new(FALSE, TRUE, sizeof(uint8_t));
    expansion->numbers = g_array_new(FALSE, TRUE, sizeof(uint32_t));
    expansion->covered = g_array_new(FALSE, TRUE, sizeof(uint8_t));
    expansion->compounds = lyh_compounds_new(lexicon);
    expansion->keys = g_array_new(FALSE, FALSE, sizeof(expansion_key));
    g_array_set_clear_func(expansion->keys, clear_key);
    expansion->lemma_of = g_hash_table_new(g_direct_hash, g_direct_equal);
    expansion->part_of = g_array_new(FALSE, TRUE, sizeof(uint32_t));
    expansion->key_pool = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    expansion->strings = g_ptr_array_new_with_free_func(g_free);
    return expansion;
}

void lyh_expansion_free(lyh_expansion *expansion)
{
    if (!expansion)
        return;
    rule_probes_free(expansion->probes);
    g_ptr_array_unref(expansion->documents);
    g_ptr_array_unref(expansion->codes);
    g_array_unref(expansion->types);
    g_hash_table_unref(expansion->said);
    g_hash_table_unref(expansion->said_in);
    g_array_unref(expansion->zones);
    g_array_unref(expansion->numbers);
    g_array_unref(expansion->covered);
    lyh_compounds_free(expansion->compounds);
    g_array_unref(expansion->keys);
    g_hash_table_unref(expansion->lemma_of);
    g_array_unref(expansion->part_of);
    g_array_unref(expansion->key_pool);
    g_ptr_array_unref(expansion->strings);
    g_free(expansion);
}

const char *expansion_document(const lyh_expansion *expansion, size_t index)
{
    return expansion->documents->pdata[index];
}

/* ---- every word of respondents ---- */

static bool is_counted(const lyh_token *token)
{
    return (token->flags & LYH_TOKEN_WORD) &&
           !(token->flags & (LYH_TOKEN_FILLER | LYH_TOKEN_ASIDE));
}

static bool is_respondents(const adding *work, size_t sentence)
{
    return lyh_document_turn(work->document, work->sentences[sentence].turn)->role ==
           LYH_ROLE_RESPONDENT;
}

/* A turn of nobody known is a person of its document. */
static uint32_t person_of(const adding *work, uint32_t turn)
{
    size_t respondent = lyh_document_turn(work->document, turn)->respondent;
    return respondent == LYH_NONE ? 2 * work->index + 1 : 2 * (uint32_t)respondent;
}

static void meet_word(const adding *work, uint32_t type, uint32_t turn)
{
    lyh_expansion *expansion = work->expansion;
    if (type >= expansion->types->len)
        g_array_set_size(expansion->types, type + 1);
    expansion_type *here = &g_array_index(expansion->types, expansion_type, type);
    if (here->count++ == 0) {
        here->document = work->index;
        here->turn = turn;
    }
    expansion->words++;
    g_hash_table_add(expansion->said, PAIR(type, person_of(work, turn)));
    g_hash_table_add(expansion->said_in, PAIR(type, work->index));
}

static void meet_words(const adding *work)
{
    for (size_t i = 0; i < work->sentence_count; i++) {
        const lyh_sentence *sentence = &work->sentences[i];
        if (!is_respondents(work, i))
            continue;
        for (uint32_t at = sentence->first; at < sentence->end; at++)
            if (is_counted(&work->tokens[at]))
                meet_word(work, work->tokens[at].type, sentence->turn);
    }
}

/* ---- what each sentence is to a code ---- */

static uint8_t *zone_at(const adding *work, size_t sentence)
{
    return &g_array_index(work->expansion->zones, uint8_t, sentence);
}

static void set_zone(const adding *work, const lyh_coding *coding, uint8_t zone)
{
    size_t last = sentence_at(work->all, coding->end - 1);
    for (size_t i = sentence_at(work->all, coding->start); i <= last; i++)
        if (*zone_at(work, i) == ZONE_REST || *zone_at(work, i) == ZONE_BELOW)
            *zone_at(work, i) = zone;
}

static bool is_people_s(const lyh_coding *coding)
{
    return coding->status == LYH_ACCEPTED || coding->status == LYH_MANUAL;
}

static void clear_zones(const adding *work)
{
    for (size_t i = 0; i < work->sentence_count; i++)
        *zone_at(work, i) = is_respondents(work, i) ? ZONE_REST : ZONE_NOBODYS;
}

/* Codes below first, so that what is coded with both is the code's own. */
static void set_zones_of_codings(const adding *work, size_t code)
{
    for (size_t i = 0; i < lyh_codings_count(work->codings); i++) {
        const lyh_coding *coding = lyh_codings_at(work->codings, i);
        if (is_people_s(coding) && coding->code != code &&
            lyh_codebook_is_within(work->expansion->codebook, coding->code, code))
            set_zone(work, coding, ZONE_BELOW);
    }
    for (size_t i = 0; i < lyh_codings_count(work->codings); i++) {
        const lyh_coding *coding = lyh_codings_at(work->codings, i);
        if (is_people_s(coding) && coding->code == code)
            set_zone(work, coding, ZONE_INSIDE);
    }
}

static bool is_inside(const adding *work, size_t sentence, size_t beside)
{
    return sentence < work->sentence_count && *zone_at(work, sentence) == ZONE_INSIDE &&
           work->sentences[sentence].turn == work->sentences[beside].turn;
}

/* A sentence between two statements is beside the first. */
static void number_statements(const adding *work, expansion_code *code)
{
    GArray *numbers = work->expansion->numbers;
    for (size_t i = 0; i < work->sentence_count; i++) {
        bool goes_on = i > 0 && is_inside(work, i - 1, i);
        if (*zone_at(work, i) == ZONE_INSIDE && !goes_on)
            code->statements++;
        if (*zone_at(work, i) == ZONE_REST && (goes_on || is_inside(work, i + 1, i)))
            *zone_at(work, i) = ZONE_NEAR;
        /* before its statement has begun, the one to come is meant */
        bool is_before = *zone_at(work, i) == ZONE_NEAR && !goes_on;
        g_array_index(numbers, uint32_t, i) = (uint32_t)(code->statements + is_before);
    }
}

/* ---- words that a rule of the code has already ---- */

static size_t token_from(const adding *work, size_t offset)
{
    size_t low = 0, high = work->token_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (work->tokens[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void cover(const adding *work, const expansion_match *match, GArray *covered)
{
    for (size_t i = token_from(work, match->start);
         i < work->token_count && work->tokens[i].start < match->end; i++) {
        uint8_t *mark = &g_array_index(work->expansion->covered, uint8_t, i);
        if (!*mark)
            g_array_append_val(covered, i);
        *mark = 1;
    }
}

static gint by_code(gconstpointer one, gconstpointer two)
{
    const expansion_match *a = one, *b = two;
    int code = order(a->code, b->code);
    return code ? code : order(a->start, b->start);
}

static GArray *matches_by_code(const lyh_expansion *expansion, const lyh_codings *found)
{
    GArray *matches = g_array_new(FALSE, FALSE, sizeof(expansion_match));
    for (size_t i = 0; i < lyh_codings_count(found); i++) {
        const lyh_coding *coding = lyh_codings_at(found, i);
        expansion_match match = { rule_probes_at(expansion->probes, coding->code)->code,
                                  coding->start, coding->end };
        g_array_append_val(matches, match);
    }
    g_array_sort(matches, by_code);
    return matches;
}

/* The tokens of the matches of @code; @next: the first match of it or of a later code. */
static GArray *cover_matches(const adding *work, size_t code, guint *next)
{
    GArray *covered = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (; *next < work->matches->len; ++*next) {
        const expansion_match *match =
            &g_array_index(work->matches, expansion_match, *next);
        if (match->code != code)
            break;
        cover(work, match, covered);
    }
    return covered;
}

static void uncover(const adding *work, const GArray *covered)
{
    for (guint i = 0; i < covered->len; i++) {
        size_t token = g_array_index(covered, size_t, i);
        g_array_index(work->expansion->covered, uint8_t, token) = 0;
    }
}

/* ---- a code's words ---- */

static void leave_out(expansion_code *code, uint32_t type)
{
    size_t before =
        GPOINTER_TO_SIZE(g_hash_table_lookup(code->out, GUINT_TO_POINTER(type)));
    g_hash_table_insert(code->out, GUINT_TO_POINTER(type), GSIZE_TO_POINTER(before + 1));
    code->outs++;
}

static void take_word(const adding *work, expansion_code *code, size_t sentence,
                      uint32_t token)
{
    const lyh_token *here = &work->tokens[token];
    uint8_t zone = *zone_at(work, sentence);
    if (!is_counted(here))
        return;
    if (zone == ZONE_BELOW || g_array_index(work->expansion->covered, uint8_t, token)) {
        leave_out(code, here->type);
        return;
    }
    uint32_t turn = work->sentences[sentence].turn;
    expansion_word word = {
        .type = here->type,
        .person = person_of(work, turn),
        .document = work->index,
        .statement = g_array_index(work->expansion->numbers, uint32_t, sentence),
        .turn = turn,
        .is_near = zone == ZONE_NEAR,
    };
    g_array_append_val(code->words, word);
    if (word.is_near)
        code->near++;
    else
        code->inside++;
}

static void take_sentences(const adding *work, expansion_code *code)
{
    for (size_t i = 0; i < work->sentence_count; i++) {
        uint8_t zone = *zone_at(work, i);
        if (zone == ZONE_REST || zone == ZONE_NOBODYS)
            continue;
        for (uint32_t at = work->sentences[i].first; at < work->sentences[i].end; at++)
            take_word(work, code, i, at);
    }
}

/* What the rules have in sentences that nobody has coded: no part of the rest either. */
static void leave_matches_out(const adding *work, expansion_code *code,
                              const GArray *covered)
{
    for (guint i = 0; i < covered->len; i++) {
        size_t token = g_array_index(covered, size_t, i);
        size_t sentence = lyh_tokens_sentence_of(work->all, token);
        if (*zone_at(work, sentence) == ZONE_REST && is_counted(&work->tokens[token]))
            leave_out(code, work->tokens[token].type);
    }
}

static void take_code(const adding *work, size_t index, guint *next)
{
    expansion_code *code = work->expansion->codes->pdata[index];
    g_autoptr(GArray) covered = cover_matches(work, index, next);
    clear_zones(work);
    set_zones_of_codings(work, index);
    number_statements(work, code);
    take_sentences(work, code);
    leave_matches_out(work, code, covered);
    uncover(work, covered);
}

bool lyh_expansion_add(lyh_expansion *expansion, const lyh_document *document,
                       const lyh_tokens *tokens, const lyh_codings *codings,
                       lyh_diags *diags)
{
    g_assert(!expansion->is_closed);
    const lyh_codings *found = rule_probes_run(expansion->probes, document, tokens, diags);
    if (!found)
        return false;
    g_autoptr(GArray) matches = matches_by_code(expansion, found);
    guint next = 0;
    adding work = {
        .expansion = expansion,
        .document = document,
        .tokens = lyh_tokens_all(tokens),
        .sentences = lyh_tokens_sentences(tokens),
        .token_count = lyh_tokens_count(tokens),
        .sentence_count = lyh_tokens_sentence_count(tokens),
        .all = tokens,
        .codings = codings,
        .matches = matches,
        .index = expansion->documents->len,
    };
    g_ptr_array_add(expansion->documents, g_strdup(lyh_document_name(document)));
    g_array_set_size(expansion->zones, (guint)work.sentence_count);
    g_array_set_size(expansion->numbers, (guint)work.sentence_count);
    g_array_set_size(expansion->covered, (guint)work.token_count);
    meet_words(&work);
    for (size_t code = 0; code < expansion->codes->len; code++)
        take_code(&work, code, &next);
    return true;
}

size_t lyh_expansion_statements(const lyh_expansion *expansion, size_t code)
{
    g_assert(code < expansion->codes->len);
    return ((const expansion_code *)expansion->codes->pdata[code])->statements;
}

lyh_proposal *lyh_expansion_propose(lyh_expansion *expansion, size_t code,
                                    lyh_thesaurus *thesaurus, size_t limit,
                                    bool with_unsaid, size_t *count)
{
    GArray *proposals = g_array_new(FALSE, FALSE, sizeof(lyh_proposal));
    expansion_close(expansion);
    g_autoptr(GHashTable) counts = expansion_counts(expansion, code);
    expansion_propose_words(expansion, code, counts, limit, proposals);
    if (thesaurus)
        expansion_propose_synonyms(expansion, code, counts, thesaurus, limit, with_unsaid,
                                   proposals);
    *count = proposals->len;
    return (lyh_proposal *)(void *)g_array_free(proposals, FALSE);
}
