/* What works and what falls short, theme by theme, each with a quote and where to read on; then what people wish for. */
#include "compose.h"
#include "own_words.h"

/* The first question of the guide about @code, by the name its heading has; NULL for none. g_free(). */
static char *question_about(const report_material *material, const lyh_tally_guide *guide,
                            size_t code)
{
    for (size_t i = 0; guide && i < guide->count; i++)
        if (lyh_tally_question_asks(material->tally, &guide->questions[i], code))
            return g_strdup_printf("question-%zu", i);
    return NULL;
}

/* Where to read on: the question about it when it has a heading of its own, else the table of all themes. */
static void add_pointer(const report_material *material, const lyh_tally_guide *guide,
                        size_t code, lyh_report *report)
{
    g_autofree char *question = question_about(material, guide, code);
    bool is_told = question && lyh_report_named(report, question) != LYH_NONE;
    lyh_report_see(report, is_told ? question : COMPOSE_ALL_THEMES);
}

static void add_theme(const report_material *material, const lyh_tally_guide *guide,
                      size_t code, lyh_measure measure, GArray *used, lyh_report *report)
{
    const lyh_code *theme = lyh_codebook_code(lyh_study_codebook(material->study), code);
    g_autofree char *share =
        share_of(material->cli, lyh_tally_persons(material->tally, code, measure),
                 lyh_tally_base(material->tally));
    bool is_plus = measure == LYH_MEASURE_PLUS;
    const lyh_quote *quote =
        compose_quote_for(material, code, is_plus ? LYH_PLUS : LYH_MINUS, used);
    if (!quote)
        return; /* the table tells it */
    g_autofree char *text =
        g_strdup_printf(is_plus ? tr(material, "%s described something that works.")
                                : tr(material, "%s described something that falls short."),
                        share);
    lyh_report_own_item(report, theme->label, text);
    add_pointer(material, guide, code, report);
    compose_quote(material, report, quote, tr(material, "Participant"));
}

static void add_side_table(const report_material *material, lyh_measure measure,
                           const char *title, lyh_report *report)
{
    lyh_table *table =
        lyh_tally_persons_table(material->tally, &material->everyone, measure, true);
    lyh_table_set_part(table, LYH_TABLE_TITLE, tr(material, title));
    lyh_study_label(material->study, table, material->counts, material->with_suggested);
    lyh_report_table(report, table);
}

/* How many of each theme, then those themes that somebody's words tell of. */
static void add_side(const report_material *material, const lyh_tally_guide *guide,
                     lyh_measure measure, const char *heading, const char *none,
                     lyh_report *report)
{
    g_autoptr(GArray) codes = codes_by(material, measure);
    g_autoptr(GArray) used = g_array_new(FALSE, FALSE, sizeof(size_t));
    lyh_report_heading(report, 2, tr(material, heading));
    if (codes->len == 0) {
        lyh_report_own(report, tr(material, none));
        return;
    }
    add_side_table(material, measure,
                   measure == LYH_MEASURE_PLUS
                       ? N_("How many said something good about each theme")
                       : N_("How many said something critical about each theme"),
                   report);
    for (guint i = 0; i < codes->len; i++)
        add_theme(material, guide, g_array_index(codes, size_t, i), measure, used, report);
}

void compose_strengths(const report_material *material, const lyh_study_guide *questions,
                       lyh_report *report)
{
    lyh_tally_guide guide = { 0 };
    if (questions)
        guide = lyh_study_guide_with(questions, material->log);
    lyh_report_heading(report, 1, tr(material, "Strengths and areas to develop"));
    own_words_add(material->own, "resultat", report);
    compose_overview(material, report);
    add_side(material, questions ? &guide : NULL, LYH_MEASURE_PLUS, N_("Strengths"),
             N_("Nobody described anything as working well."), report);
    add_side(material, questions ? &guide : NULL, LYH_MEASURE_MINUS, N_("Areas to develop"),
             N_("Nobody described any shortcomings."), report);
}

/* ---- what people wish for ---- */

static void add_wishes(const report_material *material, lyh_report *report)
{
    g_autoptr(GArray) codes = codes_by(material, LYH_MEASURE_WISH);
    if (codes->len == 0) {
        lyh_report_own(report, tr(material, "Nobody put a wish into words."));
        return;
    }
    size_t most = g_array_index(codes, size_t, 0);
    g_autofree char *finding = finding_of(
        material->cli, lyh_codebook_code(lyh_study_codebook(material->study), most),
        LYH_MEASURE_WISH, lyh_tally_persons(material->tally, most, LYH_MEASURE_WISH),
        lyh_tally_base(material->tally));
    g_autofree char *sentence = g_strconcat(finding, ".", NULL);
    lyh_report_own(report, sentence);
    lyh_table *table = lyh_tally_persons_table(material->tally, &material->everyone,
                                               LYH_MEASURE_WISH, true);
    lyh_table_set_part(table, LYH_TABLE_TITLE, tr(material, "What persons wish for"));
    lyh_study_label(material->study, table, material->counts, material->with_suggested);
    lyh_report_table(report, table);
}

void compose_wishes(const report_material *material, lyh_report *report)
{
    lyh_report_heading(report, 1, tr(material, "Changes that people wish for"));
    own_words_add(material->own, "onskemal", report);
    add_wishes(material, report);
}
