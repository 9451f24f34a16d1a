/* Every kind of figure, of ordinary tables and of hostile ones, judged by what its display list holds. */
#include <math.h>
#include <string.h>

#include <glib.h>

#include "../../src/chart/display_private.h"
#include "kind_tables.h"
#include "tables.h"

static const double widths[] = { 160, 110, 78 };

static const table_shape plain = { "plain", 6, 3, 21, false, false };
static const table_shape shapes[] = {
    { "plain", 6, 3, 21, false, false },
    { "one row", 1, 2, 12, false, false },
    { "forty rows", 40, 2, 12, false, false },
    { "no rows", 0, 2, 12, false, false },
    { "all hidden", 6, 2, 12, true, false },
    { "base 0", 6, 2, 0, false, false },
    { "long labels", 6, 2, 12, false, true },
    { "six groups", 6, 6, 12, false, false },
    { "compounds", 50, 1, 12, false, false },
    { "many persons", 6, 2, 1234567, false, false },
    { "one group", 3, 1, 9, false, false },
};

static lyh_display *figure(const char *kind, const lyh_table *table, double width)
{
    const lyh_chart_options options = { .finding = "Nio av tolv har svårt att nå sin "
                                                   "handläggare, och sju når den aldrig",
                                        .catalog = lyh_catalog_for("sv"),
                                        .width = width,
                                        .joint = known_joint };
    return lyh_chart_new(lyh_chart_kind_find(kind), table, &options);
}

typedef void (*check)(const char *kind, const table_shape *shape,
                      const lyh_display *display);

/* A figure that could be made, and of what. */
typedef struct made {
    const char *kind;
    const table_shape *shape;
    lyh_display *display;
} made;

static void clear_made(void *data)
{
    lyh_display_free(((made *)data)->display);
}

/* Laid out once for all tests: measuring text is what takes time. */
static GArray *make_figures(void)
{
    GArray *figures = g_array_new(FALSE, FALSE, sizeof(made));
    g_array_set_clear_func(figures, clear_made);
    for (size_t kind = 0; kind < lyh_chart_kind_count(); kind++) {
        const char *name = lyh_chart_kind_at(kind)->name;
        for (size_t s = 0; s < G_N_ELEMENTS(shapes); s++) {
            lyh_table *table = kind_table(name, &shapes[s]);
            for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
                const made one = { name, &shapes[s], figure(name, table, widths[w]) };
                if (one.display)
                    g_array_append_val(figures, one);
            }
            lyh_table_free(table);
        }
    }
    return figures;
}

static GArray *all_figures;

static void for_every_figure(check look)
{
    g_assert_cmpuint(all_figures->len, >, 8 * 4 * G_N_ELEMENTS(widths));
    for (guint i = 0; i < all_figures->len; i++) {
        const made *one = &g_array_index(all_figures, made, i);
        look(one->kind, one->shape, one->display);
    }
}

/* ---- boxes ---- */

typedef struct box {
    double left, top, right, bottom;
} box;

/* The line box of Inter: ascender 0.969, descender 0.241 of the size. */
static box box_of_text(const lyh_item *item)
{
    double left = lyh_item_left(item);
    return (box){ left, item->y - 0.969 * item->size, left + item->width,
                  item->y + 0.241 * item->size };
}

static box box_of_mark(const lyh_item *item)
{
    double r = item->width / 2;
    if (item->kind == LYH_ITEM_MARKER)
        return (box){ item->x - r, item->y - r, item->x + r, item->y + r };
    return (box){ MIN(item->x, item->x + item->width), MIN(item->y, item->y + item->height),
                  MAX(item->x, item->x + item->width),
                  MAX(item->y, item->y + item->height) };
}

static bool overlap(box a, box b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

static bool holds(box outer, box inner)
{
    return outer.left <= inner.left + 0.05 && outer.right >= inner.right - 0.05 &&
           outer.top <= inner.top + 0.05 && outer.bottom >= inner.bottom - 0.05;
}

static void assert_inside(const char *kind, const table_shape *shape,
                          const lyh_display *display)
{
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        bool is_text = item->kind == LYH_ITEM_TEXT;
        box b = is_text ? box_of_text(item) : box_of_mark(item);
        if (b.left < -0.05 || b.top < -0.05 ||
            b.right > lyh_display_width(display) + 0.05 ||
            b.bottom > lyh_display_height(display) + 0.05)
            g_error("%s, %s: '%s' is not on the sheet (%g %g %g %g)", kind, shape->name,
                    is_text ? item->text : "a mark", b.left, b.top, b.right, b.bottom);
        if (is_text)
            g_assert_cmpfloat(item->size, >=, 9.5);
        g_assert_true(isfinite(item->x) && isfinite(item->y) && isfinite(item->width) &&
                      isfinite(item->height));
    }
}

