/**
 * One code of a study's codebook said otherwise while people are coding, and the way back.
 *
 * A change is made to a *version*: the SHA-256 of codebook.csv as whoever changes it has seen it. When
 * the file is another one by then, nothing is changed, and @error is LYH_ERROR_BUSY. What was there
 * is kept beside it as `codebook.csv.bak-X`, X being the beginning of the version that took its
 * place: so each version names the one before it, LYH_CODEBOOK_COPIES at most. decisions.csv says
 * who changed what, and when: `code;väntan;changed: definition + rules;…`. What people have coded
 * stays as it is. (Codes that become one, or are called otherwise: lyhord/study/code_merging.h.)
 */
#ifndef LYHORD_STUDY_CODE_CHANGING_H
#define LYHORD_STUDY_CODE_CHANGING_H

#include <lyhord/codebook/code_change.h>
#include <lyhord/codebook/difference.h>
#include <lyhord/study/code_merging.h>
#include <lyhord/study/study.h>

#define LYH_CODEBOOK_COPIES 10

/** The version of the study's codebook.csv as it lies on the disk now. False: @error. */
bool lyh_study_codebook_version(const lyh_study *study,
                                char version[LYH_CODEBOOK_VERSION_SIZE], lyh_error *error);
/** Is there a way back from @version? */
bool lyh_study_codebook_has_back(const lyh_study *study, const char *version);

typedef struct lyh_code_changing lyh_code_changing;

/**
 * Plan @change of @version. NULL: LYH_ERROR_BUSY, see above; LYH_ERROR_DATA, when what came out would be
 * no codebook: @diags have what `codebook check` would say of it, and @field (may be NULL) the cell
 * that the first mistake stands in, or LYH_FIELD_COUNT. What is weak in the code's row are warnings.
 * Free with lyh_code_changing_free().
 */
lyh_code_changing *lyh_code_changing_plan(lyh_study *study, const char *version,
                                          const lyh_code_change *change, lyh_field *field,
                                          lyh_diags *diags, lyh_error *error);
/**
 * Plan the way back from @version. Refused, with a diagnostic, when a code would go that @is_used says
 * somebody uses. NULL: see @diags and @error.
 */
lyh_code_changing *lyh_code_changing_plan_back(
    lyh_study *study, const char *version, bool (*is_used)(void *user, const char *code),
    void *user, lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void lyh_code_changing_free(lyh_code_changing *changing);

/** The version that it changes. Lent. */
const char *lyh_code_changing_version(const lyh_code_changing *changing);
/** The codebooks before and after, and what differs. Lent until the study reads its codebook again. */
const lyh_codebook *lyh_code_changing_before(const lyh_code_changing *changing);
const lyh_codebook *lyh_code_changing_after(const lyh_code_changing *changing);
const lyh_difference *lyh_code_changing_difference(const lyh_code_changing *changing);

/**
 * Make it, codebook.csv last; after a failure to write all stands as before. The study's own codebook is
 * the old one until lyh_study_reread_codebook(). False: see @diags and @error.
 */
bool lyh_code_changing_make(const lyh_code_changing *changing, const lyh_decider *decider,
                            lyh_diags *diags, lyh_error *error);

#endif
