#include <stdlib.h>
#include <string.h>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "../../src/language/autoptr.h"
#include "reading.h"

/* A4 in points, and a margin of 25 mm. */
#define WIDTH 595.0
#define HEIGHT 842.0
#define MARGIN 71.0

/* A pdf that is being drawn into memory. */
typedef struct drawing {
    GByteArray *bytes;
    cairo_surface_t *surface;
    cairo_t *cairo;
    double y;
    int page;
    const char *head, *foot; /* on every page; '#' becomes the page's number */
} drawing;

static cairo_status_t write_bytes(void *bytes, const unsigned char *data, unsigned size)
{
    g_byte_array_append(bytes, data, size);
    return CAIRO_STATUS_SUCCESS;
}

static void draw_at(drawing *it, double x, double y, const char *font, const char *text)
{
    PangoLayout *layout = pango_cairo_create_layout(it->cairo);
    PangoFontDescription *description = pango_font_description_from_string(font);
    pango_layout_set_font_description(layout, description);
    pango_layout_set_text(layout, text, -1);
    cairo_move_to(it->cairo, x, y);
    pango_cairo_show_layout(it->cairo, layout);
    pango_font_description_free(description);
    g_object_unref(layout);
}

static void draw_edge(drawing *it, const char *edge, double y)
{
    if (!edge)
        return;
    g_autofree char *number = g_strdup_printf("%d", it->page);
    g_auto(GStrv) parts = g_strsplit(edge, "#", -1);
    g_autofree char *text = g_strjoinv(number, parts);
    draw_at(it, MARGIN, y, "DejaVu Sans 8", text);
}

static void begin_page(drawing *it)
{
    if (it->page++ > 0)
        cairo_show_page(it->cairo);
    it->y = MARGIN;
    draw_edge(it, it->head, 30);
    draw_edge(it, it->foot, HEIGHT - 40);
}

static drawing *drawing_new(const char *head, const char *foot)
{
    drawing *it = g_new0(drawing, 1);
    it->bytes = g_byte_array_new();
    it->surface =
        cairo_pdf_surface_create_for_stream(write_bytes, it->bytes, WIDTH, HEIGHT);
    it->cairo = cairo_create(it->surface);
    it->head = head;
    it->foot = foot;
    begin_page(it);
    return it;
}

static GByteArray *drawing_end(drawing *it)
{
    GByteArray *bytes = it->bytes;
    cairo_destroy(it->cairo);
    cairo_surface_finish(it->surface);
    cairo_surface_destroy(it->surface);
    g_free(it);
    return bytes;
}

/* A paragraph set in lines of the page's width, and @space below it. */
static void draw_paragraph(drawing *it, const char *font, const char *text, double space)
{
    PangoLayout *layout = pango_cairo_create_layout(it->cairo);
    PangoFontDescription *description = pango_font_description_from_string(font);
    pango_layout_set_font_description(layout, description);
    pango_layout_set_width(layout, (int)((WIDTH - 2 * MARGIN) * PANGO_SCALE));
    pango_layout_set_text(layout, text, -1);
    for (int i = 0; i < pango_layout_get_line_count(layout); i++) {
        PangoLayoutLine *line = pango_layout_get_line_readonly(layout, i);
        PangoRectangle logical;
        pango_layout_line_get_pixel_extents(line, NULL, &logical);
        if (it->y + logical.height > HEIGHT - MARGIN)
            begin_page(it);
        cairo_move_to(it->cairo, MARGIN, it->y - logical.y);
        pango_cairo_show_layout_line(it->cairo, line);
        it->y += logical.height;
    }
    it->y += space;
    pango_font_description_free(description);
    g_object_unref(layout);
}

static reading read_bytes(const char *path, const GByteArray *bytes)
{
    return read_named(path, (const char *)bytes->data, bytes->len, NULL);
}

static reading read_drawing(drawing *it)
{
    g_autoptr(GByteArray) bytes = drawing_end(it);
    return read_bytes("prov.pdf", bytes);
}

