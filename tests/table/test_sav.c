/*
 * Data files for SPSS: read back by ReadStat's reader, and by PSPP where it is installed.
 */
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>
#include <readstat.h>

#include <lyhord/table/sav.h>

#include "../../src/table/autoptr.h"

static lyh_table *every_kind(void)
{
    const lyh_cell cells[] = {
        lyh_cell_text("bemötande"), lyh_cell_count(12345),    lyh_cell_decimal(-25, 1),
        lyh_cell_of(7, 12),         lyh_cell_percent(583, 1), lyh_cell_text("ja"),
    };
    static const char *const names[] = { "code",     "hits", "per 1000",
                                         "2persons", "with", "Code" };
    lyh_table *table = lyh_table_new("tally");
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        lyh_table_add_column(table, names[i], i == 0 ? "Tema" : names[i]);
    lyh_table_add_row(table);
    lyh_table_add_row(table);
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
        lyh_table_set_cell(table, 0, i, cells[i]);
        lyh_table_set_cell(table, 1, i,
                           i == 1   ? lyh_cell_hidden()
                           : i == 2 ? lyh_cell_not_asked()
                           : i == 3 ? lyh_cell_of(5, 9)
                           : i == 5 ? lyh_cell_text("nej")
                                    : lyh_cell_empty());
    }
    lyh_table_set_part(table, LYH_TABLE_TITLE, "Alla slag");
    lyh_table_set_part(table, LYH_TABLE_BASE, "tolv personer, å ä ö");
    lyh_table_add_note(table, "En not som är så lång att den inte får plats på en rad av "
                              "formatets åttio byte, och därför delas mellan två ord.");
    return table;
}

static char *written(const lyh_table *table, size_t *size)
{
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_table_write_sav(table, lyh_catalog_for("sv"), output));
    return lyh_output_take(output, size);
}

/* ---- what ReadStat tells of a file, as lines of text ---- */

static int on_variable(int index, readstat_variable_t *variable, const char *labels,
                       void *user)
{
    (void)index;
    const char *label = readstat_variable_get_label(variable);
    bool is_scale = readstat_variable_get_measure(variable) == READSTAT_MEASURE_SCALE;
    g_string_append_printf(user, "%s \"%s\" %s %s%s\n",
                           readstat_variable_get_name(variable), label,
                           labels ? labels : "-", readstat_variable_get_format(variable),
                           is_scale ? " scale" : "");
    return READSTAT_HANDLER_OK;
}

static int on_label(const char *set, readstat_value_t value, const char *label, void *user)
{
    g_string_append_printf(user, "%s %g %s\n", set, readstat_double_value(value), label);
    return READSTAT_HANDLER_OK;
}

static int on_note(int index, const char *note, void *user)
{
    (void)index;
    g_string_append_printf(user, "# %s\n", note);
    return READSTAT_HANDLER_OK;
}

static int on_value(int row, readstat_variable_t *variable, readstat_value_t value,
                    void *user)
{
    int column = readstat_variable_get_index(variable);
    g_string_append(user, column == 0 && row > 0 ? "\n" : column > 0 ? " " : "");
    if (readstat_value_type(value) == READSTAT_TYPE_STRING)
        g_string_append_printf(user, "'%s'", readstat_string_value(value));
    else if (readstat_value_is_system_missing(value))
        g_string_append(user, ".");
    else
        g_string_append_printf(user, "%g%s", readstat_double_value(value),
                               readstat_value_is_defined_missing(value, variable) ? "!"
                                                                                  : "");
    return READSTAT_HANDLER_OK;
}

static char *into_file(const lyh_table *table, char **folder)
{
    size_t size;
    g_autofree char *bytes = written(table, &size);
    *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    char *path = g_build_filename(*folder, "t.sav", NULL);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
    return path;
}

static void forget(const char *path, const char *folder)
{
    g_unlink(path);
    g_rmdir(folder);
}

static char *told_by_readstat(const lyh_table *table)
{
    g_autofree char *folder = NULL;
    g_autofree char *path = into_file(table, &folder);
    GString *told = g_string_new(NULL);
    readstat_parser_t *parser = readstat_parser_init();
    readstat_set_variable_handler(parser, on_variable);
    readstat_set_value_label_handler(parser, on_label);
    readstat_set_note_handler(parser, on_note);
    readstat_set_value_handler(parser, on_value);
    g_assert_cmpint(readstat_parse_sav(parser, path, told), ==, READSTAT_OK);
    readstat_parser_free(parser);
    forget(path, folder);
    return g_string_free(told, FALSE);
}