static void everything_is_on_the_sheet_and_every_text_large_enough(void)
{
    for_every_figure(assert_inside);
}

static void assert_no_overlap(const char *kind, const table_shape *shape,
                              const lyh_display *display)
{
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *one = lyh_display_at(display, i);
        for (size_t j = 0; j < i && one->kind == LYH_ITEM_TEXT; j++) {
            const lyh_item *other = lyh_display_at(display, j);
            if (other->kind == LYH_ITEM_TEXT &&
                overlap(box_of_text(one), box_of_text(other)))
                g_error("%s, %s: '%s' and '%s' overlap", kind, shape->name, one->text,
                        other->text);
        }
    }
}

static void no_two_texts_overlap(void)
{
    for_every_figure(assert_no_overlap);
}

/* ---- what lies under what ---- */

/* The last filled rectangle before item @index that holds all of @inner; the page is white. */
static uint32_t ground_under(const lyh_display *display, size_t index, box inner,
                             size_t *since)
{
    *since = 0;
    for (size_t i = index; i-- > 0;) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind == LYH_ITEM_RECT && item->fill != LYH_NO_COLOUR &&
            holds(box_of_mark(item), inner)) {
            *since = i + 1;
            return item->fill;
        }
    }
    return 0xFFFFFF;
}

/* A frame is round what it holds, and not across it. */
static bool crosses(const lyh_item *item, box text)
{
    box b = box_of_mark(item);
    bool is_frame = item->kind == LYH_ITEM_RECT && item->fill == LYH_NO_COLOUR;
    return overlap(b, text) && !(is_frame && holds(b, text));
}

static void assert_clear(const char *kind, const table_shape *shape,
                         const lyh_display *display)
{
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *text = lyh_display_at(display, i);
        if (text->kind != LYH_ITEM_TEXT)
            continue;
        size_t since;
        box b = box_of_text(text);
        ground_under(display, i, b, &since);
        for (size_t j = since; j < lyh_display_count(display); j++) {
            const lyh_item *mark = lyh_display_at(display, j);
            if (mark->kind != LYH_ITEM_TEXT && crosses(mark, b))
                g_error("%s, %s: a mark covers '%s'", kind, shape->name, text->text);
        }
    }
}

static void no_mark_covers_a_text(void)
{
    for_every_figure(assert_clear);
}

/* WCAG 2.1, relative luminance and contrast ratio. */
static double channel(uint32_t byte)
{
    double c = byte / 255.0;
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return 0.2126 * channel(colour >> 16) + 0.7152 * channel((colour >> 8) & 0xFF) +
           0.0722 * channel(colour & 0xFF);
}

static double contrast(uint32_t one, uint32_t other)
{
    double a = luminance(one), b = luminance(other);
    return (MAX(a, b) + 0.05) / (MIN(a, b) + 0.05);
}

static double seen_on(uint32_t colour, uint32_t ground)
{
    return colour == LYH_NO_COLOUR ? 0 : contrast(colour, ground);
}

static void assert_contrast(const char *kind, const table_shape *shape,
                            const lyh_display *display)
{
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        size_t since;
        bool is_text = item->kind == LYH_ITEM_TEXT;
        bool is_frame = !is_text && item->fill == LYH_NO_COLOUR;
        box b = is_text ? box_of_text(item) : box_of_mark(item);
        if (is_frame && item->kind == LYH_ITEM_RECT) /* it is seen from what is around it */
            b = (box){ b.left - 1, b.top - 1, b.right + 1, b.bottom + 1 };
        uint32_t ground = ground_under(display, i, b, &since);
        bool is_plate = item->kind == LYH_ITEM_RECT && item->fill == ground;
        double seen = MAX(seen_on(item->fill, ground), seen_on(item->stroke, ground));
        if (!is_plate && seen < (is_text ? 4.5 : 3))
            g_error("%s, %s: '%s' stands out %.2f : 1 from its ground", kind, shape->name,
                    is_text ? item->text : "a mark", seen);
    }
}

