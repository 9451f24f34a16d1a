/* Quotes as a report shows them: who speaks, whether a person has chosen them, and who says otherwise. */
#include "compose.h"

void compose_quote(const report_material *material, lyh_report *report,
                   const lyh_quote *quote, const char *label)
{
    if (!quote->is_proposed) {
        lyh_report_quote(report, quote->text, label);
        return;
    }
    const char *speaker = label ? label : tr(material, "Participant");
    g_autofree char *marked =
        g_strdup_printf(tr(material, "%s (chosen by the program)"), speaker);
    lyh_report_quote(report, quote->text, marked);
}

static const lyh_quote *quote_of(const report_material *material, size_t code,
                                 lyh_polarity polarity, const GArray *used)
{
    size_t count;
    const lyh_quote *quotes = lyh_quotes_of(material->quotes, code, &count);
    for (size_t i = 0; i < count; i++) {
        bool is_used = false;
        for (guint k = 0; k < used->len; k++)
            is_used |= g_array_index(used, size_t, k) == quotes[i].order;
        if (quotes[i].polarity == polarity && !is_used)
            return &quotes[i];
    }
    return NULL;
}

const lyh_quote *compose_quote_for(const report_material *material, size_t code,
                                   lyh_polarity polarity, GArray *used)
{
    const lyh_codebook *book = lyh_study_codebook(material->study);
    const lyh_quote *found = quote_of(material, code, polarity, used);
    for (size_t below = 0; !found && below < lyh_codebook_count(book); below++)
        if (below != code && lyh_codebook_is_within(book, below, code))
            found = quote_of(material, below, polarity, used);
    if (found)
        g_array_append_val(used, found->order);
    return found;
}

static lyh_polarity side_of_most(const report_material *material, size_t code)
{
    return lyh_tally_persons(material->tally, code, LYH_MEASURE_PLUS) >=
                   lyh_tally_persons(material->tally, code, LYH_MEASURE_MINUS)
               ? LYH_PLUS
               : LYH_MINUS;
}

static bool is_other_side(lyh_polarity polarity, lyh_polarity most)
{
    return polarity != LYH_NEUTRAL && polarity != most;
}

/* Those that say as most do, or those that say otherwise. */
static void add_side(const report_material *material, lyh_report *report, size_t code,
                     bool is_other, bool is_introduced)
{
    lyh_polarity most = side_of_most(material, code);
    bool is_begun = false;
    size_t count;
    const lyh_quote *quotes = lyh_quotes_of(material->quotes, code, &count);
    for (size_t i = 0; i < count; i++) {
        if (is_other_side(quotes[i].polarity, most) != is_other)
            continue;
        if (is_introduced && !is_begun)
            lyh_report_own(report, tr(material, "There are those who say otherwise:"));
        is_begun = true;
        g_autofree char *speaker = speaker_of(material, &quotes[i]);
        compose_quote(material, report, &quotes[i], speaker);
    }
}

static bool has_both_sides(const report_material *material, size_t code)
{
    bool has[2] = { false, false };
    size_t count;
    const lyh_quote *quotes = lyh_quotes_of(material->quotes, code, &count);
    for (size_t i = 0; i < count; i++)
        has[is_other_side(quotes[i].polarity, side_of_most(material, code))] = true;
    return has[0] && has[1];
}

void compose_quotes(const report_material *material, lyh_report *report, size_t code)
{
    bool has_both = has_both_sides(material, code);
    add_side(material, report, code, false, false);
    add_side(material, report, code, true, has_both);
}
