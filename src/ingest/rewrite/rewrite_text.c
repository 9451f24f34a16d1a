#include "rewrite_private.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "../../base/autoptr.h"
#include "../formats/format.h"

/* Bytes @start to @end of the decoded file become @text. */
struct change {
    size_t start, end;
    char *text;
};

static void clear_change(void *data)
{
    g_free(((struct change *)data)->text);
}

/* ------ from the document back to the file ------ */

static bool is_combining(const char *text, size_t size)
{
    size_t length;
    return size > 0 &&
           g_unichar_combining_class((gunichar)lyh_text_char(text, size, &length)) != 0;
}

/* Bytes of the file that stand for one sign of the document at @at: an entity, a doubled
 * quotation mark, a letter with the accents that became one with it. */
static size_t extent(const lyh_source *source, size_t at, size_t next, bool is_composed)
{
    const char *text = lyh_source_text(source) + at;
    size_t size = lyh_source_size(source) - at;
    size_t gap = next > at ? next - at : 0;
    if (size == 0)
        return 0;
    if (text[0] == '&' && gap > 1 && gap <= size && text[gap - 1] == ';')
        return gap;
    if (text[0] == '"' && gap == 2 && size > 1 && text[1] == '"')
        return gap;
    size_t length;
    lyh_text_char(text, size, &length);
    while (is_composed && is_combining(text + length, size - length)) {
        size_t more;
        lyh_text_char(text + length, size - length, &more);
        length += more;
    }
    return length;
}

static size_t end_in_source(const struct rewriting *work, const lyh_source *source,
                            size_t start, size_t end)
{
    const char *text = lyh_document_text(work->document);
    size_t size = lyh_document_size(work->document);
    if (end == start)
        return lyh_document_origin(work->document, start).byte;
    size_t last = (size_t)(g_utf8_prev_char(text + end) - text);
    size_t byte = lyh_document_origin(work->document, last).byte;
    size_t next = end < size ? lyh_document_origin(work->document, end).byte : 0;
    return byte + extent(source, byte, next, !is_combining(text + end, size - end));
}

static void add_change(GArray *changes, size_t start, size_t end, char *text)
{
    if (changes->len > 0)
        start = MAX(start, g_array_index(changes, struct change, changes->len - 1).end);
    struct change change = { start, MAX(start, end), text };
    g_array_append_val(changes, change);
}

/* ------ what stands in the way of words in a table or a subtitle ------ */

/* Is @at inside a quoted cell? In a well-formed table the marks before it are even outside. */
static bool is_in_quotes(const char *text, size_t from, size_t at, bool is_quoted)
{
    for (size_t i = from; i < at; i++)
        is_quoted = is_quoted != (text[i] == '"');
    return is_quoted;
}

/* The heading has no commas but those between its cells; where it has a stronger sign, that is it. */
static char separator_of(const char *text)
{
    size_t size = strcspn(text, "\r\n");
    for (const char *sign = ";\t,"; *sign; sign++)
        if (memchr(text, *sign, size))
            return *sign;
    return ';';
}

static void append_quoted(GString *cell, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        g_string_append_c(cell, text[i]);
        if (text[i] == '"')
            g_string_append_c(cell, '"');
    }
}

static struct change *change_at(GArray *changes, guint index)
{
    return &g_array_index(changes, struct change, index);
}

/* The cell around changes @first up to @last as one change, in quotes. */
static void quote_cell(const char *source, GArray *changes, guint first, guint last,
                       size_t start, size_t end)
{
    g_autoptr(GString) cell = g_string_new("\"");
    size_t at = start;
    for (guint i = first; i < last; i++) {
        const struct change *change = change_at(changes, i);
        append_quoted(cell, source + at, change->start - at);
        append_quoted(cell, change->text, strlen(change->text));
        at = change->end;
    }
    append_quoted(cell, source + at, end - at);
    g_string_append_c(cell, '"');
    g_array_remove_range(changes, first + 1, last - first - 1);
    struct change *whole = change_at(changes, first);
    g_free(whole->text);
    *whole = (struct change){ start, end, g_string_free(g_steal_pointer(&cell), FALSE) };
}

