#include "held_shape.h"

#include <string.h>

#include <lyhord/base/text.h>

#define MOST_COLUMNS 3

/* ------ cells ------ */

static void index_rows(struct held_reading *reading)
{
    const held_table *table = reading->table;
    guint cell = 0;
    for (size_t row = 0; row <= table->rows; row++) {
        while (cell < table->cells->len &&
               g_array_index(table->cells, struct held_cell, cell).row < row)
            cell++;
        g_array_append_val(reading->rows, cell);
    }
}

size_t held_cells(const struct held_reading *reading, size_t row)
{
    return g_array_index(reading->rows, guint, row + 1) -
           g_array_index(reading->rows, guint, row);
}

const struct held_cell *held_cell_at(const struct held_reading *reading, size_t row,
                                     size_t column)
{
    guint first = g_array_index(reading->rows, guint, row);
    return &g_array_index(reading->table->cells, struct held_cell, first + column);
}

const struct held_line *held_line_of(const struct held_reading *reading,
                                     const struct held_cell *cell, size_t index,
                                     const char **text, size_t *size)
{
    const struct held_line *line =
        &g_array_index(reading->table->lines, struct held_line, cell->first + index);
    const char *start = reading->table->text->str + line->start;
    size_t lead = lyh_text_leading_space(start, line->size);
    *text = start + lead;
    *size = lyh_text_trimmed_size(start + lead, line->size - lead);
    return line;
}

/* The only line of @cell with text in it. False: there is none, or more than one. */
static bool only_line(const struct held_reading *reading, const struct held_cell *cell,
                      const char **text, size_t *size)
{
    size_t found = 0;
    for (size_t i = 0; i < cell->count && found < 2; i++) {
        const char *other;
        size_t length;
        held_line_of(reading, cell, i, &other, &length);
        if (length == 0)
            continue;
        *text = other;
        *size = length;
        found++;
    }
    return found == 1;
}

static bool is_blank(const struct held_reading *reading, const struct held_cell *cell)
{
    for (size_t i = 0; i < cell->count; i++) {
        const char *text;
        size_t size;
        held_line_of(reading, cell, i, &text, &size);
        if (size > 0)
            return false;
    }
    return true;
}

/* ------ what a cell may be ------ */

static size_t digits(const char *text, size_t size, uint64_t *value)
{
    size_t i = 0;
    for (*value = 0; i < size && i < 4 && g_ascii_isdigit(text[i]); i++)
        *value = *value * 10 + (uint64_t)(text[i] - '0');
    return i;
}

/* A fraction of a second after its sign, in milliseconds. */
static size_t fraction(const char *text, size_t size, uint64_t *milliseconds)
{
    *milliseconds = 0;
    if (size < 2 || !strchr(".,-", text[0]) || !g_ascii_isdigit(text[1]))
        return 0;
    size_t i = 1;
    for (uint64_t unit = 100; i < size && g_ascii_isdigit(text[i]); i++, unit /= 10)
        *milliseconds += unit * (uint64_t)(text[i] - '0');
    return i;
}

bool held_time(const char *text, size_t size, uint64_t *milliseconds)
{
    while (size > 0 && strchr("[(#", text[0]))
        text++, size--;
    while (size > 0 && strchr("])#", text[size - 1]))
        size--;
    uint64_t total = 0;
    size_t parts = 0;
    size_t at = 0;
    for (; parts < 3; parts++) {
        uint64_t part;
        size_t length = digits(text + at, size - at, &part);
        if (length == 0 || (parts > 0 && (length != 2 || part > 59)))
            return false;
        total = total * 60 + part;
        at += length;
        if (at >= size || text[at] != ':')
            break;
        at++;
    }
    uint64_t rest;
    at += fraction(text + at, size - at, &rest);
    *milliseconds = total * 1000 + rest;
    return parts >= 1 && at == size;
}

static bool is_number(const char *text, size_t size)
{
    uint64_t number;
    size_t length = digits(text, size, &number);
    return length > 0 && (length == size || (length + 1 == size && text[length] == '.'));
}

size_t held_label_size(const char *text, size_t size, enum label_kind *kind)
{
    while (size > 0 && strchr(":-. ", text[size - 1]))
        size--;
    if (size == 0 || size > 4 * LONGEST_LABEL)
        return 0;
    g_autofree char *written = g_strdup_printf("%.*s: x", (int)size, text);
    struct label label;
    if (!label_at(written, strlen(written), &label) || label.size != size)
        return 0;
    *kind = label.kind;
    return size;
}

static bool is_word_of_head(const char *text, size_t size)
{
    static const char *const words[] = {
        "anteckning", "deltagare", "fråga",  "frågor",   "kommentar", "namn",
        "nr",         "person",    "replik", "roll",     "svar",      "tal",
        "talare",     "text",      "tid",    "tidpunkt", "tidskod",   "transkription",
        "utsaga",     "utskrift",  "vad",    "vad sägs", "vem",       "yttrande",
    };
    while (size > 0 && strchr(":. ", text[size - 1]))
        size--;
    g_autofree char *folded = lyh_text_fold(text, size, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(words[i], folded) == 0)
            return true;
    return false;
}

/* ------ what a column may be ------ */

bool held_is_data_row(const struct held_reading *reading, size_t row)
{
    return held_cells(reading, row) == reading->layout.columns &&
           (row > 0 || !reading->layout.has_head);
}

