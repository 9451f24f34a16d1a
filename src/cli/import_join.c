#include <string.h>

#include <lyhord/coding/decisions.h>
#include <lyhord/store/imports.h>
#include <lyhord/store/join.h>

#include "import.h"

/* What the study has: names of transcripts with the hash of each, and who has withdrawn. */
typedef struct own_texts {
    GHashTable *hashes; /* name -> hash */
    lyh_decisions *decisions;
} own_texts;

static const char *hash_of(void *user, const char *document)
{
    const own_texts *own = user;
    return g_hash_table_lookup(own->hashes, document);
}

static bool has_withdrawn(void *user, const char *respondent)
{
    const own_texts *own = user;
    return own->decisions &&
           lyh_decisions_find(own->decisions, "withdrawal", respondent) != NULL;
}

lyh_decisions *import_decisions(const import_plan *plan)
{
    g_autofree char *path = g_build_filename(plan->folder, "decisions.csv", NULL);
    if (!import_has(plan, "decisions.csv"))
        return NULL;
    g_autoptr(lyh_source) source =
        lyh_source_read(path, LYH_SOURCE_TABLE, plan->cli->diags, &plan->cli->error);
    return source ? lyh_decisions_read(source, plan->cli->diags) : NULL;
}

static bool know(import_plan *plan, own_texts *own)
{
    bool is_fine = true;
    for (size_t i = 0; i < lyh_study_file_count(plan->study); i++) {
        g_autoptr(lyh_document) document =
            lyh_study_document(plan->study, i, plan->cli->diags, &plan->cli->error);
        is_fine &= document != NULL;
        if (document)
            g_hash_table_insert(own->hashes, g_strdup(lyh_document_name(document)),
                                g_strdup(lyh_document_hash(document)));
    }
    return is_fine;
}

static bool join(import_plan *plan, lyh_journal *mine, lyh_journal *other,
                 const lyh_join_texts *texts, const char *path, lyh_event_id id)
{
    g_autofree char *at = cli_now();
    g_autofree char *name = g_path_get_basename(path);
    lyh_event joined = {
        .id = id, .at = at, .who = LYH_IMPORTER, .kind = LYH_EVENT_JOINED, .text = name
    };
    size_t added = 0, known = 0;
    if (!lyh_journal_join(mine, other, texts, &joined, &added, &known, plan->cli->diags,
                          &plan->cli->error))
        return false;
    cli_say(plan->cli, "%zu decisions came in; %zu were there already", added, known);
    return true;
}

bool import_join(import_plan *plan, const char *path, lyh_event_id id)
{
    own_texts own = {
        .hashes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .decisions = import_decisions(plan),
    };
    const lyh_join_texts texts = { hash_of, has_withdrawn, &own };
    bool is_fine = know(plan, &own);
    g_autoptr(lyh_journal) mine =
        is_fine ? exchange_journal(plan->cli, plan->folder, LYH_JOURNAL_WRITE) : NULL;
    g_autoptr(lyh_journal) other =
        mine ? lyh_journal_open(path, LYH_JOURNAL_READ, plan->cli->diags, &plan->cli->error)
             : NULL;
    is_fine = mine && other && join(plan, mine, other, &texts, path, id);
    lyh_decisions_free(own.decisions);
    g_hash_table_unref(own.hashes);
    return is_fine;
}