static void texts_and_marks_stand_out_from_what_is_under_them(void)
{
    g_assert_cmpfloat_with_epsilon(contrast(0x000000, 0xFFFFFF), 21, 0.001);
    g_assert_cmpfloat_with_epsilon(contrast(0x767676, 0xFFFFFF), 4.54, 0.01);
    for_every_figure(assert_contrast);
}

/* ---- which tables are figures ---- */

static bool can(const char *kind, const char *shape, double width)
{
    for (guint i = 0; i < all_figures->len; i++) {
        const made *one = &g_array_index(all_figures, made, i);
        if (strcmp(one->kind, kind) == 0 && strcmp(one->shape->name, shape) == 0 &&
            fabs(lyh_display_width(one->display) - width * 72 / 25.4) < 0.1)
            return true;
    }
    return false;
}

static void every_kind_shows_ordinary_and_large_tables_at_every_width(void)
{
    static const char *const fine[] = { "plain", "forty rows", "long labels", "compounds" };
    for (size_t kind = 0; kind < lyh_chart_kind_count(); kind++) {
        for (size_t i = 0; i < G_N_ELEMENTS(fine); i++)
            for (size_t w = 0; w < G_N_ELEMENTS(widths); w++)
                if (!can(lyh_chart_kind_at(kind)->name, fine[i], widths[w]))
                    g_error("%s shows no '%s' at %g mm", lyh_chart_kind_at(kind)->name,
                            fine[i], widths[w]);
        g_assert_false(can(lyh_chart_kind_at(kind)->name, "no rows", 160));
    }
}

static void what_a_kind_has_no_room_for_is_no_figure(void)
{
    g_assert_false(can("prick", "six groups", 160)); /* there are four shapes */
    g_assert_true(can("matris", "six groups", 160));
    g_assert_false(can("matris", "six groups", 78));
    g_assert_false(can("samforekomst", "one row", 160)); /* nothing meets anything */
    g_assert_false(can("personprickar", "many persons", 160));
    g_assert_false(can("stapel", "all hidden", 160));
    g_assert_true(
        can("typologi", "all hidden", 160)); /* the texts say what the cells are */
}

/* ---- numbers ---- */

/* Every text that begins with a digit or is "..", in the order it was drawn, parted by "|". */
static char *numbers_on(const lyh_display *display, const char *after)
{
    GString *all = g_string_new(NULL);
    bool has_begun = after == NULL;
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind != LYH_ITEM_TEXT)
            continue;
        bool is_number = g_ascii_isdigit(item->text[0]) || strcmp(item->text, "..") == 0;
        if (has_begun && is_number && !strchr(item->text, '/') &&
            !strstr(item->text, "interv") && !strstr(item->text, "-05"))
            g_string_append_printf(all, "%s%s", all->len ? "|" : "", item->text);
        has_begun |= after && strcmp(item->text, after) == 0;
    }
    return g_string_free(all, FALSE);
}

static char *expected_counts(const table_shape *shape, size_t columns)
{
    GString *all = g_string_new(NULL);
    for (size_t row = 0; row < shape->rows; row++)
        for (size_t column = 0; column < columns; column++)
            g_string_append_printf(all, "%s%zu av %zu", all->len ? "|" : "",
                                   kind_number(shape, row, column), shape->base);
    return g_string_free(all, FALSE);
}

static void counts_of_groups_are_those_of_the_table(void)
{
    static const char *const kinds[] = { "matris", "prick", "typologi" };
    g_autofree char *expected = expected_counts(&plain, 3);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        lyh_table *table = kind_table(kinds[i], &plain);
        g_autoptr(lyh_display) display = figure(kinds[i], table, 160);
        g_autofree char *printed = numbers_on(display, NULL);
        g_assert_cmpstr(printed, ==, expected);
        lyh_table_free(table);
    }
}

static void a_matrix_of_pairs_prints_its_lower_half_and_its_totals(void)
{
    lyh_table *table = kind_table("samforekomst", &plain);
    g_autoptr(lyh_display) display = figure("samforekomst", table, 160);
    g_autoptr(GString) expected = g_string_new(NULL);
    for (size_t row = 0; row < plain.rows; row++)
        for (size_t column = 0; column <= row; column++)
            g_string_append_printf(expected, "%s%" G_GINT64_FORMAT,
                                   expected->len ? "|" : "",
                                   lyh_table_cell(table, row, column + 1)->number);
    g_autofree char *printed = numbers_on(display, "18–19");
    g_assert_cmpstr(printed, ==, expected->str);
    lyh_table_free(table);
}

