#include "cli.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <sys/random.h>
#include <unistd.h>

char *cli_today(void)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    return g_date_time_format(now, "%Y-%m-%d");
}

char *cli_now(void)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    return g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
}

void cli_random(unsigned char *bytes, size_t size)
{
    for (size_t done = 0; done < size;) {
        ssize_t got = getrandom(bytes + done, size - done, 0);
        done += got > 0 ? (size_t)got : 0;
    }
}

bool cli_may_ask(const lyh_cli *cli)
{
    return !cli->says_yes && !cli->is_quiet && isatty(STDIN_FILENO) &&
           isatty(STDERR_FILENO);
}

char *cli_ask(const lyh_cli *cli, const char *question)
{
    char *line = NULL;
    size_t room = 0;
    fprintf(stderr, "%s ", lyh_tr(cli->messages, question));
    fflush(stderr);
    if (getline(&line, &room, stdin) < 0) {
        free(line);
        return g_strdup("");
    }
    char *answer = g_strstrip(g_strdup(line));
    free(line);
    return answer;
}

bool cli_agrees(lyh_cli *cli, const char *question)
{
    static const char *const yes[] = { "j", "ja", "y", "yes", NULL };
    if (cli->says_yes || !cli_may_ask(cli))
        return cli->says_yes;
    g_autofree char *answer = cli_ask(cli, question);
    g_autofree char *lower = g_ascii_strdown(answer, -1);
    return g_strv_contains(yes, lower);
}
