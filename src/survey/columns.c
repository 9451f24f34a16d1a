#include "columns.h"

#include <string.h>

#include <lyhord/survey/survey.h>

#include "words.h"

/* The lines of a heading, folded: name and label of a .sav, number and text of a form. */
typedef struct heading {
    char *parts[3]; /* name, label, or NULL; the whole when there are both */
    bool is_taken;
} heading;

typedef struct finding {
    const lyh_csv *csv;
    const lyh_questions *questions;
    heading *headings;
    lyh_diags *diags;
} finding;

char *survey_heading_name(const char *text)
{
    return words_trim(text, strcspn(text, "\t\n"));
}

static void read_headings(finding *find)
{
    size_t count = lyh_csv_column_count(find->csv);
    find->headings = g_new0(heading, count);
    for (size_t i = 0; i < count; i++) {
        const char *text = lyh_csv_heading(find->csv, i);
        size_t first = strcspn(text, "\t\n");
        find->headings[i].parts[0] = words_fold(text, first);
        if (text[first])
            find->headings[i].parts[1] =
                words_fold(text + first + 1, strlen(text + first + 1));
        if (text[first])
            find->headings[i].parts[2] = words_fold(text, strlen(text));
    }
}

static void free_headings(finding *find)
{
    for (size_t i = 0; i < lyh_csv_column_count(find->csv); i++)
        for (size_t part = 0; part < 3; part++)
            g_free(find->headings[i].parts[part]);
    g_free(find->headings);
}

/* "f3", "q3", "v3", "v_3", "fråga 3" and "3." say "3". What follows the name, or NULL. */
static const char *after_name(const char *part, const char *name)
{
    static const char *const leads[] = { "", "f", "q", "v", "v_", "fråga ", "question " };
    for (size_t i = 0; i < G_N_ELEMENTS(leads); i++) {
        size_t lead = strlen(leads[i]), size = strlen(name);
        if (strncmp(part, leads[i], lead) == 0 && strncmp(part + lead, name, size) == 0)
            return part + lead + size;
    }
    return NULL;
}

/* How well a part of a heading names the question: 3 as its name, 2 as its text, 1 as both; 0 not. */
static int likeness(const char *part, const char *name, const char *text)
{
    const char *rest = after_name(part, name);
    if (rest && (!*rest || strcmp(rest, ".") == 0))
        return 3;
    if (*text && strcmp(part, text) == 0)
        return 2;
    rest = rest ? rest + strspn(rest, ".:) ") : NULL;
    return rest && *text && strcmp(rest, text) == 0 ? 1 : 0;
}

static int names_question(const heading *found, const char *name, const char *text)
{
    int best = 0;
    for (size_t part = 0; part < 3 && found->parts[part]; part++)
        best = MAX(best, likeness(found->parts[part], name, text));
    return best;
}

static bool take_whole(finding *find, const lyh_question *question,
                       question_columns *columns)
{
    g_autofree char *name = words_fold(question->name, strlen(question->name));
    g_autofree char *text = words_fold(question->text, strlen(question->text));
    int best = 0;
    for (size_t i = 0; i < lyh_csv_column_count(find->csv); i++) {
        int now = names_question(&find->headings[i], name, text);
        if (now == best && now > 0)
            lyh_diags_error(find->diags, "question-columns",
                            lyh_csv_heading_place(find->csv, i),
                            "question '%s' has two columns, also column %zu; take one out, "
                            "or give it another heading",
                            question->name, columns->whole + 1);
        if (now > best) {
            best = now;
            columns->whole = i;
        }
    }
    if (best > 0)
        find->headings[columns->whole].is_taken = true;
    return best > 0;
}

/* "3: alternativ", "3_2", "3[alternativ]": what stands behind the question's name, or NULL. */
static char *behind_name(const char *part, const char *name)
{
    const char *rest = after_name(part, name);
    size_t sign = rest ? strspn(rest, " :._/[(-") : 0;
    if (sign == 0)
        return NULL;
    size_t size = strlen(rest + sign);
    while (size > 0 && strchr("]) ", rest[sign + size - 1]))
        size--;
    return g_strndup(rest + sign, size);
}

static size_t alternative_of(const lyh_question *question, const char *named)
{
    size_t alternative;
    guint64 number;
    if (lyh_question_match(question, named, strlen(named), &alternative) != LYH_MATCH_NONE)
        return alternative;
    return g_ascii_string_to_unsigned(named, 10, 1, question->alternative_count, &number,
                                      NULL)
               ? (size_t)number - 1
               : LYH_NONE;
}

static void take_one(finding *find, const lyh_question *question, question_columns *columns,
                     size_t column, const char *name)
{
    for (size_t part = 0; part < 3 && find->headings[column].parts[part]; part++) {
        g_autofree char *named = behind_name(find->headings[column].parts[part], name);
        size_t alternative = named ? alternative_of(question, named) : LYH_NONE;
        if (alternative == LYH_NONE)
            continue;
        size_t *held = &g_array_index(columns->alternatives, size_t, alternative);
        if (*held != LYH_NONE)
            lyh_diags_error(find->diags, "question-columns",
                            lyh_csv_heading_place(find->csv, column),
                            "the alternative '%s' of question '%s' has two columns",
                            question->alternatives[alternative].text, question->name);
        *held = column;
        find->headings[column].is_taken = true;
        return;
    }
}

