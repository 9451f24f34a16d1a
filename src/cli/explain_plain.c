/* Numbers of one code: of everyone or of a group, in a document, of a person. */
#include <string.h>

#include "explain.h"

static bool read_cell(explaining *all, char **words)
{
    return cli_cell_read(&all->cell, all->cli, all->study, lyh_place_none(), words[0]);
}

static bool read_code(explaining *all, char **words)
{
    all->cell = (cli_cell){ .attribute = LYH_NONE, .second = LYH_NONE };
    return explain_read_code(all, words[0], &all->cell.code);
}

const explain_table explain_tally = {
    .name = "tally",
    .arguments = "CODE[.plus|.minus|.neutral|.wish][@ATTRIBUTE=VALUE]",
    .words = 1,
    .read = read_cell,
};

const explain_table explain_persons = {
    .name = "persons",
    .arguments = "CODE[.plus|.minus|.neutral|.wish][@ATTRIBUTE=VALUE]",
    .words = 1,
    .read = read_cell,
};

const explain_table explain_weight = {
    .name = "weight",
    .arguments = "CODE",
    .words = 1,
    .read = read_code,
};

/* ---- the material laid out ---- */

static bool read_code_and_name(explaining *all, char **words)
{
    all->only = words[1];
    return read_code(all, words);
}

static bool say_unknown(const explaining *all)
{
    lyh_diags_error(all->cli->diags, "cell-unknown", lyh_place_none(),
                    "table '%s' has no column '%s'; name it as its heading there is",
                    all->table->name, all->only);
    return lyh_error_set(&all->cli->error, LYH_ERROR_DATA, 0, "");
}

static bool prepare_cases(explaining *all)
{
    const lyh_respondents *respondents = all->people.respondents;
    size_t found = LYH_NONE;
    for (size_t i = 0; i < lyh_respondents_count(respondents); i++)
        if (strcmp(lyh_respondents_id(respondents, i), all->only) == 0 &&
            lyh_tally_has(all->tally, i))
            found = i;
    if (found == LYH_NONE)
        return say_unknown(all);
    for (size_t i = 0; i < lyh_respondents_count(respondents); i++)
        if (i != found)
            explain_people_leave_out(&all->people, i);
    return true;
}

const explain_table explain_cases = {
    .name = "cases",
    .arguments = "CODE RESPONDENT",
    .words = 2,
    .read = read_code_and_name,
    .prepare = prepare_cases,
};

static bool prepare_documents(explaining *all)
{
    for (size_t i = 0; i < lyh_statement_log_document_count(all->log); i++)
        if (strcmp(lyh_statement_log_document(all->log, i), all->only) == 0)
            return true;
    return say_unknown(all);
}

static void judge_documents(const explaining *all, explained *row)
{
    if (row->why == EXPLAIN_COUNTED && strcmp(row->document, all->only) != 0)
        row->why = EXPLAIN_ELSEWHERE;
}

const explain_table explain_documents = {
    .name = "documents",
    .arguments = "CODE DOCUMENT",
    .words = 2,
    .read = read_code_and_name,
    .prepare = prepare_documents,
    .judge = judge_documents,
};
