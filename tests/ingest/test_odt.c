#include <string.h>

#include "../../src/ingest/formats/format.h"
#include "packages.h"
#include "reading.h"

#define NAMES                                                                              \
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                   \
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                       \
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "                     \
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                     \
    "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "                    \
    "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "              \
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "            \
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                                       \
    "xmlns:xlink=\"http://www.w3.org/1999/xlink\""
#define TEXT_DOCUMENT "application/vnd.oasis.opendocument.text"
#define MANIFEST(content)                                                                  \
    "<manifest:manifest "                                                                  \
    "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">" content       \
    "</manifest:manifest>"
#define P(text) "<text:p>" text "</text:p>"

/* The document whose automatic styles, body and styles.xml are these. */
static lyh_bytes document_of(const char *styles, const char *body, const char *named)
{
    g_autofree char *content =
        g_strdup_printf("<office:document-content " NAMES "><office:automatic-styles>%s"
                        "</office:automatic-styles><office:body><office:text>%s"
                        "</office:text></office:body></office:document-content>",
                        styles, body);
    g_autofree char *all = g_strdup_printf(
        "<office:document-styles " NAMES ">%s</office:document-styles>", named);
    const struct part parts[] = { { "mimetype", TEXT_DOCUMENT },
                                  { "content.xml", content },
                                  { "styles.xml", all },
                                  { "META-INF/manifest.xml", MANIFEST("") },
                                  { NULL, NULL } };
    return zip_of(parts);
}

static reading read_odt(const char *styles, const char *body, const char *named)
{
    lyh_bytes bytes = document_of(styles, body, named);
    reading it = read_named("prov.odt", bytes.data, bytes.size, NULL);
    g_free(bytes.data);
    return it;
}

static void assert_body(const char *body, const char *text, const char *codes)
{
    g_auto(reading) it = read_odt("", body, "");
    g_assert_nonnull(it.document);
    g_autofree char *told = codes_of(&it);
    g_assert_cmpstr(lyh_document_text(it.document), ==, text);
    g_assert_cmpstr(told, ==, codes);
}

/* Every line: '#' for a heading, what is emphasised between stars, the rest of its text. */
static char *looks_of(const char *styles, const char *body, const char *named)
{
    lyh_bytes bytes = document_of(styles, body, named);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(line_list) lines = format_odt.read("prov.odt", &bytes, diags);
    g_free(bytes.data);
    g_assert_nonnull(lines);
    g_autoptr(GString) shown = g_string_new(NULL);
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = lines_at(lines, i);
        const char *text = lines->text->str + line->first;
        size_t rest = line->last - line->first - line->emphasis;
        g_string_append_printf(shown, "%s%s", i > 0 ? "\n" : "",
                               line->is_heading ? "#" : "");
        if (line->emphasis > 0)
            g_string_append_printf(shown, "*%.*s*", (int)line->emphasis, text);
        g_string_append_printf(shown, "%.*s", (int)rest, text + line->emphasis);
    }
    return g_string_free(g_steal_pointer(&shown), FALSE);
}

static void white_space_is_one_space_and_elements_stand_for_more(void)
{
    assert_body(P("\n  R: Ja,\n\t <text:span> visst </text:span>\n är det <text:s "
                  "text:c=\"3\"/>så<text:s/>"
                  "<text:tab/>här<text:soft-page-break/>a.\n"),
                "R: Ja, visst är det    så \thära.", "");
}

static void a_line_break_may_begin_a_turn(void)
{
    assert_body(P("I: Vad?<text:line-break/>R: Ja."), "I: Vad?\nR: Ja.", "");
}

static void spaces_that_cannot_be_are_one_and_said(void)
{
    assert_body(P("R: lukt<text:s text:c=\"-5\"/>slut<text:s text:c=\"999999999999\"/>så"
                  "<text:s text:c=\"x\"/>här"),
                "R: lukt slut så här", "odt-spaces");
}

