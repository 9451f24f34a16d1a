/** Sentences by bytes: people's codings are places in a text, not tokens. */
#ifndef LYHORD_CODING_SENTENCE_H
#define LYHORD_CODING_SENTENCE_H

#include <lyhord/language/tokens.h>

/**
 * Index of the sentence that holds byte @offset, or of the last one that begins before it; 0
 * when none does.
 */
size_t sentence_at(const lyh_tokens *tokens, size_t offset);

/** The same; it is quicker when @sentence holds it. */
size_t sentence_near(const lyh_tokens *tokens, size_t sentence, size_t offset);

/** Bytes from the first to the last token of sentence @sentence. */
void sentence_span(const lyh_tokens *tokens, size_t sentence, size_t *start, size_t *end);

#endif
