#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/archive.h>
#include <lyhord/ingest/rewrite.h>

#include "packages.h"
#include "reading.h"

/* A file, what it reads as, and the edits to be made in it. */
struct original {
    char *path;
    lyh_bytes bytes;
    reading read;
    GArray *edits; /* lyh_edit */
};

static struct original original_of(const char *path, const char *bytes, size_t size)
{
    struct original it = { .path = g_strdup(path),
                           .bytes = { g_malloc0(size + 1), size },
                           .edits = g_array_new(FALSE, FALSE, sizeof(lyh_edit)) };
    memcpy(it.bytes.data, bytes, size);
    it.read = read_named(path, it.bytes.data, size, NULL);
    g_assert_nonnull(it.read.document);
    return it;
}

static void original_clear(struct original *it)
{
    g_array_unref(it->edits);
    reading_clear(&it->read);
    g_free(it->bytes.data);
    g_free(it->path);
}

static void add_edit(struct original *it, size_t start, size_t end, const char *text)
{
    lyh_edit edit = { start, end, text };
    g_array_append_val(it->edits, edit);
}

/* Every @word of the text becomes @text. */
static void replace_all(struct original *it, const char *word, const char *text)
{
    const char *whole = lyh_document_text(it->read.document);
    for (const char *at = strstr(whole, word); at; at = strstr(at + strlen(word), word))
        add_edit(it, (size_t)(at - whole), (size_t)(at - whole) + strlen(word), text);
}

static char *expected_of(const struct original *it)
{
    const char *text = lyh_document_text(it->read.document);
    g_autoptr(GString) expected = g_string_new(NULL);
    size_t at = 0;
    for (guint i = 0; i < it->edits->len; i++) {
        const lyh_edit *edit = &g_array_index(it->edits, lyh_edit, i);
        g_string_append_len(expected, text + at, (gssize)(edit->start - at));
        g_string_append(expected, edit->replacement);
        at = edit->end;
    }
    return g_string_free(g_string_append(g_steal_pointer(&expected), text + at), FALSE);
}

/* The new file; its messages' codes in @codes when it is not NULL. */
static char *rewritten(const struct original *it, size_t *size, char **codes)
{
    lyh_output *output = lyh_output_to_memory();
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    bool is_made = lyh_ingest_rewrite(it->path, &it->bytes, it->read.document,
                                      (const lyh_edit *)(const void *)it->edits->data,
                                      it->edits->len, output, diags);
    if (!is_made)
        g_test_fail_printf("%s is not written anew: %s", it->path,
                           lyh_diags_count(diags) > 0 ? lyh_diags_at(diags, 0)->message
                                                      : "");
    reading told = { .diags = diags };
    if (codes)
        *codes = codes_of(&told);
    return lyh_output_take(output, size);
}

static char *roles_of(const lyh_document *document)
{
    g_autoptr(GString) shown = g_string_new(NULL);
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        g_string_append_printf(shown, "%s %s\n",
                               lyh_document_speaker(document, turn->speaker)->mark,
                               lyh_role_name(turn->role));
    }
    return g_string_free(g_steal_pointer(&shown), FALSE);
}

static reading read_result(const struct original *it, const char *bytes, size_t size)
{
    g_autofree char *path =
        g_strconcat("ny", lyh_ingest_rewritten_extension(it->path, &it->bytes), NULL);
    return read_named(path, bytes, size, NULL);
}

/* Written anew and read again, @it has the text with the edits, and the same turns. */
static void assert_kept(const struct original *it)
{
    size_t size;
    char *bytes = rewritten(it, &size, NULL);
    g_auto(reading) again = read_result(it, bytes, size);
    g_assert_nonnull(again.document);
    g_autofree char *expected = expected_of(it);
    g_assert_cmpstr(lyh_document_text(again.document), ==, expected);
    g_autofree char *before = roles_of(it->read.document);
    g_autofree char *after = roles_of(again.document);
    g_assert_cmpstr(after, ==, before);
    free(bytes);
}

static void assert_bytes(const char *got, size_t got_size, const char *wanted, size_t size)
{
    g_assert_cmpuint(got_size, ==, size);
    g_assert_true(memcmp(got, wanted, size) == 0);
}

/* ------ many edits ------ */

static unsigned next_random(unsigned *state)
{
    *state = *state * 1103515245u + 12345u;
    return *state >> 16;
}

static bool is_letter(char c)
{
    return g_ascii_isalpha(c) || (unsigned char)c >= 0xC3;
}