/* Zero is the lane's line, and no bar. */
static void a_timeline_prints_each_number_over_a_bar_in_proportion(void)
{
    lyh_table *table = kind_table("tidslinje", &plain);
    g_autoptr(lyh_display) display = figure("tidslinje", table, 160);
    g_autoptr(GString) expected = g_string_new(NULL);
    for (size_t row = 0; row < plain.rows; row++)
        for (size_t part = 0; part < 10; part++)
            if (kind_number(&plain, row, part) > 0)
                g_string_append_printf(expected, "%s%zu", expected->len ? "|" : "",
                                       kind_number(&plain, row, part));
    g_autofree char *printed = numbers_on(display, NULL);
    g_assert_cmpstr(printed, ==, expected->str);

    double unit = 0;
    for (size_t i = 0; i + 1 < lyh_display_count(display); i++) {
        const lyh_item *bar = lyh_display_at(display, i);
        if (bar->kind != LYH_ITEM_RECT)
            continue;
        double number = g_ascii_strtod(lyh_display_at(display, i + 1)->text, NULL);
        unit = unit > 0 ? unit : bar->height / number;
        g_assert_cmpfloat_with_epsilon(bar->height / number, unit, 0.01);
    }
    g_assert_cmpfloat(unit, >, 0);
    lyh_table_free(table);
}

static lyh_table *two_questions(void)
{
    static const size_t counts[2][4] = { { 10, 40, 30, 20 }, { 60, 20, 10, 0 } };
    lyh_table *table = lyh_table_new("scale");
    lyh_table_add_column(table, "question", "fråga");
    lyh_table_add_column(table, "step_1", "Aldrig");
    lyh_table_add_column(table, "step_2", "Ibland");
    lyh_table_add_column(table, "step_3", "Alltid");
    lyh_table_add_column(table, "aside_1", "Vet ej");
    for (size_t row = 0; row < 2; row++) {
        lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0, lyh_cell_text(row ? "2. Du?" : "1. Jag?"));
        for (size_t i = 0; i < 4; i++)
            lyh_table_set_cell(table, row, i + 1, lyh_cell_of(counts[row][i], 100));
    }
    return table;
}

/* One question that as many gave each of @steps answers to. */
static lyh_table *even_question(size_t steps)
{
    lyh_table *table = lyh_table_new("scale");
    lyh_table_add_column(table, "question", "fråga");
    for (size_t i = 0; i < steps; i++) {
        g_autofree char *name = g_strdup_printf("step_%zu", i + 1);
        g_autofree char *heading = g_strdup_printf("%zu", i + 1);
        lyh_table_add_column(table, name, heading);
    }
    lyh_table_add_row(table);
    lyh_table_set_cell(table, 0, 0, lyh_cell_text("1. Hur nöjd är du?"));
    for (size_t i = 0; i < steps; i++)
        lyh_table_set_cell(table, 0, i + 1, lyh_cell_of(10, 10 * steps));
    return table;
}

/* Every step has a colour of its own, on which its number is read (WCAG 2.1: 4.5:1), and is seen on white (3:1). */
static void long_scales_have_a_shade_for_each_step(void)
{
    for (size_t steps = 2; steps <= 10; steps++) {
        lyh_table *table = even_question(steps);
        g_autoptr(lyh_display) display = figure("likert", table, 160);
        g_autoptr(GHashTable) fills = g_hash_table_new(NULL, NULL);
        uint32_t fill = 0xFFFFFF;
        g_assert_nonnull(display);
        for (size_t i = 0; i < lyh_display_count(display); i++) {
            const lyh_item *item = lyh_display_at(display, i);
            if (item->kind == LYH_ITEM_RECT && item->height == 20) {
                g_hash_table_add(fills, GUINT_TO_POINTER(fill = item->fill));
                g_assert_cmpfloat(contrast(fill, 0xFFFFFF), >=, 3);
            } else if (item->kind == LYH_ITEM_TEXT && strcmp(item->text, "10") == 0 &&
                       fill != 0xFFFFFF)
                g_assert_cmpfloat(contrast(item->fill, fill), >=, 4.5);
        }
        g_assert_cmpuint(g_hash_table_size(fills), ==, steps);
        lyh_table_free(table);
    }
    lyh_table *table = even_question(11);
    lyh_display *display = figure("likert", table, 160);
    g_assert_null(display);
    lyh_table_free(table);
}

