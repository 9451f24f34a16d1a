#include "lines.h"

#include <string.h>

#include <lyhord/base/text.h>

/* Most lines of an interview are longer than this many bytes: room for them is there at once. */
#define SHORT_LINE 100
#define FEWEST_LINES 16

/* With room for the lines of @size bytes. */
static line_list *lines_for(size_t size)
{
    line_list *lines = g_new0(line_list, 1);
    lines->text = g_string_new(NULL);
    lines->room = size / SHORT_LINE + FEWEST_LINES;
    lines->items = g_new(struct line, lines->room);
    lines->origins = g_array_new(FALSE, FALSE, sizeof(lyh_origin_step));
    return lines;
}

line_list *lines_new(void)
{
    return lines_for(0);
}

line_list *lines_of_text(const char *path, const lyh_bytes *bytes, lyh_diags *diags)
{
    lyh_source *source = lyh_source_lent(path, LYH_SOURCE_TRANSCRIPT, bytes, diags);
    if (!source)
        return NULL;
    line_list *lines = lines_for(lyh_source_size(source));
    lines->source = source;
    return lines;
}

void lines_free(line_list *lines)
{
    if (!lines)
        return;
    lyh_source_free(lines->source);
    signs_free(lines->signs);
    g_array_unref(lines->origins);
    g_free(lines->items);
    if (!lines_are_taken(lines))
        g_string_free(lines->text, TRUE);
    g_free(lines);
}

/* Below U+0300 (UTF-8 lead byte CC) nothing combines: such text is NFC as it stands. */
static size_t bytes_that_never_combine(const char *text, size_t size)
{
    size_t i = 0;
    while (i < size && (unsigned char)text[i] < 0xCC)
        i++;
    return i;
}

static void add_step(line_list *lines, lyh_origin origin)
{
    lyh_origin_step step = { .start = lines->text->len, .origin = origin };
    g_array_append_val(lines->origins, step);
}

static void advance(lyh_origin *origin, const char *text, size_t size)
{
    if (origin->paragraph > 0)
        origin->character += lyh_text_length(text, size);
    else
        origin->byte += size;
}

/* Bytes of the piece at the start of @text: plain text up to the last character before a run of
 * others, or that character with its run. Nothing composes across such a joint. */
static size_t piece(const char *text, size_t size)
{
    size_t run = bytes_that_never_combine(text, size);
    if (run == size)
        return size;
    size_t base = run == 0 ? 0 : (size_t)(g_utf8_prev_char(text + run) - text);
    if (base > 0)
        return base;

    size_t end = run;
    while (end < size && (unsigned char)text[end] >= 0xCC)
        end += (size_t)g_utf8_skip[(unsigned char)text[end]];
    return end;
}

/* A line that NFC changes, piece by piece, so that the pieces it leaves alone stay in step. */
static void add_composed(line_list *lines, const char *text, size_t size, lyh_origin origin)
{
    for (size_t offset = 0; offset < size;) {
        size_t length = piece(text + offset, size - offset);
        size_t composed_size;
        g_autofree char *composed = lyh_text_nfc(text + offset, length, &composed_size);
        add_step(lines, origin);
        g_string_append_len(lines->text, composed, (gssize)composed_size);
        advance(&origin, text + offset, length);
        offset += length;
    }
}

static bool is_nfc(const char *text, size_t size)
{
    if (lyh_text_is_nfc_at_sight(text, size))
        return true;
    size_t composed_size;
    g_autofree char *composed = lyh_text_nfc(text, size, &composed_size);
    return composed_size == size && memcmp(composed, text, size) == 0;
}

/* Begin a line where the text ends. */
static struct line begin_line(const line_list *lines, bool is_paragraph)
{
    return (struct line){ .start = lines->text->len,
                          .step = lines->origins->len,
                          .is_paragraph = is_paragraph };
}

/* Set what is left of @line without white space at its ends. */
static void trim(const line_list *lines, struct line *line)
{
    const char *text = lines->text->str + line->start;
    size_t size = line->end - line->start;
    bool is_trimmed =
        size > 0 && g_ascii_isgraph(text[0]) && g_ascii_isgraph(text[size - 1]);
    size_t lead = is_trimmed ? 0 : lyh_text_leading_space(text, size);
    line->first = line->start + lead;
    line->last = is_trimmed ? line->end
                            : line->first + lyh_text_trimmed_size(text + lead, size - lead);
}

/* Where the next line is to stand. */
static struct line *next_line(line_list *lines)
{
    if (lines->count == lines->room) {
        lines->room *= 2;
        lines->items = g_renew(struct line, lines->items, lines->room);
    }
    return &lines->items[lines->count++];
}

static void end_line(line_list *lines, struct line *line)
{
    line->end = lines->text->len;
    trim(lines, line);
    *next_line(lines) = *line;
}

