#include <lyhord/corpus/respondents.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "../base/autoptr.h"
#include "autoptr.h"

/* Texts are kept once for all that have them: of many persons each has an id, and all have a few values. */
typedef struct person {
    const char *id;
    const char **values; /* one per attribute; fewer for people added later */
    size_t value_count;
    size_t row; /* of the CSV, while reading */
} person;

struct lyh_respondents {
    const lyh_scheme *scheme; /* or NULL */
    GPtrArray *attributes;
    GArray *people;      /* person */
    GStringChunk *texts; /* their ids and values */
    GHashTable *by_id;   /* id -> index + 1 */
    GPtrArray *words;    /* one a part of the scheme: code -> the file's word for it */
};

static void clear_person(void *data)
{
    person *someone = data;
    g_free(someone->values);
}

char *lyh_id_clean(const char *text)
{
    size_t size;
    char *clean = lyh_text_nfc(text, strlen(text), &size);
    size_t start = lyh_text_leading_space(clean, size);
    size_t kept = lyh_text_trimmed_size(clean + start, size - start);
    memmove(clean, clean + start, kept);
    clean[kept] = '\0';
    return clean;
}

static lyh_respondents *nobody(const lyh_scheme *scheme)
{
    lyh_respondents *respondents = g_new0(lyh_respondents, 1);
    respondents->scheme = scheme;
    respondents->attributes = g_ptr_array_new_with_free_func(g_free);
    respondents->people = g_array_new(FALSE, FALSE, sizeof(person));
    g_array_set_clear_func(respondents->people, clear_person);
    respondents->texts = g_string_chunk_new(4096);
    respondents->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    respondents->words = g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
    return respondents;
}

void lyh_respondents_free(lyh_respondents *respondents)
{
    if (!respondents)
        return;
    g_ptr_array_unref(respondents->words);
    g_hash_table_unref(respondents->by_id);
    g_array_unref(respondents->people);
    g_string_chunk_free(respondents->texts);
    g_ptr_array_unref(respondents->attributes);
    g_free(respondents);
}

static person *person_at(const lyh_respondents *respondents, size_t index)
{
    g_assert(index < respondents->people->len);
    return &g_array_index(respondents->people, person, index);
}

static const char *value_of(const person *someone, size_t attribute)
{
    return attribute < someone->value_count ? someone->values[attribute] : "";
}

/* Valid until another is added. */
static person *add_person(lyh_respondents *respondents, const char *id, size_t row)
{
    const person someone = { .id = g_string_chunk_insert(respondents->texts, id),
                             .row = row };
    g_array_append_val(respondents->people, someone);
    g_hash_table_insert(respondents->by_id, (char *)someone.id,
                        GSIZE_TO_POINTER(respondents->people->len));
    return person_at(respondents, respondents->people->len - 1);
}

static void set_value(lyh_respondents *respondents, person *someone, size_t attribute,
                      const char *value)
{
    while (someone->value_count <= attribute) {
        someone->values = g_renew(const char *, someone->values, someone->value_count + 1);
        someone->values[someone->value_count++] = "";
    }
    someone->values[attribute] = g_string_chunk_insert_const(respondents->texts, value);
}

static char *fold(const char *text)
{
    return lyh_text_fold(text, strlen(text), NULL);
}

/* Ids become file names: what no file name may hold, no id may. */
static bool is_fit_for_a_file_name(const char *id)
{
    if (id[0] == '.' || strpbrk(id, "/\\"))
        return false;
    for (const char *c = id; *c; c++)
        if (g_ascii_iscntrl(*c))
            return false;
    return true;
}

static size_t line_of(const lyh_csv *csv, size_t row, size_t column)
{
    return lyh_source_line(lyh_csv_source(csv), lyh_csv_place(csv, row, column).start);
}

static bool check_id(const lyh_respondents *respondents, const lyh_csv *csv, size_t row,
                     const char *id, lyh_diags *diags)
{
    lyh_place place = lyh_csv_place(csv, row, 0);
    if (id[0] == '\0') {
        lyh_diags_error(diags, "id-empty", place,
                        "the id is empty; every respondent needs one of their own");
        return false;
    }
    if (!is_fit_for_a_file_name(id)) {
        lyh_diags_error(
            diags, "id-unfit", place,
            "the id '%s' cannot be a file name; use letters, digits and hyphens", id);
        return false;
    }
    size_t first = lyh_respondents_find(respondents, id);
    if (first != LYH_NONE) {
        lyh_diags_error(diags, "id-twice", place,
                        "the id '%s' is used twice; first on line %zu", id,
                        line_of(csv, person_at(respondents, first)->row, 0));
        return false;
    }
    return true;
}

static void read_values(lyh_respondents *respondents, person *someone, const lyh_csv *csv)
{
    for (size_t column = 1; column < lyh_csv_column_count(csv); column++) {
        g_autofree char *value = lyh_id_clean(lyh_csv_cell(csv, someone->row, column));
        set_value(respondents, someone, column - 1, value);
    }
}

