#include <lyhord/codebook/outline.h>

#include <glib.h>

/* Places in the list as it was; LYH_NONE where there is none. @first has one more, for the top. */
typedef struct outline {
    size_t *above; /* the place of the parent, or the count for the top */
    size_t *first, *last, *next;
} outline;

static size_t *places_new(size_t count)
{
    size_t *places = g_new(size_t, count);
    for (size_t i = 0; i < count; i++)
        places[i] = LYH_NONE;
    return places;
}

static void outline_init(outline *list, size_t count)
{
    *list = (outline){ places_new(count), places_new(count + 1), places_new(count + 1),
                       places_new(count) };
}

static void outline_clear(outline *list)
{
    g_free(list->above);
    g_free(list->first);
    g_free(list->last);
    g_free(list->next);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(outline, outline_clear)

static void append_below(outline *list, size_t above, size_t place)
{
    list->above[place] = above;
    if (list->first[above] == LYH_NONE)
        list->first[above] = place;
    else
        list->next[list->last[above]] = place;
    list->last[above] = place;
}

static void link_codes(outline *list, const lyh_codebook *book, const size_t *codes,
                       size_t count)
{
    g_autofree size_t *place_of = places_new(lyh_codebook_count(book));
    for (size_t i = 0; i < count; i++)
        place_of[codes[i]] = i;
    for (size_t i = 0; i < count; i++) {
        size_t parent = lyh_codebook_code(book, codes[i])->parent;
        size_t above = parent == LYH_NONE ? LYH_NONE : place_of[parent];
        append_below(list, above == LYH_NONE ? count : above, i);
    }
}

/* The place after @at when all below it has been told; @depth goes with it. */
static size_t next_place(const outline *list, size_t at, size_t count, size_t *depth)
{
    while (list->next[at] == LYH_NONE) {
        at = list->above[at];
        if (at == count)
            return LYH_NONE;
        --*depth;
    }
    return list->next[at];
}

void lyh_codebook_outline(const lyh_codebook *book, size_t *codes, size_t count,
                          size_t *depths)
{
    g_auto(outline) list;
    outline_init(&list, count);
    link_codes(&list, book, codes, count);
    g_autofree size_t *were = g_memdup2(codes, count * sizeof *codes);
    size_t depth = 0, told = 0;
    for (size_t at = list.first[count]; at != LYH_NONE;) {
        if (depths)
            depths[told] = depth;
        codes[told++] = were[at];
        if (list.first[at] != LYH_NONE) {
            at = list.first[at];
            depth++;
        } else {
            at = next_place(&list, at, count, &depth);
        }
    }
    g_assert(told == count);
}
