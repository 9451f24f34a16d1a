/* How a survey was done, as far as the study's files tell: for the report, and for a manuscript. */
#include <string.h>

#include <lyhord/table/writers.h>

#include "compose.h"
#include "survey.h"
#include "version.h"

static const lyh_survey *survey_of(const report_material *material)
{
    return lyh_study_survey(material->study);
}

/* What may be concluded depends on who was asked and who answered. */
static const char *about_sample(const char *sample)
{
    if (strcmp(sample, "census") == 0)
        return N_("The survey went to everyone it is about. What those who did not answer "
                  "would have said is not known.");
    if (strcmp(sample, "random") == 0)
        return N_(
            "Those who were asked were drawn at random. Who answered was up to them.");
    if (strcmp(sample, "purposive") == 0)
        return N_("Those who were asked were chosen so that different experiences would be "
                  "heard. The numbers describe those who answered and nobody else.");
    return N_("Those who answered chose to do so themselves. The numbers describe them and "
              "nobody else.");
}

static void add_both(const report_material *material, GString *text)
{
    size_t both = material->tally
                      ? lyh_study_survey_interviewed(material->study, material->tally)
                      : 0;
    size_t threshold = lyh_study_threshold(material->study);
    if (both >= threshold)
        compose_sentence(text,
                         tr(material,
                            "Of those who answered, %zu were interviewed too. The "
                            "two are counted each by itself."),
                         both);
    else if (both > 0)
        compose_sentence(text,
                         tr(material,
                            "Of those who answered, fewer than %zu were interviewed too. "
                            "The two are counted each by itself."),
                         threshold);
}

static void add_sample(const report_material *material, lyh_report *report)
{
    GString *text = g_string_new(
        tr(material, about_sample(lyh_study_setting(material->study, "sample"))));
    add_both(material, text);
    lyh_report_own(report, text->str);
    g_string_free(text, TRUE);
}

static size_t questions_of(const lyh_survey *survey, lyh_question_type type)
{
    const lyh_questions *questions = lyh_survey_questions(survey);
    size_t count = 0;
    for (size_t i = 0; i < lyh_questions_count(questions); i++)
        count += lyh_questions_at(questions, i)->type == type;
    return count;
}

static bool has_poolings(const lyh_survey *survey)
{
    const lyh_questions *questions = lyh_survey_questions(survey);
    for (size_t i = 0; i < lyh_questions_count(questions); i++)
        if (lyh_questions_at(questions, i)->pooling_count > 0)
            return true;
    return false;
}

static void add_questions(const report_material *material, lyh_report *report)
{
    const lyh_survey *survey = survey_of(material);
    size_t count = lyh_questions_count(lyh_survey_questions(survey));
    size_t words = questions_of(survey, LYH_QUESTION_TEXT);
    GString *text = g_string_new(NULL);
    compose_sentence(text,
                     tr(material, "The survey has %zu questions; %zu of them are answered "
                                  "in the persons' own words."),
                     count, words);
    compose_sentence(text, "%s",
                     tr(material, "The base of a question is those who answered it; how "
                                  "many did not stands below its table."));
    if (has_poolings(survey))
        compose_sentence(text, "%s",
                         tr(material, "Which alternatives are pooled was written down with "
                                      "the questions."));
    if (words > 0)
        compose_sentence(text, "%s",
                         tr(material, "Answers in own words are read with the codebook and "
                                      "counted in persons, apart from interviews."));
    lyh_report_own(report, text->str);
    g_string_free(text, TRUE);
}

static char *names_of_splits(const lyh_survey_release *release)
{
    GString *names = g_string_new(NULL);
    for (size_t i = 0; i < lyh_survey_release_count(release); i++)
        g_string_append_printf(names, "%s%s", i ? ", " : "",
                               lyh_survey_release_name(release, i));
    return g_string_free(names, FALSE);
}

