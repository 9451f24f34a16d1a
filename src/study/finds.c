#include "finds_private.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/same_file.h>
#include <lyhord/base/text.h>

#include "placeholders.h"
#include "study_private.h"

lyh_finds *lyh_finds_new(const char *folder, const char *key)
{
    lyh_finds *finds = g_new0(lyh_finds, 1);
    finds->folder = g_strdup(folder);
    finds->key = g_strdup(key);
    finds->documents = g_ptr_array_new_with_free_func(find_document_free);
    finds->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return finds;
}

void lyh_finds_free(lyh_finds *finds)
{
    if (!finds)
        return;
    lyh_study_scan_free(finds->scan);
    g_ptr_array_unref(finds->documents);
    g_hash_table_unref(finds->names);
    g_free(finds->settings);
    g_free(finds->folder);
    g_free(finds->key);
    g_free(finds);
}

const char *lyh_finds_key(const lyh_finds *finds)
{
    return finds->key;
}

find_document *finds_document(const lyh_finds *finds, size_t index)
{
    g_assert(index < finds->documents->len);
    return finds->documents->pdata[index];
}

GHashTable *finds_numbers(const lyh_finds *finds)
{
    GHashTable *numbers = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < finds->documents->len; i++)
        g_hash_table_insert(numbers, finds_document(finds, i)->name,
                            GSIZE_TO_POINTER((size_t)i + 1));
    return numbers;
}

size_t finds_number_of(GHashTable *numbers, const char *name)
{
    size_t number = GPOINTER_TO_SIZE(g_hash_table_lookup(numbers, name));
    return number > 0 ? number - 1 : LYH_NONE;
}

lyh_find *finds_find(const find_document *document, size_t index)
{
    g_assert(index < document->list->len);
    return &g_array_index(document->list, lyh_find, index);
}

lyh_find *finds_find_id(const find_document *document, const char *id)
{
    for (guint i = 0; i < document->list->len; i++)
        if (strcmp(finds_find(document, i)->id, id) == 0)
            return finds_find(document, i);
    return NULL;
}

/* ---- what has changed ---- */

struct stat finds_stat(const char *path)
{
    struct stat file;
    return path && stat(path, &file) == 0 ? file : (struct stat){ 0 };
}

static void add_file(GChecksum *sum, const char *path)
{
    g_autofree char *bytes = NULL;
    gsize size = 0;
    if (path && g_file_get_contents(path, &bytes, &size, NULL))
        g_checksum_update(sum, (const guchar *)bytes, (gssize)size);
    g_checksum_update(sum, (const guchar *)"", 1);
}

/* Beside the texts: who speaks, the scheme, the ids, the study's own names. */
static char *settings_of(const lyh_study *study)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    static const char *const files[] = { "lyhord.ini", "transcripts.csv" };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = study_path(study, files[i]);
        add_file(sum, path);
    }
    g_autofree char *names = study_names_path(study);
    add_file(sum, names);
    g_autoptr(GPtrArray) ids = study_scan_ids(study);
    for (guint i = 0; i < ids->len; i++) {
        const char *id = ids->pdata[i];
        g_checksum_update(sum, (const guchar *)id, (gssize)strlen(id) + 1);
    }
    return g_strdup(g_checksum_get_string(sum));
}

static find_document *take_document(GPtrArray *documents, const char *path)
{
    for (guint i = 0; i < documents->len; i++)
        if (strcmp(((find_document *)documents->pdata[i])->path, path) == 0)
            return g_ptr_array_steal_index(documents, i);
    return find_document_new(path);
}

/* The study's files as they are now; those of before that are there still, in their place. */
static bool follow_files(lyh_finds *finds, const lyh_study *study)
{
    bool is_changed = finds->documents->len != study->files->len;
    g_autoptr(GPtrArray) before = g_steal_pointer(&finds->documents);
    finds->documents = g_ptr_array_new_with_free_func(find_document_free);
    for (guint i = 0; i < study->files->len; i++) {
        find_document *document = take_document(before, study->files->pdata[i]);
        struct stat file = finds_stat(document->path);
        if (!lyh_file_is_same(&document->file, &file) || !document->is_read) {
            find_document_forget(document);
            is_changed = true;
        }
        document->file = file;
        g_ptr_array_add(finds->documents, document);
    }
    return is_changed;
}

