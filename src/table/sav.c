#include <lyhord/table/sav.h>

#include <math.h>
#include <string.h>

#include <glib.h>
#include <readstat.h>

#include <lyhord/base/text.h>
#include <lyhord/table/writers.h>

#include "below.h"
#include "lines.h"

/* What the format holds (PSPP Developers Guide, "System File Format"). */
#define LONGEST_NAME 64
#define LONGEST_LABEL 120 /* of a value */
#define LONGEST_WORDS 32767
#define LONGEST_DOCUMENT_LINE 80
#define LONGEST_FILE_LABEL 64
#define MOST_LABELS 500

/* The header says when it was written, in its writer's time zone: a day that never changes. */
#define DATE_AT 92
#define DATE "01 Jan 8000:00:00"

/* One column, and the one or two variables it is. */
typedef struct variable {
    readstat_variable_t *number, *base;
    readstat_variable_t *string;
    GHashTable *codes; /* word -> its number, for a column of words with labels */
} variable;

typedef struct sav {
    const lyh_table *table;
    const lyh_catalog *catalog;
    readstat_writer_t *writer;
    GArray *variables; /* variable, one a column */
    GHashTable *names; /* folded names that are taken */
    GString *bytes;
} sav;

static void clear_variable(void *data)
{
    g_clear_pointer(&((variable *)data)->codes, g_hash_table_unref);
}

static ssize_t take_bytes(const void *data, size_t size, void *user)
{
    g_string_append_len(((sav *)user)->bytes, data, (gssize)size);
    return (ssize_t)size;
}

/* ---- names ---- */

static bool is_reserved(const char *name)
{
    static const char *const words[] = { "all", "and", "by",  "eq", "ge", "gt",  "le",
                                         "lt",  "ne",  "not", "or", "to", "with" };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_ascii_strcasecmp(name, words[i]) == 0)
            return true;
    return false;
}

/* "ålder (år)" becomes ålder__år_; what begins with a digit or is a word of SPSS gets v_ first. */
static char *fit_name(const char *name)
{
    GString *fit = g_string_new(NULL);
    for (const char *c = name; *c; c = g_utf8_next_char(c)) {
        gunichar sign = g_utf8_get_char(c);
        g_string_append_unichar(fit, g_unichar_isalnum(sign) ? sign : '_');
    }
    if (fit->len == 0 || !g_unichar_isalpha(g_utf8_get_char(fit->str)) ||
        is_reserved(fit->str))
        g_string_prepend(fit, "v_");
    while (fit->len > LONGEST_NAME - 8) /* room for what makes it the only one */
        g_string_truncate(fit, (gsize)(g_utf8_prev_char(fit->str + fit->len) - fit->str));
    return g_string_free(fit, FALSE);
}

/* Takes the name: nothing else gets it. */
static char *own_name(sav *made, const char *name, const char *ending)
{
    g_autofree char *fit = fit_name(name);
    for (unsigned number = 1;; number++) {
        g_autofree char *tail = number > 1 ? g_strdup_printf("_%u", number) : g_strdup("");
        g_autofree char *whole = g_strconcat(fit, ending, tail, NULL);
        char *folded = lyh_text_fold(whole, strlen(whole), NULL);
        if (g_hash_table_add(made->names, folded))
            return g_steal_pointer(&whole);
    }
}

/* ---- variables ---- */

static readstat_variable_t *add_number(sav *made, size_t column, const char *ending,
                                       unsigned decimals)
{
    g_autofree char *name =
        own_name(made, lyh_table_column_name(made->table, column), ending);
    g_autofree char *format = g_strdup_printf("F12.%u", decimals);
    readstat_variable_t *added =
        readstat_add_variable(made->writer, name, READSTAT_TYPE_DOUBLE, 0);
    const char *heading = lyh_table_heading(made->table, column);
    g_autofree char *base =
        g_strconcat(heading, ": ", lyh_trc(made->catalog, "table", "Base"), NULL);
    readstat_variable_set_label(added, *ending ? base : heading);
    readstat_variable_set_format(added, format);
    readstat_variable_set_measure(added, READSTAT_MEASURE_SCALE);
    return added;
}

