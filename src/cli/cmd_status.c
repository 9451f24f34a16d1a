#include "cli.h"

#include <lyhord/study/ledger.h>
#include <lyhord/study/purge.h>
#include <lyhord/study/survey.h>

typedef struct study_standing {
    lyh_study_counts counts;
    size_t turns, unknown_turns;
    size_t manual, accepted, rejected, suggested;
    size_t of_model; /* suggested too, but not by a rule: counted apart, as everywhere */
    bool has_transcripts_table;
} study_standing;

static void count_coding(study_standing *standing, const lyh_coding *coding)
{
    bool is_of_model = lyh_coding_is_of_model(coding);
    standing->manual += coding->status == LYH_MANUAL;
    standing->accepted += coding->status == LYH_ACCEPTED;
    standing->rejected += coding->status == LYH_REJECTED;
    standing->suggested += coding->status == LYH_SUGGESTED && !is_of_model;
    standing->of_model += is_of_model;
}

static bool take_stock(void *user, const lyh_visit *visit)
{
    study_standing *standing = user;
    standing->counts.documents++;
    for (size_t i = 0; i < lyh_document_turn_count(visit->document); i++) {
        const lyh_turn *turn = lyh_document_turn(visit->document, i);
        size_t words = lyh_tokens_words_in_turn(visit->tokens, i);
        bool is_respondent = turn->role == LYH_ROLE_RESPONDENT;
        standing->turns++;
        standing->unknown_turns += turn->role == LYH_ROLE_UNKNOWN;
        standing->counts.words += is_respondent ? words : 0;
        standing->counts.interviewer_words += is_respondent ? 0 : words;
    }
    for (size_t i = 0; i < lyh_codings_count(visit->codings); i++)
        count_coding(standing, lyh_codings_at(visit->codings, i));
    return true;
}

/* Answers to a survey are coded too, but who wrote them was not interviewed. */
static bool take_answers(void *user, const lyh_visit *visit)
{
    study_standing *standing = user;
    for (size_t i = 0; i < lyh_codings_count(visit->codings); i++)
        count_coding(standing, lyh_codings_at(visit->codings, i));
    return true;
}

/* One next step, the first that is missing: a list of everything would help nobody. */
/* What was proposed is there, and waits for a person. */
static bool has_transcripts_table(const char *folder)
{
    g_autofree char *path =
        folder ? g_build_filename(folder, "transcripts.csv", NULL) : NULL;
    return path && g_file_test(path, G_FILE_TEST_EXISTS);
}

static const char *next_step(lyh_study *study, const study_standing *standing)
{
    if (lyh_study_file_count(study) == 0 && lyh_study_survey(study))
        return N_("look at the answers: lyhord survey -f text");
    if (lyh_study_file_count(study) == 0 && lyh_study_questions(study))
        return N_("put the answers into survey.csv, a row a person, and the questions into "
                  "questions.csv");
    if (lyh_study_file_count(study) == 0)
        return N_("put the transcripts into transcripts/ (.docx or .txt)");
    if (lyh_respondents_attribute_count(lyh_study_respondents(study)) == 0)
        return N_("fill in respondents.csv: one row a person, with the groups to compare");
    if (standing->unknown_turns > 0 && standing->has_transcripts_table)
        return N_(
            "say who speaks: in transcripts.csv, write the person's id under respondent "
            "and the mark in the text under respondentmärke");
    if (standing->unknown_turns > 0)
        return N_("say who speaks: lyhord turns --save, then edit transcripts.csv");
    if (!lyh_study_codebook(study))
        return N_("make a codebook: codebook.csv");
    if (standing->suggested + standing->of_model > 0)
        return N_("go through the suggestions in codings/: change suggested to accepted or "
                  "rejected");
    if (standing->manual + standing->accepted == 0)
        return N_(
            "code the transcripts: lyhord workbench opens a page for it; or lyhord code -o "
            "codings/NAME.csv gives suggestions to accept or reject");
    return N_("write the report: lyhord report -o reports/first");
}

static void add(lyh_table *table, const char *what, size_t number)
{
    size_t row = lyh_table_add_row(table);
    lyh_table_set_cell(table, row, 0, lyh_cell_text(what));
    lyh_table_set_cell(table, row, 1, lyh_cell_count(number));
}

