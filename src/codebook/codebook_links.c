/*
 * How codes hang together: by their parents, and by rules that refer to other codes.
 *
 * Both are graphs over the codes in which coming back to the start is a mistake, found by one walk
 * that keeps its own stack: a file may hold a chain of ten thousand.
 */
#include "codebook_private.h"

/** Where each code's ties lead; ties[i] is a GArray of code_tie. */
typedef struct code_tie {
    size_t to;
    lyh_place place; /* where the file says so */
} code_tie;

typedef void (*ring_found)(const char *ring, lyh_place place, lyh_diags *diags);

/** A code on the way being walked, and the next of its ties to follow. */
typedef struct way_step {
    size_t code, next;
} way_step;

enum { UNSEEN, ON_THE_WAY, DONE };

static const code_tie *tie_at(GPtrArray *ties, size_t code, size_t index)
{
    GArray *list = g_ptr_array_index(ties, code);
    return index < list->len ? &g_array_index(list, code_tie, index) : NULL;
}

static GPtrArray *no_ties(size_t count)
{
    GPtrArray *ties = g_ptr_array_new_full((guint)count, (GDestroyNotify)g_array_unref);
    for (size_t i = 0; i < count; i++)
        g_ptr_array_add(ties, g_array_new(FALSE, FALSE, sizeof(code_tie)));
    return ties;
}

/** "a -> b -> a": the way from where @back_to stands on it, and back to it. */
static char *ring_shown(const lyh_codebook *book, GArray *way, size_t back_to)
{
    GString *ring = g_string_new(NULL);
    bool is_inside = false;
    for (size_t i = 0; i < way->len; i++) {
        size_t code = g_array_index(way, way_step, i).code;
        is_inside = is_inside || code == back_to;
        if (is_inside)
            g_string_append_printf(ring, "%s -> ", lyh_codebook_code(book, code)->name);
    }
    g_string_append(ring, lyh_codebook_code(book, back_to)->name);
    return g_string_free(ring, FALSE);
}

static void walk_from(const lyh_codebook *book, size_t start, GPtrArray *ties, char *seen,
                      ring_found found, lyh_diags *diags)
{
    g_autoptr(GArray) way = g_array_new(FALSE, FALSE, sizeof(way_step));
    g_array_append_val(way, ((way_step){ start, 0 }));
    seen[start] = ON_THE_WAY;
    while (way->len > 0) {
        way_step *here = &g_array_index(way, way_step, way->len - 1);
        const code_tie *tie = tie_at(ties, here->code, here->next++);
        if (!tie) {
            seen[here->code] = DONE;
            g_array_set_size(way, way->len - 1);
        } else if (seen[tie->to] == ON_THE_WAY) {
            g_autofree char *ring = ring_shown(book, way, tie->to);
            found(ring, tie->place, diags);
        } else if (seen[tie->to] == UNSEEN) {
            seen[tie->to] = ON_THE_WAY;
            g_array_append_val(way, ((way_step){ tie->to, 0 }));
        }
    }
}

/** Tell every ring once. True when there is none. */
static bool have_no_rings(const lyh_codebook *book, GPtrArray *ties, ring_found found,
                          lyh_diags *diags)
{
    size_t before = lyh_diags_error_count(diags);
    g_autofree char *seen = g_malloc0(ties->len + 1);
    for (size_t i = 0; i < ties->len; i++)
        if (seen[i] == UNSEEN)
            walk_from(book, i, ties, seen, found, diags);
    return lyh_diags_error_count(diags) == before;
}

static void parent_ring(const char *ring, lyh_place place, lyh_diags *diags)
{
    lyh_diags_error(diags, "parent-ring", place,
                    "codes are above themselves: %s; take one of these parents away", ring);
}

static void reference_ring(const char *ring, lyh_place place, lyh_diags *diags)
{
    lyh_diags_error(diags, "reference-ring", place,
                    "rules refer back to themselves: %s; take one of these references away",
                    ring);
}

static bool has_parent(const code_entry *entry, size_t parent)
{
    for (size_t i = 0; i < entry->parents->len; i++)
        if (g_array_index(entry->parents, size_t, i) == parent)
            return true;
    return false;
}

static void add_parent(lyh_codebook *book, code_entry *entry, const char *cell,
                       size_t start, size_t end, GArray *ties, lyh_diags *diags)
{
    while (start < end && g_ascii_isspace(cell[start]))
        start++;
    while (end > start && g_ascii_isspace(cell[end - 1]))
        end--;
    if (start == end)
        return;
    g_autofree char *name = g_strndup(cell + start, end - start);
    lyh_place place = lyh_csv_place_within(book->csv, entry->code.row,
                                           book->columns[COLUMN_PARENT], start, end);
    size_t parent = lyh_codebook_find(book, name);
    if (parent == LYH_NONE) {
        lyh_diags_error(diags, "parent-missing", place,
                        "there is no code '%s' to be above '%s'; give it a row of its own",
                        name, entry->code.name);
        return;
    }
    if (has_parent(entry, parent))
        return;
    g_array_append_val(entry->parents, parent);
    g_array_append_val(ties, ((code_tie){ parent, place }));
}

