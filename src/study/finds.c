#include "finds_private.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/source.h>
#include <lyhord/base/text.h>

#include "placeholders.h"
#include "propose.h"
#include "study_private.h"

#define AROUND 60 /* characters */

static void clear_find(void *data)
{
    lyh_find *find = data;
    g_free(find->words);
    g_free(find->before);
    g_free(find->after);
    free(find->target);
    g_free(find->made);
    g_free(find->proposed);
    g_free(find->like);
    g_free(find->mark);
    g_free(find->replacement);
}

static void forget_document(find_document *document)
{
    g_clear_pointer(&document->sha256, g_free);
    g_clear_pointer(&document->told, lyh_study_scan_told_free);
    g_array_set_size(document->list, 0);
    document->is_read = document->is_found = false;
}

static void free_document(void *data)
{
    find_document *document = data;
    forget_document(document);
    g_array_unref(document->list);
    g_hash_table_unref(document->placeholders);
    g_free(document->path);
    g_free(document->name);
    g_free(document);
}

static find_document *new_document(const char *path)
{
    find_document *document = g_new0(find_document, 1);
    char *name = lyh_ingest_name(path);
    document->path = g_strdup(path);
    document->name = g_strdup(name);
    document->list = g_array_new(FALSE, TRUE, sizeof(lyh_find));
    g_array_set_clear_func(document->list, clear_find);
    document->placeholders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    free(name);
    return document;
}

