/* The sums of FIPS 180-4's examples, and GLib's of any bytes. */
#include <lyhord/base/sha256.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/blocks.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_sha256, lyh_sha256_free)

static void assert_sum(const char *text, const char *expected)
{
    g_autoptr(lyh_sha256) sum = lyh_sha256_new();
    lyh_sha256_add(sum, text, strlen(text));
    g_assert_cmpstr(lyh_sha256_text(sum), ==, expected);
    g_assert_cmpstr(lyh_sha256_text(sum), ==, expected);
}

/* https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values */
static void the_examples_of_the_standard_have_their_sums(void)
{
    assert_sum("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_sum("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    assert_sum("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

/* Bytes of any number, in pieces cut anywhere, by either path. */
static void sums_are_those_of_glib_however_the_bytes_come(void)
{
    g_autoptr(GRand) chance = g_rand_new_with_seed(256);
    lyh_blocks usual = lyh_blocks_path();
    for (int round = 0; round < 600; round++) {
        size_t size = (size_t)g_rand_int_range(chance, 0, 400);
        g_autofree unsigned char *bytes = g_malloc(size + 1);
        for (size_t i = 0; i < size; i++)
            bytes[i] = (unsigned char)g_rand_int_range(chance, 0, 256);
        lyh_blocks_choose(round % 4 == 0 ? LYH_BLOCKS_PLAIN : usual);
        g_autoptr(lyh_sha256) sum = lyh_sha256_new();
        for (size_t at = 0, piece; at < size; at += piece) {
            piece = (size_t)g_rand_int_range(chance, 0, 150);
            piece = MIN(piece, size - at);
            lyh_sha256_add(sum, bytes + at, piece);
        }
        g_autofree char *expected =
            g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, size);
        g_assert_cmpstr(lyh_sha256_text(sum), ==, expected);
    }
    lyh_blocks_choose(usual);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sha256/the_examples_of_the_standard_have_their_sums",
                    the_examples_of_the_standard_have_their_sums);
    g_test_add_func("/sha256/sums_are_those_of_glib_however_the_bytes_come",
                    sums_are_those_of_glib_however_the_bytes_come);
    return g_test_run();
}
