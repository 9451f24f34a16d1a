#include <errno.h>
#include <string.h>

#include <lyhord/study/anonymize.h>
#include <lyhord/study/undo.h>
#include <lyhord/study/outside.h>

#include "../base/listing.h"
#include "cli.h"
#include "package.h"

typedef struct anonymize_wishes {
    char *apply, *to;
} anonymize_wishes;

static void anonymize_wishes_clear(anonymize_wishes *wishes)
{
    g_free(wishes->apply);
    g_free(wishes->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(anonymize_wishes, anonymize_wishes_clear)

/* People edit it: what they decided is never written over. */
static bool is_new(lyh_cli *cli, const char *path)
{
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return true;
    lyh_diags_error(cli->diags, "proposal-there", lyh_place_file(path),
                    "this file is there already and may hold your decisions; choose "
                    "another name, or move it away first");
    return lyh_error_set(&cli->error, LYH_ERROR_CANNOT_CREATE, EEXIST, path);
}

static void propose(lyh_cli *cli, lyh_study *study)
{
    size_t count, doubts;
    lyh_csv_style style = cli->style == LYH_CSV_C ? LYH_CSV_C : LYH_CSV_PACKAGE;
    if (!lyh_key_lies_outside(cli->output_path, cli->diags, &cli->error) ||
        !is_new(cli, cli->output_path))
        return;
    lyh_output *output = lyh_output_to_file(cli->output_path, &cli->error);
    if (!output)
        return;
    if (!lyh_anonymize_propose(study, style, output, &count, &doubts, cli->diags,
                               &cli->error)) {
        lyh_output_discard(output);
        return;
    }
    if (!lyh_output_close(output, &cli->error) || cli->is_quiet)
        return;
    cli_say(cli,
            "proposed %zu replacements in %s; look them through, change the "
            "replacement or leave it empty to keep the text",
            count, cli->output_path);
    if (doubts > 0)
        cli_say(cli,
                "words worth a look stand there too, without a replacement (places: %zu): "
                "give one to those that point at somebody",
                doubts);
    cli_say(cli, "the file is a key: it says who is who; keep it apart from the study, and "
                 "destroy it when you are done");
}

/* New transcripts go into a folder of their own: nothing that is there can then be lost. */
static bool may_write_to(lyh_cli *cli, lyh_study *study, const char *to)
{
    if (lyh_holds_transcripts(to, study)) {
        lyh_diags_error(cli->diags, "original-there", lyh_place_file(to),
                        "the originals lie in this folder and are never written over; "
                        "name a new folder with --to");
        return lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, to);
    }
    if (!g_file_test(to, G_FILE_TEST_EXISTS) || listing_is_empty(to))
        return true;
    lyh_diags_error(cli->diags, "folder-used", lyh_place_file(to),
                    "there is something in this folder already; name a new folder, or an "
                    "empty one, with --to");
    return lyh_error_set(&cli->error, LYH_ERROR_CANNOT_CREATE, EEXIST, to);
}

/* What is to be written. */
typedef struct made_files {
    cli_package *package;
    const char *survey; /* its name among them, or NULL */
} made_files;

static void take(void *user, const char *name, lyh_output *made)
{
    package_add(((made_files *)user)->package, name, made);
}

static bool has_file(const cli_package *package, const char *name)
{
    const char *bytes;
    size_t size;
    for (size_t i = 0; i < package_count(package); i++)
        if (strcmp(package_file(package, i, &bytes, &size), name) == 0)
            return true;
    return false;
}

/* Transcripts come first: one of them may be called like the survey. */
static void take_survey(void *user, lyh_output *made)
{
    made_files *files = user;
    files->survey =
        has_file(files->package, "survey.csv") ? "survey-answers.csv" : "survey.csv";
    package_add(files->package, files->survey, made);
}

/* What it is to write, on the disk before it is written. Transcripts of no study are nobody's step. */
static lyh_undo_step *step_of(const char *folder, const cli_package *package,
                              const char *to)
{
    g_autofree char *today = cli_today();
    lyh_undo_step *step = lyh_undo_step_new(folder, "anonymize", today);
    for (size_t i = 0; i < package_count(package); i++) {
        const char *bytes;
        size_t size;
        const char *name = package_file(package, i, &bytes, &size);
        g_autofree char *path = g_build_filename(to, name, NULL);
        lyh_undo_step_write(step, path, bytes, size);
    }
    return step;
}

/* A step that was not taken is nothing to take back. */
static bool write_as_step(lyh_cli *cli, const char *folder, const cli_package *package,
                          const char *to)
{
    lyh_undo_step *step = step_of(folder, package, to);
    bool is_written = lyh_undo_step_keep(step, &cli->error) &&
                      package_write(package, to, PACKAGE_NEW, cli);
    if (!is_written)
        lyh_undo_step_give_up(step);
    lyh_undo_step_free(step);
    return is_written;
}

static void write_transcripts(lyh_cli *cli, const char *folder, const made_files *made,
                              const char *to)
{
    const cli_package *package = made->package;
    if (!cli_agrees(cli, N_("Write the new transcripts? (ja/nej)"))) {
        cli_say(cli, "nothing has been written; to write the new transcripts, give the "
                     "command with --yes");
        return;
    }
    bool is_written = write_as_step(cli, folder, package, to);
    if (is_written && !cli->is_quiet)
        cli_say(cli,
                "the new transcripts are in %s; the originals are as they were. Read "
                "the new ones yourself, and run lyhord check on them: what no list "
                "knows, only a reader sees",
                to);
    if (is_written && !cli->is_quiet && made->survey)
        cli_say(cli,
                "%s among them is the survey: it belongs in the study's folder, "
                "not among the transcripts",
                made->survey);
}

static void apply(lyh_cli *cli, lyh_study *study, const char *folder,
                  const anonymize_wishes *wishes)
{
    if (!may_write_to(cli, study, wishes->to))
        return;
    g_autoptr(cli_package) package = package_new();
    made_files files = { package, NULL };
    const lyh_anonymized made = { take, take_survey, &files };
    size_t replaced;
    lyh_output *diff = cli_output(cli);
    if (!diff)
        return;
    if (!lyh_anonymize_apply(study, wishes->apply, diff, &made, &replaced, cli->diags,
                             &cli->error)) {
        lyh_output_discard(diff);
        return;
    }
    if (lyh_output_close(diff, &cli->error)) {
        cli_say(cli, "%zu replacements", replaced);
        write_transcripts(cli, folder, &files, wishes->to);
    }
}

int cmd_anonymize(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    g_auto(anonymize_wishes) wishes = { 0 };
    const GOptionEntry own[] = {
        { "apply", 0, 0, G_OPTION_ARG_FILENAME, &wishes.apply,
          N_("make the replacements of PROPOSAL, and show what changes"), N_("PROPOSAL") },
        { "to", 0, 0, G_OPTION_ARG_FILENAME, &wishes.to,
          N_("the new folder for the new transcripts"), N_("FOLDER") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv,
                   "[STUDY | FILE…] -o PROPOSAL | --apply PROPOSAL --to FOLDER",
                   N_("Propose replacements for what points at people, and make them"), own,
                   &exit))
        return exit;
    if (!wishes.apply && !cli->output_path)
        return cli_usage(cli, "anonymize wants a file for its proposal, outside the study: "
                              "-o ../proposal.csv");
    if (!wishes.apply != !wishes.to || (wishes.to && !*wishes.to))
        return cli_usage(cli, "--apply wants a folder for the new transcripts, and that "
                              "only: --apply PROPOSAL --to FOLDER");
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, false);
    if (study && wishes.apply)
        apply(cli, study, inputs.folder, &wishes);
    else if (study)
        propose(cli, study);
    return cli_finish(cli);
}
