#include <stdlib.h>
#include <string.h>

#include "finds_private.h"
#include "placeholders.h"

typedef struct offers {
    GHashTable *decided; /* like -> lyh_find that was replaced */
    GHashTable *
        taken; /* placeholder, without its ending -> like of whoever has it; "" nobody here */
} offers;

size_t finds_base(const char *made)
{
    const char *end = strrchr(made, ']');
    return end ? (size_t)(end + 1 - made) : strlen(made);
}

static bool is_owning(const char *made)
{
    return strcmp(made + finds_base(made), "s") == 0;
}

char *finds_adapt(const char *replacement, const char *from, const char *to)
{
    bool had = is_owning(from), has = is_owning(to);
    if (has && !had)
        return g_strconcat(replacement, "s", NULL);
    if (had && !has && g_str_has_suffix(replacement, "s"))
        return g_strndup(replacement, strlen(replacement) - 1);
    return g_strdup(replacement);
}

static bool is_told_apart(const lyh_find *find)
{
    return !find->mark && placeholders_tell_apart(find->kind);
}

static void note_decided(void *user, lyh_find *find)
{
    offers *made = user;
    if (find->decision != LYH_FIND_REPLACE || !is_told_apart(find))
        return;
    if (!g_hash_table_contains(made->decided, find->like))
        g_hash_table_insert(made->decided, find->like, find);
    char *base = finds_adapt(find->replacement, find->made, "");
    base[finds_base(base)] = '\0';
    g_hash_table_replace(made->taken, base, find->like);
}

static bool is_free(const offers *made, const char *base, const char *like)
{
    const char *owner = g_hash_table_lookup(made->taken, base);
    return !owner || strcmp(owner, like) == 0;
}

/* "[person 3]" where "[person 2]" is another; "[ort 2]" where "[ort]" is. */
static char *next_free(const offers *made, const lyh_find *find)
{
    g_autofree char *base = g_strndup(find->made, finds_base(find->made));
    if (!g_str_has_suffix(base, "]"))
        return g_steal_pointer(&base);
    size_t word = strcspn(base, "0123456789]");
    while (word > 1 && base[word - 1] == ' ')
        word--;
    for (unsigned number = 2; !is_free(made, base, find->like); number++) {
        g_autofree char *next = g_strdup_printf("%.*s %u]", (int)word, find->made, number);
        g_free(base);
        base = g_steal_pointer(&next);
    }
    return g_steal_pointer(&base);
}

static void offer(void *user, lyh_find *find)
{
    offers *made = user;
    g_free(find->proposed);
    if (!is_told_apart(find)) {
        find->proposed = g_strdup(find->made);
        return;
    }
    const lyh_find *decided = g_hash_table_lookup(made->decided, find->like);
    if (decided) {
        find->proposed = finds_adapt(decided->replacement, decided->made, find->made);
        return;
    }
    g_autofree char *base = next_free(made, find);
    find->proposed = g_strconcat(base, find->made + finds_base(find->made), NULL);
    g_hash_table_replace(made->taken, g_steal_pointer(&base), find->like);
}

/* A text that was written anew before holds placeholders that no find here stands for. */
static void note_old_ones(const lyh_finds *finds, offers *made)
{
    for (guint i = 0; i < finds->documents->len; i++) {
        GHashTableIter iter;
        gpointer old;
        g_hash_table_iter_init(&iter, finds_document(finds, i)->placeholders);
        while (g_hash_table_iter_next(&iter, &old, NULL))
            g_hash_table_insert(made->taken, g_strdup(old), (gpointer)(uintptr_t) "");
    }
}

void finds_offer(lyh_finds *finds)
{
    g_autoptr(GHashTable) decided = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) taken =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    offers made = { decided, taken };
    note_old_ones(finds, &made);
    finds_each(finds, note_decided, &made);
    finds_each(finds, offer, &made);
}
