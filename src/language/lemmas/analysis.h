/**
 * Lemmas of regular words: hunspell's analysis, rebuilt, and the endings that it leaves out.
 */
#ifndef LYHORD_LANGUAGE_ANALYSIS_H
#define LYHORD_LANGUAGE_ANALYSIS_H

#include <stdbool.h>

#include <glib.h>

#include "forms.h"

typedef struct lyh_analysis lyh_analysis;

/** The dictionary at @path without ending; NULL when there is none. @forms is borrowed. */
lyh_analysis *lyh_analysis_new(const char *path, lyh_forms *forms);
/** NULL is fine. */
void lyh_analysis_free(lyh_analysis *analysis);

/**
 * Add the lemmas (char *) of @word, case-folded, to @lemmas, the likeliest first, each once. Nothing
 * is added only when there are some already.
 */
void lyh_analysis_lemmas(lyh_analysis *analysis, const char *word, GPtrArray *lemmas);

/** Does the dictionary take @word as it is spelled? */
bool lyh_analysis_accepts(lyh_analysis *analysis, const char *word);

/** Does the dictionary know @word, case-folded, as a name (Skoglund) or an acronym, and not as a word? */
bool lyh_analysis_is_name(lyh_analysis *analysis, const char *word);

/** Does @word, as it is spelled, stand in the dictionary as one word, not only as a compound? */
bool lyh_analysis_is_own(lyh_analysis *analysis, const char *word);

/** Add hunspell's lines (char *) about @word, as it is spelled, to @lines. */
void lyh_analysis_lines(lyh_analysis *analysis, const char *word, GPtrArray *lines);

#endif
