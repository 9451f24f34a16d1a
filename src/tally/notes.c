#include "tally_private.h"

/* What a figure of @measure counts. */
static const char *unit_of(const lyh_catalog *catalog, lyh_measure measure)
{
    switch (measure) {
    case LYH_MEASURE_PLUS:
        return lyh_tr(catalog, "persons who said something good about the theme");
    case LYH_MEASURE_MINUS:
        return lyh_tr(catalog, "persons who said something critical about the theme");
    case LYH_MEASURE_NEUTRAL:
        return lyh_tr(catalog, "persons who spoke of the theme without judging");
    case LYH_MEASURE_WISH:
        return lyh_tr(catalog, "persons who wished for something within the theme");
    case LYH_MEASURE_ANY:
    case LYH_MEASURE_COUNT:
        break;
    }
    return lyh_tr(catalog, "persons who took up the theme");
}

static void set_base(const tally_parts *parts, lyh_table *table)
{
    const lyh_catalog *catalog = parts->view->catalog;
    size_t base = tally_part_base(parts, 0);
    g_autoptr(GString) text = g_string_new(NULL);
    if (parts->is_hidden)
        g_string_printf(text, lyh_tr(catalog, "fewer than %zu persons"),
                        parts->view->threshold);
    else
        g_string_printf(text, lyh_trn(catalog, "%zu person", "%zu persons", base), base);
    for (size_t part = 1; part < parts->count; part++)
        g_string_append_printf(text, "%s%s %zu", part == 1 ? ": " : ", ",
                               tally_part_name(parts, part), tally_part_base(parts, part));
    lyh_table_set_part(table, LYH_TABLE_BASE, text->str);
}

static void note_merged(const tally_parts *parts, lyh_table *table)
{
    for (size_t part = 1; part < parts->count; part++) {
        if (!tally_part_is_merged(parts, part))
            continue;
        g_autofree char *note = g_strdup_printf(
            lyh_tr(parts->view->catalog,
                   "%s: %zu persons together, because no group of fewer than %zu is shown "
                   "on its own."),
            tally_part_name(parts, part), tally_part_base(parts, part),
            parts->view->threshold);
        lyh_table_add_note(table, note);
    }
}

static void note_hidden(const tally_parts *parts, bool has_hidden, lyh_table *table)
{
    const lyh_catalog *catalog = parts->view->catalog;
    if (parts->is_hidden)
        lyh_table_add_note(
            table, lyh_tr(catalog, "The figures (..) are hidden: there are too few persons "
                                   "for anything to be shown about them."));
    else if (has_hidden)
        lyh_table_add_note(table,
                           lyh_tr(catalog,
                                  "Figures (..) are hidden where they would tell something "
                                  "about every person of a small group."));
}

static void note_how_to_read(const lyh_catalog *catalog, lyh_table *table)
{
    lyh_table_add_note(table,
                       lyh_tr(catalog, "Each person counts once, however often they came "
                                       "back to the theme."));
    lyh_table_add_note(table, lyh_tr(catalog, "That a person did not bring a theme up does "
                                              "not mean that they are satisfied with it."));
}

/* Neither persons nor what they mean: what is said of the theme is not looked at. */
static void label_any_state(const lyh_catalog *catalog, lyh_table *table)
{
    lyh_table_set_part(table, LYH_TABLE_UNIT,
                       lyh_tr(catalog, "places where a rule of the theme meets"));
    lyh_table_add_note(
        table,
        lyh_tr(catalog, "Every place where a rule meets is counted, whatever is said of "
                        "it: what somebody asks, wishes or tells of others too. These "
                        "are numbers of words, not of what people think."));
}

static void label_said(const tally_parts *parts, lyh_measure measure, lyh_table *table)
{
    const lyh_catalog *catalog = parts->view->catalog;
    lyh_table_set_part(table, LYH_TABLE_UNIT, unit_of(catalog, measure));
    if (!parts->view->is_brief)
        note_how_to_read(catalog, table);
}

void tally_label(const tally_parts *parts, lyh_measure measure, bool has_hidden,
                 lyh_table *table)
{
    set_base(parts, table);
    if (parts->tally->options.any_state)
        label_any_state(parts->view->catalog, table);
    else
        label_said(parts, measure, table);
    note_merged(parts, table);
    note_hidden(parts, has_hidden, table);
}

/* Under ten, all of a group is nearly one person. */
#define FEW 10

bool tally_tells_all(const tally_parts *parts, const tally_sum *sums, lyh_measure measure,
                     const bool *hidden)
{
    if (measure != LYH_MEASURE_MINUS)
        return false;
    for (size_t part = 0; part < parts->count; part++) {
        size_t base = tally_part_base(parts, part);
        size_t persons = sums[part * LYH_MEASURE_COUNT + measure].persons;
        bool is_none = part > 0 && persons == 0 && sums[measure].persons > 0;
        if (!hidden[part] && base < FEW && (persons == base || is_none))
            return true;
    }
    return false;
}

void tally_note_all(const tally_parts *parts, lyh_table *table)
{
    lyh_table_add_note(table,
                       lyh_tr(parts->view->catalog,
                              "Of a group of fewer than ten persons all, or none, said "
                              "something critical: that tells of each of them. Think of "
                              "who will read it before it is handed on."));
}
