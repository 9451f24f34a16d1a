/* The proposal as people left it, checked against the texts and made to new transcripts. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/study/anonymize.h>

#include <lyhord/base/text.h>
#include <lyhord/ingest/rewrite.h>

#include "../ingest/autoptr.h"
#include "proposal_rows.h"
#include "study_private.h"
#include "survey_words.h"

typedef struct planned {
    size_t start, end; /* code points */
    size_t row;
} planned;

typedef struct apply_walk {
    proposal_rows rows;
    GHashTable *plans; /* document -> GArray of planned */
    lyh_output *diff;
    const lyh_anonymized *made;
    size_t replaced;
    survey_words *answers; /* or NULL */
    lyh_diags *diags;
    lyh_error *error;
} apply_walk;

static lyh_place place(const apply_walk *walk, size_t row, size_t column)
{
    return proposal_place(&walk->rows, row, column);
}

static bool read_position(const apply_walk *walk, size_t row, size_t column,
                          size_t *position)
{
    bool is_number = proposal_number(&walk->rows, row, column, position);
    if (!is_number)
        lyh_diags_error(walk->diags, "proposal-number", place(walk, row, column),
                        "start and end are whole numbers from 0, as they were proposed");
    return is_number;
}

static bool is_kept(const apply_walk *walk, size_t row)
{
    proposal_word says = proposal_says(&walk->rows, row);
    return says == PROPOSAL_IS_KEPT || says == PROPOSAL_IS_UNSURE ||
           *proposal_cell(&walk->rows, row, PROPOSAL_REPLACEMENT) == '\0';
}

static void plan_row(apply_walk *walk, size_t row)
{
    planned plan = { .row = row };
    if (is_kept(walk, row) || !read_position(walk, row, PROPOSAL_START, &plan.start) ||
        !read_position(walk, row, PROPOSAL_END, &plan.end))
        return;
    const char *document = proposal_cell(&walk->rows, row, PROPOSAL_DOCUMENT);
    GArray *plans = g_hash_table_lookup(walk->plans, document);
    if (!plans) {
        plans = g_array_new(FALSE, FALSE, sizeof(planned));
        g_hash_table_insert(walk->plans, (char *)document, plans);
    }
    g_array_append_val(plans, plan);
}

static void check_documents(const apply_walk *walk, const lyh_study *study)
{
    g_autoptr(GHashTable) names = study_document_names(study);
    GHashTableIter iter;
    gpointer name, plans;
    g_hash_table_iter_init(&iter, walk->plans);
    while (g_hash_table_iter_next(&iter, &name, &plans))
        if (!g_hash_table_contains(names, name) && !study_survey_has_document(study, name))
            lyh_diags_error(walk->diags, "proposal-document",
                            place(walk, g_array_index((GArray *)plans, planned, 0).row,
                                  PROPOSAL_DOCUMENT),
                            "there is no document '%s' among the transcripts",
                            (char *)name);
}

static int by_start(const void *a, const void *b)
{
    const planned *one = a, *two = b;
    return one->start < two->start ? -1 : one->start > two->start;
}

/* Does the quoted text stand at its place, and nowhere in what another row replaces? */
static bool fits(const apply_walk *walk, const lyh_document *document, const planned *plan,
                 const lyh_edit *before)
{
    const char *quote = proposal_cell(&walk->rows, plan->row, PROPOSAL_TEXT);
    size_t start = lyh_document_byte(document, plan->start);
    size_t end = lyh_document_byte(document, plan->end);
    bool stands = plan->start < plan->end && end - start == strlen(quote) &&
                  memcmp(lyh_document_text(document) + start, quote, end - start) == 0;
    if (!stands)
        lyh_diags_error(walk->diags, "proposal-text", place(walk, plan->row, PROPOSAL_TEXT),
                        "the text does not stand in '%s' from character %zu to %zu; "
                        "propose anew, or mend the row",
                        lyh_document_name(document), plan->start, plan->end);
    else if (before && start < before->end)
        lyh_diags_error(walk->diags, "proposal-overlap",
                        place(walk, plan->row, PROPOSAL_START),
                        "two rows replace the same characters of '%s'; keep one of them",
                        lyh_document_name(document));
    return stands;
}

static GArray *edits_of(apply_walk *walk, const lyh_document *document)
{
    GArray *edits = g_array_new(FALSE, FALSE, sizeof(lyh_edit));
    GArray *plans = g_hash_table_lookup(walk->plans, lyh_document_name(document));
    if (!plans)
        return edits;
    g_array_sort(plans, by_start);
    for (guint i = 0; i < plans->len; i++) {
        const planned *plan = &g_array_index(plans, planned, i);
        const lyh_edit *before =
            edits->len > 0 ? &g_array_index(edits, lyh_edit, edits->len - 1) : NULL;
        const lyh_edit edit = { lyh_document_byte(document, plan->start),
                                lyh_document_byte(document, plan->end),
                                proposal_cell(&walk->rows, plan->row,
                                              PROPOSAL_REPLACEMENT) };
        if (fits(walk, document, plan, before))
            g_array_append_val(edits, edit);
    }
    return edits;
}

/* Where the line that holds @offset begins and ends. */
static size_t line_start(const char *text, size_t offset)
{
    while (offset > 0 && text[offset - 1] != '\n')
        offset--;
    return offset;
}

static size_t line_end(const char *text, size_t offset)
{
    return offset + strcspn(text + offset, "\n");
}

