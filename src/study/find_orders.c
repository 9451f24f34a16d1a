#include <stdlib.h>
#include <string.h>

#include <lyhord/base/output.h>
#include <lyhord/study/lock.h>

#include "../base/autoptr.h"
#include "decision_rows.h"
#include "find_order.h"

#define MOST_REPLACEMENT 100 /* characters */
#define MOST_REASON 300
#define ACCEPTED "accepted"
#define OPEN_AGAIN "open"

static const char *const words[] = {
    [LYH_FIND_OPEN] = "open",
    [LYH_FIND_REPLACE] = "replace",
    [LYH_FIND_KEEP] = "keep",
    [LYH_FIND_UNSURE] = "unsure",
};

const char *lyh_find_decision_name(lyh_find_decision decision)
{
    return words[decision];
}

bool lyh_find_decision_of(const char *name, lyh_find_decision *decision)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_strcmp0(name, words[i]) == 0) {
            *decision = (lyh_find_decision)i;
            return true;
        }
    return false;
}

/* ---- may it be done ---- */

static bool is_line(const char *text, long most)
{
    if (!text || !g_utf8_validate(text, -1, NULL) || g_utf8_strlen(text, -1) > most)
        return false;
    bool is_empty = true;
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_iscntrl(c))
            return false;
        is_empty &= g_unichar_isspace(c);
    }
    return !is_empty;
}

static const char *refuse_texts(const lyh_finds *finds, const lyh_find_order *order)
{
    if (order->decision == LYH_FIND_REPLACE &&
        !is_line(order->replacement, MOST_REPLACEMENT))
        return N_(
            "write what is to stand there instead, at most 100 characters on one line");
    if (order->decision == LYH_FIND_KEEP && !is_line(order->reason, MOST_REASON))
        return N_(
            "say why it may stand there; whoever reads the decisions later wants to know");
    if (!finds->key &&
        (order->decision == LYH_FIND_REPLACE || order->decision == LYH_FIND_UNSURE))
        return N_(
            "the file that says who is who would lie in a study, and no key does; start "
            "the workbench with --key and a file somewhere else");
    return NULL;
}

/* NULL: there is none of that name, in the order's document if it names one. */
static lyh_find *find_called(const lyh_finds *finds, const lyh_find_order *order,
                             const char *id, const find_document **document)
{
    for (guint i = 0; i < finds->documents->len; i++) {
        const find_document *each = finds_document(finds, i);
        bool is_it = !order->document || strcmp(order->document, each->name) == 0;
        lyh_find *find = is_it ? finds_find_id(each, id) : NULL;
        *document = each;
        if (find)
            return find;
    }
    return NULL;
}

const char *lyh_finds_refuse(const lyh_finds *finds, const lyh_find_order *order,
                             bool *is_stale)
{
    const find_document *document;
    bool may_stay = true;
    *is_stale = order->count == 0;
    for (size_t i = 0; !*is_stale && i < order->count; i++) {
        const lyh_find *find = find_called(finds, order, order->ids[i], &document);
        *is_stale = find == NULL;
        may_stay &= !find || lyh_finding_may_be_accepted(find->kind);
    }
    if (*is_stale)
        return N_("the interview is not as it was when you looked; look at it again");
    if (finds->trouble)
        return finds->trouble;
    if (order->decision == LYH_FIND_KEEP && !may_stay)
        return N_("a personal number can never stay; replace it");
    return refuse_texts(finds, order);
}

/* ---- what is to change ---- */

static void clear_chosen(void *data)
{
    g_free(((chosen_find *)data)->replacement);
}

static void choose(GArray *chosen, const find_document *document, lyh_find *find)
{
    const chosen_find each = { document->name, document->sha256, find, LYH_NONE, NULL };
    g_array_append_val(chosen, each);
}

/* Undecided ones that are like @find. What somebody has said about another place stays. */
static void choose_alike(const lyh_finds *finds, GArray *chosen, const lyh_find *find)
{
    for (guint i = 0; i < finds->documents->len; i++) {
        const find_document *document = finds_document(finds, i);
        for (guint k = 0; k < document->list->len; k++) {
            lyh_find *other = finds_find(document, k);
            if (other != find && other->decision == LYH_FIND_OPEN &&
                strcmp(other->like, find->like) == 0)
                choose(chosen, document, other);
        }
    }
}

static GArray *choose_finds(const lyh_finds *finds, const lyh_find_order *order)
{
    GArray *chosen = g_array_new(FALSE, FALSE, sizeof(chosen_find));
    g_array_set_clear_func(chosen, clear_chosen);
    bool is_for_alike = order->is_for_alike && (order->decision == LYH_FIND_REPLACE ||
                                                order->decision == LYH_FIND_UNSURE);
    for (size_t i = 0; i < order->count; i++) {
        const find_document *document;
        lyh_find *find = find_called(finds, order, order->ids[i], &document);
        choose(chosen, document, find);
    }
    if (is_for_alike)
        choose_alike(finds, chosen, g_array_index(chosen, chosen_find, 0).find);
    return chosen;
}

