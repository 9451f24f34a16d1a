/**
 * What is worth a look by what stands around it, where no rule says so.
 */
#ifndef LYHORD_PRIVACY_DOUBTFUL_AROUND_H
#define LYHORD_PRIVACY_DOUBTFUL_AROUND_H

#include <glib.h>

#include "../surroundings.h"

/** Add a doubt for each word, or each row of words, that @is_taken says nothing holds and that weighs enough; fewer where
 * rules have @doubted many. */
void doubt_what_stands_around(surroundings *around, const bool *is_taken, size_t doubted,
                              GArray *findings);

#endif
