#include "bench.h"

#include <stdlib.h>

#include "../base/autoptr.h"
#include "../store/autoptr.h"
#include "../study/autoptr.h"

#define SECOND ((uint64_t)1000000000)

static GPtrArray *names_of(const lyh_study *study)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(free);
    for (size_t i = 0; i < lyh_study_file_count(study); i++)
        g_ptr_array_add(names, lyh_ingest_name(lyh_study_file(study, i)));
    return names;
}

static bool open_journal(workbench *bench, lyh_error *error)
{
    g_autofree char *path =
        g_build_filename(bench->options->study.folder, "study.db", NULL);
    bench->journal = lyh_journal_open(path, LYH_JOURNAL_CREATE, bench->diags, error);
    if (bench->journal)
        bench->known = known_new(bench->journal);
    return bench->journal != NULL;
}

static bool is_empty(const lyh_take_in *taking)
{
    for (size_t i = 0; i < lyh_take_in_count(taking); i++)
        if (lyh_take_in_at(taking, i)->codings > 0 || lyh_take_in_at(taking, i)->left > 0)
            return false;
    return true;
}

/*
 * A first study.db would put codings in files out of every count, without anybody having said so: the
 * page asks before it takes them in, and where something is wrong with them nothing begins.
 */
static bool begin(workbench *bench, lyh_error *error)
{
    const char *folder = bench->options->study.folder;
    if (!lyh_take_in_is_due(folder))
        return open_journal(bench, error);
    bench->taking = lyh_take_in_new(bench->study, bench->diags, error);
    if (bench->taking)
        return !is_empty(bench->taking) || bench_take_in(bench, error);
    lyh_diags_error(
        bench->diags, "workbench-codings", lyh_place_file(folder),
        "the codings in codings/ cannot be taken in before what is said above is "
        "put right; nothing has been changed");
    return false;
}

static bool reopen(workbench *bench, lyh_error *error)
{
    return bench_reopen(bench) ||
           lyh_error_set(error, LYH_ERROR_DATA, 0, bench->options->study.folder);
}

/*
 * The files may have been changed, or somebody have withdrawn, since they were read; and another
 * workbench may have taken them in.
 */
bool bench_take_in(workbench *bench, lyh_error *error)
{
    g_clear_pointer(&bench->taking, lyh_take_in_free);
    if (!reopen(bench, error))
        return false;
    if (!lyh_take_in_is_due(bench->options->study.folder))
        return open_journal(bench, error);
    bench->taking = lyh_take_in_new(bench->study, bench->diags, error);
    if (!bench->taking || !lyh_take_in_make(bench->taking, bench->diags, error))
        return false;
    g_clear_pointer(&bench->taking, lyh_take_in_free);
    return reopen(bench, error) && open_journal(bench, error);
}

bool bench_open(workbench *bench, const lyh_workbench_options *options, lyh_diags *diags,
                lyh_error *error)
{
    *bench = (workbench){ .options = options, .diags = diags };
    uint8_t bytes[16];
    options->random(options->user, bytes, sizeof bytes);
    gate_set_token(&bench->gate, bytes);
    bench->pages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    bench->coder = g_strdup(options->coder);
    bench->answered = json_object();
    bench->heard = options->study.clock();
    bench->study = lyh_study_open(&options->study, diags, error);
    if (!bench->study)
        return false;
    lyh_study_keep(bench->study);
    bench->documents = names_of(bench->study);
    bench->finds = lyh_finds_new(options->study.folder, options->key);
    lyh_finds_refresh(bench->finds, bench->study);
    bench->counted = counted_new();
    return begin(bench, error);
}

/* What was made of the study as it is, and borrows it. */
static void forget_made(workbench *bench)
{
    opened_clear(&bench->opened);
    foreseen_forget(&bench->foreseen);
    g_clear_pointer(&bench->agreed, lyh_study_agreed_free);
}

void bench_close(workbench *bench)
{
    forget_made(bench);
    counted_free(bench->counted);
    known_free(bench->known);
    json_decref(bench->answered);
    lyh_journal_close(bench->journal);
    g_clear_pointer(&bench->taking, lyh_take_in_free);
    lyh_finds_free(bench->finds);
    g_clear_pointer(&bench->documents, g_ptr_array_unref);
    lyh_study_free(bench->study);
    g_clear_pointer(&bench->pages, g_hash_table_unref);
    g_free(bench->coder);
}

bool bench_reopen(workbench *bench)
{
    lyh_error error = { 0 };
    lyh_study *again = lyh_study_open(&bench->options->study, bench->diags, &error);
    if (!again)
        return false;
    forget_made(bench);
    lyh_finds_refresh(bench->finds, again);
    lyh_study_free(bench->study);
    bench->study = again;
    lyh_study_keep(again);
    counted_forget(bench->counted);
    g_ptr_array_unref(bench->documents);
    bench->documents = names_of(again);
    return true;
}

bool bench_reread_codebook(workbench *bench, lyh_error *error)
{
    forget_made(bench);
    counted_forget_suggestions(bench->counted);
    return lyh_study_reread_codebook(bench->study, bench->diags, error);
}

bool bench_has_document(const workbench *bench, const char *name)
{
    return g_ptr_array_find_with_equal_func(bench->documents, name, g_str_equal, NULL);
}

const opened_document *bench_opened(workbench *bench, const char *name)
{
    guint index;
    bool is_there = name && g_ptr_array_find_with_equal_func(bench->documents, name,
                                                             g_str_equal, &index);
    return is_there ? opened_get(&bench->opened, bench->study, index, bench->diags) : NULL;
}

const lyh_document *bench_document(workbench *bench, const char *name)
{
    const opened_document *opened = bench_opened(bench, name);
    return opened ? opened->document : NULL;
}

/* What goes wrong is told when it is asked for. */
static bool go_on_agreeing(workbench *bench, lyh_diags *unsaid)
{
    lyh_error error = { 0 };
    if (bench->agreed && lyh_study_agreed_next(bench->agreed, unsaid, &error))
        return true;
    if (error.kind != LYH_ERROR_NONE)
        g_clear_pointer(&bench->agreed, lyh_study_agreed_free);
    return false;
}

bool bench_work(workbench *bench)
{
    /* the first page is not to wait for it: pages say that they are open once they are drawn */
    if (g_hash_table_size(bench->pages) == 0)
        return false;
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    return foreseen_next(&bench->foreseen, unsaid) || go_on_agreeing(bench, unsaid) ||
           counted_next(bench->counted, bench->study, unsaid) ||
           lyh_finds_work(bench->finds) || lyh_study_keep_next(bench->study, unsaid);
}

void bench_hear_page(workbench *bench, const char *name)
{
    bench->heard = bench->options->study.clock();
    bench->left = 0;
    if (*name)
        g_hash_table_add(bench->pages, g_strdup(name));
}

void bench_leave_page(workbench *bench, const char *name)
{
    g_hash_table_remove(bench->pages, name);
    if (g_hash_table_size(bench->pages) == 0)
        bench->left = bench->options->study.clock();
}

static bool has_passed(const workbench *bench, uint64_t since, unsigned seconds)
{
    return bench->options->study.clock() - since >= seconds * SECOND;
}

bool bench_is_over(const workbench *bench)
{
    const lyh_workbench_options *options = bench->options;
    if (options->is_stopped(options->user))
        return true;
    if (bench->left && has_passed(bench, bench->left, options->left_seconds))
        return true;
    return has_passed(bench, bench->heard, options->idle_seconds);
}
