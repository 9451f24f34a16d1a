#include "odt_text.h"

#include <string.h>

#include "odt_lists.h"

/* More spaces in a row, and more of them in a file, than anybody has typed. */
#define MOST_SPACES 1000
#define MOST_SPACES_IN_ALL ((size_t)1 << 20)

/* How the text of a paragraph or a span looks. */
struct look {
    bool is_emphasised, is_hidden;
    int bold, italic, hidden;
};

struct odt_text {
    story_lines *story;
    odt_styles *styles;
    odt_lists *lists;
    struct odt_findings findings;
    GArray *looks; /* struct look of the paragraphs and spans open, the innermost last */
    GByteArray
        *spaces; /* per open paragraph: 1 where white space that comes counts for nothing */
    size_t depth;        /* of elements */
    size_t skipped_from; /* depth of the element whose content is no text, or 0 */
    size_t styles_depth; /* depth of the automatic styles being read, or 0 */
    size_t body_depth;   /* depth of office:text, or 0 */
    size_t spaces_in_all;
    bool has_counted; /* this stretch of hidden text */
};

odt_text *odt_text_new(story_lines *story, odt_styles *styles)
{
    odt_text *text = g_new0(odt_text, 1);
    text->story = story;
    text->styles = styles;
    text->lists = odt_lists_new(styles);
    text->looks = g_array_new(FALSE, FALSE, sizeof(struct look));
    text->spaces = g_byte_array_new();
    return text;
}

void odt_text_free(odt_text *text)
{
    if (!text)
        return;
    g_byte_array_unref(text->spaces);
    g_array_unref(text->looks);
    odt_lists_free(text->lists);
    g_free(text);
}

const struct odt_findings *odt_text_findings(const odt_text *text)
{
    return &text->findings;
}

/* ------ how text looks ------ */

static const struct look *look_of(const odt_text *text)
{
    return &g_array_index(text->looks, struct look, text->looks->len - 1);
}

static int said(int own, int around)
{
    return own != ODT_UNSAID ? own : around;
}

static void push_look(odt_text *text, const struct odt_look *own, bool is_paragraph)
{
    struct look look = { .bold = ODT_UNSAID, .italic = ODT_UNSAID, .hidden = ODT_UNSAID };
    if (!is_paragraph && text->looks->len > 0)
        look = *look_of(text);
    look.bold = said(own->bold, look.bold);
    look.italic = said(own->italic, look.italic);
    look.hidden = said(own->hidden, look.hidden);
    look.is_emphasised = look.bold == 1 || look.italic == 1;
    look.is_hidden = look.hidden == 1;
    g_array_append_val(text->looks, look);
    text->has_counted = false;
}

static void pop_look(odt_text *text)
{
    if (text->looks->len > 0)
        g_array_set_size(text->looks, text->looks->len - 1);
    text->has_counted = false;
}

/* Text may go here: there is a paragraph, and nothing hides it. Hidden text is counted. */
static bool is_shown(odt_text *text)
{
    if (!story_is_open(text->story) || text->looks->len == 0)
        return false;
    if (!look_of(text)->is_hidden)
        return true;
    text->findings.hidden += !text->has_counted;
    text->has_counted = true;
    return false;
}

/* ------ white space ------ */

