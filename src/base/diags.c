#include <lyhord/base/diags.h>

#include <stdarg.h>
#include <string.h>

#include <glib.h>
#include <utf8proc.h>

#include <lyhord/base/text.h>

/* Longer lines are shown as a window round the caret. */
#define EXCERPT_MAX 160

struct lyh_diags {
    const lyh_catalog *catalog;
    GPtrArray *kept;               /* lyh_diag */
    size_t added[LYH_SERIOUS + 1]; /* by severity, also those not kept */
};

lyh_place lyh_place_none(void)
{
    return (lyh_place){ 0 };
}

lyh_place lyh_place_file(const char *file)
{
    return (lyh_place){ .file = file };
}

lyh_place lyh_place_text(const lyh_source *source, size_t start, size_t end)
{
    return (lyh_place){
        .file = lyh_source_name(source), .source = source, .start = start, .end = end
    };
}

lyh_place lyh_place_paragraph(const char *file, size_t paragraph, size_t character)
{
    return (lyh_place){ .file = file, .paragraph = paragraph, .character = character };
}

lyh_place lyh_place_line(const char *file, size_t line, size_t column)
{
    return (lyh_place){ .file = file, .line = line, .column = column };
}

lyh_place lyh_place_page(const char *file, size_t page, size_t paragraph, size_t character)
{
    return (lyh_place){
        .file = file, .page = page, .paragraph = paragraph, .character = character
    };
}

static void free_diag(gpointer data)
{
    lyh_diag *diag = data;
    g_free(diag->message);
    g_free(diag->file);
    g_free(diag->excerpt);
    g_free(diag);
}

lyh_diags *lyh_diags_new(const lyh_catalog *catalog)
{
    lyh_diags *diags = g_new0(lyh_diags, 1);
    diags->catalog = catalog;
    diags->kept = g_ptr_array_new_with_free_func(free_diag);
    return diags;
}

void lyh_diags_free(lyh_diags *diags)
{
    if (!diags)
        return;
    g_ptr_array_unref(diags->kept);
    g_free(diags);
}

/* Copy the line, or EXCERPT_MAX characters of it round the caret; a tab becomes one space. */
static void copy_excerpt(lyh_diag *diag, const char *line, size_t size)
{
    size_t length = lyh_text_length(line, size);
    size_t first = 0, count = length;
    if (length > EXCERPT_MAX) {
        count = EXCERPT_MAX;
        first = diag->caret > count / 2 ? MIN(diag->caret - count / 2, length - count) : 0;
    }

    size_t from = lyh_text_offset(line, size, first);
    size_t to = lyh_text_offset(line, size, first + count);
    g_autofree char *window = g_strndup(line + from, to - from);
    diag->excerpt = g_strconcat(first > 0 ? "…" : "", g_strdelimit(window, "\t", ' '),
                                first + count < length ? "…" : "", NULL);
    diag->width = MAX(MIN(diag->width, first + count - diag->caret), 1);
    diag->caret = diag->caret - first + (first > 0);
}

static void place_in_text(lyh_diag *diag, const lyh_place *place)
{
    const char *text = lyh_source_text(place->source);
    size_t start, end;
    diag->line = lyh_source_line(place->source, place->start);
    diag->column = lyh_source_column(place->source, place->start);
    diag->is_private = lyh_source_kind_of(place->source) == LYH_SOURCE_TRANSCRIPT;

    lyh_source_line_span(place->source, diag->line, &start, &end);
    size_t marked = MIN(place->start, end);
    diag->caret = lyh_text_length(text + start, marked - start);
    diag->width =
        place->end > marked
            ? MAX(lyh_text_length(text + marked, MIN(place->end, end) - marked), 1)
            : 1;
    copy_excerpt(diag, text + start, end - start);
}

static void add(lyh_diags *diags, lyh_severity severity, const char *code, lyh_place place,
                const char *format, va_list arguments)
    __attribute__((format(printf, 5, 0)));

static void add(lyh_diags *diags, lyh_severity severity, const char *code, lyh_place place,
                const char *format, va_list arguments)
{
    if (diags->added[severity]++ >= LYH_DIAGS_MAX)
        return;

    lyh_diag *diag = g_new0(lyh_diag, 1);
    diag->severity = severity;
    diag->code = code;
    diag->message = g_strdup_vprintf(lyh_tr(diags->catalog, format), arguments);
    diag->file = g_strdup(place.file);
    diag->paragraph = place.paragraph;
    diag->page = place.page;
    diag->line = place.line;
    diag->column = place.line > 0 ? place.column : place.character;
    diag->width = 1;
    if (place.source)
        place_in_text(diag, &place);
    g_ptr_array_add(diags->kept, diag);
}

void lyh_diags_error(lyh_diags *diags, const char *code, lyh_place place,
                     const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(diags, LYH_SERIOUS, code, place, format, arguments);
    va_end(arguments);
}

void lyh_diags_warning(lyh_diags *diags, const char *code, lyh_place place,
                       const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(diags, LYH_WARNING, code, place, format, arguments);
    va_end(arguments);
}

