#include <lyhord/ingest/rewrite.h>

#include <string.h>

#include <lyhord/base/text.h>

#include "../../base/autoptr.h"
#include "../../corpus/autoptr.h"
#include "../formats/format.h"
#include "rewrite_private.h"

/* Formats with a writer of their own; every other is text, or becomes it. */
static const struct writer {
    const struct format *format;
    GString *(*write)(const struct rewriting *work);
} writers[] = {
    { &format_docx, rewrite_docx },
    { &format_odt, rewrite_odt },
};

/* Formats whose files are text, and stay what they are. */
static const struct format *const texts[] = {
    &format_csv, &format_md, &format_srt, &format_txt, &format_vtt,
};

static const struct format *format_quietly(const char *path, const lyh_bytes *bytes)
{
    lyh_diags *quiet = lyh_diags_new(NULL);
    const struct format *format = format_of(path, bytes, quiet);
    lyh_diags_free(quiet);
    return format;
}

static const struct writer *writer_of(const struct format *format)
{
    for (size_t i = 0; i < G_N_ELEMENTS(writers); i++)
        if (writers[i].format == format)
            return &writers[i];
    return NULL;
}

static bool is_text(const struct format *format)
{
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        if (texts[i] == format)
            return true;
    return false;
}

const char *lyh_ingest_rewritten_extension(const char *path, const lyh_bytes *bytes)
{
    const struct format *format = format_quietly(path, bytes);
    return format && (writer_of(format) || is_text(format)) ? format->extension : ".txt";
}

GString *rewrite_expected(const struct rewriting *work)
{
    const char *text = lyh_document_text(work->document);
    GString *expected = g_string_sized_new(lyh_document_size(work->document));
    size_t at = 0;
    for (size_t i = 0; i < work->count; i++) {
        const lyh_edit *edit = &work->edits[i];
        g_assert(edit->start >= at && edit->end >= edit->start);
        g_string_append_len(expected, text + at, (gssize)(edit->start - at));
        g_string_append(expected, edit->replacement);
        at = edit->end;
    }
    return g_string_append(expected, text + at);
}

/* ------ does it read as it should? ------ */

/* How a text is compared: white space at the ends of lines is nothing, in them one space; or,
 * when the paragraphs cannot be compared, no white space and no hyphen at all. */
static char *comparable(const char *text, bool has_paragraphs)
{
    g_autoptr(GString) kept = g_string_new(NULL);
    size_t size = strlen(text);
    char waiting = '\0';
    for (size_t i = 0, length; i < size; i += length) {
        uint32_t c = lyh_text_char(text + i, size - i, &length);
        if (lyh_char_is_space(c)) {
            if (waiting != '\n')
                waiting = c == '\n' ? '\n' : ' ';
            continue;
        }
        if (!has_paragraphs && (c == '-' || c == 0xAD))
            continue;
        if (waiting && has_paragraphs && kept->len > 0)
            g_string_append_c(kept, waiting);
        waiting = '\0';
        g_string_append_len(kept, text + i, (gssize)length);
    }
    g_autofree char *whole = g_string_free(g_steal_pointer(&kept), FALSE);
    return lyh_text_nfc(whole, strlen(whole), NULL);
}

static lyh_document *read_quietly(const char *path, const lyh_bytes *bytes)
{
    lyh_diags *quiet = lyh_diags_new(NULL);
    lyh_document *document = lyh_ingest_bytes(path, bytes, NULL, quiet);
    lyh_diags_free(quiet);
    return document;
}

/* What transcripts.csv or a word list decided is not known here: then joints of lines may fall
 * otherwise, and only the words are compared. */
static bool has_known_paragraphs(const struct rewriting *work)
{
    g_autoptr(lyh_document) again = read_quietly(work->path, work->bytes);
    return again &&
           strcmp(lyh_document_text(again), lyh_document_text(work->document)) == 0;
}

/* A name for the result, which decides its format where the content does not. */
static char *name_of_result(const struct rewriting *work)
{
    g_autofree char *name = lyh_ingest_name(work->path);
    return g_strconcat(name, lyh_ingest_rewritten_extension(work->path, work->bytes), NULL);
}

