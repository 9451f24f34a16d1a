#include <lyhord/study/take_in.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/store/anchor.h>
#include <lyhord/store/beginning.h>
#include <lyhord/study/survey.h>

#include "codings.h"
#include "codings_written.h"
#include "study_private.h"

/* A file of codings/ while it is read. */
typedef struct taken_file {
    char *path;
    char *name; /* of the set */
    char *sum;  /* of the bytes that were taken in */
    lyh_codings_file *file;
    lyh_take_in_set told;
} taken_file;

struct lyh_take_in {
    lyh_study *study;
    GArray *files;          /* taken_file */
    GArray *codings;        /* lyh_event: everyone's */
    GArray *decided;        /* lyh_event: what they decided together */
    GArray *done;           /* lyh_event */
    GHashTable *decided_at; /* set of places and codes, as texts */
    GHashTable *decided_in; /* set of documents, lent */
    GStringChunk *strings;
    void *kept; /* what decided lends from */
};

static void clear_file(void *data)
{
    taken_file *file = data;
    g_free(file->path);
    g_free(file->name);
    g_free(file->sum);
    lyh_codings_file_free(file->file);
}

void lyh_take_in_free(lyh_take_in *taking)
{
    if (!taking)
        return;
    g_array_unref(taking->files);
    g_array_unref(taking->codings);
    g_array_unref(taking->decided);
    g_array_unref(taking->done);
    g_hash_table_unref(taking->decided_at);
    g_hash_table_unref(taking->decided_in);
    g_string_chunk_free(taking->strings);
    g_free(taking->kept);
    g_free(taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_take_in, lyh_take_in_free)

bool lyh_take_in_is_due(const char *folder)
{
    g_autofree char *store = codings_store(folder);
    g_autoptr(GPtrArray) files = codings_files(folder);
    return !store && files->len > 0;
}

static taken_file *file_at(const lyh_take_in *taking, guint index)
{
    return &g_array_index(taking->files, taken_file, index);
}

/* ---- the files ---- */

static lyh_codings_file *codings_in(const lyh_take_in *taking, const char *path,
                                    const lyh_bytes *bytes, lyh_diags *diags)
{
    lyh_source *source =
        lyh_source_from_bytes(path, LYH_SOURCE_TABLE, bytes->data, bytes->size, diags);
    lyh_csv *csv = source ? lyh_csv_take(source, diags) : NULL;
    lyh_codings_file *file =
        csv ? lyh_codings_file_read(csv, taking->study->codebook, diags) : NULL;
    if (!file)
        lyh_csv_free(csv);
    return file;
}

/* What is taken in and what is remembered as taken in are the same bytes, read once. */
static bool read_file(const lyh_take_in *taking, taken_file *file, lyh_diags *diags,
                      lyh_error *error)
{
    lyh_bytes bytes = { .data = NULL };
    if (!lyh_file_read(file->path, LYH_MAX_TABLE, &bytes, error))
        return false;
    file->sum = codings_written_sum(bytes.data, bytes.size);
    file->file = codings_in(taking, file->path, &bytes, diags);
    free(bytes.data);
    return file->file || lyh_error_set(error, LYH_ERROR_DATA, 0, file->path);
}

/* A model's rows are those of whoever answered them, and need no name of their own. */
static bool is_of_model(const taken_file *file)
{
    return strcmp(file->name, LYH_MODEL_CODER) == 0;
}

static void check_name(const taken_file *file, lyh_diags *diags)
{
    bool is_together = strcmp(file->name, LYH_TOGETHER) == 0;
    if (is_together || is_of_model(file) || lyh_event_is_coder(file->name))
        return;
    lyh_diags_error(diags, "workbench-codings", lyh_place_file(file->path),
                    "the file is called after a coder, and this can be nobody's name; give "
                    "it another one");
}

static bool open_file(lyh_take_in *taking, const char *path, lyh_diags *diags,
                      lyh_error *error)
{
    char *name = lyh_ingest_name(path);
    taken_file file = { .path = g_strdup(path), .name = g_strdup(name) };
    free(name);
    check_name(&file, diags);
    bool is_read = read_file(taking, &file, diags, error);
    if (is_read) {
        study_check_documents_are_there(taking->study, file.file, path, diags);
        file.told.is_whole = !lyh_codings_file_other_column(file.file);
    }
    g_array_append_val(taking->files, file);
    return is_read;
}

static bool open_files(lyh_take_in *taking, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(GPtrArray) paths = codings_files(taking->study->options.folder);
    bool is_fine = true;
    if (!taking->study->codebook) {
        lyh_diags_error(diags, "codebook-missing", lyh_place_file(paths->pdata[0]),
                        "codings are of a codebook's codes; put codebook.csv in the study");
        return lyh_error_set(error, LYH_ERROR_DATA, 0, paths->pdata[0]);
    }
    for (guint i = 0; i < paths->len; i++)
        is_fine &= open_file(taking, paths->pdata[i], diags, error);
    return is_fine;
}

/* ---- rows as events ---- */

static const char *keep(const lyh_take_in *taking, const char *text)
{
    return g_string_chunk_insert_const(taking->strings, text ? text : "");
}

static const char *keep_for(void *taking, const char *text)
{
    return keep(taking, text);
}

static lyh_text_place place_of(const lyh_take_in *taking, const lyh_document *document,
                               const lyh_coding *coding)
{
    const lyh_respondents *people = taking->study->respondents;
    return lyh_text_place_kept(document, lyh_document_character(document, coding->start),
                               lyh_document_character(document, coding->end),
                               coding->respondent == LYH_NONE
                                   ? ""
                                   : lyh_respondents_id(people, coding->respondent),
                               keep_for, (gpointer)(uintptr_t)taking);
}

/* Whose decision a row is; NULL: a model's, and nobody has put their name to it. */
static const char *decider_of(const lyh_take_in *taking, const taken_file *file,
                              const lyh_coding *coding)
{
    if (!is_of_model(file))
        return file->name;
    return coding->coder && lyh_event_is_coder(coding->coder) ? keep(taking, coding->coder)
                                                              : NULL;
}

static lyh_event event_of(const lyh_take_in *taking, const char *who,
                          const lyh_document *document, const lyh_coding *coding)
{
    size_t cue_size = coding->cue_end - coding->cue_start;
    bool is_answer = *coding->rule != '\0';
    return (lyh_event){
        .at = LYH_TIME_UNKNOWN,
        .who = who,
        .kind = coding->status == LYH_REJECTED                ? LYH_EVENT_REJECT
                : coding->status == LYH_ACCEPTED && is_answer ? LYH_EVENT_ACCEPT
                                                              : LYH_EVENT_CODE,
        .place = place_of(taking, document, coding),
        .code =
            keep(taking, lyh_codebook_code(taking->study->codebook, coding->code)->name),
        .polarity = coding->polarity,
        .state = coding->state,
        .time = coding->time,
        .cue = g_string_chunk_insert_len(taking->strings,
                                         lyh_document_text(document) + coding->cue_start,
                                         (gssize)cue_size),
        .mark = coding->mark,
        .rule = coding->status == LYH_MANUAL ? "" : keep(taking, coding->rule),
    };
}

/* Two rows of one place are one decision: false for the second. */
static bool note_decided(const lyh_take_in *taking, const lyh_event *event)
{
    const lyh_text_place *place = &event->place;
    g_hash_table_add(taking->decided_in, (char *)(uintptr_t)place->document);
    return g_hash_table_add(taking->decided_at,
                            g_strdup_printf("%s/%zu-%zu/%s/%d/%d", place->document,
                                            place->start, place->end, event->code,
                                            (int)event->polarity, (int)event->state));
}

static void take_row(lyh_take_in *taking, taken_file *file, const lyh_document *document,
                     const lyh_coding *coding)
{
    bool is_together = strcmp(file->name, LYH_TOGETHER) == 0;
    bool is_no_to_nothing = coding->status == LYH_REJECTED && *coding->rule == '\0';
    const char *who = decider_of(taking, file, coding);
    if (coding->status == LYH_SUGGESTED || !who || (is_no_to_nothing && !is_together)) {
        file->told.left++;
        file->told.is_whole = false;
        return;
    }
    lyh_event event = event_of(taking, who, document, coding);
    file->told.codings++;
    if (!is_together) {
        event.id = lyh_event_id_of(&event);
        g_array_append_val(taking->codings, event);
        return;
    }
    event.kind = LYH_EVENT_AGREED;
    event.is_on = coding->status != LYH_REJECTED;
    if (note_decided(taking, &event))
        g_array_append_val(taking->decided, event);
}

static bool take_document(lyh_take_in *taking, const lyh_document *document,
                          lyh_diags *diags)
{
    bool is_fine = true;
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    lyh_tokens_read(tokens, document, lyh_study_vocabulary(taking->study));
    for (guint i = 0; i < taking->files->len; i++) {
        taken_file *file = file_at(taking, i);
        g_autoptr(lyh_codings) codings = lyh_codings_new();
        is_fine &= lyh_codings_file_anchor(file->file, document, tokens, codings, diags);
        for (size_t k = 0; k < lyh_codings_count(codings); k++)
            take_row(taking, file, document, lyh_codings_at(codings, k));
    }
    return is_fine;
}

/* Transcripts, then answers to a survey in people's own words. */
static bool take_documents(lyh_take_in *taking, lyh_diags *diags, lyh_error *error)
{
    size_t files = lyh_study_file_count(taking->study);
    size_t all = files + lyh_study_survey_document_count(taking->study);
    bool is_fine = true;
    for (size_t i = 0; i < all; i++) {
        g_autoptr(lyh_document) document =
            i < files ? lyh_study_document(taking->study, i, diags, error)
                      : lyh_study_survey_document(taking->study, i - files, diags, error);
        is_fine &= document && take_document(taking, document, diags);
    }
    return is_fine;
}

/* ---- what was decided together ---- */

/* Nobody decides together about what they are not done with; said twice it is one event. */
static void add_done(lyh_take_in *taking)
{
    g_autoptr(GHashTable) seen =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < taking->codings->len; i++) {
        const lyh_event *coding = &g_array_index(taking->codings, lyh_event, i);
        char *key = g_strconcat(coding->who, "/", coding->place.document, NULL);
        if (!g_hash_table_add(seen, key) ||
            !g_hash_table_contains(taking->decided_in, coding->place.document))
            continue;
        lyh_event done = { .at = LYH_TIME_UNKNOWN,
                           .who = coding->who,
                           .kind = LYH_EVENT_DONE,
                           .place.document = coding->place.document,
                           .place.turn = LYH_NONE,
                           .is_on = true };
        done.id = lyh_event_id_of(&done);
        g_array_append_val(taking->done, done);
    }
}

