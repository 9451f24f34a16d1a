/** Inside the codebook: whether eyes can tell its colours apart. */
#ifndef LYHORD_CODEBOOK_COLOURS_H
#define LYHORD_CODEBOOK_COLOURS_H

#include <lyhord/codebook/codebook.h>

/**
 * Warn of every code whose colour is too like that of a code before it (weakness.h), where one of the
 * two is @only; LYH_NONE: of all.
 */
void colours_compare(const lyh_codebook *codebook, size_t only, lyh_diags *diags);

#endif