static void what_is_no_text_is_left_out_and_counted(void)
{
    assert_body(
        "<text:tracked-changes><text:changed-region><text:deletion>" P(
            "hemligt") "</text:deletion></"
                       "text:changed-region><text:changed-region><text:insertion/>"
                       "</text:changed-region></text:tracked-changes>"
                       "<text:p>R: Ja<text:change "
                       "text:change-id=\"c\"/><office:annotation><dc:creator>Hemlig"
                       "</dc:creator>" P(
                           "hemligt") "</office:annotation> "
                                      "du<text:note><text:note-citation>1"
                                      "</text:note-citation><text:note-body>" P(
                                          "hemligt") "</text:note-body></text:note>"
                                                     "<text:hidden-text "
                                                     "text:string-value=\"hemligt\">"
                                                     "hemligt</text:hidden-text>.</text:p>"
                                                     "<text:section "
                                                     "text:display=\"none\">" P(
                                                         "hemligt") "</text:section>"
                                                                    "<text:p><text:hidden-"
                                                                    "paragraph "
                                                                    "text:is-hidden="
                                                                    "\"true\"/>hemligt</"
                                                                    "text:p>",
        "R: Ja du.", "odt-deletions odt-comments odt-hidden odt-footnotes odt-insertions");
}

static void fields_and_links_show_what_they_show(void)
{
    assert_body(P("R: sida <text:page-number>7</text:page-number>, <text:a "
                  "xlink:href=\"https://example.org/\">här</text:a>"),
                "R: sida 7, här", "");
}

static void a_text_box_comes_after_its_paragraph_and_pictures_say_nothing(void)
{
    assert_body(
        P("R: Ja.<draw:frame><draw:text-box>" P(
            "Rutan.") "</draw:text-box><svg:title>hemligt</svg:title></draw:frame> Nej."
                      "<draw:frame><draw:image "
                      "xlink:href=\"https://example.org/b.png\"/></draw:frame>"),
        "R: Ja. Nej.\nRutan.", "odt-external");
}

static void looks_come_through_all_styles(void)
{
    g_autofree char *looks = looks_of(
        "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties "
        "fo:font-weight=\"bold\"/></style:style>"
        "<style:style style:name=\"T2\" style:family=\"text\"><style:text-properties "
        "fo:font-style=\"normal\"/></style:style>"
        "<style:style style:name=\"T3\" style:family=\"text\"><style:text-properties "
        "text:display=\"none\"/></style:style>"
        "<style:style style:name=\"P1\" style:family=\"paragraph\" "
        "style:parent-style-name=\"Fr_c3_a5ga\"/>"
        "<style:style style:name=\"P2\" style:family=\"paragraph\" "
        "style:parent-style-name=\"P3\"/>"
        "<style:style style:name=\"P3\" style:family=\"paragraph\" "
        "style:parent-style-name=\"P2\"/>",
        "<text:p><text:span text:style-name=\"T1\">Maja</text:span> Jag</text:p>"
        "<text:p text:style-name=\"P1\">Hela?</text:p>"
        "<text:p text:style-name=\"P1\"><text:span text:style-name=\"T2\">Inte</text:span> "
        "hela</text:p>"
        "<text:p text:style-name=\"P2\">Ringen<text:span "
        "text:style-name=\"T3\">hemligt</text:span></text:p>"
        "<text:h text:outline-level=\"1\">Ett</text:h>"
        "<text:p text:style-name=\"Heading_20_2\">Två</text:p>"
        "<text:p text:style-name=\"Egen\">Tre</text:p>"
        "<text:p text:style-name=\"Gömd\">hemligt</text:p>",
        "<office:styles><style:style style:name=\"Fr_c3_a5ga\" style:family=\"paragraph\">"
        "<style:text-properties fo:font-style=\"italic\"/></style:style>"
        "<style:style style:name=\"Heading_20_2\" style:family=\"paragraph\"/>"
        "<style:style style:name=\"Egen\" style:family=\"paragraph\" "
        "style:default-outline-level=\"3\"/>"
        "<style:style style:name=\"Gömd\" "
        "style:family=\"paragraph\"><style:text-properties "
        "text:display=\"none\"/></style:style></office:styles>");
    g_assert_cmpstr(looks, ==,
                    "*Maja* Jag\n*Hela?*\nInte hela\nRingen\n#Ett\n#Två\n#Tre\n");
}

#define LEVEL(level, format, more)                                                         \
    "<text:list-level-style-number text:level=\"" level "\" style:num-format=\"" format    \
    "\" " more "/>"
