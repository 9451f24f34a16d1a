/**
 * Words that say that a number is a day.
 */
#ifndef LYHORD_PRIVACY_DAY_SIGNS_H
#define LYHORD_PRIVACY_DAY_SIGNS_H

#include "words.h"

/** fredag, fredagen, fre, lördags */
bool day_is_weekday(const words *list, size_t i);

/** "den", "sedan", "mötet", "onsdag": does the word before @i say that a day follows? */
bool day_is_said_before(const words *list, size_t i);

/** "Det var i april. Tjugoförsta.", "i maj, jag ringde tolfte": a late day in words, and a month just before. */
bool day_is_alone(const words *list, size_t i);

#endif
