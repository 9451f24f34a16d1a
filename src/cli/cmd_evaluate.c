#include <string.h>

#include <lyhord/language/treebank.h>

#include "gold.h"

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

static void evaluate_treebank(lyh_cli *cli, const char *path, bool with_differences)
{
    g_autoptr(lyh_source) source =
        lyh_source_read(path, LYH_SOURCE_TABLE, cli->diags, &cli->error);
    g_autoptr(lyh_treebank) treebank =
        source ? lyh_treebank_read(source, cli->diags) : NULL;
    if (treebank)
        score(cli, treebank, with_differences);
}

/* ---- against what people coded ---- */

typedef struct evaluate_wishes {
    char *treebank, *unit, *half;
    gboolean with_differences;
} evaluate_wishes;

static void evaluate_wishes_clear(evaluate_wishes *wishes)
{
    g_free(wishes->treebank);
    g_free(wishes->unit);
    g_free(wishes->half);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(evaluate_wishes, evaluate_wishes_clear)

bool gold_takes(const gold_work *work, const char *name, lyh_place place)
{
    if (work->half == GOLD_ALL)
        return true;
    const char *last = NULL;
    for (const char *at = name; *at; at++)
        if (g_ascii_isdigit(*at))
            last = at;
    if (last)
        return ((*last - '0') % 2 == 1) == (work->half == GOLD_ODD);
    lyh_diags_error(
        work->cli->diags, "gold-half", place,
        "'%s' has no digit, so it is neither odd nor even; give it a number, or "
        "leave out --only",
        name);
    return false;
}

static bool take_unit(const lyh_cli *cli, const char *name, lyh_evaluation_unit *unit)
{
    for (*unit = 0; *unit < LYH_EVALUATION_UNITS; ++*unit)
        if (!name || strcmp(lyh_evaluation_unit_name(*unit), name) == 0)
            return true;
    cli_usage(cli, "unit '%s' is unknown; it is one of document, sentence, turn", name);
    return false;
}

static bool take_half(const lyh_cli *cli, const char *name, gold_half *half)
{
    static const char *const names[] = { "all", "odd", "even" };
    for (*half = GOLD_ALL; *half <= GOLD_EVEN; ++*half)
        if (strcmp(names[*half], name ? name : "all") == 0)
            return true;
    cli_usage(cli, "--only wants odd or even");
    return false;
}

/* Everything that is asked of the gold, its codebook and its texts; @source is what they all borrow. */
typedef struct gold_parts {
    lyh_source *source;
    lyh_gold *records;
    lyh_codings_file *codings;
} gold_parts;

static void gold_parts_clear(gold_parts *parts)
{
    lyh_codings_file_free(parts->codings);
    lyh_gold_free(parts->records);
    lyh_source_free(parts->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(gold_parts, gold_parts_clear)

/* Records are people's words, and their lines no matter for messages; a table's are. */
static bool read_source(gold_work *work, gold_parts *parts)
{
    lyh_cli *cli = work->cli;
    lyh_bytes bytes;
    if (!lyh_file_read(work->path, LYH_MAX_TABLE, &bytes, &cli->error))
        return false;
    work->is_of_records = lyh_gold_looks_like(&bytes);
    parts->source = lyh_source_from_bytes(
        work->path, work->is_of_records ? LYH_SOURCE_TRANSCRIPT : LYH_SOURCE_TABLE,
        bytes.data, bytes.size, cli->diags);
    g_free(bytes.data);
    return parts->source != NULL;
}

/* Records bring their own words: of a study they need its codebook alone. */
static bool open_study(gold_work *work, cli_inputs *inputs)
{
    bool has_words = work->cli->arguments[0] != NULL;
    bool needs_study = work->is_of_records ? has_words || !inputs->codebook : !has_words;
    work->study = cli_study(work->cli, inputs, needs_study);
    if (!work->study || !cli_has_codebook(work->cli, work->study))
        return false;
    work->is_of_a_study = inputs->folder && !work->is_of_records;
    work->codebook = lyh_study_codebook(work->study);
    work->evaluation = lyh_evaluation_new(work->codebook);
    return true;
}

static bool read_codings(const gold_work *work, gold_parts *parts)
{
    lyh_csv *csv = lyh_csv_read(parts->source, work->cli->diags);
    if (!csv)
        return false;
    parts->codings = lyh_codings_file_read(csv, work->codebook, work->cli->diags);
    if (!parts->codings)
        lyh_csv_free(csv);
    return parts->codings != NULL;
}

static bool measure(gold_work *work, const gold_parts *parts)
{
    bool is_measured = parts->records ? gold_measure_records(work, parts->records)
                                      : gold_measure_codings(work, parts->codings);
    if (!is_measured)
        return false;
    cli_warn_without_dictionary(work->cli, lyh_study_lexicon(work->study));
    if (work->rows)
        return rows_close(g_steal_pointer(&work->rows));
    return gold_table_write(work);
}

static void gold_work_clear(gold_work *work)
{
    rows_discard(work->rows);
    lyh_evaluation_free(work->evaluation);
    lyh_study_free(work->study);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(gold_work, gold_work_clear)

static int evaluate_gold(gold_work *work, cli_inputs *inputs, const evaluate_wishes *wishes)
{
    lyh_cli *cli = work->cli;
    g_auto(gold_parts) parts = { 0 };
    if (!read_source(work, &parts))
        return cli_finish(cli);
    if (work->is_of_records && wishes->unit)
        return cli_usage(cli, "--unit is for codings; a gold file's unit is its record");
    if (work->is_of_records)
        parts.records = lyh_gold_read(parts.source, cli->diags);
    bool is_ready =
        open_study(work, inputs) &&
        (work->is_of_records ? parts.records != NULL : read_codings(work, &parts));
    if (is_ready && wishes->with_differences)
        is_ready = (work->rows = gold_rows_new(cli)) != NULL;
    if (is_ready)
        measure(work, &parts);
    return cli_finish(cli);
}

int cmd_evaluate(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    g_auto(evaluate_wishes) wishes = { 0 };
    const GOptionEntry own[] = {
        { "codebook", 0, 0, G_OPTION_ARG_FILENAME, &inputs.codebook,
          N_("the codebook, instead of the study's"), N_("FILE") },
        { "differences", 0, 0, G_OPTION_ARG_NONE, &wishes.with_differences,
          N_("list every difference instead of the scores"), NULL },
        { "only", 0, 0, G_OPTION_ARG_FILENAME, &wishes.half,
          N_("odd or even: half of the gold, by the last digit of the ids"), N_("HALF") },
        { "ud", 0, 0, G_OPTION_ARG_FILENAME, &wishes.treebank,
          N_("measure words, sentences and lemmas against a treebank in CoNLL-U"),
          N_("FILE") },
        { "unit", 0, 0, G_OPTION_ARG_FILENAME, &wishes.unit,
          N_("document, sentence or turn, for a person's codings"), N_("UNIT") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "GOLD [STUDY | FILE…] | --ud FILE",
                   N_("Measure suggestions against what people coded, or words against a "
                      "treebank"),
                   own, &exit))
        return exit;
    g_auto(gold_work) work = { .cli = cli };
    if (!take_unit(cli, wishes.unit, &work.unit) ||
        !take_half(cli, wishes.half, &work.half))
        return EXIT_USAGE;
    bool has_words = cli->arguments[0] != NULL;
    if (wishes.treebank && (has_words || wishes.unit || wishes.half || inputs.codebook))
        return cli_usage(cli, "--ud measures against a treebank alone; leave the rest out");
    if (wishes.treebank) {
        evaluate_treebank(cli, wishes.treebank, wishes.with_differences);
        return cli_finish(cli);
    }
    if (!has_words)
        return cli_usage(cli, "evaluate wants a gold file or a person's codings, such as "
                              "codings/gemensam.csv, or --ud and a treebank");
    g_autofree char *path = cli_take_word(cli);
    work.path = path;
    return evaluate_gold(&work, &inputs, &wishes);
}
