/**
 * What is on its way out of a study: a study's reports/ is for handing over.
 */
#ifndef LYHORD_CLI_OUTGOING_H
#define LYHORD_CLI_OUTGOING_H

#include <stdbool.h>

/** Does, or would, @path lie in the reports/ of a study, or below it? Links are followed. */
bool outgoing_is(const char *path);

#endif
