/**
 * g_autoptr() for the types of language, for use inside .c files.
 */
#ifndef LYHORD_LANGUAGE_AUTOPTR_H
#define LYHORD_LANGUAGE_AUTOPTR_H

#include <glib.h>

#include <lyhord/language/compounds.h>
#include <lyhord/language/dictionary.h>
#include <lyhord/language/lexicon.h>
#include <lyhord/language/state.h>
#include <lyhord/language/tokens.h>
#include <lyhord/language/treebank.h>
#include <lyhord/language/vocabulary.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_compounds, lyh_compounds_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_dictionary, lyh_dictionary_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_lexicon, lyh_lexicon_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_objects, lyh_objects_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_states, lyh_states_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_tokens, lyh_tokens_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_treebank, lyh_treebank_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_vocabulary, lyh_vocabulary_free)

#endif
