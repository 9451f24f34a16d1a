#include <lyhord/study/answers.h>

#include <string.h>

#include <lyhord/ingest/answers.h>

#include "study_private.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_partial, lyh_partial_free)

struct lyh_study_answers {
    lyh_study *study;
    GPtrArray *files; /* lyh_answers */
    GArray *
        columns; /* size_t: attributes of respondents.csv; empty when the files have them */
    const char *const *attributes;
    size_t attribute_count;
    lyh_matcher *matcher;
    GArray *of_turn; /* size_t: the respondent of each turn at hand, or LYH_NONE */
};

/* While one part is counted. */
typedef struct answers_count {
    lyh_study_answers *answers;
    lyh_partial *partial;
    lyh_answers *file;
    size_t file_index;
    size_t rows_before; /* of the files before it */
    GArray *persons;    /* size_t: of each turn, its index in the partial */
    GString *id;
    GPtrArray *values; /* const char * */
    lyh_tokens *tokens;
    lyh_codings *codings;
    lyh_diags *diags;
} answers_count;

static bool has_respondents(const lyh_study *study)
{
    return lyh_respondents_count(study->respondents) > 0;
}

/* Praise of the service from one of its own is of oneself: what respondents.csv says of who answers. */
static bool is_staff(const void *user, size_t turn)
{
    const lyh_study_answers *answers = user;
    size_t respondent = turn < answers->of_turn->len
                            ? g_array_index(answers->of_turn, size_t, turn)
                            : LYH_NONE;
    return respondent != LYH_NONE && study_is_staff(answers->study, respondent);
}

/* ---- opening ---- */

static void find_columns(lyh_study_answers *answers, lyh_diags *diags)
{
    const lyh_respondents *respondents = answers->study->respondents;
    for (size_t i = 0; i < answers->attribute_count; i++) {
        size_t column = lyh_respondents_find_attribute(respondents, answers->attributes[i]);
        if (column == LYH_NONE)
            lyh_diags_error(diags, "attribute-unknown", lyh_place_none(),
                            "respondents.csv has no column '%s'; give it one, or leave the "
                            "file out and have the column among the answers",
                            answers->attributes[i]);
        g_array_append_val(answers->columns, column);
    }
}

static bool open_files(lyh_study_answers *answers, bool *is_other, lyh_diags *diags,
                       lyh_error *error)
{
    lyh_study *study = answers->study;
    size_t own = has_respondents(study) ? 0 : answers->attribute_count;
    for (size_t i = 0; i < lyh_study_file_count(study) && !*is_other; i++) {
        lyh_answers *file = lyh_answers_open(lyh_study_file(study, i), answers->attributes,
                                             own, is_other, diags, error);
        if (file)
            g_ptr_array_add(answers->files, file);
    }
    return !*is_other && answers->files->len == lyh_study_file_count(study);
}

static bool compile(lyh_study_answers *answers, lyh_diags *diags)
{
    lyh_study *study = answers->study;
    lyh_matcher_options options = lyh_study_matcher_options(study);
    options.is_staff = is_staff;
    options.staff_user = answers;
    answers->matcher = lyh_matcher_new(study->codebook, study->vocabulary, study->lexicon,
                                       &options, diags);
    return answers->matcher != NULL;
}

lyh_study_answers *lyh_study_answers_open(lyh_study *study, const char *const *attributes,
                                          size_t count, bool *is_other, lyh_diags *diags,
                                          lyh_error *error)
{
    g_autoptr(lyh_diags) heard = lyh_diags_new(lyh_diags_catalog(diags));
    lyh_error trouble = { 0 };
    lyh_study_answers *answers = g_new0(lyh_study_answers, 1);
    *is_other = lyh_study_file_count(study) == 0;
    answers->study = study;
    answers->files = g_ptr_array_new_with_free_func((GDestroyNotify)lyh_answers_free);
    answers->columns = g_array_new(FALSE, FALSE, sizeof(size_t));
    answers->of_turn = g_array_new(FALSE, FALSE, sizeof(size_t));
    answers->attributes = attributes;
    answers->attribute_count = count;
    bool is_open = open_files(answers, is_other, heard, &trouble);
    if (!*is_other) {
        if (has_respondents(study))
            find_columns(answers, heard);
        lyh_diags_append(diags, heard);
        if (is_open && lyh_diags_error_count(heard) == 0 && compile(answers, diags))
            return answers;
        if (trouble.kind == LYH_ERROR_NONE)
            lyh_error_set(&trouble, LYH_ERROR_DATA, 0, lyh_study_file(study, 0));
        *error = trouble;
    }
    lyh_study_answers_free(answers);
    return NULL;
}

