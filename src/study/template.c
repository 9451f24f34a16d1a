#include <lyhord/study/template.h>

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/output.h>

#include "../base/listing.h"
#include "settings.h"

#define EMBEDDED(name)                                                                     \
    extern const unsigned char lyh_embedded_##name[];                                      \
    extern const size_t lyh_embedded_##name##_size

EMBEDDED(template_codebook);
EMBEDDED(template_guide);
EMBEDDED(template_informationsbrev);
EMBEDDED(template_lyhord);
EMBEDDED(template_respondents);
EMBEDDED(template_samtycke);
EMBEDDED(template_variants);
EMBEDDED(template_enkat_codebook);
EMBEDDED(template_enkat_informationsbrev);
EMBEDDED(template_enkat_lyhord);
EMBEDDED(template_enkat_questions);
EMBEDDED(template_enkat_respondents);
EMBEDDED(template_enkat_survey);

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
    FILE_ROW("respondents.csv", template_respondents),
    FILE_ROW("samtycke.md", template_samtycke),
    FILE_ROW("variants.csv", template_variants),
    FILE_ROW("lyhord.ini", template_lyhord), /* last: it makes the folder a study */
};

static const template_file enkat[] = {
    FILE_ROW("codebook.csv", template_enkat_codebook),
    FILE_ROW("informationsbrev.md", template_enkat_informationsbrev),
    FILE_ROW("questions.csv", template_enkat_questions),
    FILE_ROW("respondents.csv", template_enkat_respondents),
    FILE_ROW("survey.csv", template_enkat_survey),
    FILE_ROW("lyhord.ini", template_enkat_lyhord),
};

static const struct {
    const char *name;
    const template_file *files;
    size_t count;
} templates[] = {
    { "brukarrevision", brukarrevision, G_N_ELEMENTS(brukarrevision) },
    { "enkat", enkat, G_N_ELEMENTS(enkat) },
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
    return !g_file_test(folder, G_FILE_TEST_EXISTS) || listing_is_empty(folder);
}

bool lyh_template_takes_day(const char *text)
{
    return settings_is_date(text);
}

/* What has been made, to be taken away again when the rest cannot be. */
typedef struct new_folder {
    GPtrArray *made; /* char *: paths, folders before what is in them */
    lyh_error *error;
} new_folder;

static void take_back(const new_folder *making)
{
    for (guint i = making->made->len; i > 0; i--)
        g_remove(making->made->pdata[i - 1]);
}

/* @path and the folders above it that are missing. */
static bool make_folder(const new_folder *making, const char *path)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        return true;
    g_autofree char *parent = g_path_get_dirname(path);
    if (strcmp(parent, path) != 0 && !make_folder(making, parent))
        return false;
    if (g_mkdir(path, 0700) != 0)
        return lyh_error_set(making->error, LYH_ERROR_CANNOT_CREATE, errno, path);
    g_ptr_array_add(making->made, g_strdup(path));
    return true;
}

static bool make_file(const new_folder *making, const char *folder, const char *name,
                      const void *bytes, size_t size)
{
    char *path = g_build_filename(folder, name, NULL);
    g_ptr_array_add(making->made, path);
    return lyh_file_write(path, bytes, size, making->error);
}

/* The line "key =" of @text, whatever stands after the sign, as "key = value". */
static char *with_value(const char *text, const char *key, const char *value)
{
    if (!value || !*value)
        return g_strdup(text);
    g_auto(GStrv) parts = g_strsplit(value, "\\", -1);
    g_autofree char *escaped = g_strjoinv("\\\\", parts); /* as GKeyFile reads it back */
    g_autofree char *begins = g_strconcat(key, " =", NULL);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        if (!g_str_has_prefix(*line, begins))
            continue;
        g_free(*line);
        *line = g_strdup_printf("%s %s", begins, escaped);
    }
    return g_strjoinv("\n", lines);
}

static bool make_settings(const new_folder *making, const char *folder,
                          const template_file *file, const lyh_template_answers *answers)
{
    g_autofree char *empty = g_strndup((const char *)file->bytes, *file->size);
    g_autofree char *commissioned =
        with_value(empty, "commissioner", answers->commissioner);
    g_autofree char *dated = with_value(commissioned, "purge", answers->purge);
    g_autofree char *text = with_value(dated, "research", answers->research);
    return make_file(making, folder, file->name, text, strlen(text));
}

static bool make_all(const new_folder *making, size_t template, const char *folder,
                     const lyh_template_answers *answers)
{
    if (!make_folder(making, folder))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *path = g_build_filename(folder, folders[i], NULL);
        if (!make_folder(making, path))
            return false;
    }
    for (size_t i = 0; i < templates[template].count; i++) {
        const template_file *file = &templates[template].files[i];
        bool is_settings = strcmp(file->name, "lyhord.ini") == 0;
        if (is_settings ? !make_settings(making, folder, file, answers)
                        : !make_file(making, folder, file->name, file->bytes, *file->size))
            return false;
    }
    return true;
}

bool lyh_template_make(const char *name, const char *folder,
                       const lyh_template_answers *answers, lyh_error *error)
{
    static const lyh_template_answers none = { 0 };
    size_t template = find(name);
    if (template == LYH_NONE)
        return lyh_error_set(error, LYH_ERROR_NO_INPUT, 0, name);
    if (!is_empty_or_absent(folder))
        return lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, ENOTEMPTY, folder);

    g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func(g_free);
    const new_folder making = { made, error };
    g_autofree char *whole = g_canonicalize_filename(folder, NULL);
    if (make_all(&making, template, whole, answers ? answers : &none))
        return true;
    take_back(&making);
    return false;
}
