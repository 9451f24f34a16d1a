#include <lyhord/language/thesaurus.h>

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include <lyhord/base/text.h>

/* A file read line by line. */
typedef struct line_file {
    FILE *file;
    bool is_latin;
    char *line; /* LYH_THESAURUS_LINE_MAX + 1 bytes */
} line_file;

struct lyh_thesaurus {
    line_file index, data;
};

/* Where a word's entry begins in the data; -1: it has none. */
typedef struct wanted_words {
    GHashTable *index_of; /* const char * -> index + 1 */
    off_t *places;
} wanted_words;

/* ---- lines ---- */

static void skip_rest_of_line(FILE *file)
{
    int c;
    while ((c = getc_unlocked(file)) != EOF && c != '\n')
        ;
}

/* The next line without its end, or NULL; one that is too long reads as empty. */
static char *next_line(line_file *lines)
{
    if (!fgets(lines->line, (int)LYH_THESAURUS_LINE_MAX + 1, lines->file))
        return NULL;
    size_t size = strlen(lines->line);
    if (size == LYH_THESAURUS_LINE_MAX && lines->line[size - 1] != '\n') {
        skip_rest_of_line(lines->file);
        size = 0;
    }
    while (size > 0 && (lines->line[size - 1] == '\n' || lines->line[size - 1] == '\r'))
        size--;
    lines->line[size] = '\0';
    return lines->line;
}

/* The folded NFC text of @size bytes of a file, or NULL when they are not of its encoding. free(). */
static char *folded(const line_file *lines, const char *text, size_t size)
{
    g_autoptr(GString) wide = g_string_sized_new(2 * size);
    for (size_t i = 0; i < size; i++)
        if (lines->is_latin)
            g_string_append_unichar(wide, (unsigned char)text[i]);
        else
            g_string_append_c(wide, text[i]);
    return lyh_text_invalid(wide->str, wide->len) == wide->len
               ? lyh_text_fold(wide->str, wide->len, NULL)
               : NULL;
}

/* ---- the files ---- */

static bool take_encoding(line_file *lines)
{
    const char *name = next_line(lines);
    if (!name)
        return false;
    lines->is_latin = g_ascii_strcasecmp(name, "ISO8859-1") == 0 ||
                      g_ascii_strcasecmp(name, "ISO-8859-1") == 0;
    return lines->is_latin || g_ascii_strcasecmp(name, "UTF-8") == 0;
}

/* Opened without blocking: a FIFO is no thesaurus. */
static bool open_lines(line_file *lines, const char *path, const char *ending)
{
    struct stat status;
    g_autofree char *name = g_strconcat(path, ending, NULL);
    int descriptor = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode))
        lines->file = fdopen(descriptor, "rb");
    if (!lines->file) {
        close(descriptor);
        return false;
    }
    lines->line = g_malloc(LYH_THESAURUS_LINE_MAX + 1);
    return take_encoding(lines);
}

static void close_lines(line_file *lines)
{
    if (lines->file)
        fclose(lines->file);
    g_free(lines->line);
}

lyh_thesaurus *lyh_thesaurus_open(const char *path)
{
    lyh_thesaurus *thesaurus = g_new0(lyh_thesaurus, 1);
    if (path && open_lines(&thesaurus->index, path, ".idx") &&
        open_lines(&thesaurus->data, path, ".dat"))
        return thesaurus;
    lyh_thesaurus_free(thesaurus);
    return NULL;
}

void lyh_thesaurus_free(lyh_thesaurus *thesaurus)
{
    if (!thesaurus)
        return;
    close_lines(&thesaurus->index);
    close_lines(&thesaurus->data);
    g_free(thesaurus);
}

/* ---- looking up ---- */

static void take_index_line(const line_file *index, const char *line, wanted_words *wanted)
{
    guint64 place;
    const char *bar = strrchr(line, '|');
    if (!bar || !g_ascii_string_to_unsigned(bar + 1, 10, 0, G_MAXINT64, &place, NULL))
        return;
    char *word = folded(index, line, (size_t)(bar - line));
    size_t found = word ? GPOINTER_TO_SIZE(g_hash_table_lookup(wanted->index_of, word)) : 0;
    free(word);
    if (found > 0 && wanted->places[found - 1] < 0)
        wanted->places[found - 1] = (off_t)place;
}

static void find_places(lyh_thesaurus *thesaurus, wanted_words *wanted)
{
    const char *line;
    rewind(thesaurus->index.file);
    while ((line = next_line(&thesaurus->index)))
        take_index_line(&thesaurus->index, line, wanted);
}

/* Bytes of a synonym without white space at its ends and a closing "(allmänt)". */
static size_t bare_size(const char *text, size_t size)
{
    size = lyh_text_trimmed_size(text, size);
    if (size == 0 || text[size - 1] != ')')
        return size;
    for (size_t at = size; at > 0; at--)
        if (text[at - 1] == '(')
            return lyh_text_trimmed_size(text, at - 1);
    return size;
}

static void tell_meaning(const line_file *data, const char *line, size_t word,
                         lyh_synonym_visitor found, void *user)
{
    const char *bar = strchr(line, '|');
    while (bar) {
        const char *from = bar + 1;
        bar = strchr(from, '|');
        size_t size = bar ? (size_t)(bar - from) : strlen(from);
        char *synonym = folded(data, from, size);
        if (synonym) {
            size_t lead = lyh_text_leading_space(synonym, strlen(synonym));
            char *bare = synonym + lead;
            bare[bare_size(bare, strlen(bare))] = '\0';
            if (*bare)
                found(user, word, bare);
        }
        free(synonym);
    }
}

/* The entry at byte @place must be that of @name: an index of other data would tell nonsense. */
static void tell_entry(line_file *data, off_t place, const char *name, size_t word,
                       lyh_synonym_visitor found, void *user)
{
    guint64 meanings;
    const char *line = fseeko(data->file, place, SEEK_SET) == 0 ? next_line(data) : NULL;
    const char *bar = line ? strrchr(line, '|') : NULL;
    if (!bar || !g_ascii_string_to_unsigned(bar + 1, 10, 0, G_MAXUINT32, &meanings, NULL))
        return;
    char *held = folded(data, line, (size_t)(bar - line));
    bool is_it = held && strcmp(held, name) == 0;
    free(held);
    meanings = MIN(meanings, LYH_THESAURUS_MEANINGS_MAX);
    for (guint64 i = 0; is_it && i < meanings && (line = next_line(data)); i++)
        tell_meaning(data, line, word, found, user);
}

void lyh_thesaurus_look_up(lyh_thesaurus *thesaurus, const char *const *words, size_t count,
                           lyh_synonym_visitor found, void *user)
{
    wanted_words wanted = { .index_of = g_hash_table_new(g_str_hash, g_str_equal),
                            .places = g_new(off_t, count) };
    for (size_t i = 0; i < count; i++) {
        wanted.places[i] = -1;
        g_hash_table_insert(wanted.index_of, (char *)words[i], GSIZE_TO_POINTER(i + 1));
    }
    find_places(thesaurus, &wanted);
    for (size_t i = 0; i < count; i++)
        if (wanted.places[i] >= 0)
            tell_entry(&thesaurus->data, wanted.places[i], words[i], i, found, user);
    g_hash_table_unref(wanted.index_of);
    g_free(wanted.places);
}
