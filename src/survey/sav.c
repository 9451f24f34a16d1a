#include <lyhord/survey/sav.h>

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <readstat.h>

#include <lyhord/base/csv_write.h>
#include <lyhord/base/text.h>

/* A file may claim anything: nobody's survey has more cells. */
#define MOST_CELLS ((size_t)20000000)

/* Spelling of a number: as many digits as make the same number. */
#define DIGITS "%.15g"

typedef struct sav_variable {
    char *heading;
    char *labels; /* the name of its value labels, or NULL */
} sav_variable;

typedef struct sav_reading {
    const lyh_bytes *bytes;
    size_t at;
    GArray *variables;  /* sav_variable */
    GHashTable *labels; /* char * set -> GHashTable of char * value -> char * label */
    GString *text;      /* the CSV */
    size_t cells;       /* written */
    size_t next;        /* variable whose cell is next in the row */
    bool is_begun;      /* the heading is written */
    bool is_too_large;
} sav_reading;

bool lyh_sav_looks_like(const lyh_bytes *bytes)
{
    return bytes->size >= 4 &&
           (memcmp(bytes->data, "$FL2", 4) == 0 || memcmp(bytes->data, "$FL3", 4) == 0);
}

/* ---- bytes at hand, where the library wants a file ---- */

static int open_bytes(const char *path, void *context)
{
    (void)path;
    (void)context;
    return 0;
}

static int close_bytes(void *context)
{
    (void)context;
    return 0;
}

static readstat_off_t seek_bytes(readstat_off_t offset, readstat_io_flags_t whence,
                                 void *context)
{
    sav_reading *reading = context;
    gint64 from = whence == READSTAT_SEEK_SET   ? 0
                  : whence == READSTAT_SEEK_CUR ? (gint64)reading->at
                                                : (gint64)reading->bytes->size;
    gint64 to = from + offset;
    if (to < 0 || to > (gint64)reading->bytes->size)
        return -1;
    reading->at = (size_t)to;
    return to;
}

static ssize_t read_bytes(void *buffer, size_t size, void *context)
{
    sav_reading *reading = context;
    size_t left = reading->bytes->size - reading->at;
    size_t taken = MIN(size, left);
    memcpy(buffer, reading->bytes->data + reading->at, taken);
    reading->at += taken;
    return (ssize_t)taken;
}

static readstat_error_t update_nothing(long size, readstat_progress_handler progress,
                                       void *user, void *context)
{
    (void)size;
    (void)progress;
    (void)user;
    (void)context;
    return READSTAT_OK;
}

/* ---- what is read ---- */

static void clear_variable(void *data)
{
    sav_variable *variable = data;
    g_free(variable->heading);
    g_free(variable->labels);
}

static int take_variable(int index, readstat_variable_t *variable, const char *labels,
                         void *user)
{
    (void)index;
    sav_reading *reading = user;
    const char *known = readstat_variable_get_name(variable);
    const char *name = known ? known : ""; /* of a damaged file */
    const char *label = readstat_variable_get_label(variable);
    bool has_label = label && *label && strcmp(label, name) != 0;
    const sav_variable taken = { has_label ? g_strconcat(name, "\t", label, NULL)
                                           : g_strdup(name),
                                 g_strdup(labels) };
    g_array_append_val(reading->variables, taken);
    return READSTAT_HANDLER_OK;
}

/* A value as text: whole numbers without a point. NULL when it is missing. */
static char *shown(readstat_value_t value)
{
    if (readstat_value_is_system_missing(value))
        return NULL;
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
        const char *text = readstat_string_value(value);
        return g_strdup(text ? text : "");
    }
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    double number = readstat_double_value(value);
    return isfinite(number)
               ? g_strdup(g_ascii_formatd(digits, sizeof digits, DIGITS, number))
               : NULL;
}

static int take_label(const char *set, readstat_value_t value, const char *label,
                      void *user)
{
    sav_reading *reading = user;
    if (!set)
        return READSTAT_HANDLER_OK;
    GHashTable *labels = g_hash_table_lookup(reading->labels, set);
    if (!labels) {
        labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
        g_hash_table_insert(reading->labels, g_strdup(set), labels);
    }
    char *key = shown(value);
    if (key)
        g_hash_table_insert(labels, g_strchomp(key), g_strdup(label ? label : ""));
    return READSTAT_HANDLER_OK;
}

/* ---- what is written ---- */

