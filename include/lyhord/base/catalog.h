/**
 * Messages and report texts in one language: a compiled GNU message catalogue (.mo).
 *
 * The library reads no locale, so libintl, which asks the environment and needs the
 * locale generated, cannot serve it; and a Swedish report may be written for a person
 * whose messages are English. A catalogue is therefore a value that the caller passes.
 */
#ifndef LYHORD_BASE_CATALOG_H
#define LYHORD_BASE_CATALOG_H

#include <stdbool.h>
#include <stddef.h>

/** Marks a text for translation where it is not yet translated. */
#ifndef N_
#define N_(text) text
#endif

typedef struct lyh_catalog lyh_catalog;

/**
 * A catalogue over the @size bytes of a .mo file, which must outlive it (ours are embedded).
 * NULL when they are no .mo file of the machine's byte order. Free with lyh_catalog_free().
 */
lyh_catalog *lyh_catalog_new(const void *bytes, size_t size);

/** NULL is fine. */
void lyh_catalog_free(lyh_catalog *catalog);

/** The catalogue built into the library: "en" or "sv"; NULL for any other language. Lent for ever. */
const lyh_catalog *lyh_catalog_for(const char *language);

/** The language of a catalogue, "en" or "sv"; NULL is English. */
const char *lyh_catalog_language(const lyh_catalog *catalog);

/**
 * The translation of @text (UTF-8), or @text itself when the catalogue is NULL or has none.
 * Lent: by the catalogue, or by the caller's own @text.
 */
const char *lyh_tr(const lyh_catalog *catalog, const char *text)
    __attribute__((format_arg(2)));

/** The same for a text with a plural; English and Swedish both take the singular for one only. */
const char *lyh_trn(const lyh_catalog *catalog, const char *one, const char *many, size_t n)
    __attribute__((format_arg(2), format_arg(3)));

/** The same with a context, for one English word that is two in Swedish ("stated" of a state, of a text). */
const char *lyh_trc(const lyh_catalog *catalog, const char *context, const char *text);

/** Is @text to the letter a message of @catalog or its translation, with nothing put into it? */
bool lyh_catalog_has(const lyh_catalog *catalog, const char *text);

#endif
