#include <errno.h>
#include <string.h>

#include "../base/listing.h"
#include "manifest.h"

struct manifest_inputs {
    GArray *all; /* manifest_input */
};

/* Files with a name of their own; the others lie in folders. */
static const struct {
    const char *name;
    manifest_kind kind;
} files[] = {
    { "codebook.csv", MANIFEST_INPUT },     { "decisions.csv", MANIFEST_DECISIONS },
    { "guide.csv", MANIFEST_INPUT },        { "lyhord.ini", MANIFEST_INPUT },
    { "questions.csv", MANIFEST_INPUT },    { "respondents.csv", MANIFEST_TABLES },
    { "study.db", MANIFEST_CODINGS },       { "survey.csv", MANIFEST_TABLES },
    { "survey.sav", MANIFEST_TABLES },      { "survey.xlsx", MANIFEST_TABLES },
    { "transcripts.csv", MANIFEST_TABLES }, { "variants.csv", MANIFEST_TABLES },
};

const char *manifest_kind_name(manifest_kind kind)
{
    static const char *const names[MANIFEST_KINDS] = {
        [MANIFEST_INPUT] = "input",         [MANIFEST_TRANSCRIPTS] = "transcripts",
        [MANIFEST_TABLES] = "tables",       [MANIFEST_CODINGS] = "codings",
        [MANIFEST_DECISIONS] = "decisions",
    };
    g_assert(kind < MANIFEST_KINDS);
    return names[kind];
}

static void clear_input(void *data)
{
    manifest_input *input = data;
    g_free(input->name);
    g_free(input->sha256);
}

char *manifest_hash(const char *path, size_t *bytes)
{
    GMappedFile *file = g_mapped_file_new(path, FALSE, NULL);
    if (!file)
        return NULL;
    *bytes = g_mapped_file_get_length(file);
    const char *text = *bytes > 0 ? g_mapped_file_get_contents(file) : "";
    char *hash =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, *bytes);
    g_mapped_file_unref(file);
    return hash;
}

static bool add(manifest_inputs *inputs, const char *folder, const char *name,
                manifest_kind kind, lyh_error *error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    manifest_input input = { .kind = kind };
    input.sha256 = manifest_hash(path, &input.bytes);
    if (!input.sha256)
        return lyh_error_set(error, LYH_ERROR_NO_INPUT, errno, path);
    input.name = g_strdup(name);
    g_array_append_val(inputs->all, input);
    return true;
}

static bool add_transcripts(manifest_inputs *inputs, const lyh_study *study,
                            const char *folder, lyh_error *error)
{
    for (size_t i = 0; i < lyh_study_file_count(study); i++) {
        g_autofree char *base = g_path_get_basename(lyh_study_file(study, i));
        g_autofree char *name = g_strconcat("transcripts/", base, NULL);
        if (!add(inputs, folder, name, MANIFEST_TRANSCRIPTS, error))
            return false;
    }
    return true;
}

/* The files in the study's folder @inside whose names end in @ending. */
static bool add_folder(manifest_inputs *inputs, const char *folder, const char *inside,
                       const char *ending, manifest_kind kind, lyh_error *error)
{
    g_autofree char *path = g_build_filename(folder, inside, NULL);
    g_autoptr(GPtrArray) names = listing_ending(path, ending);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *name = g_build_filename(inside, names->pdata[i], NULL);
        if (!add(inputs, folder, name, kind, error))
            return false;
    }
    return true;
}

static bool add_files(manifest_inputs *inputs, const char *folder, lyh_error *error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(folder, files[i].name, NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS) &&
            !add(inputs, folder, files[i].name, files[i].kind, error))
            return false;
    }
    return true;
}

static gint by_kind_and_name(gconstpointer one, gconstpointer two)
{
    const manifest_input *a = one, *b = two;
    return a->kind != b->kind ? (a->kind > b->kind) - (a->kind < b->kind)
                              : strcmp(a->name, b->name);
}

manifest_inputs *manifest_inputs_new(const lyh_study *study, const char *folder,
                                     lyh_error *error)
{
    g_autoptr(manifest_inputs) inputs = g_new0(manifest_inputs, 1);
    inputs->all = g_array_new(FALSE, FALSE, sizeof(manifest_input));
    g_array_set_clear_func(inputs->all, clear_input);
    if (!add_files(inputs, folder, error) ||
        !add_transcripts(inputs, study, folder, error) ||
        !add_folder(inputs, folder, "codings", ".csv", MANIFEST_CODINGS, error) ||
        !add_folder(inputs, folder, "report", ".md", MANIFEST_INPUT, error))
        return NULL;
    g_array_sort(inputs->all, by_kind_and_name);
    return g_steal_pointer(&inputs);
}

void manifest_inputs_free(manifest_inputs *inputs)
{
    if (!inputs)
        return;
    g_array_unref(inputs->all);
    g_free(inputs);
}

size_t manifest_inputs_count(const manifest_inputs *inputs)
{
    return inputs->all->len;
}

const manifest_input *manifest_inputs_at(const manifest_inputs *inputs, size_t index)
{
    g_assert(index < inputs->all->len);
    return &g_array_index(inputs->all, manifest_input, index);
}

size_t manifest_inputs_of(const manifest_inputs *inputs, manifest_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < manifest_inputs_count(inputs); i++)
        count += manifest_inputs_at(inputs, i)->kind == kind;
    return count;
}

/* A table of few words by itself could be guessed; nobody guesses the transcripts before it. */
char *manifest_inputs_digest(const manifest_inputs *inputs, manifest_kind kind)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    for (size_t i = 0; i < manifest_inputs_count(inputs); i++) {
        const manifest_input *input = manifest_inputs_at(inputs, i);
        if (input->kind != MANIFEST_INPUT && input->kind <= kind)
            g_string_append_printf(lines, "%s  %s\n", input->sha256, input->name);
    }
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, lines->str, (gssize)lines->len);
}
