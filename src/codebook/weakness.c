#include <lyhord/codebook/weakness.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "autoptr.h"
#include "colours.h"

/* Where an operand of `|` stands first. Its place is looked for when something is said of it. */
typedef struct operand {
    size_t code;
    lyh_field field;
    const lyh_rule *rule;
    size_t node;
} operand;

typedef struct weighing {
    const lyh_codebook *book;
    lyh_diags *diags;
    size_t only;                  /* the code that is told of, or LYH_NONE: all */
    GHashTable *own, *exceptions; /* of the code at hand: what it says -> operand */
    GHashTable *all;              /* of every code, exceptions apart */
    GHashTable *
        wanted; /* what rules of @only say: of other codes nothing else matters; NULL: all does */
    GString *said; /* scratch */
} weighing;

/* ---- what an operand says ---- */

static void say_node(const lyh_rule *rule, size_t index, GString *said);

/* Most words are of ASCII, which is folded as it is read. */
static void say_folded(const char *text, GString *said)
{
    gsize before = said->len;
    for (const char *at = text; *at; at++) {
        if (*at & 0x80) {
            char *folded = lyh_text_fold(text, strlen(text), NULL);
            g_string_truncate(said, before);
            g_string_append(said, folded);
            free(folded);
            return;
        }
        g_string_append_c(said, g_ascii_tolower(*at));
    }
}

static void say_leaf(const lyh_rule_node *node, GString *said)
{
    static const char *const signs[] = {
        [LYH_RULE_WORD] = "",   [LYH_RULE_EXACT] = "\"",   [LYH_RULE_GLOB] = "*",
        [LYH_RULE_HEAD] = "+",  [LYH_RULE_FIRST] = "+...", [LYH_RULE_REFERENCE] = "@",
        [LYH_RULE_REGEX] = "/",
    };
    g_string_append(said, signs[node->kind]);
    g_string_append_c(said, '\x1f');
    if (node->kind == LYH_RULE_REFERENCE || node->kind == LYH_RULE_REGEX)
        g_string_append(said, node->text);
    else
        say_folded(node->text, said);
    g_string_append_c(said, '\x1f');
}

static const char *sign_of(lyh_rule_kind kind)
{
    switch (kind) {
    case LYH_RULE_SEQUENCE:
        return "row";
    case LYH_RULE_NEAR:
        return "near";
    case LYH_RULE_ALL:
        return "all";
    default:
        return "any";
    }
}

/* Nearly all are of one digit, and there are thousands. */
static void say_number(GString *said, size_t value)
{
    if (value < 10)
        g_string_append_c(said, (char)('0' + value));
    else
        g_string_append_printf(said, "%zu", value);
    g_string_append_c(said, ' ');
}

/* Rules are at most LYH_RULE_DEPTH_MAX deep. */
static void say_node(const lyh_rule *rule, size_t index, GString *said)
{
    const lyh_rule_node *node = lyh_rule_node_at(rule, index);
    if (node->first_child == LYH_NONE) {
        say_leaf(node, said);
        return;
    }
    g_string_append_c(said, '(');
    g_string_append(said, sign_of(node->kind));
    g_string_append_c(said, ' ');
    for (size_t child = node->first_child; child != LYH_NONE;
         child = lyh_rule_node_at(rule, child)->next_sibling) {
        const lyh_rule_node *at = lyh_rule_node_at(rule, child);
        say_number(said, (size_t)at->gap);
        say_number(said, at->gap_words);
        say_number(said, at->distance);
        say_number(said, at->is_negated);
        say_node(rule, child, said);
    }
    g_string_append_c(said, ')');
}

/* ---- one operand ---- */

static char *words_of(const operand *one)
{
    const lyh_rule_node *node = lyh_rule_node_at(one->rule, one->node);
    return g_strndup(lyh_rule_text(one->rule) + node->start, node->end - node->start);
}

static lyh_place place_of(const operand *one)
{
    const lyh_rule_node *node = lyh_rule_node_at(one->rule, one->node);
    return lyh_rule_place(lyh_rule_where(one->rule), node->start, node->end);
}

