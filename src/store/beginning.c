#include <lyhord/store/beginning.h>

#include <errno.h>
#include <string.h>

#include "autoptr.h"
#include "journal_private.h"
#include "schema.h"

/* RFC 9562, 5.5, in a namespace of our own: that of "urn:lyhord:event" among URLs. */
static const guint8 name_space[] = { 0x16, 0x73, 0xb3, 0x04, 0x0c, 0xca, 0x58, 0x8a,
                                     0x9c, 0x4d, 0x9a, 0x5b, 0xda, 0x07, 0x37, 0x24 };

lyh_event_id lyh_event_id_of(const lyh_event *event)
{
    lyh_event_id id;
    guint8 digest[20];
    gsize size = sizeof digest;
    g_autofree char *body = event_body(event);
    const char *const texts[] = { lyh_event_kind_name(event->kind), event_text(event->who),
                                  event_text(event->at), body };
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);
    g_checksum_update(sum, name_space, sizeof name_space);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_checksum_update(sum, (const guchar *)texts[i], (gssize)strlen(texts[i]) + 1);
    g_checksum_get_digest(sum, digest, &size);
    memcpy(id.bytes, digest, sizeof id.bytes);
    id.bytes[6] = (unsigned char)((id.bytes[6] & 0x0f) | 0x50);
    id.bytes[8] = (unsigned char)((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

/* ---- in memory ---- */

static bool is_there(database *db, lyh_event_id id)
{
    sqlite3_stmt *find = database_statement(db, "SELECT 1 FROM journal WHERE id = ?");
    bind_id(find, 1, id);
    bool is_found = database_row(db, find, NULL);
    sqlite3_reset(find);
    return is_found;
}

static bool put(database *db, const lyh_event *event, lyh_diags *diags, lyh_error *error)
{
    int64_t seq;
    const char *fault = event_fault(event);
    if (fault)
        lyh_diags_error(diags, "journal-event", lyh_place_none(), "this is not written: %s",
                        lyh_tr(lyh_diags_catalog(diags), fault));
    if (fault)
        return lyh_error_set(error, LYH_ERROR_DATA, 0, event_text(event->place.document));
    g_autofree char *body = event_body(event);
    return is_there(db, event->id) || journal_insert(db, event, body, 0, &seq, error);
}

lyh_journal *lyh_journal_begin(const lyh_event *events, size_t count, lyh_diags *diags,
                               lyh_error *error)
{
    g_autoptr(lyh_journal) journal = g_new0(lyh_journal, 1);
    bool is_fine = true;
    journal->mode = LYH_JOURNAL_CREATE;
    journal->db = database_in_memory();
    if (!schema_make(journal->db, error) || !database_begin(journal->db, error))
        return NULL;
    for (size_t i = 0; is_fine && i < count; i++)
        is_fine = put(journal->db, &events[i], diags, error);
    return is_fine && journal_make_state(journal->db, error) &&
                   database_commit(journal->db, error)
               ? g_steal_pointer(&journal)
               : NULL;
}

bool lyh_journal_write(lyh_journal *journal, const char *path, lyh_error *error)
{
    bool was_there = false;
    return schema_write_file(journal->db, path, &was_there, error) &&
           (!was_there || lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, EEXIST, path));
}

/* ---- what was decided together ---- */

/* Room for what a decision lends. */
typedef struct matched {
    lyh_event_id originals[2];
    const char *coders[2];
} matched;

typedef struct matcher {
    lyh_journal *journal; /* of the coders' codings, all of them done */
    const lyh_event *codings;
    size_t count;
    lyh_event *decided;
    size_t decided_count;
    matched *kept;
} matcher;

static const char *document_of(const lyh_event *event)
{
    return event_text(event->place.document);
}

/* The two first by name who coded @document: false when there are not so many. */
static bool find_coders(const matcher *matching, const char *document, const char *two[2])
{
    two[0] = two[1] = NULL;
    for (size_t i = 0; i < matching->count; i++) {
        const lyh_event *event = &matching->codings[i];
        bool is_its =
            event->kind != LYH_EVENT_REJECT && strcmp(document_of(event), document) == 0;
        if (!is_its || g_strcmp0(event->who, two[0]) == 0 ||
            g_strcmp0(event->who, two[1]) == 0)
            continue;
        if (!two[0] || strcmp(event->who, two[0]) < 0) {
            two[1] = two[0];
            two[0] = event->who;
        } else if (!two[1] || strcmp(event->who, two[1]) < 0) {
            two[1] = event->who;
        }
    }
    return two[1] != NULL;
}

static size_t shared_with(const lyh_stored_coding *coding, const lyh_event *event)
{
    if (!coding)
        return 0;
    size_t start = MAX(coding->place.start, event->place.start);
    size_t end = MIN(coding->place.end, event->place.end);
    return end > start ? end - start : 0;
}

static bool has_code(const lyh_stored_coding *coding, const lyh_event *event)
{
    return coding && strcmp(coding->code, event->code) == 0;
}

/* Characters in common; far more where the code is too. 0: it is not about this pair. */
static size_t likeness(const lyh_pair *pair, const lyh_event *event)
{
    size_t shared = MAX(shared_with(pair->a, event), shared_with(pair->b, event));
    bool is_same = has_code(pair->a, event) || has_code(pair->b, event);
    return shared == 0 ? 0 : shared + (is_same ? LYH_MAX_TRANSCRIPT : 0);
}

static const lyh_pair *pair_of(const lyh_pairs *pairs, const bool *is_taken,
                               const lyh_event *event, size_t *index)
{
    size_t most = 0;
    for (size_t i = 0; i < lyh_pairs_count(pairs); i++) {
        size_t alike = is_taken[i] ? 0 : likeness(lyh_pairs_at(pairs, i), event);
        if (alike <= most)
            continue;
        most = alike;
        *index = i;
    }
    return most > 0 ? lyh_pairs_at(pairs, *index) : NULL;
}

static void fill(matched *kept, lyh_event *event, const lyh_pair *pair,
                 const char *const two[2])
{
    size_t count = 0;
    if (pair->a)
        kept->originals[count++] = pair->a->id;
    if (pair->b)
        kept->originals[count++] = pair->b->id;
    event->originals = kept->originals;
    event->original_count = count;
    memcpy(kept->coders, two, sizeof kept->coders);
    event->coders = kept->coders;
    event->coder_count = 2;
    event->who = two[0];
}

static void match_document(const matcher *matching, const char *document)
{
    lyh_error error = { 0 };
    const char *two[2];
    if (!find_coders(matching, document, two))
        return;
    g_autoptr(lyh_pairs) pairs =
        lyh_journal_pairs(matching->journal, document, two[0], two[1], &error);
    g_assert(pairs);
    g_autofree bool *is_taken = g_new0(bool, lyh_pairs_count(pairs) + 1);
    for (size_t i = 0; i < matching->decided_count; i++) {
        size_t index = 0;
        lyh_event *event = &matching->decided[i];
        if (strcmp(document_of(event), document) != 0)
            continue;
        const lyh_pair *pair = pair_of(pairs, is_taken, event, &index);
        if (!pair)
            continue;
        is_taken[index] = true;
        fill(&matching->kept[i], event, pair, two);
    }
}

/* The coders' codings, and that each is done with what they coded: in memory alone. */
static lyh_journal *journal_of(const lyh_event *codings, size_t count)
{
    lyh_error error = { 0 };
    g_autoptr(GArray) events = g_array_new(FALSE, FALSE, sizeof(lyh_event));
    for (size_t i = 0; i < count; i++) {
        lyh_event done = { .at = LYH_TIME_UNKNOWN,
                           .who = codings[i].who,
                           .kind = LYH_EVENT_DONE,
                           .place.document = codings[i].place.document,
                           .place.turn = LYH_NONE,
                           .is_on = true };
        done.id = lyh_event_id_of(&done);
        g_array_append_val(events, codings[i]);
        g_array_append_val(events, done);
    }
    lyh_diags *diags = lyh_diags_new(NULL);
    lyh_journal *journal = lyh_journal_begin((const lyh_event *)(const void *)events->data,
                                             events->len, diags, &error);
    lyh_diags_free(diags);
    return journal;
}

void lyh_together_find(const lyh_event *codings, size_t count, lyh_event *decided,
                       size_t decided_count, void **kept)
{
    g_autoptr(lyh_journal) journal = journal_of(codings, count);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    matcher matching = { journal, codings,       count,
                         decided, decided_count, g_new0(matched, decided_count + 1) };
    *kept = matching.kept;
    for (size_t i = 0; i < decided_count; i++)
        decided[i].who = LYH_IMPORTER;
    for (size_t i = 0; journal && i < decided_count; i++) {
        char *document = (char *)(gpointer)(uintptr_t)document_of(&decided[i]);
        if (g_hash_table_add(seen, document))
            match_document(&matching, document);
    }
}
