#include "routes.h"

#include "seen.h"

/* Themes × persons: how many codings each person has of each theme; what a theme's own are. */
typedef struct theme_matrix {
    const workbench *bench;
    size_t persons;
    GArray *counts; /* guint, codes × persons */
} theme_matrix;

static void count_coding(void *user, const lyh_stored_coding *coding)
{
    theme_matrix *matrix = user;
    const lyh_study *study = matrix->bench->study;
    size_t code = lyh_codebook_find(lyh_study_codebook(study), coding->code);
    size_t person =
        lyh_respondents_find(lyh_study_respondents(study), coding->place.respondent);
    bool counts = coding->state == LYH_STATED || coding->state == LYH_NEGATED;
    if (counts && code != LYH_NONE && person < matrix->persons)
        g_array_index(matrix->counts, guint, code * matrix->persons + person)++;
}

static json_t *row_of(const theme_matrix *matrix, size_t code)
{
    const lyh_code *of = lyh_codebook_code(lyh_study_codebook(matrix->bench->study), code);
    json_t *cells = json_array();
    for (size_t i = 0; i < matrix->persons; i++)
        json_array_append_new(
            cells,
            json_integer(g_array_index(matrix->counts, guint, code * matrix->persons + i)));
    return json_pack("{s:s, s:s, s:i, s:o}", "code", of->name, "label", of->label, "depth",
                     (int)of->depth, "cells", cells);
}

route_reply show_matrix(workbench *bench, const route_call *call)
{
    (void)call;
    const lyh_codebook *codebook = lyh_study_codebook(bench->study);
    const lyh_respondents *people = lyh_study_respondents(bench->study);
    if (!codebook)
        return route_refuse(bench, 409, "codebook", N_("the study has no codebook yet"));

    lyh_error error = { 0 };
    const seen_filter everything = { 0 };
    theme_matrix matrix = { .bench = bench, .persons = lyh_respondents_count(people) };
    size_t cells = lyh_codebook_count(codebook) * matrix.persons;
    g_autoptr(GArray) counts = g_array_new(FALSE, TRUE, sizeof(guint));
    g_array_set_size(counts, (guint)cells);
    matrix.counts = counts;
    if (!seen_visit(bench, &everything, count_coding, &matrix, &error))
        return route_refuse_journal(bench, &error);

    json_t *persons = json_array(), *rows = json_array();
    for (size_t i = 0; i < matrix.persons; i++)
        json_array_append_new(persons, json_string(lyh_respondents_id(people, i)));
    for (size_t i = 0; i < lyh_codebook_count(codebook); i++)
        json_array_append_new(rows, row_of(&matrix, i));
    return route_fine(json_pack("{s:o, s:o}", "persons", persons, "rows", rows));
}