static void label_missing(sav *made, readstat_variable_t *number, const char *name)
{
    readstat_label_set_t *labels =
        readstat_add_label_set(made->writer, READSTAT_TYPE_DOUBLE, name);
    readstat_label_double_value(labels, LYH_SAV_HIDDEN,
                                lyh_trc(made->catalog, "sav", "too few to be shown"));
    readstat_label_double_value(labels, LYH_SAV_NOT_ASKED,
                                lyh_trc(made->catalog, "sav", "not asked or not defined"));
    readstat_variable_set_label_set(number, labels);
    readstat_variable_add_missing_double_value(number, LYH_SAV_HIDDEN);
    readstat_variable_add_missing_double_value(number, LYH_SAV_NOT_ASKED);
}

static void add_number_column(sav *made, size_t column, variable *added)
{
    unsigned decimals = 0;
    bool has_base = false;
    for (size_t row = 0; row < lyh_table_row_count(made->table); row++) {
        const lyh_cell *cell = lyh_table_cell(made->table, row, column);
        decimals = MAX(decimals, cell->decimals);
        has_base |= cell->kind == LYH_CELL_OF;
    }
    added->number = add_number(made, column, "", decimals);
    label_missing(made, added->number, lyh_table_column_name(made->table, column));
    if (has_base)
        added->base = add_number(made, column, "_base", 0);
}

static char *words_at(const sav *made, size_t row, size_t column)
{
    const lyh_cell *cell = lyh_table_cell(made->table, row, column);
    return cell->kind == LYH_CELL_TEXT ? g_strdup(cell->text)
                                       : lyh_cell_shown(cell, made->catalog);
}

/* Words in the order they are met; NULL when labels cannot hold them. @longest: of any, in bytes. */
static GHashTable *codes_of(const sav *made, size_t column, GPtrArray *words,
                            size_t *longest)
{
    GHashTable *codes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    *longest = 1;
    for (size_t row = 0; row < lyh_table_row_count(made->table); row++) {
        char *word = words_at(made, row, column);
        *longest = MAX(*longest, strlen(word));
        if (*word == '\0' || g_hash_table_contains(codes, word)) {
            g_free(word);
            continue;
        }
        g_ptr_array_add(words, word);
        g_hash_table_insert(codes, word, GUINT_TO_POINTER(words->len));
    }
    if (words->len > MOST_LABELS || *longest > LONGEST_LABEL)
        g_clear_pointer(&codes, g_hash_table_unref);
    return codes;
}

static void add_string(sav *made, size_t column, size_t longest, variable *added)
{
    g_autofree char *name = own_name(made, lyh_table_column_name(made->table, column), "");
    added->string =
        readstat_add_variable(made->writer, name, READSTAT_TYPE_STRING, longest);
    readstat_variable_set_label(added->string, lyh_table_heading(made->table, column));
}

static void add_word_column(sav *made, size_t column, variable *added)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    size_t longest;
    added->codes = codes_of(made, column, words, &longest);
    if (!added->codes) {
        add_string(made, column, longest, added);
        return;
    }
    readstat_label_set_t *labels = readstat_add_label_set(
        made->writer, READSTAT_TYPE_DOUBLE, lyh_table_column_name(made->table, column));
    for (guint i = 0; i < words->len; i++)
        readstat_label_double_value(labels, i + 1, words->pdata[i]);
    added->number = add_number(made, column, "", 0);
    readstat_variable_set_label_set(added->number, labels);
    readstat_variable_set_measure(added->number, READSTAT_MEASURE_NOMINAL);
}

static void add_variables(sav *made)
{
    for (size_t i = 0; i < lyh_table_column_count(made->table); i++) {
        variable added = { 0 };
        if (lyh_table_column_is_words(made->table, i))
            add_word_column(made, i, &added);
        else
            add_number_column(made, i, &added);
        g_array_append_val(made->variables, added);
    }
}

/* ---- what stands around ---- */

/* The format's lines are of bytes: narrower until none has too many. */
static GPtrArray *document_lines(const char *text)
{
    for (size_t width = LONGEST_DOCUMENT_LINE;; width--) {
        GPtrArray *lines = text_lines(text, width);
        bool fits = true;
        for (guint i = 0; i < lines->len; i++)
            fits &= strlen(lines->pdata[i]) <= LONGEST_DOCUMENT_LINE;
        if (fits)
            return lines;
        g_ptr_array_unref(lines);
    }
}

