#include <lyhord/coding/codings_csv.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/coding/words.h>

#include "autoptr.h"
#include "codings_private.h"

static const lyh_csv_column columns[COLUMN_COUNT] = {
    [COLUMN_DOCUMENT] = { "document|dokument", true },
    [COLUMN_RESPONDENT] = { "respondent", false },
    [COLUMN_TURN] = { "turn|tur|replik", false },
    [COLUMN_START] = { "start", false },
    [COLUMN_END] = { "end|slut", false },
    [COLUMN_CODE] = { "code|kod", true },
    [COLUMN_POLARITY] = { "polarity|polaritet", false },
    [COLUMN_STATE] = { "state|läge|lage|tillstånd|tillstand", false },
    [COLUMN_TIME] = { "time|tid", false },
    [COLUMN_CUE] = { "cue|ledord", false },
    [COLUMN_STATUS] = { "status", false },
    [COLUMN_CODER] = { "coder|kodare", false },
    [COLUMN_RULE] = { "rule|regel", false },
    [COLUMN_QUOTE] = { "quote|citat", false },
    [COLUMN_MARK] = { "mark|märke|marke", false },
    [COLUMN_HASH] = { "text_sha256", false },
};

bool codings_knows_column(const char *heading)
{
    g_autofree char *wanted = lyh_text_fold(heading, strlen(heading), NULL);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        g_auto(GStrv) names = g_strsplit(columns[i].names, "|", -1);
        if (g_strv_contains((const char *const *)names, wanted))
            return true;
    }
    return false;
}

typedef struct codings_reader {
    lyh_codings_file *file;
    const lyh_codebook *codebook;
    lyh_diags *diags;
    size_t row;
} codings_reader;

const char *codings_cell(const lyh_codings_file *file, size_t row, codings_column column)
{
    return lyh_csv_cell(file->csv, row, file->found[column]);
}

lyh_place codings_place(const lyh_codings_file *file, size_t row, codings_column column)
{
    size_t at = file->found[column];
    return lyh_csv_place(file->csv, row,
                         at == LYH_NONE ? file->found[COLUMN_DOCUMENT] : at);
}

static const char *cell(const codings_reader *reading, codings_column column)
{
    return codings_cell(reading->file, reading->row, column);
}

static lyh_place place(const codings_reader *reading, codings_column column)
{
    return codings_place(reading->file, reading->row, column);
}

/* A whole number of at least @least, or LYH_NONE where nothing is written. */
static size_t read_number(const codings_reader *reading, codings_column column,
                          size_t least)
{
    guint64 number;
    const char *text = cell(reading, column);
    if (*text == '\0')
        return LYH_NONE;
    if (g_ascii_string_to_unsigned(text, 10, least, LYH_MAX_TRANSCRIPT, &number, NULL))
        return (size_t)number;
    lyh_diags_error(reading->diags, "coding-number", place(reading, column),
                    "'%s' is no whole number from %zu on", text, least);
    return LYH_NONE;
}

/* The value of the cell's word among @words, or @usual where nothing is written. */
static unsigned read_word(const codings_reader *reading, codings_column column,
                          const lyh_words *words, unsigned usual)
{
    const char *text = cell(reading, column);
    unsigned value = *text ? lyh_words_find(words, text) : usual;
    if (value < words->count)
        return value;
    g_autoptr(GString) known = g_string_new(NULL);
    for (unsigned i = 0; i < words->count; i++)
        if (*words->name(i))
            g_string_append_printf(known, "%s%s", known->len > 0 ? ", " : "",
                                   words->name(i));
    lyh_diags_error(reading->diags, "coding-word", place(reading, column),
                    "'%s' is unknown here; write one of %s", text, known->str);
    return usual;
}

/* Spreadsheets and careful typists write a real minus. */
static lyh_polarity read_polarity(const codings_reader *reading)
{
    if (strcmp(cell(reading, COLUMN_POLARITY), "\u2212") == 0)
        return LYH_MINUS;
    return (lyh_polarity)read_word(reading, COLUMN_POLARITY, &lyh_polarity_words,
                                   LYH_NEUTRAL);
}

/* The code called as @name but for case, or what its readers see, or NULL. */
static const char *code_meant(const lyh_codebook *codebook, const char *name)
{
    g_autofree char *wanted = lyh_text_fold(name, strlen(name), NULL);
    for (size_t i = 0; i < lyh_codebook_count(codebook); i++) {
        const lyh_code *code = lyh_codebook_code(codebook, i);
        g_autofree char *called = lyh_text_fold(code->name, strlen(code->name), NULL);
        g_autofree char *shown = lyh_text_fold(code->label, strlen(code->label), NULL);
        if (strcmp(called, wanted) == 0 || strcmp(shown, wanted) == 0)
            return code->name;
    }
    return NULL;
}

static void complain_of_code(const codings_reader *reading, const char *name)
{
    const char *meant = code_meant(reading->codebook, name);
    if (meant)
        lyh_diags_error(reading->diags, "code-unknown", place(reading, COLUMN_CODE),
                        "'%s' is no code of the codebook; write it as there: %s", name,
                        meant);
    else
        lyh_diags_error(reading->diags, "code-unknown", place(reading, COLUMN_CODE),
                        "'%s' is no code of the codebook; correct it, or give it a row in "
                        "codebook.csv",
                        name);
}

static size_t read_code(const codings_reader *reading)
{
    const char *name = cell(reading, COLUMN_CODE);
    size_t code = lyh_codebook_find(reading->codebook, name);
    if (*name == '\0')
        lyh_diags_error(reading->diags, "code-empty", place(reading, COLUMN_CODE),
                        "the row has no code; write one of the codebook");
    else if (code == LYH_NONE)
        complain_of_code(reading, name);
    return code;
}

