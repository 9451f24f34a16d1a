#include "render.h"

#include <unistd.h>

#include <glib/gstdio.h>

#include <lyhord/table/xlsx.h>

#include "progress.h"

#define DOTS_PER_INCH 300

/* What has been made of what there is to make. */
typedef struct rendering {
    lyh_cli *cli;
    const lyh_report *report;
    cli_package *package;
    size_t done, count;
} rendering;

/* The file @name is made and added. */
static void add(rendering *work, const char *name, lyh_output *output)
{
    package_add(work->package, name, output);
    progress_show(work->cli, N_("file"), work->done++, work->count);
}

static void add_formats(rendering *work)
{
    lyh_output *pdf = lyh_output_to_memory(), *html = lyh_output_to_memory(),
               *docx = lyh_output_to_memory(), *markdown = lyh_output_to_memory();
    lyh_report_write_pdf(work->report, pdf, &work->cli->error);
    add(work, "report.pdf", pdf);
    lyh_report_write_html(work->report, html);
    add(work, "report.html", html);
    lyh_report_write_docx(work->report, docx);
    add(work, "report.docx", docx);
    lyh_report_write_markdown(work->report, markdown);
    add(work, "report.md", markdown);
}

static void add_figure(rendering *work, const lyh_display *figure, size_t number)
{
    g_autofree char *svg_name = g_strdup_printf("figures/figure-%02zu.svg", number);
    g_autofree char *png_name = g_strdup_printf("figures/figure-%02zu.png", number);
    lyh_output *svg = lyh_output_to_memory(), *png = lyh_output_to_memory();
    lyh_display_write_svg(figure, svg);
    add(work, svg_name, svg);
    lyh_display_write_png(figure, DOTS_PER_INCH, png);
    add(work, png_name, png);
}

static void add_table(rendering *work, const lyh_table *table, size_t number)
{
    g_autofree char *name = g_strdup_printf("tables/table-%02zu.csv", number);
    lyh_output *output = lyh_output_to_memory();
    lyh_csv_style style = work->cli->style == LYH_CSV_C ? LYH_CSV_C : LYH_CSV_PACKAGE;
    lyh_table_write_csv(table, style, output);
    add(work, name, output);
}

/* The library behind it wants a folder of its own; one that a kill leaves there goes as packages do. */
static bool write_workbook(lyh_cli *cli, const GPtrArray *tables, lyh_output *output)
{
    g_autofree char *beside = g_path_get_dirname(cli->output_path);
    g_autofree char *folder =
        g_strdup_printf("%s/.lyhord-%ld-tables.new", beside, (long)getpid());
    if (!lyh_folder_make(folder, &cli->error))
        return false;
    bool is_fine =
        lyh_tables_write_xlsx((const lyh_table *const *)tables->pdata, tables->len,
                              cli->catalog, folder, output, &cli->error);
    g_rmdir(folder);
    return is_fine;
}

static void add_workbook(rendering *work, const GPtrArray *tables)
{
    if (tables->len == 0)
        return;
    lyh_output *output = lyh_output_to_memory();
    write_workbook(work->cli, tables, output);
    add(work, "tables.xlsx", output);
}

/* Every figure and table by its number; tables are gathered in @tables. */
static void add_parts(rendering *work, GPtrArray *tables)
{
    for (size_t i = 0; i < lyh_report_block_count(work->report); i++) {
        const lyh_block *block = lyh_report_block(work->report, i);
        if (block->kind == LYH_BLOCK_FIGURE)
            add_figure(work, block->figure, block->number);
        if (block->kind == LYH_BLOCK_TABLE) {
            g_ptr_array_add(tables, (lyh_table *)block->table);
            add_table(work, block->table, block->number);
        }
    }
}

/* Files that the report itself becomes. */
static size_t count_files(const lyh_report *report)
{
    size_t count = 4, tables = 0;
    for (size_t i = 0; i < lyh_report_block_count(report); i++) {
        lyh_block_kind kind = lyh_report_block(report, i)->kind;
        count += kind == LYH_BLOCK_FIGURE ? 2 : 0;
        tables += kind == LYH_BLOCK_TABLE;
    }
    return count + tables + (tables > 0); /* and the workbook */
}

cli_package *render_report(lyh_cli *cli, const lyh_report *report, const cli_papers *papers)
{
    g_autoptr(GPtrArray) tables = g_ptr_array_new();
    rendering work = { cli, report, package_new(), 0, count_files(report) };
    add_formats(&work);
    add_parts(&work, tables);
    add_workbook(&work, tables);
    papers_add(papers, work.package);
    return work.package;
}
