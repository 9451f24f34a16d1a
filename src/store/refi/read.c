#include <lyhord/store/refi_read.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "../../base/autoptr.h"
#include "read_private.h"

#define BOM "\xef\xbb\xbf"

typedef struct reading {
    const char *name; /* of the file */
    char *where;      /* of the XML in messages: "FILE: project.qde" */
    lyh_archive *archive;
    GHashTable *members; /* in lower case, / between -> the name itself */
    const lyh_refi_read_options *options;
    raw_project *raw;
    GArray *texts;   /* lyh_refi_source: text, size and how it came */
    GPtrArray *held; /* what the texts lie in: lyh_source * */
    lyh_diags *diags;
} reading;

/* ---- the archive ---- */

static char *plain_name(const char *member)
{
    char *plain = g_utf8_strdown(member, -1);
    return g_strdelimit(plain, "\\", '/');
}

static void list_members(reading *state)
{
    for (size_t i = 0; i < lyh_archive_count(state->archive); i++) {
        const char *member = lyh_archive_member(state->archive, i);
        if (g_utf8_validate(member, -1, NULL))
            g_hash_table_insert(state->members, plain_name(member), g_strdup(member));
    }
}

/* project.qde as the standard says; programs also call it after the project. */
static const char *project_member(reading *state)
{
    const char *standard = g_hash_table_lookup(state->members, "project.qde");
    const char *found = standard;
    size_t count = 0;
    for (size_t i = 0; i < lyh_archive_count(state->archive) && !standard; i++) {
        const char *member = lyh_archive_member(state->archive, i);
        size_t size = strlen(member);
        bool is_project = size > 4 && g_ascii_strcasecmp(member + size - 4, ".qde") == 0 &&
                          !strpbrk(member, "/\\");
        found = is_project ? member : found;
        count += is_project;
    }
    if (!found)
        lyh_diags_error(
            state->diags, "refi-project", lyh_place_file(state->name),
            "the archive holds no project: a .qdpx has a file that ends in .qde "
            "at its root");
    else if (count > 1)
        lyh_diags_error(state->diags, "refi-project", lyh_place_file(state->name),
                        "the archive holds %zu projects that end in .qde, and none is "
                        "called project.qde",
                        count);
    return count > 1 ? NULL : found;
}

/* ---- texts ---- */

static const char *without_scheme(const char *path, const char *scheme)
{
    size_t size = strlen(scheme);
    if (g_ascii_strncasecmp(path, scheme, size) != 0)
        return NULL;
    return path + size + strspn(path + size, "/");
}

static const char *member_called(const reading *state, const char *path)
{
    g_autofree char *name = plain_name(path);
    g_autofree char *inside = g_strconcat("sources/", name, NULL);
    const char *found = g_hash_table_lookup(state->members, inside);
    return found ? found : g_hash_table_lookup(state->members, name);
}

/* Some programs write the name as a URL's path: %20 for a space. */
static const char *find_member(const reading *state, const char *path)
{
    if (!state->archive)
        return NULL;
    const char *found = member_called(state, path);
    g_autofree char *decoded = g_uri_unescape_string(path, NULL);
    if (!found && decoded && g_utf8_validate(decoded, -1, NULL))
        found = member_called(state, decoded);
    return found;
}

static bool complain_of_missing(const reading *state, const raw_thing *raw)
{
    lyh_diags_error(state->diags, "refi-source-missing", lyh_place_file(state->where),
                    "the text of the source '%s' is not in the file (%s); export the "
                    "project anew, with its sources",
                    raw->name, *raw->path ? raw->path : "it names none");
    return false;
}

static bool complain_of_outside(const reading *state, const raw_thing *raw)
{
    lyh_diags_error(state->diags, "refi-external", lyh_place_file(state->where),
                    "the text of the source '%s' lies outside the file and is not read; "
                    "export the project with its sources inside, or name their folder with "
                    "--allow-external",
                    raw->name);
    return false;
}

/* Where a text lies outside the file, without the scheme, or NULL: an unknown scheme leads outside too. */
static const char *outside_path(const char *path)
{
    const char *relative = without_scheme(path, "relative:");
    if (relative)
        return relative;
    if (g_ascii_strncasecmp(path, "absolute:", strlen("absolute:")) == 0) {
        path += strlen("absolute:");
        return path + (g_str_has_prefix(path, "//") ? 2 : 0);
    }
    return without_scheme(path, "internal:") || !strchr(path, ':') ? NULL : path;
}

/* The bytes of the source's text, and in @where what messages call them. */
static bool read_bytes(reading *state, const raw_thing *raw, lyh_bytes *bytes, char **where)
{
    const char *outside = outside_path(raw->path);
    if (outside && !state->options->external)
        return complain_of_outside(state, raw);
    if (outside) {
        *where = g_strdup(raw->path);
        return outside_read(state->options->external, outside, state->where, bytes,
                            state->diags);
    }
    const char *inside = without_scheme(raw->path, "internal:");
    const char *member = find_member(state, inside ? inside : raw->path);
    if (!member)
        return complain_of_missing(state, raw);
    *where = g_strdup_printf("%s: %s", state->name, member);
    return lyh_archive_read(state->archive, member, bytes, state->diags);
}

