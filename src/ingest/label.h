/**
 * The grammar of a speaker mark: a label, a colon, perhaps a dash, perhaps a time stamp.
 */
#ifndef LYHORD_INGEST_LABEL_H
#define LYHORD_INGEST_LABEL_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include <lyhord/corpus/document.h>

#include "stamps.h"

/* Characters. No mark seen is longer; a colon further in belongs to a sentence. */
#define LONGEST_LABEL 25

enum label_kind {
    LABEL_WORD, /* one of the words transcribers use: Intervjuare, Informant 3, ML */
    LABEL_CODE, /* one to three capitals, perhaps a number: X9 */
    LABEL_NAME  /* a capitalised word or two: a speaker only when the whole file says so */
};

struct label {
    enum label_kind kind;
    size_t start;  /* where the label begins: after a time stamp that stands before it */
    size_t size;   /* bytes of the label, the number included */
    size_t speech; /* bytes up to the speech: colon, dash, stamp and white space passed */
    lyh_role role; /* what the word proposes; UNKNOWN for names and other codes */
    bool is_bare;  /* no colon and no stamp: the label is all there is on its line */
    struct stamp stamp; /* @size 0: none beside the mark */
};

/* Labels that a memory holds. */
#define LABELS_REMEMBERED 4

/**
 * What was found of the labels met last: in an interview two or three take turns, so that each is
 * judged once. Empty when all of it is zero.
 */
struct label_memory {
    struct judged_label {
        char text[LONGEST_LABEL * 4]; /* in UTF-8 */
        size_t size;
        bool is_label;
        struct label label; /* kind, size and role alone */
    } labels[LABELS_REMEMBERED];
    size_t next; /* to be forgotten */
};

/**
 * Does @text, which has no white space before it, begin with something like a mark? The label
 * has a colon after it or a time stamp beside it, or stands alone on its line; alone with a
 * time, that needs no hours ("Maja   0:03").
 */
bool label_at(const char *text, size_t size, struct label *label);

/** The same for many lines of one file, with a memory that is theirs, or NULL. */
bool label_at_line(struct label_memory *memory, const char *text, size_t size,
                   struct label *label);

/** label_pass_dash() where no letter of ASCII stands at @offset. */
size_t label_pass_space_and_dash(const char *text, size_t size, size_t offset);

/**
 * The byte from @offset on where speech begins after a mark: white space and a dash passed, but
 * not the sign of "-5 grader". After most marks it begins at once.
 */
static inline size_t label_pass_dash(const char *text, size_t size, size_t offset)
{
    return offset < size && g_ascii_isalpha(text[offset])
               ? offset
               : label_pass_space_and_dash(text, size, offset);
}

/**
 * Does @text begin with a label of which the first @emphasis bytes, and nothing else, are bold
 * or italic? There no colon is needed.
 */
bool label_emphasised(const char *text, size_t size, size_t emphasis, struct label *label);

#endif
