#include <lyhord/report/numbers.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/stats/rounding.h>
#include <lyhord/stats/wording.h>

#include "numbers_names.h"
#include "numbers_words.h"
#include "printed.h"

/* So many persons try the whole verbal scale. */
#define SCALE_BASE 24

typedef struct number_checker {
    const lyh_report *report;
    const lyh_catalog *catalog;
    tabled_labels labels;
    GPtrArray *scale; /* folded words of the verbal scale, owned, the longest first */
    GRegex *counts;
    GRegex *percents;
    GRegex *spelled;
    GRegex *singles;
    GArray *faults; /* lyh_unfounded */
    /* the place that is looked at */
    size_t block;
    char *section; /* folded heading above it */
    bool is_note;  /* under a table: of all that was asked, whatever the heading */
} number_checker;

static void list_scale(number_checker *checker)
{
    for (size_t count = 1; count <= SCALE_BASE; count++) {
        const char *words = lyh_share_in_words(checker->catalog, count, SCALE_BASE);
        g_ptr_array_add(checker->scale, tabled_fold(words));
    }
    g_ptr_array_sort(checker->scale, tabled_longest_first);
}

/* ---- what it says ---- */

static void add_fault(number_checker *checker, lyh_unfounded_kind kind, char *text)
{
    const lyh_unfounded fault = {
        kind, checker->block, lyh_report_block(checker->report, checker->block)->is_typed,
        text
    };
    g_array_append_val(checker->faults, fault);
}

static bool is_among(const GPtrArray *named, const char *key, bool is_percent)
{
    for (guint i = 0; i < named->len; i++) {
        const tabled_numbers *numbers = g_ptr_array_index(named, i);
        if (g_hash_table_contains(is_percent ? numbers->percents : numbers->counts, key))
            return true;
    }
    return false;
}

/* What is printed of what the heading above names; NULL: it names nothing of the kind. */
static const tabled_numbers *numbers_of_section(const number_checker *checker)
{
    const tabled_numbers *section =
        checker->section ? g_hash_table_lookup(checker->labels.by_label, checker->section)
                         : NULL;
    return section && tabled_has_any(section) ? section : NULL;
}

static bool is_typed(const number_checker *checker)
{
    return lyh_report_block(checker->report, checker->block)->is_typed;
}

static bool is_printed(const number_checker *checker, const sentence *s,
                       const GPtrArray *named, size_t at, const char *key)
{
    const tabled_numbers *before = names_before(&checker->labels, s, at);
    if (before)
        return g_hash_table_contains(before->counts, key);
    if (named->len > 0)
        return is_among(named, key, false);
    const tabled_numbers *section = numbers_of_section(checker);
    if (!section && is_typed(checker))
        return true; /* "7 av 9 nummer": people count other things too */
    bool is_of_any = !section || checker->is_note;
    return (section && g_hash_table_contains(section->counts, key)) ||
           (is_of_any && g_hash_table_contains(checker->labels.all.counts, key));
}

/* Digits alone: thousands are parted by spaces. */
static int64_t number_at(const GMatchInfo *match, int group)
{
    g_autofree char *shown = g_match_info_fetch(match, group);
    g_autoptr(GString) digits = g_string_new(NULL);
    for (const char *p = shown; *p; p++)
        if (g_ascii_isdigit(*p))
            g_string_append_c(digits, *p);
    return g_ascii_strtoll(digits->str, NULL, 10);
}

/* "de flesta (9 av 12)": the words right before a number in brackets are those of the scale. */
static void check_words(number_checker *checker, const sentence *s, size_t at,
                        int64_t count, int64_t base, const char *shown)
{
    if (at <= s->start || s->text[at - 1] != '(' || count < 0 || count > base)
        return;
    const char *right = lyh_share_in_words(checker->catalog, (size_t)count, (size_t)base);
    g_autofree char *wanted = right ? tabled_fold(right) : NULL;
    for (guint i = 0; i < checker->scale->len; i++) {
        const char *words = g_ptr_array_index(checker->scale, i);
        if (!names_end_with(s->text, s->start, at, words))
            continue;
        if (g_strcmp0(words, wanted) != 0)
            add_fault(checker, LYH_UNFOUNDED_WORDS,
                      g_strdup_printf("%s (%s)", words, shown));
        return;
    }
}

static void check_counts(number_checker *checker, const sentence *s, const GPtrArray *named)
{
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match_full(checker->counts, s->text, (gssize)s->end, (gint)s->start, 0, &match,
                       NULL);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        int start;
        g_match_info_fetch_pos(match, 0, &start, NULL);
        int64_t count = number_at(match, 1), base = number_at(match, 2);
        g_autofree char *shown = g_match_info_fetch(match, 0);
        g_autofree char *key =
            g_strdup_printf("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, count, base);
        check_words(checker, s, (size_t)start, count, base, shown);
        if (!is_printed(checker, s, named, (size_t)start, key))
            add_fault(checker, LYH_UNFOUNDED_NUMBER, g_steal_pointer(&shown));
    }
}

