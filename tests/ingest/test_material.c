#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "reading.h"

/* The rows that material.py prints for @what; NULL when the test is skipped. */
static char **rows_of(const char *what)
{
    g_autofree char *folder = material("");
    if (!folder)
        return NULL;
    g_autofree char *script = project_file("tests/ingest/material.py");
    char *argv[] = { (char *)"python3", script, (char *)what, folder, NULL };
    g_autofree char *output = NULL;
    int status;
    g_assert_true(g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                               NULL, &status, NULL));
    g_assert_cmpint(status, ==, 0);
    g_strchomp(output);
    return g_strsplit(output, "\n", -1);
}

/* White space counts for nothing in the comparison: the given turns know no paragraphs. */
static char *one_spaced(const char *text, size_t size)
{
    g_autofree char *copy = g_strndup(text, size);
    for (char *c = copy; *c; c++)
        if (*c == '\n')
            *c = ' ';
    return g_steal_pointer(&copy);
}

static void compare_turn(const lyh_document *document, size_t index, char **row)
{
    g_assert_cmpuint(index, <, lyh_document_turn_count(document));
    const lyh_turn *turn = lyh_document_turn(document, index);
    g_autofree char *text =
        one_spaced(lyh_document_text(document) + turn->start, turn->end - turn->start);
    g_assert_cmpstr(lyh_document_speaker(document, turn->speaker)->mark, ==, row[1]);
    g_assert_cmpstr(text, ==, row[2]);
    g_assert_cmpint(turn->role, ==,
                    strcmp(row[1], "I") == 0 ? LYH_ROLE_INTERVIEWER : LYH_ROLE_RESPONDENT);
}

static void every_given_dialogue_is_split_as_a_person_split_it(void)
{
    g_auto(GStrv) rows = rows_of("turns");
    g_autofree char *last = NULL;
    g_autoptr(lyh_document) document = NULL;
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    size_t index = 0;
    size_t compared = 0;
    for (char **line = rows; line && *line; line++, compared++) {
        g_auto(GStrv) row = g_strsplit(*line, "\t", 3);
        if (g_strcmp0(last, row[0]) != 0) {
            if (document)
                g_assert_cmpuint(index, ==, lyh_document_turn_count(document));
            g_autofree char *path =
                g_build_filename(g_getenv("LYHORD_MATERIAL"), "gold", row[0], NULL);
            lyh_document_free(document);
            document = lyh_ingest_read(path, NULL, diags, NULL);
            g_assert_nonnull(document);
            g_free(last);
            last = g_strdup(row[0]);
            index = 0;
        }
        compare_turn(document, index++, row);
    }
    g_assert_cmpuint(lyh_diags_count(diags), ==, 0);
    g_test_message("%zu turns compared", compared);
}

static lyh_document *read_material(const char *folder, const char *name)
{
    g_autofree char *path =
        g_build_filename(g_getenv("LYHORD_MATERIAL"), folder, name, NULL);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_document *document = lyh_ingest_read(path, NULL, diags, NULL);
    g_assert_nonnull(document);
    return document;
}

/* Words as python's str.split() counts them. */
static size_t words_in(const char *text, size_t size)
{
    size_t words = 0;
    bool is_inside = false;
    for (size_t i = 0; i < size; i++) {
        bool is_space = g_ascii_isspace(text[i]);
        words += !is_space && !is_inside;
        is_inside = !is_space;
    }
    return words;
}

static void interviewers_and_respondents_have_the_words_a_person_gave_them(void)
{
    g_auto(GStrv) rows = rows_of("words");
    size_t total[2] = { 0 };
    for (char **line = rows; line && *line; line++) {
        g_auto(GStrv) row = g_strsplit(*line, "\t", 3);
        bool is_interviewer = strcmp(row[1], "I") == 0;
        g_autoptr(lyh_document) document = read_material("gold", row[0]);
        size_t words = 0;
        for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
            const lyh_turn *turn = lyh_document_turn(document, i);
            if (turn->role == (is_interviewer ? LYH_ROLE_INTERVIEWER : LYH_ROLE_RESPONDENT))
                words += words_in(lyh_document_text(document) + turn->start,
                                  turn->end - turn->start);
        }
        g_assert_cmpuint(words, ==, strtoul(row[2], NULL, 10));
        total[is_interviewer] += words;
    }
    g_test_message("%zu words of interviewers and %zu of respondents compared", total[1],
                   total[0]);
}

