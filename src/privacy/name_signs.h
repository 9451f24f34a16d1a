/**
 * What stands around a word and says whether it is somebody's name.
 */
#ifndef LYHORD_PRIVACY_NAME_SIGNS_H
#define LYHORD_PRIVACY_NAME_SIGNS_H

#include "words.h"

/** What people do and stones do not: "Ewa ringde", but not "Tom var den". */
bool is_followed_by_deed(const words *list, size_t i);

/** May word @i, which begins a sentence and is a word of Swedish too, be the name it was elsewhere? */
bool goes_on_as_name(const words *list, size_t i);

/** "Linn och hampa", "August eller september": what begins with a capital is a word like the next. */
bool is_one_of_two_words(const words *list, size_t i);

/** "(reserv: Viola)": behind a colon inside a line, and nothing behind it. */
bool is_listed_behind_colon(const words *list, size_t i);

/** "Pinge kallad", "Lotta säger vi", "Bamse, det är hunden", "Nasteho heter hon". */
bool is_named_behind(const words *list, size_t i);

/** "/V", "//Anna": who wrote it. */
bool is_signature(const words *list, size_t i);

/** "al-Jabiri": a small word, and a name behind its hyphen. */
bool has_small_particle(const words *list, size_t i);

/** "hej vilda": who is written to. */
bool is_greeted(const words *list, size_t i);

/** "lex Sarah", "Sankta Lucia": named after somebody everybody knows. */
bool is_of_law_or_saint(const words *list, size_t i);

/** "Linda in det", "Sanna mina ord": a verb that asks for something, and a name too. */
bool is_told_to(const words *list, size_t i);

/** "sjunger hela Fritiof och Carmencita": what is sung is a song. */
bool is_sung(const words *list, size_t i);

/** "Kim. Hen kommer på måndag": all of a sentence, and the next says who does what. */
bool is_answer(const words *list, size_t i);

/** "vi kallar henne Blomman" */
bool is_called_so(const words *list, size_t i);

/** K-G, P-O: two capitals and a hyphen. */
bool is_two_initials(const words *list, size_t i);

/** "vem är din handläggare? göran.": all behind a speaker, written small, no word. */
bool is_all_of_answer(const words *list, size_t i);

/** "doktor hägglöf", "advokat skoglund": written small behind who somebody is. */
bool is_titled_small(const words *list, size_t i);

/** "en pojke som hette Sol", "hon heter Monday": whatever else has that name. */
bool is_known_and_named(const words *list, size_t i);

/** -sson, -qvist, -ović: an ending that hardly any word but a family name has. */
bool has_family_ending(const words *list, size_t i);

/** "hej det är jenny", written small as in chats: who it is stands behind "är". */
bool is_presented(const words *list, size_t i);

#endif
