#include "story.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "held_lines.h"

/* A paragraph being read: its current line and what is known of it. */
struct open_paragraph {
    size_t number;
    GString *text;     /* of the current line */
    size_t emphasised; /* bytes of it, from its start on, that are bold or italic */
    size_t
        before; /* characters of the paragraph before the current line, breaks included */
    size_t characters; /* of the current line */
    char *list_number; /* "1.", until a line has it; or NULL */
    bool has_begun;    /* a line of it has been given away */
    bool is_heading;
    bool is_dropped;
    bool is_continued; /* the next paragraph goes on here */
    GPtrArray *boxes;  /* struct open_paragraph inside it, to come after */
};

struct story {
    line_list *lines;
    story_trace *trace;
    void *user;
    GPtrArray *open;   /* struct open_paragraph, the innermost last */
    size_t paragraphs; /* begun so far */
    held_table *table; /* the outermost one open, or NULL */
    size_t table_depth;
    bool is_row_dropped;
    bool has_text;
    struct story_tables tables;
};

static void free_open(void *data)
{
    struct open_paragraph *paragraph = data;
    g_ptr_array_unref(paragraph->boxes);
    g_free(paragraph->list_number);
    g_string_free(paragraph->text, TRUE);
    g_free(paragraph);
}

story_lines *story_new(line_list *lines, story_trace *trace, void *user)
{
    story_lines *it = g_new0(story_lines, 1);
    it->lines = lines;
    it->trace = trace;
    it->user = user;
    it->open = g_ptr_array_new_with_free_func(free_open);
    return it;
}

void story_free(story_lines *story)
{
    if (!story)
        return;
    held_table_free(story->table);
    g_ptr_array_unref(story->open);
    g_free(story);
}

const struct story_tables *story_tables_met(const story_lines *story)
{
    return &story->tables;
}

bool story_has_text(const story_lines *story)
{
    return story->has_text;
}

static struct open_paragraph *innermost(const story_lines *story)
{
    return story->open->len == 0 ? NULL
                                 : g_ptr_array_index(story->open, story->open->len - 1);
}

bool story_is_open(const story_lines *story)
{
    return story->open->len > 0;
}

/* ------ lines ------ */

static void put_number_before(struct open_paragraph *paragraph, struct held_line *line)
{
    if (!paragraph->list_number ||
        lyh_text_is_blank(paragraph->text->str, paragraph->text->len))
        return;
    g_string_prepend_c(paragraph->text, ' ');
    g_string_prepend(paragraph->text, paragraph->list_number);
    line->number = strlen(paragraph->list_number) + 1;
    g_clear_pointer(&paragraph->list_number, g_free);
}

/* The line of @paragraph that ends here. */
static void end_line(story_lines *story, struct open_paragraph *paragraph)
{
    struct held_line line = {
        .origin = { .paragraph = paragraph->number, .character = paragraph->before + 1 },
        .is_paragraph = !paragraph->has_begun,
        .is_heading = paragraph->is_heading,
    };
    put_number_before(paragraph, &line);
    line.size = paragraph->text->len;
    size_t emphasised =
        lyh_text_trimmed_size(paragraph->text->str + line.number, paragraph->emphasised);
    line.emphasis = emphasised > 0 ? line.number + emphasised : 0;
    if (story->table)
        held_table_add(story->table, paragraph->text->str, line);
    else
        held_line_release(&line, paragraph->text->str, story->lines);

    paragraph->before += paragraph->characters + 1;
    paragraph->characters = 0;
    paragraph->emphasised = 0;
    paragraph->has_begun = true;
    g_string_truncate(paragraph->text, 0);
}

/* ------ paragraphs ------ */

bool story_begin_paragraph(story_lines *story)
{
    struct open_paragraph *last = innermost(story);
    story->paragraphs++;
    if (last && last->is_continued) {
        last->is_continued = false;
        return false;
    }
    struct open_paragraph *paragraph = g_new0(struct open_paragraph, 1);
    paragraph->number = story->paragraphs;
    paragraph->text = g_string_new(NULL);
    paragraph->boxes = g_ptr_array_new_with_free_func(free_open);
    g_ptr_array_add(story->open, paragraph);
    return true;
}

static void end_outermost(story_lines *story, struct open_paragraph *paragraph)
{
    if (!paragraph->is_dropped)
        end_line(story, paragraph);
    for (guint i = 0; i < paragraph->boxes->len; i++)
        end_line(story, g_ptr_array_index(paragraph->boxes, i));
}

static void close_innermost(story_lines *story)
{
    struct open_paragraph *paragraph =
        g_ptr_array_steal_index(story->open, story->open->len - 1);
    if (story->open->len == 0) {
        end_outermost(story, paragraph);
        free_open(paragraph);
        return;
    }
    struct open_paragraph *outermost = g_ptr_array_index(story->open, 0);
    g_ptr_array_add(outermost->boxes, paragraph);
}

