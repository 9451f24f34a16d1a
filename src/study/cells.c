#include "cells.h"

#include <string.h>

#include <lyhord/study/survey_release.h>

#include "study_private.h"

#define ACCEPTED "accepted"
#define LAPSED "lapsed"
#define OF_SURVEY "survey:"

static const char *const lines[] = { "", ".plus", ".minus", ".neutral", ".wish" };

static bool is_accepted(const lyh_study *study, const char *target)
{
    const lyh_decision *row = lyh_decisions_find(study->decisions, "cell", target);
    return row && strcmp(row->value, ACCEPTED) == 0 && *row->reason;
}

bool cells_accepts(const void *user, const char *group, size_t code, lyh_measure measure)
{
    const lyh_study *study = user;
    g_autofree char *target = g_strdup_printf(
        "%s%s@%s", lyh_codebook_code(study->codebook, code)->name, lines[measure], group);
    return is_accepted(study, target);
}

bool cells_accepts_answers(const void *user, const lyh_question *question,
                           const char *label, const char *group)
{
    g_autofree char *target =
        g_strdup_printf(OF_SURVEY "%s.%s@%s", question->name, label, group);
    return is_accepted(user, target);
}

bool cells_are_accepted(const lyh_study *study)
{
    size_t count = study->decisions && !study->accepts_no_cells
                       ? lyh_decisions_count(study->decisions)
                       : 0;
    for (size_t i = 0; i < count; i++)
        if (strcmp(lyh_decisions_at(study->decisions, i)->kind, "cell") == 0)
            return true;
    return false;
}

/* ---- what a row changes ---- */

/* Group names are in one of the languages, mostly the first. */
enum { SWEDISH, ENGLISH, LANGUAGES };

/* All tables that are out or promised, with what is accepted and without; NULL until somebody asks. */
typedef struct cell_plans {
    lyh_study *study;
    const lyh_tally *presence;
    lyh_tally
        *tally; /* NULL: nothing is counted yet, and who takes part is all that is known */
    bool is_counted;
    size_t splits;
    lyh_tally_plan *with[LANGUAGES], *without[LANGUAGES];
    lyh_survey_release *answers_with[LANGUAGES], *answers_without[LANGUAGES];
} cell_plans;

static void clear_plans(cell_plans *plans)
{
    for (int i = 0; i < LANGUAGES; i++) {
        lyh_tally_plan_free(plans->with[i]);
        lyh_tally_plan_free(plans->without[i]);
        lyh_survey_release_free(plans->answers_with[i]);
        lyh_survey_release_free(plans->answers_without[i]);
    }
    lyh_tally_free(plans->tally);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cell_plans, clear_plans)

static const lyh_catalog *catalog_of(int language)
{
    return language == SWEDISH ? lyh_catalog_for("sv") : NULL;
}

/* What a person decided is looked at once more; that nothing is coded yet has been said. */
static void count_once(cell_plans *plans)
{
    lyh_diags *unsaid = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    lyh_study_counts counts;
    const lyh_tally_options options = { 0 };
    if (!plans->is_counted)
        plans->tally =
            lyh_study_tally(plans->study, &options, NULL, &counts, unsaid, &error);
    plans->is_counted = true;
    lyh_diags_free(unsaid);
}

static void plan_interviews(cell_plans *plans, int language)
{
    const lyh_catalog *catalog = catalog_of(language);
    if (plans->with[language])
        return;
    count_once(plans);
    const lyh_tally *tally = plans->tally ? plans->tally : plans->presence;
    plans->with[language] =
        lyh_study_plan(plans->study, tally, NULL, 0, &plans->splits, catalog);
    plans->study->accepts_no_cells = true;
    plans->without[language] =
        lyh_study_plan(plans->study, tally, NULL, 0, &plans->splits, catalog);
    plans->study->accepts_no_cells = false;
}

static void plan_answers(cell_plans *plans, int language)
{
    lyh_diags *unsaid = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    const lyh_catalog *catalog = catalog_of(language);
    if (!plans->answers_with[language]) {
        plans->answers_with[language] =
            lyh_survey_release_new(plans->study, NULL, catalog, unsaid, &error);
        plans->study->accepts_no_cells = true;
        plans->answers_without[language] =
            lyh_survey_release_new(plans->study, NULL, catalog, unsaid, &error);
        plans->study->accepts_no_cells = false;
    }
    lyh_diags_free(unsaid);
}

