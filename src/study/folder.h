/** What lies in a study's folder. Private to study. */
#ifndef LYHORD_STUDY_FOLDER_H
#define LYHORD_STUDY_FOLDER_H

#include <stdbool.h>

/** How the names of earlier codebooks begin (lyhord/study/code_changing.h). */
#define FOLDER_OLD_CODEBOOK "codebook.csv.bak-"

/** Is @name, of something right in a study's folder, one that the format or a template gives it? */
bool folder_is_own(const char *name);

#endif
