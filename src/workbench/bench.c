#include "bench.h"

#include <stdlib.h>
#include <string.h>

#define SECOND ((uint64_t)1000000000)

bool bench_open(workbench *bench, const lyh_workbench_options *options, lyh_diags *diags,
                lyh_error *error)
{
    *bench = (workbench){ .options = options, .diags = diags };
    uint8_t bytes[16];
    options->random(options->user, bytes, sizeof bytes);
    gate_set_token(&bench->gate, bytes);
    bench->pages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    bench->coder = g_strdup(options->coder);
    bench->heard = options->study.clock();
    bench->study = lyh_study_open(&options->study, diags, error);
    return bench->study != NULL;
}

void bench_close(workbench *bench)
{
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
    lyh_study_free(bench->study);
    bench->study = again;
    return true;
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

size_t bench_find_document(const workbench *bench, const char *name)
{
    for (size_t i = 0; name && i < lyh_study_file_count(bench->study); i++) {
        char *this = lyh_ingest_name(lyh_study_file(bench->study, i));
        bool is_it = strcmp(this, name) == 0;
        free(this);
        if (is_it)
            return i;
    }
    return LYH_NONE;
}
