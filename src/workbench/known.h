/**
 * What everybody has coded, as the journal has it, kept from click to click: twenty thousand codings
 * are not read anew because somebody looks at another table. What was decided since then, here or by
 * another program, is read when it is next asked for, and only of the interviews it is about.
 */
#ifndef LYHORD_WORKBENCH_KNOWN_H
#define LYHORD_WORKBENCH_KNOWN_H

#include <lyhord/store/journal.h>

typedef struct known_codings known_codings;

/** Borrows @journal. Nothing is read yet. Free with known_free(). */
known_codings *known_new(lyh_journal *journal);
/** NULL is fine. */
void known_free(known_codings *known);

/** Read what is new. False: @error. What is below is as it was at the last refresh, and lent until the next. */
bool known_refresh(known_codings *known, lyh_error *error);

/** The names of documents that have codings, sorted. */
const char *const *known_documents(const known_codings *known, size_t *count);

/**
 * Call @visitor with every coding of everybody in @document, or, when it is NULL, in all, by document and
 * place: rejected ones too, and whoever may see them or not.
 */
void known_visit(const known_codings *known, const char *document,
                 void (*visitor)(void *user, const lyh_stored_coding *coding), void *user);

#endif
