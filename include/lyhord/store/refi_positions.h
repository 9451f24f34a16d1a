/**
 * What the positions of a project count: found out by the words that its selections carry.
 *
 * The standard (REFI-QDA 1.5, 10.2) counts Unicode code points from 0, from "the first" to "the last
 * character". Programs differ: ATLAS.ti's own example in the standard and QualCoder mean the character
 * after the last; NVivo and others on Windows count UTF-16 units; a CRLF may be one or two, and a BOM
 * may count. Each combination is a hypothesis. A selection's name or description that is the text
 * at its place under some hypothesis is a quote (one that ends in `…` or `...` its beginning), and
 * the hypothesis that most quotes fit is taken. Hypotheses that give all codings the same spans are one.
 * When two that differ fit equally well, it is an error: nobody is told a place that may be wrong.
 */
#ifndef LYHORD_STORE_REFI_POSITIONS_H
#define LYHORD_STORE_REFI_POSITIONS_H

#include <lyhord/base/diags.h>
#include <lyhord/store/refi.h>

typedef struct lyh_refi_positions lyh_refi_positions;

/** Bytes of the source's own text, half-open; LYH_NONE both for a selection that has no place in it. */
typedef struct lyh_refi_span {
    size_t start, end;
} lyh_refi_span;

/** How it was settled. */
typedef enum lyh_refi_basis {
    LYH_REFI_QUOTES, /* by the words of selections */
    LYH_REFI_SAME,   /* every hypothesis gives the same spans */
    LYH_REFI_ASSUMED, /* no selection tells: code points, exclusive, CRLF two, a BOM not counted */
    LYH_REFI_TOLD /* the caller said */
} lyh_refi_basis;

/**
 * Decide. @told (NULL: nothing is told) is what somebody knows: words with commas between, of `points`,
 * `utf16`, `crlf1`, `crlf2`, `bom`, `nobom`, `exclusive`, `inclusive`; it must be valid (see
 * lyh_refi_positions_knows). @name is what messages call the file. NULL: two fit equally well, or
 * none fits and the words stand elsewhere; @diags says so. Borrows @project. lyh_refi_positions_free().
 */
lyh_refi_positions *lyh_refi_positions_new(const lyh_refi *project, const char *name,
                                           const char *told, lyh_diags *diags);
/** NULL is fine. */
void lyh_refi_positions_free(lyh_refi_positions *positions);

bool lyh_refi_positions_knows(const char *told);

lyh_refi_basis lyh_refi_positions_basis(const lyh_refi_positions *positions);
/** The hypothesis taken, in the words above: "points,crlf2,nobom,exclusive". Lent. */
const char *lyh_refi_positions_taken(const lyh_refi_positions *positions);
/** Quotes that fit, of so many selections that carry one. */
size_t lyh_refi_positions_fitting(const lyh_refi_positions *positions, size_t *quotes);

lyh_refi_span lyh_refi_positions_span(const lyh_refi_positions *positions,
                                      size_t selection);
/** Does the selection carry words that are at its place under another hypothesis only? Its place is not to be trusted. */
bool lyh_refi_positions_doubts(const lyh_refi_positions *positions, size_t selection);

#endif