/* Printed with page numbers, running head and all, an interview reads as what it was typed as. */
static void a_printed_interview_reads_as_its_source(void)
{
    static const char *const names[] = { "R01", "R03", "R05", "R09" };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *relative =
            g_strdup_printf("data-samples/sources/brukarrevision/%s.txt", names[i]);
        g_autofree char *path = project_file(relative);
        g_autofree char *text = NULL;
        g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
        g_auto(reading) typed = read_named("R.txt", text, strlen(text), NULL);

        drawing *page = drawing_new("Brukarrevision i Sjöbyn, utskrift", "sida #");
        g_auto(GStrv) paragraphs = g_strsplit(lyh_document_text(typed.document), "\n", -1);
        for (char **paragraph = paragraphs; *paragraph; paragraph++)
            draw_paragraph(page, "DejaVu Sans 10", *paragraph, i % 2 == 0 ? 0 : 8);
        g_auto(reading) printed = read_drawing(page);
        g_assert_nonnull(printed.document);
        g_autofree char *expected = turns_of(&typed);
        g_autofree char *turns = turns_of(&printed);
        g_strdelimit(expected, "\n", ' ');
        g_strdelimit(turns, "\n", ' ');
        g_assert_cmpstr(turns, ==, expected);
        g_autofree char *told = codes_of(&printed);
        g_assert_nonnull(strstr(told, "page-furniture"));
    }
}

static void two_columns_come_one_after_the_other(void)
{
    drawing *page = drawing_new(NULL, "- # -");
    draw_at(page, MARGIN, 70, "DejaVu Sans Bold 16",
            "Vad de som har varit med säger om mötet");
    for (int i = 0; i < 12; i++) {
        g_autofree char *left = g_strdup_printf("ett%c två tre fyra fem sex sju", 'a' + i);
        g_autofree char *right =
            g_strdup_printf("åtta%c nio tio elva tolv tretton", 'a' + i);
        draw_at(page, MARGIN, 120 + 14 * i, "DejaVu Sans 9", left);
        draw_at(page, 310, 120 + 14 * i, "DejaVu Sans 9", right);
    }
    draw_at(
        page, MARGIN, 320, "DejaVu Sans 9",
        "En rad som går över båda spalterna, från den ena kanten till den andra kanten");
    for (int i = 0; i < 12; i++) {
        g_autofree char *left = g_strdup_printf("röd%c gul grön blå lila svart", 'a' + i);
        g_autofree char *right =
            g_strdup_printf("maj%c juni juli augusti september", 'a' + i);
        draw_at(page, MARGIN, 360 + 14 * i, "DejaVu Sans 9", left);
        draw_at(page, 310, 360 + 14 * i, "DejaVu Sans 9", right);
    }
    g_auto(reading) it = read_drawing(page);
    static const char *const order[] = { "Vad de", "etta", "ettl", "åttaa", "åttal",
                                         "En rad", "röda", "rödl", "maja",  "majl" };
    const char *text = lyh_document_text(it.document);
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        text = strstr(text, order[i]);
        g_assert_nonnull(text);
    }
}

/* What pdftotext makes of the same page is the oracle: the words in the same order. */
static void columns_come_in_the_order_of_pdftotext(void)
{
    g_autofree char *program = g_find_program_in_path("pdftotext");
    if (!program) {
        g_test_skip("pdftotext is not installed");
        return;
    }
    drawing *page = drawing_new(NULL, NULL);
    for (int i = 0; i < 30; i++) {
        g_autofree char *left = g_strdup_printf("vänster %d om hur det var att komma", i);
        g_autofree char *right = g_strdup_printf("höger %d om det som hände sedan", i);
        draw_at(page, MARGIN, 100 + 15 * i, "DejaVu Sans 9", left);
        draw_at(page, 310, 100 + 15 * i, "DejaVu Sans 9", right);
    }
    g_autoptr(GByteArray) bytes = drawing_end(page);
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "p.pdf", NULL);
    g_assert_true(
        g_file_set_contents(path, (const char *)bytes->data, (gssize)bytes->len, NULL));
    char *argv[] = { program, path, (char *)"-", NULL };
    g_autofree char *output = NULL;
    g_assert_true(g_spawn_sync(NULL, argv, NULL, 0, NULL, NULL, &output, NULL, NULL, NULL));
    g_auto(reading) it = read_bytes(path, bytes);
    g_autofree char *read = g_strdup(lyh_document_text(it.document));
    g_strdelimit(g_strstrip(g_strdelimit(output, "\f", ' ')), "\n", ' ');
    g_strdelimit(read, "\n", ' ');
    g_auto(GStrv) words = g_strsplit_set(output, " ", -1);
    g_auto(GStrv) ours = g_strsplit_set(read, " ", -1);
    char **word = words;
    for (char **our = ours; *our; our++, word++) {
        while (*word && !**word)
            word++;
        g_assert_cmpstr(*our, ==, *word);
    }
    remove(path);
    remove(folder);
}

