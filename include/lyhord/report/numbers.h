/**
 * Numbers that a report tells in words, held against what its tables print.
 *
 * "7 av 12" in a sentence, a figure's title or its text in words must be a number that a table of the
 * report prints, of what the sentence names: the label of a row right before the number, else the
 * labels in the same sentence (an alternative of one word is none: "Bra" is an everyday word), else
 * the heading it stands under when that is one; where nothing is named, any table's (what people
 * typed is left alone then). Counts in a column
 * beside their total are "7 of 12" too. What no table of the report prints, though it may be printed (a response
 * rate, the number of a part of a theme), the caller knows from elsewhere. Words of the verbal scale before a
 * number must be that number's. A per cent is held against what its sentence names, when it names
 * something. "Nio av tolv" with letters is looked at where what is named has numbers of so many. A single
 * count ("9 beskrev …") is looked at in the program's own paragraphs below a heading that is a label: it is a
 * count or a base that is printed of it. Notes under tables are read as sentences are; quotes are not looked at.
 * A figure must have a finding.
 */
#ifndef LYHORD_REPORT_NUMBERS_H
#define LYHORD_REPORT_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/report/report.h>

typedef enum lyh_unfounded_kind {
    LYH_UNFOUNDED_NUMBER,  /* nothing prints it, of what is named */
    LYH_UNFOUNDED_WORDS,   /* "de flesta" before a number that is not most */
    LYH_UNFOUNDED_FINDING, /* a figure without one */
} lyh_unfounded_kind;

typedef struct lyh_unfounded {
    lyh_unfounded_kind kind;
    size_t block;  /* index in the report */
    bool is_typed; /* it stands in what people wrote (lyh_report_typed()) */
    char *text;    /* "7 av 12"; the figure's title */
} lyh_unfounded;

/** @count of @base, of what is called @label; NULL: of anything. */
typedef struct lyh_known_count {
    const char *label;
    size_t count;
    size_t base;
} lyh_known_count;

/** All of it in @report, in its order. lyh_unfounded_free(). */
lyh_unfounded *lyh_report_unfounded(const lyh_report *report, const lyh_known_count *known,
                                    size_t known_count, size_t *count);
/** NULL is fine. */
void lyh_unfounded_free(lyh_unfounded *faults, size_t count);

#endif
