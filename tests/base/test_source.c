#include <lyhord/base/source.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "../../src/base/autoptr.h"

#define TEXT(literal) literal, sizeof literal - 1

static lyh_source *read_as(lyh_source_kind kind, const char *bytes, size_t size,
                           lyh_diags *diags)
{
    /* A copy of its own size, so that a sanitizer sees a read beyond it. */
    g_autofree char *copy = g_memdup2(bytes, size);
    return lyh_source_from_bytes("a.txt", kind, copy, size, diags);
}

static void assert_text(const char *bytes, size_t size, const char *expected,
                        const char *warning)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source = read_as(LYH_SOURCE_TABLE, bytes, size, diags);
    g_assert_nonnull(source);
    g_assert_cmpstr(lyh_source_text(source), ==, expected);
    g_assert_cmpuint(lyh_source_size(source), ==, strlen(expected));
    g_assert_cmpuint(lyh_diags_count(diags), ==, warning ? 1 : 0);
    if (warning)
        g_assert_nonnull(strstr(lyh_diags_at(diags, 0)->message, warning));
}

static void assert_refused(const char *bytes, size_t size, const char *code, size_t line,
                           size_t column, const char *said)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_assert_null(read_as(LYH_SOURCE_TRANSCRIPT, bytes, size, diags));
    g_assert_cmpuint(lyh_diags_count(diags), ==, 1);
    const lyh_diag *diag = lyh_diags_at(diags, 0);
    g_assert_cmpint(diag->severity, ==, LYH_SERIOUS);
    g_assert_cmpstr(diag->code, ==, code);
    g_assert_cmpstr(diag->file, ==, "a.txt");
    g_assert_cmpuint(diag->line, ==, line);
    g_assert_cmpuint(diag->column, ==, column);
    if (!strstr(diag->message, said))
        g_error("'%s' does not say '%s'", diag->message, said);
}

static void utf8_is_taken_as_it_is_and_a_mark_is_skipped(void)
{
    assert_text(TEXT("å\r\nä\n"), "å\r\nä\n", NULL);
    assert_text(TEXT("\xef\xbb\xbfid;å\n"), "id;å\n", NULL);
    assert_text(TEXT(""), "", NULL);
    assert_text(TEXT("a\u030a"), "a\u030a", NULL); /* not yet normalised */
}

static void utf16_with_a_mark_is_read_and_said(void)
{
    assert_text(TEXT("\xff\xfe\xe5\0=\xd8\0\xde\n\0"), "å😀\n", "UTF-16");
    assert_text(TEXT("\xfe\xff\0\xe5\xd8=\xde\0\0\n"), "å😀\n", "UTF-16");
}

static void damaged_utf16_is_an_error_where_it_is_damaged(void)
{
    assert_refused(TEXT("\xff\xfe\n\0a\0=\xd8"), "bad-encoding", 2, 2, "UTF-16");
    assert_refused(TEXT("\xff\xfe\n\0a\0\0\xde"
                        "b\0"),
                   "bad-encoding", 2, 2, "UTF-16");
    assert_refused(TEXT("\xff\xfe\n\0a"), "bad-encoding", 2, 1, "UTF-16");
    assert_refused(TEXT("\xff\xfe\n\0a\0\0\0b\0"), "nul-byte", 2, 2, "NUL");
}

static void wide_encodings_without_a_mark_are_named(void)
{
    assert_refused(TEXT("R\0:\0 \0h\0e\0j\0\n\0"), "bad-encoding", 0, 0, "UTF-16LE");
    assert_refused(TEXT("\0R\0:\0 \0h\0\xe5\0j\0\n"), "bad-encoding", 0, 0, "UTF-16BE");
    assert_refused(TEXT("\xff\xfe\0\0R\0\0\0"), "bad-encoding", 0, 0, "UTF-32LE");
    assert_refused(TEXT("\0\0\xfe\xff\0\0\0R"), "bad-encoding", 0, 0, "UTF-32BE");
    assert_refused(TEXT("R\0\0\0:\0\0\0h\0\0\0"), "bad-encoding", 0, 0, "UTF-32LE");
    assert_refused(TEXT("\0\0\0R\0\0\0:\0\0\0h"), "bad-encoding", 0, 0, "UTF-32BE");
}

