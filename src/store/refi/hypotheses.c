#include "hypotheses.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

/* ---- words for them ---- */

char *hypothesis_words(const hypothesis *one)
{
    return g_strdup_printf("%s,%s,%s,%s", one->is_utf16 ? "utf16" : "points",
                           one->crlf_is_one ? "crlf1" : "crlf2",
                           one->counts_bom ? "bom" : "nobom",
                           one->is_inclusive ? "inclusive" : "exclusive");
}

bool hypotheses_know(const char *told)
{
    static const char *const words[] = { "points", "utf16",     "crlf1",     "crlf2", "bom",
                                         "nobom",  "exclusive", "inclusive", NULL };
    g_auto(GStrv) parts = g_strsplit(told, ",", -1);
    const char *const *said = (const char *const *)parts;
    for (char **part = parts; *part; part++)
        if (!g_strv_contains(words, *part))
            return false;
    for (size_t i = 0; words[i]; i += 2)
        if (g_strv_contains(said, words[i]) && g_strv_contains(said, words[i + 1]))
            return false;
    return parts[0] != NULL;
}

static bool is_told(const hypothesis *one, const char *told)
{
    if (!told)
        return true;
    g_autofree char *words = hypothesis_words(one);
    g_auto(GStrv) own = g_strsplit(words, ",", -1);
    g_auto(GStrv) parts = g_strsplit(told, ",", -1);
    for (char **part = parts; *part; part++)
        if (!g_strv_contains((const char *const *)own, *part))
            return false;
    return true;
}

/* ---- from positions to bytes ---- */

/* A position that is wanted: whose it is, and which end. */
typedef struct mark {
    long position;
    size_t selection;
    bool is_end;
} mark;

static int by_position(const void *a, const void *b)
{
    const mark *one = a, *other = b;
    return (one->position > other->position) - (one->position < other->position);
}

/* The character at @text: how many bytes it has and how many units it counts. */
static size_t units_at(const hypothesis *one, const lyh_refi_source *source, size_t byte,
                       size_t *length)
{
    const char *text = source->text + byte;
    if (*text == '\r' && text[1] == '\n' && one->crlf_is_one) {
        *length = 2;
        return 1;
    }
    uint32_t c = lyh_text_char(text, source->size - byte, length);
    if (c == '\n' && one->is_last_resort && source->is_inline)
        return 2;
    return c > 0xffff && one->is_utf16 ? 2 : 1;
}

static void set_mark(hypothesis *one, const mark *here, size_t byte)
{
    lyh_refi_span *span = &g_array_index(one->spans, lyh_refi_span, here->selection);
    if (here->is_end)
        span->end = byte;
    else
        span->start = byte;
}

/* A mark within a character, or behind the end, has no place: it stays LYH_NONE. */
static void place_marks(hypothesis *one, const lyh_refi_source *source, const GArray *marks)
{
    size_t byte = 0, length;
    long unit = source->has_bom && one->counts_bom ? 1 : 0;
    guint next = 0;
    /* what begins with the BOM begins with the text */
    for (; next < marks->len && g_array_index(marks, mark, next).position < unit; next++)
        if (g_array_index(marks, mark, next).position >= 0)
            set_mark(one, &g_array_index(marks, mark, next), 0);
    while (next < marks->len) {
        const mark *here = &g_array_index(marks, mark, next);
        if (here->position == unit) {
            set_mark(one, here, byte);
            next++;
        } else if (here->position < unit) {
            next++;
        } else if (byte >= source->size) {
            return;
        } else {
            unit += (long)units_at(one, source, byte, &length);
            byte += length;
        }
    }
}

static void unref_array(gpointer array)
{
    g_array_unref(array);
}

