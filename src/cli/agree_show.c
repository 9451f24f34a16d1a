#include <math.h>
#include <string.h>

#include <lyhord/stats/agreement.h>

#include "agree.h"

/* Decimals of κ and α, so that what is near a limit is seen to be on its side of it. */
#define DECIMALS 4
#define PERCENT_DECIMALS 2

/* With fewer an interval is not to be taken at its word. */
#define FEW_DOCUMENTS 20

/* ---- the table ---- */

static void add_columns(const lyh_catalog *catalog, lyh_table *table)
{
    lyh_table_add_column(table, "unit", lyh_trc(catalog, "heading", "unit"));
    lyh_table_add_column(table, "code", lyh_trc(catalog, "heading", "code"));
    lyh_table_add_column(table, "coders", lyh_trc(catalog, "heading", "coders"));
    lyh_table_add_column(table, "units", lyh_trc(catalog, "heading", "units"));
    lyh_table_add_column(table, "percent", lyh_trc(catalog, "heading", "percent alike"));
    lyh_table_add_column(table, "kappa", "κ");
    lyh_table_add_column(table, "alpha", "α");
    lyh_table_add_column(table, "alpha_low", lyh_trc(catalog, "heading", "α from"));
    lyh_table_add_column(table, "alpha_high", lyh_trc(catalog, "heading", "α to"));
}

static int64_t in_units_of(double value, unsigned decimals)
{
    return (int64_t)llround(value * pow(10, decimals));
}

/* 0/0 is no number, least of all 0 or 1. */
static lyh_cell measured(double value)
{
    return isnan(value) ? lyh_cell_not_asked()
                        : lyh_cell_decimal(in_units_of(value, DECIMALS), DECIMALS);
}

static lyh_cell percent(double share)
{
    return isnan(share) ? lyh_cell_not_asked()
                        : lyh_cell_percent(in_units_of(100 * share, PERCENT_DECIMALS),
                                           PERCENT_DECIMALS);
}

/* Programs get the fixed word, people their own. */
static const char *unit_shown(const agree_view *view)
{
    const lyh_catalog *catalog = view->cli->catalog;
    if (view->cli->format == FORMAT_CSV || view->cli->format == FORMAT_JSON)
        return lyh_agreement_unit_name(view->unit);
    switch (view->unit) {
    case LYH_AGREE_DOCUMENT:
        return lyh_trc(catalog, "unit", "document");
    case LYH_AGREE_SENTENCE:
        return lyh_trc(catalog, "unit", "sentence");
    case LYH_AGREE_STATEMENT:
        return lyh_trc(catalog, "unit", "statement");
    case LYH_AGREE_TURN:
    case LYH_AGREE_UNITS:
        break;
    }
    return lyh_trc(catalog, "unit", "turn");
}

static void add_row(const agree_view *view, lyh_table *table, size_t code,
                    const lyh_agreed *agreed)
{
    const lyh_cell cells[] = {
        lyh_cell_text(unit_shown(view)),
        lyh_cell_text(lyh_codebook_code(view->codebook, code)->name),
        lyh_cell_count(lyh_agreement_coder_count(view->agreement)),
        lyh_cell_count(agreed->units),
        percent(agreed->share),
        measured(agreed->kappa),
        measured(agreed->alpha),
        measured(agreed->interval.low),
        measured(agreed->interval.high),
    };
    size_t row = lyh_table_add_row(table);
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        lyh_table_set_cell(table, row, i, cells[i]);
}

static const char *unit_told(const lyh_catalog *catalog, lyh_agreement_unit unit)
{
    switch (unit) {
    case LYH_AGREE_DOCUMENT:
        return lyh_tr(catalog, "documents");
    case LYH_AGREE_SENTENCE:
        return lyh_tr(catalog, "sentences of respondents");
    case LYH_AGREE_STATEMENT:
        return lyh_tr(catalog, "statements: longest stretches that codings cover");
    case LYH_AGREE_TURN:
    case LYH_AGREE_UNITS:
        break;
    }
    return lyh_tr(catalog, "turns of respondents");
}

static bool is_coded_only(const agree_view *view)
{
    return view->coded_only || view->unit == LYH_AGREE_STATEMENT;
}

/* Which units count decides what chance alone would give, so it is said with every figure. */
static void note_units(const agree_view *view, lyh_table *table)
{
    const lyh_catalog *catalog = view->cli->catalog;
    lyh_table_add_note(
        table, is_coded_only(view)
                   ? lyh_tr(catalog, "Only units that somebody has coded count. Figures "
                                     "over all units are others: what chance gives is "
                                     "another.")
                   : lyh_tr(catalog, "All units of the documents count, also those that "
                                     "nobody has coded."));
}

