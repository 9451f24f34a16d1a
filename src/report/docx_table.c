#include "docx_private.h"

#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/table/writers.h>

#include "markup.h"
#include "softened.h"

/* Twentieths of a point: a character of Arial at 9.5 pt with some air, and what parts two columns. */
#define CHARACTER 108
#define GUTTER 200
/* A column of words wants to be no wider than it must, and none needs more than these characters. */
#define NARROWEST 6
#define WIDEST 60
#define LONG_HEADING 16
#define TO_FILL_IN 16 /* characters of a column to write in */
#define MOST_ROWS_TOGETHER 28
/* More in a cell may be taller than a page: such a row has to be divided. */
#define LONG_TEXT 1200

static size_t longest_word(const char *text)
{
    size_t longest = 0;
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word; word++)
        longest = MAX(longest, lyh_text_length(*word, strlen(*word)));
    return longest;
}

static int width_wanted(const lyh_table *table, size_t column, const lyh_catalog *catalog)
{
    const char *heading = lyh_table_heading(table, column);
    size_t halved = lyh_text_length(heading, strlen(heading)) / 2 + 1; /* in two lines */
    size_t widest = MAX(longest_word(heading), CLAMP(halved, NARROWEST, LONG_HEADING));
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        g_autofree char *shown =
            lyh_cell_shown(lyh_table_cell(table, row, column), catalog);
        widest = MAX(widest, lyh_text_length(shown, strlen(shown)));
    }
    if (lyh_table_column_is_blank(table, column))
        widest = MAX(widest, TO_FILL_IN);
    return (int)MIN(widest, WIDEST) * CHARACTER + GUTTER;
}

/* What its longest word needs: Word breaks words where they end the line, wherever that is. */
static int width_needed(const lyh_table *table, size_t column, const lyh_catalog *catalog)
{
    size_t longest = longest_word(lyh_table_heading(table, column));
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        g_autofree char *shown =
            lyh_cell_shown(lyh_table_cell(table, row, column), catalog);
        longest = MAX(longest, longest_word(shown));
    }
    if (lyh_table_column_is_blank(table, column))
        longest = MAX(longest, TO_FILL_IN);
    return (int)MIN(longest, WIDEST) * CHARACTER + GUTTER;
}

/* Columns that hold numbers keep what they want, if any do; others give way as far as their words let them. */
static void give_way(const lyh_table *table, const lyh_catalog *catalog, bool is_crowded,
                     int *widths)
{
    size_t count = lyh_table_column_count(table);
    g_autofree int *needed = g_new(int, count);
    int over = -DOCX_WIDTH, slack = 0;
    for (size_t i = 0; i < count; i++) {
        bool gives = is_crowded || lyh_table_column_is_words(table, i);
        needed[i] = gives ? MIN(width_needed(table, i, catalog), widths[i]) : widths[i];
        over += widths[i];
        slack += widths[i] - needed[i];
    }
    for (size_t i = 0; i < count && over > 0; i++)
        widths[i] = over < slack
                        ? widths[i] - (int)((gint64)(widths[i] - needed[i]) * over / slack)
                        : needed[i];
}

/* Where even the longest words have no room, all are narrowed alike. g_free(). */
static int *column_widths(const lyh_table *table, const lyh_catalog *catalog)
{
    size_t count = lyh_table_column_count(table);
    int *widths = g_new(int, count);
    int fixed = 0, total = 0;
    for (size_t i = 0; i < count; i++) {
        widths[i] = width_wanted(table, i, catalog);
        fixed += lyh_table_column_is_words(table, i) ? 0 : widths[i];
    }
    give_way(table, catalog, fixed > DOCX_WIDTH * 2 / 3, widths);
    for (size_t i = 0; i < count; i++)
        total += widths[i];
    for (size_t i = 0; i < count && total > DOCX_WIDTH; i++)
        widths[i] = (int)((gint64)widths[i] * DOCX_WIDTH / total);
    return widths;
}

