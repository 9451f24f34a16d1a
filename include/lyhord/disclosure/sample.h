/**
 * How the persons of a study were chosen, and what that lets a table say of others than them.
 *
 * docs/architecture.md §6: an interval or a test is printed only where the persons were drawn at random
 * (`[study] sample = random`), and only for bases of 50 persons and more.
 */
#ifndef LYHORD_DISCLOSURE_SAMPLE_H
#define LYHORD_DISCLOSURE_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/base/diags.h>
#include <lyhord/base/error.h>
#include <lyhord/stats/interval.h>

/** How persons were chosen; a study that does not say so has volunteers. */
typedef enum lyh_sample_kind {
    LYH_SAMPLE_VOLUNTEERS,
    LYH_SAMPLE_PURPOSIVE,
    LYH_SAMPLE_CENSUS,
    LYH_SAMPLE_RANDOM
} lyh_sample_kind;

/** Plain data; { 0 } is volunteers. */
typedef struct lyh_sample {
    lyh_sample_kind kind;
    uint64_t population; /* persons they were drawn from; 0: not known */
    uint64_t persons;    /* drawn, and in the base */
} lyh_sample;

/** The kind called @name: "census", "purposive", "random"; volunteers for any other. */
lyh_sample_kind lyh_sample_kind_of(const char *name);

/**
 * The 95 % interval (Wilson 1927) of @having of @base persons of @sample, 0 to 1; both ends NAN
 * where none may be printed. @base is all persons of the sample, or a group of them: of a group the
 * population is not known, so it is taken to be as large a part of the population as the group is of the sample
 * (Cochran 1977, section 2.12).
 */
lyh_interval lyh_sample_interval(const lyh_sample *sample, size_t having, size_t base);

/**
 * May groups of these @sizes persons be tested against each other? When not, one error that says why
 * goes to @diags, and @error becomes LYH_ERROR_NOT_ALLOWED. False also for fewer than two groups.
 */
bool lyh_sample_lets_compare(const lyh_sample *sample, const size_t *sizes, size_t count,
                             lyh_diags *diags, lyh_error *error);

#endif