/* About every @often-th word of people's speech becomes something else. */
static void edit_at_random(struct original *it, unsigned state, unsigned often)
{
    static const char *const texts[] = { "[person 1]",        "[ort]", "X",
                                         "[datum: vår 2019]", "Östra", "två ord" };
    const char *text = lyh_document_text(it->read.document);
    for (size_t i = 0; i < lyh_document_turn_count(it->read.document); i++) {
        const lyh_turn *turn = lyh_document_turn(it->read.document, i);
        for (size_t at = turn->start; at < turn->end;) {
            size_t end = at;
            while (end < turn->end && (is_letter(text[end]) || (text[end] & 0xC0) == 0x80))
                end++;
            bool is_word = end > at && is_letter(text[at]);
            if (is_word && next_random(&state) % often == 0)
                add_edit(it, at, end, texts[next_random(&state) % G_N_ELEMENTS(texts)]);
            at = end > at ? end : at + 1;
        }
    }
}

static void assert_kept_under_many_edits(const char *folder, unsigned rounds)
{
    g_autofree char *path = project_file(folder);
    g_autoptr(GDir) files = g_dir_open(path, 0, NULL);
    size_t count = 0;
    for (const char *name; files && (name = g_dir_read_name(files));) {
        if (!lyh_ingest_takes(name))
            continue;
        g_autofree char *file = g_build_filename(path, name, NULL);
        g_autofree char *bytes = NULL;
        gsize size;
        g_assert_true(g_file_get_contents(file, &bytes, &size, NULL));
        for (unsigned round = 1; round <= rounds; round++, count++) {
            struct original it = original_of(name, bytes, size);
            edit_at_random(&it, round * 77, 3 + round * 9);
            g_test_message("%s round %u: %u edits", name, round, it.edits->len);
            assert_kept(&it);
            original_clear(&it);
        }
    }
    g_assert_cmpuint(count, >, 0);
}

static void every_sample_interview_keeps_its_turns_under_many_edits(void)
{
    assert_kept_under_many_edits("data-samples/brukarrevision/transcripts", 6);
}

static void every_format_keeps_its_turns_under_many_edits(void)
{
    assert_kept_under_many_edits("data-samples/formats", 4);
}

/* ------ text files ------ */

static void assert_text(const char *path, const char *file, size_t file_size,
                        const char *word, const char *text, const char *expected,
                        size_t expected_size, const char *told)
{
    struct original it = original_of(path, file, file_size);
    replace_all(&it, word, text);
    size_t size;
    g_autofree char *codes = NULL;
    char *bytes = rewritten(&it, &size, &codes);
    assert_bytes(bytes, size, expected, expected_size);
    g_assert_cmpstr(codes, ==, told);
    free(bytes);
    original_clear(&it);
}

#define ASSERT_TEXT(path, file, word, text, expected, told)                                \
    assert_text(path, file, sizeof file - 1, word, text, expected, sizeof expected - 1,    \
                told)

static void only_the_edits_change_a_text_file(void)
{
    ASSERT_TEXT(
        "a.txt",
        "\xEF\xBB\xBFI: Vad?\r\n\r\n  B: - Anna,\r\n\tja a\u030asa bor\r\nhos Anna.\r\n",
        "Anna", "[person 1]",
        "\xEF\xBB\xBFI: Vad?\r\n\r\n  B: - [person 1],\r\n\tja a\u030asa bor\r\nhos "
        "[person 1].\r\n",
        "");
    ASSERT_TEXT("a.txt", "I: Vad?\nB: Ma\u030angsbo a\u0308r bra\n", "Mångsbo", "[ort]",
                "I: Vad?\nB: [ort] a\u0308r bra\n", "");
    ASSERT_TEXT("a.txt", "I: I stan?\nB: vi bor i stads-\ndelen nu, stadsdelen där\n",
                "stadsdelen", "[ort]", "I: I stan?\nB: vi bor i [ort] nu, [ort] där\n", "");
}

static void a_file_keeps_its_encoding_while_it_can(void)
{
    ASSERT_TEXT("a.txt", "I: Vad?\r\nB: p\xE5 \xC5sa\r\n", "Åsa", "[förälder]",
                "I: Vad?\r\nB: p\xE5 [f\xF6r\xE4lder]\r\n", "");
    ASSERT_TEXT("a.txt", "I: Vad?\r\nB: p\xE5 \xC5sa\r\n", "Åsa", "[Ł]",
                "I: Vad?\r\nB: p\u00e5 [Ł]\r\n", "rewrite-encoding");
    ASSERT_TEXT("a.txt", "\xFF\xFEI\0:\0 \0\xE5\0?\0\n\0B\0:\0 \0\xC5\0\n\0", "Å", "ö",
                "\xFF\xFEI\0:\0 \0\xE5\0?\0\n\0B\0:\0 \0\xF6\0\n\0", "");
}

