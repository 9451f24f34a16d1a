/**
 * What we wrote into codings/, so that a file that somebody changed since is known: codings/.written, a
 * line a file as sha256sum writes it. Private to study.
 */
#ifndef LYHORD_STUDY_CODINGS_WRITTEN_H
#define LYHORD_STUDY_CODINGS_WRITTEN_H

#include <glib.h>

#include <lyhord/base/error.h>

/** Its name in codings/. */
#define CODINGS_WRITTEN ".written"

typedef struct codings_written codings_written;

/** What is remembered in the study in @folder: nothing where there is no such file. codings_written_free(). */
codings_written *codings_written_read(const char *folder);
/** NULL is fine. */
void codings_written_free(codings_written *written);

/** What @bytes are known by: SHA-256, hexadecimal. g_free(). */
char *codings_written_sum(const void *bytes, size_t size);
/** Is @bytes what we wrote as the file @name ("anna.csv"), or wanted to before something broke off? */
bool codings_written_is(const codings_written *written, const char *name, const void *bytes,
                        size_t size);
/** Remember it beside what is remembered of the file. */
void codings_written_add(codings_written *written, const char *name, const void *bytes,
                         size_t size);
/** The same of bytes whose codings_written_sum() is @sum. */
void codings_written_add_sum(codings_written *written, const char *name, const char *sum);
/** Forget what is remembered of the file. */
void codings_written_drop(codings_written *written, const char *name);
/** The names, sorted, lent; g_ptr_array_unref(). */
GPtrArray *codings_written_names(const codings_written *written);
/** Write it down. False: @error. */
bool codings_written_keep(const codings_written *written, lyh_error *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(codings_written, codings_written_free)

#endif
