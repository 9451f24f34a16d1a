#include <lyhord/table/xlsx.h>

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include <lyhord/base/archive.h>
#include <lyhord/base/csv.h>
#include <lyhord/base/text.h>
#include <lyhord/base/workbook.h>
#include <lyhord/table/writers.h>

#include "../base/autoptr.h"
#include "below.h"
#include "late_xlsxwriter.h"

/* What a cell, a sheet and its columns hold at most (ECMA-376 leaves it to programs; Excel's). */
#define MOST_UNITS 32767 /* of UTF-16 */
#define MOST_ROWS 1048576
#define MOST_COLUMNS 16384

#define A4 9 /* its number among papers (ECMA-376, 18.3.1.63) */

/* Widths of columns, in characters; wider words wrap. */
#define NARROWEST 8
#define WIDEST 60

/* Tables that become one book. */
typedef struct table_shelf {
    const lyh_table *const *tables;
    size_t count;
    bool
        is_numbered; /* sheets are called "Table 1"; else there is one, and it is "Table" */
    const lyh_catalog *catalog;
} table_shelf;

typedef struct book {
    const lyh_table *table; /* the one being written */
    const lyh_catalog *catalog;
    lxw_workbook *workbook;
    lxw_format *heading, *words, *sign; /* sign: `..` and –, in line with numbers */
    GHashTable *formats;                /* spelled number format -> lxw_format */
    bool is_fine;
} book;

/* ---- formats ---- */

static lxw_format *format_of(book *made, const char *spelled)
{
    lxw_format *format = g_hash_table_lookup(made->formats, spelled);
    if (!format) {
        format = workbook_add_format(made->workbook);
        format_set_num_format(format, spelled);
        g_hash_table_insert(made->formats, g_strdup(spelled), format);
    }
    return format;
}

/* "0,00" is for a program "0.00", whatever comma its reader has. */
static char *digits_format(unsigned decimals, const char *after)
{
    g_autofree char *zeros = g_strnfill(decimals, '0');
    return g_strconcat("0", decimals > 0 ? "." : "", zeros, after, NULL);
}

/* A number that shows as "7 av 12": what stands behind the count is part of its format. */
static char *of_format(const lyh_cell *cell, const lyh_catalog *catalog)
{
    g_autofree char *base = g_strdup_printf("%" G_GINT64_FORMAT, cell->base);
    /* a count of persons out of a base: "7 of 12" */
    g_autofree char *shown = g_strdup_printf(lyh_tr(catalog, "%s of %s"), "", base);
    return g_strdup_printf("0\"%s\"", shown);
}

static char *percent_format(const lyh_cell *cell, const lyh_catalog *catalog)
{
    bool is_swedish = strcmp(lyh_catalog_language(catalog), "sv") == 0;
    return digits_format(cell->decimals, is_swedish ? "\u00a0%" : "%");
}

/* ---- cells ---- */

static double number_of(const lyh_cell *cell)
{
    double scale = pow(10, cell->decimals + (cell->kind == LYH_CELL_PERCENT ? 2 : 0));
    return (double)cell->number / scale;
}

static bool is_number(const lyh_cell *cell)
{
    return cell->kind == LYH_CELL_COUNT || cell->kind == LYH_CELL_DECIMAL ||
           cell->kind == LYH_CELL_OF || cell->kind == LYH_CELL_PERCENT;
}

static void write_number(book *made, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                         const lyh_cell *cell)
{
    g_autofree char *format = cell->kind == LYH_CELL_OF ? of_format(cell, made->catalog)
                              : cell->kind == LYH_CELL_PERCENT
                                  ? percent_format(cell, made->catalog)
                                  : digits_format(cell->decimals, "");
    made->is_fine &= worksheet_write_number(sheet, row, column, number_of(cell),
                                            format_of(made, format)) == LXW_NO_ERROR;
}

static void write_words(book *made, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                        const char *text, lxw_format *format)
{
    if (*text)
        made->is_fine &=
            worksheet_write_string(sheet, row, column, text, format) == LXW_NO_ERROR;
}