static lyh_coding read_coding(const codings_reader *reading)
{
    return (lyh_coding){
        .code = read_code(reading),
        .polarity = read_polarity(reading),
        .state = (lyh_state)read_word(reading, COLUMN_STATE, &lyh_state_words, LYH_STATED),
        .time = (lyh_time)read_word(reading, COLUMN_TIME, &lyh_time_words, LYH_TIME_NONE),
        .status =
            (lyh_status)read_word(reading, COLUMN_STATUS, &lyh_status_words, LYH_MANUAL),
        .mark = (lyh_mark)read_word(reading, COLUMN_MARK, &lyh_mark_words, LYH_MARK_NONE),
        .coder = cell(reading, COLUMN_CODER),
        .rule = cell(reading, COLUMN_RULE),
        .respondent = LYH_NONE,
    };
}

static void check_place(const codings_reader *reading, const codings_row *row)
{
    bool has_start = row->start != LYH_NONE, has_end = row->end != LYH_NONE;
    if (has_start && has_end && row->end <= row->start)
        lyh_diags_error(reading->diags, "coding-span", place(reading, COLUMN_END),
                        "the coding ends at %zu, before it has begun at %zu", row->end,
                        row->start);
    if (has_start != has_end)
        lyh_diags_error(
            reading->diags, "coding-span",
            place(reading, has_start ? COLUMN_END : COLUMN_START),
            "start and end belong together; write both, or neither and a quote");
    else if (!has_start && *cell(reading, COLUMN_QUOTE) == '\0')
        lyh_diags_error(reading->diags, "coding-nowhere", place(reading, COLUMN_QUOTE),
                        "the row does not say what is coded; write the quote, or start "
                        "and end");
}

static size_t document_of(const codings_reader *reading)
{
    lyh_codings_file *file = reading->file;
    g_autofree char *name = lyh_id_clean(cell(reading, COLUMN_DOCUMENT));
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(file->document_of, name));
    if (known > 0)
        return known - 1;
    if (*name == '\0')
        lyh_diags_error(reading->diags, "document-empty", place(reading, COLUMN_DOCUMENT),
                        "the row names no document; write the transcript's file name "
                        "without its ending");
    g_ptr_array_add(file->documents, g_steal_pointer(&name));
    g_ptr_array_add(file->of_document, g_array_new(FALSE, FALSE, sizeof(codings_row)));
    g_hash_table_insert(file->document_of, file->documents->pdata[file->documents->len - 1],
                        GSIZE_TO_POINTER(file->documents->len));
    return file->documents->len - 1;
}

static void read_row(const codings_reader *reading)
{
    size_t turn = read_number(reading, COLUMN_TURN, 1);
    codings_row row = {
        .row = reading->row,
        .document = document_of(reading),
        .turn = turn == LYH_NONE ? LYH_NONE : turn - 1,
        .start = read_number(reading, COLUMN_START, 0),
        .end = read_number(reading, COLUMN_END, 0),
        .coding = read_coding(reading),
    };
    check_place(reading, &row);
    g_array_append_val((GArray *)reading->file->of_document->pdata[row.document], row);
}

static void free_rows(gpointer rows)
{
    g_array_unref(rows);
}

static lyh_codings_file *empty_file(void)
{
    lyh_codings_file *file = g_new0(lyh_codings_file, 1);
    file->documents = g_ptr_array_new_with_free_func(free);
    file->of_document = g_ptr_array_new_with_free_func(free_rows);
    file->document_of = g_hash_table_new(g_str_hash, g_str_equal);
    return file;
}

/*
 * Other columns are welcome: an export may have more, and people add their own. But where nothing
 * says polarity, another column may be it, misspelt, and every coding would count as neither.
 */
static bool has_polarity(const lyh_csv *csv)
{
    return lyh_csv_find(csv, columns[COLUMN_POLARITY].names) != LYH_NONE;
}

lyh_codings_file *lyh_codings_file_read(lyh_csv *csv, const lyh_codebook *codebook,
                                        lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(lyh_codings_file) file = empty_file();
    if (!lyh_csv_find_all(csv, columns, COLUMN_COUNT, has_polarity(csv), file->found,
                          diags))
        return NULL;

    codings_reader reading = { .file = file, .codebook = codebook, .diags = diags };
    file->csv = csv;
    for (reading.row = 0; reading.row < lyh_csv_row_count(csv); reading.row++)
        read_row(&reading);
    if (lyh_diags_error_count(diags) == errors)
        return g_steal_pointer(&file);
    file->csv = NULL; /* stays the caller's */
    return NULL;
}

void lyh_codings_file_free(lyh_codings_file *file)
{
    if (!file)
        return;
    g_hash_table_unref(file->document_of);
    g_ptr_array_unref(file->of_document);
    g_ptr_array_unref(file->documents);
    lyh_csv_free(file->csv);
    g_free(file);
}

size_t lyh_codings_file_document_count(const lyh_codings_file *file)
{
    return file->documents->len;
}

const char *lyh_codings_file_document(const lyh_codings_file *file, size_t index)
{
    g_assert(index < file->documents->len);
    return file->documents->pdata[index];
}

const char *lyh_codings_file_other_column(const lyh_codings_file *file)
{
    for (size_t i = 0; i < lyh_csv_column_count(file->csv); i++)
        if (!codings_knows_column(lyh_csv_heading(file->csv, i)))
            return lyh_csv_heading(file->csv, i);
    return NULL;
}
