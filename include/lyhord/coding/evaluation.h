/**
 * How near suggestions come to what people coded: right, false and missed, code by code.
 *
 * A *unit* (a record of a gold file; a document, a turn or a sentence that somebody coded) has a
 * code or has it not. People have put a code on it when they labelled it so, or when an accepted or
 * manual coding covers some of it; suggestions have when there is any. What is in state quoted is
 * neither, and a child stands for its parents too.
 *
 * Measured are the codes that people used, and all codes without parent, for a suggestion of what people
 * never saw is a false alarm. A code under another that nobody used is not measured by itself:
 * people stayed above it, and its suggestions count for its parents.
 *
 * The polarity of a code that both see is right when each suggested + and - is among those people gave; where
 * only 0 is suggested, when 0 is.
 */
#ifndef LYHORD_CODING_EVALUATION_H
#define LYHORD_CODING_EVALUATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/codebook/codebook.h>
#include <lyhord/coding/codings_csv.h>
#include <lyhord/language/tokens.h>
#include <lyhord/stats/bootstrap.h>

typedef enum lyh_evaluation_unit {
    LYH_EVALUATE_DOCUMENT,
    LYH_EVALUATE_SENTENCE,
    LYH_EVALUATE_TURN,
    LYH_EVALUATION_UNITS
} lyh_evaluation_unit;

/** "document", "sentence", "turn": words of the command line. */
const char *lyh_evaluation_unit_name(lyh_evaluation_unit unit);

/** The bootstrap of the intervals: printed with them. */
#define LYH_EVALUATION_RESAMPLES 1000
#define LYH_EVALUATION_SEED UINT64_C(20110125)

typedef struct lyh_evaluation lyh_evaluation;

/** Borrows @codebook. Free with lyh_evaluation_free(). */
lyh_evaluation *lyh_evaluation_new(const lyh_codebook *codebook);
/** NULL is fine. */
void lyh_evaluation_free(lyh_evaluation *evaluation);

/** People used @code somewhere: say so of every code before the first unit is added. */
void lyh_evaluation_use(lyh_evaluation *evaluation, size_t code);
/** The same for all that people coded in @file; false when they coded nothing. */
bool lyh_evaluation_use_file(lyh_evaluation *evaluation, const lyh_codings_file *file);
/** Is it measured? After the last lyh_evaluation_use(). */
bool lyh_evaluation_measures(const lyh_evaluation *evaluation, size_t code);

/** What people say of a record: that it has @code. */
typedef struct lyh_label {
    size_t code;
    lyh_polarity polarity;
} lyh_label;

typedef enum lyh_fault_kind {
    LYH_FAULT_MISS,    /* people saw the code, suggestions did not */
    LYH_FAULT_FALSE,   /* the other way round */
    LYH_FAULT_POLARITY /* both saw it, with another polarity */
} lyh_fault_kind;

/** "miss", "false", "polarity": fixed words of the CSV format. */
const char *lyh_fault_kind_name(lyh_fault_kind kind);

/** A bit for each polarity: 1 << LYH_PLUS … */
typedef unsigned lyh_polarities;

/** A coding that is wrong, or missing; lent for the call. */
typedef struct lyh_fault {
    lyh_fault_kind kind;
    size_t code; /* the measured one: the coding's own, or above it */
    /* the suggestion; of a miss the person's coding, NULL where there are only labels */
    const lyh_coding *coding;
    lyh_polarities people, suggested; /* of the code in the whole unit */
} lyh_fault;

typedef void (*lyh_fault_visitor)(void *user, const lyh_fault *fault);

/**
 * Add a record, which people gave @count @labels and which has the codings @suggested. Units of the same
 * @cluster (any number) are drawn together by the bootstrap. @visitor (may be NULL) is told of every
 * fault, by code and then in the order of @suggested.
 */
void lyh_evaluation_add_record(lyh_evaluation *evaluation, size_t cluster,
                               const lyh_label *labels, size_t count,
                               const lyh_codings *suggested, lyh_fault_visitor visitor,
                               void *user);

/**
 * Add the units of @document, a cluster by itself. @people are the codings of its coders, of which
 * those that stand in a passage said before (lyh_repeat) are left out: no rule looks at it.
 */
void lyh_evaluation_add_document(lyh_evaluation *evaluation, size_t cluster,
                                 lyh_evaluation_unit unit, const lyh_document *document,
                                 const lyh_tokens *tokens, const lyh_codings *people,
                                 const lyh_codings *suggested, lyh_fault_visitor visitor,
                                 void *user);

/** What is said of a code, or of all. NAN where there is nothing to divide by. */
typedef struct lyh_measured {
    size_t tp, fp, fn; /* units: both, only suggested, only people's */
    double precision, recall, f1;
    lyh_interval interval; /* of f1, 95 % */
    double polarity;       /* share of tp whose polarity is right */
} lyh_measured;

/** Compute all that the functions below tell; no unit may be added after. */
void lyh_evaluation_measure(lyh_evaluation *evaluation);

lyh_measured lyh_evaluation_of(const lyh_evaluation *evaluation, size_t code);
/** All measured codes together: a unit counts once for each code it has. */
lyh_measured lyh_evaluation_micro(const lyh_evaluation *evaluation);
/** The mean of each figure over the codes that have it; tp, fp and fn are sums. */
lyh_measured lyh_evaluation_macro(const lyh_evaluation *evaluation);

size_t lyh_evaluation_cluster_count(const lyh_evaluation *evaluation);

#endif
