#include "rows.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/json_write.h>
#include <lyhord/base/text.h>

struct cli_rows {
    lyh_cli *cli;
    lyh_output *output;
    const char *const *names;
    size_t count, column, written;
};

static void begin_csv(cli_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        if (i > 0)
            lyh_output_text(rows->output, lyh_csv_separator(rows->cli->style));
        lyh_csv_write_text(rows->output, rows->names[i]);
    }
    lyh_output_text(rows->output, lyh_csv_line_end(rows->cli->style));
}

/* Rows may have no end, and are for programs: nobody prints them in a document. */
static bool are_rows_written_so(lyh_cli *cli)
{
    if (cli->format <= FORMAT_TEXT)
        return true;
    cli_usage(
        cli,
        "md, latex, xlsx and sav are for tables; rows are written as csv, json or text");
    cli->is_misused = true;
    return false;
}

cli_rows *rows_new(lyh_cli *cli, const char *const *names, size_t count)
{
    if (!are_rows_written_so(cli))
        return NULL;
    lyh_output *output = cli_output(cli);
    if (!output)
        return NULL;
    cli_rows *made = g_new0(cli_rows, 1);
    *made = (cli_rows){ .cli = cli, .output = output, .names = names, .count = count };
    if (cli->format == FORMAT_CSV)
        begin_csv(made);
    else if (cli->format == FORMAT_JSON)
        lyh_output_text(output, "[");
    return made;
}

/* On a screen one line a row, cells apart by two spaces; nothing a terminal would act on. */
static void write_shown(lyh_output *output, const char *text)
{
    char *shown = lyh_text_shown(text, strlen(text), true);
    lyh_output_text(output, shown);
    free(shown);
}

static void before_cell(cli_rows *rows)
{
    bool is_first = rows->column == 0;
    if (rows->cli->format == FORMAT_CSV && !is_first)
        lyh_output_text(rows->output, lyh_csv_separator(rows->cli->style));
    if (rows->cli->format == FORMAT_TEXT && !is_first)
        lyh_output_text(rows->output, "  ");
    if (rows->cli->format == FORMAT_JSON) {
        lyh_output_text(rows->output, !is_first ? ", " : rows->written ? ",\n {" : "\n {");
        lyh_json_write_text(rows->output, rows->names[rows->column]);
        lyh_output_text(rows->output, ": ");
    }
}

static void after_cell(cli_rows *rows)
{
    if (++rows->column < rows->count)
        return;
    rows->column = 0;
    rows->written++;
    if (rows->cli->format == FORMAT_CSV)
        lyh_output_text(rows->output, lyh_csv_line_end(rows->cli->style));
    else
        lyh_output_text(rows->output, rows->cli->format == FORMAT_TEXT ? "\n" : "}");
}

void rows_text(cli_rows *rows, const char *text)
{
    before_cell(rows);
    switch (rows->cli->format) {
    case FORMAT_CSV:
        lyh_csv_write_text(rows->output, text);
        break;
    case FORMAT_JSON:
        lyh_json_write_text(rows->output, text);
        break;
    case FORMAT_TEXT:
        write_shown(rows->output, text);
        break;
    default:
        g_assert_not_reached(); /* see are_rows_written_so() */
    }
    after_cell(rows);
}

void rows_bytes(cli_rows *rows, const char *text, size_t size)
{
    g_autofree char *copy = g_strndup(text, size);
    rows_text(rows, copy);
}

void rows_number(cli_rows *rows, size_t number)
{
    before_cell(rows);
    lyh_output_printf(rows->output, "%zu", number);
    after_cell(rows);
}

void rows_decimal(cli_rows *rows, double value, int decimals)
{
    char format[8], text[G_ASCII_DTOSTR_BUF_SIZE];
    g_snprintf(format, sizeof format, "%%.%df", decimals);
    g_ascii_formatd(text, sizeof text, format, value);
    char *point = strchr(text, '.');
    if (point && rows->cli->format != FORMAT_JSON && rows->cli->style != LYH_CSV_C)
        *point = ',';
    before_cell(rows);
    lyh_output_text(rows->output, text);
    after_cell(rows);
}

bool rows_close(cli_rows *rows)
{
    g_assert(rows->column == 0);
    if (rows->cli->format == FORMAT_JSON)
        lyh_output_text(rows->output, "\n]\n");
    bool is_fine = lyh_output_close(rows->output, &rows->cli->error);
    g_free(rows);
    return is_fine;
}

void rows_discard(cli_rows *rows)
{
    if (!rows)
        return;
    lyh_output_discard(rows->output);
    g_free(rows);
}
