/**
 * What a reader of tables can work out: is a count that is not printed the only one possible?
 *
 * The persons fall into cells, so small that every printed group is some cells together. Of each
 * cell its size is known, and of each code what groups of cells add up to. All else that a reader
 * may reckon with is what holds of every person: who took up a code said something good, critical
 * or neither of it; who took up a code took up the one above it; there are no halves of persons.
 * Asked is whether all ways to fill the cells give a group the same count (Willenborg and de Waal
 * 2001, ch. 6). The answer is exact: a linear programme over whole numbers (GLPK).
 */
#ifndef LYHORD_DISCLOSURE_DERIVABLE_H
#define LYHORD_DISCLOSURE_DERIVABLE_H

#include <stdbool.h>
#include <stddef.h>

/** What a count is of, in the order of tally's measures. */
typedef enum lyh_line {
    LYH_LINE_ANY, /* plus, minus or neutral */
    LYH_LINE_PLUS,
    LYH_LINE_MINUS,
    LYH_LINE_NEUTRAL,
    LYH_LINE_WISH, /* no part of any */
    LYH_LINE_COUNT
} lyh_line;

typedef enum lyh_derivable {
    LYH_DERIVABLE_NO,
    LYH_DERIVABLE_YES,
    LYH_DERIVABLE_UNSURE /* too large, or too hard: to be taken for a yes */
} lyh_derivable;

typedef struct lyh_unknowns lyh_unknowns;

/**
 * @cells cells of @sizes persons, and @codes codes, of which all wishes are asked about
 * (@is_of_wishes) or all else. Free with lyh_unknowns_free().
 */
lyh_unknowns *lyh_unknowns_new(const size_t *sizes, size_t cells, size_t codes,
                               bool is_of_wishes);
/** NULL is fine. */
void lyh_unknowns_free(lyh_unknowns *unknowns);

/** Who took up @child took up @parent, and in the same way. */
void lyh_unknowns_below(lyh_unknowns *unknowns, size_t child, size_t parent);
/** At most @most persons took up @parent as @line without taking up a code below it so. */
void lyh_unknowns_own(lyh_unknowns *unknowns, size_t parent, lyh_line line, size_t most);
/** @count persons said both something good and something critical of @code. */
void lyh_unknowns_both(lyh_unknowns *unknowns, size_t code, size_t count);
/** It is printed that in the cells where @in is true @count persons said @line of @code. */
void lyh_unknowns_print(lyh_unknowns *unknowns, size_t code, lyh_line line, const bool *in,
                        size_t count);

/** Where @in is true at most @count persons said @line of @code. */
void lyh_unknowns_most(lyh_unknowns *unknowns, size_t code, lyh_line line, const bool *in,
                       size_t count);
/** Everybody in @cell said of @code at least @must and at most @may: bits 1 << line of lyh_line. */
void lyh_unknowns_bound(lyh_unknowns *unknowns, size_t cell, size_t code,
                        unsigned char must, unsigned char may);

/** Can no other count than @count, the true one, stand in the cells where @in is true? */
lyh_derivable lyh_unknowns_ask(lyh_unknowns *unknowns, size_t code, lyh_line line,
                               const bool *in, size_t count);

#endif
