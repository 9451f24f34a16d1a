#include "survey.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv_write.h>
#include <lyhord/base/text.h>

#include "../survey/autoptr.h"
#include "study_private.h"

struct study_survey {
    lyh_csv *questions_csv;
    lyh_questions *questions;
    char *path; /* of the answers, or NULL */
    lyh_answers_kind kind;
    lyh_source *source;
    lyh_csv *csv;
    lyh_survey *survey; /* NULL: nobody has answered yet */
    GArray *texts;      /* size_t: text questions that somebody answered */
    bool marks_are_ids; /* in documents; else the rows' numbers stand before the answers */
};

/* A mark is short, and what comes before a colon. */
#define LONGEST_MARK 25

void study_survey_free(study_survey *survey)
{
    if (!survey)
        return;
    g_clear_pointer(&survey->texts, g_array_unref);
    lyh_survey_free(survey->survey);
    lyh_csv_free(survey->csv);
    lyh_source_free(survey->source);
    lyh_questions_free(survey->questions);
    lyh_csv_free(survey->questions_csv);
    g_free(survey->path);
    g_free(survey);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(study_survey, study_survey_free)

/* ---- reading ---- */

/* The file of answers that the study has; two would be two surveys. */
static char *find_answers(const lyh_study *study, lyh_diags *diags)
{
    static const char *const names[] = { "survey.csv", "survey.xlsx", "survey.sav" };
    char *found = study->options.survey ? g_strdup(study->options.survey) : NULL;
    for (size_t i = 0; !study->options.survey && i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = study_path(study, names[i]);
        if (path && found)
            lyh_diags_error(diags, "survey-twice", lyh_place_file(path),
                            "the study has two files of answers, also %s; keep one of them",
                            found);
        else if (path)
            found = g_steal_pointer(&path);
    }
    return found;
}

static bool read_questions(const lyh_study *study, study_survey *survey, lyh_diags *diags,
                           lyh_error *error)
{
    g_autofree char *own = study_path(study, "questions.csv");
    const char *path = study->options.questions ? study->options.questions : own;
    if (!path && survey->path)
        lyh_diags_error(diags, "survey-questions", lyh_place_file(survey->path),
                        "the answers cannot be read without the questions; write "
                        "questions.csv (fråga;text;typ;alternativ)");
    survey->questions_csv = path ? lyh_csv_open(path, diags, error) : NULL;
    survey->questions =
        survey->questions_csv ? lyh_questions_read(survey->questions_csv, diags) : NULL;
    return survey->questions != NULL;
}

static void find_texts(study_survey *survey)
{
    for (size_t i = 0; i < lyh_questions_count(survey->questions); i++) {
        bool is_answered = false;
        for (size_t person = 0; !is_answered && person < lyh_survey_count(survey->survey);
             person++)
            is_answered = lyh_survey_state(survey->survey, person, i) == LYH_ANSWER_GIVEN;
        if (is_answered &&
            lyh_questions_at(survey->questions, i)->type == LYH_QUESTION_TEXT)
            g_array_append_val(survey->texts, i);
    }
}

/* May ids stand before answers? Marks are compared without regard to case. */
static bool may_be_marks(const lyh_survey *survey)
{
    g_autoptr(GHashTable) folded =
        g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL);
    bool are_fit = true;
    for (size_t person = 0; are_fit && person < lyh_survey_count(survey); person++) {
        const char *id = lyh_survey_id(survey, person);
        are_fit = lyh_text_length(id, strlen(id)) <= LONGEST_MARK &&
                  !strpbrk(id, ":\n\t") &&
                  g_hash_table_add(folded, lyh_text_fold(id, strlen(id), NULL));
    }
    return are_fit;
}

/* A heading alone is a survey that nobody has answered yet; a file that was asked for has answers. */
static void read_answers(const lyh_study *study, study_survey *survey, lyh_diags *diags,
                         lyh_error *error)
{
    survey->source = lyh_answers_file_read(survey->path, &survey->kind, diags, error);
    survey->csv = survey->source ? lyh_csv_read(survey->source, diags) : NULL;
    bool is_begun =
        survey->csv && (lyh_csv_row_count(survey->csv) > 0 || study->options.survey);
    if (is_begun)
        survey->survey = lyh_survey_read(survey->csv, survey->questions, diags);
    if (!survey->survey)
        return;
    find_texts(survey);
    survey->marks_are_ids = may_be_marks(survey->survey);
}

/* 0 when it is not said, or is no number. */
static size_t sent_of(const lyh_study *study)
{
    guint64 sent = 0;
    const char *text = settings_value(study->settings, "survey", "sent");
    return g_ascii_string_to_unsigned(text, 10, 1, G_MAXINT32, &sent, NULL) ? (size_t)sent
                                                                            : 0;
}

