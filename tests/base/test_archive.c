#include <lyhord/base/archive.h>

#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <zip.h>

#include "../../src/base/autoptr.h"
#include "zips.h"

static const char xml[] = "<?xml version='1.0'?><a>hej å</a>";

static lyh_archive *open_bytes(const void *data, size_t size, lyh_diags *diags)
{
    const lyh_bytes bytes = { (char *)data, size };
    return lyh_archive_open("brev.docx", &bytes, diags);
}

static void assert_reads(const void *data, size_t size, const char *member)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_archive) archive = open_bytes(data, size, diags);
    lyh_bytes bytes;
    g_assert_nonnull(archive);
    g_assert_true(lyh_archive_has(archive, member));
    g_assert_true(lyh_archive_read(archive, member, &bytes, diags));
    g_assert_cmpstr(bytes.data, ==, xml);
    g_assert_cmpuint(bytes.size, ==, strlen(xml));
    g_assert_cmpuint(lyh_diags_count(diags), ==, 0);
    free(bytes.data);
}

static void assert_one_error(const lyh_diags *diags, const char *code, const char *said)
{
    g_assert_cmpuint(lyh_diags_count(diags), ==, 1);
    const lyh_diag *diag = lyh_diags_at(diags, 0);
    g_assert_cmpint(diag->severity, ==, LYH_SERIOUS);
    g_assert_cmpstr(diag->code, ==, code);
    g_assert_cmpstr(diag->file, ==, "brev.docx");
    g_assert_nonnull(strstr(diag->message, said));
}

static void assert_not_opened(const void *data, size_t size, const char *code,
                              const char *said)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_assert_null(open_bytes(data, size, diags));
    assert_one_error(diags, code, said);
}

static void assert_not_read(const void *data, size_t size, const char *member,
                            const char *code, const char *said)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_archive) archive = open_bytes(data, size, diags);
    lyh_bytes bytes;
    g_assert_nonnull(archive);
    g_assert_false(lyh_archive_read(archive, member, &bytes, diags));
    g_assert_null(bytes.data);
    assert_one_error(diags, code, said);
}

static void members_are_read_by_their_exact_name(void)
{
    assert_reads(zip_good, sizeof zip_good, "word/a.xml");
    assert_not_read(zip_good, sizeof zip_good, "word/A.xml", "archive-missing",
                    "word/A.xml");
}

static void sizes_written_behind_the_data_are_fine(void)
{
    assert_reads(zip_streamed, sizeof zip_streamed, "word/a.xml");
}

static void damage_is_found(void)
{
    assert_not_read(zip_wrong_crc, sizeof zip_wrong_crc, "a.xml", "archive-damaged", "CRC");
    assert_not_opened(zip_cut, sizeof zip_cut, "archive-damaged", "damaged");
    assert_not_opened(zip_no_members, sizeof zip_no_members, "archive-damaged", "empty");
    assert_not_opened("", 0, "archive-damaged", "empty");
    assert_not_opened("hej", 3, "archive-damaged", "zip");
}

static void an_archive_cut_anywhere_is_never_read_as_whole(void)
{
    for (size_t size = 0; size < sizeof zip_good; size++) {
        g_autofree char *copy = g_memdup2(zip_good, size);
        g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
        g_assert_null(open_bytes(copy, size, diags));
        g_assert_cmpuint(lyh_diags_error_count(diags), >, 0);
    }
}

static void passwords_and_odd_methods_are_named(void)
{
    assert_not_opened(zip_encrypted, sizeof zip_encrypted, "archive-encrypted", "a.xml");
    assert_not_opened(zip_bzip2, sizeof zip_bzip2, "archive-method", "method 12");
    assert_not_opened("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "archive-encrypted", "OLE");
}

static void two_names_that_differ_in_case_are_an_error(void)
{
    assert_not_opened(zip_case_twice, sizeof zip_case_twice, "archive-member-twice",
                      "A.XML");
}

static void names_that_point_outside_are_warned_about(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_archive) archive = open_bytes(zip_outside, sizeof zip_outside, diags);
    g_assert_nonnull(archive);
    g_assert_cmpuint(lyh_diags_warning_count(diags), ==, 5);
    g_assert_cmpuint(lyh_diags_count(diags), ==, 5);
    g_assert_true(lyh_archive_has(archive, "a..b/c"));
}

