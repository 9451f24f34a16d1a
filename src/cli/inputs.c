#include "cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "progress.h"

uint64_t cli_clock(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

const char *cli_dictionary(void)
{
    const char *asked = g_getenv("LYHORD_DICTIONARY");
    return asked ? asked : "/usr/share/hunspell/sv_SE";
}

void cli_warn_without_dictionary(lyh_cli *cli, const lyh_lexicon *lexicon)
{
    if (!lyh_lexicon_has_dictionary(lexicon))
        lyh_diags_warning(cli->diags, "dictionary-missing", lyh_place_none(),
                          "the Swedish dictionary is not installed, so lemmas are stems by "
                          "Snowball; install hunspell-sv");
}

static void show_progress(void *user, size_t done, size_t count)
{
    progress_show(user, N_("transcript"), done, count);
}

static bool is_folder(const char *path)
{
    return g_file_test(path, G_FILE_TEST_IS_DIR);
}

/* Transcripts that lie in a study keep what people decided about them there. */
static char *folder_of_files(char **files)
{
    g_autofree char *first = NULL;
    for (char **file = files; *file; file++) {
        g_autofree char *whole = g_canonicalize_filename(*file, NULL);
        g_autofree char *inside = g_path_get_dirname(whole);
        g_autofree char *name = g_path_get_basename(inside);
        char *folder = g_path_get_dirname(inside);
        g_autofree char *ini = g_build_filename(folder, "lyhord.ini", NULL);
        bool is_same = !first || strcmp(first, folder) == 0;
        g_free(first);
        first = folder;
        if (!is_same || strcmp(name, "transcripts") != 0 ||
            !g_file_test(ini, G_FILE_TEST_EXISTS))
            return NULL;
    }
    return g_steal_pointer(&first);
}

static char *folder_here(lyh_cli *cli)
{
    char *found = lyh_study_find(".");
    char *folder = g_strdup(found);
    free(found);
    if (!folder)
        lyh_diags_error(
            cli->diags, "study-missing", lyh_place_none(),
            "there is no study here (no lyhord.ini in this folder or above it); "
            "go to one, name one, or begin one with lyhord init");
    return folder;
}

static bool is_given(const cli_inputs *inputs)
{
    return inputs->codebook || inputs->respondents || inputs->guide || inputs->survey;
}

static bool take_folder(lyh_cli *cli, cli_inputs *inputs, bool needs_study)
{
    char **words = cli->arguments;
    bool is_study = words[0] && is_folder(words[0]) && !words[1];
    if (is_study) {
        g_autofree char *ini = g_build_filename(words[0], "lyhord.ini", NULL);
        if (!g_file_test(ini, G_FILE_TEST_IS_REGULAR)) {
            lyh_diags_error(cli->diags, "study-missing", lyh_place_file(words[0]),
                            "this folder is no study: it has no lyhord.ini");
            return false;
        }
        inputs->folder = g_strdup(words[0]);
        return true;
    }
    if (words[0] && needs_study) {
        lyh_diags_error(cli->diags, "study-missing", lyh_place_file(words[0]),
                        "lyhord %s wants one study folder here", cli->command);
        return false;
    }
    if (words[0])
        inputs->folder = folder_of_files(words);
    else if (needs_study || !is_given(inputs))
        inputs->folder = folder_here(cli);
    return words[0] || inputs->folder || is_given(inputs);
}

lyh_study *cli_study(lyh_cli *cli, cli_inputs *inputs, bool needs_study)
{
    if (!take_folder(cli, inputs, needs_study)) {
        lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
        if (!cli->arguments[0])
            cli->error.kind = LYH_ERROR_NO_INPUT;
        return NULL;
    }
    bool is_study = !cli->arguments[0] || is_folder(cli->arguments[0]);
    const lyh_study_options options = {
        .folder = inputs->folder,
        .codebook = inputs->codebook,
        .respondents = inputs->respondents,
        .guide = inputs->guide,
        .judging = inputs->judging,
        .survey = inputs->survey,
        .questions = inputs->questions,
        .files = is_study ? NULL : (const char *const *)cli->arguments,
        .file_count = is_study ? 0 : g_strv_length(cli->arguments),
        .all_roles = g_strcmp0(inputs->roles, "all") == 0,
        .is_plain = inputs->plain,
        .shows_text = cli->shows_text,
        .lists_doubts = inputs->doubts,
        .allow_missing = inputs->allow_missing,
        .dictionary = cli_dictionary(),
        .clock = cli_clock,
        .catalog = cli->catalog,
        .progress = show_progress,
        .progress_user = cli,
    };
    return lyh_study_open(&options, cli->diags, &cli->error);
}

char *cli_study_folder(lyh_cli *cli)
{
    char *found = cli->arguments[0] ? NULL : lyh_study_find(".");
    g_autofree char *folder = g_strdup(cli->arguments[0] ? cli->arguments[0] : found);
    g_autofree char *ini = folder ? g_build_filename(folder, "lyhord.ini", NULL) : NULL;
    free(found);
    if (ini && g_file_test(ini, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer(&folder);
    lyh_diags_error(cli->diags, "study-missing",
                    folder ? lyh_place_file(folder) : lyh_place_none(),
                    "this folder is no study: it has no lyhord.ini");
    lyh_error_set(&cli->error, LYH_ERROR_NO_INPUT, 0, folder ? folder : ".");
    return NULL;
}

void cli_inputs_clear(cli_inputs *inputs)
{
    g_free(inputs->codebook);
    g_free(inputs->respondents);
    g_free(inputs->guide);
    g_free(inputs->roles);
    g_free(inputs->survey);
    g_free(inputs->questions);
    g_free(inputs->folder);
}

bool cli_knows_roles(const lyh_cli *cli, const char *roles)
{
    bool is_known = !roles || strcmp(roles, "all") == 0 || strcmp(roles, "respondent") == 0;
    if (!is_known)
        cli_usage(cli, "roles '%s' are unknown; write respondent or all", roles);
    return is_known;
}

bool cli_has_codebook(lyh_cli *cli, lyh_study *study)
{
    if (lyh_study_codebook(study))
        return true;
    lyh_diags_error(cli->diags, "codebook-missing", lyh_place_none(),
                    "a codebook is needed; put codebook.csv in the study or name one with "
                    "--codebook FILE");
    return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
}

bool cli_codings_in_the_way(lyh_cli *cli, const char *folder)
{
    if (!cli->output_path || !folder || !g_file_test(cli->output_path, G_FILE_TEST_EXISTS))
        return false;
    g_autofree char *whole = g_canonicalize_filename(cli->output_path, NULL);
    g_autofree char *inside = g_path_get_dirname(whole);
    g_autofree char *study = g_canonicalize_filename(folder, NULL);
    g_autofree char *codings = g_build_filename(study, "codings", NULL);
    if (strcmp(inside, codings) != 0)
        return false;
    lyh_diags_error(cli->diags, "codings-there", lyh_place_file(cli->output_path),
                    "this set of codings is there already and may hold what people "
                    "decided; choose another name, or move it away first");
    return true;
}
