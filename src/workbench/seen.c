#include "seen.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/store/pairs.h>

#include "../store/autoptr.h"

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

bool seen_visit(workbench *bench, const seen_filter *filter,
                void (*visitor)(void *user, const lyh_stored_coding *coding), void *user,
                lyh_error *error)
{
    g_autoptr(lyh_stored_names) documents = lyh_journal_documents(bench->journal, error);
    for (size_t i = 0; documents && i < lyh_stored_names_count(documents); i++) {
        const char *document = lyh_stored_names_at(documents, i);
        if (!fits(filter->document, document))
            continue;
        g_autoptr(lyh_stored_codings) codings = lyh_journal_codings_seen(
            bench->journal, bench->coder ? bench->coder : "", document, error);
        if (!codings)
            return false;
        for (size_t k = 0; k < lyh_stored_codings_count(codings); k++)
            if (passes(filter, lyh_stored_codings_at(codings, k)))
                visitor(user, lyh_stored_codings_at(codings, k));
    }
    return documents != NULL;
}