static void add_documents(sav *made)
{
    const char *title = lyh_table_part_text(made->table, LYH_TABLE_TITLE);
    g_autoptr(GArray) below = below_lines(made->table, made->catalog);
    if (title && strlen(title) <= LONGEST_FILE_LABEL)
        readstat_writer_set_file_label(made->writer, title);
    for (guint i = 0; i < below->len; i++) {
        const below_line *line = &g_array_index(below, below_line, i);
        g_autofree char *told =
            g_strconcat(line->label, *line->label ? ": " : "", line->text, NULL);
        g_autoptr(GPtrArray) lines = document_lines(told);
        for (guint k = 0; k < lines->len; k++)
            readstat_add_note(made->writer, lines->pdata[k]);
    }
}

/* ---- cases ---- */

static readstat_error_t insert_number(sav *made, const variable *to, const lyh_cell *cell)
{
    if (cell->kind == LYH_CELL_EMPTY)
        return readstat_insert_missing_value(made->writer, to->number);
    double number = cell->kind == LYH_CELL_HIDDEN ? LYH_SAV_HIDDEN
                    : cell->kind == LYH_CELL_NOT_ASKED
                        ? LYH_SAV_NOT_ASKED
                        : (double)cell->number / pow(10, cell->decimals);
    return readstat_insert_double_value(made->writer, to->number, number);
}

static readstat_error_t insert_words(sav *made, const variable *to, size_t row,
                                     size_t column)
{
    g_autofree char *words = words_at(made, row, column);
    if (to->string)
        return readstat_insert_string_value(made->writer, to->string, words);
    if (*words == '\0')
        return readstat_insert_missing_value(made->writer, to->number);
    return readstat_insert_double_value(
        made->writer, to->number, GPOINTER_TO_UINT(g_hash_table_lookup(to->codes, words)));
}

static readstat_error_t insert_base(sav *made, const variable *to, const lyh_cell *cell)
{
    if (cell->kind == LYH_CELL_OF)
        return readstat_insert_double_value(made->writer, to->base, (double)cell->base);
    return readstat_insert_missing_value(made->writer, to->base);
}

static bool write_cases(sav *made)
{
    readstat_error_t error = READSTAT_OK;
    for (size_t row = 0; row < lyh_table_row_count(made->table) && !error; row++) {
        error = readstat_begin_row(made->writer);
        for (guint i = 0; i < made->variables->len && !error; i++) {
            const variable *to = &g_array_index(made->variables, variable, i);
            const lyh_cell *cell = lyh_table_cell(made->table, row, i);
            error = to->string || to->codes ? insert_words(made, to, row, i)
                                            : insert_number(made, to, cell);
            if (!error && to->base)
                error = insert_base(made, to, cell);
        }
        if (!error)
            error = readstat_end_row(made->writer);
    }
    return error == READSTAT_OK;
}

static bool write_all(sav *made)
{
    readstat_set_data_writer(made->writer, take_bytes);
    add_variables(made);
    add_documents(made);
    return readstat_begin_writing_sav(
               made->writer, made, (long)lyh_table_row_count(made->table)) == READSTAT_OK &&
           write_cases(made) && readstat_end_writing(made->writer) == READSTAT_OK;
}

bool lyh_table_write_sav(const lyh_table *table, const lyh_catalog *catalog,
                         lyh_output *output)
{
    if (lyh_table_longest_text(table) > LONGEST_WORDS)
        return false;
    g_autoptr(GArray) variables = g_array_new(FALSE, FALSE, sizeof(variable));
    g_autoptr(GHashTable) names =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) bytes = g_string_new(NULL);
    g_array_set_clear_func(variables, clear_variable);
    sav made = { .table = table,
                 .catalog = catalog,
                 .writer = readstat_writer_init(),
                 .variables = variables,
                 .names = names,
                 .bytes = bytes };
    bool is_fine = write_all(&made);
    readstat_writer_free(made.writer);
    if (!is_fine || bytes->len < DATE_AT + strlen(DATE))
        return false;
    memcpy(bytes->str + DATE_AT, DATE, strlen(DATE));
    /* What the disk says of it is told when @output is closed: it is no word that is too long. */
    lyh_output_write(output, bytes->str, bytes->len);
    return true;
}
