#include "furniture_private.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "shape.h"

/* Characters. "Ja, ja." may stand at the top of many pages, a title is longer. */
#define SHORTEST_TITLE 8

/* How many lines at the top and at the bottom of a page may be furniture. */
#define EDGE 2

struct page {
    size_t top[EDGE], bottom[EDGE]; /* lines, from the edge inwards */
    size_t tops, bottoms;
};

/* A line at an edge of a page. */
struct seen {
    size_t line, page;
    size_t count, numbers[SHAPE_NUMBERS];
    bool is_apart; /* a blank line parts it from the page's text */
    bool agrees;   /* its number follows the pages */
};

/* Lines of one shape at the same edge. */
struct group {
    GArray *seen;
    size_t characters; /* of the shape */
    bool is_bottom, is_number;
};

struct pages {
    line_list *lines;
    GArray *items; /* struct page */
};

static void free_group(void *data)
{
    g_array_unref(((struct group *)data)->seen);
    g_free(data);
}

static struct page *page_at(const struct pages *pages, size_t index)
{
    return &g_array_index(pages->items, struct page, index);
}

static struct seen *seen_at(const struct group *group, size_t index)
{
    return &g_array_index(group->seen, struct seen, index);
}

static void add_to_page(struct page *page, size_t line)
{
    if (page->tops < EDGE)
        page->top[page->tops++] = line;
    memmove(page->bottom + 1, page->bottom, (EDGE - 1) * sizeof page->bottom[0]);
    page->bottom[0] = line;
    page->bottoms = MIN(page->bottoms + 1, EDGE);
}

static void find_pages(struct pages *pages)
{
    size_t number = 0;
    for (size_t i = 0; i < pages->lines->count; i++) {
        const struct line *line = lines_at(pages->lines, i);
        if (line->page != number || pages->items->len == 0)
            g_array_set_size(pages->items, pages->items->len + 1);
        number = line->page;
        if (!line_is_blank(line) && !line->is_furniture)
            add_to_page(page_at(pages, pages->items->len - 1), i);
    }
}

static bool is_apart(const line_list *lines, size_t line, bool is_bottom)
{
    if (is_bottom)
        return line > 0 && line_is_blank(lines_at(lines, line - 1));
    return line + 1 < lines->count && line_is_blank(lines_at(lines, line + 1));
}

static void add_edge(const struct pages *pages, size_t page, size_t line, bool is_bottom,
                     GHashTable *groups)
{
    struct shape shape = shape_of(pages->lines, line);
    if (!shape.key)
        return;
    char *key = g_strconcat(is_bottom ? "b" : "t", shape.key, NULL);
    struct group *group = g_hash_table_lookup(groups, key);
    if (!group) {
        group = g_new0(struct group, 1);
        group->seen = g_array_new(FALSE, TRUE, sizeof(struct seen));
        group->is_bottom = is_bottom;
        group->is_number = shape.is_number;
        group->characters = lyh_text_length(shape.key, strlen(shape.key));
        g_hash_table_insert(groups, g_strdup(key), group);
    }
    struct seen seen = { .line = line,
                         .page = page,
                         .count = shape.count,
                         .is_apart = is_apart(pages->lines, line, is_bottom) };
    memcpy(seen.numbers, shape.numbers, sizeof seen.numbers);
    g_array_append_val(group->seen, seen);
    g_free(key);
    g_free(shape.key);
}

static GHashTable *group_edges(const struct pages *pages)
{
    GHashTable *groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_group);
    for (size_t i = 0; i < pages->items->len; i++) {
        const struct page *page = page_at(pages, i);
        for (size_t j = 0; j < page->tops; j++)
            add_edge(pages, i, page->top[j], false, groups);
        for (size_t j = 0; j < page->bottoms; j++)
            add_edge(pages, i, page->bottom[j], true, groups);
    }
    return groups;
}

/* How many lines have number @which at the same distance from the page as line @from. */
static size_t count_agreeing(const struct group *group, size_t which, size_t from, bool set)
{
    size_t count = 0;
    size_t offset = seen_at(group, from)->numbers[which] - seen_at(group, from)->page;
    for (size_t i = 0; i < group->seen->len; i++) {
        struct seen *seen = seen_at(group, i);
        bool agrees = seen->count > which && seen->numbers[which] - seen->page == offset;
        count += agrees;
        if (set)
            seen->agrees = agrees;
    }
    return count;
}

