/**
 * Numbers said in words: "femtiosju", "tre tusen fyrahundra".
 */
#ifndef LYHORD_PRIVACY_SAID_H
#define LYHORD_PRIVACY_SAID_H

#include <stdbool.h>

#include "words.h"

/** A number in words: words @first up to, not with, @next. */
typedef struct said_number {
    size_t next;
    unsigned long value;
    bool is_vague; /* "två tre hundra" */
} said_number;

/** May word @i be part of one? Answers for most words from their first letter. */
bool said_begins(const words *list, size_t i);

/** Read the number that begins at word @i; false when none does. */
bool said_read(const words *list, size_t i, said_number *number);

/** Value of word @i alone when it is one from 0 to 99, else -1. */
int said_small(const words *list, size_t i);

#endif
