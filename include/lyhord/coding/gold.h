/**
 * A gold file: passages that people have labelled with themes, against which suggestions are measured.
 *
 * One JSON object a line (jsonlines.org), a *record*. What is read of it; other keys are welcome:
 *
 * | key           | is                                                                      |
 * |---------------|-------------------------------------------------------------------------|
 * | id            | its name, in no other record                                            |
 * | text          | what was said; not needed where there are turns                         |
 * | turns         | [{"speaker": "I", "text": "…"}, …]: a dialogue                          |
 * | labels        | [{"theme": "respekt", "polarity": "+"}, …]; empty: none of the themes   |
 * | respondent    | who it is, or null                                                      |
 * | seed          | the collection it comes from                                            |
 * | dialogue_file | the interview it comes from, or null                                    |
 * | dup_group     | alike in records that say the same thing twice, or null                 |
 *
 * Records of one respondent of one seed, of one dialogue_file or of one dup_group are not independent of
 * each other: they make one *cluster*.
 */
#ifndef LYHORD_CODING_GOLD_H
#define LYHORD_CODING_GOLD_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/diags.h>
#include <lyhord/base/source.h>
#include <lyhord/coding/coding.h>

/** A record is a passage of an interview, at most a whole one: a longer line is an error. */
#define LYH_GOLD_LINE_MAX ((size_t)1 << 20)

typedef struct lyh_gold_turn {
    const char *speaker, *text; /* the speaker "" where nobody said */
} lyh_gold_turn;

typedef struct lyh_gold_label {
    size_t theme; /* of the file */
    lyh_polarity polarity;
} lyh_gold_label;

/** Strings are NFC, and lent by the file. */
typedef struct lyh_gold_record {
    const char *id;
    const char *text;       /* "" when there is none */
    const char *respondent; /* "" when nobody said */
    const lyh_gold_turn *turns;
    size_t turn_count;
    const lyh_gold_label *labels;
    size_t label_count;
    size_t cluster; /* from 0 */
    size_t line;    /* from 1 */
} lyh_gold_record;

typedef struct lyh_gold lyh_gold;

/** Do the first bytes of a file look like a gold file, and not like a table? */
bool lyh_gold_looks_like(const lyh_bytes *bytes);

/**
 * Read a gold file. Errors, all in one run: a line that is no JSON object (where it breaks off), that holds
 * a key twice or is longer than LYH_GOLD_LINE_MAX; a key that is missing or of the wrong kind; a record with neither text
 * nor turns; an id twice, with both lines; a polarity that is none of + - 0; no records at all. Blank
 * lines are passed over. NULL when there are errors. Borrows @source. Free with lyh_gold_free().
 */
lyh_gold *lyh_gold_read(const lyh_source *source, lyh_diags *diags);
/** NULL is fine. */
void lyh_gold_free(lyh_gold *gold);

size_t lyh_gold_count(const lyh_gold *gold);
/** In the order of the file. Lent. */
const lyh_gold_record *lyh_gold_at(const lyh_gold *gold, size_t index);
/** The place of record @index's line, for diagnostics. */
lyh_place lyh_gold_place(const lyh_gold *gold, size_t index);

/** Distinct themes, in order of first meeting. Lent. */
size_t lyh_gold_theme_count(const lyh_gold *gold);
const char *lyh_gold_theme(const lyh_gold *gold, size_t theme);

#endif
