/* Page one of a survey's report: what was asked and who answered, what stands out, and who is missing. */
#include "compose.h"
#include "own_words.h"
#include "survey.h"

#define STRONGEST 5 /* questions: page one is read in a minute */

static const lyh_question *question_at(const survey_work *work, size_t question)
{
    return lyh_questions_at(lyh_survey_questions(work->survey), question);
}

static size_t question_count(const survey_work *work)
{
    return lyh_questions_count(lyh_survey_questions(work->survey));
}

static void add_asked(const report_material *material, const survey_work *work,
                      lyh_report *report)
{
    const char *question = lyh_study_setting(material->study, "question");
    const char *period = lyh_study_setting(material->study, "period");
    g_autofree char *response = lyh_survey_response(work->survey, &work->view);
    lyh_report_heading(report, 2, tr(material, "What we asked, and whom"));
    if (*question)
        lyh_report_paragraph(report, question);
    g_autofree char *when =
        *period ? g_strdup_printf(tr(material, "%s The survey was made in %s."), response,
                                  period)
                : g_strdup(response);
    lyh_report_paragraph(report, when);
}

/* ---- what stands out ---- */

typedef struct stand_out {
    size_t question;
    double share;
    char *text;
} stand_out;

static void clear_stand_out(void *data)
{
    g_free(((stand_out *)data)->text);
}

/* The questions whose answers most agree on, the largest part first. */
static GArray *stand_outs(const survey_work *work)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(stand_out));
    g_array_set_clear_func(found, clear_stand_out);
    for (size_t i = 0; i < question_count(work); i++) {
        lyh_question_type type = question_at(work, i)->type;
        if (type == LYH_QUESTION_TEXT || type == LYH_QUESTION_NUMBER)
            continue;
        stand_out one = { .question = i };
        one.text = figure_answer_finding(work, i, &one.share);
        if (!one.text)
            continue;
        guint at = found->len;
        while (at > 0 && g_array_index(found, stand_out, at - 1).share < one.share)
            at--;
        g_array_insert_val(found, at, one);
    }
    return found;
}

static void add_item(const survey_work *work, size_t question, const char *text,
                     lyh_report *report)
{
    const lyh_question *asked = question_at(work, question);
    g_autofree char *lead = g_strdup_printf("%s. %s", asked->name, asked->text);
    lyh_report_item(report, lead, text);
}

static void add_answers(const report_material *material, const survey_work *work,
                        lyh_report *report)
{
    g_autoptr(GArray) found = stand_outs(work);
    if (found->len == 0)
        return;
    lyh_report_heading(report, 2, tr(material, "What stands out"));
    for (guint i = 0; i < MIN(found->len, STRONGEST); i++) {
        const stand_out *one = &g_array_index(found, stand_out, i);
        add_item(work, one->question, one->text, report);
    }
}

/* What most wrote of in answer to @question; NULL: nobody has coded it, or too few wrote. g_free(). */
static char *most_written(const report_material *material, const survey_work *work,
                          size_t question)
{
    size_t base = lyh_survey_base(work->survey, question);
    const lyh_topics *topics = work->view.topics ? &work->view.topics[question] : NULL;
    if (!topics || !topics->is_coded || base < work->view.threshold)
        return NULL;
    const lyh_topic *most = NULL;
    for (size_t i = 0; i < topics->count; i++)
        if (!most || topics->items[i].persons > most->persons)
            most = &topics->items[i];
    if (!most || most->persons == 0)
        return NULL;
    g_autofree char *share = share_of(material->cli, most->persons, base);
    return g_strdup_printf(tr(material, "%1$s wrote of “%2$s”."), share, most->label);
}

static void add_words(const report_material *material, const survey_work *work,
                      lyh_report *report)
{
    bool is_begun = false;
    for (size_t i = 0; i < question_count(work); i++) {
        if (question_at(work, i)->type != LYH_QUESTION_TEXT)
            continue;
        g_autofree char *text = most_written(material, work, i);
        if (text && !is_begun)
            lyh_report_heading(report, 2, tr(material, "In their own words"));
        if (text)
            add_item(work, i, text, report);
        is_begun |= text != NULL;
    }
}

/* ---- who is missing ---- */

/* The question that the smallest share of those who got it answered, when that is under nine in ten; else LYH_NONE. */
static size_t least_answered(const survey_work *work)
{
    size_t least = LYH_NONE, answered = 9, of = 10;
    for (size_t i = 0; i < question_count(work); i++) {
        size_t base = lyh_survey_base(work->survey, i);
        size_t asked = lyh_survey_asked(work->survey, i);
        if (base < work->view.threshold || base * of >= answered * asked ||
            question_at(work, i)->type == LYH_QUESTION_TEXT)
            continue;
        least = i;
        answered = base;
        of = asked;
    }
    return least;
}

static void add_missing(const report_material *material, const survey_work *work,
                        lyh_report *report)
{
    size_t persons = lyh_survey_count(work->survey), sent = work->view.sent;
    size_t least = least_answered(work);
    g_autoptr(GString) text = g_string_new(NULL);
    if (sent > persons)
        compose_sentence(text,
                         tr(material, "%zu persons who got the survey did not answer it. "
                                      "They may think otherwise."),
                         sent - persons);
    else if (sent < persons)
        compose_sentence(text, "%s",
                         tr(material, "It is not known how many got the survey, and so "
                                      "not how many are missing."));
    if (least != LYH_NONE)
        compose_sentence(text,
                         tr(material, "Question %s was answered by the fewest: %zu of the "
                                      "%zu persons who got it."),
                         question_at(work, least)->name,
                         lyh_survey_base(work->survey, least),
                         lyh_survey_asked(work->survey, least));
    if (text->len == 0)
        return;
    lyh_report_heading(report, 2, tr(material, "Who is missing"));
    lyh_report_own(report, text->str);
}

void compose_survey_summary(const report_material *material, const survey_work *work,
                            lyh_report *report)
{
    lyh_report_heading(report, 1, tr(material, "Summary"));
    add_asked(material, work, report);
    own_words_add(material->own, "sammanfattning", report);
    add_answers(material, work, report);
    add_words(material, work, report);
    add_missing(material, work, report);
    lyh_report_heading(report, 2, tr(material, "How to read the numbers"));
    lyh_report_paragraph(report,
                         tr(material, "The numbers are persons, of those who answered the "
                                      "question. They say nothing about those who did "
                                      "not answer."));
}
