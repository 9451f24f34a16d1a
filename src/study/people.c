#include "people.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/ingest/metadata.h>

#include "findings_told.h"
#include "own_texts.h"
#include "study_private.h"
#include "survey.h"

struct people_check {
    lyh_study *study;
    lyh_study_scan *scan;
    findings_told *told;
    lyh_diags *diags;
    /* Files are read a second time here: what is wrong with them has been said at the first. */
    lyh_diags *unsaid;
};

people_check *people_check_new(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    lyh_study_scan *scan = lyh_study_scan_new(study, diags, error);
    if (!scan)
        return NULL;
    people_check *checking = g_new0(people_check, 1);
    findings_told *told = findings_told_new(scan, diags, study->options.shows_text);
    *checking = (people_check){ study, scan, told, diags, lyh_diags_new(NULL) };
    return checking;
}

void people_check_free(people_check *checking)
{
    if (!checking)
        return;
    findings_told_free(checking->told);
    lyh_study_scan_free(checking->scan);
    lyh_diags_free(checking->unsaid);
    g_free(checking);
}

static void scan_text(const people_check *checking, const char *text, size_t size,
                      bool is_published, place_of place, const void *where)
{
    findings_tell(checking->told,
                  &(findings_text){ text, size, is_published, false, place, where });
}

/* A transcript, and its source when it is a text file whose lines can be told. */
typedef struct told_document {
    const people_check *checking;
    const lyh_document *document;
    lyh_source *source; /* read at the first finding */
    bool is_tried;
} told_document;

static lyh_place place_in_document(const void *where, size_t start, size_t end)
{
    told_document *told = (told_document *)where;
    lyh_error unread = { 0 };
    if (!told->is_tried && lyh_document_origin(told->document, start).paragraph == 0)
        told->source =
            lyh_source_read(lyh_document_path(told->document), LYH_SOURCE_TRANSCRIPT,
                            told->checking->unsaid, &unread);
    told->is_tried = true;
    return lyh_document_place(told->document, told->source, start, end);
}

void people_check_document(people_check *checking, const lyh_document *document)
{
    told_document told = { .checking = checking, .document = document };
    findings_tell(checking->told, &(findings_text){ lyh_document_text(document),
                                                    lyh_document_size(document), false,
                                                    true, place_in_document, &told });
    lyh_source_free(told.source);
}

static lyh_place place_of_file(const void *where, size_t start, size_t end)
{
    (void)start;
    (void)end;
    return lyh_place_file(where);
}

/* "Anna_Berg-2.docx" is read as words. */
static void check_file_name(const people_check *checking, const char *path)
{
    g_autofree char *name = lyh_ingest_name(path);
    g_strdelimit(name, "_", ' ');
    scan_text(checking, name, strlen(name), false, place_of_file, path);
}

/* What programs and careful people write where an author would stand. */
static bool is_neutral(const char *value)
{
    static const char *const words[] = { "anonym",    "anonymous",     "author",
                                         "användare", "brukarrevisor", "brukarrevisorer",
                                         "lyhörd",    "python-docx",   "unknown",
                                         "okänd",     "user",          NULL };
    g_autofree char *folded = lyh_text_fold(value, strlen(value), NULL);
    return g_strv_contains(words, folded);
}

static void check_property(const people_check *checking, const char *path,
                           lyh_property property, const char *value)
{
    if (!lyh_property_is_name(property)) {
        scan_text(checking, value, strlen(value), false, place_of_file, path);
        return;
    }
    if (is_neutral(value))
        return;
    lyh_diags_warning(
        checking->diags, "personal-metadata", lyh_place_file(path),
        "the file's properties name somebody (%s); anonymize --apply writes "
        "it without, or take it away in the program that made it",
        lyh_tr(lyh_diags_catalog(checking->diags), lyh_property_name(property)));
}

static void check_properties(const people_check *checking, const char *path)
{
    lyh_bytes bytes = { .data = NULL };
    lyh_error unread = { 0 };
    if (!lyh_file_read(path, LYH_MAX_TRANSCRIPT, &bytes, &unread))
        return;
    lyh_metadata *metadata = lyh_metadata_read(path, &bytes);
    for (size_t i = 0; i < lyh_metadata_count(metadata); i++)
        check_property(checking, path, lyh_metadata_property(metadata, i),
                       lyh_metadata_value(metadata, i));
    lyh_metadata_free(metadata);
    free(bytes.data);
}

typedef struct told_cell {
    const lyh_csv *csv;
    size_t row, column;
} told_cell;

