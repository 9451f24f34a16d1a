#include "docx_private.h"

#include <string.h>

#include "markup.h"

const char *docx_language(const lyh_catalog *catalog)
{
    return strcmp(lyh_catalog_language(catalog), "sv") == 0 ? "sv-SE" : "en-GB";
}

void docx_say(docx *document, const char *markup)
{
    lyh_output_text(document->output, markup);
}

/* In the order of the standard's CT_PPr (ECMA-376 part 1, 17.3.1.26). */
void docx_open_paragraph(docx *document, docx_manner manner)
{
    docx_say(document, "<w:p><w:pPr>");
    if (manner.style)
        lyh_output_printf(document->output, "<w:pStyle w:val=\"%s\"/>", manner.style);
    if (manner.holds_next)
        docx_say(document, "<w:keepNext/>");
    if (document->begins_page)
        docx_say(document, "<w:pageBreakBefore/>");
    if (manner.after)
        lyh_output_printf(document->output, "<w:spacing w:after=\"%d\"/>", manner.after);
    if (manner.indent)
        lyh_output_printf(document->output, "<w:ind w:left=\"%d\"/>", manner.indent);
    if (manner.is_right)
        docx_say(document, "<w:jc w:val=\"right\"/>");
    docx_say(document, "</w:pPr>");
    document->begins_page = false;
}

void docx_close_paragraph(docx *document)
{
    docx_say(document, "</w:p>\n");
}

void docx_open_run(docx *document, const char *style)
{
    docx_say(document, "<w:r>");
    if (style)
        lyh_output_printf(document->output, "<w:rPr><w:rStyle w:val=\"%s\"/></w:rPr>",
                          style);
}

void docx_run(docx *document, const char *style, const char *text)
{
    docx_open_run(document, style);
    docx_say(document, "<w:t xml:space=\"preserve\">");
    lyh_markup_text(document->output, text);
    docx_say(document, "</w:t></w:r>");
}

void docx_paragraph(docx *document, docx_manner manner, const char *text)
{
    if (!text || !*text)
        return;
    docx_open_paragraph(document, manner);
    docx_run(document, NULL, text);
    docx_close_paragraph(document);
}
