#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <lyhord/base/output.h>
#include <lyhord/study/anonymize.h>
#include <lyhord/study/outside.h>

#include "../base/autoptr.h"
#include "../base/listing.h"
#include "../corpus/autoptr.h"
#include "finds_private.h"
#include "lock.h"

#define TRANSCRIPTS "transcripts"
#define KEY_NAME "nyckel.csv"
#define EARLIER_KEY_NAME "nyckel-tidigare.csv"
#define MOST_FOLDERS 1000

/* ---- the key, as the texts are now ---- */

static bool stands(const lyh_document *document, const proposal_rows *rows, size_t row)
{
    size_t start, end;
    const char *words = proposal_cell(rows, row, PROPOSAL_TEXT);
    if (!document || !proposal_number(rows, row, PROPOSAL_START, &start) ||
        !proposal_number(rows, row, PROPOSAL_END, &end) || start >= end)
        return false;
    size_t from = lyh_document_byte(document, start), to = lyh_document_byte(document, end);
    return to - from == strlen(words) &&
           memcmp(lyh_document_text(document) + from, words, to - from) == 0;
}

static void set_number(const proposal_rows *rows, lyh_csv_edit *edit, size_t row,
                       size_t column, size_t number)
{
    g_autofree char *text = g_strdup_printf("%zu", number);
    if (strcmp(proposal_cell(rows, row, column), text) != 0)
        lyh_csv_edit_set(edit, row, rows->found[column], text);
}

/* Rows that a person wrote stay where their words stand. @gone: those of a text that is no more, left out. */
static void follow_document(lyh_finds *finds, size_t index, const proposal_rows *rows,
                            lyh_csv_edit *edit, size_t *gone)
{
    const find_document *document = finds_document(finds, index);
    g_autoptr(GHashTable) known = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint k = 0; k < document->list->len; k++) {
        const lyh_find *find = finds_find(document, k);
        if (find->row == LYH_NONE)
            continue;
        g_hash_table_add(known, GSIZE_TO_POINTER(find->row));
        set_number(rows, edit, find->row, PROPOSAL_START, find->start);
        set_number(rows, edit, find->row, PROPOSAL_END, find->end);
    }
    g_autoptr(lyh_document) read = NULL;
    for (size_t row = 0; row < lyh_csv_row_count(rows->csv); row++) {
        if (strcmp(proposal_cell(rows, row, PROPOSAL_DOCUMENT), document->name) != 0 ||
            g_hash_table_contains(known, GSIZE_TO_POINTER(row)))
            continue;
        g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
        lyh_error unread = { 0 };
        if (!read)
            read = lyh_study_document(finds->study, index, unsaid, &unread);
        if (stands(read, rows, row))
            continue;
        lyh_csv_edit_remove(edit, row);
        ++*gone;
    }
}

/* The key as the texts are now, in @copy; @gone: the rows that it lacks. */
static bool follow_texts(lyh_finds *finds, const char *copy, size_t *gone, lyh_diags *diags,
                         lyh_error *error)
{
    proposal_rows rows;
    bool is_read = proposal_rows_read(&rows, finds->key, diags, error);
    if (is_read) {
        size_t size;
        g_autoptr(lyh_csv_edit) edit = lyh_csv_edit_new(rows.csv);
        finds_match_rows(finds, &rows);
        for (guint i = 0; i < finds->documents->len; i++)
            follow_document(finds, i, &rows, edit, gone);
        char *bytes = lyh_csv_edit_bytes(edit, &size);
        is_read = lyh_file_write(copy, bytes, size, error);
        free(bytes);
    }
    proposal_rows_clear(&rows);
    return is_read;
}

/* ---- the new transcripts ---- */

typedef struct new_texts {
    const char *folder;
    size_t count;
    bool is_fine;
    lyh_error *error;
} new_texts;

/* A survey's answers are no transcripts: `anonymize --apply` writes those. */
static void take(void *user, const char *name, lyh_output *made)
{
    new_texts *texts = user;
    size_t size;
    char *bytes = lyh_output_take(made, &size);
    g_autofree char *path = g_build_filename(texts->folder, name, NULL);
    if (strcmp(name, "survey.csv") != 0 && texts->is_fine) {
        texts->is_fine = lyh_file_write(path, bytes, size, texts->error);
        texts->count++;
    }
    free(bytes);
}

static bool write_texts(const char *key, lyh_study *study, const char *folder,
                        size_t *replaced, lyh_diags *diags, lyh_error *error)
{
    new_texts texts = { folder, 0, true, error };
    const lyh_anonymized made = { take, &texts };
    lyh_output *unseen = lyh_output_to_memory();
    bool is_made = lyh_folder_make(folder, error) &&
                   lyh_anonymize_apply(study, key, unseen, &made, replaced, diags, error);
    lyh_output_discard(unseen);
    return is_made && texts.is_fine && texts.count == lyh_study_file_count(study);
}

