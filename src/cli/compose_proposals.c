#include "compose.h"

#include <lyhord/codebook/outline.h>

enum { COLUMN_THEME, COLUMN_PROPOSAL, COLUMN_GROUND, COLUMN_RESPONSIBLE };

/* "3 av 12 önskade något; 8 av 12 beskrev brister" */
static char *ground_of(const report_material *material, size_t code)
{
    size_t base = lyh_tally_base(material->tally);
    size_t wish = lyh_tally_persons(material->tally, code, LYH_MEASURE_WISH);
    size_t minus = lyh_tally_persons(material->tally, code, LYH_MEASURE_MINUS);
    GString *text = g_string_new(NULL);
    if (wish > 0)
        g_string_append_printf(text, tr(material, "%zu of %zu wished for something"), wish,
                               base);
    if (minus > 0)
        g_string_append_printf(text, "%s", wish > 0 ? "; " : "");
    if (minus > 0)
        g_string_append_printf(text, tr(material, "%zu of %zu described shortcomings"),
                               minus, base);
    if (text->len == 0)
        g_string_append_printf(text, tr(material, "%zu of %zu took it up"),
                               lyh_tally_persons(material->tally, code, LYH_MEASURE_ANY),
                               base);
    return g_string_free(text, FALSE);
}

static void add_row(const report_material *material, lyh_table *table,
                    const lyh_quote *proposal)
{
    const lyh_code *theme =
        lyh_codebook_code(lyh_study_codebook(material->study), proposal->code);
    g_autofree char *ground = ground_of(material, proposal->code);
    size_t row = lyh_table_add_row(table);
    lyh_table_set_cell(table, row, COLUMN_THEME, lyh_cell_text(theme->label));
    lyh_table_set_cell(table, row, COLUMN_PROPOSAL, lyh_cell_text(proposal->text));
    lyh_table_set_cell(table, row, COLUMN_GROUND, lyh_cell_text(ground));
    lyh_table_set_cell(table, row, COLUMN_RESPONSIBLE, lyh_cell_text(""));
}

static lyh_table *new_table(const report_material *material)
{
    lyh_table *table = lyh_table_new("proposals");
    lyh_table_add_column(table, "theme", tr(material, "Theme"));
    lyh_table_add_column(table, "proposal", tr(material, "Proposal"));
    lyh_table_add_column(table, "ground", tr(material, "Ground"));
    lyh_table_add_column(table, "responsible", tr(material, "Responsible"));
    lyh_table_set_part(table, LYH_TABLE_TITLE,
                       tr(material, "Proposals of those who took part"));
    lyh_table_set_part(table, LYH_TABLE_UNIT, tr(material, "persons"));
    return table;
}

static void add_proposals(const report_material *material, const GArray *codes,
                          lyh_table *table)
{
    for (guint i = 0; i < codes->len; i++) {
        size_t count;
        const lyh_quote *proposals =
            lyh_proposals_of(material->quotes, g_array_index(codes, size_t, i), &count);
        for (size_t k = 0; k < count; k++)
            add_row(material, table, &proposals[k]);
    }
}

/* Themes of wishes that nobody marked a proposal for: "väntan (3 av 12)". */
static char *wishes_without(const report_material *material, const GArray *codes)
{
    const lyh_codebook *codebook = lyh_study_codebook(material->study);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < codes->len; i++) {
        size_t count, code = g_array_index(codes, size_t, i);
        size_t wish = lyh_tally_persons(material->tally, code, LYH_MEASURE_WISH);
        lyh_proposals_of(material->quotes, code, &count);
        if (wish == 0 || count > 0)
            continue;
        g_string_append_printf(text, "%s%s (", text->len ? ", " : "",
                               lyh_codebook_code(codebook, code)->label);
        g_string_append_printf(text, tr(material, "%zu of %zu"), wish,
                               lyh_tally_base(material->tally));
        g_string_append(text, ")");
    }
    return g_string_free(text, text->len == 0);
}

void compose_proposals(const report_material *material, lyh_report *report)
{
    g_autoptr(GArray) codes = codes_in_outline(material);
    g_autofree char *others = wishes_without(material, codes);
    lyh_table *table = new_table(material);
    add_proposals(material, codes, table);
    if (lyh_table_row_count(table) == 0 && !others) {
        lyh_table_free(table);
        return;
    }
    lyh_report_heading(report, 1, tr(material, "Proposals"));
    lyh_report_own(report,
                   tr(material, "What those who took part want changed, in their own "
                                "words. Who is responsible is for you to fill in."));
    if (lyh_table_row_count(table) > 0) {
        lyh_study_label(material->study, table, material->counts, material->with_suggested);
        lyh_report_table(report, table);
    } else {
        lyh_table_free(table);
    }
    if (others) {
        g_autofree char *text = g_strdup_printf(
            tr(material, "Wishes were also put into words about: %s."), others);
        lyh_report_own(report, text);
    }
}
