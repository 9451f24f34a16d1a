/* Numbers of where in the interviews a theme comes. */
#include <lyhord/tally/timeline.h>

#include "explain.h"

static bool read_part(explaining *all, char **words)
{
    char *end;
    guint64 part = g_ascii_strtoull(words[1], &end, 10);
    all->cell = (cli_cell){ .attribute = LYH_NONE, .second = LYH_NONE };
    if (!explain_read_code(all, words[0], &all->cell.code))
        return false;
    all->part = (size_t)part;
    if (*words[1] && !*end && part >= 1 && part <= LYH_TIMELINE_PARTS)
        return true;
    lyh_diags_error(all->cli->diags, "cell-unknown", lyh_place_none(),
                    "'%s' is no part of an interview; parts are 1 to %d", words[1],
                    LYH_TIMELINE_PARTS);
    return lyh_error_set(&all->cli->error, LYH_ERROR_DATA, 0, "");
}

/* A theme that few took up has no row: where these few came to speak of it would point at them. */
static bool prepare_timeline(explaining *all)
{
    explain_hide_rare(all, all->cell.code);
    return true;
}

static void finish_timeline(explaining *all)
{
    explain_number_statements(all);
    for (guint i = 0; i < all->rows->len; i++) {
        explained *row = &g_array_index(all->rows, explained, i);
        if (row->statement == 0)
            continue;
        const lyh_logged_statement *said =
            lyh_statement_log_at(all->log, row->statement - 1);
        if (said->place * LYH_TIMELINE_PARTS / 1000 + 1 != all->part)
            explained_leave_out(row, EXPLAIN_ELSEWHERE);
    }
}

const explain_table explain_timeline = {
    .name = "timeline",
    .arguments = "CODE PART",
    .words = 2,
    .read = read_part,
    .prepare = prepare_timeline,
    .finish = finish_timeline,
};
