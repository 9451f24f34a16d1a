#include "suggest.h"

#define SENTENCES_A_CODE 20
#define SENTENCES_A_CODE_MAX 10000

typedef enum suggest_answer {
    ANSWER_SENTENCES,
    ANSWER_CODINGS,
    ANSWER_MEASURES,
    ANSWER_WORDS
} suggest_answer;

typedef struct suggest_wishes {
    char *code;
    gint limit;
    gboolean codings, measure, words;
} suggest_wishes;

static void suggest_work_clear(suggest_work *work)
{
    lyh_learning_free(work->learning);
    lyh_codings_file_free(work->file);
    lyh_study_free(work->study);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(suggest_work, suggest_work_clear)

bool suggest_asks_for(const suggest_work *work, size_t code)
{
    return work->only == LYH_NONE || work->only == code;
}

/* ---- what is asked for ---- */

static bool take_answer(lyh_cli *cli, const suggest_wishes *wishes, suggest_answer *answer)
{
    *answer = wishes->codings   ? ANSWER_CODINGS
              : wishes->measure ? ANSWER_MEASURES
              : wishes->words   ? ANSWER_WORDS
                                : ANSWER_SENTENCES;
    if (wishes->codings + wishes->measure + wishes->words > 1)
        cli_usage(cli, "--codings, --measure and --words are three answers; ask for one");
    else if (wishes->codings && cli->format != FORMAT_CSV)
        cli_usage(cli, "codings are written as CSV only");
    else if (wishes->limit < 1 || wishes->limit > SENTENCES_A_CODE_MAX)
        cli_usage(cli, "--limit wants a number from 1 to %d", SENTENCES_A_CODE_MAX);
    else
        return true;
    return false;
}

static bool take_code(suggest_work *work, const char *name)
{
    if (!name)
        return true;
    work->only = lyh_codebook_find(work->codebook, name);
    if (work->only != LYH_NONE)
        return true;
    lyh_diags_error(work->cli->diags, "code-unknown", lyh_place_none(),
                    "'%s' is no code of the codebook", name);
    return lyh_error_set(&work->cli->error, LYH_ERROR_DATA, 0, "");
}

/* ---- learning ---- */

/* From no file at all nothing can be learned, but that is no mistake: nobody has begun. */
static bool read_codings(suggest_work *work)
{
    lyh_cli *cli = work->cli;
    work->path = lyh_study_codings_path(work->study, cli->diags);
    if (!work->path)
        return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
    if (!*work->path)
        return true;
    lyh_csv *csv =
        lyh_study_codings_open(work->path, LYH_SOURCE_TABLE, cli->diags, &cli->error);
    if (!csv)
        return false;
    work->file = lyh_codings_file_read(csv, work->codebook, cli->diags);
    if (work->file)
        return true;
    lyh_csv_free(csv);
    return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, work->path);
}

typedef struct learn_walk {
    suggest_work *work;
    lyh_codings *people; /* of the document at hand */
    GHashTable *names;   /* char *, of the documents walked over */
} learn_walk;

static bool take_decisions(learn_walk *walk, const lyh_visit *visit)
{
    const suggest_work *work = walk->work;
    g_hash_table_add(walk->names, lyh_id_clean(lyh_document_name(visit->document)));
    lyh_codings_clear(walk->people);
    return !work->file ||
           lyh_codings_file_anchor(work->file, visit->document, visit->tokens, walk->people,
                                   work->cli->diags);
}

static bool learn_document(void *user, const lyh_visit *visit)
{
    learn_walk *walk = user;
    if (take_decisions(walk, visit))
        lyh_learning_add_document(walk->work->learning, visit->document, visit->tokens,
                                  walk->people, visit->codings);
    return true;
}

static bool learn_answers(void *user, const lyh_visit *visit)
{
    learn_walk *walk = user;
    if (take_decisions(walk, visit))
        lyh_learning_add_answers(walk->work->learning, visit->document, visit->tokens,
                                 walk->people, visit->codings);
    return true;
}

/* Decisions about a text that is not there would be lost without a word. */
static void tell_of_missing(const learn_walk *walk)
{
    const suggest_work *work = walk->work;
    for (size_t i = 0; work->file && i < lyh_codings_file_document_count(work->file); i++) {
        const char *name = lyh_codings_file_document(work->file, i);
        if (!g_hash_table_contains(walk->names, name))
            lyh_diags_warning(work->cli->diags, "document-missing",
                              lyh_place_file(work->path),
                              "nothing is learned from the codings of the document '%s': "
                              "it is not among the transcripts",
                              name);
    }
}