static lyh_event *events_of(const GArray *events)
{
    return (lyh_event *)(void *)events->data;
}

static void settle(lyh_take_in *taking)
{
    add_done(taking);
    lyh_together_find(events_of(taking->codings), taking->codings->len,
                      events_of(taking->decided), taking->decided->len, &taking->kept);
    for (guint i = 0; i < taking->decided->len; i++) {
        lyh_event *event = &g_array_index(taking->decided, lyh_event, i);
        event->id = lyh_event_id_of(event);
    }
}

/* ---- all of it ---- */

lyh_take_in *lyh_take_in_new(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(lyh_take_in) taking = g_new0(lyh_take_in, 1);
    taking->study = study;
    taking->files = g_array_new(FALSE, FALSE, sizeof(taken_file));
    g_array_set_clear_func(taking->files, clear_file);
    taking->codings = g_array_new(FALSE, FALSE, sizeof(lyh_event));
    taking->decided = g_array_new(FALSE, FALSE, sizeof(lyh_event));
    taking->done = g_array_new(FALSE, FALSE, sizeof(lyh_event));
    taking->decided_at = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    taking->decided_in = g_hash_table_new(g_str_hash, g_str_equal);
    taking->strings = g_string_chunk_new(16 << 10);
    bool is_fine = open_files(taking, diags, error) && take_documents(taking, diags, error);
    if (!is_fine || lyh_diags_error_count(diags) > errors) {
        if (error->kind == LYH_ERROR_NONE)
            lyh_error_set(error, LYH_ERROR_DATA, 0, study->options.folder);
        return NULL;
    }
    settle(taking);
    return g_steal_pointer(&taking);
}