/* What became of a figure. */
typedef enum cell_state {
    NO_GROUP,     /* there is no such merged group */
    NOT_KNOWN,    /* nothing is counted yet */
    NOT_HIDDEN,   /* it is shown whoever accepts it */
    LET_OUT,      /* it is shown because it was accepted */
    STAYS_HIDDEN, /* it is neither none nor all, or tells of a group that nobody accepted */
} cell_state;

static cell_state state_of(bool hides_without, bool hides_with)
{
    return !hides_without ? NOT_HIDDEN : hides_with ? STAYS_HIDDEN : LET_OUT;
}

/* Groups of two splits may be called the same: a row that lets the figure of one of them out has an effect. */
static cell_state either(cell_state one, cell_state other)
{
    return one == NO_GROUP || other == LET_OUT ? other : one;
}

static cell_state state_of_code(cell_plans *plans, const char *group, size_t code,
                                lyh_measure measure)
{
    cell_state state = NO_GROUP;
    for (int language = 0; state == NO_GROUP && language < LANGUAGES; language++) {
        plan_interviews(plans, language);
        const lyh_release *with = lyh_tally_plan_release(plans->with[language]);
        const lyh_release *without = lyh_tally_plan_release(plans->without[language]);
        for (size_t split = 0; split < plans->splits; split++)
            for (size_t part = 0; part < lyh_release_parts(with, split); part++) {
                if (!lyh_release_is_merged(with, split, part) ||
                    strcmp(lyh_release_full_name(with, split, part), group) != 0)
                    continue;
                if (!plans->tally)
                    return NOT_KNOWN;
                lyh_line line = (lyh_line)measure;
                state = either(state,
                               state_of(lyh_release_hides(without, split, part, code, line),
                                        lyh_release_hides(with, split, part, code, line)));
            }
    }
    return state;
}

static bool hides_row(const lyh_survey_plan *plan, size_t split, size_t question,
                      size_t group, size_t row, size_t alternatives)
{
    return row < alternatives ? lyh_survey_plan_hides(plan, split, question, group, row)
                              : lyh_survey_plan_hides_pooled(plan, split, question, group,
                                                             row - alternatives);
}

static cell_state state_of_answer(cell_plans *plans, const char *group, size_t question,
                                  size_t row)
{
    const lyh_questions *questions = lyh_study_questions(plans->study);
    size_t alternatives = lyh_questions_at(questions, question)->alternative_count;
    cell_state state = NO_GROUP;
    for (int language = 0; state == NO_GROUP && language < LANGUAGES; language++) {
        plan_answers(plans, language);
        const lyh_survey_release *release = plans->answers_with[language];
        const lyh_survey_plan *with = lyh_survey_release_plan(release);
        const lyh_survey_plan *without =
            lyh_survey_release_plan(plans->answers_without[language]);
        size_t splits =
            lyh_survey_release_first(release) + lyh_survey_release_count(release);
        for (size_t split = 0; split < splits; split++)
            for (size_t i = 0; i < lyh_survey_plan_groups(with, split, question); i++)
                if (lyh_survey_plan_is_merged(with, split, question, i) &&
                    strcmp(lyh_survey_plan_name(with, split, question, i), group) == 0)
                    state = either(
                        state,
                        state_of(hides_row(without, split, question, i, row, alternatives),
                                 hides_row(with, split, question, i, row, alternatives)));
    }
    return state;
}

/* ---- what is said of a row ---- */

static void tell(const lyh_decision *row, const char *group, cell_state state,
                 lyh_place place, lyh_diags *diags)
{
    if (state == NO_GROUP)
        lyh_diags_warning(diags, "cell-unknown", place,
                          "'%s' has no effect: '%s' is no merged group of the splits in "
                          "lyhord.ini or of a release; write it as the table prints it",
                          row->target, group);
    else if (state == NOT_HIDDEN)
        lyh_diags_warning(diags, "cell-shown", place,
                          "'%s' has no effect: the figure is not hidden; take the row away",
                          row->target);
    else if (state == STAYS_HIDDEN)
        lyh_diags_warning(diags, "cell-stays", place,
                          "'%s' has no effect: the figure stays hidden, as it is neither "
                          "none nor all of the group, or other figures would tell of a "
                          "hidden one; take the row away",
                          row->target);
}

