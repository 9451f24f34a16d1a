/**
 * Worlds: other ways for the persons to have spoken, of which a reader of the tables cannot tell that they
 * are not so. One that is found for one hidden group serves for all whose count it changes, for as
 * long as no figure is shown that it would change. Private to disclosure.
 */
#ifndef LYHORD_DISCLOSURE_WORLDS_H
#define LYHORD_DISCLOSURE_WORLDS_H

#include "family.h"

void worlds_free_one(void *world);

/** Is a world known that gives all numbers of persons shown now, and another count of @target? */
bool worlds_know(const code_family *family, const release_target *target, size_t index,
                 lyh_line line);

/**
 * Seek one (GLPK). Everybody may have said of all codes what any other person said, or that with the code
 * @index changed: so what is found is a world, and where nothing is found there may be one all the same.
 */
bool worlds_seek(code_family *family, const release_target *target, size_t index,
                 lyh_line line);

#endif
