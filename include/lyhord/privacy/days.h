/** Days as figures write them: "2024-03-12", "12.3.2024", "12/3 -24", "19.9". */
#ifndef LYHORD_PRIVACY_DAYS_H
#define LYHORD_PRIVACY_DAYS_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/privacy/findings.h>

typedef enum lyh_day_form {
    LYH_DAY_WHOLE,   /* with a year: 2024-03-12, 4/5/98 */
    LYH_DAY_SLASHED, /* 12/3, 12/3 -24, 12/3 2024 */
    LYH_DAY_POINTED  /* 19.9 */
} lyh_day_form;

/** A day of the calendar, where the text tells of one. */
typedef struct lyh_day {
    lyh_day_form form;
    lyh_confidence confidence; /* of a WHOLE: that the figures are a day at all */
    size_t end;                /* byte behind it */
    int year;  /* 0: none is written with four figures, and two leave the century open */
    int month; /* from 1 */
    int day; /* from 1; of a WHOLE with two figures for the year the two may be exchanged */
    bool has_year; /* of whatever figures */
} lyh_day;

/** Do figures that write a day begin at byte @at of @text? */
bool lyh_day_at(const char *text, size_t size, size_t at, lyh_day *day);

/** The month that @word is, from 1: "mars", "Sept", in any case; 0: none. */
int lyh_month_of(const char *word, size_t size);

#endif
