#include "codebook_stats.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

/* What a screen has room for, on one line and with all the figures: characters of a rule. */
#define RULE_SHOWN 40

/* ---- a row ---- */

static char *overlaps_told(const stats_view *view, size_t index)
{
    size_t count;
    lyh_rule_overlap *overlaps = lyh_rule_uses_overlaps(view->uses, index, &count);
    GString *told = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(told, "%s%s %zu", i > 0 ? " | " : "",
                               lyh_codebook_code(view->codebook, overlaps[i].code)->name,
                               overlaps[i].hits);
    free(overlaps);
    return g_string_free(told, FALSE);
}

/* The codebook's own heading. */
static const char *column_of(const stats_view *view, const lyh_rule_use *use)
{
    const lyh_rule *rule = lyh_codebook_rule(view->codebook, use->code, use->rule);
    const lyh_rule_origin *origin = lyh_rule_where(rule);
    return lyh_csv_heading(origin->csv, origin->column);
}

static lyh_cell line_of(const lyh_rule_use *use)
{
    return lyh_cell_count(lyh_source_line(use->place.source, use->place.start));
}

static const char *covering(const stats_view *view, const lyh_rule_use *use)
{
    return use->shadowed_by == LYH_NONE
               ? ""
               : lyh_rule_uses_at(view->uses, use->shadowed_by).text;
}

/* Per mille of the decided that were accepted, half up; – where nobody has decided. */
static lyh_cell share_accepted(const lyh_rule_use *use)
{
    size_t decided = use->accepted + use->rejected;
    return decided == 0
               ? lyh_cell_not_asked()
               : lyh_cell_percent(
                     (int64_t)((2000 * use->accepted + decided) / (2 * decided)), 1);
}

static void set_cells(lyh_table *table, const lyh_cell *cells, size_t count)
{
    size_t row = lyh_table_add_row(table);
    for (size_t i = 0; i < count; i++)
        lyh_table_set_cell(table, row, i, cells[i]);
}

/* ---- for scripts ---- */

static void add_all_columns(const lyh_catalog *catalog, lyh_table *table)
{
    lyh_table_add_column(table, "code", lyh_trc(catalog, "heading", "code"));
    lyh_table_add_column(table, "column", lyh_trc(catalog, "heading", "column"));
    lyh_table_add_column(table, "line", lyh_trc(catalog, "heading", "line"));
    lyh_table_add_column(table, "rule", lyh_trc(catalog, "heading", "rule"));
    lyh_table_add_column(table, "hits", lyh_trc(catalog, "heading", "hits"));
    lyh_table_add_column(table, "persons", lyh_trc(catalog, "heading", "persons"));
    lyh_table_add_column(table, "documents", lyh_trc(catalog, "heading", "documents"));
    lyh_table_add_column(table, "statements", lyh_trc(catalog, "heading", "statements"));
    lyh_table_add_column(table, "accepted", lyh_trc(catalog, "heading", "accepted"));
    lyh_table_add_column(table, "rejected", lyh_trc(catalog, "heading", "rejected"));
    lyh_table_add_column(table, "undecided", lyh_trc(catalog, "heading", "undecided"));
    lyh_table_add_column(table, "share_accepted",
                         lyh_trc(catalog, "heading", "share accepted"));
    lyh_table_add_column(table, "excepted", lyh_trc(catalog, "heading", "excepted"));
    lyh_table_add_column(table, "shadowed", lyh_trc(catalog, "heading", "shadowed"));
    lyh_table_add_column(table, "shadowed_by", lyh_trc(catalog, "heading", "shadowed by"));
    lyh_table_add_column(table, "overlap", lyh_trc(catalog, "heading", "overlap"));
    lyh_table_add_column(table, "overlap_codes", lyh_trc(catalog, "heading", "with codes"));
}

static void add_whole_row(const stats_view *view, lyh_table *table, size_t index)
{
    const lyh_rule_use found = lyh_rule_uses_at(view->uses, index), *use = &found;
    g_autofree char *overlaps = overlaps_told(view, index);
    bool is_exception = use->column == LYH_RULES_EXCEPT;
    const lyh_cell cells[] = {
        lyh_cell_text(lyh_codebook_code(view->codebook, use->code)->name),
        lyh_cell_text(column_of(view, use)),
        line_of(use),
        lyh_cell_text(use->text),
        lyh_cell_count(use->hits),
        lyh_cell_count(use->persons),
        lyh_cell_count(use->documents),
        is_exception ? lyh_cell_not_asked() : lyh_cell_count(use->statements),
        lyh_cell_count(use->accepted),
        lyh_cell_count(use->rejected),
        lyh_cell_count(use->undecided),
        share_accepted(use),
        lyh_cell_count(use->excepted),
        lyh_cell_count(use->shadowed),
        lyh_cell_text(covering(view, use)),
        lyh_cell_count(use->overlapping),
        lyh_cell_text(overlaps),
    };
    set_cells(table, cells, G_N_ELEMENTS(cells));
}

