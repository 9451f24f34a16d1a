#include <lyhord/study/code_changing.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/codebook/weakness.h>
#include <lyhord/study/lock.h>

#include "../base/listing.h"
#include "../codebook/autoptr.h"
#include "changes.h"
#include "code_changing.h"
#include "decision_rows.h"
#include "folder.h"
#include "study_private.h"

/* Enough of a version to tell it from any other a study will have. */
#define NAME_DIGITS 16

struct lyh_code_changing {
    lyh_study *study;
    char *path; /* codebook.csv */
    char version[LYH_CODEBOOK_VERSION_SIZE];
    lyh_bytes before_bytes, after_bytes;
    const lyh_codebook *before;
    lyh_codebook *own_before; /* NULL: it is the study's */
    lyh_codebook *after;
    lyh_difference *difference;
    bool is_back;
};

void lyh_code_changing_free(lyh_code_changing *changing)
{
    if (!changing)
        return;
    lyh_difference_free(changing->difference);
    lyh_codebook_free(changing->own_before);
    lyh_codebook_free(changing->after);
    free(changing->before_bytes.data);
    free(changing->after_bytes.data);
    g_free(changing->path);
    g_free(changing);
}

const char *lyh_code_changing_version(const lyh_code_changing *changing)
{
    return changing->version;
}

const lyh_codebook *lyh_code_changing_before(const lyh_code_changing *changing)
{
    return changing->before;
}

const lyh_codebook *lyh_code_changing_after(const lyh_code_changing *changing)
{
    return changing->after;
}

const lyh_difference *lyh_code_changing_difference(const lyh_code_changing *changing)
{
    return changing->difference;
}

/* ---- versions, and what was before them ---- */

void code_changing_version_of(const lyh_bytes *bytes,
                              char version[LYH_CODEBOOK_VERSION_SIZE])
{
    g_autofree char *hash = g_compute_checksum_for_data(
        G_CHECKSUM_SHA256, (const guchar *)bytes->data, bytes->size);
    g_strlcpy(version, hash, LYH_CODEBOOK_VERSION_SIZE);
}

/* g_free(). */
static char *path_of(const lyh_study *study)
{
    return g_build_filename(study->options.folder, "codebook.csv", NULL);
}

/* Where the codebook before @version lies. g_free(). */
static char *copy_of(const lyh_study *study, const char *version)
{
    g_autofree char *name =
        g_strdup_printf("%s%.*s", FOLDER_OLD_CODEBOOK, NAME_DIGITS, version);
    return g_build_filename(study->options.folder, name, NULL);
}

bool lyh_study_codebook_version(const lyh_study *study,
                                char version[LYH_CODEBOOK_VERSION_SIZE], lyh_error *error)
{
    lyh_bytes bytes = { 0 };
    g_autofree char *path = path_of(study);
    if (!lyh_file_read(path, LYH_MAX_TABLE, &bytes, error))
        return false;
    code_changing_version_of(&bytes, version);
    free(bytes.data);
    return true;
}

bool lyh_study_codebook_has_back(const lyh_study *study, const char *version)
{
    g_autofree char *copy = copy_of(study, version);
    return g_file_test(copy, G_FILE_TEST_IS_REGULAR);
}

char **code_changing_copies(const char *folder)
{
    g_autoptr(GPtrArray) names = listing_of(folder);
    GPtrArray *paths = g_ptr_array_new();
    for (guint i = 0; i < names->len; i++)
        if (g_str_has_prefix(names->pdata[i], FOLDER_OLD_CODEBOOK))
            g_ptr_array_add(paths, g_build_filename(folder, names->pdata[i], NULL));
    g_ptr_array_add(paths, NULL);
    return (char **)g_ptr_array_free(paths, FALSE);
}

/* Is @version what lies on the disk? */
static bool is_still(const lyh_study *study, const char *version, lyh_error *error)
{
    char now[LYH_CODEBOOK_VERSION_SIZE];
    if (!lyh_study_codebook_version(study, now, error))
        return false;
    g_autofree char *path = path_of(study);
    return strcmp(now, version) == 0 || lyh_error_set(error, LYH_ERROR_BUSY, 0, path);
}

