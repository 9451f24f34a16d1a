#include "progress.h"

#include <stdio.h>
#include <unistd.h>

#include <glib.h>

#define BETWEEN (G_USEC_PER_SEC / 10)

void progress_show(const lyh_cli *cli, const char *what, size_t done, size_t count)
{
    static gint64 last;
    static bool is_shown;
    gint64 now = g_get_monotonic_time();
    bool is_dumb = g_strcmp0(g_getenv("TERM"), "dumb") == 0;
    bool is_last = done + 1 == count;
    bool is_soon = now - cli->started < G_USEC_PER_SEC || now - last < BETWEEN;
    if (cli->is_quiet || !isatty(STDERR_FILENO))
        return;
    if (!is_soon) {
        last = now;
        fprintf(stderr, is_dumb ? "%s %zu/%zu\n" : "\r%s %zu/%zu ",
                lyh_tr(cli->messages, what), done + 1, count);
        is_shown = !is_dumb;
    }
    if (is_last && is_shown) {
        fputs("\r\033[K", stderr);
        is_shown = false;
    }
}
