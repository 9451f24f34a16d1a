/**
 * What stands around a number and says whether it is money, and whether it is said out.
 */
#ifndef LYHORD_PRIVACY_SUM_SIGNS_H
#define LYHORD_PRIVACY_SUM_SIGNS_H

#include "words.h"

/** "runt tretusen", "drygt 8 200": who says so does not tell the sum. */
bool sum_is_about(const words *list, size_t i);

/** "i månaden", "per månad", "efter skatt", "kvar", "back" from word @i on. */
bool sum_has_while_behind(const words *list, size_t i);

/** What is counted is no money: "276 personer", with the things at @next. */
bool sum_is_of_things(const words *list, size_t next);

/** Does the clause end before word @next? */
bool sum_is_last(const words *list, size_t next);

/** "Elvatusen åttahundra nånting": who says so has said the sum. */
bool sum_is_said_out(const words *list, size_t next);

/** "sju kronor i timmen", "61 kronor om dan", from the preposition @i on: what daily activities pay. */
bool sum_is_wage(const words *list, size_t i);

#endif
