/** What the files that count the use of rules share. Private to coding. */
#ifndef LYHORD_CODING_RULE_USE_PRIVATE_H
#define LYHORD_CODING_RULE_USE_PRIVATE_H

#include <glib.h>

#include <lyhord/coding/rule_use.h>

#include "rule_probes.h"

/** A row: a probe, and what it did. */
typedef struct use_entry {
    lyh_rule_use use;
    GHashTable *persons, *documents; /* sets of numbers */
    GHashTable *codes;               /* other code -> hits that overlap hits of it */
    GHashTable *shadows;             /* row -> matches */
} use_entry;

struct lyh_rule_uses {
    const lyh_codebook *codebook;
    bool by_indicator;
    rule_probes *probes;
    GArray *entries; /* use_entry, one a probe */
    size_t documents, lost;
    GArray *matches; /* use_match: of the document added last */
    GArray *hits;    /* use_hit: the same */
};

/** A place where a probe matches, by code, start, longer first, probe. */
typedef struct use_match {
    size_t code, start, end, probe, respondent;
    bool stands;
} use_match;

/** A hit that stands, and the probe it is of (LYH_NONE when none matches there). */
typedef struct use_hit {
    size_t code, start, end, probe;
} use_hit;

static inline use_entry *use_entry_at(const lyh_rule_uses *uses, size_t index)
{
    return &g_array_index(uses->entries, use_entry, index);
}

static inline use_match *use_match_at(const lyh_rule_uses *uses, guint index)
{
    return &g_array_index(uses->matches, use_match, index);
}

/** Is the match that of a rule of undantag? */
bool use_is_exception(const lyh_rule_uses *uses, const use_match *match);
/** Count a hit of @entry by @respondent (LYH_NONE: nobody known) in the document added last. */
void use_met_in(lyh_rule_uses *uses, use_entry *entry, size_t respondent);
/** One more of @key among @counts. */
void use_add_one(GHashTable *counts, size_t key);

/** Count which hits of the document overlap hits of other codes. */
void use_count_overlaps(lyh_rule_uses *uses);
/** Count which matches of the document do not stand, and why; and the exceptions themselves. */
void use_count_losses(lyh_rule_uses *uses);

#endif