static guint8 *ignores_space(const odt_text *text)
{
    return &text->spaces->data[text->spaces->len - 1];
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void add_text(odt_text *text, const char *content, size_t size)
{
    bool is_emphasised = look_of(text)->is_emphasised;
    for (size_t i = 0, end; i < size; i = end) {
        bool is_of_spaces = is_space(content[i]);
        for (end = i + 1; end < size && is_space(content[end]) == is_of_spaces;)
            end++;
        if (!is_of_spaces)
            story_text(text->story, content + i, end - i, is_emphasised);
        else if (!*ignores_space(text))
            story_space(text->story, content + i, end - i, is_emphasised);
        *ignores_space(text) = is_of_spaces;
    }
}

static size_t spaces_said(odt_text *text, const char *value)
{
    char *end = NULL;
    gint64 count = value ? g_ascii_strtoll(value, &end, 10) : 1;
    if (value && (end == value || *end != '\0' || count < 0 || count > MOST_SPACES ||
                  text->spaces_in_all + (size_t)count > MOST_SPACES_IN_ALL)) {
        text->findings.odd_spaces++;
        return 1;
    }
    text->spaces_in_all += (size_t)count;
    return (size_t)count;
}

static void add_sign(odt_text *text, const char *name, const lyh_xml_attribute *attributes,
                     size_t count)
{
    if (strcmp(name, "s") == 0)
        story_sign(text->story, " ",
                   spaces_said(text, lyh_xml_value(attributes, count, "c")));
    else if (strcmp(name, "tab") == 0)
        story_sign(text->story, "\t", 1);
    else if (strcmp(name, "line-break") == 0)
        story_break_line(text->story);
    else
        return;
    *ignores_space(text) = 0;
}

/* ------ paragraphs ------ */

static void begin_paragraph(odt_text *text, const char *style, bool is_heading)
{
    const guint8 ignores = 1;
    const struct odt_look *look = odt_styles_look(text->styles, style, true);
    g_autofree char *number = odt_lists_take_number(text->lists);
    story_begin_paragraph(text->story);
    g_byte_array_append(text->spaces, &ignores, 1);
    if (is_heading || look->heading == 1)
        story_set_heading(text->story);
    if (number)
        story_set_number(text->story, number);
    push_look(text, look, true);
}

static void end_paragraph(odt_text *text)
{
    if (text->spaces->len == 0)
        return;
    g_byte_array_set_size(text->spaces, text->spaces->len - 1);
    pop_look(text);
    story_end_paragraph(text->story);
}

static bool is_true(const char *value)
{
    return value && strcmp(value, "true") == 0;
}

/* ------ elements ------ */

/* Elements whose whole content is no text. */
static bool is_never_text(enum odt_space space, const char *name)
{
    static const struct {
        const char *name;
        enum odt_space space;
    } rows[] = {
        { "annotation", ODT_OFFICE },
        { "covered-table-cell", ODT_TABLE },
        { "desc", ODT_SVG },
        { "event-listeners", ODT_OFFICE },
        { "forms", ODT_OFFICE },
        { "hidden-text", ODT_TEXT },
        { "note", ODT_TEXT },
        { "object", ODT_DRAW },
        { "object-ole", ODT_DRAW },
        { "ruby-text", ODT_TEXT },
        { "script", ODT_TEXT },
        { "title", ODT_SVG },
        { "tracked-changes", ODT_TEXT },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].space == space && strcmp(rows[i].name, name) == 0)
            return true;
    return false;
}

/* A section, or a variable's field, that the file itself says is not shown. */
static bool is_hidden_part(enum odt_space space, const char *name,
                           const lyh_xml_attribute *attributes, size_t count)
{
    if (space != ODT_TEXT || strcmp(name, "p") == 0 || strcmp(name, "h") == 0)
        return false;
    const char *display = lyh_xml_value(attributes, count, "display");
    return display && (strcmp(display, "none") == 0 ||
                       (strcmp(display, "condition") == 0 &&
                        is_true(lyh_xml_value(attributes, count, "is-hidden"))));
}

static void skip(odt_text *text, enum odt_space space, const char *name)
{
    text->skipped_from = text->depth;
    text->findings.comments += space == ODT_OFFICE && strcmp(name, "annotation") == 0;
    text->findings.notes += space == ODT_TEXT && strcmp(name, "note") == 0;
    text->findings.hidden += space == ODT_TEXT && strcmp(name, "hidden-text") == 0;
}

static void start_skipped(odt_text *text, enum odt_space space, const char *name)
{
    text->findings.deletions += space == ODT_TEXT && strcmp(name, "deletion") == 0;
    text->findings.insertions += space == ODT_TEXT && strcmp(name, "insertion") == 0;
}

static void start_table(odt_text *text, const char *name,
                        const lyh_xml_attribute *attributes, size_t count)
{
    const char *visibility = lyh_xml_value(attributes, count, "visibility");
    if (strcmp(name, "table") == 0) {
        story_begin_table(text->story);
    } else if (strcmp(name, "table-row") == 0) {
        story_begin_row(text->story);
        if (!visibility || strcmp(visibility, "visible") == 0)
            return;
        text->findings.hidden++;
        story_drop_row(text->story);
    } else if (strcmp(name, "table-cell") == 0) {
        story_begin_cell(text->story);
    }
}

