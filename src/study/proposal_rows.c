#include "proposal_rows.h"

#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>
#include <lyhord/ingest/ingest.h>

#include "placeholders.h"

static const lyh_csv_column columns[PROPOSAL_COLUMNS] = {
    [PROPOSAL_DOCUMENT] = { "document|dokument", true },
    [PROPOSAL_START] = { "start|början|borjan", true },
    [PROPOSAL_END] = { "end|slut", true },
    [PROPOSAL_CLASS] = { "class|klass", false },
    [PROPOSAL_TEXT] = { "text|ord", true },
    [PROPOSAL_REPLACEMENT] = { "replacement|ersättning|ersattning", true },
    [PROPOSAL_KEEP] = { "keep|behåll|behall", false },
    [PROPOSAL_TEXT_SHA256] = { "text_sha256", false },
};

/* Its lines hold what people said and are called: none is shown under a message. */
bool proposal_rows_read(proposal_rows *rows, const char *path, lyh_diags *diags,
                        lyh_error *error)
{
    *rows = (proposal_rows){ .source = lyh_source_read(path, LYH_SOURCE_TRANSCRIPT, diags,
                                                       error) };
    rows->csv = rows->source ? lyh_csv_read(rows->source, diags) : NULL;
    if (rows->csv &&
        lyh_csv_find_all(rows->csv, columns, PROPOSAL_COLUMNS, true, rows->found, diags))
        return true;
    if (error->kind == LYH_ERROR_NONE)
        lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return false;
}

void proposal_rows_clear(proposal_rows *rows)
{
    lyh_csv_free(rows->csv);
    lyh_source_free(rows->source);
    *rows = (proposal_rows){ 0 };
}

const char *proposal_cell(const proposal_rows *rows, size_t row, size_t column)
{
    return lyh_csv_cell(rows->csv, row, rows->found[column]);
}

lyh_place proposal_place(const proposal_rows *rows, size_t row, size_t column)
{
    return lyh_csv_place(rows->csv, row, rows->found[column]);
}

bool proposal_number(const proposal_rows *rows, size_t row, size_t column, size_t *number)
{
    guint64 read;
    if (!g_ascii_string_to_unsigned(proposal_cell(rows, row, column), 10, 0,
                                    LYH_MAX_TRANSCRIPT, &read, NULL))
        return false;
    *number = (size_t)read;
    return true;
}

/* Is it of a kind for which nothing is proposed? Elsewhere somebody has emptied the replacement. */
static bool is_without_proposal(const proposal_rows *rows, size_t row)
{
    lyh_finding_kind kind;
    return lyh_finding_kind_of(proposal_cell(rows, row, PROPOSAL_CLASS), &kind) &&
           !placeholders_stand_for(kind);
}

proposal_word proposal_says(const proposal_rows *rows, size_t row)
{
    static const char *const no[] = { "0", "nej", "no", NULL };
    static const char *const unsure[] = { PROPOSAL_UNSURE, "?", NULL };
    const char *keep = proposal_cell(rows, row, PROPOSAL_KEEP);
    g_autofree char *folded = lyh_text_fold(keep, strlen(keep), NULL);
    const char *word = g_strstrip(folded);
    if (g_strv_contains(unsure, word))
        return PROPOSAL_IS_UNSURE;
    bool is_empty = *proposal_cell(rows, row, PROPOSAL_REPLACEMENT) == '\0';
    if (*word == '\0' && (!is_empty || is_without_proposal(rows, row)))
        return PROPOSAL_IS_OPEN;
    if (is_empty)
        return PROPOSAL_IS_KEPT;
    return g_strv_contains(no, word) ? PROPOSAL_IS_MADE : PROPOSAL_IS_KEPT;
}

void proposal_write_heading(lyh_output *output, lyh_csv_style style)
{
    const char *s = lyh_csv_separator(style);
    lyh_output_printf(
        output, "%sdocument%sstart%send%sclass%stext%sreplacement%skeep%stext_sha256%s",
        lyh_csv_beginning(style), s, s, s, s, s, s, s, lyh_csv_line_end(style));
}

void proposal_write(lyh_output *output, lyh_csv_style style, const proposal_row *row)
{
    const char *separator = lyh_csv_separator(style);
    lyh_csv_write_text(output, row->document);
    lyh_output_printf(output, "%s%zu%s%zu", separator, row->start, separator, row->end);
    const char *const texts[] = { row->kind, row->text, row->replacement, row->keep,
                                  row->text_sha256 };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        lyh_output_text(output, separator);
        lyh_csv_write_text(output, texts[i]);
    }
    lyh_output_text(output, lyh_csv_line_end(style));
}