static void cells_and_tags_hold_what_is_put_into_them(void)
{
    ASSERT_TEXT("a.csv", "talare;text\nI;Vad?\nR;Hos Anna här\n", "Anna", "[a; b]",
                "talare;text\nI;Vad?\nR;\"Hos [a; b] här\"\n", "");
    ASSERT_TEXT("a.csv", "talare;text\nI;\"Vad; \"\"du\"\" Anna?\"\nR;Ja.\n", "\"du\" Anna",
                "\"Ni\"", "talare;text\nI;\"Vad; \"\"Ni\"\"?\"\nR;Ja.\n", "");
    ASSERT_TEXT("a.csv", "talare;text\nI;Vad?\nR;Ja, Anna, och Anna\nI;Anna?\n", "Anna",
                "a; \"b\"",
                "talare;text\nI;Vad?\nR;\"Ja, a; \"\"b\"\", och a; \"\"b\"\"\"\nI;\"a; "
                "\"\"b\"\"?\"\n",
                "");
    ASSERT_TEXT("a.csv", "talare;text\nI;Vad?\nR;Ja, Anna, och\n", "Anna", "b, c",
                "talare;text\nI;Vad?\nR;Ja, b, c, och\n", "");
    ASSERT_TEXT("a.vtt",
                "WEBVTT\n\n00:01.000 --> 00:02.000\n<v I>Vad?\n\n00:03.000 --> 00:04.000\n"
                "<v R>H&amp;M Anna.\n",
                "H&M Anna", "A & B",
                "WEBVTT\n\n00:01.000 --> 00:02.000\n<v I>Vad?\n\n00:03.000 --> 00:04.000\n"
                "<v R>A &amp; B.\n",
                "");
}

/* A shorter line would be taken for a paragraph of its own; the paragraph becomes one line. */
static void a_paragraph_stays_one_when_an_edit_shortens_its_line(void)
{
    const char *file = "Jag bodde länge hos Marianne Johansson-Lindqvist på\n"
                       "Storgatan och det var bra så länge det varade för oss\n"
                       "alla.\n";
    struct original it = original_of("a.txt", file, strlen(file));
    replace_all(&it, "Marianne Johansson-Lindqvist", "X");
    assert_kept(&it);
    original_clear(&it);
}

/* ------ what else lies in a file goes ------ */

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RUN(text)                                                                          \
    "<w:r w:rsidR=\"00SECRET\"><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define PARA(text) "<w:p w:rsidR=\"00SECRET\">" RUN(text) "</w:p>"

