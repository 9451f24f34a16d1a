/**
 * What is known of how a study was done, beside its counts: for the method chapter and the checklists.
 *
 * Only what stands in the study's files. Who interviewed, or whether coders worked apart, no file says.
 */
#ifndef LYHORD_CLI_FACTS_H
#define LYHORD_CLI_FACTS_H

#include "agree.h"

/** Fields of the codebook that coders read (MacQueen et al. 1998), and how many codes have each. */
typedef struct fact_codebook {
    size_t codes, with_definition, with_when, with_when_not, with_example, with_rules;
    size_t used; /* by a coding that counts, or by one of a code below it */
} fact_codebook;

/** The codings of the set that is counted. */
typedef struct fact_codings {
    char *set;      /* "gemensam"; "" when nobody has coded */
    bool is_common; /* what the coders decided together */
    size_t counted;
    size_t by_people, from_rules, from_model; /* of those: made, or accepted, by somebody */
    size_t open; /* of those: suggestions nobody decided about */
    size_t rejected, wishes, quoted, unclear, other;
    size_t repeats, repeated_words; /* passages that stand in the material already */
} fact_codings;

/** How far the coders' own files agree, sentence by sentence. */
typedef struct fact_agreement {
    agree_coders files;
    lyh_agreement *agreement; /* NULL: it was not measured */
    size_t silent; /* documents a coder has nothing in and another has; of all coders */
    lyh_agreed *agreed; /* a code each; NULL when it was not measured */
} fact_agreement;

/** The transcripts. */
typedef struct fact_material {
    size_t questions;       /* of the guide */
    size_t listened;        /* transcripts in which a co-listener speaks */
    size_t several;         /* persons with more than one transcript */
    size_t words_in_middle; /* median of the persons' words */
} fact_material;

typedef struct cli_facts {
    fact_codebook codebook;
    fact_codings codings;
    fact_agreement agreement;
    fact_material material;
} cli_facts;

/**
 * Gather the facts of @study in @folder with one walk. Codings of coders that
 * cannot be compared are left out, with a warning. False: cli->error is set. Clear in either case.
 */
bool facts_init(cli_facts *facts, lyh_cli *cli, lyh_study *study, const char *folder,
                bool with_suggested);
void facts_clear(cli_facts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cli_facts, facts_clear)

#endif
