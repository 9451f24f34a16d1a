#include "format.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "../../base/autoptr.h"
#include "csv_rows.h"
#include "../label.h"
#include "pieces.h"
#include "subtitles.h"

/* A heading is short: what is longer in the first line is prose. */
#define LONGEST_HEADING 400

struct table {
    const lyh_csv *csv;
    struct csv_rows rows;
    line_list *lines;
    lyh_diags *diags;
    pieces line;
    bool names_speakers; /* the column of respondents says who speaks in each row */
    size_t untimed;      /* cells of time that cannot be read */
    lyh_place first_untimed;
};

/* What the other readers of a column called "roll" write, and what we write. */
static const struct {
    const char *names;
    lyh_role role;
} roles[] = {
    { "annan|other", LYH_ROLE_OTHER },
    { "intervjuare|interviewer|moderator", LYH_ROLE_INTERVIEWER },
    { "medlyssnare|listener", LYH_ROLE_LISTENER },
    { "redaktör|editor", LYH_ROLE_EDITOR },
    { "respondent|brukare|informant|intervjuperson", LYH_ROLE_RESPONDENT },
};

static lyh_role role_called(const char *cell)
{
    g_autofree char *folded = lyh_text_fold(cell, strlen(cell), NULL);
    g_strstrip(folded);
    for (size_t i = 0; i < G_N_ELEMENTS(roles); i++) {
        g_auto(GStrv) names = g_strsplit(roles[i].names, "|", -1);
        if (g_strv_contains((const char *const *)names, folded))
            return roles[i].role;
    }
    return LYH_ROLE_UNKNOWN;
}

/* ------ cells ------ */

/* The bytes of a cell in the source, without the guard of a formula. */
static const char *raw_cell(const struct table *table, size_t row, size_t column,
                            size_t *size, size_t *byte)
{
    lyh_place place = lyh_csv_place(table->csv, row, column);
    const char *text = lyh_source_text(lyh_csv_source(table->csv));
    size_t guard = strspn(text + place.start, "'") -
                   strspn(lyh_csv_cell(table->csv, row, column), "'");
    *byte = place.start + guard;
    *size = place.end - place.start - guard;
    return text + *byte;
}

static bool is_quoted(const struct table *table, size_t byte)
{
    const char *text = lyh_source_text(lyh_csv_source(table->csv));
    while (byte > 0 && text[byte - 1] == '\'')
        byte--;
    return byte > 0 && text[byte - 1] == '"';
}

/* A physical line of a cell; in a quoted one, "" is one quotation mark. */
static void add_cell_line(struct table *table, const char *raw, size_t size, size_t byte,
                          bool has_quotes)
{
    for (size_t at = 0; at < size;) {
        const char *quote = has_quotes ? memchr(raw + at, '"', size - at) : NULL;
        size_t length = quote ? (size_t)(quote - raw) - at + 1 : size - at;
        pieces_add(&table->line, raw + at, length, byte + at);
        at += length + (quote ? 1 : 0);
    }
}

static size_t time_in(struct table *table, size_t row, size_t column)
{
    uint64_t milliseconds = 0;
    const char *cell = lyh_csv_cell(table->csv, row, column);
    size_t lead = lyh_text_leading_space(cell, strlen(cell));
    size_t size = lyh_text_trimmed_size(cell + lead, strlen(cell + lead));
    if (size == 0 || subtitle_time_at(cell + lead, size, &milliseconds) == size)
        return milliseconds;
    if (table->untimed++ == 0)
        table->first_untimed = lyh_csv_place(table->csv, row, column);
    return 0;
}

/* Lines of a cell that are not its first are paragraphs of the same turn. */
static void add_cell(struct table *table, size_t row, size_t column)
{
    size_t size, byte;
    const char *raw = raw_cell(table, row, column, &size, &byte);
    bool has_quotes = is_quoted(table, byte);
    bool is_first = true;
    for (size_t start = 0; start <= size;) {
        size_t end = start;
        while (end < size && raw[end] != '\n' && raw[end] != '\r')
            end++;
        if (!lyh_text_is_blank(raw + start, end - start)) {
            size_t lead = lyh_text_leading_space(raw + start, end - start);
            add_cell_line(table, raw + start + lead, end - start - lead,
                          byte + start + lead, has_quotes);
            pieces_end_line(&table->line, table->lines, true);
            lines_latest(table->lines)->is_speech = !is_first;
            is_first = false;
        }
        start = end + 1;
    }
}

/* ------ marks ------ */

