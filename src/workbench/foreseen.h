/**
 * What a change of the codebook would do, as the page asked last: counted some interviews at a time, in the
 * asking and while nobody asks, so that no click waits for three hundred of them.
 *
 * A question stands until the next one, and until the codebook or the study is read anew. Where an
 * interview has changed it is counted from the beginning again. Whoever asks looks at the codebook's
 * version: this does not.
 */
#ifndef LYHORD_WORKBENCH_FORESEEN_H
#define LYHORD_WORKBENCH_FORESEEN_H

#include <lyhord/study/code_changing.h>
#include <lyhord/study/code_effect.h>

/* So long a request may take, in nanoseconds; an interview that is begun is counted to its end. */
#define FORESEEN_LONG ((uint64_t)20 * 1000 * 1000)

typedef struct foreseen_change {
    lyh_code_changing *planned; /* NULL: nobody asks */
    lyh_code_effect *effect;
    size_t question; /* its number, from 1; 0: nobody has asked yet */
} foreseen_change;

/** Ask what @planned would do, which is taken over in any case. False: @diags, @error. */
bool foreseen_ask(foreseen_change *foreseen, lyh_study *study, lyh_code_changing *planned,
                  lyh_diags *diags, lyh_error *error);
/**
 * Count until all is counted, or FORESEEN_LONG has passed by @clock since @begun, when the request came.
 * False: it cannot be (@diags, @error).
 */
bool foreseen_go_on(foreseen_change *foreseen, lyh_study *study, uint64_t begun,
                    lyh_clock clock, lyh_diags *diags, lyh_error *error);
/** Count one interview more. False: nobody asks, all are counted, or it cannot be. */
bool foreseen_next(foreseen_change *foreseen, lyh_diags *diags);
/** Is there an answer? */
bool foreseen_is_all(const foreseen_change *foreseen);
/** Nobody asks any more. */
void foreseen_forget(foreseen_change *foreseen);

#endif
