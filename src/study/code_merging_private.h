/** What the files of the joining of codes share. Private to study. */
#ifndef LYHORD_STUDY_CODE_MERGING_PRIVATE_H
#define LYHORD_STUDY_CODE_MERGING_PRIVATE_H

#include <lyhord/study/code_merging.h>

#include "changes.h"
#include "rows.h"
#include "study_private.h"

struct lyh_code_merging {
    lyh_study *study;
    const lyh_code_merge *merge;
    study_changes *changes;
    lyh_table *table;
    char *who, *at; /* of the events in study.db */
    GArray *events; /* lyh_event, for study.db; strings are lent by the rest */
};

/** What of what: how many before and after. @what is a msgid. */
void code_merging_tell(const lyh_code_merging *merging, const char *what, const char *name,
                       size_t before, size_t after);

/** The code that @name names, when it is one of those that become one; else LYH_NONE. */
size_t code_merging_code(const lyh_code_merging *merging, const char *name);

/** Plan the change of the codings file @path. False: see @diags and @error. */
bool code_merging_codings(const lyh_code_merging *merging, const char *path,
                          lyh_diags *diags, lyh_error *error);

/** Note who decides, and when, for the journal. */
void code_merging_take_decider(lyh_code_merging *merging, const lyh_decider *decider);

/** Plan the events of study.db, where there is one. False: see @diags and @error. */
bool code_merging_store(lyh_code_merging *merging, lyh_diags *diags, lyh_error *error);

/** @list ("a | b") with the new names, each once; NULL when it stays as it is. g_free(). */
char *code_merging_list(const lyh_code_merging *merging, const char *list);

/** Plan the change of the typology in lyhord.ini. False: see @error. */
bool code_merging_settings(const lyh_code_merging *merging, lyh_error *error);

/**
 * Change the rows of @decisions about figures that somebody let be shown: of a code that is only called otherwise
 * they go along; of one whose persons may be others now they lapse.
 */
void code_merging_figures(const lyh_code_merging *merging, table_file *decisions);

#endif
