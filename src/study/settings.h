/** lyhord.ini: what a study says about itself. Private to study. */
#ifndef LYHORD_STUDY_SETTINGS_H
#define LYHORD_STUDY_SETTINGS_H

#include <stdbool.h>

#include <lyhord/base/diags.h>
#include <lyhord/corpus/scheme.h>

/** The version of the study format that this library reads and writes. */
#define STUDY_FORMAT 1

typedef struct study_settings study_settings;

/** Settings of a study without lyhord.ini: nothing is set. */
study_settings *settings_new(void);
/** Read lyhord.ini at @path. NULL when there are errors, or the machine fails (@error). */
study_settings *settings_read(const char *path, lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void settings_free(study_settings *settings);

/** The value of @key in @group, "" when it is not set. Lent. */
const char *settings_value(const study_settings *settings, const char *group,
                           const char *key);

/** The keys that @group has, in their order, NULL-ended; g_strfreev(). */
char **settings_keys(const study_settings *settings, const char *group);

/** `[groups] scheme`, or NULL when it is not set. Lent. */
const lyh_scheme *settings_scheme(const study_settings *settings);

/** The number of persons that @key of [study] says; 0 when it is not set. */
size_t settings_number(const study_settings *settings, const char *key);

/** Is @text a day that there is, written as 2027-12-31? */
bool settings_is_date(const char *text);

#endif
