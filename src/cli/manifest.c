#include "manifest.h"

#include <stdlib.h>

#include <lyhord/base/json_write.h>

#include "version.h"

typedef struct manifest {
    const report_material *material;
    const manifest_inputs *inputs;
    const cli_package *package;
    const char *by;
    lyh_output *output;
} manifest;

static void write_text(const manifest *made, const char *before, const char *text)
{
    lyh_output_text(made->output, before);
    lyh_json_write_text(made->output, text);
}

static void write_setting(const manifest *made, const char *before, const char *key)
{
    write_text(made, before, lyh_study_setting(made->material->study, key));
}

static void write_study(const manifest *made)
{
    lyh_output_text(made->output,
                    "{\n  \"format\": 1,\n  \"program\": {\"name\": \"lyhord\"");
    write_text(made, ", \"version\": ", LYHORD_VERSION);
    write_setting(made, "},\n  \"study\": {\"title\": ", "title");
    write_setting(made, ", \"date\": ", "date");
    lyh_output_text(made->output, "},\n");
}

static void write_options(const manifest *made)
{
    const lyh_cli *cli = made->material->cli;
    write_text(made, "  \"command\": ", cli->command);
    write_text(made, ",\n  \"options\": {\"by\": ", made->by);
    write_text(made, ", \"language\": ", lyh_catalog_language(cli->catalog));
    write_text(made, ", \"locale\": ", cli->style == LYH_CSV_C ? "C" : "sv");
    lyh_output_printf(made->output,
                      ", \"suggested\": %s, \"draft\": %s, \"threshold\": %zu},\n",
                      made->material->with_suggested ? "true" : "false",
                      made->material->is_draft ? "true" : "false",
                      lyh_study_threshold(made->material->study));
}

static void write_codings(const manifest *made)
{
    const cli_facts *facts = made->material->facts;
    if (!facts)
        return; /* a survey alone has no codings */
    const lyh_agreement *agreement = facts->agreement.agreement;
    write_text(made, "  \"codings\": {\"set\": ", facts->codings.set);
    lyh_output_printf(made->output, ", \"counted\": %zu, \"coders_compared\": %zu},\n",
                      facts->codings.counted,
                      agreement ? lyh_agreement_coder_count(agreement) : 0);
}

static const char *codebook_hash(const manifest *made)
{
    for (size_t i = 0; i < manifest_inputs_count(made->inputs); i++)
        if (g_strcmp0(manifest_inputs_at(made->inputs, i)->name, "codebook.csv") == 0)
            return manifest_inputs_at(made->inputs, i)->sha256;
    return "";
}

/* A codebook is called by its hash, as lyhord codebook diff calls it. */
static void write_codebook(const manifest *made)
{
    const lyh_codebook *codebook = lyh_study_codebook(made->material->study);
    if (!codebook)
        return;
    write_text(made, "  \"codebook\": {\"sha256\": ", codebook_hash(made));
    lyh_output_printf(made->output, ", \"codes\": %zu},\n", lyh_codebook_count(codebook));
}

static void write_file(const manifest *made, bool is_first, const char *name, size_t bytes,
                       const char *sha256)
{
    write_text(made, is_first ? "\n    {\"file\": " : ",\n    {\"file\": ", name);
    lyh_output_printf(made->output, ", \"bytes\": %zu, \"sha256\": \"%s\"}", bytes, sha256);
}

static void write_inputs(const manifest *made)
{
    bool is_first = true;
    lyh_output_text(made->output, "  \"inputs\": [");
    for (size_t i = 0; i < manifest_inputs_count(made->inputs); i++) {
        const manifest_input *input = manifest_inputs_at(made->inputs, i);
        if (input->kind != MANIFEST_INPUT)
            continue;
        write_file(made, is_first, input->name, input->bytes, input->sha256);
        is_first = false;
    }
    lyh_output_text(made->output, "\n  ],\n");
}

static void write_material(const manifest *made)
{
    lyh_output_text(made->output, "  \"material\": [");
    for (manifest_kind kind = MANIFEST_TRANSCRIPTS; kind < MANIFEST_KINDS; kind++) {
        g_autofree char *digest = manifest_inputs_digest(made->inputs, kind);
        write_text(made,
                   kind == MANIFEST_TRANSCRIPTS ? "\n    {\"of\": " : ",\n    {\"of\": ",
                   manifest_kind_name(kind));
        lyh_output_printf(made->output, ", \"files\": %zu, \"sha256\": \"%s\"}",
                          manifest_inputs_of(made->inputs, kind), digest);
    }
    lyh_output_text(made->output, "\n  ],\n");
}

static void write_outputs(const manifest *made)
{
    lyh_output_text(made->output, "  \"outputs\": [");
    for (size_t i = 0; i < package_count(made->package); i++) {
        const char *bytes;
        size_t size;
        const char *name = package_file(made->package, i, &bytes, &size);
        g_autofree char *sha256 =
            g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, size);
        write_file(made, i == 0, name, size, sha256);
    }
    lyh_output_text(made->output, "\n  ]\n}\n");
}

bool manifest_add(cli_package *package, const report_material *material, const char *folder,
                  const char *by)
{
    g_autoptr(manifest_inputs) inputs =
        manifest_inputs_new(material->study, folder, &material->cli->error);
    if (!inputs)
        return false;
    const manifest made = { material, inputs, package, by, lyh_output_to_memory() };
    write_study(&made);
    write_options(&made);
    write_codebook(&made);
    write_codings(&made);
    write_inputs(&made);
    write_material(&made);
    write_outputs(&made);
    package_add(package, "manifest.json", made.output);
    return true;
}

#define LARGEST ((size_t)16 << 20)

json_t *manifest_read(const char *path, lyh_error *error)
{
    lyh_bytes bytes = { 0 };
    if (!lyh_file_read(path, LARGEST, &bytes, error))
        return NULL;
    json_t *told = json_loadb(bytes.data, bytes.size, JSON_REJECT_DUPLICATES, NULL);
    free(bytes.data);
    if (json_integer_value(json_object_get(told, "format")) == 1 &&
        json_is_array(json_object_get(told, "material")) &&
        json_is_array(json_object_get(told, "outputs")))
        return told;
    json_decref(told);
    lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return NULL;
}
