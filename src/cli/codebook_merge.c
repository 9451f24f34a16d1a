#include "codebook.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/study/code_merging.h>

typedef struct lyh_code_merging merging_plan;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(merging_plan, lyh_code_merging_free)

typedef struct merge_wishes {
    char *into, *who, *reason;
    gboolean is_new;
    char *file;   /* the codebook, or its study */
    char **codes; /* as the person wrote them */
} merge_wishes;

static void merge_wishes_clear(merge_wishes *wishes)
{
    g_free(wishes->into);
    g_free(wishes->who);
    g_free(wishes->reason);
    g_free(wishes->file);
    g_strfreev(wishes->codes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(merge_wishes, merge_wishes_clear)

/* ---- which codes ---- */

/* Names are NFC in a codebook; a terminal may write them otherwise. free(). */
static char *name_meant(lyh_cli *cli, const char *word)
{
    size_t size = strlen(word);
    if (lyh_text_invalid(word, size) == size)
        return lyh_text_nfc(word, size, NULL);
    lyh_diags_error(cli->diags, "encoding", lyh_place_none(), "the code is not UTF-8");
    return NULL;
}

static size_t find_code(lyh_cli *cli, const lyh_codebook *book, const char *word)
{
    char *name = name_meant(cli, word);
    size_t found = name ? lyh_codebook_find(book, name) : LYH_NONE;
    if (name && found == LYH_NONE)
        lyh_diags_error(
            cli->diags, "code-unknown",
            lyh_place_file(lyh_source_name(lyh_csv_source(lyh_codebook_csv(book)))),
            "there is no code '%s' in this codebook; write a code as its column kod has "
            "it",
            name);
    free(name);
    return found;
}

static void add_once(GArray *codes, size_t code, size_t into)
{
    bool is_there = code == into || code == LYH_NONE;
    for (guint i = 0; i < codes->len; i++)
        is_there |= g_array_index(codes, size_t, i) == code;
    if (!is_there)
        g_array_append_val(codes, code);
}

/* The codes that go into @codes, the one that stays in @merge. False: said. */
static bool find_codes(lyh_cli *cli, const merge_wishes *wishes, const lyh_codebook *book,
                       GArray *codes, lyh_code_merge *merge)
{
    merge->into = find_code(cli, book, wishes->is_new ? wishes->codes[0] : wishes->into);
    for (char **word = wishes->codes; *word; word++)
        add_once(codes, find_code(cli, book, *word), merge->into);
    merge->codes = (const size_t *)(const void *)codes->data;
    merge->count = codes->len;
    if (lyh_diags_error_count(cli->diags) > 0)
        return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, wishes->file);
    if (merge->count > 0 || wishes->is_new)
        return true;
    lyh_diags_error(cli->diags, "merge-nothing", lyh_place_none(),
                    "there is nothing to join: name other codes than the one that --into "
                    "names");
    return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, wishes->file);
}

/* ---- a codebook by itself ---- */

static void write_file(lyh_cli *cli, const lyh_codebook *book, const lyh_code_merge *merge)
{
    size_t size;
    char *bytes = lyh_codebook_merged(book, merge, &size, cli->diags);
    if (!bytes) {
        lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
        return;
    }
    lyh_output *output = cli_output(cli);
    if (output) {
        lyh_output_write(output, bytes, size);
        lyh_output_close(output, &cli->error);
    }
    free(bytes);
    if (lyh_code_merge_unites_exceptions(book, merge))
        lyh_diags_note(cli->diags, "merge-exceptions", lyh_place_none(),
                       "the exceptions (undantag) are united too: those of one code then "
                       "drop hits that only another's rules find");
}

/* Written over, it would leave people's codings behind. */
static bool is_a_studys(lyh_cli *cli)
{
    g_autofree char *folder = cli->output_path ? codebook_study_of(cli->output_path) : NULL;
    if (!folder)
        return false;
    lyh_diags_error(cli->diags, "merge-output", lyh_place_file(cli->output_path),
                    "this is a study's own codebook; name the study and leave -o out, and "
                    "people's codings are taken along");
    return true;
}

