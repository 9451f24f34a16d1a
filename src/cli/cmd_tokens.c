#include <lyhord/language/compounds.h>
#include <lyhord/language/state.h>

#include "../language/autoptr.h"
#include "rows.h"

/* The first seven always; the others when they are asked for, in this order. */
static const char *const columns[] = { "document", "turn",  "sentence", "start", "end",
                                       "token",    "lemma", "compound", "state" };
enum { FIRST_COLUMNS = 7 };

typedef struct token_walk {
    lyh_study *study;
    cli_rows *rows;
    bool with_lemma;
    lyh_compounds *compounds; /* or NULL */
    lyh_states *states;       /* or NULL */
} token_walk;

/* "bistånds|handläggare"; nothing for a word of one part. */
static void write_parts(const token_walk *listing, uint32_t type)
{
    size_t count, size;
    const char *word =
        lyh_vocabulary_spelling(lyh_study_vocabulary(listing->study), type, &size);
    const size_t *joints = lyh_compounds_joints(listing->compounds, type, &count);
    g_autoptr(GString) parts = g_string_new(NULL);
    size_t from = 0;
    for (size_t i = 0; i < count; i++) {
        g_string_append_len(parts, word + from, (gssize)(joints[i] - from));
        g_string_append_c(parts, '|');
        from = joints[i];
    }
    if (count > 0)
        g_string_append_len(parts, word + from, (gssize)(size - from));
    rows_text(listing->rows, parts->str);
}

static const char *state_of(const token_walk *listing, const lyh_visit *visit, size_t token)
{
    const lyh_mention mention = { .first = token, .end = token + 1, .is_judged = true };
    lyh_objects *objects = lyh_study_objects(listing->study);
    return lyh_state_name(
        lyh_states_of(listing->states, objects, visit->tokens, &mention).state);
}

static void write_token(const token_walk *listing, const lyh_visit *visit, size_t index,
                        size_t sentence)
{
    const lyh_document *document = visit->document;
    const lyh_token *token = &lyh_tokens_all(visit->tokens)[index];
    bool is_word = (token->flags & LYH_TOKEN_WORD) != 0;
    rows_text(listing->rows, lyh_document_name(document));
    rows_number(listing->rows, lyh_tokens_sentences(visit->tokens)[sentence].turn + 1);
    rows_number(listing->rows, sentence + 1);
    rows_number(listing->rows, lyh_document_character(document, token->start));
    rows_number(listing->rows, lyh_document_character(document, token->end));
    rows_bytes(listing->rows, lyh_document_text(document) + token->start,
               token->end - token->start);
    rows_text(listing->rows,
              listing->with_lemma && is_word
                  ? lyh_lexicon_lemma(lyh_study_lexicon(listing->study), token->type)
                  : "");
    if (listing->compounds && is_word)
        write_parts(listing, token->type);
    else if (listing->compounds)
        rows_text(listing->rows, "");
    if (listing->states)
        rows_text(listing->rows, is_word ? state_of(listing, visit, index) : "");
}

static bool write_tokens(void *user, const lyh_visit *visit)
{
    const token_walk *listing = user;
    for (size_t i = 0; i < lyh_tokens_sentence_count(visit->tokens); i++) {
        const lyh_sentence *sentence = &lyh_tokens_sentences(visit->tokens)[i];
        for (uint32_t k = sentence->first; k < sentence->end; k++)
            write_token(listing, visit, k, i);
    }
    return true;
}

/* The names of the columns that are asked for; @names has room for all. */
static size_t chosen_columns(bool with_compound, bool with_state, const char **names)
{
    size_t count = 0;
    for (; count < FIRST_COLUMNS; count++)
        names[count] = columns[count];
    if (with_compound)
        names[count++] = columns[FIRST_COLUMNS];
    if (with_state)
        names[count++] = columns[FIRST_COLUMNS + 1];
    return count;
}

int cmd_tokens(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    gboolean with_lemma = FALSE, with_compound = FALSE, with_state = FALSE;
    const GOptionEntry own[] = {
        { "lemma", 0, 0, G_OPTION_ARG_NONE, &with_lemma, N_("fill in the lemma"), NULL },
        { "compound", 0, 0, G_OPTION_ARG_NONE, &with_compound,
          N_("add the parts of compounds"), NULL },
        { "state", 0, 0, G_OPTION_ARG_NONE, &with_state,
          N_("add whether the word is stated, negated, unclear, wished, quoted or of "
             "others"),
          NULL },
        { "plain", 0, 0, G_OPTION_ARG_NONE, &inputs.plain,
          N_("take the file as one text: no turns, no repair"), NULL },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY | FILE…]",
                   N_("List words, sentences and lemmas"), own, &exit))
        return exit;
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, false);
    if (!study)
        return cli_finish(cli);

    const char *names[G_N_ELEMENTS(columns)];
    size_t count = chosen_columns(with_compound, with_state, names);
    lyh_lexicon *lexicon = lyh_study_lexicon(study);
    lyh_compounds *compounds = with_compound ? lyh_study_compounds(study) : NULL;
    g_autoptr(lyh_states) states =
        with_state ? lyh_states_new(lyh_study_vocabulary(study)) : NULL;
    g_autoptr(cli_rows) rows = rows_new(cli, names, count);
    token_walk listing = { study, rows, with_lemma, compounds, states };
    if (rows && lyh_study_walk(study, LYH_WHICH_NONE, write_tokens, &listing, cli->diags,
                               &cli->error)) {
        if (with_lemma || with_compound)
            cli_warn_without_dictionary(cli, lexicon);
        rows_close(g_steal_pointer(&rows));
    }
    return cli_finish(cli);
}
