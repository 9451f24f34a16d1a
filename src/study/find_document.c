/* One transcript: what it tells, and what is found in it. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "finds_private.h"
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

void find_document_forget(find_document *document)
{
    g_clear_pointer(&document->sha256, g_free);
    g_clear_pointer(&document->told, lyh_study_scan_told_free);
    g_array_set_size(document->list, 0);
    g_hash_table_remove_all(document->placeholders);
    document->is_read = document->is_found = false;
}

void find_document_free(void *data)
{
    find_document *document = data;
    find_document_forget(document);
    g_array_unref(document->list);
    g_hash_table_unref(document->placeholders);
    g_free(document->path);
    g_free(document->name);
    g_free(document);
}

find_document *find_document_new(const char *path)
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

static lyh_document *read_document(const lyh_finds *finds, size_t index)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    lyh_error unread = { 0 };
    return lyh_study_document(finds->study, index, unsaid, &unread);
}

void finds_learn_from(lyh_finds *finds, size_t index)
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
    for (const char *at = strchr(text, '['); at; at = strchr(at + 1, '[')) {
        size_t size = strcspn(at, "]\n");
        if (at[size] == ']' && size < AROUND)
            g_hash_table_add(document->placeholders, g_strndup(at, size + 1));
    }
}

void finds_find_in(lyh_finds *finds, size_t index)
{
    find_document *document = finds_document(finds, index);
    g_autoptr(lyh_document) read = read_document(finds, index);
    g_array_set_size(document->list, 0);
    g_hash_table_remove_all(document->placeholders);
    document->is_found = true;
    if (!read)
        return;
    g_free(document->sha256);
    document->sha256 = g_strdup(lyh_document_hash(read));
    size_t count = 0;
    g_autofree lyh_finding *findings = lyh_study_scan_find_and_doubt(
        finds->scan, lyh_document_text(read), lyh_document_size(read), &count);
    for (size_t i = 0; i < count; i++)
        if (propose_is_candidate(findings[i].kind))
            add_find(document, read, &findings[i]);
    note_placeholders(document, lyh_document_text(read));
}
