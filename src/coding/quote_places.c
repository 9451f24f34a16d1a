#include <lyhord/coding/quote_places.h>

#include "matching/passage.h"

size_t lyh_quote_places(const lyh_document *document, const char *quote,
                        lyh_quote_place *places, size_t most)
{
    const char *text = lyh_document_text(document);
    size_t count = 0;
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        passage found = { turn->start, turn->start };
        while (turn->role == LYH_ROLE_RESPONDENT && count < most &&
               passage_find(text, found.end, turn->end, quote, &found))
            places[count++] = (lyh_quote_place){ found.start, found.end, i };
    }
    return count;
}
