#include <lyhord/base/workbook.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/csv_write.h>

#include "autoptr.h"
#include "workbook_private.h"

#define MOST_ROWS 1048576
#define MOST_COLUMNS 16384

/* Spelling of a number: as many digits as a workbook keeps. */
#define DIGITS "%.15g"

/* What xl/workbook.xml says of the sheet that is read. */
typedef struct sheet {
    char *name;
    char *relation; /* r:id, or NULL: no sheet is to be seen */
    char *member;
    size_t before; /* sheets to be seen that stand before it */
    size_t others;
    bool is_1904;
} sheet;

static void clear_sheet(sheet *found)
{
    g_free(found->name);
    g_free(found->relation);
    g_free(found->member);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(sheet, clear_sheet)

static bool is(const char *value, const char *word)
{
    return value && word && strcmp(value, word) == 0;
}

/* ---- which sheet ---- */

static void on_workbook(void *user, const char *name_space, const char *name,
                        const lyh_xml_attribute *attributes, size_t count)
{
    (void)name_space;
    sheet *found = user;
    if (strcmp(name, "workbookPr") == 0) {
        const char *is_1904 = lyh_xml_value(attributes, count, "date1904");
        found->is_1904 = is(is_1904, "1") || is(is_1904, "true");
    } else if (strcmp(name, "sheet") == 0) {
        const char *state = lyh_xml_value(attributes, count, "state");
        const char *relation = lyh_xml_value(attributes, count, "id");
        bool is_hidden = !relation || (state && !is(state, "visible"));
        if (found->relation || is_hidden || found->before > 0) {
            found->before -= !is_hidden && found->before > 0;
            found->others++;
            return;
        }
        found->relation = g_strdup(relation);
        found->name = g_strdup(lyh_xml_value(attributes, count, "name"));
    }
}

static void on_relation(void *user, const char *name_space, const char *name,
                        const lyh_xml_attribute *attributes, size_t count)
{
    (void)name_space;
    sheet *found = user;
    const char *target = lyh_xml_value(attributes, count, "Target");
    if (strcmp(name, "Relationship") != 0 || found->member || !target ||
        !is(lyh_xml_value(attributes, count, "Id"), found->relation))
        return;
    /* "/xl/worksheets/sheet1.xml" from the root, or "worksheets/sheet1.xml" from xl */
    found->member =
        *target == '/' ? g_strdup(target + 1) : g_strconcat("xl/", target, NULL);
}

static bool find_sheet(const char *name, lyh_archive *archive, sheet *found,
                       lyh_diags *diags)
{
    static const lyh_xml_handler sheets = { .start = on_workbook };
    static const lyh_xml_handler relations = { .start = on_relation };
    const char *const workbook = "xl/workbook.xml";
    const char *const links = "xl/_rels/workbook.xml.rels";
    if (lyh_archive_has(archive, workbook) && lyh_archive_has(archive, links)) {
        if (!lyh_archive_parse(archive, workbook, &sheets, found, diags) ||
            !lyh_archive_parse(archive, links, &relations, found, diags))
            return false;
        if (found->member && lyh_archive_has(archive, found->member))
            return true;
    }
    lyh_diags_error(diags, "workbook-sheets", lyh_place_file(name),
                    "there is no sheet to read; open the file in a spreadsheet program and "
                    "save it as .xlsx");
    return false;
}

/* ---- shared strings ---- */

typedef struct strings {
    GPtrArray *items;
    GString *text;   /* of the item being read, or NULL between items */
    bool is_in_text; /* <t> */
    bool is_reading; /* <rPh>, how the text is pronounced */
} strings;

static void begin_string(void *user, const char *name_space, const char *name,
                         const lyh_xml_attribute *attributes, size_t count)
{
    (void)name_space;
    (void)attributes;
    (void)count;
    strings *shared = user;
    if (strcmp(name, "si") == 0)
        g_string_truncate(shared->text, 0);
    else if (strcmp(name, "rPh") == 0)
        shared->is_reading = true;
    else if (strcmp(name, "t") == 0)
        shared->is_in_text = !shared->is_reading;
}

static void add_to_string(void *user, const char *text, size_t size)
{
    strings *shared = user;
    if (shared->is_in_text)
        g_string_append_len(shared->text, text, (gssize)size);
}

static void end_string(void *user, const char *name_space, const char *name)
{
    (void)name_space;
    strings *shared = user;
    if (strcmp(name, "si") == 0)
        g_ptr_array_add(shared->items, g_strdup(shared->text->str));
    else if (strcmp(name, "rPh") == 0)
        shared->is_reading = false;
    else if (strcmp(name, "t") == 0)
        shared->is_in_text = false;
}

/* NULL: see @diags. */
static GPtrArray *read_strings(lyh_archive *archive, lyh_diags *diags)
{
    static const lyh_xml_handler handler = { begin_string, end_string, add_to_string };
    const char *const member = "xl/sharedStrings.xml";
    g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) text = g_string_new(NULL);
    strings shared = { .items = items, .text = text };
    if (lyh_archive_has(archive, member) &&
        !lyh_archive_parse(archive, member, &handler, &shared, diags))
        return NULL;
    return g_steal_pointer(&items);
}