/* Is @number printed of @numbers, as a count (of anything) or, where @as_base, as what counts are of? */
static bool has_number(const tabled_numbers *numbers, int64_t number, bool as_base)
{
    GHashTableIter counts;
    void *key;
    g_hash_table_iter_init(&counts, numbers->counts);
    while (g_hash_table_iter_next(&counts, &key, NULL)) {
        const char *base = strchr(key, '/') + 1;
        if ((!as_base && g_ascii_strtoll(key, NULL, 10) == number) ||
            g_ascii_strtoll(base, NULL, 10) == number)
            return true;
    }
    return false;
}

/* Digits, or a number in letters; -1: neither. */
static int64_t number_told(const GMatchInfo *match, int group)
{
    g_autofree char *shown = g_match_info_fetch(match, group);
    return g_ascii_isdigit(shown[0]) ? number_at(match, group)
                                     : number_in_words(shown, strlen(shown));
}

static bool is_a_base(const number_checker *checker, const GPtrArray *named, int64_t base)
{
    for (guint i = 0; i < named->len; i++)
        if (has_number(g_ptr_array_index(named, i), base, true))
            return true;
    const tabled_numbers *section = named->len == 0 ? numbers_of_section(checker) : NULL;
    return section && has_number(section, base, true);
}

/*
 * "Nio av tolv". Letters stand in many phrases that count other things ("en av två vägar"), so they are looked at
 * where what is named has a number of so many.
 */
static void check_spelled(number_checker *checker, const sentence *s,
                          const GPtrArray *named)
{
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match_full(checker->spelled, s->text, (gssize)s->end, (gint)s->start, 0, &match,
                       NULL);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        int start;
        g_match_info_fetch_pos(match, 0, &start, NULL);
        int64_t count = number_told(match, 1), base = number_told(match, 2);
        g_autofree char *key =
            g_strdup_printf("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, count, base);
        g_autofree char *first = g_match_info_fetch(match, 1);
        g_autofree char *second = g_match_info_fetch(match, 2);
        bool is_spelled = !g_ascii_isdigit(first[0]) || !g_ascii_isdigit(second[0]);
        if (is_spelled && count > 0 && base > 0 && is_a_base(checker, named, base) &&
            !is_printed(checker, s, named, (size_t)start, key))
            add_fault(checker, LYH_UNFOUNDED_NUMBER, g_match_info_fetch(match, 0));
    }
}

/* "9 beskrev något som fungerar": under a theme's heading the program tells numbers of that theme alone. */
static void check_singles(number_checker *checker, const sentence *s)
{
    const tabled_numbers *section = numbers_of_section(checker);
    lyh_block_kind kind = lyh_report_block(checker->report, checker->block)->kind;
    g_autoptr(GMatchInfo) match = NULL;
    if (!section || is_typed(checker) || kind != LYH_BLOCK_PARAGRAPH)
        return;
    g_regex_match_full(checker->singles, s->text, (gssize)s->end, (gint)s->start, 0, &match,
                       NULL);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL))
        if (!has_number(section, number_at(match, 1), false))
            add_fault(checker, LYH_UNFOUNDED_NUMBER, g_match_info_fetch(match, 0));
}

/* The per cent of any count that is printed of what is named, rounded as tables do. No table has so many
 * decimals as somebody may type. */
static bool is_rounded(const GPtrArray *named, const char *shown, unsigned decimals)
{
    enum { MOST_DECIMALS = 6 };
    for (guint i = 0; decimals <= MOST_DECIMALS && i < named->len; i++) {
        const tabled_numbers *numbers = g_ptr_array_index(named, i);
        GHashTableIter counts;
        void *key;
        g_hash_table_iter_init(&counts, numbers->counts);
        while (g_hash_table_iter_next(&counts, &key, NULL)) {
            int64_t count = g_ascii_strtoll(key, NULL, 10);
            int64_t base = g_ascii_strtoll(strchr(key, '/') + 1, NULL, 10);
            if (base <= 0 || count > base)
                continue;
            g_autofree char *percent =
                tabled_percent(lyh_ratio(count, base, 100, decimals), decimals);
            if (strcmp(percent, shown) == 0)
                return true;
        }
    }
    return false;
}

static void check_percents(number_checker *checker, const sentence *s,
                           const GPtrArray *named)
{
    g_autoptr(GMatchInfo) match = NULL;
    if (named->len == 0)
        return;
    g_regex_match_full(checker->percents, s->text, (gssize)s->end, (gint)s->start, 0,
                       &match, NULL);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *shown = g_match_info_fetch(match, 1);
        g_strdelimit(shown, ".", ',');
        const char *comma = strchr(shown, ',');
        if (!is_among(named, shown, true) &&
            !is_rounded(named, shown, comma ? (unsigned)strlen(comma + 1) : 0))
            add_fault(checker, LYH_UNFOUNDED_NUMBER, g_match_info_fetch(match, 0));
    }
}

