#include "difference_private.h"

#include <string.h>

#include <lyhord/base/text.h>

/* ---- what a code is told by ---- */

static const char *keep(const lyh_difference *made, const char *text)
{
    size_t lead = lyh_text_leading_space(text, strlen(text));
    size_t size = lyh_text_trimmed_size(text + lead, strlen(text + lead));
    return g_string_chunk_insert_len(made->strings, text + lead, (gssize)size);
}

/* "one|two": however they are spaced in the cell. */
static const char *parents_of(const lyh_difference *made, const lyh_codebook *book,
                              size_t code)
{
    g_autoptr(GString) names = g_string_new(NULL);
    size_t count;
    const size_t *parents = lyh_codebook_parents(book, code, &count);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(names, "%s%s", i ? "|" : "",
                               lyh_codebook_code(book, parents[i])->name);
    return g_string_chunk_insert(made->strings, names->str);
}

static const char *text_of(const lyh_difference *made, const lyh_codebook *book,
                           size_t code, lyh_field field)
{
    if (code == LYH_NONE)
        return "";
    return field == LYH_FIELD_PARENT ? parents_of(made, book, code)
                                     : keep(made, lyh_codebook_cell(book, code, field));
}

/* ---- which code became which ---- */

typedef void (*item_taker)(void *user, const char *item);

/* Definition, when, when not, example and every rule, each with its column before it. */
static void each_item(const lyh_difference *made, const lyh_codebook *book, size_t code,
                      item_taker take, void *user)
{
    for (lyh_field field = LYH_FIELD_DEFINITION; field <= LYH_FIELD_EXAMPLE; field++) {
        g_autofree char *item = g_strdup_printf("%s %s", lyh_field_name(field),
                                                text_of(made, book, code, field));
        if (strchr(item, ' ')[1])
            take(user, item);
    }
    for (size_t i = 0; i < lyh_codebook_rule_count(book, code); i++) {
        lyh_field field = lyh_codebook_rule_field(book, code, i);
        g_autofree char *item =
            g_strdup_printf("%s %s", lyh_field_name(field),
                            lyh_rule_text(lyh_codebook_rule(book, code, i)));
        take(user, item);
    }
}

typedef struct likeness {
    size_t old_code, new_code;
    size_t common, all; /* items in both; of either, added up */
} likeness;

/* What several codes say, such as "see above", tells nothing about which became which. */
#define SHARED GSIZE_TO_POINTER(G_MAXSIZE)

typedef struct pairing {
    lyh_difference *made;
    GHashTable *owners; /* item -> the new code that has it + 1, or SHARED */
    GHashTable *common; /* new code -> how many items of the old code at hand it shares */
    GArray *pairs;      /* likeness */
    size_t code, items;
} pairing;

static void own_item(void *user, const char *item)
{
    pairing *work = user;
    gpointer own = GSIZE_TO_POINTER(work->code + 1);
    gpointer owner = g_hash_table_lookup(work->owners, item);
    if (owner != own)
        g_hash_table_insert(work->owners, g_strdup(item), owner ? SHARED : own);
}

static void share_item(void *user, const char *item)
{
    pairing *work = user;
    gpointer owner = g_hash_table_lookup(work->owners, item);
    work->items += owner != SHARED;
    if (!owner || owner == SHARED)
        return;
    gpointer code = GSIZE_TO_POINTER(GPOINTER_TO_SIZE(owner) - 1);
    size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(work->common, code));
    g_hash_table_insert(work->common, code, GSIZE_TO_POINTER(count + 1));
}

static void count_item(void *user, const char *item)
{
    pairing *work = user;
    work->items += g_hash_table_lookup(work->owners, item) != SHARED;
}

static void pair_code(pairing *work, size_t old_code)
{
    GHashTableIter iter;
    gpointer key, value;
    work->items = 0;
    g_hash_table_remove_all(work->common);
    each_item(work->made, work->made->before, old_code, share_item, work);
    const size_t of_old = work->items;
    g_hash_table_iter_init(&iter, work->common);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        likeness pair = { old_code, GPOINTER_TO_SIZE(key), GPOINTER_TO_SIZE(value), 0 };
        if (work->made->old_of[pair.new_code] != LYH_NONE)
            continue;
        work->items = of_old;
        each_item(work->made, work->made->after, pair.new_code, count_item, work);
        pair.all = work->items;
        if (4 * pair.common >= pair.all)
            g_array_append_val(work->pairs, pair);
    }
}

/* The most alike first; at the same likeness in the order of the codebooks. */
static gint by_likeness(gconstpointer one, gconstpointer two)
{
    const likeness *a = one, *b = two;
    guint64 left = (guint64)a->common * b->all, right = (guint64)b->common * a->all;
    if (left != right)
        return left > right ? -1 : 1;
    if (a->old_code != b->old_code)
        return a->old_code < b->old_code ? -1 : 1;
    return a->new_code < b->new_code ? -1 : a->new_code > b->new_code;
}

