#include "paragraphs.h"

#include <lyhord/base/text.h>

#include "closing.h"
#include "wrap.h"

/* Sentences that blank lines must run through before a blank line is taken for none. */
#define ENOUGH_CUTS 3

/* What decides between joining a line to the one before and a paragraph of its own. */
struct joint {
    const char *before, *after; /* trimmed */
    size_t before_size, after_size;
    bool has_marks;    /* the file has speaker marks */
    bool is_mark_only; /* the line before is nothing but its mark */
    bool is_parted;    /* a blank line, or the format's own paragraph end, stands between */
    bool is_formatted; /* the format's own */
};

void paragraphs_free(paragraph_list *paragraphs)
{
    if (!paragraphs)
        return;
    g_array_unref(paragraphs->steps);
    g_array_unref(paragraphs->items);
    if (paragraphs->text)
        g_string_free(paragraphs->text, TRUE);
    g_free(paragraphs);
}

/* With room for all of @lines, each with a line end. */
static paragraph_list *paragraphs_empty(const line_list *lines)
{
    guint count = lines->items->len;
    paragraph_list *paragraphs = g_new0(paragraph_list, 1);
    paragraphs->text = g_string_sized_new(lines->text->len + count);
    paragraphs->items = g_array_sized_new(FALSE, FALSE, sizeof(struct paragraph), count);
    paragraphs->steps = g_array_sized_new(FALSE, FALSE, sizeof(lyh_origin_step), count);
    return paragraphs;
}

static bool is_closed(const char *text, size_t size)
{
    size_t id, id_size;
    return closing_at(text, size, &id, &id_size) < size;
}

static bool is_joined(const struct joint *joint)
{
    if (joint->is_mark_only)
        return true;
    if (is_closed(joint->before, joint->before_size))
        return false;
    bool is_sentence = wrap_ends_sentence(joint->before, joint->before_size);
    if (wrap_is_list_item(joint->after, joint->after_size))
        return !is_sentence && !joint->is_parted &&
               !wrap_is_list_item(joint->before, joint->before_size);
    bool goes_on = !is_sentence && wrap_goes_on(joint->after, joint->after_size);
    if (joint->is_formatted)
        return goes_on;
    if (joint->has_marks)
        return !joint->is_parted || !is_sentence;
    return goes_on || (!joint->is_parted && wrap_is_cut(joint->before, joint->before_size));
}

static void copy(paragraph_list *paragraphs, const line_list *lines,
                 const struct line *line, size_t start, size_t end)
{
    lines_copy_origins(lines, line, start, end, paragraphs->text->len, paragraphs->steps);
    g_string_append_len(paragraphs->text, lines->text->str + start, (gssize)(end - start));
}

static struct paragraph *last_paragraph(paragraph_list *paragraphs)
{
    return &g_array_index(paragraphs->items, struct paragraph, paragraphs->items->len - 1);
}

static void begin_paragraph(paragraph_list *paragraphs, const struct line *line,
                            const struct line_mark *mark)
{
    if (paragraphs->text->len > 0)
        g_string_append_c(paragraphs->text, '\n');
    struct paragraph next = { .start = paragraphs->text->len, .mark = mark->mark };
    next.speech = next.start + (mark->mark == LYH_NONE ? 0 : mark->speech - line->first);
    g_array_append_val(paragraphs->items, next);
}

/* The end of the paragraph, and whether it closes a block. */
static void end_paragraph(paragraph_list *paragraphs)
{
    if (paragraphs->items->len == 0)
        return;
    struct paragraph *last = last_paragraph(paragraphs);
    size_t id, id_size;
    last->end = paragraphs->text->len;
    last->closing = last->speech + closing_at(paragraphs->text->str + last->speech,
                                              last->end - last->speech, &id, &id_size);
}

/* The line is a closing and nothing else: never part of a paragraph with speech. */
static bool is_closing_line(const char *text, size_t size)
{
    size_t id, id_size;
    return closing_at(text, size, &id, &id_size) == 0;
}

/* May the line belong to the paragraph before it at all? */
static bool may_continue(const line_list *lines, const mark_list *marks, size_t now)
{
    const struct line *line = lines_at(lines, now);
    return marks_of_line(marks, now)->mark == LYH_NONE &&
           !is_closing_line(lines->text->str + line->first, line->last - line->first);
}

