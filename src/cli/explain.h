/**
 * What the files of the command explain share: whose words a cell is made of, and why each counts or not.
 */
#ifndef LYHORD_CLI_EXPLAIN_H
#define LYHORD_CLI_EXPLAIN_H

#include "cell.h"

/** The persons a cell speaks of. */
typedef struct explain_people {
    const lyh_tally *tally;
    const lyh_respondents *respondents;
    const cli_cell *cell;
    size_t group;   /* printed, or LYH_NONE: by the value of the attribute, or everyone */
    bool is_hidden; /* no table prints this number: it points at somebody */
    lyh_tally_plan *plan; /* or NULL */
    lyh_tally_view view;
} explain_people;

/** False, after a diagnostic, when the attribute has no such value. Clear @people in either case. */
bool explain_people_init(explain_people *people, lyh_cli *cli, lyh_study *study,
                         const lyh_tally *tally, const cli_cell *cell);
void explain_people_clear(explain_people *people);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(explain_people, explain_people_clear)

/** Is @respondent one of those whose words may be in the cell? In the base, and of the group. */
bool explain_people_has(const explain_people *people, size_t respondent);

/** Why a coding counts in a cell, or not; in the order in which they are asked. */
typedef enum explain_why {
    EXPLAIN_DUPLICATE, /* its words stand in the material already */
    EXPLAIN_NOBODY,    /* of nobody in the base */
    EXPLAIN_REJECTED,
    EXPLAIN_SUGGESTED, /* and nobody has decided */
    EXPLAIN_QUOTED,
    EXPLAIN_UNCLEAR,
    EXPLAIN_OTHER,
    EXPLAIN_MEASURE, /* counted, but under another measure */
    EXPLAIN_COUNTED,
    EXPLAIN_NOTHING /* no coding at all: the person did not take it up */
} explain_why;

/** "duplicate", "nobody" … : fixed words of the CSV format. */
const char *explain_why_name(explain_why why);

/** Of a coding of the cell's code, or of one below it, by somebody of the group or by nobody. */
explain_why explain_coding(const explain_people *people, const lyh_coding *coding,
                           bool is_repeated, bool with_suggested);

/**
 * Hold the files of @study in @folder, and those beside it, against the manifest at @path: a row a file,
 * same, changed, new, missing or unknown. True when all are the same; false also when cli->error is set.
 */
bool explain_manifest(lyh_cli *cli, const lyh_study *study, const char *folder,
                      const char *path);

#endif
