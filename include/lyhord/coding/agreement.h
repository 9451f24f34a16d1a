/**
 * From the codings of several coders to how far they agree, code by code.
 *
 * A unit is a sentence or a turn of a respondent, a statement, or a document. A coder has put a
 * code on a unit when a coding of theirs of it, or of a code below it, covers some of the unit's
 * text; twice is no more than once. Codings that a person made or accepted are looked at, in
 * whatever state; what is rejected or only suggested is nobody's. The measures are those of
 * lyhord/stats/agreement.h, with documents as clusters.
 *
 * | unit      | is                                                                    |
 * |-----------|-----------------------------------------------------------------------|
 * | sentence  | of a respondent's turn; wholly in brackets or a repeat, it is none    |
 * | turn      | of a respondent, with at least one such sentence                      |
 * | statement | a longest stretch that codings cover, of any code and by any coder    |
 * | document  | all that is said in it                                                |
 */
#ifndef LYHORD_CODING_AGREEMENT_H
#define LYHORD_CODING_AGREEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/coding/codings_csv.h>
#include <lyhord/stats/agreement.h>

typedef enum lyh_agreement_unit {
    LYH_AGREE_DOCUMENT,
    LYH_AGREE_SENTENCE,
    LYH_AGREE_STATEMENT,
    LYH_AGREE_TURN,
    LYH_AGREE_UNITS
} lyh_agreement_unit;

/** "document", "sentence", "statement", "turn": fixed words of the CSV format. */
const char *lyh_agreement_unit_name(lyh_agreement_unit unit);

/** More coders than that is a mistake in the column coder. */
#define LYH_CODERS_MAX 64

/** The bootstrap of the interval: printed with it. */
#define LYH_AGREEMENT_RESAMPLES 1000
#define LYH_AGREEMENT_SEED UINT64_C(1)

typedef struct lyh_agreement lyh_agreement;

/** Borrows @codebook. Free with lyh_agreement_free(). */
lyh_agreement *lyh_agreement_new(const lyh_codebook *codebook, lyh_agreement_unit unit);
/** NULL is fine. */
void lyh_agreement_free(lyh_agreement *agreement);

/**
 * The codes that @count tables of codings name, as a codebook without parents: for codings that
 * stand alone. Every table must have a column code (its reader says if not). @source holds its
 * text: free both.
 */
lyh_codebook *lyh_agreement_codebook(const lyh_csv *const *tables, size_t count,
                                     lyh_source **source, lyh_diags *diags);

/**
 * Add a file of codings before any document: its coder is called @name, or, when its column coder
 * names several, each is a coder (one whom another file names so too is the same). False, with
 * diagnostics: a second file called @name; a row of a file with several coders that names none;
 * more than LYH_CODERS_MAX. Two files that name the same one person are warned about. Borrows @file.
 */
bool lyh_agreement_add_file(lyh_agreement *agreement, const lyh_codings_file *file,
                            const char *name, lyh_diags *diags);

size_t lyh_agreement_coder_count(const lyh_agreement *agreement);
/** Lent. */
const char *lyh_agreement_coder(const lyh_agreement *agreement, size_t coder);
/** Index of the coder called @name, or LYH_NONE. */
size_t lyh_agreement_find_coder(const lyh_agreement *agreement, const char *name);

/**
 * Add the units of @document and what every coder has put on them. @reads says for each coder
 * whether they have read it (NULL: everyone has); who has not, has no value there. False, with
 * diagnostics: codings that cannot be anchored, or by someone who is said not to have read it.
 */
bool lyh_agreement_add_document(lyh_agreement *agreement, const lyh_document *document,
                                const lyh_tokens *tokens, const bool *reads,
                                lyh_diags *diags);

/**
 * The same for a document without its text; the unit is a document or a statement. Statements take
 * start and end as the files have them: a row without them, or made on another text than the
 * first row that has a text_sha256, is an error.
 */
bool lyh_agreement_add_name(lyh_agreement *agreement, const char *document,
                            const bool *reads, lyh_diags *diags);

size_t lyh_agreement_document_count(const lyh_agreement *agreement);
/** Units of all documents; with @coded_only, those that somebody has put some code on. */
size_t lyh_agreement_unit_count(const lyh_agreement *agreement, bool coded_only);
/** Codings of @coder that were looked at. */
size_t lyh_agreement_codings(const lyh_agreement *agreement, size_t coder);
/** Documents that @coder is taken to have read, where they have coded nothing and another has. */
size_t lyh_agreement_silent(const lyh_agreement *agreement, size_t coder);

/** What is said of a code; a share is 0 to 1, and NAN what is not defined. */
typedef struct lyh_agreed {
    size_t units; /* that two coders or more have judged */
    double share, kappa, alpha;
    lyh_interval interval; /* of alpha, 95 % */
} lyh_agreed;

/** How far the coders agree on @code. No document may be added after. */
lyh_agreed lyh_agreement_of(lyh_agreement *agreement, size_t code, bool coded_only);

/** What a coder says of a unit and a code. */
typedef enum lyh_coder_says { LYH_NOT_CODED, LYH_CODED, LYH_NOT_READ } lyh_coder_says;

/** A unit and a code that coders differ about. */
typedef struct lyh_disagreement {
    size_t code;
    size_t turn; /* of the document, or LYH_NONE */
    /*
     * Of the unit; where that is a document, of the first passage somebody put the code on. Bytes
     * of its text, for a document without it the characters as its file has them, or LYH_NONE.
     */
    size_t start, end;
    const char *quote; /* of a document without its text, as the file has it; else NULL */
    const lyh_coder_says *says; /* of every coder */
} lyh_disagreement;

/**
 * Call @visitor for every disagreement of document @document (in the order they were added), by
 * place and code. Only codes that somebody put on the unit itself: that two then differ about
 * its parent says nothing more.
 */
void lyh_agreement_differences(const lyh_agreement *agreement, size_t document,
                               void (*visitor)(void *user,
                                               const lyh_disagreement *disagreement),
                               void *user);

#endif