static void check_code(cell_plans *plans, const lyh_decision *row, const char *name,
                       const char *group, lyh_place place, lyh_diags *diags)
{
    bool may_be = group && plans->presence; /* which takes a codebook */
    for (size_t line = 0; may_be && line < G_N_ELEMENTS(lines); line++) {
        if (!g_str_has_suffix(name, lines[line]))
            continue;
        g_autofree char *code = g_strndup(name, strlen(name) - strlen(lines[line]));
        size_t index = lyh_codebook_find(plans->study->codebook, code);
        if (index == LYH_NONE)
            continue;
        tell(row, group, state_of_code(plans, group, index, (lyh_measure)line), place,
             diags);
        return;
    }
    lyh_diags_warning(diags, "cell-unknown", place,
                      "'%s' names no figure; it is a code of the codebook, .plus, "
                      ".minus, .neutral, .wish or nothing, then @ and a group",
                      row->target);
}

static void check_answer(cell_plans *plans, const lyh_decision *row, lyh_place place,
                         lyh_diags *diags)
{
    const lyh_questions *questions = lyh_study_questions(plans->study);
    bool has_survey = lyh_study_survey(plans->study);
    for (size_t i = 0; has_survey && i < lyh_questions_count(questions); i++) {
        const lyh_question *question = lyh_questions_at(questions, i);
        size_t rows = question->alternative_count + question->pooling_count;
        for (size_t label = 0; label < rows; label++) {
            g_autofree char *start = g_strdup_printf(OF_SURVEY "%s.%s@", question->name,
                                                     lyh_survey_row_label(question, label));
            if (!g_str_has_prefix(row->target, start))
                continue;
            const char *group = row->target + strlen(start);
            tell(row, group, state_of_answer(plans, group, i, label), place, diags);
            return;
        }
    }
    lyh_diags_warning(diags, "cell-unknown", place,
                      "'%s' names no figure of the survey; it is survey:, a question's "
                      "number, a point, an alternative or a pooling, then @ and a group",
                      row->target);
}

static void check_cell(cell_plans *plans, const lyh_decision *row, const char *path,
                       lyh_diags *diags)
{
    const char *at = strchr(row->target, '@');
    g_autofree char *name = g_strndup(row->target, strcspn(row->target, "@"));
    lyh_place place = lyh_place_line(path, row->line, 1);
    if (strcmp(row->value, LAPSED) == 0)
        lyh_diags_note(diags, "cell-lapsed", place,
                       "'%s' was accepted before its codes were joined; look at the figure "
                       "anew, and write accepted if it may be shown",
                       row->target);
    else if (strcmp(row->value, ACCEPTED) != 0)
        lyh_diags_warning(diags, "cell-value", place,
                          "'%s' has no effect: its value is '%s'; write accepted if the "
                          "figure may be shown",
                          row->target, row->value);
    else if (!*row->reason)
        lyh_diags_warning(diags, "cell-reason", place,
                          "'%s' is accepted without a reason, so the figure stays hidden; "
                          "write why it may be shown",
                          row->target);
    else if (g_str_has_prefix(row->target, OF_SURVEY))
        check_answer(plans, row, place, diags);
    else
        check_code(plans, row, name, at ? at + 1 : NULL, place, diags);
}

void cells_check(lyh_study *study, const lyh_tally *presence, lyh_diags *diags)
{
    g_autofree char *path = study_path(study, "decisions.csv");
    g_auto(cell_plans) plans = { .study = study, .presence = presence };
    size_t count = study->decisions ? lyh_decisions_count(study->decisions) : 0;
    for (size_t i = 0; path && i < count; i++) {
        const lyh_decision *row = lyh_decisions_at(study->decisions, i);
        bool is_last = lyh_decisions_find(study->decisions, row->kind, row->target) == row;
        if (strcmp(row->kind, "cell") == 0 && is_last)
            check_cell(&plans, row, path, diags);
    }
}