static void note_measures(const agree_view *view, lyh_table *table)
{
    const lyh_catalog *catalog = view->cli->catalog;
    bool are_many = lyh_agreement_coder_count(view->agreement) > 2;
    lyh_table_add_note(
        table,
        are_many
            ? lyh_tr(catalog, "Percent alike: over all pairs of coders. κ: the mean of "
                              "Cohen's kappa over all pairs. α: Krippendorff's alpha, "
                              "nominal.")
            : lyh_tr(catalog, "κ: Cohen's kappa. α: Krippendorff's alpha, nominal."));
    g_autofree char *interval = g_strdup_printf(
        lyh_tr(catalog, "α from–to: 95 %% interval; %zu bootstrap samples of whole "
                        "documents, because what is said in one document hangs together; "
                        "seed %zu."),
        (size_t)LYH_AGREEMENT_RESAMPLES, (size_t)LYH_AGREEMENT_SEED);
    lyh_table_add_note(table, interval);
}

/* Samples of few clusters vary too little (Cameron, Gelbach & Miller 2008), and studies are small. */
static void note_few_documents(const agree_view *view, lyh_table *table)
{
    size_t documents = lyh_agreement_document_count(view->agreement);
    if (documents >= FEW_DOCUMENTS)
        return;
    g_autofree char *note =
        g_strdup_printf(lyh_tr(view->cli->catalog,
                               "With few documents (here %zu) the interval comes out too "
                               "narrow rather than too wide."),
                        documents);
    lyh_table_add_note(table, note);
}

static void note_undefined(const agree_view *view, lyh_table *table)
{
    lyh_table_add_note(
        table,
        lyh_tr(
            view->cli->catalog,
            "–: not defined. κ and α need variation: where nobody, or everybody, has put "
            "the code on every unit, chance explains it all. An interval needs two "
            "documents at least, and a code that is not in a few of them only."));
}

static void label(const agree_view *view, lyh_table *table)
{
    const lyh_catalog *catalog = view->cli->catalog;
    size_t coders = lyh_agreement_coder_count(view->agreement);
    size_t documents = lyh_agreement_document_count(view->agreement);
    g_autofree char *base =
        g_strdup_printf(lyh_trn(catalog, "%zu coder", "%zu coders", coders), coders);
    g_autofree char *source = g_strdup_printf(
        lyh_trn(catalog, "%zu document", "%zu documents", documents), documents);
    lyh_table_set_part(table, LYH_TABLE_TITLE, lyh_tr(catalog, "How far the coders agree"));
    lyh_table_set_part(table, LYH_TABLE_BASE, base);
    lyh_table_set_part(table, LYH_TABLE_UNIT, unit_told(catalog, view->unit));
    lyh_table_set_part(table, LYH_TABLE_SOURCE, source);
}

lyh_agreed *agree_measure(const agree_view *view)
{
    size_t codes = lyh_codebook_count(view->codebook);
    lyh_agreed *agreed = g_new(lyh_agreed, codes);
    for (size_t code = 0; code < codes; code++)
        agreed[code] = lyh_agreement_of(view->agreement, code, view->coded_only);
    return agreed;
}

lyh_table *agree_table(const agree_view *view, const lyh_agreed *agreed)
{
    lyh_table *table = lyh_table_new("agree");
    add_columns(view->cli->catalog, table);
    for (size_t code = 0; code < lyh_codebook_count(view->codebook); code++)
        add_row(view, table, code, &agreed[code]);
    label(view, table);
    return table;
}

static bool has_undefined(const lyh_table *table)
{
    for (size_t row = 0; row < lyh_table_row_count(table); row++)
        for (size_t i = 0; i < lyh_table_column_count(table); i++)
            if (lyh_table_cell(table, row, i)->kind == LYH_CELL_NOT_ASKED)
                return true;
    return false;
}

void agree_table_add_notes(const agree_view *view, lyh_table *table)
{
    note_units(view, table);
    note_measures(view, table);
    note_few_documents(view, table);
    if (has_undefined(table))
        note_undefined(view, table);
}

