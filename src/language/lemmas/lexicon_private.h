/**
 * What a lexicon stands on, for those in this folder that stand on it too.
 */
#ifndef LYHORD_LANGUAGE_LEXICON_PRIVATE_H
#define LYHORD_LANGUAGE_LEXICON_PRIVATE_H

#include <lyhord/language/lexicon.h>

/** What lyh_lexicon_new() borrowed. */
lyh_vocabulary *lyh_lexicon_vocabulary(const lyh_lexicon *lexicon);
lyh_dictionary *lyh_lexicon_dictionary(const lyh_lexicon *lexicon);

#endif
