/** A gold file while it is read. Private to coding. */
#ifndef LYHORD_CODING_GOLD_PRIVATE_H
#define LYHORD_CODING_GOLD_PRIVATE_H

#include <glib.h>

#include <lyhord/coding/gold.h>

struct lyh_gold {
    const lyh_source *source;
    GStringChunk *strings;
    GArray *records;      /* lyh_gold_record */
    GPtrArray *parts;     /* the records' turns and labels, to be freed */
    GPtrArray *themes;    /* const char *, of strings */
    GHashTable *theme_of; /* name -> index + 1 */
};

/**
 * Give every record its cluster: records are tied by what they share, and ties are followed to
 * the end. @keys holds, for every record, the strings (of any number) it shares with others.
 */
void gold_cluster(lyh_gold *gold, const GPtrArray *keys);

#endif