void story_end_paragraph(story_lines *story)
{
    if (story->open->len > 0 && !innermost(story)->is_continued)
        close_innermost(story);
}

void story_end(story_lines *story)
{
    while (story->open->len > 0)
        close_innermost(story);
    if (story->table)
        story->table_depth = 1;
    story_end_table(story);
}

void story_join_next(story_lines *story)
{
    if (story->open->len > 0)
        innermost(story)->is_continued = true;
}

void story_drop_paragraph(story_lines *story)
{
    innermost(story)->is_dropped = true;
    g_string_truncate(innermost(story)->text, 0);
}

void story_set_heading(story_lines *story)
{
    innermost(story)->is_heading = true;
}

void story_set_number(story_lines *story, const char *number)
{
    struct open_paragraph *paragraph = innermost(story);
    g_free(paragraph->list_number);
    paragraph->list_number = g_strdup(number);
}

/* ------ text ------ */

static void trace(const story_lines *story, const char *source, size_t size,
                  size_t characters)
{
    const struct open_paragraph *paragraph = innermost(story);
    struct story_bit bit = { .paragraph = paragraph->number,
                             .character = paragraph->before + paragraph->characters + 1,
                             .characters = characters,
                             .source = source,
                             .size = size };
    if (story->trace)
        story->trace(story->user, &bit);
}

/* White space is neither bold nor not: it goes with what stands around it. */
static void add(story_lines *story, const char *text, size_t size, size_t characters,
                bool is_emphasised)
{
    struct open_paragraph *paragraph = innermost(story);
    bool goes_on = paragraph->emphasised == paragraph->text->len &&
                   (is_emphasised || lyh_text_is_blank(text, size));
    story->has_text = story->has_text || !lyh_text_is_blank(text, size);
    g_string_append_len(paragraph->text, text, (gssize)size);
    paragraph->characters += characters;
    if (goes_on)
        paragraph->emphasised = paragraph->text->len;
}

void story_text(story_lines *story, const char *text, size_t size, bool is_emphasised)
{
    if (innermost(story)->is_dropped || size == 0)
        return;
    size_t characters = lyh_text_length(text, size);
    trace(story, text, size, characters);
    add(story, text, size, characters, is_emphasised);
}

void story_space(story_lines *story, const char *source, size_t size, bool is_emphasised)
{
    if (innermost(story)->is_dropped)
        return;
    trace(story, source, size, 1);
    add(story, " ", 1, 1, is_emphasised);
}

void story_sign(story_lines *story, const char *text, size_t count)
{
    if (innermost(story)->is_dropped)
        return;
    trace(story, NULL, 0, count);
    for (size_t i = 0; i < count; i++)
        add(story, text, strlen(text), 1, false);
}

/* Line breaks inside a text box's paragraph cannot wait; a box is one line. */
void story_break_line(story_lines *story)
{
    struct open_paragraph *paragraph = innermost(story);
    if (story->open->len > 1 || paragraph->is_dropped) {
        story_sign(story, " ", 1);
        return;
    }
    trace(story, NULL, 0, 1);
    end_line(story, paragraph);
}

/* ------ tables ------ */

/* A table ends a paragraph that was to go on: nothing goes on into a cell. */
void story_begin_table(story_lines *story)
{
    struct open_paragraph *last = innermost(story);
    if (last && last->is_continued)
        close_innermost(story);
    if (story->open->len > 0)
        return; /* in a box: its paragraphs come one after the other */
    if (story->table_depth++ == 0)
        story->table = held_table_new();
}

static void count_table(story_lines *story, enum table_shape shape)
{
    if (shape == TABLE_OF_SPEAKERS)
        story->tables.speakers++;
    else if (shape == TABLE_OF_QUESTIONS)
        story->tables.questions++;
    else
        story->tables.others++;
}

static void end_row(story_lines *story)
{
    if (story->is_row_dropped)
        held_table_drop_row(story->table);
    story->is_row_dropped = false;
}

void story_end_table(story_lines *story)
{
    if (story->open->len > 0 && innermost(story)->is_continued)
        close_innermost(story);
    if (story->open->len > 0 || story->table_depth == 0 || --story->table_depth > 0)
        return;
    end_row(story);
    count_table(story, held_table_release(story->table, story->lines));
    g_clear_pointer(&story->table, held_table_free);
}

static bool is_in_outermost_table(const story_lines *story)
{
    return story->open->len == 0 && story->table_depth == 1;
}

void story_begin_row(story_lines *story)
{
    if (!is_in_outermost_table(story))
        return;
    end_row(story);
    held_table_begin_row(story->table);
}

void story_begin_cell(story_lines *story)
{
    struct open_paragraph *last = innermost(story);
    if (last && last->is_continued)
        close_innermost(story);
    if (is_in_outermost_table(story))
        held_table_begin_cell(story->table);
}

void story_drop_row(story_lines *story)
{
    if (is_in_outermost_table(story))
        story->is_row_dropped = true;
}