/* A mark as people write it in a cell: trimmed, without a colon; NULL and an error if it is none. */
static char *mark_in(const struct table *table, size_t row, size_t column)
{
    const char *cell = lyh_csv_cell(table->csv, row, column);
    size_t lead = lyh_text_leading_space(cell, strlen(cell));
    size_t size = lyh_text_trimmed_size(cell + lead, strlen(cell + lead));
    if (size > 0 && cell[lead + size - 1] == ':')
        size = lyh_text_trimmed_size(cell + lead, size - 1);
    if (lyh_text_length(cell + lead, size) <= LONGEST_LABEL &&
        !memchr(cell + lead, '\n', size))
        return g_strndup(cell + lead, size);
    lyh_diags_error(table->diags, "csv-speaker", lyh_csv_place(table->csv, row, column),
                    "this is too long for a speaker: write a mark of at most %d characters",
                    LONGEST_LABEL);
    return NULL;
}

/* "MARK: " and the cell, as somebody would have typed it. */
static void add_marked(struct table *table, const char *mark, lyh_role role, size_t row,
                       size_t mark_byte, size_t column)
{
    if (lyh_text_is_blank(lyh_csv_cell(table->csv, row, column),
                          strlen(lyh_csv_cell(table->csv, row, column))))
        return;
    size_t index = table->lines->count;
    if (*mark) {
        g_autofree char *typed = g_strdup_printf("%s: ", mark);
        pieces_add_other(&table->line, typed, strlen(typed), mark_byte);
    }
    add_cell(table, row, column);
    struct line *line = lines_get(table->lines, index);
    line->is_speech = *mark == '\0';
    line->role = role;
    line->label = strlen(mark);
    line->speech = *mark ? strlen(mark) + 2 : 0;
    uint64_t from = time_in(table, row, table->rows.from);
    lines_set_times(table->lines, index, from, time_in(table, row, table->rows.to));
}

static size_t byte_of(const struct table *table, size_t row, size_t column)
{
    return lyh_csv_place(table->csv, row, column).start;
}

/* ------ the three shapes ------ */

/* Is the column empty where the interviewer speaks? Else it says of the whole file whose it is. */
static bool names_speakers(const struct table *table)
{
    for (size_t row = 0; row < lyh_csv_row_count(table->csv); row++)
        if (lyh_csv_is_empty(table->csv, row, table->rows.respondent))
            return table->rows.respondent != LYH_NONE;
    return false;
}

/* Where several persons speak in one file, a respondent's mark is who they are. */
static size_t mark_column(const struct table *table, size_t row, lyh_role role)
{
    const struct csv_rows *rows = &table->rows;
    size_t speaker = rows->speaker != LYH_NONE ? rows->speaker : rows->role;
    if (lyh_csv_is_empty(table->csv, row, rows->respondent))
        return speaker;
    bool is_theirs =
        role == LYH_ROLE_RESPONDENT || (role == LYH_ROLE_UNKNOWN && table->names_speakers);
    return is_theirs ? rows->respondent : speaker;
}

/* The role that a mark alone shows: "I", "Medlyssnare". */
static lyh_role role_of_mark(const char *cell)
{
    struct label label;
    g_autofree char *typed = g_strdup_printf("%s: ", cell);
    g_strchug(typed);
    return label_at(typed, strlen(typed), &label) ? label.role : LYH_ROLE_UNKNOWN;
}

static lyh_role role_of_row(const struct table *table, size_t row)
{
    const struct csv_rows *rows = &table->rows;
    lyh_role role = role_called(lyh_csv_cell(table->csv, row, rows->role));
    return role == LYH_ROLE_UNKNOWN
               ? role_of_mark(lyh_csv_cell(table->csv, row, rows->speaker))
               : role;
}

static void read_turn(struct table *table, size_t row)
{
    const struct csv_rows *rows = &table->rows;
    lyh_role role = role_of_row(table, row);
    size_t column = mark_column(table, row, role);
    if (column == rows->respondent && role == LYH_ROLE_UNKNOWN)
        role = LYH_ROLE_RESPONDENT;
    g_autofree char *mark = mark_in(table, row, column);
    if (mark)
        add_marked(table, mark, role, row, byte_of(table, row, column), rows->text);
}

/* The mark of a person who answers; nobody's answer cannot be counted. */
static char *person_in(const struct table *table, size_t row)
{
    g_autofree char *mark = mark_in(table, row, table->rows.respondent);
    if (mark && *mark)
        return g_steal_pointer(&mark);
    if (mark)
        lyh_diags_error(table->diags, "csv-speaker",
                        lyh_csv_place(table->csv, row, table->rows.respondent),
                        "nobody is named as the one who answers here; write an id");
    return NULL;
}

static bool is_blank(const struct table *table, size_t row, size_t column)
{
    const char *cell = lyh_csv_cell(table->csv, row, column);
    return lyh_text_is_blank(cell, strlen(cell));
}