static void write_cell(book *made, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                       const lyh_cell *cell)
{
    if (is_number(cell)) {
        write_number(made, sheet, row, column, cell);
        return;
    }
    g_autofree char *shown = lyh_cell_shown(cell, made->catalog);
    bool is_sign = cell->kind == LYH_CELL_HIDDEN || cell->kind == LYH_CELL_NOT_ASKED;
    write_words(made, sheet, row, column, shown, is_sign ? made->sign : made->words);
}

/* ---- sheets ---- */

static double width_of(const book *made, size_t column)
{
    size_t widest = lyh_text_length(lyh_table_heading(made->table, column),
                                    strlen(lyh_table_heading(made->table, column)));
    for (size_t row = 0; row < lyh_table_row_count(made->table); row++) {
        g_autofree char *shown =
            lyh_cell_shown(lyh_table_cell(made->table, row, column), made->catalog);
        widest = MAX(widest, lyh_text_length(shown, strlen(shown)));
    }
    return (double)CLAMP(widest + 2, NARROWEST, WIDEST);
}

static void write_table(book *made, const char *name)
{
    lxw_worksheet *sheet = workbook_add_worksheet(made->workbook, name);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_paper(sheet, A4);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1,
                           0); /* on paper: as wide as a page, as long as it takes */
    for (size_t i = 0; i < lyh_table_column_count(made->table); i++) {
        lxw_col_t column = (lxw_col_t)i;
        worksheet_set_column(sheet, column, column, width_of(made, i), NULL);
        write_words(made, sheet, 0, column, lyh_table_heading(made->table, i),
                    made->heading);
        for (size_t row = 0; row < lyh_table_row_count(made->table); row++)
            write_cell(made, sheet, (lxw_row_t)row + 1, column,
                       lyh_table_cell(made->table, row, i));
    }
}

/* What stands around one table, from @row on; returns the row after it. */
static lxw_row_t write_notes(book *made, lxw_worksheet *sheet, lxw_row_t row,
                             const char *name)
{
    g_autoptr(GArray) lines = below_lines(made->table, made->catalog);
    const char *title = lyh_table_part_text(made->table, LYH_TABLE_TITLE);
    write_words(made, sheet, row, 0, name, made->heading);
    if (title)
        write_words(made, sheet, row, 1, title, made->heading);
    row += title || *name;
    for (guint i = 0; i < lines->len; i++) {
        const below_line *line = &g_array_index(lines, below_line, i);
        write_words(made, sheet, row, 0, line->label, NULL);
        write_words(made, sheet, row++, 1, line->text, made->words);
    }
    return row;
}

/* What table @index of several is called. g_free(). */
static char *name_of(const table_shelf *shelf, size_t index)
{
    return g_strdup_printf(lyh_tr(shelf->catalog, "Table %zu"), index + 1);
}

static void write_sheets(book *made, const table_shelf *shelf)
{
    bool is_alone = !shelf->is_numbered;
    for (size_t i = 0; i < shelf->count; i++) {
        g_autofree char *name = name_of(shelf, i);
        made->table = shelf->tables[i];
        write_table(made, is_alone ? lyh_trc(made->catalog, "sheet", "Table") : name);
    }
    lxw_worksheet *sheet =
        workbook_add_worksheet(made->workbook, lyh_trc(made->catalog, "sheet", "Notes"));
    lxw_row_t row = 0;
    worksheet_set_column(sheet, 1, 1, WIDEST + NARROWEST, NULL);
    for (size_t i = 0; i < shelf->count; i++) {
        g_autofree char *name = name_of(shelf, i);
        made->table = shelf->tables[i];
        row = write_notes(made, sheet, row, is_alone ? "" : name) + 1;
    }
}

/* Who and when are nobody's business, and a clock would make the same table another file. */
static void set_properties(book *made)
{
    /* 1980-01-01, where zip archives begin */
    lxw_doc_properties properties = { .created = 315532800 };
    workbook_set_properties(made->workbook, &properties);
}