/* Does every cell with text in @column hold one line that is a time (or, else, a number)? */
static bool orders_rows(const struct held_reading *reading, size_t column, bool is_of_times)
{
    size_t found = 0;
    for (size_t row = 0; row < reading->table->rows; row++) {
        if (!held_is_data_row(reading, row))
            continue;
        const struct held_cell *cell = held_cell_at(reading, row, column);
        if (is_blank(reading, cell))
            continue;
        const char *text;
        size_t size;
        uint64_t time;
        if (!only_line(reading, cell, &text, &size) ||
            !(is_of_times ? held_time(text, size, &time) : is_number(text, size)))
            return false;
        found++;
    }
    return found > 0;
}

struct labels_found {
    size_t rows, speeches;
    bool are_all_words;
};

/* A label a row in the left column; a row without one goes on with the row before. */
static bool all_labels(const struct held_reading *reading, GHashTable *labels,
                       struct labels_found *found)
{
    const struct layout *layout = &reading->layout;
    *found = (struct labels_found){ .are_all_words = true };
    for (size_t row = 0; row < reading->table->rows; row++) {
        if (!held_is_data_row(reading, row))
            continue;
        const struct held_cell *cell = held_cell_at(reading, row, layout->left);
        if (is_blank(reading, cell))
            continue;
        const char *text;
        size_t size;
        enum label_kind kind = LABEL_NAME;
        if (!only_line(reading, cell, &text, &size) ||
            (size = held_label_size(text, size, &kind)) == 0)
            return false;
        g_hash_table_add(labels, lyh_text_fold(text, size, NULL));
        found->rows++;
        found->are_all_words = found->are_all_words && kind == LABEL_WORD;
        found->speeches += !is_blank(reading, held_cell_at(reading, row, layout->right));
    }
    return found->rows > 0;
}

/* Speakers come back; the left column of a table of facts ("Ort", "Ålder") never does. */
static bool has_speakers(const struct held_reading *reading)
{
    g_autoptr(GHashTable) labels =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    struct labels_found found;
    if (!all_labels(reading, labels, &found) || found.speeches * 2 < found.rows)
        return false;
    return found.are_all_words || g_hash_table_size(labels) < found.rows;
}

static bool is_head(const struct held_reading *reading, size_t column, const char *word)
{
    const char *text;
    size_t size;
    return reading->layout.has_head &&
           only_line(reading, held_cell_at(reading, 0, column), &text, &size) &&
           size >= strlen(word) && g_ascii_strncasecmp(text, word, strlen(word)) == 0;
}

/* The heading says so, or everything on the left ends with a question mark. */
static bool has_questions(const struct held_reading *reading)
{
    const struct layout *layout = &reading->layout;
    if (is_head(reading, layout->left, "fr") && is_head(reading, layout->right, "svar"))
        return true;
    size_t found = 0;
    for (size_t row = 0; row < reading->table->rows; row++) {
        if (!held_is_data_row(reading, row))
            continue;
        const struct held_cell *cell = held_cell_at(reading, row, layout->left);
        const char *text = NULL;
        size_t size = 0;
        for (size_t i = cell->count; i > 0 && size == 0; i--)
            held_line_of(reading, cell, i - 1, &text, &size);
        if (size > 0 && text[size - 1] != '?')
            return false;
        found += size > 0;
    }
    return found > 0;
}

/* ------ the decision ------ */

static bool find_head(const struct held_reading *reading)
{
    for (size_t column = 0; column < reading->layout.columns; column++) {
        const char *text;
        size_t size;
        if (held_cells(reading, 0) != reading->layout.columns ||
            !only_line(reading, held_cell_at(reading, 0, column), &text, &size) ||
            !is_word_of_head(text, size))
            return false;
    }
    return true;
}

/* The column before the last that only orders the rows, where there is one too many. */
static void find_order(struct held_reading *reading)
{
    struct layout *layout = &reading->layout;
    for (size_t column = 0; column + 1 < layout->columns && layout->columns == 3;
         column++) {
        if (layout->time != NO_COLUMN || layout->number != NO_COLUMN)
            return;
        if (orders_rows(reading, column, true))
            layout->time = column;
        else if (column == 0 && orders_rows(reading, column, false))
            layout->number = column;
    }
}

static bool find_columns(struct held_reading *reading)
{
    struct layout *layout = &reading->layout;
    size_t kept[MOST_COLUMNS];
    size_t count = 0;
    for (size_t column = 0; column < layout->columns; column++)
        if (column != layout->time && column != layout->number)
            kept[count++] = column;
    if (count != 2)
        return false;
    layout->left = kept[0];
    layout->right = kept[1];
    return true;
}

void held_decide(struct held_reading *reading)
{
    struct layout *layout = &reading->layout;
    index_rows(reading);
    *layout = (struct layout){ .time = NO_COLUMN, .number = NO_COLUMN };
    for (size_t row = 0; row < reading->table->rows; row++)
        layout->columns = MAX(layout->columns, held_cells(reading, row));
    if (layout->columns < 2 || layout->columns > MOST_COLUMNS)
        return;
    layout->has_head = find_head(reading);
    find_order(reading);
    if (!find_columns(reading))
        return;
    if (has_speakers(reading))
        layout->shape = TABLE_OF_SPEAKERS;
    else if (has_questions(reading))
        layout->shape = TABLE_OF_QUESTIONS;
}
