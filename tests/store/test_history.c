/*
 * Random histories against a plain model: what holds is what a person would work out with a pencil,
 * however much is taken back and taken up again, and what is kept is what the journal alone gives.
 */
#include "journals.h"

#define HISTORIES 12
#define STEPS 120
#define CODERS 3

/* The model: every event as it was made, in one list; nothing is derived but by going through all. */
typedef struct told {
    lyh_event event;
    guint target; /* index in the list, or G_MAXUINT */
} told;

static const char *const coders[CODERS] = { "anna", "bo", "cilla" };
static const char *const codes[] = { "tid", "lokal", "lyssna" };

static bool holds(const GArray *list, guint index)
{
    for (guint i = index + 1; i < list->len; i++) {
        const told *later = &g_array_index(list, told, i);
        if (later->event.kind == LYH_EVENT_UNDO && later->target == index && holds(list, i))
            return false;
    }
    return true;
}

/* What stands of coding @index, made by hand; "" when it is gone. g_free(). */
static char *stands(const GArray *list, guint index)
{
    const told *made = &g_array_index(list, told, index);
    const char *code = made->event.code;
    guint code_at = index;
    lyh_mark mark = LYH_MARK_NONE;
    bool is_there = made->event.kind == LYH_EVENT_CODE && holds(list, index);
    for (guint i = index + 1; is_there && i < list->len; i++) {
        const told *later = &g_array_index(list, told, i);
        if (later->target != index || !holds(list, i))
            continue;
        if (later->event.kind == LYH_EVENT_UNCODE)
            is_there = false;
        if (later->event.kind == LYH_EVENT_MARK)
            mark = later->event.mark;
        if (later->event.kind == LYH_EVENT_RECODE) {
            code = later->event.code;
            code_at = i;
        }
    }
    if (!is_there)
        return g_strdup("");
    for (guint i = code_at + 1; i < list->len; i++) {
        const told *later = &g_array_index(list, told, i);
        if (later->event.kind == LYH_EVENT_MERGE && holds(list, i) &&
            strcmp(later->event.code, code) == 0)
            code = later->event.into;
    }
    return g_strdup_printf("%s %zu %s %d", made->event.who, made->event.place.start, code,
                           mark);
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *joined(GPtrArray *lines)
{
    g_ptr_array_sort(lines, by_text);
    g_ptr_array_add(lines, NULL);
    return g_strjoinv("\n", (char **)lines->pdata);
}

static char *by_model(const GArray *list)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < list->len; i++) {
        char *line = stands(list, i);
        if (*line)
            g_ptr_array_add(lines, line);
        else
            g_free(line);
    }
    return joined(lines);
}

static char *by_journal(lyh_journal *journal)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(lyh_stored_codings) codings = codings_of(journal, NULL, NULL);
    for (size_t i = 0; i < lyh_stored_codings_count(codings); i++) {
        const lyh_stored_coding *coding = lyh_stored_codings_at(codings, i);
        g_ptr_array_add(lines,
                        g_strdup_printf("%s %zu %s %d", coding->coder, coding->place.start,
                                        coding->code, coding->mark));
    }
    return joined(lines);
}

/* One of @who's own codings, or G_MAXUINT. */
static guint any_coding(GRand *chance, const GArray *list, const char *who)
{
    for (guint i = 0; i < 20 && list->len > 0; i++) {
        guint index = g_rand_int(chance) % list->len;
        const told *one = &g_array_index(list, told, index);
        if (one->event.kind == LYH_EVENT_CODE && strcmp(one->event.who, who) == 0)
            return index;
    }
    return G_MAXUINT;
}

/* Any event of @who that holds: not only the last, for the journal allows more than the page. */
static guint any_live(GRand *chance, const GArray *list, const char *who)
{
    for (guint i = 0; i < 20 && list->len > 0; i++) {
        guint index = g_rand_int(chance) % list->len;
        const told *one = &g_array_index(list, told, index);
        if (strcmp(one->event.who, who) == 0 && holds(list, index))
            return index;
    }
    return G_MAXUINT;
}

static lyh_event change(GRand *chance, const told *made, const char *who)
{
    static const lyh_event_kind kinds[] = { LYH_EVENT_RECODE, LYH_EVENT_UNCODE,
                                            LYH_EVENT_MARK };
    lyh_event event = made->event;
    event.id = next_id();
    event.who = who;
    event.kind = kinds[g_rand_int(chance) % G_N_ELEMENTS(kinds)];
    event.target = made->event.id;
    event.code = codes[g_rand_int(chance) % G_N_ELEMENTS(codes)];
    event.mark = (lyh_mark)(g_rand_int(chance) % 3);
    return event;
}

static bool next(GRand *chance, const GArray *list, told *step)
{
    const char *who = coders[g_rand_int(chance) % CODERS];
    guint choice = g_rand_int(chance) % 10;
    step->target = G_MAXUINT;
    if (choice < 3) {
        size_t start = 10 * list->len; /* no two at one place */
        step->event = code_at(who, "R01", start, start + 5,
                              codes[g_rand_int(chance) % G_N_ELEMENTS(codes)]);
        return true;
    }
    if (choice == 3) {
        step->event = event_by(who, LYH_EVENT_MERGE);
        guint from = g_rand_int(chance) % G_N_ELEMENTS(codes);
        step->event.code = codes[from];
        step->event.into = codes[(from + 1) % G_N_ELEMENTS(codes)];
        return true;
    }
    step->target = choice < 7 ? any_coding(chance, list, who) : any_live(chance, list, who);
    if (step->target == G_MAXUINT)
        return false;
    const told *target = &g_array_index(list, told, step->target);
    step->event = choice < 7 ? change(chance, target, who)
                             : about(who, LYH_EVENT_UNDO, target->event.id);
    return true;
}

static void one_history(guint32 seed)
{
    g_autofree char *path = new_path();
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_CREATE);
    g_autoptr(GArray) list = g_array_new(FALSE, TRUE, sizeof(told));
    GRand *chance = g_rand_new_with_seed(seed);
    for (guint i = 0; i < STEPS; i++) {
        told step = { .target = G_MAXUINT };
        if (!next(chance, list, &step))
            continue;
        add(journal, step.event);
        g_array_append_val(list, step);
        if (i % 10 != 0 && i + 1 != STEPS)
            continue;
        g_autofree char *expected = by_model(list);
        g_autofree char *found = by_journal(journal);
        g_assert_cmpstr(found, ==, expected);
    }
    assert_rebuilt_is_kept(journal);
    g_rand_free(chance);
    remove_store(path);
}

static void random_histories_hold_what_the_model_says(void)
{
    for (guint32 seed = 1; seed <= HISTORIES; seed++)
        one_history(seed);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/store/history/random_histories_hold_what_the_model_says",
                    random_histories_hold_what_the_model_says);
    return g_test_run();
}
