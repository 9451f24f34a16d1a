/** Earlier codebooks that lie beside the one there is. Private to study. */
#ifndef LYHORD_STUDY_CODE_CHANGING_PRIVATE_H
#define LYHORD_STUDY_CODE_CHANGING_PRIVATE_H

#include <glib.h>

/** Their paths in @folder; g_strfreev(). They may hold people's words, and go with them. */
char **code_changing_copies(const char *folder);

#endif
