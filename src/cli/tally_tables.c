#include "tally_tables.h"

#include <string.h>

#include <lyhord/study/ledger.h>
#include <lyhord/study/tables.h>
#include <lyhord/tally/cooccurrence.h>
#include <lyhord/tally/group_tests.h>
#include <lyhord/tally/matrix.h>
#include <lyhord/tally/questions.h>
#include <lyhord/tally/timeline.h>
#include <lyhord/tally/typology.h>
#include <lyhord/tally/weight.h>

#include "outgoing.h"

struct cli_table {
    const char *name;
    lyh_table *(*make)(const tables_job *job);
    unsigned takes;   /* options that mean something to it */
    bool is_material; /* a column or a row is a document or a person */
};

enum { TAKES_BY = 1, TAKES_MEASURE = 2, TAKES_SHAPE = 4, TAKES_UNIT = 8 };

static bool is_long(const tables_job *job, bool by_itself)
{
    return job->shape ? strcmp(job->shape, "long") == 0 : by_itself;
}

static lyh_unit unit_of(const tables_job *job, lyh_unit by_itself)
{
    if (!job->unit)
        return by_itself;
    return strcmp(job->unit, "persons") == 0 ? LYH_UNIT_PERSONS : LYH_UNIT_STATEMENTS;
}

/* Where most answers answer nobody knows what, a table of questions tells little. */
static void warn_of_untied(const tables_job *job)
{
    size_t tied, answers = lyh_statement_log_answers(job->log, &tied);
    if (tied * 2 < answers)
        lyh_diags_warning(job->cli->diags, "questions-untied", lyh_place_none(),
                          "of %zu turns of the respondents only %zu could be tied to a "
                          "question of the guide; write its number before each question in "
                          "the transcripts, as in \"3.\" or \"Fråga 3\"",
                          answers, tied);
}

static lyh_table *with_guide(const tables_job *job,
                             lyh_table *(*make)(lyh_tally *tally,
                                                const lyh_tally_view *view,
                                                const lyh_tally_guide *guide))
{
    g_autoptr(lyh_study_guide) guide =
        lyh_study_guide_new(job->study, job->cli->diags, &job->cli->error);
    if (!guide)
        return NULL;
    size_t first;
    g_autoptr(lyh_tally_plan) beside =
        lyh_study_plan(job->study, job->tally, NULL, 0, &first, NULL);
    lyh_tally_guide asked = lyh_study_guide_with(guide, job->log);
    asked.beside = beside;
    warn_of_untied(job);
    return make(job->tally, &job->view, &asked);
}

static lyh_table *make_asked(const tables_job *job)
{
    return with_guide(job, lyh_tally_asked_table);
}

static lyh_table *make_cases(const tables_job *job)
{
    return is_long(job, false)
               ? lyh_tally_cases_long(job->tally, &job->view)
               : lyh_tally_cases(job->tally, &job->view, unit_of(job, LYH_UNIT_PERSONS));
}

static lyh_table *make_cooccurrence(const tables_job *job)
{
    size_t codes = lyh_tally_cooccurring(job->tally, &job->view);
    if (codes > LYH_COOCCURRENCE_CODES) {
        lyh_diags_error(job->cli->diags, "table-large", lyh_place_none(),
                        "persons took up %zu codes; pairs are counted of at most %d: use a "
                        "codebook with fewer",
                        codes, LYH_COOCCURRENCE_CODES);
        lyh_error_set(&job->cli->error, LYH_ERROR_DATA, 0, "");
        return NULL;
    }
    return is_long(job, true)
               ? lyh_tally_cooccurrence(job->tally, &job->view, job->log)
               : lyh_tally_cooccurrence_square(job->tally, &job->view, job->log,
                                               unit_of(job, LYH_UNIT_PERSONS));
}

static lyh_table *make_documents(const tables_job *job)
{
    return is_long(job, false) ? lyh_tally_documents_long(job->tally, &job->view, job->log)
                               : lyh_tally_documents(job->tally, &job->view, job->log);
}

static lyh_table *make_persons(const tables_job *job)
{
    return lyh_tally_persons_table(job->tally, &job->view, job->measure, false);
}

static lyh_table *make_questions(const tables_job *job)
{
    return with_guide(job, lyh_tally_questions_table);
}

static lyh_table *make_tally(const tables_job *job)
{
    return lyh_tally_long(job->tally, &job->view);
}