/* One past the sign that ends the sentence at @start: one before white space, not within a number. */
static size_t end_of_sentence(const char *text, size_t start)
{
    size_t at = start;
    while (text[at] && !(strchr(".!?;\n", text[at]) &&
                         (text[at + 1] == ' ' || !text[at + 1] || text[at] == '\n')))
        at++;
    return text[at] ? at + 1 : at;
}

static void check_text(number_checker *checker, const char *text)
{
    if (!text || !*text)
        return;
    char *folded = lyh_text_fold(text, strlen(text), NULL);
    for (size_t start = 0, end; folded[start]; start = end) {
        end = end_of_sentence(folded, start);
        const sentence s = { folded, start, end };
        g_autoptr(GPtrArray) named = names_in(&checker->labels, &s);
        check_counts(checker, &s, named);
        check_percents(checker, &s, named);
        check_spelled(checker, &s, named);
        check_singles(checker, &s);
    }
    free(folded);
}

static void check_figure(number_checker *checker, const lyh_display *figure)
{
    if (!lyh_display_has_finding(figure))
        add_fault(checker, LYH_UNFOUNDED_FINDING, g_strdup(lyh_display_title(figure)));
    check_text(checker, lyh_display_title(figure));
    check_text(checker, lyh_display_description(figure));
    for (size_t i = 0; i < lyh_display_count(figure); i++)
        if (lyh_display_at(figure, i)->kind == LYH_ITEM_TEXT)
            check_text(checker, lyh_display_at(figure, i)->text);
}

static void check_note(number_checker *checker, const lyh_table *table)
{
    g_autofree char *note = lyh_printed_table_note(table, checker->catalog);
    checker->is_note = true;
    check_text(checker, note);
    checker->is_note = false;
}

static void check_block(number_checker *checker, const lyh_block *block)
{
    g_autofree char *words = lyh_printed_text(checker->report, checker->block);
    if (block->kind == LYH_BLOCK_HEADING) {
        g_free(checker->section);
        checker->section = tabled_fold(block->text);
    }
    if (block->kind != LYH_BLOCK_QUOTE)
        check_text(checker, words);
    if (block->kind == LYH_BLOCK_FIGURE)
        check_figure(checker, block->figure);
    if (block->kind == LYH_BLOCK_TABLE)
        check_note(checker, block->table);
}

/* ---- all of it ---- */

static void checker_init(number_checker *checker, const lyh_report *report)
{
    static const char counts[] = "(?<![\\d,.])(\\d[\\d\u00A0\u202F]*)[ \u00A0](?:av|of)[ "
                                 "\u00A0](?:de |dem |the )?(\\d[\\d\u00A0\u202F]*)";
    static const char percents[] = "(?<![\\d,.–-])(\\d+(?:[,.]\\d+)?)[ \u00A0\u202F]?%";
    static const char spelled[] =
        "(?<![\\w,.-])([\\p{L}-]+|\\d+)[ \u00A0](?:av|of)[ \u00A0](?:de "
        "|dem |the )?([\\p{L}-]+|\\d+)(?![\\w-])";
    static const char singles[] = "(?<![\\w,.:–-])(\\d[\\d\u00A0\u202F]*) (?!(?:av|of) "
                                  "(?:de |dem |the )?\\d)\\p{L}+";
    *checker = (number_checker){ .report = report,
                                 .catalog = lyh_report_info_of(report)->catalog };
    checker->scale = g_ptr_array_new_with_free_func(g_free);
    checker->counts = g_regex_new(counts, G_REGEX_OPTIMIZE, 0, NULL);
    checker->percents = g_regex_new(percents, G_REGEX_OPTIMIZE, 0, NULL);
    checker->spelled = g_regex_new(spelled, G_REGEX_OPTIMIZE, 0, NULL);
    checker->singles = g_regex_new(singles, G_REGEX_OPTIMIZE, 0, NULL);
    checker->faults = g_array_new(FALSE, FALSE, sizeof(lyh_unfounded));
}

/* Leaves what it found. */
static void checker_clear(number_checker *checker)
{
    tabled_labels_clear(&checker->labels);
    g_ptr_array_unref(checker->scale);
    g_regex_unref(checker->counts);
    g_regex_unref(checker->percents);
    g_regex_unref(checker->spelled);
    g_regex_unref(checker->singles);
    g_free(checker->section);
}

lyh_unfounded *lyh_report_unfounded(const lyh_report *report, const lyh_known_count *known,
                                    size_t known_count, size_t *count)
{
    number_checker checker;
    checker_init(&checker, report);
    tabled_labels_read(&checker.labels, report, known, known_count);
    list_scale(&checker);
    for (size_t i = 0; i < lyh_report_block_count(report); i++) {
        checker.block = i;
        check_block(&checker, lyh_report_block(report, i));
    }
    checker_clear(&checker);
    *count = checker.faults->len;
    return (lyh_unfounded *)(void *)g_array_free(checker.faults, FALSE);
}

void lyh_unfounded_free(lyh_unfounded *faults, size_t count)
{
    for (size_t i = 0; faults && i < count; i++)
        g_free(faults[i].text);
    g_free(faults);
}
