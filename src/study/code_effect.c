#include <lyhord/study/code_effect.h>

#include <string.h>

#include "study_private.h"

/* An exception that came or went, by itself: which hits it is that take a suggestion away. */
typedef struct changed_exception {
    const lyh_change *change;
    lyh_matcher *matcher;
    lyh_codings *hits; /* in the document at hand */
} changed_exception;

struct lyh_code_effect {
    GArray *sums; /* lyh_effect_sum */
};

typedef struct effect_walk {
    lyh_study *study;
    const lyh_codebook *books[2];
    const lyh_difference *difference;
    bool *codes[2];           /* whose rules are run */
    lyh_matcher *matchers[2]; /* of the old and the new codebook */
    lyh_codings *codings[2];
    GArray *exceptions;    /* changed_exception */
    GPtrArray *persons[2]; /* GHashTable a sum: respondents + 1 */
    lyh_code_effect *effect;
    const lyh_document *document;
    void (*taker)(void *user, const lyh_effect_seen *seen);
    void *user;
    lyh_diags *diags;
} effect_walk;

static void clear_exception(void *data)
{
    changed_exception *one = data;
    lyh_matcher_free(one->matcher);
    lyh_codings_free(one->hits);
}

static void effect_walk_clear(effect_walk *walk)
{
    for (size_t side = 0; side < 2; side++) {
        g_free(walk->codes[side]);
        lyh_matcher_free(walk->matchers[side]);
        lyh_codings_free(walk->codings[side]);
        g_ptr_array_unref(walk->persons[side]);
    }
    g_array_unref(walk->exceptions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(effect_walk, effect_walk_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_code_effect, lyh_code_effect_free)

/* ---- which codes it can touch ---- */

static bool refers_to(const lyh_codebook *book, const lyh_rule *rule, const bool *codes)
{
    for (size_t i = 0; i < lyh_rule_node_count(rule); i++) {
        const lyh_rule_node *node = lyh_rule_node_at(rule, i);
        size_t code = node->kind == LYH_RULE_REFERENCE ? lyh_codebook_find(book, node->text)
                                                       : LYH_NONE;
        if (code != LYH_NONE && codes[code])
            return true;
    }
    return false;
}

/* By way of any number of others: until a round finds none more. */
static void add_referring(const lyh_codebook *book, bool *codes)
{
    for (bool is_more = true; is_more;) {
        is_more = false;
        for (size_t code = 0; code < lyh_codebook_count(book); code++)
            for (size_t i = 0; !codes[code] && i < lyh_codebook_rule_count(book, code); i++)
                if (refers_to(book, lyh_codebook_rule(book, code, i), codes))
                    codes[code] = is_more = true;
    }
}

static void find_touched(effect_walk *walk)
{
    for (size_t side = 0; side < 2; side++)
        walk->codes[side] = g_new0(bool, lyh_codebook_count(walk->books[side]) + 1);
    for (size_t i = 0; i < lyh_difference_count(walk->difference); i++) {
        const lyh_change *change = lyh_difference_at(walk->difference, i);
        if (change->kind == LYH_FIELD_CHANGED)
            continue;
        if (change->old_code != LYH_NONE)
            walk->codes[0][change->old_code] = true;
        if (change->new_code != LYH_NONE)
            walk->codes[1][change->new_code] = true;
    }
    for (size_t side = 0; side < 2; side++)
        add_referring(walk->books[side], walk->codes[side]);
    for (size_t code = 0; code < lyh_codebook_count(walk->books[0]); code++) {
        size_t now = lyh_difference_new_code(walk->difference, code);
        if (now != LYH_NONE)
            walk->codes[0][code] = walk->codes[1][now] =
                walk->codes[0][code] || walk->codes[1][now];
    }
}

/* ---- which rule did it ---- */

static bool compile_exceptions(effect_walk *walk, const lyh_matcher_options *options)
{
    for (size_t i = 0; i < lyh_difference_count(walk->difference); i++) {
        const lyh_change *change = lyh_difference_at(walk->difference, i);
        if (change->field != LYH_FIELD_EXCEPTIONS || change->rule == LYH_NONE)
            continue;
        bool is_new = change->kind == LYH_RULE_ADDED;
        const lyh_codebook *book = walk->books[is_new];
        size_t code = is_new ? change->new_code : change->old_code;
        changed_exception one = { .change = change, .hits = lyh_codings_new() };
        one.matcher = lyh_matcher_for_rule(lyh_codebook_rule(book, code, change->rule),
                                           book, walk->study->vocabulary,
                                           walk->study->lexicon, options, walk->diags);
        g_array_append_val(walk->exceptions, one);
        if (!one.matcher)
            return false;
    }
    return true;
}

/* A rule that stands in both codebooks did not do it alone: the exception that came or went. */
static const char *exception_behind(const effect_walk *walk, const lyh_coding *coding,
                                    bool is_new)
{
    for (guint i = 0; i < walk->exceptions->len; i++) {
        const changed_exception *one =
            &g_array_index(walk->exceptions, changed_exception, i);
        size_t code = is_new ? one->change->new_code : one->change->old_code;
        bool is_of_it =
            code == coding->code && (one->change->kind == LYH_RULE_REMOVED) == is_new;
        for (size_t h = 0; is_of_it && h < lyh_codings_count(one->hits); h++) {
            const lyh_coding *hit = lyh_codings_at(one->hits, h);
            if (hit->start < coding->end && coding->start < hit->end)
                return is_new ? one->change->before : one->change->after;
        }
    }
    return NULL;
}

static bool run_exceptions(effect_walk *walk, const lyh_visit *visit)
{
    for (guint i = 0; i < walk->exceptions->len; i++) {
        changed_exception *one = &g_array_index(walk->exceptions, changed_exception, i);
        lyh_codings_clear(one->hits);
        if (!lyh_matcher_run(one->matcher, visit->document, visit->tokens, one->hits,
                             walk->diags))
            return false;
    }
    return true;
}

/* ---- the sums ---- */

static void add_sum(effect_walk *walk, const char *code)
{
    const lyh_effect_sum sum = { .code = code };
    g_array_append_val(walk->effect->sums, sum);
    for (size_t side = 0; side < 2; side++)
        g_ptr_array_add(walk->persons[side],
                        g_hash_table_new(g_direct_hash, g_direct_equal));
}

static void add_sums(effect_walk *walk)
{
    for (size_t side = 2; side-- > 0;)
        for (size_t i = 0; i < lyh_codebook_count(walk->books[side]); i++)
            add_sum(walk, lyh_codebook_code(walk->books[side], i)->name);
}

/* The codes of the new codebook stand first, those of the old one behind them. */
static size_t sum_of(const effect_walk *walk, size_t side, size_t code)
{
    size_t now = side == 1 ? code : lyh_difference_new_code(walk->difference, code);
    return now == LYH_NONE ? lyh_codebook_count(walk->books[1]) + code : now;
}

static void count(effect_walk *walk, size_t side)
{
    for (size_t i = 0; i < lyh_codings_count(walk->codings[side]); i++) {
        const lyh_coding *coding = lyh_codings_at(walk->codings[side], i);
        size_t index = sum_of(walk, side, coding->code);
        if (!lyh_coding_counts(coding, true))
            continue;
        g_array_index(walk->effect->sums, lyh_effect_sum, index).suggestions[side]++;
        if (coding->respondent != LYH_NONE)
            g_hash_table_add(walk->persons[side]->pdata[index],
                             GSIZE_TO_POINTER(coding->respondent + 1));
    }
}

static void count_persons(const effect_walk *walk)
{
    for (guint i = 0; i < walk->effect->sums->len; i++)
        for (size_t side = 0; side < 2; side++)
            g_array_index(walk->effect->sums, lyh_effect_sum, i).persons[side] =
                g_hash_table_size(walk->persons[side]->pdata[i]);
}

static void take_affected(void *user, const lyh_affected *affected)
{
    effect_walk *walk = user;
    bool is_new = affected->after != NULL;
    const lyh_coding *coding = is_new ? affected->after : affected->before;
    bool is_one_sided = !affected->after || !affected->before;
    const lyh_effect_seen seen = {
        .document = walk->document,
        .affected = affected,
        .exception = is_one_sided ? exception_behind(walk, coding, is_new) : NULL,
    };
    size_t index = sum_of(walk, is_new, coding->code);
    g_array_index(walk->effect->sums, lyh_effect_sum, index).told[affected->effect]++;
    if (walk->taker)
        walk->taker(walk->user, &seen);
}

/* ---- the walk ---- */

static bool visit_document(void *user, const lyh_visit *visit)
{
    effect_walk *walk = user;
    walk->document = visit->document;
    for (size_t side = 0; side < 2; side++) {
        lyh_codings_clear(walk->codings[side]);
        if (!lyh_matcher_run(walk->matchers[side], visit->document, visit->tokens,
                             walk->codings[side], walk->diags))
            return false;
        count(walk, side);
    }
    if (!run_exceptions(walk, visit))
        return false;
    lyh_affected_find(walk->difference, walk->codings[0], walk->codings[1], take_affected,
                      walk);
    return true;
}

static bool compile(effect_walk *walk)
{
    lyh_matcher_options options = lyh_study_matcher_options(walk->study);
    for (size_t side = 0; side < 2; side++) {
        options.codes = walk->codes[side];
        walk->matchers[side] = lyh_matcher_new(walk->books[side], walk->study->vocabulary,
                                               walk->study->lexicon, &options, walk->diags);
    }
    options.codes = NULL;
    return walk->matchers[0] && walk->matchers[1] && compile_exceptions(walk, &options);
}

static GPtrArray *new_sets(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
}

lyh_code_effect *lyh_code_effect_new(lyh_study *study, const lyh_codebook *before,
                                     const lyh_codebook *after,
                                     const lyh_difference *difference,
                                     void (*taker)(void *user, const lyh_effect_seen *seen),
                                     void *user, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_code_effect) effect = g_new0(lyh_code_effect, 1);
    effect->sums = g_array_new(FALSE, FALSE, sizeof(lyh_effect_sum));
    g_auto(effect_walk) walk = {
        .study = study,
        .books = { before, after },
        .difference = difference,
        .codings = { lyh_codings_new(), lyh_codings_new() },
        .exceptions = g_array_new(FALSE, FALSE, sizeof(changed_exception)),
        .persons = { new_sets(), new_sets() },
        .effect = effect,
        .taker = taker,
        .user = user,
        .diags = diags,
    };
    g_array_set_clear_func(walk.exceptions, clear_exception);
    find_touched(&walk);
    add_sums(&walk);
    if (!compile(&walk)) {
        lyh_error_set(error, LYH_ERROR_DATA, 0, study->options.folder);
        return NULL;
    }
    if (!lyh_study_walk(study, LYH_WHICH_NONE, visit_document, &walk, diags, error))
        return NULL;
    count_persons(&walk);
    return g_steal_pointer(&effect);
}

void lyh_code_effect_free(lyh_code_effect *effect)
{
    if (!effect)
        return;
    g_array_unref(effect->sums);
    g_free(effect);
}

size_t lyh_code_effect_count(const lyh_code_effect *effect)
{
    return effect->sums->len;
}

const lyh_effect_sum *lyh_code_effect_at(const lyh_code_effect *effect, size_t index)
{
    g_assert(index < effect->sums->len);
    return &g_array_index(effect->sums, lyh_effect_sum, index);
}