/* Everything that is nobody's to know says SECRET, or Anna. */
static const struct part secrets_of_word[] = {
    { "[Content_Types].xml", "<Types><Override PartName=\"/SECRET.xml\"/></Types>" },
    { "_rels/.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"" RELATION
      "officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"b\" "
      "Type=\"x/core-properties\" Target=\"docProps/core.xml\"/></Relationships>" },
    { "docProps/core.xml", "<c><creator>SECRET</creator></c>" },
    { "docProps/thumbnail.jpeg", "SECRET" },
    { "customXml/item1.xml", "<SECRET/>" },
    { "word/vbaProject.bin", "SECRET" },
    { "word/people.xml", "<w:people " W "><w:person w:author=\"SECRET\"/></w:people>" },
    { "word/settings.xml",
      "<w:settings " W "><w:rsids><w:rsid w:val=\"SECRET\"/></w:rsids></w:settings>" },
    { "word/comments.xml", "<w:comments " W "><w:comment w:author=\"SECRET\">" PARA(
                               "SECRET") "</w:comment></w:comments>" },
    { "word/header1.xml", "<w:hdr " W ">" PARA("SECRET") "</w:hdr>" },
    { "word/footnotes.xml", "<w:footnotes " W "><w:footnote w:id=\"1\">" PARA(
                                "SECRET") "</w:footnote></w:footnotes>" },
    { "word/styles.xml",
      "<w:styles " W
      "><w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/>"
      "<w:rsid w:val=\"SECRET\"/></w:style></w:styles>" },
    { "word/numbering.xml",
      "<w:numbering " W
      "><w:abstractNum w:abstractNumId=\"1\"><w:nsid w:val=\"SECRET\"/><w:lvl w:ilvl=\"0\">"
      "<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
      "w:val=\"%1.\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>" },
    { "word/_rels/document.xml.rels",
      "<Relationships><Relationship Id=\"1\" Type=\"" RELATION
      "styles\" Target=\"styles.xml\"/>"
      "<Relationship Id=\"2\" Type=\"" RELATION "numbering\" Target=\"numbering.xml\"/>"
      "<Relationship Id=\"3\" Type=\"" RELATION "comments\" Target=\"comments.xml\"/>"
      "<Relationship Id=\"4\" Type=\"" RELATION "header\" Target=\"header1.xml\"/>"
      "<Relationship Id=\"5\" Type=\"" RELATION
      "hyperlink\" TargetMode=\"External\" Target=\"https://SECRET/\"/>"
      "</Relationships>" },
    { "word/document.xml", "<w:document " W " xmlns:r=\"http://r\" "
                           "xmlns:mc=\"http://schemas.openxmlformats.org/"
                           "markup-compatibility/2006\" "
                           "mc:Ignorable=\"w14\"><!-- SECRET "
                           "--><w:body><w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr>" RUN(
                               "Om oss") "</w:p>"
                                         "<w:p><w:pPr><w:numPr><w:ilvl "
                                         "w:val=\"0\"/><w:numId "
                                         "w:val=\"1\"/></w:numPr></w:pPr>" RUN(
                                             "Hur mår du?") "</w:p>"
                                                            "<w:p>" RUN(
                                                                "I: Vad?") "<w:"
                                                                           "bookmarkStart "
                                                                           "w:name="
                                                                           "\"SECRET\"/"
                                                                           "><w:r><w:"
                                                                           "footnoteReferen"
                                                                           "ce "
                                                                           "w:id=\"1\"/></"
                                                                           "w:r></w:p>"
                                                                           "<w:p><w:r><w:"
                                                                           "rPr><w:b/></"
                                                                           "w:rPr><w:t>R:</"
                                                                           "w:t></w:r>" RUN(" Hos An") "<w:ins w:author=\"SECRET\" w:id=\"1\">" RUN("na") "</w:ins><w:del w:author=\"SECRET\" w:id=\"2\"><w:r><w:delText>SECRET</w:delText></w:r></w:del>"
                                                                                                                                                          "<w:r><w:rPr><w:vanish/></w:rPr><w:t>SECRET</w:t><w:br/></w:r>" RUN(
                                                                                                                                                              " och ") "<w:hyperlink r:id=\"5\">" RUN("Anna") "</w:hyperlink><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>SECRET</w:instrText>"
                                                                                                                                                                                                              "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" RUN(" sju") "<w:r><w:fldChar w:fldCharType=\"end\"/>"
                                                                                                                                                                                                                                                                                     "</w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><a descr=\"SECRET\"><w:txbxContent>" PARA("Anna i rutan.") "<w:p>" RUN(
                                                                                                                                                                                                                                                                                         "Rad") "<w:r><w:br/></w:r>" RUN("två.") "</w:p></w:txbxContent></a></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                                                                                                                                                                                                                                                                                                                                 "<w:txbxContent>" PARA("SECRET") "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
                                                                                                                                                                                                                                                                                                                                                                  "<w:p><w:pPr><w:rPr><w:del w:author=\"SECRET\"/></w:rPr></w:pPr>" RUN("R: Ja. ") "</w:p>" PARA("Visst.") "<w:sdt><w:sdtPr><w:alias w:val=\"SECRET\"/></w:sdtPr><w:sdtContent>" PARA(
                                                                                                                                                                                                                                                                                                                                                                      "I: Så?") "</w:sdtContent></w:sdt>"
                                                                                                                                                                                                                                                                                                                                                                                "<w:p><w:moveFrom w:author=\"SECRET\">" RUN(
                                                                                                                                                                                                                                                                                                                                                                                    "SECRET") "</w:moveFrom></w:p>"
                                                                                                                                                                                                                                                                                                                                                                                              "<w:tbl><w:tblPr/><w:tr><w:trPr><w:del w:author=\"SECRET\"/></w:trPr><w:tc>" PARA("I") "</w:tc><w:tc>" PARA(
                                                                                                                                                                                                                                                                                                                                                                                                  "SECRET") "</w:tc></w:tr><w:tr><w:tc><w:tcPr/>" PARA("I") "</w:tc><w:tc>" PARA("Annars?") "</w:tc></w:tr><w:tr><w:tc>" PARA("R") "</w:tc><w:tc>" PARA("Nej, Anna.") "</w:tc></w:tr></w:tbl><w:sectPr><w:headerReference r:id=\"4\"/><w:pgSz w:w=\"1\"/>"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "</w:sectPr></w:body></w:document>" },
    { NULL, NULL },
};

