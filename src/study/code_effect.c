#include <lyhord/study/code_effect.h>

#include <string.h>

#include "steps.h"
#include "study_private.h"

/* An exception that came or went, by itself: which hits it is that take a suggestion away. */
typedef struct changed_exception {
    const lyh_change *change;
    lyh_matcher *matcher;
    lyh_codings *hits; /* in the document at hand */
} changed_exception;

struct lyh_code_effect {
    lyh_study *study;
    const lyh_codebook *books[2];
    const lyh_difference *difference;
    bool *codes[2];           /* whose rules are run */
    bool is_nothing;          /* they find all that they found */
    lyh_matcher *matchers[2]; /* of the old and the new codebook */
    lyh_codings *codings[2];
    GArray *exceptions;    /* changed_exception */
    GArray *sums;          /* lyh_effect_sum */
    GPtrArray *persons[2]; /* GHashTable a sum: respondents + 1 */
    study_steps *steps;    /* NULL: all is counted in one walk */
    const lyh_document *document;
    void (*taker)(void *user, const lyh_effect_seen *seen);
    void *user;
    lyh_diags *diags; /* of the call at hand */
};

static void clear_exception(void *data)
{
    changed_exception *one = data;
    lyh_matcher_free(one->matcher);
    lyh_codings_free(one->hits);
}

void lyh_code_effect_free(lyh_code_effect *effect)
{
    if (!effect)
        return;
    for (size_t side = 0; side < 2; side++) {
        g_free(effect->codes[side]);
        lyh_matcher_free(effect->matchers[side]);
        lyh_codings_free(effect->codings[side]);
        g_ptr_array_unref(effect->persons[side]);
    }
    g_array_unref(effect->exceptions);
    g_array_unref(effect->sums);
    study_steps_free(effect->steps);
    g_free(effect);
}

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

/* False: none, so that no transcript has to be looked at. */
static bool find_touched(lyh_code_effect *effect)
{
    bool is_any = false;
    for (size_t side = 0; side < 2; side++)
        effect->codes[side] = g_new0(bool, lyh_codebook_count(effect->books[side]) + 1);
    for (size_t i = 0; i < lyh_difference_count(effect->difference); i++) {
        const lyh_change *change = lyh_difference_at(effect->difference, i);
        if (change->kind == LYH_FIELD_CHANGED)
            continue;
        if (change->old_code != LYH_NONE)
            effect->codes[0][change->old_code] = true;
        if (change->new_code != LYH_NONE)
            effect->codes[1][change->new_code] = true;
    }
    for (size_t side = 0; side < 2; side++)
        add_referring(effect->books[side], effect->codes[side]);
    for (size_t code = 0; code < lyh_codebook_count(effect->books[0]); code++) {
        size_t now = lyh_difference_new_code(effect->difference, code);
        if (now != LYH_NONE)
            effect->codes[0][code] = effect->codes[1][now] =
                effect->codes[0][code] || effect->codes[1][now];
    }
    for (size_t side = 0; side < 2; side++)
        for (size_t code = 0; code < lyh_codebook_count(effect->books[side]); code++)
            is_any = is_any || effect->codes[side][code];
    return is_any;
}

/* ---- which rule did it ---- */

static bool compile_exceptions(lyh_code_effect *effect, const lyh_matcher_options *options)
{
    for (size_t i = 0; i < lyh_difference_count(effect->difference); i++) {
        const lyh_change *change = lyh_difference_at(effect->difference, i);
        if (change->field != LYH_FIELD_EXCEPTIONS || change->rule == LYH_NONE)
            continue;
        bool is_new = change->kind == LYH_RULE_ADDED;
        const lyh_codebook *book = effect->books[is_new];
        size_t code = is_new ? change->new_code : change->old_code;
        changed_exception one = { .change = change, .hits = lyh_codings_new() };
        one.matcher = lyh_matcher_for_rule(lyh_codebook_rule(book, code, change->rule),
                                           book, effect->study->vocabulary,
                                           effect->study->lexicon, options, effect->diags);
        g_array_append_val(effect->exceptions, one);
        if (!one.matcher)
            return false;
    }
    return true;
}

