#include "routes.h"

#include <string.h>

#include <lyhord/codebook/field.h>

#include "codebook_page.h"

/* The codebook to be changed: its cells as they stand, and which version of the file this is. */

const char *codebook_page_field(lyh_field field)
{
    return field == LYH_FIELD_CODE ? "name" : lyh_field_name(field);
}

static json_t *cells_of(const lyh_codebook *book, size_t code)
{
    json_t *json = json_object();
    for (lyh_field field = LYH_FIELD_CODE; field < LYH_FIELD_COUNT; field++)
        json_object_set_new(json, codebook_page_field(field),
                            json_string(lyh_codebook_cell(book, code, field)));
    const lyh_code *of = lyh_codebook_code(book, code);
    json_object_set_new(json, "name", json_string(of->name));
    json_object_set_new(json, "depth", json_integer((json_int_t)of->depth));
    return json;
}

/* The columns that the file has: others cannot be written in. */
static json_t *fields_of(const lyh_codebook *book)
{
    json_t *fields = json_array();
    for (lyh_field field = LYH_FIELD_CODE; field < LYH_FIELD_COUNT; field++)
        if (lyh_codebook_column(book, field) != LYH_NONE)
            json_array_append_new(fields, json_string(codebook_page_field(field)));
    return fields;
}

/* Somebody may have changed the file in a spreadsheet: then it is read anew. False: @error. */
static bool be_at_version(workbench *bench, const char *version, lyh_error *error)
{
    return strcmp(lyh_study_codebook_held(bench->study), version) == 0 ||
           bench_reread_codebook(bench, error);
}

route_reply show_codebook(workbench *bench, const route_call *call)
{
    (void)call;
    char version[LYH_CODEBOOK_VERSION_SIZE];
    lyh_error error = { 0 };
    if (!lyh_study_codebook(bench->study))
        return route_refuse(bench, 409, "codebook", N_("the study has no codebook yet"));
    if (!lyh_study_codebook_version(bench->study, version, &error) ||
        !be_at_version(bench, version, &error))
        return route_refuse_journal(bench, &error);

    const lyh_codebook *book = lyh_study_codebook(bench->study);
    json_t *codes = json_array();
    for (size_t i = 0; i < lyh_codebook_count(book); i++)
        json_array_append_new(codes, cells_of(book, i));
    return route_fine(json_pack("{s:s, s:b, s:o, s:o}", "version", version, "undo",
                                lyh_study_codebook_has_back(bench->study, version),
                                "fields", fields_of(book), "codes", codes));
}
