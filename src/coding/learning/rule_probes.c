#include "rule_probes.h"

#include <string.h>

#include <lyhord/base/csv_write.h>
#include <lyhord/base/text.h>

#include "../../base/autoptr.h"
#include "../../codebook/autoptr.h"
#include "../autoptr.h"

struct rule_probes {
    GArray *probes; /* rule_probe */
    lyh_source *source;
    lyh_codebook *book;
    size_t first; /* the code of @book that the first probe is */
    lyh_matcher *matcher;
    lyh_codings *all, *found;
};

static void clear_probe(void *data)
{
    g_free(((rule_probe *)data)->text);
}

/* ---- what is probed ---- */

static void add_trimmed(GArray *probes, const lyh_rule *rule, size_t code, size_t index,
                        size_t start, size_t end)
{
    const char *text = lyh_rule_text(rule);
    start += lyh_text_leading_space(text + start, end - start);
    end = start + lyh_text_trimmed_size(text + start, end - start);
    rule_probe probe = { code, index, start, end, g_strndup(text + start, end - start) };
    g_array_append_val(probes, probe);
}

/* Is @size bytes of a rule's text a rule by itself? */
static bool parses(const char *text, size_t size)
{
    const lyh_rule_origin nowhere = { 0 };
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    g_autoptr(lyh_rule) rule = lyh_rule_parse(text, size, &nowhere, unsaid);
    return rule != NULL;
}

/*
 * Add the alternatives of @rule, cut at the `|` between two of them: what a node spans has no brackets
 * around it. False, and nothing added, when a piece is no rule: brackets stood around them all.
 */
static bool add_alternatives(GArray *probes, const lyh_rule *rule, size_t code,
                             size_t index)
{
    const guint before = probes->len;
    const char *text = lyh_rule_text(rule);
    const lyh_rule_node *child =
        lyh_rule_node_at(rule, lyh_rule_node_at(rule, lyh_rule_root(rule))->first_child);
    bool is_fine = true;
    for (size_t start = 0, end; is_fine; start = end + 1) {
        bool is_last = child->next_sibling == LYH_NONE;
        end = is_last ? strlen(text) : (size_t)(strchr(text + child->end, '|') - text);
        is_fine = parses(text + start, end - start);
        add_trimmed(probes, rule, code, index, start, end);
        if (is_last)
            break;
        child = lyh_rule_node_at(rule, child->next_sibling);
    }
    if (!is_fine)
        g_array_set_size(probes, before);
    return is_fine;
}

static void add_rule(GArray *probes, const lyh_codebook *codebook, size_t code,
                     size_t index, bool by_indicator)
{
    const lyh_rule *rule = lyh_codebook_rule(codebook, code, index);
    bool has_alternatives =
        lyh_rule_node_at(rule, lyh_rule_root(rule))->kind == LYH_RULE_ANY;
    if (!by_indicator || !has_alternatives || !add_alternatives(probes, rule, code, index))
        add_trimmed(probes, rule, code, index, 0, strlen(lyh_rule_text(rule)));
}

static GArray *probes_of(const lyh_codebook *codebook, bool by_indicator)
{
    GArray *probes = g_array_new(FALSE, FALSE, sizeof(rule_probe));
    g_array_set_clear_func(probes, clear_probe);
    for (size_t code = 0; code < lyh_codebook_count(codebook); code++)
        for (size_t i = 0; i < lyh_codebook_rule_count(codebook, code); i++)
            add_rule(probes, codebook, code, i, by_indicator);
    return probes;
}

/* ---- the codebook made of them ---- */

static bool refers(const lyh_rule *rule)
{
    for (size_t i = 0; i < lyh_rule_node_count(rule); i++)
        if (lyh_rule_node_at(rule, i)->kind == LYH_RULE_REFERENCE)
            return true;
    return false;
}

static bool has_references(const lyh_codebook *codebook)
{
    for (size_t code = 0; code < lyh_codebook_count(codebook); code++)
        for (size_t i = 0; i < lyh_codebook_rule_count(codebook, code); i++)
            if (refers(lyh_codebook_rule(codebook, code, i)))
                return true;
    return false;
}

/* A rule of the column mönster is a bare expression; in any other it stands between slashes. */
static bool is_bare_pattern(const lyh_rule *rule)
{
    const lyh_rule_node *root = lyh_rule_node_at(rule, lyh_rule_root(rule));
    return root->kind == LYH_RULE_REGEX && root->text == lyh_rule_text(rule);
}

static void write_cell(lyh_output *out, const lyh_codebook *codebook, size_t code,
                       lyh_rule_column column, bool wants_patterns)
{
    g_autoptr(GString) cell = g_string_new(NULL);
    for (size_t i = 0; i < lyh_codebook_rule_count(codebook, code); i++) {
        const lyh_rule *rule = lyh_codebook_rule(codebook, code, i);
        if (lyh_codebook_rule_column(codebook, code, i) == column &&
            is_bare_pattern(rule) == wants_patterns)
            g_string_append_printf(cell, "%s%s", cell->len ? "\n" : "",
                                   lyh_rule_text(rule));
    }
    lyh_csv_write_text(out, cell->str);
}

