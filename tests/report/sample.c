#include "sample.h"

#include "../chart/tables.h"

static lyh_display *figure(const char *kind, lyh_table *table, const char *finding)
{
    const lyh_chart_options options = { .finding = finding,
                                        .catalog = lyh_catalog_for("sv"),
                                        .joint = known_joint };
    lyh_display *display = lyh_chart_new(lyh_chart_kind_find(kind), table, &options);
    lyh_table_free(table);
    return display;
}

static void add_summary(lyh_report *report)
{
    lyh_report_heading(report, 1, "Sammanfattning");
    lyh_report_heading(report, 2, "Vad vi frågade, och vem");
    lyh_report_paragraph(
        report,
        "Hur är det att ha kontakt med ekonomiskt bistånd när man behöver det som mest? "
        "Tolv personer har berättat för brukarrevisorer som själva har varit där. Elva "
        "är klienter och en är god man; en svarade skriftligt. Intervjuerna gjordes i "
        "mars och april 2026 och tog mellan en halv och en och en halv timme.");
    lyh_report_heading(report, 2, "Det som fungerar");
    lyh_report_item(
        report, "Bemötande",
        "Nästan alla, 11 av 12, talade om hur de blir mötta, och sju av dem hade "
        "gott att säga om mötet öga mot öga.");
    lyh_report_quote(
        report,
        "Hon stängde av telefonen när jag satte mig. Det har aldrig hänt förr, "
        "att någon gör så för min skull.",
        "Klient");
    lyh_report_item(report, "Väntrummet", "3 av 12 nämnde att det är ljust och lugnt.");
    lyh_report_heading(report, 2, "Det som brister");
    lyh_report_item(
        report, "Tillgänglighet",
        "9 av 12 tog upp att det är svårt att nå sin handläggare; telefontiderna är "
        "korta och ingen ringer tillbaka.");
    lyh_report_item(report, NULL, "Besluten kommer sent, och orden i dem är svåra.");
    lyh_report_note(
        report, "Att någon inte tog upp ett tema betyder inte att hen är nöjd. Siffrorna "
                "gäller de tolv som intervjuades, inga andra.");
}

static void add_method(lyh_report *report)
{
    lyh_report_heading(report, 1, "Så gjorde vi");
    for (int i = 0; i < 5; i++)
        lyh_report_paragraph(
            report,
            "Intervjuerna spelades in, skrevs ut och avidentifierades innan någon utanför "
            "gruppen läste dem. Två brukarrevisorer märkte texterna var för sig efter en "
            "kodbok med tolv teman, jämförde sina läsningar och bestämde sedan "
            "tillsammans – så kallad kodboksbaserad innehållsanalys. När de var oense "
            "gick de tillbaka till inspelningens sammanhang; tillgänglighetsutredning och "
            "försörjningsstödshandläggare är ord som ibland måste delas. Ett svar räknas "
            "en "
            "gång per person, hur många gånger saken än nämns.");
}

static void add_results(lyh_report *report)
{
    lyh_report_heading(report, 1, "Resultat");
    lyh_report_heading(report, 2, "Alla teman");
    lyh_report_figure(report, figure("stapel", themes_table(),
                                     "Elva av tolv talade om bemötande, nio av tolv om hur "
                                     "svårt det är att nå fram"));
    lyh_report_table(report, themes_table());
    lyh_report_heading(report, 2, "Tillgänglighet");
    lyh_report_paragraph(report,
                         "9 av 12 tog upp tillgänglighet. 2 beskrev något som fungerar "
                         "och 8 något som brister; 1 gjorde båda.");
    lyh_report_figure(report, figure("personprickar", groups_table(),
                                     "I alla grupper finns de som inte når fram"));
    lyh_report_note(report, "Grupper med färre än fem personer visas inte.");
    lyh_report_table(report, groups_table());
    lyh_report_heading(report, 3, "Med egna ord");
    lyh_report_quote(
        report,
        "Man ringer klockan nio och då är det redan kö. Sen är det autosvar. Jag "
        "har suttit med telefonen mot örat hela förmiddagen och missat bussen till "
        "läkaren, och när jag äntligen kom fram så var det fel person.",
        "Klient, C-stad");
    lyh_report_quote(report, "De hör inte av sig. Punkt.", NULL);
}

static void add_appendix(lyh_report *report)
{
    size_t count;
    const char *const *words = long_compounds(&count);
    lyh_report_page(report);
    lyh_report_heading(report, 1, "Bilaga: långa ord");
    lyh_report_table(report, labels_table(words, count, 12));

    lyh_table *codes = lyh_table_new("codes");
    lyh_table_add_column(codes, "code", "Kod");
    lyh_table_add_column(codes, "definition", "Definition");
    lyh_table_add_column(codes, "when", "När");
    for (size_t i = 0; i < 8; i++) {
        size_t row = lyh_table_add_row(codes);
        lyh_table_set_cell(codes, row, 0, lyh_cell_text(words[i]));
        lyh_table_set_cell(
            codes, row, 1,
            lyh_cell_text("Hur det är att nå fram till den som beslutar: per "
                          "telefon, brev, besök eller på nätet, och hur länge "
                          "man får vänta på svar."));
        lyh_table_set_cell(
            codes, row, 2,
            lyh_cell_text("Personen berättar om egna försök att få kontakt."));
    }
    lyh_table_set_part(codes, LYH_TABLE_TITLE, "Kodboken i korthet");
    lyh_report_table(report, codes);
}

lyh_report *sample_report(const char *status)
{
    const lyh_report_info info = {
        .title = "Att nå fram: brukares röster om ekonomiskt bistånd i Lövsta kommun",
        .subtitle = "Brukarrevision av mottagningsenheten",
        .commissioner = "Socialförvaltningen i Lövsta",
        .date = "1 maj 2026",
        .iso_date = "2026-05-01",
        .status = status,
        .catalog = lyh_catalog_for("sv"),
        .joint = known_joint,
    };
    lyh_report *report = lyh_report_new(&info);
    add_summary(report);
    add_method(report);
    add_results(report);
    add_appendix(report);
    return report;
}
