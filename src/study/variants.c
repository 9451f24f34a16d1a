#include "variants.h"

#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>
#include <lyhord/language/tokens.h>

#include "../base/autoptr.h"
#include "../language/autoptr.h"

enum { WRITTEN, MEANS, NOTE, COLUMNS };

static const lyh_csv_column columns[COLUMNS] = {
    { "skrivs|written", true },
    { "betyder|means", true },
    { "anm|note", false },
};

/* One row that is in order. */
typedef struct variant {
    size_t row;
    uint32_t written;
    GArray *meanings; /* uint32_t */
    size_t next;      /* meaning that the search for rings goes on with */
    enum { NEW, OPEN, DONE } state;
} variant;

typedef struct reading {
    const lyh_csv *csv;
    size_t found[COLUMNS];
    lyh_vocabulary *vocabulary;
    lyh_tokens *tokens;
    lyh_diags *diags;
    GArray *variants;       /* variant, in the order of the rows */
    GHashTable *by_written; /* type → index of its variant + 1 */
} reading;

static void clear_variant(gpointer item)
{
    g_array_unref(((variant *)item)->meanings);
}

static variant *variant_at(const reading *read, size_t index)
{
    return &g_array_index(read->variants, variant, index);
}

/* Index of the variant that is written as @type, or LYH_NONE. */
static size_t variant_of(const reading *read, uint32_t type)
{
    size_t known =
        GPOINTER_TO_SIZE(g_hash_table_lookup(read->by_written, GUINT_TO_POINTER(type)));
    return known ? known - 1 : LYH_NONE;
}

/* The type of bytes @start to @end of a cell, where one word must stand; false: it was told. */
static bool read_word(const reading *read, size_t row, size_t column, size_t start,
                      size_t end, uint32_t *type)
{
    const char *cell = lyh_csv_cell(read->csv, row, column);
    lyh_place place = lyh_csv_place_within(read->csv, row, column, start, end);
    lyh_tokens_read_text(read->tokens, cell + start, end - start, read->vocabulary);
    size_t count = lyh_tokens_count(read->tokens);
    if (count == 0) {
        lyh_diags_error(
            read->diags, "variants-empty", lyh_csv_place(read->csv, row, column),
            "a word is missing; write the spelling, and the word it stands for");
        return false;
    }
    const lyh_token *token = lyh_tokens_all(read->tokens);
    *type = token->type;
    if (count == 1 && token->flags & LYH_TOKEN_WORD)
        return true;
    lyh_diags_error(
        read->diags, "variants-words", place,
        "'%.*s' is not one word; a spelling is one word, and so is each word it "
        "stands for (with | between them)",
        (int)(end - start), cell + start);
    return false;
}

static bool read_meanings(const reading *read, size_t row, GArray *meanings)
{
    const char *cell = lyh_csv_cell(read->csv, row, read->found[MEANS]);
    bool is_fine = true;
    for (size_t start = 0;;) {
        size_t end = start + strcspn(cell + start, "|");
        uint32_t type;
        if (read_word(read, row, read->found[MEANS], start, end, &type))
            g_array_append_val(meanings, type);
        else
            is_fine = false;
        if (cell[end] == '\0')
            return is_fine;
        start = end + 1;
    }
}

static bool only_means(const variant *read, uint32_t type)
{
    for (guint i = 0; i < read->meanings->len; i++)
        if (g_array_index(read->meanings, uint32_t, i) != type)
            return false;
    return true;
}

/* What a row that can be read says must be new and say something. */
static bool is_sensible(const reading *read, const variant *new)
{
    lyh_place place = lyh_csv_place(read->csv, new->row, read->found[WRITTEN]);
    const char *written = lyh_csv_cell(read->csv, new->row, read->found[WRITTEN]);
    size_t other = variant_of(read, new->written);
    if (other != LYH_NONE) {
        lyh_place first =
            lyh_csv_place(read->csv, variant_at(read, other)->row, read->found[WRITTEN]);
        lyh_diags_error(
            read->diags, "variants-twice", place,
            "'%s' has two rows; first on line %zu; put all it stands for in one "
            "cell, with | between",
            written, lyh_source_line(lyh_csv_source(read->csv), first.start));
        return false;
    }
    if (!only_means(new, new->written))
        return true;
    lyh_diags_error(
        read->diags, "variants-itself", place,
        "'%s' stands for nothing but itself; take the row out, or write what else "
        "it stands for behind |",
        written);
    return false;
}