void lyh_finds_refresh(lyh_finds *finds, lyh_study *study)
{
    g_autofree char *settings = settings_of(study);
    bool are_others = g_strcmp0(settings, finds->settings) != 0;
    for (guint i = 0; are_others && i < finds->documents->len; i++)
        find_document_forget(finds_document(finds, i));
    bool is_changed = follow_files(finds, study) || are_others;
    if (study != finds->study || are_others) {
        g_clear_pointer(&finds->scan, lyh_study_scan_free);
        finds->is_told = false; /* the next scan has to be told */
    }
    finds->study = study;
    g_free(finds->settings);
    finds->settings = g_steal_pointer(&settings);
    if (is_changed)
        finds->is_told = finds->is_settled = false;
    g_autofree char *decisions = finds_decisions_path(finds);
    struct stat key = finds_stat(finds->key), decided = finds_stat(decisions);
    if (finds->is_settled && (!lyh_file_is_same(&key, &finds->key_file) ||
                              !lyh_file_is_same(&decided, &finds->decisions_file)))
        finds_match(finds);
}

/* ---- what all tell ---- */

static bool knows_all(GHashTable *one, GHashTable *other)
{
    GHashTableIter iter;
    gpointer name;
    if (g_hash_table_size(one) != g_hash_table_size(other))
        return false;
    g_hash_table_iter_init(&iter, one);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        if (!g_hash_table_contains(other, name))
            return false;
    return true;
}

/* A name that one tells is one in all; what was found by other names is found again. */
static void tell_all(lyh_finds *finds)
{
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (guint i = 0; i < finds->documents->len; i++)
        for (char **name = finds_document(finds, i)->told; *name; name++)
            if (g_hash_table_add(names, g_strdup(*name)))
                g_ptr_array_add(list, *name);
    if (!knows_all(names, finds->names))
        for (guint i = 0; i < finds->documents->len; i++)
            finds_document(finds, i)->is_found = false;
    g_hash_table_unref(finds->names);
    finds->names = names;
    lyh_study_scan_tell(finds->scan, (const char *const *)list->pdata, list->len);
    finds->is_told = true;
}

/* ---- what could stand there instead ---- */

/* What a placeholder needs to know stands in the find and before it. */
typedef struct find_text {
    char *text;
    lyh_finding finding;
} find_text;

static find_text text_of(const lyh_find *find)
{
    size_t start = strlen(find->before);
    return (find_text){
        .text = g_strconcat(find->before, find->words, NULL),
        .finding = { start, start + strlen(find->words), find->kind, find->confidence,
                     find->why },
    };
}

/* Finds of one person or place, and those that are worded alike. */
static char *likeness_of(const lyh_find *find)
{
    if (!find->mark && placeholders_tell_apart(find->kind)) {
        return g_strdup_printf("%d %.*s", (int)find->kind, (int)finds_base(find->made),
                               find->made);
    }
    char *words = accepted_key(find->words, strlen(find->words));
    char *like = g_strdup_printf("%d%s %s", (int)find->kind, find->mark ? "m" : "", words);
    g_free(words);
    return like;
}

void finds_each(lyh_finds *finds, void (*visit)(void *user, lyh_find *find), void *user)
{
    for (guint i = 0; i < finds->documents->len; i++)
        for (guint k = 0; k < finds_document(finds, i)->list->len; k++)
            visit(user, finds_find(finds_document(finds, i), k));
}

static void see(void *user, lyh_find *find)
{
    find_text seen = text_of(find);
    if (!find->mark)
        placeholders_see(user, &seen.finding, seen.text);
    g_free(seen.text);
}

static void propose(void *user, lyh_find *find)
{
    find_text seen = text_of(find);
    g_free(find->made);
    find->made = find->mark ? g_strdup(find->mark)
                            : placeholders_for(user, &seen.finding, seen.text);
    g_free(seen.text);
    g_free(find->like);
    find->like = likeness_of(find);
}

