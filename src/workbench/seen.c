#include "seen.h"

#include <stdlib.h>
#include <string.h>

/* What is looked for, and of one document whose codings may be seen. */
typedef struct seen_walk {
    workbench *bench;
    const seen_filter *filter;
    const char *document;
    void (*visitor)(void *user, const lyh_stored_coding *coding);
    void *user;
} seen_walk;

static bool fits(const char *wanted, const char *is)
{
    return !wanted || !*wanted || strcmp(wanted, is) == 0;
}

static bool passes(const seen_filter *filter, const lyh_stored_coding *coding)
{
    return coding->status != LYH_REJECTED && fits(filter->coder, coding->coder) &&
           fits(filter->code, coding->code) &&
           fits(filter->respondent, coding->place.respondent) &&
           fits(filter->polarity, lyh_polarity_name(coding->polarity));
}

static void visit(void *user, const lyh_stored_coding *coding)
{
    const seen_walk *walk = user;
    const char *viewer = walk->bench->coder ? walk->bench->coder : "";
    if (passes(walk->filter, coding) &&
        known_sees(walk->bench->known, viewer, walk->document, coding->coder))
        walk->visitor(walk->user, coding);
}

bool seen_visit(workbench *bench, const seen_filter *filter,
                void (*visitor)(void *user, const lyh_stored_coding *coding), void *user,
                lyh_error *error)
{
    size_t count;
    if (!known_refresh(bench->known, error))
        return false;
    const char *const *documents = known_documents(bench->known, &count);
    seen_walk walk = { bench, filter, NULL, visitor, user };
    for (size_t i = 0; i < count; i++) {
        walk.document = documents[i];
        if (fits(filter->document, walk.document))
            known_visit(bench->known, walk.document, visit, &walk);
    }
    return true;
}
