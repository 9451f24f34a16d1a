/**
 * The one number that coding (what people decide) and disclosure (what is printed) both need.
 */
#ifndef LYHORD_STATS_THRESHOLD_H
#define LYHORD_STATS_THRESHOLD_H

/** Persons a printed base holds at least, unless a decision with a reason lowered it. */
enum { LYH_THRESHOLD = 5 };

#endif
