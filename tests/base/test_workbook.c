/*
 * Workbooks part by part; each part is written here as ECMA-376 has it. Days are those that
 * spreadsheet programs show for the same numbers.
 */
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <zip.h>

#include <lyhord/base/workbook.h>

#include "../../src/base/autoptr.h"
#include "../../src/base/workbook_private.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char one_sheet[] = "<sheet name='Svar' sheetId='1' r:id='rId1'/>";

static void add(zip_t *zip, const char *name, const char *text)
{
    zip_source_t *source = zip_source_buffer(zip, g_strdup(text), strlen(text), 1);
    g_assert_cmpint(zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8), >=, 0);
}

/* A workbook of these sheets; the first has these rows. Any of the last two may be NULL. */
static lyh_bytes workbook_of(const char *sheets, const char *rows, const char *strings,
                             const char *styles)
{
    zip_error_t error;
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(memory);
    zip_t *zip = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
    g_autofree char *book = g_strconcat("<workbook xmlns='" MAIN "' xmlns:r='" RELATIONS
                                        "'><workbookPr/><sheets>",
                                        sheets, "</sheets></workbook>", NULL);
    g_autofree char *sheet = g_strconcat("<worksheet xmlns='" MAIN "'><sheetData>", rows,
                                         "</sheetData></worksheet>", NULL);
    add(zip, "xl/workbook.xml", book);
    add(zip, "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/>"
        "<Relationship Id='rId2' Target='/xl/worksheets/sheet1.xml'/></Relationships>");
    add(zip, "xl/worksheets/sheet1.xml", sheet);
    if (strings)
        add(zip, "xl/sharedStrings.xml", strings);
    if (styles)
        add(zip, "xl/styles.xml", styles);
    g_assert_cmpint(zip_close(zip), ==, 0);

    zip_stat_t told;
    g_assert_cmpint(zip_source_stat(memory, &told), ==, 0);
    lyh_bytes bytes = { malloc(told.size), told.size };
    zip_source_open(memory);
    g_assert_cmpint(zip_source_read(memory, bytes.data, told.size), ==, (int)told.size);
    zip_source_close(memory);
    zip_source_free(memory);
    return bytes;
}

static void assert_reads(lyh_bytes bytes, const char *expected, const char *told)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source = lyh_workbook_read("svar.xlsx", &bytes, diags);
    g_autoptr(GString) codes = g_string_new(NULL);
    for (size_t i = 0; i < lyh_diags_count(diags); i++)
        g_string_append_printf(codes, "%s ", lyh_diags_at(diags, i)->code);
    g_assert_cmpstr(source ? lyh_source_text(source) : NULL, ==, expected);
    g_assert_cmpstr(codes->str, ==, told);
    free(bytes.data);
}

static void cells_stand_in_their_rows_and_columns(void)
{
    assert_reads(workbook_of(one_sheet,
                             "<row r='1'><c r='A1' t='inlineStr'><is><t>id</t></is></c>"
                             "<c r='C1' t='str'><f>x</f><v>svar</v></c></row>"
                             "<row r='3'><c r='B3'><v>0.1</v></c></row>",
                             NULL, NULL),
                 "id;;svar\n\n;0.1;\n", "");
}

static void places_that_are_not_written_are_the_next_ones(void)
{
    assert_reads(workbook_of(one_sheet,
                             "<row><c><v>1</v></c><c/><c><v>3</v></c></row>"
                             "<row><c><v>4</v></c></row>",
                             NULL, NULL),
                 "1;;3\n4;;\n", "");
}

static void strings_are_shared_rich_and_without_their_readings(void)
{
    assert_reads(workbook_of(one_sheet,
                             "<row r='1'><c r='A1' t='s'><v>1</v></c>"
                             "<c r='B1' t='s'><v>0</v></c></row>",
                             "<sst><si><r><t>be</t></r><r><t>möt</t></r>"
                             "<rPh><t>READ</t></rPh></si><si><t>a;\"b\"</t></si></sst>",
                             NULL),
                 "\"a;\"\"b\"\"\";bemöt\n", "");
}

static void truth_and_errors_are_words(void)
{
    assert_reads(workbook_of(one_sheet,
                             "<row r='1'><c r='A1' t='b'><v>1</v></c>"
                             "<c r='B1' t='b'><v>0</v></c>"
                             "<c r='C1' t='e'><v>#N/A</v></c></row>",
                             NULL, NULL),
                 "TRUE;FALSE;#N/A\n", "");
}

