/**
 * Speaker marks: which lines begin a turn, whose it is, and which role that is likely to be.
 *
 * `I: -`, `IP3:`, `Informant:`, `Roland:`. A known word or a code of capitals is taken at once; a
 * name must begin at least two lines and take turns with another mark, for a colon inside
 * speech begins a line now and then too. Roles are proposals; what people wrote in
 * transcripts.csv goes before them.
 */
#ifndef LYHORD_INGEST_MARKS_H
#define LYHORD_INGEST_MARKS_H

#include <lyhord/ingest/transcripts.h>

#include "lines.h"

struct mark {
    char *label; /* as first written, without colon and dash */
    lyh_role role;
    bool is_settled;  /* people have said so */
    size_t turns;     /* lines that begin with it */
    size_t questions; /* of them, those whose turn holds a question mark */
    size_t first;     /* line of the first */
};

/* Which mark a line begins with. */
struct line_mark {
    size_t mark;   /* index into marks->items, or LYH_NONE */
    size_t label;  /* bytes of the label, from the line's first */
    size_t speech; /* where the speech begins, in the lines' text */
};

typedef struct mark_list {
    GArray *items; /* struct mark */
    GArray *lines; /* struct line_mark, one a line */
} mark_list;

/**
 * Find the marks of @lines, give them roles and tell @diags what was only guessed or not known.
 * @transcripts may be NULL; @name is the document's.
 */
mark_list *marks_find(const line_list *lines, const char *path, const char *name,
                      const lyh_transcripts *transcripts, lyh_diags *diags);
/** NULL is fine. */
void marks_free(mark_list *marks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mark_list, marks_free)

const struct mark *marks_at(const mark_list *marks, size_t index);
const struct line_mark *marks_of_line(const mark_list *marks, size_t line);

#endif