/* By hand: left of the middle 10 + 40/2 = 30 and 60 + 10 = 70; right of it 50 and 20. All 120 fill the room. */
static void answers_stand_on_both_sides_of_the_scales_middle(void)
{
    lyh_table *table = two_questions();
    g_autoptr(lyh_display) display = figure("likert", table, 160);
    double middle = -1, starts[2] = { 1e9, 1e9 }, ends[2] = { -1, -1 };
    double tops[2] = { -1, -1 };
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind == LYH_ITEM_LINE && item->width == 0)
            middle = item->x;
        if (item->kind != LYH_ITEM_RECT || item->height != 20)
            continue;
        size_t row = tops[0] < 0 || tops[0] == item->y ? 0 : 1;
        tops[row] = item->y;
        starts[row] = MIN(starts[row], item->x - 0.5);
        ends[row] = MAX(ends[row], item->x + item->width + 0.5);
    }
    double unit = (ends[0] - starts[0]) / 80;
    g_assert_cmpfloat_with_epsilon(middle - starts[0], 30 * unit, 0.1);
    g_assert_cmpfloat_with_epsilon(middle - starts[1], 70 * unit, 0.1);
    g_assert_cmpfloat_with_epsilon(ends[1] - middle, 20 * unit, 0.1);
    g_assert_cmpfloat_with_epsilon(starts[1], 0, 0.1);
    g_autofree char *printed = numbers_on(display, "n");
    g_assert_cmpstr(printed, ==, "1. Jag?|20|100|10|40|30|2. Du?|0|100|60|20|10");
    lyh_table_free(table);
}

/* ---- without colour ---- */

static void groups_have_each_a_shape_of_their_own(void)
{
    const table_shape four = { "four", 2, 4, 12, false, false };
    lyh_table *table = kind_table("prick", &four);
    g_autoptr(lyh_display) display = figure("prick", table, 160);
    size_t seen[4] = { 0 };
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind == LYH_ITEM_MARKER)
            seen[item->shape]++;
    }
    for (size_t i = 0; i < 4; i++)
        g_assert_cmpuint(seen[i], ==, 1 + 2); /* the legend's, and one a row */
    lyh_table_free(table);
}

static void an_interval_is_drawn_only_where_the_table_has_one(void)
{
    const table_shape two = { "two", 2, 1, 12, false, false };
    lyh_table *table = kind_table("prick", &two);
    g_autoptr(lyh_display) display = figure("prick", table, 160);
    size_t wide = 0, thin = 0;
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind != LYH_ITEM_LINE || item->height != 0)
            continue;
        wide += item->stroke_width == 1.5;
        thin += item->stroke_width < 1;
    }
    g_assert_cmpuint(wide, ==, 1);
    g_assert_cmpuint(thin, ==, 1);
    lyh_table_free(table);
}

static void what_under_three_persons_did_is_not_shaded(void)
{
    lyh_table *table = kind_table("samforekomst", &plain);
    g_autoptr(lyh_display) display = figure("samforekomst", table, 160);
    for (size_t i = 0; i + 1 < lyh_display_count(display); i++) {
        const lyh_item *cell = lyh_display_at(display, i);
        const lyh_item *number = lyh_display_at(display, i + 1);
        if (cell->kind == LYH_ITEM_RECT && cell->height == 22 && number->weight == 400)
            g_assert_true((cell->fill == LYH_NO_COLOUR) ==
                          (g_ascii_strtoll(number->text, NULL, 10) < 3));
    }
    lyh_table_free(table);
}

static void two_points_are_told_of_below_the_figure(void)
{
    const table_shape hidden = { "hidden", 2, 2, 12, true, false };
    lyh_table *table = kind_table("typologi", &hidden);
    g_autoptr(lyh_display) display = figure("typologi", table, 160);
    g_autofree char *printed = numbers_on(display, NULL);
    g_assert_cmpstr(printed, ==, "..|..|..|..|..|..");
    bool is_told = false;
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        is_told |= item->kind == LYH_ITEM_TEXT && g_str_has_prefix(item->text, ".. ");
    }
    g_assert_true(is_told);
    lyh_table_free(table);
}

/* ---- words ---- */

/* Lines that end in a hyphen and what follows them are put together again. */
static char *texts_together(const lyh_display *display)
{
    GString *all = g_string_new("\n");
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind != LYH_ITEM_TEXT)
            continue;
        size_t size = strlen(item->text);
        bool is_broken = size > 1 && item->text[size - 1] == '-';
        g_string_append_len(all, item->text, (gssize)(is_broken ? size - 1 : size));
        g_string_append(all, is_broken ? "" : "\n");
    }
    return g_string_free(all, FALSE);
}