void lines_take_text(line_list *lines)
{
    add_step(lines, (lyh_origin){ .byte = 0 });
    g_string_free(lines->text, TRUE);
    lines->taken = (GString){ .str = (char *)lyh_source_text(lines->source),
                              .len = lyh_source_size(lines->source) };
    lines->text = &lines->taken;
}

void lines_add_taken(line_list *lines, size_t start, size_t end)
{
    struct line *line = next_line(lines);
    *line = (struct line){ .start = start, .end = end };
    trim(lines, line);
}

void lines_add(line_list *lines, const char *text, size_t size, lyh_origin origin,
               bool is_paragraph)
{
    struct line line = begin_line(lines, is_paragraph);
    if (is_nfc(text, size)) {
        add_step(lines, origin);
        g_string_append_len(lines->text, text, (gssize)size);
    } else {
        add_composed(lines, text, size, origin);
    }
    end_line(lines, &line);
}

/* Where the stretch that begins in @steps at @index ends: at the next one, or, where that would
 * part a character from the accents that follow it, later. */
static size_t stretch_end(const char *text, size_t size, const GArray *steps, guint *index)
{
    while (++*index < steps->len) {
        size_t end = g_array_index(steps, lyh_origin_step, *index).start;
        if (end < size && bytes_that_never_combine(text + end, 1) > 0)
            return end;
    }
    return size;
}

void lines_add_pieces(line_list *lines, const char *text, size_t size, const GArray *steps,
                      bool is_paragraph)
{
    struct line line = begin_line(lines, is_paragraph);
    for (guint i = 0; i < steps->len;) {
        const lyh_origin_step *step = &g_array_index(steps, lyh_origin_step, i);
        size_t end = stretch_end(text, size, steps, &i);
        if (is_nfc(text + step->start, end - step->start)) {
            add_step(lines, step->origin);
            g_string_append_len(lines->text, text + step->start,
                                (gssize)(end - step->start));
        } else {
            add_composed(lines, text + step->start, end - step->start, step->origin);
        }
    }
    end_line(lines, &line);
}

void lines_set_times(line_list *lines, size_t index, uint64_t from, uint64_t to)
{
    lines->items[index].from = from;
    lines->items[index].to = to;
    lines->are_timed = true;
}

bool lines_have_blank(const line_list *lines)
{
    for (size_t i = 0; i + 1 < lines->count; i++)
        if (line_is_blank(lines_at(lines, i)))
            return true;
    return false;
}

struct line *lines_latest(line_list *lines)
{
    g_assert(lines->count > 0);
    return &lines->items[lines->count - 1];
}

/* Index of the last step at or before @offset; every line begins with one. */
static size_t step_before(const line_list *lines, size_t offset)
{
    size_t low = 0;
    size_t high = lines->origins->len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (g_array_index(lines->origins, lyh_origin_step, middle).start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static lyh_origin origin_of(const line_list *lines, size_t index, size_t offset)
{
    const lyh_origin_step *step = &g_array_index(lines->origins, lyh_origin_step, index);
    lyh_origin origin = step->origin;
    advance(&origin, lines->text->str + step->start, offset - step->start);
    return origin;
}

/* Do text and file run on to @step as the last of @steps says? */
static bool is_in_step(const GArray *steps, const lyh_origin_step *step)
{
    if (steps->len == 0 || step->origin.paragraph > 0)
        return false;
    const lyh_origin_step *last = &g_array_index(steps, lyh_origin_step, steps->len - 1);
    return last->origin.paragraph == 0 &&
           last->origin.byte + (step->start - last->start) == step->origin.byte;
}

void lines_copy_origins(const line_list *lines, const struct line *line, size_t start,
                        size_t end, size_t target, GArray *steps)
{
    size_t index = line->step;
    /* Where a line is empty, what stands at the same byte is the next line's. */
    while (start < end && index + 1 < lines->origins->len &&
           g_array_index(lines->origins, lyh_origin_step, index + 1).start <= start)
        index++;
    lyh_origin_step step = { .start = target, .origin = origin_of(lines, index, start) };
    if (!is_in_step(steps, &step))
        g_array_append_val(steps, step);
    for (index++; index < lines->origins->len; index++) {
        step = g_array_index(lines->origins, lyh_origin_step, index);
        if (step.start >= end)
            break;
        step.start = target + (step.start - start);
        g_array_append_val(steps, step);
    }
}

lyh_place lines_place(const line_list *lines, const char *path, size_t start, size_t end)
{
    lyh_origin first = origin_of(lines, step_before(lines, start), start);
    if (first.paragraph > 0)
        return lyh_place_page(path, first.page, first.paragraph, first.character);
    size_t last = end > start ? end - 1 : start;
    lyh_origin after = origin_of(lines, step_before(lines, last), last);
    return lyh_place_text(lines->source, first.byte, MAX(first.byte, after.byte + 1));
}
