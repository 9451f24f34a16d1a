#include <math.h>
#include <stdlib.h>

#include <lyhord/coding/expansion.h>

#include "../coding/autoptr.h"
#include "codebook.h"

/* Words of each kind a code is offered, unless somebody asks for more or fewer. */
#define USUAL_LIMIT 10
#define LIMIT_MAX 100000

/* Decimals of G² and of the log ratio. */
#define DECIMALS 2

/* Where Debian's mythes-sv lies. */
#define USUAL_THESAURUS "/usr/share/mythes/th_sv_SE_v2"

typedef struct expand_work {
    lyh_cli *cli;
    lyh_study *study;
    const lyh_codebook *codebook;
    lyh_expansion *expansion;
    lyh_thesaurus *thesaurus; /* NULL: not installed */
    size_t code;              /* LYH_NONE: all */
    size_t limit;
    bool with_unsaid;
} expand_work;

static void expand_work_clear(expand_work *work)
{
    lyh_expansion_free(work->expansion);
    lyh_thesaurus_free(work->thesaurus);
    lyh_study_free(work->study);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(expand_work, expand_work_clear)

static const char *thesaurus_path(void)
{
    const char *named = g_getenv("LYHORD_THESAURUS");
    return named ? named : USUAL_THESAURUS;
}

/* ---- what is gathered ---- */

static bool add_document(void *user, const lyh_visit *visit)
{
    expand_work *work = user;
    return lyh_expansion_add(work->expansion, visit->document, visit->tokens,
                             visit->codings, work->cli->diags);
}

static bool is_asked_for(const expand_work *work, size_t code)
{
    return work->code == LYH_NONE || work->code == code;
}

/* Without a single decision there is nothing to learn words from; a code without one is only told of. */
static bool has_decisions(const expand_work *work)
{
    g_autoptr(GString) without = g_string_new(NULL);
    size_t coded = 0;
    for (size_t i = 0; i < lyh_codebook_count(work->codebook); i++) {
        if (!is_asked_for(work, i))
            continue;
        if (lyh_expansion_statements(work->expansion, i) > 0)
            coded++;
        else
            g_string_append_printf(without, "%s%s", without->len > 0 ? ", " : "",
                                   lyh_codebook_code(work->codebook, i)->name);
    }
    if (coded == 0)
        lyh_diags_error(work->cli->diags, "expand-undecided", lyh_place_none(),
                        "words are proposed from what people have coded or accepted, and "
                        "there is nothing of that (%s); code some interviews first, or go "
                        "through the suggestions that lyhord code writes",
                        without->str);
    else if (without->len > 0)
        lyh_diags_note(work->cli->diags, "expand-undecided", lyh_place_none(),
                       "nobody has coded anything with these, so only synonyms of their "
                       "indicators are proposed: %s",
                       without->str);
    return coded > 0;
}

static bool gather(expand_work *work)
{
    lyh_cli *cli = work->cli;
    const lyh_matcher_options options = { .clock = cli_clock };
    work->expansion =
        lyh_expansion_new(work->codebook, lyh_study_vocabulary(work->study),
                          lyh_study_lexicon(work->study), &options, cli->diags);
    return work->expansion &&
           lyh_study_walk(work->study, LYH_WHICH_PEOPLE, add_document, work, cli->diags,
                          &cli->error) &&
           has_decisions(work);
}

/* ---- what is shown ---- */

static bool is_for_scripts(const expand_work *work)
{
    return work->cli->format == FORMAT_CSV || work->cli->format == FORMAT_JSON;
}

/* What a screen and a page have room for is marked; scripts get all. */
static bool is_shown(const expand_work *work, bool is_for_people)
{
    return is_for_people || is_for_scripts(work);
}

static void add_columns(const expand_work *work, lyh_table *table)
{
    const struct {
        const char *name, *heading;
        bool is_for_people;
    } columns[] = {
        { "code", lyh_trc(work->cli->catalog, "heading", "code"), true },
        { "word", lyh_trc(work->cli->catalog, "heading", "word"), true },
        { "source", lyh_trc(work->cli->catalog, "heading", "found"), true },
        { "of", lyh_trc(work->cli->catalog, "heading", "synonym of"), true },
        { "persons", lyh_trc(work->cli->catalog, "heading", "persons"), true },
        { "documents", lyh_trc(work->cli->catalog, "heading", "documents"), false },
        { "statements", lyh_trc(work->cli->catalog, "heading", "statements"), true },
        { "inside", lyh_trc(work->cli->catalog, "heading", "there"), true },
        { "inside_words", lyh_trc(work->cli->catalog, "heading", "of words"), false },
        { "rest", lyh_trc(work->cli->catalog, "heading", "in the rest"), true },
        { "rest_words", lyh_trc(work->cli->catalog, "heading", "of words"), false },
        { "g2", "G²", true },
        { "log_ratio", lyh_trc(work->cli->catalog, "heading", "log ratio"), true },
        { "document", lyh_trc(work->cli->catalog, "heading", "document"), true },
        { "turn", lyh_trc(work->cli->catalog, "heading", "turn"), true },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        if (is_shown(work, columns[i].is_for_people))
            lyh_table_add_column(table, columns[i].name, columns[i].heading);
}

static lyh_cell measured(double value)
{
    return isnan(value)
               ? lyh_cell_not_asked()
               : lyh_cell_decimal((int64_t)llround(value * pow(10, DECIMALS)), DECIMALS);
}

/* For scripts the fixed word; for people theirs. */
static const char *source_told(const expand_work *work, lyh_proposal_source source)
{
    const lyh_catalog *catalog = work->cli->catalog;
    if (is_for_scripts(work))
        return lyh_proposal_source_name(source);
    switch (source) {
    case LYH_PROPOSAL_KEYNESS:
        return lyh_trc(catalog, "proposal", "coded");
    case LYH_PROPOSAL_NEAR:
        return lyh_trc(catalog, "proposal", "near");
    case LYH_PROPOSAL_SYNONYM:
        break;
    }
    return lyh_trc(catalog, "proposal", "synonym");
}

static void add_row(const expand_work *work, lyh_table *table, size_t code,
                    const lyh_proposal *proposal)
{
    const lyh_keyness *counts = &proposal->counts;
    const struct {
        lyh_cell cell;
        bool is_for_people;
    } cells[] = {
        { lyh_cell_text(lyh_codebook_code(work->codebook, code)->name), true },
        { lyh_cell_text(proposal->word), true },
        { lyh_cell_text(source_told(work, proposal->source)), true },
        { lyh_cell_text(proposal->of), true },
        { lyh_cell_count(proposal->persons), true },
        { lyh_cell_count(proposal->documents), false },
        { lyh_cell_count(proposal->statements), true },
        { lyh_cell_count(counts->inside), true },
        { lyh_cell_count(counts->inside_all), false },
        { lyh_cell_count(counts->outside), true },
        { lyh_cell_count(counts->outside_all), false },
        { measured(proposal->g2), true },
        { measured(proposal->log_ratio), true },
        { lyh_cell_text(proposal->document), true },
        { proposal->turn == LYH_NONE ? lyh_cell_empty()
                                     : lyh_cell_count(proposal->turn + 1),
          true },
    };
    size_t row = lyh_table_add_row(table), column = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        if (is_shown(work, cells[i].is_for_people))
            lyh_table_set_cell(table, row, column++, cells[i].cell);
}

static void add_rows(const expand_work *work, lyh_table *table)
{
    for (size_t code = 0; code < lyh_codebook_count(work->codebook); code++) {
        size_t count;
        if (!is_asked_for(work, code))
            continue;
        lyh_proposal *proposals = lyh_expansion_propose(
            work->expansion, code, work->thesaurus, work->limit, work->with_unsaid, &count);
        for (size_t i = 0; i < count; i++)
            add_row(work, table, code, &proposals[i]);
        free(proposals);
    }
}

static void add_notes(const expand_work *work, lyh_table *table)
{
    const lyh_catalog *catalog = work->cli->catalog;
    if (lyh_table_row_count(table) == 0)
        lyh_table_add_note(table,
                           lyh_tr(catalog, "No word is proposed: too little is coded, "
                                           "or the rules have its words already."));
    lyh_table_add_note(
        table,
        lyh_tr(catalog,
               "Coded: commoner in sentences that people coded than in the "
               "rest of what respondents say. Near: the same of the sentence "
               "before and the one after. Only what no rule of the code has yet is "
               "counted; sentences near and of codes below are no part of the rest."));
    /* LYH_EXPANSION_G2 as people write it: a comma in Swedish */
    lyh_table_add_note(
        table,
        lyh_tr(
            catalog,
            "G²: log-likelihood ratio (Dunning 1993), at least 3.84; a sieve, no test: of "
            "hundreds of words some pass by chance. "
            "Log ratio: 1 is twice as common, 2 four times (Hardie 2014); a count of 0 is "
            "taken as 0.5."));
    g_autofree char *persons = g_strdup_printf(
        lyh_tr(catalog, "A word that fewer than %d persons say is never proposed."),
        LYH_EXPANSION_PERSONS);
    lyh_table_add_note(table, persons);
    if (work->thesaurus)
        lyh_table_add_note(table,
                           lyh_tr(catalog,
                                  "Synonyms: from the thesaurus mythes-sv; the persons are "
                                  "those who say the word anywhere."));
    lyh_table_add_note(table,
                       lyh_tr(catalog,
                              "Proposals to judge and try, not results. The codebook is "
                              "not changed. +word: also compounds that end with it; word+: "
                              "that begin with it."));
}

static void tell_of_thesaurus(const expand_work *work)
{
    if (!work->thesaurus)
        lyh_diags_note(work->cli->diags, "thesaurus-missing", lyh_place_none(),
                       "the thesaurus is not installed, so no synonyms are proposed; "
                       "install mythes-sv");
}

static int finish_with_table(const expand_work *work)
{
    lyh_cli *cli = work->cli;
    g_autoptr(lyh_table) table = lyh_table_new("codebook-expand");
    add_columns(work, table);
    add_rows(work, table);
    lyh_table_set_part(table, LYH_TABLE_TITLE,
                       lyh_tr(cli->catalog, "Words to try as indicators"));
    add_notes(work, table);
    tell_of_thesaurus(work);
    if (cli->format == FORMAT_CSV)
        lyh_diags_note(cli->diags, "codebook-expand", lyh_place_none(),
                       "these words are proposals to judge and try; the codebook is not "
                       "changed, and none that fewer than %d persons say is among them",
                       LYH_EXPANSION_PERSONS);
    cli_warn_without_dictionary(cli, lyh_study_lexicon(work->study));
    return cli_finish_with_table(cli, table);
}

/* ---- what is asked for ---- */

static bool take_code(expand_work *work, const char *name)
{
    work->code = name ? lyh_codebook_find(work->codebook, name) : LYH_NONE;
    if (!name || work->code != LYH_NONE)
        return true;
    lyh_diags_error(work->cli->diags, "code-unknown", lyh_place_none(),
                    "'%s' is no code of the codebook; write one as it stands there", name);
    return false;
}

static int expand(expand_work *work, cli_inputs *inputs, const char *code)
{
    lyh_cli *cli = work->cli;
    work->study = cli_study(cli, inputs, true);
    if (!work->study || !cli_has_codebook(cli, work->study))
        return cli_finish(cli);
    work->codebook = lyh_study_codebook(work->study);
    if (!take_code(work, code) || !gather(work))
        return cli_finish(cli);
    work->thesaurus = lyh_thesaurus_open(thesaurus_path());
    return finish_with_table(work);
}

int codebook_expand(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    g_autofree char *code = NULL;
    gint limit = USUAL_LIMIT;
    gboolean all = FALSE;
    const GOptionEntry own[] = {
        { "all", 0, 0, G_OPTION_ARG_NONE, &all,
          N_("also synonyms that nobody in the study says"), NULL },
        { "code", 0, 0, G_OPTION_ARG_FILENAME, &code, N_("for this code only"),
          N_("CODE") },
        { "codebook", 0, 0, G_OPTION_ARG_FILENAME, &inputs.codebook,
          N_("the codebook, instead of the study's"), N_("FILE") },
        { "limit", 0, 0, G_OPTION_ARG_INT, &limit,
          N_("words of each kind for a code, 10 unless said; 0 for all"), "N" },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY]",
                   N_("Propose indicators from what people have coded"), own, &exit))
        return exit;
    if (limit < 0 || limit > LIMIT_MAX)
        return cli_usage(cli, "--limit wants a whole number from 0 to %d", LIMIT_MAX);
    g_auto(expand_work) work = { .cli = cli, .limit = (size_t)limit, .with_unsaid = all };
    return expand(&work, &inputs, code);
}
