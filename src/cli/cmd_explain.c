#include <stdlib.h>
#include <string.h>

#include <lyhord/coding/statements.h>

#include "../base/autoptr.h"
#include "../coding/autoptr.h"
#include "explain.h"
#include "outgoing.h"
#include "rows.h"

static const char *const columns[] = {
    "respondent", "document", "turn",  "start", "end",   "code",   "polarity", "state",
    "time",       "status",   "coder", "rule",  "quote", "counts", "why",      "statement",
};

/* One row, kept until all are there: they are shown person by person. */
typedef struct explained {
    size_t respondent; /* or LYH_NONE */
    char *document, *quote, *coder, *rule;
    size_t start, end; /* characters */
    lyh_coding coding;
    explain_why why;
    size_t statement; /* from 1; 0: of none that counts */
} explained;

typedef struct explaining {
    lyh_study *study;
    const explain_people *people;
    const lyh_codebook *codebook;
    bool with_suggested;
    GArray *rows; /* explained */
    size_t statements;
} explaining;

static void clear_explained(void *data)
{
    explained *row = data;
    g_free(row->document);
    g_free(row->quote);
    g_free(row->coder);
    g_free(row->rule);
}

/* ---- what is behind the cell ---- */

/* Those that count, as lyh_statements_from() takes them: of wishes the words are what is said. */
static lyh_codings *counted_of(const explaining *all, const lyh_codings *codings)
{
    lyh_codings *counted = lyh_codings_new();
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        lyh_coding coding = *lyh_codings_at(codings, i);
        if (!lyh_codebook_is_within(all->codebook, coding.code, all->people->cell->code) ||
            explain_coding(all->people, &coding, false, all->with_suggested) !=
                EXPLAIN_COUNTED)
            continue;
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
            statements[i].code == coding->code && statements[i].turn == coding->turn &&
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
    };
    g_array_append_val(all->rows, row);
}

/* Of the cell's code or below it, and not of a person outside its group. */
static bool is_concerned(const explaining *all, const lyh_coding *coding)
{
    const cli_cell *cell = all->people->cell;
    bool is_nobodys = coding->respondent == LYH_NONE && cell->attribute == LYH_NONE;
    return lyh_codebook_is_within(all->codebook, coding->code, cell->code) &&
           (is_nobodys || explain_people_has(all->people, coding->respondent));
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
        explain_why why = explain_coding(all->people, coding, false, all->with_suggested);
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
                        : lyh_respondents_id(all->people->respondents, row->respondent));
    rows_text(rows, row->document);
    rows_number(rows, row->coding.turn + 1);
    rows_number(rows, row->start);
    rows_number(rows, row->end);
}

static void write_row(const explaining *all, cli_rows *rows, const explained *row)
{
    write_place(all, rows, row);
    rows_text(rows, lyh_codebook_code(all->codebook, row->coding.code)->name);
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
}

/* Whoever is in the base and has no coding there is counted too: "of 12". */
static void write_silent(const explaining *all, cli_rows *rows, size_t respondent)
{
    rows_text(rows, lyh_respondents_id(all->people->respondents, respondent));
    for (size_t i = 1; i < G_N_ELEMENTS(columns) - 3; i++)
        rows_text(rows, "");
    rows_number(rows, 0);
    rows_text(rows, explain_why_name(EXPLAIN_NOTHING));
    rows_text(rows, "");
}

typedef struct explain_sums {
    size_t base, persons, hits;
} explain_sums;

/* The rows of @respondent, from row @at on; how many there are. */
static guint write_person(const explaining *all, cli_rows *rows, size_t respondent,
                          guint at, explain_sums *sums)
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

static explain_sums write_all(const explaining *all, cli_rows *rows)
{
    explain_sums sums = { 0 };
    guint at = 0;
    g_array_sort(all->rows, by_person); /* stable: within a person as they stand */
    for (size_t i = 0; i < lyh_respondents_count(all->people->respondents); i++)
        if (explain_people_has(all->people, i))
            at += write_person(all, rows, i, at, &sums);
    for (; at < all->rows->len; at++) /* of nobody */
        write_row(all, rows, &g_array_index(all->rows, explained, at));
    return sums;
}

