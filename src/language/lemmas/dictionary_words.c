#include "dictionary_words.h"

#include <glib.h>
#include <string.h>

#include "endings.h"

/* Stems longer than this are no words. */
enum { LONGEST_STEM = 255, FEWEST_SLOTS = 1 << 10 };

/* Bits of the sieve for each slot: one in ten of the words that are not there gets through. */
enum { SIEVE_BITS = 4 };

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

/* An entry of the list. */
typedef struct slot {
    const char *word;  /* NULL: empty */
    const char *flags; /* homographs stand as "flags\nflags" */
    uint32_t size;
    uint32_t hash;
} slot;

struct lyh_dictionary_words {
    slot *slots;
    size_t slot_count; /* a power of two */
    /* A bit for each hash that is there. Most that is asked for is not, and the table is too large
       to be near: the sieve is not. */
    unsigned char *sieve;
    lyh_endings *added;    /* what suffixes put on */
    GPtrArray *strippings; /* GArray of stripping, by ending */
    GStringChunk *texts;
    char *list; /* the bytes of the words, which slots point into */
    unsigned char forbidden, only_in_compound, need_affix; /* flags; 0: none */
};

/* FNV-1a: a stem's hash goes on from that of what it begins with. */
#define HASH_OF_NOTHING UINT64_C(0xcbf29ce484222325)

static uint64_t hashed_on(uint64_t hash, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
    return hash;
}

/* Every bit of it tells, which FNV's own high bits do not for short words. */
static uint64_t finished(uint64_t hash)
{
    hash *= UINT64_C(0x9fb21c651e98df25);
    return hash ^ hash >> 32;
}

static uint64_t hash_of(const char *word, size_t size)
{
    return finished(hashed_on(HASH_OF_NOTHING, word, size));
}

static size_t sieve_size(const lyh_dictionary_words *words)
{
    return words->slot_count * SIEVE_BITS / 8;
}

/* The byte and the bit of the sieve that stand for a hash. */
static size_t sieve_byte(const lyh_dictionary_words *words, uint64_t hash)
{
    return (hash >> 24) & (sieve_size(words) - 1);
}

static unsigned char sieve_bit(uint64_t hash)
{
    return (unsigned char)(1u << (hash >> 60 & 7));
}

/* The slot of @word, or the empty one where it would stand. */
static slot *slot_of(const lyh_dictionary_words *words, const char *word, size_t size,
                     uint64_t hash)
{
    size_t mask = words->slot_count - 1;
    size_t at = hash & mask;
    for (; words->slots[at].word; at = (at + 1) & mask)
        if (words->slots[at].hash == (uint32_t)hash && words->slots[at].size == size &&
            memcmp(words->slots[at].word, word, size) == 0)
            break;
    return &words->slots[at];
}

static bool is_sifted_out(const lyh_dictionary_words *words, uint64_t hash)
{
    return !(words->sieve[sieve_byte(words, hash)] & sieve_bit(hash));
}

/* Half full at most, so that what is not there is soon known. */
static void make_room(lyh_dictionary_words *words, size_t lines)
{
    words->slot_count = FEWEST_SLOTS;
    while (words->slot_count < lines * 2)
        words->slot_count *= 2;
    words->slots = g_new0(slot, words->slot_count);
    words->sieve = g_malloc0(sieve_size(words));
}

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

static void add_entry(lyh_dictionary_words *words, char *line)
{
    line[strcspn(line, "\t\r")] = '\0';
    if (*line == '\0')
        return;
    char *slash = strchr(line, '/');
    if (slash)
        *slash = '\0';
    const char *flags = slash ? slash + 1 : "";
    size_t size = strlen(line);
    uint64_t hash = hash_of(line, size);
    slot *here = slot_of(words, line, size, hash);
    g_autofree char *all = here->word ? g_strconcat(here->flags, "\n", flags, NULL) : NULL;
    *here = (slot){ line, all ? kept(words, all) : flags, (uint32_t)size, (uint32_t)hash };
    words->sieve[sieve_byte(words, hash)] |= sieve_bit(hash);
}

