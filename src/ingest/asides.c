#include "asides.h"

#include <string.h>

struct opening {
    size_t offset;
    char sign;
};

struct scan {
    lyh_document *document;
    const lyh_source *source;
    lyh_diags *diags;
    GArray *openings; /* struct opening: brackets not yet closed */
    size_t round; /* how many of them are round; looking for what is not there takes long */
    GArray *found; /* lyh_aside: of this paragraph, inner ones too */
};

static struct opening opening_at(const struct scan *scan, size_t index)
{
    return g_array_index(scan->openings, struct opening, index);
}

static void keep(struct scan *scan, size_t start, size_t end, char sign)
{
    lyh_aside aside = { .start = start,
                        .end = end,
                        .kind = sign == '[' ? LYH_ASIDE_EDITOR : LYH_ASIDE_STAGE };
    while (scan->found->len > 0 &&
           g_array_index(scan->found, lyh_aside, scan->found->len - 1).start > start)
        g_array_set_size(scan->found, scan->found->len - 1);
    g_array_append_val(scan->found, aside);
}

static void open_bracket(struct scan *scan, size_t offset, char sign)
{
    struct opening opening = { .offset = offset, .sign = sign };
    g_array_append_val(scan->openings, opening);
    scan->round += sign == '(';
}

static struct opening pop_opening(struct scan *scan)
{
    struct opening last = opening_at(scan, scan->openings->len - 1);
    g_array_set_size(scan->openings, scan->openings->len - 1);
    scan->round -= last.sign == '(';
    return last;
}

/* The nearest opening of the same sort; those inside it that nobody closed go with it. */
static void close_bracket(struct scan *scan, size_t offset, char sign)
{
    size_t open = sign == '(' ? scan->round : scan->openings->len - scan->round;
    if (open == 0)
        return;
    struct opening opening = pop_opening(scan);
    while (opening.sign != sign)
        opening = pop_opening(scan);
    keep(scan, opening.offset, offset + 1, sign);
}

static void tell_unclosed(struct scan *scan, struct opening opening, size_t end)
{
    lyh_place place = lyh_document_place(scan->document, scan->source, opening.offset,
                                         opening.offset + 1);
    if (opening.sign == '(') {
        lyh_diags_note(scan->diags, "aside-open", place,
                       "'(' is never closed; the words after it are read as speech");
        return;
    }
    lyh_diags_warning(
        scan->diags, "aside-unclosed", place,
        "'[' is never closed; the rest of the paragraph is taken for the editor's "
        "words: write ']' where they end");
    keep(scan, opening.offset, end, '[');
}

static void end_paragraph(struct scan *scan, size_t end)
{
    size_t open_square = LYH_NONE;
    bool has_told_round = false;
    for (size_t i = 0; i < scan->openings->len; i++) {
        struct opening opening = opening_at(scan, i);
        bool is_first = opening.sign == '[' ? open_square == LYH_NONE : !has_told_round;
        if (opening.sign == '[' && is_first)
            open_square = i;
        has_told_round = has_told_round || opening.sign == '(';
        if (is_first)
            tell_unclosed(scan, opening, end);
    }
    for (size_t i = 0; i < scan->found->len; i++)
        lyh_document_add_aside(scan->document, g_array_index(scan->found, lyh_aside, i));
    g_array_set_size(scan->openings, 0);
    scan->round = 0;
    g_array_set_size(scan->found, 0);
}

static void read_paragraph(struct scan *scan, size_t start, size_t end)
{
    const char *text = lyh_document_text(scan->document);
    for (size_t i = start + strcspn(text + start, "[]()\n"); i < end;
         i += 1 + strcspn(text + i + 1, "[]()\n")) {
        if (text[i] == '[' || text[i] == '(') {
            open_bracket(scan, i, text[i]);
        } else if (text[i] != '\n') {
            close_bracket(scan, i, text[i] == ']' ? '[' : '(');
        }
    }
    end_paragraph(scan, end);
}

void asides_add(lyh_document *document, const paragraph_list *paragraphs,
                const lyh_source *source, lyh_diags *diags)
{
    g_autoptr(GArray) openings = g_array_new(FALSE, FALSE, sizeof(struct opening));
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(lyh_aside));
    struct scan scan = { .document = document,
                         .source = source,
                         .diags = diags,
                         .openings = openings,
                         .found = found };
    for (size_t i = 0; i < paragraphs->items->len; i++) {
        const struct paragraph *paragraph =
            &g_array_index(paragraphs->items, struct paragraph, i);
        read_paragraph(&scan, paragraph->start, paragraph->end);
    }
}
