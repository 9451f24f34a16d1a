#include <math.h>

#include "gate.h"
#include "suggest.h"

/* Decimals of measures, scores and weights; beside a sentence a weight has two. */
#define DECIMALS 4

/* With fewer an interval is not to be taken at its word. */
#define FEW_DOCUMENTS 20

/* ---- sentences ---- */

static bool has_commas(const suggest_work *work)
{
    if (work->cli->format == FORMAT_TEXT)
        return g_str_equal(lyh_catalog_language(work->cli->catalog), "sv");
    return work->cli->format != FORMAT_JSON && work->cli->style != LYH_CSV_C;
}

char *suggest_decimal_told(const suggest_work *work, const char *format, double value)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(number, sizeof number, format, value);
    return g_strdelimit(g_strdup(number), ".", has_commas(work) ? ',' : '.');
}

char *suggest_words_told(const suggest_work *work, const lyh_suggestion *found)
{
    GString *told = g_string_new(NULL);
    for (size_t i = 0; i < found->word_count; i++) {
        g_autofree char *number =
            suggest_decimal_told(work, "%+.2f", found->words[i].weight);
        g_string_append_printf(told, "%s%s %s", i > 0 ? "; " : "", found->words[i].word,
                               number);
    }
    return g_string_free(told, FALSE);
}

static void write_sentence(const suggest_work *work, cli_rows *rows, size_t rank,
                           const lyh_suggestion *found)
{
    g_autofree char *words = suggest_words_told(work, found);
    rows_number(rows, rank);
    rows_text(rows, lyh_codebook_code(work->codebook, found->code)->name);
    rows_text(rows, found->name);
    rows_text(rows,
              lyh_respondents_id(lyh_study_respondents(work->study), found->respondent));
    rows_number(rows, found->turn + 1);
    rows_number(rows, found->first_character);
    rows_number(rows, found->end_character);
    rows_decimal(rows, found->score, DECIMALS);
    rows_text(rows, words);
    rows_text(rows, found->quote);
}

bool suggest_write_sentences(const suggest_work *work)
{
    static const char *const columns[] = { "rank",  "code",  "document", "respondent",
                                           "turn",  "start", "end",      "score",
                                           "words", "quote" };
    if (work->cli->format == FORMAT_TEXT)
        return suggest_list_sentences(work);
    g_autoptr(cli_rows) rows = rows_new(work->cli, columns, G_N_ELEMENTS(columns));
    if (!rows)
        return false;
    for (size_t code = 0; code < lyh_codebook_count(work->codebook); code++) {
        size_t count;
        const lyh_suggestion *found =
            lyh_learning_suggestions(work->learning, code, &count);
        for (size_t i = 0; suggest_asks_for(work, code) && i < count; i++)
            write_sentence(work, rows, i + 1, &found[i]);
    }
    return rows_close(g_steal_pointer(&rows));
}

/* ---- the model ---- */

bool suggest_write_words(const suggest_work *work)
{
    static const char *const columns[] = { "code",    "word",     "weight",
                                           "persons", "positive", "negative" };
    if (work->cli->format == FORMAT_TEXT)
        return suggest_list_words(work);
    g_autoptr(cli_rows) rows = rows_new(work->cli, columns, G_N_ELEMENTS(columns));
    if (!rows)
        return false;
    for (size_t code = 0; code < lyh_codebook_count(work->codebook); code++) {
        size_t count;
        if (!suggest_asks_for(work, code))
            continue;
        g_autofree lyh_learned_word *words =
            lyh_learning_words(work->learning, code, work->limit, &count);
        for (size_t i = 0; i < count; i++) {
            rows_text(rows, lyh_codebook_code(work->codebook, code)->name);
            rows_text(rows, words[i].word);
            rows_decimal(rows, words[i].weight, DECIMALS);
            rows_number(rows, words[i].persons);
            rows_number(rows, words[i].positive);
            rows_number(rows, words[i].negative);
        }
    }
    return rows_close(g_steal_pointer(&rows));
}

/* ---- codings ---- */

/* Codings of one document, and the texts they borrow. */
typedef struct codings_written {
    const suggest_work *work;
    lyh_output *output;
    GPtrArray *rules; /* char * */
} codings_written;

