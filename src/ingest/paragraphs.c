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
    g_free(paragraphs->items);
    if (paragraphs->text)
        g_string_free(paragraphs->text, TRUE);
    g_free(paragraphs);
}

/* With room for a paragraph a line. */
static paragraph_list *paragraphs_empty(const line_list *lines)
{
    paragraph_list *paragraphs = g_new0(paragraph_list, 1);
    paragraphs->items = g_new(struct paragraph, lines->count);
    paragraphs->steps = g_array_new(FALSE, FALSE, sizeof(lyh_origin_step));
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

/* ---- the text ---- */

/* Bytes of the lines' text that are still to be copied, from @line on; nothing before the first line. */
struct run {
    const struct line *line;
    size_t start, end;
};

struct builder {
    const line_list *lines;
    const mark_list *marks;
    hyphen_judge *judge;
    paragraph_list *paragraphs;
    struct run run;
    size_t size; /* bytes of the document text, the run too */
    size_t parting_blanks;
};

static void copy_run(struct builder *builder)
{
    struct run *run = &builder->run;
    paragraph_list *paragraphs = builder->paragraphs;
    const GString *from = builder->lines->text;
    if (!run->line)
        return;
    if (!paragraphs->text)
        paragraphs->text = g_string_sized_new(from->len + builder->lines->count);
    lines_copy_origins(builder->lines, run->line, run->start, run->end,
                       paragraphs->text->len, paragraphs->steps);
    g_string_append_len(paragraphs->text, from->str + run->start,
                        (gssize)(run->end - run->start));
    *run = (struct run){ .line = NULL };
}

/* Nothing is copied when all of the text is one run from the beginning of the lines'. */
static void end_text(struct builder *builder)
{
    paragraph_list *paragraphs = builder->paragraphs;
    const struct run *run = &builder->run;
    if (paragraphs->text || run->start > 0)
        copy_run(builder);
    else if (run->line)
        lines_copy_origins(builder->lines, run->line, 0, run->end, 0, paragraphs->steps);
    paragraphs->size = builder->size;
}

/* Does the run go on to byte @start when @sign stands between, as in most files it does to the end? */
static bool runs_on(const struct builder *builder, char sign, size_t start)
{
    const struct run *run = &builder->run;
    return run->line && start == run->end + 1 && lines_are_taken(builder->lines) &&
           builder->lines->text->str[run->end] == sign;
}

/* Add bytes @start to @end of @line, after @sign, or after nothing when that is 0. */
static void add(struct builder *builder, char sign, const struct line *line, size_t start,
                size_t end)
{
    if (!runs_on(builder, sign, start)) {
        copy_run(builder);
        if (sign)
            g_string_append_c(builder->paragraphs->text, sign);
        builder->run = (struct run){ .line = line, .start = start };
    }
    builder->run.end = end;
    builder->size += (sign != 0) + (end - start);
}

/* The document text from byte @offset to its end so far. */
static const char *text_from(struct builder *builder, size_t offset)
{
    const struct run *run = &builder->run;
    size_t copied = builder->size - (run->end - run->start);
    if (offset >= copied)
        return builder->lines->text->str + run->start + (offset - copied);
    copy_run(builder);
    return builder->paragraphs->text->str + offset;
}

/* ---- paragraphs ---- */

static struct paragraph *last_paragraph(paragraph_list *paragraphs)
{
    return &paragraphs->items[paragraphs->count - 1];
}

/* It begins with line @index, behind @sign. */
static void begin_paragraph(const struct builder *builder, char sign, size_t index)
{
    paragraph_list *paragraphs = builder->paragraphs;
    const struct line *line = lines_at(builder->lines, index);
    const struct line_mark *mark = marks_of_line(builder->marks, index);
    size_t start = builder->size + (sign != 0);
    size_t speech = start + (mark->mark == LYH_NONE ? 0 : mark->speech - line->first);
    paragraphs->items[paragraphs->count++] =
        (struct paragraph){ .start = start, .speech = speech, .line = index };
}

/* Where a closing of @paragraph begins, which ends with a bracket, as few do: none goes through this. */
static G_GNUC_NO_INLINE size_t closing_of(struct builder *builder,
                                          const struct paragraph *paragraph)
{
    size_t id, id_size;
    return paragraph->speech + closing_at(text_from(builder, paragraph->speech),
                                          paragraph->end - paragraph->speech, &id,
                                          &id_size);
}

/* The end of the paragraph, and whether it closes a block. */
static void end_paragraph(struct builder *builder)
{
    if (builder->paragraphs->count == 0)
        return;
    struct paragraph *last = last_paragraph(builder->paragraphs);
    last->end = last->closing = builder->size;
    if (builder->lines->text->str[builder->run.end - 1] == ')')
        last->closing = closing_of(builder, last);
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
    if (!lines_have_blank(lines))
        return 1;
    for (size_t i = 0; i < lines->count; i++) {
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

/* What becomes of the hyphen at the end of the line before, which may go with the text. */
static enum hyphen decide_hyphen(struct builder *builder, const struct gap *gap, size_t now)
{
    size_t hyphen = 0;
    enum hyphen kind = hyphens_decide(builder->judge, gap->before, now, &hyphen);
    if (kind == HYPHEN_JOIN) {
        copy_run(builder);
        GString *text = builder->paragraphs->text;
        g_string_truncate(text, text->len - hyphen);
        builder->size -= hyphen;
    }
    return kind;
}

/* What stands between line @now and the one before: nothing, a space, or a new paragraph. */
static char join_line(struct builder *builder, const struct gap *gap, size_t now)
{
    enum hyphen kind = HYPHEN_NONE;
    bool may = gap->before != LYH_NONE && may_continue(builder->lines, builder->marks, now);
    if (may && builder->judge)
        kind = decide_hyphen(builder, gap, now);
    if (kind == HYPHEN_JOIN || kind == HYPHEN_KEEP)
        return 0;

    bool is_parted = !gap->is_page && gap->blanks >= builder->parting_blanks;
    if (kind == HYPHEN_SUSPEND || (may && belongs_to_last(builder->lines, builder->marks,
                                                          gap->before, now, is_parted)))
        return ' ';
    char sign = builder->size > 0 ? '\n' : 0;
    end_paragraph(builder);
    begin_paragraph(builder, sign, now);
    return sign;
}

static void add_line(struct builder *builder, const struct gap *gap, size_t now)
{
    const struct line *line = lines_at(builder->lines, now);
    char sign = join_line(builder, gap, now);
    add(builder, sign, line, line->first, line->last);
}

paragraph_list *paragraphs_new(const line_list *lines, const mark_list *marks,
                               hyphen_judge *judge)
{
    struct builder builder = { .lines = lines,
                               .marks = marks,
                               .judge = judge,
                               .paragraphs = paragraphs_empty(lines),
                               .parting_blanks = parting_blanks(lines) };
    struct gap gap = { .before = LYH_NONE };
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = lines_at(lines, i);
        if (!line_is_blank(line) && !line->is_furniture)
            add_line(&builder, &gap, i);
        pass(&gap, line, i);
    }
    end_paragraph(&builder);
    end_text(&builder);
    return builder.paragraphs;
}

paragraph_list *paragraphs_plain(const line_list *lines)
{
    struct builder builder = { .lines = lines, .paragraphs = paragraphs_empty(lines) };
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = lines_at(lines, i);
        add(&builder, i > 0 ? '\n' : 0, line, line->start, line->end);
    }
    end_text(&builder);
    return builder.paragraphs;
}
