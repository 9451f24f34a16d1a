#include <stdlib.h>
#include <string.h>

#include "../../src/ingest/formats/format.h"
#include "packages.h"
#include "reading.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define STRICT "xmlns:s=\"http://purl.oclc.org/ooxml/wordprocessingml/main\""
#define MC "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RUN(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define PARA(text) "<w:p>" RUN(text) "</w:p>"

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
        "R: här borta", "docx-moves");
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
        "R: sida 7", "docx-fields");
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

/* "a|b\nc|d" as a table; within a cell, '+' begins another paragraph. */
static char *table_of(const char *cells)
{
    g_autoptr(GString) xml = g_string_new("<w:tbl><w:tblGrid/>");
    g_auto(GStrv) rows = g_strsplit(cells, "\n", -1);
    for (char **row = rows; *row; row++) {
        g_string_append(xml, "<w:tr>");
        g_auto(GStrv) columns = g_strsplit(*row, "|", -1);
        for (char **column = columns; *column; column++) {
            g_string_append(xml, "<w:tc><w:tcPr/>");
            g_auto(GStrv) paragraphs = g_strsplit(*column, "+", -1);
            for (char **paragraph = paragraphs; *paragraph; paragraph++)
                g_string_append_printf(xml, PARA("%s"), *paragraph);
            g_string_append(xml, **column ? "</w:tc>" : "<w:p/></w:tc>");
        }
        g_string_append(xml, "</w:tr>");
    }
    return g_string_free(g_string_append(g_steal_pointer(&xml), "</w:tbl>"), FALSE);
}