/* What has been let out, without the ids. */
static void add_releases(const lyh_cli *cli, lyh_study *study, lyh_table *table)
{
    for (size_t i = 0; i < lyh_study_release_count(study); i++) {
        size_t persons = lyh_study_release_persons(study, i);
        g_autofree char *splits = lyh_study_release_splits(study, i);
        g_autofree char *note =
            g_strdup_printf(lyh_trn(cli->catalog, "Let out: %s, %s (%s; %zu person)",
                                    "Let out: %s, %s (%s; %zu persons)", persons),
                            lyh_study_release_name(study, i),
                            lyh_study_release_date(study, i), splits, persons);
        lyh_table_add_note(table, note);
    }
}

/* Who begins with a few interviews should not have to find it out from a report that is refused. */
static void add_few(const lyh_cli *cli, lyh_study *study, lyh_table *table)
{
    size_t persons = lyh_respondents_count(lyh_study_respondents(study));
    size_t threshold = lyh_study_threshold(study);
    if (lyh_study_file_count(study) == 0 || lyh_study_survey(study) || persons >= threshold)
        return;
    g_autofree char *note = g_strdup_printf(
        lyh_tr(cli->catalog,
               "Fewer than %zu persons: they can be read and coded, but no numbers "
               "are shown and no report is made of them."),
        threshold);
    lyh_table_add_note(table, note);
}

static lyh_table *table_of(const lyh_cli *cli, lyh_study *study,
                           const study_standing *standing)
{
    const lyh_catalog *catalog = cli->catalog;
    lyh_table *table = lyh_table_new("status");
    lyh_table_add_column(table, "what", lyh_tr(catalog, "what"));
    lyh_table_add_column(table, "number", lyh_tr(catalog, "number"));
    lyh_table_set_part(table, LYH_TABLE_TITLE, lyh_study_setting(study, "title"));
    add(table, lyh_tr(catalog, "transcripts"), standing->counts.documents);
    add(table, lyh_tr(catalog, "respondents"),
        lyh_respondents_count(lyh_study_respondents(study)));
    add(table, lyh_tr(catalog, "turns"), standing->turns);
    add(table, lyh_tr(catalog, "turns by unknown speakers"), standing->unknown_turns);
    add(table, lyh_tr(catalog, "respondents' words"), standing->counts.words);
    add(table, lyh_tr(catalog, "others' words"), standing->counts.interviewer_words);
    add(table, lyh_tr(catalog, "codes"),
        lyh_study_codebook(study) ? lyh_codebook_count(lyh_study_codebook(study)) : 0);
    add(table, lyh_tr(catalog, "codings by people"), standing->manual);
    add(table, lyh_tr(catalog, "suggestions to go through"), standing->suggested);
    if (standing->of_model > 0)
        add(table, lyh_tr(catalog, "suggestions of a model to go through"),
            standing->of_model);
    add(table, lyh_tr(catalog, "suggestions accepted"), standing->accepted);
    add(table, lyh_tr(catalog, "suggestions rejected"), standing->rejected);
    if (lyh_study_survey(study))
        add(table, lyh_tr(catalog, "persons who answered the survey"),
            lyh_survey_count(lyh_study_survey(study)));
    add_releases(cli, study, table);
    g_autofree char *today = cli_today();
    if (lyh_study_purge_is_due(study, today) && standing->counts.documents > 0)
        lyh_table_add_note(table,
                           lyh_tr(catalog, "The day for destroying the material has come: "
                                           "lyhord purge"));
    add_few(cli, study, table);
    g_autofree char *next = g_strdup_printf(lyh_tr(catalog, "Next: %s"),
                                            lyh_tr(catalog, next_step(study, standing)));
    lyh_table_add_note(table, next);
    return table;
}

static int show_standing(lyh_cli *cli, lyh_study *study, const char *folder)
{
    study_standing standing = { .has_transcripts_table = has_transcripts_table(folder) };
    lyh_which which = lyh_study_codebook(study) ? LYH_WHICH_PEOPLE : LYH_WHICH_NONE;
    if (!lyh_study_walk(study, which, take_stock, &standing, cli->diags, &cli->error) ||
        !lyh_study_walk_survey(study, which, take_answers, &standing, cli->diags,
                               &cli->error))
        return cli_finish(cli);
    g_autoptr(lyh_table) table = table_of(cli, study, &standing);
    return cli_finish_with_table(cli, table);
}

int cmd_status(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    int exit;
    cli->format = FORMAT_TEXT;
    if (!cli_parse(cli, argc, argv, "[STUDY]",
                   N_("Tell where the study stands and what is next"), NULL, &exit))
        return exit;
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, true);
    return study ? show_standing(cli, study, inputs.folder) : cli_finish(cli);
}
