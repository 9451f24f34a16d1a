/**
 * The codes of a study, their definitions (MacQueen et al. 1998), and the rules that suggest them.
 */
#ifndef LYHORD_CODEBOOK_CODEBOOK_H
#define LYHORD_CODEBOOK_CODEBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/codebook/rule.h>

/** Which column a rule came from: what a hit suggests. */
typedef enum lyh_rule_column {
    LYH_RULES_NEUTRAL, /* regler, mönster: 0 */
    LYH_RULES_PLUS,
    LYH_RULES_MINUS,
    LYH_RULES_EXCEPT /* undantag: drops overlapping hits of the code */
} lyh_rule_column;

typedef struct lyh_code {
    const char *name;   /* "kod": the identifier, NFC */
    const char *label;  /* "namn": what readers see; the name when the cell is empty */
    const char *colour; /* "#RRGGBB" or "" */
    const char *definition, *when, *when_not, *example; /* "" when empty */
    size_t parent; /* index of the first parent, or LYH_NONE */
    size_t depth;  /* 0 for a code without parent */
    size_t row;    /* of the CSV, from 0 */
} lyh_code;

#define LYH_CODE_NAME_MAX 100 /* characters */
#define LYH_CODE_DEPTH_MAX 64

typedef struct lyh_codebook lyh_codebook;

/**
 * Read codebook.csv: columns in Swedish or English, in any order (docs/architecture.md §3). All
 * mistakes in one run: a code twice (naming both lines), empty, too long, with a line end or a `|`;
 * a missing parent; a ring of parents, printed a -> b -> c -> a, or parents LYH_CODE_DEPTH_MAX deep;
 * rules that do not parse; a rule that refers to a code there is not, or, by way of others, to its
 * own. Warnings: codes that differ only in case, a name a spreadsheet would run, a colour that is
 * none, an unknown column, no codes at all.
 * NULL when there are errors. Takes over @csv on success. Free with lyh_codebook_free().
 */
lyh_codebook *lyh_codebook_read(lyh_csv *csv, lyh_diags *diags);
/** NULL is fine. */
void lyh_codebook_free(lyh_codebook *codebook);

size_t lyh_codebook_count(const lyh_codebook *codebook);
const lyh_code *lyh_codebook_code(const lyh_codebook *codebook, size_t index);
/** Index of the code called @name (exact), or LYH_NONE. */
size_t lyh_codebook_find(const lyh_codebook *codebook, const char *name);
/** Is @code @ancestor, or below it by way of any of its parents? */
bool lyh_codebook_is_within(const lyh_codebook *codebook, size_t code, size_t ancestor);
/** All parents of a code: @count of them, the first is the path. Lent. */
const size_t *lyh_codebook_parents(const lyh_codebook *codebook, size_t code,
                                   size_t *count);
/** The place of a code's name, for diagnostics. */
lyh_place lyh_codebook_place(const lyh_codebook *codebook, size_t code);

/**
 * Rules in the order of the columns regler, regler_plus, regler_minus, undantag, mönster, within a
 * column from top to bottom: "an earlier rule" is one before in this order.
 */
size_t lyh_codebook_rule_count(const lyh_codebook *codebook, size_t code);
const lyh_rule *lyh_codebook_rule(const lyh_codebook *codebook, size_t code, size_t index);
lyh_rule_column lyh_codebook_rule_column(const lyh_codebook *codebook, size_t code,
                                         size_t index);

/** Warn about codes without definition, när, inte när or exempel (MacQueen et al. 1998). */
void lyh_codebook_check(const lyh_codebook *codebook, lyh_diags *diags);
/** The same of code @index. */
void lyh_codebook_check_code(const lyh_codebook *codebook, size_t index, lyh_diags *diags);

#endif
