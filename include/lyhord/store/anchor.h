/**
 * Codings whose text has changed: found again, or reported; never shifted without a word.
 *
 * Nothing is written here. What a person decides about a coding that moved or is lost is an event: a
 * RECODE with the new place, or an UNCODE; until then the coding stands in the journal as it was.
 */
#ifndef LYHORD_STORE_ANCHOR_H
#define LYHORD_STORE_ANCHOR_H

#include <lyhord/corpus/document.h>
#include <lyhord/store/journal.h>

/**
 * The place of code points @start to @end in @document, with its words, what stands around them in the
 * text, the turn and the text's hash; the respondent is the caller's to fill. @words gets
 * what quote, before and after are lent from: free().
 */
lyh_text_place lyh_text_place_at(const lyh_document *document, size_t start, size_t end,
                                 char **words);
/** The same, said by @respondent ("": nobody), with each of its strings as @keep hands it back. */
lyh_text_place lyh_text_place_kept(const lyh_document *document, size_t start, size_t end,
                                   const char *respondent,
                                   const char *(*keep)(void *user, const char *text),
                                   void *user);

typedef enum lyh_anchor_fate {
    LYH_ANCHOR_KEPT, /* the same text; or the same words with the same around them, at the same place */
    LYH_ANCHOR_MOVED, /* they stand elsewhere, or something else stands around them */
    LYH_ANCHOR_LOST   /* no respondent says them */
} lyh_anchor_fate;

typedef struct lyh_anchoring {
    size_t coding; /* index in the list of codings */
    lyh_anchor_fate fate;
    /* where it is: of a lost one, where it was. Its strings are lent by the anchorings (of a
       lost or an untouched one by the codings) */
    lyh_text_place place;
    size_t
        places; /* where the words stand in the new text: a person has to look when above 1 */
    bool is_told; /* of several places, what stood around the words tells which */
} lyh_anchoring;

typedef struct lyh_anchorings lyh_anchorings;

/**
 * Look for those of @codings that are of @document (by its name) in its text: words that stand once are
 * found; of several places the one with most of the same around it, and where that does not tell, the one
 * nearest to where the coding was. In the order of @codings, from which it borrows. Free with
 * lyh_anchorings_free().
 */
lyh_anchorings *lyh_anchorings_new(const lyh_stored_codings *codings,
                                   const lyh_document *document);
/** NULL is fine. */
void lyh_anchorings_free(lyh_anchorings *anchorings);
size_t lyh_anchorings_count(const lyh_anchorings *anchorings);
const lyh_anchoring *lyh_anchorings_at(const lyh_anchorings *anchorings, size_t index);

#endif