void lyh_study_answers_free(lyh_study_answers *answers)
{
    if (!answers)
        return;
    lyh_matcher_free(answers->matcher);
    g_array_unref(answers->of_turn);
    g_array_unref(answers->columns);
    g_ptr_array_unref(answers->files);
    g_free(answers);
}

bool lyh_study_answers_check(lyh_study_answers *answers, lyh_diags *diags, lyh_error *error)
{
    lyh_error first = { 0 };
    for (guint i = 0; i < answers->files->len; i++) {
        lyh_error trouble = { 0 };
        if (!lyh_answers_check(answers->files->pdata[i], diags, &trouble) &&
            first.kind == LYH_ERROR_NONE)
            first = trouble;
    }
    if (first.kind != LYH_ERROR_NONE)
        *error = first;
    return first.kind == LYH_ERROR_NONE;
}

void lyh_study_answers_tell_empty(lyh_study_answers *answers, lyh_diags *diags)
{
    for (guint i = 0; i < answers->files->len; i++)
        lyh_answers_tell_empty(answers->files->pdata[i], diags);
}

/* ---- who answers ---- */

/* An id of respondents.csv: the column's, or the file's name and it, as of a group's speakers. */
static size_t declared(answers_count *count, const lyh_answer *answer)
{
    const lyh_respondents *respondents = count->answers->study->respondents;
    size_t respondent = lyh_respondents_find(respondents, answer->person);
    if (respondent != LYH_NONE)
        return respondent;
    char *name = lyh_ingest_name(lyh_answers_path(count->file));
    g_autofree char *long_id = g_strdup_printf("%s-%s", name, answer->person);
    free(name);
    return lyh_respondents_find(respondents, long_id);
}

static lyh_place place_of(const answers_count *count, const lyh_answer *answer)
{
    return lyh_place_line(lyh_answers_path(count->file), answer->line, 1);
}

/* The values that respondents.csv has; "" for who may be missing there. */
static void take_declared(answers_count *count, size_t respondent)
{
    const lyh_study_answers *answers = count->answers;
    for (guint i = 0; i < answers->columns->len; i++) {
        size_t column = g_array_index(answers->columns, size_t, i);
        const char *value =
            respondent == LYH_NONE
                ? ""
                : lyh_respondents_value(answers->study->respondents, respondent, column);
        g_ptr_array_add(count->values, (char *)value);
    }
}

static bool may_be_missing(const lyh_study *study)
{
    return !study->respondents_declared;
}

/* Where ids are a file's own, two files' persons are different ones. */
static void take_own_id(answers_count *count, const lyh_answer *answer,
                        lyh_partial_person *person)
{
    person->id = answer->person;
    person->id_size = answer->person_size;
    if (count->answers->files->len == 1)
        return;
    g_string_printf(count->id, "%zu ", count->file_index);
    g_string_append_len(count->id, answer->person, (gssize)answer->person_size);
    person->id = count->id->str;
    person->id_size = count->id->len;
}

static void take_declared_id(answers_count *count, size_t respondent,
                             lyh_partial_person *person)
{
    person->id = lyh_respondents_id(count->answers->study->respondents, respondent);
    person->id_size = strlen(person->id);
}

/* What the partial has to know of who gives @answer. False, after an error, when nobody may be counted. */
static bool know(answers_count *count, const lyh_answer *answer, lyh_partial_person *person)
{
    const lyh_study *study = count->answers->study;
    size_t respondent = LYH_NONE;
    g_ptr_array_set_size(count->values, 0);
    *person = (lyh_partial_person){ .row = count->rows_before + answer->row };
    if (has_respondents(study) && answer->person)
        respondent = declared(count, answer);
    if (has_respondents(study) && respondent == LYH_NONE && !may_be_missing(study)) {
        lyh_diags_error(count->diags, "respondent-unknown", place_of(count, answer),
                        "respondent '%s' has no row in respondents.csv; add one",
                        answer->person ? answer->person : "");
        return false;
    }
    g_array_append_val(count->answers->of_turn, respondent);
    if (has_respondents(study))
        take_declared(count, respondent);
    person->values =
        has_respondents(study) ? (const char *const *)count->values->pdata : answer->values;
    if (respondent != LYH_NONE)
        take_declared_id(count, respondent, person);
    else if (answer->person)
        take_own_id(count, answer, person);
    return true;
}

