/**
 * The structure tree of a PDF beside the plan it was drawn from.
 */
#ifndef LYHORD_REPORT_UA_TREE_H
#define LYHORD_REPORT_UA_TREE_H

#include "late_qpdf.h"
#include "ua.h"

typedef struct lyh_ua {
    qpdf_data qpdf;
    const lyh_plan *plan;
    double height;       /* of every page, in points */
    guint next;          /* element of the plan */
    GHashTable *parents; /* key of the ParentTree -> its array, as numbers */
    GPtrArray
        *furniture; /* a page: GArray of lyh_furniture, one a Private, in the order drawn */
    qpdf_oh row;    /* the last TR whose cells may go on */
    GTree *ids;     /* id -> element, as numbers */
} lyh_ua;

/** Walk the tree to its end; what is Private leaves it and is counted in furniture. */
void lyh_ua_walk(lyh_ua *ua);

#endif
