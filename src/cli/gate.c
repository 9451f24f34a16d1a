#include "gate.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/study/scan.h>

/* Where a text stands; a figure or report has no file yet that could be named. */
typedef struct standing {
    const char *what; /* msgid: "a quote" */
    size_t block;     /* of the report, from 1; 0: it has no number */
    bool is_prose;    /* a paragraph, where the method names its sources */
    bool is_table;    /* whose codes and columns are called as user names are: per_1000 */
    bool is_ours;     /* the program's words: unit, source, notes; a figure */
} standing;

typedef struct gatekeeper {
    lyh_cli *cli;
    lyh_study_scan *scan;
    /* target, folded as decisions.csv is -> stopping: each is told of once */
    GHashTable *stopped;
    GPtrArray *order; /* the same, as they were met */
    size_t flags[LYH_FINDING_KINDS];
} gatekeeper;

/* What stops it, wherever it stands; the first place is told. */
typedef struct stopping {
    char *target;
    lyh_finding finding;
    standing first;
    size_t places;
} stopping;

static void free_stopping(void *data)
{
    stopping *found = data;
    free(found->target);
    g_free(found);
}

static gatekeeper *gate_open(lyh_cli *cli, lyh_study *study)
{
    lyh_study_scan *scan = lyh_study_scan_new(study, cli->diags, &cli->error);
    if (!scan)
        return NULL;
    gatekeeper *opened = g_new0(gatekeeper, 1);
    opened->cli = cli;
    opened->scan = scan;
    opened->stopped = g_hash_table_new_full(g_str_hash, g_str_equal, free, free_stopping);
    opened->order = g_ptr_array_new();
    return opened;
}

/*
 * "(Braun and Clarke 2006)": those who wrote the books on the method are named because they wrote
 * them. Nobody else is: a definition or a question is people's own text in a paragraph too.
 */
static bool is_citation(const char *text, const lyh_finding *finding)
{
    static const char *const authors[] = {
        "Armitage", "Braun",        "Clarke",   "Cochran",     "Cohen",  "Cramér", "Fisher",
        "Holm",     "Krippendorff", "MacQueen", "Sandelowski", "Wilson", "Woolf",  NULL
    };
    g_autofree char *name = g_strndup(text + finding->start, finding->end - finding->start);
    if (!g_strv_contains(authors, name))
        return false;
    const char *open = g_strrstr_len(text, (gssize)finding->start, "(");
    const char *close = strchr(text + finding->end, ')');
    if (finding->kind != LYH_FINDING_NAME || !open || !close ||
        memchr(open, ')', finding->start - (size_t)(open - text)))
        return false;
    g_autofree char *inside = g_strndup(open, (size_t)(close - open));
    return g_regex_match_simple("\\b(19|20)[0-9]{2}\\b", inside, 0, 0);
}

/* A word with an underscore: a user name perhaps, but in a table a code or a column. */
static bool is_name_of_code(const lyh_finding *finding)
{
    return finding->kind == LYH_FINDING_HANDLE && finding->confidence == LYH_CONFIDENCE_LOW;
}

/* A bare number, 185 of 640 or 28.9: perhaps a sum or a day, but in a table a count and a share. */
static bool is_count(const lyh_finding *finding)
{
    return finding->confidence == LYH_CONFIDENCE_LOW &&
           (finding->kind == LYH_FINDING_SUM || finding->kind == LYH_FINDING_DATE);
}

/* A word written small, perhaps a name: in talk; in our own words below a table or in a figure it is none. */
static bool is_small_word(const lyh_finding *finding, const char *text)
{
    return finding->kind == LYH_FINDING_NAME && finding->confidence == LYH_CONFIDENCE_LOW &&
           g_unichar_islower(g_utf8_get_char(text + finding->start));
}

static void stop(gatekeeper *keeper, const lyh_finding *finding, const char *text,
                 const standing *place)
{
    char *target = lyh_finding_target(finding, text);
    char *key = lyh_text_fold(target, strlen(target), NULL);
    stopping *found = g_hash_table_lookup(keeper->stopped, key);
    if (found) {
        free(key);
        free(target);
    } else {
        found = g_new0(stopping, 1);
        *found = (stopping){ target, *finding, *place, 0 };
        g_hash_table_insert(keeper->stopped, key, found);
        g_ptr_array_add(keeper->order, found);
    }
    found->places++;
}

