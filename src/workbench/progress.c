#include "progress.h"

#include <stdlib.h>
#include <string.h>

#include "../store/autoptr.h"
#include "looked.h"

size_t progress_done(workbench *bench)
{
    size_t count = 0;
    for (guint i = 0; bench->coder && i < bench->documents->len; i++)
        count += known_is_done(bench->known, bench->documents->pdata[i], bench->coder);
    return count;
}

/* The interview @bench's coder was in last, when it is not done; else the first that is not. Lent. */
static const char *find_undone(workbench *bench)
{
    lyh_error error = { 0 };
    lyh_stored_position position = { 0 };
    const char *undone = NULL;
    lyh_journal_position(bench->journal, bench->coder, &position, &error);
    for (guint i = 0; i < bench->documents->len; i++) {
        const char *name = bench->documents->pdata[i];
        bool is_last = g_strcmp0(name, position.document) == 0;
        if ((!undone || is_last) && !known_is_done(bench->known, name, bench->coder))
            undone = name;
    }
    free(position.document);
    free(position.text_sha256);
    return undone;
}

/*
 * Of those that another is done with too: one they have not gone through together. @waits: somebody is
 * not done. Lent.
 */
static const char *find_uncompared(workbench *bench, const lyh_stored_names *coders,
                                   bool *waits)
{
    for (guint i = 0; i < bench->documents->len; i++) {
        const char *name = bench->documents->pdata[i];
        for (size_t k = 0; k < lyh_stored_names_count(coders); k++) {
            const char *other = lyh_stored_names_at(coders, k);
            if (strcmp(other, LYH_TOGETHER) == 0 || strcmp(other, bench->coder) == 0)
                continue;
            if (!known_is_done(bench->known, name, other))
                *waits = true;
            else if (known_has_open_pairs(bench->known, name, bench->coder, other))
                return name;
        }
    }
    return NULL;
}

static json_t *step(const char *word, const char *document)
{
    json_t *json = json_pack("{s:s}", "step", word);
    if (document)
        json_object_set_new(json, "document", json_string(document));
    return json;
}

/*
 * The first interview with finds that nobody has said anything about; where all are decided, the
 * new texts that come of it. NULL: neither, nothing can be replaced here, or not everything has been looked at.
 */
static json_t *next_of_finds(workbench *bench)
{
    route_reply not_yet = { 0 };
    const lyh_finds *finds =
        lyh_finds_key(bench->finds) ? looked_finds(bench, LOOKED_SHORT, &not_yet) : NULL;
    json_decref(not_yet.json);
    for (size_t i = 0; finds && i < lyh_finds_document_count(finds); i++)
        if (lyh_finds_having(finds, i, LYH_FIND_OPEN) > 0)
            return step("finds", lyh_finds_document(finds, i));
    return finds && lyh_finds_having(finds, LYH_NONE, LYH_FIND_REPLACE) > 0
               ? step("finds", NULL)
               : NULL;
}

json_t *progress_next(workbench *bench)
{
    if (!bench->coder)
        return step("coder", NULL);
    if (bench->documents->len == 0)
        return step("files", NULL);
    json_t *finds = next_of_finds(bench);
    if (finds)
        return finds;
    const char *undone = find_undone(bench);
    if (undone)
        return step("code", undone);

    bool waits = false;
    lyh_error error = { 0 };
    g_autoptr(lyh_stored_names) coders = lyh_journal_coders(bench->journal, &error);
    const char *uncompared = coders ? find_uncompared(bench, coders, &waits) : NULL;
    if (uncompared)
        return step("compare", uncompared);
    return step(waits ? "wait" : "summary", NULL);
}
