/**
 * Addresses in running text, each one token: web pages, mail, host names.
 */
#ifndef LYHORD_LANGUAGE_ADDRESSES_H
#define LYHORD_LANGUAGE_ADDRESSES_H

#include <stddef.h>

/** The end of the address that begins at @start, whose letters reach to @letters (before @end), or 0. */
size_t lyh_address_end(const char *text, size_t start, size_t letters, size_t end);

#endif
