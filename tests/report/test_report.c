#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include <lyhord/base/csv.h>

#include "../chart/tables.h"
#include "sample.h"

static char *pdf_of(const lyh_report *report, size_t *size)
{
    lyh_error error = { 0 };
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_report_write_pdf(report, output, &error));
    return lyh_output_take(output, size);
}

static char *sample_pdf(const char *status, size_t *size)
{
    lyh_report *report = sample_report(status);
    char *bytes = pdf_of(report, size);
    lyh_report_free(report);
    return bytes;
}

/* What poppler's @tool with @options says of the PDF in @bytes; NULL, skipped, without the tool. */
static char *told_by(const char *tool, const char *options, const char *bytes, size_t size)
{
    g_autofree char *program = g_find_program_in_path(tool);
    if (!program) {
        g_test_skip("poppler-utils is not installed");
        return NULL;
    }
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "report.pdf", NULL);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
    g_autofree char *command = g_strdup_printf("%s %s %s %s", tool, options, path,
                                               strcmp(tool, "pdftotext") == 0 ? "-" : "");
    char *told = NULL;
    g_autofree char *complaints = NULL;
    int status;
    g_assert_true(g_spawn_command_line_sync(command, &told, &complaints, &status, NULL));
    g_assert_cmpint(status, ==, 0);
    g_assert_cmpstr(complaints, ==, "");
    g_unlink(path);
    g_rmdir(folder);
    return told;
}

static char *sample_told_by(const char *tool, const char *options, const char *status)
{
    size_t size;
    char *bytes = sample_pdf(status, &size);
    char *told = told_by(tool, options, bytes, size);
    free(bytes);
    return told;
}

static void assert_same_bytes(const void *one, size_t one_size, const void *other,
                              size_t other_size)
{
    g_assert_cmpuint(one_size, ==, other_size);
    g_assert_true(memcmp(one, other, one_size) == 0);
}

static void the_same_report_is_the_same_bytes(void)
{
    size_t sizes[2];
    char *one = sample_pdf("utkast", &sizes[0]);
    char *other = sample_pdf("utkast", &sizes[1]);
    assert_same_bytes(one, sizes[0], other, sizes[1]);
    free(one);
    free(other);
}

static void it_says_title_and_date_and_names_nobody(void)
{
    g_autofree char *told = sample_told_by("pdfinfo", "", NULL);
    if (!told)
        return;
    g_assert_nonnull(strstr(told, "Att nå fram: brukares röster"));
    g_assert_nonnull(strstr(told, "2026"));
    g_assert_nonnull(strstr(told, "(A4)"));
    g_assert_nonnull(strstr(told, "Tagged:          yes"));
    g_assert_null(strstr(told, "Author"));
}

static void fonts_are_inter_and_its_fallback_and_embedded(void)
{
    g_autofree char *told = sample_told_by("pdffonts", "", NULL);
    if (!told)
        return;
    g_auto(GStrv) lines = g_strsplit(g_strchomp(told), "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), >, 2);
    for (char **line = lines + 2; *line; line++) {
        g_assert_true(strstr(*line, "+Inter-") || strstr(*line, "+DejaVuSans"));
        g_assert_nonnull(strstr(*line, "yes yes yes")); /* embedded, subset, ToUnicode */
    }
}

static void every_page_but_the_first_has_its_number_and_the_status(void)
{
    g_autofree char *told = sample_told_by("pdftotext", "-layout", "utkast, ej granskat");
    if (!told)
        return;
    g_auto(GStrv) pages = g_strsplit(told, "\f", -1);
    guint count = g_strv_length(pages) - 1;
    g_assert_cmpuint(count, >=, 6);
    for (guint i = 0; i < count; i++) {
        const lyh_catalog *catalog = lyh_catalog_for("sv");
        g_autofree char *number = g_strdup_printf(lyh_tr(catalog, "Page %zu of %zu"),
                                                  (size_t)i + 1, (size_t)count);
        g_assert_nonnull(strstr(pages[i], "utkast, ej granskat"));
        g_assert_cmpint(strstr(pages[i], number) != NULL, ==, i > 0);
    }
}

/* The words of the structure tree, parted by one space; running heads left out. */
static char *words_of_tree(const char *tree)
{
    GString *words = g_string_new(NULL);
    bool is_furniture = false;
    g_auto(GStrv) lines = g_strsplit(tree, "\n", -1);
    for (char **line = lines; *line; line++) {
        g_strstrip(*line);
        size_t size = strlen(*line);
        if (**line != '"')
            is_furniture = g_str_has_prefix(*line, "Private");
        else if (!is_furniture && size > 2)
            g_string_append_printf(words, "%.*s", (int)size - 2, *line + 1);
    }
    return g_string_free(words, FALSE);
}

static void assert_in_order(const char *words, const char **from, const char *text)
{
    char *found = text && *text ? strstr(*from, text) : (char *)*from;
    if (!found)
        g_error("'%s' is missing or out of order in the structure tree", text);
    *from = found;
    (void)words;
}

/* Word for word, which also shows that no line end lost its space or kept its hyphen. */
static void the_structure_tree_reads_as_the_blocks_do(void)
{
    lyh_report *report = sample_report(NULL);
    size_t size;
    char *bytes = pdf_of(report, &size);
    g_autofree char *tree = told_by("pdfinfo", "-struct-text", bytes, size);
    free(bytes);
    if (tree) {
        g_autofree char *words = words_of_tree(tree);
        const char *from = words;
        for (size_t i = 0; i < lyh_report_block_count(report); i++) {
            const lyh_block *block = lyh_report_block(report, i);
            assert_in_order(words, &from,
                            block->kind == LYH_BLOCK_ITEM ? block->label : NULL);
            assert_in_order(words, &from, block->text);
        }
    }
    lyh_report_free(report);
}

static size_t occurrences(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = strstr(text, part); at; at = strstr(at + 1, part))
        count++;
    return count;
}