static void check_sent(const lyh_study *study, lyh_diags *diags)
{
    const char *text =
        study->settings ? settings_value(study->settings, "survey", "sent") : "";
    g_autofree char *path = study_path(study, "lyhord.ini");
    if (*text && sent_of(study) == 0)
        lyh_diags_error(diags, "survey-sent", lyh_place_file(path),
                        "sent under [survey] is '%s'; it is how many persons were asked to "
                        "take part, such as 640",
                        text);
}

study_survey *study_survey_read(const lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(study_survey) survey = g_new0(study_survey, 1);
    survey->texts = g_array_new(FALSE, FALSE, sizeof(size_t));
    check_sent(study, diags);
    survey->path = find_answers(study, diags);
    if (!read_questions(study, survey, diags, error))
        return NULL;
    if (survey->path)
        read_answers(study, survey, diags, error);
    return g_steal_pointer(&survey);
}

const lyh_survey *lyh_study_survey(const lyh_study *study)
{
    return study->survey ? study->survey->survey : NULL;
}

const lyh_questions *lyh_study_questions(const lyh_study *study)
{
    return study->survey ? study->survey->questions : NULL;
}

const char *lyh_study_survey_path(const lyh_study *study)
{
    return study->survey && study->survey->path ? study->survey->path : "";
}

size_t lyh_study_survey_sent(const lyh_study *study)
{
    return sent_of(study);
}

const char *study_survey_csv(const lyh_study *study)
{
    const study_survey *survey = study->survey;
    return survey && survey->survey && survey->kind == LYH_ANSWERS_CSV &&
                   lyh_survey_has_ids(survey->survey)
               ? survey->path
               : NULL;
}

/* ---- answers as documents ---- */

size_t lyh_study_survey_document_count(const lyh_study *study)
{
    return study->survey ? study->survey->texts->len : 0;
}

size_t lyh_study_survey_document_question(const lyh_study *study, size_t index)
{
    g_assert(index < lyh_study_survey_document_count(study));
    return g_array_index(study->survey->texts, size_t, index);
}

char *lyh_study_survey_document_name(const lyh_study *study, size_t index)
{
    const lyh_question *question = lyh_questions_at(
        study->survey->questions, lyh_study_survey_document_question(study, index));
    g_autofree char *name = g_strconcat("survey-", question->name, NULL);
    return strdup(name);
}

bool study_survey_has_document(const lyh_study *study, const char *name)
{
    for (size_t i = 0; i < lyh_study_survey_document_count(study); i++) {
        g_autofree char *own = lyh_study_survey_document_name(study, i);
        if (strcmp(own, name) == 0)
            return true;
    }
    return false;
}

bool study_survey_says(const lyh_study *study, const char *id, const char *folded)
{
    const lyh_survey *survey = lyh_study_survey(study);
    for (size_t person = 0; survey && person < lyh_survey_count(survey); person++) {
        if (strcmp(lyh_survey_id(survey, person), id) != 0)
            continue;
        for (size_t i = 0; i < lyh_study_survey_document_count(study); i++) {
            const char *words = lyh_survey_words(
                survey, person, lyh_study_survey_document_question(study, i));
            g_autofree char *said = lyh_text_fold(words, strlen(words), NULL);
            if (strstr(said, folded))
                return true;
        }
    }
    return false;
}

static void write_row(lyh_output *output, const char *mark, const char *role,
                      const char *words)
{
    lyh_csv_write_text(output, mark);
    lyh_output_printf(output, ";%s;", role);
    lyh_csv_write_text(output, words);
    lyh_output_text(output, "\n");
}

static char *mark_of(const lyh_study *study, size_t person)
{
    return study->survey->marks_are_ids
               ? g_strdup(lyh_survey_id(study->survey->survey, person))
               : g_strdup_printf("%zu", person + 1);
}

/* The question and its answers as a transcript of one row a turn. */
static lyh_bytes transcript_of(const lyh_study *study, size_t question)
{
    const lyh_survey *survey = lyh_study_survey(study);
    lyh_output *output = lyh_output_to_memory();
    lyh_output_text(output, "talare;roll;text\n");
    write_row(output, "Fråga", "intervjuare",
              lyh_questions_at(study->survey->questions, question)->text);
    for (size_t person = 0; person < lyh_survey_count(survey); person++) {
        const char *words = lyh_survey_words(survey, person, question);
        g_autofree char *mark = mark_of(study, person);
        if (!lyh_text_is_blank(words, strlen(words)))
            write_row(output, mark, "respondent", words);
    }
    lyh_bytes bytes;
    bytes.data = lyh_output_take(output, &bytes.size);
    return bytes;
}

/* Where a turn's words stand in the file that people have: a byte of a CSV, a row of a sheet. */
static lyh_origin origin_of(const lyh_study *study, size_t person, size_t question)
{
    const char *words = lyh_survey_words(study->survey->survey, person, question);
    size_t lead = lyh_text_leading_space(words, strlen(words));
    lyh_place place =
        lyh_survey_place(study->survey->survey, person, question, lead, strlen(words));
    if (study->survey->kind == LYH_ANSWERS_CSV)
        return (lyh_origin){ .byte = place.start };
    return (lyh_origin){ .paragraph = lyh_source_line(study->survey->source, place.start),
                         .character = 1 };
}

