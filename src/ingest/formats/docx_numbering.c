#include "docx_numbering.h"

#include <string.h>

#include "docx_package.h"
#include "docx_styles.h"
#include "docx_text.h"
#include "numbers.h"

#define LEVELS 9
/* Bytes: a number is seen at a glance; a longer text would be repeated at every paragraph. */
#define LONGEST_TEXT 40

struct level {
    bool is_said;
    unsigned start;
    enum number_format format;
    char *text; /* "%1.", or NULL */
};

/* Levels that count together. */
struct abstract {
    struct level levels[LEVELS];
    unsigned counts[LEVELS];
    bool has_begun[LEVELS];
};

struct list {
    int abstract;                /* its id */
    struct level levels[LEVELS]; /* what the list says differently */
    int starts[LEVELS];          /* where it starts anew, or DOCX_UNSAID */
    bool has_begun;
};

struct docx_numbering {
    GHashTable *abstracts; /* id -> struct abstract */
    GHashTable *lists;     /* id -> struct list */

    struct abstract *abstract; /* while reading */
    struct list *list;
    int override;
    struct level *level;
};

static void clear_levels(struct level *levels)
{
    for (size_t i = 0; i < LEVELS; i++)
        g_free(levels[i].text);
}

static void free_abstract(void *data)
{
    clear_levels(((struct abstract *)data)->levels);
    g_free(data);
}

static void free_list(void *data)
{
    clear_levels(((struct list *)data)->levels);
    g_free(data);
}

void docx_numbering_free(docx_numbering *numbering)
{
    if (!numbering)
        return;
    g_hash_table_unref(numbering->lists);
    g_hash_table_unref(numbering->abstracts);
    g_free(numbering);
}

static int number_of(const char *value)
{
    return value ? (int)CLAMP(g_ascii_strtoll(value, NULL, 10), 0, 1 << 30) : DOCX_UNSAID;
}

static enum number_format format_named(const char *name)
{
    static const struct {
        const char *name;
        enum number_format format;
    } formats[] = {
        { "decimal", NUMBER_DECIMAL },      { "decimalZero", NUMBER_DECIMAL_ZERO },
        { "lowerLetter", NUMBER_LETTERS },  { "lowerRoman", NUMBER_ROMAN },
        { "upperLetter", NUMBER_CAPITALS }, { "upperRoman", NUMBER_ROMAN_CAPITALS },
    };
    for (size_t i = 0; name && i < G_N_ELEMENTS(formats); i++)
        if (strcmp(formats[i].name, name) == 0)
            return formats[i].format;
    return NUMBER_NONE;
}

static void begin_abstract(docx_numbering *numbering, const char *id)
{
    numbering->level = NULL;
    numbering->list = NULL;
    numbering->abstract = g_new0(struct abstract, 1);
    g_hash_table_insert(numbering->abstracts, GINT_TO_POINTER(number_of(id)),
                        numbering->abstract);
}

static void begin_list(docx_numbering *numbering, const char *id)
{
    numbering->level = NULL;
    numbering->abstract = NULL;
    numbering->list = g_new0(struct list, 1);
    numbering->list->abstract = DOCX_UNSAID;
    for (size_t i = 0; i < LEVELS; i++)
        numbering->list->starts[i] = DOCX_UNSAID;
    g_hash_table_insert(numbering->lists, GINT_TO_POINTER(number_of(id)), numbering->list);
}

static void begin_level(docx_numbering *numbering, const char *which)
{
    int index = number_of(which);
    numbering->level = NULL;
    if (index < 0 || index >= LEVELS)
        return;
    struct level *levels = numbering->abstract ? numbering->abstract->levels
                           : numbering->list   ? numbering->list->levels
                                               : NULL;
    if (!levels || levels[index].is_said)
        return;
    numbering->level = &levels[index];
    numbering->level->is_said = true;
}

static void take_level(struct level *level, const char *name, const char *value)
{
    if (strcmp(name, "start") == 0)
        level->start = (unsigned)MAX(number_of(value), 0);
    else if (strcmp(name, "numFmt") == 0)
        level->format = format_named(value);
    else if (strcmp(name, "lvlText") == 0 && value && !level->text &&
             strlen(value) <= LONGEST_TEXT)
        level->text = g_strdup(value);
}

static void take_list(docx_numbering *numbering, const char *name, const char *value)
{
    struct list *list = numbering->list;
    if (strcmp(name, "abstractNumId") == 0)
        list->abstract = number_of(value);
    else if (strcmp(name, "startOverride") == 0 && numbering->override >= 0 &&
             numbering->override < LEVELS)
        list->starts[numbering->override] = number_of(value);
}

