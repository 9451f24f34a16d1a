/** Inside the joining of codes: the cells of rules, with their references rewritten. */
#ifndef LYHORD_CODEBOOK_CODE_MERGE_PRIVATE_H
#define LYHORD_CODEBOOK_CODE_MERGE_PRIVATE_H

#include <glib.h>

#include <lyhord/base/csv_edit.h>
#include <lyhord/codebook/code_merge.h>

typedef struct code_merging {
    const lyh_codebook *book;
    const lyh_code_merge *merge;
    lyh_csv_edit *edit;
    lyh_diags *diags;
} code_merging;

/** Will @code be called something else than now? */
bool code_merge_moves(const code_merging *work, size_t code);

/**
 * The cell of rules in @field with references to what is joined leading to what it becomes. Of a
 * code that is joined itself, they are taken out. g_free(). Errors go to work->diags.
 */
char *code_merge_rules(const code_merging *work, size_t code, lyh_field field);

#endif
