#include "docx_private.h"

#include <math.h>
#include <string.h>

#include "markup.h"
#include "printed.h"

#define EMU_PER_POINT 12700
/* A figure has room for its caption on the page. */
#define TALLEST (640 * EMU_PER_POINT)
#define INSIDE_ITEM 640
#define AFTER_QUOTE 200

static const lyh_block *block_at(const docx *document, size_t index)
{
    return index < lyh_report_block_count(document->report)
               ? lyh_report_block(document->report, index)
               : NULL;
}

static bool is_kind(const lyh_block *block, lyh_block_kind kind)
{
    return block && block->kind == kind;
}

/* The block after @index and its footnotes. */
static const lyh_block *block_after(const docx *document, size_t index)
{
    do
        index++;
    while (is_kind(block_at(document, index), LYH_BLOCK_FOOTNOTE));
    return block_at(document, index);
}

/* A quote right after an item belongs to it. */
static bool is_inside_item(const docx *document, size_t index)
{
    while (index > 0 && (is_kind(block_at(document, index), LYH_BLOCK_QUOTE) ||
                         is_kind(block_at(document, index), LYH_BLOCK_FOOTNOTE)))
        index--;
    return is_kind(block_at(document, index), LYH_BLOCK_ITEM);
}

/* ---- fields and places to lead to ---- */

static void field_sign(docx *document, const char *sign)
{
    lyh_output_printf(document->output, "<w:fldChar w:fldCharType=\"%s\"/></w:r>", sign);
}

static void field_instruction(docx *document, const char *instruction)
{
    lyh_output_printf(document->output,
                      "<w:instrText xml:space=\"preserve\"> %s </w:instrText></w:r>",
                      instruction);
}

/*
 * What the program that reads it may reckon anew; @text is what it shows until then. LibreOffice takes
 * the looks of the result from the whole field.
 */
static void write_field(docx *document, const char *instruction, const char *style,
                        const char *text)
{
    docx_open_run(document, style);
    field_sign(document, "begin");
    docx_open_run(document, style);
    field_instruction(document, instruction);
    docx_open_run(document, style);
    field_sign(document, "separate");
    docx_run(document, style, text);
    docx_open_run(document, style);
    field_sign(document, "end");
}

static void open_place(docx *document, size_t index)
{
    lyh_output_printf(document->output,
                      "<w:bookmarkStart w:id=\"%zu\" w:name=\"_Ref%zu\"/>", index, index);
}

static void close_place(docx *document, size_t index)
{
    lyh_output_printf(document->output, "<w:bookmarkEnd w:id=\"%zu\"/>", index);
}

/* ---- words ---- */

