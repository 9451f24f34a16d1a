#include "routes.h"

#include <string.h>

/* Only what is set, so that the page need not know empty from missing. */
static void put(json_t *object, const char *key, const char *text)
{
    if (*text)
        json_object_set_new(object, key, json_string(text));
}

static json_t *json_of_code(const lyh_codebook *codebook, const lyh_code *code)
{
    json_t *json = json_pack("{s:s, s:s, s:i}", "name", code->name, "label", code->label,
                             "depth", (int)code->depth);
    put(json, "colour", code->colour);
    put(json, "definition", code->definition);
    put(json, "when", code->when);
    put(json, "when_not", code->when_not);
    put(json, "example", code->example);
    if (code->parent != LYH_NONE)
        put(json, "parent", lyh_codebook_code(codebook, code->parent)->name);
    return json;
}

static json_t *codes_of(const lyh_codebook *codebook)
{
    json_t *codes = json_array();
    for (size_t i = 0; codebook && i < lyh_codebook_count(codebook); i++)
        json_array_append_new(codes,
                              json_of_code(codebook, lyh_codebook_code(codebook, i)));
    return codes;
}

static json_t *documents_of(const workbench *bench)
{
    json_t *documents = json_array();
    for (size_t i = 0; i < lyh_study_file_count(bench->study); i++) {
        char *name = lyh_ingest_name(lyh_study_file(bench->study, i));
        json_array_append_new(documents, json_pack("{s:s}", "name", name));
        free(name);
    }
    return documents;
}

route_reply show_study(workbench *bench, const route_call *call)
{
    (void)call;
    const lyh_study *study = bench->study;
    json_t *json =
        json_pack("{s:s, s:o, s:o}", "title", lyh_study_setting(study, "title"), "codes",
                  codes_of(lyh_study_codebook(study)), "documents", documents_of(bench));
    json_object_set_new(json, "coder",
                        bench->coder ? json_string(bench->coder) : json_null());
    return route_fine(json);
}
