/**
 * What is known of a word before any dictionary is asked, from closed lists.
 */
#ifndef LYHORD_LANGUAGE_TRAITS_H
#define LYHORD_LANGUAGE_TRAITS_H

#include <stddef.h>
#include <stdint.h>

typedef struct lyh_traits lyh_traits;

lyh_traits *lyh_traits_new(void);
/** NULL is fine. */
void lyh_traits_free(lyh_traits *traits);

/**
 * What tokens that are the folded @word of @size bytes (zero-terminated) have in their flags:
 * LYH_TOKEN_FILLER (data/fillers.txt), LYH_SCAN_SAYING (gives somebody the word: data/sayings.txt).
 */
uint32_t lyh_traits_flags(const lyh_traits *traits, const char *word, size_t size);

#endif
