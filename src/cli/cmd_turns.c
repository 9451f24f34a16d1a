#include <string.h>

#include <lyhord/ingest/transcripts.h>

#include "../corpus/autoptr.h"
#include "rows.h"

static const char *const columns[] = { "document", "turn",  "speaker", "role", "respondent",
                                       "question", "start", "end",     "text" };

typedef struct turn_walk {
    lyh_study *study;
    cli_rows *rows;
} turn_walk;

static bool write_turns(void *user, const lyh_visit *visit)
{
    const turn_walk *turns = user;
    const lyh_document *document = visit->document;
    const lyh_respondents *respondents = lyh_study_respondents(turns->study);
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        rows_text(turns->rows, lyh_document_name(document));
        rows_number(turns->rows, i + 1);
        rows_text(turns->rows, lyh_document_speaker(document, turn->speaker)->mark);
        rows_text(turns->rows, lyh_role_name(turn->role));
        rows_text(turns->rows, turn->respondent == LYH_NONE
                                   ? ""
                                   : lyh_respondents_id(respondents, turn->respondent));
        if (turn->question == LYH_NONE)
            rows_text(turns->rows, "");
        else
            rows_number(turns->rows, turn->question + 1);
        rows_number(turns->rows, lyh_document_character(document, turn->start));
        rows_number(turns->rows, lyh_document_character(document, turn->end));
        rows_bytes(turns->rows, lyh_document_text(document) + turn->start,
                   turn->end - turn->start);
    }
    return true;
}

static int list_turns(lyh_cli *cli, lyh_study *study)
{
    g_autoptr(cli_rows) rows = rows_new(cli, columns, G_N_ELEMENTS(columns));
    turn_walk turns = { study, rows };
    if (rows &&
        lyh_study_walk(study, LYH_WHICH_NONE, write_turns, &turns, cli->diags, &cli->error))
        rows_close(g_steal_pointer(&rows));
    return cli_finish(cli);
}

/* The document text itself, which every span of every file counts in. */
static int print_text(lyh_cli *cli, lyh_study *study, const char *wanted)
{
    for (size_t i = 0; i < lyh_study_file_count(study); i++) {
        g_autofree char *name = lyh_ingest_name(lyh_study_file(study, i));
        if (strcmp(name, wanted) != 0)
            continue;
        g_autoptr(lyh_document) document =
            lyh_study_document(study, i, cli->diags, &cli->error);
        lyh_output *output = document ? cli_output(cli) : NULL;
        if (output) {
            lyh_output_write(output, lyh_document_text(document),
                             lyh_document_size(document));
            lyh_output_close(output, &cli->error);
        }
        return cli_finish(cli);
    }
    lyh_diags_error(cli->diags, "document-missing", lyh_place_none(),
                    "there is no document '%s'; a document is called as its file, without "
                    "folder and ending",
                    wanted);
    return cli_finish(cli);
}

/* Who was found, as what, and how much of the document is theirs: what the proposal rests on. */
static bool add_speakers(void *user, const lyh_visit *visit)
{
    lyh_table *table = user;
    const lyh_document *document = visit->document;
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++) {
        const lyh_speaker *speaker = lyh_document_speaker(document, i);
        size_t words = 0;
        for (size_t turn = 0; turn < lyh_document_turn_count(document); turn++)
            if (lyh_document_turn(document, turn)->speaker == i)
                words += lyh_tokens_words_in_turn(visit->tokens, turn);
        size_t row = lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0, lyh_cell_text(lyh_document_name(document)));
        lyh_table_set_cell(table, row, 1, lyh_cell_text(speaker->mark));
        lyh_table_set_cell(table, row, 2, lyh_cell_text(lyh_role_name(speaker->role)));
        lyh_table_set_cell(table, row, 3, lyh_cell_count(speaker->turns));
        lyh_table_set_cell(table, row, 4, lyh_cell_count(words));
    }
    return true;
}

static int list_speakers(lyh_cli *cli, lyh_study *study)
{
    g_autoptr(lyh_table) table = lyh_table_new("speakers");
    lyh_table_add_column(table, "document", lyh_tr(cli->catalog, "document"));
    lyh_table_add_column(table, "speaker", lyh_tr(cli->catalog, "speaker"));
    lyh_table_add_column(table, "role", lyh_tr(cli->catalog, "role"));
    lyh_table_add_column(table, "turns", lyh_tr(cli->catalog, "turns"));
    lyh_table_add_column(table, "words", lyh_tr(cli->catalog, "words"));
    bool walked =
        lyh_study_walk(study, LYH_WHICH_NONE, add_speakers, table, cli->diags, &cli->error);
    return walked ? cli_finish_with_table(cli, table) : cli_finish(cli);
}

/* transcripts.csv is people's: it is proposed once, and never written over. */
static int save_proposal(lyh_cli *cli, lyh_study *study, const char *folder)
{
    g_autofree char *path =
        folder ? g_build_filename(folder, "transcripts.csv", NULL) : NULL;
    if (!folder)
        return cli_usage(cli, "--save wants a study: transcripts.csv lies in its folder");
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        lyh_diags_error(
            cli->diags, "transcripts-there", lyh_place_file(path),
            "transcripts.csv is there already and may hold your decisions; edit it, "
            "or move it away first");
        return cli_finish(cli);
    }
    g_autoptr(GPtrArray) documents =
        g_ptr_array_new_with_free_func((GDestroyNotify)lyh_document_free);
    for (size_t i = 0; i < lyh_study_file_count(study); i++) {
        lyh_document *document = lyh_study_document(study, i, cli->diags, &cli->error);
        if (document)
            g_ptr_array_add(documents, document);
    }
    if (cli->error.kind != LYH_ERROR_NONE)
        return cli_finish(cli);

    lyh_output *output = lyh_output_to_file(path, &cli->error);
    if (output) {
        lyh_transcripts_write(output, (const lyh_document *const *)documents->pdata,
                              documents->len, lyh_study_respondents(study));
        if (lyh_output_close(output, &cli->error))
            cli_say(cli, "proposed %s; look it through and change what is wrong", path);
    }
    return cli_finish(cli);
}

int cmd_turns(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    gboolean saves = FALSE, wants_speakers = FALSE;
    g_autofree char *text = NULL;
    const GOptionEntry own[] = {
        { "respondents", 0, 0, G_OPTION_ARG_FILENAME, &inputs.respondents,
          N_("the respondents, instead of the study's"), N_("FILE") },
        { "save", 0, 0, G_OPTION_ARG_NONE, &saves,
          N_("propose transcripts.csv in the study's folder"), NULL },
        { "speakers", 0, 0, G_OPTION_ARG_NONE, &wants_speakers,
          N_("list the speakers that were found, with their turns and words"), NULL },
        { "text", 0, 0, G_OPTION_ARG_FILENAME, &text,
          N_("print the document text of DOCUMENT"), N_("DOCUMENT") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY | FILE…]",
                   N_("Show who speaks when, and propose transcripts.csv"), own, &exit))
        return exit;
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, false);
    if (!study)
        return cli_finish(cli);
    if (text)
        return print_text(cli, study, text);
    if (wants_speakers)
        return list_speakers(cli, study);
    return saves ? save_proposal(cli, study, inputs.folder) : list_turns(cli, study);
}
