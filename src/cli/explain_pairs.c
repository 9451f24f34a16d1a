/* Numbers of two codes together: themes of the same persons, and cells of a typology. */
#include <string.h>

#include "explain.h"

static bool is_of(const explaining *all, size_t logged, size_t code)
{
    const lyh_logged_statement *said = lyh_statement_log_at(all->log, logged);
    return lyh_codebook_is_within(lyh_study_codebook(all->study), said->code, code);
}

/* Places where the two codes meet, while they are given numbers. */
typedef struct meeting {
    explaining *all;
    GPtrArray *places; /* GString * or NULL, by statement of the log */
    size_t count;
} meeting;

static void note_place(meeting *met, size_t logged)
{
    GString *known = met->places->pdata[logged];
    if (!known)
        met->places->pdata[logged] = known = g_string_new(NULL);
    g_string_append_printf(known, "%s%zu", known->len ? "|" : "", met->count);
}

/* The same places as the tables count: any two statements that share words, one of each code. */
static void meet(void *user, size_t one, size_t other)
{
    meeting *met = user;
    size_t a = met->all->cell.code, b = met->all->with;
    bool is_met = (is_of(met->all, one, a) && is_of(met->all, other, b)) ||
                  (is_of(met->all, one, b) && is_of(met->all, other, a));
    if (!is_met)
        return;
    met->count++;
    note_place(met, one);
    if (other != one)
        note_place(met, other);
}

static void free_place(gpointer place)
{
    if (place)
        g_string_free(place, TRUE);
}

static void find_meetings(explaining *all)
{
    g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(free_place);
    g_ptr_array_set_size(places, (gint)lyh_statement_log_count(all->log));
    meeting met = { all, places, 0 };
    lyh_statement_log_each_overlap(all->log, meet, &met);
    for (guint i = 0; i < all->rows->len; i++) {
        explained *row = &g_array_index(all->rows, explained, i);
        const GString *place =
            row->statement > 0 ? places->pdata[row->statement - 1] : NULL;
        if (place)
            row->meets = g_string_new(place->str);
    }
}

/* ---- themes that the same persons took up ---- */

static void finish_cooccurrence(explaining *all)
{
    explain_number_statements(all);
    find_meetings(all);
    for (guint i = 0; i < all->rows->len; i++) {
        explained *row = &g_array_index(all->rows, explained, i);
        if (row->why == EXPLAIN_COUNTED &&
            !(lyh_tally_said(all->tally, row->respondent, all->cell.code,
                             LYH_MEASURE_ANY) &&
              lyh_tally_said(all->tally, row->respondent, all->with, LYH_MEASURE_ANY)))
            explained_leave_out(row, EXPLAIN_ONE_CODE);
    }
}

static bool read_pair(explaining *all, char **words)
{
    all->cell = (cli_cell){ .attribute = LYH_NONE, .second = LYH_NONE };
    return explain_read_code(all, words[0], &all->cell.code) &&
           explain_read_code(all, words[1], &all->with);
}

/* A code that few took up has no row: what else these few spoke of would be a portrait of them. */
static bool prepare_cooccurrence(explaining *all)
{
    const lyh_codebook *book = lyh_study_codebook(all->study);
    size_t codes[] = { all->cell.code, all->with };
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++)
        explain_hide_rare(all, codes[i]);
    if (!lyh_codebook_is_within(book, codes[0], codes[1]) &&
        !lyh_codebook_is_within(book, codes[1], codes[0]))
        return true;
    lyh_diags_error(all->cli->diags, "cell-unknown", lyh_place_none(),
                    "'%s' and '%s' are no pair: one is part of the other",
                    lyh_codebook_code(book, codes[0])->name,
                    lyh_codebook_code(book, codes[1])->name);
    return lyh_error_set(&all->cli->error, LYH_ERROR_DATA, 0, "");
}

const explain_table explain_cooccurrence = {
    .name = "cooccurrence",
    .arguments = "CODE WITH",
    .words = 2,
    .read = read_pair,
    .prepare = prepare_cooccurrence,
    .finish = finish_cooccurrence,
};

/* ---- the typology ---- */

static void finish_typology(explaining *all)
{
    explain_number_statements(all);
    find_meetings(all);
    for (guint i = 0; i < all->rows->len; i++) {
        explained *row = &g_array_index(all->rows, explained, i);
        if (row->why == EXPLAIN_COUNTED && !row->meets)
            explained_leave_out(row, EXPLAIN_APART);
    }
}

static bool has_code(const size_t *codes, size_t count, size_t code)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i] == code)
            return true;
    return false;
}

static bool read_typology(explaining *all, char **words)
{
    lyh_cli *cli = all->cli;
    lyh_study_typology *declared =
        lyh_study_typology_new(all->study, cli->diags, &cli->error);
    if (!declared || !read_pair(all, words)) {
        lyh_study_typology_free(declared);
        return false;
    }
    const lyh_typology *typology = lyh_study_typology_of(declared);
    bool has_cell = has_code(typology->rows, typology->row_count, all->cell.code) &&
                    has_code(typology->columns, typology->column_count, all->with);
    lyh_study_typology_free(declared);
    if (has_cell)
        return true;
    lyh_diags_error(cli->diags, "cell-unknown", lyh_place_none(),
                    "the typology has no cell '%s + %s'; name a code of its rows, then one "
                    "of its columns",
                    words[0], words[1]);
    return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
}

const explain_table explain_typology = {
    .name = "typology",
    .arguments = "ROW COLUMN",
    .words = 2,
    .read = read_typology,
    .finish = finish_typology,
};
