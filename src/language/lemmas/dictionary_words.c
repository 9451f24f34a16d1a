#include "dictionary_words.h"

#include <glib.h>
#include <string.h>

#include "dictionary_entries.h"
#include "endings.h"

/* Stems longer than this are no words. */
enum { LONGEST_STEM = 255 };

/* A suffix may be put on what has @flag and ends as @condition says. */
typedef struct licence {
    unsigned char flag;
    const char *condition;
} licence;

/* What stood where a suffix stands now: whoever tries it asks for the stem once. */
typedef struct stripping {
    const char *stripped;
    size_t size;
    GArray *licences; /* licence */
} stripping;

struct lyh_dictionary_words {
    lyh_entries *entries;
    lyh_endings *added;    /* what suffixes put on */
    GPtrArray *strippings; /* GArray of stripping, by ending */
    GStringChunk *texts;
    unsigned char forbidden, only_in_compound, need_affix; /* flags; 0: none */
};

static void free_strippings(gpointer data)
{
    g_array_unref(data);
}

static void clear_stripping(gpointer data)
{
    g_array_unref(((stripping *)data)->licences);
}

static const char *kept(lyh_dictionary_words *words, const char *text)
{
    return g_string_chunk_insert_const(words->texts, text);
}

static GArray *strippings_of(lyh_dictionary_words *words, const char *added)
{
    uint32_t id = lyh_endings_add(words->added, added);
    if (id == words->strippings->len) {
        GArray *none = g_array_new(FALSE, FALSE, sizeof(stripping));
        g_array_set_clear_func(none, clear_stripping);
        g_ptr_array_add(words->strippings, none);
    }
    return words->strippings->pdata[id];
}

static stripping *stripping_of(lyh_dictionary_words *words, GArray *all,
                               const char *stripped)
{
    for (guint i = 0; i < all->len; i++)
        if (strcmp(g_array_index(all, stripping, i).stripped, stripped) == 0)
            return &g_array_index(all, stripping, i);
    stripping new = { .stripped = kept(words, stripped),
                      .size = strlen(stripped),
                      .licences = g_array_new(FALSE, FALSE, sizeof(licence)) };
    g_array_append_val(all, new);
    return &g_array_index(all, stripping, all->len - 1);
}

static void add_suffix(lyh_dictionary_words *words, char **fields)
{
    char *flags = strchr(fields[3], '/');
    if (flags)
        *flags++ = '\0';
    /* A suffix that makes first parts of compounds makes no word. */
    if (flags && words->only_in_compound && strchr(flags, words->only_in_compound))
        return;
    const char *added = strcmp(fields[3], "0") == 0 ? "" : fields[3];
    const char *stripped = strcmp(fields[2], "0") == 0 ? "" : fields[2];
    if (strlen(added) > LYH_LONGEST_ENDING) /* none of sv_SE is so long */
        return;
    stripping *put = stripping_of(words, strippings_of(words, added), stripped);
    licence new = { (unsigned char)fields[1][0], kept(words, fields[4]) };
    g_array_append_val(put->licences, new);
}

static unsigned char flag_of(const char *line, const char *name)
{
    size_t size = strlen(name);
    bool is_it = strncmp(line, name, size) == 0 && line[size] == ' ';
    return is_it ? (unsigned char)line[size + 1] : 0;
}

static GStrv fields_of(const char *line)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    g_auto(GStrv) parts = g_strsplit_set(line, " \t", -1);
    for (char **part = parts; *part; part++)
        if (**part)
            g_strv_builder_add(builder, *part);
    return g_strv_builder_end(builder);
}

/* False for what this reader does not know: prefixes, flags of another kind, another encoding. */
static bool read_rules(lyh_dictionary_words *words, char **lines)
{
    bool is_utf8 = false;
    for (char **line = lines; *line; line++) {
        is_utf8 |= g_str_has_prefix(*line, "SET UTF-8");
        if (g_str_has_prefix(*line, "FLAG ") || g_str_has_prefix(*line, "PFX ") ||
            g_str_has_prefix(*line, "AF "))
            return false;
        words->forbidden |= flag_of(*line, "FORBIDDENWORD");
        words->only_in_compound |= flag_of(*line, "ONLYINCOMPOUND");
        words->need_affix |= flag_of(*line, "NEEDAFFIX");
    }
    for (char **line = lines; *line; line++) {
        if (!g_str_has_prefix(*line, "SFX "))
            continue;
        g_auto(GStrv) fields = fields_of(*line);
        if (g_strv_length(fields) >= 5)
            add_suffix(words, fields);
    }
    return is_utf8;
}

lyh_dictionary_words *lyh_dictionary_words_new(const char *path)
{
    g_autofree char *file = g_strconcat(path, ".aff", NULL);
    g_autofree char *rules = NULL;
    if (!g_file_get_contents(file, &rules, NULL, NULL))
        return NULL;
    lyh_dictionary_words *words = g_new0(lyh_dictionary_words, 1);
    words->added = lyh_endings_new();
    words->strippings = g_ptr_array_new_with_free_func(free_strippings);
    words->texts = g_string_chunk_new(4096);

    g_auto(GStrv) lines = g_strsplit(rules, "\n", -1);
    if (read_rules(words, lines))
        words->entries = lyh_entries_read(path);
    if (!words->entries)
        g_clear_pointer(&words, lyh_dictionary_words_free);
    return words;
}