/* "Tabell", without what parts it from its number. g_free(). */
static char *first_word(const char *text)
{
    const char *end = text;
    while (g_unichar_isalpha(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    return g_strndup(text, (gsize)(end - text));
}

/* "Tabell 2.": the number counts itself, so that people can add tables of their own. */
static void write_number(docx *document, size_t index, const char *text)
{
    size_t before = strcspn(text, "0123456789");
    size_t digits = strspn(text + before, "0123456789");
    g_autofree char *name = g_strndup(text, before);
    g_autofree char *number = g_strndup(text + before, digits);
    g_autofree char *label = first_word(name);
    g_autofree char *instruction = g_strdup_printf("SEQ %s \\* ARABIC", label);
    open_place(document, index);
    docx_run(document, "Strong", name);
    write_field(document, instruction, "Strong", number);
    close_place(document, index);
    if (text[before + digits])
        docx_run(document, "Strong", text + before + digits);
}

static void write_lead(docx *document, size_t index, const char *text)
{
    lyh_block_kind kind = block_at(document, index)->kind;
    if (kind == LYH_BLOCK_TABLE || kind == LYH_BLOCK_FIGURE)
        write_number(document, index, text);
    else
        docx_run(document, "Strong", text);
}

static void write_link(docx *document, const lyh_span *span)
{
    g_autofree char *instruction = g_strdup_printf("REF _Ref%zu \\h", span->target);
    write_field(document, instruction, "Hyperlink", span->text);
}

/* Word counts footnotes itself, and leads there and back. */
static void write_mark(docx *document, const lyh_span *span, size_t index)
{
    docx_open_run(document, "FootnoteReference");
    if (block_at(document, index)->kind == LYH_BLOCK_FOOTNOTE)
        docx_say(document, "<w:footnoteRef/>");
    else
        lyh_output_printf(document->output, "<w:footnoteReference w:id=\"%zu\"/>",
                          block_at(document, span->target)->number);
    docx_say(document, "</w:r>");
}

static void write_span(docx *document, const lyh_span *span, size_t index)
{
    switch (span->kind) {
    case LYH_SPAN_PLAIN:
        docx_run(document, NULL, span->text);
        return;
    case LYH_SPAN_LEAD:
        write_lead(document, index, span->text);
        return;
    case LYH_SPAN_LINK:
        write_link(document, span);
        return;
    case LYH_SPAN_MARK:
        write_mark(document, span, index);
        return;
    }
    g_assert_not_reached();
}

static void write_printed(docx *document, size_t index, docx_manner manner)
{
    g_autoptr(GArray) spans = lyh_printed_spans(document->report, index);
    bool is_heading = block_at(document, index)->kind == LYH_BLOCK_HEADING;
    docx_open_paragraph(document, manner);
    if (is_heading)
        open_place(document, index);
    for (guint i = 0; i < spans->len; i++)
        write_span(document, &g_array_index(spans, lyh_span, i), index);
    if (is_heading)
        close_place(document, index);
    docx_close_paragraph(document);
}

/* ---- blocks ---- */

static void write_heading(docx *document, const lyh_block *block, size_t index)
{
    const char *const styles[] = { "Heading1", "Heading2", "Heading3" };
    write_printed(document, index, (docx_manner){ .style = styles[block->level - 1] });
}

/* What leads to a list is not parted from it. */
static void write_paragraph(docx *document, size_t index)
{
    bool leads = is_kind(block_after(document, index), LYH_BLOCK_ITEM);
    write_printed(document, index, (docx_manner){ .holds_next = leads });
}

/* Below a heading it says what the text that follows is about. */
static void write_note(docx *document, size_t index)
{
    bool leads = index > 0 && is_kind(block_at(document, index - 1), LYH_BLOCK_HEADING);
    write_printed(document, index,
                  (docx_manner){ .style = "Finstilt", .holds_next = leads });
}

static void write_item(docx *document, size_t index)
{
    const docx_manner manner = { .style = "ListBullet",
                                 .holds_next = is_kind(block_after(document, index),
                                                       LYH_BLOCK_QUOTE) };
    write_printed(document, index, manner);
}

static void write_quote(docx *document, const lyh_block *block, size_t index)
{
    bool has_label = block->label && *block->label;
    int indent = is_inside_item(document, index) ? INSIDE_ITEM : 0;
    const docx_manner said = { .style = "Utsaga",
                               .holds_next = has_label,
                               .after = has_label ? 0 : AFTER_QUOTE,
                               .indent = indent };
    write_printed(document, index, said);
    docx_paragraph(document, (docx_manner){ .style = "SagtAv", .indent = indent },
                   block->label);
}

/* Two tables without a paragraph between them would be one. */
static void write_table(docx *document, const lyh_table *table, size_t index)
{
    const docx_manner note_manner = { .style = "Finstilt" };
    g_autofree char *caption = lyh_printed_text(document->report, index);
    g_autofree char *note = lyh_printed_table_note(table, document->catalog);
    write_printed(document, index, (docx_manner){ .style = "Caption", .holds_next = true });
    docx_table(document, table, caption);
    docx_paragraph(document, note_manner, note);
    if (!*note) {
        docx_open_paragraph(document, note_manner);
        docx_close_paragraph(document);
    }
}

static long emu(double points)
{
    return lround(points * EMU_PER_POINT);
}

/* The vector picture for programs that know it, with one of dots for the others (MS-ODRAWXML 2.3). */
static void write_picture(docx *document, size_t number, long width, long height)
{
    lyh_output_printf(
        document->output,
        "<a:graphic><a:graphicData "
        "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
        "<pic:nvPicPr><pic:cNvPr id=\"%zu\" name=\"figure-%02zu\"/><pic:cNvPicPr/>"
        "</pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdPng%zu\"><a:extLst>"
        "<a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">"
        "<asvg:svgBlip r:embed=\"rIdSvg%zu\"/></a:ext></a:extLst></a:blip>"
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"%ld\" cy=\"%ld\"/></a:xfrm>"
        "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
        "</a:graphicData></a:graphic>",
        number, number, number, number, width, height);
}

static void write_figure(docx *document, const lyh_block *block, size_t index)
{
    const lyh_display *figure = block->figure;
    long width = emu(lyh_display_width(figure)), height = emu(lyh_display_height(figure));
    if (height > TALLEST) {
        width = lround((double)width * TALLEST / (double)height);
        height = TALLEST;
    }
    docx_open_paragraph(document, (docx_manner){ .holds_next = true });
    lyh_output_printf(document->output,
                      "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" "
                      "distR=\"0\"><wp:extent cx=\"%ld\" cy=\"%ld\"/><wp:docPr id=\"%zu\" "
                      "name=\"figure-%02zu\"",
                      width, height, block->number, block->number);
    lyh_markup_attribute(document->output, "descr", lyh_display_description(figure));
    docx_say(document, "/><wp:cNvGraphicFramePr><a:graphicFrameLocks "
                       "noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>");
    write_picture(document, block->number, width, height);
    docx_say(document, "</wp:inline></w:drawing></w:r>");
    docx_close_paragraph(document);
    write_printed(document, index, (docx_manner){ .style = "Caption" });
}

/* ---- contents ---- */

static void write_entry(docx *document, size_t heading, unsigned level, bool is_first)
{
    docx_open_paragraph(document, (docx_manner){ .style = level == 1 ? "TOC1" : "TOC2" });
    if (is_first) {
        docx_open_run(document, NULL);
        field_sign(document, "begin");
        docx_open_run(document, NULL);
        field_instruction(document, "TOC \\o \"1-2\" \\h \\z \\u \\b _Text");
        docx_open_run(document, NULL);
        field_sign(document, "separate");
    }
    lyh_output_printf(document->output,
                      "<w:hyperlink w:anchor=\"_Ref%zu\" w:history=\"1\">", heading);
    docx_run(document, NULL, block_at(document, heading)->text);
    docx_say(document, "</w:hyperlink>");
    docx_close_paragraph(document);
}

/* Part of what is made anew: it is gone when the numbers have come. */
static void write_advice(docx *document)
{
    docx_open_paragraph(document, (docx_manner){ .style = "Finstilt" });
    docx_run(document, NULL,
             lyh_tr(document->catalog,
                    "The page numbers come when the contents are updated, and this line "
                    "goes: click here and press F9 (Word), or choose Update Index in the "
                    "menu of the right button (LibreOffice)."));
    docx_open_run(document, NULL);
    field_sign(document, "end");
    docx_close_paragraph(document);
}

/*
 * The entries lead to their headings; pages are numbered by the program that lays them out, when it is
 * asked to make the contents anew, of what stands after them (the bookmark _Text). Numbers of our own pages
 * would be wrong by some; asking Word to update when it opens (w:updateFields) makes it ask everybody a question
 * that sounds like a warning.
 */
static void write_contents(docx *document, size_t index)
{
    g_autoptr(GArray) headings = lyh_printed_contents(document->report, index);
    if (headings->len == 0)
        return;
    docx_say(document, "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
                       "Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr>"
                       "<w:sdtContent>\n");
    for (guint i = 0; i < headings->len; i++) {
        size_t heading = g_array_index(headings, size_t, i);
        write_entry(document, heading, block_at(document, heading)->level, i == 0);
    }
    write_advice(document);
    docx_say(document, "</w:sdtContent></w:sdt>\n");
    lyh_output_printf(document->output,
                      "<w:bookmarkStart w:id=\"%zu\" w:name=\"_Text\"/>\n",
                      lyh_report_block_count(document->report));
}

static bool has_contents(const docx *document)
{
    for (size_t i = 0; i < lyh_report_block_count(document->report); i++) {
        if (block_at(document, i)->kind != LYH_BLOCK_CONTENTS)
            continue;
        g_autoptr(GArray) headings = lyh_printed_contents(document->report, i);
        return headings->len > 0;
    }
    return false;
}

/* ---- the document ---- */

static void write_block(docx *document, size_t index)
{
    const lyh_block *block = block_at(document, index);
    switch (block->kind) {
    case LYH_BLOCK_HEADING:
        write_heading(document, block, index);
        return;
    case LYH_BLOCK_PARAGRAPH:
        write_paragraph(document, index);
        return;
    case LYH_BLOCK_ITEM:
        write_item(document, index);
        return;
    case LYH_BLOCK_QUOTE:
        write_quote(document, block, index);
        return;
    case LYH_BLOCK_TABLE:
        write_table(document, block->table, index);
        return;
    case LYH_BLOCK_FIGURE:
        write_figure(document, block, index);
        return;
    case LYH_BLOCK_NOTE:
        write_note(document, index);
        return;
    case LYH_BLOCK_CONTENTS:
        write_contents(document, index);
        return;
    case LYH_BLOCK_FOOTNOTE: /* stands in a part of its own */
        return;
    case LYH_BLOCK_PAGE:
        document->begins_page = true;
        return;
    }
    g_assert_not_reached();
}

static void write_title(docx *document, const lyh_report_info *info)
{
    g_autofree char *commissioner =
        info->commissioner && *info->commissioner
            ? g_strdup_printf(lyh_tr(document->catalog, "Commissioned by: %s"),
                              info->commissioner)
            : NULL;
    docx_paragraph(document, (docx_manner){ .style = "Title" }, info->title);
    docx_paragraph(document, (docx_manner){ .style = "Subtitle" }, info->subtitle);
    docx_paragraph(document, (docx_manner){ 0 }, commissioner);
    docx_paragraph(document, (docx_manner){ 0 }, info->date);
    if (info->status && *info->status) {
        docx_open_paragraph(document, (docx_manner){ 0 });
        docx_run(document, "Strong", info->status);
        docx_close_paragraph(document);
    }
    document->begins_page = true;
}

void docx_write_document(const lyh_report *report, lyh_output *output)
{
    const lyh_report_info *info = lyh_report_info_of(report);
    docx document = { .report = report, .catalog = info->catalog, .output = output };
    docx_say(&document, DOCX_HEAD
             "<w:document xmlns:w=\"" DOCX_WORDS "\" xmlns:r=\"" DOCX_RELATIONS "\" "
             "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"
             "wordprocessingDrawing\" "
             "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
             "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
             "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\">"
             "<w:body>\n");
    write_title(&document, info);
    for (size_t i = 0; i < lyh_report_block_count(report); i++)
        write_block(&document, i);
    if (has_contents(&document))
        close_place(&document, lyh_report_block_count(report));
    docx_say(
        &document,
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHead\"/>"
        "<w:footerReference w:type=\"default\" r:id=\"rIdFoot\"/>"
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1531\" w:right=\"1418\" "
        "w:bottom=\"1531\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" "
        "w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>\n");
}

void docx_write_footnotes(const lyh_report *report, lyh_output *output)
{
    const lyh_report_info *info = lyh_report_info_of(report);
    docx document = { .report = report, .catalog = info->catalog, .output = output };
    docx_say(&document, DOCX_HEAD
             "<w:footnotes xmlns:w=\"" DOCX_WORDS "\">"
             "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r>"
             "</w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\">"
             "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\n");
    for (size_t i = 0; i < lyh_report_block_count(report); i++) {
        const lyh_block *block = lyh_report_block(report, i);
        if (block->kind != LYH_BLOCK_FOOTNOTE)
            continue;
        lyh_output_printf(output, "<w:footnote w:id=\"%zu\">", block->number);
        write_printed(&document, i, (docx_manner){ .style = "FootnoteText" });
        docx_say(&document, "</w:footnote>\n");
    }
    docx_say(&document, "</w:footnotes>\n");
}