static void windows_1252_is_read_and_said(void)
{
    assert_text(TEXT("R: Jag k\xe4nner \xe5 \xd6\n"), "R: Jag känner å Ö\n",
                "Windows-1252");
    assert_text(TEXT("R: \x93nej\x94 \x96 \x85 \x80"), "R: “nej” – … €", "Windows-1252");
    assert_text(TEXT("p\xe5\x94 \xe4r\n"), "på” är\n", "Windows-1252");
    assert_text(TEXT("Du\x9a"
                     "an \xe4r h\xe4r\n"),
                "Dušan är här\n", "Windows-1252");
}

static void broken_utf8_is_never_taken_for_windows_1252(void)
{
    assert_refused(TEXT("R: \xf4\x90\x80\x80\n"), "bad-encoding", 1, 4, "F4");
    assert_refused(TEXT("R: \x80\n"), "bad-encoding", 1, 4, "80");
    assert_refused(TEXT("R: x\xc0\xafz\n"), "bad-encoding", 1, 5, "C0");
    assert_refused(TEXT("R: x\xed\xa0\x80z\n"), "bad-encoding", 1, 5, "ED");
    assert_refused(TEXT("R: x\xe0\x80\xafz\n"), "bad-encoding", 1, 5, "E0");
    assert_refused(TEXT("R: x\xf8\x88\x80\x80\x80z\n"), "bad-encoding", 1, 5, "F8");
    assert_refused(TEXT("en\nhej\xc3"), "bad-encoding", 2, 4, "cut");
    assert_refused(TEXT("en\nhej\xe2\x82"), "bad-encoding", 2, 4, "cut");
    assert_refused(TEXT("\xef\xbb\xbfh\xe4r"), "bad-encoding", 1, 2, "E4");
}

static void a_mixture_is_an_error_at_its_first_wrong_byte(void)
{
    assert_refused(TEXT("å\nä h\xe4r och d\xe4r\n"), "bad-encoding", 2, 4, "E4");
    assert_refused(TEXT("å\nR: \xc3"), "bad-encoding", 2, 4, "C3");
    assert_refused(TEXT("h\xe4r\nå\n"), "bad-encoding", 1, 2, "in all: 1");
}

/* "är känns på över" in Apple's ROMAN.TXT and in CP850.TXT. */
static void old_code_pages_are_named(void)
{
    assert_refused(TEXT("\x8ar k\x8anns p\x8c \x9aver\n"), "bad-encoding", 1, 1,
                   "Mac Roman");
    assert_refused(TEXT("\x84r k\x84nns p\x86 \x94ver\n"), "bad-encoding", 1, 5, "DOS");
    assert_refused(TEXT("h\xe4r\n\x81 n\n"), "bad-encoding", 2, 1, "81");
}

static void a_nul_is_an_error_with_its_place(void)
{
    assert_refused(TEXT("R: hej\nR: å\0x\n"), "nul-byte", 2, 5, "NUL");
}

