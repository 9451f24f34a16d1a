#include "compose.h"

#include <stdio.h>

#include <lyhord/codebook/outline.h>

#include "joints.h"
#include "own_words.h"

const char *tr(const report_material *material, const char *text)
{
    return lyh_tr(material->cli->catalog, text);
}

static size_t count_of(const report_material *material, size_t code, lyh_measure measure)
{
    return lyh_tally_persons(material->tally, code, measure);
}

GArray *codes_by(const report_material *material, lyh_measure measure)
{
    GArray *codes = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t code = 0; code < lyh_codebook_count(lyh_study_codebook(material->study));
         code++) {
        guint at = codes->len;
        while (at > 0 && count_of(material, g_array_index(codes, size_t, at - 1), measure) <
                             count_of(material, code, measure))
            at--;
        if (count_of(material, code, measure) > 0)
            g_array_insert_val(codes, at, code);
    }
    return codes;
}

GArray *codes_in_outline(const report_material *material)
{
    GArray *codes = codes_by(material, LYH_MEASURE_ANY);
    lyh_codebook_outline(lyh_study_codebook(material->study), (size_t *)(void *)codes->data,
                         codes->len, NULL);
    return codes;
}

/* Where the table hides the groups, a label must not say what it hides. */
static bool may_name_group(const report_material *material, const lyh_quote *quote)
{
    const lyh_tally_view *view = &material->groups;
    size_t group = quote->respondent == LYH_NONE
                       ? LYH_NONE
                       : lyh_tally_group_of(material->tally, view, quote->respondent);
    return group != LYH_NONE &&
           !lyh_tally_hides(material->tally, view, group, quote->code, LYH_MEASURE_ANY) &&
           !lyh_tally_hides(material->tally, view, group, quote->code,
                            lyh_measure_of(quote->polarity));
}

char *speaker_of(const report_material *material, const lyh_quote *quote)
{
    const lyh_tally_view *view = &material->groups;
    if (!may_name_group(material, quote))
        return g_strdup(tr(material, "Participant"));
    size_t group = lyh_tally_group_of(material->tally, view, quote->respondent);
    return g_strdup_printf(
        tr(material, "Participant, %s"),
        lyh_release_full_name(lyh_tally_plan_release(view->plan), view->split, group));
}

char *groups_of(const report_material *material)
{
    GString *text = g_string_new(NULL);
    for (size_t split = 0; split < material->view->count; split++) {
        const lyh_tally_view view = view_at(material->view, split);
        const lyh_release *release = lyh_tally_plan_release(view.plan);
        for (size_t i = 0; i < lyh_release_parts(release, view.split); i++)
            g_string_append_printf(text, "%s%s (%zu)",
                                   i       ? ", "
                                   : split ? "; "
                                           : "",
                                   lyh_release_full_name(release, view.split, i),
                                   lyh_release_size(release, view.split, i));
    }
    return g_string_free(text, text->len == 0);
}

/* "2026-05-01" as "1 maj 2026"; anything else people wrote is printed as it stands. */
static char *date_in_words(const report_material *material, const char *date)
{
    static const char *const months[] = { N_("January"), N_("February"), N_("March"),
                                          N_("April"),   N_("May"),      N_("June"),
                                          N_("July"),    N_("August"),   N_("September"),
                                          N_("October"), N_("November"), N_("December") };
    unsigned year, month, day;
    if (sscanf(date, "%4u-%2u-%2u", &year, &month, &day) != 3 || month < 1 || month > 12)
        return g_strdup(date);
    return g_strdup_printf("%u %s %u", day, tr(material, months[month - 1]), year);
}

/* What stands on every page; NULL when there is nothing to warn of. g_free(). */
char *compose_status(const report_material *material)
{
    const char *draft = tr(material, "Draft – not to be handed on");
    const char *suggested = tr(material, "machine suggestions, not reviewed");
    if (material->is_draft && material->with_suggested)
        return g_strdup_printf("%s; %s", draft, suggested);
    return material->is_draft         ? g_strdup(draft)
           : material->with_suggested ? g_strdup(suggested)
                                      : NULL;
}

static lyh_report *begin(const report_material *material)
{
    g_autofree char *status = compose_status(material);
    lyh_study *study = material->study;
    const char *date = lyh_study_setting(study, "date");
    const char *title = lyh_study_setting(study, "title");
    const char *service = lyh_study_setting(study, "service");
    g_autofree char *subtitle =
        !*service         ? NULL
        : material->tally ? g_strdup_printf(tr(material, "User audit of %s"), service)
                          : g_strdup_printf(tr(material, "Survey about %s"), service);
    g_autofree char *printed_date = date_in_words(material, date);
    const lyh_report_info info = {
        .title = *title ? title : tr(material, "User audit"),
        .subtitle = subtitle,
        .commissioner = lyh_study_setting(study, "commissioner"),
        .date = printed_date,
        .iso_date = date,
        .status = status,
        .catalog = material->cli->catalog,
        .joint = joint_in_word,
        .joint_user = study,
    };
    return lyh_report_new(&info);
}

