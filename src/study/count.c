#include <lyhord/study/study.h>

#include "count.h"
#include "study_private.h"
#include "survey.h"

static void count_words(lyh_study_counts *counts, const lyh_visit *visit)
{
    for (size_t i = 0; i < lyh_document_turn_count(visit->document); i++) {
        size_t words = lyh_tokens_words_in_turn(visit->tokens, i);
        if (lyh_document_turn(visit->document, i)->role == LYH_ROLE_RESPONDENT)
            counts->words += words;
        else
            counts->interviewer_words += words;
    }
}

bool study_count_document(void *user, const lyh_visit *visit)
{
    count_walk *counting = user;
    counting->counts->documents++;
    count_words(counting->counts, visit);
    lyh_tally_added added =
        lyh_tally_add(counting->tally, visit->document, visit->tokens, visit->codings);
    counting->counts->counted += added.counted;
    counting->counts->suggested += added.suggested;
    if (counting->quotes) {
        lyh_quotes_add(counting->quotes, visit->document, visit->codings);
        lyh_quotes_offer(counting->quotes, visit->document, visit->tokens, visit->codings);
    }
    return true;
}

#define NAMED_AT_MOST 10

static void name_absent(const lyh_study *study, const GArray *absent, lyh_diags *diags)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < MIN(absent->len, NAMED_AT_MOST); i++)
        g_string_append_printf(
            names, "%s%s", i ? ", " : "",
            lyh_respondents_id(study->respondents, g_array_index(absent, size_t, i)));
    if (absent->len > NAMED_AT_MOST)
        g_string_append(names, " …");
    lyh_diags_warning(
        diags, "respondent-absent",
        lyh_place_file(study->options.respondents ? study->options.respondents
                                                  : study->options.folder),
        "respondents who have no words in any transcript are not part of the base "
        "(in all %u): %s",
        absent->len, names->str);
}

void study_note_absent(const lyh_study *study, const lyh_tally *tally, lyh_diags *diags)
{
    g_autoptr(GArray) absent = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i < lyh_respondents_count(study->respondents); i++)
        if (study->respondents_declared && !lyh_tally_has(tally, i))
            g_array_append_val(absent, i);
    if (absent->len > 0)
        name_absent(study, absent, diags);
}

static bool has_something_to_count(const lyh_study *study, const lyh_study_counts *counts,
                                   lyh_diags *diags, lyh_error *error)
{
    if (counts->counted > 0)
        return true;
    if (study->files->len == 0 && lyh_study_survey(study)) {
        lyh_diags_error(diags, "survey-alone", lyh_place_file(study->options.folder),
                        "the study has a survey and no transcripts; lyhord survey counts "
                        "its answers, also those in people's own words");
        return lyh_error_set(error, LYH_ERROR_DATA, 0, study->options.folder);
    }
    lyh_diags_error(
        diags, "nothing-accepted", lyh_place_file(study->options.folder),
        "there are no accepted or manual codings to count; code the transcripts "
        "first, or count the machine's suggestions with --suggested");
    return lyh_error_set(error, LYH_ERROR_DATA, 0, study->options.folder);
}

lyh_which study_counted(const lyh_study *study, const lyh_tally_options *options)
{
    if (!options->with_suggested)
        return LYH_WHICH_PEOPLE;
    return study->options.folder ? LYH_WHICH_BOTH : LYH_WHICH_MACHINE;
}

bool study_count_end(const lyh_study *study, const count_walk *counting, lyh_diags *diags,
                     lyh_error *error)
{
    if (!counting->options->with_suggested &&
        !has_something_to_count(study, counting->counts, diags, error))
        return false;
    study_note_absent(study, counting->tally, diags);
    return true;
}

lyh_tally *lyh_study_tally(lyh_study *study, const lyh_tally_options *options,
                           lyh_quotes *quotes, lyh_study_counts *counts, lyh_diags *diags,
                           lyh_error *error)
{
    *counts = (lyh_study_counts){ 0 };
    g_autoptr(lyh_tally) tally =
        lyh_tally_new(study->codebook, study->respondents, options);
    count_walk counting = { tally, quotes, counts, options };
    if (!lyh_study_walk(study, study_counted(study, options), study_count_document,
                        &counting, diags, error) ||
        !study_count_end(study, &counting, diags, error))
        return NULL;
    return g_steal_pointer(&tally);
}

void lyh_study_label(lyh_study *study, lyh_table *table, const lyh_study_counts *counts,
                     bool with_suggested)
{
    const lyh_catalog *catalog = study->options.catalog;
    g_autofree char *interviews = g_strdup_printf(
        lyh_trn(catalog, "%zu transcript", "%zu transcripts", counts->documents),
        counts->documents);
    g_autofree char *set =
        study->people ? g_path_get_basename(study->codings_path) : g_strdup("");
    g_autofree char *source =
        *set ? g_strdup_printf(lyh_tr(catalog, "%s; codings: %s"), interviews, set)
             : g_strdup(interviews);
    lyh_table_set_part(table, LYH_TABLE_SOURCE, source);
    g_autoptr(GString) status =
        g_string_new(with_suggested ? lyh_tr(catalog, "machine suggestions, not reviewed")
                                    : lyh_tr(catalog, "codings reviewed by people"));
    if (study->options.judging == LYH_JUDGE_NOTHING)
        g_string_append_printf(status, "; %s", lyh_tr(catalog, LYH_TALLY_ANY_STATE));
    lyh_table_set_part(table, LYH_TABLE_STATUS, status->str);
    const char *date = lyh_study_setting(study, "date");
    if (*date)
        lyh_table_set_part(table, LYH_TABLE_DATE, date);
}
