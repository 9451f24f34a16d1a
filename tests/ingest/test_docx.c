#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include "reading.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define STRICT "xmlns:s=\"http://purl.oclc.org/ooxml/wordprocessingml/main\""
#define MC "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RUN(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define PARA(text) "<w:p>" RUN(text) "</w:p>"

/* A part of a package; a list of them ends with a NULL name. */
struct part {
    const char *name;
    const char *content;
};

static lyh_bytes zip_of(const struct part *parts)
{
    zip_error_t error;
    zip_source_t *buffer = zip_source_buffer_create(NULL, 0, 1, &error);
    zip_source_keep(buffer);
    zip_t *archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    for (; parts->name; parts++)
        zip_file_add(archive, parts->name,
                     zip_source_buffer(archive, parts->content, strlen(parts->content), 0),
                     0);
    g_assert_cmpint(zip_close(archive), ==, 0);
    zip_stat_t stat;
    g_assert_cmpint(zip_source_stat(buffer, &stat), ==, 0);
    lyh_bytes bytes = { .data = g_malloc(stat.size), .size = stat.size };
    zip_source_open(buffer);
    zip_source_read(buffer, bytes.data, stat.size);
    zip_source_close(buffer);
    zip_source_free(buffer);
    return bytes;
}

#define PACKAGE_RELATIONS                                                                  \
    "<Relationships "                                                                      \
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"              \
    "<Relationship Id=\"r\" Type=\"" RELATION                                              \
    "officeDocument\" Target=\"word/document.xml\"/>"                                      \
    "</Relationships>"

static reading read_parts(const char *path, const struct part *parts)
{
    lyh_bytes bytes = zip_of(parts);
    reading it = read_named(path, bytes.data, bytes.size, NULL);
    g_free(bytes.data);
    return it;
}

static reading read_body(const char *body)
{
    g_autofree char *xml = g_strdup_printf("<w:document " W " " MC "><w:body>%s</w:body>"
                                           "</w:document>",
                                           body);
    struct part parts[] = { { "_rels/.rels", PACKAGE_RELATIONS },
                            { "word/document.xml", xml },
                            { NULL, NULL } };
    return read_parts("prov.docx", parts);
}

static void assert_body(const char *body, const char *text, const char *codes)
{
    g_auto(reading) it = read_body(body);
    g_assert_nonnull(it.document);
    g_autofree char *told = codes_of(&it);
    g_assert_cmpstr(lyh_document_text(it.document), ==, text);
    g_assert_cmpstr(told, ==, codes);
}

static void runs_become_one_paragraph_however_they_are_split(void)
{
    assert_body("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>R</w:t></w:r>" RUN(": Han") RUN("dläg")
                    RUN("garen") "<w:proofErr/></w:p>",
                "R: Handläggaren", "");
}

static void signs_stand_for_their_characters(void)
{
    assert_body(
        "<w:p>" RUN("R:") "<w:r><w:tab/><w:t>budget</w:t><w:noBreakHyphen/><w:t>och "
                          "för</w:t><w:softHyphen/><w:t>sörj</w:t><w:sym w:font=\"Arial\" "
                          "w:char=\"2026\"/>"
                          "</w:r></w:p>",
        "R:\tbudget-och försörj…", "");
}

static void tab_stops_are_no_tabs(void)
{
    assert_body("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>" RUN(
                    "R: Ja") "</w:p>",
                "R: Ja", "");
}

static void a_page_break_is_a_space_and_a_line_break_may_begin_a_turn(void)
{
    assert_body(
        "<w:p>" RUN("I: Vad?") "<w:r><w:br/></w:r>" RUN(
            "R: Ja") "<w:r><w:br w:type=\"page\"/></w:r>" RUN("och") "<w:r><w:cr/></"
                                                                     "w:r>" RUN("nej") "</"
                                                                                       "w:"
                                                                                       "p>",
        "I: Vad?\nR: Ja och nej", "");
}

static void deleted_text_is_left_out_and_inserted_text_read(void)
{
    assert_body(
        "<w:p>" RUN(
            "R: Ja") "<w:del w:id=\"1\"><w:r><w:delText>hemligt</w:delText></w:r>"
                     "<w:r><w:delText>ord</w:delText></w:r></w:del><w:ins w:id=\"2\">" RUN(
                         " visst") "</w:ins></w:p>",
        "R: Ja visst", "docx-deletions docx-insertions");
}

static void moved_text_stands_only_where_it_went(void)
{
    assert_body(
        "<w:p>" RUN("R: ") "<w:moveFrom w:id=\"1\">" RUN("borta ") "</w:moveFrom>" RUN(
            "här ") "<w:moveTo w:id=\"2\">" RUN("borta") "</w:moveTo></w:p>",
        "R: här borta", "");
}

