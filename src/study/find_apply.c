#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <lyhord/base/output.h>
#include <lyhord/study/anonymize.h>
#include <lyhord/study/lock.h>
#include <lyhord/study/outside.h>

#include "../base/autoptr.h"
#include "../base/listing.h"
#include "../corpus/autoptr.h"
#include "finds_private.h"
#include "study_private.h"
#include "survey.h"

#define TRANSCRIPTS "transcripts"
#define KEY_NAME "nyckel.csv"
#define EARLIER_KEY_NAME "nyckel-tidigare.csv"
#define WAITING_KEY_NAME "nyckel-svar.csv"
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

/* Two keys are made of one: what is to be done now, and what waits for the survey. */
typedef struct key_parts {
    const lyh_finds *finds;
    const proposal_rows *rows;
    lyh_csv_edit *now, *waiting;
    size_t gone, waits; /* rows that fit no text; rows about answers */
    size_t index;       /* of the document that was read last */
    lyh_document *read; /* or NULL: it cannot be read */
} key_parts;

static const lyh_document *document_of(key_parts *parts, size_t index)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    lyh_error unread = { 0 };
    if (index == parts->index)
        return parts->read;
    lyh_document_free(parts->read);
    parts->read = lyh_study_document(parts->finds->study, index, unsaid, &unread);
    parts->index = index;
    return parts->read;
}

/* Rows that are a find's are where the find is, and say so of its text. */
static void follow_find(const key_parts *parts, const find_document *document,
                        const lyh_find *find)
{
    size_t hash = parts->rows->found[PROPOSAL_TEXT_SHA256];
    set_number(parts->rows, parts->now, find->row, PROPOSAL_START, find->start);
    set_number(parts->rows, parts->now, find->row, PROPOSAL_END, find->end);
    if (hash != LYH_NONE)
        lyh_csv_edit_set(parts->now, find->row, hash, document->sha256);
}

/* Rows about answers wait; others that a person wrote stay where their words stand. */
static void follow_row(key_parts *parts, GHashTable *numbers, size_t row)
{
    const char *name = proposal_cell(parts->rows, row, PROPOSAL_DOCUMENT);
    size_t index = finds_number_of(numbers, name);
    if (index == LYH_NONE && study_survey_has_document(parts->finds->study, name)) {
        lyh_csv_edit_remove(parts->now, row);
        parts->waits++;
        return;
    }
    lyh_csv_edit_remove(parts->waiting, row);
    if (index != LYH_NONE && stands(document_of(parts, index), parts->rows, row))
        return;
    lyh_csv_edit_remove(parts->now, row);
    parts->gone++;
}

static void follow_rows(key_parts *parts)
{
    size_t count = lyh_csv_row_count(parts->rows->csv);
    g_autofree bool *is_known = g_new0(bool, count + 1);
    g_autoptr(GHashTable) numbers = finds_numbers(parts->finds);
    for (guint i = 0; i < parts->finds->documents->len; i++) {
        const find_document *document = finds_document(parts->finds, i);
        for (guint k = 0; k < document->list->len; k++) {
            const lyh_find *find = finds_find(document, k);
            if (find->row == LYH_NONE)
                continue;
            is_known[find->row] = true;
            follow_find(parts, document, find);
        }
    }
    for (size_t row = 0; row < count; row++)
        if (is_known[row])
            lyh_csv_edit_remove(parts->waiting, row);
        else
            follow_row(parts, numbers, row);
}

static bool write_edit(const lyh_csv_edit *edit, const char *path, lyh_error *error)
{
    size_t size;
    char *bytes = lyh_csv_edit_bytes(edit, &size);
    bool is_written = lyh_file_write(path, bytes, size, error);
    free(bytes);
    return is_written;
}

/* What becomes of the key. */
typedef struct key_fate {
    size_t gone;         /* rows that the new key lacks, because they fit no text */
    const char *waiting; /* a file beside the new key: rows about answers, or NULL */
} key_fate;

