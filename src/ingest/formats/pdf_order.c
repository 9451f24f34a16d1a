#include "pdf_order.h"

#include <string.h>

#include "pdf_columns.h"

/* Lines at the top and the bottom that are taken for heads and feet. */
#define EDGE 2
/* Times the height of a line: more parts a head or foot from the text. */
#define EDGE_GAP 1.0
/* Times the usual distance of lines: more parts paragraphs. */
#define PARAGRAPH_GAP 1.3
/* Times the height of a line: what is farther apart is no text set with wide spacing. */
#define WIDEST_SPACING 2.5

static int by_top(const void *a, const void *b)
{
    const struct pdf_line *left = *(struct pdf_line *const *)a;
    const struct pdf_line *right = *(struct pdf_line *const *)b;
    if (left->top != right->top)
        return left->top < right->top ? -1 : 1;
    return (left->left > right->left) - (left->left < right->left);
}

static int by_left(const void *a, const void *b)
{
    const struct pdf_line *left = *(struct pdf_line *const *)a;
    const struct pdf_line *right = *(struct pdf_line *const *)b;
    return (left->left > right->left) - (left->left < right->left);
}

static struct pdf_line *line_at(const GPtrArray *lines, size_t index)
{
    return g_ptr_array_index(lines, index);
}

bool pdf_same_row(const struct pdf_line *a, const struct pdf_line *b)
{
    double shared = MIN(a->bottom, b->bottom) - MAX(a->top, b->top);
    return shared >= 0.5 * MIN(a->bottom - a->top, b->bottom - b->top);
}

/* @line goes on with @next, which stands to the right of it. */
static void take_in(struct pdf_line *line, struct pdf_line *next)
{
    size_t size = strlen(line->text);
    char *both = g_strconcat(line->text, " ", next->text, NULL);
    if (line->bold == size && next->bold > 0)
        line->bold = size + 1 + next->bold;
    g_free(line->text);
    line->text = both;
    g_clear_pointer(&next->text, g_free);
    line->left = MIN(line->left, next->left);
    line->right = MAX(line->right, next->right);
    line->top = MIN(line->top, next->top);
    line->bottom = MAX(line->bottom, next->bottom);
    line->font_size = MAX(line->font_size, next->font_size);
}

/* Where the row of @lines, sorted by their tops, that begins at @start ends. */
static size_t end_of_row(const GPtrArray *lines, size_t start)
{
    size_t end = start + 1;
    while (end < lines->len && pdf_same_row(line_at(lines, start), line_at(lines, end)))
        end++;
    return end;
}

static int ascending(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double usual_distance(const GPtrArray *rows)
{
    g_autoptr(GArray) distances = g_array_new(FALSE, FALSE, sizeof(double));
    for (size_t i = 1; i < rows->len; i++) {
        double distance = line_at(rows, i)->bottom - line_at(rows, i - 1)->bottom;
        g_array_append_val(distances, distance);
    }
    g_array_sort(distances, ascending);
    /* The lower quarter: in a dialogue every other distance may be a wide one. */
    return distances->len > 0 ? g_array_index(distances, double, distances->len / 4) : 0;
}

static void mark_parted(const GPtrArray *rows)
{
    double usual = usual_distance(rows);
    for (size_t i = 1; i < rows->len; i++) {
        struct pdf_line *line = line_at(rows, i);
        const struct pdf_line *before = line_at(rows, i - 1);
        double height = line->bottom - line->top;
        double least = CLAMP(usual, height, WIDEST_SPACING * height);
        line->is_parted = line->bottom - before->bottom > PARAGRAPH_GAP * least;
    }
}

void pdf_read_rows(GPtrArray *lines, GPtrArray *ordered)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new();
    g_ptr_array_sort(lines, by_top);
    for (size_t start = 0, end; start < lines->len; start = end) {
        end = end_of_row(lines, start);
        qsort(lines->pdata + start, end - start, sizeof lines->pdata[0], by_left);
        struct pdf_line *first = line_at(lines, start);
        for (size_t i = start + 1; i < end; i++)
            take_in(first, line_at(lines, i));
        g_ptr_array_add(rows, first);
    }
    mark_parted(rows);
    g_ptr_array_extend(ordered, rows, NULL, NULL);
}

/* How many of @lines, sorted by top, in @most rows at the top stand well apart from what follows. */
static size_t head_size(const GPtrArray *lines, size_t most)
{
    size_t end = 0, found = 0;
    for (size_t rows = 0; rows < most && end < lines->len; rows++) {
        size_t start = end;
        end = end_of_row(lines, start);
        if (end == lines->len)
            return found;
        const struct pdf_line *last = line_at(lines, end - 1);
        double gap = line_at(lines, end)->top - last->bottom;
        if (gap > EDGE_GAP * (last->bottom - last->top))
            found = end;
    }
    return found;
}

/* The same from the bottom; how many lines. */
static size_t foot_size(const GPtrArray *lines, size_t most)
{
    size_t start = lines->len, found = lines->len;
    for (size_t rows = 0; rows < most && start > 0; rows++) {
        size_t end = start--;
        while (start > 0 &&
               pdf_same_row(line_at(lines, start - 1), line_at(lines, end - 1)))
            start--;
        if (start == 0)
            break;
        const struct pdf_line *first = line_at(lines, start);
        double gap = first->top - line_at(lines, start - 1)->bottom;
        if (gap > EDGE_GAP * (first->bottom - first->top))
            found = start;
    }
    return lines->len - found;
}

static GPtrArray *slice(const GPtrArray *lines, size_t start, size_t end)
{
    GPtrArray *part = g_ptr_array_new();
    for (size_t i = start; i < end; i++)
        g_ptr_array_add(part, line_at(lines, i));
    return part;
}

/* Read @part and part its first line from what came before. */
static void read_apart(GPtrArray *part, GPtrArray *ordered,
                       void (*read)(GPtrArray *, GPtrArray *))
{
    size_t before = ordered->len;
    read(part, ordered);
    if (before > 0 && ordered->len > before)
        line_at(ordered, before)->is_parted = true;
}

static void order_page(GPtrArray *all, GPtrArray *ordered)
{
    g_ptr_array_sort(all, by_top);
    size_t head = all->len, foot = 0;
    for (size_t most = EDGE; head + foot >= all->len && head + foot > 0; most--) {
        head = head_size(all, most);
        foot = foot_size(all, most);
    }
    g_autoptr(GPtrArray) heads = slice(all, 0, head);
    g_autoptr(GPtrArray) text = slice(all, head, all->len - foot);
    g_autoptr(GPtrArray) feet = slice(all, all->len - foot, all->len);
    pdf_read_rows(heads, ordered);
    read_apart(text, ordered, pdf_read_columns);
    read_apart(feet, ordered, pdf_read_rows);
}

void pdf_order(GArray *lines)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    g_autoptr(GPtrArray) ordered = g_ptr_array_new();
    for (size_t i = 0; i < lines->len; i++)
        g_ptr_array_add(all, &g_array_index(lines, struct pdf_line, i));
    order_page(all, ordered);

    g_autoptr(GArray) result = g_array_new(FALSE, FALSE, sizeof(struct pdf_line));
    for (size_t i = 0; i < ordered->len; i++)
        g_array_append_vals(result, line_at(ordered, i), 1);
    g_array_set_clear_func(lines, NULL);
    g_array_set_size(lines, 0);
    g_array_append_vals(lines, result->data, result->len);
    g_array_set_clear_func(lines, pdf_line_clear);
}
