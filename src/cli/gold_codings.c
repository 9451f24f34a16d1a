#include "gold.h"

/* The codings while the study is walked over. */
typedef struct codings_walk {
    gold_work *work;
    const lyh_codings_file *file;
    lyh_codings *people; /* of the document at hand */
    GHashTable *names;   /* char *, of the documents walked over */
    size_t unread;       /* documents nobody has coded */
} codings_walk;

static bool is_read(const lyh_codings *people)
{
    for (size_t i = 0; i < lyh_codings_count(people); i++)
        if (lyh_codings_at(people, i)->status != LYH_SUGGESTED)
            return true;
    return false;
}

static bool measure_document(void *user, const lyh_visit *visit)
{
    codings_walk *walk = user;
    gold_work *work = walk->work;
    const char *name = lyh_document_name(visit->document);
    g_hash_table_add(walk->names, lyh_id_clean(name));
    lyh_codings_clear(walk->people);
    if (!lyh_codings_file_anchor(walk->file, visit->document, visit->tokens, walk->people,
                                 work->cli->diags))
        return true; /* the rest is looked at all the same: all mistakes in one run */
    if (!is_read(walk->people)) {
        walk->unread++;
        return true;
    }
    if (!gold_takes(work, name, lyh_place_file(lyh_document_path(visit->document))))
        return true;
    work->measured++;
    work->name = name;
    work->document = visit->document;
    lyh_evaluation_add_document(work->evaluation, work->measured, work->unit,
                                visit->document, visit->tokens, walk->people,
                                visit->codings, gold_row_write, work);
    return true;
}

/* Codings of a document that is not there would be missed without a word. */
static void tell_of_missing(const codings_walk *walk)
{
    for (size_t i = 0; i < lyh_codings_file_document_count(walk->file); i++) {
        const char *name = lyh_codings_file_document(walk->file, i);
        if (!g_hash_table_contains(walk->names, name))
            lyh_diags_warning(walk->work->cli->diags, "document-missing",
                              lyh_place_file(walk->work->path),
                              "codings of the document '%s' are not measured: it is not "
                              "among the transcripts that were read",
                              name);
    }
}

/* To have found nothing and not to have read look the same; a false alarm is what somebody has read. */
static void tell_of_unread(const codings_walk *walk)
{
    if (walk->unread > 0)
        lyh_diags_note(walk->work->cli->diags, "gold-unread",
                       lyh_place_file(walk->work->path),
                       "transcripts in which nobody has coded or rejected anything are "
                       "left out, for they may not have been read (transcripts: %zu)",
                       walk->unread);
}

bool gold_measure_codings(gold_work *work, const lyh_codings_file *file)
{
    lyh_cli *cli = work->cli;
    if (!lyh_evaluation_use_file(work->evaluation, file)) {
        lyh_diags_error(cli->diags, "gold-empty", lyh_place_file(work->path),
                        "the file holds no accepted or manual codings; nothing can be "
                        "measured against suggestions alone");
        return false;
    }
    g_autoptr(lyh_codings) people = lyh_codings_new();
    g_autoptr(GHashTable) names =
        g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL);
    codings_walk walk = { .work = work, .file = file, .people = people, .names = names };
    if (!lyh_study_walk(work->study, LYH_WHICH_MACHINE, measure_document, &walk, cli->diags,
                        &cli->error))
        return false;
    tell_of_missing(&walk);
    tell_of_unread(&walk);
    return lyh_diags_error_count(cli->diags) == 0;
}