/* A sign that ends cells would end an unquoted one where it is put in: the cell is put in quotes.
 * Index of the first change after it. */
static guint guard_cell(const char *source, GArray *changes, guint first, char separator)
{
    const char ends[] = { separator, '\r', '\n', '\0' };
    const char signs[] = { separator, '\r', '\n', '"', '\0' };
    size_t start = change_at(changes, first)->start;
    while (start > 0 && !strchr(ends, source[start - 1]))
        start--;
    size_t end = change_at(changes, first)->end;
    bool is_needed = false;
    guint last = first;
    for (; last < changes->len && change_at(changes, last)->start <= end; last++) {
        const struct change *change = change_at(changes, last);
        is_needed = is_needed || strpbrk(change->text, signs);
        end = MAX(end, change->end);
        end += strcspn(source + end, ends);
    }
    if (is_needed)
        quote_cell(source, changes, first, last, start, end);
    return is_needed ? first + 1 : last;
}

static void double_quotes(struct change *change)
{
    g_autoptr(GString) text = g_string_new(NULL);
    append_quoted(text, change->text, strlen(change->text));
    g_free(change->text);
    change->text = g_string_free(g_steal_pointer(&text), FALSE);
}

static void guard_cells(const char *source, GArray *changes)
{
    const char separator = separator_of(source);
    bool is_quoted = false;
    size_t from = 0;
    for (guint i = 0; i < changes->len;) {
        size_t start = change_at(changes, i)->start;
        is_quoted = is_in_quotes(source, from, start, is_quoted);
        from = start;
        if (is_quoted)
            double_quotes(change_at(changes, i++));
        else
            i = guard_cell(source, changes, i, separator);
    }
}

static void guard_tags(GArray *changes)
{
    for (guint i = 0; i < changes->len; i++) {
        struct change *change = &g_array_index(changes, struct change, i);
        g_autoptr(GString) text = g_string_new(change->text);
        g_string_replace(text, "&", "&amp;", 0);
        g_string_replace(text, "<", "&lt;", 0);
        g_free(change->text);
        change->text = g_string_free(g_steal_pointer(&text), FALSE);
    }
}

static void guard(const struct rewriting *work, const lyh_source *source, GArray *changes)
{
    g_autoptr(lyh_diags) quiet = lyh_diags_new(NULL);
    const struct format *format = format_of(work->path, work->bytes, quiet);
    if (format == &format_csv)
        guard_cells(lyh_source_text(source), changes);
    else if (format == &format_vtt)
        guard_tags(changes);
}

/* ------ the changes ------ */

static GArray *changes_of_edits(const struct rewriting *work, const lyh_source *source)
{
    GArray *changes = g_array_new(FALSE, FALSE, sizeof(struct change));
    g_array_set_clear_func(changes, clear_change);
    for (size_t i = 0; i < work->count; i++) {
        const lyh_edit *edit = &work->edits[i];
        add_change(changes, lyh_document_origin(work->document, edit->start).byte,
                   end_in_source(work, source, edit->start, edit->end),
                   g_strdup(edit->replacement));
    }
    return changes;
}