/* The words, and how decisions.csv would name them, only for those who ask to see them. */
static void tell(const gatekeeper *keeper, const stopping *found)
{
    lyh_cli *cli = keeper->cli;
    const lyh_finding *finding = &found->finding;
    g_autofree char *target =
        cli->shows_text ? g_strdup_printf(": '%s'", found->target) : g_strdup("");
    g_autofree char *number =
        found->first.block > 0
            ? g_strdup_printf(lyh_tr(cli->messages, ", block %zu"), found->first.block)
            : g_strdup("");
    lyh_diags_error(
        cli->diags, "release-stopped", lyh_place_none(),
        "what is to leave holds what looks like personal data: %s (%s; %s; places: "
        "%zu)%s; the first is %s%s; replace it where it comes from, "
        "or accept it by name in decisions.csv with a reason",
        lyh_tr(cli->messages, lyh_finding_name(finding->kind)),
        lyh_tr(cli->messages, lyh_confidence_name(finding->confidence)),
        lyh_tr(cli->messages, finding->why), found->places, target,
        lyh_tr(cli->messages, found->first.what), number);
}

static void look(gatekeeper *keeper, const char *text, standing place)
{
    size_t count = 0;
    g_autofree lyh_finding *findings =
        text ? lyh_study_scan_find(keeper->scan, text, strlen(text), &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        lyh_verdict verdict = lyh_study_scan_judge(keeper->scan, &findings[i], text, true);
        if (verdict == LYH_VERDICT_FLAG)
            keeper->flags[findings[i].kind]++;
        else if (verdict == LYH_VERDICT_STOPS &&
                 !(place.is_prose && is_citation(text, &findings[i])) &&
                 !(place.is_table &&
                   (is_name_of_code(&findings[i]) || is_count(&findings[i]))) &&
                 !(place.is_ours && is_small_word(&findings[i], text)))
            stop(keeper, &findings[i], text, &place);
    }
}

static void look_at_table(gatekeeper *keeper, const lyh_table *table, standing place)
{
    place.is_table = true;
    standing note = place;
    note.is_ours = true;
    /* What a caption names of the study stands in a heading or a column too. */
    look(keeper, lyh_table_part_text(table, LYH_TABLE_TITLE), note);
    for (int part = LYH_TABLE_TITLE + 1; part < LYH_TABLE_PART_COUNT; part++)
        look(keeper, lyh_table_part_text(table, (lyh_table_part)part), note);
    note.is_prose = true;
    for (size_t i = 0; i < lyh_table_note_count(table); i++)
        if (!lyh_catalog_has(lyh_catalog_for("sv"), lyh_table_note(table, i)))
            look(keeper, lyh_table_note(table, i), note); /* not the program's alone */
    for (size_t column = 0; column < lyh_table_column_count(table); column++) {
        look(keeper, lyh_table_heading(table, column), place);
        look(keeper, lyh_table_column_name(table, column), place);
        for (size_t row = 0; row < lyh_table_row_count(table); row++) {
            const lyh_cell *cell = lyh_table_cell(table, row, column);
            if (cell->kind == LYH_CELL_TEXT)
                look(keeper, cell->text, place);
        }
    }
}

/*
 * An alternative text sets numbers right after labels, and "Rum 5 av 12" is no room. Only what ends an entry of
 * its list is a number of ours.
 */
static char *without_counts(const char *alt)
{
    g_autoptr(GRegex) counts =
        g_regex_new(" \\d{1,7}( (av|of) \\d{1,7})?(?=, |\\.|$)", 0, 0, NULL);
    return g_regex_replace_literal(counts, alt, -1, 0, " ..", 0, NULL);
}

static void look_at_figure(gatekeeper *keeper, const lyh_display *figure, standing place)
{
    g_autofree char *alt = without_counts(lyh_display_description(figure));
    look(keeper, lyh_display_title(figure), place);
    place.is_ours =
        true; /* what people wrote of it, names of codes, is looked at in its table */
    place.is_table = true; /* what it draws is a table's, bare numbers too */
    look(keeper, alt, place);
    for (size_t i = 0; i < lyh_display_count(figure); i++)
        if (lyh_display_at(figure, i)->kind == LYH_ITEM_TEXT)
            look(keeper, lyh_display_at(figure, i)->text, place);
}