static void warn(const explaining *all, lyh_cli *cli)
{
    if (all->people->is_hidden)
        lyh_diags_warning(
            cli->diags, "explain-hidden", lyh_place_none(),
            "no table prints this number, because it points at somebody: do not tell it, "
            "or what it is made of, to anybody outside");
    lyh_diags_note(cli->diags, "explain-material", lyh_place_none(),
                   "these are people's own words and ids: they are for those who work in "
                   "the study, and never for handing over");
}

static void write_answer(const explaining *all, lyh_cli *cli)
{
    g_autoptr(cli_rows) rows = rows_new(cli, columns, G_N_ELEMENTS(columns));
    if (!rows)
        return;
    explain_sums sums = write_all(all, rows);
    if (!rows_close(g_steal_pointer(&rows)))
        return;
    if (!cli->is_quiet)
        cli_say(cli, "persons: %zu of %zu; statements: %zu; hits: %zu", sums.persons,
                sums.base, all->statements, sums.hits);
    warn(all, cli);
}

static void explain(lyh_cli *cli, lyh_study *study, const char *name, bool with_suggested)
{
    g_auto(cli_cell) cell;
    if (!cli_cell_read(&cell, cli, study, name))
        return;
    const lyh_tally_options options = { .with_suggested = with_suggested };
    lyh_study_counts counts;
    g_autoptr(lyh_tally) tally =
        lyh_study_tally(study, &options, NULL, &counts, cli->diags, &cli->error);
    g_auto(explain_people) people = { 0 };
    if (!tally || !explain_people_init(&people, cli, study, tally, &cell))
        return;
    explaining all = { .study = study,
                       .people = &people,
                       .codebook = lyh_study_codebook(study),
                       .with_suggested = with_suggested,
                       .rows = g_array_new(FALSE, FALSE, sizeof(explained)) };
    g_array_set_clear_func(all.rows, clear_explained);
    /* What there is to say of the files has been said when they were counted. */
    g_autoptr(lyh_diags) said = lyh_diags_new(NULL);
    if (lyh_study_walk(study, with_suggested ? LYH_WHICH_BOTH : LYH_WHICH_PEOPLE,
                       explain_document, &all, said, &cli->error))
        write_answer(&all, cli);
    g_array_unref(all.rows);
}

/* ---- where it may be written ---- */

static bool may_write(lyh_cli *cli)
{
    if (!cli->output_path || !outgoing_is(cli->output_path))
        return true;
    lyh_diags_error(cli->diags, "explain-reports", lyh_place_file(cli->output_path),
                    "what is in reports/ is for handing over, and this is people's own "
                    "words with their ids; write it beside the transcripts, if at all");
    return lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, "");
}

/* A table whose cells can be explained, or the manifest of a report. */
static bool knows_table(const lyh_cli *cli, const char *name)
{
    if (strcmp(name, "tally") == 0 || strcmp(name, "manifest") == 0)
        return true;
    cli_usage(cli, "'%s' is not explained; write tally CELL, or manifest FILE", name);
    return false;
}

static int explain_named(lyh_cli *cli, cli_inputs *inputs, const char *table,
                         const char *cell)
{
    g_autoptr(lyh_study) study = may_write(cli) ? cli_study(cli, inputs, true) : NULL;
    bool is_of_manifest = strcmp(table, "manifest") == 0;
    bool is_same = true;
    if (study && is_of_manifest)
        is_same = explain_manifest(cli, study, inputs->folder, cell);
    else if (study && cli_has_codebook(cli, study))
        explain(cli, study, cell, inputs->suggested);
    int exit = cli_finish(cli);
    return exit == EXIT_FINE && !is_same ? EXIT_WARNINGS : exit;
}

int cmd_explain(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    const GOptionEntry own[] = { { "suggested", 0, 0, G_OPTION_ARG_NONE, &inputs.suggested,
                                   N_("count the machine's suggestions too"), NULL },
                                 G_OPTION_ENTRY_NULL };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY] tally CELL | manifest FILE",
                   N_("List the statements behind a number"), own, &exit))
        return exit;
    guint words = g_strv_length(cli->arguments);
    if (words < 2 || words > 3)
        return cli_usage(cli, "explain wants a table and a cell, such as: lyhord explain "
                              "tally bemötande.minus");
    char **named = cli->arguments + words - 2;
    g_autofree char *table = g_steal_pointer(&named[0]);
    g_autofree char *cell = g_steal_pointer(&named[1]);
    return knows_table(cli, table) ? explain_named(cli, &inputs, table, cell) : EXIT_USAGE;
}
