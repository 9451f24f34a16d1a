/**
 * What a study's own files say about its tables: how people were chosen, what the guide asked
 * about, the order of an attribute's values, and a typology.
 */
#ifndef LYHORD_STUDY_TABLES_H
#define LYHORD_STUDY_TABLES_H

#include <lyhord/disclosure/sample.h>
#include <lyhord/study/study.h>
#include <lyhord/tally/questions.h>
#include <lyhord/tally/typology.h>

/** `[study] sample` and `population` (0 unless it is a number), for the base of @tally. */
lyh_sample lyh_study_sample(const lyh_study *study, const lyh_tally *tally);

/** The guide as tables of questions want it. */
typedef struct lyh_study_guide lyh_study_guide;

/**
 * The questions of guide.csv with the codes that its column tema names (several: `|`). NULL, with an error,
 * when the study has no guide. Borrows @study. lyh_study_guide_free().
 */
lyh_study_guide *lyh_study_guide_new(const lyh_study *study, lyh_diags *diags,
                                     lyh_error *error);
/** NULL is fine. */
void lyh_study_guide_free(lyh_study_guide *guide);
/** Its questions, with @log for what was said; lent. */
lyh_tally_guide lyh_study_guide_with(const lyh_study_guide *guide,
                                     const lyh_statement_log *log);

/**
 * The values of @attribute in the order that `[order]` gives them (`ålder = 18–29 | 30–49 | 50–`), NULL-ended, g_strfreev();
 * NULL when it gives none. A key that is no attribute is warned of.
 */
char **lyh_study_order(const lyh_study *study, size_t attribute, lyh_diags *diags);

/** What `[typology]` declares. */
typedef struct lyh_study_typology lyh_study_typology;

/** Does lyhord.ini have a `[typology]`, right or wrong? */
bool lyh_study_has_typology(const lyh_study *study);

/**
 * `[typology]` of lyhord.ini:
 *
 *     [typology]
 *     title = Nivåer och grader
 *     rows = individnivå | verksamhetsnivå | systemnivå
 *     columns = medverkan | inflytande | makt
 *     individnivå + medverkan = Få berätta om sin situation
 *
 * NULL, with every mistake told, when there is none, or it names codes there are not. lyh_study_typology_free().
 */
lyh_study_typology *lyh_study_typology_new(const lyh_study *study, lyh_diags *diags,
                                           lyh_error *error);
/** NULL is fine. */
void lyh_study_typology_free(lyh_study_typology *typology);
/** Lent. */
const lyh_typology *lyh_study_typology_of(const lyh_study_typology *typology);

#endif