static void add_coding(const codings_written *writing, lyh_codings *codings,
                       const lyh_suggestion *found)
{
    g_autofree char *words = suggest_words_told(writing->work, found);
    char *rule = g_strconcat(LYH_MODEL_RULE, words, NULL);
    g_ptr_array_add(writing->rules, rule);
    lyh_codings_add(codings, (lyh_coding){ .turn = found->turn,
                                           .respondent = found->respondent,
                                           .sentence = found->sentence,
                                           .start = found->start,
                                           .end = found->end,
                                           .code = found->code,
                                           .polarity = LYH_NEUTRAL,
                                           .state = LYH_STATED,
                                           .cue_start = found->start,
                                           .cue_end = found->start,
                                           .status = LYH_SUGGESTED,
                                           .coder = LYH_MODEL_CODER,
                                           .rule = rule });
}

static void gather(const codings_written *writing, size_t document, lyh_codings *codings)
{
    const suggest_work *work = writing->work;
    for (size_t code = 0; code < lyh_codebook_count(work->codebook); code++) {
        size_t count;
        const lyh_suggestion *found =
            lyh_learning_suggestions(work->learning, code, &count);
        for (size_t i = 0; suggest_asks_for(work, code) && i < count; i++)
            if (found[i].document == document)
                add_coding(writing, codings, &found[i]);
    }
    lyh_codings_sort(codings);
}

static bool write_document(const codings_written *writing, size_t index)
{
    const suggest_work *work = writing->work;
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    gather(writing, index, codings);
    if (lyh_codings_count(codings) == 0)
        return true;
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(work->cli->messages);
    g_autoptr(lyh_document) document =
        lyh_study_document(work->study, index, unsaid, &work->cli->error);
    return document &&
           lyh_codings_write(writing->output, work->cli->style, codings, document,
                             work->codebook, lyh_study_respondents(work->study));
}

bool suggest_write_codings(const suggest_work *work)
{
    lyh_output *output = cli_output(work->cli);
    if (!output)
        return false;
    g_autoptr(GPtrArray) rules = g_ptr_array_new_with_free_func(g_free);
    const codings_written writing = { work, output, rules };
    bool is_fine = lyh_codings_write_heading(output, work->cli->style);
    for (size_t i = 0; is_fine && i < lyh_study_file_count(work->study); i++)
        is_fine = write_document(&writing, i);
    if (is_fine)
        return lyh_output_close(output, &work->cli->error);
    lyh_output_discard(output);
    return false;
}

/* ---- measures ---- */

/* 0/0 is no number, least of all 0 or 1. */
static lyh_cell measured(double value)
{
    return isnan(value)
               ? lyh_cell_not_asked()
               : lyh_cell_decimal((int64_t)llround(value * pow(10, DECIMALS)), DECIMALS);
}

/* Programs get fixed words, and every figure. */
static bool is_for_people(const suggest_work *work)
{
    return work->cli->format != FORMAT_CSV && work->cli->format != FORMAT_JSON;
}

static const char *status_told(const suggest_work *work, lyh_learned_status status)
{
    const lyh_catalog *catalog = work->cli->catalog;
    if (!is_for_people(work))
        return lyh_learned_status_name(status);
    switch (status) {
    case LYH_LEARNED_WELL:
        return lyh_trc(catalog, "status", "suggests");
    case LYH_LEARNED_CHANCE:
        return lyh_trc(catalog, "status", "no better than chance");
    case LYH_LEARNED_FEW:
    case LYH_LEARNED_UNUSED:
        break;
    }
    return lyh_trc(catalog, "status", "too few decisions");
}

typedef struct measure_column {
    const char *name, *heading;
} measure_column;

/* A screen or a page takes this many of the columns; the rest is for those who compute. */
#define SHOWN_COLUMNS 15