/* The turns of one role, white space as single spaces, a line each; another role's end a line. */
static char *said_by(const lyh_document *document, lyh_role role)
{
    g_autoptr(GString) said = g_string_new("\n");
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        if (turn->role != role)
            continue;
        g_autofree char *text =
            one_spaced(lyh_document_text(document) + turn->start, turn->end - turn->start);
        g_string_append_printf(said, "%s\n", text);
    }
    return g_string_free(g_steal_pointer(&said), FALSE);
}

static void what_no_respondent_said_is_no_respondents_turn(void)
{
    g_auto(GStrv) rows = rows_of("nobody");
    size_t found = 0;
    size_t count = 0;
    for (char **line = rows; line && *line; line++, count++) {
        g_auto(GStrv) row = g_strsplit(*line, "\t", 2);
        g_autoptr(lyh_document) document = read_material("seeds", row[0]);
        g_autofree char *said = said_by(document, LYH_ROLE_RESPONDENT);
        g_autofree char *all =
            one_spaced(lyh_document_text(document), lyh_document_size(document));
        found += strstr(all, row[1]) != NULL;
        if (strstr(said, row[1]))
            g_test_fail_printf("%s: '%.40s' is a respondent's", row[0], row[1]);
    }
    if (rows)
        g_assert_cmpuint(found * 2, >, count); /* the texts are looked for where they are */
    g_test_message("%zu passages looked for, %zu of them stand in the text", count, found);
}

static void the_dialogues_are_turns_of_the_report_that_prints_them(void)
{
    g_auto(GStrv) rows = rows_of("turns");
    g_autoptr(lyh_document) report =
        rows ? read_material("seeds", "002_2b4086c708d73529.txt") : NULL;
    g_autofree char *asked = rows ? said_by(report, LYH_ROLE_INTERVIEWER) : NULL;
    g_autofree char *answered = rows ? said_by(report, LYH_ROLE_RESPONDENT) : NULL;
    size_t count = 0;
    for (char **line = rows; line && *line; line++, count++) {
        g_auto(GStrv) row = g_strsplit(*line, "\t", 3);
        g_autofree char *whole = g_strdup_printf("\n%s\n", row[2]);
        if (!strstr(strcmp(row[1], "I") == 0 ? asked : answered, whole))
            g_test_fail_printf("%s: a turn of %s is not found whole", row[0], row[1]);
    }
    g_test_message("%zu turns looked for in the report", count);
}

/* Read @stored as though it were called @path, in a folder of its own when the names differ. */
static lyh_document *read_entry(const char *path, const char *stored, lyh_diags *diags,
                                lyh_error *error)
{
    g_autofree char *file =
        g_build_filename(g_getenv("LYHORD_MATERIAL"), "hostile", stored, NULL);
    if (strcmp(path, stored) == 0)
        return lyh_ingest_read(file, NULL, diags, error);

    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *copy = g_build_filename(folder, base, NULL);
    g_autofree char *bytes = NULL;
    gsize size;
    g_assert_true(g_file_get_contents(file, &bytes, &size, NULL));
    g_assert_true(g_file_set_contents(copy, bytes, (gssize)size, NULL));
    lyh_document *document = lyh_ingest_read(copy, NULL, diags, error);
    g_unlink(copy);
    g_rmdir(folder);
    return document;
}

