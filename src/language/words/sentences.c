#include "tokens_private.h"

#include "scan.h"

/*
 * Sentence ends as Swedish is written: . ! ? … before a capital, a digit or a quotation, and a
 * colon before a whole sentence; as it is said and typed, where a stop ends what is said though
 * no capital follows; line ends are evidence; the end of a turn always ends its sentence. All
 * that is needed is in the tokens' flags, so the text is not looked at again.
 */

/*
 * A line shorter than this without final punctuation, before a capital, stands for itself: a
 * heading, an item of a list, a speaker's line. Longer ones may be wrapped text in which a
 * name happens to come first on a line.
 */
enum { SHORT_LINE = 60 };

/* How many brackets, quotes and dashes are looked past for the word that follows. */
enum { LOOK_PAST = 8 };

/* "sa handläggaren till mig på telefon:" is looked through for who says it. */
enum { WORDS_FROM_SAYING = 6 };

/* A clause stands before a colon that begins a sentence; one or two words are a label. */
enum { WORDS_BEFORE_COLON = 3 };

/* "te? kaffe? saft?" is one question, of words that are each no sentence. */
enum { WORDS_OF_CHOICE = 3 };

enum { STARTS = LYH_SCAN_UPPER | LYH_SCAN_DIGIT | LYH_SCAN_QUOTE };

typedef struct turn_reader {
    const lyh_token *tokens;
    size_t end;   /* of the turn */
    size_t start; /* of the sentence under way */
    size_t line;  /* first token of the line under way */
    uint32_t turn;
    lyh_tokens *list; /* to which sentences are added */
} turn_reader;

static bool has(const turn_reader *reader, size_t token, uint32_t flag)
{
    return (reader->tokens[token].flags & flag) != 0;
}

static void add_sentence(lyh_tokens *tokens, const lyh_sentence *sentence)
{
    if (tokens->sentence_count == tokens->sentence_room) {
        tokens->sentence_room = MAX(tokens->sentence_room * 2, 256);
        tokens->sentences = g_renew(lyh_sentence, tokens->sentences, tokens->sentence_room);
    }
    tokens->sentences[tokens->sentence_count++] = *sentence;
}

static void close_sentence(turn_reader *reader, size_t end)
{
    lyh_sentence sentence = { (uint32_t)reader->start, (uint32_t)end, reader->turn, false };
    for (size_t i = end; i > reader->start && !has(reader, i - 1, LYH_TOKEN_WORD); i--)
        if (has(reader, i - 1, LYH_SCAN_QUESTION) && !has(reader, i - 1, LYH_TOKEN_ASIDE))
            sentence.is_question = true;
    add_sentence(reader->list, &sentence);
    reader->start = end;
}

/* Asides are nobody's: a stop and the capital it waits for may stand on either side of one. */
static size_t past_asides(const turn_reader *reader, size_t at)
{
    while (at < reader->end && has(reader, at, LYH_TOKEN_ASIDE))
        at++;
    return at;
}

/* What stands between a sentence's last word and the next sentence's first. */
typedef struct ending {
    size_t stop;      /* the first stop */
    size_t closed;    /* past all stops, and the closing brackets and quotes with them */
    size_t next;      /* past asides, too */
    uint32_t stops;   /* the flags of all stops */
    bool is_ellipsis; /* every stop is one */
    bool has_closer;
} ending;

/* "… i tal.7 Senare": a note's number right behind the stop goes with the sentence. */
static bool is_note_sign(const turn_reader *reader, size_t at)
{
    return has(reader, at, LYH_SCAN_DIGIT) && !has(reader, at, LYH_TOKEN_AFTER_SPACE) &&
           at + 1 < reader->end && has(reader, at + 1, LYH_TOKEN_AFTER_SPACE) &&
           has(reader, at + 1, STARTS | LYH_SCAN_LINE);
}

/* "… i tal. 7", and below it the note, "7. Se …": the same number twice. */
static bool is_note_number(const turn_reader *reader, size_t at)
{
    return at + 2 < reader->end && has(reader, at, LYH_SCAN_DIGIT) &&
           has(reader, at + 1, LYH_SCAN_DIGIT) &&
           reader->tokens[at].type == reader->tokens[at + 1].type &&
           has(reader, at + 2, LYH_SCAN_PERIOD) &&
           !has(reader, at + 2, LYH_TOKEN_AFTER_SPACE);
}

