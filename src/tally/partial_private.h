/** What the files of this folder share about a partial result. */
#ifndef LYHORD_TALLY_PARTIAL_PRIVATE_H
#define LYHORD_TALLY_PARTIAL_PRIVATE_H

#include <lyhord/tally/partial.h>

#include "partial_said.h"
#include "tally_private.h"

/** Persons with the same values. */
typedef struct partial_cell {
    const char *
        key; /* the values, each ended by LF, and the id if there are ids; owned by the partial's by_key */
    size_t row; /* the first of its persons' first answers */
} partial_cell;

struct lyh_partial {
    const lyh_codebook *codebook;
    GStrv attributes; /* never NULL */
    size_t attribute_count;
    lyh_tally *sums;    /* its respondents are cells */
    GArray *cells;      /* partial_cell */
    GHashTable *by_key; /* char *, owned -> index + 1 */
    GString *key;       /* of the cell being looked for */
    size_t answers;
    bool has_ids; /* each cell is one person, and who: lyh_partial_of_tally() */
    lyh_partial_totals totals;
    bool is_counted; /* what persons said is in the sums */

    /* While counting. */
    lyh_tally *heard; /* hits, statements and words so far; its respondents are cells */
    GArray *cells_at_hand; /* size_t: of the respondents of the document at hand */
    partial_ids *ids;
    partial_said *said;

    /* Of one that was read. */
    lyh_partial_origin origin;
    lyh_partial_input *inputs;
    GPtrArray *strings; /* char *: what origin and inputs point to */
    lyh_source *book_source;
    lyh_codebook *own_codebook; /* made of the codes it names */
    lyh_source *people_source;
    lyh_respondents *people; /* one a cell; NULL until asked for */
};

/** The cell with the values in partial->key, made when new; @row is one of its rows. */
size_t partial_cell_take(lyh_partial *partial, size_t row);

/** Indexes of the cells (size_t) by their first rows: the order in which people meet their values. */
GArray *partial_cells_in_order(const lyh_partial *partial);

/** The id in the key of @cell; "" is nobody's. Lent. */
const char *partial_cell_id(const lyh_partial *partial, size_t cell);
/** Does @cell hold what is nobody's? */
bool partial_cell_is_nobodys(const lyh_partial *partial, size_t cell);

/** Sum up how many persons of each cell said what; nothing is added to @partial afterwards. */
void partial_count(lyh_partial *partial);

/** The counter of @code in @cell, made when new. */
tally_counter *partial_counter(lyh_partial *partial, size_t cell, size_t code);
/** What is known of @cell whatever its persons spoke about, made when new. */
tally_person *partial_people(lyh_partial *partial, size_t cell);

#endif
