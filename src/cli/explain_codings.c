#include <stdlib.h>
#include <string.h>

#include <lyhord/coding/statements.h>

#include "../base/autoptr.h"
#include "../coding/autoptr.h"
#include "explain.h"
#include "rows.h"

static const char *const columns[] = {
    "respondent", "document",  "turn",     "start", "end",   "code",  "polarity",
    "state",      "time",      "status",   "coder", "rule",  "quote", "counts",
    "why",        "statement", "question", "where", "meets", "words", "spoken",
};

enum { BEFORE_COUNTS = 13, COLUMNS = G_N_ELEMENTS(columns) };

static void clear_explained(void *data)
{
    explained *row = data;
    g_free(row->document);
    g_free(row->quote);
    g_free(row->coder);
    g_free(row->rule);
    if (row->meets)
        g_string_free(row->meets, TRUE);
}

void explaining_clear(explaining *all)
{
    cli_cell_clear(&all->cell);
    explain_people_clear(&all->people);
    lyh_tally_free(all->tally);
    lyh_statement_log_free(all->log);
    lyh_study_guide_free(all->guide);
    if (all->rows)
        g_array_unref(all->rows);
}

/* ---- what is behind the cell ---- */

/* Of one of the cell's codes, or below it. */
static bool is_of_codes(const explaining *all, const lyh_coding *coding)
{
    const lyh_codebook *codebook = lyh_study_codebook(all->study);
    return lyh_codebook_is_within(codebook, coding->code, all->cell.code) ||
           (all->with != LYH_NONE &&
            lyh_codebook_is_within(codebook, coding->code, all->with));
}

/*
 * Those that count, as the tally takes them: what is said of a code below the cell's is said of
 * the cell's, and of wishes the words are what is said.
 */
static lyh_codings *counted_of(const explaining *all, const lyh_codings *codings)
{
    lyh_codings *counted = lyh_codings_new();
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        lyh_coding coding = *lyh_codings_at(codings, i);
        if (!is_of_codes(all, &coding) ||
            explain_coding(&all->people, &coding, false, all->with_suggested) !=
                EXPLAIN_COUNTED)
            continue;
        coding.code = all->cell.code;
        if (coding.state == LYH_WISH) {
            coding.state = LYH_STATED;
            coding.polarity = LYH_NEUTRAL;
        }
        lyh_codings_add(counted, coding);
    }
    return counted;
}

/* Which of the @count statements @coding is part of, from 1; 0: of none. */
static size_t statement_of(const lyh_statement *statements, size_t count,
                           const lyh_coding *coding)
{
    for (size_t i = 0; i < count; i++) {
        bool is_its =
            statements[i].turn == coding->turn &&
            (coding->state == LYH_WISH || statements[i].polarity == coding->polarity) &&
            statements[i].start <= coding->start && coding->end <= statements[i].end;
        if (is_its)
            return i + 1;
    }
    return 0;
}

static void keep(explaining *all, const lyh_visit *visit, const lyh_coding *coding,
                 explain_why why, size_t statement)
{
    const lyh_document *document = visit->document;
    explained row = {
        .respondent = coding->respondent,
        .document = g_strdup(lyh_document_name(document)),
        .quote = g_strndup(lyh_document_text(document) + coding->start,
                           coding->end - coding->start),
        .coder = g_strdup(coding->coder),
        .rule = g_strdup(coding->rule),
        .start = lyh_document_character(document, coding->start),
        .end = lyh_document_character(document, coding->end),
        .coding = *coding,
        .why = why,
        .statement = statement > 0 ? all->statements + statement : 0,
        .question = lyh_document_turn(document, coding->turn)->question,
        .where = "",
    };
    if (all->table->judge)
        all->table->judge(all, &row);
    if (row.why != EXPLAIN_COUNTED)
        row.statement = 0;
    g_array_append_val(all->rows, row);
}

/* Of the cell's code or below it, and not of a person outside its group. */
static bool is_concerned(const explaining *all, const lyh_coding *coding)
{
    bool is_nobodys =
        coding->respondent == LYH_NONE && all->cell.attribute == LYH_NONE && !all->only;
    return is_of_codes(all, coding) &&
           (is_nobodys || explain_people_has(&all->people, coding->respondent));
}

