#include "survey_words.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv_edit.h>
#include <lyhord/ingest/rewrite.h>

#include "study_private.h"

struct survey_words {
    const lyh_study *study;
    lyh_csv_edit *edit;
    GHashTable *persons; /* id, lent -> person and one */
};

survey_words *survey_words_new(const lyh_study *study)
{
    const lyh_survey *survey = lyh_study_survey(study);
    survey_words *words = g_new0(survey_words, 1);
    words->study = study;
    words->edit = lyh_csv_edit_new(lyh_survey_csv(survey));
    words->persons = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < lyh_survey_count(survey); i++)
        g_hash_table_insert(words->persons, (char *)lyh_survey_id(survey, i),
                            GSIZE_TO_POINTER(i + 1));
    return words;
}

void survey_words_free(survey_words *words)
{
    if (!words)
        return;
    lyh_csv_edit_free(words->edit);
    g_hash_table_unref(words->persons);
    g_free(words);
}

/* The question that @document holds the answers to, or LYH_NONE. */
static size_t question_of(const lyh_study *study, const lyh_document *document)
{
    for (size_t i = 0; i < lyh_study_survey_document_count(study); i++) {
        char *name = lyh_study_survey_document_name(study, i);
        bool is_it = strcmp(name, lyh_document_name(document)) == 0;
        free(name);
        if (is_it)
            return lyh_study_survey_document_question(study, i);
    }
    return LYH_NONE;
}

static size_t person_of(const survey_words *words, const lyh_turn *turn)
{
    const char *id = turn->respondent == LYH_NONE
                         ? NULL
                         : lyh_respondents_id(words->study->respondents, turn->respondent);
    return id ? GPOINTER_TO_SIZE(g_hash_table_lookup(words->persons, id)) : 0;
}

static const lyh_edit *edit_at(const GArray *edits, guint index)
{
    return &g_array_index(edits, lyh_edit, index);
}

/* The turn's words with those of @edits made that lie in it, from @first on; the next is returned. */
static guint edit_turn(survey_words *words, const lyh_document *document, size_t question,
                       const lyh_turn *turn, const GArray *edits, guint first)
{
    size_t person = person_of(words, turn), done = turn->start;
    const char *text = lyh_document_text(document);
    g_autoptr(GString) made = g_string_new(NULL);
    guint next = first;
    for (; next < edits->len && edit_at(edits, next)->end <= turn->end; next++) {
        g_string_append_len(made, text + done,
                            (gssize)(edit_at(edits, next)->start - done));
        g_string_append(made, edit_at(edits, next)->replacement);
        done = edit_at(edits, next)->end;
    }
    g_string_append_len(made, text + done, (gssize)(turn->end - done));
    if (next > first && person > 0)
        lyh_csv_edit_set(words->edit, person - 1,
                         lyh_survey_column(lyh_study_survey(words->study), question),
                         made->str);
    return person > 0 ? next : first;
}

bool survey_words_edit(survey_words *words, const lyh_document *document,
                       const GArray *edits)
{
    size_t question = question_of(words->study, document);
    for (guint next = 0; next < edits->len;) {
        size_t index = lyh_document_turn_at(document, edit_at(edits, next)->start);
        const lyh_turn *turn =
            index == LYH_NONE ? NULL : lyh_document_turn(document, index);
        guint after = turn && question != LYH_NONE
                          ? edit_turn(words, document, question, turn, edits, next)
                          : next;
        if (after == next)
            return false;
        next = after;
    }
    return true;
}

lyh_output *survey_words_write(const survey_words *words)
{
    size_t size;
    char *text = lyh_csv_edit_bytes(words->edit, &size);
    lyh_output *output = lyh_output_to_memory();
    lyh_output_write(output, text, size);
    free(text);
    return output;
}
