#include <lyhord/study/template.h>

#include <errno.h>
#include <glib.h>
#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/output.h>

#define EMBEDDED(name)                                                                     \
    extern const unsigned char lyh_embedded_##name[];                                      \
    extern const size_t lyh_embedded_##name##_size

EMBEDDED(template_codebook);
EMBEDDED(template_guide);
EMBEDDED(template_informationsbrev);
EMBEDDED(template_lyhord);
EMBEDDED(template_respondents);
EMBEDDED(template_samtycke);

typedef struct template_file {
    const char *name;
    const unsigned char *bytes;
    const size_t *size;
} template_file;

#define FILE_ROW(path, name)                                                               \
    {                                                                                      \
        path, lyh_embedded_##name, &lyh_embedded_##name##_size                             \
    }

static const template_file brukarrevision[] = {
    FILE_ROW("codebook.csv", template_codebook),
    FILE_ROW("guide.csv", template_guide),
    FILE_ROW("informationsbrev.md", template_informationsbrev),
    FILE_ROW("lyhord.ini", template_lyhord),
    FILE_ROW("respondents.csv", template_respondents),
    FILE_ROW("samtycke.md", template_samtycke),
};

static const struct {
    const char *name;
    const template_file *files;
    size_t count;
} templates[] = {
    { "brukarrevision", brukarrevision, G_N_ELEMENTS(brukarrevision) },
};

static const char *const folders[] = { "codings", "reports", "transcripts" };

size_t lyh_template_count(void)
{
    return G_N_ELEMENTS(templates);
}

const char *lyh_template_name(size_t index)
{
    g_assert(index < G_N_ELEMENTS(templates));
    return templates[index].name;
}

static size_t find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(templates); i++)
        if (strcmp(templates[i].name, name) == 0)
            return i;
    return LYH_NONE;
}

static bool is_empty_or_absent(const char *folder)
{
    if (!g_file_test(folder, G_FILE_TEST_EXISTS))
        return true;
    GDir *dir = g_dir_open(folder, 0, NULL);
    bool is_empty = dir && !g_dir_read_name(dir);
    if (dir)
        g_dir_close(dir);
    return is_empty;
}

static bool make_folders(const char *folder, lyh_error *error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *path = g_build_filename(folder, folders[i], NULL);
        if (!lyh_folder_make(path, error))
            return false;
    }
    return true;
}

bool lyh_template_make(const char *name, const char *folder, lyh_error *error)
{
    size_t template = find(name);
    if (template == LYH_NONE)
        return lyh_error_set(error, LYH_ERROR_NO_INPUT, 0, name);
    if (!is_empty_or_absent(folder))
        return lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, ENOTEMPTY, folder);
    if (!make_folders(folder, error))
        return false;

    for (size_t i = 0; i < templates[template].count; i++) {
        const template_file *file = &templates[template].files[i];
        g_autofree char *path = g_build_filename(folder, file->name, NULL);
        if (!lyh_file_write(path, file->bytes, *file->size, error))
            return false;
    }
    return true;
}
