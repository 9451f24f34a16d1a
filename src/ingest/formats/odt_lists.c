#include "odt_lists.h"

struct list {
    char *style; /* or NULL */
    unsigned count;
    bool has_count;
    bool is_item_new; /* an item has begun whose number nobody has taken */
};

struct odt_lists {
    const odt_styles *styles;
    GArray *open;         /* struct list, the innermost last */
    GHashTable *finished; /* style -> count + 1 of the last outermost list */
};

static void clear_list(void *data)
{
    g_free(((struct list *)data)->style);
}

odt_lists *odt_lists_new(const odt_styles *styles)
{
    odt_lists *lists = g_new0(odt_lists, 1);
    lists->styles = styles;
    lists->open = g_array_new(FALSE, FALSE, sizeof(struct list));
    g_array_set_clear_func(lists->open, clear_list);
    lists->finished = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return lists;
}

void odt_lists_free(odt_lists *lists)
{
    if (!lists)
        return;
    g_hash_table_unref(lists->finished);
    g_array_unref(lists->open);
    g_free(lists);
}

static struct list *list_at(const odt_lists *lists, size_t level)
{
    return &g_array_index(lists->open, struct list, level);
}

void odt_lists_begin(odt_lists *lists, const char *style, bool goes_on)
{
    if (!style && lists->open->len > 0)
        style = list_at(lists, lists->open->len - 1)->style;
    struct list list = { .style = g_strdup(style) };
    unsigned last = style && goes_on && lists->open->len == 0
                        ? GPOINTER_TO_UINT(g_hash_table_lookup(lists->finished, style))
                        : 0;
    if (last > 0) {
        list.has_count = true;
        list.count = last - 1;
    }
    g_array_append_val(lists->open, list);
}

void odt_lists_end(odt_lists *lists)
{
    if (lists->open->len == 0)
        return;
    const struct list *list = list_at(lists, lists->open->len - 1);
    if (lists->open->len == 1 && list->style && list->has_count)
        g_hash_table_replace(lists->finished, g_strdup(list->style),
                             GUINT_TO_POINTER(list->count + 1));
    g_array_set_size(lists->open, lists->open->len - 1);
}

void odt_lists_begin_item(odt_lists *lists, const char *start)
{
    if (lists->open->len == 0)
        return;
    size_t level = lists->open->len - 1;
    struct list *list = list_at(lists, level);
    const struct odt_level *look = odt_styles_level(lists->styles, list->style, level);
    if (start)
        list->count = (unsigned)CLAMP(g_ascii_strtoll(start, NULL, 10), 0, 1 << 30);
    else
        list->count = list->has_count ? list->count + 1 : look ? look->start : 1;
    list->has_count = true;
    list->is_item_new = true;
}

static void add_levels(const odt_lists *lists, const struct odt_level *look, GString *text)
{
    size_t level = lists->open->len - 1;
    size_t first = look->shown > level ? 0 : level + 1 - MAX(look->shown, 1);
    for (size_t i = first; i <= level; i++) {
        const struct list *list = list_at(lists, i);
        const struct odt_level *other = odt_styles_level(lists->styles, list->style, i);
        gsize before = text->len;
        if (other)
            number_add(text, other->format, list->count);
        if (i < level && text->len > before)
            g_string_append_c(text, '.');
    }
}

char *odt_lists_take_number(odt_lists *lists)
{
    if (lists->open->len == 0)
        return NULL;
    size_t level = lists->open->len - 1;
    struct list *list = list_at(lists, level);
    const struct odt_level *look = odt_styles_level(lists->styles, list->style, level);
    if (!list->is_item_new)
        return NULL;
    list->is_item_new = false;
    if (!look || look->format == NUMBER_NONE)
        return NULL;
    g_autoptr(GString) text = g_string_new(look->before);
    add_levels(lists, look, text);
    g_string_append(text, look->after);
    return g_string_free(g_steal_pointer(&text), FALSE);
}