static void marks_in_a_column_of_their_own_belong_to_the_speech_beside_them(void)
{
    drawing *page = drawing_new(NULL, NULL);
    for (int i = 0; i < 6; i++) {
        draw_at(page, MARGIN, 100 + 45 * i, "DejaVu Sans 10", i % 2 ? "B:" : "I:");
        draw_at(page, 130, 100 + 45 * i, "DejaVu Sans 10",
                i % 2 ? "Det var bra i början, men sedan så slutade hen,"
                      : "Hur var det när du kom dit första gången, kan");
        draw_at(page, 130, 115 + 45 * i, "DejaVu Sans 10",
                i % 2 ? "och ingen annan kom." : "du berätta?");
    }
    for (int i = 0; i < 3; i++)
        draw_at(page, 480, 200 + 12 * i, "DejaVu Sans 7", "anm i marginalen");
    g_auto(reading) it = read_drawing(page);
    g_autofree char *turns = turns_of(&it);
    const char *expected =
        "I interviewer: Hur var det när du kom dit första gången, kan du berätta?\n"
        "B respondent: Det var bra i början, men sedan så slutade hen, och ingen annan "
        "kom.\n";
    g_assert_true(g_str_has_prefix(turns, expected));
    g_assert_true(g_str_has_suffix(turns, "i marginalen"));
    g_assert_cmpuint(lyh_document_turn_count(it.document), ==, 6);
}

static void numbers_of_lines_in_the_margin_are_no_text(void)
{
    drawing *page = drawing_new(NULL, NULL);
    for (int i = 0; i < 20; i++) {
        g_autofree char *number = g_strdup_printf("%d", i + 1);
        draw_at(page, 40, 100 + 15 * i, "DejaVu Sans 8", number);
        draw_at(page, MARGIN, 100 + 15 * i, "DejaVu Sans 10",
                "och så var det det som hände när jag kom dit, att ingen");
    }
    g_auto(reading) it = read_drawing(page);
    g_autofree char *told = codes_of(&it);
    g_assert_null(strpbrk(lyh_document_text(it.document), "0123456789"));
    g_assert_nonnull(strstr(told, "pdf-line-numbers"));
}

static void a_word_divided_at_the_end_of_a_page_is_made_whole(void)
{
    drawing *page = drawing_new("Brukarrevision i Sjöbyn", "#");
    draw_paragraph(page, "DejaVu Sans 10", "I: Hur var det?", 0);
    draw_paragraph(page, "DejaVu Sans 10",
                   "B: Jag fick vänta i en timme och sedan träffa den nya hand-", 0);
    begin_page(page);
    draw_paragraph(page, "DejaVu Sans 10",
                   "läggaren, som inte visste något om mig och mitt ärende och", 0);
    begin_page(page);
    draw_paragraph(page, "DejaVu Sans 10", "som bad mig komma tillbaka.", 0);
    g_auto(reading) it = read_drawing(page);
    g_autofree char *turns = turns_of(&it);
    g_assert_cmpstr(
        turns, ==,
        "I interviewer: Hur var det?\n"
        "B respondent: Jag fick vänta i en timme och sedan träffa den nya "
        "handläggaren, som inte visste något om mig och mitt ärende och som bad "
        "mig komma tillbaka.");
}

static void footnotes_in_small_print_do_not_cut_a_word(void)
{
    drawing *page = drawing_new(NULL, "#");
    draw_paragraph(page, "DejaVu Sans 10", "I: Hur var det?", 0);
    draw_paragraph(page, "DejaVu Sans 10",
                   "B: Jag fick vänta i en timme och sedan träffa den nya hand-", 0);
    draw_at(page, MARGIN, 700, "DejaVu Sans 7",
            "1 Hen menar kontoret på torget, som nu är stängt");
    draw_at(page, MARGIN, 710, "DejaVu Sans 7", "sedan i våras.");
    draw_at(page, MARGIN, 720, "DejaVu Sans 7", "2 Se ovan.");
    begin_page(page);
    draw_paragraph(page, "DejaVu Sans 10",
                   "läggaren, som inte visste något om mig och mitt ärende.", 0);
    g_auto(reading) it = read_drawing(page);
    g_autofree char *told = codes_of(&it);
    g_assert_true(g_str_has_suffix(lyh_document_text(it.document),
                                   "den nya handläggaren, som inte visste något om mig och "
                                   "mitt ärende."));
    g_assert_cmpstr(told, ==, "footnotes page-furniture hyphens-unsure");
}