static size_t line_of(const weighing *work, const operand *one)
{
    return lyh_source_line(lyh_csv_source(lyh_codebook_csv(work->book)),
                           place_of(one).start);
}

static bool is_told(const weighing *work, size_t code, size_t other)
{
    return work->only == LYH_NONE || work->only == code || work->only == other;
}

static void warn_of_repeated(const weighing *work, const operand *now, const operand *first)
{
    g_autofree char *words = words_of(now);
    lyh_diags_warning(work->diags, "rule-repeated", place_of(now),
                      "'%s' stands in '%s' already, in %s on line %zu, and there it always "
                      "wins; take one of them away",
                      words, lyh_codebook_code(work->book, now->code)->name,
                      lyh_field_heading(first->field), line_of(work, first));
}

static void warn_of_excepted(const weighing *work, const operand *now,
                             const operand *exception)
{
    g_autofree char *words = words_of(now);
    lyh_diags_warning(work->diags, "rule-excepted", place_of(now),
                      "'%s' never suggests '%s': the exception on line %zu says the same; "
                      "take one of them away",
                      words, lyh_codebook_code(work->book, now->code)->name,
                      line_of(work, exception));
}

static void warn_of_shared(const weighing *work, const operand *now, const operand *first)
{
    g_autofree char *words = words_of(now);
    if (!is_told(work, now->code, first->code) ||
        lyh_codebook_is_within(work->book, now->code, first->code) ||
        lyh_codebook_is_within(work->book, first->code, now->code))
        return;
    lyh_diags_warning(work->diags, "rule-shared", place_of(now),
                      "'%s' suggests both '%s' and, by line %zu, '%s'; see that both are "
                      "meant",
                      words, lyh_codebook_code(work->book, now->code)->name,
                      line_of(work, first),
                      lyh_codebook_code(work->book, first->code)->name);
}

static size_t letters_in(const char *text)
{
    size_t letters = 0, length;
    for (const char *at = text; *at; at += length)
        letters += lyh_char_is_word(lyh_text_char(at, strlen(at), &length));
    return letters;
}

static bool is_wide(const operand *now)
{
    const lyh_rule_node *node = lyh_rule_node_at(now->rule, now->node);
    return node->kind == LYH_RULE_GLOB && now->field != LYH_FIELD_EXCEPTIONS &&
           letters_in(node->text) < LYH_GLOB_LEAST;
}

static void warn_of_width(const weighing *work, const operand *now)
{
    g_autofree char *words = words_of(now);
    lyh_diags_warning(work->diags, "rule-wide", place_of(now),
                      "'%s' finds nearly any word; write at least %d letters beside * "
                      "and ?",
                      words, LYH_GLOB_LEAST);
}

static const operand *known(GHashTable *table, const char *key)
{
    return g_hash_table_lookup(table, key);
}

static void remember(GHashTable *table, const char *key, const operand *now)
{
    if (!g_hash_table_contains(table, key))
        g_hash_table_insert(table, g_strdup(key), g_memdup2(now, sizeof *now));
}

/* What it is like, of the same code and of another; NULL: nothing before it. */
static void compare_operand(const weighing *work, const operand *now, const operand *first,
                            const operand *exception, const operand *others)
{
    bool is_own = is_told(work, now->code, now->code);
    if (is_own && is_wide(now))
        warn_of_width(work, now);
    if (first && is_own)
        warn_of_repeated(work, now, first);
    else if (exception && is_own)
        warn_of_excepted(work, now, exception);
    else if (!first && !exception && others && others->code != now->code &&
             lyh_rule_node_at(now->rule, now->node)->kind != LYH_RULE_REFERENCE)
        warn_of_shared(work, now, others);
}