#define NAMES                                                                              \
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                   \
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                       \
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "                     \
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                     \
    "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "                    \
    "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "              \
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "            \
    "xmlns:lo=\"urn:org:documentfoundation:names\" xmlns:dc=\"http://purl.org/dc\" "       \
    "xmlns:xlink=\"http://www.w3.org/1999/xlink\""
#define P(text) "<text:p>" text "</text:p>"

static const struct part
    secrets_of_opendocument
        [] = {
            { "mimetype", "application/vnd.oasis.opendocument.text" },
            { "meta.xml", "<m><creator>SECRET</creator></m>" },
            { "settings.xml", "<s>SECRET</s>" },
            { "Thumbnails/thumbnail.png", "SECRET" },
            { "Pictures/a.png", "SECRET" },
            { "styles.xml",
              "<office:document-styles " NAMES
              "><office:styles><style:style style:name=\"F\" style:family=\"text\" "
              "lo:id=\"SECRET\"><style:text-properties "
              "fo:font-weight=\"bold\"/></style:style></office:styles>"
              "<office:automatic-styles/"
              "><office:master-styles><style:master-page><style:header>" P(
                  "SECRET") "</style:header></style:master-page></office:master-styles></"
                            "office:document-styles>" },
            { "content.xml",
              "<office:document-content " NAMES
              "><office:scripts>SECRET</office:scripts><office:automatic-styles>"
              "<style:style style:name=\"T\" style:family=\"text\"><style:text-properties "
              "text:display=\"none\" lo:rsid=\"SECRET\"/>"
              "</style:style><text:list-style "
              "style:name=\"L\"><text:list-level-style-number "
              "text:level=\"1\" "
              "style:num-format=\"1\" "
              "style:num-suffix=\".\"/></text:list-style></"
              "office:automatic-styles><office:body>"
              "<office:text><text:tracked-changes><text:changed-region><text:deletion><dc:"
              "creator>"
              "SECRET</dc:creator>" P(
                  "SECRET") "</text:deletion></text:changed-region></"
                            "text:tracked-changes><text:user-field-decls><text:user-field-"
                            "decl "
                            "text:name=\"SECRET\"/></text:user-field-decls><text:h>Om "
                            "oss</text:h>"
                            "<text:list xml:id=\"a\" "
                            "text:style-name=\"L\"><text:list-item>" P(
                                "Hur"
                                " må"
                                "r "
                                "du"
                                "?") "</text:list-item></text:list>" P("I: "
                                                                       "Vad?<office:"
                                                                       "annotation><dc:"
                                                                       "creator>SECRET</"
                                                                       "dc:creator>" P(
                                                                           "SECRET") "<"
                                                                                     "/"
                                                                                     "o"
                                                                                     "f"
                                                                                     "f"
                                                                                     "i"
                                                                                     "c"
                                                                                     "e"
                                                                                     ":"
                                                                                     "a"
                                                                                     "n"
                                                                                     "n"
                                                                                     "o"
                                                                                     "t"
                                                                                     "a"
                                                                                     "t"
                                                                                     "i"
                                                                                     "o"
                                                                                     "n"
                                                                                     ">") "<text:p>"
                                                                                          "<text:"
                                                                                          "span "
                                                                                          "text:"
                                                                                          "style-"
                                                                                          "name="
                                                                                          "\"F\">R:"
                                                                                          "</"
                                                                                          "text:"
                                                                                          "span> "
                                                                                          "Hos "
                                                                                          "An<text:"
                                                                                          "span>na<"
                                                                                          "/text:"
                                                                                          "span>"
                                                                                          "<text:"
                                                                                          "span "
                                                                                          "text:"
                                                                                          "style-"
                                                                                          "name="
                                                                                          "\"T\">"
                                                                                          "SECRET</"
                                                                                          "text:"
                                                                                          "span>\n "
                                                                                          "  och "
                                                                                          "<text:a "
                                                                                          "xlink:"
                                                                                          "href="
                                                                                          "\"https:"
                                                                                          "//"
                                                                                          "SECRET/"
                                                                                          "\">Anna<"
                                                                                          "/text:a>"
                                                                                          "<text:s "
                                                                                          "text:c="
                                                                                          "\"2\"/"
                                                                                          "><text:"
                                                                                          "author-"
                                                                                          "name>"
                                                                                          "sju</"
                                                                                          "text:"
                                                                                          "author-"
                                                                                          "name><"
                                                                                          "text:"
                                                                                          "note><"
                                                                                          "text:"
                                                                                          "note-"
                                                                                          "body>" P(
                                                                                              "SECR"
                                                                                              "ET") "</"
                                                                                                    "te"
                                                                                                    "xt"
                                                                                                    ":n"
                                                                                                    "ot"
                                                                                                    "e-"
                                                                                                    "bo"
                                                                                                    "dy"
                                                                                                    "><"
                                                                                                    "/t"
                                                                                                    "ex"
                                                                                                    "t:"
                                                                                                    "no"
                                                                                                    "te"
                                                                                                    "><"
                                                                                                    "dr"
                                                                                                    "aw"
                                                                                                    ":f"
                                                                                                    "ra"
                                                                                                    "me"
                                                                                                    " d"
                                                                                                    "ra"
                                                                                                    "w:"
                                                                                                    "na"
                                                                                                    "me"
                                                                                                    "="
                                                                                                    "\""
                                                                                                    "SE"
                                                                                                    "CR"
                                                                                                    "ET"
                                                                                                    "\""
                                                                                                    "><"
                                                                                                    "dr"
                                                                                                    "aw"
                                                                                                    ":t"
                                                                                                    "ex"
                                                                                                    "t-"
                                                                                                    "bo"
                                                                                                    "x"
                                                                                                    ">" P("Anna i rutan.") P("Rad<text:line-break/>två.") "</draw:text-box><svg:desc>SECRET</svg:desc></draw:frame></text:p>"
                                                                                                                                                          "<text:section text:name=\"SECRET\">" P("I: Så?") "</text:section>"
                                                                                                                                                                                                            "<text:section text:display=\"none\">" P("SECRET") "</text:section>" P("<text:hidden-paragraph text:is-hidden=\"true\"/>SECRET") "<text:list xml:id=\"b\" text:continue-list=\"a\" text:style-name=\"L\"><text:list-item>" P("Och nu?") "</text:list-item></text:list>"
                                                                                                                                                                                                                                                                                                                                                                                                                                                    "<table:table table:name=\"SECRET\"><table:table-row><table:table-cell>" P("I") "</table:table-cell><table:table-cell>" P("Annars?") "</table:table-cell></table:table-row><table:table-row table:visibility=\"collapse\"><table:table-cell>" P("R") "</table:table-cell><table:table-cell>" P(
                                                                                                                                                                                                                                                                                                                                                                                                                                                        "SECRET") "</table:table-cell></table:table-row><table:table-row>"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                  "<table:table-cell>" P(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "R") "</table:table-cell><table:table-cell>" P("Nej, Anna.") "</table:table-cell>"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                   "</table:table-row></table:table></office:text></office:body></office:document-content>" },
            { "META-INF/manifest.xml",
              "<m xmlns=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>" },
            { NULL, NULL },
        };

