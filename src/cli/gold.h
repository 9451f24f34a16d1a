/**
 * What the files of `evaluate GOLD` share: the gold, of records or of a person's codings, and how
 * what was measured is written.
 */
#ifndef LYHORD_CLI_GOLD_H
#define LYHORD_CLI_GOLD_H

#include <lyhord/coding/evaluation.h>
#include <lyhord/coding/gold.h>

#include "../base/autoptr.h"
#include "../codebook/autoptr.h"
#include "../coding/autoptr.h"
#include "../corpus/autoptr.h"
#include "../language/autoptr.h"
#include "rows.h"

/** Which records count, by the last digit of their id. */
typedef enum gold_half { GOLD_ALL, GOLD_ODD, GOLD_EVEN } gold_half;

typedef struct gold_work {
    lyh_cli *cli;
    const char *path; /* of the gold */
    gold_half half;
    lyh_evaluation_unit unit; /* of a person's codings */
    bool is_of_records;       /* else of a person's codings */

    lyh_study *study;
    bool is_of_a_study;           /* and not of loose files */
    const lyh_codebook *codebook; /* the study's */
    lyh_evaluation *evaluation;
    cli_rows *rows; /* of faults; NULL: the table of scores is asked for */

    size_t measured;  /* records, or documents */
    const char *name; /* of the record or document at hand */
    const char *said; /* a record's words, as searched */
    const lyh_document *document;
} gold_work;

/** Measure against records, or against codings; false when something was wrong and has been said. */
bool gold_measure_records(gold_work *work, const lyh_gold *gold);
bool gold_measure_codings(gold_work *work, const lyh_codings_file *file);

/**
 * Does the half asked for hold what is called @name? A name without a digit is in neither: an
 * error at @place.
 */
bool gold_takes(const gold_work *work, const char *name, lyh_place place);

/** Begin rows of faults. NULL: cli->error is set. */
cli_rows *gold_rows_new(lyh_cli *cli);
/** A lyh_fault_visitor whose user is a gold_work: writes a row, where rows are asked for. */
void gold_row_write(void *user, const lyh_fault *fault);

/** Compute the scores and write them. False when they may not leave, or cannot be written. */
bool gold_table_write(const gold_work *work);

#endif
