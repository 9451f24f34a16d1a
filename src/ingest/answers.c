#include <lyhord/ingest/answers.h>

#include <string.h>
#include <sys/stat.h>

#include <glib.h>

#include <lyhord/base/csv_stream.h>
#include <lyhord/base/text.h>

#include "../base/autoptr.h"
#include "answers_text.h"
#include "asides.h"
#include "formats/csv_rows.h"
#include "formats/format.h"
#include "quotations.h"

/* A piece is as long as that or a little longer: the next of its costs are spread over many answers. */
#define PIECE ((size_t)1 << 16)

/* What is known of an answer of the piece; texts are offsets into the piece's. */
typedef struct answer_row {
    size_t person, person_size; /* person is LYH_NONE where nobody is named */
    size_t values;              /* the first of its values among the offsets */
    size_t row, line;
} answer_row;

struct lyh_answers {
    char *path;
    lyh_csv_stream *stream;
    size_t respondent, answer; /* columns; respondent may be LYH_NONE */
    size_t *attributes;        /* columns */
    size_t attribute_count;
    size_t part, parts;
    lyh_diags *unheard; /* what was wrong in rows of pieces */

    answers_text *text;     /* of the piece */
    lyh_document *document; /* the piece */
    GArray *rows;           /* answer_row */
    answers_kept kept;      /* ids and values */
    GArray *offsets;        /* size_t: of the values in the texts */
    GPtrArray *values;      /* const char *: the same, once the piece is whole */
};

/* ---- the heading ---- */

/* A transcript with a row a turn is none of ours, nor a list of questions. */
static bool find_columns(lyh_answers *answers, const lyh_csv *heading)
{
    struct answer_columns found;
    if (!csv_rows_find_answers(heading, &found))
        return false;
    answers->respondent = found.respondent;
    answers->answer = found.answer;
    return true;
}

static void tell_unknown(const lyh_answers *answers, const char *attribute,
                         lyh_diags *diags)
{
    const lyh_csv *heading = lyh_csv_stream_heading(answers->stream);
    g_autoptr(GString) known = g_string_new(NULL);
    for (size_t i = 0; i < lyh_csv_column_count(heading); i++)
        if (i != answers->respondent && i != answers->answer)
            g_string_append_printf(known, "%s%s", known->len ? ", " : "",
                                   lyh_csv_heading(heading, i));
    lyh_diags_error(diags, "attribute-unknown", lyh_place_file(answers->path),
                    "the respondents have no attribute '%s'; they have: %s", attribute,
                    known->len ? known->str : "-");
}

static bool find_attributes(lyh_answers *answers, const char *const *attributes,
                            lyh_diags *diags)
{
    const lyh_csv *heading = lyh_csv_stream_heading(answers->stream);
    bool is_fine = true;
    answers->attributes = g_new0(size_t, answers->attribute_count + 1);
    for (size_t i = 0; i < answers->attribute_count; i++) {
        size_t column = lyh_csv_find(heading, attributes[i]);
        answers->attributes[i] = column;
        if (column != LYH_NONE && column != answers->respondent &&
            column != answers->answer)
            continue;
        tell_unknown(answers, attributes[i], diags);
        is_fine = false;
    }
    return is_fine;
}

static void tell_unnamed(const lyh_answers *answers, lyh_diags *diags)
{
    if (answers->respondent == LYH_NONE)
        lyh_diags_warning(
            diags, "answers-unnamed", lyh_place_file(answers->path),
            "no column says who answers, so each row is counted as a person of "
            "its own; add a column 'respondent' if somebody answers twice");
}

/* A table that no reader of transcripts takes, so that what is wrong with its heading is to be told here. */
static bool is_too_large_for_others(const char *path)
{
    struct stat status;
    return format_by_name(path) == &format_csv && stat(path, &status) == 0 &&
           S_ISREG(status.st_mode) && (uintmax_t)status.st_size > LYH_MAX_TABLE;
}

lyh_answers *lyh_answers_open(const char *path, const char *const *attributes, size_t count,
                              bool *is_other, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_diags) heard = lyh_diags_new(lyh_diags_catalog(diags));
    lyh_error trouble = { 0 };
    lyh_answers *answers = g_new0(lyh_answers, 1);
    answers->path = g_strdup(path);
    answers->attribute_count = count;
    answers->parts = 1;
    answers->unheard = lyh_diags_new(NULL);
    answers->text = answers_text_new();
    answers->rows = g_array_new(FALSE, FALSE, sizeof(answer_row));
    answers->offsets = g_array_new(FALSE, FALSE, sizeof(size_t));
    answers->values = g_ptr_array_new();
    if (format_by_name(path) == &format_csv)
        answers->stream = lyh_csv_stream_open(path, heard, &trouble);
    *is_other = answers->stream
                    ? !find_columns(answers, lyh_csv_stream_heading(answers->stream))
                    : !is_too_large_for_others(path);
    if (!*is_other) {
        lyh_diags_append(diags, heard);
        if (answers->stream)
            tell_unnamed(answers, diags);
        if (answers->stream && find_attributes(answers, attributes, diags))
            return answers;
        if (trouble.kind == LYH_ERROR_NONE)
            lyh_error_set(&trouble, LYH_ERROR_DATA, 0, path);
        *error = trouble;
    }
    lyh_answers_free(answers);
    return NULL;
}

