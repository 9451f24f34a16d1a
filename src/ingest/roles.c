#include "roles.h"

#include <string.h>

static struct mark *mark_at(mark_list *marks, size_t index)
{
    return &g_array_index(marks->items, struct mark, index);
}

/* At least half of @one's turns ask, and less than half of @other's. */
static bool asks_rather_than(const struct mark *one, const struct mark *other)
{
    return one->questions * 2 >= one->turns && other->questions * 2 < other->turns;
}

static bool is_open(const struct mark *mark)
{
    return mark->role == LYH_ROLE_UNKNOWN && !mark->is_settled;
}

static size_t propose_two_names(mark_list *marks)
{
    if (marks->items->len != 2)
        return LYH_NONE;
    for (size_t i = 0; i < 2; i++) {
        struct mark *one = mark_at(marks, i);
        struct mark *other = mark_at(marks, 1 - i);
        if (!is_open(one) || !is_open(other) || !asks_rather_than(one, other))
            continue;
        one->role = LYH_ROLE_INTERVIEWER;
        other->role = LYH_ROLE_RESPONDENT;
        return i;
    }
    return LYH_NONE;
}

static bool has_role(mark_list *marks, lyh_role role)
{
    for (size_t i = 0; i < marks->items->len; i++)
        if (mark_at(marks, i)->role == role)
            return true;
    return false;
}

/* A respondent other than @index against whom it can be held. */
static const struct mark *answering_beside(mark_list *marks, size_t index)
{
    for (size_t i = 0; i < marks->items->len; i++)
        if (i != index && mark_at(marks, i)->role == LYH_ROLE_RESPONDENT)
            return mark_at(marks, i);
    return NULL;
}

/* R is respondent or revisor, M medlyssnare or moderator. */
static size_t propose_ambiguous_letter(mark_list *marks)
{
    if (has_role(marks, LYH_ROLE_INTERVIEWER))
        return LYH_NONE;
    for (size_t i = 0; i < marks->items->len; i++) {
        struct mark *mark = mark_at(marks, i);
        bool is_ambiguous = strcmp(mark->label, "R") == 0 || strcmp(mark->label, "M") == 0;
        const struct mark *other = is_ambiguous ? answering_beside(marks, i) : NULL;
        if (!other || mark->is_settled || !asks_rather_than(mark, other))
            continue;
        mark->role = LYH_ROLE_INTERVIEWER;
        return i;
    }
    return LYH_NONE;
}

size_t roles_propose(mark_list *marks)
{
    size_t guessed = propose_two_names(marks);
    return guessed != LYH_NONE ? guessed : propose_ambiguous_letter(marks);
}
