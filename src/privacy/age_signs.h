/**
 * What stands around a number and says whether it is somebody's age.
 */
#ifndef LYHORD_PRIVACY_AGE_SIGNS_H
#define LYHORD_PRIVACY_AGE_SIGNS_H

#include "words.h"

/** Who may have an age: jag, hen, a name, somebody's mother, the children. */
bool age_is_subject(const words *list, size_t i);

/** Nothing that is counted follows: "är sju och", "är 19 nu", but not "är fem stycken". */
bool age_is_at_end(const words *list, size_t next);

/** "en kvinna på 76 i Hallsberg", "en grabb på nitton" */
bool age_is_person_of(const words *list, size_t i);

/** "tjugo minuter": what is counted stands at @next, and the number is no age. */
bool age_is_count_of(const words *list, size_t next);

/** "Hur gammal var du då? Femton.", of a number that may be one who is @is_grown "Och nu är du? Trettiotvå." */
bool age_is_answer(const words *list, size_t i, bool is_grown);

/** "Anna, 47, och", "Anna (47)", "pojken, sju, satt", "jag, 61, ensam" */
bool age_is_behind_name(const words *list, size_t i);

/** "alla säger Nicke. Trettisju.": is number @i a sentence behind one that names somebody? */
bool age_is_presented(const words *list, size_t i);

/** "kan inte ha varit mer än tjugotre", "var väl över femtio": the word before what bounds number @i. */
size_t age_verb_before(const words *list, size_t i);

/** "Läraren heter Kerstin. Snart pension, kanske sextifyra.": a guess about who was spoken of. */
bool age_is_guessed(const words *list, size_t i);

/** "Föddes i kammarn där. Trettiåtta.": a number by itself, and a birth in the sentence before. */
bool age_is_year_of_birth(const words *list, size_t i);

/** "den stora är nitton,", "långt över sjuttio,", "Hon, 67, bor": nothing is counted, and nothing else is told. */
bool age_is_uncounted(const words *list, size_t i);

/** "han var liten, fyra år" */
bool age_is_of_small_child(const words *list, size_t i);

/** "hon har tvillingar, två år.", of number @i before its unit */
bool age_is_of_children(const words *list, size_t i);

/** "en som är sextiosju": somebody without a name. */
bool age_is_someone(const words *list, size_t i);

#endif
