/** What the files of this folder share about a tally. */
#ifndef LYHORD_TALLY_TALLY_PRIVATE_H
#define LYHORD_TALLY_TALLY_PRIVATE_H

#include <glib.h>

#include <lyhord/tally/tally.h>

#include "../coding/autoptr.h"
#include "../disclosure/autoptr.h"
#include "../table/autoptr.h"
#include "counters.h"

/** What is known of a respondent whatever they spoke about. */
typedef struct tally_person {
    size_t words; /* theirs; with all roles, those of their document too */
    /* of the base that the respondent stands for: 1 with a word of their own, 0 without one; the
     * persons of a cell of many answers (partial.h), of whom only their number is known */
    size_t people;
} tally_person;

struct lyh_tally {
    const lyh_codebook *codebook;
    const lyh_respondents *respondents;
    lyh_tally_options options;
    GArray *persons; /* tally_person, by respondent; as many as have been met */
    size_t nobodys_words;
    tally_counters *counters;
    /* by code: GArray of size_t, the code and all above it; NULL until asked */
    GPtrArray *lineages;
};

/** Persons of the base that @respondent stands for; 0 for who has not spoken. */
size_t tally_people(const lyh_tally *tally, size_t respondent);

/** What is known of @respondent, made when new; until another is. */
tally_person *tally_person_at(lyh_tally *tally, size_t respondent);

/**
 * Add what was counted elsewhere of a person, LYH_NONE of what is nobody's: words and figures add up, to have said a thing
 * does not.
 */
void tally_add_words(lyh_tally *tally, size_t respondent, const tally_person *more);
void tally_add_counter(lyh_tally *tally, size_t code, size_t respondent,
                       const tally_counter *more);

/** Who the respondents of a document are to a tally that does not count them one by one. */
typedef struct tally_others {
    const size_t *respondents; /* of the tally, by the document's */
    /* A hit: @respondent of the document said @measures (bits 1 << measure) of @code. */
    void (*hear)(void *user, size_t respondent, size_t code, unsigned measures);
    void *user;
} tally_others;

/** lyh_tally_add() of a document whose respondents are @others' (NULL: the tally's own). */
lyh_tally_added tally_add_others(lyh_tally *tally, const lyh_document *document,
                                 const lyh_tokens *tokens, const lyh_codings *codings,
                                 const tally_others *others);

/** The code itself and every code above it, each once. Lent. */
const GArray *tally_lineage(lyh_tally *tally, size_t code);

/** What one row of a table says. */
typedef struct tally_sum {
    size_t persons, hits, statements, words;
} tally_sum;

/** The plan of a release, and who of its persons is which respondent. */
struct lyh_tally_plan {
    const lyh_tally *tally;
    lyh_release *release;
    GArray *splits;    /* lyh_release_split */
    GArray *persons;   /* size_t: respondents of the base, by person of the release */
    GArray *person_of; /* size_t, by respondent; LYH_NONE for who is not in the base */
    /* respondents stand for several persons, of whom nothing more is known: counts alone are looked at */
    bool is_of_cells;
};

/** The people of a view, parted as they are printed: part 0 is everyone, then the groups. */
typedef struct tally_parts {
    const lyh_tally *tally;
    const lyh_tally_view *view;
    size_t count;   /* of parts */
    GArray *part;   /* size_t, by respondent: the smallest part they are in, or 0 */
    GArray *words;  /* size_t, by part: words spoken */
    bool is_hidden; /* the whole base is under the threshold */
    /* of cells of many answers, by code and whether it is of wishes: no group may be shown; else NULL */
    bool *tells;
    bool has_shared_groups; /* of them: there are groups of more than one cell */
} tally_parts;

void tally_parts_init(tally_parts *parts, const lyh_tally *tally,
                      const lyh_tally_view *view);
void tally_parts_clear(tally_parts *parts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(tally_parts, tally_parts_clear)

/** "Samtliga", or the printed group's name: of a pair both names. Lent. */
const char *tally_part_name(const tally_parts *parts, size_t part);
/** Persons in it. */
size_t tally_part_base(const tally_parts *parts, size_t part);
bool tally_part_is_merged(const tally_parts *parts, size_t part);
/** The larger part that @part is a group of; 0 is everyone, of whom no part is larger. */
size_t tally_part_within(const tally_parts *parts, size_t part);
/** Attributes that the parts are groups by: 0, 1 or 2. Column @index of them, and what stands there. Lent. */
size_t tally_part_columns(const tally_parts *parts);
const char *tally_part_attribute(const tally_parts *parts, size_t index);
const char *tally_part_cell(const tally_parts *parts, size_t part, size_t index);

/** Find out what groups of cells would tell, once the parts are known (partial_hide.c). */
void tally_cells_judge(tally_parts *parts);

/** Sum up @code: @sums has parts->count × LYH_MEASURE_COUNT places, part after part. */
void tally_parts_sum(const tally_parts *parts, size_t code, tally_sum *sums);

/**
 * Which parts' persons are hidden in the row of @code and @measure; true when a group is hidden for what it would tell. With @words (may be NULL), whose
 * statements, hits and words are.
 */
bool tally_parts_hide(const tally_parts *parts, size_t code, lyh_measure measure,
                      bool *hidden, bool *words);

/** What readers must know beside the figures: base, unit and notes of @table. */
void tally_label(const tally_parts *parts, lyh_measure measure, bool has_hidden,
                 lyh_table *table);

/**
 * Is there a shown part of fewer than ten persons of whom all said something critical, or, while
 * others did, none? A group so small is told of one by one.
 */
bool tally_tells_all(const tally_parts *parts, const tally_sum *sums, lyh_measure measure,
                     const bool *hidden);
/** Say so of @table, once. */
void tally_note_all(const tally_parts *parts, lyh_table *table);

#endif
