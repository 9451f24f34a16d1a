#include "csv_rows.h"

#include <string.h>

#include <lyhord/base/text.h>

#define SPEAKER "talare|speaker|mark|märke|vem|person|deltagare"
#define ROLE "roll|role"
#define TEXT "text|yttrande|replik|utterance|tal"
#define FROM "tid|time|start_tid|from|från|börjar"
#define TO "slut|slut_tid|to|till|slutar"
#define DOCUMENT "dokument|document|fil|file"
#define RESPONDENT "respondent|id|respondentid|respondent_id|intervjuperson"
#define QUESTION "fråga|fraga|question"
#define ANSWER "svar|answer"

/* Bytes, in any way of writing it. */
#define LONGEST_NAME 64

/* A heading of this many words is a question, whether or not it has its question mark. */
#define WORDS_OF_A_QUESTION 4

static size_t words_in(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \t\n", -1);
    size_t count = 0;
    for (size_t i = 0; words[i]; i++)
        count += words[i][0] != '\0';
    return count;
}

/* "F1", "Q12", "Fråga 3". */
static bool is_numbered(const char *heading)
{
    size_t size = strlen(heading);
    size_t digits = 0;
    while (digits < size && g_ascii_isdigit(heading[size - 1 - digits]))
        digits++;
    g_autofree char *folded = lyh_text_fold(heading, size - digits, NULL);
    g_strstrip(folded);
    return digits > 0 && (strcmp(folded, "f") == 0 || strcmp(folded, "q") == 0 ||
                          strcmp(folded, "fråga") == 0 || strcmp(folded, "question") == 0);
}

static bool is_question(const char *heading)
{
    return strchr(heading, '?') || words_in(heading) >= WORDS_OF_A_QUESTION ||
           is_numbered(heading);
}

static bool is_read(const struct csv_rows *rows, size_t column)
{
    const size_t known[] = {
        rows->speaker, rows->role,     rows->text,       rows->from,
        rows->to,      rows->document, rows->respondent, rows->question
    };
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (known[i] == column)
            return true;
    for (guint i = 0; i < rows->questions->len; i++)
        if (g_array_index(rows->questions, size_t, i) == column)
            return true;
    return false;
}

/* What we write ourselves about turns is known and needs no word. */
static bool is_ours(const char *heading)
{
    static const char *const ours[] = { "turn", "start", "end", "question" };
    for (size_t i = 0; i < G_N_ELEMENTS(ours); i++)
        if (strcmp(ours[i], heading) == 0)
            return true;
    return false;
}

static void tell_unread(const struct csv_rows *rows, const lyh_csv *csv, lyh_diags *diags)
{
    for (size_t i = 0; i < lyh_csv_column_count(csv); i++) {
        const char *heading = lyh_csv_heading(csv, i);
        if (!is_read(rows, i) && !is_ours(heading))
            lyh_diags_warning(diags, "csv-unread", lyh_csv_heading_place(csv, i),
                              "column '%s' is no part of the transcript and not read",
                              heading);
    }
}

static void find_columns(struct csv_rows *rows, const lyh_csv *csv)
{
    rows->speaker = lyh_csv_find(csv, SPEAKER);
    rows->role = lyh_csv_find(csv, ROLE);
    rows->text = lyh_csv_find(csv, TEXT);
    rows->from = lyh_csv_find(csv, FROM);
    rows->to = lyh_csv_find(csv, TO);
    rows->document = lyh_csv_find(csv, DOCUMENT);
    rows->respondent = lyh_csv_find(csv, RESPONDENT);
    rows->question = lyh_csv_find(csv, QUESTION);
}

static void find_questions(struct csv_rows *rows, const lyh_csv *csv)
{
    for (size_t i = 0; i < lyh_csv_column_count(csv); i++)
        if (!is_read(rows, i) && is_question(lyh_csv_heading(csv, i)))
            g_array_append_val(rows->questions, i);
}

