#include <string.h>

#include "../chart/autoptr.h"
#include "figures.h"
#include "gate.h"
#include "view.h"

#define DOTS_AN_INCH 300

typedef struct chart_wishes {
    const char *kind;
    char *by, *measure, *code, *image, *title;
} chart_wishes;

static void chart_wishes_clear(chart_wishes *drawing)
{
    g_free(drawing->by);
    g_free(drawing->measure);
    g_free(drawing->code);
    g_free(drawing->image);
    g_free(drawing->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(chart_wishes, chart_wishes_clear)

static int list_kinds(lyh_cli *cli)
{
    g_autoptr(lyh_table) table = lyh_table_new("charts");
    lyh_table_add_column(table, "kind", lyh_tr(cli->catalog, "kind"));
    lyh_table_add_column(table, "question", lyh_tr(cli->catalog, "question it answers"));
    for (size_t i = 0; i < lyh_chart_kind_count(); i++) {
        const lyh_chart_kind *kind = lyh_chart_kind_at(i);
        size_t row = lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0, lyh_cell_text(kind->name));
        lyh_table_set_cell(table, row, 1,
                           lyh_cell_text(lyh_tr(cli->catalog, kind->question)));
    }
    return cli_finish_with_table(cli, table);
}

/* --image, else what the output file's name ends with, else SVG. */
static const char *image_of(const lyh_cli *cli, const chart_wishes *drawing)
{
    static const char *const known[] = { "pdf", "png", "svg" };
    const char *dot = cli->output_path ? strrchr(cli->output_path, '.') : NULL;
    const char *asked = drawing->image ? drawing->image : dot ? dot + 1 : "svg";
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (strcmp(asked, known[i]) == 0)
            return known[i];
    return NULL;
}

static int write_figure(lyh_cli *cli, const lyh_display *figure, const char *image,
                        const char *date)
{
    lyh_output *output = cli_output(cli);
    if (!output)
        return cli_finish(cli);
    if (strcmp(image, "pdf") == 0)
        lyh_display_write_pdf(figure, date, output);
    else if (strcmp(image, "png") == 0)
        lyh_display_write_png(figure, DOTS_AN_INCH, output);
    else
        lyh_display_write_svg(figure, output);
    lyh_output_close(output, &cli->error);
    return cli_finish(cli);
}

static size_t most_said(const lyh_codebook *codebook, const lyh_tally *tally,
                        lyh_measure measure)
{
    size_t most = LYH_NONE;
    for (size_t i = 0; i < lyh_codebook_count(codebook); i++)
        if (most == LYH_NONE ||
            lyh_tally_persons(tally, i, measure) > lyh_tally_persons(tally, most, measure))
            most = i;
    return most;
}

/* The most said code is the finding when nobody has written a better one. */
static char *finding_in(const lyh_cli *cli, lyh_study *study, const lyh_tally *tally,
                        const chart_wishes *drawing, size_t code, lyh_measure measure)
{
    const lyh_codebook *codebook = lyh_study_codebook(study);
    size_t told = code == LYH_NONE ? most_said(codebook, tally, measure) : code;
    if (drawing->title || told == LYH_NONE)
        return g_strdup(drawing->title ? drawing->title : "");
    return finding_of(cli, lyh_codebook_code(codebook, told), measure,
                      lyh_tally_persons(tally, told, measure), lyh_tally_base(tally));
}

static size_t take_code(lyh_cli *cli, lyh_study *study, const char *name)
{
    size_t code = name ? lyh_codebook_find(lyh_study_codebook(study), name) : LYH_NONE;
    if (name && code == LYH_NONE) {
        lyh_diags_error(cli->diags, "code-unknown", lyh_place_none(),
                        "'%s' is no code of the codebook", name);
        lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
    }
    return code;
}

static int draw(lyh_cli *cli, lyh_study *study, const chart_wishes *drawing,
                bool with_suggested, lyh_measure measure, const char *image)
{
    size_t code = take_code(cli, study, drawing->code);
    g_auto(cli_view) view = { 0 };
    if (!view_splits(&view, cli, study, drawing->by ? drawing->by : "") ||
        cli->error.kind != LYH_ERROR_NONE)
        return cli_finish(cli);
    const lyh_tally_options options = { .with_suggested = with_suggested };
    lyh_study_counts counts;
    g_autoptr(lyh_tally) tally =
        lyh_study_tally(study, &options, NULL, &counts, cli->diags, &cli->error);
    if (!tally)
        return cli_finish(cli);

    if (!view_shows_anyone(cli, tally, lyh_study_threshold(study)) ||
        !view_plan(&view, cli, study, tally))
        return cli_finish(cli);
    g_autoptr(lyh_table) table =
        code == LYH_NONE ? lyh_tally_persons_table(tally, &view.shown, measure, true)
                         : lyh_tally_code_table(tally, &view.shown, code);
    lyh_study_label(study, table, &counts, with_suggested);
    g_autofree char *finding = finding_in(cli, study, tally, drawing, code, measure);
    g_autoptr(lyh_display) figure = figure_of(cli, study, drawing->kind, table, finding);
    if (figure)
        return gate_lets_figure(cli, study, figure)
                   ? write_figure(cli, figure, image, lyh_study_setting(study, "date"))
                   : cli_finish(cli);
    lyh_diags_error(
        cli->diags, "chart-empty", lyh_place_none(),
        "there is nothing that '%s' can show; a code must have been taken up, and "
        "personprickar takes 40 persons at most",
        drawing->kind);
    return cli_finish(cli);
}

int cmd_chart(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    g_auto(chart_wishes) drawing = { 0 };
    const GOptionEntry own[] = {
        { "by", 0, 0, G_OPTION_ARG_FILENAME, &drawing.by,
          N_("show groups by an attribute of the respondents, or by a pair: roll,stad"),
          N_("ATTRIBUTE[,ATTRIBUTE]") },
        { "code", 0, 0, G_OPTION_ARG_FILENAME, &drawing.code,
          N_("one code, instead of all of them"), N_("CODE") },
        { "image", 0, 0, G_OPTION_ARG_FILENAME, &drawing.image,
          N_("svg, pdf or png; else after the output file's name"), N_("KIND") },
        { "measure", 0, 0, G_OPTION_ARG_FILENAME, &drawing.measure,
          N_("any, +, -, 0 or wish"), N_("MEASURE") },
        { "suggested", 0, 0, G_OPTION_ARG_NONE, &inputs.suggested,
          N_("count the machine's suggestions too"), NULL },
        { "title", 0, 0, G_OPTION_ARG_FILENAME, &drawing.title,
          N_("the figure's title: what it shows, as a sentence"), N_("TEXT") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[KIND [STUDY]]", N_("Draw a figure of the counts"),
                   own, &exit))
        return exit;
    if (!cli->arguments[0])
        return list_kinds(cli);

    g_autofree char *kind = cli_take_word(cli);
    drawing.kind = kind;
    const char *image = image_of(cli, &drawing);
    lyh_measure measure = view_measure(cli, drawing.measure ? drawing.measure : "any");
    if (lyh_chart_kind_find(kind) == LYH_NONE)
        return cli_usage(cli, "there is no figure '%s'; lyhord chart lists them", kind);
    if (!image || measure == LYH_MEASURE_COUNT)
        return image ? EXIT_USAGE : cli_usage(cli, "a figure is svg, pdf or png");

    g_autoptr(lyh_study) study = cli_study(cli, &inputs, true);
    return study && cli_has_codebook(cli, study)
               ? draw(cli, study, &drawing, inputs.suggested, measure, image)
               : cli_finish(cli);
}
