#include <lyhord/ingest/ingest.h>

#include <errno.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "asides.h"
#include "formats/format.h"
#include "furniture.h"
#include "line_numbers.h"
#include "marks.h"
#include "paragraphs.h"
#include "quotations.h"
#include "turns.h"

/* Every extension a transcript may have, also those that other readers will take: names of
 * documents must not change when a format is added. */
static const char *const extensions[] = { ".csv", ".docx", ".md",  ".odt",
                                          ".pdf", ".srt",  ".txt", ".vtt" };

bool lyh_ingest_takes(const char *path)
{
    return format_by_name(path) != NULL;
}

char *lyh_ingest_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    size_t size = strlen(base);
    for (size_t i = 0; i < G_N_ELEMENTS(extensions); i++) {
        size_t length = strlen(extensions[i]);
        if (size > length && g_ascii_strcasecmp(base + size - length, extensions[i]) == 0) {
            size -= length;
            break;
        }
    }
    if (lyh_text_invalid(base, size) < size)
        return lyh_text_shown(base, size, true);
    return lyh_text_nfc(base, size, NULL);
}

/* What is being read. */
struct reading {
    const char *path, *name;
    const lyh_bytes *bytes;
    bool may_take; /* the bytes may become the document's text: it ends with a zero later */
    const lyh_ingest_options *options; /* or NULL */
    lyh_diags *diags;
};

static char *text_of(const struct reading *reading, const line_list *lines,
                     paragraph_list *paragraphs)
{
    char *lent = lines->text->str;
    if (paragraphs->text)
        return g_string_free(g_steal_pointer(&paragraphs->text), FALSE);
    if (reading->may_take && lent == reading->bytes->data)
        return lent;
    return g_strndup(lent, paragraphs->size);
}

/* The text becomes the document's. */
static lyh_document *document_of(const struct reading *reading, const line_list *lines,
                                 paragraph_list *paragraphs)
{
    char *text = text_of(reading, lines, paragraphs);
    lyh_document *document =
        lyh_document_take(reading->name, reading->path, text, paragraphs->size);
    for (size_t i = 0; i < paragraphs->steps->len; i++)
        lyh_document_add_origin(document,
                                g_array_index(paragraphs->steps, lyh_origin_step, i));
    return document;
}

/* All of the text as one turn, so that its words can be looked at. */
static lyh_document *read_plain(const struct reading *reading, const line_list *lines)
{
    g_autoptr(paragraph_list) paragraphs = paragraphs_plain(lines);
    lyh_document *document = document_of(reading, lines, paragraphs);
    size_t nobody = lyh_document_add_speaker(document, "", LYH_ROLE_RESPONDENT);
    if (lyh_document_size(document) > 0)
        lyh_document_add_turn(document, (lyh_turn){ .end = lyh_document_size(document),
                                                    .speaker = nobody,
                                                    .role = LYH_ROLE_RESPONDENT,
                                                    .respondent = LYH_NONE,
                                                    .question = LYH_NONE });
    return document;
}

/* The judge of divided words, for formats that divide them at line ends. */
static paragraph_list *paragraphs_of(const struct reading *reading, const line_list *lines,
                                     const mark_list *marks)
{
    if (!lines->is_paged)
        return paragraphs_new(lines, marks, NULL);
    g_autoptr(hyphen_judge) judge =
        hyphens_new(lines, reading->options ? reading->options->lexicon : NULL);
    paragraph_list *paragraphs = paragraphs_new(lines, marks, judge);
    if (hyphens_unsure(judge) > 0)
        lyh_diags_note(reading->diags, "hyphens-unsure", lyh_place_file(reading->path),
                       "words divided at the end of a line are put together without a "
                       "dictionary to ask (%zu)",
                       hyphens_unsure(judge));
    return paragraphs;
}

