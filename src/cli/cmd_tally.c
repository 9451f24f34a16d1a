#include <string.h>

#include <lyhord/study/tables.h>

#include "gate.h"
#include "tally_tables.h"
#include "tally_answers.h"
#include "tally_transcripts.h"
#include "view.h"

typedef struct tally_wishes {
    char *shard;
    char *by, *shape, *states, *unit, *measure, *table_name;
    const cli_table *table; /* NULL: the long table, or the wide one */
    bool is_wide, is_release;
    bool is_of_a_study; /* and not of loose files, which nobody hands over as a result */
    /* lent: files when they were named, the study's folder */
    const char *codebook, *respondents, *folder;
} tally_wishes;

static void tally_wishes_clear(tally_wishes *wishes)
{
    g_free(wishes->shard);
    g_free(wishes->by);
    g_free(wishes->shape);
    g_free(wishes->states);
    g_free(wishes->unit);
    g_free(wishes->measure);
    g_free(wishes->table_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(tally_wishes, tally_wishes_clear)

static bool take_unit(const lyh_cli *cli, const char *name, lyh_unit *unit)
{
    static const char *const names[] = { "persons", "statements", "hits" };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(names[i], name) == 0) {
            *unit = (lyh_unit)i;
            return true;
        }
    }
    cli_usage(cli, "unit '%s' is unknown; it is one of persons, statements, hits", name);
    return false;
}

static bool take_shape(const lyh_cli *cli, tally_wishes *wishes)
{
    wishes->is_wide = g_strcmp0(wishes->shape, "wide") == 0;
    if (!wishes->shape || wishes->is_wide || strcmp(wishes->shape, "long") == 0)
        return true;
    cli_usage(cli, "shape '%s' is unknown; it is long or wide", wishes->shape);
    return false;
}

/* What leaves the study counts what is said, and one table of it is held against another. */
static bool take_states(const lyh_cli *cli, const tally_wishes *wishes, lyh_measure measure,
                        lyh_tally_options *options)
{
    options->any_state = g_strcmp0(wishes->states, "any") == 0;
    if (wishes->states && !options->any_state && strcmp(wishes->states, "said") != 0) {
        cli_usage(cli, "states '%s' is unknown; it is said or any", wishes->states);
        return false;
    }
    if (!options->any_state)
        return true;
    if (options->unit != LYH_UNIT_HITS || wishes->table || wishes->is_wide ||
        measure != LYH_MEASURE_ANY) {
        cli_usage(cli, "--states any counts hits and nothing else; write --unit hits, "
                       "without --table, --shape wide and --measure");
        return false;
    }
    if (wishes->is_release)
        cli_usage(cli, "what is released counts what is said; leave --states any out");
    return !wishes->is_release;
}

static bool take_table(lyh_cli *cli, tally_wishes *wishes)
{
    if (wishes->table_name)
        wishes->table = tally_table_find(cli, wishes->table_name);
    return !wishes->table_name || wishes->table;
}

static lyh_table *table_of(lyh_cli *cli, lyh_study *study, lyh_tally *tally,
                           const lyh_tally_options *options, const tally_wishes *wishes,
                           const lyh_tally_view *view, lyh_measure measure)
{
    if (!wishes->table)
        return wishes->is_wide ? lyh_tally_persons_table(tally, view, measure, false)
                               : lyh_tally_long(tally, view);
    const tables_job job = {
        .cli = cli,
        .study = study,
        .tally = tally,
        .log = options->log,
        .view = *view,
        .by = wishes->by,
        .shape = wishes->shape,
        .unit = wishes->unit,
        .measure = measure,
    };
    return tally_table_make(wishes->table, &job);
}

static bool may_leave(lyh_cli *cli, lyh_study *study, const tally_wishes *wishes,
                      const lyh_table *table)
{
    bool is_material = wishes->table && tally_table_is_material(wishes->table);
    return is_material || !wishes->is_of_a_study || gate_lets_table(cli, study, table);
}

static int count_part(lyh_cli *cli, lyh_study *study, const lyh_tally_options *options,
                      const tally_wishes *wishes, const cli_view *view)
{
    tally_part part = {
        .codebook = wishes->codebook,
        .respondents = wishes->respondents,
        .folder = wishes->folder,
        .split = view->count > 0 ? view->splits : NULL,
    };
    if (wishes->table || wishes->is_release)
        return cli_usage(cli, "a part is counted for the table of codes alone: leave out "
                              "--shard, or --table and --release");
    if (part.folder && (part.codebook || part.respondents))
        return cli_usage(cli, "parts of a study are counted with the study's own files: "
                              "leave out --codebook and --respondents");
    return shard_take(cli, wishes->shard, &part.shard) && shard_may_write(cli)
               ? tally_transcripts_part(cli, study, options, &part)
               : EXIT_USAGE;
}

