#include "roles.h"

#include <string.h>

static struct mark *mark_at(mark_list *marks, size_t index)
{
    return &g_array_index(marks->items, struct mark, index);
}

static bool is_speaker(const struct mark *mark)
{
    return mark->kind == MARK_SPEAKER || mark->kind == MARK_DASH;
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

static void guess(struct mark *mark, lyh_role role)
{
    mark->role = role;
    mark->certainty = LYH_CERTAINTY_GUESSED;
}

/* The speakers, all of them open; NULL when somebody is known. */
static GArray *open_speakers(mark_list *marks)
{
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i < marks->items->len; i++) {
        if (!is_speaker(mark_at(marks, i)))
            continue;
        if (!is_open(mark_at(marks, i)))
            return NULL;
        g_array_append_val(open, i);
    }
    return g_steal_pointer(&open);
}

/* Does @index ask rather than every other of @open? */
static bool asks_alone(mark_list *marks, const GArray *open, size_t index)
{
    for (size_t i = 0; i < open->len; i++) {
        size_t other = g_array_index(open, size_t, i);
        if (other != index &&
            !asks_rather_than(mark_at(marks, index), mark_at(marks, other)))
            return false;
    }
    return true;
}

/* Of two, who does not ask answers. Of several, one may answer and another listen. */
static size_t propose_who_asks(mark_list *marks)
{
    g_autoptr(GArray) open = open_speakers(marks);
    for (size_t i = 0; open && open->len >= 2 && i < open->len; i++) {
        size_t index = g_array_index(open, size_t, i);
        if (!asks_alone(marks, open, index))
            continue;
        guess(mark_at(marks, index), LYH_ROLE_INTERVIEWER);
        if (open->len == 2)
            guess(mark_at(marks, g_array_index(open, size_t, 1 - i)), LYH_ROLE_RESPONDENT);
        return index;
    }
    return LYH_NONE;
}

static bool has_role(const mark_list *marks, lyh_role role)
{
    for (size_t i = 0; i < marks->items->len; i++)
        if (is_speaker(marks_at(marks, i)) && marks_at(marks, i)->role == role)
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
        guess(mark, LYH_ROLE_INTERVIEWER);
        return i;
    }
    return LYH_NONE;
}

bool roles_need_questions(const mark_list *marks)
{
    if (!has_role(marks, LYH_ROLE_INTERVIEWER))
        return true;
    for (size_t i = 0; i < marks->items->len; i++)
        if (is_speaker(marks_at(marks, i)) && !is_open(marks_at(marks, i)))
            return false;
    return true;
}

size_t roles_propose(mark_list *marks)
{
    size_t guessed = propose_who_asks(marks);
    return guessed != LYH_NONE ? guessed : propose_ambiguous_letter(marks);
}
