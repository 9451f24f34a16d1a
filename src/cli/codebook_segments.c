/* What a change of the codebook does to a study: its suggestions, and people's codings. */
#include "codebook_diff.h"

#include <string.h>

#include <lyhord/coding/affected.h>

#include "../base/autoptr.h"
#include "../coding/autoptr.h"

/* An exception that came or went, by itself: which hits it is that take a suggestion away. */
typedef struct changed_exception {
    const lyh_change *change;
    lyh_matcher *matcher;
    lyh_codings *hits; /* in the document at hand */
} changed_exception;

/* What the rules of a code find, before and after. */
typedef struct code_sum {
    size_t suggestions[2];
    GHashTable *persons[2]; /* respondents + 1 */
} code_sum;

typedef struct segments_walk {
    const codebook_diff_view *view;
    lyh_study *study;
    lyh_matcher *matchers[2]; /* of the old and the new codebook */
    lyh_codings *codings[2];
    GArray *exceptions; /* changed_exception */
    GArray *
        sums; /* code_sum: the codes of the new codebook, then those of the old that went */
    size_t told[LYH_EFFECT_SPAN + 1];
    const lyh_document *document;
} segments_walk;

static void clear_exception(void *data)
{
    changed_exception *one = data;
    lyh_matcher_free(one->matcher);
    lyh_codings_free(one->hits);
}

static void clear_sum(void *data)
{
    code_sum *sum = data;
    g_hash_table_unref(sum->persons[0]);
    g_hash_table_unref(sum->persons[1]);
}

