/**
 * Marks: which lines begin a turn, whose it is, and which role that is likely to be.
 *
 * `I: -`, `IP3:`, `Informant:`, `Roland:`, `Talare 1 00:12:31`. A known word or a code of
 * capitals is taken at once; a name must begin at least two lines and take turns with another
 * mark, for a colon inside speech begins a line now and then too. Where no line begins with a
 * speaker's mark, dashes that take turns, numbered narratives and numbered or emphasised
 * questions are looked for. Roles are proposals; what people wrote in transcripts.csv goes
 * before them.
 */
#ifndef LYHORD_INGEST_MARKS_H
#define LYHORD_INGEST_MARKS_H

#include <lyhord/ingest/transcripts.h>

#include "lines.h"

enum mark_kind {
    MARK_SPEAKER,
    MARK_DASH,      /* "–" and "– 2" */
    MARK_HEADING,   /* "#" */
    MARK_QUESTION,  /* "*" */
    MARK_NARRATIVE, /* "3" or "Berättelse 3" */
    MARK_OWN,       /* "": text without a mark that is somebody's */
    MARK_NOBODY     /* text that is nobody's turn */
};

struct mark {
    char *label; /* as first written, without colon and dash */
    enum mark_kind kind;
    lyh_role role;
    lyh_certainty certainty;
    bool is_settled; /* people have said so */
    size_t turns;    /* lines that begin with it */
    size_t
        questions; /* of them, those whose turn holds a question mark, once they decide */
    size_t first;  /* line of the first */
};

/* Which mark a line begins with. */
struct line_mark {
    size_t mark;   /* index into marks->items, or LYH_NONE */
    size_t label;  /* bytes of the label and what stands before it; may be 0 */
    size_t speech; /* where the speech begins, in the lines' text */
    lyh_role role; /* of this turn alone, when it is not the mark's; else UNKNOWN */
    bool is_timed; /* the format or a stamp beside the mark says when the turn was said: */
    uint64_t from, to; /* in milliseconds; @to 0: its end is not known */
};

typedef struct mark_list {
    GArray *items;           /* struct mark */
    struct line_mark *lines; /* one a line */
    size_t count;            /* of the lines */
    size_t nobody;           /* the mark of text that is nobody's turn, or LYH_NONE */
    bool is_claimed;         /* transcripts.csv says whose text without a mark is */
    bool is_report;          /* no mark anywhere, and not one person's words either */
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

static inline const struct mark *marks_at(const mark_list *marks, size_t index)
{
    return &g_array_index(marks->items, struct mark, index);
}

static inline const struct line_mark *marks_of_line(const mark_list *marks, size_t line)
{
    return &marks->lines[line];
}

/** A new mark; its index. For the files that look for one kind of mark. */
size_t marks_add(mark_list *marks, enum mark_kind kind, const char *label, lyh_role role,
                 lyh_certainty certainty);
/** Line @line begins with mark @mark: @label bytes of label, the speech at byte @speech of the text. */
void marks_set(mark_list *marks, size_t line, size_t mark, size_t label, size_t speech);
/** From line @line on the text is nobody's turn, until the next mark. */
void marks_set_nobody(mark_list *marks, const line_list *lines, size_t line);

/** The line after @line that holds text and is no running head, or the number of lines. */
size_t marks_next_line(const line_list *lines, size_t line);
/** Does white space, or the format, part line @line from the text before it? */
bool marks_is_parted(const line_list *lines, size_t line);

#endif