lyh_finds *lyh_finds_new(const char *folder, const char *key)
{
    lyh_finds *finds = g_new0(lyh_finds, 1);
    finds->folder = g_strdup(folder);
    finds->key = g_strdup(key);
    finds->documents = g_ptr_array_new_with_free_func(free_document);
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

bool finds_is_same(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
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
    for (size_t i = 0; i < lyh_respondents_count(study->respondents); i++) {
        const char *id = lyh_respondents_id(study->respondents, i);
        g_checksum_update(sum, (const guchar *)id, (gssize)strlen(id) + 1);
    }
    return g_strdup(g_checksum_get_string(sum));
}

static find_document *take_document(GPtrArray *documents, const char *path)
{
    for (guint i = 0; i < documents->len; i++)
        if (strcmp(((find_document *)documents->pdata[i])->path, path) == 0)
            return g_ptr_array_steal_index(documents, i);
    return new_document(path);
}

/* The study's files as they are now; those of before that are there still, in their place. */
static bool follow_files(lyh_finds *finds, const lyh_study *study)
{
    bool is_changed = finds->documents->len != study->files->len;
    g_autoptr(GPtrArray) before = g_steal_pointer(&finds->documents);
    finds->documents = g_ptr_array_new_with_free_func(free_document);
    for (guint i = 0; i < study->files->len; i++) {
        find_document *document = take_document(before, study->files->pdata[i]);
        struct stat file = finds_stat(document->path);
        if (!finds_is_same(&document->file, &file) || !document->is_read) {
            forget_document(document);
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
        forget_document(finds_document(finds, i));
    bool is_changed = follow_files(finds, study) || are_others;
    if (study != finds->study || are_others)
        g_clear_pointer(&finds->scan, lyh_study_scan_free);
    finds->study = study;
    g_free(finds->settings);
    finds->settings = g_steal_pointer(&settings);
    if (is_changed)
        finds->is_told = finds->is_settled = false;
    g_autofree char *decisions = finds_decisions_path(finds);
    struct stat key = finds_stat(finds->key), decided = finds_stat(decisions);
    if (finds->is_settled && (!finds_is_same(&key, &finds->key_file) ||
                              !finds_is_same(&decided, &finds->decisions_file)))
        finds_match(finds);
}

/* ---- one transcript ---- */

static lyh_document *read_document(const lyh_finds *finds, size_t index)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    lyh_error unread = { 0 };
    return lyh_study_document(finds->study, index, unsaid, &unread);
}

/* One that cannot be read has no finds; check says why. */
static void learn_from(lyh_finds *finds, size_t index)
{
    find_document *document = finds_document(finds, index);
    g_autoptr(lyh_document) read = read_document(finds, index);
    document->told = read ? lyh_study_scan_told(finds->scan, read) : g_new0(char *, 1);
    document->sha256 = g_strdup(read ? lyh_document_hash(read) : "");
    document->is_read = true;
}

static bool is_cut_off(const char *text, size_t at)
{
    return at > 0 && text[at - 1] != '\n';
}

/* The words before a find in its paragraph, without the speaker's mark, from the beginning of one. */
static char *before_of(const lyh_document *document, size_t start)
{
    const char *text = lyh_document_text(document);
    size_t first = lyh_document_character(document, start), from;
    size_t turn = lyh_document_turn_at(document, start);
    size_t spoken = turn == LYH_NONE ? 0 : lyh_document_turn(document, turn)->start;
    from = lyh_document_byte(document, first > AROUND ? first - AROUND : 0);
    for (size_t i = start; i > from; i--)
        if (text[i - 1] == '\n')
            from = i;
    bool is_cut = from > spoken && is_cut_off(text, from);
    from = MAX(from, spoken);
    while (is_cut && from < start && text[from] != ' ')
        from++;
    return g_strdup_printf("%s%.*s", is_cut ? "…" : "", (int)(start - from), text + from);
}

static char *after_of(const lyh_document *document, size_t end)
{
    const char *text = lyh_document_text(document);
    size_t last = lyh_document_character(document, end);
    size_t to = lyh_document_byte(document, last + AROUND);
    size_t line = end + strcspn(text + end, "\n");
    bool is_cut = to < line;
    to = MIN(to, line);
    while (is_cut && to > end && text[to - 1] != ' ')
        to--;
    return g_strdup_printf("%.*s%s", (int)(to - end), text + end, is_cut ? "…" : "");
}

static void name_find(lyh_find *find, const char *name, const char *sha256)
{
    g_autofree char *place = g_strdup_printf("%s\n%s\n%zu\n%zu\n%d", name, sha256,
                                             find->start, find->end, (int)find->kind);
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, place, -1);
    g_strlcpy(find->id, sum, sizeof find->id);
}

static void add_find(find_document *document, const lyh_document *read,
                     const lyh_finding *finding)
{
    const char *text = lyh_document_text(read);
    size_t speaker = propose_marked_speaker(read, finding);
    lyh_find find = {
        .kind = finding->kind,
        .confidence = finding->confidence,
        .why = finding->why,
        .start = lyh_document_character(read, finding->start),
        .end = lyh_document_character(read, finding->end),
        .turn = lyh_document_turn_at(read, finding->start),
        .words = g_strndup(text + finding->start, finding->end - finding->start),
        .before = before_of(read, finding->start),
        .after = after_of(read, finding->end),
        .target = lyh_finding_target(finding, text),
        .mark = speaker == LYH_NONE ? NULL : propose_mark(read, speaker),
        .row = LYH_NONE,
    };
    name_find(&find, document->name, document->sha256);
    g_array_append_val(document->list, find);
}

/* "[person 2]" in a text that was gone through before: nobody else may be called so. */
static void note_placeholders(find_document *document, const char *text)
{
    g_hash_table_remove_all(document->placeholders);
    for (const char *at = strchr(text, '['); at; at = strchr(at + 1, '[')) {
        size_t size = strcspn(at, "]\n");
        if (at[size] == ']' && size < AROUND)
            g_hash_table_add(document->placeholders, g_strndup(at, size + 1));
    }
}

static void find_in(lyh_finds *finds, size_t index)
{
    find_document *document = finds_document(finds, index);
    g_autoptr(lyh_document) read = read_document(finds, index);
    g_array_set_size(document->list, 0);
    document->is_found = true;
    if (!read)
        return;
    g_free(document->sha256);
    document->sha256 = g_strdup(lyh_document_hash(read));
    size_t count = 0;
    g_autofree lyh_finding *findings = lyh_study_scan_find(
        finds->scan, lyh_document_text(read), lyh_document_size(read), &count);
    for (size_t i = 0; i < count; i++)
        if (propose_is_candidate(findings[i].kind))
            add_find(document, read, &findings[i]);
    note_placeholders(document, lyh_document_text(read));
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
            learn_from(finds, i);
            return true;
        }
    if (!finds->is_told)
        tell_all(finds);
    for (guint i = 0; i < finds->documents->len; i++)
        if (!finds_document(finds, i)->is_found) {
            find_in(finds, i);
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

size_t lyh_finds_having(const lyh_finds *finds, size_t index, lyh_find_decision decision)
{
    size_t count = 0;
    for (guint i = 0; i < finds->documents->len; i++) {
        const find_document *document = finds_document(finds, i);
        for (guint k = 0; (index == LYH_NONE || index == i) && k < document->list->len; k++)
            count += finds_find(document, k)->decision == decision;
    }
    return count;
}
