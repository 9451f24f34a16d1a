/**
 * The grammar of a speaker mark: a label, a colon, perhaps a dash.
 */
#ifndef LYHORD_INGEST_LABEL_H
#define LYHORD_INGEST_LABEL_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/corpus/document.h>

/* Characters. No mark seen is longer; a colon further in belongs to a sentence. */
#define LONGEST_LABEL 25

enum label_kind {
    LABEL_WORD, /* one of the words transcribers use: Intervjuare, Informant 3, ML */
    LABEL_CODE, /* one to three capitals, perhaps a number: X9 */
    LABEL_NAME  /* a capitalised word or two: a speaker only when the whole file says so */
};

struct label {
    enum label_kind kind;
    size_t size;   /* bytes of the label, the number included */
    size_t speech; /* bytes up to the speech: colon, dash and white space passed */
    lyh_role role; /* what the word proposes; UNKNOWN for names and other codes */
};

/** Does @text, which has no white space before it, begin with something like a mark? */
bool label_at(const char *text, size_t size, struct label *label);

#endif
