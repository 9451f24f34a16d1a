#include "tokens_private.h"

#include "scan.h"

/*
 * Sentence ends as Swedish is written: . ! ? … before a capital, a digit or a quotation;
 * line ends are evidence; the end of a turn always ends its sentence. All that is needed is in
 * the tokens' flags, so the text is not looked at again.
 */

/*
 * A line shorter than this without final punctuation, before a capital, stands for itself: a
 * heading, an item of a list, a speaker's line. Longer ones may be wrapped text in which a
 * name happens to come first on a line.
 */
enum { SHORT_LINE = 60 };

/* How many brackets, quotes and dashes are looked past for the word that follows. */
enum { LOOK_PAST = 8 };

enum { STARTS = LYH_SCAN_UPPER | LYH_SCAN_DIGIT | LYH_SCAN_QUOTE };

typedef struct turn_reader {
    const lyh_token *tokens;
    size_t end;   /* of the turn */
    size_t start; /* of the sentence under way */
    size_t line;  /* first token of the line under way */
    uint32_t turn;
    GArray *sentences;
} turn_reader;

static bool has(const turn_reader *reader, size_t token, uint32_t flag)
{
    return (reader->tokens[token].flags & flag) != 0;
}

static void close_sentence(turn_reader *reader, size_t end)
{
    lyh_sentence sentence = { (uint32_t)reader->start, (uint32_t)end, reader->turn, false };
    for (size_t i = end; i > reader->start && !has(reader, i - 1, LYH_TOKEN_WORD); i--)
        if (has(reader, i - 1, LYH_SCAN_QUESTION) && !has(reader, i - 1, LYH_TOKEN_ASIDE))
            sentence.is_question = true;
    g_array_append_val(reader->sentences, sentence);
    reader->start = end;
}

/* Past the stops, closing brackets and closing quotes that go with the stop before @at. */
static size_t past_closers(const turn_reader *reader, size_t at, bool *ellipsis)
{
    for (; at < reader->end; at++) {
        if (has(reader, at, LYH_SCAN_STOP) && !has(reader, at, LYH_SCAN_LINE))
            *ellipsis = *ellipsis && has(reader, at, LYH_SCAN_ELLIPSIS);
        else if (has(reader, at, LYH_TOKEN_ASIDE) ||
                 has(reader, at, LYH_TOKEN_AFTER_SPACE) ||
                 !has(reader, at, LYH_SCAN_CLOSE | LYH_SCAN_QUOTE))
            break;
    }
    return at;
}

/* Asides are nobody's: a stop and the capital it waits for may stand on either side of one. */
static size_t past_asides(const turn_reader *reader, size_t at)
{
    while (at < reader->end && has(reader, at, LYH_TOKEN_ASIDE))
        at++;
    return at;
}

/* Flags of the token at @at, or of the word behind the brackets and dashes that stand there. */
static uint32_t flags_of_next(const turn_reader *reader, size_t at)
{
    for (size_t i = 0; i < LOOK_PAST && at < reader->end; i++, at++) {
        uint32_t flags = reader->tokens[at].flags;
        if (flags & LYH_TOKEN_WORD ||
            !(flags & (LYH_SCAN_OPEN | LYH_SCAN_DASH | LYH_SCAN_QUOTE)))
            return flags;
        if (flags & LYH_SCAN_QUOTE && flags & LYH_TOKEN_AFTER_SPACE)
            return flags;
    }
    return 0;
}

/* "1." at the head of a sentence numbers it and does not end it. */
static bool is_numbering(const turn_reader *reader, size_t stop)
{
    return stop == reader->start + 1 && has(reader, reader->start, LYH_SCAN_DIGIT);
}

/* Where the sentence ends whose stop stands at @stop, or 0 when it goes on; @closed: past its closers. */
static size_t end_after_stop(const turn_reader *reader, size_t stop, size_t *closed)
{
    bool ellipsis = has(reader, stop, LYH_SCAN_ELLIPSIS);
    *closed = past_closers(reader, stop + 1, &ellipsis);
    size_t next = past_asides(reader, *closed);

    if (next >= reader->end)
        return 0;
    if (is_numbering(reader, stop) && !has(reader, next, LYH_SCAN_LINE))
        return 0;
    if (has(reader, next, LYH_SCAN_LINE))
        return next;
    uint32_t wanted = ellipsis ? (uint32_t)LYH_SCAN_UPPER : (uint32_t)STARTS;
    return flags_of_next(reader, next) & wanted ? next : 0;
}

static bool line_ends_sentence(const turn_reader *reader, size_t at)
{
    if (has(reader, at, LYH_SCAN_BLANK))
        return true;
    size_t length = reader->tokens[at - 1].end - reader->tokens[reader->line].start;
    uint32_t next = flags_of_next(reader, at);
    return length < SHORT_LINE && (next & STARTS || has(reader, at, LYH_SCAN_DASH));
}

void lyh_tokens_add_sentences(lyh_tokens *tokens, size_t first, uint32_t turn)
{
    turn_reader reader = { tokens->tokens, tokens->count, first,
                           first,          turn,          tokens->sentences };

    for (size_t i = first, next; i < reader.end; i = next) {
        next = i + 1;
        uint32_t flags = reader.tokens[i].flags;
        if (flags & LYH_SCAN_LINE) {
            if (i > reader.start && line_ends_sentence(&reader, i))
                close_sentence(&reader, i);
            reader.line = i;
        }
        if (flags & LYH_TOKEN_ASIDE)
            continue;
        size_t end = 0;
        if (flags & LYH_SCAN_STOP)
            end = end_after_stop(&reader, i, &next); /* a run of stops is judged once */
        else if (flags & LYH_SCAN_MAY_END && i + 1 < reader.end &&
                 has(&reader, i + 1, LYH_SCAN_UPPER))
            end = i + 1;
        if (end != 0)
            close_sentence(&reader, end);
    }
    if (reader.start < reader.end)
        close_sentence(&reader, reader.end);
}
