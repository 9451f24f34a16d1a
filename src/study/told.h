/**
 * Words of transcripts that could turn out to be names (lyh_study_scan_told()), found by their look alone.
 *
 * Whether they are names costs a scan of every transcript, and the dictionary. A table of twelve codes holds none of
 * them, and that is soon seen. Private to study.
 */
#ifndef LYHORD_STUDY_TOLD_H
#define LYHORD_STUDY_TOLD_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>
#include <sys/stat.h>

#include <lyhord/corpus/document.h>

/** A name that one transcript tells the others has at least so many bytes. */
enum { TOLD_SHORTEST = 4 };

/** "heter Nasjmija": behind a word or a comma and a space a capital at @start is the writer's word for a name. */
bool told_is_inside_sentence(const char *text, size_t start);

typedef struct told_words told_words;

told_words *told_words_new(void);
/** NULL is fine. */
void told_words_free(told_words *words);

/**
 * Every stretch of @text that may be told as a name: it begins with a capital inside a sentence, holds neither space nor
 * line end, and ends where a word may end for anybody.
 */
void told_words_add(told_words *words, const char *text, size_t size);

/**
 * May the scan meet one of them in @text? When it says no, a scanner that knows all of them as names finds in @text what
 * one that knows none finds: each is looked up by words of @text, or parts of them, in small letters.
 */
bool told_words_may_be_in(const told_words *words, const char *text, size_t size);

/** Those of all transcripts that were read, and as what file each was: who has read them all need not do it again. */
typedef struct told_transcripts told_transcripts;

told_transcripts *told_transcripts_new(void);
/** NULL is fine. */
void told_transcripts_free(told_transcripts *told);

/** @document is what @path held when it was as @file says. Of what is there already nothing is read again. */
void told_transcripts_add(told_transcripts *told, const char *path, const struct stat *file,
                          const lyh_document *document);
/** Was @path read as it is? */
bool told_transcripts_have(const told_transcripts *told, const char *path);
/** Lent. What a transcript held before it was changed is among them. */
const told_words *told_transcripts_words(const told_transcripts *told);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(told_words, told_words_free)

#endif