static bool explain_document(void *user, const lyh_visit *visit)
{
    explaining *all = user;
    g_autoptr(lyh_codings) counted = counted_of(all, visit->codings);
    size_t count;
    g_autofree lyh_statement *statements =
        lyh_statements_from(counted, visit->tokens, all->with_suggested, &count);
    for (size_t i = 0; i < lyh_codings_count(visit->codings); i++) {
        const lyh_coding *coding = lyh_codings_at(visit->codings, i);
        if (!is_concerned(all, coding))
            continue;
        explain_why why = explain_coding(&all->people, coding, false, all->with_suggested);
        size_t statement =
            why == EXPLAIN_COUNTED ? statement_of(statements, count, coding) : 0;
        keep(all, visit, coding, why, statement);
    }
    all->statements += count;
    for (size_t i = 0; i < lyh_codings_count(visit->repeated); i++) {
        const lyh_coding *coding = lyh_codings_at(visit->repeated, i);
        if (is_concerned(all, coding))
            keep(all, visit, coding, EXPLAIN_DUPLICATE, 0);
    }
    return true;
}

/* ---- the answer ---- */

static int by_person(const void *one, const void *two)
{
    const explained *a = one, *b = two;
    return (a->respondent > b->respondent) - (a->respondent < b->respondent);
}

static void write_place(const explaining *all, cli_rows *rows, const explained *row)
{
    rows_text(rows, row->respondent == LYH_NONE
                        ? ""
                        : lyh_respondents_id(all->people.respondents, row->respondent));
    rows_text(rows, row->document);
    rows_number(rows, row->coding.turn + 1);
    rows_number(rows, row->start);
    rows_number(rows, row->end);
}

/* Of the person: words inside such statements, and words altogether. */
static void write_words(const explaining *all, cli_rows *rows, size_t respondent)
{
    if (respondent == LYH_NONE) {
        rows_text(rows, "");
        rows_text(rows, "");
        return;
    }
    rows_number(rows,
                lyh_tally_words(all->tally, respondent, all->cell.code, all->cell.measure));
    rows_number(rows, lyh_tally_spoken(all->tally, respondent));
}

static void write_row(const explaining *all, cli_rows *rows, const explained *row)
{
    const lyh_codebook *codebook = lyh_study_codebook(all->study);
    write_place(all, rows, row);
    rows_text(rows, lyh_codebook_code(codebook, row->coding.code)->name);
    rows_text(rows, lyh_polarity_name(row->coding.polarity));
    rows_text(rows, lyh_state_name(row->coding.state));
    rows_text(rows, lyh_time_name(row->coding.time));
    rows_text(rows, lyh_status_name(row->coding.status));
    rows_text(rows, row->coder);
    rows_text(rows, row->rule);
    rows_text(rows, row->quote);
    rows_number(rows, row->why == EXPLAIN_COUNTED);
    rows_text(rows, explain_why_name(row->why));
    if (row->statement > 0)
        rows_number(rows, row->statement);
    else
        rows_text(rows, "");
    rows_text(rows, row->question == LYH_NONE
                        ? ""
                        : lyh_study_question(all->study, row->question));
    rows_text(rows, row->where);
    rows_text(rows, row->meets ? row->meets->str : "");
    write_words(all, rows, row->respondent);
}

/* Whoever is in the base and has no coding there is counted too: "of 12". */
static void write_silent(explaining *all, cli_rows *rows, size_t respondent)
{
    explained nothing = { .respondent = respondent,
                          .coding = { .code = all->cell.code },
                          .why = EXPLAIN_NOTHING,
                          .question = LYH_NONE,
                          .where = "" };
    if (all->table->judge)
        all->table->judge(all, &nothing);
    rows_text(rows, lyh_respondents_id(all->people.respondents, respondent));
    for (size_t i = 1; i < BEFORE_COUNTS; i++)
        rows_text(rows, "");
    rows_number(rows, 0);
    rows_text(rows, explain_why_name(EXPLAIN_NOTHING));
    rows_text(rows, ""); /* statement */
    rows_text(rows, ""); /* question */
    rows_text(rows, nothing.where);
    rows_text(rows, ""); /* meets */
    write_words(all, rows, respondent);
}

typedef struct explain_sums {
    size_t base, persons, hits;
} explain_sums;

/* The rows of @respondent, from row @at on; how many there are. */
static guint write_person(explaining *all, cli_rows *rows, size_t respondent, guint at,
                          explain_sums *sums)
{
    guint from = at;
    size_t hits = 0;
    for (; at < all->rows->len; at++) {
        const explained *row = &g_array_index(all->rows, explained, at);
        if (row->respondent != respondent)
            break;
        write_row(all, rows, row);
        hits += row->why == EXPLAIN_COUNTED;
    }
    if (at == from)
        write_silent(all, rows, respondent);
    sums->base++;
    sums->persons += hits > 0;
    sums->hits += hits;
    return at - from;
}

