#include "furniture_private.h"

#include <lyhord/base/text.h>

#include "shape.h"

/* Lines of text from one page number to the next: at the most, and at the least on average.
 * Printed pages hold 25 to 55. */
#define LONGEST_PAGE 90
#define SHORTEST_PAGE 12

/* A line that stands alone between blank ones and holds a number. */
struct member {
    size_t line;
    size_t text_before; /* lines of text in the file before it */
    size_t count, numbers[SHAPE_NUMBERS];
};

struct series {
    GArray *members;
    bool is_number;
};

static void free_series(void *data)
{
    g_array_unref(((struct series *)data)->members);
    g_free(data);
}

static const struct member *member_at(const struct series *series, size_t index)
{
    return &g_array_index(series->members, struct member, index);
}

static bool is_alone(const line_list *lines, size_t index)
{
    return (index == 0 || line_is_blank(lines_at(lines, index - 1))) &&
           (index + 1 >= lines->count || line_is_blank(lines_at(lines, index + 1)));
}

static void add_member(const line_list *lines, size_t index, size_t text_before,
                       GHashTable *all)
{
    struct shape shape = shape_of(lines, index);
    if (shape.key && shape.count > 0) {
        struct series *series = g_hash_table_lookup(all, shape.key);
        if (!series) {
            series = g_new0(struct series, 1);
            series->members = g_array_new(FALSE, TRUE, sizeof(struct member));
            series->is_number = shape.is_number;
            g_hash_table_insert(all, g_strdup(shape.key), series);
        }
        struct member member = { .line = index,
                                 .text_before = text_before,
                                 .count = shape.count };
        for (size_t i = 0; i < shape.count; i++)
            member.numbers[i] = shape.numbers[i];
        g_array_append_val(series->members, member);
    }
    g_free(shape.key);
}

static GHashTable *collect(const line_list *lines)
{
    GHashTable *all = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_series);
    size_t text = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = lines_at(lines, i);
        if (line_is_blank(line) || line->is_furniture)
            continue;
        if (is_alone(lines, i))
            add_member(lines, i, text, all);
        text++;
    }
    return all;
}

/* Does number @which rise from each to the next, by pages of the size that pages have? */
static bool rises_by_pages(const struct series *series, size_t which)
{
    size_t last = series->members->len - 1;
    for (size_t i = 0; i < last; i++) {
        const struct member *member = member_at(series, i);
        const struct member *next = member_at(series, i + 1);
        if (member->count <= which || next->count <= which ||
            next->numbers[which] <= member->numbers[which])
            return false;
        size_t pages = next->numbers[which] - member->numbers[which];
        if (next->text_before - member->text_before > pages * LONGEST_PAGE)
            return false;
    }
    size_t pages =
        member_at(series, last)->numbers[which] - member_at(series, 0)->numbers[which];
    size_t text = member_at(series, last)->text_before - member_at(series, 0)->text_before;
    return text / SHORTEST_PAGE >= pages;
}

/* Stories, questions and chapters are counted 1, 2, 3. */
static bool counts_from_one(const struct series *series, size_t which)
{
    for (size_t i = 0; i < series->members->len; i++)
        if (member_at(series, i)->numbers[which] != i + 1)
            return false;
    return true;
}

static const struct line *text_beside(const line_list *lines, size_t index, int step)
{
    for (size_t i = index + (size_t)step; i < lines->count; i += (size_t)step)
        if (!line_is_blank(lines_at(lines, i)))
            return lines_at(lines, i);
    return NULL;
}

static bool any_is_crossed(const line_list *lines, const struct series *series)
{
    for (size_t i = 0; i < series->members->len; i++) {
        size_t line = member_at(series, i)->line;
        const struct line *before = text_beside(lines, line, -1);
        const struct line *after = text_beside(lines, line, 1);
        if (before && after && furniture_crosses(lines, before, after))
            return true;
    }
    return false;
}

static bool is_furniture(const line_list *lines, const struct series *series)
{
    if (series->members->len < 3)
        return false;
    for (size_t which = 0; which < member_at(series, 0)->count; which++)
        if (rises_by_pages(series, which) &&
            (!counts_from_one(series, which) || any_is_crossed(lines, series)))
            return true;
    return false;
}

void furniture_of_series(line_list *lines)
{
    g_autoptr(GHashTable) all = collect(lines);
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, all);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const struct series *series = value;
        if (!is_furniture(lines, series))
            continue;
        for (size_t i = 0; i < series->members->len; i++)
            lines_get(lines, member_at(series, i)->line)->is_furniture = true;
    }
}
