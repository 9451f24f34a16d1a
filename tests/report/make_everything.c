/*
 * usage: make_everything FOLDER [LANGUAGE]
 *
 * Writes everything.pdf, .html and .docx, and everything.txt: the words that every writer prints of it, a line a block,
 * for whoever reads the PDF with other programs.
 */
#include <stdlib.h>

#include <glib.h>

#include <lyhord/table/writers.h>

#include "../../src/report/printed.h"
#include "everything.h"

static void save(const char *folder, const char *name, const char *bytes, size_t size)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
}

static void save_pdf(const char *folder, const lyh_report *report)
{
    size_t size;
    lyh_error error = { 0 };
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_report_write_pdf(report, output, &error));
    char *bytes = lyh_output_take(output, &size);
    save(folder, "everything.pdf", bytes, size);
    free(bytes);
}

static void save_with(const char *folder, const char *name, const lyh_report *report,
                      bool (*write)(const lyh_report *report, lyh_output *output))
{
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(write(report, output));
    char *bytes = lyh_output_take(output, &size);
    save(folder, name, bytes, size);
    free(bytes);
}

static void add_line(GString *words, const char *line)
{
    if (line && *line)
        g_string_append_printf(words, "%s\n", line);
}

static void add_table(GString *words, const lyh_table *table, const lyh_catalog *catalog)
{
    for (size_t column = 0; column < lyh_table_column_count(table); column++)
        add_line(words, lyh_table_heading(table, column));
    for (size_t row = 0; row < lyh_table_row_count(table); row++)
        for (size_t column = 0; column < lyh_table_column_count(table); column++) {
            char *cell = lyh_cell_shown(lyh_table_cell(table, row, column), catalog);
            add_line(words, cell);
            free(cell);
        }
    g_autofree char *note = lyh_printed_table_note(table, catalog);
    add_line(words, note);
}

static void add_contents(GString *words, const lyh_report *report, size_t index)
{
    g_autoptr(GArray) headings = lyh_printed_contents(report, index);
    for (guint i = 0; i < headings->len; i++)
        add_line(words, lyh_report_block(report, g_array_index(headings, size_t, i))->text);
}

static void add_block(GString *words, const lyh_report *report, size_t index)
{
    const lyh_block *block = lyh_report_block(report, index);
    g_autofree char *text = lyh_printed_text(report, index);
    if (block->kind == LYH_BLOCK_ITEM)
        add_line(words, "–");
    add_line(words, text);
    if (block->kind == LYH_BLOCK_QUOTE)
        add_line(words, block->label);
    if (block->kind == LYH_BLOCK_TABLE)
        add_table(words, block->table, lyh_report_info_of(report)->catalog);
    if (block->kind == LYH_BLOCK_CONTENTS)
        add_contents(words, report, index);
}

static void save_words(const char *folder, const lyh_report *report)
{
    const lyh_report_info *info = lyh_report_info_of(report);
    g_autoptr(GString) words = g_string_new(NULL);
    add_line(words, info->title);
    add_line(words, info->subtitle);
    g_string_append_printf(words, lyh_tr(info->catalog, "Commissioned by: %s"),
                           info->commissioner);
    add_line(words, "\n");
    add_line(words, info->date);
    add_line(words, info->status);
    for (size_t i = 0; i < lyh_report_block_count(report); i++)
        add_block(words, report, i);
    save(folder, "everything.txt", words->str, words->len);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 64;
    lyh_report *report = everything_report(argc > 2 ? argv[2] : "sv");
    save_pdf(argv[1], report);
    save_with(argv[1], "everything.html", report, lyh_report_write_html);
    save_with(argv[1], "everything.docx", report, lyh_report_write_docx);
    save_words(argv[1], report);
    lyh_report_free(report);
    return 0;
}
