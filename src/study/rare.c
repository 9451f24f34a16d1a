/* Attributes that together single out somebody: what no scan of words can see. */
#include <string.h>

#include "people.h"
#include "study_private.h"

/* Beyond these the combinations are too many to be read, and too slow to be made. */
#define ATTRIBUTES_AT_MOST 12
#define NOTES_AT_MOST 10
#define TOGETHER_AT_MOST 3

typedef struct attribute_set {
    size_t attributes[TOGETHER_AT_MOST];
    size_t count;
} attribute_set;

static char *values_of(const lyh_respondents *respondents, size_t person,
                       const attribute_set *together)
{
    g_autoptr(GString) key = g_string_new(NULL);
    for (size_t i = 0; i < together->count; i++)
        g_string_append_printf(
            key, "%s\n",
            lyh_respondents_value(respondents, person, together->attributes[i]));
    return g_string_free(g_steal_pointer(&key), FALSE);
}

/* Marks in @alone the persons whose values nobody shares. */
static void find_alone(const lyh_respondents *respondents, const attribute_set *together,
                       bool *alone)
{
    g_autoptr(GHashTable) first =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t person = 0; person < lyh_respondents_count(respondents); person++) {
        char *key = values_of(respondents, person, together);
        gpointer other;
        alone[person] = !g_hash_table_lookup_extended(first, key, NULL, &other);
        if (!alone[person])
            alone[GPOINTER_TO_SIZE(other)] = false;
        g_hash_table_insert(first, key, GSIZE_TO_POINTER(person));
    }
}

/* A person whom fewer of the attributes single out has been told of with those. */
static size_t count_newly_alone(const lyh_respondents *respondents,
                                const attribute_set *together)
{
    size_t persons = lyh_respondents_count(respondents), count = 0;
    g_autofree bool *alone = g_new0(bool, persons);
    g_autofree bool *already = g_new0(bool, persons);
    g_autofree bool *with_fewer = g_new0(bool, persons);
    find_alone(respondents, together, alone);
    for (size_t left_out = 0; together->count > 1 && left_out < together->count;
         left_out++) {
        attribute_set fewer = { .count = 0 };
        for (size_t i = 0; i < together->count; i++)
            if (i != left_out)
                fewer.attributes[fewer.count++] = together->attributes[i];
        find_alone(respondents, &fewer, with_fewer);
        for (size_t i = 0; i < persons; i++)
            already[i] |= with_fewer[i];
    }
    for (size_t i = 0; i < persons; i++)
        count += alone[i] && !already[i];
    return count;
}

static void note(const lyh_study *study, const attribute_set *together, size_t persons,
                 const char *path, lyh_diags *diags)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < together->count; i++)
        g_string_append_printf(
            names, "%s%s", i ? " + " : "",
            lyh_respondents_attribute(study->respondents, together->attributes[i]));
    lyh_diags_note(diags, "rare-combination", lyh_place_file(path),
                   "the attributes %s together single out persons (%zu); never tell them "
                   "together of one and the same person",
                   names->str, persons);
}

/* Every way to add one more attribute after the last of @base, until it has @wanted. */
static size_t look(const lyh_study *study, attribute_set base, size_t wanted,
                   const char *path, size_t notes, lyh_diags *diags)
{
    size_t attributes =
        MIN(lyh_respondents_attribute_count(study->respondents), ATTRIBUTES_AT_MOST);
    size_t next = base.count > 0 ? base.attributes[base.count - 1] + 1 : 0;
    for (size_t i = next; i < attributes && notes < NOTES_AT_MOST; i++) {
        attribute_set grown = base;
        grown.attributes[grown.count++] = i;
        if (grown.count < wanted) {
            notes = look(study, grown, wanted, path, notes, diags);
            continue;
        }
        size_t persons = count_newly_alone(study->respondents, &grown);
        if (persons > 0)
            note(study, &grown, persons, path, diags);
        notes += persons > 0;
    }
    return notes;
}

void study_note_rare_combinations(const lyh_study *study, lyh_diags *diags)
{
    g_autofree char *own = study_path(study, "respondents.csv");
    const char *path = study->options.respondents ? study->options.respondents : own;
    const attribute_set none = { .count = 0 };
    size_t notes = 0;
    for (size_t wanted = 2; path && wanted <= TOGETHER_AT_MOST; wanted++)
        notes = look(study, none, wanted, path, notes, diags);
}
