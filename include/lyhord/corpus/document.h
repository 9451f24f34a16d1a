/**
 * One transcript: its text, who speaks when, and the way back to the file.
 *
 * The text is the *document text* of docs/architecture.md: UTF-8, NFC, LF, no BOM, line-end
 * hyphens repaired, one paragraph a line, speaker marks kept. It never changes once the
 * document is made. Positions are bytes into it, half-open; lyh_document_character() turns
 * them into the code points that people's files hold. Built by ingest, looked at by everyone.
 */
#ifndef LYHORD_CORPUS_DOCUMENT_H
#define LYHORD_CORPUS_DOCUMENT_H

#include <stddef.h>
#include <stdint.h>

#include <lyhord/base/diags.h>

/** LYH_ROLE_UNKNOWN is a mark nobody has decided about: never counted, always said. */
typedef enum lyh_role {
    LYH_ROLE_UNKNOWN,
    LYH_ROLE_INTERVIEWER,
    LYH_ROLE_LISTENER, /* medlyssnare */
    LYH_ROLE_RESPONDENT,
    LYH_ROLE_OTHER,
    LYH_ROLE_EDITOR
} lyh_role;

/** "interviewer", "listener", "respondent", "other", "editor", "unknown": fixed words of the CSV formats. */
const char *lyh_role_name(lyh_role role);

/** How a speaker's role is known, the surest first. */
typedef enum lyh_certainty {
    LYH_CERTAINTY_DECIDED, /* transcripts.csv says so */
    LYH_CERTAINTY_STATED,  /* the format or a word of the field says so: "Intervjuare:" */
    LYH_CERTAINTY_GUESSED, /* from who asks and who answers; said to people */
    LYH_CERTAINTY_UNKNOWN  /* nobody knows */
} lyh_certainty;

/** "decided", "stated", "guessed", "unknown": fixed words of the CSV formats. */
const char *lyh_certainty_name(lyh_certainty certainty);

/**
 * A mark at the start of turns, such as "B", "Informant" or "Roland". Text that stands without
 * one has the mark "" (a person's own words, or an editor's), "#" (a heading), "*" (a question in
 * bold or italics, or numbered) or "–" and "– 2" (the two who take turns in a dialogue of
 * dashes). A numbered narrative has its number, as written: "3" or "Berättelse 3"; where numbers
 * begin anew below another heading, that heading and the number.
 */
typedef struct lyh_speaker {
    const char *mark; /* as first written, without colon and dash */
    lyh_role role;
    size_t turns;
    lyh_certainty certainty;
} lyh_speaker;

/** What one person says until another speaks. */
typedef struct lyh_turn {
    size_t start, end; /* the speech without its mark, white space at the ends left out */
    size_t speaker;    /* index into the document's speakers */
    lyh_role role;
    size_t respondent; /* index into the study's respondents, or LYH_NONE */
    size_t question;   /* row of guide.csv from 0, or LYH_NONE */
    uint64_t from, to; /* milliseconds into the recording; @to is 0 where nobody said */
} lyh_turn;

/** Words that are not the speaker's: never matched, never counted. */
typedef enum lyh_aside_kind {
    LYH_ASIDE_EDITOR, /* [square brackets], /…/ */
    LYH_ASIDE_STAGE,  /* (skratt), ((paus)), (Respondent AB4), xxx */
    LYH_ASIDE_TIME    /* a time stamp inside speech: #00:12:31-5#, 00:12:31 */
} lyh_aside_kind;

typedef struct lyh_aside {
    size_t start, end; /* the brackets included */
    lyh_aside_kind kind;
} lyh_aside;

/**
 * Speech that a speaker quotes, their own or another's: “så här är det bara”. Part of the turn;
 * matched, but never as the speaker's own experience unless coding says so.
 */
typedef struct lyh_quotation {
    size_t start, end; /* the quotation marks included */
} lyh_quotation;

/** Words that stand in the material already: the later copy of a near-duplicate, never counted. */
typedef struct lyh_repeat {
    size_t start, end;
} lyh_repeat;

/**
 * Where a position came from: a byte of a text file, or a paragraph (from 1) and character of a
 * docx, odt or pdf; in a pdf the page too.
 */
typedef struct lyh_origin {
    size_t byte; /* of the source's decoded text; lyh_source_byte() gives the file's own */
    size_t paragraph; /* 0 in a text file */
    size_t character; /* from 1 within the paragraph */
    size_t page;      /* from 1; 0 where the file has none */
} lyh_origin;