static bool start_block(odt_text *text, const char *name,
                        const lyh_xml_attribute *attributes, size_t count)
{
    const char *style = lyh_xml_value(attributes, count, "style-name");
    if (strcmp(name, "p") == 0 || strcmp(name, "h") == 0)
        begin_paragraph(text, style, name[0] == 'h');
    else if (strcmp(name, "list") == 0)
        odt_lists_begin(text->lists, style,
                        is_true(lyh_xml_value(attributes, count, "continue-numbering")) ||
                            lyh_xml_value(attributes, count, "continue-list"));
    else if (strcmp(name, "list-item") == 0)
        odt_lists_begin_item(text->lists, lyh_xml_value(attributes, count, "start-value"));
    else
        return false;
    return true;
}

static void start_text(odt_text *text, const char *name,
                       const lyh_xml_attribute *attributes, size_t count)
{
    if (start_block(text, name, attributes, count))
        return;
    if (strcmp(name, "span") == 0) {
        const char *style = lyh_xml_value(attributes, count, "style-name");
        push_look(text, odt_styles_look(text->styles, style, false), false);
    } else if (strcmp(name, "hidden-paragraph") == 0) {
        if (story_is_open(text->story) &&
            is_true(lyh_xml_value(attributes, count, "is-hidden"))) {
            text->findings.hidden++;
            story_drop_paragraph(text->story);
        }
    } else if (is_shown(text)) {
        add_sign(text, name, attributes, count);
    }
}

/* An address in the text is only text; what is shown from elsewhere is never fetched. */
static void look_outside(odt_text *text, const char *name,
                         const lyh_xml_attribute *attributes, size_t count)
{
    const char *target = lyh_xml_value(attributes, count, "href");
    if (target && strcmp(name, "a") != 0 && strchr(target, ':'))
        text->findings.outside++;
}

static void start_body(odt_text *text, enum odt_space space, const char *name,
                       const lyh_xml_attribute *attributes, size_t count)
{
    look_outside(text, name, attributes, count);
    if (is_never_text(space, name)) {
        skip(text, space, name);
    } else if (is_hidden_part(space, name, attributes, count)) {
        text->skipped_from = text->depth;
        text->findings.hidden++;
    } else if (space == ODT_TABLE) {
        start_table(text, name, attributes, count);
    } else if (space == ODT_TEXT) {
        start_text(text, name, attributes, count);
    }
}

static void start_head(odt_text *text, enum odt_space space, const char *name)
{
    if (space != ODT_OFFICE)
        return;
    if (strcmp(name, "automatic-styles") == 0)
        text->styles_depth = text->depth;
    else if (strcmp(name, "text") == 0)
        text->body_depth = text->depth;
    text->findings.is_text = text->findings.is_text || text->body_depth > 0;
}

static void on_start(void *user, const char *name_space, const char *name,
                     const lyh_xml_attribute *attributes, size_t count)
{
    odt_text *text = user;
    enum odt_space space = odt_space_of(name_space);
    text->depth++;
    if (text->skipped_from > 0)
        start_skipped(text, space, name);
    else if (text->styles_depth > 0)
        odt_styles_handler.start(text->styles, name_space, name, attributes, count);
    else if (text->body_depth > 0)
        start_body(text, space, name, attributes, count);
    else
        start_head(text, space, name);
}

static void end_body(odt_text *text, enum odt_space space, const char *name)
{
    if (space == ODT_TABLE && strcmp(name, "table") == 0)
        story_end_table(text->story);
    if (space != ODT_TEXT)
        return;
    if (strcmp(name, "p") == 0 || strcmp(name, "h") == 0)
        end_paragraph(text);
    else if (strcmp(name, "span") == 0)
        pop_look(text);
    else if (strcmp(name, "list") == 0)
        odt_lists_end(text->lists);
}

static void on_end(void *user, const char *name_space, const char *name)
{
    odt_text *text = user;
    if (text->skipped_from > 0) {
        if (text->skipped_from == text->depth)
            text->skipped_from = 0;
    } else if (text->styles_depth > 0) {
        odt_styles_handler.end(text->styles, name_space, name);
        if (text->styles_depth == text->depth)
            text->styles_depth = 0;
    } else if (text->body_depth == text->depth) {
        text->body_depth = 0;
    } else if (text->body_depth > 0) {
        end_body(text, odt_space_of(name_space), name);
    }
    text->depth--;
}

static void on_text(void *user, const char *content, size_t size)
{
    odt_text *text = user;
    if (text->skipped_from > 0 || text->body_depth == 0)
        return;
    if (text->spaces->len > 0 && is_shown(text))
        add_text(text, content, size);
}

const lyh_xml_handler odt_text_handler = { on_start, on_end, on_text };
