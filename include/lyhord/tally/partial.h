/**
 * Counting persons of whom there are too many to keep what each said: 10⁵ to 10⁷ short answers.
 *
 * Persons are parted into *cells*: those who have the same values of the attributes that groups are
 * shown by; without attributes everyone is one cell. Of each person only the id, the cell and which
 * measures of which codes they said are remembered while counting, so that a person counts once
 * however far apart their answers lie; what goes on is a number of persons, hits, statements and
 * words for each cell, code and measure. These are sums: partial results of different persons are
 * added, in any order, and the whole is shown as any tally is (lyh_partial_tally), under the same
 * rules about small groups.
 *
 * A partial result is written as JSON with `format = 1`. It holds no ids, but numbers of groups of any size,
 * one person's too, so it is material like the transcripts: what may be printed is decided after merging.
 *
 * Of transcripts a person may speak in several, and nobody knows whose they are before they are read. So the partial
 * result of transcripts (lyh_partial_of_tally) has a cell a person, under the person's id, and two parts may hold the same person.
 */
#ifndef LYHORD_TALLY_PARTIAL_H
#define LYHORD_TALLY_PARTIAL_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/output.h>
#include <lyhord/tally/tally.h>

typedef struct lyh_partial lyh_partial;

/** What of transcripts is counted beside persons. */
typedef struct lyh_partial_totals {
    size_t documents;
    size_t words, other_words; /* respondents', everyone else's */
    size_t counted, suggested; /* codings that count; of those, suggestions */
} lyh_partial_totals;

/** A file that was counted: equal when hash and size are. */
typedef struct lyh_partial_input {
    const char *name; /* without its folder */
    const char
        *sha256; /* 64 hexadecimal digits; "" of a transcript that another part counts */
    size_t size; /* bytes */
} lyh_partial_input;

/** What a partial result was counted with, and which part of the persons. Strings are borrowed. */
typedef struct lyh_partial_origin {
    const char *tool;     /* version */
    const char *codebook; /* SHA-256 of the file */
    const char
        *dictionary; /* SHA-256 of hunspell's files, or "" when they were not there */
    const char *respondents; /* SHA-256 of respondents.csv, or "" */
    const lyh_partial_input *inputs;
    size_t input_count;
    bool is_of_study;     /* of a study's transcripts, and not of loose files */
    size_t shard, shards; /* part @shard, from 1, of @shards; 1 of 1: everyone */
} lyh_partial_origin;

/**
 * Nothing counted yet. Borrows @codebook; @attributes are the names of what groups may be shown by.
 * Free with lyh_partial_free().
 */
lyh_partial *lyh_partial_new(const lyh_codebook *codebook, const lyh_tally_options *options,
                             const char *const *attributes, size_t attribute_count);
/** NULL is fine. */
void lyh_partial_free(lyh_partial *partial);

/** Who gives an answer. */
typedef struct lyh_partial_person {
    const char *id; /* @id_size bytes; NULL: somebody who gives this answer and no other */
    size_t id_size;
    const char *const *values; /* one an attribute; "" is unknown */
    size_t
        row; /* of the input, counted on from file to file: the order of values that people see */
} lyh_partial_person;

/**
 * The person @id (@size bytes) will be taken soon: what is known of them is fetched from memory
 * meanwhile. Taking is right without it, and slower.
 */
void lyh_partial_expect(lyh_partial *partial, const char *id, size_t size);

/**
 * The number of @person, for lyh_partial_add(); LYH_NONE when the same id came before with other
 * values: a person is in one group. Ids may take up to 32 GiB.
 */
size_t lyh_partial_take(lyh_partial *partial, const lyh_partial_person *person);

/**
 * Count @codings of @document, in which respondent i of a turn is @persons[i] (@count of them), a number
 * of lyh_partial_take(). What lyh_tally_add() does, for persons whose documents are many.
 */
void lyh_partial_add(lyh_partial *partial, const lyh_document *document,
                     const lyh_tokens *tokens, const lyh_codings *codings,
                     const size_t *persons, size_t count);
/** @answers more were read. */
void lyh_partial_add_answers(lyh_partial *partial, size_t answers);

size_t lyh_partial_answers(const lyh_partial *partial);

/**
 * What @tally has counted, for lyh_partial_merge() and lyh_partial_pour(): a cell for each of its respondents, and one for what is
 * nobody's. @attributes are columns of the respondents; @rows say, by respondent, where they are met: smaller is earlier, in all
 * parts of a whole. Borrows the codebook.
 */
lyh_partial *lyh_partial_of_tally(const lyh_tally *tally, const size_t *attributes,
                                  size_t attribute_count, const size_t *rows,
                                  const lyh_partial_totals *totals);
/** Is it such a one? */
bool lyh_partial_has_ids(const lyh_partial *partial);
const lyh_partial_totals *lyh_partial_totals_of(const lyh_partial *partial);

/**
 * Add all that such a one holds to @tally, whose codebook has its codes. @respondent_of gives the respondent with
 * an id, made when new; it is asked in the order of the rows.
 */
void lyh_partial_pour(const lyh_partial *partial, lyh_tally *tally,
                      size_t (*respondent_of)(void *user, const char *id, size_t row),
                      void *user);

/** Write it as JSON. False: @output has failed. */
bool lyh_partial_write(lyh_partial *partial, const lyh_partial_origin *origin,
                       lyh_output *output);

/**
 * Read what lyh_partial_write() wrote; @name is what messages call it. Everything is checked: sums
 * that no counting can give are refused. NULL: see @diags.
 */
lyh_partial *lyh_partial_read(const char *name, const char *bytes, size_t size,
                              lyh_diags *diags);
/** Of a partial result that was read; lent by it. */
const lyh_partial_origin *lyh_partial_origin_of(const lyh_partial *partial);
const lyh_tally_options *lyh_partial_options_of(const lyh_partial *partial);
const char *const *lyh_partial_attributes(const lyh_partial *partial, size_t *count);

/**
 * Do the two belong together: the same format, tool, codebook, dictionary, inputs, attributes and
 * options? False, with an error about @other that says what differs. Which parts they are is not asked.
 */
bool lyh_partial_fits(const lyh_partial *partial, const lyh_partial *other,
                      const char *name, lyh_diags *diags);

/** Was it counted with what @origin says, whatever part it is? False, with an error that says what differs. */
bool lyh_partial_is_of(const lyh_partial *partial, const lyh_partial_origin *origin,
                       lyh_diags *diags);

/** Add what @other counted, of other persons of the same whole; of transcripts, in other transcripts. */
void lyh_partial_merge(lyh_partial *partial, const lyh_partial *other);

/**
 * The whole as a tally whose respondents stand for the persons of a cell: it and its respondents are lent
 * by @partial, to which nothing is added afterwards. Only sums may be asked of it, nothing of a single
 * person. NULL: see @diags (values of an attribute that cannot be told apart are no error).
 */
const lyh_tally *lyh_partial_tally(lyh_partial *partial, lyh_diags *diags);
const lyh_respondents *lyh_partial_respondents(const lyh_partial *partial);

#endif