static void add_columns(const suggest_work *work, lyh_table *table)
{
    const lyh_catalog *catalog = work->cli->catalog;
    const measure_column columns[] = {
        { "code", lyh_trc(catalog, "heading", "code") },
        { "status", lyh_trc(catalog, "heading", "status") },
        { "positive", lyh_trc(catalog, "heading", "with it") },
        { "rejected", lyh_trc(catalog, "heading", "rejected") },
        { "other", lyh_trc(catalog, "heading", "other codes") },
        { "base_rate", lyh_trc(catalog, "heading", "chance") },
        { "average_precision", lyh_trc(catalog, "heading", "AP") },
        { "gain_low", lyh_trc(catalog, "heading", "gain from") },
        { "gain_high", lyh_trc(catalog, "heading", "gain to") },
        { "auc", lyh_trc(catalog, "heading", "AUC") },
        { "precision", lyh_trc(catalog, "heading", "precision") },
        { "recall", lyh_trc(catalog, "heading", "recall") },
        { "brier", lyh_trc(catalog, "heading", "Brier") },
        { "rules_precision", lyh_trc(catalog, "heading", "rules: precision") },
        { "rules_recall", lyh_trc(catalog, "heading", "rules: recall") },
        { "rules_average_precision", "" },
        { "auc_low", "" },
        { "auc_high", "" },
        { "brier_base", "" },
        { "folds", "" },
    };
    size_t count = is_for_people(work) ? SHOWN_COLUMNS : G_N_ELEMENTS(columns);
    for (size_t i = 0; i < count; i++)
        lyh_table_add_column(table, columns[i].name, columns[i].heading);
}

static void add_row(const suggest_work *work, lyh_table *table, size_t code,
                    const lyh_learned *learned)
{
    const lyh_cell cells[] = {
        lyh_cell_text(lyh_codebook_code(work->codebook, code)->name),
        lyh_cell_text(status_told(work, learned->status)),
        lyh_cell_count(learned->positive.sentences),
        lyh_cell_count(learned->rejected),
        lyh_cell_count(learned->negative.sentences - learned->rejected),
        measured(learned->base_rate),
        measured(learned->average_precision),
        measured(learned->gain.low),
        measured(learned->gain.high),
        measured(learned->auc),
        measured(learned->precision),
        measured(learned->recall),
        measured(learned->brier),
        measured(learned->rules_precision),
        measured(learned->rules_recall),
        measured(learned->rules_average_precision),
        measured(learned->auc_interval.low),
        measured(learned->auc_interval.high),
        measured(learned->brier_base),
        learned->folds > 0 ? lyh_cell_count(learned->folds) : lyh_cell_not_asked(),
    };
    size_t row = lyh_table_add_row(table);
    for (size_t i = 0; i < lyh_table_column_count(table); i++)
        lyh_table_set_cell(table, row, i, cells[i]);
}

static void label(const suggest_work *work, lyh_table *table)
{
    const lyh_catalog *catalog = work->cli->catalog;
    size_t documents = lyh_study_file_count(work->study);
    g_autofree char *source = g_path_get_basename(work->path);
    g_autofree char *base = g_strdup_printf(
        lyh_trn(catalog, "%zu document", "%zu documents", documents), documents);
    lyh_table_set_part(table, LYH_TABLE_TITLE,
                       lyh_tr(catalog, "What can be learned from what people decided"));
    lyh_table_set_part(table, LYH_TABLE_BASE, base);
    lyh_table_set_part(table, LYH_TABLE_UNIT, lyh_tr(catalog, "sentences of respondents"));
    if (*work->path)
        lyh_table_set_part(table, LYH_TABLE_SOURCE, source);
}

static void add_notes(const suggest_work *work, lyh_table *table)
{
    const lyh_catalog *catalog = work->cli->catalog;
    g_autofree char *folds = g_strdup_printf(
        lyh_tr(catalog, "Measured on documents that the model had not seen: at most %d "
                        "parts, left out in turn. Gain: AP (average precision) less what "
                        "chance gives; 95 %% interval from %zu samples of documents, seed "
                        "%zu, widened because the parts learn from the same sentences. "
                        "Nothing is suggested unless the whole interval, and that of AUC, "
                        "is above chance."),
        LYH_LEARNING_FOLDS, (size_t)LYH_LEARNING_RESAMPLES, (size_t)LYH_LEARNING_SEED);
    lyh_table_add_note(table, folds);
    lyh_table_add_note(
        table,
        lyh_tr(catalog, "With it: sentences that an accepted or manual coding of the code "
                        "covers. Rejected: somebody said no. Other codes: somebody read "
                        "the sentence and gave it others, but not this one. Chance: the "
                        "share of sentences with it. Precision and recall: of scores above "
                        "that, which are what is suggested. Brier: mean squared error of "
                        "the score. Rules: what the codebook alone finds of the same "
                        "sentences."));
    if (lyh_study_file_count(work->study) >= FEW_DOCUMENTS)
        return;
    g_autofree char *few = g_strdup_printf(
        lyh_tr(catalog, "With few documents (here %zu) the interval comes out too narrow "
                        "rather than too wide."),
        lyh_study_file_count(work->study));
    lyh_table_add_note(table, few);
}