/* Python's own zip and XML readers go through all members; what they hold comes back as one. */
static char *members_of(const char *bytes, size_t size)
{
    static const char script[] =
        "import sys, zipfile, xml.dom.minidom as dom\n"
        "with zipfile.ZipFile(sys.argv[1]) as archive:\n"
        "    assert archive.testzip() is None\n"
        "    for info in archive.infolist():\n"
        "        assert info.date_time == (1980, 1, 1, 0, 0, 0), info\n"
        "        data = archive.read(info)\n"
        "        info.filename == 'mimetype' or dom.parseString(data)\n"
        "        print(info.filename, data.decode())\n";
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_autofree char *file = g_build_filename(folder, "ny.zip", NULL);
    g_assert_true(g_file_set_contents(file, bytes, (gssize)size, NULL));
    char *argv[] = { (char *)"python3", (char *)"-c", (char *)script, file, NULL };
    char *output = NULL;
    int status;
    g_assert_true(g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                               NULL, &status, NULL));
    g_assert_cmpint(status, ==, 0);
    remove(file);
    remove(folder);
    return output;
}

static void assert_no_secret(const char *path, const struct part *parts)
{
    lyh_bytes zip = zip_of(parts);
    struct original it = original_of(path, zip.data, zip.size);
    g_assert_null(strstr(lyh_document_text(it.read.document), "SECRET"));
    g_assert_nonnull(strstr(lyh_document_text(it.read.document), "1. Hur mår du?"));
    replace_all(&it, "Anna", "[person 1]");
    g_assert_cmpuint(it.edits->len, ==, 5);
    assert_kept(&it);

    size_t size, size_again;
    char *bytes = rewritten(&it, &size, NULL);
    char *again = rewritten(&it, &size_again, NULL);
    assert_bytes(bytes, size, again, size_again);
    g_autofree char *members = members_of(bytes, size);
    g_assert_null(strstr(members, "SECRET"));
    g_assert_null(strstr(members, "Anna"));
    g_assert_nonnull(strstr(members, "[person 1]"));
    free(again);
    free(bytes);
    original_clear(&it);
    g_free(zip.data);
}

