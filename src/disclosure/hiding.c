#include "hiding.h"

static void set_hidden(const GArray *rows, guint index, bool is_hidden)
{
    const hidable *row = &g_array_index(rows, hidable, index);
    unsigned char *hidden = &row->layer->hidden[row->code];
    *hidden = is_hidden ? *hidden | row->lines : *hidden & (unsigned char)~row->lines;
}

void hiding_set(const GArray *rows, guint count)
{
    for (guint i = 0; i < rows->len; i++)
        set_hidden(rows, i, i < count);
}

/* What hides, of what. */
typedef struct hiding {
    const GArray *rows;
    bool (*is_safe)(const void *user);
    bool (*may_help)(const void *user, const hidable *row);
    const void *user;
} hiding;

/* Rows that may help as it stands; free with g_free(). */
static bool *useful(const hiding *what)
{
    bool *some = g_new0(bool, what->rows->len + 1);
    for (guint i = 0; i < what->rows->len; i++)
        some[i] = !what->may_help ||
                  what->may_help(what->user, &g_array_index(what->rows, hidable, i));
    return some;
}

/* None of them can be enough when all together are not. */
static bool hide_one(const hiding *what, guint alone, const bool *some)
{
    hiding_set(what->rows, alone);
    bool may_be = what->is_safe(what->user);
    hiding_set(what->rows, 0);
    for (guint i = 0; may_be && i < alone; i++) {
        if (!some[i])
            continue;
        set_hidden(what->rows, i, true);
        if (what->is_safe(what->user))
            return true;
        set_hidden(what->rows, i, false);
    }
    return false;
}

/* By halves, and then back over them. */
static void hide_some(const hiding *what)
{
    guint least = 1, enough = what->rows->len;
    while (least < enough) {
        guint middle = least + (enough - least) / 2;
        hiding_set(what->rows, middle);
        if (what->is_safe(what->user))
            enough = middle;
        else
            least = middle + 1;
    }
    hiding_set(what->rows, enough);
    for (guint i = enough; i > 1; i--) {
        set_hidden(what->rows, i - 2, false);
        if (!what->is_safe(what->user))
            set_hidden(what->rows, i - 2, true);
    }
}

void hiding_least(const GArray *rows, guint alone, bool (*is_safe)(const void *user),
                  bool (*may_help)(const void *user, const hidable *row), const void *user)
{
    const hiding what = { rows, is_safe, may_help, user };
    g_autofree bool *some = useful(&what);
    if (!hide_one(&what, MIN(alone, rows->len), some))
        hide_some(&what);
}
