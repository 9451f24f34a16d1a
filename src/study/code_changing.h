/** Versions of the codebook, and earlier ones that lie beside it. Private to study. */
#ifndef LYHORD_STUDY_CODE_CHANGING_PRIVATE_H
#define LYHORD_STUDY_CODE_CHANGING_PRIVATE_H

#include <glib.h>

#include <lyhord/base/source.h>
#include <lyhord/study/study.h>

/** The version of a codebook whose file holds @bytes. */
void code_changing_version_of(const lyh_bytes *bytes,
                              char version[LYH_CODEBOOK_VERSION_SIZE]);

/** Their paths in @folder; g_strfreev(). They may hold people's words, and go with them. */
char **code_changing_copies(const char *folder);

#endif
