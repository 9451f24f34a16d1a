#include "held_lines.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "label.h"

#define NO_COLUMN ((size_t)-1)
#define MOST_COLUMNS 3

/* How the columns of a table are to be read. */
struct layout {
    enum table_shape shape;
    size_t columns;
    size_t time, number; /* columns that only order the rows, or NO_COLUMN */
    size_t left, right;  /* mark and speech, question and answer */
    bool has_head;       /* the first row names the columns */
};

struct reading {
    const held_table *table;
    GArray *rows; /* guint: index of the first cell of every row, and one more */
    struct layout layout;
    line_list *lines;
};

/* ------ cells ------ */

static void index_rows(struct reading *reading)
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

static size_t cells_of(const struct reading *reading, size_t row)
{
    return g_array_index(reading->rows, guint, row + 1) -
           g_array_index(reading->rows, guint, row);
}

static const struct held_cell *cell_at(const struct reading *reading, size_t row,
                                       size_t column)
{
    guint first = g_array_index(reading->rows, guint, row);
    return &g_array_index(reading->table->cells, struct held_cell, first + column);
}

/* Line @index of @cell and, in @text and @size, its text without white space at the ends. */
static const struct held_line *line_of(const struct reading *reading,
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
static bool only_line(const struct reading *reading, const struct held_cell *cell,
                      const char **text, size_t *size)
{
    size_t found = 0;
    for (size_t i = 0; i < cell->count && found < 2; i++) {
        const char *other;
        size_t length;
        line_of(reading, cell, i, &other, &length);
        if (length == 0)
            continue;
        *text = other;
        *size = length;
        found++;
    }
    return found == 1;
}

static bool is_cell_blank(const struct reading *reading, const struct held_cell *cell)
{
    for (size_t i = 0; i < cell->count; i++) {
        const char *text;
        size_t size;
        line_of(reading, cell, i, &text, &size);
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

/* "12:31", "[00:12:31]", "#00:12:31-5#", "00:12:31,500". */
static bool is_time(const char *text, size_t size, uint64_t *milliseconds)
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

/* The label of a mark's cell: "I", "I:", "Maja -". Bytes; 0 when the cell holds none. */
static size_t label_size(const char *text, size_t size, enum label_kind *kind)
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

static bool is_data_row(const struct reading *reading, size_t row)
{
    return cells_of(reading, row) == reading->layout.columns &&
           (row > 0 || !reading->layout.has_head);
}

/* Does every cell with text in @column hold one line that is a time (or, else, a number)? */
static bool orders_rows(const struct reading *reading, size_t column, bool is_of_times)
{
    size_t found = 0;
    for (size_t row = 0; row < reading->table->rows; row++) {
        if (!is_data_row(reading, row))
            continue;
        const struct held_cell *cell = cell_at(reading, row, column);
        if (is_cell_blank(reading, cell))
            continue;
        const char *text;
        size_t size;
        uint64_t time;
        if (!only_line(reading, cell, &text, &size) ||
            !(is_of_times ? is_time(text, size, &time) : is_number(text, size)))
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
static bool all_labels(const struct reading *reading, GHashTable *labels,
                       struct labels_found *found)
{
    const struct layout *layout = &reading->layout;
    *found = (struct labels_found){ .are_all_words = true };
    for (size_t row = 0; row < reading->table->rows; row++) {
        if (!is_data_row(reading, row))
            continue;
        const struct held_cell *cell = cell_at(reading, row, layout->left);
        if (is_cell_blank(reading, cell))
            continue;
        const char *text;
        size_t size;
        enum label_kind kind = LABEL_NAME;
        if (!only_line(reading, cell, &text, &size) ||
            (size = label_size(text, size, &kind)) == 0)
            return false;
        g_hash_table_add(labels, lyh_text_fold(text, size, NULL));
        found->rows++;
        found->are_all_words = found->are_all_words && kind == LABEL_WORD;
        found->speeches += !is_cell_blank(reading, cell_at(reading, row, layout->right));
    }
    return found->rows > 0;
}

/* Speakers come back; the left column of a table of facts ("Ort", "Ålder") never does. */
static bool has_speakers(const struct reading *reading)
{
    g_autoptr(GHashTable) labels =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    struct labels_found found;
    if (!all_labels(reading, labels, &found) || found.speeches * 2 < found.rows)
        return false;
    return found.are_all_words || g_hash_table_size(labels) < found.rows;
}

static bool is_head(const struct reading *reading, size_t column, const char *word)
{
    const char *text;
    size_t size;
    return reading->layout.has_head &&
           only_line(reading, cell_at(reading, 0, column), &text, &size) &&
           size >= strlen(word) && g_ascii_strncasecmp(text, word, strlen(word)) == 0;
}

/* The heading says so, or everything on the left ends with a question mark. */
static bool has_questions(const struct reading *reading)
{
    const struct layout *layout = &reading->layout;
    if (is_head(reading, layout->left, "fr") && is_head(reading, layout->right, "svar"))
        return true;
    size_t found = 0;
    for (size_t row = 0; row < reading->table->rows; row++) {
        if (!is_data_row(reading, row))
            continue;
        const struct held_cell *cell = cell_at(reading, row, layout->left);
        const char *text = NULL;
        size_t size = 0;
        for (size_t i = cell->count; i > 0 && size == 0; i--)
            line_of(reading, cell, i - 1, &text, &size);
        if (size > 0 && text[size - 1] != '?')
            return false;
        found += size > 0;
    }
    return found > 0;
}

/* ------ the decision ------ */

static bool find_head(const struct reading *reading)
{
    for (size_t column = 0; column < reading->layout.columns; column++) {
        const char *text;
        size_t size;
        if (cells_of(reading, 0) != reading->layout.columns ||
            !only_line(reading, cell_at(reading, 0, column), &text, &size) ||
            !is_word_of_head(text, size))
            return false;
    }
    return true;
}

/* The column before the last that only orders the rows, where there is one too many. */
static void find_order(struct reading *reading)
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

static bool find_columns(struct reading *reading)
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

static void decide(struct reading *reading)
{
    struct layout *layout = &reading->layout;
    *layout = (struct layout){ .time = NO_COLUMN, .number = NO_COLUMN };
    for (size_t row = 0; row < reading->table->rows; row++)
        layout->columns = MAX(layout->columns, cells_of(reading, row));
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

/* ------ giving the lines away ------ */

static void give_cell(const struct reading *reading, const struct held_cell *cell,
                      size_t from, bool is_speech)
{
    for (size_t i = from; i < cell->count; i++) {
        const struct held_line *line =
            &g_array_index(reading->table->lines, struct held_line, cell->first + i);
        held_line_release(line, reading->table->text->str + line->start, reading->lines);
        lines_latest(reading->lines)->is_speech = is_speech;
    }
}

static void give_row(const struct reading *reading, size_t row)
{
    for (size_t column = 0; column < cells_of(reading, row); column++)
        give_cell(reading, cell_at(reading, row, column), 0, false);
}

/* A piece of a line that is put together: @text and where it came from. */
struct piece {
    const char *text;
    size_t size;
    lyh_origin origin;
};

static void add_piece(GString *line, GArray *steps, const struct piece *piece)
{
    lyh_origin_step step = { .start = line->len, .origin = piece->origin };
    g_array_append_val(steps, step);
    g_string_append_len(line, piece->text, (gssize)piece->size);
}

/* The trimmed text of line @index of @cell. */
static struct piece piece_of(const struct reading *reading, const struct held_cell *cell,
                             size_t index)
{
    struct piece piece;
    const struct held_line *held = line_of(reading, cell, index, &piece.text, &piece.size);
    const char *start = reading->table->text->str + held->start;
    size_t lead = (size_t)(piece.text - start);
    piece.origin = held->origin;
    if (lead > held->number)
        piece.origin.character +=
            lyh_text_length(start + held->number, lead - held->number);
    return piece;
}

/* Index of the first line with text, or the number of lines. */
static size_t first_line(const struct reading *reading, const struct held_cell *cell)
{
    size_t i = 0;
    while (i < cell->count && piece_of(reading, cell, i).size == 0)
        i++;
    return i;
}

/* "LABEL: speech", the speech being what @cell holds. */
static void give_labelled(const struct reading *reading, const struct piece *label,
                          const struct held_cell *cell, const struct piece *number,
                          lyh_role role)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(lyh_origin_step));
    add_piece(text, steps, label);
    g_string_append_c(text, ':');
    size_t speech = text->len + 1;
    if (number && number->size > 0) {
        g_string_append_c(text, ' ');
        add_piece(text, steps, number);
        if (number->text[number->size - 1] != '.')
            g_string_append_c(text, '.');
    }
    size_t first = first_line(reading, cell);
    if (first < cell->count) {
        struct piece said = piece_of(reading, cell, first);
        g_string_append_c(text, ' ');
        add_piece(text, steps, &said);
    }
    lines_add_pieces(reading->lines, text->str, text->len, steps, true);
    struct line *line = lines_latest(reading->lines);
    line->label = label->size;
    line->speech = MIN(speech, line->last - line->first);
    line->role = role;
    if (first < cell->count)
        give_cell(reading, cell, first + 1, true);
}

static struct piece only_piece(const struct reading *reading, size_t row, size_t column)
{
    if (column == NO_COLUMN)
        return (struct piece){ .size = 0 };
    const struct held_cell *cell = cell_at(reading, row, column);
    size_t first = first_line(reading, cell);
    return first < cell->count ? piece_of(reading, cell, first)
                               : (struct piece){ .size = 0 };
}

static void give_speaker(const struct reading *reading, size_t row)
{
    const struct layout *layout = &reading->layout;
    const struct held_cell *speech = cell_at(reading, row, layout->right);
    size_t before = reading->lines->items->len;
    struct piece label = only_piece(reading, row, layout->left);
    enum label_kind kind;
    if (label.size > 0) {
        label.size = label_size(label.text, label.size, &kind);
        give_labelled(reading, &label, speech, NULL, LYH_ROLE_UNKNOWN);
    } else {
        give_cell(reading, speech, 0, true);
    }
    struct piece time = only_piece(reading, row, layout->time);
    uint64_t from;
    if (time.size > 0 && before < reading->lines->items->len &&
        is_time(time.text, time.size, &from))
        g_array_index(reading->lines->items, struct line, before).from = from;
}

static void give_question(const struct reading *reading, size_t row)
{
    const struct layout *layout = &reading->layout;
    const struct held_cell *question = cell_at(reading, row, layout->left);
    const struct held_cell *answer = cell_at(reading, row, layout->right);
    struct piece number = only_piece(reading, row, layout->number);
    struct piece asked = only_piece(reading, row, layout->left);
    struct piece said = only_piece(reading, row, layout->right);
    struct piece label = { "Fråga", strlen("Fråga"), asked.origin };
    if (asked.size > 0)
        give_labelled(reading, &label, question, &number, LYH_ROLE_INTERVIEWER);
    label = (struct piece){ "Svar", strlen("Svar"), said.origin };
    if (said.size > 0)
        give_labelled(reading, &label, answer, NULL, LYH_ROLE_RESPONDENT);
}

enum table_shape held_table_release(const held_table *table, line_list *lines)
{
    struct reading reading = { .table = table,
                               .rows = g_array_new(FALSE, FALSE, sizeof(guint)),
                               .lines = lines };
    index_rows(&reading);
    decide(&reading);
    for (size_t row = 0; row < table->rows; row++) {
        if (reading.layout.shape == TABLE_PLAIN ||
            cells_of(&reading, row) != reading.layout.columns)
            give_row(&reading, row);
        else if (!is_data_row(&reading, row))
            continue; /* the names of the columns */
        else if (reading.layout.shape == TABLE_OF_SPEAKERS)
            give_speaker(&reading, row);
        else
            give_question(&reading, row);
    }
    g_array_unref(reading.rows);
    return reading.layout.shape;
}