/* ---- for people ---- */

/* A screen is too narrow for a column of codes: there each code is a line above its rules. */
static bool is_for_screen(const stats_view *view)
{
    return view->cli->format == FORMAT_TEXT;
}

static void add_few_columns(const stats_view *view, lyh_table *table)
{
    const lyh_catalog *catalog = view->cli->catalog;
    if (!is_for_screen(view))
        lyh_table_add_column(table, "code", lyh_trc(catalog, "heading", "code"));
    lyh_table_add_column(table, "rule",
                         is_for_screen(view) ? lyh_trc(catalog, "heading", "code and rule")
                                             : lyh_trc(catalog, "heading", "rule"));
    lyh_table_add_column(table, "line", lyh_trc(catalog, "heading", "line"));
    lyh_table_add_column(table, "hits", lyh_trc(catalog, "heading", "hits"));
    lyh_table_add_column(table, "persons", lyh_trc(catalog, "short heading", "pers."));
    lyh_table_add_column(table, "accepted", lyh_trc(catalog, "heading", "accepted"));
    lyh_table_add_column(table, "excepted", lyh_trc(catalog, "short heading", "exc."));
    lyh_table_add_column(table, "shadowed", lyh_trc(catalog, "heading", "shadowed"));
    lyh_table_add_column(table, "overlap", lyh_trc(catalog, "heading", "meets"));
}

static char *shortened(const char *text)
{
    size_t size = strlen(text);
    if (lyh_text_length(text, size) <= RULE_SHOWN)
        return g_strdup(text);
    g_autofree char *begun = g_strndup(text, lyh_text_offset(text, size, RULE_SHOWN - 1));
    return g_strconcat(begun, "…", NULL);
}

/* The sign tells the column: an exception is not to be taken for a rule. */
static char *rule_shown(const stats_view *view, const lyh_rule_use *use)
{
    static const char *const signs[] = { [LYH_RULES_NEUTRAL] = "0  ",
                                         [LYH_RULES_PLUS] = "+  ",
                                         [LYH_RULES_MINUS] = "−  ",
                                         [LYH_RULES_EXCEPT] = "×  " };
    g_autofree char *text =
        is_for_screen(view) ? shortened(use->text) : g_strdup(use->text);
    return g_strconcat(signs[use->column], text, NULL);
}

static void add_code_line(const stats_view *view, lyh_table *table, size_t code)
{
    const lyh_cell name = lyh_cell_text(lyh_codebook_code(view->codebook, code)->name);
    set_cells(table, &name, 1);
}

static void add_short_row(const stats_view *view, lyh_table *table, size_t index)
{
    const lyh_rule_use use = lyh_rule_uses_at(view->uses, index);
    size_t decided = use.accepted + use.rejected;
    g_autofree char *rule = rule_shown(view, &use);
    const lyh_cell cells[] = {
        lyh_cell_text(lyh_codebook_code(view->codebook, use.code)->name),
        lyh_cell_text(rule),
        line_of(&use),
        lyh_cell_count(use.hits),
        lyh_cell_count(use.persons),
        decided > 0 ? lyh_cell_of(use.accepted, decided) : lyh_cell_not_asked(),
        lyh_cell_count(use.excepted),
        lyh_cell_count(use.shadowed),
        lyh_cell_count(use.overlapping),
    };
    size_t skipped = is_for_screen(view) ? 1 : 0;
    set_cells(table, cells + skipped, G_N_ELEMENTS(cells) - skipped);
}

static void add_short_rows(const stats_view *view, lyh_table *table)
{
    size_t code = LYH_NONE;
    for (size_t i = 0; i < lyh_rule_uses_count(view->uses); i++) {
        const lyh_rule_use use = lyh_rule_uses_at(view->uses, i);
        if (is_for_screen(view) && use.code != code)
            add_code_line(view, table, use.code);
        code = use.code;
        add_short_row(view, table, i);
    }
}

/* ---- what is said of all rules together ---- */

typedef struct stats_counts {
    size_t rules, dead, taken, single;
} stats_counts;

/* Dead: never a match. Taken: matches, and others have them all. Single: in one document only. */
static stats_counts counts_of(const stats_view *view)
{
    stats_counts counts = { .rules = lyh_rule_uses_count(view->uses) };
    for (size_t i = 0; i < counts.rules; i++) {
        lyh_rule_use use = lyh_rule_uses_at(view->uses, i);
        bool is_exception = use.column == LYH_RULES_EXCEPT;
        bool has_matches = use.shadowed + use.excepted > 0 && !is_exception;
        counts.dead += use.hits == 0 && !has_matches;
        counts.taken += use.hits == 0 && has_matches;
        counts.single += use.documents == 1 && view->documents > 1;
    }
    return counts;
}

