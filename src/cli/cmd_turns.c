#include <string.h>
#include <unistd.h>

#include <lyhord/base/text.h>
#include <lyhord/ingest/transcripts.h>
#include <lyhord/study/survey.h>

#include "../corpus/autoptr.h"
#include "rows.h"

static const char *const columns[] = { "document",   "turn",     "speaker", "role",
                                       "respondent", "question", "start",   "end",
                                       "text",       "from",     "to" };

/* Characters of a speaker's first turns that are shown, and how many turns. */
#define SHOWN_CHARACTERS 50
#define SHOWN_TURNS 2

typedef struct turn_walk {
    lyh_study *study;
    cli_rows *rows;     /* or NULL, when the answer is text for people */
    lyh_output *output; /* of that text */
    lyh_cli *cli;
} turn_walk;

/* In files these are fixed words (lyh_role_name()); people read their own language's. */
static const char *const role_words[] = {
    [LYH_ROLE_UNKNOWN] = N_("nobody knows who"),
    [LYH_ROLE_INTERVIEWER] = N_("interviewer"),
    [LYH_ROLE_LISTENER] = N_("second interviewer, listening"),
    [LYH_ROLE_RESPONDENT] = N_("respondent"),
    [LYH_ROLE_OTHER] = N_("somebody else"),
    [LYH_ROLE_EDITOR] = N_("no speech"),
};

static const char *const certainty_words[] = {
    [LYH_CERTAINTY_DECIDED] = N_("people have said so"),
    [LYH_CERTAINTY_STATED] = N_("the text says so"),
    [LYH_CERTAINTY_GUESSED] = N_("a guess"),
    [LYH_CERTAINTY_UNKNOWN] = N_("unknown"),
};

static const char *role_shown(const lyh_cli *cli, lyh_role role)
{
    return cli->format == FORMAT_TEXT ? lyh_tr(cli->catalog, role_words[role])
                                      : lyh_role_name(role);
}

static const char *certainty_shown(const lyh_cli *cli, lyh_certainty certainty)
{
    return cli->format == FORMAT_TEXT ? lyh_tr(cli->catalog, certainty_words[certainty])
                                      : lyh_certainty_name(certainty);
}

/* "00:12:31.500"; nothing where nobody said when. */
static char *time_of(uint64_t milliseconds, bool is_said)
{
    if (!is_said)
        return g_strdup("");
    uint64_t seconds = milliseconds / 1000;
    return g_strdup_printf("%02u:%02u:%02u.%03u", (unsigned)(seconds / 3600),
                           (unsigned)(seconds / 60 % 60), (unsigned)(seconds % 60),
                           (unsigned)(milliseconds % 1000));
}

/* A time stamp at the very beginning of a recording says as much as none. */
static char *beginning_of(const lyh_turn *turn)
{
    return time_of(turn->from, turn->from > 0 || turn->to > 0);
}

/* The number people gave the question in guide.csv, else its row there. */
static char *question_of(const lyh_study *study, const lyh_turn *turn)
{
    if (turn->question == LYH_NONE)
        return g_strdup("");
    const char *number = lyh_study_question(study, turn->question);
    return *number ? g_strdup(number) : g_strdup_printf("%zu", turn->question + 1);
}

static const char *respondent_of(const lyh_study *study, const lyh_turn *turn)
{
    return turn->respondent == LYH_NONE
               ? ""
               : lyh_respondents_id(lyh_study_respondents(study), turn->respondent);
}

static bool write_turns(void *user, const lyh_visit *visit)
{
    const turn_walk *turns = user;
    const lyh_document *document = visit->document;
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        g_autofree char *question = question_of(turns->study, turn);
        g_autofree char *from = beginning_of(turn);
        g_autofree char *to = time_of(turn->to, turn->to > 0);
        rows_text(turns->rows, lyh_document_name(document));
        rows_number(turns->rows, i + 1);
        rows_text(turns->rows, lyh_document_speaker(document, turn->speaker)->mark);
        rows_text(turns->rows, lyh_role_name(turn->role));
        rows_text(turns->rows, respondent_of(turns->study, turn));
        rows_text(turns->rows, question);
        rows_number(turns->rows, lyh_document_character(document, turn->start));
        rows_number(turns->rows, lyh_document_character(document, turn->end));
        rows_bytes(turns->rows, lyh_document_text(document) + turn->start,
                   turn->end - turn->start);
        rows_text(turns->rows, from);
        rows_text(turns->rows, to);
    }
    return true;
}