static void read_answer(struct table *table, size_t row)
{
    const struct csv_rows *rows = &table->rows;
    g_autofree char *person =
        is_blank(table, row, rows->text) ? NULL : person_in(table, row);
    if (!person)
        return;
    add_marked(table, "Fråga", LYH_ROLE_INTERVIEWER, row,
               byte_of(table, row, rows->question), rows->question);
    add_marked(table, person, LYH_ROLE_RESPONDENT, row,
               byte_of(table, row, rows->respondent), rows->text);
}

/* The question of a column, which stands in the heading only. */
static void add_heading_question(struct table *table, size_t column)
{
    lyh_place place = lyh_csv_heading_place(table->csv, column);
    g_autofree char *question = g_strdup(lyh_csv_heading(table->csv, column));
    g_strdelimit(question, "\n", ' ');
    g_autofree char *typed = g_strdup_printf("Fråga: %s", g_strstrip(question));
    pieces_add_other(&table->line, typed, strlen(typed), place.start);
    pieces_end_line(&table->line, table->lines, true);
    struct line *line = lines_latest(table->lines);
    line->label = strlen("Fråga");
    line->speech = line->label + 2;
    line->role = LYH_ROLE_INTERVIEWER;
}

static void read_person(struct table *table, size_t row)
{
    const struct csv_rows *rows = &table->rows;
    g_autofree char *person = person_in(table, row);
    for (guint i = 0; person && i < rows->questions->len; i++) {
        size_t column = g_array_index(rows->questions, size_t, i);
        if (is_blank(table, row, column))
            continue;
        add_heading_question(table, column);
        add_marked(table, person, LYH_ROLE_RESPONDENT, row,
                   byte_of(table, row, rows->respondent), column);
    }
}

static void read_rows(struct table *table)
{
    static void (*const readers[])(struct table *, size_t) = {
        [CSV_TURN] = read_turn, [CSV_ANSWER] = read_answer, [CSV_PERSON] = read_person
    };
    for (size_t row = 0; row < lyh_csv_row_count(table->csv); row++)
        readers[table->rows.shape](table, row);
}

/* One transcript a file: rows of several are one person's only when a column says whose. */
static void check_one_document(const struct table *table)
{
    const struct csv_rows *rows = &table->rows;
    if (rows->document == LYH_NONE || rows->respondent != LYH_NONE)
        return;
    for (size_t row = 1; row < lyh_csv_row_count(table->csv); row++) {
        if (strcmp(lyh_csv_cell(table->csv, row, rows->document),
                   lyh_csv_cell(table->csv, 0, rows->document)) == 0)
            continue;
        lyh_diags_error(table->diags, "csv-documents",
                        lyh_csv_place(table->csv, row, rows->document),
                        "a second transcript begins here; put each into a file of its own, "
                        "or name the persons in a column 'respondent'");
        return;
    }
}

static void tell(const struct table *table, const char *path)
{
    if (table->untimed > 0)
        lyh_diags_warning(table->diags, "csv-time", table->first_untimed,
                          "this is no time such as 00:12:31 (cells: %zu; this is the "
                          "first); the words are kept, without it",
                          table->untimed);
    if (table->lines->count == 0)
        lyh_diags_warning(table->diags, "empty", lyh_place_file(path),
                          "the document holds no text");
}

static bool read_table(const char *path, const lyh_csv *csv, line_list *lines,
                       lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    struct table table = { .csv = csv, .lines = lines, .diags = diags };
    if (!csv_rows_init(&table.rows, csv, diags))
        return false;
    pieces_init(&table.line);
    table.names_speakers = names_speakers(&table);
    lines->marks_are_ids = table.rows.shape != CSV_TURN;
    read_rows(&table);
    check_one_document(&table);
    if (lyh_diags_error_count(diags) == errors)
        tell(&table, path);
    pieces_clear(&table.line);
    csv_rows_clear(&table.rows);
    return lyh_diags_error_count(diags) == errors;
}

static line_list *read_csv(const char *path, const lyh_bytes *bytes, lyh_diags *diags)
{
    g_autoptr(line_list) lines = lines_of_text(path, bytes, diags);
    g_autoptr(lyh_csv) csv = lines ? lyh_csv_read(lines->source, diags) : NULL;
    if (!csv || !read_table(path, csv, lines, diags))
        return NULL;
    return g_steal_pointer(&lines);
}

/* A text that begins with the heading of one row a turn is no text. */
static bool recognises_csv(const lyh_bytes *bytes)
{
    size_t bom = bytes->size >= 3 && memcmp(bytes->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    size_t most = MIN(bytes->size, LONGEST_HEADING);
    if (most == bom)
        return false;
    size_t end = bom + lyh_text_until(bytes->data + bom, most - bom, "\r\n");
    return end < most && lyh_text_invalid(bytes->data + bom, end - bom) == end - bom &&
           csv_rows_shown_by(bytes->data + bom, end - bom);
}

const struct format format_csv = { ".csv", "CSV", recognises_csv, read_csv };
