#include "progress.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/store/pairs.h>

#include "../store/autoptr.h"

static bool is_done(workbench *bench, const char *document, const char *coder)
{
    bool done = false;
    lyh_error error = { 0 };
    return lyh_journal_is_done(bench->journal, document, coder, &done, &error) && done;
}

size_t progress_done(workbench *bench)
{
    size_t count = 0;
    for (size_t i = 0; bench->coder && i < lyh_study_file_count(bench->study); i++) {
        char *name = lyh_ingest_name(lyh_study_file(bench->study, i));
        count += is_done(bench, name, bench->coder);
        free(name);
    }
    return count;
}

/* The interview @bench's coder was in last, when it is not done; else the first that is not. */
static char *find_undone(workbench *bench)
{
    lyh_error error = { 0 };
    lyh_stored_position position = { 0 };
    char *undone = NULL;
    lyh_journal_position(bench->journal, bench->coder, &position, &error);
    for (size_t i = 0; i < lyh_study_file_count(bench->study); i++) {
        char *name = lyh_ingest_name(lyh_study_file(bench->study, i));
        bool is_last = position.document && strcmp(name, position.document) == 0;
        if ((!undone || is_last) && !is_done(bench, name, bench->coder)) {
            free(undone);
            undone = g_steal_pointer(&name);
        }
        free(name);
    }
    free(position.document);
    free(position.text_sha256);
    return undone;
}

static bool has_open_pairs(workbench *bench, const char *document, const char *other)
{
    lyh_error error = { 0 };
    g_autoptr(lyh_pairs) pairs =
        lyh_journal_pairs(bench->journal, document, bench->coder, other, &error);
    for (size_t i = 0; pairs && i < lyh_pairs_count(pairs); i++)
        if (!lyh_pairs_at(pairs, i)->agreed)
            return true;
    return false;
}

/* Of those that another is done with too: one they have not gone through together. @waits: somebody is not done. */
static char *find_uncompared(workbench *bench, const lyh_stored_names *coders, bool *waits)
{
    for (size_t i = 0; i < lyh_study_file_count(bench->study); i++) {
        char *name = lyh_ingest_name(lyh_study_file(bench->study, i));
        for (size_t k = 0; k < lyh_stored_names_count(coders); k++) {
            const char *other = lyh_stored_names_at(coders, k);
            if (strcmp(other, LYH_TOGETHER) == 0 || strcmp(other, bench->coder) == 0)
                continue;
            if (!is_done(bench, name, other))
                *waits = true;
            else if (has_open_pairs(bench, name, other))
                return name;
        }
        free(name);
    }
    return NULL;
}

static json_t *step(const char *word, char *document)
{
    json_t *json = json_pack("{s:s}", "step", word);
    if (document)
        json_object_set_new(json, "document", json_string(document));
    free(document);
    return json;
}

json_t *progress_next(workbench *bench)
{
    if (!bench->coder)
        return step("coder", NULL);
    if (lyh_study_file_count(bench->study) == 0)
        return step("files", NULL);
    char *undone = find_undone(bench);
    if (undone)
        return step("code", undone);

    bool waits = false;
    lyh_error error = { 0 };
    g_autoptr(lyh_stored_names) coders = lyh_journal_coders(bench->journal, &error);
    char *uncompared = coders ? find_uncompared(bench, coders, &waits) : NULL;
    if (uncompared)
        return step("compare", uncompared);
    return step(waits ? "wait" : "summary", NULL);
}