static void tie(lyh_difference *made, size_t old_code, size_t new_code)
{
    made->new_of[old_code] = new_code;
    made->old_of[new_code] = old_code;
}

static bool has_none(const size_t *codes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i] == LYH_NONE)
            return true;
    return false;
}

static void find_renamed(lyh_difference *made)
{
    if (!has_none(made->new_of, lyh_codebook_count(made->before)) ||
        !has_none(made->old_of, lyh_codebook_count(made->after)))
        return;
    pairing work = {
        .made = made,
        .owners = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .common = g_hash_table_new(g_direct_hash, g_direct_equal),
        .pairs = g_array_new(FALSE, FALSE, sizeof(likeness)),
    };
    for (work.code = 0; work.code < lyh_codebook_count(made->after); work.code++)
        each_item(made, made->after, work.code, own_item, &work);
    for (size_t code = 0; code < lyh_codebook_count(made->before); code++)
        if (made->new_of[code] == LYH_NONE)
            pair_code(&work, code);
    g_array_sort(work.pairs, by_likeness);
    for (guint i = 0; i < work.pairs->len; i++) {
        const likeness *pair = &g_array_index(work.pairs, likeness, i);
        if (made->new_of[pair->old_code] == LYH_NONE &&
            made->old_of[pair->new_code] == LYH_NONE)
            tie(made, pair->old_code, pair->new_code);
    }
    g_hash_table_unref(work.owners);
    g_hash_table_unref(work.common);
    g_array_unref(work.pairs);
}

static size_t *no_codes(size_t count)
{
    size_t *codes = g_new(size_t, count + 1);
    for (size_t i = 0; i < count; i++)
        codes[i] = LYH_NONE;
    return codes;
}

static void find_same(lyh_difference *made)
{
    made->new_of = no_codes(lyh_codebook_count(made->before));
    made->old_of = no_codes(lyh_codebook_count(made->after));
    for (size_t code = 0; code < lyh_codebook_count(made->before); code++) {
        const char *name = lyh_codebook_code(made->before, code)->name;
        size_t found = lyh_codebook_find(made->after, name);
        if (found != LYH_NONE)
            tie(made, code, found);
    }
}

/* ---- the changes of a code ---- */

static lyh_place place_of(const lyh_codebook *book, size_t code, lyh_field field)
{
    return code == LYH_NONE ? lyh_place_none() : lyh_codebook_cell_place(book, code, field);
}

static void add_change(lyh_difference *made, lyh_change_kind kind, size_t old_code,
                       size_t new_code, lyh_field field, const char *before,
                       const char *after)
{
    const lyh_change change = {
        .kind = kind,
        .old_code = old_code,
        .new_code = new_code,
        .field = field,
        .rule = LYH_NONE,
        .pair = LYH_NONE,
        .before = before,
        .after = after,
        .old_place = place_of(made->before, old_code, field),
        .new_place = place_of(made->after, new_code, field),
    };
    g_array_append_val(made->changes, change);
}

static void compare_names(lyh_difference *made, size_t old_code, size_t new_code)
{
    const char *before =
        old_code == LYH_NONE ? "" : lyh_codebook_code(made->before, old_code)->name;
    const char *after =
        new_code == LYH_NONE ? "" : lyh_codebook_code(made->after, new_code)->name;
    if (strcmp(before, after) != 0)
        add_change(made,
                   !*before  ? LYH_CODE_ADDED
                   : !*after ? LYH_CODE_REMOVED
                             : LYH_CODE_RENAMED,
                   old_code, new_code, LYH_FIELD_CODE, before, after);
}

/* Nearly all are, of two codebooks with a change between them. */
static bool are_cells_same(const lyh_difference *made, size_t old_code, size_t new_code,
                           lyh_field field)
{
    return old_code != LYH_NONE && new_code != LYH_NONE &&
           strcmp(lyh_codebook_cell(made->before, old_code, field),
                  lyh_codebook_cell(made->after, new_code, field)) == 0;
}

static void compare_fields(lyh_difference *made, size_t old_code, size_t new_code)
{
    for (lyh_field field = LYH_FIELD_PARENT; field <= LYH_FIELD_EXAMPLE; field++) {
        if (are_cells_same(made, old_code, new_code, field))
            continue;
        const char *before = text_of(made, made->before, old_code, field);
        const char *after = text_of(made, made->after, new_code, field);
        if (strcmp(before, after) != 0)
            add_change(made, LYH_FIELD_CHANGED, old_code, new_code, field, before, after);
    }
}