static void merge_file(lyh_cli *cli, const merge_wishes *wishes, lyh_code_merge *merge)
{
    g_autoptr(lyh_codebook) book =
        is_a_studys(cli) ? NULL : codebook_read(cli, wishes->file);
    g_autoptr(GArray) codes = g_array_new(FALSE, FALSE, sizeof(size_t));
    if (book && find_codes(cli, wishes, book, codes, merge))
        write_file(cli, book, merge);
}

/* ---- the codebook of a study ---- */

static void merge_in(lyh_cli *cli, lyh_study *study, const merge_wishes *wishes,
                     const lyh_code_merge *merge)
{
    g_autofree char *today = cli_today();
    const lyh_decider decider = { wishes->who ? wishes->who : "",
                                  wishes->reason ? wishes->reason : "", today };
    g_autoptr(merging_plan) plan =
        lyh_code_merging_plan(study, merge, &decider, cli->diags, &cli->error);
    if (!plan || !cli_write_table(cli, lyh_code_merging_table(plan)))
        return;
    if (!cli_agrees(cli, N_("Join these codes? (ja/nej)"))) {
        cli_say(cli, "nothing has been changed; to join the codes, give the command with "
                     "--yes");
        return;
    }
    if (lyh_code_merging_make(plan, cli->diags, &cli->error))
        cli_say(cli,
                "the codes are now '%s', in the codebook and in every coding; what was "
                "made before still has the old ones; lyhord undo takes it back",
                merge->name);
}

static void merge_study(lyh_cli *cli, const merge_wishes *wishes, char *folder,
                        lyh_code_merge *merge)
{
    g_auto(cli_inputs) inputs = { .allow_missing = TRUE };
    g_autoptr(GArray) codes = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_strfreev(cli->arguments);
    cli->arguments = g_new0(char *, 2);
    cli->arguments[0] = g_strdup(folder);
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, true);
    if (study && cli_has_codebook(cli, study) &&
        find_codes(cli, wishes, lyh_study_codebook(study), codes, merge))
        merge_in(cli, study, wishes, merge);
}

/* ---- the command ---- */

static void merge(lyh_cli *cli, merge_wishes *wishes)
{
    char *name = name_meant(cli, wishes->into);
    g_autofree char *folder = codebook_study_of(wishes->file);
    lyh_code_merge joined = { .name = name, .catalog = cli->catalog };
    if (name && folder && !cli->output_path)
        merge_study(cli, wishes, folder, &joined);
    else if (name)
        merge_file(cli, wishes, &joined);
    free(name);
}

int codebook_merge(lyh_cli *cli, int argc, char **argv)
{
    g_auto(merge_wishes) wishes = { 0 };
    const GOptionEntry own[] = {
        { "into", 0, 0, G_OPTION_ARG_FILENAME, &wishes.into,
          N_("the code that they become"), N_("CODE") },
        { "new", 0, 0, G_OPTION_ARG_NONE, &wishes.is_new,
          N_("--into is a new name, for the first of the codes and those joined to it"),
          NULL },
        { "reason", 0, 0, G_OPTION_ARG_FILENAME, &wishes.reason,
          N_("why, for decisions.csv"), N_("TEXT") },
        { "who", 0, 0, G_OPTION_ARG_FILENAME, &wishes.who,
          N_("who decided it, for decisions.csv"), N_("NAME") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    cli->format = FORMAT_TEXT;
    if (!cli_parse(cli, argc, argv, "STUDY|FILE CODE… --into CODE",
                   N_("Join codes, with a trace of what was joined"), own, &exit))
        return exit;
    if (!cli->arguments[0] || !cli->arguments[1] || !wishes.into)
        return cli_usage(cli, "codebook merge wants a codebook or study, codes, and what "
                              "they become: lyhord codebook merge . kö väntetid --into "
                              "väntan");
    wishes.file = cli_take_word(cli);
    wishes.codes = g_strdupv(cli->arguments);
    merge(cli, &wishes);
    return cli_finish(cli);
}
