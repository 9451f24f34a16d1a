/**
 * What the scan found in a study's transcripts, find by find, and what people decided about each.
 *
 * The finds are those that `lyhord anonymize` proposes, with the same placeholders, and those that
 * decisions.csv accepts. A decision stands where its kind belongs:
 *
 *  - *keep* is a row `finding;kommun Uppsala;accepted;who;reason;date` of decisions.csv: it holds by name,
 *    wherever the words stand, and the gate out lets them pass. A later row with the value `open` takes
 *    it back.
 *  - *replace* and *don't know* are rows of the key, a proposal as `anonymize` writes it (keep is `nej`,
 *    `vet inte`), for one place each. Who has the key knows who is who: it never lies in a study.
 *
 * A place's own row goes before what is accepted by name. Transcripts are read and scanned one at a
 * time, by lyh_finds_work(), and again only when their file, or what the scan goes by, has changed.
 * Both files are read anew before each change, under a lock, so that nobody's rows are lost.
 */
#ifndef LYHORD_STUDY_FINDS_H
#define LYHORD_STUDY_FINDS_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/privacy/findings.h>
#include <lyhord/study/study.h>

typedef enum lyh_find_decision {
    LYH_FIND_OPEN, /* nobody has said anything */
    LYH_FIND_REPLACE,
    LYH_FIND_KEEP,
    LYH_FIND_UNSURE /* somebody did not know: it is asked again by whoever looks */
} lyh_find_decision;

/** "open", "replace", "keep", "unsure": fixed words. */
const char *lyh_find_decision_name(lyh_find_decision decision);
/** False when @name is none of them. */
bool lyh_find_decision_of(const char *name, lyh_find_decision *decision);

#define LYH_FIND_ID_SIZE 17

/** A find; all lent until the next change or lyh_finds_work(). */
typedef struct lyh_find {
    char id
        [LYH_FIND_ID_SIZE]; /* of this place in this very text: another text, another id */
    lyh_finding_kind kind;
    lyh_confidence confidence;
    const char *why;   /* msgid */
    size_t start, end; /* code points of the document text, from 0 */
    size_t turn;       /* LYH_NONE outside of turns */
    char *words;
    char *before,
        *after; /* of the same paragraph, at most 60 characters each, `…` where it is cut */
    char *target; /* what decisions.csv calls it: lyh_finding_target() */
    char *made;   /* the placeholder that the transcripts alone would give it */
    char *
        proposed; /* what could stand there instead, by what is decided too; "": people choose */
    char *like;   /* finds that have the same are of one person, one place, one wording */
    size_t alike; /* how many have, in the whole study, this one among them */
    char *mark;   /* the role's mark, when it is a speaker's mark; else NULL */

    bool is_accepted; /* by name, in decisions.csv */
    lyh_find_decision decision;
    char *replacement; /* what was decided; else NULL */
    size_t row;        /* of the key, or LYH_NONE */
} lyh_find;

typedef struct lyh_finds lyh_finds;

/**
 * @folder is the study's. @key is where the key lies or will lie, outside of every study; NULL: nothing
 * can be replaced. Nothing is read yet. Free with lyh_finds_free().
 */
lyh_finds *lyh_finds_new(const char *folder, const char *key);
/** NULL is fine. */
void lyh_finds_free(lyh_finds *finds);
/** Lent; NULL when there is none. */
const char *lyh_finds_key(const lyh_finds *finds);

/**
 * Look whether files have changed since: cheap, a stat each. @study is the one that lyh_finds_work() reads
 * from then on, and need not live longer than until the next call.
 */
void lyh_finds_refresh(lyh_finds *finds, lyh_study *study);
/** Do the next piece of work, a transcript at most. False when there is none left: the finds are ready. */
bool lyh_finds_work(lyh_finds *finds);
bool lyh_finds_are_ready(const lyh_finds *finds);
/** Transcripts read, of @all that are to be read; each may be read twice. */
size_t lyh_finds_progress(const lyh_finds *finds, size_t *all);

/* What follows wants lyh_finds_are_ready(). */

/** Why nothing can be decided: an msgid, when key or decisions.csv cannot be read; else NULL. */
const char *lyh_finds_trouble(const lyh_finds *finds);

size_t lyh_finds_document_count(const lyh_finds *finds);
const char *lyh_finds_document(const lyh_finds *finds, size_t index);
/** LYH_NONE when there is none of that name. */
size_t lyh_finds_find_document(const lyh_finds *finds, const char *name);
/** Finds of document @index, in the order of the text. */
size_t lyh_finds_count(const lyh_finds *finds, size_t index);
const lyh_find *lyh_finds_at(const lyh_finds *finds, size_t index, size_t find);
/**
 * How many of document @index (LYH_NONE: of all) have this decision. A doubt without an answer is not
 * among the open: it may stay without.
 */
size_t lyh_finds_having(const lyh_finds *finds, size_t index, lyh_find_decision decision);
/** Doubts of document @index (LYH_NONE: of all) that nobody has said anything about. */
size_t lyh_finds_doubts(const lyh_finds *finds, size_t index);

/** What somebody says about finds. */
typedef struct lyh_find_order {
    const char *document; /* theirs; NULL: of any */
    const char *const *ids;
    size_t count;
    lyh_find_decision decision;
    bool
        is_for_alike; /* replace, don't know: undecided ones that are like it, everywhere, too */
    const char *replacement; /* replace: what is to stand there */
    const char *who, *date;
    const char *reason; /* keep: why nobody is pointed at */
} lyh_find_order;

/**
 * Why @order cannot be followed: an msgid; NULL when it can. @is_stale: an id is not, or no longer,
 * that of a find: the text has changed since.
 */
const char *lyh_finds_refuse(const lyh_finds *finds, const lyh_find_order *order,
                             bool *is_stale);
/**
 * Follow @order, which was not refused. @changed(@user) is called with each find that has another decision
 * now, of whatever document. False: @error; each file stands whole, and the finds are as the files say.
 */
bool lyh_finds_decide(lyh_finds *finds, const lyh_find_order *order,
                      void (*changed)(void *user, const lyh_find *find), void *user,
                      lyh_error *error);

/**
 * Write every transcript anew, as `anonymize --apply` does, and put them in the place of the study's, in one
 * step. What was there, byte for byte, and the key then lie in the new folder *@kept (free()), beside
 * where the key was; that is on the study's file system, or nothing is done. @replaced: how many were. Rows
 * of the key about answers to a survey are not among them: they stay where the key was, for `anonymize --apply`.
 * Undecided finds, and those that somebody did not know, stay as they are. False: @diags, @error, and
 * the study is as it was.
 */
bool lyh_finds_apply(lyh_finds *finds, lyh_study *study, char **kept, size_t *replaced,
                     lyh_diags *diags, lyh_error *error);

#endif