void agree_tell_notes(const agree_view *view, const lyh_table *table)
{
    lyh_diags *diags = view->cli->diags;
    const size_t units = lyh_agreement_unit_count(view->agreement, view->coded_only);
    const size_t documents = lyh_agreement_document_count(view->agreement);
    const size_t resamples = LYH_AGREEMENT_RESAMPLES, seed = LYH_AGREEMENT_SEED;
    if (is_coded_only(view))
        lyh_diags_note(diags, "agree-units", lyh_place_none(),
                       "only units that somebody has coded count (units: %zu, documents: "
                       "%zu); intervals are from %zu samples of documents, seed %zu",
                       units, documents, resamples, seed);
    else
        lyh_diags_note(diags, "agree-units", lyh_place_none(),
                       "all units of the documents count, coded or not (units: %zu, "
                       "documents: %zu); intervals are from %zu samples of documents, seed "
                       "%zu",
                       units, documents, resamples, seed);
    if (documents < FEW_DOCUMENTS)
        lyh_diags_note(diags, "agree-units", lyh_place_none(),
                       "with few documents (here %zu) an interval comes out too narrow "
                       "rather than too wide",
                       documents);
    if (has_undefined(table))
        lyh_diags_note(diags, "agree-undefined", lyh_place_none(),
                       "a figure that is – is not defined: there is nothing that varies, "
                       "or too few documents for an interval");
}

/* ---- the limit ---- */

bool agree_reaches(const agree_view *view, const lyh_agreed *agreed, double least)
{
    g_autoptr(GString) below = g_string_new(NULL);
    bool has_any = false;
    for (size_t code = 0; code < lyh_codebook_count(view->codebook); code++) {
        has_any |= !isnan(agreed[code].alpha);
        if (agreed[code].alpha < least)
            g_string_append_printf(below, "%s%s", below->len > 0 ? ", " : "",
                                   lyh_codebook_code(view->codebook, code)->name);
    }
    if (below->len > 0)
        lyh_diags_warning(view->cli->diags, "agree-below", lyh_place_none(),
                          "α is below what --min-alpha asks for: %s", below->str);
    else if (!has_any)
        lyh_diags_warning(view->cli->diags, "agree-below", lyh_place_none(),
                          "no code has an α, so none reaches what --min-alpha asks for");
    return below->len == 0 && has_any;
}

/* ---- where they differ ---- */

cli_rows *agree_rows_new(const agree_view *view, GPtrArray *names)
{
    static const char *const before[] = { "document", "turn", "start", "end", "code" };
    for (size_t i = 0; i < G_N_ELEMENTS(before); i++)
        g_ptr_array_add(names, g_strdup(before[i]));
    for (size_t i = 0; i < lyh_agreement_coder_count(view->agreement); i++)
        g_ptr_array_add(
            names, g_strconcat("coder:", lyh_agreement_coder(view->agreement, i), NULL));
    g_ptr_array_add(names, g_strdup("text"));
    return rows_new(view->cli, (const char *const *)names->pdata, names->len);
}

typedef struct rows_walk {
    const agree_view *view;
    cli_rows *rows;
    const char *name;
    const lyh_document *document;
} rows_walk;

static void write_place(const rows_walk *walk, size_t place)
{
    if (place == LYH_NONE)
        rows_text(walk->rows, "");
    else
        rows_number(walk->rows,
                    walk->document ? lyh_document_character(walk->document, place) : place);
}

static void write_text(const rows_walk *walk, const lyh_disagreement *told)
{
    if (walk->document)
        rows_bytes(walk->rows, lyh_document_text(walk->document) + told->start,
                   told->end - told->start);
    else
        rows_text(walk->rows, told->quote ? told->quote : "");
}

/* A screen has no heading, so there the coder's name stands in the cell. */
static void write_coder(const rows_walk *walk, size_t coder, lyh_coder_says says)
{
    static const char *const signs[] = {
        [LYH_NOT_CODED] = "0", [LYH_CODED] = "1", [LYH_NOT_READ] = "–"
    };
    bool is_named = walk->view->cli->format == FORMAT_TEXT;
    g_autofree char *cell =
        g_strconcat(is_named ? lyh_agreement_coder(walk->view->agreement, coder) : "",
                    is_named ? ":" : "", signs[says], NULL);
    rows_text(walk->rows, cell);
}

static void write_row(void *user, const lyh_disagreement *told)
{
    const rows_walk *walk = user;
    rows_text(walk->rows, walk->name);
    if (told->turn == LYH_NONE)
        rows_text(walk->rows, "");
    else
        rows_number(walk->rows, told->turn + 1);
    write_place(walk, told->start);
    write_place(walk, told->end);
    rows_text(walk->rows, lyh_codebook_code(walk->view->codebook, told->code)->name);
    for (size_t i = 0; i < lyh_agreement_coder_count(walk->view->agreement); i++)
        write_coder(walk, i, told->says[i]);
    write_text(walk, told);
}

void agree_rows_write(const agree_view *view, cli_rows *rows, size_t index,
                      const char *name, const lyh_document *document)
{
    rows_walk walk = { view, rows, name, document };
    lyh_agreement_differences(view->agreement, index, write_row, &walk);
}