static void nothing_but_the_text_comes_along_in_word(void)
{
    assert_no_secret("prov.docx", secrets_of_word);
}

static void nothing_but_the_text_comes_along_in_opendocument(void)
{
    assert_no_secret("prov.odt", secrets_of_opendocument);
}

/* In the sample with tracked changes, a comment and an author, nothing of them is left. */
static void the_samples_authors_and_deleted_words_are_gone(void)
{
    static const char *const names[] = { "R01", "R03", "R05", "R07", "R09", "R11" };
    static const char *const gone[] = { "Brukarrevisor",        "knastrar",
                                        "nånting i den stilen", "arbetsmaterial",
                                        "2025-02-03",           "handläggare" };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *name = g_strconcat(names[i], ".docx", NULL);
        g_autofree char *inside =
            g_strconcat("data-samples/brukarrevision/transcripts/", name, NULL);
        g_autofree char *path = project_file(inside);
        g_autofree char *bytes = NULL;
        gsize size;
        g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
        struct original it = original_of(name, bytes, size);
        replace_all(&it, "handläggare", "[tjänsteperson]");
        assert_kept(&it);
        size_t new_size;
        char *result = rewritten(&it, &new_size, NULL);
        g_autofree char *members = members_of(result, new_size);
        for (size_t j = 0; j < G_N_ELEMENTS(gone); j++)
            g_assert_null(strstr(members, gone[j]));
        free(result);
        original_clear(&it);
    }
}

/* ------ edits in odd places ------ */

static void assert_word_edit(const char *body, const char *word, const char *text)
{
    g_autofree char *xml =
        g_strdup_printf("<w:document " W "><w:body>%s</w:body></w:document>", body);
    const struct part parts[] = { { "_rels/.rels", secrets_of_word[1].content },
                                  { "word/document.xml", xml },
                                  { NULL, NULL } };
    lyh_bytes zip = zip_of(parts);
    struct original it = original_of("prov.docx", zip.data, zip.size);
    replace_all(&it, word, text);
    g_assert_cmpuint(it.edits->len, ==, 1);
    assert_kept(&it);
    original_clear(&it);
    g_free(zip.data);
}

static void edits_reach_across_runs_signs_and_paragraphs(void)
{
    assert_word_edit("<w:p>" RUN("R: Anna") "<w:r><w:tab/></w:r>" RUN("Ek sa") "</w:p>",
                     "Anna\tEk", "[person 1]");
    assert_word_edit(
        "<w:p>" RUN("R: hos") "<w:r><w:noBreakHyphen/></w:r>" RUN(" ja") "</w:p>", "-",
        "x");
    assert_word_edit(PARA("R: jag bor hos Anna") PARA("andersson i stan"), "Anna andersson",
                     "[person 1]");
    assert_word_edit(
        "<w:p>" RUN("R: jag bor i") "<w:r><w:br/></w:r>" RUN("norr köping nu") "</w:p>",
        "i norr", "vid");
    assert_word_edit("<w:p>" RUN("R: Ma\u030a") RUN("ns a\u0308r") " </w:p>", "Måns",
                     "[person 1]");
    assert_word_edit(PARA("R: ja nej"), " nej", "");
    assert_word_edit(PARA("R: ja &lt;b&gt; &amp;"), "<b>", "\"&<");
}