/* Every table is decided from all its rows: what it becomes, and what is said of it. */
static void tables_are_read_as_what_they_are(void)
{
    static const struct {
        const char *cells, *text, *code;
    } tables[] = {
        { "I:|Vad?\nR:|Ja.+Nej.", "I: Vad?\nR: Ja.\nNej.", "docx-speaker-tables" },
        { "I|Vad?\nR|Ja.\n|Visst.\nI|Så?", "I: Vad?\nR: Ja.\nVisst.\nI: Så?",
          "docx-speaker-tables" },
        { "Maja|Vad?\nRoland -|Ja.\nMaja|Så?\nRoland|Nej.",
          "Maja: Vad?\nRoland: Ja.\nMaja: Så?\nRoland: Nej.", "docx-speaker-tables" },
        { "Tid|Talare|Text\n00:01|I|Vad?\n[00:02:05]|R|Ja.\n|I|Så?",
          "I: Vad?\nR: Ja.\nI: Så?", "docx-speaker-tables" },
        { "IP1:|00:10|Ja.\nIP2:|00:12|Nej.\nI:|00:15|Så?", "IP1: Ja.\nIP2: Nej.\nI: Så?",
          "docx-speaker-tables" },
        { "Fråga|Svar\nHur mår du|Bra.+Tack.\nVar bor du?|Hemma.",
          "Fråga: Hur mår du\nSvar: Bra.\nTack.\nFråga: Var bor du?\nSvar: Hemma.",
          "docx-question-tables" },
        { "Nr|Fråga|Svar\n1|Hur mår du?|Bra.\n2.|Var bor du?|",
          "Fråga: 1. Hur mår du?\nSvar: Bra.\nFråga: 2. Var bor du?",
          "docx-question-tables" },
        { "Ort|Ekeby\nÅlder|40\nDatum|I dag", "Ort\nEkeby\nÅlder\n40\nDatum\nI dag",
          "docx-tables" },
        { "Maja|Frågar.\nRoland|Svarar.", "Maja\nFrågar.\nRoland\nSvarar.", "docx-tables" },
        { "A|B|C|D", "A\nB\nC\nD", "docx-tables" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        g_autofree char *body = table_of(tables[i].cells);
        g_auto(reading) it = read_body(body);
        g_autofree char *told = codes_of(&it);
        g_auto(GStrv) codes = g_strsplit(told, " ", 2);
        g_assert_cmpstr(lyh_document_text(it.document), ==, tables[i].text);
        g_assert_cmpstr(codes[0], ==, tables[i].code);
    }
}

/* ------ styles and numbers: what the lines say of themselves ------ */

#define STYLES(styles) "<w:styles " W ">" styles "</w:styles>"
#define STYLED(style, runs)                                                                \
    "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" runs "</w:p>"
#define MARKED(properties, text)                                                           \
    "<w:r><w:rPr>" properties "</w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define STYLE(type, id, name, content)                                                     \
    "<w:style w:type=\"" type "\" w:styleId=\"" id "\"><w:name w:val=\"" name              \
    "\"/>" content "</w:style>"

/* Every line: '#' for a heading, what is emphasised between stars, the rest of its text. */
static char *looks_of(const char *styles, const char *numbering, const char *body)
{
    g_autofree char *xml =
        g_strdup_printf("<w:document " W "><w:body>%s</w:body></w:document>", body);
    const struct part parts[] = {
        { "_rels/.rels", PACKAGE_RELATIONS },
        { "word/document.xml", xml },
        { "word/_rels/document.xml.rels",
          "<Relationships><Relationship Type=\"" RELATION "styles\" Target=\"styles.xml\"/>"
          "<Relationship Type=\"" RELATION "numbering\" Target=\"numbering.xml\"/>"
          "</Relationships>" },
        { "word/styles.xml", styles },
        { "word/numbering.xml", numbering },
        { NULL, NULL },
    };
    lyh_bytes bytes = zip_of(parts);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(line_list) lines = format_docx.read("prov.docx", &bytes, diags);
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

#define NO_NUMBERS "<w:numbering " W "/>"

static void headings_are_known_by_level_name_and_kin(void)
{
    g_autofree char *looks = looks_of(
        STYLES(
            STYLE("paragraph", "a", "heading 1", "") STYLE("paragraph", "b", "Rubrik 2", "")
                STYLE("paragraph", "c", "Egen", "<w:basedOn w:val=\"a\"/>") STYLE(
                    "paragraph", "d", "Fråga", "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>")
                    STYLE("paragraph", "e", "Normal", "<w:basedOn w:val=\"f\"/>")
                        STYLE("paragraph", "f", "Ring", "<w:basedOn w:val=\"e\"/>")),
        NO_NUMBERS,
        STYLED("a", RUN("ett")) STYLED("b", RUN("två")) STYLED("c", RUN("tre"))
            STYLED("d", RUN("fyra")) STYLED("e", RUN("fem"))
                STYLED("saknas",
                       RUN("sex")) "<w:p><w:pPr><w:outlineLvl "
                                   "w:val=\"0\"/></w:pPr>" RUN(
                                       "sju") "</w:p>"
                                              "<w:p><w:pPr><w:pStyle "
                                              "w:val=\"a\"/><w:outlineLvl "
                                              "w:val=\"9\"/></w:pPr>" RUN("åtta") "</w:p>");
    g_assert_cmpstr(looks, ==, "#ett\n#två\n#tre\n#fyra\nfem\nsex\n#sju\nåtta");
}

static void bold_and_italic_begin_lines_through_all_styles(void)
{
    g_autofree char *looks = looks_of(
        STYLES(STYLE("character", "Stark", "Strong", "<w:rPr><w:b/></w:rPr>")
                   STYLE("paragraph", "Fet", "Fet", "<w:rPr><w:b/></w:rPr>") STYLE(
                       "paragraph", "Av", "Av",
                       "<w:basedOn w:val=\"Fet\"/><w:rPr><w:b w:val=\"0\"/></w:rPr>")),
        NO_NUMBERS,
        "<w:p>" MARKED("<w:b/>", "Ma") MARKED("<w:i/>", "ja") RUN(
            " Jag") "</w:p>"
                    "<w:p>" MARKED("<w:rStyle w:val=\"Stark\"/>",
                                   "Vad?") "</w:p>" STYLED("Fet", RUN("Hela?"))
                        STYLED("Fet", MARKED("<w:rStyle w:val=\"Stark\"/>", "Två gånger")
                                          RUN("ett"))
                            STYLED("Fet", MARKED("<w:b w:val=\"false\"/>", "Direkt"))
                                STYLED("Av", RUN("Borta")) "<w:p>" RUN("Först ") MARKED(
                                    "<w:b/>",
                                    "sen") "</w:p>"
                                           "<w:p>" MARKED("<w:b/>", "Maj") RUN(" ")
                                               MARKED("<w:b/>", "Ek") RUN(
                                                   " säger") "</w:p>"
                                                             "<w:p>" RUN("  ") MARKED(
                                                                 "<w:b/>", "a\u030agren")
                                                                 RUN(": ja") "</w:p>");
    g_assert_cmpstr(looks, ==,
                    "*Maja* Jag\n*Vad?*\n*Hela?*\nTvå gångerett\nDirekt\nBorta\nFörst sen\n"
                    "*Maj Ek* säger\n*ågren*: ja");
}

static void text_hidden_by_its_style_is_hidden(void)
{
    g_autofree char *looks = looks_of(
        STYLES(STYLE("character", "Dold", "Dold", "<w:rPr><w:vanish/></w:rPr>")
                   STYLE("paragraph", "Gömd", "Gömd", "<w:rPr><w:vanish/></w:rPr>")),
        NO_NUMBERS,
        "<w:p>" RUN("Ja ") MARKED("<w:rStyle w:val=\"Dold\"/>", "hemligt")
            RUN("nej") "</w:p>" STYLED(
                "Gömd", RUN("hemligt") MARKED("<w:vanish w:val=\"off\"/>", "synligt")));
    g_assert_cmpstr(looks, ==, "Ja nej\nsynligt");
}

#define LEVEL(level, start, format, text)                                                  \
    "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"" start "\"/><w:numFmt w:val=\"" format  \
    "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define ITEM(list, level, text)                                                            \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list             \
    "\"/></w:numPr></w:pPr>" RUN(text) "</w:p>"

static void lists_show_the_numbers_that_word_shows(void)
{
    g_autofree char *looks = looks_of(
        STYLES(STYLE("paragraph", "Punkt", "Punkt",
                     "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")),
        "<w:numbering " W
        "><w:abstractNum w:abstractNumId=\"7\">" LEVEL("0", "1", "decimal", "%1.") LEVEL(
            "1", "1", "lowerLetter",
            "%1.%2)") "</w:abstractNum><w:abstractNum w:abstractNumId=\"8\">" LEVEL("0",
                                                                                    "1",
                                                                                    "bulle"
                                                                                    "t",
                                                                                    "•")
            LEVEL("1", "3", "upperRoman",
                  "%2") "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
                        "w:val=\"7\"/></w:num>"
                        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>"
                        "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride "
                        "w:ilvl=\"0\">"
                        "<w:startOverride "
                        "w:val=\"5\"/></w:lvlOverride></w:num></w:numbering>",
        ITEM("1", "0", "ett") ITEM("1", "1", "a") ITEM("1", "1", "b") ITEM("1", "0", "två")
            ITEM("1", "1", "igen") STYLED("Punkt", RUN("tre")) ITEM("2", "0", "prick")
                ITEM("2", "1", "romersk") ITEM("3", "0", "fem") ITEM("3", "0", "sex")
                    ITEM("0", "0", "ingen") ITEM("99", "0", "okänd") ITEM(
                        "3", "0", "") "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
                                      "w:val=\"3\"/></w:numPr></w:pPr>" MARKED(
                                          "<w:b/>", "Fet?") "</w:p>");
    g_assert_cmpstr(
        looks, ==,
        "1. ett\n1.a) a\n1.b) b\n2. två\n2.a) igen\n3. tre\nprick\nIII romersk\n"
        "5. fem\n6. sex\ningen\nokänd\n\n*8. Fet?*");
}

static void what_a_table_says_of_its_lines(void)
{
    const char *cells = "01:02:03|Maja|Ja.\n|Bo|Nej.\n#01:02:09-5#|Maja|Jo.+Mer.";
    g_autofree char *body = table_of(cells);
    g_autofree char *xml =
        g_strdup_printf("<w:document " W "><w:body>%s</w:body></w:document>", body);
    const struct part parts[] = { { "_rels/.rels", PACKAGE_RELATIONS },
                                  { "word/document.xml", xml },
                                  { NULL, NULL } };
    lyh_bytes bytes = zip_of(parts);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(line_list) lines = format_docx.read("prov.docx", &bytes, diags);
    g_free(bytes.data);
    g_assert_cmpuint(lines_at(lines, 0)->from, ==, 3723000);
    g_assert_cmpuint(lines_at(lines, 1)->from, ==, 0);
    g_assert_cmpuint(lines_at(lines, 2)->from, ==, 3729500);
    g_assert_cmpuint(lines_at(lines, 2)->label, ==, 4);
    g_assert_cmpuint(lines_at(lines, 2)->speech, ==, 6);
    g_assert_cmpuint(lines_at(lines, 3)->label, ==, 0);
    lyh_place place = lines_place(lines, "prov.docx", lines_at(lines, 2)->first + 6,
                                  lines_at(lines, 2)->first + 7);
    g_assert_cmpuint(place.paragraph, ==, 9);
    g_assert_cmpuint(place.character, ==, 1);
}

static void deleted_and_hidden_rows_are_left_out(void)
{
    assert_body(
        "<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>" PARA(
            "I") "</"
                 "w:tc><w:"
                 "tc>" PARA(
                     "hem"
                     "lig"
                     "t") "</w:tc></w:tr><w:tr><w:tc>" PARA("I") "</w:tc><w:tc>" PARA("Vad"
                                                                                      "?") "</"
                                                                                           "w:"
                                                                                           "tc"
                                                                                           "><"
                                                                                           "/w"
                                                                                           ":t"
                                                                                           "r>"
                                                                                           "<w"
                                                                                           ":t"
                                                                                           "r>"
                                                                                           "<w"
                                                                                           ":t"
                                                                                           "rP"
                                                                                           "r>"
                                                                                           "<w"
                                                                                           ":h"
                                                                                           "id"
                                                                                           "de"
                                                                                           "n/"
                                                                                           "><"
                                                                                           "/w"
                                                                                           ":t"
                                                                                           "rP"
                                                                                           "r>"
                                                                                           "<w"
                                                                                           ":t"
                                                                                           "c"
                                                                                           ">" PARA("R") "</w:tc><w:tc>" PARA("dolt") "</w:tc></w:tr><w:tr><w:tc>" PARA(
                                                                                               "R") "</w:tc><w:tc>" PARA("Ja.") "</w:tc></w:tr></w:tbl>",
        "I: Vad?\nR: Ja.", "docx-deletions docx-hidden docx-speaker-tables");
}

static void a_table_in_a_cell_is_part_of_the_cell(void)
{
    g_autofree char *inner = table_of("ett|två\ntre|fyra");
    g_autofree char *body =
        g_strdup_printf("<w:tbl><w:tr><w:tc>" PARA("I:") "</w:tc><w:tc>" PARA(
                            "Vad?") "%s</w:tc></w:tr><w:tr>"
                                    "<w:tc>" PARA("R:") "</w:tc><w:tc>" PARA(
                                        "Ja.") "</w:tc></w:tr></w:tbl>",
                        inner);
    assert_body(body, "I: Vad?\nett två tre fyra\nR: Ja.", "docx-speaker-tables");
}

static void a_field_inside_the_code_of_another_shows_nothing(void)
{
#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
    assert_body("<w:p>" RUN("R: ")
                    FIELD("begin") "<w:r><w:instrText>IF</w:instrText></w:r>" FIELD(
                        "begin") "<w:r><w:instrText>MERGEFIELD "
                                 "namn</w:instrText></w:r>" FIELD("separate") RUN("hemligt")
                                     FIELD("end") FIELD("separate") RUN("synligt")
                                         FIELD("end") "</w:p>"
                                                      "<w:p>" FIELD("begin") FIELD("begin")
                                                          RUN("Ja") "</w:p>" PARA("Jo"),
                "R: synligt\nJo", "docx-fields");
}

static void a_hidden_paragraph_end_joins_two_paragraphs(void)
{
    assert_body("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hemligt</w:t></w:r></w:p>" PARA(
                    "R: Ja.") PARA("I: Vad?"),
                "R: Ja.\nI: Vad?", "docx-hidden");
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

/* The part is inflated and parsed piece by piece; no joint may fall into a character. */
static void a_long_document_is_read_whole(void)
{
    g_autoptr(GString) body = g_string_new(NULL);
    g_autoptr(GString) expected = g_string_new(NULL);
    for (int i = 0; i < 20000; i++) {
        g_autofree char *text = g_strdup_printf("%s: Å%.*s åäö – “%d”.", i % 2 ? "R" : "I",
                                                i % 7, "xxxxxxx", i);
        g_string_append_printf(body, PARA("%s"), text);
        g_string_append_printf(expected, "%s%s", i > 0 ? "\n" : "", text);
    }
    assert_body(body->str, expected->str, "");
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
    TEST(tables_are_read_as_what_they_are);
    TEST(headings_are_known_by_level_name_and_kin);
    TEST(bold_and_italic_begin_lines_through_all_styles);
    TEST(text_hidden_by_its_style_is_hidden);
    TEST(lists_show_the_numbers_that_word_shows);
    TEST(what_a_table_says_of_its_lines);
    TEST(deleted_and_hidden_rows_are_left_out);
    TEST(a_table_in_a_cell_is_part_of_the_cell);
    TEST(a_field_inside_the_code_of_another_shows_nothing);
    TEST(a_hidden_paragraph_end_joins_two_paragraphs);
    TEST(paragraphs_of_one_turn_stay_paragraphs);
    TEST(strict_documents_and_other_prefixes_are_read);
    TEST(what_stands_beside_the_text_is_told);
    TEST(an_empty_header_is_not_told);
    TEST(content_decides_over_the_name);
    TEST(other_archives_are_named_and_refused);
    TEST(a_document_without_text_is_told);
    TEST(places_are_paragraphs_and_characters);
    TEST(characters_go_on_after_a_line_break);
    TEST(a_long_document_is_read_whole);
    return g_test_run();
}
