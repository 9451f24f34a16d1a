/**
 * The text of a piece of answers: what lines, marks and paragraphs make of a transcript, for cells.
 */
#ifndef LYHORD_INGEST_ANSWERS_TEXT_H
#define LYHORD_INGEST_ANSWERS_TEXT_H

#include "paragraphs.h"

typedef struct answers_text answers_text;

answers_text *answers_text_new(void);
/** NULL is fine. */
void answers_text_free(answers_text *text);
/** Begin the next piece. */
void answers_text_clear(answers_text *text);

/**
 * Add the answer in @cell, which stands at @line and @column of its file, as the next turn: its lines are
 * paragraphs, but where a sentence goes on. False: there are no words in it.
 */
bool answers_text_add(answers_text *text, const char *cell, size_t size, size_t line,
                      size_t column);

/** Bytes so far. */
size_t answers_text_size(const answers_text *text);
/** The paragraphs (struct paragraph, start and end alone). Lent. */
GArray *answers_text_paragraphs(const answers_text *text);
/** The piece as a document, whose turn i is of respondent i; a place in it gives the file's line as its paragraph. */
lyh_document *answers_text_document(const answers_text *text, const char *name,
                                    const char *path);

/** Short texts of a piece, one behind the other, each zero-terminated. All zeros: none; g_free() @texts. */
typedef struct answers_kept {
    char *texts;
    size_t size, room;
} answers_kept;

/**
 * Where @text stands among @kept from here on, and its size in @clean: ids and values are compared as they are
 * everywhere, in NFC.
 */
size_t answers_keep(answers_kept *kept, const char *text, size_t size, size_t *clean);

#endif