static GPtrArray *marks_of(const hypothesis *one, const lyh_refi *project)
{
    GPtrArray *lists = g_ptr_array_new_with_free_func(unref_array);
    for (size_t i = 0; i < project->source_count; i++)
        g_ptr_array_add(lists, g_array_new(FALSE, FALSE, sizeof(mark)));
    for (size_t i = 0; i < project->selection_count; i++) {
        const lyh_refi_selection *selection = &project->selections[i];
        bool is_last =
            one->is_inclusive && selection->end >= 0 && selection->end < G_MAXLONG;
        mark start = { selection->start, i, false };
        mark end = { selection->end + is_last, i, true };
        g_array_append_val((GArray *)lists->pdata[selection->source], start);
        g_array_append_val((GArray *)lists->pdata[selection->source], end);
    }
    return lists;
}

static void make_spans(hypothesis *one, const lyh_refi *project)
{
    const lyh_refi_span none = { LYH_NONE, LYH_NONE };
    for (size_t i = 0; i < project->selection_count; i++)
        g_array_append_val(one->spans, none);
    g_autoptr(GPtrArray) marks = marks_of(one, project);
    for (size_t i = 0; i < project->source_count; i++) {
        g_array_sort(marks->pdata[i], by_position);
        place_marks(one, &project->sources[i], marks->pdata[i]);
    }
    for (size_t i = 0; i < project->selection_count; i++) {
        lyh_refi_span *span = &g_array_index(one->spans, lyh_refi_span, i);
        bool is_some =
            span->start != LYH_NONE && span->end != LYH_NONE && span->start <= span->end;
        if (!is_some)
            *span = none;
        one->impossible += !is_some;
    }
}

/* ---- all of them ---- */

/* What could make a difference in these texts. */
typedef struct traits {
    bool has_crlf, has_bom, has_beyond, has_inline_lines;
} traits;

static void note_traits(traits *found, const lyh_refi_source *source)
{
    found->has_bom |= source->has_bom;
    found->has_crlf |= memmem(source->text, source->size, "\r\n", 2) != NULL;
    found->has_inline_lines |=
        source->is_inline && memchr(source->text, '\n', source->size);
    for (size_t i = 0; i < source->size && !found->has_beyond; i++)
        found->has_beyond = (unsigned char)source->text[i] >= 0xf0;
}

static void add_one(GPtrArray *hypotheses, const lyh_refi *project, const char *told,
                    hypothesis like)
{
    if (!is_told(&like, told))
        return;
    hypothesis *new = g_new(hypothesis, 1);
    *new = like;
    new->spans = g_array_new(FALSE, FALSE, sizeof(lyh_refi_span));
    new->fits = g_byte_array_new();
    g_byte_array_set_size(new->fits, (guint)project->selection_count);
    if (project->selection_count > 0)
        memset(new->fits->data, 0, project->selection_count);
    make_spans(new, project);
    g_ptr_array_add(hypotheses, new);
}

/* What no text here can show is added only when it is told. */
void hypotheses_add(GPtrArray *hypotheses, const lyh_refi *project, const char *told)
{
    traits found = { 0 };
    for (size_t i = 0; i < project->source_count; i++)
        note_traits(&found, &project->sources[i]);
    for (unsigned i = 0; i < 32; i++) {
        hypothesis like = { .is_inclusive = (i & 1) != 0,
                            .is_utf16 = (i & 2) != 0,
                            .crlf_is_one = (i & 4) != 0,
                            .counts_bom = (i & 8) != 0,
                            .is_last_resort = (i & 16) != 0 };
        bool is_idle = !told && ((like.is_utf16 && !found.has_beyond) ||
                                 (like.crlf_is_one && !found.has_crlf) ||
                                 (like.counts_bom && !found.has_bom));
        if (!is_idle && (!like.is_last_resort || found.has_inline_lines))
            add_one(hypotheses, project, told, like);
    }
}

void hypothesis_free(hypothesis *old)
{
    g_array_unref(old->spans);
    g_byte_array_unref(old->fits);
    g_free(old);
}