/* What the document's text has: nobody looks twice where it is the lines' from their beginning. */
static text_signs *signs_of(line_list *lines, const lyh_document *document,
                            bool is_of_lines)
{
    size_t size = lyh_document_size(document);
    if (!is_of_lines || !lines_are_taken(lines) || !lines->signs)
        return signs_new(lyh_document_text(document), size);
    text_signs *signs = g_steal_pointer(&lines->signs);
    for (size_t i = 0; i < TEXT_SIGNS; i++)
        while (signs->of[i].count > 0 && signs->of[i].at[signs->of[i].count - 1] >= size)
            signs->of[i].count--;
    return signs;
}

static lyh_document *read_interview(const struct reading *reading, line_list *lines)
{
    const lyh_ingest_options *options = reading->options;
    lyh_diags *diags = reading->diags;
    line_numbers_pass(lines, reading->path, diags);
    if (lines->is_paged)
        furniture_find(lines, reading->path, diags);
    g_autoptr(mark_list) marks = marks_find(lines, reading->path, reading->name,
                                            options ? options->transcripts : NULL, diags);
    g_autoptr(paragraph_list) paragraphs = paragraphs_of(reading, lines, marks);
    bool is_of_lines = !paragraphs->text;
    lyh_document *document = document_of(reading, lines, paragraphs);
    g_autoptr(text_signs) signs = signs_of(lines, document, is_of_lines);
    turns_add(document, paragraphs, marks, signs, lines->source, diags);
    asides_add(document, paragraphs, signs, lines->source, diags);
    quotations_add(document, signs);
    if (lines->marks_are_ids)
        lyh_document_set_marks_are_ids(document);
    if (options && options->guide)
        lyh_guide_tie(options->guide, document);
    return document;
}

static lyh_document *read_bytes(const char *path, const lyh_bytes *bytes, bool may_take,
                                const lyh_ingest_options *options, lyh_diags *diags)
{
    const struct format *format = format_of(path, bytes, diags);
    g_autoptr(line_list) lines = format ? format->read(path, bytes, diags) : NULL;
    if (!lines)
        return NULL;

    g_autofree char *name = lyh_ingest_name(path);
    const struct reading reading = { path, name, bytes, may_take, options, diags };
    if (options && options->is_plain)
        return read_plain(&reading, lines);
    return read_interview(&reading, lines);
}

lyh_document *lyh_ingest_bytes(const char *path, const lyh_bytes *bytes,
                               const lyh_ingest_options *options, lyh_diags *diags)
{
    return read_bytes(path, bytes, false, options, diags);
}

/* Only a file of answers is ever so large, and there is a command that reads it in pieces. */
static void tell_of_size(const char *path, lyh_diags *diags)
{
    g_autofree char *name = g_ascii_strdown(path, -1);
    if (g_str_has_suffix(name, ".csv"))
        lyh_diags_error(
            diags, "file-too-large", lyh_place_file(path),
            "the file is larger than 64 MiB; answers, one a row, are counted in "
            "a file of any size by lyhord tally: to code or read them, split it");
    else
        lyh_diags_error(diags, "file-too-large", lyh_place_file(path),
                        "the file is larger than 64 MiB; a transcript never is: split it");
}

lyh_document *lyh_ingest_read(const char *path, const lyh_ingest_options *options,
                              lyh_diags *diags, lyh_error *error)
{
    lyh_bytes bytes = { .data = NULL };
    lyh_error failure = { .kind = LYH_ERROR_NONE };
    if (!lyh_file_read(path, LYH_MAX_TRANSCRIPT, &bytes, &failure)) {
        if (failure.kind == LYH_ERROR_DATA && failure.number == EFBIG)
            tell_of_size(path, diags);
        if (error)
            *error = failure;
        return NULL;
    }

    lyh_document *document = read_bytes(path, &bytes, true, options, diags);
    if (document && lyh_document_text(document) == bytes.data)
        bytes.data[lyh_document_size(document)] = '\0';
    else
        g_free(bytes.data);
    if (!document)
        lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return document;
}