/* As many bytes hold at most as many units. */
static bool fits(const lyh_table *table)
{
    return lyh_table_row_count(table) < MOST_ROWS &&
           lyh_table_column_count(table) <= MOST_COLUMNS &&
           lyh_table_longest_text(table) <= MOST_UNITS;
}

/* The library tells standard error of trouble, in its own words; what calls us does so in ours. */
static int silence(void)
{
    int kept = dup(STDERR_FILENO);
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (kept >= 0 && nowhere >= 0)
        dup2(nowhere, STDERR_FILENO);
    if (nowhere >= 0)
        close(nowhere);
    return kept;
}

static void speak_again(int kept)
{
    if (kept < 0)
        return;
    dup2(kept, STDERR_FILENO);
    close(kept);
}

static bool write_book(const table_shelf *shelf, const char *folder, const char *path)
{
    lxw_workbook_options options = { .tmpdir = (char *)folder };
    book made = { .catalog = shelf->catalog, .is_fine = true };
    made.workbook = workbook_new_opt(path, &options);
    if (!made.workbook)
        return false;
    made.formats = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    made.heading = workbook_add_format(made.workbook);
    format_set_bold(made.heading);
    format_set_text_wrap(made.heading);
    made.words = workbook_add_format(made.workbook);
    format_set_text_wrap(made.words);
    format_set_align(made.words, LXW_ALIGN_VERTICAL_TOP);
    made.sign = workbook_add_format(made.workbook);
    format_set_align(made.sign, LXW_ALIGN_RIGHT);
    set_properties(&made);
    write_sheets(&made, shelf);
    made.is_fine &= workbook_close(made.workbook) == LXW_NO_ERROR;
    g_hash_table_unref(made.formats);
    return made.is_fine;
}

/* ---- read again ---- */

/* A row in which every cell is empty is not in the file, and ends no reading of it. */
static bool is_same_cell(const lyh_cell *cell, const char *read, const lyh_catalog *catalog)
{
    if (is_number(cell)) {
        double number = g_ascii_strtod(read, NULL), expected = number_of(cell);
        return *read && fabs(number - expected) <= 1e-12 * MAX(1, fabs(expected));
    }
    g_autofree char *shown = lyh_cell_shown(cell, catalog);
    return strcmp(read, shown) == 0;
}

static bool are_same_headings(const lyh_table *table, const lyh_csv *csv, size_t *read)
{
    bool is_empty = true;
    for (size_t i = 0; i < lyh_table_column_count(table); i++)
        is_empty &= *lyh_table_heading(table, i) == '\0';
    for (size_t i = 0; i < lyh_table_column_count(table) && !is_empty; i++)
        if (lyh_csv_row_count(csv) == 0 ||
            strcmp(lyh_csv_cell(csv, 0, i), lyh_table_heading(table, i)) != 0)
            return false;
    *read += !is_empty;
    return true;
}

static bool is_same(const lyh_table *table, const lyh_catalog *catalog, const lyh_csv *csv)
{
    size_t columns = lyh_table_column_count(table), read = 0;
    if (!are_same_headings(table, csv, &read))
        return false;
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        bool is_empty = true;
        for (size_t i = 0; i < columns; i++)
            is_empty &= lyh_table_cell(table, row, i)->kind == LYH_CELL_EMPTY;
        if (is_empty)
            continue;
        if (read >= lyh_csv_row_count(csv))
            return false;
        for (size_t i = 0; i < columns; i++)
            if (!is_same_cell(lyh_table_cell(table, row, i), lyh_csv_cell(csv, read, i),
                              catalog))
                return false;
        read++;
    }
    return read == lyh_csv_row_count(csv);
}

/* What was read under headings that are numbers: tables for people may have none above a column, or one twice. */
static lyh_source *numbered(const lyh_source *sheet, size_t columns, lyh_diags *unsaid)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < columns; i++)
        g_string_append_printf(text, "%s%zu", i ? ";" : "", i + 1);
    g_string_append_printf(text, "\n%s", lyh_source_text(sheet));
    return lyh_source_from_bytes("xlsx", LYH_SOURCE_TABLE, text->str, text->len, unsaid);
}

