/**
 * What is weak in a codebook that can be read: rules that can never win, words that two codes claim,
 * rules that find nearly everything, colours too alike, codes before what is above them.
 */
#ifndef LYHORD_CODEBOOK_WEAKNESS_H
#define LYHORD_CODEBOOK_WEAKNESS_H

#include <lyhord/codebook/field.h>

/** Letters and digits that a word with `*` or `?` needs at least, not to find nearly everything. */
#define LYH_GLOB_LEAST 3

/**
 * CIE 1976 colour difference (ΔE*ab, D65) under which two colours are too alike: about twice what is
 * just noticed side by side (2.3, Mahy, Van Eycken & Oosterlinck 1994).
 */
#define LYH_COLOURS_ALIKE 5.0

/**
 * Warn of each, at its place, with the line of the other where there are two. The operands of `|`
 * are compared, each by itself, by what they say and not how they are spaced:
 *
 * - `rule-repeated`: it stands in the code already, so the earlier one always wins;
 * - `rule-excepted`: an exception of the code says the same, so it never wins;
 * - `rule-shared`: another code, that is neither above nor below, says the same (references apart);
 * - `rule-wide`: a word with `*` or `?` of fewer than LYH_GLOB_LEAST letters or digits;
 * - `colours-alike`, `code-order`.
 */
void lyh_codebook_warn_of_weakness(const lyh_codebook *codebook, lyh_diags *diags);

/**
 * The same of code @only alone: what is weak in it, and what another code says or is coloured too. Of two
 * such codes the warning stands at the later one, which may be the other.
 */
void lyh_codebook_warn_of_weakness_in(const lyh_codebook *codebook, size_t only,
                                      lyh_diags *diags);

/** ΔE*ab of two colours "#RRGGBB". */
double lyh_colour_difference(const char *one, const char *two);

#endif