/* Which shape the columns make; the columns of other shapes are let go. */
static bool find_shape(struct csv_rows *rows, const lyh_csv *csv)
{
    if (rows->text != LYH_NONE && (rows->speaker != LYH_NONE || rows->role != LYH_NONE)) {
        rows->shape = CSV_TURN;
        rows->question = LYH_NONE;
        return true;
    }
    size_t answer = lyh_csv_find(csv, ANSWER);
    if (answer != LYH_NONE)
        rows->text = answer;
    if (rows->respondent == LYH_NONE)
        rows->respondent = rows->speaker;
    rows->speaker = rows->role = LYH_NONE;
    if (rows->respondent != LYH_NONE && rows->question != LYH_NONE &&
        rows->text != LYH_NONE) {
        rows->shape = CSV_ANSWER;
        return true;
    }
    rows->shape = CSV_PERSON;
    if (rows->respondent == LYH_NONE || rows->text != LYH_NONE)
        return false;
    rows->question = rows->from = rows->to = LYH_NONE;
    find_questions(rows, csv);
    return rows->questions->len > 0;
}

bool csv_rows_find_answers(const lyh_csv *heading, struct answer_columns *found)
{
    size_t text = lyh_csv_find(heading, TEXT);
    size_t speaker = lyh_csv_find(heading, SPEAKER);
    bool is_turn = text != LYH_NONE &&
                   (speaker != LYH_NONE || lyh_csv_find(heading, ROLE) != LYH_NONE);
    found->respondent = lyh_csv_find(heading, RESPONDENT);
    found->question = lyh_csv_find(heading, QUESTION);
    found->answer = lyh_csv_find(heading, ANSWER);
    if (found->respondent == LYH_NONE)
        found->respondent = speaker;
    if (found->answer == LYH_NONE && found->respondent != LYH_NONE &&
        found->question != LYH_NONE)
        found->answer = text;
    return !is_turn && found->answer != LYH_NONE;
}

bool csv_rows_init(struct csv_rows *rows, const lyh_csv *csv, lyh_diags *diags)
{
    *rows = (struct csv_rows){ .questions = g_array_new(FALSE, FALSE, sizeof(size_t)) };
    find_columns(rows, csv);
    if (find_shape(rows, csv)) {
        tell_unread(rows, csv, diags);
        return true;
    }
    csv_rows_clear(rows);
    lyh_place place = lyh_csv_column_count(csv) > 0
                          ? lyh_csv_heading_place(csv, 0)
                          : lyh_place_file(lyh_source_name(lyh_csv_source(csv)));
    lyh_diags_error(diags, "not-a-transcript", place,
                    "the heading is that of no transcript; one row a turn has the columns "
                    "'talare' and 'text' (and 'tid'), one row an answer 'respondent', "
                    "'fråga' and 'svar', one row a person 'respondent' and a column for "
                    "each question");
    return false;
}

void csv_rows_clear(struct csv_rows *rows)
{
    g_clear_pointer(&rows->questions, g_array_unref);
}

/* Is @cell one of @names? */
static bool is_one_of(const char *cell, const char *names)
{
    size_t size = strcspn(cell, "|");
    if (size == 0 || cell[size] == '|')
        return false;
    for (const char *name = names; name; name = strchr(name, '|')) {
        name += *name == '|';
        if (strncmp(name, cell, size) == 0 && (name[size] == '|' || name[size] == '\0'))
            return true;
    }
    return false;
}

/* The cell (@size bytes, perhaps in quotes) in small letters; NULL for what is too long to name a
 * column. */
static char *name_in(const char *cell, size_t size)
{
    while (size > 0 && g_ascii_isspace(cell[size - 1]))
        size--;
    while (size > 0 && g_ascii_isspace(*cell)) {
        cell++;
        size--;
    }
    if (size > LONGEST_NAME)
        return NULL;
    char *folded = lyh_text_fold(cell, size, NULL);
    size_t length = strlen(folded);
    if (length >= 2 && folded[0] == '"' && folded[length - 1] == '"') {
        folded[length - 1] = '\0';
        memmove(folded, folded + 1, length - 1);
    }
    return folded;
}

bool csv_rows_shown_by(const char *heading, size_t size)
{
    bool has_speaker = false;
    bool has_text = false;
    size_t cells = 0;
    for (size_t start = 0; start <= size; cells++) {
        size_t end = start;
        while (end < size && heading[end] != ';' && heading[end] != ',' &&
               heading[end] != '\t' && heading[end] != '\0')
            end++;
        g_autofree char *name = name_in(heading + start, end - start);
        has_speaker = has_speaker || (name && is_one_of(name, SPEAKER "|" ROLE));
        has_text = has_text || (name && is_one_of(name, TEXT));
        start = end + 1;
    }
    return has_speaker && has_text && cells >= 2;
}
