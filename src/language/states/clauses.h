/**
 * A mention and the words round it, as the rules of state see them.
 *
 * Fillers, editor's brackets, false starts and what is said in passing are left out, so that words
 * stand side by side that belong together. What is looked at has a fixed size: the longest
 * sentence costs no more than a long one.
 */
#ifndef LYHORD_LANGUAGE_CLAUSES_H
#define LYHORD_LANGUAGE_CLAUSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/language/state.h>

#include "cues.h"

/** Words kept before the mention, of the mention, and behind it. */
enum { LYH_CLAUSE_BEFORE = 48, LYH_CLAUSE_MENTION = 24, LYH_CLAUSE_BEHIND = 40 };
/** Tokens looked at for each word that is kept: a long run of fillers is given up at last. */
enum { LYH_CLAUSE_LOOKS = 4 };
enum { LYH_CLAUSE_WORDS = LYH_CLAUSE_BEFORE + LYH_CLAUSE_MENTION + LYH_CLAUSE_BEHIND };

/** What a mark of punctuation does; words have none. */
typedef enum lyh_clause_mark {
    LYH_MARK_WORD,
    LYH_MARK_SOFT, /* quotation marks, …: part nothing */
    LYH_MARK_COMMA,
    LYH_MARK_COLON,
    LYH_MARK_DASH,
    LYH_MARK_HARD
} lyh_clause_mark;

typedef struct lyh_clause_word {
    uint32_t token;
    uint32_t type;
    uint32_t roles; /* LYH_ROLE_… */
    uint32_t forms; /* LYH_FORM_… */
    lyh_clause_mark mark;
} lyh_clause_word;

/** A cue in the clause: words half-open. */
typedef struct lyh_clause_cue {
    lyh_cue_kind kind;
    size_t first, end;   /* the words that decide */
    size_t start, close; /* all words of it */
} lyh_clause_cue;

typedef struct lyh_clause {
    lyh_cues *cues;
    const lyh_vocabulary *vocabulary;
    const lyh_tokens *tokens;
    const lyh_token *all; /* of @tokens */
    lyh_cue_words known;  /* of @cues */
    const lyh_sentence *sentence;
    lyh_clause_word words[LYH_CLAUSE_WORDS];
    size_t count;
    uint32_t any_roles;   /* of all words that were looked at: none plays a part beyond */
    uint32_t any_marks;   /* likewise, 1 << lyh_clause_mark */
    uint32_t any_forms;   /* likewise */
    size_t first, end;    /* the mention, among the words */
    bool is_whole_before; /* the first word is the sentence's first */
    bool is_whole_behind;
    lyh_clause_cue found[LYH_CLAUSE_WORDS * 2];
    size_t
        found_count; /* in the order of the text; cues of state first, then those of time */
} lyh_clause;

/**
 * The words round the mention @first to @end (tokens) of @sentence, and the cues among them; those of
 * time when @asks_time, or where they decide what an "om" is.
 */
void lyh_clause_read(lyh_clause *clause, lyh_cues *cues, const lyh_vocabulary *vocabulary,
                     const lyh_tokens *tokens, const lyh_sentence *sentence, size_t first,
                     size_t end, bool asks_time);

/** A word, not a mark; false outside the clause. */
static inline bool lyh_clause_is_word(const lyh_clause *clause, size_t at)
{
    return at < clause->count && clause->words[at].mark == LYH_MARK_WORD;
}

/** LYH_ROLE_… of the word at @at; 0 outside the clause. */
static inline uint32_t lyh_clause_roles(const lyh_clause *clause, size_t at)
{
    return at < clause->count ? clause->words[at].roles : 0;
}

/** Do a subject and its verb begin at @at (in either order, the subject may be the mention's)? */
bool lyh_clause_begins_at(const lyh_clause *clause, size_t at);

/** Is the word at @at a finite verb, by the list or by its form beside a subject? */
bool lyh_clause_is_finite(const lyh_clause *clause, size_t at);

/** The first word of the clause @at is in: after a mark or a word that begins one. */
size_t lyh_clause_start(const lyh_clause *clause, size_t at);

/** Is the "om" at @at a conjunction, not a preposition or a particle? */
bool lyh_clause_is_if(const lyh_clause *clause, size_t at);

/** How far a cue's reach goes through a clause. */
typedef struct lyh_reach {
    size_t words;
    bool is_wish;  /* goes through relative clauses, and att that tells of facts */
    bool is_short; /* utan, brist på: ends at the next verb */
} lyh_reach;

/** Does what ends before word @from reach the mention from before? */
bool lyh_clause_reaches_forward(const lyh_clause *clause, const lyh_clause_cue *cue,
                                lyh_reach reach);

/** Does the cue that stands behind the mention reach it? */
bool lyh_clause_reaches_back(const lyh_clause *clause, const lyh_clause_cue *cue,
                             lyh_reach reach);

/** The cue of @cue's words as tokens. */
lyh_cue lyh_clause_tokens(const lyh_clause *clause, size_t first, size_t end);

#endif