static void segments_walk_clear(segments_walk *walk)
{
    for (size_t i = 0; i < 2; i++) {
        lyh_matcher_free(walk->matchers[i]);
        lyh_codings_free(walk->codings[i]);
    }
    g_array_unref(walk->exceptions);
    g_array_unref(walk->sums);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(segments_walk, segments_walk_clear)

/* ---- which rule did it ---- */

static const lyh_codebook *book_of(const codebook_diff_view *view, bool is_new)
{
    return is_new ? view->after : view->before;
}

static bool compile_exceptions(segments_walk *walk, const lyh_matcher_options *options)
{
    const codebook_diff_view *view = walk->view;
    for (size_t i = 0; i < lyh_difference_count(view->difference); i++) {
        const lyh_change *change = lyh_difference_at(view->difference, i);
        if (change->field != LYH_FIELD_EXCEPTIONS || change->rule == LYH_NONE)
            continue;
        bool is_new = change->kind == LYH_RULE_ADDED;
        const lyh_codebook *book = book_of(view, is_new);
        size_t code = is_new ? change->new_code : change->old_code;
        changed_exception one = { .change = change, .hits = lyh_codings_new() };
        one.matcher =
            lyh_matcher_for_rule(lyh_codebook_rule(book, code, change->rule), book,
                                 lyh_study_vocabulary(walk->study),
                                 lyh_study_lexicon(walk->study), options, view->cli->diags);
        g_array_append_val(walk->exceptions, one);
        if (!one.matcher)
            return false;
    }
    return true;
}

/* A rule that stands in both codebooks did not do it alone: the exception that came or went. */
static const char *rule_behind(const segments_walk *walk, const lyh_coding *coding,
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

/* ---- one segment ---- */

static char *span_shown(const lyh_document *document, const lyh_coding *coding)
{
    return g_strdup_printf("%zu-%zu", lyh_document_character(document, coding->start),
                           lyh_document_character(document, coding->end));
}

/* What it was and is: a polarity, a state, a span. g_free(). */
static char *side_shown(const segments_walk *walk, lyh_effect effect,
                        const lyh_coding *coding)
{
    if (!coding)
        return g_strdup("");
    if (effect == LYH_EFFECT_STATE)
        return g_strdup(lyh_state_name(coding->state));
    if (effect == LYH_EFFECT_SPAN)
        return span_shown(walk->document, coding);
    return g_strdup(lyh_polarity_name(coding->polarity));
}

/* The rule of the suggestion, or the exception that came or went: "undantag: inte alls". g_free(). */
static char *rule_shown(const segments_walk *walk, const lyh_affected *affected)
{
    const lyh_coding *coding = affected->after ? affected->after : affected->before;
    bool is_one_sided = !affected->after || !affected->before;
    const char *exception =
        is_one_sided ? rule_behind(walk, coding, affected->after != NULL) : NULL;
    return exception ? g_strdup_printf("%s: %s", lyh_field_heading(LYH_FIELD_EXCEPTIONS),
                                       exception)
                     : g_strdup(coding->rule);
}

static const char *respondent_of(const segments_walk *walk, const lyh_coding *coding)
{
    return coding->respondent == LYH_NONE
               ? ""
               : lyh_respondents_id(lyh_study_respondents(walk->study), coding->respondent);
}

static void show_segment(const segments_walk *walk, const lyh_affected *affected,
                         const codebook_diff_row *row)
{
    const codebook_diff_view *view = walk->view;
    bool is_changed = affected->before && affected->after;
    lyh_output_printf(view->output, "%c", is_changed ? '!' : affected->after ? '+' : '-');
    codebook_diff_show(view, row->document, strlen(row->document));
    lyh_output_printf(view->output, ":%zu  %zu-%zu  ", row->turn, row->start, row->end);
    codebook_diff_show(view, row->code, strlen(row->code));
    lyh_output_printf(view->output, "  %s%s%s  ", row->before, is_changed ? " → " : "",
                      row->after);
    codebook_diff_show(view, row->text, row->text_size);
    lyh_output_text(view->output, "  ← ");
    codebook_diff_show(view, row->rule, strlen(row->rule));
    lyh_output_text(view->output, "\n");
}

static void write_segment(void *user, const lyh_affected *affected)
{
    segments_walk *walk = user;
    const lyh_coding *coding = affected->after ? affected->after : affected->before;
    bool is_changed = affected->before && affected->after;
    g_autofree char *before = side_shown(walk, affected->effect, affected->before);
    g_autofree char *after = side_shown(walk, affected->effect, affected->after);
    g_autofree char *rule = rule_shown(walk, affected);
    codebook_diff_row row = CODEBOOK_DIFF_ROW;
    row.kind = "segment";
    row.change = is_changed ? "changed" : lyh_effect_name(affected->effect);
    row.code =
        lyh_codebook_code(book_of(walk->view, affected->after != NULL), coding->code)->name;
    row.field = is_changed ? lyh_effect_name(affected->effect) : "polarity";
    row.before = before;
    row.after = after;
    row.document = lyh_document_name(walk->document);
    row.respondent = respondent_of(walk, coding);
    row.turn = coding->turn + 1;
    row.start = lyh_document_character(walk->document, coding->start);
    row.end = lyh_document_character(walk->document, coding->end);
    row.rule = rule;
    row.text = lyh_document_text(walk->document) + coding->start;
    row.text_size = coding->end - coding->start;
    walk->told[affected->effect]++;
    if (walk->view->rows)
        codebook_diff_write(walk->view, &row);
    else
        show_segment(walk, affected, &row);
}

/* ---- the sums ---- */

static void add_sums(segments_walk *walk)
{
    const codebook_diff_view *view = walk->view;
    size_t codes = lyh_codebook_count(view->after) + lyh_codebook_count(view->before);
    for (size_t i = 0; i < codes; i++) {
        code_sum sum = { .suggestions = { 0 } };
        for (size_t side = 0; side < 2; side++)
            sum.persons[side] = g_hash_table_new(g_direct_hash, g_direct_equal);
        g_array_append_val(walk->sums, sum);
    }
}

static void count(segments_walk *walk, size_t side)
{
    const codebook_diff_view *view = walk->view;
    for (size_t i = 0; i < lyh_codings_count(walk->codings[side]); i++) {
        const lyh_coding *coding = lyh_codings_at(walk->codings[side], i);
        size_t code = side == 1 ? coding->code
                                : lyh_difference_new_code(view->difference, coding->code);
        if (code == LYH_NONE)
            code = lyh_codebook_count(view->after) + coding->code;
        code_sum *sum = &g_array_index(walk->sums, code_sum, code);
        if (!lyh_coding_counts(coding, true))
            continue;
        sum->suggestions[side]++;
        if (coding->respondent != LYH_NONE)
            g_hash_table_add(sum->persons[side], GSIZE_TO_POINTER(coding->respondent + 1));
    }
}

static void write_total(const codebook_diff_view *view, const char *code, const char *field,
                        size_t before, size_t after)
{
    g_autofree char *was = g_strdup_printf("%zu", before);
    g_autofree char *is = g_strdup_printf("%zu", after);
    codebook_diff_row row = CODEBOOK_DIFF_ROW;
    row.kind = "total";
    row.code = code;
    row.field = field;
    row.before = was;
    row.after = is;
    codebook_diff_write(view, &row);
}

static void write_sum(const segments_walk *walk, const code_sum *sum, const char *code)
{
    const codebook_diff_view *view = walk->view;
    size_t persons[2];
    for (size_t side = 0; side < 2; side++)
        persons[side] = g_hash_table_size(sum->persons[side]);
    if (sum->suggestions[0] == sum->suggestions[1] && persons[0] == persons[1])
        return;
    if (view->rows) {
        write_total(view, code, "suggestions", sum->suggestions[0], sum->suggestions[1]);
        write_total(view, code, "persons", persons[0], persons[1]);
        return;
    }
    g_autofree char *sums = g_strdup_printf(
        lyh_tr(view->cli->catalog, "suggestions %zu → %zu, persons %zu → %zu"),
        sum->suggestions[0], sum->suggestions[1], persons[0], persons[1]);
    codebook_diff_show(view, code, strlen(code));
    lyh_output_printf(view->output, ": %s\n", sums);
}

static void show_told(const segments_walk *walk)
{
    g_autofree char *told = g_strdup_printf(
        lyh_tr(walk->view->cli->catalog,
               "Suggestions lost %zu, new %zu, of another polarity %zu, of another state "
               "%zu, of other words %zu"),
        walk->told[LYH_EFFECT_LOST], walk->told[LYH_EFFECT_NEW],
        walk->told[LYH_EFFECT_POLARITY], walk->told[LYH_EFFECT_STATE],
        walk->told[LYH_EFFECT_SPAN]);
    lyh_output_printf(walk->view->output, "\n%s\n", told);
}

static void write_sums(const segments_walk *walk)
{
    const codebook_diff_view *view = walk->view;
    size_t codes = lyh_codebook_count(view->after);
    if (view->output)
        show_told(walk);
    for (guint i = 0; i < walk->sums->len; i++)
        write_sum(walk, &g_array_index(walk->sums, code_sum, i),
                  i < codes ? lyh_codebook_code(view->after, i)->name
                            : lyh_codebook_code(view->before, i - codes)->name);
}

/* ---- the walk ---- */

static bool run_exceptions(segments_walk *walk, const lyh_visit *visit)
{
    for (guint i = 0; i < walk->exceptions->len; i++) {
        changed_exception *one = &g_array_index(walk->exceptions, changed_exception, i);
        lyh_codings_clear(one->hits);
        if (!lyh_matcher_run(one->matcher, visit->document, visit->tokens, one->hits,
                             walk->view->cli->diags))
            return false;
    }
    return true;
}

static bool visit_document(void *user, const lyh_visit *visit)
{
    segments_walk *walk = user;
    walk->document = visit->document;
    for (size_t side = 0; side < 2; side++) {
        lyh_codings_clear(walk->codings[side]);
        if (!lyh_matcher_run(walk->matchers[side], visit->document, visit->tokens,
                             walk->codings[side], walk->view->cli->diags))
            return false;
        count(walk, side);
    }
    if (!run_exceptions(walk, visit))
        return false;
    lyh_affected_find(walk->view->difference, walk->codings[0], walk->codings[1],
                      write_segment, walk);
    return true;
}

static bool compile(segments_walk *walk)
{
    const lyh_matcher_options options = lyh_study_matcher_options(walk->study);
    for (size_t side = 0; side < 2; side++) {
        walk->codings[side] = lyh_codings_new();
        walk->matchers[side] = lyh_study_matcher_of(
            walk->study, book_of(walk->view, side == 1), walk->view->cli->diags);
    }
    return walk->matchers[0] && walk->matchers[1] && compile_exceptions(walk, &options);
}

bool codebook_diff_segments(const codebook_diff_view *view, lyh_study *study)
{
    g_auto(segments_walk) walk = {
        .view = view,
        .study = study,
        .exceptions = g_array_new(FALSE, FALSE, sizeof(changed_exception)),
        .sums = g_array_new(FALSE, FALSE, sizeof(code_sum)),
    };
    g_array_set_clear_func(walk.exceptions, clear_exception);
    g_array_set_clear_func(walk.sums, clear_sum);
    add_sums(&walk);
    if (view->output)
        lyh_output_printf(view->output, "\n%s\n",
                          lyh_tr(view->cli->catalog, "What it does to the suggestions:"));
    if (!compile(&walk) || !lyh_study_walk(study, LYH_WHICH_NONE, visit_document, &walk,
                                           view->cli->diags, &view->cli->error))
        return false;
    write_sums(&walk);
    return true;
}