static void every_place_names_its_page(void)
{
    drawing *page = drawing_new(NULL, NULL);
    draw_paragraph(page, "DejaVu Sans 10", "I: Hur var det?", 0);
    begin_page(page);
    draw_paragraph(page, "DejaVu Sans 10", "B: Det var bra [men sedan.", 0);
    g_auto(reading) it = read_drawing(page);
    size_t where = (size_t)(strstr(lyh_document_text(it.document), "bra") -
                            lyh_document_text(it.document));
    lyh_origin origin = lyh_document_origin(it.document, where);
    g_assert_cmpuint(origin.page, ==, 2);
    g_assert_cmpuint(origin.paragraph, ==, 2);
    g_assert_cmpuint(origin.character, ==, 12);
    const lyh_diag *diag = lyh_diags_at(it.diags, lyh_diags_count(it.diags) - 1);
    g_autofree char *shown = lyh_diag_shown(diag, NULL, false);
    g_assert_true(g_str_has_prefix(shown, "prov.pdf: page 2, paragraph 2, character 16: "));
}

/* Content streams by hand, for what cairo does not draw. @extra goes into the page's dictionary,
 * @catalog into the root's. */
static GByteArray *pdf_of(const char *content, const char *extra, const char *catalog,
                          const char *objects)
{
    g_autofree char *body =
        g_strdup_printf("%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R%s>>endobj\n"
                        "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
                        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s"
                        "/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj\n"
                        "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
                        "5 0 obj<</Length %zu>>stream\n%s\nendstream endobj\n%s"
                        "trailer<</Root 1 0 R/Size 10>>\n%%%%EOF\n",
                        catalog, extra, strlen(content), content, objects);
    return g_byte_array_append(g_byte_array_new(), (const guint8 *)body,
                               (guint)strlen(body));
}

#define SPEECH "BT /F 11 Tf 60 700 Td (B: Det var bra.) Tj ET"

static void comments_forms_and_attachments_are_no_text_and_are_counted(void)
{
    g_autoptr(GByteArray) bytes = pdf_of(
        SPEECH, "/Annots[6 0 R 7 0 R]",
        "/AcroForm<</Fields[7 0 R]>>"
        "/Names<</EmbeddedFiles<</Names[(a)8 0 R]>>>>",
        "6 0 obj<</Type/Annot/Subtype/Text/Rect[60 600 80 620]/Contents(hemligt)>>endobj\n"
        "7 0 obj<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V(hemligt)/Rect[60 500 200 "
        "520]>>endobj\n"
        "8 0 obj<</Type/Filespec/F(a)/EF<</F 9 0 R>>>>endobj\n"
        "9 0 obj<</Type/EmbeddedFile/Length 7>>stream\nhemligt\nendstream endobj\n");
    g_auto(reading) it = read_bytes("prov.pdf", bytes);
    g_autofree char *told = codes_of(&it);
    g_assert_cmpstr(lyh_document_text(it.document), ==, "B: Det var bra.");
    g_assert_cmpstr(told, ==, "pdf-annotations pdf-attachments pdf-fields");
}

static void assert_refused(const GByteArray *bytes, const char *code)
{
    g_auto(reading) it = read_bytes("prov.pdf", bytes);
    g_autofree char *told = codes_of(&it);
    g_assert_null(it.document);
    g_assert_cmpstr(told, ==, code);
}

static void a_pdf_of_pictures_is_refused_by_name(void)
{
    drawing *page = drawing_new(NULL, NULL);
    cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 100, 100);
    cairo_set_source_surface(page->cairo, picture, 100, 100);
    cairo_paint(page->cairo);
    cairo_surface_destroy(picture);
    g_autoptr(GByteArray) bytes = drawing_end(page);
    assert_refused(bytes, "pdf-without-text");
}

