#include "own_texts.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "../base/listing.h"

#define FOLDER "report"
#define ENDING ".md"
#define THEME "tema-"

/* So many words in a row are somebody's, and not the language's. */
#define RUN 6

GPtrArray *own_texts_of(const lyh_study *study)
{
    g_autofree char *folder = study_path(study, FOLDER);
    GPtrArray *paths = listing_ending(folder, ENDING);
    for (guint i = 0; i < paths->len; i++) {
        char *name = g_ptr_array_index(paths, i);
        paths->pdata[i] = g_build_filename(folder, name, NULL);
        g_free(name);
    }
    return paths;
}

static lyh_source *read_text(const char *path)
{
    lyh_error unread = { 0 };
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    return lyh_source_read(path, LYH_SOURCE_TABLE, unsaid, &unread);
}

/* ---- numbers in {{…}} ---- */

/* The code in one of them: bytes of the text; LYH_NONE of @code: the codebook has none that begins there. */
typedef struct named_code {
    size_t start, end;
    size_t code;
} named_code;

/* A code may be followed by its measure, its group or the end. */
static bool may_follow(char sign)
{
    return sign == '.' || sign == '@' || sign == '}' || sign == ' ' || sign == '\0';
}

/* The longest name, else the longest label, that @text begins with. */
static size_t code_at(const lyh_codebook *book, const char *text, size_t *size)
{
    for (int by_label = 0; by_label < 2; by_label++) {
        size_t found = LYH_NONE;
        *size = 0;
        for (size_t i = 0; i < lyh_codebook_count(book); i++) {
            const lyh_code *code = lyh_codebook_code(book, i);
            const char *called = by_label ? code->label : code->name;
            size_t length = strlen(called);
            if (length > *size && strncmp(text, called, length) == 0 &&
                may_follow(text[length])) {
                found = i;
                *size = length;
            }
        }
        if (found != LYH_NONE)
            return found;
    }
    return LYH_NONE;
}

/* The next one from @from on; false: no more. */
static bool next_code(const lyh_codebook *book, const char *text, size_t from,
                      named_code *found)
{
    const char *open = strstr(text + from, "{{");
    const char *close = open ? strstr(open, "}}") : NULL;
    if (!close)
        return false;
    const char *colon = memchr(open, ':', (size_t)(close - open));
    const char *name = colon ? colon + 1 : close;
    while (*name == ' ')
        name++;
    size_t size;
    found->start = (size_t)(name - text);
    found->code = colon ? code_at(book, name, &size) : LYH_NONE;
    found->end = found->code != LYH_NONE ? found->start + size : (size_t)(close - text);
    return true;
}

static void check_numbers(const lyh_study *study, const lyh_source *source,
                          lyh_diags *diags)
{
    const char *text = lyh_source_text(source);
    named_code found;
    for (size_t at = 0; next_code(study->codebook, text, at, &found); at = found.end) {
        if (found.code != LYH_NONE)
            continue;
        g_autofree char *name = g_strndup(text + found.start, found.end - found.start);
        lyh_diags_warning(diags, "number-unknown",
                          lyh_place_text(source, found.start, found.end),
                          "'%s' is no number of the report: the codebook has no such code",
                          g_strstrip(name));
    }
}

void own_texts_check(const lyh_study *study, lyh_diags *diags)
{
    g_autoptr(GPtrArray) paths = own_texts_of(study);
    for (guint i = 0; study->codebook && i < paths->len; i++) {
        lyh_source *source = read_text(g_ptr_array_index(paths, i));
        if (source)
            check_numbers(study, source, diags);
        lyh_source_free(source);
    }
}

/* ---- codes that become one ---- */

/* Bytes as they stand in the file, so that nothing else of it changes. free(). */
static char *with_new_names(const lyh_code_merging *merging, const lyh_bytes *bytes,
                            size_t *size, size_t *changed)
{
    g_autofree char *text = g_strndup(bytes->data, bytes->size);
    GString *made = g_string_new(NULL);
    size_t done = 0;
    named_code found;
    *changed = 0;
    for (size_t at = 0; next_code(merging->study->codebook, text, at, &found);
         at = found.end) {
        bool goes =
            found.code != LYH_NONE && lyh_code_merge_takes(merging->merge, found.code);
        if (!goes)
            continue;
        g_string_append_len(made, text + done, (gssize)(found.start - done));
        g_string_append(made, merging->merge->name);
        done = found.end;
        ++*changed;
    }
    g_string_append(made, text + done);
    *size = made->len;
    char *kept = strndup(made->str, made->len);
    g_string_free(made, TRUE);
    return kept;
}