static void add_contents(const report_material *material, lyh_report *report)
{
    lyh_report_page(report);
    lyh_report_heading(report, 1, tr(material, "Contents"));
    lyh_report_contents(report);
    lyh_report_page(report);
}

static void add_if_written(const report_material *material, lyh_report *report,
                           const char *chapter, const char *heading)
{
    if (!own_words_has(material->own, chapter))
        return;
    lyh_report_heading(report, 1, tr(material, heading));
    own_words_add(material->own, chapter, report);
}

/* A chapter that only people can write: a draft says where, and a report without it is told of. */
static void add_own_chapter(const report_material *material, lyh_report *report,
                            const char *chapter, const char *heading)
{
    add_if_written(material, report, chapter, heading);
    if (own_words_has(material->own, chapter))
        return;
    if (!material->is_draft) {
        lyh_diags_note(material->cli->diags, "chapter-missing", lyh_place_none(),
                       "the report has no chapter '%s': write it in report/%s.md",
                       lyh_tr(material->cli->messages, heading), chapter);
        return;
    }
    g_autofree char *where =
        g_strdup_printf(tr(material, "You write this chapter: report/%s.md"), chapter);
    lyh_report_heading(report, 1, tr(material, heading));
    lyh_report_own(report, where);
}

/* The chapters of a survey: told question by question, with or without the chapters on who is missing. */
lyh_report *compose_survey_alone(const report_material *material)
{
    lyh_report *report = begin(material);
    g_auto(survey_work) survey = { 0 };
    bool has_survey = compose_survey_begin(material, &survey);
    if (has_survey)
        compose_survey_summary(material, &survey, report);
    else
        add_if_written(material, report, "sammanfattning", N_("Summary"));
    add_contents(material, report);
    add_own_chapter(material, report, "uppdrag", N_("The assignment"));
    if (has_survey && material->form == FORM_QUESTIONS) {
        compose_nonresponse(material, &survey, report);
        compose_generality(material, report);
    }
    if (has_survey)
        compose_survey(material, &survey, NULL, report);
    add_own_chapter(material, report, "diskussion", N_("Discussion"));
    compose_letter(material, report);
    return report;
}

static void add_appendices(const report_material *material, lyh_report *report)
{
    compose_guide(material, report);
    compose_letter(material, report);
    compose_codebook(material, report);
}

static void compose_by_theme(const report_material *material, lyh_report *report)
{
    g_auto(survey_work) survey = { 0 };
    compose_summary(material, report);
    add_contents(material, report);
    add_own_chapter(material, report, "uppdrag", N_("The assignment"));
    compose_method(material, report);
    compose_themes(material, report);
    if (compose_survey_begin(material, &survey))
        compose_survey(material, &survey, NULL, report);
    compose_proposals(material, report);
    add_own_chapter(material, report, "diskussion", N_("Discussion"));
    add_appendices(material, report);
}

static void compose_by_question(const report_material *material, lyh_report *report)
{
    g_auto(survey_work) work = { 0 };
    survey_work *survey = compose_survey_begin(material, &work) ? &work : NULL;
    size_t asked = survey ? lyh_questions_count(lyh_survey_questions(work.survey)) : 0;
    g_autofree bool *is_told = g_new0(bool, asked + 1);
    compose_summary(material, report);
    add_contents(material, report);
    add_own_chapter(material, report, "uppdrag", N_("The assignment"));
    compose_method(material, report);
    compose_nonresponse(material, survey, report);
    compose_generality(material, report);
    if (material->guide) {
        compose_questions(material, material->guide, survey, is_told, report);
        compose_asked(material, material->guide, report);
    }
    if (survey)
        compose_survey(material, survey, is_told, report);
    compose_strengths(material, material->guide, report);
    compose_tables(material, report);
    compose_wishes(material, report);
    compose_proposals(material, report);
    add_own_chapter(material, report, "diskussion", N_("Discussion"));
    add_appendices(material, report);
}

lyh_report *compose(const report_material *material)
{
    static void (*const forms[])(const report_material *, lyh_report *) = {
        [FORM_THEMES] = compose_by_theme,
        [FORM_QUESTIONS] = compose_by_question,
        [FORM_EASY] = compose_easy,
    };
    lyh_report *report = begin(material);
    forms[material->form](material, report);
    return report;
}
