/**
 * What people have decided about a study, and why: decisions.csv.
 *
 * One row a decision, `kind;target;value;who;reason;date`, in the order in which they were
 * made: of two about the same thing the later one holds. Only withdraw, purge, codebook merge, what is
 * released, and what is kept on the workbench's page write in it.
 *
 * | kind       | target                | value                                          |
 * |------------|-----------------------|------------------------------------------------|
 * | cell       | code.minus@group      | accepted: a merged none or all may be shown    |
 * | code       | old → new code        | merged, or renamed                             |
 * | duplicate  | the two passages      | kept, or which one                             |
 * | finding    | a privacy finding     | accepted, or open (again)                      |
 * | purge      | (empty)               | (empty): the material is destroyed             |
 * | release    | name of what was made | its splits and ids, or accepted (ledger.h)     |
 * | threshold  | (empty)               | persons a printed base holds at least          |
 * | withdrawal | a respondent's id     | (empty)                                        |
 */
#ifndef LYHORD_CODING_DECISIONS_H
#define LYHORD_CODING_DECISIONS_H

#include <stddef.h>

#include <lyhord/base/diags.h>
#include <lyhord/base/source.h>
#include <lyhord/stats/threshold.h>

/** A group of one is a person: no reason lowers the threshold further than this. */
#define LYH_LEAST_THRESHOLD 2

typedef struct lyh_decision {
    const char *kind, *target, *value, *who, *reason, *date; /* "" when empty */
    size_t line;                                             /* of the file, from 1 */
} lyh_decision;

typedef struct lyh_decisions lyh_decisions;

/**
 * Read decisions.csv; headings in English or Swedish (slag, mål, värde, vem, skäl, datum).
 * Errors: an empty kind; a threshold that is no whole number from LYH_LEAST_THRESHOLD on; a
 * threshold under LYH_THRESHOLD without a reason. A kind not in the list above is kept
 * and warned about. NULL when there are errors. Borrows nothing. Free with lyh_decisions_free().
 */
lyh_decisions *lyh_decisions_read(const lyh_source *source, lyh_diags *diags);
/** NULL is fine. */
void lyh_decisions_free(lyh_decisions *decisions);

size_t lyh_decisions_count(const lyh_decisions *decisions);
/** In the order of the file. Lent. */
const lyh_decision *lyh_decisions_at(const lyh_decisions *decisions, size_t index);

/** The latest decision of @kind about @target, or NULL. Lent. */
const lyh_decision *lyh_decisions_find(const lyh_decisions *decisions, const char *kind,
                                       const char *target);
/** Its value, or NULL when there is none. Lent. */
const char *lyh_decisions_value(const lyh_decisions *decisions, const char *kind,
                                const char *target);

/** The threshold that holds: the latest decided, else LYH_THRESHOLD. */
size_t lyh_decisions_threshold(const lyh_decisions *decisions);

#endif
