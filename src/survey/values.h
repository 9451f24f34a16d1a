/** Medians and quartiles of what persons answered. Private to survey. */
#ifndef LYHORD_SURVEY_VALUES_H
#define LYHORD_SURVEY_VALUES_H

#include "counted.h"

/**
 * Quarter @quarter (1-3) of the numbers of @part, as Hyndman & Fan's (1996) type 2: a number somebody gave, or
 * the middle of two. Hidden under a base of 20.
 */
lyh_cell values_number(const counted *counts, size_t part, unsigned quarter);

/** The median step of @part: its text, or "A – B" between two; alternatives that are no step left out. – when nobody chose a step. */
lyh_cell values_step(const counted *counts, size_t part);

#endif
