/** Inside the codebook: whether eyes can tell its colours apart. */
#ifndef LYHORD_CODEBOOK_COLOURS_H
#define LYHORD_CODEBOOK_COLOURS_H

#include <lyhord/codebook/codebook.h>

/** Warn of every code whose colour is too like that of a code before it (weakness.h). */
void colours_compare(const lyh_codebook *codebook, lyh_diags *diags);

#endif