size_t lyh_take_in_count(const lyh_take_in *taking)
{
    return taking->files->len;
}

const lyh_take_in_set *lyh_take_in_at(const lyh_take_in *taking, size_t index)
{
    g_assert(index < taking->files->len);
    taken_file *file = file_at(taking, (guint)index);
    file->told.name = file->name;
    return &file->told;
}

/* What stands in a file now is not what comes in, when somebody has saved it in the meantime. */
static bool is_as_read(const taken_file *file, lyh_diags *diags, lyh_error *error)
{
    lyh_bytes bytes = { .data = NULL };
    if (!lyh_file_read(file->path, LYH_MAX_TABLE, &bytes, error))
        return false;
    g_autofree char *sum = codings_written_sum(bytes.data, bytes.size);
    free(bytes.data);
    if (strcmp(sum, file->sum) == 0)
        return true;
    lyh_diags_error(
        diags, "workbench-codings", lyh_place_file(file->path),
        "somebody has changed this file just now, so nothing has been taken in; "
        "do it again when it is saved");
    return lyh_error_set(error, LYH_ERROR_DATA, 0, file->path);
}

/* Files whose every word came in are copies from now on, and may be written anew. */
static bool remember_files(const lyh_take_in *taking, lyh_error *error)
{
    g_autoptr(codings_written) written =
        codings_written_read(taking->study->options.folder);
    for (guint i = 0; i < taking->files->len; i++) {
        const taken_file *file = file_at(taking, i);
        g_autofree char *name = g_path_get_basename(file->path);
        if (file->told.is_whole)
            codings_written_add_sum(written, name, file->sum);
    }
    return codings_written_keep(written, error);
}

bool lyh_take_in_make(const lyh_take_in *taking, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(lyh_event));
    const GArray *const lists[] = { taking->codings, taking->done, taking->decided };
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        g_array_append_vals(all, lists[i]->data, lists[i]->len);
    g_autofree char *path =
        g_build_filename(taking->study->options.folder, "study.db", NULL);
    g_autoptr(lyh_journal) journal =
        lyh_journal_begin(events_of(all), all->len, diags, error);
    bool is_fine = journal != NULL;
    for (guint i = 0; is_fine && i < taking->files->len; i++)
        is_fine = is_as_read(file_at(taking, i), diags, error);
    /* a file is a copy once what it holds stands in study.db, and not before */
    return is_fine && lyh_journal_write(journal, path, error) &&
           remember_files(taking, error);
}
