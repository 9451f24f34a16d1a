#include <lyhord/study/tables.h>

#include <string.h>

#include "study_private.h"

lyh_sample lyh_study_sample(const lyh_study *study, const lyh_tally *tally)
{
    return (lyh_sample){
        .kind = lyh_sample_kind_of(lyh_study_setting(study, "sample")),
        .population = lyh_study_number(study, "population"),
        .persons = lyh_tally_base(tally),
    };
}

/* The parts of @text between `|`, white space at their ends left out, empty ones too; g_strfreev(). */
static char **parts_of(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "|", -1);
    g_autoptr(GStrvBuilder) kept = g_strv_builder_new();
    for (char **part = parts; *part; part++)
        if (*g_strstrip(*part))
            g_strv_builder_add(kept, *part);
    return g_strv_builder_end(kept);
}

/* ---- the guide ---- */

struct lyh_study_guide {
    GArray *questions; /* lyh_tally_question */
    GPtrArray *codes;  /* GArray of size_t, of each question */
};

static GArray *codes_of_question(const lyh_study *study, size_t question)
{
    GArray *codes = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_auto(GStrv) names = parts_of(lyh_guide_theme(study->guide, question));
    for (char **name = names; *name; name++) {
        size_t code = lyh_codebook_find(study->codebook, *name);
        if (code != LYH_NONE) /* `check` warns about the others */
            g_array_append_val(codes, code);
    }
    return codes;
}

static void free_codes(gpointer codes)
{
    g_array_unref(codes);
}

lyh_study_guide *lyh_study_guide_new(const lyh_study *study, lyh_diags *diags,
                                     lyh_error *error)
{
    if (!study->guide || lyh_guide_count(study->guide) == 0) {
        lyh_diags_error(diags, "guide-missing", lyh_place_file(study->options.folder),
                        "there is no guide with questions; write them into guide.csv "
                        "(fråga;avsnitt;text;tema), or name one with --guide");
        lyh_error_set(error, LYH_ERROR_DATA, 0, "");
        return NULL;
    }
    lyh_study_guide *guide = g_new0(lyh_study_guide, 1);
    guide->questions = g_array_new(FALSE, FALSE, sizeof(lyh_tally_question));
    guide->codes = g_ptr_array_new_with_free_func(free_codes);
    for (size_t i = 0; i < lyh_guide_count(study->guide); i++) {
        GArray *codes = codes_of_question(study, i);
        const lyh_tally_question question = {
            .number = lyh_guide_number(study->guide, i),
            .text = lyh_guide_text(study->guide, i),
            .codes = (const size_t *)(void *)codes->data,
            .code_count = codes->len,
        };
        g_ptr_array_add(guide->codes, codes);
        g_array_append_val(guide->questions, question);
    }
    return guide;
}

void lyh_study_guide_free(lyh_study_guide *guide)
{
    if (!guide)
        return;
    g_array_unref(guide->questions);
    g_ptr_array_unref(guide->codes);
    g_free(guide);
}

lyh_tally_guide lyh_study_guide_with(const lyh_study_guide *guide,
                                     const lyh_statement_log *log)
{
    return (lyh_tally_guide){ log,
                              (const lyh_tally_question *)(void *)guide->questions->data,
                              guide->questions->len, NULL };
}

/* ---- the order of an attribute's values ---- */

char **lyh_study_order(const lyh_study *study, size_t attribute, lyh_diags *diags)
{
    char **order = NULL;
    g_auto(GStrv) keys = settings_keys(study->settings, "order");
    g_autofree char *path = study_path(study, "lyhord.ini");
    for (char **key = keys; *key; key++) {
        size_t named = lyh_respondents_find_attribute(study->respondents, *key);
        if (named == LYH_NONE)
            lyh_diags_warning(diags, "setting-unknown", lyh_place_file(path),
                              "setting '%s' in [%s] is unknown and has no effect; "
                              "check the spelling",
                              *key, "order");
        else if (named == attribute && !order)
            order = parts_of(settings_value(study->settings, "order", *key));
    }
    return order;
}

/* ---- the typology ---- */

struct lyh_study_typology {
    char *title;
    GArray *rows, *columns; /* size_t: codes */
    GPtrArray *texts;       /* char * or NULL, of each cell */
    lyh_typology plain;     /* lends the others */
};

/* The lyhord.ini that [typology] stands in, or where it should be. */
typedef struct declaring {
    const lyh_study *study;
    char *path;
    lyh_diags *diags;
} declaring;

