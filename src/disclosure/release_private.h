/** What the files of this folder share about a release. */
#ifndef LYHORD_DISCLOSURE_RELEASE_PRIVATE_H
#define LYHORD_DISCLOSURE_RELEASE_PRIVATE_H

#include <glib.h>

#include <lyhord/base/csv.h>
#include <lyhord/disclosure/release.h>

#include "autoptr.h"

#define NO_PART G_MAXSIZE

/* Some persons, parted: a row of a table is shown for all parts of a layer or hidden, but for parts that are opened. */
typedef struct release_layer {
    size_t first,
        second;    /* attributes; second LYH_NONE but for the groups within a group */
    size_t within; /* value group of the first, for these; else LYH_NONE */
    size_t time;
    size_t number;   /* of the layer */
    size_t count;    /* parts */
    size_t *of;      /* by person, NO_PART for those it is not about */
    size_t *sizes;   /* by part */
    bool *is_merged; /* by part */
    char **names;    /* by part; as printed, in full */
    lyh_grouping *grouping;
    unsigned char *hidden; /* by code: bits of lines whose persons are hidden */
    bool *opened; /* by code and part: the row is hidden, and may be shown for this part */
    unsigned char *hidden_words; /* by code: of lines whose statements, hits, words are */
} release_layer;

/* What a row of print is: a part of a layer. */
typedef struct release_part {
    size_t layer, part;
    size_t within; /* index of the part of print, or LYH_NONE */
    char *name, *second_name;
} release_part;

typedef struct release_split {
    GArray *parts; /* release_part */
    size_t *of;    /* by person */
    bool is_pair;
} release_split;

/* A group too small to be printed alone: nobody may work out its counts. */
typedef struct release_target {
    GArray *persons; /* size_t */
    bool *in;        /* by person */
    size_t number;
    size_t time; /* of the first split that makes it a group */
} release_target;

struct lyh_release {
    size_t persons, threshold, codes;
    GPtrArray *layers;  /* release_layer */
    GArray *splits;     /* release_split */
    GPtrArray *targets; /* release_target */
    bool is_unsure;
};

#define BIT(line) ((unsigned char)(1u << (line)))
#define ALL_LINES ((unsigned char)((1u << LYH_LINE_COUNT) - 1))
#define JUDGING                                                                            \
    ((unsigned char)(BIT(LYH_LINE_PLUS) | BIT(LYH_LINE_MINUS) | BIT(LYH_LINE_NEUTRAL)))
#define NOT_WISHES ((unsigned char)(JUDGING | BIT(LYH_LINE_ANY)))

/** Is @lines of @code, were it told at all, hidden of @part? */
static inline bool release_hides_part(const release_layer *layer, size_t part, size_t code,
                                      unsigned char lines)
{
    return (layer->hidden[code] & lines) && !layer->opened[code * layer->count + part];
}

/** The groups of a release, of which nothing is hidden yet; @codes rows or codes are told of each. */
lyh_release *release_planned(size_t persons, const size_t *weights,
                             const lyh_release_attribute *attributes,
                             const lyh_release_split *splits, size_t split_count,
                             size_t codes, size_t threshold, const lyh_catalog *catalog);
/** Hide what would make a hidden group's count derivable. */
void release_protect(lyh_release *release, const lyh_release_said *said);

#endif