static bool plan_file(const lyh_code_merging *merging, const char *path, lyh_error *error)
{
    lyh_bytes bytes = { .data = NULL };
    size_t size, changed;
    if (!lyh_file_read(path, LYH_MAX_TABLE, &bytes, error))
        return false;
    char *made = with_new_names(merging, &bytes, &size, &changed);
    free(bytes.data);
    if (changed == 0) {
        free(made);
        return true;
    }
    g_autofree char *name = g_path_get_basename(path);
    code_merging_tell(merging, N_("numbers of another code in"), name, 0, changed);
    changes_write(merging->changes, path, made, size);
    return true;
}

/* ---- what is written of a theme that becomes another ---- */

/* "tema-KOD.md": the code whose text it is, when it is one of those that become one; else LYH_NONE. */
static size_t theme_of(const lyh_code_merging *merging, const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    if (!g_str_has_prefix(name, THEME))
        return LYH_NONE;
    name[strlen(name) - strlen(ENDING)] = '\0';
    return code_merging_code(merging, name + strlen(THEME));
}

/* Does @path stay the text of what the codes become? */
static bool stays(const lyh_code_merging *merging, const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *wanted = g_strconcat(THEME, merging->merge->name, ENDING, NULL);
    return strcmp(name, wanted) == 0;
}

/* The text of @path with the new names in its numbers; NULL: it cannot be read. free(). */
static char *theme_text(const lyh_code_merging *merging, const char *path, lyh_error *error)
{
    lyh_bytes bytes = { .data = NULL };
    size_t size, changed;
    if (!lyh_file_read(path, LYH_MAX_TABLE, &bytes, error))
        return NULL;
    char *text = with_new_names(merging, &bytes, &size, &changed);
    free(bytes.data);
    return text;
}

/* A text that stands there already was put there when the command was stopped half-way. */
static void join_text(GString *joined, char *text)
{
    g_strstrip(text);
    if (*text && !strstr(joined->str, text))
        g_string_append_printf(joined, "%s%s\n", joined->len > 0 ? "\n" : "", text);
}

/* The old file is left empty and not taken away, so that it can be taken back. */
static void empty(const lyh_code_merging *merging, const char *path, lyh_diags *diags)
{
    g_autofree char *name = g_path_get_basename(path);
    code_merging_tell(merging, N_("texts of a theme in"), name, 1, 0);
    lyh_diags_note(diags, "theme-text-moved", lyh_place_file(path),
                   "what you wrote here stands in tema-%s.md from now on: read it there",
                   merging->merge->name);
    changes_write(merging->changes, path, strdup(""), 0);
}

static bool is_blank(const char *path)
{
    lyh_source *source = read_text(path);
    bool is_empty = source && strspn(lyh_source_text(source), " \t\r\n") ==
                                  strlen(lyh_source_text(source));
    lyh_source_free(source);
    return is_empty;
}

/* People's own words of codes that become one: together in the file that its chapter is read from. */
static bool plan_themes(const lyh_code_merging *merging, const GPtrArray *paths,
                        lyh_diags *diags, lyh_error *error)
{
    g_autoptr(GString) joined = g_string_new(NULL);
    g_autoptr(GPtrArray) moved = g_ptr_array_new();
    for (int pass = 0; pass < 2; pass++) /* what stays is first */
        for (guint i = 0; i < paths->len; i++) {
            const char *path = g_ptr_array_index(paths, i);
            if (stays(merging, path) != (pass == 0) || (pass == 1 && is_blank(path)))
                continue;
            char *text = theme_text(merging, path, error);
            if (!text)
                return false;
            join_text(joined, text);
            free(text);
            if (pass == 1)
                g_ptr_array_add(moved, (void *)path);
        }
    if (moved->len == 0)
        return true;
    g_autofree char *name = g_strconcat(THEME, merging->merge->name, ENDING, NULL);
    g_autofree char *path =
        g_build_filename(merging->study->options.folder, FOLDER, name, NULL);
    changes_write(merging->changes, path, strdup(joined->str), joined->len);
    for (guint i = 0; i < moved->len; i++)
        empty(merging, g_ptr_array_index(moved, i), diags);
    return true;
}

