#include "docx_text.h"

#include <string.h>

#include <lyhord/base/text.h>

/* A paragraph being read: its lines so far and where the current one began. */
struct open_paragraph {
    size_t number;
    GString *text;
    size_t characters; /* of the paragraph before the current line, line breaks included */
    bool has_begun;    /* a line of it has been given to the list */
    /* its end mark is a tracked deletion: the next paragraph goes on here */
    bool is_continued;
    /* struct open_paragraph: paragraphs of text boxes inside, to come after */
    GPtrArray *boxes;
};

struct reader {
    line_list *lines;
    struct docx_findings *findings;
    GPtrArray *open;     /* struct open_paragraph, the innermost last */
    size_t paragraphs;   /* begun so far */
    size_t depth;        /* of elements */
    size_t skipped_from; /* depth of the element whose content is no text, or 0 */
    size_t text_depth;   /* depth of the w:t being read, or 0 */
    size_t properties;   /* depth of the w:pPr or w:rPr being read, or 0 */
    bool in_run_properties;
    bool is_hidden;   /* the run is */
    bool has_counted; /* this stretch of deleted or hidden text */
};

bool docx_is_word(const char *name_space)
{
    return strcmp(name_space,
                  "http://schemas.openxmlformats.org/wordprocessingml/2006/main") == 0 ||
           strcmp(name_space, "http://purl.oclc.org/ooxml/wordprocessingml/main") == 0;
}

static bool is_compatibility(const char *name_space)
{
    return strcmp(name_space,
                  "http://schemas.openxmlformats.org/markup-compatibility/2006") == 0;
}

static void free_open(void *data)
{
    struct open_paragraph *paragraph = data;
    g_ptr_array_unref(paragraph->boxes);
    g_string_free(paragraph->text, TRUE);
    g_free(paragraph);
}

static struct open_paragraph *innermost(const struct reader *reader)
{
    return reader->open->len == 0 ? NULL
                                  : g_ptr_array_index(reader->open, reader->open->len - 1);
}

/* The line of @paragraph that ends here. */
static void end_line(struct reader *reader, struct open_paragraph *paragraph)
{
    lyh_origin origin = { .paragraph = paragraph->number,
                          .character = paragraph->characters + 1 };
    lines_add(reader->lines, paragraph->text->str, paragraph->text->len, origin,
              !paragraph->has_begun);
    paragraph->characters +=
        lyh_text_length(paragraph->text->str, paragraph->text->len) + 1;
    paragraph->has_begun = true;
    g_string_truncate(paragraph->text, 0);
}

/* Line breaks inside a text box's paragraph cannot wait; a box is one line. */
static void break_line(struct reader *reader)
{
    struct open_paragraph *paragraph = innermost(reader);
    if (reader->open->len > 1)
        g_string_append_c(paragraph->text, ' ');
    else
        end_line(reader, paragraph);
}

static void begin_paragraph(struct reader *reader)
{
    struct open_paragraph *last = innermost(reader);
    reader->paragraphs++;
    if (last && last->is_continued) {
        last->is_continued = false;
        return;
    }
    struct open_paragraph *paragraph = g_new0(struct open_paragraph, 1);
    paragraph->number = reader->paragraphs;
    paragraph->text = g_string_new(NULL);
    paragraph->boxes = g_ptr_array_new_with_free_func(free_open);
    g_ptr_array_add(reader->open, paragraph);
}

static void end_outermost(struct reader *reader, struct open_paragraph *paragraph)
{
    end_line(reader, paragraph);
    for (guint i = 0; i < paragraph->boxes->len; i++)
        end_line(reader, g_ptr_array_index(paragraph->boxes, i));
}

static void end_paragraph(struct reader *reader)
{
    struct open_paragraph *paragraph = innermost(reader);
    if (paragraph->is_continued)
        return;
    g_ptr_array_steal_index(reader->open, reader->open->len - 1);
    if (reader->open->len == 0) {
        end_outermost(reader, paragraph);
        free_open(paragraph);
        return;
    }
    struct open_paragraph *outermost = g_ptr_array_index(reader->open, 0);
    g_ptr_array_add(outermost->boxes, paragraph);
}

/* A paragraph whose end was deleted and which nothing followed. */
static void end_all(struct reader *reader)
{
    while (reader->open->len > 0) {
        innermost(reader)->is_continued = false;
        end_paragraph(reader);
    }
}

static bool is_on(const lyh_xml_attribute *attributes, size_t count)
{
    const char *value = lyh_xml_value(attributes, count, "val");
    return !value || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
                      strcmp(value, "off") != 0);
}

static void add_symbol(struct reader *reader, const lyh_xml_attribute *attributes,
                       size_t count)
{
    const char *code = lyh_xml_value(attributes, count, "char");
    guint64 c = code ? g_ascii_strtoull(code, NULL, 16) : 0;
    if (c >= 0x20 && c <= 0x10FFFF && g_unichar_validate((gunichar)c))
        g_string_append_unichar(innermost(reader)->text, (gunichar)c);
}

static void add_break(struct reader *reader, const lyh_xml_attribute *attributes,
                      size_t count)
{
    const char *type = lyh_xml_value(attributes, count, "type");
    if (type && (strcmp(type, "page") == 0 || strcmp(type, "column") == 0))
        g_string_append_c(innermost(reader)->text, ' ');
    else
        break_line(reader);
}

