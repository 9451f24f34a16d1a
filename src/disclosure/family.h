/**
 * A family of codes: those that hang together as parents and children. What is told of one may tell
 * of another of the family, and of no other code. Private to disclosure.
 */
#ifndef LYHORD_DISCLOSURE_FAMILY_H
#define LYHORD_DISCLOSURE_FAMILY_H

#include "release_private.h"

typedef struct family_code {
    size_t code;          /* in the codebook */
    unsigned char *lines; /* by person: bits of PLUS, MINUS, NEUTRAL, WISH */
    size_t totals[LYH_LINE_COUNT];
    size_t both;                /* persons of plus and minus */
    size_t own[LYH_LINE_COUNT]; /* hits of no code below it; LYH_NONE: nobody can tell */
    GArray *parents, *children; /* size_t, in the family */
} family_code;

typedef struct code_family {
    lyh_release *release;
    const lyh_release_said *said;
    GPtrArray *codes; /* family_code */
    size_t now;       /* layers of later times are not out yet */
    size_t *kin; /* by person: who is never parted by a layer of now has the same number */
    GPtrArray *with_kin;  /* by that number: GArray of size_t, the persons */
    GPtrArray *worlds;    /* found so far, see worlds.h */
    struct quest *quest;  /* the last one, see quest.h */
    unsigned char *blame; /* by layer and code: lines that a count was seen to be told by */
    bool is_blamed;       /* is that known? */
    double tried;         /* what seeking has cost, see family_may_try() */
} code_family;

/** Of codes that know each other above and below, the family of each; numbers from 0, by code. g_free(). */
size_t *family_numbers(const lyh_release_said *said, size_t *count);

/** The family number @number. Free with code_family_free(). */
code_family *code_family_new(lyh_release *release, const lyh_release_said *said,
                             const size_t *numbers, size_t number);
void code_family_free(code_family *family);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(code_family, code_family_free)

/** Go on to the layers of @now. */
void code_family_begin(code_family *family, size_t now);

const family_code *family_code_at(const code_family *family, size_t index);

/** The place in the family of @code of the codebook, which is in it. */
size_t family_index_of(const code_family *family, size_t code);

/** Did @person say @line of the code @index of the family? */
bool family_said(const code_family *family, size_t index, size_t person, lyh_line line);
/** Any as a bit of its own beside those of @lines. */
unsigned char family_with_any(unsigned char lines);

/** Lines of the code @index that @layer shows: of persons, and of statements, hits and words. */
unsigned char family_shows(const code_family *family, const release_layer *layer,
                           size_t index);
unsigned char family_shows_words(const code_family *family, const release_layer *layer,
                                 size_t index);

/** A count has been seen to be told: by what is not known yet, then by @lines of the code @index in @layer too. */
void family_blame_nothing(code_family *family);
void family_blame(code_family *family, const release_layer *layer, size_t index,
                  unsigned char lines);
/** What is blamed now, NULL when that is not known, to be set again; g_free(). */
unsigned char *family_take_blame(const code_family *family);
void family_set_blame(code_family *family, const unsigned char *blame);
/** Could hiding this be of any use against it? */
bool family_is_blamed(const code_family *family, const release_layer *layer, size_t index,
                      unsigned char lines);

/** How many of part @part of @layer said @line of the code @index. */
size_t family_count(const code_family *family, const release_layer *layer, size_t part,
                    size_t index, lyh_line line);

/**
 * Is there another way for the persons to have spoken that gives every table that is shown, words
 * included, and another count of @target? Sought are two persons who could have said each other's
 * lines: what is found holds whatever a reader knows, what is not found may be all the same.
 */
bool family_has_witness(const code_family *family, const release_target *target,
                        size_t index, lyh_line line);

/**
 * Is there another count of @target, while all that was said of other codes stands? Only the numbers of
 * persons that are shown are kept, not words. What is found holds; what is not may be all the same.
 */
bool family_is_open(const code_family *family, const release_target *target, size_t index,
                    lyh_line line);

/**
 * May one more world be sought? A release has so much to spend; then only what is cheap is tried, and more is
 * hidden than must be.
 */
bool family_may_try(const code_family *family);

/**
 * Is the count of @target derivable from the numbers of persons that are shown? Taken to be known are
 * everyone's hits too, and how many said both good and bad: other tables have these, or may have.
 */
lyh_derivable family_derivable(const code_family *family, const release_target *target,
                               size_t index, lyh_line line);

#endif
