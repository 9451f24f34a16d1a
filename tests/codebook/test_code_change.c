#include <stdlib.h>

#include <lyhord/codebook/code_change.h>

#include "book_text.h"

static char *changed(book_text *read, const lyh_code_change *change)
{
    size_t size;
    char *bytes = lyh_codebook_changed(read->book, change, &size, read->diags);
    char *text = bytes ? g_strndup(bytes, size) : NULL;
    free(bytes);
    return text;
}

static void check_changed(const char *before, const lyh_code_change *change,
                          const char *wanted)
{
    g_auto(book_text) read = book_of_text(before);
    g_autofree char *text = changed(&read, change);
    g_assert_cmpstr(text, ==, wanted);
}

static void check_refused(const char *before, const lyh_code_change *change,
                          const char *code)
{
    g_auto(book_text) read = book_of_text(before);
    g_assert_null(changed(&read, change));
    g_assert_cmpstr(lyh_diags_at(read.diags, 0)->code, ==, code);
}

static void only_the_cell_is_written_anew(void)
{
    const lyh_code_change change = {
        .code = "b",
        .cells = { [LYH_FIELD_RULES] = "x\r\ny ", [LYH_FIELD_DEFINITION] = "d" }
    };
    check_changed(
        "anm;definition;kod;regler\r\n\"1; 2\";d;a;z # sagt\r\n;d; b ;q\r\n\r\n;;c;",
        &change,
        "anm;definition;kod;regler\r\n\"1; 2\";d;a;z # sagt\r\n;d; b "
        ";\"x\ny\"\r\n\r\n;;c;");
}

static void a_new_code_comes_behind_the_others(void)
{
    const lyh_code_change change = { .code = "c",
                                     .is_new = true,
                                     .cells = { [LYH_FIELD_DEFINITION] = "=1+1" } };
    check_changed("definition;kod\nd;a\n", &change, "definition;kod\nd;a\n'=1+1;c\n");
}

static void what_has_no_room_is_refused(void)
{
    const lyh_code_change nobody = { .code = "x" };
    const lyh_code_change column = { .code = "a", .cells = { [LYH_FIELD_WHEN] = "n" } };
    const lyh_code_change nameless = { .code = "", .is_new = true };
    g_autofree char *much = g_strnfill(LYH_CODE_CELL_MOST + 1, 'x');
    const lyh_code_change large = { .code = "a", .cells = { [LYH_FIELD_RULES] = much } };
    check_refused("kod;regler\na;x\n", &nobody, "code-unknown");
    check_refused("kod;regler\na;x\n", &column, "codebook-column");
    check_refused("kod;regler\na;x\n", &nameless, "code-empty");
    check_refused("kod;regler\na;x\n", &large, "codebook-cell");
}

/* Line 3, column 2 stands in the second line of a cell that begins on line 2. */
static void a_mistake_is_in_the_cell_it_stands_in(void)
{
    g_auto(book_text) read = book_of_text("kod;definition;regler\na;d;\"x\nyz\"\nb;e;w\n");
    const lyh_csv *csv = lyh_codebook_csv(read.book);
    g_assert_cmpint(lyh_codebook_field_at(csv, 0, 2, 1), ==, LYH_FIELD_CODE);
    g_assert_cmpint(lyh_codebook_field_at(csv, 0, 2, 3), ==, LYH_FIELD_DEFINITION);
    g_assert_cmpint(lyh_codebook_field_at(csv, 0, 3, 2), ==, LYH_FIELD_RULES);
    g_assert_cmpint(lyh_codebook_field_at(csv, 0, 4, 5), ==, LYH_FIELD_COUNT);
    g_assert_cmpint(lyh_codebook_field_at(csv, 1, 4, 5), ==, LYH_FIELD_RULES);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/code_change/only_the_cell", only_the_cell_is_written_anew);
    g_test_add_func("/code_change/a_new_code", a_new_code_comes_behind_the_others);
    g_test_add_func("/code_change/no_room", what_has_no_room_is_refused);
    g_test_add_func("/code_change/the_cell", a_mistake_is_in_the_cell_it_stands_in);
    return g_test_run();
}