static void blocks_become_the_elements_they_are(void)
{
    g_autofree char *tree = sample_told_by("pdfinfo", "-struct", NULL);
    if (!tree)
        return;
    g_assert_cmpuint(occurrences(tree, "H1 "), ==, 1);
    g_assert_cmpuint(occurrences(tree, "H2 "), ==, 4);
    g_assert_cmpuint(occurrences(tree, "H3 "), ==, 5);
    g_assert_cmpuint(occurrences(tree, "H4 "), ==, 1);
    g_assert_cmpuint(occurrences(tree, "Figure"), ==, 2);
    g_assert_cmpuint(occurrences(tree, "Table "), ==, 4);
    g_assert_cmpuint(occurrences(tree, "BlockQuote"), ==, 3);
    g_assert_cmpuint(occurrences(tree, " L "), ==, 2);
    g_assert_cmpuint(occurrences(tree, " LI "), ==, 4);
    g_assert_cmpuint(occurrences(tree, "Lbl "), ==, 4);
    g_assert_cmpuint(occurrences(tree, "LBody "), ==, 4);
    /* 8 rows of 2, 6 of 4, 51 of 2, 9 of 3: the headings count once, repeated or not */
    g_assert_cmpuint(occurrences(tree, " TR"), ==, 8 + 6 + 51 + 9);
    g_assert_cmpuint(occurrences(tree, " TH") + occurrences(tree, " TD"), ==,
                     8 * 2 + 6 * 4 + 51 * 2 + 9 * 3);
}

static void a_heading_is_never_last_on_its_page(void)
{
    g_autofree char *told = sample_told_by("pdftotext", "", NULL);
    if (!told)
        return;
    lyh_report *report = sample_report(NULL);
    g_auto(GStrv) pages = g_strsplit(told, "\f", -1);
    for (char **page = pages; *page; page++) {
        g_auto(GStrv) lines = g_strsplit(g_strchomp(*page), "\n", -1);
        guint count = g_strv_length(lines);
        if (count < 3)
            continue;
        /* last the page number, before it an empty line, before that the last line of text */
        for (size_t i = 0; i < lyh_report_block_count(report); i++) {
            const lyh_block *block = lyh_report_block(report, i);
            if (block->kind == LYH_BLOCK_HEADING)
                g_assert_cmpstr(lines[count - 3], !=, block->text);
        }
    }
    lyh_report_free(report);
}

static void a_table_over_pages_repeats_its_heading(void)
{
    size_t seen = 0;
    g_autofree char *told = sample_told_by("pdftotext", "-layout", NULL);
    if (!told)
        return;
    g_auto(GStrv) pages = g_strsplit(told, "\f", -1);
    for (char **page = pages; *page; page++) {
        bool has_compounds = strstr(*page, "försörjningsstödshandläggare    ") ||
                             strstr(*page, "barnkonventionsutbildning");
        if (!has_compounds || strstr(*page, "Kodboken"))
            continue;
        seen++;
        g_assert_nonnull(strstr(*page, "Personer\n"));
    }
    g_assert_cmpuint(seen, ==, 2);
}

