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

static bool hide_one(const GArray *rows, guint alone, bool (*is_safe)(const void *user),
                     const void *user)
{
    for (guint i = 0; i < MIN(alone, rows->len); i++) {
        set_hidden(rows, i, true);
        if (is_safe(user))
            return true;
        set_hidden(rows, i, false);
    }
    return false;
}

/* By halves, and then back over them. */
static void hide_some(const GArray *rows, bool (*is_safe)(const void *user),
                      const void *user)
{
    guint least = 1, enough = rows->len;
    while (least < enough) {
        guint middle = least + (enough - least) / 2;
        hiding_set(rows, middle);
        if (is_safe(user))
            enough = middle;
        else
            least = middle + 1;
    }
    hiding_set(rows, enough);
    for (guint i = enough; i > 1; i--) {
        set_hidden(rows, i - 2, false);
        if (!is_safe(user))
            set_hidden(rows, i - 2, true);
    }
}

void hiding_least(const GArray *rows, guint alone, bool (*is_safe)(const void *user),
                  const void *user)
{
    hiding_set(rows, 0);
    if (!hide_one(rows, alone, is_safe, user))
        hide_some(rows, is_safe, user);
}
