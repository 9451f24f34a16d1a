#include "objects.h"

#include <glib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "../lists.h"
#include "../words/scan.h"

extern const unsigned char lyh_embedded_objects[];
extern const size_t lyh_embedded_objects_size;

/* Words of a name. */
enum { LONGEST_NAME = 6 };

typedef enum name_kind {
    NAME_INFLECTED,
    NAME_EXACT,  /* and its genitive */
    NAME_FIRST,  /* whatever begins with it */
    NAME_HEAD,   /* a compound that ends in a form of it */
    NAME_CAPITAL /* any word with a capital */
} name_kind;

typedef struct name_word {
    name_kind kind;
    char *stem;                 /* folded */
    const char *const *endings; /* of an inflected one */
} name_word;

typedef struct name {
    uint32_t part; /* LYH_OBJECT_OTHER or _SERVICE */
    guint count;
    name_word words[LONGEST_NAME];
} name;

struct lyh_objects {
    lyh_vocabulary *vocabulary;
    GHashTable *words; /* type → parts, of the words that are no names */
    GArray *names;     /* name */
    GPtrArray *staff;  /* char *, folded */
    GArray *parts;     /* uint32_t by type; KNOWN once asked about */
};

#define KNOWN (UINT32_C(1) << 31)

static const lyh_list_name part_names[] = {
    { "actor", LYH_OBJECT_ACTOR },
    { "beside", LYH_OBJECT_BESIDE },
    { "bound", LYH_OBJECT_BOUND },
    { "compares", LYH_OBJECT_COMPARES },
    { "contact", LYH_OBJECT_CONTACT },
    { "copula", LYH_OBJECT_COPULA },
    { "feels", LYH_OBJECT_FEELS },
    { "from", LYH_OBJECT_FROM },
    { "meeting", LYH_OBJECT_MEETING },
    { "near", LYH_OBJECT_NEAR },
    { "oneself", LYH_OBJECT_ONESELF },
    { "other", LYH_OBJECT_OTHER },
    { "paper", LYH_OBJECT_PAPER },
    { "place", LYH_OBJECT_PLACE },
    { "respects", LYH_OBJECT_RESPECTS },
    { "service", LYH_OBJECT_SERVICE },
    { "takes", LYH_OBJECT_TAKES },
    { "them", LYH_OBJECT_THEM },
    { "there", LYH_OBJECT_THERE },
    { "third", LYH_OBJECT_THIRD },
    { "to", LYH_OBJECT_TO },
    { "trait", LYH_OBJECT_TRAIT },
    { "tries", LYH_OBJECT_TRIES },
    { "with", LYH_OBJECT_WITH },
};

/*
 * What a name ends in, longest first, and what its forms may end in instead: the definite
 * form tells the declension well enough. A name of few letters, most often an abbreviation, has few.
 */
static const char *const as_an[] = { "a", "an", "ans", "as", "or", "orna", "ornas", NULL };
static const char *const as_en[] = { "",   "e",  "en",   "ens",   "s",    "ar",  "arna",
                                     "er", "na", "erna", "arnas", "enas", "nas", NULL };
static const char *const as_et[] = { "", "e", "et", "ets", "s", "en", "ens", "n", NULL };
static const char *const as_n[] = { "", "n", "ns", "s", "er", "erna", NULL };
static const char *const as_it_is[] = { "",   "s",  "en", "ens", "et", "ets",
                                        "er", ":s", "n",  "ns",  NULL };
static const char *const as_short[] = { "", "s", ":s", ":n", ":en", NULL };
static const char *const genitives[] = { "", "s", NULL };

static const struct {
    const char *ending;
    const char *const *endings;
} declensions[] = {
    { "arna", as_en }, { "erna", as_en }, { "an", as_an }, { "en", as_en },
    { "et", as_et },   { "in", as_n },    { "on", as_n },
};

enum { FEW_LETTERS = 4 };

static void inflect(name_word *word)
{
    word->endings = strlen(word->stem) <= FEW_LETTERS ? as_short : as_it_is;
    for (size_t i = 0; word->endings == as_it_is && i < G_N_ELEMENTS(declensions); i++) {
        if (!g_str_has_suffix(word->stem, declensions[i].ending))
            continue;
        size_t cut = strlen(declensions[i].ending) - (declensions[i].endings == as_n);
        word->stem[strlen(word->stem) - cut] = '\0';
        word->endings = declensions[i].endings;
    }
}

static name_word read_name_word(const char *text)
{
    size_t size = strlen(text);
    name_word word = { .kind = NAME_INFLECTED };
    if (strcmp(text, "^") == 0)
        return (name_word){ .kind = NAME_CAPITAL };
    if (*text == '=' || *text == '+') {
        word.kind = *text == '=' ? NAME_EXACT : NAME_HEAD;
        text++;
        size--;
    } else if (size > 1 && text[size - 1] == '+') {
        word.kind = NAME_FIRST;
        size--;
    }
    word.stem = lyh_text_fold(text, size, NULL); /* as types are spelled */
    word.endings = genitives;
    if (word.kind == NAME_INFLECTED || word.kind == NAME_HEAD)
        inflect(&word);
    return word;
}

