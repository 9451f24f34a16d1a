/**
 * A linear programme over whole numbers (GLPK), asked whether a sum has more than one value.
 * Private to disclosure.
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
    int whole;                 /* so many columns, the first ones, are whole */
    bool has_basis;
} programme;

programme *programme_new(void);
void programme_free(programme *made);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(programme, programme_free)

/** Add columns from 0 to @most; the number of the first. All whole ones come before any other. */
int programme_add_columns(programme *made, size_t count, double most, bool is_whole);

/** A row: begun, its terms, and what their sum is (@type GLP_FX), or is at most (GLP_UP). */
void programme_begin(programme *made);
void programme_term(programme *made, int column, double factor);
void programme_end(programme *made, int type, double bound);

/** What is asked of: no column, then @column with the others. */
void programme_ask_nothing(programme *made);
void programme_ask_of(programme *made, int column);
/** Can the sum of what is asked of be nothing but @count, the true one? */
lyh_derivable programme_answer(programme *made, double count);

#endif