static const char *outcome(const char *path, const char *stored)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { .kind = LYH_ERROR_NONE };
    g_autoptr(lyh_document) document = read_entry(path, stored, diags, &error);
    if (!document) {
        bool is_told = error.kind == LYH_ERROR_NO_INPUT || lyh_diags_error_count(diags) > 0;
        return is_told ? "reject" : "silence";
    }
    if (lyh_diags_error_count(diags) > 0)
        return "error";
    return lyh_diags_warning_count(diags) > 0 ? "warn" : "accept";
}

static void every_hostile_file_ends_as_its_manifest_says(void)
{
    g_auto(GStrv) rows = rows_of("hostile");
    size_t count = 0;
    for (char **line = rows; line && *line; line++, count++) {
        g_auto(GStrv) row = g_strsplit(*line, "\t", 3);
        const char *got = outcome(row[1], row[2]);
        if (strcmp(got, row[0]) != 0)
            g_test_fail_printf("%s: %s, expected %s", row[1], got, row[0]);
    }
    g_test_message("%zu files read", count);
}

static void an_endless_device_and_a_folder_are_no_input(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_autofree char *link = g_build_filename(folder, "t.txt", NULL);
    g_assert_cmpint(symlink("/dev/zero", link), ==, 0);
    lyh_error error = { .kind = LYH_ERROR_NONE };
    g_assert_null(lyh_ingest_read(link, NULL, diags, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_NO_INPUT);
    error.kind = LYH_ERROR_NONE;
    g_assert_null(lyh_ingest_read(folder, NULL, diags, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_NO_INPUT);
    g_unlink(link);
    g_rmdir(folder);
}

static void a_file_of_two_gigabytes_is_refused_by_its_size(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "stor.txt", NULL);
    g_assert_true(g_file_set_contents(path, "", 0, NULL));
    g_assert_cmpint(truncate(path, ((off_t)2 << 30) + 1), ==, 0);
    lyh_error error = { .kind = LYH_ERROR_NONE };
    g_assert_null(lyh_ingest_read(path, NULL, diags, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_DATA);
    g_assert_cmpuint(lyh_diags_error_count(diags), ==, 1);
    g_assert_cmpstr(lyh_diags_at(diags, 0)->code, ==, "file-too-large");
    g_unlink(path);
    g_rmdir(folder);
}

static char *turns_in(const char *file)
{
    g_autofree char *path =
        g_build_filename(g_getenv("LYHORD_MATERIAL"), "hostile/transcripts", file, NULL);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    reading it = { .diags = diags, .document = lyh_ingest_read(path, NULL, diags, NULL) };
    g_assert_nonnull(it.document);
    char *turns = turns_of(&it);
    lyh_document_free(it.document);
    return turns;
}

/* "same_as" of the manifest: however it is encoded, it is the same interview. */
static void one_interview_in_many_encodings_reads_the_same(void)
{
    static const char *const files[] = { "t_cp1252.txt",        "t_crlf.txt",
                                         "t_nfd.txt",           "t_ctrl_z_eof.txt",
                                         "t_utf16le_bom.txt",   "d_xml_utf16.docx",
                                         "d_external_rel.docx", "o_clean.odt" };
    g_autofree char *folder = material("");
    if (!folder)
        return;
    g_autofree char *clean = turns_in("t_bom_utf8.txt");
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *turns = turns_in(files[i]);
        if (strcmp(files[i], "t_ctrl_z_eof.txt") == 0)
            g_assert_true(g_str_has_prefix(turns, clean));
        else
            g_assert_cmpstr(turns, ==, clean);
    }
}

#define TEST(sentence) g_test_add_func("/ingest/material/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(every_given_dialogue_is_split_as_a_person_split_it);
    TEST(interviewers_and_respondents_have_the_words_a_person_gave_them);
    TEST(what_no_respondent_said_is_no_respondents_turn);
    TEST(the_dialogues_are_turns_of_the_report_that_prints_them);
    TEST(every_hostile_file_ends_as_its_manifest_says);
    TEST(an_endless_device_and_a_folder_are_no_input);
    TEST(a_file_of_two_gigabytes_is_refused_by_its_size);
    TEST(one_interview_in_many_encodings_reads_the_same);
    return g_test_run();
}