/* Past the stops, closing brackets and closing quotes that go with the stop at @stop. */
static ending ending_at(const turn_reader *reader, size_t stop)
{
    ending found = { .stop = stop, .stops = reader->tokens[stop].flags };
    size_t at = stop + 1;
    found.is_ellipsis = has(reader, stop, LYH_SCAN_ELLIPSIS);
    for (; at < reader->end; at++) {
        uint32_t flags = reader->tokens[at].flags;
        if (flags & LYH_SCAN_STOP && !(flags & LYH_SCAN_LINE)) {
            found.is_ellipsis &= (flags & LYH_SCAN_ELLIPSIS) != 0;
            found.stops |= flags;
        } else if (flags & (LYH_TOKEN_ASIDE | LYH_TOKEN_AFTER_SPACE) ||
                   !(flags & (LYH_SCAN_CLOSE | LYH_SCAN_QUOTE))) {
            break;
        } else {
            found.has_closer = true;
        }
    }
    if (at < reader->end && (is_note_sign(reader, at) || is_note_number(reader, at)))
        at++;
    found.closed = at;
    found.next = past_asides(reader, at);
    return found;
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

/* A few words and a ? after the ? before @at. */
static bool is_choice(const turn_reader *reader, size_t at)
{
    size_t words = 0;
    for (size_t i = 0; i < LOOK_PAST && at < reader->end; i++, at++) {
        if (has(reader, at, LYH_SCAN_QUESTION))
            return true;
        words += has(reader, at, LYH_TOKEN_WORD);
        if (words > WORDS_OF_CHOICE || has(reader, at, LYH_SCAN_STOP | LYH_SCAN_LINE))
            return false;
    }
    return false;
}

/*
 * Speech is often typed without capitals: "ja. det var bra". Abbreviations have been taken
 * out by the scanner; what stands before the stop must be a word and no numbering. The
 * sentence goes on within a quotation (”nej! inte än”, sa hon), behind its closing mark
 * (”Nej.” sa hon), and after ? and ! before a dash or a verb of saying.
 */
static bool ends_before_small_letter(const turn_reader *reader, const ending *end)
{
    if (end->stop == reader->start || end->has_closer)
        return false;
    const lyh_token *last = &reader->tokens[end->stop - 1];
    const lyh_token *next = &reader->tokens[end->next];
    bool is_letter = last->flags & LYH_TOKEN_WORD && last->end - last->start < 2;
    if (is_letter || !(last->flags & (LYH_TOKEN_WORD | LYH_SCAN_QUOTE | LYH_SCAN_CLOSE)))
        return false;
    if (last->flags & next->flags & LYH_TOKEN_QUOTED)
        return false;
    if (!(next->flags & LYH_TOKEN_AFTER_SPACE) ||
        !(next->flags & (LYH_TOKEN_WORD | LYH_SCAN_DASH)) ||
        !(flags_of_next(reader, end->next) & LYH_TOKEN_WORD))
        return false;
    if (end->stops & LYH_SCAN_PERIOD && !(end->stops & LYH_SCAN_QUESTION))
        return true;
    return !(next->flags & (LYH_SCAN_SAYING | LYH_SCAN_DASH)) &&
           !(end->stops & LYH_SCAN_QUESTION && is_choice(reader, end->next));
}

static bool ends_sentence(const turn_reader *reader, const ending *end)
{
    if (end->next >= reader->end)
        return false;
    if (has(reader, end->next, LYH_SCAN_LINE))
        return true;
    if (is_numbering(reader, end->stop))
        return false;
    uint32_t next = flags_of_next(reader, end->next);
    if (end->is_ellipsis)
        return (next & LYH_SCAN_UPPER) != 0;
    return next & STARTS || ends_before_small_letter(reader, end);
}

static bool is_small_word(const turn_reader *reader, size_t at)
{
    return has(reader, at, LYH_TOKEN_WORD) &&
           !has(reader, at, LYH_SCAN_UPPER | LYH_SCAN_DIGIT);
}

/* Does a verb of saying stand in the last words before @at? */
static bool is_said(const turn_reader *reader, size_t at)
{
    size_t words = 0;
    while (at > reader->start && words < WORDS_FROM_SAYING) {
        at--;
        if (has(reader, at, LYH_SCAN_SAYING))
            return true;
        words += has(reader, at, LYH_TOKEN_WORD);
    }
    return false;
}

static bool is_clause(const turn_reader *reader, size_t at)
{
    size_t words = 0;
    while (at > reader->start && words < WORDS_BEFORE_COLON)
        words += has(reader, --at, LYH_TOKEN_WORD);
    return words == WORDS_BEFORE_COLON;
}

/*
 * A colon after a clause ends it when a whole sentence follows: a capital and then a small
 * word. A title after its author and a row of names are none. Who says a thing stays with
 * what is said: a quotation, and what follows a verb of saying, belong to the clause.
 */
static bool colon_ends_sentence(const turn_reader *reader, size_t colon)
{
    size_t at = past_asides(reader, colon + 1);
    if (colon == reader->start || at + 1 >= reader->end)
        return false;
    return is_small_word(reader, colon - 1) && has(reader, at, LYH_SCAN_UPPER) &&
           has(reader, at, LYH_TOKEN_AFTER_SPACE) && is_small_word(reader, at + 1) &&
           is_clause(reader, colon) && !is_said(reader, colon);
}

static bool line_ends_sentence(const turn_reader *reader, size_t at)
{
    if (has(reader, at, LYH_SCAN_BLANK))
        return true;
    size_t length = reader->tokens[at - 1].end - reader->tokens[reader->line].start;
    uint32_t next = flags_of_next(reader, at);
    if (has(reader, at - 1, LYH_SCAN_COLON) && next & STARTS)
        return true;
    return length < SHORT_LINE && (next & STARTS || has(reader, at, LYH_SCAN_DASH));
}

/* Where the sentence ends whose last token is at @at, or 0; @next is where to look on. */
static size_t end_at(const turn_reader *reader, size_t at, size_t *next)
{
    uint32_t flags = reader->tokens[at].flags;
    if (flags & LYH_SCAN_STOP) {
        ending found = ending_at(reader, at);
        *next = found.closed; /* a run of stops is judged once */
        return ends_sentence(reader, &found) ? found.next : 0;
    }
    if (flags & LYH_SCAN_COLON)
        return colon_ends_sentence(reader, at) ? past_asides(reader, at + 1) : 0;
    bool may_end = flags & LYH_SCAN_MAY_END && at + 1 < reader->end;
    return may_end && has(reader, at + 1, LYH_SCAN_UPPER) ? at + 1 : 0;
}

/* The next token at @at or behind it that may end a sentence, or begin one with its line. */
static inline size_t next_of_note(turn_reader *reader, size_t at)
{
    lyh_tokens *list = reader->list;
    while (list->next_noted < list->noted_count) {
        size_t noted = list->noted[list->next_noted];
        if (noted >= reader->end)
            break;
        list->next_noted++;
        if (noted >= at && has(reader, noted, LYH_SCAN_OF_NOTE))
            return noted;
    }
    return reader->end;
}

void lyh_tokens_add_sentences(lyh_tokens *tokens, size_t first, size_t end, uint32_t turn)
{
    turn_reader reader = { tokens->tokens, end, first, first, turn, tokens };

    size_t next;
    for (size_t i = next_of_note(&reader, first); i < reader.end;
         i = next_of_note(&reader, next)) {
        next = i + 1;
        uint32_t flags = reader.tokens[i].flags;
        if (flags & LYH_SCAN_LINE) {
            if (i > reader.start && line_ends_sentence(&reader, i))
                close_sentence(&reader, i);
            reader.line = i;
        }
        if (flags & LYH_TOKEN_ASIDE)
            continue;
        size_t closed = end_at(&reader, i, &next);
        if (closed != 0)
            close_sentence(&reader, closed);
    }
    if (reader.start < reader.end)
        close_sentence(&reader, reader.end);
}
