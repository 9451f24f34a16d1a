#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/study/survey.h>

#include "../base/autoptr.h"
#include "../codebook/autoptr.h"
#include "../coding/autoptr.h"
#include "rows.h"

static const char *const columns[] = { "document", "respondent", "turn",    "start",
                                       "end",      "left",       "keyword", "right" };

#define CONTEXT 40 /* characters on each side: one line of a screen */

typedef struct kwic_walk {
    lyh_study *study;
    lyh_matcher *matcher;
    lyh_codings *hits;
    lyh_cli *cli;
    cli_rows *rows;
} kwic_walk;

static void write_hit(const kwic_walk *all, const lyh_document *document,
                      const lyh_coding *hit)
{
    const char *text = lyh_document_text(document);
    size_t left, right;
    lyh_document_around(document, hit->start, hit->end, CONTEXT, &left, &right);

    rows_text(all->rows, lyh_document_name(document));
    rows_text(all->rows,
              hit->respondent == LYH_NONE
                  ? ""
                  : lyh_respondents_id(lyh_study_respondents(all->study), hit->respondent));
    rows_number(all->rows, hit->turn + 1);
    rows_number(all->rows, lyh_document_character(document, hit->start));
    rows_number(all->rows, lyh_document_character(document, hit->end));
    rows_bytes(all->rows, text + left, hit->start - left);
    rows_bytes(all->rows, text + hit->start, hit->end - hit->start);
    rows_bytes(all->rows, text + hit->end, right - hit->end);
}

static bool search(void *user, const lyh_visit *visit)
{
    const kwic_walk *all = user;
    lyh_codings_clear(all->hits);
    if (!lyh_matcher_run(all->matcher, visit->document, visit->tokens, all->hits,
                         all->cli->diags))
        return false;
    for (size_t i = 0; i < lyh_codings_count(all->hits); i++)
        write_hit(all, visit->document, lyh_codings_at(all->hits, i));
    return true;
}

/* The rule is the first word; the rest names a study or transcripts. */
static char *take_text(lyh_cli *cli)
{
    g_autofree char *text = cli_take_word(cli);
    size_t size = strlen(text);
    if (lyh_text_invalid(text, size) == size)
        return lyh_text_nfc(text, size, NULL);
    lyh_diags_error(cli->diags, "encoding", lyh_place_none(), "the rule is not UTF-8");
    return NULL;
}

/* The rule has a place too: a caret under what is wrong in it. */
static lyh_rule *take_rule(lyh_cli *cli, lyh_source **source)
{
    char *text = take_text(cli);
    if (!text)
        return NULL;
    size_t size = strlen(text);
    *source = lyh_source_from_bytes(lyh_tr(cli->messages, "rule"), LYH_SOURCE_TABLE, text,
                                    size, cli->diags);
    const lyh_rule_origin command_line = { .source = *source };
    lyh_rule *rule = lyh_rule_parse(text, size, &command_line, cli->diags);
    free(text);
    if (!rule && lyh_diags_error_count(cli->diags) == 0)
        lyh_diags_error(cli->diags, "rule-empty", lyh_place_none(),
                        "the rule is empty; write a word, such as lyssnar");
    return rule;
}

static void run(lyh_cli *cli, lyh_study *study, const lyh_rule *rule,
                const lyh_matcher_options *options)
{
    g_autoptr(lyh_matcher) matcher =
        lyh_matcher_for_rule(rule, lyh_study_codebook(study), lyh_study_vocabulary(study),
                             lyh_study_lexicon(study), options, cli->diags);
    g_autoptr(lyh_codings) hits = lyh_codings_new();
    g_autoptr(cli_rows) rows =
        matcher ? rows_new(cli, columns, G_N_ELEMENTS(columns)) : NULL;
    kwic_walk all = { study, matcher, hits, cli, rows };
    if (rows &&
        lyh_study_walk(study, LYH_WHICH_NONE, search, &all, cli->diags, &cli->error) &&
        lyh_study_walk_survey(study, LYH_WHICH_NONE, search, &all, cli->diags, &cli->error))
        rows_close(g_steal_pointer(&rows));
}

int cmd_kwic(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    const GOptionEntry own[] = { { "roles", 0, 0, G_OPTION_ARG_FILENAME, &inputs.roles,
                                   N_("respondent, or all to match everybody's turns"),
                                   N_("ROLES") },
                                 G_OPTION_ENTRY_NULL };
    int exit;
    if (!cli_parse(cli, argc, argv, "RULE [STUDY | FILE…]",
                   N_("Show where a rule matches, with the words around it"), own, &exit))
        return exit;
    if (!cli->arguments[0])
        return cli_usage(cli, "kwic wants a rule, such as: lyhord kwic 'ringer tillbaka'");
    if (!cli_knows_roles(cli, inputs.roles))
        return EXIT_USAGE;

    g_autoptr(lyh_source) source = NULL;
    g_autoptr(lyh_rule) rule = take_rule(cli, &source);
    g_autoptr(lyh_study) study = rule ? cli_study(cli, &inputs, false) : NULL;
    if (study) {
        const lyh_matcher_options options = {
            .all_roles = g_strcmp0(inputs.roles, "all") == 0,
            .clock = cli_clock,
        };
        run(cli, study, rule, &options);
    }
    return cli_finish(cli);
}
