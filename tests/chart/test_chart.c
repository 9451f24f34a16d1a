#include <math.h>
#include <stdio.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>

#include "../../src/chart/display_private.h"
#include "tables.h"

#define POINTS_PER_MM (72 / 25.4)

static const double widths[] = { 160, 110, 78 };

static lyh_display *chart(const char *kind, const lyh_table *table, double width,
                          size_t column)
{
    const lyh_chart_options options = { .finding = "Nio av tolv har svårt att nå sin "
                                                   "handläggare, och sju når den aldrig",
                                        .catalog = lyh_catalog_for("sv"),
                                        .width = width,
                                        .column = column,
                                        .joint = known_joint };
    return lyh_chart_new(lyh_chart_kind_find(kind), table, &options);
}

typedef void (*check)(const lyh_display *display);

/* The kinds that are rows of marks beside "k av n"; all others are in test_kinds.c. */
static const char *const kinds[] = { "personprickar", "stapel" };

/* Every one of them at every width, of every table it can show. */
static void for_every_figure(check look)
{
    size_t count;
    const char *const *words = long_compounds(&count);
    lyh_table *tables[] = { themes_table(), groups_table(), labels_table(words, count, 12),
                            labels_table(words, count, 40) };
    for (size_t kind = 0; kind < G_N_ELEMENTS(kinds); kind++) {
        for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
            for (size_t t = 0; t < G_N_ELEMENTS(tables); t++) {
                g_autoptr(lyh_display) display =
                    chart(kinds[kind], tables[t], widths[w], 0);
                g_assert_nonnull(display);
                look(display);
            }
        }
    }
    for (size_t t = 0; t < G_N_ELEMENTS(tables); t++)
        lyh_table_free(tables[t]);
}

typedef struct box {
    double left, top, right, bottom;
} box;

/* The line box of Inter: ascender 0.969, descender 0.241 of the size. */
static box box_of(const lyh_item *item)
{
    double left = lyh_item_left(item);
    return (box){ left, item->y - 0.969 * item->size, left + item->width,
                  item->y + 0.241 * item->size };
}

static void assert_texts_inside(const lyh_display *display)
{
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind != LYH_ITEM_TEXT)
            continue;
        box b = box_of(item);
        g_assert_cmpfloat(b.left, >=, -0.05);
        g_assert_cmpfloat(b.top, >=, 0);
        g_assert_cmpfloat(b.right, <=, lyh_display_width(display) + 0.05);
        g_assert_cmpfloat(b.bottom, <=, lyh_display_height(display));
        g_assert_cmpfloat(item->size, >=, 9.5);
    }
}

static void every_text_is_on_the_sheet_and_large_enough(void)
{
    for_every_figure(assert_texts_inside);
}

static bool overlap(box a, box b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

static void assert_no_overlap(const lyh_display *display)
{
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *one = lyh_display_at(display, i);
        for (size_t j = 0; j < i && one->kind == LYH_ITEM_TEXT; j++) {
            const lyh_item *other = lyh_display_at(display, j);
            if (other->kind == LYH_ITEM_TEXT && overlap(box_of(one), box_of(other)))
                g_error("'%s' and '%s' overlap", one->text, other->text);
        }
    }
}

static void no_two_texts_overlap(void)
{
    for_every_figure(assert_no_overlap);
}

static box extent_of(const lyh_item *item)
{
    double r = item->width / 2;
    if (item->kind == LYH_ITEM_MARKER)
        return (box){ item->x - r, item->y - r, item->x + r, item->y + r };
    return (box){ item->x, item->y, item->x + item->width, item->y + item->height };
}

static void assert_marks_clear_of_texts(const lyh_display *display)
{
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *mark = lyh_display_at(display, i);
        if (mark->kind == LYH_ITEM_TEXT)
            continue;
        box b = extent_of(mark);
        g_assert_cmpfloat(b.left, >=, 0);
        g_assert_cmpfloat(b.right, <=, lyh_display_width(display));
        for (size_t j = 0; j < lyh_display_count(display); j++) {
            const lyh_item *text = lyh_display_at(display, j);
            if (text->kind == LYH_ITEM_TEXT && overlap(b, box_of(text)))
                g_error("a mark covers '%s'", text->text);
        }
    }
}

