#include <lyhord/study/study.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/codebook/code_change.h>

#include "../base/listing.h"
#include "code_changing.h"
#include "codings.h"
#include "kept.h"
#include "study_private.h"
#include "survey.h"
#include "variants.h"

char *study_path(const lyh_study *study, const char *name)
{
    if (!study->options.folder)
        return NULL;
    g_autofree char *path = g_build_filename(study->options.folder, name, NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS) ? g_steal_pointer(&path) : NULL;
}

/* Paths of the files in @folder for which @takes says yes, sorted by byte order: the same in every locale. */
static GPtrArray *files_in(const char *folder, bool (*takes)(const char *name))
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) names = listing_of(folder);
    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];
        if (*name != '.' && *name != '~' && takes(name))
            g_ptr_array_add(files, g_build_filename(folder, name, NULL));
    }
    return files;
}

GPtrArray *study_codings_files(const lyh_study *study)
{
    return codings_files(study->options.folder);
}

static GPtrArray *transcripts_of(const lyh_study *study)
{
    if (study->options.file_count == 0) {
        g_autofree char *folder = study_path(study, "transcripts");
        return files_in(folder, lyh_ingest_takes);
    }
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < study->options.file_count; i++)
        g_ptr_array_add(files, g_strdup(study->options.files[i]));
    return files;
}

GHashTable *study_document_names(const lyh_study *study)
{
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL);
    for (guint i = 0; i < study->files->len; i++)
        g_hash_table_add(names, lyh_ingest_name(study->files->pdata[i]));
    for (size_t i = 0; i < lyh_study_survey_document_count(study); i++)
        g_hash_table_add(names, lyh_study_survey_document_name(study, i));
    return names;
}

/* Codings name a document by its name: two alike would be one. */
static void check_names_differ(const lyh_study *study, lyh_diags *diags)
{
    g_autoptr(GHashTable) first =
        g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL);
    for (guint i = 0; i < study->files->len; i++) {
        char *path = study->files->pdata[i];
        char *name = lyh_ingest_name(path);
        const char *other = g_hash_table_lookup(first, name);
        if (other)
            lyh_diags_error(
                diags, "document-twice", lyh_place_file(path),
                "the document '%s' is there twice, also as %s; rename one of them", name,
                other);
        if (other)
            free(name);
        else
            g_hash_table_insert(first, name, path);
    }
}

static void read_settings(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *path = study_path(study, "lyhord.ini");
    study->settings = path ? settings_read(path, diags, error) : settings_new();
}

static void free_origin(codebook_origin *origin)
{
    if (origin)
        free(origin->bytes.data);
    g_free(origin);
}

static void read_codebook(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *own = study_path(study, "codebook.csv");
    const char *path = study->options.codebook ? study->options.codebook : own;
    lyh_bytes bytes = { 0 };
    study->codebook = NULL;
    study->codebook_origin = NULL;
    if (!path || !lyh_file_read(path, LYH_MAX_TABLE, &bytes, error))
        return;
    study->codebook = lyh_codebook_from_bytes(path, bytes.data, bytes.size, diags);
    if (study->codebook) {
        study->codebook_origin = g_new0(codebook_origin, 1);
        study->codebook_origin->bytes = bytes;
        return;
    }
    lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    free(bytes.data);
}

/* What was made of the old one goes with it; what was read of the transcripts does not depend on it. */
bool lyh_study_reread_codebook(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    lyh_codebook *before = study->codebook;
    codebook_origin *origin_before = study->codebook_origin;
    size_t errors = lyh_diags_error_count(diags);
    read_codebook(study, diags, error);
    if (!study->codebook || lyh_diags_error_count(diags) > errors) {
        lyh_codebook_free(study->codebook);
        study->codebook = before;
        free_origin(study->codebook_origin);
        study->codebook_origin = origin_before;
        if (error->kind == LYH_ERROR_NONE)
            lyh_error_set(error, LYH_ERROR_DATA, 0, study->options.folder);
        return false;
    }
    free_origin(origin_before);
    g_clear_pointer(&study->matcher, lyh_matcher_free);
    g_clear_pointer(&study->people, lyh_codings_file_free);
    lyh_codebook_free(before);
    return true;
}

