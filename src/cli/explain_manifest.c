#include <string.h>

#include "explain.h"
#include "manifest.h"
#include "rows.h"

static const char *const columns[] = { "kind", "file", "bytes", "sha256", "is" };

typedef struct held_against {
    lyh_cli *cli;
    const json_t *manifest;
    const manifest_inputs *inputs;
    cli_rows *rows;
    size_t differing;
} held_against;

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* The entry of the list @list whose @key is @value, or NULL. */
static const json_t *entry_of(const held_against *held, const char *list, const char *key,
                              const char *value)
{
    const json_t *entries = json_object_get(held->manifest, list);
    for (size_t i = 0; i < json_array_size(entries); i++)
        if (strcmp(text_of(json_array_get(entries, i), key), value) == 0)
            return json_array_get(entries, i);
    return NULL;
}

static void write_row(held_against *held, const char *kind, const char *file, size_t bytes,
                      const char *sha256, const char *is)
{
    rows_text(held->rows, kind);
    rows_text(held->rows, file);
    rows_number(held->rows, bytes);
    rows_text(held->rows, sha256);
    rows_text(held->rows, is);
    held->differing += strcmp(is, "same") != 0;
}

/* ---- what went in ---- */

static bool is_alike(const held_against *held, manifest_kind kind)
{
    const json_t *told = entry_of(held, "material", "of", manifest_kind_name(kind));
    g_autofree char *digest = manifest_inputs_digest(held->inputs, kind);
    return told && strcmp(text_of(told, "sha256"), digest) == 0;
}

/* The first kind that differs has changed; of those behind it the manifest cannot tell. */
static const char *state_of_kind(const held_against *held, manifest_kind kind)
{
    if (is_alike(held, kind))
        return "same";
    for (manifest_kind before = MANIFEST_TRANSCRIPTS; before < kind; before++)
        if (!is_alike(held, before))
            return "unknown";
    return "changed";
}

static const char *state_of_input(const held_against *held, const manifest_input *input)
{
    if (input->kind != MANIFEST_INPUT)
        return state_of_kind(held, input->kind);
    const json_t *told = entry_of(held, "inputs", "file", input->name);
    return !told                                                 ? "new"
           : strcmp(text_of(told, "sha256"), input->sha256) == 0 ? "same"
                                                                 : "changed";
}

static void write_inputs(held_against *held)
{
    for (size_t i = 0; i < manifest_inputs_count(held->inputs); i++) {
        const manifest_input *input = manifest_inputs_at(held->inputs, i);
        write_row(held, manifest_kind_name(input->kind), input->name, input->bytes,
                  input->sha256, state_of_input(held, input));
    }
}

static bool is_there(const held_against *held, const char *name)
{
    for (size_t i = 0; i < manifest_inputs_count(held->inputs); i++)
        if (strcmp(manifest_inputs_at(held->inputs, i)->name, name) == 0)
            return true;
    return false;
}

/* Inputs that are gone, and kinds of which no file is left to stand in a row. */
static void write_missing(held_against *held)
{
    const json_t *inputs = json_object_get(held->manifest, "inputs");
    for (size_t i = 0; i < json_array_size(inputs); i++) {
        const char *name = text_of(json_array_get(inputs, i), "file");
        if (!is_there(held, name))
            write_row(held, manifest_kind_name(MANIFEST_INPUT), name, 0, "", "missing");
    }
    for (manifest_kind kind = MANIFEST_TRANSCRIPTS; kind < MANIFEST_KINDS; kind++)
        if (manifest_inputs_of(held->inputs, kind) == 0 && !is_alike(held, kind) &&
            strcmp(state_of_kind(held, kind), "changed") == 0)
            write_row(held, manifest_kind_name(kind), "", 0, "", "missing");
}

/* ---- what came of it ---- */

/* A manifest is somebody's file: it leads nowhere outside its own folder. */
static bool is_inside(const char *name)
{
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    return *name && !g_path_is_absolute(name) &&
           !g_strv_contains((const char *const *)parts, "..");
}

static void write_output(held_against *held, const char *folder, const json_t *told)
{
    const char *name = text_of(told, "file");
    g_autofree char *path = g_build_filename(folder, name, NULL);
    size_t bytes = 0;
    g_autofree char *sha256 = is_inside(name) && g_file_test(path, G_FILE_TEST_IS_REGULAR)
                                  ? manifest_hash(path, &bytes)
                                  : NULL;
    bool is_same = sha256 && strcmp(sha256, text_of(told, "sha256")) == 0;
    write_row(held, "output", name, bytes, sha256 ? sha256 : "",
              !sha256   ? "missing"
              : is_same ? "same"
                        : "changed");
}

static void write_outputs(held_against *held, const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    const json_t *outputs = json_object_get(held->manifest, "outputs");
    for (size_t i = 0; i < json_array_size(outputs); i++)
        write_output(held, folder, json_array_get(outputs, i));
}

/* ---- all together ---- */

/* NULL after a diagnostic; json_decref(). */
static json_t *read_manifest(lyh_cli *cli, const char *path)
{
    json_t *manifest = manifest_read(path, &cli->error);
    if (!manifest && cli->error.kind == LYH_ERROR_DATA)
        lyh_diags_error(cli->diags, "manifest-unreadable", lyh_place_file(path),
                        "this is no manifest of a report; name the manifest.json that lies "
                        "beside one");
    return manifest;
}

bool explain_manifest(lyh_cli *cli, const lyh_study *study, const char *folder,
                      const char *path)
{
    json_t *manifest = read_manifest(cli, path);
    if (!manifest)
        return false;
    g_autoptr(manifest_inputs) inputs = manifest_inputs_new(study, folder, &cli->error);
    g_autoptr(cli_rows) rows =
        inputs ? rows_new(cli, columns, G_N_ELEMENTS(columns)) : NULL;
    held_against held = { cli, manifest, inputs, rows, 0 };
    bool is_written = false;
    if (rows) {
        write_inputs(&held);
        write_missing(&held);
        write_outputs(&held, path);
        is_written = rows_close(g_steal_pointer(&rows));
    }
    json_decref(manifest);
    return is_written && held.differing == 0;
}