static void open_table(docx *document, const lyh_table *table, const int *widths,
                       const char *caption)
{
    int width = 0;
    for (size_t i = 0; i < lyh_table_column_count(table); i++)
        width += widths[i];
    lyh_output_printf(document->output,
                      "<w:tbl><w:tblPr><w:tblStyle w:val=\"Rapporttabell\"/>"
                      "<w:tblW w:w=\"%d\" w:type=\"dxa\"/>"
                      "<w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" "
                      "w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"0\" "
                      "w:noVBand=\"0\"/><w:tblCaption",
                      width);
    lyh_markup_attribute(document->output, "w:val", caption);
    docx_say(document, "/></w:tblPr><w:tblGrid>");
    for (size_t i = 0; i < lyh_table_column_count(table); i++)
        lyh_output_printf(document->output, "<w:gridCol w:w=\"%d\"/>", widths[i]);
    docx_say(document, "</w:tblGrid>\n");
}

/* Word breaks a word that is wider than its column wherever that ends, unless it is told where. */
static void write_words(docx *document, const char *text)
{
    g_autofree char *softened = lyh_softened(document->report, text);
    g_auto(GStrv) parts = g_strsplit(softened, "\u00AD", -1);
    docx_open_run(document, NULL);
    for (size_t i = 0; parts[i]; i++) {
        if (i > 0)
            docx_say(document, "<w:softHyphen/>");
        docx_say(document, "<w:t xml:space=\"preserve\">");
        lyh_markup_text(document->output, parts[i]);
        docx_say(document, "</w:t>");
    }
    docx_say(document, "</w:r>");
}

static void write_cell(docx *document, const char *text, int width, bool is_number,
                       bool holds_next)
{
    const docx_manner manner = { .style = "Tabelltext",
                                 .holds_next = holds_next,
                                 .is_right = is_number };
    lyh_output_printf(document->output,
                      "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>", width);
    docx_open_paragraph(document, manner);
    if (*text)
        write_words(document, text);
    docx_close_paragraph(document);
    docx_say(document, "</w:tc>");
}

static void write_headings(docx *document, const lyh_table *table, const int *widths)
{
    docx_say(document, "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (size_t i = 0; i < lyh_table_column_count(table); i++)
        write_cell(document, lyh_table_heading(table, i), widths[i],
                   !lyh_table_column_is_words(table, i), true);
    docx_say(document, "</w:tr>\n");
}

static bool is_long(const lyh_table *table, size_t row)
{
    for (size_t i = 0; i < lyh_table_column_count(table); i++) {
        const lyh_cell *cell = lyh_table_cell(table, row, i);
        if (cell->kind == LYH_CELL_TEXT && strlen(cell->text) > LONG_TEXT)
            return true;
    }
    return false;
}

/* A short table is not divided; of a long one no row stands alone, nor the note below. */
static bool holds_next(const lyh_table *table, size_t row)
{
    size_t rows = lyh_table_row_count(table);
    bool is_at_an_end = row == 0 || row + 2 >= rows;
    return (rows <= MOST_ROWS_TOGETHER || is_at_an_end) && !is_long(table, row);
}

static void write_row(docx *document, const lyh_table *table, const int *widths, size_t row)
{
    docx_say(document, "<w:tr>");
    if (!is_long(table, row))
        docx_say(document, "<w:trPr><w:cantSplit/></w:trPr>");
    for (size_t i = 0; i < lyh_table_column_count(table); i++) {
        g_autofree char *shown =
            lyh_cell_shown(lyh_table_cell(table, row, i), document->catalog);
        write_cell(document, shown, widths[i], !lyh_table_column_is_words(table, i),
                   holds_next(table, row));
    }
    docx_say(document, "</w:tr>\n");
}

void docx_table(docx *document, const lyh_table *table, const char *caption)
{
    g_autofree int *widths = column_widths(table, document->catalog);
    open_table(document, table, widths, caption);
    write_headings(document, table, widths);
    for (size_t row = 0; row < lyh_table_row_count(table); row++)
        write_row(document, table, widths, row);
    docx_say(document, "</w:tbl>\n");
}
