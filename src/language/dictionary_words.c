#include "dictionary_words.h"

#include <glib.h>
#include <string.h>

/* No suffix of sv_SE is longer; beyond it no ending is tried. */
enum { LONGEST_SUFFIX = 16, FLAGS = 256 };

/* One line of a suffix: @added stands where @stripped stood, behind what @condition says. */
typedef struct suffix {
    unsigned char flag;
    const char *stripped;
    const char *condition;
} suffix;

struct lyh_dictionary_words {
    GHashTable *entries;  /* word → its flags; homographs stand as "flags\nflags" */
    GHashTable *suffixes; /* what is added → GArray of suffix */
    GStringChunk *texts;
    char *list; /* the bytes of the words, which entries point into */
    unsigned char forbidden, only_in_compound, need_affix; /* flags; 0: none */
};

static void free_suffixes(gpointer data)
{
    g_array_unref(data);
}

static const char *kept(lyh_dictionary_words *words, const char *text)
{
    return g_string_chunk_insert_const(words->texts, text);
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
    suffix new = { .flag = (unsigned char)fields[1][0],
                   .stripped = kept(words, stripped),
                   .condition = kept(words, fields[4]) };
    GArray *same = g_hash_table_lookup(words->suffixes, added);
    if (!same) {
        same = g_array_new(FALSE, FALSE, sizeof(suffix));
        g_hash_table_insert(words->suffixes, (gpointer)(size_t)kept(words, added), same);
    }
    g_array_append_val(same, new);
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

static void add_entry(lyh_dictionary_words *words, char *line)
{
    line[strcspn(line, "\t\r")] = '\0';
    if (*line == '\0')
        return;
    char *slash = strchr(line, '/');
    if (slash)
        *slash = '\0';
    const char *flags = slash ? slash + 1 : "";
    const char *others = g_hash_table_lookup(words->entries, line);
    g_autofree char *all = others ? g_strconcat(others, "\n", flags, NULL) : NULL;
    const char *value = all ? kept(words, all) : flags;
    g_hash_table_insert(words->entries, line, (gpointer)(size_t)value);
}

static char *bytes_of(const char *path, const char *ending, size_t *size)
{
    g_autofree char *file = g_strconcat(path, ending, NULL);
    char *bytes = NULL;
    return g_file_get_contents(file, &bytes, size, NULL) ? bytes : NULL;
}

/* Searches end where the list does, so that a line costs no more for what follows it. */
static void read_entries(lyh_dictionary_words *words, size_t size)
{
    char *end = words->list + size;
    char *line = memchr(words->list, '\n', size); /* the first line counts the others */
    while (line) {
        line++;
        char *next = memchr(line, '\n', (size_t)(end - line));
        if (next)
            *next = '\0';
        add_entry(words, line);
        line = next;
    }
}

lyh_dictionary_words *lyh_dictionary_words_new(const char *path)
{
    size_t size;
    g_autofree char *rules = bytes_of(path, ".aff", &size);
    char *list = bytes_of(path, ".dic", &size);
    if (!rules || !list) {
        g_free(list);
        return NULL;
    }
    lyh_dictionary_words *words = g_new0(lyh_dictionary_words, 1);
    words->list = list;
    words->entries = g_hash_table_new(g_str_hash, g_str_equal);
    words->suffixes = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_suffixes);
    words->texts = g_string_chunk_new(256 * 1024);

    g_auto(GStrv) lines = g_strsplit(rules, "\n", -1);
    if (!read_rules(words, lines)) {
        lyh_dictionary_words_free(words);
        return NULL;
    }
    read_entries(words, size);
    return words;
}

void lyh_dictionary_words_free(lyh_dictionary_words *words)
{
    if (!words)
        return;
    g_hash_table_unref(words->entries);
    g_hash_table_unref(words->suffixes);
    g_string_chunk_free(words->texts);
    g_free(words->list);
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

/* Has one of the homographs of @entry the flag, and is that one a word outside compounds? */
static bool has_flag(const lyh_dictionary_words *words, const char *entry,
                     unsigned char flag)
{
    for (;;) {
        size_t size = strcspn(entry, "\n");
        bool is_barred = memchr(entry, words->forbidden, size) ||
                         memchr(entry, words->only_in_compound, size);
        if (!is_barred && flag && memchr(entry, flag, size))
            return true;
        if (!is_barred && !flag &&
            !(words->need_affix && memchr(entry, words->need_affix, size)))
            return true;
        if (!entry[size])
            return false;
        entry += size + 1;
    }
}

static bool has_suffixed(const lyh_dictionary_words *words, const char *word, size_t size,
                         const GArray *suffixes)
{
    for (guint i = 0; i < suffixes->len; i++) {
        const suffix *rule = &g_array_index(suffixes, suffix, i);
        char stem[256];
        size_t stripped = strlen(rule->stripped);
        if (size + stripped >= sizeof stem || size + stripped == 0)
            continue;
        memcpy(stem, word, size);
        memcpy(stem + size, rule->stripped, stripped + 1);
        const char *entry = g_hash_table_lookup(words->entries, stem);
        if (entry && has_flag(words, entry, rule->flag) && fits(stem, rule->condition))
            return true;
    }
    return false;
}

bool lyh_dictionary_words_enter(const lyh_dictionary_words *words, const char *word)
{
    const char *entry = g_hash_table_lookup(words->entries, word);
    return entry && has_flag(words, entry, 0);
}

bool lyh_dictionary_words_have(const lyh_dictionary_words *words, const char *word)
{
    if (lyh_dictionary_words_enter(words, word))
        return true;
    size_t size = strlen(word);
    for (size_t cut = size > LONGEST_SUFFIX ? size - LONGEST_SUFFIX : 0; cut <= size;
         cut++) {
        const GArray *suffixes = g_hash_table_lookup(words->suffixes, word + cut);
        if (suffixes && has_suffixed(words, word, cut, suffixes))
            return true;
    }
    return false;
}
