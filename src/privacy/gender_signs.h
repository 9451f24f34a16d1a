/**
 * What the words around hon, han and hen say of whom they mean.
 */
#ifndef LYHORD_PRIVACY_GENDER_SIGNS_H
#define LYHORD_PRIVACY_GENDER_SIGNS_H

#include "words.h"

/** "han eller hon", "hans eller hennes": nobody in particular. */
bool is_either(const words *list, size_t i);

/** "hon … hen då, som vi säger": who corrects themselves does it within a few words. */
bool is_hen_soon(const words *list, size_t i);

/** "säger hon. Hen, förlåt", "han, hen, ja", "hon eller hen alltså" */
bool is_taken_back(const words *list, size_t i);

/** "vad ska hon fatta? Men hen fattade" */
bool is_hen_next(const words *list, size_t i);

/** "Vi brukar säga hen om personalen": who was spoken of just now is one of them. */
bool is_reminder(const words *list, size_t i);

/** "Hen alltså.", "Hen, förlåt." */
bool is_whole_correction(const words *list, size_t i);

/** "hen hjälpte honom": two people. */
bool is_object_of_hen(const words *list, size_t i);

/** "Ebbas föräldrar", "Rönnbergs Bil": the name says whose. */
bool is_owner_before(const words *list, size_t i);

/** "sa: Gun-Marie, vad vill du", "hos Wallbergs": a name of no one who is told about. */
bool is_aside(const words *list, size_t i);

/** "hen sa på telefon att hon var ledsen" */
bool is_said_of_self(const words *list, size_t i);

/** Whom a sentence asks about. */
typedef enum asked { NO_QUESTION, OF_STAFF, OF_ELSE } asked;

/** "Hur var handläggarna?", "Vem hjälpte er?", "vi säger hen om personalen": of the sentence that begins
 * at @i; those who are named after OF_STAFF are officials. */
asked question_at(const words *list, size_t i);

/** "den sista, hon sa det. Hen skrattade": does the next sentence begin with hen, and nobody new stand between? */
bool is_hen_begun_next(const words *list, size_t i);

#endif
