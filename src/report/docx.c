#include <lyhord/report/report.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/archive_write.h>

#include "docx_private.h"
#include "markup.h"

/* Of the pictures for programs that do not know SVG. */
#define DOTS_PER_INCH 150

#define TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define PACKAGE_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define WORDS_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

extern const unsigned char lyh_embedded_docx_numbering_xml[];
extern const unsigned char lyh_embedded_docx_settings_xml[];
extern const unsigned char lyh_embedded_docx_styles_xml[];

/* The parts of the file in their order; names and bytes are owned here. */
typedef struct parts {
    GArray *members; /* lyh_member */
    GPtrArray *names;
    GPtrArray *bytes;
} parts;

static void parts_init(parts *made)
{
    made->members = g_array_new(FALSE, FALSE, sizeof(lyh_member));
    made->names = g_ptr_array_new_with_free_func(g_free);
    made->bytes = g_ptr_array_new_with_free_func(free);
}

static void parts_clear(parts *made)
{
    g_array_unref(made->members);
    g_ptr_array_unref(made->names);
    g_ptr_array_unref(made->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(parts, parts_clear)

/* Takes over what @output, a memory output, holds. */
static void add_part(parts *made, const char *name, lyh_output *output)
{
    lyh_member member = { .name = g_strdup(name) };
    char *bytes = lyh_output_take(output, &member.size);
    member.data = bytes;
    g_ptr_array_add(made->names, (char *)member.name);
    g_ptr_array_add(made->bytes, bytes);
    g_array_append_val(made->members, member);
}

static void add_text(parts *made, const char *name, const char *text)
{
    lyh_output *output = lyh_output_to_memory();
    lyh_output_text(output, text);
    add_part(made, name, output);
}

/* A part that is the same in every report, but for the language. */
static void add_kept(parts *made, const char *name, const unsigned char *bytes,
                     const lyh_catalog *catalog)
{
    bool is_swedish = strcmp(lyh_catalog_language(catalog), "sv") == 0;
    g_autoptr(GString) text = g_string_new((const char *)bytes);
    g_string_replace(text, "@LANGUAGE@", docx_language(catalog), 0);
    g_string_replace(text, "@DECIMAL@", is_swedish ? "," : ".", 0);
    g_string_replace(text, "@SEPARATOR@", is_swedish ? ";" : ",", 0);
    add_text(made, name, text->str);
}

/* ---- what leads to what ---- */

static void add_content_types(parts *made)
{
    add_text(made, "[Content_Types].xml",
             DOCX_HEAD
             "<Types xmlns=\"" TYPES "\">"
             "<Default Extension=\"png\" ContentType=\"image/png\"/>"
             "<Default Extension=\"rels\" ContentType=\"application/"
             "vnd.openxmlformats-package.relationships+xml\"/>"
             "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
             "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
             "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/"
             "vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
             "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/"
             "vnd.openxmlformats-package.core-properties+xml\"/>"
             "<Override PartName=\"/word/document.xml\" ContentType=\"" WORDS_TYPE
             "document.main+xml\"/>"
             "<Override PartName=\"/word/footer1.xml\" ContentType=\"" WORDS_TYPE
             "footer+xml\"/>"
             "<Override PartName=\"/word/footnotes.xml\" ContentType=\"" WORDS_TYPE
             "footnotes+xml\"/>"
             "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORDS_TYPE
             "header+xml\"/>"
             "<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORDS_TYPE
             "numbering+xml\"/>"
             "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORDS_TYPE
             "settings+xml\"/>"
             "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORDS_TYPE
             "styles+xml\"/></Types>\n");
}

static void add_relations(parts *made)
{
    add_text(made, "_rels/.rels",
             DOCX_HEAD
             "<Relationships xmlns=\"" PACKAGE_RELATIONS "\">"
             "<Relationship Id=\"rId1\" Type=\"" DOCX_RELATIONS "/officeDocument\" "
             "Target=\"word/document.xml\"/>"
             "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/"
             "2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
             "<Relationship Id=\"rId3\" Type=\"" DOCX_RELATIONS "/extended-properties\" "
             "Target=\"docProps/app.xml\"/></Relationships>\n");
}

static void write_relation(lyh_output *output, const char *id, const char *type,
                           const char *target)
{
    lyh_output_printf(
        output, "<Relationship Id=\"%s\" Type=\"" DOCX_RELATIONS "/%s\" Target=\"%s\"/>",
        id, type, target);
}

static void add_document_relations(parts *made, size_t figures)
{
    static const char *const rows[][3] = {
        { "rIdFoot", "footer", "footer1.xml" },
        { "rIdHead", "header", "header1.xml" },
        { "rIdNotes", "footnotes", "footnotes.xml" },
        { "rIdNumbers", "numbering", "numbering.xml" },
        { "rIdSettings", "settings", "settings.xml" },
        { "rIdStyles", "styles", "styles.xml" },
    };
    lyh_output *output = lyh_output_to_memory();
    lyh_output_text(output, DOCX_HEAD "<Relationships xmlns=\"" PACKAGE_RELATIONS "\">");
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        write_relation(output, rows[i][0], rows[i][1], rows[i][2]);
    for (size_t number = 1; number <= figures; number++) {
        g_autofree char *png_id = g_strdup_printf("rIdPng%zu", number);
        g_autofree char *svg_id = g_strdup_printf("rIdSvg%zu", number);
        g_autofree char *png = g_strdup_printf("media/figure-%02zu.png", number);
        g_autofree char *svg = g_strdup_printf("media/figure-%02zu.svg", number);
        write_relation(output, png_id, "image", png);
        write_relation(output, svg_id, "image", svg);
    }
    lyh_output_text(output, "</Relationships>\n");
    add_part(made, "word/_rels/document.xml.rels", output);
}

/* ---- properties ---- */

/* Who wrote it and when is told by the study, never by the machine. */
static void add_properties(parts *made, const lyh_report_info *info)
{
    lyh_output *output = lyh_output_to_memory();
    lyh_output_text(output, DOCX_HEAD
                    "<cp:coreProperties "
                    "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
                    "core-properties\" "
                    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                    "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
    lyh_markup_text(output, info->title);
    lyh_output_printf(output,
                      "</dc:title><dc:creator></dc:creator><dc:language>%s</dc:language>",
                      docx_language(info->catalog));
    const char *const terms[] = { "created", "modified" };
    for (size_t i = 0; info->iso_date && *info->iso_date && i < G_N_ELEMENTS(terms); i++) {
        lyh_output_printf(output, "<dcterms:%s xsi:type=\"dcterms:W3CDTF\">", terms[i]);
        lyh_markup_text(output, info->iso_date);
        lyh_output_printf(output, "T00:00:00Z</dcterms:%s>", terms[i]);
    }
    lyh_output_text(output, "</cp:coreProperties>\n");
    add_part(made, "docProps/core.xml", output);
    add_text(made, "docProps/app.xml",
             DOCX_HEAD "<Properties xmlns=\"http://schemas.openxmlformats.org/"
                       "officeDocument/2006/extended-properties\">"
                       "<Application>Lyhörd</Application></Properties>\n");
}

/* ---- running head and foot ---- */

static void write_count(docx *document, const char *instruction, const char *shown)
{
    lyh_output_printf(
        document->output,
        "<w:fldSimple w:instr=\" %s \"><w:r><w:t>%s</w:t></w:r></w:fldSimple>", instruction,
        shown);
}

static void add_header(parts *made, const lyh_report_info *info)
{
    docx head = { .catalog = info->catalog, .output = lyh_output_to_memory() };
    docx_say(&head, DOCX_HEAD "<w:hdr xmlns:w=\"" DOCX_WORDS "\">");
    docx_open_paragraph(&head, (docx_manner){ .style = "Header" });
    docx_run(&head, NULL, info->title);
    if (info->status && *info->status) {
        docx_say(&head, "<w:r><w:tab/></w:r>");
        docx_run(&head, NULL, info->status);
    }
    docx_close_paragraph(&head);
    docx_say(&head, "</w:hdr>\n");
    add_part(made, "word/header1.xml", head.output);
}

static void add_footer(parts *made, const lyh_catalog *catalog)
{
    docx foot = { .catalog = catalog, .output = lyh_output_to_memory() };
    /* "Page ", " of ", "" */
    g_auto(GStrv) around = g_strsplit(lyh_tr(catalog, "Page %zu of %zu"), "%zu", 3);
    docx_say(&foot, DOCX_HEAD "<w:ftr xmlns:w=\"" DOCX_WORDS "\">");
    docx_open_paragraph(&foot, (docx_manner){ .style = "Footer" });
    docx_run(&foot, NULL, around[0]);
    write_count(&foot, "PAGE", "2");
    docx_run(&foot, NULL, around[1]);
    write_count(&foot, "NUMPAGES", "2");
    docx_close_paragraph(&foot);
    docx_say(&foot, "</w:ftr>\n");
    add_part(made, "word/footer1.xml", foot.output);
}

/* ---- the file ---- */

static void add_figure(parts *made, const lyh_display *figure, size_t number)
{
    g_autofree char *png_name = g_strdup_printf("word/media/figure-%02zu.png", number);
    g_autofree char *svg_name = g_strdup_printf("word/media/figure-%02zu.svg", number);
    lyh_output *png = lyh_output_to_memory(), *svg = lyh_output_to_memory();
    lyh_display_write_png(figure, DOTS_PER_INCH, png);
    lyh_display_write_svg(figure, svg);
    add_part(made, png_name, png);
    add_part(made, svg_name, svg);
}

static size_t add_figures(parts *made, const lyh_report *report)
{
    size_t count = 0;
    for (size_t i = 0; i < lyh_report_block_count(report); i++) {
        const lyh_block *block = lyh_report_block(report, i);
        if (block->kind == LYH_BLOCK_FIGURE)
            add_figure(made, block->figure, count = block->number);
    }
    return count;
}

bool lyh_report_write_docx(const lyh_report *report, lyh_output *output)
{
    const lyh_report_info *info = lyh_report_info_of(report);
    const lyh_catalog *catalog = info->catalog;
    lyh_output *document = lyh_output_to_memory(), *footnotes = lyh_output_to_memory();
    g_auto(parts) made;
    parts_init(&made);
    docx_write_document(report, document);
    docx_write_footnotes(report, footnotes);
    add_content_types(&made);
    add_relations(&made);
    add_properties(&made, info);
    add_part(&made, "word/document.xml", document);
    add_part(&made, "word/footnotes.xml", footnotes);
    add_header(&made, info);
    add_footer(&made, catalog);
    add_kept(&made, "word/numbering.xml", lyh_embedded_docx_numbering_xml, catalog);
    add_kept(&made, "word/settings.xml", lyh_embedded_docx_settings_xml, catalog);
    add_kept(&made, "word/styles.xml", lyh_embedded_docx_styles_xml, catalog);
    add_document_relations(&made, add_figures(&made, report));
    return lyh_archive_write((const lyh_member *)made.members->data, made.members->len,
                             output);
}