static void no_mark_covers_a_text(void)
{
    for_every_figure(assert_marks_clear_of_texts);
}

/* WCAG 2.1, relative luminance and contrast ratio, against white. */
static double channel(uint32_t byte)
{
    double c = byte / 255.0;
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double contrast(uint32_t colour)
{
    double luminance = 0.2126 * channel(colour >> 16) +
                       0.7152 * channel((colour >> 8) & 0xFF) +
                       0.0722 * channel(colour & 0xFF);
    return 1.05 / (luminance + 0.05);
}

static void assert_contrast(const lyh_display *display)
{
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        double least = item->kind == LYH_ITEM_TEXT ? 4.5 : 3.0;
        g_assert_true(item->fill != LYH_NO_COLOUR || item->stroke != LYH_NO_COLOUR);
        if (item->fill != LYH_NO_COLOUR)
            g_assert_cmpfloat(contrast(item->fill), >=, least);
        if (item->stroke != LYH_NO_COLOUR)
            g_assert_cmpfloat(contrast(item->stroke), >=, least);
    }
}

static void texts_and_marks_stand_out_from_white(void)
{
    g_assert_cmpfloat_with_epsilon(contrast(0x000000), 21, 0.001);
    g_assert_cmpfloat_with_epsilon(contrast(0x767676), 4.54, 0.01);
    for_every_figure(assert_contrast);
}

/* "9 av 12" in the order of the sheet. */
static GArray *printed_counts(const lyh_display *display)
{
    GArray *counts = g_array_new(FALSE, FALSE, sizeof(int));
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        int number[2];
        char rest;
        if (item->kind == LYH_ITEM_TEXT &&
            sscanf(item->text, "%d av %d%c", &number[0], &number[1], &rest) == 2)
            g_array_append_vals(counts, number, 2);
    }
    return counts;
}

static void assert_same_bytes(const void *one, size_t one_size, const void *other,
                              size_t other_size)
{
    g_assert_cmpuint(one_size, ==, other_size);
    g_assert_true(memcmp(one, other, one_size) == 0);
}

static void printed_numbers_are_those_of_the_table(void)
{
    static const int expected[] = { 11, 12, 9, 12, 8, 12, 7, 12, 5, 12, 3, 12, 0, 12 };
    lyh_table *table = themes_table();
    for (size_t kind = 0; kind < G_N_ELEMENTS(kinds); kind++) {
        g_autoptr(lyh_display) display = chart(kinds[kind], table, 0, 0);
        g_autoptr(GArray) counts = printed_counts(display);
        assert_same_bytes(counts->data, counts->len * sizeof(int), expected,
                          sizeof expected);
    }
    lyh_table_free(table);
}

static void bars_begin_at_zero_and_are_in_proportion(void)
{
    static const double expected[] = { 11, 9, 8, 7, 5, 3 };
    lyh_table *table = themes_table();
    g_autoptr(lyh_display) display = chart("stapel", table, 0, 0);
    double zero = -1;
    double everyone = -1;
    size_t bars = 0;
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind == LYH_ITEM_RECT && item->fill == LYH_NO_COLOUR)
            everyone = item->width;
    }
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind != LYH_ITEM_RECT)
            continue;
        zero = zero < 0 ? item->x : zero;
        g_assert_cmpfloat(item->x, ==, zero);
        g_assert_cmpfloat(item->height, ==, 16);
        if (item->fill == LYH_NO_COLOUR)
            continue;
        g_assert_cmpfloat_with_epsilon(item->width, everyone * expected[bars] / 12, 0.02);
        bars++;
    }
    g_assert_cmpuint(bars, ==, 6); /* none for zero */
    lyh_table_free(table);
}

