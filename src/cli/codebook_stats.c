#include "codebook_stats.h"

#include <string.h>

#include <lyhord/coding/agreement.h>
#include <lyhord/study/codings.h>

#include "../base/autoptr.h"
#include "../coding/autoptr.h"
#include "codebook.h"

/* The decisions of a coder, by the codes that the file names: the codebook may have changed since. */
typedef struct coder_file {
    lyh_codings_file *codings;
    lyh_codebook *codes;
    lyh_source *source; /* of codes */
} coder_file;

typedef struct stats_work {
    stats_view view;
    lyh_study *study;
    lyh_rule_uses *uses;
    GPtrArray *files; /* coder_file *: those of all coders */
} stats_work;

static void free_file(gpointer data)
{
    coder_file *file = data;
    lyh_codings_file_free(file->codings);
    lyh_codebook_free(file->codes);
    lyh_source_free(file->source);
    g_free(file);
}

static void stats_work_clear(stats_work *work)
{
    lyh_rule_uses_free(work->uses);
    g_clear_pointer(&work->files, g_ptr_array_unref);
    lyh_study_free(work->study);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(stats_work, stats_work_clear)

/* ---- what people decided ---- */

/* Where the names make no codebook (one of them twice but for a space), the study's tells of them. */
static const lyh_codebook *codes_of(const stats_work *work, const coder_file *file)
{
    return file->codes ? file->codes : work->view.codebook;
}

static void read_file(stats_work *work, const char *path)
{
    lyh_cli *cli = work->view.cli;
    lyh_csv *csv = lyh_study_codings_open(path, LYH_SOURCE_TABLE, cli->diags, &cli->error);
    if (!csv)
        return;
    g_autoptr(lyh_diags) of_codes = lyh_diags_new(NULL);
    coder_file *file = g_new0(coder_file, 1);
    g_ptr_array_add(work->files, file);
    file->codes =
        lyh_agreement_codebook((const lyh_csv *const[]){ csv }, 1, &file->source, of_codes);
    file->codings = lyh_codings_file_read(csv, codes_of(work, file), cli->diags);
    if (!file->codings)
        lyh_csv_free(csv);
}

/* Of every coder, and of what they decided together: whoever accepted a suggestion did. */
static bool read_files(stats_work *work, const char *folder)
{
    lyh_cli *cli = work->view.cli;
    char **paths = lyh_study_codings_list(folder, cli->diags, &cli->error);
    work->files = g_ptr_array_new_with_free_func(free_file);
    for (char **path = paths; path && *path; path++)
        read_file(work, *path);
    lyh_study_codings_list_free(paths);
    work->view.files = work->files->len;
    return lyh_diags_error_count(cli->diags) == 0 && cli->error.kind == LYH_ERROR_NONE;
}

/* ---- what the rules find ---- */

static void decide(stats_work *work, const coder_file *file, const lyh_visit *visit)
{
    g_autoptr(lyh_codings) named = lyh_codings_new();
    g_autoptr(lyh_codings) decided = lyh_codings_new();
    lyh_codings_file_anchor(file->codings, visit->document, visit->tokens, named,
                            work->view.cli->diags);
    for (size_t i = 0; i < lyh_codings_count(named); i++) {
        lyh_coding coding = *lyh_codings_at(named, i);
        const char *code = lyh_codebook_code(codes_of(work, file), coding.code)->name;
        coding.code = lyh_codebook_find(work->view.codebook, code);
        lyh_codings_add(decided, coding);
    }
    lyh_rule_uses_decide(work->uses, decided);
}

static bool add_document(void *user, const lyh_visit *visit)
{
    stats_work *work = user;
    lyh_diags *diags = work->view.cli->diags;
    if (!lyh_rule_uses_add(work->uses, visit->document, visit->tokens, visit->codings,
                           diags))
        return false;
    work->view.documents++;
    for (guint i = 0; i < work->files->len; i++)
        decide(work, work->files->pdata[i], visit);
    return true;
}

static bool count(stats_work *work)
{
    lyh_cli *cli = work->view.cli;
    const lyh_matcher_options options = lyh_study_matcher_options(work->study);
    work->view.uses = work->uses = lyh_rule_uses_new(
        work->view.codebook, lyh_study_vocabulary(work->study),
        lyh_study_lexicon(work->study), &options, work->view.by_indicator, cli->diags);
    return work->uses && lyh_study_walk(work->study, LYH_WHICH_MACHINE, add_document, work,
                                        cli->diags, &cli->error);
}

static int finish_with_table(const stats_work *work)
{
    lyh_cli *cli = work->view.cli;
    g_autoptr(lyh_table) table = stats_table(&work->view);
    cli_warn_without_dictionary(cli, lyh_study_lexicon(work->study));
    if (cli->format == FORMAT_CSV)
        stats_tell_notes(&work->view);
    return cli_finish_with_table(cli, table);
}

/* Counted as a transcript its rules would be what somebody said. */
static bool has_no_codebook_for_transcript(lyh_cli *cli)
{
    for (char **word = cli->arguments; *word; word++) {
        if (!codebook_is(*word))
            continue;
        lyh_diags_error(cli->diags, "stats-codebook", lyh_place_file(*word),
                        "this is a codebook, and no transcript; name it with --codebook "
                        "FILE, and behind it the study or the transcripts it is to be "
                        "tried on");
        return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, *word);
    }
    return true;
}

int codebook_stats(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    gboolean by_indicator = FALSE;
    const GOptionEntry own[] = {
        { "codebook", 0, 0, G_OPTION_ARG_FILENAME, &inputs.codebook,
          N_("the codebook, instead of the study's"), N_("FILE") },
        { "indicators", 0, 0, G_OPTION_ARG_NONE, &by_indicator,
          N_("a row for each alternative of a rule (a | b)"), NULL },
        { "roles", 0, 0, G_OPTION_ARG_FILENAME, &inputs.roles,
          N_("respondent, or all to match everybody's turns"), N_("ROLES") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY | FILE…]",
                   N_("Tell what each rule finds, and what people thought of it"), own,
                   &exit))
        return exit;
    if (!cli_knows_roles(cli, inputs.roles))
        return EXIT_USAGE;

    if (!has_no_codebook_for_transcript(cli))
        return cli_finish(cli);
    g_auto(stats_work) work = { .view = { .cli = cli, .by_indicator = by_indicator },
                                .study = cli_study(cli, &inputs, false) };
    if (!work.study || !cli_has_codebook(cli, work.study))
        return cli_finish(cli);
    work.view.codebook = lyh_study_codebook(work.study);
    bool is_counted = read_files(&work, inputs.folder) && count(&work);
    return is_counted ? finish_with_table(&work) : cli_finish(cli);
}