static bool belongs_to_last(const line_list *lines, const mark_list *marks, size_t before,
                            size_t now, bool is_parted)
{
    const struct line *last = lines_at(lines, before);
    const struct line *line = lines_at(lines, now);
    const struct line_mark *mark = marks_of_line(marks, before);
    const char *text = lines->text->str;
    if (last->is_heading != line->is_heading)
        return false;

    struct joint joint = {
        .before = text + last->first,
        .before_size = last->last - last->first,
        .after = text + line->first,
        .after_size = line->last - line->first,
        .has_marks = marks->items->len > 0,
        .is_mark_only = mark->mark != LYH_NONE && mark->speech >= last->last,
        .is_parted = is_parted || line->is_paragraph,
        .is_formatted = line->is_paragraph,
    };
    return is_joined(&joint);
}

/* Blank lines up to line @index, which is text; those beside furniture are the page's. */
struct gap {
    size_t before; /* the line of text before, or LYH_NONE */
    size_t blanks;
    bool is_page; /* furniture stands between */
};

static void pass(struct gap *gap, const struct line *line, size_t index)
{
    if (line->is_furniture)
        gap->is_page = true;
    else if (line_is_blank(line))
        gap->blanks++;
    else
        *gap = (struct gap){ .before = index };
}

/*
 * The blank lines that part paragraphs: one, or two where a sentence that goes on at a margin
 * has mostly a blank line in its middle. Pages saved as text are often so.
 */
static size_t parting_blanks(const line_list *lines)
{
    struct gap gap = { .before = LYH_NONE };
    size_t cuts = 0, parted = 0;
    for (size_t i = 0; i < lines->items->len; i++) {
        const struct line *line = lines_at(lines, i);
        if (!line_is_blank(line) && !line->is_furniture && gap.before != LYH_NONE &&
            !line->is_paragraph) {
            const struct line *before = lines_at(lines, gap.before);
            const char *text = lines->text->str;
            bool is_cut = wrap_goes_on(text + line->first, line->last - line->first) &&
                          wrap_is_cut(text + before->first, before->last - before->first);
            cuts += is_cut;
            parted += is_cut && gap.blanks == 1;
        }
        pass(&gap, line, i);
    }
    return cuts >= ENOUGH_CUTS && parted * 2 > cuts ? 2 : 1;
}

struct builder {
    const line_list *lines;
    const mark_list *marks;
    hyphen_judge *judge;
    paragraph_list *paragraphs;
    size_t parting_blanks;
};

/* What stands between line @now and the one before: nothing, a space, or a new paragraph. */
static void join_line(const struct builder *builder, const struct gap *gap, size_t now)
{
    GString *text = builder->paragraphs->text;
    size_t hyphen = 0;
    enum hyphen kind = HYPHEN_NONE;
    bool may = gap->before != LYH_NONE && may_continue(builder->lines, builder->marks, now);
    if (may && builder->judge)
        kind = hyphens_decide(builder->judge, gap->before, now, &hyphen);
    if (kind == HYPHEN_JOIN)
        g_string_truncate(text, text->len - hyphen);
    if (kind == HYPHEN_JOIN || kind == HYPHEN_KEEP)
        return;

    bool is_parted = !gap->is_page && gap->blanks >= builder->parting_blanks;
    if (kind == HYPHEN_SUSPEND || (may && belongs_to_last(builder->lines, builder->marks,
                                                          gap->before, now, is_parted))) {
        g_string_append_c(text, ' ');
    } else {
        end_paragraph(builder->paragraphs);
        begin_paragraph(builder->paragraphs, lines_at(builder->lines, now),
                        marks_of_line(builder->marks, now));
    }
}

paragraph_list *paragraphs_new(const line_list *lines, const mark_list *marks,
                               hyphen_judge *judge)
{
    paragraph_list *paragraphs = paragraphs_empty(lines);
    struct builder builder = { lines, marks, judge, paragraphs, parting_blanks(lines) };
    struct gap gap = { .before = LYH_NONE };
    for (size_t i = 0; i < lines->items->len; i++) {
        const struct line *line = lines_at(lines, i);
        if (!line_is_blank(line) && !line->is_furniture) {
            join_line(&builder, &gap, i);
            copy(paragraphs, lines, line, line->first, line->last);
        }
        pass(&gap, line, i);
    }
    end_paragraph(paragraphs);
    return paragraphs;
}

paragraph_list *paragraphs_plain(const line_list *lines)
{
    paragraph_list *paragraphs = paragraphs_empty(lines);
    for (size_t i = 0; i < lines->items->len; i++) {
        const struct line *line = lines_at(lines, i);
        if (i > 0)
            g_string_append_c(paragraphs->text, '\n');
        copy(paragraphs, lines, line, line->start, line->end);
    }
    return paragraphs;
}