/* The paragraphs of the document with an edit in them, each as one line. */
static GArray *changes_of_paragraphs(const struct rewriting *work, const lyh_source *source)
{
    GArray *changes = g_array_new(FALSE, FALSE, sizeof(struct change));
    g_array_set_clear_func(changes, clear_change);
    const char *text = lyh_document_text(work->document);
    size_t size = lyh_document_size(work->document);
    for (size_t i = 0; i < work->count;) {
        size_t start = work->edits[i].start;
        while (start > 0 && text[start - 1] != '\n')
            start--;
        g_autoptr(GString) line = g_string_new(NULL);
        size_t at = start;
        size_t end = start + strcspn(text + start, "\n");
        for (; i < work->count && work->edits[i].start <= end; i++) {
            g_string_append_len(line, text + at, (gssize)(work->edits[i].start - at));
            g_string_append(line, work->edits[i].replacement);
            at = work->edits[i].end;
            end = MAX(end, at + strcspn(text + at, "\n"));
        }
        end = MIN(end, size);
        g_string_append_len(line, text + at, (gssize)(end - at));
        add_change(changes, lyh_document_origin(work->document, start).byte,
                   end_in_source(work, source, start, end),
                   g_string_free(g_steal_pointer(&line), FALSE));
    }
    return changes;
}

/* ------ writing, in the encoding of the file ------ */

static const char *encoding_of(const lyh_bytes *bytes)
{
    if (bytes->size >= 2 && memcmp(bytes->data, "\xFF\xFE", 2) == 0)
        return "UTF-16LE";
    if (bytes->size >= 2 && memcmp(bytes->data, "\xFE\xFF", 2) == 0)
        return "UTF-16BE";
    return lyh_text_invalid(bytes->data, bytes->size) == bytes->size ? "UTF-8"
                                                                     : "WINDOWS-1252";
}

/* False: a replacement does not fit into @encoding. */
static bool append_encoded(GString *out, const char *text, const char *encoding)
{
    gsize written;
    g_autofree char *encoded = g_convert(text, -1, encoding, "UTF-8", NULL, &written, NULL);
    if (encoded)
        g_string_append_len(out, encoded, (gssize)written);
    return encoded != NULL;
}

static GString *in_place(const struct rewriting *work, const lyh_source *source,
                         const GArray *changes)
{
    const char *encoding = encoding_of(work->bytes);
    g_autoptr(GString) out = g_string_sized_new(work->bytes->size);
    size_t at = 0;
    for (guint i = 0; i < changes->len; i++) {
        const struct change *change = &g_array_index(changes, struct change, i);
        size_t start = lyh_source_byte(source, change->start);
        g_string_append_len(out, work->bytes->data + at, (gssize)(start - at));
        if (!append_encoded(out, change->text, encoding))
            return NULL;
        at = lyh_source_byte(source, change->end);
    }
    g_string_append_len(out, work->bytes->data + at, (gssize)(work->bytes->size - at));
    return g_steal_pointer(&out);
}

static GString *as_utf8(const lyh_source *source, const GArray *changes)
{
    const char *text = lyh_source_text(source);
    GString *out = g_string_sized_new(lyh_source_size(source));
    size_t at = 0;
    for (guint i = 0; i < changes->len; i++) {
        const struct change *change = &g_array_index(changes, struct change, i);
        g_string_append_len(out, text + at, (gssize)(change->start - at));
        g_string_append(out, change->text);
        at = change->end;
    }
    return g_string_append(out, text + at);
}

static GString *whole_text(const struct rewriting *work)
{
    GString *text = rewrite_expected(work);
    g_string_replace(text, "\n", "\n\n", 0);
    return g_string_append_c(text, '\n');
}

GString *rewrite_text(const struct rewriting *work, enum rewrite_care care)
{
    if (care == REWRITE_ALL)
        return whole_text(work);
    g_autoptr(lyh_diags) quiet = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source = lyh_source_from_bytes(
        work->path, LYH_SOURCE_TRANSCRIPT, work->bytes->data, work->bytes->size, quiet);
    if (!source)
        return NULL;
    g_autoptr(GArray) changes = care == REWRITE_BYTES ? changes_of_edits(work, source)
                                                      : changes_of_paragraphs(work, source);
    guard(work, source, changes);
    GString *out = in_place(work, source, changes);
    return out ? out : as_utf8(source, changes);
}