/* ---- a change ---- */

/* The codebook before: the study's own, when it was read of these bytes. NULL: @diags. */
static const lyh_codebook *held(lyh_code_changing *made, lyh_diags *diags)
{
    const lyh_study *study = made->study;
    if (study->codebook && strcmp(lyh_study_codebook_held(study), made->version) == 0)
        return study->codebook;
    made->own_before = lyh_codebook_from_bytes(made->path, made->before_bytes.data,
                                               made->before_bytes.size, diags);
    return made->own_before;
}

static lyh_code_changing *begin(lyh_study *study, const char *version, lyh_diags *diags,
                                lyh_error *error)
{
    g_autoptr(lyh_code_changing) made = g_new0(lyh_code_changing, 1);
    made->study = study;
    made->path = path_of(study);
    if (!lyh_file_read(made->path, LYH_MAX_TABLE, &made->before_bytes, error))
        return NULL;
    code_changing_version_of(&made->before_bytes, made->version);
    if (strcmp(made->version, version) != 0) {
        lyh_error_set(error, LYH_ERROR_BUSY, 0, made->path);
        return NULL;
    }
    made->before = held(made, diags);
    if (made->before)
        return g_steal_pointer(&made);
    lyh_error_set(error, LYH_ERROR_DATA, 0, made->path);
    return NULL;
}

/* Patterns are read when they are compiled; those of other codes are as they were. */
static void try_rules(const lyh_code_changing *made, size_t code, lyh_diags *diags)
{
    lyh_study *study = made->study;
    lyh_matcher_options options = lyh_study_matcher_options(study);
    g_autofree bool *codes = g_new0(bool, lyh_codebook_count(made->after) + 1);
    codes[code] = true;
    options.codes = codes;
    lyh_matcher_free(
        lyh_matcher_new(made->after, study->vocabulary, study->lexicon, &options, diags));
}

/* What is weak elsewhere was so before. */
static void warn_of_code(const lyh_code_changing *made, size_t code, lyh_diags *diags)
{
    lyh_codebook_check_code(made->after, code, diags);
    lyh_codebook_warn_of_weakness_in(made->after, code, diags);
}

/* The cell that the first of the mistakes in @told stands in. */
static lyh_field field_of(const lyh_code_changing *made, const lyh_code_change *change,
                          const lyh_diags *told)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    size_t code = lyh_codebook_find(made->before, change->code);
    lyh_source *source =
        lyh_source_from_bytes(made->path, LYH_SOURCE_TABLE, made->after_bytes.data,
                              made->after_bytes.size, unsaid);
    g_autoptr(lyh_csv) csv = source ? lyh_csv_take(source, unsaid) : NULL;
    size_t rows = csv ? lyh_csv_row_count(csv) : 0;
    size_t row = code == LYH_NONE || change->is_new
                     ? rows - 1
                     : lyh_codebook_code(made->before, code)->row;
    for (size_t i = 0; row < rows && i < lyh_diags_count(told); i++) {
        const lyh_diag *diag = lyh_diags_at(told, i);
        lyh_field field = diag->severity == LYH_SERIOUS
                              ? lyh_codebook_field_at(csv, row, diag->line, diag->column)
                              : LYH_FIELD_COUNT;
        if (field != LYH_FIELD_COUNT)
            return field;
    }
    return LYH_FIELD_COUNT;
}