static lyh_table *make_tests(const tables_job *job)
{
    g_auto(GStrv) order =
        job->view.attribute == LYH_NONE
            ? NULL
            : lyh_study_order(job->study, job->view.attribute, job->cli->diags);
    return lyh_tally_group_tests(job->tally, &job->view, job->measure,
                                 (const char *const *)order, job->cli->diags,
                                 &job->cli->error);
}

static lyh_table *make_timeline(const tables_job *job)
{
    return lyh_tally_timeline(job->tally, &job->view, job->log);
}

static lyh_table *make_typology(const tables_job *job)
{
    g_autoptr(lyh_study_typology) declared =
        lyh_study_typology_new(job->study, job->cli->diags, &job->cli->error);
    if (!declared)
        return NULL;
    const lyh_typology *typology = lyh_study_typology_of(declared);
    return is_long(job, true)
               ? lyh_tally_typology(job->tally, &job->view, job->log, typology)
               : lyh_tally_typology_square(job->tally, &job->view, job->log, typology);
}

static lyh_table *make_weight(const tables_job *job)
{
    return lyh_tally_weight_table(job->tally, &job->view);
}

static const cli_table tables[] = {
    { "asked", make_asked, 0, false },
    { "cases", make_cases, TAKES_SHAPE | TAKES_UNIT, true },
    { "cooccurrence", make_cooccurrence, TAKES_SHAPE | TAKES_UNIT, false },
    { "documents", make_documents, TAKES_SHAPE, true },
    { "persons", make_persons, TAKES_BY | TAKES_MEASURE, false },
    { "questions", make_questions, 0, false },
    { "tally", make_tally, TAKES_BY, false },
    { "tests", make_tests, TAKES_BY | TAKES_MEASURE, false },
    { "timeline", make_timeline, 0, false },
    { "typology", make_typology, TAKES_SHAPE, false },
    { "weight", make_weight, 0, false },
};

const char *tally_table_name(size_t index)
{
    return index < G_N_ELEMENTS(tables) ? tables[index].name : NULL;
}

const cli_table *tally_table_find(const lyh_cli *cli, const char *name)
{
    g_autoptr(GString) known = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        if (strcmp(tables[i].name, name) == 0)
            return &tables[i];
        g_string_append_printf(known, "%s%s", i ? ", " : "", tables[i].name);
    }
    cli_usage(cli, "table '%s' is unknown; it is one of %s", name, known->str);
    return NULL;
}

bool tally_table_is_material(const cli_table *table)
{
    return table->is_material;
}

/* An option that would change nothing is told, or the table would be taken for another. */
static bool takes_options(const cli_table *table, lyh_cli *cli, const tables_asked *asked)
{
    const struct {
        const char *option, *value;
        unsigned flag;
    } options[] = {
        { "--by", asked->by, TAKES_BY },
        { "--measure", asked->measure, TAKES_MEASURE },
        { "--shape", asked->shape, TAKES_SHAPE },
        { "--unit", asked->unit, TAKES_UNIT },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(options); i++) {
        if (!options[i].value || table->takes & options[i].flag)
            continue;
        cli_usage(cli, "table '%s' takes no %s; leave it out", table->name,
                  options[i].option);
        return false;
    }
    if (!asked->by || table->make != make_tests || !strpbrk(asked->by, ",+"))
        return true;
    cli_usage(cli,
              "table '%s' compares the groups of one attribute; leave the other out of "
              "--by",
              table->name);
    return false;
}

bool tally_table_fits(const cli_table *table, lyh_cli *cli, const tables_asked *asked)
{
    cli->is_misused |= !takes_options(table, cli, asked);
    if (cli->is_misused)
        return false;
    if (!table->is_material || !cli->output_path || !outgoing_is(cli->output_path))
        return true;
    lyh_diags_error(
        cli->diags, "table-material", lyh_place_file(cli->output_path),
        "what is in reports/ is for handing over, and table '%s' shows who said "
        "what; write it beside the transcripts, if at all",
        table->name);
    return lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, "");
}

lyh_table *tally_table_make(const cli_table *table, const tables_job *job)
{
    if (table->is_material)
        lyh_diags_note(job->cli->diags, "table-material", lyh_place_none(),
                       "table '%s' shows who said what: it stays in the study and is never "
                       "handed over",
                       table->name);
    return table->make(job);
}