static void every_cell_is_read_back_with_its_labels(void)
{
    g_autoptr(lyh_table) table = every_kind();
    g_autofree char *told = told_by_readstat(table);
    g_assert_nonnull(strstr(told, "code \"Tema\" labels0 F12.0\n"));
    g_assert_nonnull(strstr(told, "per_1000 \"per 1000\" labels2 F12.1 scale\n"));
    g_assert_nonnull(strstr(told, "v_2persons \"2persons\" labels3 F12.0 scale\n"
                                  "v_2persons_base \"2persons: Bas\" - F12.0 scale\n"
                                  "v_with \"with\" labels4 F12.1 scale\n"
                                  "Code_2 \"Code\" labels5 F12.0\n"));
    g_assert_nonnull(strstr(told, "labels0 1 bemötande\n"));
    g_assert_nonnull(strstr(told, "labels1 -98 för få för att visas\n"));
    g_assert_nonnull(strstr(told, "labels5 1 ja\nlabels5 2 nej\n"));
    g_assert_true(g_str_has_suffix(told, "1 12345 -2.5 7 12 58.3 1\n"
                                         ". -98! -99! 5 9 . 2"));
}

static void what_stands_below_is_in_the_documents_in_short_lines(void)
{
    g_autoptr(lyh_table) table = every_kind();
    g_autofree char *told = told_by_readstat(table);
    g_assert_nonnull(strstr(told, "# Bas: tolv personer, å ä ö\n# En not"));
    g_assert_nonnull(strstr(told, "av formatets åttio\n# byte, och därför delas"));
}

static void words_too_many_or_too_long_for_labels_are_strings(void)
{
    g_autoptr(lyh_table) table = lyh_table_new("x");
    g_autofree char *longest = g_strnfill(400, 'x');
    lyh_table_add_column(table, "text", "Text");
    lyh_table_set_cell(table, lyh_table_add_row(table), 0, lyh_cell_text("kort"));
    lyh_table_set_cell(table, lyh_table_add_row(table), 0, lyh_cell_text(longest));
    g_autofree char *told = told_by_readstat(table);
    g_autofree char *expected = g_strdup_printf("'kort'\n'%s'", longest);
    g_assert_true(g_str_has_suffix(told, expected));
}

static void the_same_table_is_the_same_bytes_in_every_time_zone(void)
{
    g_autoptr(lyh_table) table = every_kind();
    size_t size, other_size;
    g_setenv("TZ", "Pacific/Kiritimati", TRUE);
    g_autofree char *bytes = written(table, &size);
    g_setenv("TZ", "America/Adak", TRUE);
    g_autofree char *others = written(table, &other_size);
    g_assert_cmpuint(size, ==, other_size);
    g_assert_true(memcmp(bytes, others, size) == 0);
    g_assert_true(memcmp(bytes + 92, "01 Jan 8000:00:00", 17) == 0);
}

static void pspp_reads_the_same(void)
{
    g_autofree char *program = g_find_program_in_path("pspp-convert");
    if (!program) {
        g_test_skip("pspp is not installed");
        return;
    }
    g_autoptr(lyh_table) table = every_kind();
    g_autofree char *folder = NULL;
    g_autofree char *path = into_file(table, &folder);
    g_autofree char *csv = g_build_filename(folder, "t.csv", NULL);
    g_autofree char *command =
        g_strdup_printf("%s --recode --labels %s %s", program, path, csv);
    g_autofree char *said = NULL, *read = NULL;
    int status;
    g_assert_true(g_spawn_command_line_sync(command, NULL, &said, &status, NULL));
    g_assert_cmpstr(said, ==, "");
    g_assert_true(g_file_get_contents(csv, &read, NULL, NULL));
    g_assert_cmpstr(read, ==,
                    "code,hits,per_1000,v_2persons,v_2persons_base,v_with,Code_2\n"
                    "bemötande,12345,-2.5,7,12,58.3,ja\n"
                    " , , ,5,9, ,nej\n");
    g_unlink(csv);
    forget(path, folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/table/sav/" #name, name)
    TEST(every_cell_is_read_back_with_its_labels);
    TEST(what_stands_below_is_in_the_documents_in_short_lines);
    TEST(words_too_many_or_too_long_for_labels_are_strings);
    TEST(the_same_table_is_the_same_bytes_in_every_time_zone);
    TEST(pspp_reads_the_same);
    return g_test_run();
}