static bool take_person(answers_count *count, size_t turn)
{
    lyh_partial_person person;
    lyh_answer answer = lyh_answers_at(count->file, turn);
    if (!know(count, &answer, &person))
        return false;
    size_t index = lyh_partial_take(count->partial, &person);
    g_array_append_val(count->persons, index);
    if (index != LYH_NONE)
        return true;
    lyh_diags_error(
        count->diags, "answers-contradiction", place_of(count, &answer),
        "respondent '%s' is of another group here than in an earlier row; a person "
        "is in one: correct the row that is wrong",
        answer.person);
    return false;
}

/* ---- counting ---- */

/* Ids of the file as they stand are those looked for, in nearly all files; elsewhere this is in vain. */
static void expect_persons(answers_count *count, size_t turns)
{
    for (size_t i = 0; i < turns && lyh_answers_name_persons(count->file); i++) {
        lyh_answer answer = lyh_answers_at(count->file, i);
        lyh_partial_expect(count->partial, answer.person, answer.person_size);
    }
}

static bool count_piece(answers_count *count, lyh_document *piece)
{
    const lyh_study *study = count->answers->study;
    size_t turns = lyh_document_turn_count(piece);
    bool is_fine = true;
    g_array_set_size(count->persons, 0);
    g_array_set_size(count->answers->of_turn, 0);
    expect_persons(count, turns);
    for (size_t i = 0; i < turns; i++)
        is_fine = take_person(count, i) && is_fine;
    if (!is_fine)
        return false;
    lyh_tokens_read(count->tokens, piece, study->vocabulary);
    lyh_codings_clear(count->codings);
    if (!lyh_matcher_run(count->answers->matcher, piece, count->tokens, count->codings,
                         count->diags))
        return false;
    lyh_partial_add(count->partial, piece, count->tokens, count->codings,
                    (const size_t *)(const void *)count->persons->data, turns);
    lyh_partial_add_answers(count->partial, turns);
    return true;
}

static bool count_files(answers_count *count, size_t part, size_t parts, lyh_error *error)
{
    lyh_study_answers *answers = count->answers;
    lyh_error trouble = { 0 };
    for (guint i = 0; i < answers->files->len && trouble.kind == LYH_ERROR_NONE; i++) {
        lyh_document *piece;
        count->file = answers->files->pdata[i];
        count->file_index = i;
        lyh_answers_choose(count->file, part, parts);
        while ((piece = lyh_answers_next(count->file, count->diags, &trouble)))
            count_piece(count, piece);
        count->rows_before += lyh_answers_row_count(count->file);
    }
    if (trouble.kind != LYH_ERROR_NONE)
        *error = trouble;
    return trouble.kind == LYH_ERROR_NONE;
}

lyh_partial *lyh_study_answers_count(lyh_study_answers *answers,
                                     const lyh_tally_options *options, size_t part,
                                     size_t parts, lyh_diags *diags, lyh_error *error)
{
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(lyh_partial) partial = lyh_partial_new(
        answers->study->codebook, options, answers->attributes, answers->attribute_count);
    g_autoptr(GArray) persons = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_autoptr(GString) id = g_string_new(NULL);
    g_autoptr(GPtrArray) values = g_ptr_array_new();
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    answers_count count = {
        .answers = answers,
        .partial = partial,
        .persons = persons,
        .id = id,
        .values = values,
        .tokens = tokens,
        .codings = codings,
        .diags = diags,
    };
    if (!count_files(&count, part, parts, error))
        return NULL;
    if (lyh_diags_error_count(diags) == errors)
        return g_steal_pointer(&partial);
    lyh_error_set(error, LYH_ERROR_DATA, 0, lyh_study_file(answers->study, 0));
    return NULL;
}
