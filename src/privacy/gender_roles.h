/**
 * Whom hon and han may stand for: what the words around say of a person.
 */
#ifndef LYHORD_PRIVACY_GENDER_ROLES_H
#define LYHORD_PRIVACY_GENDER_ROLES_H

#include "words.h"

enum { SHE, HE, NOBODY };

/** What somebody is to the one who speaks. RELATIVE are also friends, neighbours, animals. */
typedef enum role { NO_ROLE, RELATIVE, NAMED, OFFICIAL } role;

/** SHE of hon, henne, hennes; HE of han, honom, hans (not the name Hans); else NOBODY. */
int pronoun_at(const words *list, size_t i);

/** "Maja:", "Dotter:": who speaks is not spoken of. */
bool is_speakers_mark(const words *list, size_t i);

/** tolken, chauffören: somebody of a trade, whom one may know or not. */
bool is_by_trade(const words *list, size_t i);
/** katten, hunden */
bool is_animal(const words *list, size_t i);
/** tjejen, mannen: words for anybody, by sex. */
bool is_by_sex(const words *list, size_t i);

/** Anna, but not Nora where one lives. */
bool is_somebodys_name(const words *list, size_t i);

/** What the word says of a person it stands for or beside. */
role role_of_word(const words *list, size_t i);

/** "min son Ali", "samordnaren, Malin Hedman": of name @i, from what stands before it. */
role role_before(const words *list, size_t i);

/** "Carina som är föreståndare", "Gösta och jag": from what stands behind it. */
role role_behind(const words *list, size_t i);

/** "hur han hade varit, maken": of pronoun @i, which is @who. */
role role_said_after(const words *list, size_t i, int who);

/** May name @i be a man's? Hardly ever does his end in a, in Sweden. */
bool may_be_han(const words *list, size_t i);

#endif
