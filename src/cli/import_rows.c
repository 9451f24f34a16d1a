#include <stdlib.h>
#include <string.h>

#include "import.h"

/* ---- do the texts fit? ---- */

static size_t transcript_called(const import_plan *plan, const char *name)
{
    for (size_t i = 0; i < lyh_study_file_count(plan->study); i++) {
        char *own = lyh_ingest_name(lyh_study_file(plan->study, i));
        bool is_it = strcmp(own, name) == 0;
        free(own);
        if (is_it)
            return i;
    }
    return LYH_NONE;
}

/* A row's hash tells which text it was coded in: none is as one typed by hand. */
static bool has_other_text(const lyh_csv *csv, const import_text *text)
{
    size_t document = lyh_csv_find(csv, "document|dokument");
    size_t hash = lyh_csv_find(csv, "text_sha256");
    const char *own = lyh_document_hash(text->document);
    for (size_t i = 0; i < lyh_csv_row_count(csv); i++) {
        char *name = lyh_id_clean(lyh_csv_cell(csv, i, document));
        bool is_it = strcmp(name, lyh_document_name(text->document)) == 0;
        free(name);
        const char *told = lyh_csv_cell(csv, i, hash);
        if (is_it && *told && g_ascii_strcasecmp(told, own) != 0)
            return true;
    }
    return false;
}

static bool complain_of_missing(const import_plan *plan, const char *name)
{
    lyh_diags_error(plan->cli->diags, "import-document", lyh_place_file(plan->name),
                    "the study has no transcript '%s', which codings are of; put it in "
                    "transcripts/ first",
                    name);
    return false;
}

static bool complain_of_text(const import_plan *plan, const char *name)
{
    lyh_diags_error(plan->cli->diags, "import-text", lyh_place_file(plan->name),
                    "the codings of '%s' were made in another text than the study's, and "
                    "would not fit; both need the same transcript",
                    name);
    return false;
}

/* ---- a set of codings ---- */

static void take_codings(import_plan *plan, const lyh_codings *codings, const char *set,
                         size_t text)
{
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        lyh_coding coding = *lyh_codings_at(codings, i);
        bool is_open = coding.status == LYH_SUGGESTED;
        const char *coder = *coding.coder ? coding.coder : set;
        plan->open += is_open;
        coding.coder = g_string_chunk_insert_const(plan->strings, coding.coder);
        coding.rule = g_string_chunk_insert_const(plan->strings, coding.rule);
        if (!is_open)
            import_add_coding(plan, coder, text, coding);
    }
}

/* One that another file's codings were of already. */
static size_t text_called(const import_plan *plan, const char *name)
{
    for (guint i = 0; i < plan->texts->len; i++) {
        const import_text *text = plan->texts->pdata[i];
        if (text->document && strcmp(lyh_document_name(text->document), name) == 0)
            return i;
    }
    return LYH_NONE;
}

static bool take_document(import_plan *plan, const lyh_codings_file *file,
                          const lyh_csv *csv, const char *set, const char *name)
{
    size_t index = transcript_called(plan, name);
    if (index == LYH_NONE)
        return complain_of_missing(plan, name);
    size_t text = text_called(plan, name);
    if (text == LYH_NONE)
        text = import_add_text(plan, index);
    if (text == LYH_NONE)
        return false;
    const import_text *there = plan->texts->pdata[text];
    if (has_other_text(csv, there))
        return complain_of_text(plan, name);
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    if (!lyh_codings_file_anchor(file, there->document, there->tokens, codings,
                                 plan->cli->diags))
        return false;
    take_codings(plan, codings, set, text);
    return true;
}

bool import_rows(import_plan *plan, const char *path)
{
    lyh_cli *cli = plan->cli;
    plan->codebook = lyh_study_codebook(plan->study);
    if (!cli_has_codebook(cli, plan->study))
        return false;
    lyh_csv *csv = lyh_csv_open(path, cli->diags, &cli->error);
    g_autoptr(lyh_csv) shown = csv ? lyh_csv_open(path, cli->diags, &cli->error) : NULL;
    g_autoptr(lyh_codings_file) file =
        csv ? lyh_codings_file_read(csv, plan->codebook, cli->diags) : NULL;
    if (!file || !shown) {
        if (!file)
            lyh_csv_free(csv);
        return false;
    }
    char *set = lyh_ingest_name(path);
    bool is_fine = true;
    for (size_t i = 0; i < lyh_codings_file_document_count(file); i++)
        is_fine &=
            take_document(plan, file, shown, set, lyh_codings_file_document(file, i));
    free(set);
    return is_fine;
}
