/** Placeholders that keep what may be told of a value: a season, an interval. Private to study. */
#ifndef LYHORD_STUDY_PLACEHOLDER_VALUES_H
#define LYHORD_STUDY_PLACEHOLDER_VALUES_H

#include <stddef.h>

/**
 * "[datum: vår 2019]" for a day in spring 2019. Two figures for a year leave the century open, and which of them
 * is the year: "[datum: vår]". "[datum]" when no month can be read. g_free().
 */
char *placeholder_of_date(const char *text, size_t size);
/** "[belopp: 10 000–15 000 kr]" for 12 347 kronor; "[belopp]" of other money, or when no sum can be read. g_free(). */
char *placeholder_of_sum(const char *text, size_t size);
/** "[ålder: 30–34 år]" for "33" or "33 år", "[ålder: 90 år eller mer]"; "[ålder]" for what is no years. g_free(). */
char *placeholder_of_age(const char *text, size_t size);

#endif
