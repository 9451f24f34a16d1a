#include "codebook.h"

#include <stdlib.h>

#include <lyhord/codebook/weakness.h>
#include <lyhord/coding/examples.h>

#include "../coding/autoptr.h"

/* The rules are tried as any command would run them, with the dictionary there is. */
static void check(lyh_cli *cli, lyh_study *study)
{
    const lyh_codebook *book = lyh_study_codebook(study);
    lyh_codebook_check(book, cli->diags);
    lyh_codebook_warn_of_weakness(book, cli->diags);
    g_autoptr(lyh_matcher) matcher = lyh_study_matcher_of(study, book, cli->diags);
    if (matcher)
        lyh_examples_check(book, matcher, lyh_study_vocabulary(study), cli->diags);
    cli_warn_without_dictionary(cli, lyh_study_lexicon(study));
}

/* What is named, else the study that this folder lies in. g_free(). */
static char *path_of(const lyh_cli *cli)
{
    if (cli->arguments[0])
        return codebook_path(cli->arguments[0]);
    char *folder = lyh_study_find(".");
    char *path = codebook_path(folder ? folder : ".");
    free(folder);
    return path;
}

/* Read by itself, also when it is a study's: its transcripts are no part of this. */
static void run(lyh_cli *cli)
{
    g_auto(cli_inputs) inputs = { .codebook = path_of(cli) };
    char **all = cli->arguments;
    char *none[] = { NULL };
    cli->arguments = none;
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, false);
    cli->arguments = all;
    if (study)
        check(cli, study);
}

int codebook_check(lyh_cli *cli, int argc, char **argv)
{
    int exit;
    if (!cli_parse(cli, argc, argv, "[FILE | STUDY]",
                   N_("Look for what is wrong or weak in a codebook"), NULL, &exit))
        return exit;
    if (cli->arguments[0] && cli->arguments[1])
        return cli_usage(cli, "codebook check wants one codebook, or one study");
    run(cli);
    exit = cli_finish(cli);
    bool has_warnings = lyh_diags_warning_count(cli->diags) > 0;
    if (exit == EXIT_FINE && !has_warnings && !cli->is_quiet)
        cli_say(cli, "no mistakes found; whether the words are those people use, only "
                     "lyhord codebook stats and a reader can tell");
    return exit == EXIT_FINE && has_warnings ? EXIT_WARNINGS : exit;
}
