/**
 * Typed placeholders: `[ort]`, `[handläggare 1]`, `[datum: vår 2019]`.
 */
#ifndef LYHORD_PRIVACY_PLACEHOLDERS_H
#define LYHORD_PRIVACY_PLACEHOLDERS_H

#include <glib.h>

/**
 * Take out of @findings (in order) those that stand in a placeholder of @text. What is said
 * behind a colon is looked at still, but for flags: `[namn: Anna]` replaced nothing.
 */
void drop_placeholders(const char *text, size_t size, GArray *findings);

#endif