/* Text on a screen: nothing a terminal would act on, and no more than @characters of it. */
static void show(lyh_output *output, const char *text, size_t size, size_t characters)
{
    size_t kept = lyh_text_offset(text, size, characters);
    char *shown = lyh_text_shown(text, kept, true);
    lyh_output_text(output, shown);
    if (kept < size)
        lyh_output_text(output, "…");
    free(shown);
}

/* How much of a document is each speaker's, and how they begin. */
typedef struct speaker_sum {
    size_t words;
    size_t count; /* of @first */
    size_t first[SHOWN_TURNS];
} speaker_sum;

static speaker_sum *sums_of(const lyh_visit *visit)
{
    speaker_sum *sums =
        g_new0(speaker_sum, lyh_document_speaker_count(visit->document) + 1);
    for (size_t i = 0; i < lyh_document_turn_count(visit->document); i++) {
        const lyh_turn *turn = lyh_document_turn(visit->document, i);
        speaker_sum *sum = &sums[turn->speaker];
        sum->words += lyh_tokens_words_in_turn(visit->tokens, i);
        if (sum->count < SHOWN_TURNS && turn->start < turn->end)
            sum->first[sum->count++] = i;
    }
    return sums;
}

static void show_speaker(const turn_walk *turns, const lyh_document *document,
                         const lyh_speaker *speaker, const speaker_sum *sum)
{
    const char *mark = *speaker->mark ? speaker->mark : "-";
    lyh_output_text(turns->output, "  ");
    show(turns->output, mark, strlen(mark), SHOWN_CHARACTERS);
    lyh_output_printf(turns->output, "  %s (%s)  ", role_shown(turns->cli, speaker->role),
                      certainty_shown(turns->cli, speaker->certainty));
    lyh_output_printf(turns->output, lyh_tr(turns->cli->catalog, "turns: %zu, words: %zu"),
                      speaker->turns, sum->words);
    for (size_t i = 0; i < sum->count; i++) {
        const lyh_turn *turn = lyh_document_turn(document, sum->first[i]);
        lyh_output_text(turns->output, "\n      ");
        show(turns->output, lyh_document_text(document) + turn->start,
             turn->end - turn->start, SHOWN_CHARACTERS);
    }
    lyh_output_text(turns->output, "\n");
}

/* What was found in the document and how sure it is, before the turns themselves. */
static void show_found(const turn_walk *turns, const lyh_visit *visit)
{
    const lyh_document *document = visit->document;
    g_autofree speaker_sum *sums = sums_of(visit);
    lyh_output_printf(turns->output,
                      lyh_tr(turns->cli->catalog, "%s (speakers: %zu, turns: %zu)\n"),
                      lyh_document_name(document), lyh_document_speaker_count(document),
                      lyh_document_turn_count(document));
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++)
        show_speaker(turns, document, lyh_document_speaker(document, i), &sums[i]);
}

/* "12  R  respondent R04, fråga 3, 00:12:31.500" */
static void show_heading(const turn_walk *turns, const lyh_document *document, size_t index)
{
    const lyh_turn *turn = lyh_document_turn(document, index);
    const char *mark = lyh_document_speaker(document, turn->speaker)->mark;
    const char *respondent = respondent_of(turns->study, turn);
    g_autofree char *question = question_of(turns->study, turn);
    g_autofree char *from = beginning_of(turn);
    lyh_output_printf(turns->output, "%zu  ", index + 1);
    show(turns->output, mark, strlen(mark), SIZE_MAX);
    lyh_output_printf(turns->output, "%s%s", *mark ? "  " : "",
                      role_shown(turns->cli, turn->role));
    if (*respondent) {
        lyh_output_text(turns->output, " ");
        show(turns->output, respondent, strlen(respondent), SIZE_MAX);
    }
    if (*question) {
        lyh_output_printf(turns->output, ", %s ", lyh_tr(turns->cli->catalog, "question"));
        show(turns->output, question, strlen(question), SIZE_MAX);
    }
    lyh_output_printf(turns->output, "%s%s\n    ", *from ? ", " : "", from);
}

static bool show_turns(void *user, const lyh_visit *visit)
{
    const turn_walk *turns = user;
    const lyh_document *document = visit->document;
    show_found(turns, visit);
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        show_heading(turns, document, i);
        show(turns->output, lyh_document_text(document) + turn->start,
             turn->end - turn->start, SIZE_MAX);
        lyh_output_text(turns->output, "\n");
    }
    return lyh_output_text(turns->output, "\n");
}