/* The key as the texts are now, in @copy; rows about answers in @waiting. */
static bool follow_texts(lyh_finds *finds, const char *copy, const char *waiting,
                         key_fate *fate, lyh_diags *diags, lyh_error *error)
{
    proposal_rows rows;
    bool is_read = proposal_rows_read(&rows, finds->key, diags, error);
    if (is_read) {
        g_autoptr(lyh_csv_edit) now = lyh_csv_edit_new(rows.csv);
        g_autoptr(lyh_csv_edit) later = lyh_csv_edit_new(rows.csv);
        key_parts parts = { finds, &rows, now, later, .index = LYH_NONE };
        finds_match_rows(finds, &rows);
        follow_rows(&parts);
        lyh_document_free(parts.read);
        *fate = (key_fate){ parts.gone, parts.waits > 0 ? waiting : NULL };
        is_read = write_edit(now, copy, error) &&
                  (!fate->waiting || write_edit(later, waiting, error));
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

static void take(void *user, const char *name, lyh_output *made)
{
    new_texts *texts = user;
    size_t size;
    char *bytes = lyh_output_take(made, &size);
    g_autofree char *path = g_build_filename(texts->folder, name, NULL);
    if (texts->is_fine) {
        texts->is_fine = lyh_file_write(path, bytes, size, texts->error);
        texts->count++;
    }
    free(bytes);
}

static bool write_texts(const char *key, lyh_study *study, const char *folder,
                        size_t *replaced, lyh_diags *diags, lyh_error *error)
{
    new_texts texts = { folder, 0, true, error };
    /* a survey's answers are no transcripts: `anonymize --apply` writes those */
    const lyh_anonymized made = { .take = take, .user = &texts };
    bool is_made = lyh_folder_make(folder, error) &&
                   lyh_anonymize_apply(study, key, NULL, &made, replaced, diags, error);
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
        g_autofree char *last =
            number > 1 ? g_strdup_printf("%s" LYH_ORIGINALS_ENDING "-%u", name, number)
                       : g_strdup_printf("%s" LYH_ORIGINALS_ENDING, name);
        g_autofree char *place = g_build_filename(beside, last, NULL);
        if (g_mkdir(place, 0700) == 0)
            return g_steal_pointer(&place);
        if (errno != EEXIST)
            break;
    }
    lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, errno, beside);
    return NULL;
}

static bool exchange(const char *made, const char *transcripts, lyh_diags *diags,
                     lyh_error *error)
{
    if (!lyh_folder_sync(made, true, error))
        return false;
    if (renameat2(AT_FDCWD, made, AT_FDCWD, transcripts, RENAME_EXCHANGE) == 0)
        return true;
    int code = errno;
    lyh_diags_error(
        diags, "finds-place", lyh_place_file(transcripts),
        "the new interviews cannot be put in the place of the old ones in one "
        "step, so nothing is changed: study and key lie on different disks, or "
        "on one that cannot do it; name another place with --key, or use lyhord "
        "anonymize --apply");
    return lyh_error_set(error, LYH_ERROR_DATA, code, transcripts);
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

/* The key goes where the old texts are; rows of it that fitted none go there too, and rows about answers stay. */
static void put_key_away(const lyh_finds *finds, const char *place, const key_fate *fate,
                         lyh_diags *diags)
{
    g_autofree char *earlier = g_build_filename(place, EARLIER_KEY_NAME, NULL);
    bool is_away = fate->gone > 0 ? rename(finds->key, earlier) == 0
                                  : fate->waiting || g_unlink(finds->key) == 0;
    bool is_put = is_away && (!fate->waiting || rename(fate->waiting, finds->key) == 0);
    if (is_put)
        lyh_folder_sync(place, false, NULL);
    else
        lyh_diags_warning(diags, "key-left", lyh_place_file(finds->key),
                          "the new interviews are written, but the key could not be put "
                          "away from here; it lies in '%s' too: destroy this one yourself",
                          place);
}

static bool apply_in(lyh_finds *finds, lyh_study *study, const char *place,
                     size_t *replaced, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *own = g_build_filename(finds->folder, TRANSCRIPTS, NULL);
    g_autofree char *made = g_build_filename(place, TRANSCRIPTS, NULL);
    g_autofree char *key = g_build_filename(place, KEY_NAME, NULL);
    g_autofree char *waiting = g_build_filename(place, WAITING_KEY_NAME, NULL);
    char *transcripts = lyh_real_path(own);
    key_fate fate;
    bool is_done = lie_together(study, transcripts, diags, error) &&
                   follow_texts(finds, key, waiting, &fate, diags, error) &&
                   write_texts(key, study, made, replaced, diags, error) &&
                   exchange(made, transcripts, diags, error);
    if (is_done) {
        g_autofree char *parent = g_path_get_dirname(transcripts);
        lyh_folder_sync(parent, false, NULL);
        put_key_away(finds, place, &fate, diags);
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
    int lock = lyh_folder_lock(beside, error);
    int inside = lock >= 0 ? lyh_folder_lock(finds->folder, error) : -1;
    g_autofree char *place = inside >= 0 ? make_place(finds, error) : NULL;
    bool is_done = place && apply_in(finds, study, place, replaced, diags, error);
    if (is_done)
        *kept = strdup(place);
    else if (place)
        folder_remove(place);
    lyh_folder_unlock(inside);
    lyh_folder_unlock(lock);
    if (!is_done && error->kind == LYH_ERROR_NONE)
        lyh_error_set(error, LYH_ERROR_DATA, 0, finds->folder);
    return is_done;
}