static void copy_marks(const lyh_document *from, lyh_document *to)
{
    for (size_t i = 0; i < lyh_document_aside_count(from); i++)
        lyh_document_add_aside(to, *lyh_document_aside(from, i));
    for (size_t i = 0; i < lyh_document_quotation_count(from); i++)
        lyh_document_add_quotation(to, *lyh_document_quotation(from, i));
}

/* Mark -> person and one. */
static GHashTable *persons_by_mark(const lyh_study *study)
{
    GHashTable *persons = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t person = 0; person < lyh_survey_count(study->survey->survey); person++)
        g_hash_table_insert(persons, mark_of(study, person), GSIZE_TO_POINTER(person + 1));
    return persons;
}

/* The same text with its places and its persons. */
static lyh_document *with_places(lyh_study *study, const lyh_document *read,
                                 size_t question)
{
    g_autoptr(GHashTable) persons = persons_by_mark(study);
    lyh_document *made = lyh_document_new(lyh_document_name(read), study->survey->path,
                                          lyh_document_text(read), lyh_document_size(read));
    for (size_t i = 0; i < lyh_document_turn_count(read); i++) {
        lyh_turn turn = *lyh_document_turn(read, i);
        const char *mark = lyh_document_speaker(read, turn.speaker)->mark;
        size_t person = GPOINTER_TO_SIZE(g_hash_table_lookup(persons, mark));
        turn.speaker = lyh_document_add_speaker(made, mark, turn.role);
        if (turn.role == LYH_ROLE_RESPONDENT && person > 0) {
            const lyh_origin origin = origin_of(study, person - 1, question);
            const lyh_origin_step mark_step = { turn.start - strlen(mark) - 2, origin };
            const lyh_origin_step step = { turn.start, origin };
            turn.respondent = lyh_respondents_add(
                study->respondents, lyh_survey_id(study->survey->survey, person - 1));
            lyh_document_add_origin(made, mark_step);
            lyh_document_add_origin(made, step);
        }
        lyh_document_add_turn(made, turn);
        lyh_document_set_certainty(made, turn.speaker, LYH_CERTAINTY_STATED);
    }
    copy_marks(read, made);
    return made;
}

lyh_document *lyh_study_survey_document(lyh_study *study, size_t index, lyh_diags *diags,
                                        lyh_error *error)
{
    size_t question = lyh_study_survey_document_question(study, index);
    const lyh_ingest_options options = { .lexicon = study->lexicon };
    lyh_bytes bytes = transcript_of(study, question);
    g_autofree char *name = lyh_study_survey_document_name(study, index);
    g_autofree char *path = g_strconcat(name, ".csv", NULL);
    lyh_document *read = lyh_ingest_bytes(path, &bytes, &options, diags);
    lyh_document *made = read ? with_places(study, read, question) : NULL;
    free(bytes.data);
    lyh_document_free(read);
    if (!made)
        lyh_error_set(error, LYH_ERROR_DATA, 0, study->survey->path);
    return made;
}

/* ---- backgrounds ---- */

static const char *value_of(const lyh_survey *survey, size_t person, size_t question)
{
    const lyh_question *asked = lyh_questions_at(lyh_survey_questions(survey), question);
    for (size_t i = 0; i < asked->alternative_count; i++)
        if (lyh_survey_chose(survey, person, question, i))
            return asked->alternatives[i].text;
    return "";
}

static const char *value_in_list(const lyh_study *study, size_t person, size_t attribute)
{
    size_t respondent = lyh_respondents_find(study->respondents,
                                             lyh_survey_id(study->survey->survey, person));
    return respondent == LYH_NONE
               ? ""
               : lyh_respondents_value(study->respondents, respondent, attribute);
}

const char **lyh_study_survey_background(const lyh_study *study, const char *name)
{
    const lyh_survey *survey = lyh_study_survey(study);
    size_t own = lyh_survey_find_attribute(survey, name);
    size_t question = lyh_questions_find(study->survey->questions, name);
    size_t listed = lyh_respondents_find_attribute(study->respondents, name);
    bool has_one =
        question != LYH_NONE &&
        (lyh_questions_at(study->survey->questions, question)->type ==
             LYH_QUESTION_SINGLE ||
         lyh_questions_at(study->survey->questions, question)->type == LYH_QUESTION_SCALE);
    if (own == LYH_NONE && !has_one && listed == LYH_NONE)
        return NULL;
    const char **values = malloc((lyh_survey_count(survey) + 1) * sizeof *values);
    g_assert(values);
    for (size_t person = 0; person < lyh_survey_count(survey); person++)
        values[person] = own != LYH_NONE ? lyh_survey_value(survey, person, own)
                         : has_one       ? value_of(survey, person, question)
                                         : value_in_list(study, person, listed);
    return values;
}