static void note_counts(const stats_view *view, lyh_table *table)
{
    const lyh_catalog *catalog = view->cli->catalog;
    stats_counts counts = counts_of(view);
    g_autofree char *dead = g_strdup_printf(
        lyh_tr(catalog,
               "Rules: %zu. Without a single match: %zu. Whose matches all went to "
               "other rules of the code or to exceptions: %zu. That find something "
               "in one document only: %zu."),
        counts.rules, counts.dead, counts.taken, counts.single);
    lyh_table_add_note(table, dead);
    if (lyh_rule_uses_lost(view->uses) == 0)
        return;
    g_autofree char *lost = g_strdup_printf(
        lyh_tr(catalog, "Decisions about rules that the codebook does not have, or not in "
                        "that place: %zu."),
        lyh_rule_uses_lost(view->uses));
    lyh_table_add_note(table, lost);
}

static void add_notes(const stats_view *view, lyh_table *table)
{
    const lyh_catalog *catalog = view->cli->catalog;
    note_counts(view, table);
    lyh_table_add_note(
        table,
        lyh_tr(catalog,
               "Hits are suggestions that stand. Excepted: matches that an exception "
               "took; of an exception (×): what it took from others. Shadowed: "
               "matches that a longer or an earlier rule of the same code has. "
               "Meets (overlap): hits that overlap a hit of another code."));
    lyh_table_add_note(
        table, lyh_tr(catalog, "Accepted: of the suggestions of the rule that people have "
                               "decided about, in the files of all coders."));
    lyh_table_add_note(
        table,
        lyh_tr(catalog, "For those who make the codebook: what rules find is no result "
                        "of the study. A rule that finds nothing here is untried, not "
                        "wrong."));
}

static void label(const stats_view *view, lyh_table *table)
{
    const lyh_catalog *catalog = view->cli->catalog;
    g_autofree char *documents =
        g_strdup_printf(lyh_trn(catalog, "%zu document", "%zu documents", view->documents),
                        view->documents);
    g_autofree char *files = g_strdup_printf(
        lyh_trn(catalog, "%zu file of codings", "%zu files of codings", view->files),
        view->files);
    g_autofree char *source = g_strconcat(documents, ", ", files, NULL);
    lyh_table_set_part(table, LYH_TABLE_TITLE,
                       lyh_tr(catalog, "What the rules of the codebook find"));
    lyh_table_set_part(table, LYH_TABLE_UNIT,
                       view->by_indicator ? lyh_tr(catalog, "alternatives of rules")
                                          : lyh_tr(catalog, "rules"));
    lyh_table_set_part(table, LYH_TABLE_SOURCE, source);
    lyh_table_set_part(table, LYH_TABLE_STATUS,
                       lyh_tr(catalog, "machine suggestions, not reviewed"));
}

/* A spreadsheet and SPSS are for computing, as CSV and JSON are. */
static bool is_for_people(const stats_view *view)
{
    return view->cli->format == FORMAT_TEXT || view->cli->format == FORMAT_MARKDOWN ||
           view->cli->format == FORMAT_LATEX;
}

lyh_table *stats_table(const stats_view *view)
{
    lyh_table *table = lyh_table_new("codebook-stats");
    if (is_for_people(view)) {
        add_few_columns(view, table);
        add_short_rows(view, table);
    } else {
        add_all_columns(view->cli->catalog, table);
        for (size_t i = 0; i < lyh_rule_uses_count(view->uses); i++)
            add_whole_row(view, table, i);
    }
    label(view, table);
    add_notes(view, table);
    return table;
}

void stats_tell_notes(const stats_view *view)
{
    stats_counts counts = counts_of(view);
    lyh_diags *diags = view->cli->diags;
    lyh_diags_note(
        diags, "codebook-stats", lyh_place_none(),
        "rules: %zu; without a single match: %zu; whose matches all went to other "
        "rules of the code or to exceptions: %zu; that find something in one "
        "document only: %zu",
        counts.rules, counts.dead, counts.taken, counts.single);
    if (lyh_rule_uses_lost(view->uses) > 0)
        lyh_diags_note(diags, "codebook-stats", lyh_place_none(),
                       "decisions about rules that the codebook does not have, or not in "
                       "that place: %zu",
                       lyh_rule_uses_lost(view->uses));
    lyh_diags_note(
        diags, "codebook-stats", lyh_place_none(),
        "these figures are for those who make the codebook; they are no result of "
        "the study");
}