#define ITEM(more, content) "<text:list-item" more ">" content "</text:list-item>"

static void lists_show_the_numbers_that_the_writer_shows(void)
{
    g_autofree char *looks = looks_of(
        "<text:list-style style:name=\"L1\">" LEVEL("1", "1", "style:num-suffix=\".\"")
            LEVEL("2", "a",
                  "style:num-suffix=\")\" text:display-levels=\"2\"") "</"
                                                                      "text:list-style><"
                                                                      "text:list-style "
                                                                      "style:name=\"L2\"><"
                                                                      "text:list-level-"
                                                                      "style-bullet "
                                                                      "text:level=\"1\" "
                                                                      "text:bullet-char="
                                                                      "\"•\"/></"
                                                                      "text:list-style>",
        "<text:list text:style-name=\"L1\">" ITEM("", P("ett") P("mer")) ITEM(
            "",
            P("två") "<text:list>" ITEM("", P("a")) ITEM(
                "",
                P("b")) "</"
                        "text:list>") "</text:list>" P("mellan") "<text:list "
                                                                 "text:style-name=\"L1\" "
                                                                 "text:continue-numbering="
                                                                 "\"true\">" ITEM("",
                                                                                  P("tr"
                                                                                    "e"))
                                                                     ITEM(
                                                                         " text:start-"
                                                                         "value="
                                                                         "\"9\"",
                                                                         P("nio")) "</"
                                                                                   "text:"
                                                                                   "list>"
                                                                                   "<text:"
                                                                                   "list "
                                                                                   "text:"
                                                                                   "style-"
                                                                                   "name="
                                                                                   "\"L1\">"
                                                                                   "<"
                                                                                   "text:"
                                                                                   "list-"
                                                                                   "header"
                                                                                   ">" P(
                                                                                       "huv"
                                                                                       "u"
                                                                                       "d") "</"
                                                                                            "text:list-"
                                                                                            "header>" ITEM(
                                                                                                "",
                                                                                                P("om")) "</"
                                                                                                         "text:"
                                                                                                         "list>"
                                                                                                         "<text:"
                                                                                                         "list "
                                                                                                         "text:"
                                                                                                         "style-"
                                                                                                         "name="
                                                                                                         "\"L2\""
                                                                                                         ">" ITEM(
                                                                                                             "",
                                                                                                             P("pri"
                                                                                                               "c"
                                                                                                               "k")) "</text:list>",
        "");
    g_assert_cmpstr(
        looks, ==,
        "1. ett\nmer\n2. två\n2.a) a\n2.b) b\nmellan\n3. tre\n9. nio\nhuvud\n1. om\n"
        "prick");
}

#define ROW(more, first, second)                                                           \
    "<table:table-row" more                                                                \
    "><table:table-cell>" P(first) "</table:table-cell><table:table-cell>" P(              \
        second) "</table:table-cell></table:table-row>"

static void a_table_of_speakers_is_marks_and_speech(void)
{
    assert_body("<table:table><table:table-column/><table:table-header-rows>" ROW(
                    "", "Talare", "Text") "</table:table-header-rows>" ROW("", "I", "Vad?")
                    ROW(" table:visibility=\"collapse\"", "R", "hemligt")
                        ROW("", "R", "Ja.") "</table:table>",
                "I: Vad?\nR: Ja.", "odt-hidden odt-speaker-tables");
    assert_body("<table:table>" ROW("", "Ort", "Ekeby")
                    ROW("", "Ålder", "40") "</table:table>" P("I: Vad?") P("R: Ja."),
                "Ort\nEkeby\nÅlder\n40\nI: Vad?\nR: Ja.", "odt-tables text-outside-turns");
}

static void headers_and_footers_are_counted(void)
{
    g_auto(reading) it = read_odt(
        "", P("R: Ja"),
        "<office:master-styles><style:master-page><style:header>" P(
            "Namn") "</style:header><style:header-left>" P(" ") "</"
                                                                "style:header-left><style:"
                                                                "footer>" P("7") "</"
                                                                                 "style:"
                                                                                 "footer></"
                                                                                 "style:"
                                                                                 "master-"
                                                                                 "page></"
                                                                                 "office:"
                                                                                 "master-"
                                                                                 "styles>");
    g_autofree char *codes = codes_of(&it);
    g_assert_cmpstr(lyh_document_text(it.document), ==, "R: Ja");
    g_assert_cmpstr(codes, ==, "odt-heads");
    g_assert_nonnull(strstr(lyh_diags_at(it.diags, 0)->message, "(2)"));
}

