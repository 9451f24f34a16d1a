/**
 * The different words of a sentence, and words that interviewers say instead of a question of the guide.
 *
 * A cue is one word or more; it names its question when all of them stand in one sentence, in whatever order. Texts
 * are folded (lyh_text_fold()). Linear in the text, but for cues that have their longest word in common.
 */
#ifndef LYHORD_INGEST_GUIDE_CUES_H
#define LYHORD_INGEST_GUIDE_CUES_H

#include <stddef.h>

#include <glib.h>

/** The different words of folded text, a set that owns them. g_hash_table_unref(). */
GHashTable *guide_words(const char *text, size_t size);

typedef struct guide_cues guide_cues;

/** guide_cues_free(). */
guide_cues *guide_cues_new(void);
/** NULL is fine. */
void guide_cues_free(guide_cues *cues);
/** Cues of @question, as a cell has them: not folded, several separated by `|`, empty ones skipped. */
void guide_cues_add(guide_cues *cues, size_t question, const char *cell);
/** The question of the cue with the most words in any sentence of @text; LYH_NONE: none, or as many of two. */
size_t guide_cues_find(const guide_cues *cues, const char *text, size_t size);

#endif
