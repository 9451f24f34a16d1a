#include <lyhord/coding/codings_csv.h>

#include "codings_private.h"

static const char *const headings[COLUMN_COUNT] = {
    [COLUMN_DOCUMENT] = "document", [COLUMN_RESPONDENT] = "respondent",
    [COLUMN_TURN] = "turn",         [COLUMN_START] = "start",
    [COLUMN_END] = "end",           [COLUMN_CODE] = "code",
    [COLUMN_POLARITY] = "polarity", [COLUMN_STATE] = "state",
    [COLUMN_TIME] = "time",         [COLUMN_CUE] = "cue",
    [COLUMN_STATUS] = "status",     [COLUMN_CODER] = "coder",
    [COLUMN_RULE] = "rule",         [COLUMN_QUOTE] = "quote",
    [COLUMN_MARK] = "mark",         [COLUMN_HASH] = "text_sha256",
};

void codings_write_columns(lyh_output *output, lyh_csv_style style)
{
    lyh_output_text(output, lyh_csv_beginning(style));
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        lyh_output_text(output, i > 0 ? lyh_csv_separator(style) : "");
        lyh_output_text(output, headings[i]);
    }
}

bool lyh_codings_write_heading(lyh_output *output, lyh_csv_style style)
{
    codings_write_columns(output, style);
    return lyh_output_text(output, lyh_csv_line_end(style));
}

static void write_text(const codings_writer *writing, const char *text)
{
    lyh_csv_write_text(writing->output, text);
    lyh_output_text(writing->output, lyh_csv_separator(writing->style));
}

static void write_number(const codings_writer *writing, size_t number)
{
    lyh_output_printf(writing->output, "%zu%s", number, lyh_csv_separator(writing->style));
}

static void write_span(const codings_writer *writing, size_t start, size_t end)
{
    g_autofree char *words =
        g_strndup(lyh_document_text(writing->document) + start, end - start);
    write_text(writing, words);
}

static void write_place(const codings_writer *writing, const lyh_coding *coding)
{
    bool is_nobodys = coding->respondent == LYH_NONE;
    write_text(writing, lyh_document_name(writing->document));
    write_text(writing, is_nobodys
                            ? ""
                            : lyh_respondents_id(writing->respondents, coding->respondent));
    write_number(writing, coding->turn + 1);
    write_number(writing, lyh_document_character(writing->document, coding->start));
    write_number(writing, lyh_document_character(writing->document, coding->end));
}

static void write_judgement(const codings_writer *writing, const lyh_coding *coding)
{
    write_text(writing, lyh_codebook_code(writing->codebook, coding->code)->name);
    write_text(writing, lyh_polarity_name(coding->polarity));
    write_text(writing, lyh_state_name(coding->state));
    write_text(writing, lyh_time_name(coding->time));
    write_span(writing, coding->cue_start, coding->cue_end);
    write_text(writing, lyh_status_name(coding->status));
    write_text(writing, coding->coder);
    write_text(writing, coding->rule);
}

void codings_write_row(const codings_writer *writing, const lyh_coding *coding)
{
    write_place(writing, coding);
    write_judgement(writing, coding);
    write_span(writing, coding->start, coding->end);
    write_text(writing, lyh_mark_name(coding->mark));
    lyh_output_text(writing->output, lyh_document_hash(writing->document));
}

bool lyh_codings_write(lyh_output *output, lyh_csv_style style, const lyh_codings *codings,
                       const lyh_document *document, const lyh_codebook *codebook,
                       const lyh_respondents *respondents)
{
    codings_writer writing = { output, style, document, codebook, respondents };
    bool is_fine = true;
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        codings_write_row(&writing, lyh_codings_at(codings, i));
        is_fine = lyh_output_text(output, lyh_csv_line_end(style));
    }
    return is_fine;
}