static const char *name_of(lyh_block_kind kind)
{
    switch (kind) {
    case LYH_BLOCK_HEADING:
        return N_("a heading");
    case LYH_BLOCK_ITEM:
        return N_("an item of a list");
    case LYH_BLOCK_QUOTE:
        return N_("a quote");
    case LYH_BLOCK_TABLE:
        return N_("a table");
    case LYH_BLOCK_FIGURE:
        return N_("a figure");
    default:
        return N_("a paragraph");
    }
}

static void look_at_block(gatekeeper *keeper, const lyh_block *block, size_t number)
{
    standing place = { .what = name_of(block->kind),
                       .block = number,
                       .is_prose = block->kind == LYH_BLOCK_PARAGRAPH };
    if (block->is_own)
        return; /* the scan knows Swedish talk, and takes our English and our counts for names and sums */
    look(keeper, block->text, place);
    look(keeper, block->label, place);
    if (block->kind == LYH_BLOCK_TABLE)
        look_at_table(keeper, block->table, place);
    if (block->kind == LYH_BLOCK_FIGURE)
        look_at_figure(keeper, block->figure, place);
}

/* What the title page and the file's properties hold. */
static void look_at_info(gatekeeper *keeper, const lyh_report_info *info)
{
    look(keeper, info->title, (standing){ .what = N_("the title") });
    look(keeper, info->subtitle, (standing){ .what = N_("the subtitle") });
    look(keeper, info->commissioner, (standing){ .what = N_("the commissioner") });
    look(keeper, info->date, (standing){ .what = N_("the date") });
    look(keeper, info->status, (standing){ .what = N_("the status line") });
}

static bool gate_close(gatekeeper *keeper)
{
    lyh_cli *cli = keeper->cli;
    for (guint i = 0; i < keeper->order->len; i++)
        tell(keeper, keeper->order->pdata[i]);
    for (size_t kind = 0; kind < LYH_FINDING_KINDS; kind++)
        if (keeper->flags[kind] > 0)
            lyh_diags_note(
                cli->diags, "release-flag", lyh_place_none(),
                "what is to leave tells of this kind of thing: %s (%zu times); see that "
                "nobody is pointed out by it",
                lyh_tr(cli->messages, lyh_finding_name((lyh_finding_kind)kind)),
                keeper->flags[kind]);
    bool lets = keeper->order->len == 0;
    g_ptr_array_unref(keeper->order);
    g_hash_table_unref(keeper->stopped);
    lyh_study_scan_free(keeper->scan);
    g_free(keeper);
    return lets || lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, "");
}

/* Blocks of what lies beside the report have no number: people look for it in the report first. */
static void look_at_report(gatekeeper *keeper, const lyh_report *report, bool is_numbered)
{
    look_at_info(keeper, lyh_report_info_of(report));
    for (size_t i = 0; i < lyh_report_block_count(report); i++)
        look_at_block(keeper, lyh_report_block(report, i), is_numbered ? i + 1 : 0);
}

bool gate_lets_reports(lyh_cli *cli, lyh_study *study, const lyh_report *const *reports,
                       size_t count)
{
    gatekeeper *keeper = gate_open(cli, study);
    if (!keeper)
        return false;
    lyh_study_scan_make_public(keeper->scan, lyh_report_info_of(reports[0])->date);
    for (size_t i = 0; i < count; i++)
        look_at_report(keeper, reports[i], i == 0);
    return gate_close(keeper);
}

bool gate_lets_figure(lyh_cli *cli, lyh_study *study, const lyh_display *figure)
{
    gatekeeper *keeper = gate_open(cli, study);
    if (!keeper)
        return false;
    look_at_figure(keeper, figure, (standing){ .what = N_("the figure") });
    return gate_close(keeper);
}

bool gate_lets_table(lyh_cli *cli, lyh_study *study, const lyh_table *table)
{
    gatekeeper *keeper = gate_open(cli, study);
    if (!keeper)
        return false;
    look_at_table(keeper, table, (standing){ .what = N_("the table") });
    return gate_close(keeper);
}
