/**
 * Who stands for how much of a theme: "one person stands for 5 of 13 statements".
 *
 * Persons are counted once however much they say; what is counted in statements or words can rest on
 * one who talks most, and a reader must know when it does.
 */
#ifndef LYHORD_TALLY_WEIGHT_H
#define LYHORD_TALLY_WEIGHT_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/tally/tally.h>

typedef struct lyh_code_weight {
    size_t statements; /* of the code and those below it, of everyone in the base */
    size_t largest;    /* of these, of the one person who made the most */
    /*
     * That person made a third or more of them, and three at least. A third, because without
     * that person every figure of statements would be a third lower, which is more than a reader takes
     * a secondary figure to be uncertain by; three, because of one or two nobody would say
     * that they are much.
     */
    bool is_uneven;
} lyh_code_weight;

/** The weight of @code; the tally has counted statements. */
lyh_code_weight lyh_tally_weight(const lyh_tally *tally, size_t code);

/**
 * code;persons;largest;words: of every code somebody took up, the most taken up first, how many persons took it up
 * ("7 av 12"), the statements of the one who made the most of them ("5 av 13"), and, of those who
 * took it up, the median of the share of their words inside statements of the code, in per cent with a decimal:
 * hidden when they are fewer than the threshold. A note names the codes that are uneven.
 */
lyh_table *lyh_tally_weight_table(const lyh_tally *tally, const lyh_tally_view *view);

#endif
