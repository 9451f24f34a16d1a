/* The file itself: what is none of ours, older, newer, damaged; two who write; and who may change what. */
#include <errno.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <lyhord/store/holder.h>

#include "../../src/store/database.h"
#include "journals.h"

static char *fault_of(const char *path, lyh_journal_mode mode)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    lyh_journal *journal = lyh_journal_open(path, mode, diags, &error);
    g_assert_null(journal);
    g_assert_cmpint(error.kind, !=, LYH_ERROR_NONE);
    return g_strdup(lyh_diags_count(diags) > 0 ? lyh_diags_at(diags, 0)->code : "");
}

/* SQLite itself, without us: as another program would. */
static void by_sqlite(const char *path, const char *sql, int expected)
{
    sqlite3 *db;
    g_assert_cmpint(sqlite3_open(path, &db), ==, SQLITE_OK);
    int code = sqlite3_exec(db, sql, NULL, NULL, NULL);
    if (code != expected)
        g_test_message("%s", sqlite3_errmsg(db));
    g_assert_cmpint(code, ==, expected);
    sqlite3_close(db);
}

static void put_bytes(const char *path, const char *bytes, size_t size)
{
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
}

static void an_empty_or_foreign_file_is_refused_and_not_touched(void)
{
    g_autofree char *path = new_path();
    static const struct {
        const char *bytes, *code;
    } files[] = { { "", "store-empty" }, { "en lapp", "store-foreign" } };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        put_bytes(path, files[i].bytes, strlen(files[i].bytes));
        for (int mode = LYH_JOURNAL_READ; mode <= LYH_JOURNAL_CREATE; mode++) {
            g_autofree char *code = fault_of(path, (lyh_journal_mode)mode);
            g_assert_cmpstr(code, ==, files[i].code);
        }
        g_autofree char *after = NULL;
        g_assert_true(g_file_get_contents(path, &after, NULL, NULL));
        g_assert_cmpstr(after, ==, files[i].bytes);
        g_unlink(path);
    }
    /* another program's database */
    by_sqlite(path, "CREATE TABLE notes(text); INSERT INTO notes VALUES('a')", SQLITE_OK);
    g_autofree char *code = fault_of(path, LYH_JOURNAL_CREATE);
    g_assert_cmpstr(code, ==, "store-foreign");
    remove_store(path);
}

