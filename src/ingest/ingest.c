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

/* The text becomes the document's. */
static lyh_document *document_of(const char *path, const char *name,
                                 paragraph_list *paragraphs)
{
    size_t size = paragraphs->text->len;
    char *text = g_string_free(g_steal_pointer(&paragraphs->text), FALSE);
    lyh_document *document = lyh_document_take(name, path, text, size);
    for (size_t i = 0; i < paragraphs->steps->len; i++)
        lyh_document_add_origin(document,
                                g_array_index(paragraphs->steps, lyh_origin_step, i));
    return document;
}

/* All of the text as one turn, so that its words can be looked at. */
static lyh_document *read_plain(const char *path, const char *name, const line_list *lines)
{
    g_autoptr(paragraph_list) paragraphs = paragraphs_plain(lines);
    lyh_document *document = document_of(path, name, paragraphs);
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
static paragraph_list *paragraphs_of(const char *path, const line_list *lines,
                                     const mark_list *marks, lyh_lexicon *lexicon,
                                     lyh_diags *diags)
{
    if (!lines->is_paged)
        return paragraphs_new(lines, marks, NULL);
    g_autoptr(hyphen_judge) judge = hyphens_new(lines, lexicon);
    paragraph_list *paragraphs = paragraphs_new(lines, marks, judge);
    if (hyphens_unsure(judge) > 0)
        lyh_diags_note(diags, "hyphens-unsure", lyh_place_file(path),
                       "words divided at the end of a line are put together without a "
                       "dictionary to ask (%zu)",
                       hyphens_unsure(judge));
    return paragraphs;
}

static lyh_document *read_interview(const char *path, const char *name, line_list *lines,
                                    const lyh_ingest_options *options, lyh_diags *diags)
{
    line_numbers_pass(lines, path, diags);
    if (lines->is_paged)
        furniture_find(lines, path, diags);
    g_autoptr(mark_list) marks =
        marks_find(lines, path, name, options ? options->transcripts : NULL, diags);
    g_autoptr(paragraph_list) paragraphs =
        paragraphs_of(path, lines, marks, options ? options->lexicon : NULL, diags);
    lyh_document *document = document_of(path, name, paragraphs);
    turns_add(document, paragraphs, marks, lines->source, diags);
    asides_add(document, paragraphs, lines->source, diags);
    quotations_add(document);
    if (lines->marks_are_ids)
        lyh_document_set_marks_are_ids(document);
    if (options && options->guide)
        lyh_guide_tie(options->guide, document);
    return document;
}

lyh_document *lyh_ingest_bytes(const char *path, const lyh_bytes *bytes,
                               const lyh_ingest_options *options, lyh_diags *diags)
{
    const struct format *format = format_of(path, bytes, diags);
    g_autoptr(line_list) lines = format ? format->read(path, bytes, diags) : NULL;
    if (!lines)
        return NULL;

    g_autofree char *name = lyh_ingest_name(path);
    if (options && options->is_plain)
        return read_plain(path, name, lines);
    return read_interview(path, name, lines, options, diags);
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

    lyh_document *document = lyh_ingest_bytes(path, &bytes, options, diags);
    g_free(bytes.data);
    if (!document)
        lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return document;
}