static void other_kinds_of_file_are_named(void)
{
    assert_refused(TEXT("%PDF-1.4\n%\xe2\xe3"), "not-text", 0, 0, "PDF");
    assert_refused(TEXT("PK\3\4\x14\0"), "not-text", 0, 0, "zip");
    assert_refused(TEXT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"), "not-text", 0, 0, "OLE");
    assert_refused(TEXT("{\\rtf1\\ansi"), "not-text", 0, 0, "RTF");
}

/* Each with the count and the first place; the first byte after "R: " is column 4. */
static void odd_characters_in_a_transcript_are_said_once_a_class(void)
{
    static const struct {
        const char *text, *code;
        size_t column, count;
    } rows[] = {
        { "R: h\uFFFDr \uFFFDr", "lost-letters", 5, 2 },
        { "R: kÃ¤nner Ã…r", "mojibake", 5, 2 },
        { "R: sa â€œnej", "mojibake", 7, 1 },
        { "R: lu\u200bkt do\u00adft", "invisible-character", 6, 2 },
        { "R: ett \uFEFFtvå", "invisible-character", 8, 1 },
        { "R: ett \u202etvå\u202c", "bidi-control", 8, 2 },
        { "R: \033[2J\033[0m", "control-character", 4, 2 },
        { "R: ett\a två\v tre\f x\032", "control-character", 7, 4 },
        { "R: \uFFFE\uFFFF\uFDD0", "noncharacter", 4, 3 },
        { "R: ett\u2028två\u2029tre\xc2\x85x", "line-separator", 7, 3 },
        { "R: d\u043eft ο\u03bfk", "homoglyph", 4, 2 },
        { "R: ja\n\nI: nej\r\n", "line-ends", 7, 0 },
        { "R: ja\rI: nej\r", "line-ends", 0, 0 },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
        g_autoptr(lyh_source) source =
            read_as(LYH_SOURCE_TRANSCRIPT, rows[i].text, strlen(rows[i].text), diags);
        g_assert_nonnull(source);
        g_test_message("%s", rows[i].code);
        g_assert_cmpuint(lyh_diags_count(diags), ==, 1);
        const lyh_diag *diag = lyh_diags_at(diags, 0);
        g_assert_cmpint(diag->severity, ==, LYH_WARNING);
        g_assert_cmpstr(diag->code, ==, rows[i].code);
        g_assert_cmpuint(diag->column, ==, rows[i].column);
        g_autofree char *count = g_strdup_printf("(in all %zu)", rows[i].count);
        g_assert_true(rows[i].count == 0 || strstr(diag->message, count));
    }
}

static void ordinary_text_gives_no_warning(void)
{
    static const char *const rows[] = {
        "R: på à la carte, Ångström, São Paulo, Čapek – “så” … 5 μg 3 kΩ\n",
        "sida ett\n\f\nsida två\n\f",
        "R: 👩\u200d👩\u200d👧 ja\r\nI: nej\r\n",
        "Привет Ελλάδα och hej\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
        g_autoptr(lyh_source) source =
            read_as(LYH_SOURCE_TRANSCRIPT, rows[i], strlen(rows[i]), diags);
        g_assert_nonnull(source);
        g_assert_cmpuint(lyh_diags_count(diags), ==, 0);
    }
}

static void a_transcript_without_words_is_said_to_be_empty(void)
{
    static const char *const rows[] = { "", "\xef\xbb\xbf", " \u00a0\u2003\t\n" };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
        g_autoptr(lyh_source) source =
            read_as(LYH_SOURCE_TRANSCRIPT, rows[i], strlen(rows[i]), diags);
        g_assert_nonnull(source);
        g_assert_cmpuint(lyh_diags_count(diags), ==, 1);
        g_assert_cmpstr(lyh_diags_at(diags, 0)->code, ==, "empty-file");
    }
}

static void every_kind_of_line_end_counts_once(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source =
        read_as(LYH_SOURCE_TABLE, TEXT("ett\nå2\r\n\rfy\r\r\nx"), diags);
    /* ett | å2 | (empty) | fy | (empty) | x */
    const size_t starts[] = { 0, 4, 9, 10, 13, 15 }, ends[] = { 3, 7, 9, 12, 13, 16 };
    for (size_t line = 1; line <= 6; line++) {
        size_t start, end;
        lyh_source_line_span(source, line, &start, &end);
        g_assert_cmpuint(start, ==, starts[line - 1]);
        g_assert_cmpuint(end, ==, ends[line - 1]);
        g_assert_cmpuint(lyh_source_line(source, start), ==, line);
        g_assert_cmpuint(lyh_source_line(source, end), ==, line);
    }
    g_assert_cmpuint(lyh_source_column(source, 6), ==, 2);
    g_assert_cmpuint(lyh_source_column(source, 16), ==, 2);
}

