#include <string.h>

#include <lyhord/study/codings.h>
#include <lyhord/study/survey.h>
#include <lyhord/store/refi_write.h>

#include "../language/autoptr.h"
#include "export.h"
#include "outgoing.h"

/* ---- what is walked over ---- */

static bool visit_sets(export_work *work, const lyh_document *document,
                       bool (*visitor)(export_work *work, const lyh_document *document,
                                       const char *set, const lyh_codings *codings,
                                       void *user),
                       void *user)
{
    g_autoptr(lyh_tokens) tokens = exchange_tokens(work->study, document);
    bool is_fine = true;
    for (guint i = 0; i < work->coders.files->len; i++) {
        const char *name = work->coders.names->pdata[i];
        g_autoptr(lyh_codings) codings = lyh_codings_new();
        if (work->coder && strcmp(work->coder, name) != 0)
            continue;
        is_fine &= lyh_codings_file_anchor(work->coders.files->pdata[i], document, tokens,
                                           codings, work->cli->diags) &&
                   visitor(work, document, name, codings, user);
    }
    return is_fine;
}

bool export_walk(export_work *work,
                 bool (*visitor)(export_work *work, const lyh_document *document,
                                 const char *set, const lyh_codings *codings, void *user),
                 bool (*begin)(export_work *work, const lyh_document *document, void *user),
                 void *user)
{
    bool is_fine = true;
    for (size_t i = 0; i < lyh_study_file_count(work->study); i++) {
        g_autoptr(lyh_document) document =
            lyh_study_document(work->study, i, work->cli->diags, &work->cli->error);
        is_fine &= document && (!begin || begin(work, document, user)) &&
                   visit_sets(work, document, visitor, user);
    }
    if (!is_fine && work->cli->error.kind == LYH_ERROR_NONE)
        lyh_error_set(&work->cli->error, LYH_ERROR_DATA, 0, work->folder);
    return is_fine;
}

/* ---- what is said ---- */

static void say_what_stays(const export_work *work)
{
    lyh_diags *diags = work->cli->diags;
    size_t rules = 0;
    const lyh_codebook *codebook = lyh_study_codebook(work->study);
    for (size_t i = 0; i < lyh_codebook_count(codebook); i++)
        rules += lyh_codebook_rule_count(codebook, i);
    if (rules > 0)
        lyh_diags_note(diags, "export-left", lyh_place_none(),
                       "REFI-QDA has no place for rules: %zu of the codebook stay behind",
                       rules);
    if (work->left_open + work->left_rejected > 0)
        lyh_diags_note(diags, "export-left", lyh_place_none(),
                       "%zu suggestions that nobody accepted and %zu rejected codings stay "
                       "behind: in other programs they would count",
                       work->left_open, work->left_rejected);
    if (lyh_study_survey(work->study))
        lyh_diags_note(diags, "export-left", lyh_place_none(),
                       "the survey's answers stay behind; survey.csv holds them");
}

static void say_material(const export_work *work)
{
    if (!work->cli->is_quiet)
        cli_say(work->cli, "this is material, no release: it holds what people said, word "
                           "for word, and is for those who may read the transcripts");
}

/* ---- the formats ---- */

static void close_or_discard(lyh_cli *cli, lyh_output *output, bool is_fine)
{
    if (is_fine)
        lyh_output_close(output, &cli->error);
    else
        lyh_output_discard(output);
}

static int write_codebook(export_work *work)
{
    g_autoptr(lyh_refi) project = export_project(work, false);
    if (project->code_count == 0) {
        lyh_diags_error(work->cli->diags, "codebook-empty", lyh_place_file("codebook.csv"),
                        "the codebook has no codes, and a codebook of REFI-QDA has some");
        return cli_finish(work->cli);
    }
    lyh_output *output = cli_output(work->cli);
    if (output)
        close_or_discard(work->cli, output, lyh_refi_write_codebook(project, output));
    say_what_stays(work);
    return cli_finish(work->cli);
}

static int write_project(export_work *work)
{
    lyh_cli *cli = work->cli;
    g_autoptr(lyh_refi) project = export_project(work, true);
    if (!project)
        return cli_finish(cli);
    say_what_stays(work);
    cli_say(cli,
            "the project holds %zu transcripts word for word, %zu persons with their "
            "attributes and %zu codings; it is for a colleague in the same work, and no "
            "release",
            project->source_count, project->case_count, project->coding_count);
    if (!cli_agrees(cli, N_("Write it? (ja/nej)"))) {
        cli_say(cli, "nothing has been written; to write it, give the command with --yes");
        return cli->says_yes ? cli_finish(cli) : EXIT_NOT_ALLOWED;
    }
    lyh_output *output = cli_output(cli);
    if (output)
        close_or_discard(cli, output, lyh_refi_write_project(project, output));
    return cli_finish(cli);
}