static void on_start(void *user, const char *name_space, const char *name,
                     const lyh_xml_attribute *attributes, size_t count)
{
    docx_numbering *numbering = user;
    if (!docx_is_word(name_space))
        return;
    const char *value = lyh_xml_value(attributes, count, "val");
    if (strcmp(name, "abstractNum") == 0)
        begin_abstract(numbering, lyh_xml_value(attributes, count, "abstractNumId"));
    else if (strcmp(name, "num") == 0)
        begin_list(numbering, lyh_xml_value(attributes, count, "numId"));
    else if (strcmp(name, "lvlOverride") == 0)
        numbering->override = number_of(lyh_xml_value(attributes, count, "ilvl"));
    else if (strcmp(name, "lvl") == 0)
        begin_level(numbering, lyh_xml_value(attributes, count, "ilvl"));
    else if (numbering->level)
        take_level(numbering->level, name, value);
    else if (numbering->list)
        take_list(numbering, name, value);
}

static void on_end(void *user, const char *name_space, const char *name)
{
    docx_numbering *numbering = user;
    (void)name_space;
    if (strcmp(name, "lvl") == 0)
        numbering->level = NULL;
    else if (strcmp(name, "abstractNum") == 0)
        numbering->abstract = NULL;
    else if (strcmp(name, "num") == 0)
        numbering->list = NULL;
}

docx_numbering *docx_numbering_read(lyh_archive *archive, const char *member,
                                    lyh_diags *diags)
{
    static const lyh_xml_handler handler = { on_start, on_end, NULL };
    g_autoptr(docx_numbering) numbering = g_new0(docx_numbering, 1);
    numbering->abstracts = g_hash_table_new_full(NULL, NULL, NULL, free_abstract);
    numbering->lists = g_hash_table_new_full(NULL, NULL, NULL, free_list);
    if (member && lyh_archive_has(archive, member) &&
        !lyh_archive_parse(archive, member, &handler, numbering, diags))
        return NULL;
    return g_steal_pointer(&numbering);
}

/* ------ counting ------ */

static const struct level *level_of(const struct list *list,
                                    const struct abstract *abstract, size_t index)
{
    return list->levels[index].is_said ? &list->levels[index] : &abstract->levels[index];
}

/* A list that starts anew does so at its first paragraph. */
static void begin(struct list *list, struct abstract *abstract)
{
    for (size_t i = 0; i < LEVELS && !list->has_begun; i++)
        if (list->starts[i] != DOCX_UNSAID)
            abstract->has_begun[i] = false;
    list->has_begun = true;
}

static unsigned start_of(const struct list *list, const struct abstract *abstract,
                         size_t index)
{
    return list->starts[index] != DOCX_UNSAID ? (unsigned)list->starts[index]
                                              : level_of(list, abstract, index)->start;
}

static void count_level(struct list *list, struct abstract *abstract, size_t level)
{
    for (size_t i = 0; i <= level; i++) {
        if (!abstract->has_begun[i])
            abstract->counts[i] = start_of(list, abstract, i);
        else if (i == level)
            abstract->counts[i]++;
        abstract->has_begun[i] = true;
    }
    for (size_t i = level + 1; i < LEVELS; i++)
        abstract->has_begun[i] = false;
}

static char *shown(const struct list *list, const struct abstract *abstract, size_t index)
{
    const struct level *level = level_of(list, abstract, index);
    if (level->format == NUMBER_NONE || !level->text)
        return NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    for (const char *c = level->text; *c; c++) {
        size_t other =
            c[0] == '%' && c[1] >= '1' && c[1] <= '9' ? (size_t)(c[1] - '1') : LEVELS;
        if (other == LEVELS) {
            g_string_append_c(text, *c);
            continue;
        }
        number_add(text, level_of(list, abstract, other)->format, abstract->counts[other]);
        c++;
    }
    return text->len > 0 ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}

char *docx_numbering_next(docx_numbering *numbering, int number, int level)
{
    struct list *list = g_hash_table_lookup(numbering->lists, GINT_TO_POINTER(number));
    struct abstract *abstract =
        list ? g_hash_table_lookup(numbering->abstracts, GINT_TO_POINTER(list->abstract))
             : NULL;
    if (!abstract || level < 0 || level >= LEVELS)
        return NULL;
    begin(list, abstract);
    count_level(list, abstract, (size_t)level);
    return shown(list, abstract, (size_t)level);
}
