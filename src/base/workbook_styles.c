#include "workbook_private.h"

#include <math.h>
#include <string.h>

#define FIRST_OF_1904 1462 /* days from 1899-12-30 to 1904-01-01 */
#define FAKE_LEAP_DAY 60   /* 1900-02-29, which there was not */
#define SECONDS_A_DAY 86400
#define LAST_DAY 2958465 /* 9999-12-31 */

struct workbook_styles {
    GHashTable *formats; /* id -> 1 when its code shows days or times */
    GArray *cells;       /* bool, one a style of cells */
    bool
        is_in_cells; /* cellXfs, while reading: cellStyleXfs has elements of the same name */
};

bool workbook_format_is_date(const char *format)
{
    for (const char *c = format; *c; c++) {
        if (*c == '"') {
            c = strchr(c + 1, '"');
        } else if (*c == '[') {
            /* [h]:mm counts hours and is a time; [Red] and [>9] are none */
            if (c[1] && strchr("hHmMsS", c[1]) && strspn(c + 1, "hHmMsS") > 0 &&
                c[1 + strspn(c + 1, "hHmMsS")] == ']')
                return true;
            c = strchr(c, ']');
        } else if (*c == '\\' || *c == '_' || *c == '*') {
            c += c[1] != '\0';
        } else if (*c == ';') {
            return false; /* the first section is that of positive numbers */
        } else if (strchr("yYmMdDhHsS", *c)) {
            return true;
        }
        if (!c)
            return false;
    }
    return false;
}

/* Formats that every workbook has without saying so. */
static bool is_date_by_number(unsigned format)
{
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) ||
           (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
}

static unsigned number_of(const lyh_xml_attribute *attributes, size_t count,
                          const char *name)
{
    const char *value = lyh_xml_value(attributes, count, name);
    return value ? (unsigned)g_ascii_strtoull(value, NULL, 10) : 0;
}

static void add_cell_style(workbook_styles *styles, unsigned format)
{
    gpointer is_date;
    bool is_told = g_hash_table_lookup_extended(styles->formats, GUINT_TO_POINTER(format),
                                                NULL, &is_date);
    bool shows = is_told ? is_date != NULL : is_date_by_number(format);
    g_array_append_val(styles->cells, shows);
}

static void on_start(void *user, const char *name_space, const char *name,
                     const lyh_xml_attribute *attributes, size_t count)
{
    (void)name_space;
    workbook_styles *styles = user;
    if (strcmp(name, "numFmt") == 0) {
        const char *code = lyh_xml_value(attributes, count, "formatCode");
        g_hash_table_insert(styles->formats,
                            GUINT_TO_POINTER(number_of(attributes, count, "numFmtId")),
                            GINT_TO_POINTER(code && workbook_format_is_date(code)));
    } else if (strcmp(name, "cellXfs") == 0) {
        styles->is_in_cells = true;
    } else if (styles->is_in_cells && strcmp(name, "xf") == 0) {
        add_cell_style(styles, number_of(attributes, count, "numFmtId"));
    }
}

static void on_end(void *user, const char *name_space, const char *name)
{
    (void)name_space;
    workbook_styles *styles = user;
    if (strcmp(name, "cellXfs") == 0)
        styles->is_in_cells = false;
}

workbook_styles *workbook_styles_read(lyh_archive *archive, lyh_diags *diags)
{
    static const lyh_xml_handler handler = { .start = on_start, .end = on_end };
    workbook_styles *styles = g_new0(workbook_styles, 1);
    styles->formats = g_hash_table_new(NULL, NULL);
    styles->cells = g_array_new(FALSE, FALSE, sizeof(bool));
    if (lyh_archive_has(archive, "xl/styles.xml") &&
        !lyh_archive_parse(archive, "xl/styles.xml", &handler, styles, diags))
        g_clear_pointer(&styles, workbook_styles_free);
    return styles;
}

void workbook_styles_free(workbook_styles *styles)
{
    if (!styles)
        return;
    g_hash_table_unref(styles->formats);
    g_array_unref(styles->cells);
    g_free(styles);
}

bool workbook_styles_is_date(const workbook_styles *styles, size_t style)
{
    return style < styles->cells->len && g_array_index(styles->cells, bool, style);
}

static char *time_of(unsigned seconds)
{
    unsigned hours = seconds / 3600, minutes = seconds / 60 % 60;
    return seconds % 60 == 0
               ? g_strdup_printf("%02u:%02u", hours, minutes)
               : g_strdup_printf("%02u:%02u:%02u", hours, minutes, seconds % 60);
}

char *workbook_date(double serial, bool is_1904)
{
    if (!(serial >= 0 && serial < LAST_DAY + 1))
        return NULL;
    double whole = floor(serial);
    unsigned seconds = (unsigned)lround((serial - whole) * SECONDS_A_DAY);
    unsigned days = (unsigned)whole + seconds / SECONDS_A_DAY;
    seconds %= SECONDS_A_DAY;
    g_autofree char *time = time_of(seconds);
    if (days == 0 && !is_1904)
        return g_steal_pointer(&time);
    if (is_1904)
        days += FIRST_OF_1904;
    if (days == FAKE_LEAP_DAY || days > LAST_DAY)
        return NULL;

    /* GLib counts days from 0001-01-01 as 1; 1899-12-30 is its day 693 594 */
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, 693594 + days + (days < FAKE_LEAP_DAY ? 1 : 0));
    char *day = g_strdup_printf("%04u-%02u-%02u", g_date_get_year(&date),
                                g_date_get_month(&date), g_date_get_day(&date));
    if (seconds == 0)
        return day;
    char *both = g_strconcat(day, " ", time, NULL);
    g_free(day);
    return both;
}