bool own_texts_plan_merging(const lyh_code_merging *merging, lyh_diags *diags,
                            lyh_error *error)
{
    g_autoptr(GPtrArray) paths = own_texts_of(merging->study);
    g_autoptr(GPtrArray) themes = g_ptr_array_new();
    bool is_planned = true, moves = false;
    for (guint i = 0; i < paths->len; i++) {
        const char *path = g_ptr_array_index(paths, i);
        if (theme_of(merging, path) == LYH_NONE && !stays(merging, path))
            continue;
        g_ptr_array_add(themes, (void *)path);
        moves |= !stays(merging, path) && !is_blank(path);
    }
    for (guint i = 0; is_planned && i < paths->len; i++)
        if (!moves || !g_ptr_array_find(themes, paths->pdata[i], NULL))
            is_planned = plan_file(merging, g_ptr_array_index(paths, i), error);
    return is_planned && (!moves || plan_themes(merging, themes, diags, error));
}

/* ---- a person's words ---- */

/* " så fick jag vänta ": words folded, a space around each, no signs. */
static char *words_alone(const char *text)
{
    GString *words = g_string_new(" ");
    char *folded = lyh_text_fold(text, strlen(text), NULL);
    for (const char *p = folded; *p; p = g_utf8_next_char(p)) {
        gunichar sign = g_utf8_get_char(p);
        if (lyh_char_is_word(sign))
            g_string_append_unichar(words, sign);
        else if (words->str[words->len - 1] != ' ')
            g_string_append_c(words, ' ');
    }
    if (words->str[words->len - 1] != ' ')
        g_string_append_c(words, ' ');
    free(folded);
    return g_string_free(words, FALSE);
}

/* What they said, and what others did, as words. */
static void said_by(const lyh_withdrawal *withdrawal, char **theirs, char **others)
{
    g_autoptr(GString) own = g_string_new(NULL), rest = g_string_new(NULL);
    for (guint i = 0; i < withdrawal->order->len; i++) {
        const withdrawn_document *document = withdrawal->order->pdata[i];
        g_string_append_printf(own, "%s\n", document->words ? document->words : "");
        g_string_append_printf(rest, "%s\n", document->rest ? document->rest : "");
    }
    *theirs = words_alone(own->str);
    *others = words_alone(rest->str);
}

/* Do RUN words in a row of @line stand in @theirs and not in @others? */
static bool holds_their_words(const char *line, const char *theirs, const char *others)
{
    g_autofree char *words = words_alone(line);
    for (const char *at = words; *at; at = strchr(at + 1, ' ')) {
        const char *end = at;
        for (int i = 0; i < RUN && end; i++)
            end = strchr(end + 1, ' ');
        if (!end)
            return false;
        g_autofree char *run = g_strndup(at, (size_t)(end - at) + 1);
        if (strstr(theirs, run) && !strstr(others, run))
            return true;
    }
    return false;
}

static void look_in_text(const lyh_source *source, const char *path, const char *theirs,
                         const char *others, lyh_diags *diags)
{
    size_t lines = lyh_source_line(source, lyh_source_size(source));
    for (size_t i = 1; i <= lines; i++) {
        size_t start, end;
        lyh_source_line_span(source, i, &start, &end);
        g_autofree char *line = g_strndup(lyh_source_text(source) + start, end - start);
        if (holds_their_words(line, theirs, others))
            lyh_diags_warning(diags, "withdraw-own-text", lyh_place_line(path, i, 1),
                              "this line of your own text holds words of the person who "
                              "withdraws; the program does not change it, so take them out "
                              "yourself");
    }
}

void own_texts_tell_withdrawn(const lyh_withdrawal *withdrawal, lyh_diags *diags)
{
    g_autoptr(GPtrArray) paths = own_texts_of(withdrawal->study);
    g_autofree char *theirs = NULL, *others = NULL;
    if (paths->len == 0)
        return;
    said_by(withdrawal, &theirs, &others);
    for (guint i = 0; i < paths->len; i++) {
        const char *path = g_ptr_array_index(paths, i);
        lyh_source *source = read_text(path);
        if (source)
            look_in_text(source, path, theirs, others, diags);
        lyh_source_free(source);
    }
}