/* ---- by name: decisions.csv ---- */

static void add_decision(order_run *run, const lyh_find *find)
{
    const lyh_find_order *order = run->order;
    bool accepts = order->decision == LYH_FIND_KEEP;
    for (guint i = 0; i < run->named->len; i++)
        if (strcmp(g_array_index(run->named, lyh_decision, i).target, find->target) == 0)
            return;
    const lyh_decision row = { .kind = "finding",
                               .target = find->target,
                               .value = accepts ? ACCEPTED : OPEN_AGAIN,
                               .who = order->who ? order->who : "",
                               .reason = accepts ? order->reason : "",
                               .date = order->date };
    if (find->is_accepted != accepts)
        g_array_append_val(run->named, row);
}

static bool write_decisions(const order_run *run, const char *path, lyh_error *error)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    g_autoptr(study_changes) changes = changes_new();
    g_autoptr(table_file) decisions = NULL;
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        decisions = table_file_open(path, unsaid, error);
        if (!decisions)
            return false;
    }
    decision_rows_plan(changes, run->finds->folder, decisions,
                       (const lyh_decision *)(const void *)run->named->data,
                       run->named->len);
    return changes_make(changes, unsaid, error);
}

static bool decide_by_name(order_run *run, lyh_error *error)
{
    for (guint i = 0; i < run->chosen->len; i++)
        add_decision(run, order_chosen(run, i)->find);
    if (run->named->len == 0)
        return true;
    int lock = lyh_folder_lock(run->finds->folder, error);
    if (lock < 0)
        return false;
    g_autofree char *path = finds_decisions_path(run->finds);
    run->is_known &= order_is_as_matched(path, &run->finds->decisions_file);
    bool is_written = write_decisions(run, path, error);
    run->finds->decisions_file = finds_stat(path);
    lyh_folder_unlock(lock);
    return is_written;
}

/* ---- both ---- */

/* What is let through is let through last, and what is stopped is stopped first. */
static bool write_both(order_run *run, lyh_error *error)
{
    if (run->order->decision == LYH_FIND_KEEP)
        return order_write_key(run, error) && decide_by_name(run, error);
    return decide_by_name(run, error) && order_write_key(run, error);
}

/* Another find by the name of one that was accepted, or is no more. */
static void follow_name(void *user, lyh_find *find)
{
    const order_run *run = user;
    bool accepts = run->order->decision == LYH_FIND_KEEP;
    for (guint i = 0; i < run->named->len; i++) {
        const char *target = g_array_index(run->named, lyh_decision, i).target;
        g_autofree char *one = accepted_key(target, strlen(target));
        g_autofree char *other = accepted_key(find->target, strlen(find->target));
        if (strcmp(one, other) != 0)
            continue;
        find->is_accepted = accepts;
        if (find->row == LYH_NONE)
            find->decision = accepts ? LYH_FIND_KEEP : LYH_FIND_OPEN;
    }
}

/* What the files say now is what they said, and this: they need not be read again. */
static void follow_order(const order_run *run)
{
    if (run->named->len > 0)
        finds_each(run->finds, follow_name, (void *)(uintptr_t)run);
    for (guint i = 0; i < run->chosen->len; i++) {
        chosen_find *each = order_chosen(run, i);
        if (each->row == LYH_NONE)
            continue;
        bool is_made = run->order->decision == LYH_FIND_REPLACE;
        each->find->row = each->row;
        each->find->decision = run->order->decision;
        g_free(each->find->replacement);
        each->find->replacement = is_made ? g_steal_pointer(&each->replacement) : NULL;
    }
    finds_offer(run->finds);
}

typedef struct find_before {
    lyh_find *find;
    lyh_find_decision decision;
} find_before;

static void note_before(void *user, lyh_find *find)
{
    const find_before each = { find, find->decision };
    g_array_append_val((GArray *)user, each);
}

bool lyh_finds_decide(lyh_finds *finds, const lyh_find_order *order,
                      void (*changed)(void *user, const lyh_find *find), void *user,
                      lyh_error *error)
{
    g_autoptr(GArray) before = g_array_new(FALSE, FALSE, sizeof(find_before));
    g_autoptr(GArray) named = g_array_new(FALSE, FALSE, sizeof(lyh_decision));
    g_autoptr(GArray) chosen = choose_finds(finds, order);
    order_run run = { finds, order, chosen, named, true };
    finds_each(finds, note_before, before);
    bool is_done = write_both(&run, error);
    if (is_done && run.is_known)
        follow_order(&run);
    else
        finds_match(finds);
    for (guint i = 0; i < before->len; i++) {
        const find_before *each = &g_array_index(before, find_before, i);
        if (each->find->decision != each->decision)
            changed(user, each->find);
    }
    return is_done;
}