static lyh_place place_in_cell(const void *where, size_t start, size_t end)
{
    const told_cell *cell = where;
    return lyh_csv_place_within(cell->csv, cell->row, cell->column, start, end);
}

/* Columns that hold fixed words and numbers of ours, or names of files that are told of anyway. */
#define OF_THE_PROGRAM                                                                     \
    "document|dokument|turn|tur|replik|start|end|slut|code|kod|polarity|polaritet|state|"  \
    "läge|time|tid|status|rule|regel|mark|märke|text_sha256|coder|kodare|fil|file"

static bool is_looked_at(const lyh_csv *csv, size_t column)
{
    g_auto(GStrv) names = g_strsplit(OF_THE_PROGRAM, "|", -1);
    const char *heading = lyh_csv_heading(csv, column);
    g_autofree char *folded = lyh_text_fold(heading, strlen(heading), NULL);
    return !g_strv_contains((const char *const *)names, g_strstrip(folded));
}

/* Its lines are read as a transcript's are: none may be shown under the message about it. */
static void check_table(const people_check *checking, const char *path)
{
    lyh_error unread = { 0 };
    g_autoptr(lyh_source) source =
        lyh_source_read(path, LYH_SOURCE_TRANSCRIPT, checking->unsaid, &unread);
    g_autoptr(lyh_csv) csv = source ? lyh_csv_read(source, checking->unsaid) : NULL;
    for (size_t column = 0; csv && column < lyh_csv_column_count(csv); column++) {
        bool looks = is_looked_at(csv, column);
        for (size_t row = 0; looks && row < lyh_csv_row_count(csv); row++) {
            const told_cell cell = { csv, row, column };
            const char *text = lyh_csv_cell(csv, row, column);
            scan_text(checking, text, strlen(text), false, place_in_cell, &cell);
        }
    }
}

/* The answers in own words are looked at as documents; here what stands beside them. */
static void check_survey(const people_check *checking)
{
    lyh_error unread = { 0 };
    const char *path = lyh_study_survey_path(checking->study);
    g_autoptr(lyh_source) source =
        g_str_has_suffix(path, ".csv")
            ? lyh_source_read(path, LYH_SOURCE_TRANSCRIPT, checking->unsaid, &unread)
            : NULL;
    g_autoptr(lyh_csv) csv = source ? lyh_csv_read(source, checking->unsaid) : NULL;
    const lyh_survey *survey = lyh_study_survey(checking->study);
    for (size_t column = 0; csv && survey && column < lyh_csv_column_count(csv); column++) {
        bool looks = !lyh_survey_is_words(survey, column);
        for (size_t row = 0; looks && row < lyh_csv_row_count(csv); row++) {
            const told_cell cell = { csv, row, column };
            const char *text = lyh_csv_cell(csv, row, column);
            scan_text(checking, text, strlen(text), false, place_in_cell, &cell);
        }
    }
}

static void check_tables(const people_check *checking)
{
    static const char *const names[] = { "guide.csv", "questions.csv", "respondents.csv",
                                         "transcripts.csv", "variants.csv" };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = study_path(checking->study, names[i]);
        if (path)
            check_table(checking, path);
    }
    check_survey(checking);
    g_autoptr(GPtrArray) codings = study_codings_files(checking->study);
    for (guint i = 0; i < codings->len; i++)
        check_table(checking, codings->pdata[i]);
}

typedef struct told_line {
    const lyh_source *source;
    size_t start; /* of the value */
} told_line;

static lyh_place place_in_line(const void *where, size_t start, size_t end)
{
    const told_line *line = where;
    return lyh_place_text(line->source, line->start + start, line->start + end);
}

/* Settings that are prose; the others are dates and words of the program. */
static bool is_prose(const char *key)
{
    static const char *const keys[] = { "commissioner", "period", "question",
                                        "service",      "title",  NULL };
    return g_strv_contains(keys, key);
}

static void check_setting(const people_check *checking, const lyh_source *source,
                          size_t start, size_t end)
{
    const char *line = lyh_source_text(source) + start;
    const char *sign = memchr(line, '=', end - start);
    if (!sign)
        return;
    g_autofree char *key = g_strstrip(g_strndup(line, (size_t)(sign - line)));
    size_t value = (size_t)(sign - line) + 1;
    const told_line told = { source, start + value };
    if (is_prose(key))
        scan_text(checking, sign + 1, end - start - value, true, place_in_line, &told);
}