/* ---- in one step ---- */

/* "min-revision-original" beside the key, or with the first number that is free. NULL: @error. */
static char *make_place(const lyh_finds *finds, lyh_error *error)
{
    char *real = lyh_real_path(finds->folder);
    g_autofree char *name = g_path_get_basename(real);
    g_autofree char *beside = g_path_get_dirname(finds->key);
    free(real);
    for (unsigned number = 1; number < MOST_FOLDERS; number++) {
        g_autofree char *last = number > 1 ? g_strdup_printf("%s-original-%u", name, number)
                                           : g_strdup_printf("%s-original", name);
        g_autofree char *place = g_build_filename(beside, last, NULL);
        if (g_mkdir(place, 0700) == 0)
            return g_steal_pointer(&place);
        if (errno != EEXIST)
            break;
    }
    lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, errno, beside);
    return NULL;
}

static bool sync_folder(const char *folder, int (*sync)(int))
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool is_synced = file >= 0 && (sync(file) == 0 || errno == EINVAL);
    if (file >= 0)
        close(file);
    return is_synced;
}

static bool exchange(const char *made, const char *transcripts, lyh_diags *diags,
                     lyh_error *error)
{
    if (sync_folder(made, syncfs) &&
        renameat2(AT_FDCWD, made, AT_FDCWD, transcripts, RENAME_EXCHANGE) == 0)
        return true;
    lyh_diags_error(
        diags, "finds-place", lyh_place_file(transcripts),
        "the new interviews cannot be put in the place of the old ones in one "
        "step, so nothing is changed: study and key lie on different disks, or "
        "on one that cannot do it; name another place with --key, or use lyhord "
        "anonymize --apply");
    return lyh_error_set(error, LYH_ERROR_DATA, errno, transcripts);
}

/* All that is replaced lies in the study's own folder of transcripts, or it is not done here. */
static bool lie_together(const lyh_study *study, const char *transcripts, lyh_diags *diags,
                         lyh_error *error)
{
    for (size_t i = 0; i < lyh_study_file_count(study); i++) {
        char *file = lyh_real_path(lyh_study_file(study, i));
        g_autofree char *folder = g_path_get_dirname(file);
        free(file);
        if (strcmp(folder, transcripts) == 0)
            continue;
        lyh_diags_error(diags, "finds-place", lyh_place_file(lyh_study_file(study, i)),
                        "not all interviews lie in the folder transcripts/ itself, so they "
                        "cannot be replaced in one step; use lyhord anonymize --apply");
        return lyh_error_set(error, LYH_ERROR_DATA, 0, lyh_study_file(study, i));
    }
    return true;
}

/* The key goes where the old texts are; rows of it that fitted none go there too. */
static void put_key_away(const lyh_finds *finds, const char *place, bool is_whole)
{
    g_autofree char *earlier = g_build_filename(place, EARLIER_KEY_NAME, NULL);
    if (is_whole ? g_unlink(finds->key) == 0 : rename(finds->key, earlier) == 0)
        sync_folder(place, fsync);
}

static bool apply_in(lyh_finds *finds, lyh_study *study, const char *place,
                     size_t *replaced, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *own = g_build_filename(finds->folder, TRANSCRIPTS, NULL);
    g_autofree char *made = g_build_filename(place, TRANSCRIPTS, NULL);
    g_autofree char *key = g_build_filename(place, KEY_NAME, NULL);
    char *transcripts = lyh_real_path(own);
    size_t gone = 0;
    bool is_done = lie_together(study, transcripts, diags, error) &&
                   follow_texts(finds, key, &gone, diags, error) &&
                   write_texts(key, study, made, replaced, diags, error) &&
                   exchange(made, transcripts, diags, error);
    if (is_done) {
        g_autofree char *parent = g_path_get_dirname(transcripts);
        sync_folder(parent, fsync);
        put_key_away(finds, place, gone == 0);
    }
    free(transcripts);
    return is_done;
}

bool lyh_finds_apply(lyh_finds *finds, lyh_study *study, char **kept, size_t *replaced,
                     lyh_diags *diags, lyh_error *error)
{
    *kept = NULL;
    *replaced = 0;
    g_assert(finds->key);
    g_autofree char *beside = g_path_get_dirname(finds->key);
    int lock = folder_lock(beside, error);
    g_autofree char *place = lock >= 0 ? make_place(finds, error) : NULL;
    bool is_done = place && apply_in(finds, study, place, replaced, diags, error);
    if (is_done)
        *kept = strdup(place);
    else if (place)
        folder_remove(place);
    folder_unlock(lock);
    if (!is_done && error->kind == LYH_ERROR_NONE)
        lyh_error_set(error, LYH_ERROR_DATA, 0, finds->folder);
    return is_done;
}
