/* Which rows of people's tables are about the person. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "survey.h"
#include "withdraw_private.h"

static bool is_id(const lyh_withdrawal *withdrawal, const char *cell)
{
    g_autofree char *id = lyh_id_clean(cell);
    return strcmp(id, withdrawal->id) == 0;
}

static const withdrawn_document *document_of(const lyh_withdrawal *withdrawal,
                                             const char *cell)
{
    g_autofree char *name = lyh_ingest_name(cell);
    return g_hash_table_lookup(withdrawal->documents, g_strstrip(name));
}

typedef struct codings_columns {
    size_t document, respondent, turn, start, quote;
} codings_columns;

static char *quote_of(const table_file *file, size_t row, const codings_columns *columns)
{
    const char *quote = lyh_csv_cell(file->csv, row, columns->quote);
    return lyh_text_fold(quote, strlen(quote), NULL);
}

static bool is_in_spans(const withdrawn_document *document, guint64 at)
{
    for (guint i = 0; i + 1 < document->spans->len; i += 2)
        if (at >= g_array_index(document->spans, size_t, i) &&
            at < g_array_index(document->spans, size_t, i + 1))
            return true;
    return false;
}

/*
 * In a document of several persons: by the words, which stay what they are when a transcript is
 * edited; what several said, or nobody does, by turn, else by place.
 */
static bool is_theirs(const table_file *file, size_t row, const codings_columns *columns,
                      const withdrawn_document *document)
{
    guint64 number;
    const char *turn = lyh_csv_cell(file->csv, row, columns->turn);
    const char *start = lyh_csv_cell(file->csv, row, columns->start);
    g_autofree char *quote = quote_of(file, row, columns);
    bool is_in_words = *quote && strstr(document->words, quote);
    bool is_in_rest = *quote && strstr(document->rest, quote);
    if (is_in_words != is_in_rest)
        return is_in_words;
    if (g_ascii_string_to_unsigned(turn, 10, 1, document->turn_count, &number, NULL))
        return document->turns[number - 1];
    if (g_ascii_string_to_unsigned(start, 10, 0, LYH_MAX_TRANSCRIPT, &number, NULL))
        return is_in_spans(document, number);
    return is_in_words;
}

/* A row about a document that has another name by now, or is no more, still holds its words. */
static bool quotes_them(const lyh_withdrawal *withdrawal, const table_file *file,
                        size_t row, const codings_columns *columns)
{
    g_autofree char *quote = quote_of(file, row, columns);
    if (strlen(quote) < WITHDRAW_LEAST_QUOTE)
        return false;
    if (study_survey_says(withdrawal->study, withdrawal->id, quote))
        return true;
    for (guint i = 0; i < withdrawal->order->len; i++) {
        const withdrawn_document *document = withdrawal->order->pdata[i];
        if (strstr(document->words, quote))
            return true;
    }
    return false;
}

static void mark_codings(const lyh_withdrawal *withdrawal, table_file *file)
{
    const codings_columns columns = {
        .document = lyh_csv_find(file->csv, "document|dokument"),
        .respondent = lyh_csv_find(file->csv, "respondent"),
        .turn = lyh_csv_find(file->csv, "turn|tur|replik"),
        .start = lyh_csv_find(file->csv, "start"),
        .quote = lyh_csv_find(file->csv, "quote|citat"),
    };
    for (size_t row = 0; row < lyh_csv_row_count(file->csv); row++) {
        const char *who = lyh_csv_cell(file->csv, row, columns.respondent);
        const char *name = lyh_csv_cell(file->csv, row, columns.document);
        const withdrawn_document *document = document_of(withdrawal, name);
        bool is_somebody_else = *who && !is_id(withdrawal, who);
        if (is_id(withdrawal, who) || (document && document->is_whole) ||
            (!document &&
             (is_id(withdrawal, name) ||
              (!is_somebody_else && quotes_them(withdrawal, file, row, &columns)))) ||
            (document && !is_somebody_else && document->spans->len > 0 &&
             is_theirs(file, row, &columns, document)))
            lyh_csv_edit_remove(file->edit, row);
    }
}

static void mark_respondents(const lyh_withdrawal *withdrawal, table_file *file)
{
    for (size_t row = 0; row < lyh_csv_row_count(file->csv); row++)
        if (is_id(withdrawal, lyh_csv_cell(file->csv, row, 0)))
            lyh_csv_edit_remove(file->edit, row);
}

/* Answers to the survey: the row of the person. */
static void mark_survey(const lyh_withdrawal *withdrawal, table_file *file)
{
    size_t ids = lyh_csv_find(file->csv, LYH_SURVEY_IDS);
    for (size_t row = 0; ids != LYH_NONE && row < lyh_csv_row_count(file->csv); row++)
        if (is_id(withdrawal, lyh_csv_cell(file->csv, row, ids)))
            lyh_csv_edit_remove(file->edit, row);
}

