/**
 * The groups of an attribute tested against each other, code by code.
 */
#ifndef LYHORD_TALLY_GROUP_TESTS_H
#define LYHORD_TALLY_GROUP_TESTS_H

#include <lyhord/tally/tally.h>

/**
 * The tests of lyhord/disclosure/comparison.h for @measure of every code, between the groups of @view, which
 * have a plan that is not refused: who took it up and who did not. What is tested is what the table of persons
 * prints: where it hides a group's figure there is no test. @order: the values of the attribute in an order
 * of their own, NULL-ended; a trend is tested when every printed group is among them. NULL: none.
 *
 * NULL where none may be made: one error says why, and @error is LYH_ERROR_NOT_ALLOWED.
 */
lyh_table *lyh_tally_group_tests(const lyh_tally *tally, const lyh_tally_view *view,
                                 lyh_measure measure, const char *const *order,
                                 lyh_diags *diags, lyh_error *error);

#endif
