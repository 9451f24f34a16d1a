#include "ledger.h"

#include <string.h>

#include <lyhord/study/lock.h>

#include "cells.h"
#include "decision_rows.h"
#include "study_private.h"

#define RELEASE "release"
#define ACCEPTED "accepted"
#define EVERYONE "all"
#define IS " = "

static bool is_release(const char *kind, const char *value)
{
    return strcmp(kind, RELEASE) == 0 && strcmp(value, ACCEPTED) != 0;
}

const lyh_decision *ledger_row(const lyh_study *study, size_t index)
{
    size_t count = study->decisions ? lyh_decisions_count(study->decisions) : 0;
    for (size_t i = 0; i < count; i++) {
        const lyh_decision *row = lyh_decisions_at(study->decisions, i);
        if (is_release(row->kind, row->value) && index-- == 0)
            return row;
    }
    return NULL;
}

bool ledger_is_of_survey(const lyh_decision *row)
{
    return g_str_has_prefix(row->value, LEDGER_SURVEY);
}

size_t lyh_study_release_count(const lyh_study *study)
{
    size_t count = 0;
    while (ledger_row(study, count))
        count++;
    return count;
}

const char *lyh_study_release_name(const lyh_study *study, size_t index)
{
    return ledger_row(study, index)->target;
}

const char *lyh_study_release_date(const lyh_study *study, size_t index)
{
    return ledger_row(study, index)->date;
}

char **ledger_parts(const char *value, bool of_ids)
{
    const char *is = strstr(value, IS);
    if (of_ids)
        return g_strsplit(is ? is + strlen(IS) : "", "|", -1);
    g_autofree char *splits = is ? g_strndup(value, (size_t)(is - value)) : g_strdup(value);
    return g_strsplit(splits, "|", -1);
}

char *lyh_study_release_splits(const lyh_study *study, size_t index)
{
    g_auto(GStrv) splits = ledger_parts(ledger_row(study, index)->value, false);
    return g_strjoinv(", ", splits);
}

size_t lyh_study_release_persons(const lyh_study *study, size_t index)
{
    g_auto(GStrv) ids = ledger_parts(ledger_row(study, index)->value, true);
    return g_strv_length(ids);
}

/* ---- splits ---- */

/* A pair is written with "+", in what somebody asks for with "," too; an attribute may hold either sign. */
static bool read_split(const lyh_study *study, const char *text, const char *signs,
                       lyh_release_split *split)
{
    const lyh_respondents *respondents = study->respondents;
    *split = (lyh_release_split){ LYH_NONE, LYH_NONE, 0 };
    split->first = lyh_respondents_find_attribute(respondents, text);
    if (split->first != LYH_NONE)
        return true;
    size_t at = strcspn(text, signs);
    if (!text[at])
        return false;
    g_autofree char *first = g_strndup(text, at);
    g_autofree char *second = g_strdup(text + at + 1);
    split->first = lyh_respondents_find_attribute(respondents, g_strstrip(first));
    split->second = lyh_respondents_find_attribute(respondents, g_strstrip(second));
    return split->first != LYH_NONE && split->second != LYH_NONE &&
           split->first != split->second;
}

static void say_unknown(const lyh_study *study, const char *name, lyh_diags *diags,
                        lyh_error *error)
{
    const lyh_respondents *respondents = study->respondents;
    g_autoptr(GString) known = g_string_new(NULL);
    for (size_t i = 0; i < lyh_respondents_attribute_count(respondents); i++)
        g_string_append_printf(known, "%s%s", i ? ", " : "",
                               lyh_respondents_attribute(respondents, i));
    lyh_diags_error(diags, "attribute-unknown", lyh_place_none(),
                    "the respondents have no attribute '%s'; they have: %s", name,
                    known->len ? known->str : "-");
    lyh_error_set(error, LYH_ERROR_DATA, 0, "");
}

lyh_release_split *lyh_study_splits(const lyh_study *study, const char *by, size_t *count,
                                    lyh_diags *diags, lyh_error *error)
{
    const char *list = by ? by : lyh_study_group_by(study);
    g_auto(GStrv) names = by ? g_new0(char *, 2) : g_strsplit(list, ",", -1);
    if (by)
        names[0] = g_strdup(by);
    lyh_release_split *splits = g_new0(lyh_release_split, g_strv_length(names) + 1);
    *count = 0;
    for (char **name = names; *name; name++) {
        if (!*g_strstrip(*name))
            continue;
        if (!read_split(study, *name, by ? "+," : "+", &splits[*count])) {
            say_unknown(study, *name, diags, error);
            g_free(splits);
            return NULL;
        }
        ++*count;
    }
    return splits;
}

static bool is_same(const lyh_release_split *one, const lyh_release_split *other)
{
    return one->first == other->first && one->second == other->second;
}