static void read_respondents(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *own = study_path(study, "respondents.csv");
    const char *path = study->options.respondents ? study->options.respondents : own;
    const lyh_scheme *scheme = study->settings ? settings_scheme(study->settings) : NULL;
    g_autoptr(lyh_source) source =
        path ? lyh_source_read(path, LYH_SOURCE_TABLE, diags, error) : NULL;
    study->respondents = source ? lyh_respondents_read(source, scheme, diags) : NULL;
    /* A list that nobody has filled in yet declares nobody. */
    study->respondents_declared = study->respondents && !study->options.allow_missing &&
                                  lyh_respondents_count(study->respondents) > 0;
    if (!study->respondents)
        study->respondents = lyh_respondents_new(scheme);
    study->respondents_listed = lyh_respondents_count(study->respondents);
}

static void read_transcripts(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *path = study_path(study, "transcripts.csv");
    g_autoptr(lyh_source) source =
        path ? lyh_source_read(path, LYH_SOURCE_TABLE, diags, error) : NULL;
    study->transcripts = source ? lyh_transcripts_read(source, diags) : NULL;
}

static void read_guide(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *own = study_path(study, "guide.csv");
    const char *path = study->options.guide ? study->options.guide : own;
    study->guide_csv = path ? lyh_csv_open(path, diags, error) : NULL;
    study->guide = study->guide_csv ? lyh_guide_read(study->guide_csv, diags) : NULL;
}

static void read_decisions(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *path = study_path(study, "decisions.csv");
    g_autoptr(lyh_source) source =
        path ? lyh_source_read(path, LYH_SOURCE_TABLE, diags, error) : NULL;
    study->decisions = source ? lyh_decisions_read(source, diags) : NULL;
    study->threshold =
        study->decisions ? lyh_decisions_threshold(study->decisions) : LYH_THRESHOLD;
}

static void read_variants(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *path = study_path(study, "variants.csv");
    if (path)
        study_read_variants(path, study->vocabulary, study->lexicon, diags, error);
}

static bool is_sound(const lyh_study *study, size_t errors, lyh_diags *diags,
                     lyh_error *error)
{
    if (lyh_diags_error_count(diags) == errors && error->kind == LYH_ERROR_NONE)
        return true;
    if (error->kind == LYH_ERROR_NONE)
        lyh_error_set(error, LYH_ERROR_DATA, 0, study->options.folder);
    return false;
}

lyh_study *lyh_study_open(const lyh_study_options *options, lyh_diags *diags,
                          lyh_error *error)
{
    g_autoptr(lyh_study) study = g_new0(lyh_study, 1);
    size_t errors = lyh_diags_error_count(diags);
    study->options = *options;

    read_settings(study, diags, error);
    read_codebook(study, diags, error);
    read_respondents(study, diags, error);
    read_transcripts(study, diags, error);
    read_guide(study, diags, error);
    read_decisions(study, diags, error);
    study->sets = codings_paths(options->folder, diags, error);
    study->files = transcripts_of(study);
    if (options->file_count == 0)
        study->survey = study_survey_read(study, diags, error);
    check_names_differ(study, diags);
    study->vocabulary = lyh_vocabulary_new();
    study->told = told_transcripts_new();
    study->dictionary = lyh_dictionary_new(options->dictionary);
    study->lexicon = lyh_lexicon_new(study->vocabulary, study->dictionary);
    read_variants(study, diags, error);
    return is_sound(study, errors, diags, error) ? g_steal_pointer(&study) : NULL;
}

