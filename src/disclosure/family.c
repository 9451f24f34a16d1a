#include "family.h"

#include <string.h>

#include "quest.h"
#include "worlds.h"

/* What may be spent on a release, in steps times size of programmes; each code's share is the same. */
#define MOST_TRIED 1e8

static size_t root_of(size_t *roots, size_t code)
{
    while (roots[code] != code)
        code = roots[code] = roots[roots[code]];
    return code;
}

size_t *family_numbers(const lyh_release_said *said, size_t *count)
{
    size_t *roots = g_new(size_t, said->codes + 1);
    for (size_t code = 0; code < said->codes; code++)
        roots[code] = code;
    for (size_t code = 0; code < said->codes; code++) {
        size_t parents;
        const size_t *above = said->parents(said->user, code, &parents);
        for (size_t i = 0; i < parents; i++)
            roots[root_of(roots, code)] = root_of(roots, above[i]);
    }
    g_autofree size_t *numbers = g_new(size_t, said->codes + 1);
    *count = 0;
    for (size_t code = 0; code < said->codes; code++)
        if (root_of(roots, code) == code)
            numbers[code] = (*count)++;
    for (size_t code = 0; code < said->codes; code++)
        roots[code] = root_of(roots, code);
    for (size_t code = 0; code < said->codes; code++)
        roots[code] = numbers[roots[code]];
    return roots;
}

static void free_code(void *data)
{
    family_code *code = data;
    g_free(code->lines);
    g_array_unref(code->parents);
    g_array_unref(code->children);
    g_free(code);
}

unsigned char family_with_any(unsigned char lines)
{
    return lines & JUDGING ? lines | BIT(LYH_LINE_ANY) : lines;
}

static void count_totals(const lyh_release *release, family_code *code)
{
    const unsigned char both = BIT(LYH_LINE_PLUS) | BIT(LYH_LINE_MINUS);
    for (size_t person = 0; person < release->persons; person++) {
        unsigned char lines = family_with_any(code->lines[person]);
        for (lyh_line line = 0; line < LYH_LINE_COUNT; line++)
            code->totals[line] += (lines & BIT(line)) != 0;
        code->both += (lines & both) == both;
    }
}

static void add_code(code_family *family, size_t index)
{
    const lyh_release_said *said = family->said;
    family_code *code = g_new0(family_code, 1);
    code->code = index;
    code->lines = g_new0(unsigned char, family->release->persons + 1);
    code->parents = g_array_new(FALSE, FALSE, sizeof(size_t));
    code->children = g_array_new(FALSE, FALSE, sizeof(size_t));
    said->fill(said->user, index, code->lines);
    count_totals(family->release, code);
    for (lyh_line line = 0; line < LYH_LINE_COUNT; line++)
        code->own[line] =
            line == LYH_LINE_ANY ? LYH_NONE : said->own(said->user, index, line);
    g_ptr_array_add(family->codes, code);
}

static void link_codes(code_family *family)
{
    g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < family->codes->len; i++)
        g_hash_table_insert(places, GSIZE_TO_POINTER(family_code_at(family, i)->code),
                            GSIZE_TO_POINTER((size_t)i));
    for (size_t i = 0; i < family->codes->len; i++) {
        family_code *code = family->codes->pdata[i];
        size_t count;
        const size_t *above = family->said->parents(family->said->user, code->code, &count);
        for (size_t k = 0; k < count; k++) {
            size_t place =
                GPOINTER_TO_SIZE(g_hash_table_lookup(places, GSIZE_TO_POINTER(above[k])));
            family_code *parent = family->codes->pdata[place];
            g_array_append_val(code->parents, place);
            g_array_append_val(parent->children, i);
        }
    }
}

static void unref_array(void *data)
{
    g_array_unref(data);
}

code_family *code_family_new(lyh_release *release, const lyh_release_said *said,
                             const size_t *numbers, size_t number)
{
    code_family *family = g_new0(code_family, 1);
    family->release = release;
    family->said = said;
    family->codes = g_ptr_array_new_with_free_func(free_code);
    family->kin = g_new0(size_t, release->persons + 1);
    family->worlds = g_ptr_array_new_with_free_func(worlds_free_one);
    family->with_kin = g_ptr_array_new_with_free_func(unref_array);
    for (size_t code = 0; code < said->codes; code++)
        if (numbers[code] == number)
            add_code(family, code);
    link_codes(family);
    family->blame = g_new0(unsigned char, release->layers->len * family->codes->len + 1);
    return family;
}

