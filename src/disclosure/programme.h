/**
 * A linear programme over whole numbers (GLPK), asked whether a sum has more than one value.
 * Private to disclosure.
 *
 * What is true is a solution. It is found first, with what is preferred; each question starts there, so that
 * few steps lead to another solution when there is one near. That there is none is found in fewer steps from the last
 * solution to the same question, when a little less was known: that is tried first, and changes no answer.
 */
#ifndef LYHORD_DISCLOSURE_PROGRAMME_H
#define LYHORD_DISCLOSURE_PROGRAMME_H

#include <glib.h>
#include <glpk.h>

#include <lyhord/disclosure/derivable.h>

/* With more columns than this nothing is sought: the answer is "unsure". */
#define PROGRAMME_MOST_COLUMNS 20000

typedef struct programme {
    glp_prob *problem;
    GArray *columns, *factors; /* of the row that is being put together: int, double */
    GArray *start;             /* int: how rows and columns stand in what is true */
    GArray
        *last[2]; /* the same in the last solution to the question, of less and of more */
    GArray *asked, *asked_factors; /* the row of the question */
    int steps;                     /* when programme_cost() was asked last */
    int whole;                     /* so many columns, the first ones, are whole */
    bool is_searched;              /* the last solution came of a search */
    GArray *
        blamed; /* int: rows that the last answer "derivable" rests on; empty when that is not known */
} programme;

programme *programme_new(void);
void programme_free(programme *made);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(programme, programme_free)

/** Add columns from 0 to @most; the number of the first. All whole ones come before any other. */
int programme_add_columns(programme *made, size_t count, double most, bool is_whole);

/** A row: begun, its terms, and what their sum is (@type GLP_FX), or is at most (GLP_UP). Its number. */
void programme_begin(programme *made);
void programme_term(programme *made, int column, double factor);
int programme_end(programme *made, int type, double bound);
/** From now on the sum of @row is known to be @bound, or not known. */
void programme_know(programme *made, int row, bool is_known, double bound);

/** Of all solutions those are preferred in which such columns are large: what is true. */
void programme_prefer(programme *made, int column);

/**
 * Can the sum of the row that was begun, and is ended by this, be nothing but @count, the true one? All other
 * rows come before the first question.
 */
lyh_derivable programme_answer(programme *made, double count);
/** The same in two steps: the row is ended; can its sum not be larger (@sign 1), or not smaller (-1)? */
void programme_ask(programme *made);
lyh_derivable programme_answer_one_way(programme *made, double sign, double count);
/** After LYH_DERIVABLE_NO: how many @column is where the sum is another. */
size_t programme_value(const programme *made, int column);
/** What the questions have cost since this was asked last: steps, times the size of the programme. */
double programme_cost(programme *made);

#endif