static void clear_name(void *data)
{
    name *cleared = data;
    for (guint i = 0; i < cleared->count; i++)
        g_free(cleared->words[i].stem);
}

/* @text: words with one of @separators between them. */
static void add_name(lyh_objects *objects, const char *text, const char *separators,
                     uint32_t part)
{
    g_auto(GStrv) words = g_strsplit_set(text, separators, -1);
    name added = { .part = part };
    for (char **word = words; *word && added.count < LONGEST_NAME; word++)
        if ((*word)[strspn(*word, "=+")] != '\0') /* signs alone name nobody */
            added.words[added.count++] = read_name_word(*word);
    if (added.count > 0)
        g_array_append_val(objects->names, added);
}

/* "psykiatrin" within "öppenpsykiatrin"; two letters at least stand before it. */
static bool ends_in(const char *spelling, const name_word *word)
{
    enum { FIRST_PART = 2 };
    const char *at = strlen(spelling) > FIRST_PART ? spelling + FIRST_PART : "";
    while ((at = strstr(at, word->stem))) {
        if (g_strv_contains(word->endings, at + strlen(word->stem)))
            return true;
        at++;
    }
    return false;
}

static bool is_form(const char *spelling, const name_word *word, bool has_capital)
{
    if (word->kind == NAME_CAPITAL)
        return has_capital;
    if (word->kind == NAME_HEAD)
        return ends_in(spelling, word);
    size_t size = strlen(word->stem);
    if (size == 0 || strncmp(spelling, word->stem, size) != 0)
        return false;
    const char *rest = spelling + size;
    return word->kind == NAME_FIRST || g_strv_contains(word->endings, rest) ||
           (rest[0] == '-' && rest[1] != '\0'); /* AF-handläggaren */
}

static void add_word(lyh_objects *objects, lyh_span word, uint32_t part)
{
    gpointer key =
        GUINT_TO_POINTER(lyh_vocabulary_intern(objects->vocabulary, word.text, word.size));
    uint32_t parts = GPOINTER_TO_UINT(g_hash_table_lookup(objects->words, key)) | part;
    g_hash_table_insert(objects->words, key, GUINT_TO_POINTER(parts));
}

/* Does any of @names stand in the words @own? */
static bool is_named(const lyh_objects *objects, guint from, const GStrv own)
{
    for (guint i = from; i < objects->names->len; i++) {
        const name *tried = &g_array_index(objects->names, name, i);
        for (char **word = own; *word; word++)
            if (tried->words[0].kind != NAME_CAPITAL && tried->count == 1 &&
                is_form(*word, &tried->words[0], false))
                return true;
    }
    return false;
}

/* A line of names; the study's own is not another's. */
static void read_names(lyh_objects *objects, lyh_span line, uint32_t part, const GStrv own)
{
    guint from = objects->names->len;
    while (line.size > 0) {
        lyh_span word = lyh_span_cut(&line, ' ');
        g_autofree char *text = g_strndup(word.text, word.size);
        add_name(objects, text, "_", part);
    }
    if (part == LYH_OBJECT_OTHER && is_named(objects, from, own))
        for (guint i = from; i < objects->names->len; i++)
            g_array_index(objects->names, name, i).part = LYH_OBJECT_SERVICE;
}

/* "name|name name|name" */
static void read_given(lyh_objects *objects, const char *given, uint32_t part)
{
    g_auto(GStrv) names = g_strsplit(given, "|", -1);
    for (size_t i = 0; names[i] && i < LYH_OBJECTS_NAMES_MAX; i++)
        add_name(objects, names[i], " \t", part);
}

static void read_staff(lyh_objects *objects, lyh_span words, char separator)
{
    while (words.size > 0) {
        lyh_span word = lyh_span_cut(&words, separator);
        if (word.size > 0)
            g_ptr_array_add(objects->staff, lyh_text_fold(word.text, word.size, NULL));
    }
}

/* A line of words that are no names. */
static void read_words(lyh_objects *objects, lyh_span line, uint32_t part)
{
    while (line.size > 0)
        add_word(objects, lyh_span_cut(&line, ' '), part);
}

static bool is_said(const char *option)
{
    return option && *option;
}

/* "part: word word" */
static void read_line(lyh_objects *objects, lyh_span line,
                      const lyh_objects_options *options, const GStrv own)
{
    lyh_span heading = lyh_span_cut(&line, ':');
    if (lyh_span_is(heading, "staff")) {
        if (!is_said(options->staff))
            read_staff(objects, line, ' ');
        return;
    }
    uint32_t part = lyh_list_value(part_names, G_N_ELEMENTS(part_names), heading);
    if (part == LYH_OBJECT_OTHER && is_said(options->others))
        return;
    if (part == LYH_OBJECT_OTHER || part == LYH_OBJECT_SERVICE)
        read_names(objects, line, part, own);
    else
        read_words(objects, line, part);
}