void code_family_free(code_family *family)
{
    if (!family)
        return;
    g_ptr_array_unref(family->codes);
    g_ptr_array_unref(family->with_kin);
    g_ptr_array_unref(family->worlds);
    quest_free(family->quest);
    g_free(family->kin);
    g_free(family->blame);
    g_free(family);
}

bool family_may_try(const code_family *family)
{
    return family->tried < MOST_TRIED * family->codes->len / (double)family->release->codes;
}

/* In letters, five bits each: printed for each of many persons it would take as long as all else that is found out of them. */
static void append_number(GString *key, size_t number)
{
    do {
        g_string_append_c(key, (char)('@' + (number & 31)));
        number >>= 5;
    } while (number > 0);
    g_string_append_c(key, ' ');
}

/* The parts of all layers that are out, as a key. */
static void take_parts(const code_family *family, size_t person, GString *key)
{
    g_string_truncate(key, 0);
    for (guint i = 0; i < family->release->layers->len; i++) {
        const release_layer *layer = family->release->layers->pdata[i];
        if (layer->time <= family->now)
            append_number(key, layer->of[person] + 1);
    }
}

void code_family_begin(code_family *family, size_t now)
{
    g_autoptr(GHashTable) known =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) key = g_string_new(NULL);
    family->now = now;
    g_ptr_array_set_size(family->with_kin, 0);
    for (size_t person = 0; person < family->release->persons; person++) {
        take_parts(family, person, key);
        size_t number = GPOINTER_TO_SIZE(g_hash_table_lookup(known, key->str));
        if (number == 0) {
            g_ptr_array_add(family->with_kin, g_array_new(FALSE, FALSE, sizeof(size_t)));
            number = family->with_kin->len;
            g_hash_table_insert(known, g_strdup(key->str), GSIZE_TO_POINTER(number));
        }
        family->kin[person] = number - 1;
        g_array_append_val((GArray *)family->with_kin->pdata[number - 1], person);
    }
}

const family_code *family_code_at(const code_family *family, size_t index)
{
    g_assert(index < family->codes->len);
    return family->codes->pdata[index];
}

size_t family_index_of(const code_family *family, size_t code)
{
    size_t index = 0;
    while (family_code_at(family, index)->code != code)
        index++;
    return index;
}

bool family_said(const code_family *family, size_t index, size_t person, lyh_line line)
{
    return family_with_any(family_code_at(family, index)->lines[person]) & BIT(line);
}

unsigned char family_shows(const code_family *family, const release_layer *layer,
                           size_t index)
{
    size_t code = family_code_at(family, index)->code;
    return layer->time <= family->now ? ALL_LINES & (unsigned char)~layer->hidden[code] : 0;
}

unsigned char family_shows_words(const code_family *family, const release_layer *layer,
                                 size_t index)
{
    size_t code = family_code_at(family, index)->code;
    return family_shows(family, layer, index) & (unsigned char)~layer->hidden_words[code];
}

static size_t blame_size(const code_family *family)
{
    return (size_t)family->release->layers->len * family->codes->len;
}

void family_blame_nothing(code_family *family)
{
    memset(family->blame, 0, blame_size(family));
    family->is_blamed = false;
}

void family_blame(code_family *family, const release_layer *layer, size_t index,
                  unsigned char lines)
{
    family->blame[layer->number * family->codes->len + index] |= lines;
    family->is_blamed = true;
}

unsigned char *family_take_blame(const code_family *family)
{
    return family->is_blamed ? g_memdup2(family->blame, blame_size(family) + 1) : NULL;
}

void family_set_blame(code_family *family, const unsigned char *blame)
{
    family->is_blamed = blame != NULL;
    if (blame)
        memcpy(family->blame, blame, blame_size(family));
}

bool family_is_blamed(const code_family *family, const release_layer *layer, size_t index,
                      unsigned char lines)
{
    return !family->is_blamed ||
           (family->blame[layer->number * family->codes->len + index] & lines);
}

size_t family_count(const code_family *family, const release_layer *layer, size_t part,
                    size_t index, lyh_line line)
{
    size_t count = 0;
    for (size_t person = 0; person < family->release->persons; person++)
        count += layer->of[person] == part && family_said(family, index, person, line);
    return count;
}
