/**
 * variants.csv: spellings that a study's people write and no list knows. Private to study.
 *
 * `skrivs;betyder`, one row a spelling; several meanings stand in one cell with | between. Read by
 * every command that opens a study, written by people alone.
 */
#ifndef LYHORD_STUDY_VARIANTS_H
#define LYHORD_STUDY_VARIANTS_H

#include <lyhord/base/diags.h>
#include <lyhord/language/lexicon.h>

/**
 * Give @lexicon, which nothing has been asked of yet, the variants in the file @path; its words become
 * types of @vocabulary. Every mistake goes to @diags with its place; @error when the file cannot be read.
 */
void study_read_variants(const char *path, lyh_vocabulary *vocabulary, lyh_lexicon *lexicon,
                         lyh_diags *diags, lyh_error *error);

#endif