/* ---- cells ---- */

typedef struct cells {
    const char *name;
    const workbook_styles *styles;
    const GPtrArray *strings;
    lyh_output *csv;
    lyh_diags *diags;
    GString *text; /* of the cell being read */
    char type;     /* of its value: n b s e, or t for text in its place */
    bool is_date, is_1904, is_in_value, is_reading, is_refused;
    size_t row, column;         /* of the cell being read, from 0 */
    size_t written, in_its_row; /* rows ended, and cells begun in the row that is open */
    size_t width;               /* cells of the first row that has any: its headings */
    size_t cells;
} cells;

/* "BC12": column 54, row 11; false for anything else. */
static bool place_of(const char *reference, size_t *row, size_t *column)
{
    size_t letters = 0, digits = 0;
    *row = *column = 0;
    for (; g_ascii_isupper(reference[letters]) && letters < 4; letters++)
        *column = *column * 26 + (size_t)(reference[letters] - 'A') + 1;
    for (; g_ascii_isdigit(reference[letters + digits]) && digits < 8; digits++)
        *row = *row * 10 + (size_t)(reference[letters + digits] - '0');
    if (letters == 0 || digits == 0 || reference[letters + digits] != '\0' || *row == 0)
        return false;
    --*row;
    --*column;
    return *row < MOST_ROWS && *column < MOST_COLUMNS;
}

static void refuse(cells *reading)
{
    if (!reading->is_refused)
        lyh_diags_error(reading->diags, "workbook-cells", lyh_place_file(reading->name),
                        "the first sheet has cells in places that cannot be, or more than "
                        "%zu of them; export it as CSV",
                        LYH_WORKBOOK_CELLS);
    reading->is_refused = true;
}

static void begin_cells(cells *reading, size_t wanted)
{
    for (; reading->in_its_row < wanted; reading->in_its_row++)
        if (reading->in_its_row > 0)
            lyh_output_text(reading->csv, lyh_csv_separator(LYH_CSV_SWEDISH));
}

static void end_line(cells *reading)
{
    if (reading->width == 0)
        reading->width = reading->in_its_row;
    if (reading->in_its_row > 0)
        begin_cells(reading, reading->width);
    lyh_output_text(reading->csv, "\n");
    reading->in_its_row = 0;
}

/* Rows and cells that are empty are not in the file; in CSV they are. */
static void go_to_cell(cells *reading)
{
    bool is_behind =
        reading->row < reading->written ||
        (reading->row == reading->written && reading->in_its_row > reading->column);
    size_t passed = reading->column + 1;
    reading->cells += MAX(passed, reading->width) + (reading->row - reading->written);
    if (is_behind || reading->cells > LYH_WORKBOOK_CELLS) {
        refuse(reading);
        return;
    }
    for (; reading->written < reading->row; reading->written++)
        end_line(reading);
    begin_cells(reading, passed);
}

static void write_number(cells *reading)
{
    char *end;
    double number = g_ascii_strtod(reading->text->str, &end);
    char spelled[G_ASCII_DTOSTR_BUF_SIZE];
    if (*reading->text->str == '\0' || *end != '\0' || !isfinite(number)) {
        lyh_csv_write_text(reading->csv, reading->text->str);
        return;
    }
    g_autofree char *date =
        reading->is_date ? workbook_date(number, reading->is_1904) : NULL;
    lyh_output_text(reading->csv,
                    date ? date : g_ascii_formatd(spelled, sizeof spelled, DIGITS, number));
}

static void write_shared(cells *reading)
{
    guint64 index = g_ascii_strtoull(reading->text->str, NULL, 10);
    if (index < reading->strings->len)
        lyh_csv_write_text(reading->csv, reading->strings->pdata[index]);
    else
        refuse(reading);
}

static void write_cell(cells *reading)
{
    if (reading->is_refused)
        return;
    if (reading->type == 's')
        write_shared(reading);
    else if (reading->type == 'n')
        write_number(reading);
    else if (reading->type == 'b')
        lyh_output_text(reading->csv, is(reading->text->str, "1") ? "TRUE" : "FALSE");
    else
        lyh_csv_write_text(reading->csv, reading->text->str);
}

static char type_of(const char *type)
{
    if (!type || is(type, "n"))
        return 'n';
    return is(type, "s") ? 's' : is(type, "b") ? 'b' : 't';
}