static void a_deleted_paragraph_end_joins_two_paragraphs(void)
{
    assert_body("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" RUN(
                    "R: Ja. ") "</w:p>" PARA("Visst.") PARA("I: Jaha?"),
                "R: Ja. Visst.\nI: Jaha?", "");
    assert_body(
        "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" RUN("R: Sist") "</w:p>",
        "R: Sist", "");
}

static void hidden_text_is_left_out(void)
{
    assert_body(
        "<w:p>" RUN(
            "R: Ja") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hemligt</w:t></w:r>"
                     "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>.</w:t></w:r></w:p>",
        "R: Ja.", "docx-hidden");
    assert_body("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" RUN("R: Ja") "</w:p>",
                "R: Ja", "");
}

static void earlier_formatting_hides_nothing(void)
{
    assert_body(
        "<w:p>" RUN("R: ") "<w:r><w:rPr><w:b/><w:rPrChange w:id=\"1\"><w:rPr><w:vanish/>"
                           "</w:rPr></w:rPrChange></w:rPr><w:t>Ja</w:t></w:r></w:p>",
        "R: Ja", "");
}

static void field_codes_are_no_text_but_their_results_are(void)
{
    assert_body(
        "<w:p>" RUN(
            "R: sida ") "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>"
                        "<w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar "
                        "w:fldCharType=\"separate\"/></w:r>" RUN(
                            "7") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
        "R: sida 7", "");
}

static void a_text_box_is_read_once_after_its_paragraph(void)
{
    const char *box = "<w:txbxContent>" PARA("Rutan.") "</w:txbxContent>";
    g_autofree char *body = g_strdup_printf(
        "<w:p>" RUN("R: Ja.") "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">%s"
                              "</mc:Choice><mc:Fallback>%s</mc:Fallback></"
                              "mc:AlternateContent></w:r>" RUN(" Nej.") "</w:p>",
        box, box);
    assert_body(body, "R: Ja. Nej.\nRutan.", "");
}

static void cells_are_read_in_order_and_said(void)
{
    assert_body("<w:tbl><w:tr><w:tc>" PARA("I:") "</w:tc><w:tc>" PARA(
                    "Vad?") "</w:tc></w:tr>"
                            "<w:tr><w:tc>" PARA("R:") "</w:tc><w:tc>" PARA("Ja.")
                                PARA("Nej.") "</w:tc></w:tr></w:tbl>",
                "I: Vad?\nR: Ja.\nNej.", "docx-tables");
}

static void paragraphs_of_one_turn_stay_paragraphs(void)
{
    assert_body(PARA("R: Det var det.") PARA("") PARA("Sen kom hösten") PARA("och regnet."),
                "R: Det var det.\nSen kom hösten och regnet.", "");
}

static void strict_documents_and_other_prefixes_are_read(void)
{
    struct part parts[] = {
        { "_rels/.rels", PACKAGE_RELATIONS },
        { "word/document.xml",
          "<s:document " STRICT "><s:body><s:p><s:r><s:t>R: Ja</s:t></s:r>"
          "</s:p></s:body></s:document>" },
        { NULL, NULL },
    };
    g_auto(reading) it = read_parts("prov.docx", parts);
    g_assert_cmpstr(lyh_document_text(it.document), ==, "R: Ja");
}

static void what_stands_beside_the_text_is_told(void)
{
    struct part parts[] = {
        { "_rels/.rels", "<Relationships><Relationship Type=\"" RELATION "officeDocument\" "
                         "Target=\"/doc/main.xml\"/></Relationships>" },
        { "doc/main.xml",
          "<w:document " W "><w:body>" PARA("R: Ja") "</w:body></w:document>" },
        { "doc/_rels/main.xml.rels",
          "<Relationships>"
          "<Relationship Type=\"" RELATION "header\" Target=\"h1.xml\"/>"
          "<Relationship Type=\"" RELATION "footer\" Target=\"f1.xml\"/>"
          "<Relationship Type=\"" RELATION "comments\" Target=\"../c.xml\"/>"
          "<Relationship Type=\"" RELATION
          "hyperlink\" TargetMode=\"External\" Target=\"x:y\"/>"
          "<Relationship Type=\"" RELATION
          "image\" TargetMode=\"External\" Target=\"x:z\"/>"
          "</Relationships>" },
        { "doc/h1.xml", "<w:hdr " W ">" PARA("Namn") "</w:hdr>" },
        { "doc/f1.xml", "<w:ftr " W ">" PARA(" ") "</w:ftr>" },
        { "c.xml",
          "<w:comments " W "><w:comment w:id=\"0\">" PARA(
              "a") "</w:comment>"
                   "<w:comment w:id=\"1\">" PARA("b") "</w:comment></w:comments>" },
        { "word/footnotes.xml",
          "<w:footnotes " W "><w:footnote w:type=\"separator\" w:id=\"0\"/>"
          "<w:footnote w:id=\"1\">" PARA("not") "</w:footnote></w:footnotes>" },
        { NULL, NULL },
    };
    g_auto(reading) it = read_parts("prov.docx", parts);
    g_autofree char *codes = codes_of(&it);
    g_assert_cmpstr(lyh_document_text(it.document), ==, "R: Ja");
    g_assert_cmpstr(codes, ==, "docx-external docx-comments docx-heads docx-footnotes");
    g_assert_nonnull(strstr(lyh_diags_at(it.diags, 1)->message, "(2)"));
}

