#include <lyhord/study/purge.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/store/forget.h>

#include "../base/listing.h"
#include "code_changing.h"
#include "folder.h"
#include "ledger.h"
#include "study_private.h"
#include "tombstone.h"
#include "undo_private.h"

struct lyh_purge {
    char *folder;
    GPtrArray *files; /* char *: paths within the folder */
    study_changes *changes;
};

/* In the order in which they go: what was made of the words before the words. */
static const char *const folders[] = { UNDO_FOLDER, "codings", "transcripts" };
static const char *const stores[] = { "study.db", "study.db-journal", "study.db-shm",
                                      "study.db-wal" };
static const char *const lists[] = { "survey.csv", "survey.sav", "survey.xlsx",
                                     "transcripts.csv", "respondents.csv" };

void lyh_purge_free(lyh_purge *purge)
{
    if (!purge)
        return;
    g_free(purge->folder);
    g_ptr_array_unref(purge->files);
    changes_free(purge->changes);
    g_free(purge);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_purge, lyh_purge_free)

bool lyh_study_purge_is_due(const lyh_study *study, const char *today)
{
    const char *day = lyh_study_setting(study, "purge");
    return *day && strcmp(day, today) <= 0; /* days written so sort as they come */
}

/* No day, or a day to come, and nothing goes. */
static bool has_come(const char *folder, const char *today, lyh_diags *diags,
                     lyh_error *error)
{
    g_autofree char *path = g_build_filename(folder, "lyhord.ini", NULL);
    study_settings *settings = settings_read(path, diags, error);
    if (!settings)
        return false;
    g_autofree char *day = g_strdup(settings_value(settings, "study", "purge"));
    settings_free(settings);
    if (!*day) {
        lyh_diags_error(diags, "purge-no-day", lyh_place_file(path),
                        "no day is set for destroying the material; write it as purge = "
                        "under [study] in lyhord.ini");
        return lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    }
    if (strcmp(day, today) <= 0)
        return true;
    lyh_diags_error(diags, "purge-early", lyh_place_file(path),
                    "the material is to be kept until %s, and today is %s; nothing is "
                    "destroyed before its day",
                    day, today);
    return lyh_error_set(error, LYH_ERROR_NOT_ALLOWED, 0, path);
}

/* All files below @within, other programs' copies too; a link goes as a link. */
static void add_files(const lyh_purge *purge, const char *within)
{
    g_autofree char *folder = g_build_filename(purge->folder, within, NULL);
    g_autoptr(GPtrArray) names = listing_of(folder);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *name = g_build_filename(within, names->pdata[i], NULL);
        g_autofree char *path = g_build_filename(purge->folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR) &&
            !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            add_files(purge, name);
        else
            g_ptr_array_add(purge->files, g_steal_pointer(&name));
    }
}

/* A folder that is a link may be shared with others: it is not for us to empty. */
static bool add_folder(const lyh_purge *purge, const char *name, lyh_diags *diags,
                       lyh_error *error)
{
    g_autofree char *path = g_build_filename(purge->folder, name, NULL);
    if (!g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
        add_files(purge, name);
        return true;
    }
    lyh_diags_error(diags, "purge-link", lyh_place_file(path),
                    "this folder is a link to somewhere else; go there, destroy what is "
                    "yours, and take the link away");
    return lyh_error_set(error, LYH_ERROR_NOT_ALLOWED, 0, path);
}

static void add_if_there(const lyh_purge *purge, const char *name)
{
    g_autofree char *path = g_build_filename(purge->folder, name, NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS) || g_file_test(path, G_FILE_TEST_IS_SYMLINK))
        g_ptr_array_add(purge->files, g_strdup(name));
}

static bool add_backups(const lyh_purge *purge, lyh_error *error)
{
    g_autofree char *store = g_build_filename(purge->folder, stores[0], NULL);
    char **backups = lyh_forget_backups(store, error);
    bool is_read = backups != NULL;
    for (char **backup = backups; backup && *backup; backup++)
        g_ptr_array_add(purge->files, g_path_get_basename(*backup));
    lyh_forget_backups_free(backups);
    return is_read;
}

static void add_old_codebooks(const lyh_purge *purge)
{
    g_auto(GStrv) paths = code_changing_copies(purge->folder);
    for (char **path = paths; *path; path++)
        g_ptr_array_add(purge->files, g_path_get_basename(*path));
}

static bool find_files(const lyh_purge *purge, lyh_diags *diags, lyh_error *error)
{
    if (!add_folder(purge, folders[0], diags, error) ||
        !add_folder(purge, folders[1], diags, error))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(stores); i++)
        add_if_there(purge, stores[i]);
    if (!add_backups(purge, error) || !add_folder(purge, folders[2], diags, error))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        add_if_there(purge, lists[i]);
    add_old_codebooks(purge);
    return true;
}

static bool goes(const lyh_purge *purge, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++)
        if (strcmp(name, folders[i]) == 0)
            return true;
    return g_ptr_array_find_with_equal_func(purge->files, name, g_str_equal, NULL);
}

/* Anonymised copies, notes, what a crash left: nobody but people knows what it holds. */
static void tell_unknown_files(const lyh_purge *purge, lyh_diags *diags)
{
    g_autoptr(GPtrArray) names = listing_of(purge->folder);
    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];
        if (folder_is_own(name) || goes(purge, name))
            continue;
        g_autofree char *path = g_build_filename(purge->folder, name, NULL);
        lyh_diags_warning(diags, "purge-unknown", lyh_place_file(path),
                          "this is no file of a study and stays; when it holds what people "
                          "said, destroy it yourself");
    }
}

static bool plan(lyh_purge *purge, const char *today, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *path = g_build_filename(purge->folder, "decisions.csv", NULL);
    g_autoptr(table_file) decisions = NULL;
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        decisions = table_file_open(path, diags, error);
        if (!decisions)
            return false;
        ledger_forget(decisions, NULL);
    }
    tombstone_plan(purge->changes, purge->folder, decisions, "purge", "", today);
    for (guint i = 0; i < purge->files->len; i++) {
        g_autofree char *file =
            g_build_filename(purge->folder, purge->files->pdata[i], NULL);
        changes_remove(purge->changes, file);
        if (g_file_test(file, G_FILE_TEST_IS_SYMLINK))
            lyh_diags_warning(diags, "link-left", lyh_place_file(file),
                              "this is a link: it goes, but the file it points to lies "
                              "somewhere else and stays; destroy it yourself");
    }
    return true;
}

lyh_purge *lyh_purge_plan(const char *folder, const char *today, lyh_diags *diags,
                          lyh_error *error)
{
    if (!has_come(folder, today, diags, error))
        return NULL;
    g_autoptr(lyh_purge) purge = g_new0(lyh_purge, 1);
    purge->folder = g_strdup(folder);
    purge->files = g_ptr_array_new_with_free_func(g_free);
    purge->changes = changes_new_from(folder);
    if (!find_files(purge, diags, error) || !plan(purge, today, diags, error))
        return NULL;
    tell_unknown_files(purge, diags);
    return g_steal_pointer(&purge);
}

size_t lyh_purge_count(const lyh_purge *purge)
{
    return purge->files->len;
}

const char *lyh_purge_file(const lyh_purge *purge, size_t index)
{
    g_assert(index < purge->files->len);
    return purge->files->pdata[index];
}

bool lyh_purge_make(const lyh_purge *purge, lyh_diags *diags, lyh_error *error)
{
    return changes_make_alone(purge->changes, diags, error);
}
