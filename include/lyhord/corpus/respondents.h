/**
 * The people who were interviewed, and their attributes: respondents.csv.
 *
 * The first column is the id, every other an attribute (a grouping). Ids are compared in NFC
 * and trimmed, case and all; two that differ only in case are warned about.
 */
#ifndef LYHORD_CORPUS_RESPONDENTS_H
#define LYHORD_CORPUS_RESPONDENTS_H

#include <stddef.h>

#include <lyhord/base/csv.h>
#include <lyhord/corpus/scheme.h>

typedef struct lyh_respondents lyh_respondents;

/** An id as it is compared and kept: NFC, without white space at its ends. free(). */
char *lyh_id_clean(const char *text);

/**
 * Nobody yet; for studies without respondents.csv, where documents bring their own ids. @scheme
 * (borrowed, or NULL) gives whoever is added their attributes.
 */
lyh_respondents *lyh_respondents_new(const lyh_scheme *scheme);
/**
 * Read respondents.csv. Errors: an id twice (naming both lines), an empty id, an id with `/`,
 * `\`, a control character or a leading dot (ids become file names). Warnings: an empty
 * attribute, ids that differ only in case, values of an attribute that differ only in case or
 * space. NULL when there are errors. Free with lyh_respondents_free().
 *
 * What @scheme (borrowed, or NULL) says of an id fills in attributes that the file lacks and
 * cells that it leaves empty, in the file's own word where another of that code has one (A as
 * "A-stad"). Warned about: one code that the file gives two words.
 */
lyh_respondents *lyh_respondents_read(const lyh_source *source, const lyh_scheme *scheme,
                                      lyh_diags *diags);
/** NULL is fine. */
void lyh_respondents_free(lyh_respondents *respondents);

/** The respondent with @id, added when new (with empty attributes but for the scheme's). */
size_t lyh_respondents_add(lyh_respondents *respondents, const char *id);

size_t lyh_respondents_count(const lyh_respondents *respondents);
const char *lyh_respondents_id(const lyh_respondents *respondents, size_t index);
/** Index of the respondent with @id, or LYH_NONE. */
size_t lyh_respondents_find(const lyh_respondents *respondents, const char *id);

size_t lyh_respondents_attribute_count(const lyh_respondents *respondents);
const char *lyh_respondents_attribute(const lyh_respondents *respondents, size_t attribute);
/** Index of the attribute called @name (case-folded), or LYH_NONE. */
size_t lyh_respondents_find_attribute(const lyh_respondents *respondents, const char *name);
/** The value of an attribute of a respondent; "" when unknown. */
const char *lyh_respondents_value(const lyh_respondents *respondents, size_t index,
                                  size_t attribute);

#endif