/* The interviews, then the answers to a survey in people's own words: a document a question. */
static bool walk_all(const suggest_work *work,
                     bool (*of_interview)(void *user, const lyh_visit *visit),
                     bool (*of_answers)(void *user, const lyh_visit *visit), void *user,
                     lyh_diags *diags)
{
    lyh_error *error = &work->cli->error;
    return lyh_study_walk(work->study, LYH_WHICH_MACHINE, of_interview, user, diags,
                          error) &&
           lyh_study_walk_survey(work->study, LYH_WHICH_MACHINE, of_answers, user, diags,
                                 error);
}

static bool learn(suggest_work *work)
{
    lyh_cli *cli = work->cli;
    g_autoptr(lyh_codings) people = lyh_codings_new();
    g_autoptr(GHashTable) names =
        g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL);
    learn_walk walk = { work, people, names };
    work->learning =
        lyh_learning_new(work->codebook, lyh_study_vocabulary(work->study),
                         lyh_study_lexicon(work->study), lyh_study_compounds(work->study));
    if (!walk_all(work, learn_document, learn_answers, &walk, cli->diags) ||
        lyh_diags_error_count(cli->diags) > 0)
        return false;
    tell_of_missing(&walk);
    lyh_learning_fit(work->learning);
    cli_warn_without_dictionary(cli, lyh_study_lexicon(work->study));
    return true;
}

/* ---- ranking ---- */

static bool rank_document(void *user, const lyh_visit *visit)
{
    const suggest_work *work = user;
    lyh_learning_rank(work->learning, visit->document, visit->tokens, visit->codings,
                      work->limit);
    return true;
}

/* The texts are read a second time rather than kept; what there was to say of them is said. */
static bool rank(suggest_work *work)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(work->cli->messages);
    return walk_all(work, rank_document, rank_document, work, unsaid);
}

static bool answer_with(suggest_work *work, suggest_answer answer)
{
    switch (answer) {
    case ANSWER_SENTENCES:
        return rank(work) && suggest_write_sentences(work);
    case ANSWER_CODINGS:
        return rank(work) && suggest_write_codings(work);
    case ANSWER_MEASURES:
        return suggest_write_measures(work);
    case ANSWER_WORDS:
        return suggest_write_words(work);
    }
    g_assert_not_reached();
}

int cmd_suggest(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    suggest_wishes wishes = { .limit = SENTENCES_A_CODE };
    const GOptionEntry own[] = {
        { "code", 0, 0, G_OPTION_ARG_FILENAME, &wishes.code, N_("only this code"),
          N_("CODE") },
        { "codebook", 0, 0, G_OPTION_ARG_FILENAME, &inputs.codebook,
          N_("the codebook, instead of the study's"), N_("FILE") },
        { "codings", 0, 0, G_OPTION_ARG_NONE, &wishes.codings,
          N_("write the sentences as codings to accept or reject"), NULL },
        { "limit", 0, 0, G_OPTION_ARG_INT, &wishes.limit,
          N_("at most so many sentences, or words, a code (20)"), N_("NUMBER") },
        { "measure", 0, 0, G_OPTION_ARG_NONE, &wishes.measure,
          N_("measure what was learned, by leaving out documents"), NULL },
        { "words", 0, 0, G_OPTION_ARG_NONE, &wishes.words,
          N_("list the words that weigh most in each code's model"), NULL },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    bool is_parsed =
        cli_parse(cli, argc, argv, "[STUDY]",
                  N_("Suggest sentences to read next, learned from what people "
                     "accepted and rejected"),
                  own, &exit);
    g_autofree char *code = wishes.code;
    suggest_answer answer;
    if (!is_parsed)
        return exit;
    if (!take_answer(cli, &wishes, &answer))
        return EXIT_USAGE;
    g_auto(suggest_work)
        work = { .cli = cli, .only = LYH_NONE, .limit = (size_t)wishes.limit };
    work.study = cli_study(cli, &inputs, true);
    if (!work.study || !cli_has_codebook(cli, work.study) ||
        (answer == ANSWER_CODINGS && cli_codings_in_the_way(cli, inputs.folder)))
        return cli_finish(cli);
    work.codebook = lyh_study_codebook(work.study);
    if (take_code(&work, code) && read_codings(&work) && learn(&work) &&
        answer_with(&work, answer))
        suggest_tell(&work);
    return cli_finish(cli);
}