static bool read_people(lyh_respondents *respondents, const lyh_csv *csv, lyh_diags *diags)
{
    bool is_fine = true;
    for (size_t row = 0; row < lyh_csv_row_count(csv); row++) {
        g_autofree char *id = lyh_id_clean(lyh_csv_cell(csv, row, 0));
        if (!check_id(respondents, csv, row, id, diags)) {
            is_fine = false;
            continue;
        }
        read_values(respondents, add_person(respondents, id, row), csv);
    }
    return is_fine;
}

static void warn_of_empty_values(const lyh_respondents *respondents, const lyh_csv *csv,
                                 lyh_diags *diags)
{
    for (unsigned i = 0; i < respondents->people->len; i++) {
        const person *someone = person_at(respondents, i);
        for (unsigned k = 0; k + 1 < lyh_csv_column_count(csv); k++)
            if (*value_of(someone, k) == '\0')
                lyh_diags_warning(
                    diags, "attribute-empty", lyh_csv_place(csv, someone->row, k + 1u),
                    "'%s' has no value for '%s'; write one, or (okänd)", someone->id,
                    (const char *)g_ptr_array_index(respondents->attributes, k));
    }
}

static void warn_of_ids_alike(const lyh_respondents *respondents, const lyh_csv *csv,
                              lyh_diags *diags)
{
    g_autoptr(GHashTable) seen =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (unsigned i = 0; i < respondents->people->len; i++) {
        person *someone = person_at(respondents, i);
        g_autofree char *folded = fold(someone->id);
        const person *other = g_hash_table_lookup(seen, folded);
        if (other)
            lyh_diags_warning(
                diags, "ids-alike", lyh_csv_place(csv, someone->row, 0),
                "'%s' and '%s' on line %zu differ only in case; they count as two",
                someone->id, other->id, line_of(csv, other->row, 0));
        else
            g_hash_table_insert(seen, g_steal_pointer(&folded), someone);
    }
}

/* "C-stad", "c-stad" and "C stad " would silently become three groups. */
static char *bare_value(const char *value)
{
    g_autofree char *folded = fold(value);
    g_autoptr(GString) bare = g_string_new(NULL);
    size_t size = strlen(folded);
    for (size_t i = 0, length; i < size; i += length)
        if (!lyh_char_is_space(lyh_text_char(folded + i, size - i, &length)))
            g_string_append_len(bare, folded + i, (gssize)length);
    return g_string_free(g_steal_pointer(&bare), FALSE);
}

static void warn_of_values_alike(const lyh_respondents *respondents, size_t attribute,
                                 const lyh_csv *csv, lyh_diags *diags)
{
    g_autoptr(GHashTable) first =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL); /* kept once, they are few */
    for (unsigned i = 0; i < respondents->people->len; i++) {
        const person *someone = person_at(respondents, i);
        const char *value = value_of(someone, attribute);
        if (!g_hash_table_add(seen, (char *)value))
            continue;
        g_autofree char *bare = bare_value(value);
        const char *other = g_hash_table_lookup(first, bare);
        if (!other) {
            g_hash_table_insert(first, g_steal_pointer(&bare), (char *)value);
        } else if (strcmp(other, value) != 0) {
            lyh_diags_warning(
                diags, "values-alike", lyh_csv_place(csv, someone->row, attribute + 1),
                "'%s' and '%s' differ only in case or space; they count as two groups",
                value, other);
        }
    }
}

static void read_attributes(lyh_respondents *respondents, const lyh_csv *csv)
{
    for (size_t column = 1; column < lyh_csv_column_count(csv); column++)
        g_ptr_array_add(respondents->attributes,
                        lyh_id_clean(lyh_csv_heading(csv, column)));
}

/* A heading such as "id|grupp" in one column: the file has a separator that nobody reads. */
static bool has_columns(const lyh_csv *csv, lyh_diags *diags)
{
    if (lyh_csv_column_count(csv) > 1 || !strpbrk(lyh_csv_heading(csv, 0), "|:^~"))
        return true;
    lyh_diags_error(diags, "respondents-columns", lyh_csv_heading_place(csv, 0),
                    "the heading is one column, '%s'; separate columns with ';'",
                    lyh_csv_heading(csv, 0));
    return false;
}

/* --- what the scheme says of an id --- */

/* The attribute called as part @part of the scheme, added when the file has none. */
static size_t attribute_of_part(lyh_respondents *respondents, size_t part)
{
    const char *name = lyh_scheme_attribute(respondents->scheme, part);
    size_t attribute = lyh_respondents_find_attribute(respondents, name);
    if (attribute != LYH_NONE)
        return attribute;
    g_ptr_array_add(respondents->attributes, lyh_id_clean(name));
    return respondents->attributes->len - 1;
}