/* What stands for a character in a run. */
static void add_sign(struct reader *reader, const char *name,
                     const lyh_xml_attribute *attributes, size_t count)
{
    GString *text = innermost(reader)->text;
    if (strcmp(name, "tab") == 0 || strcmp(name, "ptab") == 0)
        g_string_append_c(text, '\t');
    else if (strcmp(name, "br") == 0)
        add_break(reader, attributes, count);
    else if (strcmp(name, "cr") == 0)
        break_line(reader);
    else if (strcmp(name, "noBreakHyphen") == 0)
        g_string_append_c(text, '-');
    else if (strcmp(name, "sym") == 0)
        add_symbol(reader, attributes, count);
    /* softHyphen is only where a word may be broken: no character */
}

/* Elements whose whole content is no text. */
static bool is_never_text(const char *name)
{
    static const char *const names[] = {
        "del",       "instrText", "moveFrom", "numPicBullet", "pPrChange",
        "rPrChange", "rt",        "sdtEndPr", "sdtPr",        "sectPr",
        "tblGrid",   "tblPr",     "tcPr",     "trPr",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void count_element(struct docx_findings *findings, const char *name)
{
    if (strcmp(name, "tbl") == 0)
        findings->tables++;
    else if (strcmp(name, "ins") == 0)
        findings->insertions++;
    else if (strcmp(name, "footnoteReference") == 0 ||
             strcmp(name, "endnoteReference") == 0)
        findings->footnotes++;
    else if (strcmp(name, "altChunk") == 0)
        findings->chunks++;
}

/* Inside w:pPr and w:rPr: only hidden text and a deleted paragraph end matter. */
static void start_property(struct reader *reader, const char *name,
                           const lyh_xml_attribute *attributes, size_t count)
{
    if (strcmp(name, "vanish") == 0 && reader->in_run_properties)
        reader->is_hidden = is_on(attributes, count);
    else if (strcmp(name, "del") == 0 && !reader->in_run_properties && innermost(reader))
        innermost(reader)->is_continued = true;
}

static void start_word(struct reader *reader, const char *name,
                       const lyh_xml_attribute *attributes, size_t count)
{
    count_element(reader->findings, name);
    if (strcmp(name, "p") == 0) {
        begin_paragraph(reader);
    } else if (strcmp(name, "r") == 0) {
        reader->is_hidden = false;
        reader->has_counted = false;
    } else if (strcmp(name, "pPr") == 0 || strcmp(name, "rPr") == 0) {
        reader->properties = reader->depth;
        reader->in_run_properties = name[0] == 'r';
    } else if (strcmp(name, "t") == 0) {
        reader->text_depth = reader->depth;
    } else if (innermost(reader) && !reader->is_hidden) {
        add_sign(reader, name, attributes, count);
    }
}

/* Deleted text itself is counted by the stretch, not by the run. */
static void start_skipped(struct reader *reader, const char *name)
{
    if (strcmp(name, "delText") != 0 || reader->has_counted)
        return;
    reader->findings->deletions++;
    reader->has_counted = true;
}

static void skip(struct reader *reader)
{
    reader->skipped_from = reader->depth;
    reader->has_counted = false;
}

static void on_start(void *user, const char *name_space, const char *name,
                     const lyh_xml_attribute *attributes, size_t count)
{
    struct reader *reader = user;
    bool is_word = docx_is_word(name_space);
    if (++reader->depth == 1)
        reader->findings->is_document = is_word && strcmp(name, "document") == 0;

    if (reader->skipped_from > 0) {
        start_skipped(reader, name);
    } else if (is_compatibility(name_space) && strcmp(name, "Fallback") == 0) {
        skip(reader);
    } else if (is_word && reader->properties > 0) {
        if (is_never_text(name) && strcmp(name, "del") != 0)
            skip(reader);
        else
            start_property(reader, name, attributes, count);
    } else if (is_word && is_never_text(name)) {
        skip(reader);
    } else if (is_word) {
        start_word(reader, name, attributes, count);
    }
}

static void on_end(void *user, const char *name_space, const char *name)
{
    struct reader *reader = user;
    bool is_skipped = reader->skipped_from > 0;
    if (reader->skipped_from == reader->depth)
        reader->skipped_from = 0;
    if (reader->properties == reader->depth)
        reader->properties = 0;
    if (reader->text_depth == reader->depth)
        reader->text_depth = 0;
    reader->depth--;
    if (!is_skipped && docx_is_word(name_space) && strcmp(name, "p") == 0 &&
        innermost(reader))
        end_paragraph(reader);
}

static void on_text(void *user, const char *text, size_t size)
{
    struct reader *reader = user;
    if (reader->text_depth == 0 || reader->skipped_from > 0 || !innermost(reader))
        return;
    if (!reader->is_hidden) {
        g_string_append_len(innermost(reader)->text, text, (gssize)size);
    } else if (!reader->has_counted) {
        reader->findings->hidden++;
        reader->has_counted = true;
    }
}

bool docx_text_read(const char *name, const lyh_bytes *xml, line_list *lines,
                    struct docx_findings *findings, lyh_diags *diags)
{
    static const lyh_xml_handler handler = { on_start, on_end, on_text };
    g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(free_open);
    struct reader reader = { .lines = lines, .findings = findings, .open = open };
    bool is_fine = lyh_xml_parse(name, xml, &handler, &reader, diags);
    end_all(&reader);
    return is_fine;
}