/** From @start on, text and origin run in step until the next entry. */
typedef struct lyh_origin_step {
    size_t start; /* byte of the document text */
    lyh_origin origin;
} lyh_origin_step;

typedef struct lyh_document lyh_document;

/**
 * A document called @name (file name without folder and extension) read from @path, holding a
 * copy of @text. Turns, speakers and asides are added in the order of the text. Free with
 * lyh_document_free().
 */
lyh_document *lyh_document_new(const char *name, const char *path, const char *text,
                               size_t size);
/** The same; it takes @text, which malloc() gave and a zero ends, and copies nothing of it. */
lyh_document *lyh_document_take(const char *name, const char *path, char *text,
                                size_t size);
/** NULL is fine. */
void lyh_document_free(lyh_document *document);

const char *lyh_document_name(const lyh_document *document);
const char *lyh_document_path(const lyh_document *document);
const char *lyh_document_text(const lyh_document *document);
size_t lyh_document_size(const lyh_document *document);
/** SHA-256 of the text in 64 lower-case hexadecimal digits; computed at the first call. */
const char *lyh_document_hash(const lyh_document *document);

/** Code points before byte @offset, and the byte at which character @index begins (clamped to the end). */
size_t lyh_document_character(const lyh_document *document, size_t offset);
size_t lyh_document_byte(const lyh_document *document, size_t index);

/** Index of the speaker with @mark (compared case-folded), added when new with @role. */
size_t lyh_document_add_speaker(lyh_document *document, const char *mark, lyh_role role);
void lyh_document_add_turn(lyh_document *document, lyh_turn turn);
/** The same of all its turns at once; it takes @turns, which malloc() gave, where it has none. */
void lyh_document_take_turns(lyh_document *document, lyh_turn *turns, size_t count);
void lyh_document_add_aside(lyh_document *document, lyh_aside aside);
void lyh_document_add_quotation(lyh_document *document, lyh_quotation quotation);
/** Any time after reading; in the order of the text. */
void lyh_document_add_repeat(lyh_document *document, lyh_repeat repeat);
void lyh_document_add_origin(lyh_document *document, lyh_origin_step step);

size_t lyh_document_speaker_count(const lyh_document *document);
const lyh_speaker *lyh_document_speaker(const lyh_document *document, size_t index);
size_t lyh_document_turn_count(const lyh_document *document);
const lyh_turn *lyh_document_turn(const lyh_document *document, size_t index);
size_t lyh_document_aside_count(const lyh_document *document);
const lyh_aside *lyh_document_aside(const lyh_document *document, size_t index);
size_t lyh_document_quotation_count(const lyh_document *document);
const lyh_quotation *lyh_document_quotation(const lyh_document *document, size_t index);
size_t lyh_document_repeat_count(const lyh_document *document);
const lyh_repeat *lyh_document_repeat(const lyh_document *document, size_t index);

/** Respondents' marks are the persons' own ids, as in a table with a column of respondents. */
void lyh_document_set_marks_are_ids(lyh_document *document);
bool lyh_document_marks_are_ids(const lyh_document *document);

/** How @speaker's role is known; LYH_CERTAINTY_UNKNOWN until it is said. */
void lyh_document_set_certainty(lyh_document *document, size_t speaker,
                                lyh_certainty certainty);
/** Give every turn of @speaker a role; give turn @turn its respondent, or its question. */
void lyh_document_set_role(lyh_document *document, size_t speaker, lyh_role role);
void lyh_document_set_respondent(lyh_document *document, size_t turn, size_t respondent);
void lyh_document_set_question(lyh_document *document, size_t turn, size_t question);

/** Index of the turn whose speech holds byte @offset, or LYH_NONE. */
size_t lyh_document_turn_at(const lyh_document *document, size_t offset);

/**
 * The bytes from @left to @right: @start to @end, of a turn, and up to @characters on both sides of
 * what is said in that turn.
 */
void lyh_document_around(const lyh_document *document, size_t start, size_t end,
                         size_t characters, size_t *left, size_t *right);

lyh_origin lyh_document_origin(const lyh_document *document, size_t offset);
/**
 * The place of @offset in the file it came from, for a diagnostic: @source is the transcript's
 * source when it was a text file and is still at hand, else NULL.
 */
lyh_place lyh_document_place(const lyh_document *document, const lyh_source *source,
                             size_t start, size_t end);

#endif