static void numbers_are_days_where_their_style_says_so(void)
{
    assert_reads(
        workbook_of(one_sheet,
                    "<row r='1'><c r='A1' s='0'><v>46095</v></c><c r='B1' s='1'><v>46095"
                    "</v></c><c r='C1' s='2'><v>46095.395833333336</v></c>"
                    "<c r='D1' s='3'><v>58.299999999999997</v></c></row>",
                    NULL,
                    "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm'/>"
                    "<numFmt numFmtId='165' formatCode='0\" dagar\"'/></numFmts>"
                    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                    "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
                    "<xf numFmtId='165'/></cellXfs></styleSheet>"),
        "46095;2026-03-14;2026-03-14 09:30;58.3\n", "");
}

static void the_first_sheet_to_be_seen_is_read_and_the_others_are_told(void)
{
    assert_reads(
        workbook_of("<sheet name='Dold' state='hidden' r:id='rId9'/>"
                    "<sheet name='Svar' r:id='rId2'/><sheet name='C' r:id='rId3'/>",
                    "<row><c><v>1</v></c></row>", NULL, NULL),
        "1\n", "workbook-sheets ");
}

static void a_workbook_without_a_sheet_is_refused(void)
{
    assert_reads(workbook_of("<sheet name='Borta' r:id='rId7'/>", "", NULL, NULL), NULL,
                 "workbook-sheets ");
    assert_reads(workbook_of("", "", NULL, NULL), NULL, "workbook-sheets ");
}

static void cells_where_none_can_be_are_refused(void)
{
    static const char *const wrong[] = {
        "<row r='1'><c r='1A'><v>1</v></c></row>",
        "<row r='1'><c r='XFE1'><v>1</v></c></row>",
        "<row r='1'><c r='A1048577'><v>1</v></c></row>",
        "<row r='0'><c><v>1</v></c></row>",
        "<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>1</v></c></row>",
        "<row r='2'><c><v>1</v></c></row><row r='1'><c><v>1</v></c></row>",
        "<row r='1'><c t='s'><v>0</v></c></row>",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        assert_reads(workbook_of(one_sheet, wrong[i], NULL, NULL), NULL, "workbook-cells ");
}

static void a_zip_of_something_else_is_no_workbook(void)
{
    const lyh_bytes text = { (char *)"id;svar\n", 8 };
    lyh_bytes sound = workbook_of(one_sheet, "", NULL, NULL);
    g_assert_false(lyh_workbook_looks_like("a.csv", &text));
    g_assert_true(lyh_workbook_looks_like("a.xlsx", &sound));
    sound.size /= 2;
    g_assert_false(lyh_workbook_looks_like("a.xlsx", &sound));
    free(sound.data);
}

static void formats_of_days_and_times_are_told_from_those_of_numbers(void)
{
    static const char *const days[] = { "yyyy-mm-dd", "d/m", "h:mm", "[h]:mm:ss",
                                        "[$-41D]d mmm" };
    static const char *const numbers[] = { "0.00",      "0\" dagar\"", "[Red]0",
                                           "General;d", "0\\d",        "_d0",
                                           "#,##0",     "[>9]0",       "\"d" };
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++)
        g_assert_true(workbook_format_is_date(days[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        if (workbook_format_is_date(numbers[i]))
            g_error("%s is no date", numbers[i]);
}

static void assert_date(double serial, bool is_1904, const char *expected)
{
    g_autofree char *date = workbook_date(serial, is_1904);
    g_assert_cmpstr(date, ==, expected);
}

static void days_are_those_that_spreadsheets_show(void)
{
    assert_date(1, false, "1900-01-01");
    assert_date(59, false, "1900-02-28");
    assert_date(60, false, NULL); /* 1900-02-29, which there was not */
    assert_date(61, false, "1900-03-01");
    assert_date(36526, false, "2000-01-01");
    assert_date(46095.5, false, "2026-03-14 12:00");
    assert_date(46095.999999, false, "2026-03-15");
    assert_date(0.5, false, "12:00");
    assert_date(0.395891203703704, false, "09:30:05");
    assert_date(2958465, false, "9999-12-31");
    assert_date(2958466, false, NULL);
    assert_date(-1, false, NULL);
    assert_date(44633, true, "2026-03-14");
    assert_date(0, true, "1904-01-01");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/base/workbook/" #name, name)
    TEST(cells_stand_in_their_rows_and_columns);
    TEST(places_that_are_not_written_are_the_next_ones);
    TEST(strings_are_shared_rich_and_without_their_readings);
    TEST(truth_and_errors_are_words);
    TEST(numbers_are_days_where_their_style_says_so);
    TEST(the_first_sheet_to_be_seen_is_read_and_the_others_are_told);
    TEST(a_workbook_without_a_sheet_is_refused);
    TEST(cells_where_none_can_be_are_refused);
    TEST(a_zip_of_something_else_is_no_workbook);
    TEST(formats_of_days_and_times_are_told_from_those_of_numbers);
    TEST(days_are_those_that_spreadsheets_show);
    return g_test_run();
}