static void a_newer_file_is_refused_by_its_version(void)
{
    g_autofree char *path = new_path();
    lyh_journal_close(open_as(path, LYH_JOURNAL_CREATE));
    by_sqlite(path, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 7", SQLITE_OK);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    g_assert_null(lyh_journal_open(path, LYH_JOURNAL_WRITE, diags, &error));
    g_assert_cmpstr(lyh_diags_at(diags, 0)->code, ==, "store-newer");
    g_assert_nonnull(strstr(lyh_diags_at(diags, 0)->message, "version 7"));
    remove_store(path);
}

static void a_damaged_file_or_one_with_other_tables_is_refused(void)
{
    g_autofree char *path = new_path();
    lyh_journal *journal = open_as(path, LYH_JOURNAL_CREATE);
    for (size_t i = 0; i < 50; i++)
        add(journal, code_at("anna", "R01", 10 * i, 10 * i + 5, "tid"));
    lyh_journal_close(journal);
    g_autofree char *bytes = NULL;
    gsize size;
    g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    g_autofree char *broken = g_memdup2(bytes, size);
    /* every page but the first two: whatever is damaged, nothing else is told of it */
    memset(broken + 8192, 0x5a, size - 8192);
    put_bytes(path, broken, size);
    g_autofree char *code = fault_of(path, LYH_JOURNAL_WRITE);
    g_assert_cmpstr(code, ==, "store-damaged");

    put_bytes(path, bytes, size);
    by_sqlite(path, "DROP TRIGGER journal_is_not_changed", SQLITE_OK);
    g_autofree char *other = fault_of(path, LYH_JOURNAL_WRITE);
    g_assert_cmpstr(other, ==, "store-damaged");
    remove_store(path);
}

static void there_is_nothing_to_open_where_nothing_is(void)
{
    g_autofree char *path = new_path();
    g_free(fault_of(path, LYH_JOURNAL_READ));
    g_free(fault_of(path, LYH_JOURNAL_WRITE));
    g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
    remove_store(path);
}

static void the_journal_is_only_added_to_by_other_programs_too(void)
{
    g_autofree char *path = new_path();
    lyh_journal *journal = open_as(path, LYH_JOURNAL_CREATE);
    add(journal, code_at("anna", "R01", 0, 5, "tid"));
    lyh_journal_close(journal);
    by_sqlite(path, "DELETE FROM journal", SQLITE_CONSTRAINT);
    by_sqlite(path, "UPDATE journal SET who = 'bo'", SQLITE_CONSTRAINT);
    remove_store(path);
}

static void what_holds_is_made_again_when_somebody_changed_it(void)
{
    g_autofree char *path = new_path();
    lyh_journal *journal = open_as(path, LYH_JOURNAL_CREATE);
    add(journal, code_at("anna", "R01", 0, 5, "tid"));
    lyh_journal_close(journal);
    by_sqlite(path, "UPDATE codings SET code = 'lokal'", SQLITE_OK);
    bool was_right = true;
    lyh_error error = { 0 };
    journal = open_as(path, LYH_JOURNAL_READ);
    g_assert_true(lyh_journal_rebuild(journal, &was_right, &error));
    g_assert_false(was_right);
    lyh_journal_close(journal);
    journal = open_as(path, LYH_JOURNAL_WRITE);
    g_assert_true(lyh_journal_rebuild(journal, &was_right, &error));
    g_assert_false(was_right);
    g_autoptr(lyh_stored_codings) codings = codings_of(journal, NULL, NULL);
    g_assert_cmpstr(lyh_stored_codings_at(codings, 0)->code, ==, "tid");
    assert_rebuilt_is_kept(journal);
    lyh_journal_close(journal);
    remove_store(path);
}

/* ---- an older one ---- */

/* Version 0 had the journal alone, in the order of writing. */
static void make_version_0(const char *path, const lyh_event *events, size_t count)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    g_string_printf(
        sql,
        "PRAGMA application_id = %d; PRAGMA user_version = 0;"
        "CREATE TABLE journal(seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, "
        "at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, "
        "body TEXT NOT NULL);",
        LYH_JOURNAL_APPLICATION);
    for (size_t i = 0; i < count; i++) {
        char id[LYH_EVENT_ID_SIZE];
        lyh_event_id_text(events[i].id, id);
        g_auto(GStrv) parts = g_strsplit(id, "-", -1);
        g_autofree char *digits = g_strjoinv("", parts);
        g_string_append_printf(
            sql,
            "INSERT INTO journal VALUES(%zu, x'%s', '%s', '%s', 'code', "
            "'{\"document\":\"R01\",\"text_sha256\":\"%s\",\"start\":%zu,\"end\":%zu,"
            "\"quote\":\"bra\",\"code\":\"%s\",\"polarity\":\"+\"}');",
            i + 1, digits, events[i].at, events[i].who, TEXT_HASH, events[i].place.start,
            events[i].place.end, events[i].code);
    }
    by_sqlite(path, sql->str, SQLITE_OK);
}

static size_t count_of_files(const char *path, const char *part)
{
    size_t count = 0;
    g_autofree char *folder = g_path_get_dirname(path);
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir))
        count += strstr(name, part) != NULL;
    g_dir_close(dir);
    return count;
}