/* On a page 425 points wide, the compound is the word that would leave its line half empty. */
static void a_broken_compound_is_still_one_word_to_a_reader(void)
{
    static const char text[] =
        "Det hen ville tala om var till sist inte pengarna utan "
        "försörjningsstödshandläggare "
        "och hur ofta de slutar. Det hen ville tala om sedan handlade mest om hela denna "
        "likabehandlingsprincipen och vad den är värd.";
    const lyh_report_info info = { .title = "Ord", .catalog = lyh_catalog_for("sv") };
    for (size_t words = 1; words < 14; words++) {
        size_t size;
        lyh_report *report = lyh_report_new(&info);
        g_autofree char *filled = g_strnfill(words * 5, 'x');
        for (size_t i = 4; i < words * 5; i += 5)
            filled[i] = ' ';
        g_autofree char *paragraph = g_strconcat(filled, text, NULL);
        lyh_report_paragraph(report, paragraph);
        char *bytes = pdf_of(report, &size);
        g_autofree char *tree = told_by("pdfinfo", "-struct-text", bytes, size);
        free(bytes);
        lyh_report_free(report);
        if (!tree)
            return;
        g_assert_nonnull(strstr(tree, paragraph));
    }
}

static void a_row_taller_than_a_page_goes_on_over_the_next(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 900; i++)
        g_string_append_printf(text, "ord%d ", i);
    lyh_table *table = lyh_table_new("long");
    lyh_table_add_column(table, "a", "A");
    lyh_table_add_column(table, "b", "B");
    size_t row = lyh_table_add_row(table);
    lyh_table_set_cell(table, row, 0, lyh_cell_text("etikett"));
    lyh_table_set_cell(table, row, 1, lyh_cell_text(text->str));
    const lyh_report_info info = { .title = "Ord", .catalog = lyh_catalog_for("sv") };
    lyh_report *report = lyh_report_new(&info);
    lyh_report_table(report, table);
    size_t size;
    char *bytes = pdf_of(report, &size);
    lyh_report_free(report);
    g_autofree char *told = told_by("pdftotext", "", bytes, size);
    free(bytes);
    if (told)
        for (int i = 0; i < 900; i++) {
            g_autofree char *word = g_strdup_printf("ord%d", i);
            g_assert_nonnull(strstr(told, word));
        }
}

/* Sixty bars, each called radN. */
static lyh_display *tall_figure(void)
{
    char names[60][8];
    const char *labels[60];
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++) {
        g_snprintf(names[i], sizeof names[i], "rad%zu", i);
        labels[i] = names[i];
    }
    lyh_table *table = labels_table(labels, G_N_ELEMENTS(labels), 12);
    const lyh_chart_options options = { .finding = "Alla lika.",
                                        .catalog = lyh_catalog_for("sv") };
    lyh_display *figure = lyh_chart_new(lyh_chart_kind_find("stapel"), table, &options);
    lyh_table_free(table);
    return figure;
}

/* Where each word of a page stands, as `pdftotext -bbox` tells it: the page's number is lowest. */
static void assert_number_is_below(const char *page, size_t *labels)
{
    double lowest = 0, lowest_label = 0;
    for (const char *word = page; (word = strstr(word, "<word ")); word++) {
        double top = g_ascii_strtod(strstr(word, "yMin=\"") + strlen("yMin=\""), NULL);
        double foot = g_ascii_strtod(strstr(word, "yMax=\"") + strlen("yMax=\""), NULL);
        bool is_label = g_str_has_prefix(strchr(word, '>') + 1, "rad");
        *labels += is_label;
        lowest = MAX(lowest, top);
        if (is_label)
            lowest_label = MAX(lowest_label, foot);
    }
    g_assert_cmpfloat(lowest_label, <, lowest);
}

