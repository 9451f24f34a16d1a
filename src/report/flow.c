#include "flow.h"

#define MOST_LEFT 0.6 /* of a page, filled: less is not left for a table's sake */

typedef struct flow {
    GArray *pieces;
    double page_height;
    size_t page;
    double y;
    double foot; /* points of footnotes on the page */
} flow;

static lyh_piece *piece_at(const flow *f, guint index)
{
    return &g_array_index(f->pieces, lyh_piece, index);
}

/* One past the last piece before @end that holds on to @first by ties of @least or stronger. */
static guint chunk_end(const flow *f, guint first, guint end, int least)
{
    guint next = first + 1;
    while (next < end && (int)piece_at(f, next - 1)->keep >= least &&
           !piece_at(f, next)->begins)
        next++;
    return next;
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

static double chunk_foot(const flow *f, guint first, guint end)
{
    double foot = 0;
    for (guint i = first; i < end; i++)
        foot += piece_at(f, i)->foot;
    return foot;
}

/* What footnotes of @foot points take of a page. */
static double foot_room(double foot)
{
    return foot > 0 ? foot + LYH_FOOT_GAP : 0;
}

static bool fits_a_page(const flow *f, guint first, guint end)
{
    double above = space_above(piece_at(f, first), true);
    double below = foot_room(chunk_foot(f, first, end));
    return above + chunk_height(f, first, end) + below <= f->page_height;
}

static void turn_page(flow *f)
{
    f->page++;
    f->y = 0;
    f->foot = 0;
}

static void place(flow *f, guint first, guint end)
{
    for (guint i = first; i < end; i++) {
        lyh_piece *piece = piece_at(f, i);
        piece->is_first_on_page = f->y <= 0;
        piece->page = f->page;
        piece->y = f->y + space_above(piece, piece->is_first_on_page);
        f->y = piece->y + piece->height;
        f->foot += piece->foot;
    }
}

static bool begins_here(const flow *f, const lyh_piece *piece)
{
    return piece->begins && !(piece->yields && f->y < f->page_height / 3);
}

/* Does it fit below what stands on the page? */
static bool fits_here(const flow *f, guint first, guint end)
{
    double needed =
        space_above(piece_at(f, first), f->y <= 0) + chunk_height(f, first, end);
    double below = foot_room(f->foot + chunk_foot(f, first, end));
    return f->y + needed + below <= f->page_height + 0.01;
}

static lyh_keep weakest_tie(const flow *f, guint first, guint end)
{
    lyh_keep weakest = LYH_KEEP_HARD;
    for (guint i = first; i + 1 < end; i++)
        weakest = MIN(weakest, piece_at(f, i)->keep);
    return weakest;
}

/* A table whose rows would leave much of the page empty begins here and goes on. */
static bool leaves_too_much(const flow *f, guint first, guint end)
{
    return f->y > 0 && f->y < f->page_height * MOST_LEFT &&
           !begins_here(f, piece_at(f, first)) && !fits_here(f, first, end) &&
           weakest_tie(f, first, end) == LYH_KEEP_SOFT;
}

static void place_together(flow *f, guint first, guint end)
{
    if (f->y > 0 && (!fits_here(f, first, end) || begins_here(f, piece_at(f, first))))
        turn_page(f);
    place(f, first, end);
}

static void place_by_ties(flow *f, guint first, guint end, int least)
{
    for (guint next; first < end; first = next) {
        next = chunk_end(f, first, end, least);
        bool is_whole = next == first + 1 || fits_a_page(f, first, next);
        if (is_whole && !leaves_too_much(f, first, next))
            place_together(f, first, next);
        else
            place_by_ties(f, first, next, least + 1);
    }
}

static guint page_end(const flow *f, guint first)
{
    guint end = first + 1;
    while (end < f->pieces->len && piece_at(f, end)->page == piece_at(f, first)->page)
        end++;
    return end;
}

/* Footnotes stand one below the other, the last one on the lower edge of the page. */
static void place_feet(const flow *f)
{
    for (guint first = 0, end; first < f->pieces->len; first = end) {
        end = page_end(f, first);
        double foot = chunk_foot(f, first, end);
        double y = f->page_height - foot;
        for (guint i = first; i < end; i++) {
            lyh_piece *piece = piece_at(f, i);
            piece->is_first_foot = piece->foot > 0 && y <= f->page_height - foot;
            piece->foot_y = y;
            y += piece->foot;
        }
    }
}

size_t lyh_flow_paginate(GArray *pieces, double height)
{
    flow f = { .pieces = pieces, .page_height = height };
    place_by_ties(&f, 0, pieces->len, LYH_KEEP_FAINT);
    place_feet(&f);
    return f.page + 1;
}