static void add_groups(const report_material *material, lyh_report *report)
{
    if (!material->survey || lyh_survey_release_count(material->survey) == 0)
        return;
    g_autofree char *names = names_of_splits(material->survey);
    GString *text = g_string_new(NULL);
    compose_sentence(text, tr(material, "The answers are also shown by: %s."), names);
    compose_sentence(
        text,
        tr(material, "Groups in which fewer than %zu answered a question are merged, and "
                     "figures are hidden (..) where all tables together would tell what "
                     "such a group answered."),
        lyh_study_threshold(material->study));
    lyh_report_own(report, text->str);
    g_string_free(text, TRUE);
}

void compose_survey_method(const report_material *material, lyh_report *report)
{
    add_sample(material, report);
    add_questions(material, report);
    add_groups(material, report);
}

/* ---- for a manuscript ---- */

/* Questions to which fewest and most persons gave no answer. */
static void add_missing(const report_material *material, lyh_report *report)
{
    const lyh_survey *survey = survey_of(material);
    size_t persons = lyh_survey_count(survey), least = persons, most = 0;
    for (size_t i = 0; i < lyh_questions_count(lyh_survey_questions(survey)); i++) {
        size_t base = lyh_survey_base(survey, i), silent = 0;
        lyh_question_type type = lyh_questions_at(lyh_survey_questions(survey), i)->type;
        for (size_t person = 0; person < persons; person++)
            silent += lyh_survey_state(survey, person, i) == LYH_ANSWER_MISSING;
        if (type == LYH_QUESTION_TEXT || base < lyh_study_threshold(material->study))
            continue;
        least = MIN(least, silent);
        most = MAX(most, silent);
    }
    if (least > most)
        return;
    g_autofree char *text = g_strdup_printf(
        tr(material, "Those who did not answer a closed question are between %1$zu and "
                     "%2$zu of %3$zu, depending on the question. Nothing has been filled "
                     "in for them, and nothing is weighted."),
        least, most, persons);
    lyh_report_paragraph(report, text);
}

/* What the checklist is about, and which of it a file tells. */
static void add_checklist(const report_material *material, lyh_report *report)
{
    static const char *const told[] = {
        N_("sample characteristics"),
        N_("statistical analysis"),
        N_("respondent characteristics"),
        N_("descriptive results"),
    };
    static const char *const open[] = {
        N_("title and abstract"),
        N_("background and aim"),
        N_("study design"),
        N_("data collection methods"),
        N_("survey administration"),
        N_("study preparation"),
        N_("ethical considerations"),
        N_("main findings"),
        N_("limitations"),
        N_("interpretations"),
        N_("generalizability"),
        N_("role of the funding source, conflicts of interest, acknowledgements"),
    };
    lyh_report_heading(report, 1, tr(material, "A checklist for surveys"));
    lyh_report_paragraph(
        report,
        tr(material, "COREQ and SRQR are for interviews and other qualitative material and "
                     "do not fit a survey. CROSS does (Sharma et al. 2021)."));
    lyh_report_heading(report, 2, tr(material, "Told in part by the tables and this text"));
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        lyh_report_item(report, NULL, tr(material, told[i]));
    lyh_report_heading(report, 2, tr(material, "Yours to write"));
    for (size_t i = 0; i < G_N_ELEMENTS(open); i++)
        lyh_report_item(report, NULL, tr(material, open[i]));
}

void compose_survey_method_text(const report_material *material, lyh_report *report)
{
    const lyh_survey_view view = { .sent = lyh_study_survey_sent(material->study),
                                   .catalog = material->cli->catalog };
    g_autofree char *response = lyh_survey_response(survey_of(material), &view);
    g_autofree char *program = g_strdup_printf(
        tr(material, "Counted with the program lyhord %s."), LYHORD_VERSION);
    lyh_report_paragraph(report, response);
    compose_survey_method(material, report);
    add_missing(material, report);
    lyh_report_paragraph(report, program);
    add_checklist(material, report);
}
