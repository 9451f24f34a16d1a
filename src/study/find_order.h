/** What somebody says about finds, on its way into the files. Private to study. */
#ifndef LYHORD_STUDY_FIND_ORDER_H
#define LYHORD_STUDY_FIND_ORDER_H

#include "finds_private.h"

/* A find that an order is about. */
typedef struct chosen_find {
    const char *document, *sha256; /* sha256: of its text */
    lyh_find *find;
    size_t row;        /* of the key as it is written; LYH_NONE: none */
    char *replacement; /* that stands there; or NULL */
} chosen_find;

/* What an order does to the files. */
typedef struct order_run {
    lyh_finds *finds;
    const lyh_find_order *order;
    GArray *chosen; /* chosen_find; the first is the one that was looked at */
    GArray *named;  /* lyh_decision, that decisions.csv gets */
    /* the finds say what the files said before the order, and what it did is known row by row */
    bool is_known;
} order_run;

chosen_find *order_chosen(const order_run *run, guint index);

/** Is the file @path as it was when it was read last? */
bool order_is_as_matched(const char *path, const struct stat *matched);

/** Write, or take away, the rows of all that is chosen: the key is read anew, under a lock. */
bool order_write_key(order_run *run, lyh_error *error);

#endif