/* Edits from @first on that touch the same line: the line before, and as it will be. */
static guint show_line(lyh_output *diff, const char *text, const GArray *edits, guint first)
{
    const lyh_edit *edit = &g_array_index(edits, lyh_edit, first);
    size_t start = line_start(text, edit->start), end = line_end(text, edit->end);
    size_t done = start;
    g_autoptr(GString) after = g_string_new(NULL);
    guint next = first;
    while (next < edits->len && g_array_index(edits, lyh_edit, next).start < end) {
        edit = &g_array_index(edits, lyh_edit, next++);
        g_string_append_len(after, text + done, (gssize)(edit->start - done));
        g_string_append(after, edit->replacement);
        done = edit->end;
        end = line_end(text, MAX(done, start));
    }
    g_string_append_len(after, text + done, (gssize)(end - done));
    g_autofree char *before = g_strndup(text + start, end - start);
    char *shown = lyh_text_shown(before, strlen(before), true);
    char *made = lyh_text_shown(after->str, after->len, true);
    lyh_output_printf(diff, "-%s\n+%s\n", shown, made);
    free(shown);
    free(made);
    return next;
}

static void show_diff(lyh_output *diff, const lyh_document *document, const char *name,
                      const GArray *edits)
{
    if (!diff || edits->len == 0)
        return;
    lyh_output_printf(diff, "--- %s\n+++ %s\n", lyh_document_path(document), name);
    for (guint i = 0; i < edits->len;)
        i = show_line(diff, lyh_document_text(document), edits, i);
}

static char *name_of_rewritten(const char *path, const lyh_bytes *bytes)
{
    const char *extension = lyh_ingest_rewritten_extension(path, bytes);
    g_autofree char *base = g_path_get_basename(path);
    if (g_str_has_suffix(base, extension))
        return g_steal_pointer(&base);
    g_autofree char *name = lyh_ingest_name(path);
    return g_strconcat(name, extension, NULL);
}

/* The file as it is now; written anew with the edits made. */
static bool rewrite(apply_walk *walk, const lyh_document *document, const GArray *edits)
{
    const char *path = lyh_document_path(document);
    lyh_bytes bytes = { .data = NULL };
    if (!lyh_file_read(path, LYH_MAX_TRANSCRIPT, &bytes, walk->error))
        return false;
    g_autofree char *name = name_of_rewritten(path, &bytes);
    lyh_output *output = lyh_output_to_memory();
    show_diff(walk->diff, document, name, edits);
    bool is_made = lyh_ingest_rewrite(path, &bytes, document, (const void *)edits->data,
                                      edits->len, output, walk->diags);
    free(bytes.data);
    if (is_made)
        walk->made->take(walk->made->user, name, output);
    else
        lyh_output_discard(output);
    return is_made || lyh_error_set(walk->error, LYH_ERROR_DATA, 0, path);
}

static bool apply_to(void *user, const lyh_visit *visit)
{
    apply_walk *walk = user;
    size_t errors = lyh_diags_error_count(walk->diags);
    g_autoptr(GArray) edits = edits_of(walk, visit->document);
    walk->replaced += edits->len;
    return lyh_diags_error_count(walk->diags) > errors ||
           rewrite(walk, visit->document, edits);
}

/* Answers stand in cells of one file, which is written when all are done. */
static bool apply_to_answers(void *user, const lyh_visit *visit)
{
    apply_walk *walk = user;
    size_t errors = lyh_diags_error_count(walk->diags);
    g_autoptr(GArray) edits = edits_of(walk, visit->document);
    walk->replaced += edits->len;
    if (lyh_diags_error_count(walk->diags) > errors)
        return true;
    show_diff(walk->diff, visit->document, "survey.csv", edits);
    if (survey_words_edit(walk->answers, visit->document, edits))
        return true;
    GArray *plans = g_hash_table_lookup(walk->plans, lyh_document_name(visit->document));
    lyh_diags_error(
        walk->diags, "proposal-answer",
        place(walk, g_array_index(plans, planned, 0).row, PROPOSAL_DOCUMENT),
        "a row about '%s' replaces something outside the answers; questions and "
        "ids stand in other files",
        lyh_document_name(visit->document));
    return true;
}

static bool apply_to_survey(apply_walk *walk, lyh_study *study)
{
    if (!walk->made->take_survey || lyh_study_survey_document_count(study) == 0)
        return true;
    size_t errors = lyh_diags_error_count(walk->diags);
    g_autoptr(survey_words) answers = survey_words_new(study);
    walk->answers = answers;
    bool is_done = lyh_study_walk_survey(study, LYH_WHICH_NONE, apply_to_answers, walk,
                                         walk->diags, walk->error);
    if (is_done && lyh_diags_error_count(walk->diags) == errors)
        walk->made->take_survey(walk->made->user, survey_words_write(answers));
    return is_done;
}

static bool apply_all(apply_walk *walk, lyh_study *study)
{
    check_documents(walk, study);
    return lyh_study_walk(study, LYH_WHICH_NONE, apply_to, walk, walk->diags,
                          walk->error) &&
           apply_to_survey(walk, study);
}

bool lyh_anonymize_apply(lyh_study *study, const char *path, lyh_output *diff,
                         const lyh_anonymized *made, size_t *replaced, lyh_diags *diags,
                         lyh_error *error)
{
    g_autoptr(GHashTable) plans =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref);
    apply_walk walk = {
        .plans = plans, .diff = diff, .made = made, .diags = diags, .error = error
    };
    size_t errors = lyh_diags_error_count(diags);
    bool is_read = proposal_rows_read(&walk.rows, path, diags, error);
    for (size_t row = 0; is_read && row < lyh_csv_row_count(walk.rows.csv); row++)
        plan_row(&walk, row);
    bool walked = is_read && apply_all(&walk, study);
    proposal_rows_clear(&walk.rows);
    *replaced = walk.replaced;
    if (walked && lyh_diags_error_count(diags) == errors)
        return true;
    if (error->kind == LYH_ERROR_NONE)
        lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return false;
}
