#include "sentence.h"

void sentence_span(const lyh_tokens *tokens, size_t sentence, size_t *start, size_t *end)
{
    const lyh_sentence *found = &lyh_tokens_sentences(tokens)[sentence];
    const lyh_token *all = lyh_tokens_all(tokens);
    *start = all[found->first].start;
    *end = all[found->end - 1].end;
}

size_t sentence_at(const lyh_tokens *tokens, size_t offset)
{
    const lyh_sentence *sentences = lyh_tokens_sentences(tokens);
    const lyh_token *all = lyh_tokens_all(tokens);
    size_t low = 0;
    size_t high = lyh_tokens_sentence_count(tokens);
    while (high > low + 1) {
        size_t middle = low + (high - low) / 2;
        if (all[sentences[middle].first].start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t sentence_near(const lyh_tokens *tokens, size_t sentence, size_t offset)
{
    size_t start, end;
    if (sentence >= lyh_tokens_sentence_count(tokens))
        return sentence_at(tokens, offset);
    sentence_span(tokens, sentence, &start, &end);
    return offset >= start && offset < end ? sentence : sentence_at(tokens, offset);
}