static char *name_of(const lyh_study *study, const lyh_release_split *split)
{
    const char *first = lyh_respondents_attribute(study->respondents, split->first);
    return split->second == LYH_NONE
               ? g_strdup(first)
               : g_strdup_printf(
                     "%s+%s", first,
                     lyh_respondents_attribute(study->respondents, split->second));
}

/* ---- the plan ---- */

static void add_known(const lyh_study *study, GArray *splits, char **names, size_t time)
{
    for (char **name = names; *name; name++) {
        lyh_release_split split;
        if (!read_split(study, g_strstrip(*name), "+", &split))
            continue; /* an attribute that was there once */
        split.time = time;
        g_array_append_val(splits, split);
    }
}

lyh_tally_plan *lyh_study_plan(const lyh_study *study, const lyh_tally *tally,
                               const lyh_release_split *asked, size_t count, size_t *first,
                               const lyh_catalog *catalog)
{
    g_autoptr(GArray) splits = g_array_new(FALSE, FALSE, sizeof(lyh_release_split));
    size_t releases = lyh_study_release_count(study);
    for (size_t i = 0; i < releases; i++) {
        if (ledger_is_of_survey(ledger_row(study, i)))
            continue;
        g_auto(GStrv) names = ledger_parts(ledger_row(study, i)->value, false);
        add_known(study, splits, names, i);
    }
    g_auto(GStrv) promised = g_strsplit(lyh_study_group_by(study), ",", -1);
    add_known(study, splits, promised, releases);
    *first = splits->len;
    for (size_t i = 0; i < count; i++) {
        lyh_release_split split = asked[i];
        split.time = releases;
        g_array_append_val(splits, split);
    }
    return lyh_tally_plan_new(
        tally, (const lyh_release_split *)(void *)splits->data, splits->len,
        study->threshold, cells_are_accepted(study) ? cells_accepts : NULL, study, catalog);
}

/* ---- persons ---- */

static GHashTable *ids_of(const lyh_study *study, const lyh_tally *tally)
{
    GHashTable *ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < lyh_respondents_count(study->respondents); i++)
        if (lyh_tally_has(tally, i))
            g_hash_table_add(ids, g_strdup(lyh_respondents_id(study->respondents, i)));
    return ids;
}

size_t ledger_difference(const lyh_study *study, GHashTable *ids, char **earlier)
{
    size_t shared = 0, gone = 0, all = 0;
    for (char **id = earlier; *id; id++) {
        if (!**id || lyh_decisions_find(study->decisions, "withdrawal", *id))
            continue;
        all++;
        if (g_hash_table_contains(ids, *id))
            shared++;
        else
            gone++;
    }
    return all == 0 ? 0 : gone + g_hash_table_size(ids) - shared;
}

static bool is_accepted(const lyh_study *study, const char *name)
{
    for (size_t i = 0; i < lyh_decisions_count(study->decisions); i++) {
        const lyh_decision *row = lyh_decisions_at(study->decisions, i);
        if (strcmp(row->kind, RELEASE) == 0 && strcmp(row->target, name) == 0 &&
            strcmp(row->value, ACCEPTED) == 0 && *row->reason)
            return true;
    }
    return false;
}

bool ledger_lets(const lyh_study *study, GHashTable *ids, bool is_of_survey,
                 lyh_diags *diags, lyh_error *error)
{
    bool may = true;
    for (size_t i = 0; i < lyh_study_release_count(study); i++) {
        const lyh_decision *row = ledger_row(study, i);
        g_auto(GStrv) earlier = ledger_parts(row->value, true);
        size_t differ = ledger_difference(study, ids, earlier);
        if (ledger_is_of_survey(row) != is_of_survey || differ == 0 ||
            differ >= study->threshold || is_accepted(study, row->target))
            continue;
        may = false;
        lyh_diags_error(
            diags, "release-difference", lyh_place_file(study->options.folder),
            "the persons differ from those of the release '%s' by %zu; who holds one "
            "table against the other can tell of them. Use --draft for yourselves, or "
            "accept it with a reason, in decisions.csv: release;%s;accepted;WHO;WHY;%s",
            row->target, differ, row->target, lyh_study_setting(study, "date"));
    }
    return may || lyh_error_set(error, LYH_ERROR_NOT_ALLOWED, 0, "");
}

bool lyh_study_may_release(const lyh_study *study, const lyh_tally *tally, lyh_diags *diags,
                           lyh_error *error)
{
    g_autoptr(GHashTable) ids = ids_of(study, tally);
    return ledger_lets(study, ids, false, diags, error);
}

/* ---- the row ---- */

static bool shows_all(const lyh_study *study, const lyh_decision *row,
                      const lyh_release_split *asked, size_t count)
{
    g_auto(GStrv) names = ledger_parts(row->value, false);
    g_autoptr(GArray) shown = g_array_new(FALSE, FALSE, sizeof(lyh_release_split));
    add_known(study, shown, names, 0);
    for (size_t i = 0; i < count; i++) {
        bool is_shown = false;
        for (guint k = 0; k < shown->len; k++)
            is_shown |= is_same(&g_array_index(shown, lyh_release_split, k), &asked[i]);
        if (!is_shown)
            return false;
    }
    return true;
}