static void rows_of_bars_are_twenty_seven_points_apart(void)
{
    lyh_table *table = themes_table();
    g_autoptr(lyh_display) display = chart("stapel", table, 0, 0);
    double last = -1;
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind != LYH_ITEM_RECT || item->fill != LYH_NO_COLOUR)
            continue;
        if (last >= 0)
            g_assert_cmpfloat_with_epsilon(item->y - last, 27, 0.011);
        last = item->y;
    }
    g_assert_cmpfloat_with_epsilon(lyh_display_width(display), 160 * POINTS_PER_MM, 0.01);
    lyh_table_free(table);
}

static void count_dots(const lyh_display *display, size_t *filled, size_t *empty)
{
    *filled = *empty = 0;
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind == LYH_ITEM_MARKER)
            (*(item->fill != LYH_NO_COLOUR ? filled : empty))++;
    }
}

static void every_person_is_a_dot(void)
{
    size_t filled, empty;
    lyh_table *table = themes_table();
    g_autoptr(lyh_display) display = chart("personprickar", table, 0, 0);
    count_dots(display, &filled, &empty);
    g_assert_cmpuint(filled, ==, 11 + 9 + 8 + 7 + 5 + 3);
    g_assert_cmpuint(filled + empty, ==, 7 * 12);
    lyh_table_free(table);
}

static bool has_text(const lyh_display *display, const char *text)
{
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind == LYH_ITEM_TEXT && strcmp(item->text, text) == 0)
            return true;
    }
    return false;
}

static void groups_stand_in_blocks_under_their_names(void)
{
    size_t filled, empty;
    lyh_table *table = groups_table();
    g_autoptr(lyh_display) display = chart("personprickar", table, 0, 0);
    g_assert_true(has_text(display, "Övriga (A-stad, B-stad), 7 personer"));
    g_assert_true(has_text(display, "C-stad, 5 personer"));
    count_dots(display, &filled, &empty);
    g_assert_cmpuint(filled, ==, 17 + 16 + 24);
    g_assert_cmpuint(filled + empty, ==, 5 * 7 + 4 * 5 + 5 * 9);
    lyh_table_free(table);
}

static void a_hidden_count_is_two_points_and_no_dot(void)
{
    size_t filled, empty;
    lyh_table *table = groups_table();
    g_autoptr(lyh_display) display = chart("personprickar", table, 0, 2);
    g_assert_true(has_text(display, ".."));
    g_assert_nonnull(strstr(lyh_display_description(display), "Boende .."));
    count_dots(display, &filled, &empty);
    g_assert_cmpuint(filled + empty, ==, 4 * 5);
    lyh_table_free(table);
}

static void more_than_forty_persons_are_no_dots(void)
{
    const char *label = "Bemötande";
    lyh_table *forty = labels_table(&label, 1, 40);
    lyh_table *more = labels_table(&label, 1, 41);
    g_autoptr(lyh_display) fits = chart("personprickar", forty, 0, 0);
    g_assert_nonnull(fits);
    g_assert_null(chart("personprickar", more, 0, 0));
    g_autoptr(lyh_display) bars = chart("stapel", more, 0, 0);
    g_assert_nonnull(bars);
    lyh_table_free(forty);
    lyh_table_free(more);
}

static void a_table_without_counts_is_no_figure(void)
{
    lyh_table *table = lyh_table_new("words");
    lyh_table_add_column(table, "code", "Tema");
    lyh_table_add_column(table, "words", "Ord");
    lyh_table_set_cell(table, lyh_table_add_row(table), 1, lyh_cell_count(7));
    for (size_t kind = 0; kind < lyh_chart_kind_count(); kind++)
        g_assert_null(chart(lyh_chart_kind_at(kind)->name, table, 0, 0));
    lyh_table_free(table);
}