/* A part that was cut off is no XML, and one that was damaged has another checksum. */
static bool are_parts_whole(const lyh_bytes *bytes, size_t sheets, lyh_diags *unsaid)
{
    static const char *const parts[] = {
        "[Content_Types].xml", "_rels/.rels",         "docProps/app.xml",
        "docProps/core.xml",   "xl/workbook.xml",     "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",       "xl/theme/theme1.xml",
    };
    static const lyh_xml_handler nobody = { 0 };
    static const char words[] = "xl/sharedStrings.xml"; /* a book without any has none */
    lyh_archive *archive = lyh_archive_open("xlsx", bytes, unsaid);
    bool are_whole = archive && (!lyh_archive_has(archive, words) ||
                                 lyh_archive_parse(archive, words, &nobody, NULL, unsaid));
    for (size_t i = 0; i < G_N_ELEMENTS(parts) && are_whole; i++)
        are_whole = lyh_archive_parse(archive, parts[i], &nobody, NULL, unsaid);
    for (size_t i = 1; i <= sheets && are_whole; i++) {
        g_autofree char *part = g_strdup_printf("xl/worksheets/sheet%zu.xml", i);
        are_whole = lyh_archive_parse(archive, part, &nobody, NULL, unsaid);
    }
    lyh_archive_free(archive);
    return are_whole;
}

static bool is_sheet_whole(const table_shelf *shelf, size_t index, const lyh_bytes *bytes,
                           lyh_diags *unsaid)
{
    size_t columns = lyh_table_column_count(shelf->tables[index]);
    g_autoptr(lyh_source) sheet = lyh_workbook_read_sheet("xlsx", bytes, index, unsaid);
    g_autoptr(lyh_source) source = sheet ? numbered(sheet, columns, unsaid) : NULL;
    g_autoptr(lyh_csv) csv = source ? lyh_csv_read(source, unsaid) : NULL;
    return csv && is_same(shelf->tables[index], shelf->catalog, csv);
}

/* The library does not tell of a full disk: what was written is compared with what was meant. */
static bool is_whole(const table_shelf *shelf, const lyh_bytes *bytes)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    bool is_whole = are_parts_whole(bytes, shelf->count + 1, unsaid);
    for (size_t i = 0; i < shelf->count && is_whole; i++)
        is_whole = is_sheet_whole(shelf, i, bytes, unsaid);
    return is_whole;
}

static bool write_shelf(const table_shelf *shelf, const char *folder, lyh_output *output,
                        lyh_error *error)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (!fits(shelf->tables[i]))
            return lyh_error_set(error, LYH_ERROR_DATA, EFBIG, "xlsx");
    g_autofree char *path = g_build_filename(folder, "table.xlsx", NULL);
    lyh_bytes bytes = { 0 };
    int kept = silence();
    bool is_written = write_book(shelf, folder, path);
    speak_again(kept);
    bool is_fine = is_written && lyh_file_read(path, LYH_MAX_TABLE, &bytes, error) &&
                   is_whole(shelf, &bytes);
    if (!is_fine)
        lyh_error_set(error, LYH_ERROR_IO, 0, path);
    else
        lyh_output_write(output, bytes.data, bytes.size);
    g_unlink(path);
    free(bytes.data);
    return is_fine;
}

bool lyh_table_write_xlsx(const lyh_table *table, const lyh_catalog *catalog,
                          const char *folder, lyh_output *output, lyh_error *error)
{
    const table_shelf alone = { .tables = &table, .count = 1, .catalog = catalog };
    return write_shelf(&alone, folder, output, error);
}

bool lyh_tables_write_xlsx(const lyh_table *const *tables, size_t count,
                           const lyh_catalog *catalog, const char *folder,
                           lyh_output *output, lyh_error *error)
{
    g_assert(count > 0);
    const table_shelf all = { tables, count, true, catalog };
    return write_shelf(&all, folder, output, error);
}