static int tally_study(lyh_cli *cli, lyh_study *study, const lyh_tally_options *options,
                       const tally_wishes *wishes, lyh_measure measure)
{
    g_auto(cli_view) view = { 0 };
    const tables_asked asked = { wishes->by, wishes->measure, wishes->shape, wishes->unit };
    if ((wishes->table && !tally_table_fits(wishes->table, cli, &asked)) ||
        !view_splits(&view, cli, study, wishes->by ? wishes->by : ""))
        return cli_finish(cli);
    if (wishes->shard)
        return count_part(cli, study, options, wishes, &view);
    lyh_study_counts counts;
    int exit;
    g_autoptr(lyh_tally) tally = tally_transcripts(cli, study, options, &counts, &exit);
    if (!tally)
        return exit;

    if (!view_plan(&view, cli, study, tally) ||
        (wishes->table && !view_shows_anyone(cli, tally, lyh_study_threshold(study))))
        return cli_finish(cli);
    const lyh_sample sample = lyh_study_sample(study, tally);
    view.shown.sample = &sample;
    g_autoptr(lyh_table) table =
        table_of(cli, study, tally, options, wishes, &view.shown, measure);
    if (!table)
        return cli_finish(cli);
    lyh_study_label(study, table, &counts, options->with_suggested);
    return may_leave(cli, study, wishes, table) &&
                   (!wishes->is_release || view_release(&view, cli, study, tally, "tally"))
               ? cli_finish_with_table(cli, table)
               : cli_finish(cli);
}

int cmd_tally(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    g_auto(tally_wishes) wishes = { 0 };
    const GOptionEntry own[] = {
        { "allow-missing", 0, 0, G_OPTION_ARG_NONE, &inputs.allow_missing,
          N_("a transcript whose person is in no list is no error"), NULL },
        { "by", 0, 0, G_OPTION_ARG_FILENAME, &wishes.by,
          N_("show groups by an attribute of the respondents, or by a pair: roll,stad"),
          N_("ATTRIBUTE[,ATTRIBUTE]") },
        { "codebook", 0, 0, G_OPTION_ARG_FILENAME, &inputs.codebook,
          N_("the codebook, instead of the study's"), N_("FILE") },
        { "measure", 0, 0, G_OPTION_ARG_FILENAME, &wishes.measure,
          N_("any, +, -, 0 or wish, for --shape wide"), N_("MEASURE") },
        { "release", 0, 0, G_OPTION_ARG_NONE, &wishes.is_release,
          N_("let the table out: decisions.csv gets its row"), NULL },
        { "respondents", 0, 0, G_OPTION_ARG_FILENAME, &inputs.respondents,
          N_("the respondents, instead of the study's"), N_("FILE") },
        { "roles", 0, 0, G_OPTION_ARG_FILENAME, &inputs.roles,
          N_("respondent, or all to count everybody's turns"), N_("ROLES") },
        { "shape", 0, 0, G_OPTION_ARG_FILENAME, &wishes.shape,
          N_("long: a row a number; wide: a column a group"), N_("SHAPE") },
        { "shard", 0, 0, G_OPTION_ARG_FILENAME, &wishes.shard,
          N_("count part I of N, for lyhord merge"), "I/N" },
        { "states", 0, 0, G_OPTION_ARG_FILENAME, &wishes.states,
          N_("said, or any to count hits whatever is said of them"), N_("STATES") },
        { "suggested", 0, 0, G_OPTION_ARG_NONE, &inputs.suggested,
          N_("count the machine's suggestions too"), NULL },
        { "table", 0, 0, G_OPTION_ARG_FILENAME, &wishes.table_name,
          N_("another table of what was counted: persons, weight, questions …"),
          N_("TABLE") },
        { "unit", 0, 0, G_OPTION_ARG_FILENAME, &wishes.unit,
          N_("persons, statements or hits"), N_("UNIT") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY | FILE…]",
                   N_("Count how many persons took up each code"), own, &exit))
        return exit;
    lyh_tally_options options = {
        .with_suggested = inputs.suggested,
        .all_roles = g_strcmp0(inputs.roles, "all") == 0,
    };
    lyh_measure measure = view_measure(cli, wishes.measure ? wishes.measure : "any");
    if (measure == LYH_MEASURE_COUNT || !take_shape(cli, &wishes) ||
        !take_table(cli, &wishes) ||
        !take_unit(cli, wishes.unit ? wishes.unit : "persons", &options.unit) ||
        !take_states(cli, &wishes, measure, &options) ||
        !cli_knows_roles(cli, inputs.roles))
        return EXIT_USAGE;

    inputs.judging = options.any_state ? LYH_JUDGE_NOTHING : LYH_JUDGE_STATE;
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, false);
    wishes.is_of_a_study = inputs.folder != NULL;
    wishes.codebook = inputs.codebook;
    wishes.respondents = inputs.respondents;
    wishes.folder = inputs.folder;
    if (study && wishes.is_release && !wishes.is_of_a_study)
        return cli_usage(cli, "loose files have no ledger; --release wants a study");
    if (study && wishes.is_release && wishes.table &&
        tally_table_is_material(wishes.table)) {
        lyh_diags_error(cli->diags, "release-material", lyh_place_none(),
                        "the table has a column or a row a person or a document: it is "
                        "the material itself, and stays in the study");
        lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, "");
        return cli_finish(cli);
    }
    g_autoptr(lyh_statement_log) log = wishes.table ? lyh_statement_log_new() : NULL;
    options.log = log;
    if (wishes.table) /* they count persons and statements */
        options.unit = LYH_UNIT_PERSONS;
    if (!study || !cli_has_codebook(cli, study))
        return cli_finish(cli);
    const tally_answers_wishes answers = {
        .by = wishes.by,
        .shard = wishes.shard,
        .codebook = inputs.codebook,
        .respondents = inputs.respondents,
        .is_of_files = !inputs.folder && !options.all_roles && !wishes.table,
        .is_wide = wishes.is_wide,
        .measure = measure,
    };
    return tally_answers(cli, study, &answers, &options, &exit)
               ? exit
               : tally_study(cli, study, &options, &wishes, measure);
}