/* Label texts stand to the left of their value; here they are put together again. */
static void long_compounds_keep_all_their_letters(void)
{
    size_t count;
    const char *const *words = long_compounds(&count);
    lyh_table *table = labels_table(words, count, 12);
    for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
        g_autoptr(lyh_display) display = chart("stapel", table, widths[w], 0);
        g_autoptr(GString) all = g_string_new(NULL);
        for (size_t i = 0; i < lyh_display_count(display); i++) {
            const lyh_item *item = lyh_display_at(display, i);
            if (item->kind != LYH_ITEM_TEXT)
                continue;
            size_t size = strlen(item->text);
            bool is_broken = size && item->text[size - 1] == '-';
            g_assert_null(strstr(item->text, "…"));
            g_string_append_printf(all, "%.*s%s", (int)(is_broken ? size - 1 : size),
                                   item->text, is_broken ? "" : "\n");
        }
        for (size_t i = 0; i < count; i++) {
            g_autofree char *line = g_strdup_printf("\n%s\n", words[i]);
            g_assert_nonnull(strstr(all->str, line));
        }
    }
    lyh_table_free(table);
}

static void assert_alternative_text(const lyh_display *display)
{
    const char *alt = lyh_display_description(display);
    glong length = g_utf8_strlen(alt, -1);
    g_assert_cmpint(length, >=, 15);
    g_assert_cmpint(length, <=, 300);
    g_assert_true(g_str_has_suffix(alt, "."));
    g_assert_nonnull(strstr(alt, "Nio av tolv har svårt"));
}

static void the_alternative_text_is_neither_short_nor_long(void)
{
    for_every_figure(assert_alternative_text);
}

static void the_alternative_text_says_what_is_seen(void)
{
    const char *labels[] = { "Bemötande", "Boende" };
    lyh_table *table = labels_table(labels, 2, 12);
    const lyh_chart_options options = { .finding = "Sju av tolv.", .measure = "Personer" };
    g_autoptr(lyh_display) display =
        lyh_chart_new(lyh_chart_kind_find("stapel"), table, &options);
    g_assert_cmpstr(
        lyh_display_description(display), ==,
        "Bar chart. Sju av tolv. Personer, n = 12. Bemötande 7 of 12, Boende 7 of "
        "12.");
    lyh_table_free(table);
}

static void the_foot_names_source_status_and_date(void)
{
    lyh_table *table = themes_table();
    g_autoptr(lyh_display) display = chart("stapel", table, 0, 0);
    const lyh_item *last = lyh_display_at(display, 0);
    for (size_t i = 0; i < lyh_display_count(display); i++)
        if (lyh_display_at(display, i)->kind == LYH_ITEM_TEXT)
            last = lyh_display_at(display, i);
    g_assert_nonnull(strstr(last->text, "12 intervjuer, kodningar: gemensam.csv"));
    g_assert_nonnull(strstr(last->text, "maskinförslag, ej granskat"));
    g_assert_nonnull(strstr(last->text, "1\u00A0maj\u00A02026"));
    lyh_table_free(table);
}

static void kinds_are_found_by_name_in_order(void)
{
    for (size_t i = 0; i < lyh_chart_kind_count(); i++) {
        const char *name = lyh_chart_kind_at(i)->name;
        g_assert_cmpuint(lyh_chart_kind_find(name), ==, i);
        if (i > 0)
            g_assert_cmpstr(lyh_chart_kind_at(i - 1)->name, <, name);
    }
    g_assert_cmpuint(lyh_chart_kind_find("paj"), ==, LYH_NONE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/chart/" #name, name)
    TEST(every_text_is_on_the_sheet_and_large_enough);
    TEST(no_two_texts_overlap);
    TEST(no_mark_covers_a_text);
    TEST(texts_and_marks_stand_out_from_white);
    TEST(printed_numbers_are_those_of_the_table);
    TEST(bars_begin_at_zero_and_are_in_proportion);
    TEST(rows_of_bars_are_twenty_seven_points_apart);
    TEST(every_person_is_a_dot);
    TEST(groups_stand_in_blocks_under_their_names);
    TEST(a_hidden_count_is_two_points_and_no_dot);
    TEST(more_than_forty_persons_are_no_dots);
    TEST(a_table_without_counts_is_no_figure);
    TEST(long_compounds_keep_all_their_letters);
    TEST(the_alternative_text_is_neither_short_nor_long);
    TEST(the_alternative_text_says_what_is_seen);
    TEST(the_foot_names_source_status_and_date);
    TEST(kinds_are_found_by_name_in_order);
    return g_test_run();
}