static void read_row(reading *read, size_t row)
{
    variant new = { .row = row, .meanings = g_array_new(FALSE, FALSE, sizeof(uint32_t)) };
    const char *written = lyh_csv_cell(read->csv, row, read->found[WRITTEN]);
    bool is_word =
        read_word(read, row, read->found[WRITTEN], 0, strlen(written), &new.written);
    if (!read_meanings(read, row, new.meanings) || !is_word || !is_sensible(read, &new)) {
        clear_variant(&new);
        return;
    }
    g_array_append_val(read->variants, new);
    g_hash_table_insert(read->by_written, GUINT_TO_POINTER(new.written),
                        GSIZE_TO_POINTER((gsize)read->variants->len));
}

/* The variants from @first on in @path come back to it. */
static void tell_ring(const reading *read, const GArray *path, size_t first)
{
    g_autoptr(GString) ring = g_string_new(NULL);
    guint start = 0;
    while (g_array_index(path, size_t, start) != first)
        start++;
    const variant *begun = variant_at(read, first);
    for (guint i = start; i < path->len; i++) {
        const variant *step = variant_at(read, g_array_index(path, size_t, i));
        g_string_append_printf(ring, "%s → ",
                               lyh_csv_cell(read->csv, step->row, read->found[WRITTEN]));
    }
    const char *written = lyh_csv_cell(read->csv, begun->row, read->found[WRITTEN]);
    g_string_append(ring, written);
    lyh_diags_error(
        read->diags, "variants-ring",
        lyh_csv_place(read->csv, begun->row, read->found[MEANS]),
        "'%s' stands for itself by way of others: %s; take one of these rows out", written,
        ring->str);
}

/* The next variant that @at stands for, or LYH_NONE; itself is no ring but a meaning kept. */
static size_t next_of(const reading *read, variant *at)
{
    while (at->next < at->meanings->len) {
        uint32_t meaning = g_array_index(at->meanings, uint32_t, at->next++);
        size_t next = meaning == at->written ? LYH_NONE : variant_of(read, meaning);
        if (next != LYH_NONE)
            return next;
    }
    return LYH_NONE;
}

/* Depth first, on a path of our own: rows may stand for each other as long as the file is. */
static void look_for_ring(const reading *read, size_t from, GArray *path)
{
    g_array_set_size(path, 0);
    g_array_append_val(path, from);
    variant_at(read, from)->state = OPEN;
    while (path->len > 0) {
        variant *last = variant_at(read, g_array_index(path, size_t, path->len - 1));
        size_t next = next_of(read, last);
        if (next == LYH_NONE) {
            last->state = DONE;
            g_array_set_size(path, path->len - 1);
        } else if (variant_at(read, next)->state == OPEN) {
            tell_ring(read, path, next);
        } else if (variant_at(read, next)->state == NEW) {
            variant_at(read, next)->state = OPEN;
            g_array_append_val(path, next);
        }
    }
}

static void look_for_rings(const reading *read)
{
    g_autoptr(GArray) path = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i < read->variants->len; i++)
        if (variant_at(read, i)->state == NEW)
            look_for_ring(read, i, path);
}

static void hand_over(const reading *read, lyh_lexicon *lexicon)
{
    for (size_t i = 0; i < read->variants->len; i++) {
        const variant *one = variant_at(read, i);
        for (guint j = 0; j < one->meanings->len; j++)
            lyh_lexicon_add_variant(lexicon, one->written,
                                    g_array_index(one->meanings, uint32_t, j));
    }
}

void study_read_variants(const char *path, lyh_vocabulary *vocabulary, lyh_lexicon *lexicon,
                         lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_csv) csv = lyh_csv_open(path, diags, error);
    reading read = { .csv = csv, .vocabulary = vocabulary, .diags = diags };
    if (!csv || !lyh_csv_find_all(csv, columns, COLUMNS, false, read.found, diags))
        return;
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    g_autoptr(GArray) variants = g_array_new(FALSE, FALSE, sizeof(variant));
    g_autoptr(GHashTable) by_written = g_hash_table_new(NULL, NULL);
    g_array_set_clear_func(variants, clear_variant);
    read.tokens = tokens;
    read.variants = variants;
    read.by_written = by_written;

    for (size_t row = 0; row < lyh_csv_row_count(csv); row++)
        read_row(&read, row);
    look_for_rings(&read);
    hand_over(&read, lexicon);
}