bool hypothesis_is_same(const hypothesis *one, const hypothesis *other,
                        const GByteArray *coded)
{
    for (guint i = 0; i < coded->len; i++) {
        const lyh_refi_span *a = &g_array_index(one->spans, lyh_refi_span, i);
        const lyh_refi_span *b = &g_array_index(other->spans, lyh_refi_span, i);
        if (coded->data[i] && (a->start != b->start || a->end != b->end))
            return false;
    }
    return true;
}

/* ---- do the words fit? ---- */

/* White space of any kind is a space, for attributes of XML have no line ends; CRLF is one. */
static char *spaced(const char *text, size_t size)
{
    size_t normal_size;
    char *normal = lyh_text_nfc(text, size, &normal_size);
    GString *made = g_string_sized_new(normal_size + 1);
    size_t length;
    for (size_t i = 0; i < normal_size; i += length) {
        uint32_t c = lyh_text_char(normal + i, normal_size - i, &length);
        bool is_half = c == '\r' && i + 1 < normal_size && normal[i + 1] == '\n';
        if (is_half)
            continue;
        if (lyh_char_is_space(c))
            g_string_append_c(made, ' ');
        else
            g_string_append_len(made, normal + i, (gssize)length);
    }
    free(normal);
    return g_string_free(made, FALSE);
}

/* Runs of spaces as one, and none at the ends. */
static void tighten(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++)
        if (*from != ' ' || (to > text && to[-1] != ' '))
            *to++ = *from;
    while (to > text && to[-1] == ' ')
        to--;
    *to = '\0';
}

/* Take "…" or "..." from the end: was there one, with something before it? */
static bool cut_ellipsis(char *quote)
{
    size_t size = strlen(quote);
    size_t cut =
        g_str_has_suffix(quote, "\xe2\x80\xa6") || g_str_has_suffix(quote, "...") ? 3 : 0;
    quote[size - cut] = '\0';
    return cut > 0 && size > cut;
}

enum { FIT_NONE, FIT_BEGINNING_LOOSE, FIT_BEGINNING, FIT_LOOSE, FIT_WHOLE };

/* @said and @quote are changed. */
static unsigned fit_of(char *said, char *quote)
{
    if (strcmp(said, quote) == 0)
        return FIT_WHOLE;
    g_autofree char *tight_said = g_strdup(said);
    g_autofree char *tight_quote = g_strdup(quote);
    tighten(tight_said);
    tighten(tight_quote);
    if (strcmp(tight_said, tight_quote) == 0)
        return FIT_LOOSE;
    if (cut_ellipsis(quote) && g_str_has_prefix(said, quote))
        return FIT_BEGINNING;
    if (cut_ellipsis(tight_quote) && g_str_has_prefix(tight_said, tight_quote))
        return FIT_BEGINNING_LOOSE;
    return FIT_NONE;
}

/* No more is looked at than the words can be: a quote of n bytes is at most so many in another form. */
#define WIDEST_FORM 4

static unsigned fit_words(const lyh_refi_source *source, lyh_refi_span span,
                          const char *words)
{
    size_t size = strlen(words);
    size_t most = size * WIDEST_FORM + 64;
    if (size == 0 || span.start == LYH_NONE || span.start == span.end)
        return FIT_NONE;
    size_t end = MIN(span.end, span.start + most);
    while (end < span.end && end > span.start && (source->text[end] & 0xc0) == 0x80)
        end--;
    g_autofree char *said = spaced(source->text + span.start, end - span.start);
    g_autofree char *quote = spaced(words, size);
    return fit_of(said, quote);
}

unsigned hypothesis_fit(const hypothesis *one, const lyh_refi *project, size_t selection)
{
    const lyh_refi_selection *about = &project->selections[selection];
    const lyh_refi_source *source = &project->sources[about->source];
    lyh_refi_span span = g_array_index(one->spans, lyh_refi_span, selection);
    return MAX(fit_words(source, span, about->name),
               fit_words(source, span, about->description));
}

void hypothesis_add_fit(hypothesis *one, size_t selection)
{
    one->fits->data[selection] = 1;
    one->fitting++;
}