void lyh_study_free(lyh_study *study)
{
    if (!study)
        return;
    study_kept_free(study->kept);
    told_transcripts_free(study->told);
    study_survey_free(study->survey);
    lyh_duplicates_free(study->repeats.duplicates);
    lyh_codings_file_free(study->people);
    lyh_matcher_free(study->matcher);
    lyh_objects_free(study->objects);
    g_clear_pointer(&study->is_staff, g_byte_array_unref);
    lyh_compounds_free(study->compounds);
    lyh_lexicon_free(study->lexicon);
    lyh_dictionary_free(study->dictionary);
    lyh_vocabulary_free(study->vocabulary);
    lyh_decisions_free(study->decisions);
    lyh_guide_free(study->guide);
    lyh_csv_free(study->guide_csv);
    lyh_transcripts_free(study->transcripts);
    lyh_respondents_free(study->respondents);
    lyh_codebook_free(study->codebook);
    free_origin(study->codebook_origin);
    settings_free(study->settings);
    g_clear_pointer(&study->sets, g_ptr_array_unref);
    g_clear_pointer(&study->files, g_ptr_array_unref);
    g_free(study->codings_path);
    g_free(study);
}

char *lyh_study_find(const char *start)
{
    g_autofree char *folder = g_canonicalize_filename(start, NULL);
    for (;;) {
        g_autofree char *file = g_build_filename(folder, "lyhord.ini", NULL);
        if (g_file_test(file, G_FILE_TEST_IS_REGULAR))
            return strdup(folder);
        char *parent = g_path_get_dirname(folder);
        if (strcmp(parent, folder) == 0) {
            g_free(parent);
            return NULL;
        }
        g_free(folder);
        folder = parent;
    }
}

const char *lyh_study_setting(const lyh_study *study, const char *key)
{
    return settings_value(study->settings, "study", key);
}

size_t lyh_study_number(const lyh_study *study, const char *key)
{
    return settings_number(study->settings, key);
}

const char *lyh_study_report_setting(const lyh_study *study, const char *key)
{
    return settings_value(study->settings, "report", key);
}

const char *lyh_study_group_by(const lyh_study *study)
{
    return settings_value(study->settings, "groups", "by");
}

const lyh_codebook *lyh_study_codebook(const lyh_study *study)
{
    return study->codebook;
}

const char *lyh_study_codebook_held(const lyh_study *study)
{
    codebook_origin *origin = study->codebook_origin;
    if (!origin)
        return "";
    if (!*origin->version) {
        code_changing_version_of(&origin->bytes, origin->version);
        free(origin->bytes.data);
        origin->bytes = (lyh_bytes){ 0 };
    }
    return origin->version;
}

const lyh_respondents *lyh_study_respondents(const lyh_study *study)
{
    return study->respondents;
}

lyh_vocabulary *lyh_study_vocabulary(lyh_study *study)
{
    return study->vocabulary;
}

lyh_lexicon *lyh_study_lexicon(lyh_study *study)
{
    return study->lexicon;
}

lyh_compounds *lyh_study_compounds(lyh_study *study)
{
    if (!study->compounds)
        study->compounds = lyh_compounds_new(study->lexicon);
    return study->compounds;
}

size_t lyh_study_threshold(const lyh_study *study)
{
    return study->threshold;
}

size_t lyh_study_question_count(const lyh_study *study)
{
    return study->guide ? lyh_guide_count(study->guide) : 0;
}

const char *lyh_study_question(const lyh_study *study, size_t index)
{
    bool is_there = study->guide && index < lyh_guide_count(study->guide);
    return is_there ? lyh_guide_number(study->guide, index) : "";
}

const char *lyh_study_question_text(const lyh_study *study, size_t index)
{
    return lyh_guide_text(study->guide, index);
}

const char *lyh_study_question_section(const lyh_study *study, size_t index)
{
    return lyh_guide_section(study->guide, index);
}

size_t lyh_study_file_count(const lyh_study *study)
{
    return study->files->len;
}

const char *lyh_study_file(const lyh_study *study, size_t index)
{
    g_assert(index < study->files->len);
    return study->files->pdata[index];
}
