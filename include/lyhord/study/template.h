/**
 * A new study from a template: the files a first day needs, to be edited by their owner.
 */
#ifndef LYHORD_STUDY_TEMPLATE_H
#define LYHORD_STUDY_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/error.h>

/** Names of the templates there are, in alphabetical order. */
size_t lyh_template_count(void);
const char *lyh_template_name(size_t index);

/** What a person says about the study when it begins; NULL or "" leaves the template's own words. */
typedef struct lyh_template_answers {
    const char *commissioner;
    const char *purge;    /* the day when the material is to be destroyed, "2027-12-31" */
    const char *research; /* "ja", "nej", "vet inte" */
} lyh_template_answers;

/** Is @text a day that there is, written as 2027-12-31? */
bool lyh_template_takes_day(const char *text);

/**
 * Make the study folder @folder from template @name, with @answers (may be NULL) in its
 * lyhord.ini, which is written last: without it the folder is no study. A folder that already
 * holds anything is refused (CANNOT_CREATE with ENOTEMPTY): nothing of anybody's is ever
 * overwritten. An unknown @name is LYH_ERROR_NO_INPUT. After a failure nothing of it remains.
 */
bool lyh_template_make(const char *name, const char *folder,
                       const lyh_template_answers *answers, lyh_error *error);

#endif
