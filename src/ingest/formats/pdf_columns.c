#include "pdf_columns.h"

#include <stdlib.h>
#include <string.h>

#include "../label.h"

/* Points between columns; words stand three apart, columns twelve and more. */
#define NARROWEST_GUTTER 6.0
/* A column within a column within a column is the last that is looked for. */
#define DEEPEST 4
/* Of the width of the whole: what is narrower holds marks, times or notes. */
#define NARROW_SIDE 0.3

/* The lines left and right of a gutter, and those that run across it. */
struct sides {
    GPtrArray *left, *right, *across;
};

struct extent {
    double left, right;
};

static struct pdf_line *line_at(const GPtrArray *lines, size_t index)
{
    return g_ptr_array_index(lines, index);
}

static int ascending(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static struct extent extent_of(const GPtrArray *lines)
{
    struct extent extent = { line_at(lines, 0)->left, line_at(lines, 0)->right };
    for (size_t i = 1; i < lines->len; i++) {
        extent.left = MIN(extent.left, line_at(lines, i)->left);
        extent.right = MAX(extent.right, line_at(lines, i)->right);
    }
    return extent;
}

static double width_of(const GPtrArray *lines)
{
    struct extent extent = extent_of(lines);
    return extent.right - extent.left;
}

/* How many of @values, ascending, lie below @limit. */
static size_t count_below(const double *values, size_t count, double limit)
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (values[middle] < limit)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

/*
 * The left edge of a right column: the one that has most lines beside it on both sides, those
 * that run across it taken off. 0: there are no columns.
 */
static double find_gutter(const GPtrArray *lines)
{
    size_t count = lines->len;
    g_autofree double *lefts = g_new(double, count);
    g_autofree double *rights = g_new(double, count);
    for (size_t i = 0; i < count; i++) {
        lefts[i] = line_at(lines, i)->left;
        rights[i] = line_at(lines, i)->right;
    }
    qsort(lefts, count, sizeof lefts[0], ascending);
    qsort(rights, count, sizeof rights[0], ascending);

    double gutter = 0;
    size_t best = 0;
    for (size_t i = 0; i < count; i++) {
        size_t right = count - count_below(lefts, count, lefts[i] - 0.5);
        size_t left = count_below(rights, count, lefts[i] - NARROWEST_GUTTER);
        size_t across = count - right - left;
        size_t sides = MIN(left, right);
        if (sides >= 2 && sides > across && sides - across > best) {
            best = sides - across;
            gutter = lefts[i];
        }
    }
    return gutter;
}

static void part(const GPtrArray *lines, double gutter, struct sides *sides)
{
    sides->left = g_ptr_array_new();
    sides->right = g_ptr_array_new();
    sides->across = g_ptr_array_new();
    for (size_t i = 0; i < lines->len; i++) {
        struct pdf_line *line = line_at(lines, i);
        if (line->left >= gutter - 0.5)
            g_ptr_array_add(sides->right, line);
        else
            g_ptr_array_add(line->right < gutter - NARROWEST_GUTTER ? sides->left
                                                                    : sides->across,
                            line);
    }
}

static void sides_clear(struct sides *sides)
{
    g_ptr_array_unref(sides->left);
    g_ptr_array_unref(sides->right);
    g_ptr_array_unref(sides->across);
}

static bool is_number(const char *text)
{
    return *text && strspn(text, "0123456789") == strlen(text);
}

/* The numbers of lines: nothing but numbers, each larger than the one above it. */
static bool are_line_numbers(const GPtrArray *lines)
{
    for (size_t i = 0; i < lines->len; i++) {
        const char *text = line_at(lines, i)->text;
        if (!is_number(text) || strlen(text) > 6 ||
            (i > 0 && atoi(text) <= atoi(line_at(lines, i - 1)->text)))
            return false;
    }
    return lines->len >= 3;
}

/* "I:", "Maja", "00:12:31": what stands before speech and not for itself. */
static bool is_mark(const char *text)
{
    struct label label;
    return strlen(text) <= 4 || label_at(text, strlen(text), &label) ||
           strspn(text, "0123456789:.,-#[]() ") == strlen(text) ||
           (strlen(text) <= LONGEST_LABEL && text[strlen(text) - 1] == ':');
}

/* Do nearly all lines of the narrow side look like marks, with speech beside them? */
static bool are_marks(const GPtrArray *marks, const GPtrArray *speech)
{
    size_t count = 0, row = 0;
    for (size_t i = 0; i < marks->len; i++) {
        const struct pdf_line *mark = line_at(marks, i);
        while (row < speech->len && line_at(speech, row)->bottom <= mark->top)
            row++;
        count += is_mark(mark->text) && row < speech->len &&
                 pdf_same_row(mark, line_at(speech, row));
    }
    return count * 10 >= marks->len * 8;
}

static void read_region(GPtrArray *lines, GPtrArray *ordered, GPtrArray *notes, int depth);

static void flush_rows(GPtrArray *rows, GPtrArray *ordered)
{
    pdf_read_rows(rows, ordered);
    g_ptr_array_set_size(rows, 0);
}

static void append_all(GPtrArray *to, const GPtrArray *from)
{
    for (size_t i = 0; i < from->len; i++)
        g_ptr_array_add(to, line_at(from, i));
}

/* From each line that runs across to the next, the left column, then the right one. */
static void read_sections(const struct sides *sides, GPtrArray *ordered, GPtrArray *notes,
                          int depth)
{
    size_t left = 0, right = 0;
    g_autoptr(GPtrArray) across = g_ptr_array_new();
    for (size_t i = 0; i <= sides->across->len; i++) {
        g_autoptr(GPtrArray) column = g_ptr_array_new();
        g_autoptr(GPtrArray) other = g_ptr_array_new();
        double end = i < sides->across->len ? line_at(sides->across, i)->top : G_MAXDOUBLE;
        while (left < sides->left->len && line_at(sides->left, left)->top < end)
            g_ptr_array_add(column, line_at(sides->left, left++));
        while (right < sides->right->len && line_at(sides->right, right)->top < end)
            g_ptr_array_add(other, line_at(sides->right, right++));
        if (column->len + other->len > 0) {
            flush_rows(across, ordered);
            read_region(column, ordered, notes, depth + 1);
            read_region(other, ordered, notes, depth + 1);
        }
        if (i < sides->across->len)
            g_ptr_array_add(across, line_at(sides->across, i));
    }
    flush_rows(across, ordered);
}

/* Notes beside @lines, in the margin to the right of them, go from them to @notes. */
static void take_notes(GPtrArray *lines, GPtrArray *notes)
{
    double gutter = lines->len >= 4 ? find_gutter(lines) : 0;
    if (gutter == 0)
        return;
    struct sides sides;
    part(lines, gutter, &sides);
    if (width_of(sides.right) < NARROW_SIDE * width_of(lines) &&
        width_of(sides.left) >= NARROW_SIDE * width_of(lines)) {
        append_all(notes, sides.right);
        g_ptr_array_set_size(lines, 0);
        append_all(lines, sides.left);
        append_all(lines, sides.across);
    }
    sides_clear(&sides);
}

/* A narrow side is marks, numbers of lines, or notes in the margin; @wide is the other one. */
static void read_narrow(const struct sides *sides, GPtrArray *narrow, GPtrArray *wide,
                        GPtrArray *ordered, GPtrArray *notes, int depth)
{
    g_autoptr(GPtrArray) rest = g_ptr_array_new();
    if (are_line_numbers(narrow)) {
        for (size_t i = 0; i < narrow->len; i++)
            line_at(narrow, i)->is_number = true;
    } else if (narrow == sides->left && are_marks(narrow, wide)) {
        append_all(rest, wide);
        take_notes(rest, notes);
        append_all(rest, narrow);
        append_all(rest, sides->across);
        pdf_read_rows(rest, ordered);
        return;
    }
    append_all(rest, wide);
    append_all(rest, sides->across);
    append_all(notes, narrow);
    read_region(rest, ordered, notes, depth + 1);
}

static int by_top(const void *a, const void *b)
{
    const struct pdf_line *left = *(struct pdf_line *const *)a;
    const struct pdf_line *right = *(struct pdf_line *const *)b;
    return (left->top > right->top) - (left->top < right->top);
}

static void read_region(GPtrArray *lines, GPtrArray *ordered, GPtrArray *notes, int depth)
{
    double gutter = depth < DEEPEST && lines->len >= 4 ? find_gutter(lines) : 0;
    if (gutter == 0) {
        pdf_read_rows(lines, ordered);
        return;
    }
    struct sides sides;
    g_ptr_array_sort(lines, by_top);
    part(lines, gutter, &sides);
    double width = width_of(lines);
    bool is_left_narrow = width_of(sides.left) < NARROW_SIDE * width;
    bool is_right_narrow = width_of(sides.right) < NARROW_SIDE * width;
    if (is_left_narrow && !is_right_narrow)
        read_narrow(&sides, sides.left, sides.right, ordered, notes, depth);
    else if (is_right_narrow && !is_left_narrow)
        read_narrow(&sides, sides.right, sides.left, ordered, notes, depth);
    else
        read_sections(&sides, ordered, notes, depth);
    sides_clear(&sides);
}

void pdf_read_columns(GPtrArray *lines, GPtrArray *ordered)
{
    g_autoptr(GPtrArray) notes = g_ptr_array_new();
    if (lines->len == 0)
        return;
    read_region(lines, ordered, notes, 0);
    size_t before = ordered->len;
    pdf_read_rows(notes, ordered);
    if (before > 0 && ordered->len > before)
        line_at(ordered, before)->is_parted = true;
}
