#include <string.h>

#include <lyhord/base/text.h>

#include "held_shape.h"

static void give_cell(const struct held_reading *reading, const struct held_cell *cell,
                      size_t from, bool is_speech)
{
    for (size_t i = from; i < cell->count; i++) {
        const struct held_line *line =
            &g_array_index(reading->table->lines, struct held_line, cell->first + i);
        held_line_release(line, reading->table->text->str + line->start, reading->lines);
        lines_latest(reading->lines)->is_speech = is_speech;
    }
}

static void give_row(const struct held_reading *reading, size_t row)
{
    for (size_t column = 0; column < held_cells(reading, row); column++)
        give_cell(reading, held_cell_at(reading, row, column), 0, false);
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
static struct piece piece_of(const struct held_reading *reading,
                             const struct held_cell *cell, size_t index)
{
    struct piece piece;
    const struct held_line *held =
        held_line_of(reading, cell, index, &piece.text, &piece.size);
    const char *start = reading->table->text->str + held->start;
    size_t lead = (size_t)(piece.text - start);
    piece.origin = held->origin;
    if (lead > held->number)
        piece.origin.character +=
            lyh_text_length(start + held->number, lead - held->number);
    return piece;
}

/* Index of the first line with text, or the number of lines. */
static size_t first_line(const struct held_reading *reading, const struct held_cell *cell)
{
    size_t i = 0;
    while (i < cell->count && piece_of(reading, cell, i).size == 0)
        i++;
    return i;
}

/* "LABEL: speech", the speech being what @cell holds. */
static void give_labelled(const struct held_reading *reading, const struct piece *label,
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

static struct piece only_piece(const struct held_reading *reading, size_t row,
                               size_t column)
{
    if (column == NO_COLUMN)
        return (struct piece){ .size = 0 };
    const struct held_cell *cell = held_cell_at(reading, row, column);
    size_t first = first_line(reading, cell);
    return first < cell->count ? piece_of(reading, cell, first)
                               : (struct piece){ .size = 0 };
}

static void give_speaker(const struct held_reading *reading, size_t row)
{
    const struct layout *layout = &reading->layout;
    const struct held_cell *speech = held_cell_at(reading, row, layout->right);
    size_t before = reading->lines->count;
    struct piece label = only_piece(reading, row, layout->left);
    enum label_kind kind;
    if (label.size > 0) {
        label.size = held_label_size(label.text, label.size, &kind);
        give_labelled(reading, &label, speech, NULL, LYH_ROLE_UNKNOWN);
    } else {
        give_cell(reading, speech, 0, true);
    }
    struct piece time = only_piece(reading, row, layout->time);
    uint64_t from;
    if (time.size > 0 && before < reading->lines->count &&
        held_time(time.text, time.size, &from))
        lines_set_times(reading->lines, before, from, 0);
}

static void give_question(const struct held_reading *reading, size_t row)
{
    const struct layout *layout = &reading->layout;
    const struct held_cell *question = held_cell_at(reading, row, layout->left);
    const struct held_cell *answer = held_cell_at(reading, row, layout->right);
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
    struct held_reading reading = { .table = table,
                                    .rows = g_array_new(FALSE, FALSE, sizeof(guint)),
                                    .lines = lines };
    held_decide(&reading);
    for (size_t row = 0; row < table->rows; row++) {
        if (reading.layout.shape == TABLE_PLAIN ||
            held_cells(&reading, row) != reading.layout.columns)
            give_row(&reading, row);
        else if (!held_is_data_row(&reading, row))
            continue; /* the names of the columns */
        else if (reading.layout.shape == TABLE_OF_SPEAKERS)
            give_speaker(&reading, row);
        else
            give_question(&reading, row);
    }
    g_array_unref(reading.rows);
    return reading.layout.shape;
}