/* A rule that stands in both codebooks did not do it alone: the exception that came or went. */
static const char *exception_behind(const lyh_code_effect *effect, const lyh_coding *coding,
                                    bool is_new)
{
    for (guint i = 0; i < effect->exceptions->len; i++) {
        const changed_exception *one =
            &g_array_index(effect->exceptions, changed_exception, i);
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

static bool run_exceptions(lyh_code_effect *effect, const lyh_visit *visit)
{
    for (guint i = 0; i < effect->exceptions->len; i++) {
        changed_exception *one = &g_array_index(effect->exceptions, changed_exception, i);
        lyh_codings_clear(one->hits);
        if (!lyh_matcher_run(one->matcher, visit->document, visit->tokens, one->hits,
                             effect->diags))
            return false;
    }
    return true;
}

/* ---- the sums ---- */

static void add_sum(lyh_code_effect *effect, const char *code)
{
    const lyh_effect_sum sum = { .code = code };
    g_array_append_val(effect->sums, sum);
    for (size_t side = 0; side < 2; side++)
        g_ptr_array_add(effect->persons[side],
                        g_hash_table_new(g_direct_hash, g_direct_equal));
}

static void add_sums(lyh_code_effect *effect)
{
    for (size_t side = 2; side-- > 0;)
        for (size_t i = 0; i < lyh_codebook_count(effect->books[side]); i++)
            add_sum(effect, lyh_codebook_code(effect->books[side], i)->name);
}

/* The codes of the new codebook stand first, those of the old one behind them. */
static size_t sum_of(const lyh_code_effect *effect, size_t side, size_t code)
{
    size_t now = side == 1 ? code : lyh_difference_new_code(effect->difference, code);
    return now == LYH_NONE ? lyh_codebook_count(effect->books[1]) + code : now;
}

static void count(lyh_code_effect *effect, size_t side)
{
    for (size_t i = 0; i < lyh_codings_count(effect->codings[side]); i++) {
        const lyh_coding *coding = lyh_codings_at(effect->codings[side], i);
        size_t index = sum_of(effect, side, coding->code);
        if (!lyh_coding_counts(coding, true))
            continue;
        lyh_effect_sum *sum = &g_array_index(effect->sums, lyh_effect_sum, index);
        sum->suggestions[side]++;
        if (coding->respondent != LYH_NONE &&
            g_hash_table_add(effect->persons[side]->pdata[index],
                             GSIZE_TO_POINTER(coding->respondent + 1)))
            sum->persons[side]++;
    }
}

static void take_affected(void *user, const lyh_affected *affected)
{
    lyh_code_effect *effect = user;
    bool is_new = affected->after != NULL;
    const lyh_coding *coding = is_new ? affected->after : affected->before;
    bool is_one_sided = !affected->after || !affected->before;
    const lyh_effect_seen seen = {
        .document = effect->document,
        .affected = affected,
        .exception = is_one_sided ? exception_behind(effect, coding, is_new) : NULL,
    };
    size_t index = sum_of(effect, is_new, coding->code);
    g_array_index(effect->sums, lyh_effect_sum, index).told[affected->effect]++;
    if (effect->taker)
        effect->taker(effect->user, &seen);
}

/* ---- the walk ---- */

static bool visit_document(void *user, const lyh_visit *visit)
{
    lyh_code_effect *effect = user;
    effect->document = visit->document;
    for (size_t side = 0; side < 2; side++) {
        lyh_codings_clear(effect->codings[side]);
        if (!lyh_matcher_run(effect->matchers[side], visit->document, visit->tokens,
                             effect->codings[side], effect->diags))
            return false;
        count(effect, side);
    }
    if (!run_exceptions(effect, visit))
        return false;
    lyh_affected_find(effect->difference, effect->codings[0], effect->codings[1],
                      take_affected, effect);
    return true;
}

static bool compile(lyh_code_effect *effect)
{
    lyh_matcher_options options = lyh_study_matcher_options(effect->study);
    for (size_t side = 0; side < 2; side++) {
        options.codes = effect->codes[side];
        effect->matchers[side] =
            lyh_matcher_new(effect->books[side], effect->study->vocabulary,
                            effect->study->lexicon, &options, effect->diags);
    }
    options.codes = NULL;
    return effect->matchers[0] && effect->matchers[1] &&
           compile_exceptions(effect, &options);
}

/* ---- from the beginning to the end ---- */

static GPtrArray *new_sets(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
}

lyh_code_effect *lyh_code_effect_begin(lyh_study *study, const lyh_codebook *before,
                                       const lyh_codebook *after,
                                       const lyh_difference *difference,
                                       void (*taker)(void *user,
                                                     const lyh_effect_seen *seen),
                                       void *user, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_code_effect) effect = g_new0(lyh_code_effect, 1);
    *effect = (lyh_code_effect){
        .study = study,
        .books = { before, after },
        .difference = difference,
        .codings = { lyh_codings_new(), lyh_codings_new() },
        .exceptions = g_array_new(FALSE, FALSE, sizeof(changed_exception)),
        .sums = g_array_new(FALSE, FALSE, sizeof(lyh_effect_sum)),
        .persons = { new_sets(), new_sets() },
        .taker = taker,
        .user = user,
        .diags = diags,
    };
    g_array_set_clear_func(effect->exceptions, clear_exception);
    effect->is_nothing = !find_touched(effect);
    add_sums(effect);
    if (compile(effect))
        return g_steal_pointer(&effect);
    lyh_error_set(error, LYH_ERROR_DATA, 0, study->options.folder);
    return NULL;
}

bool lyh_code_effect_next(lyh_code_effect *effect, lyh_diags *diags, lyh_error *error)
{
    lyh_visit visit = { 0 };
    if (effect->is_nothing)
        return false;
    if (!effect->steps)
        effect->steps = study_steps_new(effect->study);
    effect->diags = diags;
    if (!study_steps_next(effect->steps, &visit.document, &visit.tokens, diags, error))
        return false;
    if (visit_document(effect, &visit))
        return true;
    return lyh_error_set(error, LYH_ERROR_DATA, 0, lyh_document_path(visit.document));
}

lyh_code_effect *lyh_code_effect_new(lyh_study *study, const lyh_codebook *before,
                                     const lyh_codebook *after,
                                     const lyh_difference *difference,
                                     void (*taker)(void *user, const lyh_effect_seen *seen),
                                     void *user, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_code_effect) effect =
        lyh_code_effect_begin(study, before, after, difference, taker, user, diags, error);
    if (effect &&
        lyh_study_walk(study, LYH_WHICH_NONE, visit_document, effect, diags, error))
        return g_steal_pointer(&effect);
    return NULL;
}

size_t lyh_code_effect_progress(const lyh_code_effect *effect, size_t *all)
{
    *all = lyh_study_file_count(effect->study);
    if (effect->is_nothing)
        return *all;
    return effect->steps ? study_steps_done(effect->steps) : 0;
}

bool lyh_code_effect_is_current(const lyh_code_effect *effect)
{
    return !effect->steps || study_steps_are_current(effect->steps);
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
