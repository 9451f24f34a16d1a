#include <math.h>
#include <string.h>

#include "gate.h"
#include "gold.h"

/* Decimals of a score, as of the other measures. */
#define DECIMALS 4

/* With fewer an interval is not to be taken at its word. */
#define FEW_GROUPS 20

/* ---- the table of scores ---- */

static void add_columns(const lyh_catalog *catalog, lyh_table *table)
{
    lyh_table_add_column(table, "code", lyh_trc(catalog, "heading", "code"));
    lyh_table_add_column(table, "tp", lyh_trc(catalog, "heading", "both"));
    lyh_table_add_column(table, "fp", lyh_trc(catalog, "heading", "only suggested"));
    lyh_table_add_column(table, "fn", lyh_trc(catalog, "heading", "only people"));
    lyh_table_add_column(table, "precision", lyh_trc(catalog, "heading", "precision"));
    lyh_table_add_column(table, "recall", lyh_trc(catalog, "heading", "recall"));
    lyh_table_add_column(table, "f1", lyh_trc(catalog, "heading", "F"));
    lyh_table_add_column(table, "f1_low", lyh_trc(catalog, "heading", "F from"));
    lyh_table_add_column(table, "f1_high", lyh_trc(catalog, "heading", "F to"));
    lyh_table_add_column(table, "polarity_accuracy",
                         lyh_trc(catalog, "heading", "polarity right"));
}

/* 0/0 is no number, least of all 0 or 1. */
static lyh_cell score(double value)
{
    return isnan(value)
               ? lyh_cell_not_asked()
               : lyh_cell_decimal((int64_t)llround(value * pow(10, DECIMALS)), DECIMALS);
}

static void add_row(lyh_table *table, const char *name, const lyh_measured *measured)
{
    const lyh_cell cells[] = {
        lyh_cell_text(name),
        lyh_cell_count(measured->tp),
        lyh_cell_count(measured->fp),
        lyh_cell_count(measured->fn),
        score(measured->precision),
        score(measured->recall),
        score(measured->f1),
        score(measured->interval.low),
        score(measured->interval.high),
        score(measured->polarity),
    };
    size_t row = lyh_table_add_row(table);
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        lyh_table_set_cell(table, row, i, cells[i]);
}

static void add_rows(const gold_work *work, lyh_table *table)
{
    for (size_t i = 0; i < lyh_codebook_count(work->codebook); i++) {
        const lyh_measured code = lyh_evaluation_of(work->evaluation, i);
        if (lyh_evaluation_measures(work->evaluation, i))
            add_row(table, lyh_codebook_code(work->codebook, i)->name, &code);
    }
    const lyh_measured micro = lyh_evaluation_micro(work->evaluation);
    const lyh_measured macro = lyh_evaluation_macro(work->evaluation);
    add_row(table, "micro", &micro);
    add_row(table, "macro", &macro);
}

static const char *unit_told(const gold_work *work)
{
    const lyh_catalog *catalog = work->cli->catalog;
    if (work->is_of_records)
        return lyh_tr(catalog, "records");
    switch (work->unit) {
    case LYH_EVALUATE_SENTENCE:
        return lyh_tr(catalog, "sentences of respondents");
    case LYH_EVALUATE_TURN:
        return lyh_tr(catalog, "turns of respondents");
    case LYH_EVALUATE_DOCUMENT:
    case LYH_EVALUATION_UNITS:
        break;
    }
    return lyh_tr(catalog, "documents");
}

static char *base_told(const gold_work *work)
{
    const lyh_catalog *catalog = work->cli->catalog;
    size_t count = work->measured;
    return work->is_of_records
               ? g_strdup_printf(lyh_trn(catalog, "%zu record", "%zu records", count),
                                 count)
               : g_strdup_printf(lyh_trn(catalog, "%zu document", "%zu documents", count),
                                 count);
}

static void label(const gold_work *work, lyh_table *table)
{
    const lyh_catalog *catalog = work->cli->catalog;
    g_autofree char *base = base_told(work);
    g_autofree char *source = g_path_get_basename(work->path);
    lyh_table_set_part(table, LYH_TABLE_TITLE,
                       lyh_tr(catalog, "How near suggestions come to what people coded"));
    lyh_table_set_part(table, LYH_TABLE_BASE, base);
    lyh_table_set_part(table, LYH_TABLE_UNIT, unit_told(work));
    if (work->is_of_records)
        lyh_table_set_part(table, LYH_TABLE_SOURCE, source);
    lyh_table_set_part(table, LYH_TABLE_STATUS,
                       lyh_tr(catalog, "machine suggestions, not reviewed"));
}