void lyh_diags_note(lyh_diags *diags, const char *code, lyh_place place, const char *format,
                    ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(diags, LYH_NOTE, code, place, format, arguments);
    va_end(arguments);
}

void lyh_diags_add(lyh_diags *diags, const lyh_diag *diag)
{
    if (diags->added[diag->severity]++ >= LYH_DIAGS_MAX)
        return;
    lyh_diag *copy = g_memdup2(diag, sizeof *diag);
    copy->message = g_strdup(diag->message);
    copy->file = g_strdup(diag->file);
    copy->excerpt = g_strdup(diag->excerpt);
    g_ptr_array_add(diags->kept, copy);
}

void lyh_diags_append(lyh_diags *diags, const lyh_diags *more)
{
    for (guint i = 0; i < more->kept->len; i++)
        lyh_diags_add(diags, more->kept->pdata[i]);
    for (lyh_severity severity = LYH_NOTE; severity <= LYH_SERIOUS; severity++)
        if (more->added[severity] > LYH_DIAGS_MAX)
            lyh_diags_count_more(diags, severity, more->added[severity] - LYH_DIAGS_MAX);
}

void lyh_diags_count_more(lyh_diags *diags, lyh_severity severity, size_t count)
{
    diags->added[severity] += count;
}

size_t lyh_diags_error_count(const lyh_diags *diags)
{
    return diags->added[LYH_SERIOUS];
}

size_t lyh_diags_warning_count(const lyh_diags *diags)
{
    return diags->added[LYH_WARNING];
}

size_t lyh_diags_count(const lyh_diags *diags)
{
    return diags->kept->len;
}

const lyh_diag *lyh_diags_at(const lyh_diags *diags, size_t index)
{
    g_assert(index < diags->kept->len);
    return g_ptr_array_index(diags->kept, index);
}

const lyh_catalog *lyh_diags_catalog(const lyh_diags *diags)
{
    return diags->catalog;
}

static void append_shown(GString *out, const char *text)
{
    g_autofree char *shown = lyh_text_shown(text, strlen(text), true);
    g_string_append(out, shown);
}

static void append_place(GString *out, const lyh_diag *diag, const lyh_catalog *catalog)
{
    if (!diag->file)
        return;

    append_shown(out, diag->file);
    if (diag->line > 0)
        g_string_append_printf(out, ":%zu:%zu", diag->line, diag->column);
    else if (diag->page > 0 && diag->paragraph > 0 && diag->column > 0)
        g_string_append_printf(out,
                               lyh_tr(catalog, ": page %zu, paragraph %zu, character %zu"),
                               diag->page, diag->paragraph, diag->column);
    else if (diag->paragraph > 0 && diag->column > 0)
        g_string_append_printf(out, lyh_tr(catalog, ": paragraph %zu, character %zu"),
                               diag->paragraph, diag->column);
    else if (diag->paragraph > 0)
        g_string_append_printf(out, lyh_tr(catalog, ": paragraph %zu"), diag->paragraph);
    g_string_append(out, ": ");
}

/* Append @size bytes as they may be shown; return how many columns a terminal gives them. */
static size_t append_columns(GString *out, const char *text, size_t size)
{
    g_autofree char *shown = lyh_text_shown(text, size, true);
    size_t columns = 0, shown_size = strlen(shown);
    for (size_t i = 0, length; i < shown_size; i += length) {
        uint32_t c = lyh_text_char(shown + i, shown_size - i, &length);
        columns += (size_t)MAX(utf8proc_charwidth((utf8proc_int32_t)c), 0);
    }
    g_string_append(out, shown);
    return columns;
}

static void append_excerpt(GString *out, const lyh_diag *diag)
{
    const char *text = diag->excerpt;
    size_t size = strlen(text);
    size_t start = lyh_text_offset(text, size, diag->caret);
    size_t end = start + lyh_text_offset(text + start, size - start, diag->width);

    g_string_append_printf(out, "%5zu | ", diag->line);
    size_t before = append_columns(out, text, start);
    size_t marked = append_columns(out, text + start, end - start);
    append_columns(out, text + end, size - end);

    g_string_append_printf(out, "\n%5s | %*s^", "", (int)before, "");
    for (size_t i = 1; i < marked; i++)
        g_string_append_c(out, '~');
    g_string_append_c(out, '\n');
}

char *lyh_diag_shown(const lyh_diag *diag, const lyh_catalog *catalog, bool show_private)
{
    static const char *const severities[] = {
        [LYH_NOTE] = N_("note"),
        [LYH_WARNING] = N_("warning"),
        [LYH_SERIOUS] = N_("error"),
    };
    GString *out = g_string_new(NULL);
    append_place(out, diag, catalog);
    g_string_append_printf(out, "%s: ", lyh_tr(catalog, severities[diag->severity]));
    append_shown(out, diag->message);
    g_string_append_c(out, '\n');

    if (diag->excerpt && (show_private || !diag->is_private))
        append_excerpt(out, diag);
    return g_string_free(out, FALSE);
}