static void take_file(reading *state, const raw_thing *raw, lyh_refi_source *source)
{
    lyh_bytes bytes = { .data = NULL };
    g_autofree char *where = NULL;
    if (!read_bytes(state, raw, &bytes, &where))
        return;
    source->has_bom =
        bytes.size >= strlen(BOM) && memcmp(bytes.data, BOM, strlen(BOM)) == 0;
    lyh_source *text = lyh_source_from_bytes(where, LYH_SOURCE_TRANSCRIPT, bytes.data,
                                             bytes.size, state->diags);
    free(bytes.data);
    if (!text)
        return;
    g_ptr_array_add(state->held, text);
    source->text = lyh_source_text(text);
    source->size = lyh_source_size(text);
}

static void take_inline(const raw_thing *raw, lyh_refi_source *source)
{
    source->is_inline = true;
    source->has_bom = g_str_has_prefix(raw->content->str, BOM);
    source->text = raw->content->str + (source->has_bom ? strlen(BOM) : 0);
    source->size = strlen(source->text);
}

static void take_texts(reading *state)
{
    const GArray *sources = state->raw->things[RAW_SOURCE];
    for (guint i = 0; i < sources->len; i++) {
        const raw_thing *raw = raw_at(state->raw, RAW_SOURCE, i);
        lyh_refi_source source = { .text = "" };
        if (raw->content && *raw->path == '\0')
            take_inline(raw, &source);
        else if (*raw->path)
            take_file(state, raw, &source);
        else
            complain_of_missing(state, raw);
        g_array_append_val(state->texts, source);
    }
}

/* A note's text may lie beside it too; without it the note says nothing, and is no loss of codings. */
static void take_notes(reading *state)
{
    for (guint i = 0; i < state->raw->things[RAW_NOTE]->len; i++) {
        raw_thing *raw = raw_at(state->raw, RAW_NOTE, i);
        const char *path = without_scheme(raw->path, "internal:");
        const char *member = path ? find_member(state, path) : NULL;
        lyh_bytes bytes = { .data = NULL };
        if (raw->content || !member ||
            !lyh_archive_read(state->archive, member, &bytes, state->diags))
            continue;
        g_autofree char *valid = g_utf8_make_valid(bytes.data, (gssize)bytes.size);
        raw->content = g_string_new(valid);
        free(bytes.data);
    }
}

/* ---- the whole ---- */

static bool parse(reading *state, const lyh_bytes *bytes)
{
    const char *member = state->archive ? project_member(state) : NULL;
    if (state->archive && !member)
        return false;
    state->where =
        member ? g_strdup_printf("%s: %s", state->name, member) : g_strdup(state->name);
    raw_reader *reader = raw_reader_new(state->raw, state->where, state->diags);
    bool is_fine = member ? lyh_archive_parse(state->archive, member, raw_reader_handler(),
                                              reader, state->diags)
                          : lyh_xml_parse(state->where, bytes, raw_reader_handler(), reader,
                                          state->diags);
    raw_reader_free(reader);
    return is_fine;
}

static lyh_refi *read_project(reading *state, const lyh_bytes *bytes)
{
    size_t errors = lyh_diags_error_count(state->diags);
    if (!parse(state, bytes) || lyh_diags_error_count(state->diags) > errors)
        return NULL;
    take_texts(state);
    take_notes(state);
    lyh_refi *project =
        raw_resolve(state->raw, state->where, state->diags,
                    (const lyh_refi_source *)(const void *)state->texts->data);
    if (lyh_diags_error_count(state->diags) == errors)
        return project;
    lyh_refi_free(project);
    return NULL;
}

static void free_source(gpointer source)
{
    lyh_source_free(source);
}

lyh_refi *lyh_refi_read(const char *name, const lyh_bytes *bytes,
                        const lyh_refi_read_options *options, lyh_diags *diags)
{
    bool is_archive = bytes->size >= 2 && memcmp(bytes->data, "PK", 2) == 0;
    size_t size = strlen(name);
    if (size > 5 && g_ascii_strcasecmp(name + size - 5, ".qdpx") == 0)
        is_archive = true;
    g_autoptr(lyh_archive) archive =
        is_archive ? lyh_archive_open(name, bytes, diags) : NULL;
    if (is_archive && !archive)
        return NULL;
    reading state = {
        .name = name,
        .archive = archive,
        .members = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .options = options,
        .raw = raw_project_new(),
        .texts = g_array_new(FALSE, FALSE, sizeof(lyh_refi_source)),
        .held = g_ptr_array_new_with_free_func(free_source),
        .diags = diags,
    };
    if (archive)
        list_members(&state);
    lyh_refi *project = read_project(&state, bytes);
    g_hash_table_unref(state.members);
    g_ptr_array_unref(state.held);
    g_array_unref(state.texts);
    raw_project_free(state.raw);
    g_free(state.where);
    return project;
}
