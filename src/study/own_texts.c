#include "own_texts.h"

#include <stdlib.h>
#include <string.h>

#include "../base/listing.h"

#define FOLDER "report"
#define ENDING ".md"
#define THEME "tema-"

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

/* @text with the new names in its numbers, and nothing else of it changed. free(). */
static char *with_new_names(const lyh_code_merging *merging, const char *text,
                            size_t *changed)
{
    g_autoptr(GString) made = g_string_new(NULL);
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
    return strdup(made->str);
}

/* Three bytes at the beginning, which a text of UTF-8 keeps; what is in another encoding becomes UTF-8. */
static const char *mark_of(const lyh_source *source)
{
    static const char mark[] = "\xef\xbb\xbf";
    return lyh_source_byte(source, 0) == strlen(mark) ? mark : "";
}

static bool plan_file(const lyh_code_merging *merging, const char *path, lyh_diags *diags,
                      lyh_error *error)
{
    size_t changed;
    lyh_source *source = lyh_source_read(path, LYH_SOURCE_TABLE, diags, error);
    if (!source)
        return false;
    char *text = with_new_names(merging, lyh_source_text(source), &changed);
    g_autofree char *made = g_strconcat(mark_of(source), text, NULL);
    lyh_source_free(source);
    free(text);
    if (changed == 0)
        return true;
    g_autofree char *name = g_path_get_basename(path);
    code_merging_tell(merging, N_("numbers of another code in"), name, 0, changed);
    changes_write(merging->changes, path, strdup(made), strlen(made));
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

/* What one of them holds, with the new names in its numbers, without white space around it. */
typedef struct theme_text {
    const char *path; /* lent */
    char *text;
    bool stays;
} theme_text;

static void clear_theme(void *data)
{
    theme_text *theme = data;
    free(theme->text);
}

static bool add_theme(const lyh_code_merging *merging, GArray *themes, const char *path,
                      lyh_diags *diags, lyh_error *error)
{
    size_t changed;
    lyh_source *source = lyh_source_read(path, LYH_SOURCE_TABLE, diags, error);
    if (!source)
        return false;
    const theme_text theme = {
        path, g_strstrip(with_new_names(merging, lyh_source_text(source), &changed)),
        stays(merging, path)
    };
    lyh_source_free(source);
    g_array_append_val(themes, theme);
    return true;
}

/* A text that stands there already was put there when the command was stopped half-way. */
static void join_text(GString *joined, const char *text)
{
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

static const theme_text *theme_at(const GArray *themes, guint index)
{
    return &g_array_index(themes, theme_text, index);
}

static bool moves(const theme_text *theme)
{
    return !theme->stays && *theme->text;
}

/* People's own words of codes that become one: together in the file that its chapter is read from. */
static void plan_themes(const lyh_code_merging *merging, const GArray *themes,
                        lyh_diags *diags)
{
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint i = 0; i < themes->len; i++) /* what stays is first */
        if (theme_at(themes, i)->stays)
            join_text(joined, theme_at(themes, i)->text);
    for (guint i = 0; i < themes->len; i++)
        if (moves(theme_at(themes, i)))
            join_text(joined, theme_at(themes, i)->text);
    g_autofree char *name = g_strconcat(THEME, merging->merge->name, ENDING, NULL);
    g_autofree char *path =
        g_build_filename(merging->study->options.folder, FOLDER, name, NULL);
    changes_write(merging->changes, path, strdup(joined->str), joined->len);
    for (guint i = 0; i < themes->len; i++)
        if (moves(theme_at(themes, i)))
            empty(merging, theme_at(themes, i)->path, diags);
}

bool own_texts_plan_merging(const lyh_code_merging *merging, lyh_diags *diags,
                            lyh_error *error)
{
    g_autoptr(GPtrArray) paths = own_texts_of(merging->study);
    g_autoptr(GArray) themes = g_array_new(FALSE, FALSE, sizeof(theme_text));
    g_array_set_clear_func(themes, clear_theme);
    bool is_planned = true, is_any = false;
    for (guint i = 0; is_planned && i < paths->len; i++) {
        const char *path = g_ptr_array_index(paths, i);
        if (theme_of(merging, path) == LYH_NONE && !stays(merging, path))
            continue;
        is_planned = add_theme(merging, themes, path, diags, error);
        is_any |= is_planned && moves(theme_at(themes, themes->len - 1));
    }
    for (guint i = 0; is_planned && i < paths->len; i++) {
        const char *path = g_ptr_array_index(paths, i);
        bool is_theme = theme_of(merging, path) != LYH_NONE || stays(merging, path);
        if (!is_any || !is_theme)
            is_planned = plan_file(merging, path, diags, error);
    }
    if (is_planned && is_any)
        plan_themes(merging, themes, diags);
    return is_planned;
}
