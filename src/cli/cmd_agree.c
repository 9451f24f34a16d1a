#include <math.h>
#include <string.h>

#include "agree.h"
#include "gate.h"

typedef struct agree_wishes {
    char *unit, *documents, *min_alpha;
    gboolean coded_only, disagreements;
    double least; /* of α; NAN: none is asked for */
} agree_wishes;

static void agree_wishes_clear(agree_wishes *wishes)
{
    g_free(wishes->unit);
    g_free(wishes->documents);
    g_free(wishes->min_alpha);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(agree_wishes, agree_wishes_clear)

/* From the codings and the texts to the agreement. */
typedef struct agree_work {
    agree_view view;
    lyh_study *study;   /* NULL: neither texts nor a codebook are at hand */
    bool is_of_a_study; /* and not of loose files */
    agree_list *list;   /* NULL: all documents there are */
    agree_coders coders;
    GHashTable *seen; /* char *, names of the documents added */
    GPtrArray *names; /* char *, of the columns */
    cli_rows *rows;   /* NULL: a table is asked for */
} agree_work;

static void agree_work_clear(agree_work *work)
{
    rows_discard(work->rows);
    g_clear_pointer(&work->names, g_ptr_array_unref);
    g_clear_pointer(&work->seen, g_hash_table_unref);
    lyh_agreement_free(work->view.agreement);
    agree_coders_clear(&work->coders);
    agree_list_free(work->list);
    lyh_study_free(work->study);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(agree_work, agree_work_clear)

/* ---- what is asked for ---- */

static bool take_unit(const lyh_cli *cli, const char *name, lyh_agreement_unit *unit)
{
    for (*unit = 0; *unit < LYH_AGREE_UNITS; ++*unit)
        if (strcmp(lyh_agreement_unit_name(*unit), name) == 0)
            return true;
    cli_usage(cli, "unit '%s' is unknown; it is one of document, sentence, statement, turn",
              name);
    return false;
}

static bool take_least(const lyh_cli *cli, agree_wishes *wishes)
{
    wishes->least = NAN;
    if (!wishes->min_alpha)
        return true;
    char *end;
    g_strdelimit(wishes->min_alpha, ",", '.');
    wishes->least = g_ascii_strtod(wishes->min_alpha, &end);
    if (*wishes->min_alpha && *end == '\0' && wishes->least >= -1 && wishes->least <= 1)
        return true;
    cli_usage(cli, "--min-alpha wants a number from -1 to 1, such as 0.8");
    return false;
}

/* ---- the study, or what stands in for it ---- */

static bool needs_texts(const agree_work *work)
{
    return work->view.unit == LYH_AGREE_SENTENCE || work->view.unit == LYH_AGREE_TURN;
}

/* The transcripts that the list names: only where the unit is found in them. */
static GPtrArray *transcripts_of(const agree_work *work)
{
    GPtrArray *paths = g_ptr_array_new();
    bool are_wanted = work->list && work->view.unit != LYH_AGREE_DOCUMENT;
    for (size_t i = 0; are_wanted && i < agree_list_count(work->list); i++) {
        const agree_listed *listed = agree_list_at(work->list, i);
        if (listed->path)
            g_ptr_array_add(paths, listed->path);
        else if (needs_texts(work))
            lyh_diags_error(work->view.cli->diags, "agree-documents", listed->place,
                            "no study is open, so '%s' needs its transcript: write its "
                            "path in the column file",
                            listed->document);
    }
    return paths;
}

static void point_at(lyh_cli *cli, char *const *words, guint count)
{
    g_strfreev(cli->arguments);
    cli->arguments = g_new0(char *, count + 1);
    for (guint i = 0; i < count; i++)
        cli->arguments[i] = g_strdup(words[i]);
}

/* True also when there is nothing to open: codings of documents can be compared by themselves. */
static bool open_loose(agree_work *work, cli_inputs *inputs)
{
    lyh_cli *cli = work->view.cli;
    g_autoptr(GPtrArray) paths = transcripts_of(work);
    if (needs_texts(work) && !work->list)
        lyh_diags_error(cli->diags, "agree-place", lyh_place_none(),
                        "a unit of sentences or turns needs the transcripts; go to a "
                        "study, name one, or name the documents and their files with "
                        "--documents");
    if (lyh_diags_error_count(cli->diags) > 0)
        return false;
    if (paths->len == 0 && !inputs->codebook)
        return true;
    point_at(cli, (char *const *)paths->pdata, paths->len);
    work->study = cli_study(cli, inputs, false);
    work->is_of_a_study = inputs->folder != NULL;
    return work->study != NULL;
}

static bool open_study(agree_work *work, cli_inputs *inputs, char *folder)
{
    if (!folder)
        return open_loose(work, inputs);
    point_at(work->view.cli, &folder, 1);
    work->study = cli_study(work->view.cli, inputs, false);
    work->is_of_a_study = true;
    return work->study != NULL;
}

static bool prepare(agree_work *work, cli_inputs *inputs, const agree_wishes *wishes)
{
    lyh_cli *cli = work->view.cli;
    g_autofree char *folder = agree_coders_take(&work->coders, cli->arguments);
    if (wishes->documents) {
        work->list = agree_list_read(wishes->documents, cli->diags, &cli->error);
        if (!work->list)
            return false;
    }
    if (!open_study(work, inputs, folder))
        return false;
    if (work->coders.paths->len == 0 && folder)
        agree_coders_take_all(&work->coders, folder, cli->diags, &cli->error);

    const lyh_codebook *own = work->study ? lyh_study_codebook(work->study) : NULL;
    work->view.codebook = agree_coders_read(&work->coders, own, cli->diags, &cli->error);
    if (!work->view.codebook)
        return false;
    work->view.agreement = lyh_agreement_new(work->view.codebook, work->view.unit);
    agree_coders_join(&work->coders, work->view.agreement, cli->diags);
    if (work->list && lyh_diags_error_count(cli->diags) == 0)
        agree_list_set_readers(work->list, work->view.agreement, cli->diags);
    return lyh_diags_error_count(cli->diags) == 0;
}

/* ---- the documents ---- */

static void show_differences(const agree_work *work, const char *name,
                             const lyh_document *document)
{
    size_t index = lyh_agreement_document_count(work->view.agreement) - 1;
    if (work->rows)
        agree_rows_write(&work->view, work->rows, index, name, document);
}

static bool add_document(void *user, const lyh_visit *visit)
{
    agree_work *work = user;
    const char *name = lyh_document_name(visit->document);
    agree_listed *listed = work->list ? agree_list_find(work->list, name) : NULL;
    if (work->list && !listed)
        return true;
    if (listed)
        listed->is_seen = true;
    g_hash_table_add(work->seen, lyh_id_clean(name));
    if (lyh_agreement_add_document(work->view.agreement, visit->document, visit->tokens,
                                   listed ? listed->reads : NULL, work->view.cli->diags))
        show_differences(work, name, visit->document);
    return true;
}

static void add_name(agree_work *work, const char *name, const bool *reads)
{
    if (g_hash_table_add(work->seen, lyh_id_clean(name)) &&
        lyh_agreement_add_name(work->view.agreement, name, reads, work->view.cli->diags))
        show_differences(work, name, NULL);
}

/* Of those the list names, the ones no transcript was called as. */
static void add_listed_without_text(agree_work *work)
{
    for (size_t i = 0; work->list && i < agree_list_count(work->list); i++) {
        const agree_listed *listed = agree_list_at(work->list, i);
        bool has_file = listed->path && work->view.unit != LYH_AGREE_DOCUMENT;
        if (listed->is_seen)
            continue;
        if (work->is_of_a_study)
            lyh_diags_error(work->view.cli->diags, "document-missing", listed->place,
                            "the study has no transcript '%s'", listed->document);
        else if (has_file)
            lyh_diags_error(work->view.cli->diags, "agree-documents", listed->place,
                            "the file of '%s' has another name; a document is called as "
                            "its file, without folder and ending",
                            listed->document);
        else
            add_name(work, listed->document, listed->reads);
    }
}

/* Without a list or a study, what somebody has coded is all that is known. */
static void add_coded(agree_work *work)
{
    for (guint i = 0; i < work->coders.files->len; i++) {
        const lyh_codings_file *file = work->coders.files->pdata[i];
        for (size_t j = 0; j < lyh_codings_file_document_count(file); j++)
            add_name(work, lyh_codings_file_document(file, j), NULL);
    }
    lyh_diags_warning(
        work->view.cli->diags, "agree-documents", lyh_place_none(),
        "documents that nobody has coded are not known here and do not count, "
        "which changes κ and α; name all documents with --documents");
}

#define NAMED_AT_MOST 10

/* What a list leaves out is meant to be, but a misspelt name would look the same. */
static void tell_of_unseen(const agree_work *work, guint coder)
{
    const lyh_codings_file *file = work->coders.files->pdata[coder];
    lyh_diags *diags = work->view.cli->diags;
    lyh_place place = lyh_place_file(work->coders.paths->pdata[coder]);
    g_autoptr(GString) names = g_string_new(NULL);
    size_t count = 0;
    for (size_t i = 0; i < lyh_codings_file_document_count(file); i++) {
        const char *name = lyh_codings_file_document(file, i);
        if (g_hash_table_contains(work->seen, name))
            continue;
        if (!work->list)
            lyh_diags_error(diags, "document-missing", place,
                            "codings of the document '%s' cannot be counted: there is no "
                            "such transcript; bring it back or take its rows out",
                            name);
        else if (count++ < NAMED_AT_MOST)
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", name);
    }
    if (count > NAMED_AT_MOST)
        g_string_append(names, " …");
    if (count > 0)
        lyh_diags_warning(diags, "agree-documents", place,
                          "codings of documents that the list does not name are left out "
                          "(documents: %zu): %s",
                          count, names->str);
}

/* To have coded nothing and not to have read look the same; only people know which it was. */
static void tell_of_silent(const agree_work *work)
{
    const lyh_agreement *agreement = work->view.agreement;
    for (size_t i = 0; i < lyh_agreement_coder_count(agreement); i++) {
        size_t silent = lyh_agreement_silent(agreement, i);
        if (lyh_agreement_codings(agreement, i) == 0)
            lyh_diags_warning(work->view.cli->diags, "agree-silent", lyh_place_none(),
                              "'%s' has no coding that a person made or accepted; what is "
                              "only suggested is nobody's",
                              lyh_agreement_coder(agreement, i));
        else if (silent > 0)
            lyh_diags_note(work->view.cli->diags, "agree-silent", lyh_place_none(),
                           "'%s' has coded nothing where others have (documents: %zu), and "
                           "that counts as not agreeing; if they were not read, say in the "
                           "column coders of --documents who has read what",
                           lyh_agreement_coder(agreement, i), silent);
    }
}

static bool add_documents(agree_work *work)
{
    lyh_cli *cli = work->view.cli;
    bool walked = !work->study || lyh_study_walk(work->study, LYH_WHICH_NONE, add_document,
                                                 work, cli->diags, &cli->error);
    if (!walked)
        return false;
    add_listed_without_text(work);
    if (!work->list && !work->is_of_a_study)
        add_coded(work);
    for (guint i = 0; i < work->coders.files->len; i++)
        tell_of_unseen(work, i);
    return lyh_diags_error_count(cli->diags) == 0;
}

/* ---- the answer ---- */

/* False when the table may not leave. */
static bool write_table(const agree_work *work, const lyh_agreed *agreed)
{
    lyh_cli *cli = work->view.cli;
    g_autoptr(lyh_table) table = agree_table(&work->view, agreed);
    if (work->is_of_a_study && !gate_lets_table(cli, work->study, table))
        return false;
    agree_table_add_notes(&work->view, table);
    if (cli->format == FORMAT_CSV)
        agree_tell_notes(&work->view, table);
    return cli_write_table(cli, table);
}

static int finish_with(agree_work *work, const agree_wishes *wishes)
{
    lyh_cli *cli = work->view.cli;
    bool has_limit = !isnan(wishes->least);
    g_autofree lyh_agreed *agreed =
        !work->rows || has_limit ? agree_measure(&work->view) : NULL;
    bool is_written =
        work->rows ? rows_close(g_steal_pointer(&work->rows)) : write_table(work, agreed);
    if (is_written)
        tell_of_silent(work);
    bool reaches = !has_limit || agree_reaches(&work->view, agreed, wishes->least);
    int exit = cli_finish(cli);
    return exit == EXIT_FINE && !reaches ? EXIT_WARNINGS : exit;
}

static int agree(lyh_cli *cli, cli_inputs *inputs, const agree_wishes *wishes,
                 lyh_agreement_unit unit)
{
    g_auto(agree_work) work = {
        .view = { .cli = cli, .unit = unit, .coded_only = wishes->coded_only },
        .seen = g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL),
        .names = g_ptr_array_new_with_free_func(g_free),
    };
    if (!prepare(&work, inputs, wishes))
        return cli_finish(cli);
    if (wishes->disagreements) {
        work.rows = agree_rows_new(&work.view, work.names);
        if (!work.rows)
            return cli_finish(cli);
    }
    return add_documents(&work) ? finish_with(&work, wishes) : cli_finish(cli);
}

int cmd_agree(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    g_auto(agree_wishes) wishes = { 0 };
    const GOptionEntry own[] = {
        { "allow-missing", 0, 0, G_OPTION_ARG_NONE, &inputs.allow_missing,
          N_("a transcript whose person is in no list is no error"), NULL },
        { "codebook", 0, 0, G_OPTION_ARG_FILENAME, &inputs.codebook,
          N_("the codebook, instead of the study's"), N_("FILE") },
        { "coded-only", 0, 0, G_OPTION_ARG_NONE, &wishes.coded_only,
          N_("only units that somebody has coded count"), NULL },
        { "disagreements", 0, 0, G_OPTION_ARG_NONE, &wishes.disagreements,
          N_("list every unit and code that the coders differ about, with its text"),
          NULL },
        { "documents", 0, 0, G_OPTION_ARG_FILENAME, &wishes.documents,
          N_("a list document;file;coders of all documents that were read"), N_("FILE") },
        { "min-alpha", 0, 0, G_OPTION_ARG_FILENAME, &wishes.min_alpha,
          N_("exit 1 when α of a code is below it"), N_("NUMBER") },
        { "unit", 0, 0, G_OPTION_ARG_FILENAME, &wishes.unit,
          N_("document, sentence, statement or turn"), N_("UNIT") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY] [CODINGS…]",
                   N_("Measure how far coders agree, and list where they do not"), own,
                   &exit))
        return exit;
    lyh_agreement_unit unit;
    if (!take_unit(cli, wishes.unit ? wishes.unit : "sentence", &unit) ||
        !take_least(cli, &wishes))
        return EXIT_USAGE;
    return agree(cli, &inputs, &wishes, unit);
}