static void add_cell(sav_reading *reading, const char *text)
{
    lyh_output *output = lyh_output_to_memory();
    g_autofree char *line = g_utf8_make_valid(text, -1);
    g_strdelimit(line, "\r\n", ' ');
    lyh_csv_write_text(output, line);
    size_t size;
    g_autofree char *cell = lyh_output_take(output, &size);
    if (reading->next++ > 0)
        g_string_append_c(reading->text, ';');
    g_string_append_len(reading->text, cell, (gssize)size);
    if (reading->next < reading->variables->len)
        return;
    g_string_append_c(reading->text, '\n');
    reading->next = 0;
}

static void begin(sav_reading *reading)
{
    if (reading->is_begun)
        return;
    reading->is_begun = true;
    for (guint i = 0; i < reading->variables->len; i++)
        add_cell(reading, g_array_index(reading->variables, sav_variable, i).heading);
}

static int take_value(int row, readstat_variable_t *variable, readstat_value_t value,
                      void *user)
{
    (void)row;
    sav_reading *reading = user;
    begin(reading);
    if (reading->cells++ > MOST_CELLS || reading->text->len > LYH_MAX_TABLE) {
        reading->is_too_large = true;
        return READSTAT_HANDLER_ABORT;
    }
    size_t index = (size_t)readstat_variable_get_index(variable);
    if (index >= reading->variables->len)
        return READSTAT_HANDLER_ABORT;
    const char *set = g_array_index(reading->variables, sav_variable, index).labels;
    GHashTable *labels = set ? g_hash_table_lookup(reading->labels, set) : NULL;
    bool is_missing = readstat_value_is_defined_missing(value, variable);
    g_autofree char *text = is_missing ? NULL : shown(value);
    if (text)
        g_strchomp(text);
    const char *label = text && labels ? g_hash_table_lookup(labels, text) : NULL;
    add_cell(reading, label ? label : text ? text : "");
    return READSTAT_HANDLER_OK;
}

static void say_nothing(const char *message, void *user)
{
    (void)message;
    (void)user;
}

static readstat_error_t parse(sav_reading *reading)
{
    readstat_parser_t *parser = readstat_parser_init();
    if (!parser)
        return READSTAT_ERROR_MALLOC;
    readstat_set_open_handler(parser, open_bytes);
    readstat_set_close_handler(parser, close_bytes);
    readstat_set_seek_handler(parser, seek_bytes);
    readstat_set_read_handler(parser, read_bytes);
    readstat_set_update_handler(parser, update_nothing);
    readstat_set_io_ctx(parser, reading);
    readstat_set_variable_handler(parser, take_variable);
    readstat_set_value_label_handler(parser, take_label);
    readstat_set_value_handler(parser, take_value);
    readstat_set_error_handler(parser, say_nothing);
    readstat_error_t result = readstat_parse_sav(parser, "", reading);
    readstat_parser_free(parser);
    return result;
}

static lyh_source *made_source(const char *name, sav_reading *reading,
                               readstat_error_t result, lyh_diags *diags)
{
    if (result == READSTAT_OK && reading->variables->len > 0 && reading->next == 0) {
        begin(reading);
        return lyh_source_from_bytes(name, LYH_SOURCE_TRANSCRIPT, reading->text->str,
                                     reading->text->len, diags);
    }
    if (reading->is_too_large)
        lyh_diags_error(diags, "sav-large", lyh_place_file(name),
                        "the file holds more cases than can be read; save fewer variables");
    else
        lyh_diags_error(
            diags, "sav-damaged", lyh_place_file(name),
            "this is no data file that can be read (%s); open it in SPSS or "
            "PSPP and save it as .sav or .csv",
            readstat_error_message(result == READSTAT_OK ? READSTAT_ERROR_PARSE : result));
    return NULL;
}

lyh_source *lyh_sav_read(const char *name, const lyh_bytes *bytes, lyh_diags *diags)
{
    sav_reading reading = { .bytes = bytes };
    reading.variables = g_array_new(FALSE, FALSE, sizeof(sav_variable));
    g_array_set_clear_func(reading.variables, clear_variable);
    reading.labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify)g_hash_table_unref);
    reading.text = g_string_new(NULL);
    readstat_error_t result = parse(&reading);
    lyh_source *source = made_source(name, &reading, result, diags);
    g_array_unref(reading.variables);
    g_hash_table_unref(reading.labels);
    g_string_free(reading.text, TRUE);
    return source;
}
