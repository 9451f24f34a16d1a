/** What the files that make up an agreement share. Private to coding. */
#ifndef LYHORD_CODING_AGREEMENT_PRIVATE_H
#define LYHORD_CODING_AGREEMENT_PRIVATE_H

#include <glib.h>

#include <lyhord/coding/agreement.h>

/** A file of codings, and whose they are. */
typedef struct agreement_file {
    const lyh_codings_file *file;
    size_t coder;       /* LYH_NONE: each row says whose it is */
    const char *stated; /* the one name in its column coder, or "" */
} agreement_file;

/** A unit of a document; turn, start and end are LYH_NONE where it is the document. */
typedef struct agreement_unit {
    size_t document, turn, start, end;
} agreement_unit;

/** A coder has put a code on a unit: with the coding's place and, without a text, its quote. */
typedef struct agreement_mark {
    size_t unit, code, coder;
    size_t turn, start, end;
    const char *quote;
} agreement_mark;

struct lyh_agreement {
    const lyh_codebook *codebook;
    lyh_agreement_unit unit;
    GArray *files;        /* agreement_file */
    GPtrArray *coders;    /* char * */
    GHashTable *coder_of; /* name (owned by coders) -> index + 1 */
    GArray *units;        /* agreement_unit, by document */
    GArray *marks;        /* agreement_mark, by document, unit, code, place */
    GArray *first_marks;  /* size_t: of each document */
    GArray *reads;        /* bool: documents × coders */
    GArray *codings;      /* size_t: documents × coders */
    /* made when the first code is asked for */
    GPtrArray *
        marks_of; /* by code: GArray of size_t, its marks and those of codes below; or NULL */
    bool *is_coded; /* by unit: by anyone, with any code */
};

/** The coder of a row of @file whose column coder says @name, or LYH_NONE. */
size_t agreement_coder_of(const lyh_agreement *agreement, const agreement_file *file,
                          const char *name);

/** Did a person make or accept it? */
bool agreement_is_a_coding(const lyh_coding *coding);

/** The number for @document and @coder among agreement->codings. Lent. */
size_t *agreement_codings_of(const lyh_agreement *agreement, size_t document, size_t coder);

/** Has @coder read @document? */
bool agreement_reads(const lyh_agreement *agreement, size_t document, size_t coder);

#endif