static void long_compounds_keep_all_their_letters_in_every_kind(void)
{
    static const char *const kinds[] = { "likert", "matris", "prick", "stapel",
                                         "tidslinje" };
    const table_shape fifty = { "fifty", 50, 2, 12, false, false };
    size_t count;
    const char *const *words = long_compounds(&count);
    for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++) {
        lyh_table *table = kind_table(kinds[k], &fifty);
        for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
            g_autoptr(lyh_display) display = figure(kinds[k], table, widths[w]);
            g_autofree char *all = texts_together(display);
            for (size_t i = 0; i < count; i++) {
                g_autofree char *line = g_strdup_printf("\n%s\n", words[i]);
                if (!strstr(all, line))
                    g_error("%s, %g mm: '%s' is not whole", kinds[k], widths[w], words[i]);
            }
        }
        lyh_table_free(table);
    }
}

/* A break is at a joint of the compound, and leaves four letters on both sides. */
static void compounds_are_broken_at_their_joints_alone(void)
{
    const table_shape fifty = { "fifty", 50, 3, 12, false, false };
    size_t count, broken = 0;
    const char *const *words = long_compounds(&count);
    lyh_table *table = kind_table("typologi", &fifty);
    g_autoptr(lyh_display) display = figure("typologi", table, 160);
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        size_t size = item->kind == LYH_ITEM_TEXT ? strlen(item->text) : 0;
        if (size < 2 || item->text[size - 1] != '-')
            continue;
        g_autofree char *head = g_strndup(item->text, size - 1);
        g_assert_cmpint(g_utf8_strlen(head, -1), >=, 4);
        for (size_t k = 0; k < count; k++)
            if (g_str_has_prefix(words[k], head))
                broken +=
                    known_joint(NULL, words[k], strlen(words[k]), size - 1) == size - 1;
    }
    g_assert_cmpuint(broken, >, 5);
    lyh_table_free(table);
}

static void assert_alternative_text(const char *kind, const table_shape *shape,
                                    const lyh_display *display)
{
    const char *alt = lyh_display_description(display);
    glong length = g_utf8_strlen(alt, -1);
    if (length < 15 || length > 300 || !g_str_has_suffix(alt, ".") ||
        !strstr(alt, "Nio av tolv har svårt"))
        g_error("%s, %s: '%s'", kind, shape->name, alt);
}

static void the_alternative_text_is_neither_short_nor_long(void)
{
    for_every_figure(assert_alternative_text);
}

static void the_alternative_text_tells_numbers_of_the_table(void)
{
    lyh_table *table = two_questions();
    g_autoptr(lyh_display) display = figure("likert", table, 160);
    g_assert_nonnull(strstr(lyh_display_description(display),
                            "1. Jag? Aldrig 10 av 100, Ibland 40 av 100, Alltid 30 av 100, "
                            "2. Du? Aldrig 60 av 100"));
    lyh_table_free(table);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/kinds/" #name, name)
    TEST(everything_is_on_the_sheet_and_every_text_large_enough);
    TEST(no_two_texts_overlap);
    TEST(no_mark_covers_a_text);
    TEST(texts_and_marks_stand_out_from_what_is_under_them);
    TEST(every_kind_shows_ordinary_and_large_tables_at_every_width);
    TEST(what_a_kind_has_no_room_for_is_no_figure);
    TEST(counts_of_groups_are_those_of_the_table);
    TEST(a_matrix_of_pairs_prints_its_lower_half_and_its_totals);
    TEST(a_timeline_prints_each_number_over_a_bar_in_proportion);
    TEST(answers_stand_on_both_sides_of_the_scales_middle);
    TEST(long_scales_have_a_shade_for_each_step);
    TEST(groups_have_each_a_shape_of_their_own);
    TEST(an_interval_is_drawn_only_where_the_table_has_one);
    TEST(what_under_three_persons_did_is_not_shaded);
    TEST(two_points_are_told_of_below_the_figure);
    TEST(long_compounds_keep_all_their_letters_in_every_kind);
    TEST(compounds_are_broken_at_their_joints_alone);
    TEST(the_alternative_text_is_neither_short_nor_long);
    TEST(the_alternative_text_tells_numbers_of_the_table);
    all_figures = make_figures();
    int failed = g_test_run();
    g_array_unref(all_figures);
    return failed;
}