void lyh_dictionary_words_free(lyh_dictionary_words *words)
{
    if (!words)
        return;
    lyh_entries_free(words->entries);
    lyh_endings_free(words->added);
    g_ptr_array_unref(words->strippings);
    g_string_chunk_free(words->texts);
    g_free(words);
}

/* One character of a condition, "." or a set, from its end; @condition is moved before it. */
static bool takes_last(const char *condition, const char **end, const char *last)
{
    size_t size = (size_t)(g_utf8_next_char(last) - last);
    const char *close = g_utf8_prev_char(*end);
    if (*close != ']') {
        *end = close;
        return *close == '.' || (strncmp(close, last, size) == 0);
    }
    const char *open = close;
    while (open > condition && *open != '[')
        open--;
    *end = open;
    bool is_not = open[1] == '^';
    for (const char *found = open + 1 + is_not; found < close;
         found = g_utf8_next_char(found))
        if (strncmp(found, last, size) == 0)
            return !is_not;
    return is_not;
}

static bool fits(const char *stem, const char *condition)
{
    const char *end = condition + strlen(condition);
    const char *at = stem + strlen(stem);
    while (end > condition) {
        if (at == stem) /* "." asks for nothing */
            return strcmp(condition, ".") == 0;
        at = g_utf8_prev_char(at);
        if (!takes_last(condition, &end, at))
            return false;
    }
    return true;
}

/* Has one of the homographs whose flags @entry is the flag, and is that one a word outside compounds? */
static bool has_flag(const lyh_dictionary_words *words, const char *entry,
                     size_t entry_size, unsigned char flag)
{
    for (const char *end = entry + entry_size;;) {
        const char *line_end = memchr(entry, '\n', (size_t)(end - entry));
        size_t size = (size_t)((line_end ? line_end : end) - entry);
        bool is_barred = memchr(entry, words->forbidden, size) ||
                         memchr(entry, words->only_in_compound, size);
        if (!is_barred && flag && memchr(entry, flag, size))
            return true;
        if (!is_barred && !flag &&
            !(words->need_affix && memchr(entry, words->need_affix, size)))
            return true;
        if (!line_end)
            return false;
        entry += size + 1;
    }
}

/* Is one of the suffixes of @put licensed by @entry, the flags of @stem? */
static bool is_licensed(const lyh_dictionary_words *words, const stripping *put,
                        const char *entry, size_t entry_size, const char *stem)
{
    for (guint i = 0; i < put->licences->len; i++) {
        const licence *asked = &g_array_index(put->licences, licence, i);
        if (has_flag(words, entry, entry_size, asked->flag) && fits(stem, asked->condition))
            return true;
    }
    return false;
}

/* Is a stem that takes the ending what @put makes of the @size bytes of @stem, which has room for more? */
static bool has_stem(const lyh_dictionary_words *words, char *stem, size_t size,
                     const stripping *put)
{
    size_t whole = size + put->size, flags_size;
    if (whole > LONGEST_STEM || whole == 0)
        return false;
    memcpy(stem + size, put->stripped, put->size + 1);
    const char *flags = lyh_entries_flags(words->entries, stem, whole,
                                          lyh_entries_hash(stem, whole), &flags_size);
    return flags && is_licensed(words, put, flags, flags_size, stem);
}

/* The flags of @word, when it is an entry. */
static const char *flags_of(const lyh_dictionary_words *words, const char *word,
                            size_t *flags_size)
{
    size_t size = strlen(word);
    return lyh_entries_flags(words->entries, word, size, lyh_entries_hash(word, size),
                             flags_size);
}

bool lyh_dictionary_words_enter(const lyh_dictionary_words *words, const char *word)
{
    size_t size;
    const char *flags = flags_of(words, word, &size);
    return flags && has_flag(words, flags, size, 0);
}

bool lyh_dictionary_words_have(const lyh_dictionary_words *words, const char *word)
{
    if (lyh_dictionary_words_enter(words, word))
        return true;
    lyh_ending found[LYH_LONGEST_ENDING + 1];
    char stem[LONGEST_STEM + 1];
    size_t size = strlen(word);
    size_t count = lyh_endings_of(words->added, word, size, found);
    for (size_t i = count; i > 0; i--) { /* the longest first */
        size_t left = size - found[i - 1].size;
        if (left > LONGEST_STEM)
            continue;
        memcpy(stem, word, left);
        const GArray *strippings = words->strippings->pdata[found[i - 1].id];
        for (guint k = 0; k < strippings->len; k++)
            if (has_stem(words, stem, left, &g_array_index(strippings, stripping, k)))
                return true;
    }
    return false;
}

bool lyh_dictionary_words_take(const lyh_dictionary_words *words, const char *word)
{
    size_t size;
    const char *flags = flags_of(words, word, &size);
    bool may_be_forbidden = flags && memchr(flags, words->forbidden, size);
    return !may_be_forbidden && lyh_dictionary_words_have(words, word);
}