static void an_offset_leads_back_to_the_byte_of_the_file(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) marked = read_as(LYH_SOURCE_TABLE,
                                           TEXT("\xef\xbb\xbf"
                                                "åb"),
                                           diags);
    g_assert_cmpuint(lyh_source_byte(marked, 2), ==, 5);

    GString *latin = g_string_new(NULL), *wide = g_string_new("\xff\xfe");
    for (int i = 0; i < 2000; i++) {
        g_string_append(latin, "h\xe4r ");
        g_string_append_len(wide, "\xe5\0=\xd8\0\xde", 6);
    }
    g_autoptr(lyh_source) a = read_as(LYH_SOURCE_TABLE, latin->str, latin->len, diags);
    g_autoptr(lyh_source) b = read_as(LYH_SOURCE_TABLE, wide->str, wide->len, diags);
    for (size_t i = 0; i < 2000; i++) {
        g_assert_cmpuint(lyh_source_byte(a, i * 5 + 3), ==,
                         i * 4 + 2); /* the r of "här " */
        g_assert_cmpuint(lyh_source_byte(b, i * 6 + 2), ==, 2 + i * 6 + 2); /* the smile */
    }
    g_assert_cmpuint(lyh_source_byte(a, 10000), ==, 8000);
    g_string_free(latin, TRUE);
    g_string_free(wide, TRUE);
}

