#include <lyhord/study/ledger.h>

#include <stdlib.h>

#include <lyhord/ingest/ingest.h>

#include "cells.h"
#include "own_texts.h"
#include "people.h"
#include "study_private.h"
#include "survey.h"

typedef struct check_walk {
    lyh_study *study;
    lyh_diags *diags;
    GPtrArray *coders;       /* lyh_codings_file *: every set there is */
    const char *transcripts; /* the path of transcripts.csv, or NULL */
    lyh_codings *codings;
    lyh_tally *presence; /* who has spoken */
    people_check *people;
    size_t repeats; /* told of so far */
} check_walk;

static bool check_document(void *user, const lyh_visit *visit)
{
    check_walk *checking = user;
    people_check_document(checking->people, visit->document);
    study_name_repeats(checking->study, visit->document, &checking->repeats,
                       checking->diags);
    if (checking->transcripts)
        lyh_transcripts_check_marks(checking->study->transcripts, visit->document,
                                    checking->transcripts, checking->diags);
    for (guint i = 0; i < checking->coders->len; i++) {
        lyh_codings_clear(checking->codings);
        lyh_codings_file_anchor(checking->coders->pdata[i], visit->document, visit->tokens,
                                checking->codings, checking->diags);
    }
    if (checking->presence)
        lyh_tally_add(checking->presence, visit->document, visit->tokens, visit->codings);
    return true;
}

static bool check_answers(void *user, const lyh_visit *visit)
{
    check_walk *checking = user;
    people_check_document(checking->people, visit->document);
    for (guint i = 0; i < checking->coders->len; i++) {
        lyh_codings_clear(checking->codings);
        lyh_codings_file_anchor(checking->coders->pdata[i], visit->document, visit->tokens,
                                checking->codings, checking->diags);
    }
    return true;
}

static GPtrArray *all_coders(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    GPtrArray *coders =
        g_ptr_array_new_with_free_func((GDestroyNotify)lyh_codings_file_free);
    const GPtrArray *files = study->sets;
    for (guint i = 0; study->codebook && i < files->len; i++) {
        lyh_codings_file *file = study_read_codings(study, files->pdata[i], diags, error);
        if (!file)
            continue;
        g_ptr_array_add(coders, file);
        study_check_documents_are_there(study, file, files->pdata[i], diags);
    }
    return coders;
}

static void check_guide(const lyh_study *study, lyh_diags *diags)
{
    if (!study->guide || !study->codebook)
        return;
    size_t column = lyh_csv_find(study->guide_csv, "tema|theme");
    for (size_t row = 0; row < lyh_guide_count(study->guide); row++) {
        g_auto(GStrv) themes = g_strsplit(lyh_guide_theme(study->guide, row), "|", -1);
        for (char **theme = themes; *theme; theme++)
            if (*g_strstrip(*theme) &&
                lyh_codebook_find(study->codebook, *theme) == LYH_NONE)
                lyh_diags_warning(diags, "code-unknown",
                                  lyh_csv_place(study->guide_csv, row, column),
                                  "theme '%s' is no code of the codebook", *theme);
    }
}

/* A row for a file that is not there is without effect: most often its name is misspelt. */
static void check_rows_have_files(const lyh_study *study, const char *path,
                                  lyh_diags *diags)
{
    g_autoptr(GHashTable) names = study_document_names(study);
    for (size_t i = 0; i < lyh_transcripts_count(study->transcripts); i++) {
        size_t line;
        const char *name = lyh_transcripts_document(study->transcripts, i, &line);
        if (!g_hash_table_contains(names, name))
            lyh_diags_warning(diags, "transcripts-file", lyh_place_file(path),
                              "line %zu is about '%s', but there is no such transcript; "
                              "check the spelling, or take the row out",
                              line, name);
    }
}

/* Who made a table before knows best whether another may follow it. */
static void tell_releases(const lyh_study *study, lyh_diags *diags)
{
    g_autofree char *path = study_path(study, "decisions.csv");
    for (size_t i = 0; path && i < lyh_study_release_count(study); i++) {
        g_autofree char *splits = lyh_study_release_splits(study, i);
        lyh_diags_note(diags, "released", lyh_place_file(path),
                       "'%s' was let out on %s (groups: %s; persons: %zu)",
                       lyh_study_release_name(study, i), lyh_study_release_date(study, i),
                       splits, lyh_study_release_persons(study, i));
    }
}

bool lyh_study_check(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(people_check) people = people_check_new(study, diags, error);
    if (!people)
        return false;
    if (study->codebook) {
        lyh_codebook_check(study->codebook, diags);
        study_matcher(study, diags);
    }
    check_guide(study, diags);
    own_texts_check(study, diags);

    /* A set that is named must be there; that none is chosen yet is no mistake. */
    if (*lyh_study_setting(study, "codings"))
        lyh_study_codings_path(study, diags);
    g_autoptr(GPtrArray) coders = all_coders(study, diags, error);
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    const lyh_tally_options options = { 0 };
    g_autoptr(lyh_tally) presence =
        study->codebook ? lyh_tally_new(study->codebook, study->respondents, &options)
                        : NULL;
    g_autofree char *transcripts = study_path(study, "transcripts.csv");
    check_walk checking = { .study = study,
                            .diags = diags,
                            .coders = coders,
                            .transcripts = transcripts,
                            .codings = codings,
                            .presence = presence,
                            .people = people };
    if (transcripts && study->options.file_count == 0)
        check_rows_have_files(study, transcripts, diags);
    bool walked =
        lyh_study_walk(study, LYH_WHICH_NONE, check_document, &checking, diags, error);
    if (walked && presence && study->files->len > 0)
        study_note_absent(study, presence, diags);
    if (walked)
        cells_check(study, presence, diags);
    if (walked && presence)
        study_survey_note_both(study, presence, diags);
    walked = lyh_study_walk_survey(study, LYH_WHICH_NONE, check_answers, &checking, diags,
                                   error) &&
             walked;
    people_check_files(people);
    people_check_limits(people);
    tell_releases(study, diags);
    people_check_doubts(people);
    return walked;
}
