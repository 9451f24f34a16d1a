#include <lyhord/base/output.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "../../src/base/autoptr.h"

typedef struct place {
    char *folder;
    char *file; /* folder/ut.csv, not there */
} playground;

static void set_up(playground *place, gconstpointer unused)
{
    (void)unused;
    place->folder = g_dir_make_tmp(NULL, NULL);
    place->file = g_build_filename(place->folder, "ut.csv", NULL);
}

static void tear_down(playground *place, gconstpointer unused)
{
    (void)unused;
    g_chmod(place->folder, 0700);
    g_unlink(place->file);
    g_assert_cmpint(g_rmdir(place->folder), ==, 0); /* empty: no temporary file was left */
    g_free(place->file);
    g_free(place->folder);
}

static guint names_in(const char *folder)
{
    guint count = 0;
    GDir *dir = g_dir_open(folder, 0, NULL);
    while (g_dir_read_name(dir))
        count++;
    g_dir_close(dir);
    return count;
}

static void assert_holds(const char *path, const char *expected)
{
    g_autofree char *content = NULL;
    g_assert_true(g_file_get_contents(path, &content, NULL, NULL));
    g_assert_cmpstr(content, ==, expected);
}

static void a_file_appears_only_when_it_is_closed(playground *place, gconstpointer unused)
{
    (void)unused;
    lyh_error error = { 0 };
    lyh_output *output = lyh_output_to_file(place->file, &error);
    g_assert_true(lyh_output_text(output, "a;"));
    g_assert_true(lyh_output_printf(output, "%d\n", 7));
    g_assert_true(lyh_output_write(output, "å\n", 3));
    g_assert_false(g_file_test(place->file, G_FILE_TEST_EXISTS));
    g_assert_true(lyh_output_close(output, &error));
    assert_holds(place->file, "a;7\nå\n");

    struct stat status;
    g_assert_cmpint(stat(place->file, &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0600);
}

static void an_old_file_stands_until_the_new_one_is_whole(playground *place,
                                                          gconstpointer unused)
{
    (void)unused;
    g_assert_true(lyh_file_write(place->file, "gammal", 6, NULL));
    lyh_output *output = lyh_output_to_file(place->file, NULL);
    g_autofree char *much = g_strnfill(300000, 'x');
    g_assert_true(lyh_output_text(output, much));
    assert_holds(place->file, "gammal");
    g_assert_true(lyh_output_close(output, NULL));
    assert_holds(place->file, much);
    g_assert_cmpuint(names_in(place->folder), ==, 1);
}

static void what_is_given_up_leaves_nothing(playground *place, gconstpointer unused)
{
    (void)unused;
    g_assert_true(lyh_file_write(place->file, "gammal", 6, NULL));
    lyh_output *output = lyh_output_to_file(place->file, NULL);
    g_autofree char *much = g_strnfill(300000, 'x');
    lyh_output_text(output, much);
    lyh_output_discard(output);
    lyh_output_discard(NULL);
    assert_holds(place->file, "gammal");
    g_assert_cmpuint(names_in(place->folder), ==, 1);
}

/* Run @check in a child whose limits and rights may be spoilt; its exit status. */
static int in_child(bool (*check)(const char *path), const char *path)
{
    pid_t child = fork();
    if (child == 0)
        _exit(check(path) ? 0 : 1);
    int status = -1;
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    g_assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* A limit on the size of files fails write() half-way with EFBIG, once SIGXFSZ is ignored. */
static bool writes_fail_and_stick(const char *path)
{
    char data[4096];
    memset(data, 'x', sizeof data);
    lyh_error error = { 0 };
    const struct rlimit limit = { 100000, 100000 };
    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return false;

    bool has_failed = false;
    lyh_output *output = lyh_output_to_file(path, &error);
    for (int i = 0; output && i < 100; i++) {
        bool is_written = lyh_output_write(output, data, sizeof data);
        if (has_failed && is_written)
            return false;
        has_failed |= !is_written;
    }
    return has_failed && !lyh_output_close(output, &error) && error.kind == LYH_ERROR_IO &&
           error.number == EFBIG && strcmp(error.path, path) == 0;
}

static void a_failed_write_sticks_and_leaves_the_old_file(playground *place,
                                                          gconstpointer unused)
{
    (void)unused;
    g_assert_true(lyh_file_write(place->file, "gammal", 6, NULL));
    g_assert_cmpint(in_child(writes_fail_and_stick, place->file), ==, 0);
    assert_holds(place->file, "gammal");
    g_assert_cmpuint(names_in(place->folder), ==, 1);
}

/* Root may write anywhere, so the child becomes somebody else. */
static bool creation_is_refused(const char *path)
{
    lyh_error error = { 0 };
    if (geteuid() == 0 && setresuid(65534, 65534, 65534) != 0)
        return false;
    return !lyh_output_to_file(path, &error) && error.kind == LYH_ERROR_CANNOT_CREATE &&
           error.number == EACCES && strcmp(error.path, path) == 0;
}

static void a_read_only_folder_or_file_is_refused_before_anything_is_written(
    playground *place, gconstpointer unused)
{
    (void)unused;
    g_chmod(place->folder, 0555);
    g_assert_cmpint(in_child(creation_is_refused, place->file), ==, 0);

    g_chmod(place->folder, 0777);
    g_assert_true(lyh_file_write(place->file, "skyddad", 7, NULL));
    g_chmod(place->file, 0444);
    g_assert_cmpint(in_child(creation_is_refused, place->file), ==, 0);
    assert_holds(place->file, "skyddad");
}

static void assert_cannot_create(const char *path, int number)
{
    lyh_error error = { 0 };
    g_assert_null(lyh_output_to_file(path, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_CANNOT_CREATE);
    g_assert_cmpint(error.number, ==, number);
    g_assert_cmpstr(error.path, ==, path);
}

static void a_missing_folder_or_a_folder_in_the_way_cannot_be_created(playground *place,
                                                                      gconstpointer unused)
{
    (void)unused;
    g_autofree char *missing = g_build_filename(place->folder, "finns", "inte.csv", NULL);
    g_autofree char *slash = g_strconcat(place->folder, "/", NULL);
    assert_cannot_create(missing, ENOENT);
    assert_cannot_create(place->folder, EISDIR);
    assert_cannot_create(slash, EISDIR);
    assert_cannot_create("", ENOENT);
}

static void a_link_stays_a_link_to_the_new_content(playground *place, gconstpointer unused)
{
    (void)unused;
    g_autofree char *link = g_build_filename(place->folder, "länk.csv", NULL);
    g_assert_true(lyh_file_write(place->file, "gammal", 6, NULL));
    g_assert_cmpint(symlink("ut.csv", link), ==, 0);
    g_assert_true(lyh_file_write(link, "ny", 2, NULL));
    assert_holds(place->file, "ny");
    g_assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
    g_unlink(link);
}

static void a_full_device_is_an_input_output_error(void)
{
    lyh_error error = { 0 };
    int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    lyh_output *output = lyh_output_to_descriptor(full, "standard output");
    g_assert_true(lyh_output_text(output, "rad\n"));
    g_assert_false(lyh_output_close(output, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_IO);
    g_assert_cmpint(error.number, ==, ENOSPC);
    g_assert_cmpstr(error.path, ==, "standard output");
    g_assert_cmpint(close(full), ==, 0); /* it was left open */

    error = (lyh_error){ 0 };
    g_assert_false(lyh_file_write("/dev/full", "rad", 3, &error));
    g_assert_cmpint(error.number, ==, ENOSPC);
}

static void a_device_is_written_to_and_never_replaced(void)
{
    struct stat status;
    g_assert_true(lyh_file_write("/dev/null", "rad", 3, NULL));
    g_assert_cmpint(stat("/dev/null", &status), ==, 0);
    g_assert_true(S_ISCHR(status.st_mode));
}

static void a_pipe_that_does_not_block_gets_every_byte(void)
{
    int ends[2];
    g_assert_cmpint(pipe2(ends, O_NONBLOCK | O_CLOEXEC), ==, 0);
    pid_t child = fork();
    if (child == 0) {
        g_autofree char *much = g_strnfill(1000000, 'x');
        lyh_output *output = lyh_output_to_descriptor(ends[1], "pipe");
        lyh_output_text(output, much);
        _exit(lyh_output_close(output, NULL) ? 0 : 1);
    }
    close(ends[1]);
    g_usleep(100000); /* let the pipe fill up */
    size_t total = 0;
    char data[8192];
    for (ssize_t got = 1; got != 0;) {
        got = read(ends[0], data, sizeof data);
        total += got > 0 ? (size_t)got : 0;
    }
    close(ends[0]);
    int status;
    waitpid(child, &status, 0);
    g_assert_cmpint(status, ==, 0);
    g_assert_cmpuint(total, ==, 1000000);
}

static void memory_is_taken_with_a_zero_behind_it(void)
{
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    lyh_output_printf(output, "%s", "två");
    lyh_output_write(output, "\0x", 2);
    char *data = lyh_output_take(output, &size);
    g_assert_cmpuint(size, ==, 6);
    g_assert_cmpint(memcmp(data, "två\0x", 7), ==, 0);
    free(data);
    g_assert_true(lyh_output_close(lyh_output_to_memory(), NULL));
}

static void folders_are_made_with_their_parents(playground *place, gconstpointer unused)
{
    (void)unused;
    struct stat status;
    lyh_error error = { 0 };
    g_autofree char *parent = g_build_filename(place->folder, "a", NULL);
    g_autofree char *folder = g_build_filename(parent, "b", NULL);
    g_assert_true(lyh_folder_make(folder, &error));
    g_assert_true(lyh_folder_make(folder, &error));
    g_assert_cmpint(stat(folder, &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0700);
    g_rmdir(folder);
    g_rmdir(parent);

    g_assert_true(lyh_file_write(place->file, "", 0, NULL));
    g_assert_false(lyh_folder_make(place->file, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_CANNOT_CREATE);
}

static void an_error_keeps_as_much_of_a_long_path_as_fits(void)
{
    lyh_error error = { 0 };
    g_autofree char *path = g_strnfill(3000, 'p');
    g_assert_false(lyh_error_set(&error, LYH_ERROR_IO, EIO, path));
    g_assert_cmpuint(strlen(error.path), ==, sizeof error.path - 1);
    g_assert_false(lyh_error_set(NULL, LYH_ERROR_IO, EIO, path));
    g_assert_false(lyh_error_set(&error, LYH_ERROR_BUSY, 0, NULL));
    g_assert_cmpstr(error.path, ==, "");
}

#define ADD(sentence, function)                                                            \
    g_test_add("/output/" sentence, playground, NULL, set_up, function, tear_down)

static void a_folder_that_is_not_there_cannot_be_on_the_disk(playground *place,
                                                             gconstpointer data)
{
    (void)data;
    lyh_error error = { 0 };
    g_assert_true(lyh_folder_sync(place->folder, false, &error));
    g_assert_true(lyh_folder_sync(place->folder, true, &error));
    g_assert_false(lyh_folder_sync(place->file, true, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_IO);
    g_assert_cmpint(error.number, ==, ENOENT);
    g_assert_cmpstr(error.path, ==, place->file);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("a file appears only when it is closed", a_file_appears_only_when_it_is_closed);
    ADD("an old file stands until the new one is whole",
        an_old_file_stands_until_the_new_one_is_whole);
    ADD("what is given up leaves nothing", what_is_given_up_leaves_nothing);
    ADD("a failed write sticks and leaves the old file",
        a_failed_write_sticks_and_leaves_the_old_file);
    ADD("a read-only folder or file is refused before anything is written",
        a_read_only_folder_or_file_is_refused_before_anything_is_written);
    ADD("a missing folder or a folder in the way cannot be created",
        a_missing_folder_or_a_folder_in_the_way_cannot_be_created);
    ADD("a link stays a link to the new content", a_link_stays_a_link_to_the_new_content);
    ADD("folders are made with their parents", folders_are_made_with_their_parents);
    ADD("a folder that is not there cannot be on the disk",
        a_folder_that_is_not_there_cannot_be_on_the_disk);
    g_test_add_func("/output/a full device is an input output error",
                    a_full_device_is_an_input_output_error);
    g_test_add_func("/output/a device is written to and never replaced",
                    a_device_is_written_to_and_never_replaced);
    g_test_add_func("/output/a pipe that does not block gets every byte",
                    a_pipe_that_does_not_block_gets_every_byte);
    g_test_add_func("/output/memory is taken with a zero behind it",
                    memory_is_taken_with_a_zero_behind_it);
    g_test_add_func("/error/an error keeps as much of a long path as fits",
                    an_error_keeps_as_much_of_a_long_path_as_fits);
    return g_test_run();
}
