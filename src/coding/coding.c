#include <lyhord/coding/coding.h>

#include <string.h>

#include <glib.h>

#include "order.h"

struct lyh_codings {
    GArray *list; /* lyh_coding */
};

static const char *name_in(const char *const *names, size_t count, size_t index)
{
    g_assert(index < count);
    return names[index];
}

const char *lyh_polarity_name(lyh_polarity polarity)
{
    static const char *const names[] = { "0", "+", "-" };
    return name_in(names, G_N_ELEMENTS(names), polarity);
}

const char *lyh_status_name(lyh_status status)
{
    static const char *const names[] = { "suggested", "accepted", "rejected", "manual" };
    return name_in(names, G_N_ELEMENTS(names), status);
}

const char *lyh_mark_name(lyh_mark mark)
{
    static const char *const names[] = { "", "quote", "proposal" };
    return name_in(names, G_N_ELEMENTS(names), mark);
}

lyh_codings *lyh_codings_new(void)
{
    lyh_codings *codings = g_new(lyh_codings, 1);
    codings->list = g_array_new(FALSE, FALSE, sizeof(lyh_coding));
    return codings;
}

void lyh_codings_free(lyh_codings *codings)
{
    if (!codings)
        return;
    g_array_unref(codings->list);
    g_free(codings);
}

void lyh_codings_clear(lyh_codings *codings)
{
    g_array_set_size(codings->list, 0);
}

void lyh_codings_add(lyh_codings *codings, lyh_coding coding)
{
    g_array_append_val(codings->list, coding);
}

lyh_coding *lyh_codings_add_blank(lyh_codings *codings, size_t count)
{
    guint known = codings->list->len;
    g_array_set_size(codings->list, known + (guint)count);
    return &g_array_index(codings->list, lyh_coding, known);
}

size_t lyh_codings_count(const lyh_codings *codings)
{
    return codings->list->len;
}

const lyh_coding *lyh_codings_at(const lyh_codings *codings, size_t index)
{
    g_assert(index < codings->list->len);
    return &g_array_index(codings->list, lyh_coding, index);
}

static gint by_place(gconstpointer one, gconstpointer two)
{
    const lyh_coding *a = one, *b = two;
    int first = order(a->start, b->start);
    int longer = order(b->end, a->end);
    int code = order(a->code, b->code);
    return first ? first : longer ? longer : code ? code : order(a->polarity, b->polarity);
}

/* g_array_sort() is stable: codings alike in all this keep their order. */
void lyh_codings_sort(lyh_codings *codings)
{
    g_array_sort(codings->list, by_place);
}

/* Asked of every coding: a first letter mostly tells. */
static bool begins_with(const char *text, const char *beginning)
{
    return text && text[0] == beginning[0] && g_str_has_prefix(text, beginning);
}

bool lyh_coding_came_from_model(const lyh_coding *coding)
{
    return (begins_with(coding->coder, LYH_MODEL_CODER) &&
            coding->coder[strlen(LYH_MODEL_CODER)] == '\0') ||
           begins_with(coding->rule, LYH_MODEL_RULE);
}

bool lyh_coding_is_of_model(const lyh_coding *coding)
{
    return coding->status == LYH_SUGGESTED && lyh_coding_came_from_model(coding);
}

bool lyh_coding_is_taken(const lyh_coding *coding, bool with_suggested)
{
    bool is_decided = coding->status == LYH_ACCEPTED || coding->status == LYH_MANUAL;
    return is_decided || (with_suggested && coding->status == LYH_SUGGESTED &&
                          !lyh_coding_is_of_model(coding));
}

bool lyh_coding_counts(const lyh_coding *coding, bool with_suggested)
{
    bool is_said = coding->state == LYH_STATED || coding->state == LYH_NEGATED;
    return is_said && lyh_coding_is_taken(coding, with_suggested);
}