/* False: it is no codebook, and @diags say why. */
static bool read_after(lyh_code_changing *made, const lyh_code_change *change,
                       lyh_field *field, lyh_diags *diags)
{
    g_autoptr(lyh_diags) told = lyh_diags_new(lyh_diags_catalog(diags));
    made->after = lyh_codebook_from_bytes(made->path, made->after_bytes.data,
                                          made->after_bytes.size, told);
    size_t code = made->after ? lyh_codebook_find(made->after, change->code) : LYH_NONE;
    if (code != LYH_NONE)
        try_rules(made, code, told);
    bool is_sound = code != LYH_NONE && lyh_diags_error_count(told) == 0;
    if (is_sound)
        warn_of_code(made, code, diags);
    else if (field)
        *field = field_of(made, change, told);
    for (size_t i = 0; i < lyh_diags_count(told); i++)
        if (lyh_diags_at(told, i)->severity == LYH_SERIOUS)
            lyh_diags_add(diags, lyh_diags_at(told, i));
    return is_sound;
}

lyh_code_changing *lyh_code_changing_plan(lyh_study *study, const char *version,
                                          const lyh_code_change *change, lyh_field *field,
                                          lyh_diags *diags, lyh_error *error)
{
    if (field)
        *field = LYH_FIELD_COUNT;
    g_autoptr(lyh_code_changing) made = begin(study, version, diags, error);
    if (!made)
        return NULL;
    made->after_bytes.data =
        lyh_codebook_changed(made->before, change, &made->after_bytes.size, diags);
    if (!made->after_bytes.data || !read_after(made, change, field, diags)) {
        lyh_error_set(error, LYH_ERROR_DATA, 0, made->path);
        return NULL;
    }
    made->difference = lyh_difference_new(made->before, made->after);
    return g_steal_pointer(&made);
}

/* ---- the way back ---- */

static bool leaves_none_behind(const lyh_code_changing *made,
                               bool (*is_used)(void *user, const char *code), void *user,
                               lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    for (size_t code = 0; code < lyh_codebook_count(made->before); code++) {
        const char *name = lyh_codebook_code(made->before, code)->name;
        if (lyh_codebook_find(made->after, name) == LYH_NONE && is_used(user, name))
            lyh_diags_error(diags, "code-used", lyh_place_file(made->path),
                            "the theme '%s' would go, but somebody has coded with it; "
                            "take those codings away first, or join the theme with "
                            "another by lyhord codebook merge",
                            name);
    }
    return lyh_diags_error_count(diags) == errors;
}

lyh_code_changing *lyh_code_changing_plan_back(
    lyh_study *study, const char *version, bool (*is_used)(void *user, const char *code),
    void *user, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_code_changing) made = begin(study, version, diags, error);
    g_autofree char *copy = copy_of(study, version);
    if (!made || !lyh_file_read(copy, LYH_MAX_TABLE, &made->after_bytes, error))
        return NULL;
    made->is_back = true;
    made->after = lyh_codebook_from_bytes(made->path, made->after_bytes.data,
                                          made->after_bytes.size, diags);
    if (!made->after || !leaves_none_behind(made, is_used, user, diags)) {
        lyh_error_set(error, LYH_ERROR_DATA, 0, made->path);
        return NULL;
    }
    made->difference = lyh_difference_new(made->before, made->after);
    return g_steal_pointer(&made);
}

/* ---- making it ---- */

static const char *code_name(const lyh_code_changing *changing, const lyh_change *change)
{
    return change->new_code != LYH_NONE
               ? lyh_codebook_code(changing->after, change->new_code)->name
               : lyh_codebook_code(changing->before, change->old_code)->name;
}

/* "changed: definition + rules" of the code of the changes from @first on; @end: those behind it. g_free(). */
static char *value_of(const lyh_code_changing *changing, size_t first, size_t *end)
{
    const lyh_change *one = lyh_difference_at(changing->difference, first);
    const char *verb = changing->is_back             ? "changed back"
                       : one->kind == LYH_CODE_ADDED ? "added"
                                                     : "changed";
    GString *value = g_string_new(verb);
    lyh_field last = LYH_FIELD_COUNT;
    for (*end = first; *end < lyh_difference_count(changing->difference); *end += 1) {
        const lyh_change *change = lyh_difference_at(changing->difference, *end);
        if (change->new_code != one->new_code || change->old_code != one->old_code)
            break;
        if (change->field == LYH_FIELD_CODE || change->field == last)
            continue;
        g_string_append(value, last == LYH_FIELD_COUNT ? ": " : " + ");
        g_string_append(value, lyh_field_name(change->field));
        last = change->field;
    }
    return g_string_free(value, FALSE);
}