/* Do the lines' numbers follow the pages? Tried from three of them: front matter may count
 * otherwise. */
static bool follows_pages(const struct group *group, size_t pages)
{
    size_t least = pages <= 3 ? MAX(group->seen->len, 2) : MAX(group->seen->len * 2 / 3, 3);
    size_t tried[] = { 0, group->seen->len / 2, group->seen->len - 1 };
    for (size_t i = 0; i < G_N_ELEMENTS(tried); i++)
        for (size_t j = 0; j < seen_at(group, tried[i])->count; j++)
            if (count_agreeing(group, j, tried[i], false) >= least)
                return count_agreeing(group, j, tried[i], true) > 0;
    return false;
}

/* The page's last line of text, furniture known so far left out. */
static const struct line *last_of(const struct pages *pages, size_t page)
{
    const struct page *edges = page_at(pages, page);
    for (size_t i = 0; i < edges->bottoms; i++)
        if (!lines_at(pages->lines, edges->bottom[i])->is_furniture)
            return lines_at(pages->lines, edges->bottom[i]);
    return NULL;
}

static const struct line *text_after(const line_list *lines, size_t line)
{
    for (line++; line < lines->count; line++)
        if (!line_is_blank(lines_at(lines, line)))
            return lines_at(lines, line);
    return NULL;
}

/* Does a sentence begin on the page before and go on behind this line? */
static bool is_crossed(const struct pages *pages, const struct seen *seen)
{
    const struct line *before = seen->page > 0 ? last_of(pages, seen->page - 1) : NULL;
    const struct line *after = text_after(pages->lines, seen->line);
    return before && after && furniture_crosses(pages->lines, before, after);
}

static bool any_is_crossed(const struct pages *pages, const struct group *group)
{
    for (size_t i = 0; i < group->seen->len; i++)
        if (is_crossed(pages, seen_at(group, i)))
            return true;
    return false;
}

/* The same words and, if any, the same numbers: a title, the date of the printout. A lone number
 * may be an answer. */
static bool stands_apart_on_half(const struct group *group, size_t pages)
{
    const struct seen *first = seen_at(group, 0);
    if (group->seen->len < 3 || group->seen->len * 2 + 1 < pages ||
        (group->is_number ? first->count < 2 : group->characters < SHORTEST_TITLE))
        return false;
    for (size_t i = 0; i < group->seen->len; i++) {
        const struct seen *seen = seen_at(group, i);
        if (!seen->is_apart ||
            memcmp(seen->numbers, first->numbers, sizeof seen->numbers) != 0)
            return false;
    }
    return true;
}

static void leave_out(const struct pages *pages, const struct group *group, bool all)
{
    for (size_t i = 0; i < group->seen->len; i++)
        if (all || seen_at(group, i)->agrees)
            lines_get(pages->lines, seen_at(group, i)->line)->is_furniture = true;
}

/* Feet, bare numbers and lines that are the same on every page need no sentence that runs across
 * them; heads with the page's number do, for stories may have a page and a number each. */
static void judge(const struct pages *pages, const struct group *group, bool is_first_round)
{
    bool needs_sentence = !group->is_bottom && !group->is_number;
    if (is_first_round && stands_apart_on_half(group, pages->items->len))
        leave_out(pages, group, true);
    else if (needs_sentence != is_first_round &&
             (!needs_sentence || any_is_crossed(pages, group)) &&
             follows_pages(group, pages->items->len))
        leave_out(pages, group, false);
}

void furniture_of_pages(line_list *lines)
{
    g_autoptr(GArray) items = g_array_new(FALSE, TRUE, sizeof(struct page));
    struct pages pages = { .lines = lines, .items = items };
    find_pages(&pages);
    if (items->len < 2)
        return;
    g_autoptr(GHashTable) groups = group_edges(&pages);
    for (int round = 0; round < 2; round++) {
        GHashTableIter iter;
        gpointer group;
        g_hash_table_iter_init(&iter, groups);
        while (g_hash_table_iter_next(&iter, NULL, &group))
            judge(&pages, group, round == 0);
    }
}
