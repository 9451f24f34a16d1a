#include "quoting.h"

#include <string.h>

#define QUOTES_A_THEME 3

/* A draft may be read by others than those who may read the transcripts: what the gate would stop is not proposed. */
static bool may_print(void *user, const char *text)
{
    cli_quoting *quoting = user;
    lyh_cli *cli = quoting->cli;
    if (!quoting->scan && !quoting->is_broken)
        quoting->scan = lyh_study_scan_new(quoting->study, cli->diags, &cli->error);
    quoting->is_broken = !quoting->scan;
    size_t count = 0;
    g_autofree lyh_finding *findings =
        quoting->scan ? lyh_study_scan_find(quoting->scan, text, strlen(text), &count)
                      : NULL;
    for (size_t i = 0; i < count; i++)
        if (lyh_study_scan_judge(quoting->scan, &findings[i], text, true) ==
            LYH_VERDICT_STOPS)
            return false;
    return !quoting->is_broken;
}

void quoting_begin(cli_quoting *quoting, lyh_cli *cli, lyh_study *study, lyh_quotes *quotes,
                   bool proposes)
{
    const char *asides = lyh_study_report_setting(study, "asides");
    *quoting = (cli_quoting){ .cli = cli, .study = study };
    lyh_quotes_keep_asides(quotes, strcmp(asides, "nej") != 0 && strcmp(asides, "no") != 0);
    if (proposes)
        lyh_quotes_propose(quotes, lyh_study_lexicon(study), may_print, quoting);
}

static bool has_any(const lyh_quotes *quotes, size_t codes)
{
    size_t count, chosen = 0;
    for (size_t code = 0; code < codes; code++) {
        lyh_quotes_of(quotes, code, &count);
        chosen += count;
    }
    return chosen > 0;
}

bool quoting_choose(cli_quoting *quoting, lyh_quotes *quotes, bool proposes)
{
    size_t codes = lyh_codebook_count(lyh_study_codebook(quoting->study));
    lyh_quotes_choose(quotes, codes, QUOTES_A_THEME);
    if (!proposes && !has_any(quotes, codes))
        lyh_diags_note(
            quoting->cli->diags, "quotes-unmarked", lyh_place_none(),
            "nobody has marked a quote, so the report has none; report --draft proposes "
            "some, and those that may stand are marked with quote in the column mark of "
            "the codings");
    return !quoting->is_broken;
}

void quoting_clear(cli_quoting *quoting)
{
    lyh_study_scan_free(quoting->scan);
}
