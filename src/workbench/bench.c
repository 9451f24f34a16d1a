#include "bench.h"

#include <stdlib.h>

#include <lyhord/study/codings.h>

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

/* A first study.db would put codings in files out of every count, without anybody having said so. */
static bool are_codings_in_the_way(const char *folder, const char *store, lyh_diags *diags,
                                   lyh_error *error)
{
    if (g_file_test(store, G_FILE_TEST_EXISTS))
        return false;
    char **sets = lyh_study_codings_list(folder, diags, error);
    bool are_some = sets && sets[0];
    if (are_some)
        lyh_diags_error(diags, "workbench-codings", lyh_place_file(sets[0]),
                        "the study has codings in codings/, which would count no more once "
                        "the workbench has a study.db; move the folder away, open the "
                        "workbench, and take them in with lyhord import --into");
    if (are_some)
        lyh_error_set(error, LYH_ERROR_DATA, 0, sets[0]);
    bool is_fine = sets && !are_some;
    lyh_study_codings_list_free(sets);
    return !is_fine;
}

static lyh_journal *open_journal(const lyh_workbench_options *options, lyh_diags *diags,
                                 lyh_error *error)
{
    const char *folder = options->study.folder;
    g_autofree char *path = g_build_filename(folder, "study.db", NULL);
    if (are_codings_in_the_way(folder, path, diags, error))
        return NULL;
    return lyh_journal_open(path, LYH_JOURNAL_CREATE, diags, error);
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
    bench->documents = names_of(bench->study);
    bench->finds = lyh_finds_new(options->study.folder, options->key);
    lyh_finds_refresh(bench->finds, bench->study);
    bench->journal = open_journal(options, diags, error);
    return bench->journal != NULL;
}

void bench_close(workbench *bench)
{
    opened_clear(&bench->opened);
    json_decref(bench->answered);
    lyh_journal_close(bench->journal);
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
    opened_clear(&bench->opened);
    lyh_finds_refresh(bench->finds, again);
    lyh_study_free(bench->study);
    bench->study = again;
    g_ptr_array_unref(bench->documents);
    bench->documents = names_of(again);
    return true;
}

bool bench_has_document(const workbench *bench, const char *name)
{
    return g_ptr_array_find_with_equal_func(bench->documents, name, g_str_equal, NULL);
}

static const opened_document *open_document(workbench *bench, const char *name)
{
    guint index;
    bool is_there = name && g_ptr_array_find_with_equal_func(bench->documents, name,
                                                             g_str_equal, &index);
    return is_there ? opened_get(&bench->opened, bench->study, index, bench->diags) : NULL;
}

const lyh_document *bench_document(workbench *bench, const char *name)
{
    const opened_document *opened = open_document(bench, name);
    return opened ? opened->document : NULL;
}

const lyh_codings *bench_suggestions(workbench *bench, const char *name)
{
    const opened_document *opened = open_document(bench, name);
    return opened ? opened->suggestions : NULL;
}

bool bench_is_done(const workbench *bench, const char *document, const char *coder)
{
    bool is_done = false;
    lyh_error error = { 0 };
    return lyh_journal_is_done(bench->journal, document, coder, &is_done, &error) &&
           is_done;
}

bool bench_work(workbench *bench)
{
    return lyh_finds_work(bench->finds);
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