static void an_older_file_is_brought_up_to_date_behind_a_copy_that_opens(void)
{
    g_autofree char *path = new_path();
    g_autofree char *backup = g_strconcat(path, ".bak-0-1", NULL);
    const lyh_event events[] = { code_at("anna", "R01", 0, 5, "tid"),
                                 code_at("bo", "R01", 10, 15, "lokal") };
    make_version_0(path, events, 2);
    g_autofree char *code = fault_of(path, LYH_JOURNAL_READ);
    g_assert_cmpstr(code, ==, "store-older");
    g_assert_cmpuint(count_of_files(path, ".bak-"), ==, 0);

    lyh_journal *journal = open_as(path, LYH_JOURNAL_WRITE);
    g_assert_cmpuint(count_of(journal, "anna", NULL), ==, 1);
    g_assert_cmpuint(count_of(journal, "bo", NULL), ==, 1);
    assert_rebuilt_is_kept(journal);
    add(journal, about("bo", LYH_EVENT_UNDO, events[1].id));
    lyh_journal_close(journal);
    struct stat status;
    g_assert_cmpint(stat(backup, &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0600);

    /* the copy is put back, and is what it was */
    g_assert_cmpint(g_rename(backup, path), ==, 0);
    journal = open_as(path, LYH_JOURNAL_WRITE);
    g_assert_cmpuint(count_of(journal, NULL, NULL), ==, 2);
    lyh_journal_close(journal);
    remove_store(path);
}

/* The tables are the same: it is read as it stands, and stamped by who writes. */
static void a_file_of_version_1_is_read_and_brought_up_to_date_when_written(void)
{
    g_autofree char *path = new_path();
    lyh_journal *journal = open_as(path, LYH_JOURNAL_CREATE);
    add(journal, code_at("anna", "R01", 0, 5, "tid"));
    lyh_journal_close(journal);
    by_sqlite(path, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 1", SQLITE_OK);
    journal = open_as(path, LYH_JOURNAL_READ);
    g_assert_cmpuint(count_of(journal, "anna", NULL), ==, 1);
    lyh_journal_close(journal);
    g_assert_cmpuint(count_of_files(path, ".bak-"), ==, 0);
    journal = open_as(path, LYH_JOURNAL_WRITE);
    g_assert_cmpuint(count_of(journal, "anna", NULL), ==, 1);
    assert_rebuilt_is_kept(journal);
    lyh_journal_close(journal);
    g_assert_cmpuint(count_of_files(path, ".bak-1-1"), ==, 1);
    lyh_journal_close(open_as(path, LYH_JOURNAL_WRITE));
    g_assert_cmpuint(count_of_files(path, ".bak-"), ==, 1);
    remove_store(path);
}

static void three_copies_are_kept_the_newest(void)
{
    g_autofree char *path = new_path();
    const lyh_event event = code_at("anna", "R01", 0, 5, "tid");
    for (size_t i = 1; i <= 5; i++) {
        make_version_0(path, &event, 1);
        lyh_journal_close(open_as(path, LYH_JOURNAL_WRITE));
        g_unlink(path);
    }
    g_assert_cmpuint(count_of_files(path, ".bak-0-"), ==, 3);
    g_assert_cmpuint(count_of_files(path, ".bak-0-5"), ==, 1);
    g_assert_cmpuint(count_of_files(path, ".bak-0-2"), ==, 0);
    remove_store(path);
}

/* ---- two who write ---- */

static void write_many(const char *path, const char *who, guint32 first)
{
    lyh_journal *journal = open_as(path, LYH_JOURNAL_CREATE);
    for (guint32 i = 0; i < 40; i++) {
        lyh_event event = code_at(who, "R01", 10 * i, 10 * i + 5, "tid");
        unsigned char random[16] = { 0 };
        guint32 number = first + i;
        memcpy(random, &number, sizeof number);
        event.id = lyh_event_id_random(random);
        add(journal, event);
    }
    lyh_journal_close(journal);
}

/* Each makes the file when it is first: nothing of either is lost. */
static void two_processes_write_at_once_and_lose_nothing(void)
{
    g_autofree char *path = new_path();
    pid_t children[2];
    static const char *const names[] = { "anna", "bo" };
    for (guint32 i = 0; i < 2; i++) {
        children[i] = fork();
        g_assert_cmpint(children[i], >=, 0);
        if (children[i] == 0) {
            write_many(path, names[i], 1000 * (i + 1));
            _exit(0);
        }
    }
    for (size_t i = 0; i < 2; i++) {
        int status = -1;
        while (waitpid(children[i], &status, 0) < 0 && errno == EINTR)
            ;
        g_assert_cmpint(status, ==, 0);
    }
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_READ);
    g_assert_cmpuint(count_of(journal, "anna", NULL), ==, 40);
    g_assert_cmpuint(count_of(journal, "bo", NULL), ==, 40);
    assert_rebuilt_is_kept(journal);
    remove_store(path);
}

/* In another process, as whoever is told that it is busy asks. */
static long holder_asked_elsewhere(const char *path)
{
    int ends[2];
    long holder = -1;
    g_assert_cmpint(pipe(ends), ==, 0);
    pid_t child = fork();
    if (child == 0) {
        long found = lyh_journal_holder(path);
        _exit(write(ends[1], &found, sizeof found) == (ssize_t)sizeof found ? 0 : 1);
    }
    g_assert_cmpint(read(ends[0], &holder, sizeof holder), ==, sizeof holder);
    close(ends[0]);
    close(ends[1]);
    g_assert_cmpint(waitpid(child, NULL, 0), ==, child);
    return holder;
}

/* Looking at the file once more must not let go of it: another could then take it away. */
static void who_has_it_open_is_known_and_stays_so_while_it_is_read(void)
{
    g_autofree char *path = new_path();
    lyh_journal *journal = open_as(path, LYH_JOURNAL_CREATE);
    add(journal, code_at("anna", "R01", 0, 5, "tid"));
    g_assert_cmpint(holder_asked_elsewhere(path), ==, getpid());
    lyh_journal_close(open_as(path, LYH_JOURNAL_READ));
    g_assert_cmpint(holder_asked_elsewhere(path), ==, getpid());
    add(journal, code_at("anna", "R01", 10, 15, "tid"));
    lyh_journal_close(journal);
    g_assert_cmpint(holder_asked_elsewhere(path), ==, 0);
    remove_store(path);
}

/* ---- disks ---- */

static bool is_on_network;

/* Instead of the C library's: tells of a disk that this machine has not. */
int statfs(const char *path, struct statfs *disk)
{
    int done = (int)syscall(SYS_statfs, path, disk);
    if (done == 0 && is_on_network)
        disk->f_type = 0x6969; /* nfs */
    return done;
}

/* linux/magic.h, and statfs(2) for those it lacks */
static void a_log_is_used_on_disks_of_this_machine_alone(void)
{
    static const uint32_t local[] = { 0xef53, 0x58465342, 0x9123683e, 0x01021994,
                                      0x794c7630 };
    static const uint32_t others[] = {
        0x6969 /* nfs */,      0x517b /* smb */,        0xff534d42 /* cifs */,
        0xfe534d42 /* smb2 */, 0x65735546 /* fuse */,   0x01021997 /* 9p */,
        0x00c36400 /* ceph */, 0x5346414f /* afs */,    0x73757245 /* coda */,
        0x564c /* ncp */,      0x786f4256 /* vboxsf */, 0x0bd00bd0 /* lustre */,
        0x01161970 /* gfs2 */, 0x7461636f /* ocfs2 */,  0x61756673 /* aufs */,
        0x47504653 /* gpfs */, 0xbacbacbc /* vmhgfs */, 0,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(local); i++)
        g_assert_true(database_is_local(local[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        g_assert_false(database_is_local(others[i]));
}

static void on_a_network_s_disk_two_write_without_a_log(void)
{
    g_autofree char *path = new_path();
    is_on_network = true;
    lyh_journal *anna = open_as(path, LYH_JOURNAL_CREATE);
    lyh_journal *bo = open_as(path, LYH_JOURNAL_WRITE);
    add(anna, code_at("anna", "R01", 0, 5, "tid"));
    add(bo, code_at("bo", "R01", 0, 5, "tid"));
    add(anna, code_at("anna", "R01", 10, 15, "tid"));
    g_assert_cmpuint(count_of(bo, NULL, NULL), ==, 3);
    g_assert_cmpuint(count_of_files(path, "-wal"), ==, 0);
    lyh_journal_close(anna);
    lyh_journal_close(bo);
    is_on_network = false;
    anna = open_as(path, LYH_JOURNAL_WRITE);
    add(anna, code_at("anna", "R01", 20, 25, "tid"));
    g_assert_cmpuint(count_of_files(path, "-wal"), ==, 1);
    lyh_journal_close(anna);
    remove_store(path);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/store/file/" #name, name)
    TEST(an_empty_or_foreign_file_is_refused_and_not_touched);
    TEST(a_newer_file_is_refused_by_its_version);
    TEST(a_damaged_file_or_one_with_other_tables_is_refused);
    TEST(there_is_nothing_to_open_where_nothing_is);
    TEST(the_journal_is_only_added_to_by_other_programs_too);
    TEST(what_holds_is_made_again_when_somebody_changed_it);
    TEST(an_older_file_is_brought_up_to_date_behind_a_copy_that_opens);
    TEST(a_file_of_version_1_is_read_and_brought_up_to_date_when_written);
    TEST(three_copies_are_kept_the_newest);
    TEST(two_processes_write_at_once_and_lose_nothing);
    TEST(who_has_it_open_is_known_and_stays_so_while_it_is_read);
    TEST(a_log_is_used_on_disks_of_this_machine_alone);
    TEST(on_a_network_s_disk_two_write_without_a_log);
    return g_test_run();
}