static void read_parents(lyh_codebook *book, code_entry *entry, GArray *ties,
                         lyh_diags *diags)
{
    if (!lyh_codebook_has_cell(book, &entry->code, COLUMN_PARENT))
        return;
    const char *cell =
        lyh_csv_cell(book->csv, entry->code.row, book->columns[COLUMN_PARENT]);
    for (size_t start = 0, size = strlen(cell); start < size;) {
        size_t end = start + strcspn(cell + start, "|");
        add_parent(book, entry, cell, start, end, ties, diags);
        start = end + 1;
    }
    if (entry->parents->len > 0)
        entry->code.parent = g_array_index(entry->parents, size_t, 0);
}

/** Steps up along first parents; stops counting where it is too deep. */
static size_t depth_of(const lyh_codebook *book, size_t code)
{
    size_t depth = 0;
    for (size_t up = lyh_codebook_code(book, code)->parent;
         up != LYH_NONE && depth <= LYH_CODE_DEPTH_MAX;
         up = lyh_codebook_code(book, up)->parent)
        depth++;
    return depth;
}

static void measure_depths(lyh_codebook *book, lyh_diags *diags)
{
    for (size_t i = 0; i < book->entries->len; i++) {
        lyh_code *code = &lyh_codebook_entry(book, i)->code;
        code->depth = depth_of(book, i);
        if (code->depth > LYH_CODE_DEPTH_MAX)
            lyh_diags_error(diags, "parent-deep", lyh_codebook_place(book, i),
                            "code '%s' has more than %d codes above it; use fewer levels",
                            code->name, LYH_CODE_DEPTH_MAX);
    }
}

void lyh_codebook_link_parents(lyh_codebook *book, lyh_diags *diags)
{
    g_autoptr(GPtrArray) ties = no_ties(book->entries->len);
    for (size_t i = 0; i < book->entries->len; i++)
        read_parents(book, lyh_codebook_entry(book, i), g_ptr_array_index(ties, i), diags);
    if (have_no_rings(book, ties, parent_ring, diags))
        measure_depths(book, diags);
}

static void read_reference(const lyh_codebook *book, const lyh_rule *rule,
                           const lyh_rule_node *node, GArray *ties, lyh_diags *diags)
{
    lyh_place place = lyh_rule_place(lyh_rule_where(rule), node->start, node->end);
    size_t to = lyh_codebook_find(book, node->text);
    if (to != LYH_NONE)
        g_array_append_val(ties, ((code_tie){ to, place }));
    else
        lyh_diags_error(diags, "reference-missing", place,
                        "there is no code '%s'; write the name of one in this codebook",
                        node->text);
}

static void read_references(const lyh_codebook *book, const code_entry *entry, GArray *ties,
                            lyh_diags *diags)
{
    for (size_t i = 0; i < entry->rules->len; i++) {
        const lyh_rule *rule = g_ptr_array_index(entry->rules, i);
        if (!strchr(lyh_rule_text(rule), '@')) /* as most: it need not be read */
            continue;
        for (size_t n = 0; n < lyh_rule_node_count(rule); n++)
            if (lyh_rule_node_at(rule, n)->kind == LYH_RULE_REFERENCE)
                read_reference(book, rule, lyh_rule_node_at(rule, n), ties, diags);
    }
}

void lyh_codebook_check_references(const lyh_codebook *book, lyh_diags *diags)
{
    g_autoptr(GPtrArray) ties = no_ties(book->entries->len);
    for (size_t i = 0; i < book->entries->len; i++)
        read_references(book, lyh_codebook_entry(book, i), g_ptr_array_index(ties, i),
                        diags);
    have_no_rings(book, ties, reference_ring, diags);
}

const size_t *lyh_codebook_parents(const lyh_codebook *book, size_t code, size_t *count)
{
    const code_entry *entry = lyh_codebook_entry(book, code);
    *count = entry->parents->len;
    return (const size_t *)(const void *)entry->parents->data;
}

/** Is @ancestor among the codes above @code? Each is visited once, however many ways lead to it. */
static bool is_above(const lyh_codebook *book, size_t code, size_t ancestor)
{
    g_autofree char *seen = g_malloc0(book->entries->len);
    g_autoptr(GArray) ahead = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_array_append_val(ahead, code);
    while (ahead->len > 0) {
        size_t here = g_array_index(ahead, size_t, ahead->len - 1), count;
        g_array_set_size(ahead, ahead->len - 1);
        const size_t *parents = lyh_codebook_parents(book, here, &count);
        for (size_t i = 0; i < count; i++) {
            if (parents[i] == ancestor)
                return true;
            if (!seen[parents[i]])
                g_array_append_val(ahead, parents[i]);
            seen[parents[i]] = 1;
        }
    }
    return false;
}

bool lyh_codebook_is_within(const lyh_codebook *book, size_t code, size_t ancestor)
{
    return code == ancestor || (lyh_codebook_code(book, code)->parent != LYH_NONE &&
                                is_above(book, code, ancestor));
}