static void take_codes(const declaring *where, const char *key, GArray *codes)
{
    const lyh_study *study = where->study;
    g_auto(GStrv) names = parts_of(settings_value(study->settings, "typology", key));
    for (char **name = names; *name; name++) {
        size_t code = lyh_codebook_find(study->codebook, *name);
        if (code == LYH_NONE)
            lyh_diags_error(where->diags, "typology", lyh_place_file(where->path),
                            "'%s', named by %s in [typology], is no code of the codebook",
                            *name, key);
        else
            g_array_append_val(codes, code);
    }
    if (!*names)
        lyh_diags_error(
            where->diags, "typology", lyh_place_file(where->path),
            "[typology] has no %s; write codes with | between them, as rows = … "
            "and columns = …",
            key);
}

static size_t find_code(const lyh_study *study, const GArray *codes, const char *name)
{
    size_t code = lyh_codebook_find(study->codebook, name);
    for (guint i = 0; i < codes->len; i++)
        if (code != LYH_NONE && g_array_index(codes, size_t, i) == code)
            return i;
    return LYH_NONE;
}

/* "ROW + COLUMN = text": a code may hold a + itself, so every + is tried. */
static bool take_text(const lyh_study *study, lyh_study_typology *typology, const char *key)
{
    for (const char *plus = strchr(key, '+'); plus; plus = strchr(plus + 1, '+')) {
        g_autofree char *first = g_strndup(key, (size_t)(plus - key));
        g_autofree char *second = g_strdup(plus + 1);
        size_t row = find_code(study, typology->rows, g_strstrip(first));
        size_t column = find_code(study, typology->columns, g_strstrip(second));
        if (row == LYH_NONE || column == LYH_NONE)
            continue;
        gpointer *text = &typology->texts->pdata[row * typology->columns->len + column];
        g_free(*text);
        *text = g_strdup(settings_value(study->settings, "typology", key));
        return true;
    }
    return false;
}

static void take_texts(const declaring *where, lyh_study_typology *typology)
{
    static const char *const others[] = { "columns", "rows", "title", NULL };
    g_auto(GStrv) keys = settings_keys(where->study->settings, "typology");
    g_ptr_array_set_size(typology->texts,
                         (gint)(typology->rows->len * typology->columns->len));
    for (char **key = keys; *key; key++)
        if (!g_strv_contains(others, *key) && !take_text(where->study, typology, *key))
            lyh_diags_error(
                where->diags, "typology", lyh_place_file(where->path),
                "'%s' in [typology] is no cell; write one of its rows, + and one "
                "of its columns",
                *key);
}

static lyh_study_typology *empty_typology(const lyh_study *study)
{
    lyh_study_typology *typology = g_new0(lyh_study_typology, 1);
    typology->title = g_strdup(settings_value(study->settings, "typology", "title"));
    typology->rows = g_array_new(FALSE, FALSE, sizeof(size_t));
    typology->columns = g_array_new(FALSE, FALSE, sizeof(size_t));
    typology->texts = g_ptr_array_new_with_free_func(g_free);
    return typology;
}

bool lyh_study_has_typology(const lyh_study *study)
{
    g_auto(GStrv) keys = settings_keys(study->settings, "typology");
    return *keys != NULL;
}

lyh_study_typology *lyh_study_typology_new(const lyh_study *study, lyh_diags *diags,
                                           lyh_error *error)
{
    size_t errors = lyh_diags_error_count(diags);
    lyh_study_typology *typology = empty_typology(study);
    g_autofree char *path = study_path(study, "lyhord.ini");
    const declaring where = { study, path, diags };
    take_codes(&where, "rows", typology->rows);
    take_codes(&where, "columns", typology->columns);
    if (lyh_diags_error_count(diags) == errors)
        take_texts(&where, typology);
    if (lyh_diags_error_count(diags) > errors) {
        lyh_study_typology_free(typology);
        lyh_error_set(error, LYH_ERROR_DATA, 0, "");
        return NULL;
    }
    typology->plain = (lyh_typology){
        .title = *typology->title ? typology->title : NULL,
        .rows = (const size_t *)(void *)typology->rows->data,
        .columns = (const size_t *)(void *)typology->columns->data,
        .row_count = typology->rows->len,
        .column_count = typology->columns->len,
        .texts = (const char *const *)typology->texts->pdata,
    };
    return typology;
}

void lyh_study_typology_free(lyh_study_typology *typology)
{
    if (!typology)
        return;
    g_free(typology->title);
    g_array_unref(typology->rows);
    g_array_unref(typology->columns);
    g_ptr_array_unref(typology->texts);
    g_free(typology);
}

const lyh_typology *lyh_study_typology_of(const lyh_study_typology *typology)
{
    return &typology->plain;
}
