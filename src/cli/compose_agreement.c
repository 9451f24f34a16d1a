#include "compose.h"

#include <math.h>
#include <stdlib.h>

/* With fewer documents an interval is not to be taken at its word. */
#define FEW_DOCUMENTS 20

/*
 * The codes α is lowest and highest for, and the range of the share alike. Only codes that stand in
 * enough documents for an interval: two coders who both saw the one place there is agree perfectly,
 * and it says nothing.
 */
typedef struct agreement_range {
    size_t low, high;        /* codes, or LYH_NONE */
    double share, share_top; /* NAN: no code has one */
    size_t seldom;           /* other codes that somebody used */
} agreement_range;

/* Put nowhere by anybody, a code is agreed on in every sentence. */
static bool is_unused(const lyh_agreed *of)
{
    return isnan(of->alpha) && of->share >= 1;
}

static void widen(agreement_range *range, const lyh_agreed *agreed, size_t code)
{
    const lyh_agreed *of = &agreed[code];
    if (isnan(of->alpha) || isnan(of->interval.low)) {
        range->seldom += !is_unused(of);
        return;
    }
    if (range->low == LYH_NONE || of->alpha < agreed[range->low].alpha)
        range->low = code;
    if (range->high == LYH_NONE || of->alpha > agreed[range->high].alpha)
        range->high = code;
    range->share = isnan(range->share) ? of->share : fmin(range->share, of->share);
    range->share_top =
        isnan(range->share_top) ? of->share : fmax(range->share_top, of->share);
}

static agreement_range range_of(const report_material *material)
{
    agreement_range range = { LYH_NONE, LYH_NONE, NAN, NAN, 0 };
    for (size_t code = 0; code < material->facts->codebook.codes; code++)
        widen(&range, material->facts->agreement.agreed, code);
    return range;
}

/* 0.4231 as "0,42" in Swedish; what has no value as "–". g_free(). */
static char *shown(const report_material *material, double value)
{
    lyh_cell cell =
        isnan(value) ? lyh_cell_not_asked() : lyh_cell_decimal(llround(value * 100), 2);
    return lyh_cell_shown(&cell, material->cli->catalog);
}

/* A share with one decimal, half up: 0.9932 as "99,3 %". g_free(). */
static char *percent(const report_material *material, double share)
{
    lyh_cell cell = lyh_cell_percent(llround(share * 1000), 1);
    return lyh_cell_shown(&cell, material->cli->catalog);
}

/* "0,42 (respekt; intervall 0,20 till 0,61)" g_free(). */
static char *alpha_of(const report_material *material, size_t code)
{
    const lyh_agreed *of = &material->facts->agreement.agreed[code];
    g_autofree char *alpha = shown(material, of->alpha);
    g_autofree char *low = shown(material, of->interval.low);
    g_autofree char *high = shown(material, of->interval.high);
    return g_strdup_printf(
        tr(material, "%s (%s; interval %s to %s)"), alpha,
        lyh_codebook_code(lyh_study_codebook(material->study), code)->label, low, high);
}

static void add_range(const report_material *material, const agreement_range *range,
                      GString *text)
{
    g_autofree char *least = percent(material, range->share);
    g_autofree char *most = percent(material, range->share_top);
    g_autofree char *low = alpha_of(material, range->low);
    g_autofree char *high = alpha_of(material, range->high);
    compose_sentence(
        text,
        tr(material,
           "They agree on %1$s to %2$s of the sentences, theme by theme. Most sentences "
           "are "
           "about no theme, so chance alone gives much of that: α (Krippendorff 2011), in "
           "which 0 is chance and 1 perfect agreement, goes from %3$s to %4$s. The "
           "intervals "
           "are of 95 per cent, from samples of whole transcripts."),
        least, most, low, high);
}

static void add_cautions(const report_material *material, const agreement_range *range,
                         GString *text)
{
    const fact_agreement *told = &material->facts->agreement;
    size_t documents = lyh_agreement_document_count(told->agreement);
    if (documents < FEW_DOCUMENTS)
        compose_sentence(text,
                         tr(material, "With few transcripts, here %zu, they come out "
                                      "too narrow rather than too wide."),
                         documents);
    if (range->seldom > 0)
        compose_sentence(text,
                         tr(material, "Codes that were used too seldom for an interval, "
                                      "and are not among these: %zu."),
                         range->seldom);
    if (told->silent > 0)
        compose_sentence(
            text,
            tr(material, "Where one coder has no coding in a transcript and another has, "
                         "it is taken as read and without finds (times: %zu)."),
            told->silent);
}

void compose_agreement(const report_material *material, lyh_report *report)
{
    const fact_agreement *told = &material->facts->agreement;
    if (!told->agreement) {
        lyh_report_own(report,
                       tr(material, "How far coders agree has not been measured: the "
                                    "study has no codings by two coders, each for "
                                    "themselves."));
        return;
    }
    const agreement_range range = range_of(material);
    g_autoptr(GString) text = g_string_new(NULL);
    compose_sentence(
        text,
        tr(material,
           "The own codings of %zu coders were compared, sentence by sentence: %zu "
           "sentences in %zu transcripts."),
        lyh_agreement_coder_count(told->agreement),
        lyh_agreement_unit_count(told->agreement, false),
        lyh_agreement_document_count(told->agreement));
    if (range.low != LYH_NONE)
        add_range(material, &range, text);
    add_cautions(material, &range, text);
    lyh_report_own(report, text->str);
}

/* The table of lyhord agree without the codes that nobody used: they agree on all of nothing. */
static lyh_table *table_of_used(const agree_view *view, const lyh_agreed *agreed)
{
    lyh_table *table = agree_table(view, agreed);
    lyh_table *used = lyh_table_new(lyh_table_name(table));
    size_t columns = lyh_table_column_count(table);
    for (size_t i = 0; i < columns; i++)
        lyh_table_add_column(used, lyh_table_column_name(table, i),
                             lyh_table_heading(table, i));
    for (lyh_table_part part = 0; part < LYH_TABLE_PART_COUNT; part++)
        lyh_table_set_part(used, part, lyh_table_part_text(table, part));
    for (size_t code = 0; code < lyh_table_row_count(table); code++) {
        size_t row = is_unused(&agreed[code]) ? LYH_NONE : lyh_table_add_row(used);
        for (size_t i = 0; row != LYH_NONE && i < columns; i++)
            lyh_table_set_cell(used, row, i, *lyh_table_cell(table, code, i));
    }
    lyh_table_free(table);
    return used;
}

void compose_agreement_table(const report_material *material, lyh_report *report)
{
    const fact_agreement *told = &material->facts->agreement;
    if (!told->agreement)
        return;
    lyh_cli for_people = *material->cli;
    for_people.format = FORMAT_TEXT;
    const agree_view view = { .cli = &for_people,
                              .agreement = told->agreement,
                              .codebook = lyh_study_codebook(material->study),
                              .unit = LYH_AGREE_SENTENCE };
    lyh_report_heading(report, 1, tr(material, "Agreement by code"));
    lyh_report_own(report,
                   tr(material,
                      "κ is a measure of the same kind as α (Cohen 1960). All sentences "
                      "count, also those nobody has coded; codes that nobody used are left "
                      "out. The intervals rest on 1 000 samples, with the seed 1."));
    lyh_report_table(report, table_of_used(&view, told->agreed));
}
