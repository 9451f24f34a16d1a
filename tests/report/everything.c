#include "everything.h"

#include <glib.h>

#include "../chart/tables.h"

static const char filling[] =
    "De som svarade hade olika skäl att höra av sig och olika lång väg dit. Några hade "
    "nyss sökt för första gången, andra hade haft kontakt i många år och bytt handläggare "
    "flera gånger; vad de berättar går ändå ihop på ett sätt som vi inte väntade oss.";

static const char said[] =
    "Först fick jag vänta i tre veckor på en tid, och sen när jag kom dit så var det "
    "någon annan som satt där och som inte hade läst något av det jag hade skickat in. "
    "Då fick jag börja om från början, igen, och berätta allting en gång till. Jag sa det: "
    "har ni inga papper på mig? Det hade de, men de låg hos den förra. ";

static void add_figure(lyh_report *report, const char *kind, lyh_table *table,
                       const char *finding)
{
    const lyh_chart_options options = { .finding = finding,
                                        .catalog = lyh_report_info_of(report)->catalog,
                                        .joint = known_joint };
    lyh_report_figure(report, lyh_chart_new(lyh_chart_kind_find(kind), table, &options));
    lyh_report_table(report, table);
}

static void add_opening(lyh_report *report)
{
    lyh_report_heading(report, 1, "Innehåll");
    lyh_report_contents(report);
    lyh_report_page(report);
    lyh_report_heading(report, 1, "Sammanfattning");
    lyh_report_paragraph(report, filling);
    lyh_report_see(report, "themes");
    lyh_report_paragraph(report, "Ett stycke med två noter.");
    lyh_report_footnote(report, "Den första noten, med en rad.");
    lyh_report_footnote(report,
                        "Den andra noten är längre och tar mer än en rad, så att det "
                        "syns hur dess andra rad står under den första och inte "
                        "bredvid siffran.");
    lyh_report_item(report, "Bemötande", "Nästan alla talade om hur de blir mötta.");
    lyh_report_footnote(report, "En not till en punkt i en lista.");
    lyh_report_quote(report, "Hon stängde av telefonen när jag satte mig.", "Klient");
    lyh_report_footnote(report, "En not till ett citat inne i listan.");
    lyh_report_item(report, "Väntan", "Besluten kommer sent.");
    lyh_report_see(report, "long");
    lyh_report_item(report, NULL, "En punkt utan inledning ☑ → ✓");
    lyh_report_note(report, "Siffrorna gäller dem som intervjuades.");
    lyh_report_footnote(report, "En not till en anmärkning.");
}

static void add_figures(lyh_report *report)
{
    lyh_report_name(report, "results");
    lyh_report_heading(report, 1, "Resultat, och vad de som inte kom fram hade velat säga");
    lyh_report_heading(report, 2, "Alla teman");
    lyh_report_name(report, "figure");
    add_figure(report, "stapel", themes_table(), "Elva av tolv talade om bemötande");
    lyh_report_heading(report, 2, "Grupper");
    lyh_report_paragraph(report, "Grupperna är små.");
    lyh_report_see(report, "figure");
    lyh_report_name(report, "themes");
    add_figure(report, "personprickar", groups_table(),
               "I alla grupper finns de som väntar");
    lyh_report_heading(report, 3, "Med egna ord");
    lyh_report_quote(report, "De hör inte av sig. Punkt.", NULL);
    lyh_report_paragraph(report, "Se även det som sagts tidigare om detta.");
    lyh_report_see(report, "results");
}

/* Paragraphs with a footnote each move over the page's end by a line at a time. */
static void add_footnotes(lyh_report *report)
{
    lyh_report_heading(report, 1, "Noter vid sidans slut");
    for (int i = 0; i < 24; i++) {
        g_autofree char *note = g_strdup_printf("Not nummer %d i raden.", i + 1);
        g_autofree char *text =
            g_strdup_printf("Stycke %d. %s", i + 1, i % 3 == 2 ? filling : "Kort.");
        lyh_report_paragraph(report, text);
        lyh_report_footnote(report, note);
    }
}

static void add_quotes(lyh_report *report)
{
    lyh_report_heading(report, 1, "Långa citat");
    for (int i = 1; i < 9; i++) {
        GString *text = g_string_new(NULL);
        for (int times = 0; times < i; times++)
            g_string_append(text, said);
        lyh_report_quote(report, g_strchomp(text->str), "Deltagare, C-stad");
        lyh_report_paragraph(report, filling);
        g_string_free(text, TRUE);
    }
}