void lyh_answers_free(lyh_answers *answers)
{
    if (!answers)
        return;
    lyh_document_free(answers->document);
    answers_text_free(answers->text);
    lyh_diags_free(answers->unheard);
    g_ptr_array_unref(answers->values);
    g_array_unref(answers->offsets);
    g_free(answers->kept.texts);
    g_array_unref(answers->rows);
    g_free(answers->attributes);
    lyh_csv_stream_free(answers->stream);
    g_free(answers->path);
    g_free(answers);
}

bool lyh_answers_name_persons(const lyh_answers *answers)
{
    return answers->respondent != LYH_NONE;
}

const char *lyh_answers_path(const lyh_answers *answers)
{
    return answers->path;
}

/* ---- who answers ---- */

/* An id without white space at its ends, nor a colon that people write behind a mark. */
static const char *trimmed(const char *cell, size_t *size)
{
    size_t lead = lyh_text_leading_space(cell, *size);
    *size = lyh_text_trimmed_size(cell + lead, *size - lead);
    if (*size > 0 && cell[lead + *size - 1] == ':')
        *size = lyh_text_trimmed_size(cell + lead, *size - 1);
    return cell + lead;
}

/* The id of the row at hand, as it stands in the file; "" after an error. */
static const char *person_of(lyh_answers *answers, size_t *size, lyh_diags *diags)
{
    const char *cell = lyh_csv_stream_cell(answers->stream, answers->respondent, size);
    const char *id = trimmed(cell, size);
    if (*size > 0 && !memchr(id, '\n', *size) &&
        (*size <= LYH_ANSWERS_LONGEST_ID ||
         lyh_text_length(id, *size) <= LYH_ANSWERS_LONGEST_ID))
        return id;
    lyh_place place = lyh_csv_stream_place(answers->stream, answers->respondent);
    if (*size == 0)
        lyh_diags_error(diags, "csv-speaker", place,
                        "nobody is named as the one who answers here; write an id");
    else
        lyh_diags_error(diags, "csv-speaker", place,
                        "this is too long for an id: write one of at most %d characters",
                        LYH_ANSWERS_LONGEST_ID);
    *size = 0;
    return "";
}

static bool is_blank(lyh_answers *answers)
{
    size_t size;
    const char *cell = lyh_csv_stream_cell(answers->stream, answers->answer, &size);
    return lyh_text_is_blank(cell, size);
}

static void tell_empty(const lyh_answers *answers, lyh_diags *diags)
{
    lyh_diags_warning(diags, "empty", lyh_place_file(answers->path),
                      "the document holds no text");
}

bool lyh_answers_check(lyh_answers *answers, lyh_diags *diags, lyh_error *error)
{
    lyh_error trouble = { 0 };
    size_t errors = lyh_diags_error_count(diags), size;
    lyh_csv_stream_rewind(answers->stream);
    while (lyh_csv_stream_next(answers->stream, diags, &trouble))
        if (answers->respondent != LYH_NONE && !is_blank(answers))
            person_of(answers, &size, diags);
    if (lyh_diags_error_count(diags) > errors)
        lyh_error_set(&trouble, LYH_ERROR_DATA, 0, answers->path);
    if (trouble.kind != LYH_ERROR_NONE)
        *error = trouble;
    else if (lyh_answers_row_count(answers) == 0)
        tell_empty(answers, diags);
    return trouble.kind == LYH_ERROR_NONE;
}

void lyh_answers_tell_empty(lyh_answers *answers, lyh_diags *diags)
{
    lyh_error unread = { 0 };
    lyh_csv_stream_rewind(answers->stream);
    if (!lyh_csv_stream_next(answers->stream, answers->unheard, &unread))
        tell_empty(answers, diags);
}

/* ---- parts ---- */

void lyh_answers_choose(lyh_answers *answers, size_t part, size_t parts)
{
    g_assert(part < parts);
    answers->part = part;
    answers->parts = parts;
    lyh_csv_stream_rewind(answers->stream);
}

/* FNV-1a (Fowler, Noll and Vo), its halves folded together: which part a person is in must never change. */
static uint64_t number_of(const char *id, size_t size)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)id[i]) * UINT64_C(0x100000001b3);
    return hash ^ (hash >> 29) ^ (hash >> 47);
}

static bool is_chosen(const lyh_answers *answers, const char *id, size_t size)
{
    if (answers->parts == 1)
        return true;
    size_t row = lyh_csv_stream_row(answers->stream);
    uint64_t number = answers->respondent != LYH_NONE ? number_of(id, size) : row;
    return number % answers->parts == answers->part;
}