/* Zeros in as many members as said, written by libzip into memory. */
static lyh_bytes zip_of_zeros(size_t members, size_t size, zip_int32_t method)
{
    g_autofree char *zeros = g_malloc0(size);
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_source_keep(target);
    zip_t *zip = zip_open_from_source(target, ZIP_TRUNCATE, NULL);
    for (size_t i = 0; i < members; i++) {
        g_autofree char *name = g_strdup_printf("m%zu", i);
        zip_file_add(zip, name, zip_source_buffer(zip, zeros, size, 0), 0);
        zip_set_file_compression(zip, i, method, 0);
    }
    g_assert_cmpint(zip_close(zip), ==, 0);

    zip_stat_t status;
    zip_source_stat(target, &status);
    lyh_bytes bytes = { g_malloc(status.size), status.size };
    zip_source_open(target);
    g_assert_cmpuint((size_t)zip_source_read(target, bytes.data, bytes.size), ==,
                     bytes.size);
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

/* Zeros shrink a thousandfold. */
static void a_bomb_is_stopped_while_it_grows(void)
{
    const size_t mebi = 1 << 20;
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_bytes at_limit = zip_of_zeros(1, mebi, ZIP_CM_DEFLATE),
              above = zip_of_zeros(1, mebi + 1, ZIP_CM_DEFLATE), bytes;
    g_autoptr(lyh_archive) archive = open_bytes(at_limit.data, at_limit.size, diags);
    g_assert_true(lyh_archive_read(archive, "m0", &bytes, diags));
    g_assert_cmpuint(bytes.size, ==, mebi);
    assert_not_read(above.data, above.size, "m0", "archive-too-large", "m0");
    free(bytes.data);
    free(at_limit.data);
    free(above.data);
}

static void two_thousand_members_and_no_more(void)
{
    lyh_bytes most = zip_of_zeros(2000, 1, ZIP_CM_STORE),
              more = zip_of_zeros(2001, 1, ZIP_CM_STORE);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_archive) archive = open_bytes(most.data, most.size, diags);
    g_assert_nonnull(archive);
    assert_not_opened(more.data, more.size, "archive-too-large", "2001");
    free(most.data);
    free(more.data);
}

/* Stored, so that only the size counts and not the ratio. */
static void a_member_and_an_archive_have_a_size_they_must_not_pass(void)
{
    const size_t most = (size_t)64 << 20;
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_bytes zip = zip_of_zeros(1, most, ZIP_CM_STORE),
              more = zip_of_zeros(1, most + 1, ZIP_CM_STORE), bytes;
    g_autoptr(lyh_archive) archive = open_bytes(zip.data, zip.size, diags);
    for (int i = 0; i < 4; i++) { /* 4 times 64 MiB are the 256 MiB of an archive */
        g_assert_true(lyh_archive_read(archive, "m0", &bytes, diags));
        free(bytes.data);
    }
    g_assert_false(lyh_archive_read(archive, "m0", &bytes, diags));
    assert_one_error(diags, "archive-too-large", "m0");
    assert_not_read(more.data, more.size, "m0", "archive-too-large", "m0");
    free(zip.data);
    free(more.data);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/archive/members are read by their exact name",
                    members_are_read_by_their_exact_name);
    g_test_add_func("/archive/sizes written behind the data are fine",
                    sizes_written_behind_the_data_are_fine);
    g_test_add_func("/archive/damage is found", damage_is_found);
    g_test_add_func("/archive/an archive cut anywhere is never read as whole",
                    an_archive_cut_anywhere_is_never_read_as_whole);
    g_test_add_func("/archive/passwords and odd methods are named",
                    passwords_and_odd_methods_are_named);
    g_test_add_func("/archive/two names that differ in case are an error",
                    two_names_that_differ_in_case_are_an_error);
    g_test_add_func("/archive/names that point outside are warned about",
                    names_that_point_outside_are_warned_about);
    g_test_add_func("/archive/a bomb is stopped while it grows",
                    a_bomb_is_stopped_while_it_grows);
    g_test_add_func("/archive/two thousand members and no more",
                    two_thousand_members_and_no_more);
    g_test_add_func("/archive/a member and an archive have a size they must not pass",
                    a_member_and_an_archive_have_a_size_they_must_not_pass);
    return g_test_run();
}
