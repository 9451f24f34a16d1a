#include "rows.h"

static const char *const columns[] = { "document", "turn",  "sentence", "start",
                                       "end",      "token", "lemma" };

typedef struct token_walk {
    lyh_study *study;
    cli_rows *rows;
    bool with_lemma;
} token_walk;

static void write_sentence(const token_walk *listing, const lyh_visit *visit, size_t number)
{
    const lyh_document *document = visit->document;
    const lyh_sentence *sentence = &lyh_tokens_sentences(visit->tokens)[number];
    for (uint32_t i = sentence->first; i < sentence->end; i++) {
        const lyh_token *token = &lyh_tokens_all(visit->tokens)[i];
        rows_text(listing->rows, lyh_document_name(document));
        rows_number(listing->rows, sentence->turn + 1);
        rows_number(listing->rows, number + 1);
        rows_number(listing->rows, lyh_document_character(document, token->start));
        rows_number(listing->rows, lyh_document_character(document, token->end));
        rows_bytes(listing->rows, lyh_document_text(document) + token->start,
                   token->end - token->start);
        bool has_lemma = listing->with_lemma && token->flags & LYH_TOKEN_WORD;
        rows_text(listing->rows,
                  has_lemma
                      ? lyh_lexicon_lemma(lyh_study_lexicon(listing->study), token->type)
                      : "");
    }
}

static bool write_tokens(void *user, const lyh_visit *visit)
{
    const token_walk *listing = user;
    for (size_t i = 0; i < lyh_tokens_sentence_count(visit->tokens); i++)
        write_sentence(listing, visit, i);
    return true;
}

int cmd_tokens(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    gboolean with_lemma = FALSE;
    const GOptionEntry own[] = {
        { "lemma", 0, 0, G_OPTION_ARG_NONE, &with_lemma, N_("fill in the lemma"), NULL },
        { "plain", 0, 0, G_OPTION_ARG_NONE, &inputs.plain,
          N_("take the file as one text: no turns, no repair"), NULL },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY | FILE…]",
                   N_("List words, sentences and lemmas"), own, &exit))
        return exit;
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, false);
    g_autoptr(cli_rows) rows = study ? rows_new(cli, columns, G_N_ELEMENTS(columns)) : NULL;
    token_walk listing = { study, rows, with_lemma };
    if (rows && lyh_study_walk(study, LYH_WHICH_NONE, write_tokens, &listing, cli->diags,
                               &cli->error)) {
        if (with_lemma)
            cli_warn_without_dictionary(cli, lyh_study_lexicon(study));
        rows_close(g_steal_pointer(&rows));
    }
    return cli_finish(cli);
}
