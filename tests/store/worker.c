/*
 * What a program does with a store, to be broken at every call of the system (sweep.py).
 *
 * usage: worker make|old|two|joined|create|append|migrate|join|undo|forget|check PATH
 * Exits with 0, or 10 and the kind of the error. `check` prints events, codings, and whether what holds is
 * what the journal gives.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include <lyhord/store/forget.h>
#include <lyhord/store/imports.h>
#include <lyhord/store/join.h>

#include "journals.h"

#define SECRET "kanariegult"
#define AT_FIRST 30
#define AT_ONCE 20

static lyh_event numbered(guint32 number, const char *respondent)
{
    unsigned char random[16] = { 1 };
    memcpy(random + 12, &number, sizeof number);
    lyh_event event = code_at("anna", "R01", 10 * number, 10 * number + 5, "tid");
    event.id = lyh_event_id_random(random);
    event.place.respondent = respondent;
    if (strcmp(respondent, "R07") == 0)
        event.place.quote = "det var " SECRET;
    return event;
}

static bool append(lyh_journal *journal, guint32 first, guint32 count, lyh_diags *diags,
                   lyh_error *error)
{
    lyh_event events[AT_FIRST];
    for (guint32 i = 0; i < count; i++)
        events[i] = numbered(first + i, (first + i) % 3 == 0 ? "R07" : "R01");
    return lyh_journal_append(journal, events, count, diags, error);
}

static bool open_and_append(const char *path, lyh_journal_mode mode, guint32 first,
                            guint32 count, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_journal) journal = lyh_journal_open(path, mode, diags, error);
    return journal && append(journal, first, count, diags, error);
}

/* The journal alone, as version 0 had it. */
static bool make_old(const char *path)
{
    sqlite3 *db;
    g_autofree char *sql = g_strdup_printf(
        "PRAGMA application_id = %d; PRAGMA user_version = 0;"
        "CREATE TABLE journal(seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, "
        "at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL);"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
        "INSERT INTO journal SELECT i, randomblob(16), '2026-05-01T12:00:00Z', 'anna', "
        "'code', '{\"document\":\"R01\",\"text_sha256\":\"%s\",\"start\":' || i || "
        "',\"end\":' || (i + 5) || ',\"quote\":\"bra\",\"code\":\"tid\"}' FROM n;",
        LYH_JOURNAL_APPLICATION, AT_FIRST, TEXT_HASH);
    bool is_made = sqlite3_open(path, &db) == SQLITE_OK &&
                   sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_close(db);
    return is_made;
}

static lyh_forget_verdict judge(void *user, const lyh_event *event)
{
    (void)user;
    return strcmp(event->place.respondent, "R07") == 0 ? LYH_FORGET_EVENT : LYH_FORGET_KEEP;
}

static bool check(const char *path, lyh_diags *diags, lyh_error *error)
{
    bool was_right = false;
    uint64_t last = 0;
    g_autoptr(lyh_journal) journal = lyh_journal_open(path, LYH_JOURNAL_READ, diags, error);
    g_autoptr(lyh_stored_codings) codings =
        journal ? lyh_journal_codings(journal, NULL, NULL, error) : NULL;
    if (!codings || !lyh_journal_rebuild(journal, &was_right, error) ||
        !lyh_journal_last(journal, &last, error))
        return false;
    printf("%zu %s\n", lyh_stored_codings_count(codings), was_right ? "right" : "wrong");
    return true;
}

/* Another's journal beside it, that has some of the same. */
static char *other_of(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    return g_build_filename(folder, "other.db", NULL);
}

static bool make_two(const char *path, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *other = other_of(path);
    return open_and_append(path, LYH_JOURNAL_CREATE, 0, AT_FIRST, diags, error) &&
           open_and_append(other, LYH_JOURNAL_CREATE, AT_FIRST - 5, AT_ONCE + 5, diags,
                           error);
}

static bool join(const char *path, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *there = other_of(path);
    lyh_event joined = event_by(LYH_IMPORTER, LYH_EVENT_JOINED);
    g_autoptr(lyh_journal) mine = lyh_journal_open(path, LYH_JOURNAL_WRITE, diags, error);
    g_autoptr(lyh_journal) other =
        mine ? lyh_journal_open(there, LYH_JOURNAL_READ, diags, error) : NULL;
    return other && lyh_journal_join(mine, other, NULL, &joined, NULL, NULL, diags, error);
}

/* What an earlier one has taken back is taken back. */
static bool undo(const char *path, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_journal) mine = lyh_journal_open(path, LYH_JOURNAL_WRITE, diags, error);
    g_autoptr(lyh_stored_imports) imports = mine ? lyh_journal_imports(mine, error) : NULL;
    if (!imports)
        return false;
    const lyh_stored_import *import = lyh_stored_imports_at(imports, 0);
    return import->is_undone ||
           lyh_journal_undo_import(mine, import->id, next_id(), "2026-05-02T00:00:00Z",
                                   diags, error);
}

static bool work(const char *what, const char *path, lyh_diags *diags, lyh_error *error)
{
    const lyh_forget forget = { judge, NULL };
    if (strcmp(what, "make") == 0)
        return open_and_append(path, LYH_JOURNAL_CREATE, 0, AT_FIRST, diags, error);
    if (strcmp(what, "create") == 0)
        return open_and_append(path, LYH_JOURNAL_CREATE, 0, 1, diags, error);
    if (strcmp(what, "append") == 0)
        return open_and_append(path, LYH_JOURNAL_WRITE, 100, AT_ONCE, diags, error);
    if (strcmp(what, "old") == 0)
        return make_old(path);
    if (strcmp(what, "two") == 0)
        return make_two(path, diags, error);
    if (strcmp(what, "joined") == 0)
        return make_two(path, diags, error) && join(path, diags, error);
    if (strcmp(what, "join") == 0)
        return join(path, diags, error);
    if (strcmp(what, "undo") == 0)
        return undo(path, diags, error);
    if (strcmp(what, "migrate") == 0)
        return open_and_append(path, LYH_JOURNAL_WRITE, 0, 0, diags, error);
    if (strcmp(what, "forget") == 0)
        return lyh_forget_make(path, &forget, "2026-05-02T00:00:00Z", diags, error);
    return check(path, diags, error);
}

int main(int argc, char **argv)
{
    lyh_error error = { 0 };
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    if (argc != 3)
        return 64;
    if (work(argv[1], argv[2], diags, &error))
        return 0;
    for (size_t i = 0; i < lyh_diags_count(diags); i++)
        fprintf(stderr, "%s\n", lyh_diags_at(diags, i)->message);
    return 10 + (int)error.kind;
}
