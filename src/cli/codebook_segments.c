/* What a change of the codebook does to a study's suggestions, as rows or as text for people. */
#include "codebook_diff.h"

#include <string.h>

#include <lyhord/study/code_effect.h>

#include "../base/autoptr.h"

typedef struct lyh_code_effect effect_found;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(effect_found, lyh_code_effect_free)

typedef struct segments_view {
    const codebook_diff_view *view;
    lyh_study *study;
} segments_view;

/* ---- one segment ---- */

static char *span_shown(const lyh_document *document, const lyh_coding *coding)
{
    return g_strdup_printf("%zu-%zu", lyh_document_character(document, coding->start),
                           lyh_document_character(document, coding->end));
}

/* What it was and is: a polarity, a state, a span. g_free(). */
static char *side_shown(const lyh_effect_seen *seen, const lyh_coding *coding)
{
    lyh_effect effect = seen->affected->effect;
    if (!coding)
        return g_strdup("");
    if (effect == LYH_EFFECT_STATE)
        return g_strdup(lyh_state_name(coding->state));
    if (effect == LYH_EFFECT_SPAN)
        return span_shown(seen->document, coding);
    return g_strdup(lyh_polarity_name(coding->polarity));
}

/* The rule of the suggestion, or the exception that came or went: "undantag: inte alls". g_free(). */
static char *rule_shown(const lyh_effect_seen *seen, const lyh_coding *coding)
{
    return seen->exception
               ? g_strdup_printf("%s: %s", lyh_field_heading(LYH_FIELD_EXCEPTIONS),
                                 seen->exception)
               : g_strdup(coding->rule);
}

static const char *respondent_of(lyh_study *study, const lyh_coding *coding)
{
    return coding->respondent == LYH_NONE
               ? ""
               : lyh_respondents_id(lyh_study_respondents(study), coding->respondent);
}

static void show_segment(const codebook_diff_view *view, const lyh_affected *affected,
                         const codebook_diff_row *row)
{
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

static void write_segment(void *user, const lyh_effect_seen *seen)
{
    const segments_view *segments = user;
    const codebook_diff_view *view = segments->view;
    const lyh_affected *affected = seen->affected;
    const lyh_coding *coding = affected->after ? affected->after : affected->before;
    bool is_changed = affected->before && affected->after;
    g_autofree char *before = side_shown(seen, affected->before);
    g_autofree char *after = side_shown(seen, affected->after);
    g_autofree char *rule = rule_shown(seen, coding);
    codebook_diff_row row = CODEBOOK_DIFF_ROW;
    row.kind = "segment";
    row.change = is_changed ? "changed" : lyh_effect_name(affected->effect);
    row.code =
        lyh_codebook_code(affected->after ? view->after : view->before, coding->code)->name;
    row.field = is_changed ? lyh_effect_name(affected->effect) : "polarity";
    row.before = before;
    row.after = after;
    row.document = lyh_document_name(seen->document);
    row.respondent = respondent_of(segments->study, coding);
    row.turn = coding->turn + 1;
    row.start = lyh_document_character(seen->document, coding->start);
    row.end = lyh_document_character(seen->document, coding->end);
    row.rule = rule;
    row.text = lyh_document_text(seen->document) + coding->start;
    row.text_size = coding->end - coding->start;
    if (view->rows)
        codebook_diff_write(view, &row);
    else
        show_segment(view, affected, &row);
}

/* ---- the sums ---- */

static void write_total(const codebook_diff_view *view, const char *code, const char *field,
                        const size_t sums[2])
{
    g_autofree char *was = g_strdup_printf("%zu", sums[0]);
    g_autofree char *is = g_strdup_printf("%zu", sums[1]);
    codebook_diff_row row = CODEBOOK_DIFF_ROW;
    row.kind = "total";
    row.code = code;
    row.field = field;
    row.before = was;
    row.after = is;
    codebook_diff_write(view, &row);
}

static void write_sum(const codebook_diff_view *view, const lyh_effect_sum *sum)
{
    if (sum->suggestions[0] == sum->suggestions[1] && sum->persons[0] == sum->persons[1])
        return;
    if (view->rows) {
        write_total(view, sum->code, "suggestions", sum->suggestions);
        write_total(view, sum->code, "persons", sum->persons);
        return;
    }
    g_autofree char *sums = g_strdup_printf(
        lyh_tr(view->cli->catalog, "suggestions %zu → %zu, persons %zu → %zu"),
        sum->suggestions[0], sum->suggestions[1], sum->persons[0], sum->persons[1]);
    codebook_diff_show(view, sum->code, strlen(sum->code));
    lyh_output_printf(view->output, ": %s\n", sums);
}

static void show_told(const codebook_diff_view *view, const lyh_code_effect *effect)
{
    size_t told[LYH_EFFECT_COUNT] = { 0 };
    for (size_t i = 0; i < lyh_code_effect_count(effect); i++)
        for (size_t kind = 0; kind < LYH_EFFECT_COUNT; kind++)
            told[kind] += lyh_code_effect_at(effect, i)->told[kind];
    g_autofree char *text = g_strdup_printf(
        lyh_tr(view->cli->catalog,
               "Suggestions lost %zu, new %zu, of another polarity %zu, of another state "
               "%zu, of other words %zu"),
        told[LYH_EFFECT_LOST], told[LYH_EFFECT_NEW], told[LYH_EFFECT_POLARITY],
        told[LYH_EFFECT_STATE], told[LYH_EFFECT_SPAN]);
    lyh_output_printf(view->output, "\n%s\n", text);
}

bool codebook_diff_segments(const codebook_diff_view *view, lyh_study *study)
{
    segments_view segments = { view, study };
    if (view->output)
        lyh_output_printf(view->output, "\n%s\n",
                          lyh_tr(view->cli->catalog, "What it does to the suggestions:"));
    g_autoptr(effect_found) effect =
        lyh_code_effect_new(study, view->before, view->after, view->difference,
                            write_segment, &segments, view->cli->diags, &view->cli->error);
    if (!effect)
        return false;
    if (view->output)
        show_told(view, effect);
    for (size_t i = 0; i < lyh_code_effect_count(effect); i++)
        write_sum(view, lyh_code_effect_at(effect, i));
    return true;
}
