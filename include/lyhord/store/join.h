/**
 * Two coders have two computers: what the other decided comes into this journal.
 *
 * Events are known by their ids, so nothing comes twice and nothing is overwritten: what both have
 * is passed over, what only the other has is added, with its own time and place in the order. Joined both
 * ways, two journals hold the same. How to take it back: lyhord/store/imports.h.
 */
#ifndef LYHORD_STORE_JOIN_H
#define LYHORD_STORE_JOIN_H

#include <lyhord/store/journal.h>

/** What the study has now, for what comes in to be held against. */
typedef struct lyh_join_texts {
    /* SHA-256 of the text of @document as the study has it, or NULL: there is no such. Lent */
    const char *(*text_sha256)(void *user, const char *document);
    /* has @respondent withdrawn from the study? NULL: nobody has */
    bool (*is_withdrawn)(void *user, const char *respondent);
    void *user;
} lyh_join_texts;

/**
 * Add to @mine the events of @other that it lacks, all or none; and @joined, an event of the kind
 * JOINED (NULL: none), when there were any: it names them, and brings back those of an import that
 * was taken back. What @other took back of its own imports does not come. @added and @known count them (NULL is fine).
 *
 * Refused as a whole, each by its name (@diags, LYH_ERROR_DATA): a document whose text differs from
 * the one in @texts (NULL: from those @mine has coded), or that the study does not have; words of
 * somebody who has withdrawn; an event that is not as ours are, or has the id of another one.
 */
bool lyh_journal_join(lyh_journal *mine, lyh_journal *other, const lyh_join_texts *texts,
                      const lyh_event *joined, size_t *added, size_t *known,
                      lyh_diags *diags, lyh_error *error);

#endif
