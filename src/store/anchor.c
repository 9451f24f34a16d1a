#include <lyhord/store/anchor.h>

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/coding/quote_places.h>

/* More places are words that everybody says everywhere: the nearest of these is as good. */
#define MOST_PLACES 4096

/* ---- a place and what is around it ---- */

static char *copy_of(const char *text, size_t start, size_t end, char **into)
{
    char *copy = *into;
    memcpy(copy, text + start, end - start);
    copy[end - start] = '\0';
    *into += end - start + 1;
    return copy;
}

lyh_text_place lyh_text_place_at(const lyh_document *document, size_t start, size_t end,
                                 char **words)
{
    const char *text = lyh_document_text(document);
    size_t size = lyh_document_size(document);
    size_t first = lyh_document_byte(document, start);
    size_t last = lyh_document_byte(document, end);
    size_t before = lyh_document_byte(
        document, start > LYH_CONTEXT_LENGTH ? start - LYH_CONTEXT_LENGTH : 0);
    size_t after = MIN(lyh_document_byte(document, end + LYH_CONTEXT_LENGTH), size);
    char *at = *words = malloc(after - before + 3);
    if (!at)
        g_error("%s: failed to allocate memory for a place", G_STRLOC);
    return (lyh_text_place){
        .document = lyh_document_name(document),
        .text_sha256 = lyh_document_hash(document),
        .start = start,
        .end = end,
        .before = copy_of(text, before, first, &at),
        .quote = copy_of(text, first, last, &at),
        .after = copy_of(text, last, after, &at),
        .respondent = "",
        .turn = lyh_document_turn_at(document, first),
    };
}

lyh_text_place lyh_text_place_kept(const lyh_document *document, size_t start, size_t end,
                                   const char *respondent,
                                   const char *(*keep)(void *user, const char *text),
                                   void *user)
{
    char *words;
    lyh_text_place place = lyh_text_place_at(document, start, end, &words);
    place.document = keep(user, place.document);
    place.text_sha256 = keep(user, place.text_sha256);
    place.quote = keep(user, place.quote);
    place.before = keep(user, place.before);
    place.after = keep(user, place.after);
    place.respondent = keep(user, respondent);
    free(words);
    return place;
}

/* ---- finding ---- */

struct lyh_anchorings {
    GArray *list;    /* lyh_anchoring */
    GPtrArray *kept; /* what its places' strings are lent from */
};

typedef struct anchorer {
    lyh_anchorings *made;
    const lyh_document *document;
    lyh_quote_place *places;
} anchorer;

/* Bytes before @at that are as those at the end of @before. */
static size_t alike_before(const char *text, size_t at, const char *before)
{
    size_t count = 0, size = strlen(before);
    while (count < size && count < at && text[at - count - 1] == before[size - count - 1])
        count++;
    return count;
}

static size_t alike_after(const char *text, const char *after)
{
    size_t count = 0;
    while (after[count] && text[count] == after[count])
        count++;
    return count;
}

static size_t alike_around(const anchorer *work, const lyh_quote_place *place,
                           const lyh_text_place *was)
{
    const char *text = lyh_document_text(work->document);
    return alike_before(text, place->start, was->before) +
           alike_after(text + place->end, was->after);
}

static size_t distance(const anchorer *work, const lyh_quote_place *place,
                       const lyh_text_place *was)
{
    size_t start = lyh_document_character(work->document, place->start);
    return start > was->start ? start - was->start : was->start - start;
}

/* The place with most of the same around it, else the nearest; @is_told: that alone decided. */
static const lyh_quote_place *choose(const anchorer *work, size_t count,
                                     const lyh_text_place *was, bool *is_told)
{
    const lyh_quote_place *best = NULL;
    size_t most = 0;
    *is_told = false;
    for (size_t i = 0; i < count; i++) {
        const lyh_quote_place *place = &work->places[i];
        size_t alike = alike_around(work, place, was);
        bool is_better = !best || alike > most;
        if (is_better ||
            (alike == most && distance(work, place, was) < distance(work, best, was))) {
            best = place;
            *is_told = is_better && alike > 0;
        } else if (alike == most) {
            *is_told = false;
        }
        most = MAX(most, alike);
    }
    return best;
}

static bool is_untouched(const lyh_text_place *was, const lyh_text_place *now)
{
    return was->start == now->start && was->end == now->end &&
           strcmp(was->quote, now->quote) == 0 && strcmp(was->before, now->before) == 0 &&
           strcmp(was->after, now->after) == 0;
}

static void find_again(const anchorer *work, const lyh_text_place *was,
                       lyh_anchoring *anchoring)
{
    char *words;
    anchoring->places =
        lyh_quote_places(work->document, was->quote, work->places, MOST_PLACES);
    const lyh_quote_place *best = choose(work, anchoring->places, was, &anchoring->is_told);
    anchoring->fate = LYH_ANCHOR_LOST;
    if (!best)
        return;
    anchoring->place = lyh_text_place_at(
        work->document, lyh_document_character(work->document, best->start),
        lyh_document_character(work->document, best->end), &words);
    g_ptr_array_add(work->made->kept, words);
    anchoring->place.respondent = was->respondent;
    anchoring->fate =
        is_untouched(was, &anchoring->place) ? LYH_ANCHOR_KEPT : LYH_ANCHOR_MOVED;
}

lyh_anchorings *lyh_anchorings_new(const lyh_stored_codings *codings,
                                   const lyh_document *document)
{
    lyh_anchorings *made = g_new0(lyh_anchorings, 1);
    g_autofree lyh_quote_place *places = g_new(lyh_quote_place, MOST_PLACES);
    const anchorer work = { made, document, places };
    made->list = g_array_new(FALSE, FALSE, sizeof(lyh_anchoring));
    made->kept = g_ptr_array_new_with_free_func(free);
    for (size_t i = 0; i < lyh_stored_codings_count(codings); i++) {
        const lyh_text_place *was = &lyh_stored_codings_at(codings, i)->place;
        lyh_anchoring anchoring = {
            .coding = i, .fate = LYH_ANCHOR_KEPT, .place = *was, .places = 1
        };
        if (strcmp(was->document, lyh_document_name(document)) != 0)
            continue;
        if (strcmp(was->text_sha256, lyh_document_hash(document)) != 0)
            find_again(&work, was, &anchoring);
        g_array_append_val(made->list, anchoring);
    }
    return made;
}

void lyh_anchorings_free(lyh_anchorings *anchorings)
{
    if (!anchorings)
        return;
    g_array_unref(anchorings->list);
    g_ptr_array_unref(anchorings->kept);
    g_free(anchorings);
}

size_t lyh_anchorings_count(const lyh_anchorings *anchorings)
{
    return anchorings->list->len;
}

const lyh_anchoring *lyh_anchorings_at(const lyh_anchorings *anchorings, size_t index)
{
    g_assert(index < anchorings->list->len);
    return &g_array_index(anchorings->list, lyh_anchoring, index);
}