static int write_rows(export_work *work)
{
    lyh_output *output = cli_output(work->cli);
    if (output)
        close_or_discard(work->cli, output, export_csv(work, output));
    say_material(work);
    return cli_finish(work->cli);
}

static int write_table(export_work *work)
{
    g_autoptr(lyh_table) table = export_table(work);
    if (!table)
        return cli_finish(work->cli);
    say_material(work);
    return cli_finish_with_table(work->cli, table);
}

/* ---- the command ---- */

static bool knows_coder(const export_work *work)
{
    if (!work->coder || g_ptr_array_find_with_equal_func(work->coders.names, work->coder,
                                                         g_str_equal, NULL))
        return true;
    lyh_diags_error(work->cli->diags, "coder-unknown", lyh_place_none(),
                    "there is no set of codings called '%s'", work->coder);
    return false;
}

static bool may_lie_there(lyh_cli *cli)
{
    if (!cli->output_path || !outgoing_is(cli->output_path))
        return true;
    lyh_diags_error(
        cli->diags, "material-in-reports", lyh_place_file(cli->output_path),
        "what a study's reports/ holds is for handing over, and this holds what "
        "people said; write it somewhere else with -o");
    return lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, cli->output_path);
}

/* The sets of study.db beside it, as files that a spreadsheet opens. */
static int export_sets(lyh_cli *cli, const char *folder)
{
    g_autofree char *store = g_build_filename(folder, "study.db", NULL);
    if (!g_file_test(store, G_FILE_TEST_EXISTS))
        cli_say(cli, "the study has no study.db: what stands in codings/ is what counts");
    else if (lyh_study_codings_export(folder, cli->diags, &cli->error))
        cli_say(cli, "codings/ is as study.db is, but for files that are named above");
    return cli_finish(cli);
}

static int export(lyh_cli *cli, export_work *work)
{
    const char *refi = cli->image ? cli->image : "";
    bool is_codebook = strcmp(refi, "qdc") == 0;
    if (!is_codebook && !may_lie_there(cli))
        return cli_finish(cli);
    if (cli_codings_in_the_way(cli, work->folder))
        return cli_finish(cli);
    if (!exchange_coders_read(&work->coders, cli, work->folder,
                              lyh_study_codebook(work->study)) ||
        !knows_coder(work))
        return cli_finish(cli);
    if (is_codebook)
        return write_codebook(work);
    if (*refi)
        return write_project(work);
    return cli->format == FORMAT_SAV ? write_table(work) : write_rows(work);
}

static bool is_format_fine(const lyh_cli *cli)
{
    bool is_file = cli->format == FORMAT_SAV || g_strcmp0(cli->image, "qdpx") == 0;
    if (is_file && !cli->output_path)
        cli_usage(cli, "qdpx and sav are written into a file; name it with -o FILE");
    return !is_file || cli->output_path;
}

int cmd_export(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    g_autofree char *coder = NULL;
    gboolean wants_sets = FALSE;
    const GOptionEntry own[] = {
        { "coder", 0, 0, G_OPTION_ARG_FILENAME, &coder,
          N_("only the codings of this coder, or of gemensam"), N_("NAME") },
        { "codings", 0, 0, G_OPTION_ARG_NONE, &wants_sets,
          N_("write every coder's set of study.db to codings/ of the study"), NULL },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "--format csv|qdc|qdpx|sav [STUDY]",
                   N_("Take codes and codings out, for other programs"), own, &exit))
        return exit;
    if (wants_sets && (coder || cli->output_path || cli->image))
        return cli_usage(cli, "--codings writes the study's own codings/, all of it; "
                              "without it, say --format and -o FILE");
    if (!is_format_fine(cli))
        return EXIT_USAGE;
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, true);
    if (study && wants_sets)
        return export_sets(cli, inputs.folder);
    if (!study || !cli_has_codebook(cli, study))
        return cli_finish(cli);
    export_work work = {
        .cli = cli, .study = study, .folder = inputs.folder, .coder = coder
    };
    exit = export(cli, &work);
    exchange_coders_clear(&work.coders);
    return exit;
}
