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

/** "ring mig 27:e kl 8": a day in figures behind no den, and word @next behind it. */
bool day_is_behind_verb(const words *list, size_t i, size_t next);

/** "Valborg, då small det": a feast all of its clause. */
bool day_is_said_first(const words *list, size_t i);

/** "på valborg", "fram till lucia", "midsommar 2019": a feast of one day by its short name. */
bool day_is_season(const words *list, size_t i);

/** "tionde tionde", "sjunde fjärde.": a day and a month in words, and nothing that is counted behind them. */
bool day_is_pair(const words *list, size_t i);

#endif
