/**
 * Labels that lines begin with, before it is known which of them are speaker marks.
 */
#ifndef LYHORD_INGEST_CANDIDATES_H
#define LYHORD_INGEST_CANDIDATES_H

#include <lyhord/base/csv.h>

#include "label.h"
#include "lines.h"

/* A label somewhere in the file, in all its ways of writing. */
struct candidate {
    char *label; /* as first written */
    enum label_kind kind;
    lyh_role role;
    bool is_given; /* the format itself says that it is a mark */
    size_t lines;
    size_t bare;    /* of them, those with nothing else on the line, not even a colon */
    size_t changes; /* lines whose neighbour among the candidates is another label */
    size_t first;   /* line */
};

/* What a line begins with, and others that begin alike. */
struct line_label {
    size_t candidate;   /* index */
    struct label label; /* positions from the line's first byte that is no white space */
};

typedef struct candidate_list {
    GArray *items;  /* struct candidate */
    GArray *labels; /* struct line_label */
    size_t *lines;  /* of each line, index into the labels, or LYH_NONE */
    size_t count;   /* of the lines */
} candidate_list;

/** Headings, running heads and lines that the format knows to be speech have no labels. */
candidate_list *candidates_find(const line_list *lines);
/** NULL is fine. */
void candidates_free(candidate_list *candidates);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(candidate_list, candidates_free)

static inline struct candidate *candidates_at(const candidate_list *candidates,
                                              size_t index)
{
    return &g_array_index(candidates->items, struct candidate, index);
}

/** What line @line begins with, or NULL. */
static inline const struct line_label *candidates_of_line(const candidate_list *candidates,
                                                          size_t line)
{
    size_t index = candidates->lines[line];
    return index == LYH_NONE ? NULL
                             : &g_array_index(candidates->labels, struct line_label, index);
}

/**
 * Is it a mark by itself? A known word and a code of capitals are; a name must begin at least
 * two lines and take turns with another label; a known word that never has a colon must take
 * turns too, and a name that mostly has none must do so always, or begin three lines.
 */
bool candidate_is_mark(const struct candidate *candidate);

#endif
