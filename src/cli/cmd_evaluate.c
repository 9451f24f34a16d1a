#include <lyhord/language/treebank.h>

#include "../base/autoptr.h"
#include "../language/autoptr.h"
#include "rows.h"

static const char *const score_columns[] = { "measure",   "gold",   "predicted", "correct",
                                             "precision", "recall", "f1" };
static const char *const difference_columns[] = { "measure", "gold", "ours" };

/* Decimals of a score: the treebanks have tens of thousands of words. */
enum { DECIMALS = 4 };

typedef struct evaluation {
    lyh_cli *cli;
    cli_rows *rows;
    const lyh_treebank *treebank;
    lyh_vocabulary *vocabulary;
    lyh_lexicon *lexicon;
} evaluation;

static void write_score(const evaluation *work, lyh_treebank_measure measure)
{
    lyh_score score = lyh_treebank_score(work->treebank, measure, work->vocabulary,
                                         work->lexicon, NULL, NULL);
    rows_text(work->rows, lyh_treebank_measure_name(measure));
    rows_number(work->rows, score.gold);
    rows_number(work->rows, score.predicted);
    rows_number(work->rows, score.correct);
    rows_decimal(work->rows, lyh_score_precision(score), DECIMALS);
    rows_decimal(work->rows, lyh_score_recall(score), DECIMALS);
    rows_decimal(work->rows, lyh_score_f1(score), DECIMALS);
}

static void write_difference(void *user, lyh_treebank_measure measure, const char *gold,
                             const char *ours)
{
    const evaluation *work = user;
    rows_text(work->rows, lyh_treebank_measure_name(measure));
    rows_text(work->rows, gold);
    rows_text(work->rows, ours);
}

static void score(lyh_cli *cli, const lyh_treebank *treebank, bool with_differences)
{
    g_autoptr(lyh_dictionary) dictionary = lyh_dictionary_new(cli_dictionary());
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_lexicon) lexicon = lyh_lexicon_new(vocabulary, dictionary);
    g_autoptr(cli_rows) rows =
        with_differences
            ? rows_new(cli, difference_columns, G_N_ELEMENTS(difference_columns))
            : rows_new(cli, score_columns, G_N_ELEMENTS(score_columns));
    evaluation work = { cli, rows, treebank, vocabulary, lexicon };
    for (lyh_treebank_measure measure = 0; rows && measure < LYH_TREEBANK_MEASURES;
         measure++)
        if (with_differences)
            lyh_treebank_score(treebank, measure, vocabulary, lexicon, write_difference,
                               &work);
        else
            write_score(&work, measure);
    cli_warn_without_dictionary(cli, lexicon);
    if (rows)
        rows_close(g_steal_pointer(&rows));
}

int cmd_evaluate(lyh_cli *cli, int argc, char **argv)
{
    g_autofree char *path = NULL;
    gboolean with_differences = FALSE;
    const GOptionEntry own[] = {
        { "ud", 0, 0, G_OPTION_ARG_FILENAME, &path,
          N_("measure words, sentences and lemmas against a treebank in CoNLL-U"),
          N_("FILE") },
        { "differences", 0, 0, G_OPTION_ARG_NONE, &with_differences,
          N_("list every difference instead of the scores"), NULL },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "--ud FILE",
                   N_("Measure words, sentences and lemmas against a treebank"), own,
                   &exit))
        return exit;
    if (!path || cli->arguments[0])
        return cli_usage(cli, "evaluate wants --ud and a treebank; measuring codings "
                              "against a gold file is not built yet");

    g_autoptr(lyh_source) source =
        lyh_source_read(path, LYH_SOURCE_TABLE, cli->diags, &cli->error);
    g_autoptr(lyh_treebank) treebank =
        source ? lyh_treebank_read(source, cli->diags) : NULL;
    if (treebank)
        score(cli, treebank, with_differences);
    return cli_finish(cli);
}