static explain_sums write_all(explaining *all, cli_rows *rows)
{
    explain_sums sums = { 0 };
    guint at = 0;
    for (size_t i = 0; i < lyh_respondents_count(all->people.respondents); i++)
        if (explain_people_has(&all->people, i))
            at += write_person(all, rows, i, at, &sums);
    for (; at < all->rows->len; at++) /* of nobody */
        write_row(all, rows, &g_array_index(all->rows, explained, at));
    return sums;
}

/* Statements of which something counts. */
static size_t count_statements(const explaining *all)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < all->rows->len; i++) {
        const explained *row = &g_array_index(all->rows, explained, i);
        if (row->why == EXPLAIN_COUNTED)
            g_hash_table_add(seen, GSIZE_TO_POINTER(row->statement));
    }
    return g_hash_table_size(seen);
}

void explain_warn(lyh_cli *cli, bool is_hidden)
{
    if (is_hidden)
        lyh_diags_warning(
            cli->diags, "explain-hidden", lyh_place_none(),
            "no table prints this number, because it points at somebody: do not tell it, "
            "or what it is made of, to anybody outside");
    lyh_diags_note(cli->diags, "explain-material", lyh_place_none(),
                   "these are people's own words and ids: they are for those who work in "
                   "the study, and never for handing over");
}

static void write_answer(explaining *all)
{
    lyh_cli *cli = all->cli;
    g_array_sort(all->rows, by_person); /* stable: within a person as they stand */
    if (all->table->finish)
        all->table->finish(all);
    g_autoptr(cli_rows) rows = rows_new(cli, columns, COLUMNS);
    if (!rows)
        return;
    explain_sums sums = write_all(all, rows);
    if (!rows_close(g_steal_pointer(&rows)))
        return;
    if (!cli->is_quiet)
        cli_say(cli, "persons: %zu of %zu; statements: %zu; hits: %zu", sums.persons,
                sums.base, count_statements(all), sums.hits);
    explain_warn(cli, all->people.is_hidden);
}

/* ---- what tables share ---- */

void explain_hide_rare(explaining *all, size_t code)
{
    all->people.is_hidden |=
        lyh_tally_persons(all->tally, code, LYH_MEASURE_ANY) < all->people.view.threshold;
}

void explain_number_statements(explaining *all)
{
    for (guint i = 0; i < all->rows->len; i++) {
        explained *row = &g_array_index(all->rows, explained, i);
        size_t found = row->why == EXPLAIN_COUNTED
                           ? lyh_statement_log_find(all->log, row->document, &row->coding)
                           : LYH_NONE;
        row->statement = found == LYH_NONE ? 0 : found + 1;
    }
}

void explained_leave_out(explained *row, explain_why why)
{
    row->why = why;
    row->statement = 0;
}

bool explain_read_code(explaining *all, const char *word, size_t *code)
{
    g_auto(cli_cell) cell;
    if (!cli_cell_read(&cell, all->cli, all->study, lyh_place_none(), word))
        return false;
    *code = cell.code;
    if (cell.measure == LYH_MEASURE_ANY && cell.attribute == LYH_NONE)
        return true;
    lyh_diags_error(all->cli->diags, "cell-unknown", lyh_place_none(),
                    "table '%s' is of everyone and of all that was said: name codes alone, "
                    "without .plus and the like and without @ATTRIBUTE=VALUE",
                    all->table->name);
    return lyh_error_set(&all->cli->error, LYH_ERROR_DATA, 0, "");
}

/* ---- the way there ---- */

static bool count(explaining *all)
{
    lyh_cli *cli = all->cli;
    all->log = lyh_statement_log_new();
    const lyh_tally_options options = { .with_suggested = all->with_suggested,
                                        .log = all->log };
    lyh_study_counts counts;
    all->tally =
        lyh_study_tally(all->study, &options, NULL, &counts, cli->diags, &cli->error);
    return all->tally &&
           explain_people_init(&all->people, cli, all->study, all->tally, &all->cell) &&
           (!all->table->prepare || all->table->prepare(all));
}

void explain_codings(lyh_cli *cli, lyh_study *study, const explain_table *table,
                     char **words, bool with_suggested)
{
    g_auto(explaining) all = {
        .cli = cli,
        .study = study,
        .table = table,
        .with_suggested = with_suggested,
        .with = LYH_NONE,
        .question = LYH_NONE,
        .rows = g_array_new(FALSE, FALSE, sizeof(explained)),
    };
    g_array_set_clear_func(all.rows, clear_explained);
    if (!table->read(&all, words) || !count(&all))
        return;
    /* What there is to say of the files has been said when they were counted. */
    g_autoptr(lyh_diags) said = lyh_diags_new(NULL);
    if (lyh_study_walk(study, with_suggested ? LYH_WHICH_BOTH : LYH_WHICH_PEOPLE,
                       explain_document, &all, said, &cli->error))
        write_answer(&all);
}
