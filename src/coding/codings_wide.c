#include <lyhord/coding/codings_csv.h>

#include <stdlib.h>

#include <lyhord/coding/statements.h>

#include "codings_private.h"
#include "order.h"
#include "matching/sentence.h"

/*
 * The columns that people sort and pivot by, after those that we read back.
 */

static const char *const headings[] = { "question", "code_path", "statement" };

static bool is_taken(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(headings); i++)
        if (g_ascii_strcasecmp(headings[i], name) == 0)
            return true;
    return codings_knows_column(name);
}

static void write_cell(lyh_output *output, lyh_csv_style style, const char *text)
{
    lyh_output_text(output, lyh_csv_separator(style));
    lyh_csv_write_text(output, text);
}

bool lyh_codings_write_wide_heading(lyh_output *output, lyh_csv_style style,
                                    const lyh_respondents *respondents)
{
    codings_write_columns(output, style);
    for (size_t i = 0; i < G_N_ELEMENTS(headings); i++)
        write_cell(output, style, headings[i]);
    for (size_t i = 0; i < lyh_respondents_attribute_count(respondents); i++) {
        const char *name = lyh_respondents_attribute(respondents, i);
        g_autofree char *plain =
            g_strconcat(is_taken(name) ? "respondent." : "", name, NULL);
        write_cell(output, style, plain);
    }
    return lyh_output_text(output, lyh_csv_line_end(style));
}

/* ---- statements ---- */

typedef struct wide_writer {
    const codings_writer *narrow;
    const lyh_codings_wide *wide;
    const lyh_tokens *tokens;
    lyh_statement
        *statements; /* by code, polarity, start; those of one kind do not overlap */
    size_t count;
} wide_writer;

static int by_kind(const lyh_statement *one, size_t code, lyh_polarity polarity,
                   size_t start)
{
    int by_code = order(one->code, code);
    int by_polarity = order(one->polarity, polarity);
    return by_code ? by_code : by_polarity ? by_polarity : order(one->start, start);
}

static int by_kind_and_place(const void *one, const void *two)
{
    const lyh_statement *b = two;
    return by_kind(one, b->code, b->polarity, b->start);
}

/* The statement that @coding is part of, or NULL. */
static const lyh_statement *statement_with(const wide_writer *writing,
                                           const lyh_coding *coding)
{
    size_t low = 0, high = writing->count;
    if (!lyh_coding_counts(coding, true))
        return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_kind(&writing->statements[middle], coding->code, coding->polarity,
                    coding->start) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    const lyh_statement *found = low > 0 ? &writing->statements[low - 1] : NULL;
    bool is_it = found && found->code == coding->code &&
                 found->polarity == coding->polarity && found->end >= coding->end;
    return is_it ? found : NULL;
}

/* Whole sentences: what is hit is a word or two, and stands in the column quote already. */
static void write_statement(const wide_writer *writing, const lyh_coding *coding)
{
    const lyh_statement *whole = statement_with(writing, coding);
    size_t first = whole ? whole->start : coding->start;
    size_t last = (whole ? whole->end : coding->end) - 1;
    size_t start, end, unused;
    sentence_span(writing->tokens, sentence_at(writing->tokens, first), &start, &unused);
    sentence_span(writing->tokens, sentence_at(writing->tokens, last), &unused, &end);
    start = MIN(start, first);
    end = MAX(end, last + 1);
    g_autofree char *words =
        g_strndup(lyh_document_text(writing->narrow->document) + start, end - start);
    write_cell(writing->narrow->output, writing->narrow->style, words);
}

/* ---- the rest ---- */

/* From the outermost code down: "bemötande > respekt". */
static char *path_of(const lyh_codebook *codebook, size_t code)
{
    char *path = g_strdup(lyh_codebook_code(codebook, code)->name);
    for (size_t above = lyh_codebook_code(codebook, code)->parent; above != LYH_NONE;
         above = lyh_codebook_code(codebook, above)->parent) {
        char *longer =
            g_strconcat(lyh_codebook_code(codebook, above)->name, " > ", path, NULL);
        g_free(path);
        path = longer;
    }
    return path;
}

/* The number people gave it, else its row. */
static void write_question(const wide_writer *writing, const lyh_coding *coding)
{
    size_t question = lyh_document_turn(writing->narrow->document, coding->turn)->question;
    const char *number = "";
    if (question != LYH_NONE && writing->wide->question)
        number = writing->wide->question(writing->wide->user, question);
    g_autofree char *row =
        question != LYH_NONE ? g_strdup_printf("%zu", question + 1) : g_strdup("");
    write_cell(writing->narrow->output, writing->narrow->style, *number ? number : row);
}

static void write_attributes(const wide_writer *writing, const lyh_coding *coding)
{
    const lyh_respondents *respondents = writing->narrow->respondents;
    for (size_t i = 0; i < lyh_respondents_attribute_count(respondents); i++)
        write_cell(writing->narrow->output, writing->narrow->style,
                   coding->respondent == LYH_NONE
                       ? ""
                       : lyh_respondents_value(respondents, coding->respondent, i));
}

static bool write_coding(const wide_writer *writing, const lyh_coding *coding)
{
    const codings_writer *narrow = writing->narrow;
    g_autofree char *path = path_of(narrow->codebook, coding->code);
    codings_write_row(narrow, coding);
    write_question(writing, coding);
    write_cell(narrow->output, narrow->style, path);
    write_statement(writing, coding);
    write_attributes(writing, coding);
    return lyh_output_text(narrow->output, lyh_csv_line_end(narrow->style));
}

bool lyh_codings_write_wide(lyh_output *output, lyh_csv_style style,
                            const lyh_codings_wide *wide, const lyh_codings *codings,
                            const lyh_document *document, const lyh_tokens *tokens,
                            const lyh_codebook *codebook,
                            const lyh_respondents *respondents)
{
    const codings_writer narrow = { output, style, document, codebook, respondents };
    wide_writer writing = { .narrow = &narrow, .wide = wide, .tokens = tokens };
    bool is_fine = true;
    writing.statements = lyh_statements_from(codings, tokens, true, &writing.count);
    if (writing.statements)
        qsort(writing.statements, writing.count, sizeof *writing.statements,
              by_kind_and_place);
    for (size_t i = 0; i < lyh_codings_count(codings); i++)
        is_fine = write_coding(&writing, lyh_codings_at(codings, i));
    free(writing.statements);
    return is_fine;
}