static void weigh_operand(weighing *work, size_t code, lyh_field field,
                          const lyh_rule *rule, size_t index)
{
    bool is_exception = field == LYH_FIELD_EXCEPTIONS;
    const operand now = { code, field, rule, index };
    GString *said = g_string_truncate(work->said, 0);
    say_node(rule, index, said);
    if (work->wanted && code != work->only &&
        !g_hash_table_contains(work->wanted, said->str))
        return;

    GHashTable *mine = is_exception ? work->exceptions : work->own;
    compare_operand(work, &now, known(mine, said->str),
                    is_exception ? NULL : known(work->exceptions, said->str),
                    is_exception ? NULL : known(work->all, said->str));
    remember(mine, said->str, &now);
    if (!is_exception)
        remember(work->all, said->str, &now);
}

typedef void operand_taker(weighing *work, size_t code, lyh_field field,
                           const lyh_rule *rule, size_t node);

/* Call @take with each operand of `|`, or with all of a rule that has none. */
static void each_operand(weighing *work, size_t code, size_t index, operand_taker *take)
{
    const lyh_rule *rule = lyh_codebook_rule(work->book, code, index);
    lyh_field field = lyh_codebook_rule_field(work->book, code, index);
    size_t root = lyh_rule_root(rule);
    const lyh_rule_node *node = lyh_rule_node_at(rule, root);
    if (node->kind != LYH_RULE_ANY) {
        take(work, code, field, rule, root);
        return;
    }
    for (size_t child = node->first_child; child != LYH_NONE;
         child = lyh_rule_node_at(rule, child)->next_sibling)
        take(work, code, field, rule, child);
}

static void want_operand(weighing *work, size_t code, lyh_field field, const lyh_rule *rule,
                         size_t node)
{
    (void)code;
    g_string_truncate(work->said, 0);
    say_node(rule, node, work->said);
    if (field != LYH_FIELD_EXCEPTIONS)
        g_hash_table_add(work->wanted, g_strdup(work->said->str));
}

/* ---- one code ---- */

/* Exceptions first: a rule is told by them, wherever their column stands. */
static void weigh_rules(weighing *work, size_t code)
{
    g_hash_table_remove_all(work->own);
    g_hash_table_remove_all(work->exceptions);
    for (int of_rules = 0; of_rules < 2; of_rules++)
        for (size_t i = 0; i < lyh_codebook_rule_count(work->book, code); i++) {
            lyh_field field = lyh_codebook_rule_field(work->book, code, i);
            if ((field != LYH_FIELD_EXCEPTIONS) == of_rules)
                each_operand(work, code, i, weigh_operand);
        }
}

/* Tables and the report follow the order of the codebook. */
static void weigh_order(const weighing *work, size_t code)
{
    size_t parent = lyh_codebook_code(work->book, code)->parent;
    if (parent == LYH_NONE || parent < code || !is_told(work, code, code))
        return;
    lyh_diags_warning(work->diags, "code-order", lyh_codebook_place(work->book, code),
                      "'%s' stands before '%s', which is above it; tables follow the order "
                      "of the codebook, so move it below",
                      lyh_codebook_code(work->book, code)->name,
                      lyh_codebook_code(work->book, parent)->name);
}

static GHashTable *operands_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

static void note_wanted(weighing *work)
{
    for (size_t i = 0; i < lyh_codebook_rule_count(work->book, work->only); i++)
        each_operand(work, work->only, i, want_operand);
}

void lyh_codebook_warn_of_weakness_in(const lyh_codebook *book, size_t only,
                                      lyh_diags *diags)
{
    g_autoptr(GHashTable) own = operands_new();
    g_autoptr(GHashTable) exceptions = operands_new();
    g_autoptr(GHashTable) all = operands_new();
    g_autoptr(GString) said = g_string_new(NULL);
    g_autoptr(GHashTable) wanted =
        only == LYH_NONE ? NULL
                         : g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    weighing work = { book, diags, only, own, exceptions, all, wanted, said };
    if (wanted)
        note_wanted(&work);
    for (size_t code = 0; code < lyh_codebook_count(book); code++) {
        weigh_order(&work, code);
        weigh_rules(&work, code);
    }
    colours_compare(book, only, diags);
}

void lyh_codebook_warn_of_weakness(const lyh_codebook *book, lyh_diags *diags)
{
    lyh_codebook_warn_of_weakness_in(book, LYH_NONE, diags);
}