static int list_turns(lyh_cli *cli, lyh_study *study)
{
    g_autoptr(cli_rows) rows = rows_new(cli, columns, G_N_ELEMENTS(columns));
    turn_walk turns = { .study = study, .rows = rows, .cli = cli };
    if (rows &&
        lyh_study_walk(study, LYH_WHICH_NONE, write_turns, &turns, cli->diags, &cli->error))
        rows_close(g_steal_pointer(&rows));
    return cli_finish(cli);
}

static int list_turns_as_text(lyh_cli *cli, lyh_study *study)
{
    lyh_output *output = cli_output(cli);
    turn_walk turns = { .study = study, .output = output, .cli = cli };
    if (!output)
        return cli_finish(cli);
    if (lyh_study_walk(study, LYH_WHICH_NONE, show_turns, &turns, cli->diags, &cli->error))
        lyh_output_close(output, &cli->error);
    else
        lyh_output_discard(output);
    return cli_finish(cli);
}

static int write_text(lyh_cli *cli, const lyh_document *document)
{
    lyh_output *output = document ? cli_output(cli) : NULL;
    if (output) {
        lyh_output_write(output, lyh_document_text(document), lyh_document_size(document));
        lyh_output_close(output, &cli->error);
    }
    return cli_finish(cli);
}

/* The document text itself, which every span of every file counts in. */
static int print_text(lyh_cli *cli, lyh_study *study, const char *wanted)
{
    for (size_t i = 0; i < lyh_study_survey_document_count(study); i++) {
        g_autofree char *name = lyh_study_survey_document_name(study, i);
        if (strcmp(name, wanted) != 0)
            continue;
        g_autoptr(lyh_document) document =
            lyh_study_survey_document(study, i, cli->diags, &cli->error);
        return write_text(cli, document);
    }
    for (size_t i = 0; i < lyh_study_file_count(study); i++) {
        g_autofree char *name = lyh_ingest_name(lyh_study_file(study, i));
        if (strcmp(name, wanted) != 0)
            continue;
        g_autoptr(lyh_document) document =
            lyh_study_document(study, i, cli->diags, &cli->error);
        return write_text(cli, document);
    }
    lyh_diags_error(cli->diags, "document-missing", lyh_place_none(),
                    "there is no document '%s'; a document is called as its file, without "
                    "folder and ending",
                    wanted);
    return cli_finish(cli);
}

typedef struct speaker_list {
    const lyh_cli *cli;
    lyh_table *table;
} speaker_list;

/* Who was found, as what, and how much of the document is theirs: what the proposal rests on. */
static bool add_speakers(void *user, const lyh_visit *visit)
{
    const speaker_list *list = user;
    lyh_table *table = list->table;
    const lyh_document *document = visit->document;
    g_autofree speaker_sum *sums = sums_of(visit);
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++) {
        const lyh_speaker *speaker = lyh_document_speaker(document, i);
        size_t row = lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0, lyh_cell_text(lyh_document_name(document)));
        lyh_table_set_cell(table, row, 1, lyh_cell_text(speaker->mark));
        lyh_table_set_cell(table, row, 2,
                           lyh_cell_text(role_shown(list->cli, speaker->role)));
        lyh_table_set_cell(table, row, 3, lyh_cell_count(speaker->turns));
        lyh_table_set_cell(table, row, 4, lyh_cell_count(sums[i].words));
        lyh_table_set_cell(table, row, 5,
                           lyh_cell_text(certainty_shown(list->cli, speaker->certainty)));
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
    lyh_table_add_column(table, "certainty", lyh_tr(cli->catalog, "certainty"));
    speaker_list list = { cli, table };
    bool walked =
        lyh_study_walk(study, LYH_WHICH_NONE, add_speakers, &list, cli->diags, &cli->error);
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
    cli->format = FORMAT_UNSAID;
    if (!cli_parse(cli, argc, argv, "[STUDY | FILE…]",
                   N_("Show who speaks when, and propose transcripts.csv"), own, &exit))
        return exit;
    if (cli->format == FORMAT_UNSAID)
        cli->format = isatty(STDOUT_FILENO) && !cli->output_path ? FORMAT_TEXT : FORMAT_CSV;
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, false);
    if (!study)
        return cli_finish(cli);
    if (text)
        return print_text(cli, study, text);
    if (wants_speakers)
        return list_speakers(cli, study);
    if (saves)
        return save_proposal(cli, study, inputs.folder);
    return cli->format == FORMAT_TEXT ? list_turns_as_text(cli, study)
                                      : list_turns(cli, study);
}
