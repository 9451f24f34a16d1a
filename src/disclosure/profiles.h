/**
 * Profiles: what somebody says of all codes of a family, in lines of one class. Those that persons have, and the
 * same with one code changed, are what anybody may have said in another world. Private to disclosure.
 */
#ifndef LYHORD_DISCLOSURE_PROFILES_H
#define LYHORD_DISCLOSURE_PROFILES_H

#include "family.h"

typedef struct profiles {
    const code_family *family;
    unsigned char lines; /* of the class, but for any */
    GPtrArray *all;      /* unsigned char *, by code */
    GHashTable *places;  /* GBytes -> number, from 1 */
    size_t *of;          /* by person */
    size_t common;       /* those that somebody has; then changed ones */
} profiles;

/** Of all persons, and those in which the code @index, and what must go with it, is said otherwise. */
profiles profiles_new(const code_family *family, size_t index, unsigned char lines);
void profiles_clear(profiles *some);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(profiles, profiles_clear)

/** The profile @number: its lines, by code. */
const unsigned char *profiles_at(const profiles *some, size_t number);

/** Has the profile @number @line of the code @index? And of no code right below it? */
bool profiles_say(const profiles *some, size_t number, size_t index, lyh_line line);
bool profiles_say_own(const profiles *some, size_t number, size_t index, lyh_line line);

#endif
