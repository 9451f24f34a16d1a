#include "flow.h"

typedef struct flow {
    GArray *pieces;
    double page_height;
    size_t page;
    double y;
} flow;

static lyh_piece *piece_at(const flow *f, guint index)
{
    return &g_array_index(f->pieces, lyh_piece, index);
}

/* One past the last piece that holds on to @first by ties as strong as @least. */
static guint chunk_end(const flow *f, guint first, lyh_keep least)
{
    guint end = first;
    while (end + 1 < f->pieces->len && piece_at(f, end)->keep >= least &&
           !piece_at(f, end + 1)->begins)
        end++;
    return end + 1;
}

static double space_above(const lyh_piece *piece, bool is_first)
{
    if (!is_first)
        return piece->before;
    return piece->repeat + (piece->holds_down ? piece->before : 0);
}

/* From the top of @first to the bottom of the piece before @end, space above @first left out. */
static double chunk_height(const flow *f, guint first, guint end)
{
    double height = 0;
    for (guint i = first; i < end; i++)
        height += piece_at(f, i)->height + (i > first ? piece_at(f, i)->before : 0);
    return height;
}

static bool fits_a_page(const flow *f, guint first, guint end)
{
    double above = space_above(piece_at(f, first), true);
    return above + chunk_height(f, first, end) <= f->page_height;
}

static void turn_page(flow *f)
{
    f->page++;
    f->y = 0;
}

static void place(flow *f, guint first, guint end)
{
    for (guint i = first; i < end; i++) {
        lyh_piece *piece = piece_at(f, i);
        piece->is_first_on_page = f->y <= 0;
        piece->page = f->page;
        piece->y = f->y + space_above(piece, piece->is_first_on_page);
        f->y = piece->y + piece->height;
    }
}

/* What has to go on one page from @first on: as much of what holds together as a page can hold. */
static guint next_chunk(const flow *f, guint first)
{
    guint end = chunk_end(f, first, LYH_KEEP_SOFT);
    if (fits_a_page(f, first, end))
        return end;
    end = chunk_end(f, first, LYH_KEEP_HARD);
    return fits_a_page(f, first, end) ? end : first + 1;
}

size_t lyh_flow_paginate(GArray *pieces, double height)
{
    flow f = { pieces, height, 0, 0 };
    for (guint first = 0, end; first < pieces->len; first = end) {
        end = next_chunk(&f, first);
        double needed =
            space_above(piece_at(&f, first), false) + chunk_height(&f, first, end);
        bool is_full = f.y + needed > height + 0.01;
        if (f.y > 0 && (is_full || piece_at(&f, first)->begins))
            turn_page(&f);
        place(&f, first, end);
    }
    return f.page + 1;
}
