#include <string.h>

#include "merge_study.h"
#include "tally_answers.h"
#include "view.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_partial, lyh_partial_free)

/* Bytes of the largest partial result: a million groups, each with what it said. */
#define MOST_BYTES ((size_t)512 << 20)

/* What the command line says. */
typedef struct merge_wishes {
    char *shape, *measure, *study;
    gboolean allow_missing;
} merge_wishes;

static void merge_wishes_clear(merge_wishes *wishes)
{
    g_free(wishes->shape);
    g_free(wishes->measure);
    g_free(wishes->study);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(merge_wishes, merge_wishes_clear)

/* While parts are put together. */
typedef struct merging {
    lyh_cli *cli;
    lyh_partial *whole; /* the first, to which the others are added; or NULL */
    GHashTable *files;  /* shard + 1 -> const char *: the file it came from */
} merging;

static lyh_partial *read_partial(lyh_cli *cli, const char *path)
{
    lyh_bytes bytes;
    lyh_error trouble = { 0 };
    if (!lyh_file_read(path, MOST_BYTES, &bytes, &trouble)) {
        if (cli->error.kind == LYH_ERROR_NONE)
            cli->error = trouble;
        return NULL;
    }
    lyh_partial *partial = lyh_partial_read(path, bytes.data, bytes.size, cli->diags);
    g_free(bytes.data);
    return partial;
}

static bool is_new(merging *all, const lyh_partial *partial, const char *path)
{
    size_t shard = lyh_partial_origin_of(partial)->shard;
    const char *first = g_hash_table_lookup(all->files, GSIZE_TO_POINTER(shard));
    if (!first) {
        g_hash_table_insert(all->files, GSIZE_TO_POINTER(shard), (char *)path);
        return true;
    }
    lyh_diags_error(
        all->cli->diags, "partial-twice", lyh_place_file(path),
        "part %zu is here a second time; it came from %s already, and nobody may "
        "count twice",
        shard, first);
    return false;
}

static void take_file(merging *all, const char *path)
{
    g_autoptr(lyh_partial) partial = read_partial(all->cli, path);
    if (!partial)
        return;
    if (all->whole && !lyh_partial_fits(all->whole, partial, path, all->cli->diags))
        return;
    if (!is_new(all, partial, path))
        return;
    if (all->whole)
        lyh_partial_merge(all->whole, partial);
    else
        all->whole = g_steal_pointer(&partial);
}

/* "3, 5", or NULL when every part is there. */
static char *missing_parts(const merging *all)
{
    size_t shards = lyh_partial_origin_of(all->whole)->shards;
    g_autoptr(GString) missing = g_string_new(NULL);
    for (size_t shard = 1; shard <= shards; shard++)
        if (!g_hash_table_contains(all->files, GSIZE_TO_POINTER(shard)))
            g_string_append_printf(missing, "%s%zu", missing->len ? ", " : "", shard);
    return missing->len > 0 ? g_string_free(g_steal_pointer(&missing), FALSE) : NULL;
}

/* What the table's status says of parts that are missing. False: they may not be. */
static bool may_miss(const merging *all, bool allow_missing, char **said)
{
    const lyh_cli *cli = all->cli;
    g_autofree char *missing = missing_parts(all);
    size_t shards = lyh_partial_origin_of(all->whole)->shards;
    *said = NULL;
    if (!missing)
        return true;
    if (allow_missing) {
        *said =
            g_strdup_printf(lyh_tr(cli->catalog, "not all answers: of %zu parts these are "
                                                 "missing: %s"),
                            shards, missing);
        return true;
    }
    lyh_diags_error(cli->diags, "partial-missing", lyh_place_none(),
                    "of %zu parts these are missing: %s; give their files too, or say "
                    "--allow-missing to print what is there",
                    shards, missing);
    return false;
}

static int merge(lyh_cli *cli, const merge_wishes *wishes, bool is_wide,
                 lyh_measure measure)
{
    g_autoptr(GHashTable) files = g_hash_table_new(NULL, NULL);
    merging all = { .cli = cli, .files = files };
    for (char **path = cli->arguments; *path; path++)
        take_file(&all, *path);
    g_autoptr(lyh_partial) whole = all.whole;
    g_autofree char *missing = NULL;
    bool is_fine = whole && cli->error.kind == LYH_ERROR_NONE &&
                   lyh_diags_error_count(cli->diags) == 0 &&
                   may_miss(&all, wishes->allow_missing, &missing);
    if (is_fine && is_wide && lyh_partial_options_of(whole)->any_state)
        return cli_usage(cli, "a wide table is of persons, and these are hits whatever is "
                              "said of them; leave --shape wide out");
    if (is_fine && lyh_partial_origin_of(whole)->is_of_study)
        return merge_study(cli, wishes->study, whole, is_wide, measure, missing);
    return is_fine ? tally_answers_show(cli, whole, is_wide, measure, missing)
                   : cli_finish(cli);
}

int cmd_merge(lyh_cli *cli, int argc, char **argv)
{
    g_auto(merge_wishes) wishes = { 0 };
    const GOptionEntry own[] = {
        { "allow-missing", 0, 0, G_OPTION_ARG_NONE, &wishes.allow_missing,
          N_("print what is there when parts are missing, and say so in the table"), NULL },
        { "measure", 0, 0, G_OPTION_ARG_FILENAME, &wishes.measure,
          N_("any, +, -, 0 or wish, for --shape wide"), N_("MEASURE") },
        { "shape", 0, 0, G_OPTION_ARG_FILENAME, &wishes.shape,
          N_("long: a row a number; wide: a column a group"), N_("SHAPE") },
        { "study", 0, 0, G_OPTION_ARG_FILENAME, &wishes.study,
          N_("the study that the parts are of, when it is not the one here"),
          N_("FOLDER") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "PART.json…",
                   N_("Put partial results of tally --shard together"), own, &exit))
        return exit;
    bool is_wide = g_strcmp0(wishes.shape, "wide") == 0;
    if (wishes.shape && !is_wide && strcmp(wishes.shape, "long") != 0)
        return cli_usage(cli, "shape '%s' is unknown; it is long or wide", wishes.shape);
    lyh_measure measure = view_measure(cli, wishes.measure ? wishes.measure : "any");
    if (measure == LYH_MEASURE_COUNT)
        return EXIT_USAGE;
    if (!cli->arguments[0])
        return cli_usage(cli, "lyhord merge wants the files that tally --shard wrote");
    return merge(cli, &wishes, is_wide, measure);
}