static void begin_cell(cells *reading, const lyh_xml_attribute *attributes, size_t count)
{
    const char *reference = lyh_xml_value(attributes, count, "r");
    const char *style = lyh_xml_value(attributes, count, "s");
    g_string_truncate(reading->text, 0);
    reading->type = type_of(lyh_xml_value(attributes, count, "t"));
    reading->is_date = style && workbook_styles_is_date(reading->styles,
                                                        g_ascii_strtoull(style, NULL, 10));
    if (reference && !place_of(reference, &reading->row, &reading->column))
        refuse(reading);
}

static void begin_row(cells *reading, const lyh_xml_attribute *attributes, size_t count)
{
    const char *number = lyh_xml_value(attributes, count, "r");
    reading->row = number ? g_ascii_strtoull(number, NULL, 10) - 1 : reading->row;
    reading->column = 0;
    if (reading->row >= MOST_ROWS)
        refuse(reading);
}

static void on_start(void *user, const char *name_space, const char *name,
                     const lyh_xml_attribute *attributes, size_t count)
{
    (void)name_space;
    cells *reading = user;
    if (strcmp(name, "row") == 0)
        begin_row(reading, attributes, count);
    else if (strcmp(name, "c") == 0)
        begin_cell(reading, attributes, count);
    else if (strcmp(name, "rPh") == 0)
        reading->is_reading = true;
    else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
        reading->is_in_value = !reading->is_reading;
}

static void on_text(void *user, const char *text, size_t size)
{
    cells *reading = user;
    if (reading->is_in_value)
        g_string_append_len(reading->text, text, (gssize)size);
}

static void on_end(void *user, const char *name_space, const char *name)
{
    (void)name_space;
    cells *reading = user;
    if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) {
        reading->is_in_value = false;
    } else if (strcmp(name, "rPh") == 0) {
        reading->is_reading = false;
    } else if (strcmp(name, "c") == 0) {
        if (reading->text->len > 0 && !reading->is_refused) {
            go_to_cell(reading);
            write_cell(reading);
        }
        reading->column++;
    } else if (strcmp(name, "row") == 0) {
        reading->row++;
    }
}

static bool read_cells(cells *reading, lyh_archive *archive, const char *member)
{
    static const lyh_xml_handler handler = { on_start, on_end, on_text };
    return lyh_archive_parse(archive, member, &handler, reading, reading->diags) &&
           !reading->is_refused;
}

/* ---- the whole ---- */

static lyh_source *read_sheet(const char *name, lyh_archive *archive, const sheet *found,
                              lyh_diags *diags)
{
    g_autoptr(workbook_styles) styles = workbook_styles_read(archive, diags);
    g_autoptr(GPtrArray) shared = styles ? read_strings(archive, diags) : NULL;
    if (!shared)
        return NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    cells reading = { .name = name,
                      .styles = styles,
                      .strings = shared,
                      .csv = lyh_output_to_memory(),
                      .diags = diags,
                      .text = text,
                      .is_1904 = found->is_1904 };
    bool is_read = read_cells(&reading, archive, found->member);
    end_line(&reading);
    size_t size;
    g_autofree char *csv = lyh_output_take(reading.csv, &size);
    return is_read ? lyh_source_from_bytes(name, LYH_SOURCE_TABLE, csv, size, diags) : NULL;
}

bool lyh_workbook_looks_like(const char *name, const lyh_bytes *bytes)
{
    if (bytes->size < 4 || memcmp(bytes->data, "PK\003\004", 4) != 0)
        return false;
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    g_autoptr(lyh_archive) archive = lyh_archive_open(name, bytes, unsaid);
    return archive && lyh_archive_has(archive, "xl/workbook.xml");
}

lyh_source *lyh_workbook_read_sheet(const char *name, const lyh_bytes *bytes, size_t index,
                                    lyh_diags *diags)
{
    g_autoptr(lyh_archive) archive = lyh_archive_open(name, bytes, diags);
    g_auto(sheet) found = { .before = index };
    if (!archive || !find_sheet(name, archive, &found, diags))
        return NULL;
    return read_sheet(name, archive, &found, diags);
}

lyh_source *lyh_workbook_read(const char *name, const lyh_bytes *bytes, lyh_diags *diags)
{
    g_autoptr(lyh_archive) archive = lyh_archive_open(name, bytes, diags);
    g_auto(sheet) found = { 0 };
    if (!archive || !find_sheet(name, archive, &found, diags))
        return NULL;
    if (found.others > 0)
        lyh_diags_note(diags, "workbook-sheets", lyh_place_file(name),
                       "only the sheet '%s' is read; other sheets in the file: %zu",
                       found.name ? found.name : "", found.others);
    return read_sheet(name, archive, &found, diags);
}
