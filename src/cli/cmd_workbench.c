#include "cli.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

#include <lyhord/study/outside.h>
#include <lyhord/workbench/workbench.h>

/* A laptop may sleep over lunch; a page that was reloaded comes back within seconds. */
#define IDLE_SECONDS (4u * 60 * 60)
#define LEFT_SECONDS 15u

typedef struct workbench_run {
    lyh_cli *cli;
    gboolean keeps_closed; /* the page is not opened in a browser */
} workbench_run;

static volatile sig_atomic_t signal_seen;

static void see_signal(int number)
{
    signal_seen = number;
}

static void fill_random(void *user, void *bytes, size_t size)
{
    (void)user;
    for (size_t done = 0; done < size;) {
        ssize_t got = getrandom((char *)bytes + done, size - done, 0);
        done += got > 0 ? (size_t)got : 0;
    }
}

static void tell_time(void *user, char time[21])
{
    (void)user;
    g_autofree char *text = cli_now();
    g_strlcpy(time, text, 21);
}

/* The address is the command's answer: whoever has no browser here can still open it. */
static void open_page(void *user, const char *address)
{
    workbench_run *run = user;
    printf("%s\n", address);
    fflush(stdout);
    const char *command[] = { "xdg-open", address, NULL };
    bool is_opened = !run->keeps_closed &&
                     g_spawn_async(NULL, (char **)command, NULL,
                                   G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
                                       G_SPAWN_STDERR_TO_DEV_NULL,
                                   NULL, NULL, NULL, NULL);
    if (!run->cli->is_quiet)
        cli_say(run->cli,
                is_opened
                    ? N_("the workbench is open in your browser; it stops when its "
                         "page is closed. Nothing is lost by closing it")
                    : N_("open the address above in a browser on this computer; the "
                         "workbench stops when its page is closed. Nothing is lost by "
                         "closing it"));
}

static bool was_signalled(void *user)
{
    (void)user;
    return signal_seen != 0;
}

static void catch_signals(void)
{
    const struct sigaction action = { .sa_handler = see_signal };
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
}

/* Ended by a signal, after everything was closed, is ended by a signal to whoever waits. */
static void end_as_signalled(void)
{
    if (!signal_seen)
        return;
    signal(signal_seen, SIG_DFL);
    raise(signal_seen);
}

/* Beside the study's folder, so that the next time finds it. NULL: that place is in a study too. */
static char *usual_key(const char *study)
{
    char *folder = lyh_real_path(study);
    g_autofree char *key = g_strconcat(folder, LYH_KEY_ENDING, NULL);
    free(folder);
    return lyh_lies_outside_studies(key) ? g_steal_pointer(&key) : NULL;
}

int cmd_workbench(lyh_cli *cli, int argc, char **argv)
{
    workbench_run run = { .cli = cli };
    g_autofree char *coder = NULL, *key = NULL;
    const GOptionEntry own[] = { { "coder", 0, 0, G_OPTION_ARG_FILENAME, &coder,
                                   N_("who codes; else the page asks"), N_("NAME") },
                                 { "key", 0, 0, G_OPTION_ARG_FILENAME, &key,
                                   N_("where the file lies, outside the study, that says "
                                      "who is who; else FOLDER-nyckel.csv beside it"),
                                   N_("FILE") },
                                 { "no-browser", 0, 0, G_OPTION_ARG_NONE, &run.keeps_closed,
                                   N_("only print the address of the page"), NULL },
                                 G_OPTION_ENTRY_NULL };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY]",
                   N_("Code, decide together and look at the material on a local page"),
                   own, &exit))
        return exit;
    if (coder && !lyh_workbench_is_coder(coder))
        return cli_usage(cli,
                         N_("a coder's name has at most 60 characters, and neither / nor "
                            "\\ in it"));
    g_auto(cli_inputs) inputs = { 0 };
    lyh_study *study = cli_study(cli, &inputs, true);
    if (!study)
        return cli_finish(cli);
    lyh_study_free(study);
    if (key && !lyh_key_lies_outside(key, cli->diags, &cli->error))
        return cli_finish(cli);
    if (!key)
        key = usual_key(inputs.folder);

    const lyh_workbench_options options = {
        .study = { .folder = inputs.folder,
                   .dictionary = cli_dictionary(),
                   .clock = cli_clock,
                   .catalog = cli->catalog },
        .coder = coder,
        .key = key,
        .catalog = cli->catalog,
        .user = &run,
        .random = fill_random,
        .now = tell_time,
        .ready = open_page,
        .is_stopped = was_signalled,
        .idle_seconds = IDLE_SECONDS,
        .left_seconds = LEFT_SECONDS,
    };
    catch_signals();
    lyh_workbench_run(&options, cli->diags, &cli->error);
    int code = cli_finish(cli);
    end_as_signalled();
    return code;
}