static bool is_recorded(const lyh_study *study, GHashTable *ids,
                        const lyh_release_split *asked, size_t count)
{
    for (size_t i = 0; i < lyh_study_release_count(study); i++) {
        const lyh_decision *row = ledger_row(study, i);
        g_auto(GStrv) earlier = ledger_parts(row->value, true);
        if (!ledger_is_of_survey(row) && **earlier &&
            ledger_difference(study, ids, earlier) == 0 &&
            shows_all(study, row, asked, count))
            return true;
    }
    return false;
}

static char *value_of(const lyh_study *study, const lyh_tally *tally,
                      const lyh_release_split *asked, size_t count)
{
    GString *value = g_string_new(count == 0 ? EVERYONE : NULL);
    for (size_t i = 0; i < count; i++) {
        g_autofree char *name = name_of(study, &asked[i]);
        g_string_append_printf(value, "%s%s", i ? "|" : "", name);
    }
    g_string_append(value, IS);
    size_t persons = 0;
    for (size_t i = 0; i < lyh_respondents_count(study->respondents); i++)
        if (lyh_tally_has(tally, i))
            g_string_append_printf(value, "%s%s", persons++ ? "|" : "",
                                   lyh_respondents_id(study->respondents, i));
    return g_string_free(value, FALSE);
}

/* decisions.csv is read and written while nobody else does. */
static bool add_row(const lyh_study *study, const lyh_decision *row, lyh_diags *diags,
                    lyh_error *error)
{
    int lock = lyh_folder_lock(study->options.folder, error);
    if (lock < 0)
        return false;
    g_autofree char *path = study_path(study, "decisions.csv");
    g_autoptr(table_file) decisions = path ? table_file_open(path, diags, error) : NULL;
    g_autoptr(study_changes) changes = changes_new();
    bool is_read = !path || decisions;
    if (is_read)
        decision_rows_plan(changes, study->options.folder, decisions, row, 1);
    bool is_written = is_read && changes_make(changes, diags, error);
    lyh_folder_unlock(lock);
    return is_written;
}

bool ledger_write(const lyh_study *study, const char *kind, const char *value,
                  lyh_diags *diags, lyh_error *error)
{
    g_autofree char *name =
        g_strdup_printf("%s-%zu", kind, lyh_study_release_count(study) + 1);
    const lyh_decision row = { .kind = RELEASE,
                               .target = name,
                               .value = value,
                               .who = "",
                               .reason = "",
                               .date = lyh_study_setting(study, "date") };
    if (add_row(study, &row, diags, error))
        return true;
    lyh_diags_error(diags, "release-unwritten", lyh_place_file(study->options.folder),
                    "the release cannot be written into decisions.csv, so nothing is let "
                    "out; make the folder writable, or use --draft for yourselves");
    return false;
}

bool lyh_study_record_release(const lyh_study *study, const lyh_tally *tally,
                              const char *kind, const lyh_release_split *asked,
                              size_t count, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(GHashTable) ids = ids_of(study, tally);
    if (!study->options.folder || is_recorded(study, ids, asked, count))
        return true;
    g_autofree char *value = value_of(study, tally, asked, count);
    return ledger_write(study, kind, value, diags, error);
}

/* ---- who is taken out ---- */

static char *without(const char *value, const char *id)
{
    const char *is = strstr(value, IS);
    GString *kept = g_string_new_len(value, is - value);
    g_auto(GStrv) ids = ledger_parts(value, true);
    size_t count = 0;
    for (char **one = ids; *one && id; one++) {
        g_autofree char *clean = lyh_id_clean(*one);
        if (strcmp(clean, id) != 0)
            g_string_append_printf(kept, "%s%s", count++ ? "|" : IS, *one);
    }
    return g_string_free(kept, FALSE);
}

size_t ledger_forget(table_file *decisions, const char *id)
{
    size_t changed = 0;
    if (!decisions)
        return 0;
    size_t kinds = lyh_csv_find(decisions->csv, "kind|slag");
    size_t values = lyh_csv_find(decisions->csv, "value|värde|varde");
    for (size_t row = 0; row < lyh_csv_row_count(decisions->csv); row++) {
        g_autofree char *kind = decision_rows_cell(decisions, row, kinds);
        g_autofree char *value = decision_rows_cell(decisions, row, values);
        if (!is_release(kind, value) || !strstr(value, IS))
            continue;
        g_autofree char *kept = without(value, id);
        if (strcmp(kept, value) == 0)
            continue;
        lyh_csv_edit_set(decisions->edit, row, values, kept);
        changed++;
    }
    return changed;
}