static size_t rule_count(const lyh_codebook *book, size_t code)
{
    return code == LYH_NONE ? 0 : lyh_codebook_rule_count(book, code);
}

static char *rule_key(const lyh_codebook *book, size_t code, size_t index)
{
    return g_strdup_printf("%s %s",
                           lyh_field_name(lyh_codebook_rule_field(book, code, index)),
                           lyh_rule_text(lyh_codebook_rule(book, code, index)));
}

static GHashTable *count_rules(const lyh_codebook *book, size_t code)
{
    GHashTable *counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < rule_count(book, code); i++) {
        char *key = rule_key(book, code, i);
        size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, key));
        g_hash_table_replace(counts, key, GSIZE_TO_POINTER(count + 1));
    }
    return counts;
}

/* Is there one of this rule left in @counts? It is taken out. */
static bool take_rule(GHashTable *counts, const char *key)
{
    size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, key));
    if (count > 0)
        g_hash_table_insert(counts, g_strdup(key), GSIZE_TO_POINTER(count - 1));
    return count > 0;
}

/* The rules of @code in @book that the other side has not, as @kind. */
static void add_rules(lyh_difference *made, lyh_change_kind kind, size_t old_code,
                      size_t new_code, GHashTable *others)
{
    bool is_new = kind == LYH_RULE_ADDED;
    const lyh_codebook *book = is_new ? made->after : made->before;
    size_t code = is_new ? new_code : old_code;
    for (size_t i = 0; i < rule_count(book, code); i++) {
        g_autofree char *key = rule_key(book, code, i);
        if (take_rule(others, key))
            continue;
        const lyh_rule *rule = lyh_codebook_rule(book, code, i);
        const char *text = lyh_rule_text(rule);
        add_change(made, kind, old_code, new_code, lyh_codebook_rule_field(book, code, i),
                   is_new ? "" : text, is_new ? text : "");
        lyh_change *last =
            &g_array_index(made->changes, lyh_change, made->changes->len - 1);
        last->rule = i;
        *(is_new ? &last->new_place : &last->old_place) =
            lyh_rule_place(lyh_rule_where(rule), 0, strlen(text));
    }
}

static bool are_rules_same(const lyh_difference *made, size_t old_code, size_t new_code)
{
    for (lyh_field field = LYH_FIELD_RULES; field < LYH_FIELD_COUNT; field++)
        if (!are_cells_same(made, old_code, new_code, field))
            return false;
    return true;
}

static void compare_rules(lyh_difference *made, size_t old_code, size_t new_code)
{
    if (are_rules_same(made, old_code, new_code))
        return;
    g_autoptr(GHashTable) before = count_rules(made->before, old_code);
    g_autoptr(GHashTable) after = count_rules(made->after, new_code);
    guint first = made->changes->len;
    add_rules(made, LYH_RULE_REMOVED, old_code, new_code, after);
    add_rules(made, LYH_RULE_ADDED, old_code, new_code, before);
    difference_pair_rules(made, first);
}

static void compare(lyh_difference *made, size_t old_code, size_t new_code)
{
    compare_names(made, old_code, new_code);
    compare_fields(made, old_code, new_code);
    compare_rules(made, old_code, new_code);
}

/* ---- the whole ---- */

lyh_difference *lyh_difference_new(const lyh_codebook *before, const lyh_codebook *after)
{
    lyh_difference *made = g_new0(lyh_difference, 1);
    made->before = before;
    made->after = after;
    made->changes = g_array_new(FALSE, FALSE, sizeof(lyh_change));
    made->strings = g_string_chunk_new(4096);
    find_same(made);
    find_renamed(made);
    for (size_t code = 0; code < lyh_codebook_count(after); code++)
        compare(made, made->old_of[code], code);
    for (size_t code = 0; code < lyh_codebook_count(before); code++)
        if (made->new_of[code] == LYH_NONE)
            compare(made, code, LYH_NONE);
    return made;
}

void lyh_difference_free(lyh_difference *difference)
{
    if (!difference)
        return;
    g_array_unref(difference->changes);
    g_string_chunk_free(difference->strings);
    g_free(difference->new_of);
    g_free(difference->old_of);
    g_free(difference);
}

size_t lyh_difference_count(const lyh_difference *difference)
{
    return difference->changes->len;
}

const lyh_change *lyh_difference_at(const lyh_difference *difference, size_t index)
{
    g_assert(index < difference->changes->len);
    return &g_array_index(difference->changes, lyh_change, index);
}

size_t lyh_difference_new_code(const lyh_difference *difference, size_t old_code)
{
    return difference->new_of[old_code];
}

size_t lyh_difference_old_code(const lyh_difference *difference, size_t new_code)
{
    return difference->old_of[new_code];
}