/* Of our own words only, so they need not pass the gate, which takes F1 for a respondent's code. */
static void add_notes(const gold_work *work, lyh_table *table)
{
    const lyh_catalog *catalog = work->cli->catalog;
    g_autofree char *interval = g_strdup_printf(
        lyh_tr(catalog, "F: F1, the harmonic mean of precision and recall. F from–to: 95 "
                        "%% interval; %zu bootstrap samples of %zu groups "
                        "of units that hang together (a document, a person); seed %zu."),
        (size_t)LYH_EVALUATION_RESAMPLES, lyh_evaluation_cluster_count(work->evaluation),
        (size_t)LYH_EVALUATION_SEED);
    lyh_table_add_note(table, interval);
    lyh_table_add_note(
        table, lyh_tr(catalog, "micro: all codes together. macro: the mean over the codes "
                               "that have the figure. –: nothing to divide by, or too few "
                               "groups for an interval."));
}

/* Samples of few clusters vary too little (Cameron, Gelbach & Miller 2008). */
static void note_few_groups(const gold_work *work, lyh_table *table)
{
    size_t groups = lyh_evaluation_cluster_count(work->evaluation);
    if (groups >= FEW_GROUPS)
        return;
    g_autofree char *note = g_strdup_printf(
        lyh_tr(work->cli->catalog, "With few groups (here %zu) the interval comes out too "
                                   "narrow rather than too wide."),
        groups);
    lyh_table_add_note(table, note);
}

/* What stands under the table is lost in a CSV: say it. */
static void tell_notes(const gold_work *work)
{
    lyh_diags_note(work->cli->diags, "evaluate-base", lyh_place_file(work->path),
                   "measured: %zu %s; intervals are from %zu samples of %zu groups that "
                   "hang together (a document, a person), seed %zu",
                   work->measured,
                   work->is_of_records ? lyh_tr(work->cli->messages, "records")
                                       : lyh_tr(work->cli->messages, "documents"),
                   (size_t)LYH_EVALUATION_RESAMPLES,
                   lyh_evaluation_cluster_count(work->evaluation),
                   (size_t)LYH_EVALUATION_SEED);
}

bool gold_table_write(const gold_work *work)
{
    g_autoptr(lyh_table) table = lyh_table_new("evaluate");
    lyh_evaluation_measure(work->evaluation);
    add_columns(work->cli->catalog, table);
    add_rows(work, table);
    label(work, table);
    if (work->is_of_a_study && !gate_lets_table(work->cli, work->study, table))
        return false;
    add_notes(work, table);
    note_few_groups(work, table);
    if (work->cli->format == FORMAT_CSV)
        tell_notes(work);
    return cli_write_table(work->cli, table);
}

/* ---- misses and false alarms ---- */

cli_rows *gold_rows_new(lyh_cli *cli)
{
    static const char *const columns[] = { "document",  "turn",  "code", "kind", "people",
                                           "suggested", "state", "rule", "quote" };
    return rows_new(cli, columns, G_N_ELEMENTS(columns));
}

/* "+" "-" "0", and "±" for both: no spreadsheet takes any of them for a formula. */
static const char *polarities_told(lyh_polarities polarities)
{
    static const char *const told[] = { "", "0", "+", "0+", "-", "0-", "±", "0±" };
    g_assert(polarities < G_N_ELEMENTS(told));
    return told[polarities];
}

static void write_quote(const gold_work *work, const lyh_coding *coding)
{
    if (coding)
        rows_bytes(work->rows, lyh_document_text(work->document) + coding->start,
                   coding->end - coding->start);
    else
        rows_text(work->rows, work->said);
}

void gold_row_write(void *user, const lyh_fault *fault)
{
    const gold_work *work = user;
    const lyh_coding *coding = fault->coding;
    if (!work->rows)
        return;
    rows_text(work->rows, work->name);
    if (coding)
        rows_number(work->rows, coding->turn + 1);
    else
        rows_text(work->rows, "");
    rows_text(work->rows, lyh_codebook_code(work->codebook, fault->code)->name);
    rows_text(work->rows, lyh_fault_kind_name(fault->kind));
    rows_text(work->rows, polarities_told(fault->people));
    rows_text(work->rows, polarities_told(fault->suggested));
    rows_text(work->rows, coding ? lyh_state_name(coding->state) : "");
    rows_text(work->rows, coding ? coding->rule : "");
    write_quote(work, coding);
}