size_t lyh_answers_row_count(const lyh_answers *answers)
{
    return lyh_csv_stream_row(answers->stream) + 1;
}

/* ---- pieces ---- */

static void begin_piece(lyh_answers *answers)
{
    g_clear_pointer(&answers->document, lyh_document_free);
    answers_text_clear(answers->text);
    g_array_set_size(answers->rows, 0);
    answers->kept.size = 0;
    g_array_set_size(answers->offsets, 0);
}

static void keep_values(lyh_answers *answers)
{
    for (size_t i = 0; i < answers->attribute_count; i++) {
        size_t size, kept;
        const char *cell =
            lyh_csv_stream_cell(answers->stream, answers->attributes[i], &size);
        size_t lead = lyh_text_leading_space(cell, size);
        size = lyh_text_trimmed_size(cell + lead, size - lead);
        size_t offset = answers_keep(&answers->kept, cell + lead, size, &kept);
        g_array_append_val(answers->offsets, offset);
    }
}

/* The clean id of the row at hand, kept for @row; false when nobody is named. */
static bool keep_person(lyh_answers *answers, answer_row *row)
{
    size_t size;
    const char *id = person_of(answers, &size, answers->unheard);
    row->person = answers_keep(&answers->kept, id, size, &row->person_size);
    return size > 0;
}

/* Does the row at hand say who answers what, and is it one of the chosen? */
static bool is_wanted(lyh_answers *answers, answer_row *row)
{
    if (is_blank(answers))
        return false;
    if (answers->respondent == LYH_NONE)
        return is_chosen(answers, "", 0);
    return keep_person(answers, row) &&
           is_chosen(answers, answers->kept.texts + row->person, row->person_size);
}

static void take_row(lyh_answers *answers)
{
    answer_row row = { .person = LYH_NONE,
                       .values = answers->offsets->len,
                       .row = lyh_csv_stream_row(answers->stream) };
    size_t known = answers->kept.size, size;
    if (is_wanted(answers, &row)) {
        lyh_place place = lyh_csv_stream_place(answers->stream, answers->answer);
        const char *cell = lyh_csv_stream_cell(answers->stream, answers->answer, &size);
        row.line = place.line;
        if (answers_text_add(answers->text, cell, size, place.line, place.column)) {
            keep_values(answers);
            g_array_append_val(answers->rows, row);
            return;
        }
    }
    answers->kept.size = known;
}

/* Brackets that are never closed are told of where they stand: asides_add() knows turns, we know lines. */
static void find_asides(lyh_answers *answers, const text_signs *signs, lyh_diags *diags)
{
    const paragraph_list paragraphs =
        paragraphs_lent(answers_text_paragraphs(answers->text));
    g_autoptr(lyh_diags) heard = lyh_diags_new(lyh_diags_catalog(diags));
    asides_add(answers->document, &paragraphs, signs, NULL, heard);
    for (size_t i = 0; i < lyh_diags_count(heard); i++) {
        lyh_diag found = *lyh_diags_at(heard, i);
        found.line = found.paragraph;
        found.paragraph = 0;
        lyh_diags_add(diags, &found);
    }
}

static lyh_document *end_piece(lyh_answers *answers, lyh_diags *diags)
{
    g_autofree char *name = g_path_get_basename(answers->path);
    answers->document = answers_text_document(answers->text, name, answers->path);
    g_autoptr(text_signs) signs = signs_new(lyh_document_text(answers->document),
                                            lyh_document_size(answers->document));
    find_asides(answers, signs, diags);
    quotations_add(answers->document, signs);
    g_ptr_array_set_size(answers->values, 0);
    for (guint i = 0; i < answers->offsets->len; i++)
        g_ptr_array_add(answers->values,
                        answers->kept.texts + g_array_index(answers->offsets, size_t, i));
    return answers->document;
}

lyh_document *lyh_answers_next(lyh_answers *answers, lyh_diags *diags, lyh_error *error)
{
    begin_piece(answers);
    while (answers_text_size(answers->text) < PIECE &&
           lyh_csv_stream_next(answers->stream, answers->unheard, error))
        take_row(answers);
    if (lyh_diags_error_count(answers->unheard) > 0) {
        lyh_error_set(error, LYH_ERROR_DATA, 0, answers->path);
        return NULL;
    }
    return answers->rows->len > 0 ? end_piece(answers, diags) : NULL;
}

lyh_answer lyh_answers_at(const lyh_answers *answers, size_t turn)
{
    g_assert(turn < answers->rows->len);
    const answer_row *row = &g_array_index(answers->rows, answer_row, turn);
    bool is_named = row->person != LYH_NONE;
    return (lyh_answer){
        .person = is_named ? answers->kept.texts + row->person : NULL,
        .person_size = row->person_size,
        .values = answers->attribute_count > 0
                      ? (const char *const *)answers->values->pdata + row->values
                      : NULL,
        .row = row->row,
        .line = row->line,
    };
}