/* All a reference finds: the rules of the code and its exceptions. */
static void write_code(lyh_output *out, const lyh_codebook *codebook, size_t code)
{
    lyh_csv_write_text(out, lyh_codebook_code(codebook, code)->name);
    lyh_output_text(out, ";");
    write_cell(out, codebook, code, LYH_RULES_NEUTRAL, false);
    lyh_output_text(out, ";");
    write_cell(out, codebook, code, LYH_RULES_PLUS, false);
    lyh_output_text(out, ";");
    write_cell(out, codebook, code, LYH_RULES_MINUS, false);
    lyh_output_text(out, ";");
    write_cell(out, codebook, code, LYH_RULES_EXCEPT, false);
    lyh_output_text(out, ";");
    write_cell(out, codebook, code, LYH_RULES_NEUTRAL, true);
    lyh_output_text(out, "\n");
}

static void write_probe(lyh_output *out, const lyh_codebook *codebook,
                        const rule_probe *probe, const char *prefix, guint index)
{
    bool is_pattern =
        is_bare_pattern(lyh_codebook_rule(codebook, probe->code, probe->rule));
    g_autofree char *name = g_strdup_printf("%s%u", prefix, index);
    lyh_csv_write_text(out, name);
    lyh_output_text(out, ";");
    lyh_csv_write_text(out, is_pattern ? "" : probe->text);
    lyh_output_text(out, ";;;;");
    lyh_csv_write_text(out, is_pattern ? probe->text : "");
    lyh_output_text(out, "\n");
}

/* Begins no code's name. g_free(). */
static char *free_prefix(const lyh_codebook *codebook)
{
    g_autoptr(GString) prefix = g_string_new("rule ");
    for (size_t code = 0; code < lyh_codebook_count(codebook); code++)
        while (g_str_has_prefix(lyh_codebook_code(codebook, code)->name, prefix->str))
            g_string_insert_c(prefix, 0, 'r');
    return g_string_free(g_steal_pointer(&prefix), FALSE);
}

static char *text_of(const rule_probes *probes, const lyh_codebook *codebook, size_t *size)
{
    lyh_output *out = lyh_output_to_memory();
    g_autofree char *prefix = free_prefix(codebook);
    lyh_output_text(out, "kod;regler;regler_plus;regler_minus;undantag;mönster\n");
    for (size_t code = 0; code < probes->first; code++)
        write_code(out, codebook, code);
    for (guint i = 0; i < probes->probes->len; i++)
        write_probe(out, codebook, &g_array_index(probes->probes, rule_probe, i), prefix,
                    i);
    return lyh_output_take(out, size);
}

static bool read_book(rule_probes *probes, const lyh_codebook *codebook, lyh_diags *diags)
{
    size_t size;
    char *text = text_of(probes, codebook, &size);
    probes->source = lyh_source_from_bytes("", LYH_SOURCE_TABLE, text, size, diags);
    free(text);
    lyh_csv *csv = probes->source ? lyh_csv_read(probes->source, diags) : NULL;
    probes->book = csv ? lyh_codebook_read(csv, diags) : NULL;
    if (!probes->book)
        lyh_csv_free(csv);
    return probes->book != NULL;
}

static rule_probes *compiled(const lyh_codebook *codebook, lyh_vocabulary *vocabulary,
                             lyh_lexicon *lexicon, const lyh_matcher_options *options,
                             bool by_indicator, lyh_diags *diags)
{
    rule_probes *probes = g_new0(rule_probes, 1);
    probes->probes = probes_of(codebook, by_indicator);
    probes->first = has_references(codebook) ? lyh_codebook_count(codebook) : 0;
    probes->all = lyh_codings_new();
    probes->found = lyh_codings_new();
    if (read_book(probes, codebook, diags))
        probes->matcher =
            lyh_matcher_new(probes->book, vocabulary, lexicon, options, diags);
    if (probes->matcher)
        return probes;
    rule_probes_free(probes);
    return NULL;
}

/* What there is to say of the made one would be said twice, and as of no file: only what stops it is told. */
rule_probes *rule_probes_new(const lyh_codebook *codebook, lyh_vocabulary *vocabulary,
                             lyh_lexicon *lexicon, const lyh_matcher_options *options,
                             bool by_indicator, lyh_diags *diags)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    rule_probes *probes =
        compiled(codebook, vocabulary, lexicon, options, by_indicator, unsaid);
    if (probes)
        return probes;
    g_autoptr(lyh_matcher) whole =
        lyh_matcher_new(codebook, vocabulary, lexicon, options, diags);
    return whole ? compiled(codebook, vocabulary, lexicon, options, by_indicator, diags)
                 : NULL;
}

void rule_probes_free(rule_probes *probes)
{
    if (!probes)
        return;
    lyh_matcher_free(probes->matcher);
    lyh_codebook_free(probes->book);
    lyh_source_free(probes->source);
    lyh_codings_free(probes->all);
    lyh_codings_free(probes->found);
    g_array_unref(probes->probes);
    g_free(probes);
}

size_t rule_probes_count(const rule_probes *probes)
{
    return probes->probes->len;
}

const rule_probe *rule_probes_at(const rule_probes *probes, size_t index)
{
    g_assert(index < probes->probes->len);
    return &g_array_index(probes->probes, rule_probe, index);
}

const lyh_codings *rule_probes_run(rule_probes *probes, const lyh_document *document,
                                   const lyh_tokens *tokens, lyh_diags *diags)
{
    lyh_codings_clear(probes->all);
    lyh_codings_clear(probes->found);
    if (!lyh_matcher_run(probes->matcher, document, tokens, probes->all, diags))
        return NULL;
    for (size_t i = 0; i < lyh_codings_count(probes->all); i++) {
        lyh_coding coding = *lyh_codings_at(probes->all, i);
        if (coding.code < probes->first)
            continue;
        coding.code -= probes->first;
        lyh_codings_add(probes->found, coding);
    }
    lyh_codings_sort(probes->found);
    return probes->found;
}
