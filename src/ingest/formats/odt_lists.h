/**
 * The numbers that an OpenDocument text shows before the items of its lists (ODF 1.3 part 3, 5.3).
 */
#ifndef LYHORD_INGEST_ODT_LISTS_H
#define LYHORD_INGEST_ODT_LISTS_H

#include "odt_styles.h"

typedef struct odt_lists odt_lists;

/** Borrows @styles. Free with odt_lists_free(). */
odt_lists *odt_lists_new(const odt_styles *styles);
/** NULL is fine. */
void odt_lists_free(odt_lists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(odt_lists, odt_lists_free)

/** A list begins; @style NULL: that of the list around it. @goes_on: counts where the one before of its style stopped. */
void odt_lists_begin(odt_lists *lists, const char *style, bool goes_on);
void odt_lists_end(odt_lists *lists);
/** An item begins; @start is where its number is set anew, or NULL. */
void odt_lists_begin_item(odt_lists *lists, const char *start);

/** What is shown before a paragraph that begins here: "2." at the first of an item, else NULL. g_free(). */
char *odt_lists_take_number(odt_lists *lists);

#endif