static size_t count_columns(const question_columns *columns)
{
    size_t count = 0;
    for (guint i = 0; i < columns->alternatives->len; i++)
        count += g_array_index(columns->alternatives, size_t, i) != LYH_NONE;
    return count;
}

/* A column an alternative, all of them: one that is missing would look like never chosen. */
static bool take_alternatives(finding *find, const lyh_question *question,
                              question_columns *columns)
{
    const size_t none = LYH_NONE;
    g_autofree char *name = words_fold(question->name, strlen(question->name));
    for (size_t i = 0; i < question->alternative_count; i++)
        g_array_append_val(columns->alternatives, none);
    for (size_t i = 0; i < lyh_csv_column_count(find->csv); i++)
        if (!find->headings[i].is_taken)
            take_one(find, question, columns, i, name);
    size_t count = count_columns(columns);
    for (size_t i = 0; count > 0 && i < question->alternative_count; i++)
        if (g_array_index(columns->alternatives, size_t, i) == LYH_NONE)
            lyh_diags_error(find->diags, "question-missing",
                            lyh_csv_heading_place(find->csv, 0),
                            "the alternative '%s' of question '%s' has no column, and "
                            "others of it have; call it '%s: %s'",
                            question->alternatives[i].text, question->name, question->name,
                            question->alternatives[i].text);
    return count > 0;
}

/* A heading that was perhaps meant. */
static const char *nearest_heading(const finding *find, const lyh_question *question)
{
    g_autofree char *text = words_fold(question->text, strlen(question->text));
    size_t least = (size_t)g_utf8_strlen(text, -1) / 3;
    const char *nearest = NULL;
    for (size_t i = 0; i < lyh_csv_column_count(find->csv); i++) {
        size_t apart = find->headings[i].is_taken
                           ? least
                           : words_apart(find->headings[i].parts[0], text, least);
        if (apart < least) {
            least = apart;
            nearest = lyh_csv_heading(find->csv, i);
        }
    }
    return nearest;
}

static void tell_missing(const finding *find, const lyh_question *question)
{
    const char *nearest = nearest_heading(find, question);
    lyh_place place = lyh_csv_heading_place(find->csv, 0);
    if (nearest)
        lyh_diags_error(find->diags, "question-missing", place,
                        "question '%s' has no column; perhaps it is '%s': give it the "
                        "heading '%s'",
                        question->name, nearest, question->name);
    else
        lyh_diags_error(find->diags, "question-missing", place,
                        "question '%s' has no column; give one the heading '%s'",
                        question->name, question->name);
}

static void take_rest(const finding *find, survey_columns *columns)
{
    for (size_t i = 0; i < lyh_csv_column_count(find->csv); i++)
        if (!find->headings[i].is_taken && i != columns->id)
            g_array_append_val(columns->attributes, i);
}

static size_t find_id(const finding *find)
{
    g_auto(GStrv) names = g_strsplit(LYH_SURVEY_IDS, "|", -1);
    for (size_t i = 0; i < lyh_csv_column_count(find->csv); i++)
        if (!find->headings[i].is_taken &&
            g_strv_contains((const char *const *)names, find->headings[i].parts[0]))
            return i;
    return LYH_NONE;
}

static void clear_question_columns(void *data)
{
    g_clear_pointer(&((question_columns *)data)->alternatives, g_array_unref);
}

bool survey_columns_find(survey_columns *columns, const lyh_csv *csv,
                         const lyh_questions *questions, lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    finding find = { .csv = csv, .questions = questions, .diags = diags };
    columns->questions = g_array_new(FALSE, FALSE, sizeof(question_columns));
    columns->attributes = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_array_set_clear_func(columns->questions, clear_question_columns);
    read_headings(&find);
    for (size_t i = 0; i < lyh_questions_count(questions); i++) {
        const lyh_question *question = lyh_questions_at(questions, i);
        question_columns own = { LYH_NONE, g_array_new(FALSE, FALSE, sizeof(size_t)) };
        bool is_found =
            take_whole(&find, question, &own) || (question->type == LYH_QUESTION_MULTIPLE &&
                                                  take_alternatives(&find, question, &own));
        if (!is_found)
            tell_missing(&find, question);
        g_array_append_val(columns->questions, own);
    }
    columns->id = find_id(&find);
    take_rest(&find, columns);
    free_headings(&find);
    return lyh_diags_error_count(diags) == errors;
}

void survey_columns_clear(survey_columns *columns)
{
    g_clear_pointer(&columns->questions, g_array_unref);
    g_clear_pointer(&columns->attributes, g_array_unref);
}
