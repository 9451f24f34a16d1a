#include <string.h>

#include <lyhord/coding/statements.h>

#include "../autoptr.h"
#include "../order.h"
#include "rule_use_private.h"

static void clear_entry(void *data)
{
    use_entry *entry = data;
    g_hash_table_unref(entry->persons);
    g_hash_table_unref(entry->documents);
    g_hash_table_unref(entry->codes);
    g_hash_table_unref(entry->shadows);
}

static void add_entries(lyh_rule_uses *uses)
{
    for (size_t i = 0; i < rule_probes_count(uses->probes); i++) {
        const rule_probe *probe = rule_probes_at(uses->probes, i);
        const lyh_rule *rule = lyh_codebook_rule(uses->codebook, probe->code, probe->rule);
        use_entry entry = {
            .use = { .code = probe->code,
                     .rule = probe->rule,
                     .column =
                         lyh_codebook_rule_column(uses->codebook, probe->code, probe->rule),
                     .text = probe->text,
                     .place =
                         lyh_rule_place(lyh_rule_where(rule), probe->start, probe->end),
                     .shadowed_by = LYH_NONE },
            .persons = g_hash_table_new(g_direct_hash, g_direct_equal),
            .documents = g_hash_table_new(g_direct_hash, g_direct_equal),
            .codes = g_hash_table_new(g_direct_hash, g_direct_equal),
            .shadows = g_hash_table_new(g_direct_hash, g_direct_equal),
        };
        g_array_append_val(uses->entries, entry);
    }
}

lyh_rule_uses *lyh_rule_uses_new(const lyh_codebook *codebook, lyh_vocabulary *vocabulary,
                                 lyh_lexicon *lexicon, const lyh_matcher_options *options,
                                 bool by_indicator, lyh_diags *diags)
{
    rule_probes *probes =
        rule_probes_new(codebook, vocabulary, lexicon, options, by_indicator, diags);
    if (!probes)
        return NULL;
    lyh_rule_uses *uses = g_new0(lyh_rule_uses, 1);
    uses->codebook = codebook;
    uses->by_indicator = by_indicator;
    uses->probes = probes;
    uses->entries = g_array_new(FALSE, TRUE, sizeof(use_entry));
    g_array_set_clear_func(uses->entries, clear_entry);
    uses->matches = g_array_new(FALSE, FALSE, sizeof(use_match));
    uses->hits = g_array_new(FALSE, FALSE, sizeof(use_hit));
    add_entries(uses);
    return uses;
}

void lyh_rule_uses_free(lyh_rule_uses *uses)
{
    if (!uses)
        return;
    g_array_unref(uses->entries);
    g_array_unref(uses->matches);
    g_array_unref(uses->hits);
    rule_probes_free(uses->probes);
    g_free(uses);
}

/* ---- matches and hits of a document ---- */

static gint by_code(gconstpointer one, gconstpointer two)
{
    const use_match *a = one, *b = two;
    int code = order(a->code, b->code);
    int start = order(a->start, b->start);
    int longer = order(b->end, a->end);
    return code ? code : start ? start : longer ? longer : order(a->probe, b->probe);
}

bool use_is_exception(const lyh_rule_uses *uses, const use_match *match)
{
    return use_entry_at(uses, match->probe)->use.column == LYH_RULES_EXCEPT;
}

void use_met_in(lyh_rule_uses *uses, use_entry *entry, size_t respondent)
{
    /* A turn of nobody known is a person of its document, as documents without a list are. */
    size_t person = respondent == LYH_NONE ? 2 * uses->documents + 1 : 2 * respondent;
    entry->use.hits++;
    g_hash_table_add(entry->persons, GSIZE_TO_POINTER(person));
    g_hash_table_add(entry->documents, GSIZE_TO_POINTER(uses->documents));
}

void use_add_one(GHashTable *counts, size_t key)
{
    size_t before = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, GSIZE_TO_POINTER(key)));
    g_hash_table_insert(counts, GSIZE_TO_POINTER(key), GSIZE_TO_POINTER(before + 1));
}

static void take_matches(lyh_rule_uses *uses, const lyh_codings *found)
{
    g_array_set_size(uses->matches, 0);
    for (size_t i = 0; i < lyh_codings_count(found); i++) {
        const lyh_coding *coding = lyh_codings_at(found, i);
        use_match match = { .code = rule_probes_at(uses->probes, coding->code)->code,
                            .start = coding->start,
                            .end = coding->end,
                            .probe = coding->code,
                            .respondent = coding->respondent };
        g_array_append_val(uses->matches, match);
    }
    g_array_sort(uses->matches, by_code);
}

