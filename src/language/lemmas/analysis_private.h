/**
 * hunspell's analyses of a word, as the two halves of analysis share them: what hunspell says
 * (analysis.c), and what is made of it (analysis_lemmas.c).
 */
#ifndef LYHORD_LANGUAGE_ANALYSIS_PRIVATE_H
#define LYHORD_LANGUAGE_ANALYSIS_PRIVATE_H

#include <hunspell/hunspell.h>

#include "analysis.h"
#include "dictionary_paradigms.h"
#include "dictionary_words.h"

/** A word that hunspell has answered for; NULL: none yet. */
typedef struct lyh_asked {
    char *word;
    bool is_accepted;
} lyh_asked;

struct lyh_analysis {
    char *path;          /* of the dictionary, without ending */
    Hunhandle *hunspell; /* NULL until it is needed */
    lyh_dictionary_words
        *words; /* NULL: the dictionary is not of the kind that can be read so */
    lyh_paradigms *paradigms;
    lyh_forms *forms;
    lyh_asked asked[4]; /* the last ones */
    size_t next_asked;
};

/** One line of an analysis. */
typedef struct lyh_reading {
    char *lemma;
    size_t tail;       /* where the last part of a compound begins */
    bool is_inflected; /* an ending was taken off */
    bool is_compound;
    bool is_adjective;
} lyh_reading;

/** lyh_reading of @word, case-folded: as it is spelled, else as a name, else as an acronym. */
GArray *lyh_analysis_readings(lyh_analysis *analysis, const char *word);

/** Readings of a word that is only supposed: as it stands, since a name proves nothing of it. */
GArray *lyh_analysis_readings_as_spelled(lyh_analysis *analysis, const char *word);

/** Is @word, as it is spelled, an entry of the dictionary? */
bool lyh_analysis_is_entry(lyh_analysis *analysis, const char *word);

/** Is @word, with a capital first, an entry of the dictionary? */
bool lyh_analysis_enters_name(lyh_analysis *analysis, const char *word);

#endif