static char *bytes_of(const char *path, const char *ending, size_t *size)
{
    g_autofree char *file = g_strconcat(path, ending, NULL);
    char *bytes = NULL;
    return g_file_get_contents(file, &bytes, size, NULL) ? bytes : NULL;
}

static size_t lines_in(const char *list, size_t size)
{
    size_t lines = 0;
    const char *end = list + size;
    for (const char *at = list; (at = memchr(at, '\n', (size_t)(end - at))); at++)
        lines++;
    return lines;
}

/* Searches end where the list does, so that a line costs no more for what follows it. */
static void read_entries(lyh_dictionary_words *words, size_t size)
{
    char *end = words->list + size;
    char *line = memchr(words->list, '\n', size); /* the first line counts the others */
    make_room(words, lines_in(words->list, size));
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
    words->added = lyh_endings_new();
    words->strippings = g_ptr_array_new_with_free_func(free_strippings);
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
    g_free(words->slots);
    g_free(words->sieve);
    lyh_endings_free(words->added);
    g_ptr_array_unref(words->strippings);
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

/* Is one of the suffixes of @put licensed by @entry, the flags of @stem? */
static bool is_licensed(const lyh_dictionary_words *words, const stripping *put,
                        const char *entry, const char *stem)
{
    for (guint i = 0; i < put->licences->len; i++) {
        const licence *asked = &g_array_index(put->licences, licence, i);
        if (has_flag(words, entry, asked->flag) && fits(stem, asked->condition))
            return true;
    }
    return false;
}

/* Is a stem that takes the ending what @put makes of the @size bytes before it? @hash: of that. */
static bool has_stem(const lyh_dictionary_words *words, const char *word, size_t size,
                     const stripping *put, uint64_t hash)
{
    char stem[LONGEST_STEM + 1];
    size_t whole = size + put->size;
    if (whole > LONGEST_STEM || whole == 0)
        return false;
    memcpy(stem, word, size);
    memcpy(stem + size, put->stripped, put->size + 1);
    const slot *found = slot_of(words, stem, whole, hash);
    return found->word && is_licensed(words, put, found->flags, stem);
}

/* @hash: of the @size bytes of @word before its ending. */
static bool has_suffixed(const lyh_dictionary_words *words, const char *word, size_t size,
                         uint64_t hash, const GArray *strippings)
{
    for (guint i = 0; i < strippings->len; i++) {
        const stripping *put = &g_array_index(strippings, stripping, i);
        uint64_t whole = finished(hashed_on(hash, put->stripped, put->size));
        if (!is_sifted_out(words, whole) && has_stem(words, word, size, put, whole))
            return true;
    }
    return false;
}

bool lyh_dictionary_words_enter(const lyh_dictionary_words *words, const char *word)
{
    size_t size = strlen(word);
    uint64_t hash = hash_of(word, size);
    if (is_sifted_out(words, hash))
        return false;
    const slot *found = slot_of(words, word, size, hash);
    return found->word && has_flag(words, found->flags, 0);
}

bool lyh_dictionary_words_have(const lyh_dictionary_words *words, const char *word)
{
    lyh_ending found[LYH_LONGEST_ENDING + 1];
    if (lyh_dictionary_words_enter(words, word))
        return true;
    size_t size = strlen(word), hashed = 0;
    uint64_t hash = HASH_OF_NOTHING;
    size_t count = lyh_endings_of(words->added, word, size, found);
    for (size_t i = count; i > 0; i--) { /* the longest first: the hash goes on */
        size_t stem = size - found[i - 1].size;
        hash = hashed_on(hash, word + hashed, stem - hashed);
        hashed = stem;
        if (has_suffixed(words, word, stem, hash,
                         words->strippings->pdata[found[i - 1].id]))
            return true;
    }
    return false;
}

bool lyh_dictionary_words_take(const lyh_dictionary_words *words, const char *word)
{
    size_t size = strlen(word);
    const slot *found = slot_of(words, word, size, hash_of(word, size));
    bool may_be_forbidden =
        found->word && memchr(found->flags, words->forbidden, strlen(found->flags));
    return !may_be_forbidden && lyh_dictionary_words_have(words, word);
}