/* Every one of them is refused, and says what it is. */
static void other_open_documents_are_named_and_refused(void)
{
    static const struct {
        const char *mimetype, *manifest, *content, *said;
    } rows[] = {
        { TEXT_DOCUMENT "-template", MANIFEST(""), "<a/>", "template" },
        { "application/vnd.oasis.opendocument.spreadsheet", MANIFEST(""), "<a/>",
          "no text" },
        { TEXT_DOCUMENT, MANIFEST("<manifest:encryption-data/>"), "x", "password" },
        { TEXT_DOCUMENT, MANIFEST(""), "<office:document-content " NAMES "/>", "no text" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const struct part parts[] = { { "mimetype", rows[i].mimetype },
                                      { "META-INF/manifest.xml", rows[i].manifest },
                                      { "content.xml", rows[i].content },
                                      { NULL, NULL } };
        lyh_bytes bytes = zip_of(parts);
        g_auto(reading) it = read_named("prov.odt", bytes.data, bytes.size, NULL);
        g_free(bytes.data);
        g_assert_null(it.document);
        g_assert_nonnull(strstr(lyh_diags_at(it.diags, 0)->message, rows[i].said));
    }
}

static void a_flat_document_is_named_and_refused(void)
{
    const char *flat = "<?xml version=\"1.0\"?>\n<office:document " NAMES "/>";
    g_auto(reading) it = read_named("prov.fodt", flat, strlen(flat), NULL);
    g_assert_null(it.document);
    g_assert_nonnull(strstr(lyh_diags_at(it.diags, 0)->message, ".fodt"));
}

static void a_document_is_known_without_its_mimetype(void)
{
    g_autofree char *content = g_strdup_printf("<office:document-content " NAMES
                                               "><office:body><office:text>%s</office:text>"
                                               "</office:body></office:document-content>",
                                               P("R: Ja"));
    const struct part parts[] = { { "content.xml", content },
                                  { "META-INF/manifest.xml", MANIFEST("") },
                                  { NULL, NULL } };
    lyh_bytes bytes = zip_of(parts);
    g_auto(reading) it = read_named("prov.odt", bytes.data, bytes.size, NULL);
    g_free(bytes.data);
    g_assert_cmpstr(lyh_document_text(it.document), ==, "R: Ja");
    g_assert_cmpuint(lyh_diags_count(it.diags), ==, 0);
}

static void places_are_paragraphs_and_characters(void)
{
    g_auto(reading) it = read_odt("", "<text:p/>" P("I: Vad?") P("  R: ja\n ä [ja"), "");
    const lyh_diag *diag = lyh_diags_at(it.diags, 0);
    g_assert_cmpstr(diag->code, ==, "aside-unclosed");
    g_assert_cmpuint(diag->paragraph, ==, 3);
    g_assert_cmpuint(diag->column, ==, 9);
}

#define TEST(sentence) g_test_add_func("/ingest/odt/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(white_space_is_one_space_and_elements_stand_for_more);
    TEST(a_line_break_may_begin_a_turn);
    TEST(spaces_that_cannot_be_are_one_and_said);
    TEST(what_is_no_text_is_left_out_and_counted);
    TEST(fields_and_links_show_what_they_show);
    TEST(a_text_box_comes_after_its_paragraph_and_pictures_say_nothing);
    TEST(looks_come_through_all_styles);
    TEST(lists_show_the_numbers_that_the_writer_shows);
    TEST(a_table_of_speakers_is_marks_and_speech);
    TEST(headers_and_footers_are_counted);
    TEST(other_open_documents_are_named_and_refused);
    TEST(a_flat_document_is_named_and_refused);
    TEST(a_document_is_known_without_its_mimetype);
    TEST(places_are_paragraphs_and_characters);
    return g_test_run();
}
