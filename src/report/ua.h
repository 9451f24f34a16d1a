/**
 * Making a tagged PDF of cairo's into PDF/UA-1 (ISO 14289-1).
 *
 * cairo writes the structure tree and leaves out what it does not know: alternate text, scope, where
 * links lead. Every element is planned here as it is begun; then the file's tree is walked beside
 * the plan, and each gets what it lacks. The two must be the same, element by element: a difference
 * is a bug of ours, and nothing is guessed.
 */
#ifndef LYHORD_REPORT_UA_H
#define LYHORD_REPORT_UA_H

#include <glib.h>

#include <lyhord/report/report.h>

/** What a Private is: ISO 14289-1, 7.8, asks running heads and feet to be told apart from other artifacts. */
typedef enum lyh_furniture {
    LYH_FURNITURE_NONE, /* a rule or a row of dots, of the text's look */
    LYH_FURNITURE_PAGE, /* of the page: a table's heading again, a number in the contents */
    LYH_FURNITURE_HEADER,
    LYH_FURNITURE_FOOTER
} lyh_furniture;

/** An element of the structure tree; texts are the plan's, and may be NULL. */
typedef struct lyh_element {
    const char *tag;
    guint depth;             /* how many are open around it */
    size_t page;             /* that it begins on, from 0 */
    lyh_furniture furniture; /* Private */
    bool goes_on;            /* TR: its cells go on with those of the row before */
    const char *words;       /* Figure: in words; Link: where it leads */
    const char *language;    /* when another than the report's */
    const char *scope;       /* TH: "Column" or "Row" */
    const char *id;          /* TH, Note; no other has the same */
    const char *headers;     /* TD: the ids of its headers, a space between */
    double box[4];      /* Figure: left, top, right, bottom, from the upper left corner */
    size_t target_page; /* Link */
    double target_y;    /* from the upper edge of that page */
} lyh_element;

typedef struct lyh_plan {
    GArray *elements; /* lyh_element, in the order they were begun */
    GStringChunk *texts;
    guint depth;
} lyh_plan;

lyh_plan *lyh_plan_new(void);
/** NULL is fine. */
void lyh_plan_free(lyh_plan *plan);

/** The element @tag (never freed) begins on @page. Lent until the next one begins. */
lyh_element *lyh_plan_open(lyh_plan *plan, const char *tag, size_t page);
/** The one begun last ends. */
void lyh_plan_close(lyh_plan *plan);
/** A copy of @text that lives as long as the plan. */
const char *lyh_plan_keep(lyh_plan *plan, const char *text);

/** The same bytes every time: @pdf, of pages @height points high, with all that @plan tells. */
GByteArray *lyh_ua_finish(const GByteArray *pdf, const lyh_plan *plan,
                          const lyh_report_info *info, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_plan, lyh_plan_free)

#endif
