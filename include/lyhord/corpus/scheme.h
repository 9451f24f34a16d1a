/**
 * A scheme of respondents' ids: `stad:A|B|C roll:H|B nr` says that AH1 is a handläggare of A.
 *
 * Parts stand in the id one behind the other and nothing between them. A part with alternatives
 * is an attribute whose value is one of them; a part without any is one or more digits.
 */
#ifndef LYHORD_CORPUS_SCHEME_H
#define LYHORD_CORPUS_SCHEME_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/diags.h>

typedef struct lyh_scheme lyh_scheme;

/**
 * Read `[groups] scheme`, which stands at @place. Errors: no part; a part without a name, two of
 * the same; an empty alternative, or the same twice. NULL when there are errors. Free with
 * lyh_scheme_free().
 */
lyh_scheme *lyh_scheme_read(const char *text, lyh_place place, lyh_diags *diags);
/** NULL is fine. */
void lyh_scheme_free(lyh_scheme *scheme);

/** Is @id (@size bytes) made as @scheme says? */
bool lyh_scheme_fits(const lyh_scheme *scheme, const char *id, size_t size);

/** The fewest and the most bytes that the attributes of an id take together. */
void lyh_scheme_letters(const lyh_scheme *scheme, size_t *fewest, size_t *most);

/** Parts that are attributes, in their order, and their names. */
size_t lyh_scheme_attribute_count(const lyh_scheme *scheme);
const char *lyh_scheme_attribute(const lyh_scheme *scheme, size_t attribute);
/** What @id says of an attribute; NULL when the id is not made as @scheme says. Lent. */
const char *lyh_scheme_value(const lyh_scheme *scheme, const char *id, size_t attribute);

#endif