/* The word that the file has for each code of @part: A is "A-stad". Two words for one are told. */
static void add_words(lyh_respondents *respondents, size_t part, size_t attribute,
                      const lyh_csv *csv, lyh_diags *diags)
{
    GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_ptr_array_add(respondents->words, words);
    for (unsigned i = 0; i < respondents->people->len; i++) {
        const person *someone = person_at(respondents, i);
        const char *code = lyh_scheme_value(respondents->scheme, someone->id, part);
        const char *value = lyh_respondents_value(respondents, i, attribute);
        if (!code || !*value)
            continue;
        const char *word = g_hash_table_lookup(words, code);
        if (!word)
            g_hash_table_insert(words, g_strdup(code), g_strdup(value));
        else if (strcmp(word, value) != 0)
            lyh_diags_warning(diags, "scheme-contradiction",
                              lyh_csv_place(csv, someone->row, attribute + 1),
                              "the id '%s' has '%s', which is '%s' for another and '%s' "
                              "here; correct the one that is wrong",
                              someone->id, code, word, value);
    }
}

/* What @someone's id says of each part, where the file says nothing. */
static void derive_values(lyh_respondents *respondents, person *someone)
{
    for (guint part = 0; part < respondents->words->len; part++) {
        size_t attribute = attribute_of_part(respondents, part);
        const char *code = lyh_scheme_value(respondents->scheme, someone->id, part);
        if (!code || *value_of(someone, attribute))
            continue;
        const char *word = g_hash_table_lookup(respondents->words->pdata[part], code);
        set_value(respondents, someone, attribute, word ? word : code);
    }
}

static void derive_from_scheme(lyh_respondents *respondents, const lyh_csv *csv,
                               lyh_diags *diags)
{
    size_t parts =
        respondents->scheme ? lyh_scheme_attribute_count(respondents->scheme) : 0;
    for (size_t part = 0; part < parts; part++)
        add_words(respondents, part, attribute_of_part(respondents, part), csv, diags);
    for (unsigned i = 0; i < respondents->people->len; i++)
        derive_values(respondents, person_at(respondents, i));
}

lyh_respondents *lyh_respondents_new(const lyh_scheme *scheme)
{
    lyh_respondents *respondents = nobody(scheme);
    derive_from_scheme(respondents, NULL, NULL);
    return respondents;
}

lyh_respondents *lyh_respondents_read(const lyh_source *source, const lyh_scheme *scheme,
                                      lyh_diags *diags)
{
    g_autoptr(lyh_csv) csv = lyh_csv_read(source, diags);
    if (!csv)
        return NULL;

    g_autoptr(lyh_respondents) respondents = nobody(scheme);
    read_attributes(respondents, csv);
    bool is_fine = has_columns(csv, diags) && read_people(respondents, csv, diags);
    size_t in_file = respondents->attributes->len;
    derive_from_scheme(respondents, csv, diags);
    warn_of_empty_values(respondents, csv, diags);
    warn_of_ids_alike(respondents, csv, diags);
    for (size_t i = 0; i < in_file; i++)
        warn_of_values_alike(respondents, i, csv, diags);
    return is_fine ? g_steal_pointer(&respondents) : NULL;
}

size_t lyh_respondents_add(lyh_respondents *respondents, const char *id)
{
    g_autofree char *clean = lyh_id_clean(id);
    size_t known = lyh_respondents_find(respondents, clean);
    if (known != LYH_NONE)
        return known;
    derive_values(respondents, add_person(respondents, clean, LYH_NONE));
    return respondents->people->len - 1;
}

size_t lyh_respondents_count(const lyh_respondents *respondents)
{
    return respondents->people->len;
}

const char *lyh_respondents_id(const lyh_respondents *respondents, size_t index)
{
    return person_at(respondents, index)->id;
}

size_t lyh_respondents_find(const lyh_respondents *respondents, const char *id)
{
    g_autofree char *clean = lyh_id_clean(id);
    size_t found = GPOINTER_TO_SIZE(g_hash_table_lookup(respondents->by_id, clean));
    return found == 0 ? LYH_NONE : found - 1;
}

size_t lyh_respondents_attribute_count(const lyh_respondents *respondents)
{
    return respondents->attributes->len;
}

const char *lyh_respondents_attribute(const lyh_respondents *respondents, size_t attribute)
{
    g_assert(attribute < respondents->attributes->len);
    return g_ptr_array_index(respondents->attributes, attribute);
}

size_t lyh_respondents_find_attribute(const lyh_respondents *respondents, const char *name)
{
    g_autofree char *clean = lyh_id_clean(name);
    g_autofree char *wanted = fold(clean);
    for (unsigned i = 0; i < respondents->attributes->len; i++) {
        g_autofree char *folded = fold(g_ptr_array_index(respondents->attributes, i));
        if (strcmp(folded, wanted) == 0)
            return i;
    }
    return LYH_NONE;
}

const char *lyh_respondents_value(const lyh_respondents *respondents, size_t index,
                                  size_t attribute)
{
    g_assert(attribute < respondents->attributes->len);
    return value_of(person_at(respondents, index), attribute);
}
