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

/**
 * Make the study folder @folder from template @name. A folder that already holds anything is
 * refused (CANNOT_CREATE with ENOTEMPTY): nothing of anybody's is ever overwritten. An unknown
 * @name is LYH_ERROR_NO_INPUT.
 */
bool lyh_template_make(const char *name, const char *folder, lyh_error *error);

#endif