bool suggest_write_measures(const suggest_work *work)
{
    g_autoptr(lyh_table) table = lyh_table_new("suggest");
    add_columns(work, table);
    for (size_t code = 0; code < lyh_codebook_count(work->codebook); code++) {
        const lyh_learned learned = lyh_learning_of(work->learning, code);
        if (suggest_asks_for(work, code) && learned.status != LYH_LEARNED_UNUSED)
            add_row(work, table, code, &learned);
    }
    label(work, table);
    if (!gate_lets_table(work->cli, work->study, table))
        return false;
    add_notes(work, table);
    return cli_write_table(work->cli, table);
}

/* ---- what is said ---- */

static size_t missing(size_t wanted, size_t have)
{
    return wanted > have ? wanted - have : 0;
}

static void tell_of_few(const suggest_work *work, size_t code, const lyh_learned *learned)
{
    const lyh_decided *with = &learned->positive, *without = &learned->negative;
    lyh_diags_note(
        work->cli->diags, "suggest-few", lyh_place_none(),
        "too little is decided about '%s' to learn from; still missing are sentences with "
        "it: %zu, and without it: %zu; persons: %zu and %zu; documents: %zu and %zu",
        lyh_codebook_code(work->codebook, code)->name,
        missing(LYH_LEARNING_SENTENCES, with->sentences),
        missing(LYH_LEARNING_SENTENCES, without->sentences),
        missing(LYH_LEARNING_PERSONS, with->persons),
        missing(LYH_LEARNING_PERSONS, without->persons),
        missing(LYH_LEARNING_DOCUMENTS, with->documents),
        missing(LYH_LEARNING_DOCUMENTS, without->documents));
}

static void tell_of_code(const suggest_work *work, size_t code, const lyh_learned *learned)
{
    if (learned->status == LYH_LEARNED_FEW)
        tell_of_few(work, code, learned);
    if (learned->status == LYH_LEARNED_CHANCE)
        lyh_diags_note(
            work->cli->diags, "suggest-chance", lyh_place_none(),
            "nothing is suggested for '%s': what was learned of it is no better "
            "than chance on documents it has not seen (lyhord suggest --measure)",
            lyh_codebook_code(work->codebook, code)->name);
}

void suggest_tell(const suggest_work *work)
{
    size_t unused = 0, well = 0;
    for (size_t code = 0; code < lyh_codebook_count(work->codebook); code++) {
        const lyh_learned learned = lyh_learning_of(work->learning, code);
        if (!suggest_asks_for(work, code))
            continue;
        unused += learned.status == LYH_LEARNED_UNUSED;
        well += learned.status == LYH_LEARNED_WELL;
        tell_of_code(work, code, &learned);
    }
    if (unused > 0)
        lyh_diags_note(work->cli->diags, "suggest-few", lyh_place_none(),
                       "codes about which nobody has decided anything: %zu; each needs %d "
                       "sentences with it and %d without, of %d persons in %d documents",
                       unused, LYH_LEARNING_SENTENCES, LYH_LEARNING_SENTENCES,
                       LYH_LEARNING_PERSONS, LYH_LEARNING_DOCUMENTS);
    if (well > 0)
        lyh_diags_note(work->cli->diags, "suggest-score", lyh_place_none(),
                       "a score says how much a sentence is like those people gave the "
                       "code, by its words alone; it is a suggestion of what to read next, "
                       "never a result, and counts nowhere until somebody accepts it");
}
