/**
 * What a word with a capital may be when it is no name.
 */
#ifndef LYHORD_PRIVACY_CAPITALS_H
#define LYHORD_PRIVACY_CAPITALS_H

#include "words.h"

/** SBU-rapporten, BRIU:s, A-stad: an abbreviation, or a town hidden already. */
bool begins_short(const words *list, size_t i);

/** "vårdcentralen Kronan": a capital behind one word and a space, of a word that may be a name. */
bool is_capital_here(const words *list, size_t i);

/** Brottsoffermyndigheten, Bolagsverket, Socialtjänstlagen: what there is one of in the country. */
bool is_institution(const words *list, size_t i);

/** Do the words around word @i belong to a Swedish sentence? Asks the dictionary; false without one. */
bool is_among_swedish(const words *list, size_t i);

/** Kodboken: two words of the dictionary in one. False without a dictionary. */
bool is_compound(const words *list, size_t i);

/** Does it stand behind a small Swedish word and one space: no cell of a table, no English title? */
bool is_in_running_text(const words *list, size_t i);

#endif