static void check_settings(const people_check *checking)
{
    lyh_error unread = { 0 };
    g_autofree char *path = study_path(checking->study, "lyhord.ini");
    g_autoptr(lyh_source) source =
        path ? lyh_source_read(path, LYH_SOURCE_TRANSCRIPT, checking->unsaid, &unread)
             : NULL;
    size_t lines = source ? lyh_source_line(source, lyh_source_size(source)) : 0;
    for (size_t i = 1; i <= lines; i++) {
        size_t start, end;
        lyh_source_line_span(source, i, &start, &end);
        check_setting(checking, source, start, end);
    }
}

/* What people write in the report themselves leaves with it. */
static void check_own_texts(const people_check *checking)
{
    lyh_error unread = { 0 };
    g_autoptr(GPtrArray) paths = own_texts_of(checking->study);
    for (guint i = 0; i < paths->len; i++) {
        g_autoptr(lyh_source) source = lyh_source_read(
            g_ptr_array_index(paths, i), LYH_SOURCE_TRANSCRIPT, checking->unsaid, &unread);
        const told_line told = { source, 0 };
        if (source)
            scan_text(checking, lyh_source_text(source), lyh_source_size(source), true,
                      place_in_line, &told);
    }
}

/* "personnummer 640823-3234": what a decision about a finding speaks of. */
static bool kind_of_target(const char *target, lyh_finding_kind *kind)
{
    g_autofree char *word = g_strndup(target, strcspn(target, " "));
    return lyh_finding_kind_of(word, kind);
}

/* A decision without effect is worse than none: whoever wrote it believes that it holds. */
static void check_decisions(const people_check *checking)
{
    const lyh_decisions *decisions = checking->study->decisions;
    g_autofree char *path = study_path(checking->study, "decisions.csv");
    for (size_t i = 0; decisions && path && i < lyh_decisions_count(decisions); i++) {
        const lyh_decision *decision = lyh_decisions_at(decisions, i);
        lyh_finding_kind kind;
        if (strcmp(decision->kind, "finding") != 0)
            continue;
        if (!kind_of_target(decision->target, &kind))
            lyh_diags_warning(checking->diags, "finding-unknown", lyh_place_file(path),
                              "the decision on line %zu names no finding; its target is "
                              "the class and the words, such as kommun Uppsala",
                              decision->line);
        else if (!lyh_finding_may_be_accepted(kind))
            lyh_diags_warning(checking->diags, "finding-never", lyh_place_file(path),
                              "the decision on line %zu has no effect: nobody can accept "
                              "that this leaves; replace it in the transcript",
                              decision->line);
        else if (!*decision->reason)
            lyh_diags_warning(checking->diags, "finding-reason", lyh_place_file(path),
                              "the decision on line %zu has no effect without a reason",
                              decision->line);
    }
}

/* The list says who is who: it is a key, and no key lies in the study. */
static void check_names_lie_outside(const people_check *checking)
{
    const char *folder = checking->study->options.folder;
    g_autofree char *names = study_names_path(checking->study);
    g_autofree char *inside = folder ? g_canonicalize_filename(folder, NULL) : NULL;
    g_autofree char *prefix = inside ? g_strconcat(inside, "/", NULL) : NULL;
    if (names && prefix && g_str_has_prefix(names, prefix))
        lyh_diags_warning(checking->diags, "names-inside", lyh_place_file(names),
                          "the list of names lies in the study folder, beside the "
                          "transcripts it was taken from; keep it somewhere else");
}

void people_check_files(people_check *checking)
{
    const GPtrArray *files = checking->study->files;
    for (guint i = 0; i < files->len; i++) {
        check_file_name(checking, files->pdata[i]);
        check_properties(checking, files->pdata[i]);
    }
    if (checking->study->options.file_count == 0) {
        check_tables(checking);
        check_settings(checking);
        check_own_texts(checking);
        check_decisions(checking);
        check_names_lie_outside(checking);
        study_note_rare_combinations(checking->study, checking->diags);
    }
}

void people_check_doubts(const people_check *checking)
{
    findings_tell_doubts(checking->told, checking->study->options.lists_doubts);
}

void people_check_limits(const people_check *checking)
{
    const char *const *limits = lyh_scanner_limits();
    g_autoptr(GString) said = g_string_new(NULL);
    for (size_t i = 0; limits[i]; i++)
        g_string_append_printf(said, "%s%s", i ? "; " : "",
                               lyh_tr(lyh_diags_catalog(checking->diags), limits[i]));
    if (checking->study->files->len > 0 && said->len > 0)
        lyh_diags_note(checking->diags, "scan-limits", lyh_place_none(),
                       "the scan knows what its lists hold, so read for yourself too: %s",
                       said->str);
}