static bool plan_decisions(const lyh_code_changing *changing, const lyh_decider *decider,
                           study_changes *changes, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *path = study_path(changing->study, "decisions.csv");
    g_autoptr(table_file) file = path ? table_file_open(path, diags, error) : NULL;
    if (path && !file)
        return false;
    g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(lyh_decision));
    g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
    size_t count = lyh_difference_count(changing->difference);
    for (size_t i = 0, end; i < count; i = end) {
        char *value = value_of(changing, i, &end);
        g_ptr_array_add(values, value);
        const lyh_decision row = {
            .kind = "code",
            .target = code_name(changing, lyh_difference_at(changing->difference, i)),
            .value = value,
            .who = decider->who,
            .reason = decider->reason,
            .date = decider->day,
        };
        if (!decision_rows_end_with(file, &row))
            g_array_append_val(rows, row);
    }
    if (rows->len > 0)
        decision_rows_plan(changes, changing->study->options.folder, file,
                           (const lyh_decision *)(const void *)rows->data, rows->len);
    return true;
}

/* Copies that no version leads to any more, or only by more steps than are kept. */
static void plan_forgetting(const lyh_code_changing *changing, const char *made,
                            study_changes *changes)
{
    g_auto(GStrv) copies = code_changing_copies(changing->study->options.folder);
    g_autoptr(GHashTable) kept =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    char version[LYH_CODEBOOK_VERSION_SIZE];
    g_hash_table_add(kept, g_strdup(made));
    g_strlcpy(version, changing->version, sizeof version);
    for (size_t i = 1; i < LYH_CODEBOOK_COPIES; i++) {
        lyh_error error = { 0 };
        lyh_bytes bytes = { 0 };
        char *copy = copy_of(changing->study, version);
        if (!g_hash_table_add(kept, copy) ||
            !lyh_file_read(copy, LYH_MAX_TABLE, &bytes, &error))
            break;
        code_changing_version_of(&bytes, version);
        free(bytes.data);
    }
    for (char **copy = copies; *copy; copy++)
        if (!g_hash_table_contains(kept, *copy))
            changes_remove(changes, *copy);
}

static void plan_write(study_changes *changes, const char *path, const lyh_bytes *bytes)
{
    char *copy = malloc(bytes->size + 1);
    g_assert(copy);
    memcpy(copy, bytes->data, bytes->size);
    changes_write(changes, path, copy, bytes->size);
}

/* The codebook and the decisions are read and written while nobody else does. */
static bool make_alone(const lyh_code_changing *changing, const char *after,
                       const lyh_decider *decider, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(study_changes) changes = changes_new();
    if (!plan_decisions(changing, decider, changes, diags, error))
        return false;
    const char *of = changing->is_back ? changing->version : after;
    g_autofree char *copy = copy_of(changing->study, of);
    if (!changing->is_back)
        plan_write(changes, copy, &changing->before_bytes);
    plan_write(changes, changing->path, &changing->after_bytes);
    if (changing->is_back)
        changes_remove(changes, copy);
    else
        plan_forgetting(changing, copy, changes);
    return is_still(changing->study, changing->version, error) &&
           changes_make(changes, diags, error);
}

bool lyh_code_changing_make(const lyh_code_changing *changing, const lyh_decider *decider,
                            lyh_diags *diags, lyh_error *error)
{
    char after[LYH_CODEBOOK_VERSION_SIZE];
    code_changing_version_of(&changing->after_bytes, after);
    if (strcmp(after, changing->version) == 0)
        return true;
    int lock = lyh_folder_lock(changing->study->options.folder, error);
    if (lock < 0)
        return false;
    bool is_made = make_alone(changing, after, decider, diags, error);
    lyh_folder_unlock(lock);
    return is_made;
}