static void a_figure_taller_than_a_page_is_drawn_whole_above_its_number(void)
{
    const lyh_report_info info = { .title = "Figur", .catalog = lyh_catalog_for("sv") };
    lyh_report *report = lyh_report_new(&info);
    lyh_report_heading(report, 1, "Alla teman");
    lyh_report_figure(report, tall_figure());
    size_t size, labels = 0;
    char *bytes = pdf_of(report, &size);
    lyh_report_free(report);
    g_autofree char *told = told_by("pdftotext", "-bbox", bytes, size);
    free(bytes);
    if (!told)
        return;
    g_auto(GStrv) pages = g_strsplit(told, "<page ", -1);
    for (guint page = 2; page < g_strv_length(pages); page++)
        assert_number_is_below(pages[page], &labels);
    g_assert_cmpuint(labels, ==, 60);
}

/* The page, from 0, that @text stands on in what pdftotext told; form feeds part pages. */
static size_t page_of(const char *told, const char *text)
{
    const char *place = strstr(told, text);
    g_assert_nonnull(place);
    size_t page = 0;
    for (const char *at = told; at < place; at++)
        page += *at == '\f';
    return page;
}

static void two_headings_and_a_tall_figure_share_a_page(void)
{
    const lyh_report_info info = { .title = "Figur", .catalog = lyh_catalog_for("sv") };
    lyh_report *report = lyh_report_new(&info);
    lyh_report_paragraph(report, "Före.");
    lyh_report_heading(report, 1, "Resultat");
    lyh_report_heading(report, 2, "Alla teman");
    lyh_report_figure(report, tall_figure());
    size_t size;
    char *bytes = pdf_of(report, &size);
    lyh_report_free(report);
    g_autofree char *told = told_by("pdftotext", "", bytes, size);
    free(bytes);
    if (!told)
        return;
    g_assert_cmpuint(page_of(told, "Resultat"), ==, page_of(told, "Alla teman"));
    g_assert_cmpuint(page_of(told, "Resultat"), ==, page_of(told, "rad0"));
    g_assert_cmpuint(page_of(told, "Resultat"), ==, page_of(told, "rad59"));
}

/* A list with what leads to it, below so many paragraphs. */
static char *list_told_below(size_t paragraphs)
{
    const lyh_report_info info = { .title = "Lista", .catalog = lyh_catalog_for("sv") };
    lyh_report *report = lyh_report_new(&info);
    for (size_t i = 0; i < paragraphs; i++)
        lyh_report_paragraph(report, "Utfyllnad.");
    lyh_report_heading(report, 2, "Rubriken");
    lyh_report_note(report, "Förklaringen.");
    lyh_report_paragraph(report, "Inledningen.");
    lyh_report_item(report, NULL, "Första punkten.");
    lyh_report_item(report, NULL, "Näst sista punkten.");
    lyh_report_item(report, NULL, "Allra sista punkten.");
    size_t size;
    char *bytes = pdf_of(report, &size);
    lyh_report_free(report);
    char *told = told_by("pdftotext", "", bytes, size);
    free(bytes);
    return told;
}

static void a_list_is_not_parted_from_what_leads_to_it(void)
{
    for (size_t paragraphs = 14; paragraphs < 34; paragraphs++) {
        g_autofree char *told = list_told_below(paragraphs);
        if (!told)
            return;
        size_t page = page_of(told, "Rubriken");
        g_assert_cmpuint(page_of(told, "Förklaringen."), ==, page);
        g_assert_cmpuint(page_of(told, "Inledningen."), ==, page);
        g_assert_cmpuint(page_of(told, "Första punkten."), ==, page);
        g_assert_cmpuint(page_of(told, "Näst sista"), ==, page_of(told, "Allra sista"));
    }
}

static char *tree_of_item(const char *lead)
{
    size_t size;
    const lyh_report_info info = { .title = "Ord", .catalog = lyh_catalog_for("sv") };
    lyh_report *report = lyh_report_new(&info);
    lyh_report_item(report, lead, "svaret");
    char *bytes = pdf_of(report, &size);
    lyh_report_free(report);
    char *tree = told_by("pdfinfo", "-struct-text", bytes, size);
    free(bytes);
    return tree;
}

static void a_lead_in_ends_in_one_sign(void)
{
    static const char *const leads[][2] = { { "Boende", "\"Boende. svaret " },
                                            { "När:", "\"När: svaret " },
                                            { NULL, "\"svaret " } };
    for (size_t i = 0; i < G_N_ELEMENTS(leads); i++) {
        g_autofree char *tree = tree_of_item(leads[i][0]);
        if (tree)
            g_assert_nonnull(strstr(tree, leads[i][1]));
    }
}

