/**
 * What somebody decided: one entry of a study's journal.
 *
 * An event is never changed: what it did is taken back by another event that names it. It says who
 * and when, and both come from the caller, as do the random bytes of its id: the library knows no
 * clock and no chance.
 */
#ifndef LYHORD_STORE_EVENT_H
#define LYHORD_STORE_EVENT_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/csv.h> /* LYH_NONE */
#include <lyhord/coding/coding.h>

/** A UUID (RFC 9562). All zero: none. */
typedef struct lyh_event_id {
    unsigned char bytes[16];
} lyh_event_id;

/** Room for lyh_event_id_text(), its zero included. */
#define LYH_EVENT_ID_SIZE 37

/** An id of version 4 out of 16 random bytes, which the caller gets from the system. */
lyh_event_id lyh_event_id_random(const unsigned char random[16]);
bool lyh_event_id_is_none(lyh_event_id id);
bool lyh_event_id_equal(lyh_event_id a, lyh_event_id b);
/** "0f8fad5b-d9cb-469f-a165-70867728950e", zero-terminated. */
void lyh_event_id_text(lyh_event_id id, char text[LYH_EVENT_ID_SIZE]);
/** The other way, in any case, with hyphens and without braces. False: it is none. */
bool lyh_event_id_parse(const char *text, lyh_event_id *id);

/**
 * A span of a document's text, and what finds it again in another version of the text: its words,
 * and up to LYH_CONTEXT_LENGTH characters on both sides (the TextQuoteSelector of the W3C's Web
 * Annotation Data Model, section 4.2.4: exact, prefix, suffix). Strings are lent; NULL is "".
 */
typedef struct lyh_text_place {
    const char *document;    /* its name */
    const char *text_sha256; /* of the text that start and end count in */
    size_t start, end;       /* code points, from 0, end exclusive */
    const char *quote;
    const char *before, *after;
    const char *respondent; /* whose words they are: an id, or "" */
    size_t turn;            /* of the document, from 0; LYH_NONE when nobody said */
} lyh_text_place;

#define LYH_CONTEXT_LENGTH 32

/** When something was decided of which nobody wrote down when. */
#define LYH_TIME_UNKNOWN "0001-01-01T00:00:00Z"
/** Who takes in what others decided, in the journal: nobody's name. */
#define LYH_IMPORTER "import"

typedef enum lyh_event_kind {
    LYH_EVENT_CODE,   /* place, code, polarity, state, time, cue, mark */
    LYH_EVENT_RECODE, /* target: a coding; place, code, polarity, state, time, cue */
    LYH_EVENT_UNCODE, /* target: a coding, which is gone */
    LYH_EVENT_ACCEPT, /* of a suggestion: as CODE, and rule: the coding is accepted */
    LYH_EVENT_REJECT, /* the same: the coding is kept as rejected, and counts nowhere */
    LYH_EVENT_MEMO,  /* about, text; target: the coding, or the memo that is written anew */
    LYH_EVENT_MARK,  /* target: a coding; mark: a quote, a proposal, or neither any more */
    LYH_EVENT_MERGE, /* code is called into from now on, in all codings so far */
    LYH_EVENT_DONE, /* document, is_on: the coder is done with it ("Klar"), or not any more */
    LYH_EVENT_AGREED, /* originals, coders; is_on: as CODE, of the set LYH_TOGETHER;
                            else they agreed that nothing is coded at place */
    LYH_EVENT_JOINED, /* text: where from; originals: the events that came in */
    LYH_EVENT_PLACE,  /* place: where the coder was ("fortsätt där du var") */
    LYH_EVENT_UNDO,   /* target: an event of the same person; of an undo: it holds again */
    LYH_EVENT_FORGOTTEN, /* events about somebody's words are no more; nothing of them is said */
    LYH_EVENT_KIND_COUNT
} lyh_event_kind;

/** "code", "recode", …: fixed words of the journal. */
const char *lyh_event_kind_name(lyh_event_kind kind);

/** Can @name be a coder's, who decides: one that fits a file name, and neither LYH_TOGETHER nor a model's? */
bool lyh_event_is_coder(const char *name);

/** What a memo is about. */
typedef enum lyh_memo_about {
    LYH_MEMO_STUDY,
    LYH_MEMO_DOCUMENT, /* place.document */
    LYH_MEMO_CODING,   /* target */
    LYH_MEMO_CODE,     /* code */
    LYH_MEMO_ABOUT_COUNT
} lyh_memo_about;

/** "study", "document", "coding", "code". */
const char *lyh_memo_about_name(lyh_memo_about about);

/** The set of what coders decided together: codings/gemensam.csv, and no coder's name. */
#define LYH_TOGETHER "gemensam"

/**
 * Plain data; only what the kind needs is looked at. Strings are lent, UTF-8; NULL is "". For an
 * event to be written, id, at and who must be filled.
 */
typedef struct lyh_event {
    lyh_event_id id;
    const char *at;  /* UTC: "2026-05-01T12:31:04Z" (ISO 8601; a fraction may stand) */
    const char *who; /* the coder's name, as it names the set of codings */
    lyh_event_kind kind;

    lyh_event_id target;
    lyh_text_place place;
    const char *code; /* its name in the codebook */
    lyh_polarity polarity;
    lyh_state state;
    lyh_time time;
    const char *cue; /* the words that decided the state */
    lyh_mark mark;
    const char *rule; /* the rule's text, or the model's (LYH_MODEL_RULE) */
    const char *text;
    lyh_memo_about about;
    const char *into;
    bool is_on;
    const lyh_event_id *originals; /* the codings a decision was about, or what came in */
    size_t original_count;
    const char *const *coders; /* who decided together, sorted by the writer or not */
    size_t
        coder_count; /* 0: a file told of it, and not by whom; any of the coders may change it */
} lyh_event;

#endif