static void add_long_table(lyh_report *report)
{
    lyh_table *table = lyh_table_new("long");
    lyh_table_add_column(table, "code", "Kod");
    lyh_table_add_column(table, "n", "Personer");
    lyh_table_add_column(table, "text", "Vad det handlar om och vad det inte handlar om");
    for (int i = 0; i < 70; i++) {
        g_autofree char *code = g_strdup_printf("Rubrik %d", i + 1);
        size_t row = lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0, lyh_cell_text(code));
        lyh_table_set_cell(table, row, 1, lyh_cell_of((size_t)i % 12, 12));
        lyh_table_set_cell(table, row, 2,
                           lyh_cell_text(i % 5 ? "Att få svar i tid." : filling));
    }
    lyh_table_set_part(table, LYH_TABLE_TITLE, "En tabell över tre sidor");
    lyh_table_set_part(table, LYH_TABLE_UNIT, "personer");
    lyh_report_name(report, "long");
    lyh_report_table(report, table);
}

static void add_tall_row(lyh_report *report)
{
    lyh_table *table = lyh_table_new("tall");
    lyh_table_add_column(table, "code", "Kod");
    lyh_table_add_column(table, "text", "Text");
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 30; i++)
        g_string_append_printf(text, "%s%s", i ? " " : "", filling);
    for (size_t i = 0; i < 2; i++) {
        size_t row = lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0, lyh_cell_text(i ? "efter" : "lång"));
        lyh_table_set_cell(table, row, 1, lyh_cell_text(i ? "kort" : text->str));
    }
    g_string_free(text, TRUE);
    lyh_table_set_part(table, LYH_TABLE_TITLE, "En rad högre än en sida");
    lyh_report_table(report, table);
}

/* Every long word once, in so many columns that few have room for it. */
static void add_words(lyh_report *report, size_t columns)
{
    size_t count;
    const char *const *words = long_compounds(&count);
    lyh_table *table = lyh_table_new("words");
    g_autofree char *title = g_strdup_printf("Långa ord i %zu spalter", columns);
    for (size_t i = 0; i < columns; i++) {
        g_autofree char *heading = g_strdup_printf("Ord %zu", i + 1);
        lyh_table_add_column(table, heading, heading);
    }
    for (size_t i = 0; i < count; i++) {
        if (i % columns == 0)
            lyh_table_add_row(table);
        lyh_table_set_cell(table, i / columns, i % columns, lyh_cell_text(words[i]));
    }
    lyh_table_set_part(table, LYH_TABLE_TITLE, title);
    lyh_report_table(report, table);
}

static void add_appendix(lyh_report *report)
{
    size_t count;
    const char *const *words = long_compounds(&count);
    lyh_report_page(report);
    lyh_report_heading(report, 1, "Bilaga");
    lyh_report_heading(report, 2, "Ord som är bredare än sin kolumn");
    lyh_report_table(report, labels_table(words, count, 12));
    add_words(report, 3);
    add_words(report, 5);
    add_words(report, 7);
    add_long_table(report);
    add_tall_row(report);
    lyh_report_paragraph(report, "En not så lång att den får stå i texten.");
    GString *note = g_string_new(NULL);
    for (int i = 0; i < 14; i++)
        g_string_append_printf(note, "%s%s", i ? " " : "", filling);
    lyh_report_footnote(report, note->str);
    lyh_report_footnote(report, "En kort not efter den långa.");
    g_string_free(note, TRUE);
}

lyh_report *everything_report(const char *language)
{
    const lyh_report_info info = {
        .title = "Allt på en gång: <rubrik> & \"citat\"",
        .subtitle = "Brukarrevision av mottagningsenheten",
        .commissioner = "Socialförvaltningen i Lövsta",
        .date = "1 maj 2026",
        .iso_date = "2026-05-01",
        .status = "utkast, ej granskat",
        .catalog = lyh_catalog_for(language),
        .joint = known_joint,
    };
    lyh_report *report = lyh_report_new(&info);
    add_opening(report);
    add_figures(report);
    add_footnotes(report);
    add_quotes(report);
    add_appendix(report);
    return report;
}