static void an_empty_header_is_not_told(void)
{
    struct part parts[] = {
        { "_rels/.rels", PACKAGE_RELATIONS },
        { "word/document.xml",
          "<w:document " W "><w:body>" PARA("R: Ja") "</w:body></w:document>" },
        { "word/_rels/document.xml.rels",
          "<Relationships><Relationship Type=\"" RELATION "header\" Target=\"h.xml\"/>"
          "</Relationships>" },
        { "word/h.xml", "<w:hdr " W "><w:p/></w:hdr>" },
        { NULL, NULL },
    };
    g_auto(reading) it = read_parts("prov.docx", parts);
    g_assert_cmpuint(lyh_diags_count(it.diags), ==, 0);
}

static void content_decides_over_the_name(void)
{
    struct part word[] = {
        { "_rels/.rels", PACKAGE_RELATIONS },
        { "word/document.xml",
          "<w:document " W "><w:body>" PARA("R: Ja") "</w:body></w:document>" },
        { NULL, NULL },
    };
    g_auto(reading) it = read_parts("prov.txt", word);
    g_autofree char *codes = codes_of(&it);
    g_assert_cmpstr(lyh_document_text(it.document), ==, "R: Ja");
    g_assert_cmpstr(codes, ==, "format-name");
}

static void other_archives_are_named_and_refused(void)
{
    struct part sheet[] = {
        { "_rels/.rels", "<Relationships><Relationship Type=\"" RELATION "officeDocument\" "
                         "Target=\"xl/workbook.xml\"/></Relationships>" },
        { "xl/workbook.xml", "<workbook/>" },
        { NULL, NULL },
    };
    struct part other[] = { { "a.txt", "R: Ja" }, { NULL, NULL } };
    g_auto(reading) first = read_parts("prov.docx", sheet);
    g_auto(reading) second = read_parts("prov.docx", other);
    g_assert_null(first.document);
    g_assert_null(second.document);
    g_assert_nonnull(strstr(lyh_diags_at(first.diags, 0)->message, "no Word document"));
    g_assert_nonnull(strstr(lyh_diags_at(second.diags, 0)->message, "zip archive"));
}

static void a_document_without_text_is_told(void)
{
    g_auto(reading) it = read_body("<w:p/><w:p/>");
    g_autofree char *codes = codes_of(&it);
    g_assert_cmpstr(codes, ==, "empty");
    g_assert_cmpuint(lyh_document_turn_count(it.document), ==, 0);
}

static void places_are_paragraphs_and_characters(void)
{
    g_auto(reading) it = read_body("<w:p/>" PARA("I: Vad?") PARA("R: ja ä [ja"));
    const lyh_diag *diag = lyh_diags_at(it.diags, 0);
    g_assert_cmpstr(diag->code, ==, "aside-unclosed");
    g_assert_cmpuint(diag->paragraph, ==, 3);
    g_assert_cmpuint(diag->column, ==, 9);
}

static void characters_go_on_after_a_line_break(void)
{
    g_auto(reading) it =
        read_body("<w:p>" RUN("I: Vad?") "<w:r><w:br/></w:r>" RUN("R: ja [") "</w:p>");
    g_assert_cmpuint(lyh_diags_at(it.diags, 0)->paragraph, ==, 1);
    g_assert_cmpuint(lyh_diags_at(it.diags, 0)->column, ==, 15);
}

#define TEST(sentence) g_test_add_func("/ingest/docx/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(runs_become_one_paragraph_however_they_are_split);
    TEST(signs_stand_for_their_characters);
    TEST(tab_stops_are_no_tabs);
    TEST(a_page_break_is_a_space_and_a_line_break_may_begin_a_turn);
    TEST(deleted_text_is_left_out_and_inserted_text_read);
    TEST(moved_text_stands_only_where_it_went);
    TEST(a_deleted_paragraph_end_joins_two_paragraphs);
    TEST(hidden_text_is_left_out);
    TEST(earlier_formatting_hides_nothing);
    TEST(field_codes_are_no_text_but_their_results_are);
    TEST(a_text_box_is_read_once_after_its_paragraph);
    TEST(cells_are_read_in_order_and_said);
    TEST(paragraphs_of_one_turn_stay_paragraphs);
    TEST(strict_documents_and_other_prefixes_are_read);
    TEST(what_stands_beside_the_text_is_told);
    TEST(an_empty_header_is_not_told);
    TEST(content_decides_over_the_name);
    TEST(other_archives_are_named_and_refused);
    TEST(a_document_without_text_is_told);
    TEST(places_are_paragraphs_and_characters);
    TEST(characters_go_on_after_a_line_break);
    return g_test_run();
}
