/**
 * Codes of a codebook made one: the file with their rows joined, all else as it stood.
 *
 * - Rules are united, column by column, those that stand there already once. So are undantag: an
 *   exception of one code then drops hits that only the other's rules find.
 * - definition, när, inte_när and exempel are kept, each under the one it is joined to and marked
 *   "från X:"; namn and färg are those of the code that stays (its färg, where it has one).
 * - Parents are united, those of the code that stays first; children of a code that goes are its
 *   children. `@code` is rewritten everywhere. A rule that would refer to its own code loses that
 *   operand of `|`; where it is no such operand, it is an error at its place.
 */
#ifndef LYHORD_CODEBOOK_CODE_MERGE_H
#define LYHORD_CODEBOOK_CODE_MERGE_H

#include <lyhord/codebook/field.h>

typedef struct lyh_code_merge {
    const size_t *codes; /* those that go; none of them is @into, none stands twice */
    size_t count;        /* 0: the code only gets another name */
    size_t into;         /* the code whose row stays */
    const char *name;    /* what it is called from then on: its name, or a new one */
    const lyh_catalog *catalog; /* language of what is written into the cells */
} lyh_code_merge;

/** Does @code go, or stay with what is joined to it? */
bool lyh_code_merge_takes(const lyh_code_merge *merge, size_t code);

/** Will exceptions of one of the codes drop hits that until now only another's rules found? */
bool lyh_code_merge_unites_exceptions(const lyh_codebook *codebook,
                                      const lyh_code_merge *merge);

/**
 * The bytes of the new codebook.csv, @size of them; free(). NULL, with a diagnostic, when what came
 * out would be no codebook: rules or parents that lead back to themselves, a name that is taken.
 */
char *lyh_codebook_merged(const lyh_codebook *codebook, const lyh_code_merge *merge,
                          size_t *size, lyh_diags *diags);

#endif