static bool reads_as_expected(const struct rewriting *work, const GString *result,
                              bool has_paragraphs)
{
    const lyh_bytes bytes = { .data = result->str, .size = result->len };
    g_autofree char *name = name_of_result(work);
    g_autoptr(lyh_document) document = read_quietly(name, &bytes);
    if (!document)
        return false;
    g_autoptr(GString) expected = rewrite_expected(work);
    g_autofree char *wanted = comparable(expected->str, has_paragraphs);
    g_autofree char *got = comparable(lyh_document_text(document), has_paragraphs);
    return strcmp(wanted, got) == 0;
}

/* ------ writing ------ */

/* Text files change as little as will do. */
static GString *rewrite_as_text(const struct rewriting *work, const struct format *format,
                                bool has_paragraphs)
{
    bool is_plain = format == &format_txt;
    bool becomes_text = !is_text(format);
    for (size_t care = becomes_text ? REWRITE_ALL : 0; care < REWRITE_CARES; care++) {
        if (care > REWRITE_BYTES && !is_plain && !becomes_text)
            break;
        GString *result = rewrite_text(work, (enum rewrite_care)care);
        if (result && reads_as_expected(work, result, has_paragraphs))
            return result;
        if (result)
            g_string_free(result, TRUE);
    }
    return NULL;
}

static GString *rewrite_once(const struct rewriting *work, const struct format *format,
                             bool has_paragraphs)
{
    const struct writer *writer = writer_of(format);
    if (!writer)
        return rewrite_as_text(work, format, has_paragraphs && is_text(format));
    GString *result = writer->write(work);
    if (result && reads_as_expected(work, result, has_paragraphs))
        return result;
    if (result)
        g_string_free(result, TRUE);
    return NULL;
}

/* A paragraph that now begins in lower case goes on with the one before, as paragraphs.h has
 * it. That changes no word and no turn: it is said, and let through. */
static GString *rewrite_by_format(const struct rewriting *work)
{
    const struct format *format = format_quietly(work->path, work->bytes);
    if (!format)
        return NULL;
    bool has_paragraphs = has_known_paragraphs(work);
    GString *result = rewrite_once(work, format, has_paragraphs);
    if (result || !has_paragraphs)
        return result;
    result = rewrite_once(work, format, false);
    if (result)
        lyh_diags_note(work->diags, "rewrite-joined", lyh_place_file(work->path),
                       "the words are as they should be, but lines of the new file join "
                       "otherwise when it is read; look at the paragraphs that changed");
    return result;
}

static bool is_utf8(const char *text, size_t size)
{
    return lyh_text_invalid(text, size) == size;
}

/* The file was in another encoding, which had no signs for what was put in. */
static void tell_of_encoding(const struct rewriting *work, const GString *result)
{
    bool was_other = !is_utf8(work->bytes->data, work->bytes->size);
    if (was_other && is_text(format_quietly(work->path, work->bytes)) &&
        is_utf8(result->str, result->len) && !g_str_is_ascii(result->str))
        lyh_diags_note(work->diags, "rewrite-encoding", lyh_place_file(work->path),
                       "the file is written as UTF-8: its own encoding has no signs for "
                       "what was put in");
}

bool lyh_ingest_rewrite(const char *path, const lyh_bytes *bytes,
                        const lyh_document *document, const lyh_edit *edits, size_t count,
                        lyh_output *output, lyh_diags *diags)
{
    const struct rewriting work = { path, bytes, document, edits, count, diags };
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(GString) result = rewrite_by_format(&work);
    if (result) {
        tell_of_encoding(&work, result);
        return lyh_output_write(output, result->str, result->len);
    }
    if (lyh_diags_error_count(diags) == errors)
        lyh_diags_error(diags, "rewrite-differs", lyh_place_file(path),
                        "the file cannot be written so that it reads as it should; save "
                        "it as .txt and try again");
    return false;
}
