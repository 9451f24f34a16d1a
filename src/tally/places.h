/** Where in what a person said a statement stands. Private to tally. */
#ifndef LYHORD_TALLY_PLACES_H
#define LYHORD_TALLY_PLACES_H

#include <glib.h>

#include <lyhord/corpus/document.h>

typedef struct places places;

/** What nobody said is @nobodys, LYH_NONE for nobody's. Borrows @document; places_free(). */
places *places_new(const lyh_document *document, size_t nobodys);
void places_free(places *all);

/** Thousandths of what its person said in the document that come before byte @start of turn @turn: 0 to 999. */
unsigned places_at(const places *all, size_t turn, size_t start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(places, places_free)

#endif