static void mark_transcripts(const lyh_withdrawal *withdrawal, table_file *file)
{
    size_t files = lyh_csv_find(file->csv, "fil|file|document|dokument");
    size_t persons = lyh_csv_find(file->csv, "respondent");
    for (size_t row = 0; row < lyh_csv_row_count(file->csv); row++) {
        const withdrawn_document *document =
            document_of(withdrawal, lyh_csv_cell(file->csv, row, files));
        if ((document && document->is_whole) ||
            is_id(withdrawal, lyh_csv_cell(file->csv, row, persons)))
            lyh_csv_edit_remove(file->edit, row);
    }
}

/* What cannot be read stops all: a row that was not seen would stay. */
static bool add_table(lyh_withdrawal *withdrawal, const char *path,
                      void (*mark)(const lyh_withdrawal *, table_file *), lyh_diags *diags,
                      lyh_error *error)
{
    table_file *file = table_file_open(path, diags, error);
    if (!file)
        return false;
    mark(withdrawal, file);
    g_ptr_array_add(withdrawal->tables, file);
    return true;
}

static bool is_in_survey(const lyh_withdrawal *withdrawal)
{
    const lyh_survey *survey = lyh_study_survey(withdrawal->study);
    for (size_t i = 0; survey && i < lyh_survey_count(survey); i++)
        if (is_id(withdrawal, lyh_survey_id(survey, i)))
            return true;
    return false;
}

/* A workbook, a .sav: what it holds as a table that is to stand as survey.csv in its place. */
static table_file *open_answers(const char *path, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(table_file) file = g_new0(table_file, 1);
    g_autofree char *folder = g_path_get_dirname(path);
    file->path = g_build_filename(folder, "survey.csv", NULL);
    file->replaces = g_strdup(path);
    file->source = lyh_answers_file_read(path, NULL, diags, error);
    file->csv = file->source ? lyh_csv_read(file->source, diags) : NULL;
    if (!file->csv)
        return NULL;
    file->edit = lyh_csv_edit_new(file->csv);
    return g_steal_pointer(&file);
}

/* No row can be taken out of such a file and all else be left: it is replaced whole. */
static bool replace_survey(lyh_withdrawal *withdrawal, lyh_diags *diags, lyh_error *error)
{
    const char *path = lyh_study_survey_path(withdrawal->study);
    g_autofree char *name = g_path_get_basename(path);
    table_file *file = open_answers(path, diags, error);
    if (!file)
        return false;
    mark_survey(withdrawal, file);
    g_ptr_array_add(withdrawal->tables, file);
    lyh_diags_warning(diags, "withdraw-replaces", lyh_place_file(path),
                      "'%s' is replaced by survey.csv with everybody else's rows; other "
                      "sheets, labels and looks do not come along",
                      name);
    return true;
}

/* Without ids the next person would get the number of this one. */
static bool change_survey(lyh_withdrawal *withdrawal, lyh_diags *diags, lyh_error *error)
{
    if (!is_in_survey(withdrawal) || study_survey_csv(withdrawal->study))
        return true;
    if (lyh_survey_has_ids(lyh_study_survey(withdrawal->study)))
        return replace_survey(withdrawal, diags, error);
    const char *path = lyh_study_survey_path(withdrawal->study);
    lyh_diags_error(diags, "withdraw-survey", lyh_place_file(path),
                    "a person's answers can be taken out of a survey that has a column of "
                    "ids; give it one, and withdraw then");
    return lyh_error_set(error, LYH_ERROR_DATA, 0, path);
}

bool withdrawal_find_rows(lyh_withdrawal *withdrawal, lyh_diags *diags, lyh_error *error)
{
    static const struct {
        const char *name;
        void (*mark)(const lyh_withdrawal *, table_file *);
    } lists[] = {
        { "transcripts.csv", mark_transcripts },
        { "respondents.csv", mark_respondents },
        { "survey.csv", mark_survey },
    };
    bool is_read = true;
    g_autoptr(GPtrArray) codings = study_codings_files(withdrawal->study);
    for (guint i = 0; i < codings->len; i++)
        is_read &= add_table(withdrawal, codings->pdata[i], mark_codings, diags, error);
    withdrawal->codings_count = withdrawal->tables->len;
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_autofree char *path = study_path(withdrawal->study, lists[i].name);
        if (path)
            is_read &= add_table(withdrawal, path, lists[i].mark, diags, error);
    }
    return change_survey(withdrawal, diags, error) && is_read;
}
