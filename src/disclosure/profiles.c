#include "profiles.h"

#include <string.h>

void profiles_clear(profiles *some)
{
    g_ptr_array_unref(some->all);
    g_hash_table_unref(some->places);
    g_free(some->of);
}

const unsigned char *profiles_at(const profiles *some, size_t number)
{
    return some->all->pdata[number];
}

bool profiles_say(const profiles *some, size_t number, size_t index, lyh_line line)
{
    return family_with_any(profiles_at(some, number)[index]) & BIT(line);
}

bool profiles_say_own(const profiles *some, size_t number, size_t index, lyh_line line)
{
    const GArray *children = family_code_at(some->family, index)->children;
    for (guint i = 0; i < children->len; i++)
        if (profiles_say(some, number, g_array_index(children, size_t, i), line))
            return false;
    return profiles_say(some, number, index, line);
}

static size_t add_profile(profiles *some, const unsigned char *profile)
{
    GBytes *key = g_bytes_new(profile, some->family->codes->len);
    size_t number = GPOINTER_TO_SIZE(g_hash_table_lookup(some->places, key));
    if (number > 0) {
        g_bytes_unref(key);
        return number - 1;
    }
    g_ptr_array_add(some->all, g_memdup2(profile, some->family->codes->len));
    g_hash_table_insert(some->places, key, GSIZE_TO_POINTER(some->all->len));
    return some->all->len - 1;
}

static void set_lines(const code_family *family, unsigned char *profile, size_t index,
                      unsigned char lines)
{
    const GArray *parents = family_code_at(family, index)->parents;
    profile[index] |= lines;
    for (guint i = 0; i < parents->len; i++)
        set_lines(family, profile, g_array_index(parents, size_t, i), lines);
}

static void clear_lines(const code_family *family, unsigned char *profile, size_t index,
                        unsigned char lines)
{
    const GArray *children = family_code_at(family, index)->children;
    profile[index] &= (unsigned char)~lines;
    for (guint i = 0; i < children->len; i++)
        clear_lines(family, profile, g_array_index(children, size_t, i), lines);
}

/* As somebody has it, but for the code that is asked about, and what must go with it. */
static void add_changed(profiles *some, size_t number, size_t index)
{
    const code_family *family = some->family;
    g_autofree unsigned char *profile = g_new(unsigned char, family->codes->len);
    for (unsigned char lines = some->lines;; lines = (lines - 1) & some->lines) {
        memcpy(profile, profiles_at(some, number), family->codes->len);
        clear_lines(family, profile, index, some->lines & (unsigned char)~lines);
        set_lines(family, profile, index, lines);
        add_profile(some, profile);
        if (lines == 0)
            return;
    }
}

profiles profiles_new(const code_family *family, size_t index, unsigned char lines)
{
    size_t persons = family->release->persons;
    g_autofree unsigned char *profile = g_new(unsigned char, family->codes->len);
    profiles made = {
        .family = family,
        .lines = lines,
        .all = g_ptr_array_new_with_free_func(g_free),
        .places = g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
                                        (GDestroyNotify)g_bytes_unref, NULL),
        .of = g_new(size_t, persons + 1),
    };
    for (size_t person = 0; person < persons; person++) {
        for (guint i = 0; i < family->codes->len; i++)
            profile[i] = family_code_at(family, i)->lines[person] & lines;
        made.of[person] = add_profile(&made, profile);
    }
    made.common = made.all->len;
    for (size_t i = 0; i < made.common; i++)
        add_changed(&made, i, index);
    return made;
}