static void only_regular_files_of_a_decent_size_are_read(void)
{
    g_autofree char *folder = g_dir_make_tmp(NULL, NULL);
    g_autofree char *fifo = g_build_filename(folder, "fifo", NULL);
    g_autofree char *file = g_build_filename(folder, "file", NULL);
    lyh_bytes bytes;
    lyh_error error = { 0 };
    g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
    g_assert_true(g_file_set_contents(file, "12345", 5, NULL));

    g_assert_false(lyh_file_read(fifo, 10, &bytes, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_NO_INPUT);
    g_assert_cmpstr(error.path, ==, fifo);
    g_assert_false(lyh_file_read("/dev/zero", 10, &bytes, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_NO_INPUT);
    g_assert_false(lyh_file_read(folder, 10, &bytes, &error));
    g_assert_cmpint(error.number, ==, EISDIR);
    g_assert_false(lyh_file_read("finns/inte", 10, &bytes, &error));
    g_assert_cmpint(error.number, ==, ENOENT);
    g_assert_false(lyh_file_read(file, 4, &bytes, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_DATA);
    g_assert_cmpint(error.number, ==, EFBIG);

    g_assert_true(lyh_file_read(file, 5, &bytes, &error));
    g_assert_cmpuint(bytes.size, ==, 5);
    g_assert_cmpstr(bytes.data, ==, "12345");
    free(bytes.data);
    g_assert_true(
        lyh_file_read("/proc/self/stat", 1 << 20, &bytes, &error)); /* size 0, they say */
    g_assert_cmpuint(bytes.size, >, 0);
    free(bytes.data);

    g_unlink(fifo);
    g_unlink(file);
    g_rmdir(folder);
}

static void two_gigabytes_are_refused_before_reading(void)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "lyhord-test-sparse", NULL);
    g_assert_true(g_file_set_contents(path, "x", 1, NULL));
    g_assert_cmpint(truncate(path, ((off_t)2 << 30) + 1), ==, 0);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    g_assert_null(lyh_source_read(path, LYH_SOURCE_TRANSCRIPT, diags, &error));
    g_assert_cmpint(error.number, ==, EFBIG);
    g_unlink(path);
}

/* What must become of the hostile transcripts: r refused, w read with a warning, a without. */
static void hostile_transcripts_are_judged_as_the_kit_says(void)
{
    static const char *const rows[] = {
        "r above_10ffff",
        "w ansi_escape",
        "w bell_vt_ff",
        "w bom_in_middle",
        "a bom_utf8",
        "w cp1252",
        "w cp1252_smart_quotes",
        "a crlf",
        "w ctrl_z_eof",
        "w empty",
        "a format_string",
        "w homoglyph",
        "a html_script",
        "w line_separators",
        "r lone_continuation",
        "a long_line_200k",
        "a mixed_nfc_nfd",
        "a nfd",
        "w noncharacters",
        "w only_bom",
        "w only_spaces_nbsp",
        "w osc52_clipboard",
        "r overlong_slash",
        "r pdf",
        "a pdf_paren",
        "a redos_subject",
        "w replacement_chars",
        "r surrogate",
        "r truncated_last_char",
        "w utf16le_bom",
        "r utf32le_bom",
        "w zero_width",
    };
    const char *material = g_getenv("LYHORD_MATERIAL");
    if (!material) {
        g_test_skip("LYHORD_MATERIAL is not set");
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path =
            g_strdup_printf("%s/hostile/transcripts/t_%s.txt", material, rows[i] + 2);
        g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
        lyh_error error = { 0 };
        g_autoptr(lyh_source) source =
            lyh_source_read(path, LYH_SOURCE_TRANSCRIPT, diags, &error);
        g_test_message("%s", rows[i]);
        g_assert_cmpint(source == NULL, ==, rows[i][0] == 'r');
        g_assert_cmpint(error.kind, ==, source ? LYH_ERROR_NONE : LYH_ERROR_DATA);
        g_assert_cmpint(lyh_diags_warning_count(diags) > 0, ==, rows[i][0] == 'w');
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/source/utf8 is taken as it is and a mark is skipped",
                    utf8_is_taken_as_it_is_and_a_mark_is_skipped);
    g_test_add_func("/source/utf16 with a mark is read and said",
                    utf16_with_a_mark_is_read_and_said);
    g_test_add_func("/source/damaged utf16 is an error where it is damaged",
                    damaged_utf16_is_an_error_where_it_is_damaged);
    g_test_add_func("/source/wide encodings without a mark are named",
                    wide_encodings_without_a_mark_are_named);
    g_test_add_func("/source/windows 1252 is read and said", windows_1252_is_read_and_said);
    g_test_add_func("/source/broken utf8 is never taken for windows 1252",
                    broken_utf8_is_never_taken_for_windows_1252);
    g_test_add_func("/source/a mixture is an error at its first wrong byte",
                    a_mixture_is_an_error_at_its_first_wrong_byte);
    g_test_add_func("/source/old code pages are named", old_code_pages_are_named);
    g_test_add_func("/source/a nul is an error with its place",
                    a_nul_is_an_error_with_its_place);
    g_test_add_func("/source/other kinds of file are named", other_kinds_of_file_are_named);
    g_test_add_func("/source/odd characters in a transcript are said once a class",
                    odd_characters_in_a_transcript_are_said_once_a_class);
    g_test_add_func("/source/ordinary text gives no warning",
                    ordinary_text_gives_no_warning);
    g_test_add_func("/source/a transcript without words is said to be empty",
                    a_transcript_without_words_is_said_to_be_empty);
    g_test_add_func("/source/every kind of line end counts once",
                    every_kind_of_line_end_counts_once);
    g_test_add_func("/source/an offset leads back to the byte of the file",
                    an_offset_leads_back_to_the_byte_of_the_file);
    g_test_add_func("/source/only regular files of a decent size are read",
                    only_regular_files_of_a_decent_size_are_read);
    g_test_add_func("/source/two gigabytes are refused before reading",
                    two_gigabytes_are_refused_before_reading);
    g_test_add_func("/source/hostile transcripts are judged as the kit says",
                    hostile_transcripts_are_judged_as_the_kit_says);
    return g_test_run();
}