/* The first match that is not before one of @code from @start to @end. */
static guint match_from(const lyh_rule_uses *uses, size_t code, size_t start, size_t end)
{
    const use_match wanted = { .code = code, .start = start, .end = end, .probe = 0 };
    guint low = 0, high = uses->matches->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (by_code(use_match_at(uses, middle), &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_of_rule(const lyh_rule_uses *uses, size_t index, const char *rule)
{
    const use_entry *entry = use_entry_at(uses, index);
    const lyh_rule *whole =
        lyh_codebook_rule(uses->codebook, entry->use.code, entry->use.rule);
    return strcmp(lyh_rule_text(whole), rule) == 0;
}

/* The match of @coding's rule at just its place, or NULL. */
static use_match *match_of(const lyh_rule_uses *uses, const lyh_coding *coding)
{
    for (guint i = match_from(uses, coding->code, coding->start, coding->end);
         i < uses->matches->len; i++) {
        use_match *match = use_match_at(uses, i);
        if (match->code != coding->code || match->start != coding->start ||
            match->end != coding->end)
            return NULL;
        if (is_of_rule(uses, match->probe, coding->rule) && !use_is_exception(uses, match))
            return match;
    }
    return NULL;
}

static void take_hits(lyh_rule_uses *uses, const lyh_codings *hits, lyh_codings *by_probe)
{
    g_array_set_size(uses->hits, 0);
    for (size_t i = 0; i < lyh_codings_count(hits); i++) {
        lyh_coding coding = *lyh_codings_at(hits, i);
        use_match *match = match_of(uses, &coding);
        use_hit hit = { coding.code, coding.start, coding.end,
                        match ? match->probe : LYH_NONE };
        g_array_append_val(uses->hits, hit);
        if (!match)
            continue;
        match->stands = true;
        use_met_in(uses, use_entry_at(uses, match->probe), coding.respondent);
        coding.code = match->probe;
        lyh_codings_add(by_probe, coding);
    }
}

static void count_statements(lyh_rule_uses *uses, const lyh_codings *by_probe,
                             const lyh_tokens *tokens)
{
    size_t count;
    lyh_statement *statements = lyh_statements_from(by_probe, tokens, true, &count);
    for (size_t i = 0; i < count; i++)
        use_entry_at(uses, statements[i].code)->use.statements++;
    free(statements);
}

bool lyh_rule_uses_add(lyh_rule_uses *uses, const lyh_document *document,
                       const lyh_tokens *tokens, const lyh_codings *hits, lyh_diags *diags)
{
    const lyh_codings *found = rule_probes_run(uses->probes, document, tokens, diags);
    if (!found)
        return false;
    g_autoptr(lyh_codings) by_probe = lyh_codings_new();
    uses->documents++;
    take_matches(uses, found);
    take_hits(uses, hits, by_probe);
    count_statements(uses, by_probe, tokens);
    use_count_overlaps(uses);
    use_count_losses(uses);
    return true;
}

/* ---- decisions ---- */

/*
 * The row a decision is about: the rule that matches there, else the first spelled so; but which of a
 * rule's alternatives it was can only be seen from the place.
 */
static size_t row_of(const lyh_rule_uses *uses, const lyh_coding *coding)
{
    if (coding->code == LYH_NONE)
        return LYH_NONE;
    const use_match *match = match_of(uses, coding);
    if (match)
        return match->probe;
    for (size_t i = 0; i < uses->entries->len && !uses->by_indicator; i++)
        if (use_entry_at(uses, i)->use.code == coding->code &&
            is_of_rule(uses, i, coding->rule))
            return i;
    return LYH_NONE;
}

void lyh_rule_uses_decide(lyh_rule_uses *uses, const lyh_codings *codings)
{
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *coding = lyh_codings_at(codings, i);
        if (*coding->rule == '\0' || lyh_coding_came_from_model(coding))
            continue;
        size_t row = row_of(uses, coding);
        if (row == LYH_NONE) {
            uses->lost++;
            continue;
        }
        lyh_rule_use *use = &use_entry_at(uses, row)->use;
        use->accepted += coding->status == LYH_ACCEPTED;
        use->rejected += coding->status == LYH_REJECTED;
        use->undecided += coding->status == LYH_SUGGESTED;
    }
}

/* ---- what was counted ---- */

static gint by_hits(gconstpointer one, gconstpointer two)
{
    const lyh_rule_overlap *a = one, *b = two;
    int hits = order(b->hits, a->hits);
    return hits ? hits : order(a->code, b->code);
}

/* The counts of @table, most first, of equal ones the lower key; @count of them; free(). */
static lyh_rule_overlap *sorted(GHashTable *table, size_t *count)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(lyh_rule_overlap));
    GHashTableIter each;
    gpointer key, hits;
    g_hash_table_iter_init(&each, table);
    while (g_hash_table_iter_next(&each, &key, &hits)) {
        lyh_rule_overlap overlap = { GPOINTER_TO_SIZE(key), GPOINTER_TO_SIZE(hits) };
        g_array_append_val(list, overlap);
    }
    g_array_sort(list, by_hits);
    *count = list->len;
    return (lyh_rule_overlap *)(void *)g_array_free(list, FALSE);
}

size_t lyh_rule_uses_count(const lyh_rule_uses *uses)
{
    return uses->entries->len;
}

lyh_rule_use lyh_rule_uses_at(const lyh_rule_uses *uses, size_t index)
{
    g_assert(index < uses->entries->len);
    const use_entry *entry = use_entry_at(uses, index);
    lyh_rule_use use = entry->use;
    size_t shadows;
    g_autofree lyh_rule_overlap *most = sorted(entry->shadows, &shadows);
    use.persons = g_hash_table_size(entry->persons);
    use.documents = g_hash_table_size(entry->documents);
    use.shadowed_by = shadows > 0 ? most[0].code : LYH_NONE;
    return use;
}

lyh_rule_overlap *lyh_rule_uses_overlaps(const lyh_rule_uses *uses, size_t index,
                                         size_t *count)
{
    g_assert(index < uses->entries->len);
    return sorted(use_entry_at(uses, index)->codes, count);
}

size_t lyh_rule_uses_lost(const lyh_rule_uses *uses)
{
    return uses->lost;
}
