#include "holder.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lyhord/store/holder.h>

/* proc(5): a line "btime N" of /proc/stat, seconds; field 22 of /proc/PID/stat, ticks since then. */
static gint64 seconds_of_boot(void)
{
    g_autofree char *text = NULL;
    const char *line = g_file_get_contents("/proc/stat", &text, NULL, NULL)
                           ? strstr(text, "\nbtime ")
                           : NULL;
    return line ? g_ascii_strtoll(line + strlen("\nbtime "), NULL, 10) : 0;
}

/* The name, in brackets, may hold anything: fields are counted behind it. */
static gint64 ticks_of_start(long process)
{
    g_autofree char *path = g_strdup_printf("/proc/%ld/stat", process);
    g_autofree char *text = NULL;
    const char *fields =
        g_file_get_contents(path, &text, NULL, NULL) ? strrchr(text, ')') : NULL;
    g_auto(GStrv) parts = g_strsplit(fields ? fields : "", " ", -1);
    return g_strv_length(parts) > 20 ? g_ascii_strtoll(parts[20], NULL, 10) : 0;
}

static char *start_of(long process)
{
    gint64 boot = seconds_of_boot(), ticks = ticks_of_start(process);
    long second = sysconf(_SC_CLK_TCK);
    if (boot == 0 || ticks == 0 || second <= 0)
        return NULL;
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_local(boot + ticks / second);
    return time ? g_date_time_format(time, "%Y-%m-%d %H:%M") : NULL;
}

static char *name_of(long process)
{
    g_autofree char *path = g_strdup_printf("/proc/%ld/comm", process);
    char *name = NULL;
    return g_file_get_contents(path, &name, NULL, NULL) ? g_strchomp(name) : g_strdup("?");
}

char *holder_tell(const lyh_cli *cli, const char *path)
{
    long process = lyh_journal_holder(path);
    g_autofree char *name = process ? name_of(process) : NULL;
    g_autofree char *since = process ? start_of(process) : NULL;
    if (!process)
        return g_strdup_printf(
            lyh_tr(cli->messages,
                   "%s: another program is writing to it; wait a little, and "
                   "give the command again"),
            path);
    return g_strdup_printf(
        lyh_tr(cli->messages,
               "%s: it is open in process %ld (%s) since %s; is it the workbench, close "
               "its page and wait half a minute, then give the command again"),
        path, process, name, since ? since : "?");
}