static void a_page_that_is_a_picture_is_said(void)
{
    drawing *page = drawing_new(NULL, NULL);
    draw_paragraph(page, "DejaVu Sans 10", "I: Hur var det?", 0);
    draw_paragraph(page, "DejaVu Sans 10", "B: Bra.", 0);
    begin_page(page);
    cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 100, 100);
    cairo_set_source_surface(page->cairo, picture, 100, 100);
    cairo_paint(page->cairo);
    cairo_surface_destroy(picture);
    g_auto(reading) it = read_drawing(page);
    g_autofree char *told = codes_of(&it);
    g_assert_cmpstr(told, ==, "pdf-pictures");
}

static void a_locked_pdf_is_refused_by_name(void)
{
    g_autofree char *program = g_find_program_in_path("qpdf");
    if (!program) {
        g_test_skip("qpdf is not installed");
        return;
    }
    drawing *page = drawing_new(NULL, NULL);
    draw_paragraph(page, "DejaVu Sans 10", "B: Bra.", 0);
    g_autoptr(GByteArray) open = drawing_end(page);
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_autofree char *from = g_build_filename(folder, "a.pdf", NULL);
    g_autofree char *to = g_build_filename(folder, "b.pdf", NULL);
    g_assert_true(
        g_file_set_contents(from, (const char *)open->data, (gssize)open->len, NULL));
    char *argv[] = { program,
                     (char *)"--encrypt",
                     (char *)"hemlig",
                     (char *)"agare",
                     (char *)"256",
                     (char *)"--",
                     from,
                     to,
                     NULL };
    g_assert_true(g_spawn_sync(NULL, argv, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL));
    g_autofree char *data = NULL;
    gsize size;
    g_assert_true(g_file_get_contents(to, &data, &size, NULL));
    g_auto(reading) it = read_named("prov.pdf", data, size, NULL);
    g_autofree char *told = codes_of(&it);
    g_assert_null(it.document);
    g_assert_cmpstr(told, ==, "pdf-locked");
    remove(from);
    remove(to);
    remove(folder);
}

static void a_pdf_cut_short_is_refused_or_read_and_never_more(void)
{
    drawing *page = drawing_new(NULL, NULL);
    draw_paragraph(page, "DejaVu Sans 10", "B: Bra.", 0);
    g_autoptr(GByteArray) bytes = drawing_end(page);
    for (guint size = 5; size < bytes->len; size += 97) {
        g_auto(reading) it = read_named("prov.pdf", (const char *)bytes->data, size, NULL);
        g_assert_true(it.document || lyh_diags_error_count(it.diags) > 0);
    }
    g_autoptr(GByteArray) few = g_byte_array_append(g_byte_array_new(), bytes->data, 40);
    assert_refused(few, "pdf-damaged");
}

static void a_pdf_under_another_name_is_known_by_its_content(void)
{
    g_autoptr(GByteArray) bytes = pdf_of(SPEECH, "", "", "");
    g_auto(reading) it = read_bytes("prov.txt", bytes);
    g_autofree char *told = codes_of(&it);
    g_assert_cmpstr(lyh_document_text(it.document), ==, "B: Det var bra.");
    g_assert_cmpstr(told, ==, "format-name");
}

static void more_than_two_thousand_pages_are_refused(void)
{
    drawing *page = drawing_new(NULL, "#");
    for (int i = 0; i < 2000; i++)
        begin_page(page);
    g_autoptr(GByteArray) bytes = drawing_end(page);
    assert_refused(bytes, "pdf-too-large");
}

#define TEST(sentence) g_test_add_func("/ingest/pdf/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_printed_interview_reads_as_its_source);
    TEST(two_columns_come_one_after_the_other);
    TEST(columns_come_in_the_order_of_pdftotext);
    TEST(marks_in_a_column_of_their_own_belong_to_the_speech_beside_them);
    TEST(numbers_of_lines_in_the_margin_are_no_text);
    TEST(a_word_divided_at_the_end_of_a_page_is_made_whole);
    TEST(footnotes_in_small_print_do_not_cut_a_word);
    TEST(every_place_names_its_page);
    TEST(comments_forms_and_attachments_are_no_text_and_are_counted);
    TEST(a_pdf_of_pictures_is_refused_by_name);
    TEST(a_page_that_is_a_picture_is_said);
    TEST(a_locked_pdf_is_refused_by_name);
    TEST(a_pdf_cut_short_is_refused_or_read_and_never_more);
    TEST(a_pdf_under_another_name_is_known_by_its_content);
    TEST(more_than_two_thousand_pages_are_refused);
    return g_test_run();
}
