/** One way to count positions, and what it makes of a project's selections. Private to store. */
#ifndef LYHORD_STORE_REFI_HYPOTHESES_H
#define LYHORD_STORE_REFI_HYPOTHESES_H

#include <glib.h>

#include <lyhord/store/refi_positions.h>

typedef struct hypothesis {
    bool is_utf16, crlf_is_one, counts_bom, is_inclusive;
    /* of text in the XML: LF counts as the CRLF it was before a parser saw it */
    bool is_last_resort;
    GArray *spans;    /* lyh_refi_span by selection */
    GByteArray *fits; /* by selection: 1 when its words are there */
    size_t fitting, impossible;
} hypothesis;

/** All that @told allows, the default first; spans made. */
void hypotheses_add(GPtrArray *hypotheses, const lyh_refi *project, const char *told);
bool hypotheses_know(const char *told);
void hypothesis_free(hypothesis *old);

/** "points,crlf2,nobom,exclusive". g_free(). */
char *hypothesis_words(const hypothesis *one);
/** Do both give the selections that are marked in @coded the same spans? */
bool hypothesis_is_same(const hypothesis *one, const hypothesis *other,
                        const GByteArray *coded);
/** How well the selection's words fit its place: 0 not at all; the greater the better. */
unsigned hypothesis_fit(const hypothesis *one, const lyh_refi *project, size_t selection);
void hypothesis_add_fit(hypothesis *one, size_t selection);

#endif