/* A paragraph that begins in lower case after one without a full stop goes on with it. */
static void a_joint_that_falls_otherwise_is_said(void)
{
    const struct part parts[] = {
        { "_rels/.rels", secrets_of_word[1].content },
        { "word/document.xml", "<w:document " W "><w:body>" PARA("R: Ett")
                                   PARA("Anna kom.") "</w:body></w:document>" },
        { NULL, NULL },
    };
    lyh_bytes zip = zip_of(parts);
    struct original it = original_of("prov.docx", zip.data, zip.size);
    replace_all(&it, "Anna", "hen");
    size_t size;
    g_autofree char *codes = NULL;
    char *bytes = rewritten(&it, &size, &codes);
    g_auto(reading) again = read_result(&it, bytes, size);
    g_assert_cmpstr(codes, ==, "rewrite-joined");
    g_assert_cmpstr(lyh_document_text(again.document), ==, "R: Ett hen kom.");
    free(bytes);
    original_clear(&it);
    g_free(zip.data);
}

/* What somebody said is taken back: all of a turn's paragraphs become one word, or none. */
static void a_whole_turn_may_go(void)
{
    g_autofree char *xml = g_strdup_printf(
        "<w:document " W "><w:body>%s</w:body></w:document>",
        PARA("I: Vad?") PARA("R: Ja, hemligt.") PARA("") PARA("Mer hemligt.")
            PARA("Och mer.") PARA("I: Så?") PARA("R: Nej."));
    const struct part parts[] = { { "_rels/.rels", secrets_of_word[1].content },
                                  { "word/document.xml", xml },
                                  { NULL, NULL } };
    lyh_bytes zip = zip_of(parts);
    const char *text =
        "I: Vad?\n\nR: Ja, hemligt.\n\nMer hemligt.\n\nOch mer.\n\nI: Så?\n\nR: Nej.\n";
    const lyh_bytes plain = { .data = (char *)text, .size = strlen(text) };
    for (int i = 0; i < 4; i++) {
        bool is_word = i < 2;
        const lyh_bytes *file = is_word ? &zip : &plain;
        struct original it =
            original_of(is_word ? "prov.docx" : "prov.txt", file->data, file->size);
        const lyh_turn *turn = lyh_document_turn(it.read.document, 1);
        add_edit(&it, turn->start, turn->end, i % 2 ? "" : "[återtaget]");
        size_t size;
        char *bytes = rewritten(&it, &size, NULL);
        g_auto(reading) again = read_result(&it, bytes, size);
        g_assert_cmpstr(lyh_document_text(again.document), ==,
                        i % 2 ? "I: Vad?\nR:\nI: Så?\nR: Nej."
                              : "I: Vad?\nR: [återtaget]\nI: Så?\nR: Nej.");
        free(bytes);
        original_clear(&it);
    }
    g_free(zip.data);
}

static void words_may_be_put_in_where_none_stood(void)
{
    const char *file = "I: Vad?\nR: Ja.\n";
    struct original text = original_of("a.txt", file, strlen(file));
    add_edit(&text, lyh_document_size(text.read.document),
             lyh_document_size(text.read.document), " Nej.");
    assert_kept(&text);
    original_clear(&text);
}

static void a_file_is_named_by_what_it_becomes(void)
{
    lyh_bytes zip = zip_of(secrets_of_word);
    const lyh_bytes text = { .data = (char *)"I: Vad?", .size = 7 };
    const lyh_bytes pdf = { .data = (char *)"%PDF-1.4\n", .size = 9 };
    g_assert_cmpstr(lyh_ingest_rewritten_extension("a.docx", &zip), ==, ".docx");
    g_assert_cmpstr(lyh_ingest_rewritten_extension("a.txt", &zip), ==, ".docx");
    g_assert_cmpstr(lyh_ingest_rewritten_extension("a.md", &text), ==, ".md");
    g_assert_cmpstr(lyh_ingest_rewritten_extension("a.pdf", &pdf), ==, ".txt");
    g_free(zip.data);
}

#define TEST(sentence) g_test_add_func("/ingest/rewrite/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(every_sample_interview_keeps_its_turns_under_many_edits);
    TEST(every_format_keeps_its_turns_under_many_edits);
    TEST(only_the_edits_change_a_text_file);
    TEST(a_file_keeps_its_encoding_while_it_can);
    TEST(cells_and_tags_hold_what_is_put_into_them);
    TEST(a_paragraph_stays_one_when_an_edit_shortens_its_line);
    TEST(nothing_but_the_text_comes_along_in_word);
    TEST(nothing_but_the_text_comes_along_in_opendocument);
    TEST(the_samples_authors_and_deleted_words_are_gone);
    TEST(edits_reach_across_runs_signs_and_paragraphs);
    TEST(a_joint_that_falls_otherwise_is_said);
    TEST(a_whole_turn_may_go);
    TEST(words_may_be_put_in_where_none_stood);
    TEST(a_file_is_named_by_what_it_becomes);
    return g_test_run();
}