/* The words of what the study says of itself, folded. */
static GStrv own_words(const lyh_objects_options *options)
{
    g_autofree char *all = g_strconcat(options->own ? options->own : "", " ",
                                       options->service ? options->service : "", NULL);
    g_autofree char *plain = lyh_text_fold(all, strlen(all), NULL);
    return g_strsplit_set(plain, " \t\n|,.;:()/+=\"", -1);
}

lyh_objects *lyh_objects_new(lyh_vocabulary *vocabulary, const lyh_objects_options *options)
{
    lyh_objects *objects = g_new0(lyh_objects, 1);
    objects->vocabulary = vocabulary;
    objects->words = g_hash_table_new(g_direct_hash, g_direct_equal);
    objects->names = g_array_new(FALSE, FALSE, sizeof(name));
    g_array_set_clear_func(objects->names, clear_name);
    objects->staff = g_ptr_array_new_with_free_func(g_free);
    objects->parts = g_array_new(FALSE, TRUE, sizeof(uint32_t));

    g_auto(GStrv) own = own_words(options);
    if (is_said(options->others))
        read_given(objects, options->others, LYH_OBJECT_OTHER);
    if (options->service)
        read_given(objects, options->service, LYH_OBJECT_SERVICE);
    if (is_said(options->staff))
        read_staff(objects, (lyh_span){ options->staff, strlen(options->staff) }, '|');

    const char *bytes = (const char *)lyh_embedded_objects;
    lyh_list list = { bytes, bytes + lyh_embedded_objects_size };
    lyh_span line;
    while (lyh_list_next(&list, &line))
        read_line(objects, line, options, own);
    return objects;
}

void lyh_objects_free(lyh_objects *objects)
{
    if (!objects)
        return;
    g_hash_table_unref(objects->words);
    g_array_unref(objects->names);
    g_ptr_array_unref(objects->staff);
    g_array_unref(objects->parts);
    g_free(objects);
}

/* "Handläggare (ekonomi)": the value begins with the word. */
bool lyh_objects_is_staff(const lyh_objects *objects, const char *value)
{
    g_autofree char *plain = lyh_text_fold(value, strlen(value), NULL);
    for (guint i = 0; i < objects->staff->len; i++) {
        const char *word = objects->staff->pdata[i];
        if (g_str_has_prefix(plain, word) && !g_ascii_isalnum(plain[strlen(word)]))
            return true;
    }
    return false;
}

/* The names given by the study come first: what it calls others, or its own, is so. */
static uint32_t name_parts(const lyh_objects *objects, const char *spelling)
{
    uint32_t begins = 0;
    for (guint i = 0; i < objects->names->len; i++) {
        const name *tried = &g_array_index(objects->names, name, i);
        if (tried->words[0].kind == NAME_CAPITAL ||
            !is_form(spelling, &tried->words[0], false))
            continue;
        if (tried->count == 1)
            return begins | tried->part;
        begins |= LYH_OBJECT_BEGINS;
    }
    return begins;
}

uint32_t lyh_objects_parts(lyh_objects *objects, uint32_t type)
{
    if (type >= objects->parts->len)
        g_array_set_size(objects->parts,
                         MAX(lyh_vocabulary_count(objects->vocabulary), type + 1));
    uint32_t *parts = &g_array_index(objects->parts, uint32_t, type);
    if (*parts & KNOWN)
        return *parts & ~KNOWN;
    const char *spelling = lyh_vocabulary_spelling(objects->vocabulary, type, NULL);
    gpointer of_word = g_hash_table_lookup(objects->words, GUINT_TO_POINTER(type));
    *parts = KNOWN | name_parts(objects, spelling) | GPOINTER_TO_UINT(of_word);
    return *parts & ~KNOWN;
}

static bool stands_at(const lyh_objects *objects, const name *tried,
                      const lyh_clause *clause, size_t at)
{
    const lyh_token *tokens = lyh_tokens_all(clause->tokens);
    for (guint i = 0; i < tried->count; i++) {
        if (!lyh_clause_is_word(clause, at + i))
            return false;
        const lyh_clause_word *word = &clause->words[at + i];
        if (!is_form(lyh_vocabulary_spelling(objects->vocabulary, word->type, NULL),
                     &tried->words[i], tokens[word->token].flags & LYH_SCAN_UPPER))
            return false;
    }
    return true;
}

size_t lyh_objects_name_at(lyh_objects *objects, const lyh_clause *clause, size_t at)
{
    if (!lyh_clause_is_word(clause, at))
        return 0;
    uint32_t parts = lyh_objects_parts(objects, clause->words[at].type);
    for (guint i = 0; parts & LYH_OBJECT_BEGINS && i < objects->names->len; i++) {
        const name *tried = &g_array_index(objects->names, name, i);
        if (tried->count > 1 && tried->part == LYH_OBJECT_OTHER &&
            stands_at(objects, tried, clause, at))
            return tried->count;
    }
    return parts & LYH_OBJECT_OTHER ? 1 : 0;
}
