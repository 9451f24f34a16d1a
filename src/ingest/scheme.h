/**
 * A scheme of respondents' ids, `stad:A|B|C roll:H|B nr`: AH1, CB5.
 */
#ifndef LYHORD_INGEST_SCHEME_H
#define LYHORD_INGEST_SCHEME_H

#include <stdbool.h>
#include <stddef.h>

/**
 * Is @id (@size bytes) made as @scheme says: for every name with alternatives one of them, for a
 * name without any one or more digits, one after the other and nothing else?
 */
bool scheme_fits(const char *scheme, const char *id, size_t size);

#endif