static void count_like(void *user, lyh_find *find)
{
    gpointer count = g_hash_table_lookup(user, find->like);
    g_hash_table_insert(user, find->like, GSIZE_TO_POINTER(GPOINTER_TO_SIZE(count) + 1));
}

static void set_alike(void *user, lyh_find *find)
{
    find->alike = GPOINTER_TO_SIZE(g_hash_table_lookup(user, find->like));
}

static void settle(lyh_finds *finds)
{
    g_autoptr(placeholders) made = placeholders_new(finds->scan);
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    finds_each(finds, see, made);
    finds_each(finds, propose, made);
    finds_each(finds, count_like, counts);
    finds_each(finds, set_alike, counts);
    finds_match(finds);
    finds->is_settled = true;
}

/* ---- the work ---- */

static bool needs_scan(lyh_finds *finds)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    if (!finds->scan)
        finds->scan = lyh_study_scan_begin(finds->study, unsaid, &error);
    return finds->scan != NULL;
}

bool lyh_finds_work(lyh_finds *finds)
{
    if (!finds->study || finds->is_settled || !needs_scan(finds))
        return false;
    for (guint i = 0; i < finds->documents->len; i++)
        if (!finds_document(finds, i)->is_read) {
            finds_learn_from(finds, i);
            return true;
        }
    if (!finds->is_told)
        tell_all(finds);
    for (guint i = 0; i < finds->documents->len; i++)
        if (!finds_document(finds, i)->is_found) {
            finds_find_in(finds, i);
            return true;
        }
    settle(finds);
    return false;
}

bool lyh_finds_are_ready(const lyh_finds *finds)
{
    return finds->is_settled;
}

size_t lyh_finds_progress(const lyh_finds *finds, size_t *all)
{
    size_t done = 0;
    for (guint i = 0; i < finds->documents->len; i++) {
        const find_document *document = finds_document(finds, i);
        done += (size_t)document->is_read + (size_t)document->is_found;
    }
    *all = 2 * (size_t)finds->documents->len;
    return done;
}

/* ---- what there is ---- */

const char *lyh_finds_trouble(const lyh_finds *finds)
{
    return finds->trouble;
}

size_t lyh_finds_document_count(const lyh_finds *finds)
{
    return finds->documents->len;
}

const char *lyh_finds_document(const lyh_finds *finds, size_t index)
{
    return finds_document(finds, index)->name;
}

size_t lyh_finds_find_document(const lyh_finds *finds, const char *name)
{
    for (guint i = 0; i < finds->documents->len; i++)
        if (strcmp(finds_document(finds, i)->name, name) == 0)
            return i;
    return LYH_NONE;
}

size_t lyh_finds_count(const lyh_finds *finds, size_t index)
{
    return finds_document(finds, index)->list->len;
}

const lyh_find *lyh_finds_at(const lyh_finds *finds, size_t index, size_t find)
{
    return finds_find(finds_document(finds, index), find);
}

/* Nobody need answer it: a person may pass all of them by. */
static bool is_open_doubt(const lyh_find *find)
{
    return find->kind == LYH_FINDING_DOUBT && find->decision == LYH_FIND_OPEN;
}

size_t lyh_finds_having(const lyh_finds *finds, size_t index, lyh_find_decision decision)
{
    size_t count = 0;
    for (guint i = 0; i < finds->documents->len; i++) {
        const find_document *document = finds_document(finds, i);
        for (guint k = 0; (index == LYH_NONE || index == i) && k < document->list->len; k++)
            count += finds_find(document, k)->decision == decision &&
                     !is_open_doubt(finds_find(document, k));
    }
    return count;
}

size_t lyh_finds_doubts(const lyh_finds *finds, size_t index)
{
    size_t count = 0;
    for (guint i = 0; i < finds->documents->len; i++) {
        const find_document *document = finds_document(finds, i);
        for (guint k = 0; (index == LYH_NONE || index == i) && k < document->list->len; k++)
            count += is_open_doubt(finds_find(document, k));
    }
    return count;
}