static void an_empty_report_is_its_title_page(void)
{
    size_t size;
    const lyh_report_info info = { .title = "Tom", .date = "", .iso_date = "" };
    lyh_report *report = lyh_report_new(&info);
    char *bytes = pdf_of(report, &size);
    assert_same_bytes(bytes, 5, "%PDF-", 5);
    lyh_report_free(report);
    free(bytes);
}

static void texts_are_copied(void)
{
    char text[] = "Mitt stycke";
    const lyh_report_info info = { .title = text };
    lyh_report *report = lyh_report_new(&info);
    lyh_report_item(report, text, text);
    memset(text, 'x', sizeof text - 1);
    g_assert_cmpstr(lyh_report_info_of(report)->title, ==, "Mitt stycke");
    g_assert_cmpstr(lyh_report_block(report, 0)->text, ==, "Mitt stycke");
    g_assert_cmpstr(lyh_report_block(report, 0)->label, ==, "Mitt stycke");
    lyh_report_free(report);
}

static char *tree_of_paragraph(const char *text)
{
    size_t size;
    const lyh_report_info info = { .title = "Ord", .catalog = lyh_catalog_for("sv") };
    lyh_report *report = lyh_report_new(&info);
    lyh_report_paragraph(report, text);
    char *bytes = pdf_of(report, &size);
    lyh_report_free(report);
    char *tree = told_by("pdfinfo", "-struct-text", bytes, size);
    free(bytes);
    return tree;
}

/* A thumb with a colour of skin, a tab, a mark of direction, the euro sign and a smile. */
static void what_no_font_has_is_a_square_and_controls_are_nothing(void)
{
    static const char text[] =
        "Bra \U0001F44D\U0001F3FD\tja\u200F\x01 \u20AC \U0001F60A\uFE0F slut";
    g_autofree char *tree = tree_of_paragraph(text);
    if (tree)
        g_assert_nonnull(strstr(tree, "\"Bra □ ja \u20AC \U0001F60A slut \""));
}

/* Neither their words nor what would belong to them; a level is not counted either. */
static void texts_of_white_space_are_no_blocks(void)
{
    const lyh_report_info info = { .title = "Tomt" };
    lyh_report *report = lyh_report_new(&info);
    lyh_report_name(report, "nothing");
    lyh_report_heading(report, 1, " ");
    lyh_report_paragraph(report, "");
    lyh_report_footnote(report, "En not till ingenting.");
    lyh_report_see(report, "nothing");
    lyh_report_item(report, "", NULL);
    lyh_report_quote(report, "\t", "Deltagare");
    lyh_report_note(report, "");
    lyh_report_own(report, "\n");
    g_assert_cmpuint(lyh_report_block_count(report), ==, 0);
    g_assert_cmpuint(lyh_report_named(report, "nothing"), ==, LYH_NONE);

    lyh_report_heading(report, 3, "Rubrik");
    lyh_report_item(report, "Ledord", "");
    g_assert_cmpuint(lyh_report_block_count(report), ==, 2);
    g_assert_cmpuint(lyh_report_block(report, 0)->level, ==, 1);
    g_assert_null(lyh_report_block(report, 0)->name);
    lyh_report_free(report);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/report/" #name, name)
    TEST(the_same_report_is_the_same_bytes);
    TEST(it_says_title_and_date_and_names_nobody);
    TEST(fonts_are_inter_and_its_fallback_and_embedded);
    TEST(every_page_but_the_first_has_its_number_and_the_status);
    TEST(the_structure_tree_reads_as_the_blocks_do);
    TEST(blocks_become_the_elements_they_are);
    TEST(a_heading_is_never_last_on_its_page);
    TEST(a_table_over_pages_repeats_its_heading);
    TEST(a_broken_compound_is_still_one_word_to_a_reader);
    TEST(a_row_taller_than_a_page_goes_on_over_the_next);
    TEST(a_figure_taller_than_a_page_is_drawn_whole_above_its_number);
    TEST(two_headings_and_a_tall_figure_share_a_page);
    TEST(a_list_is_not_parted_from_what_leads_to_it);
    TEST(a_lead_in_ends_in_one_sign);
    TEST(an_empty_report_is_its_title_page);
    TEST(texts_are_copied);
    TEST(what_no_font_has_is_a_square_and_controls_are_nothing);
    TEST(texts_of_white_space_are_no_blocks);
    return g_test_run();
}
