/**
 * What everybody has coded, and who is done with what, as the journal has it, kept from click to click: twenty thousand codings
 * are not read anew because somebody looks at another table. What was decided since then, here or by
 * another program, is read when it is next asked for, and only of the interviews it is about.
 */
#ifndef LYHORD_WORKBENCH_KNOWN_H
#define LYHORD_WORKBENCH_KNOWN_H

#include <lyhord/store/pairs.h>

typedef struct known_codings known_codings;

/** Borrows @journal. Nothing is read yet. Free with known_free(). */
known_codings *known_new(lyh_journal *journal);
/** NULL is fine. */
void known_free(known_codings *known);

/** Read what is new. False: @error. What is below is as it was at the last refresh, and lent until the next. */
bool known_refresh(known_codings *known, lyh_error *error);

/** Is @coder done with @document? */
bool known_is_done(const known_codings *known, const char *document, const char *coder);
/** May @viewer see what @coder has coded in @document, as lyh_stored_done_sees() says? */
bool known_sees(const known_codings *known, const char *viewer, const char *document,
                const char *coder);

/**
 * Is there anything in @document that @one and @other, who are done with it, have not decided together? Looked at
 * once, and again when something there is coded otherwise. False too where it cannot be told.
 */
bool known_has_open_pairs(known_codings *known, const char *document, const char *one,
                          const char *other);

/** The names of documents that have codings, sorted. */
const char *const *known_documents(const known_codings *known, size_t *count);

/**
 * Call @visitor with every coding of everybody in @document, or, when it is NULL, in all, by document and
 * place: rejected ones too, and whoever may see them or not.
 */
void known_visit(const known_codings *known, const char *document,
                 void (*visitor)(void *user, const lyh_stored_coding *coding), void *user);

#endif
