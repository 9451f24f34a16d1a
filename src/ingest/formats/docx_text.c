#include "docx_text.h"

#include <string.h>

/* Whose properties are being read. */
enum owner { OWNER_NOBODY, OWNER_PARAGRAPH, OWNER_RUN, OWNER_ROW };

struct paragraph {
    const struct docx_look *style;
    struct docx_look direct;
    bool is_new; /* no going on with the one before */
};

struct run {
    const struct docx_look *style;
    struct docx_look direct;
    bool has_counted; /* its hidden text */
};

struct docx_text {
    story_lines *story;
    const docx_styles *styles;
    docx_numbering *numbering;
    struct docx_findings findings;
    GArray *paragraphs; /* struct paragraph open, the innermost last */
    GArray *runs;       /* struct run open, the innermost last */
    GByteArray *fields; /* open fields: 1 where their code is being read, 0 in the result */
    guint settled;      /* of them, those below which no code is left */
    size_t codes;       /* of them, those whose code is being read */
    size_t depth;       /* of elements */
    size_t skipped_from; /* depth of the element whose content is no text, or 0 */
    size_t text_depth;   /* depth of the w:t being read, or 0 */
    size_t properties;   /* depth of the properties being read, or 0 */
    enum owner owner;    /* of the properties */
    bool has_counted;    /* this stretch of deleted text */
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

docx_text *docx_text_new(story_lines *story, const docx_styles *styles,
                         docx_numbering *numbering)
{
    docx_text *text = g_new0(docx_text, 1);
    text->story = story;
    text->styles = styles;
    text->numbering = numbering;
    text->paragraphs = g_array_new(FALSE, FALSE, sizeof(struct paragraph));
    text->runs = g_array_new(FALSE, FALSE, sizeof(struct run));
    text->fields = g_byte_array_new();
    return text;
}

void docx_text_free(docx_text *text)
{
    if (!text)
        return;
    g_byte_array_unref(text->fields);
    g_array_unref(text->runs);
    g_array_unref(text->paragraphs);
    g_free(text);
}

const struct docx_findings *docx_text_findings(const docx_text *text)
{
    return &text->findings;
}

static struct paragraph *paragraph_of(const docx_text *text)
{
    return text->paragraphs->len == 0 ? NULL
                                      : &g_array_index(text->paragraphs, struct paragraph,
                                                       text->paragraphs->len - 1);
}

static struct run *run_of(const docx_text *text)
{
    return text->runs->len == 0
               ? NULL
               : &g_array_index(text->runs, struct run, text->runs->len - 1);
}

/* ------ how the run looks ------ */

/* Direct formatting decides; else a property that is on in the paragraph's style and in the
 * run's own is off (17.7.3). */
static bool is_toggled(int direct, int everywhere, int paragraph, int run)
{
    if (direct != DOCX_UNSAID)
        return direct == 1;
    return everywhere == 1 || (paragraph == 1) != (run == 1);
}

static bool is_hidden(const docx_text *text)
{
    const struct run *run = run_of(text);
    const struct paragraph *paragraph = paragraph_of(text);
    if (!run || !paragraph)
        return false;
    return is_toggled(run->direct.hidden, docx_styles_default(text->styles)->hidden,
                      paragraph->style->hidden, run->style->hidden);
}

static bool is_emphasised(const docx_text *text)
{
    const struct run *run = run_of(text);
    const struct paragraph *paragraph = paragraph_of(text);
    if (!run || !paragraph)
        return false;
    const struct docx_look *everywhere = docx_styles_default(text->styles);
    return is_toggled(run->direct.bold, everywhere->bold, paragraph->style->bold,
                      run->style->bold) ||
           is_toggled(run->direct.italic, everywhere->italic, paragraph->style->italic,
                      run->style->italic);
}

static bool is_code(const docx_text *text)
{
    return text->fields->len > 0 && text->fields->data[text->fields->len - 1];
}

/* A field inside the code of another shows nothing: { IF { MERGEFIELD x } = "y" }. */
static bool is_in_code(const docx_text *text)
{
    return text->codes > (is_code(text) ? 1 : 0);
}

/* ------ paragraphs and runs ------ */

static void begin_paragraph(docx_text *text)
{
    struct paragraph paragraph = { .style = docx_styles_paragraph(text->styles, NULL),
                                   .direct = docx_look_unsaid(),
                                   .is_new = story_begin_paragraph(text->story) };
    g_array_append_val(text->paragraphs, paragraph);
}

/* A code that does not end with its paragraph swallows nothing of the next one. */
static void end_codes(docx_text *text)
{
    for (; text->settled < text->fields->len; text->settled++)
        text->fields->data[text->settled] = 0;
    text->codes = 0;
}

static void end_paragraph(docx_text *text)
{
    if (text->paragraphs->len == 0)
        return;
    g_array_set_size(text->paragraphs, text->paragraphs->len - 1);
    story_end_paragraph(text->story);
    if (text->paragraphs->len == 0)
        end_codes(text);
}

static int said(int direct, int style)
{
    return direct != DOCX_UNSAID ? direct : style;
}

/* The properties of the paragraph are known: is it a heading, is it numbered? */
static void settle_paragraph(docx_text *text)
{
    const struct paragraph *paragraph = paragraph_of(text);
    if (!paragraph || !paragraph->is_new)
        return;
    if (said(paragraph->direct.heading, paragraph->style->heading) == 1)
        story_set_heading(text->story);
    int number = said(paragraph->direct.number, paragraph->style->number);
    if (number <= 0)
        return;
    int level = said(paragraph->direct.level, paragraph->style->level);
    g_autofree char *shown = docx_numbering_next(text->numbering, number, MAX(level, 0));
    if (shown)
        story_set_number(text->story, shown);
}

static void begin_run(docx_text *text)
{
    struct run run = { .style = docx_styles_character(text->styles, NULL),
                       .direct = docx_look_unsaid() };
    g_array_append_val(text->runs, run);
}

static void end_run(docx_text *text)
{
    if (text->runs->len > 0)
        g_array_set_size(text->runs, text->runs->len - 1);
}

/* ------ signs ------ */

static void add_symbol(docx_text *text, const lyh_xml_attribute *attributes, size_t count)
{
    const char *code = lyh_xml_value(attributes, count, "char");
    guint64 c = code ? g_ascii_strtoull(code, NULL, 16) : 0;
    if (c < 0x20 || c > 0x10FFFF || !g_unichar_validate((gunichar)c))
        return;
    char sign[7] = { 0 };
    g_unichar_to_utf8((gunichar)c, sign);
    story_sign(text->story, sign, 1);
}

static void add_break(docx_text *text, const lyh_xml_attribute *attributes, size_t count)
{
    const char *type = lyh_xml_value(attributes, count, "type");
    if (type && (strcmp(type, "page") == 0 || strcmp(type, "column") == 0))
        story_sign(text->story, " ", 1);
    else
        story_break_line(text->story);
}

/* What stands for a character in a run. */
static void add_sign(docx_text *text, const char *name, const lyh_xml_attribute *attributes,
                     size_t count)
{
    if (strcmp(name, "tab") == 0 || strcmp(name, "ptab") == 0)
        story_sign(text->story, "\t", 1);
    else if (strcmp(name, "br") == 0)
        add_break(text, attributes, count);
    else if (strcmp(name, "cr") == 0)
        story_break_line(text->story);
    else if (strcmp(name, "noBreakHyphen") == 0)
        story_sign(text->story, "-", 1);
    else if (strcmp(name, "sym") == 0)
        add_symbol(text, attributes, count);
    /* softHyphen is only where a word may be broken: no character */
}

static void end_code(docx_text *text)
{
    if (!is_code(text))
        return;
    text->fields->data[text->fields->len - 1] = 0;
    text->codes--;
}

/* Fields nest: a code, then what it shows. */
static void turn_field(docx_text *text, const char *type)
{
    const guint8 code = 1;
    if (!type)
        return;
    if (strcmp(type, "begin") == 0) {
        text->findings.fields++;
        text->codes++;
        g_byte_array_append(text->fields, &code, 1);
    } else if (strcmp(type, "separate") == 0) {
        end_code(text);
    } else if (text->fields->len > 0 && strcmp(type, "end") == 0) {
        end_code(text);
        g_byte_array_set_size(text->fields, text->fields->len - 1);
        text->settled = MIN(text->settled, text->fields->len);
    }
}

/* ------ elements ------ */

/* Elements whose whole content is no text. */
static bool is_never_text(const char *name)
{
    static const char *const names[] = {
        "del",       "instrText", "moveFrom", "numPicBullet", "pPrChange",
        "rPrChange", "rt",        "sdtEndPr", "sdtPr",        "sectPr",
        "tblGrid",   "tblPr",     "tblPrEx",  "tcPr",         "trPrChange",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void count_element(struct docx_findings *findings, const char *name)
{
    if (strcmp(name, "ins") == 0)
        findings->insertions++;
    else if (strcmp(name, "footnoteReference") == 0 ||
             strcmp(name, "endnoteReference") == 0)
        findings->footnotes++;
    else if (strcmp(name, "altChunk") == 0)
        findings->chunks++;
    else if (strcmp(name, "fldSimple") == 0)
        findings->fields++;
}

/* The mark at the end of a paragraph is deleted or hidden: the next one goes on here. */
static void take_mark_property(docx_text *text, const char *name, const char *value)
{
    bool is_gone = strcmp(name, "del") == 0 || strcmp(name, "moveFrom") == 0 ||
                   ((strcmp(name, "vanish") == 0 || strcmp(name, "specVanish") == 0) &&
                    docx_is_on(value));
    if (is_gone)
        story_join_next(text->story);
}

static void take_paragraph_property(docx_text *text, const char *name, const char *value)
{
    struct paragraph *paragraph = paragraph_of(text);
    if (strcmp(name, "pStyle") == 0)
        paragraph->style = docx_styles_paragraph(text->styles, value);
    else if (strcmp(name, "outlineLvl") == 0 || strcmp(name, "numId") == 0 ||
             strcmp(name, "ilvl") == 0)
        docx_look_take(&paragraph->direct, name, value);
    else
        take_mark_property(text, name, value);
}

static void take_run_property(docx_text *text, const char *name, const char *value)
{
    struct run *run = run_of(text);
    if (strcmp(name, "rStyle") == 0)
        run->style = docx_styles_character(text->styles, value);
    else if (strcmp(name, "b") == 0 || strcmp(name, "i") == 0 ||
             strcmp(name, "vanish") == 0)
        docx_look_take(&run->direct, name, value);
}

static void take_row_property(docx_text *text, const char *name, const char *value)
{
    bool is_deleted = strcmp(name, "del") == 0;
    if (!is_deleted && !(strcmp(name, "hidden") == 0 && docx_is_on(value)))
        return;
    text->findings.deletions += is_deleted;
    text->findings.hidden += !is_deleted;
    story_drop_row(text->story);
}

static void take_property(docx_text *text, const char *name, const char *value)
{
    if (text->owner == OWNER_PARAGRAPH && paragraph_of(text))
        take_paragraph_property(text, name, value);
    else if (text->owner == OWNER_RUN && run_of(text))
        take_run_property(text, name, value);
    else if (text->owner == OWNER_ROW)
        take_row_property(text, name, value);
}

/* The run properties of a paragraph are those of its end mark. */
static enum owner owner_of(const docx_text *text, const char *name)
{
    if (strcmp(name, "pPr") == 0)
        return OWNER_PARAGRAPH;
    if (strcmp(name, "trPr") == 0)
        return OWNER_ROW;
    return strcmp(name, "rPr") == 0 && text->runs->len > 0 ? OWNER_RUN : OWNER_NOBODY;
}

static bool begin_block(docx_text *text, const char *name)
{
    if (strcmp(name, "p") == 0)
        begin_paragraph(text);
    else if (strcmp(name, "r") == 0)
        begin_run(text);
    else if (strcmp(name, "tbl") == 0)
        story_begin_table(text->story);
    else if (strcmp(name, "tr") == 0)
        story_begin_row(text->story);
    else if (strcmp(name, "tc") == 0)
        story_begin_cell(text->story);
    else
        return false;
    return true;
}

static void start_word(docx_text *text, const char *name,
                       const lyh_xml_attribute *attributes, size_t count)
{
    count_element(&text->findings, name);
    if (begin_block(text, name))
        return;
    if (owner_of(text, name) != OWNER_NOBODY) {
        text->owner = owner_of(text, name);
        text->properties = text->depth;
    } else if (strcmp(name, "t") == 0) {
        text->text_depth = text->depth;
    } else if (strcmp(name, "fldChar") == 0) {
        turn_field(text, lyh_xml_value(attributes, count, "fldCharType"));
    } else if (story_is_open(text->story) && !is_hidden(text) && !is_in_code(text)) {
        add_sign(text, name, attributes, count);
    }
}

/* Deleted text itself is counted by the stretch, not by the run. */
static void start_skipped(docx_text *text, const char *name)
{
    if (strcmp(name, "delText") != 0 || text->has_counted)
        return;
    text->findings.deletions++;
    text->has_counted = true;
}

static void skip(docx_text *text, const char *name)
{
    text->skipped_from = text->depth;
    text->has_counted = false;
    text->findings.moves += strcmp(name, "moveFrom") == 0;
}

/* Inside properties: changes of them are history. */
static void start_property(docx_text *text, const char *name,
                           const lyh_xml_attribute *attributes, size_t count)
{
    if (is_never_text(name) && strcmp(name, "del") != 0 && strcmp(name, "moveFrom") != 0)
        text->skipped_from = text->depth;
    else
        take_property(text, name, lyh_xml_value(attributes, count, "val"));
}

static void on_start(void *user, const char *name_space, const char *name,
                     const lyh_xml_attribute *attributes, size_t count)
{
    docx_text *text = user;
    bool is_word = docx_is_word(name_space);
    if (++text->depth == 1)
        text->findings.is_document = is_word && strcmp(name, "document") == 0;

    if (text->skipped_from > 0)
        start_skipped(text, name);
    else if (is_compatibility(name_space) && strcmp(name, "Fallback") == 0)
        skip(text, name);
    else if (!is_word)
        return;
    else if (text->properties > 0)
        start_property(text, name, attributes, count);
    else if (is_never_text(name))
        skip(text, name);
    else
        start_word(text, name, attributes, count);
}

static void end_properties(docx_text *text)
{
    text->properties = 0;
    if (text->owner == OWNER_PARAGRAPH)
        settle_paragraph(text);
    text->owner = OWNER_NOBODY;
}

static void end_word(docx_text *text, const char *name)
{
    if (strcmp(name, "p") == 0)
        end_paragraph(text);
    else if (strcmp(name, "r") == 0)
        end_run(text);
    else if (strcmp(name, "tbl") == 0)
        story_end_table(text->story);
}

static void on_end(void *user, const char *name_space, const char *name)
{
    docx_text *text = user;
    bool is_skipped = text->skipped_from > 0;
    bool is_property = text->properties > 0;
    if (text->skipped_from == text->depth)
        text->skipped_from = 0;
    if (text->properties == text->depth)
        end_properties(text);
    if (text->text_depth == text->depth)
        text->text_depth = 0;
    text->depth--;
    if (!is_skipped && !is_property && docx_is_word(name_space))
        end_word(text, name);
}

static void on_text(void *user, const char *content, size_t size)
{
    docx_text *text = user;
    if (text->text_depth == 0 || text->skipped_from > 0 || !story_is_open(text->story) ||
        is_in_code(text))
        return;
    struct run *run = run_of(text);
    if (!is_hidden(text)) {
        story_text(text->story, content, size, is_emphasised(text));
    } else if (!run->has_counted) {
        text->findings.hidden++;
        run->has_counted = true;
    }
}

const lyh_xml_handler docx_text_handler = { on_start, on_end, on_text };
