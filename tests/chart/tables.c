#include "tables.h"

#include <string.h>

/* Written with their joints; the labels are the words without the strokes. */
static const char *const jointed[] = {
    "försörjnings|stöds|handläggare",
    "självbestämmande|rätten",
    "socialtjänst|lagstiftningen",
    "brukar|medverkans|strategi",
    "bostads|anpassnings|bidrag",
    "missbruks|behandlings|program",
    "tillgänglighets|utredning",
    "öppenvårds|mottagningen",
    "handlingsplans|uppföljning",
    "kontaktpersons|verksamhet",
    "sysselsättnings|verksamheten",
    "arbetsmarknads|åtgärder",
    "ekonomihandläggarnas|telefontider",
    "samordnings|svårigheter",
    "delaktighets|trappan",
    "likabehandlings|principen",
    "integritets|kränkande",
    "myndighets|utövning",
    "återfalls|prevention",
    "genomförande|planering",
    "vårdplanerings|möten",
    "boendestöds|insatser",
    "familjerätts|sekreterare",
    "personal|omsättningen",
    "förvaltnings|övergripande",
    "kommunikations|hjälpmedel",
    "budget|rådgivning",
    "skuldsanerings|ansökan",
    "hyresvärds|kontakter",
    "läkarundersöknings|intyg",
    "sjukskrivnings|processen",
    "försäkringskasse|ärenden",
    "överklagande|hänvisning",
    "rättssäkerhets|garantier",
    "utrednings|förfarande",
    "beslutsunderlags|kvalitet",
    "dokumentations|skyldighet",
    "sekretess|bestämmelser",
    "orosanmälnings|hantering",
    "avgifts|finansierade",
    "mottagnings|enheten",
    "väntrums|miljön",
    "bemötande|frågor",
    "informations|spridning",
    "hemlöshets|problematik",
    "trygghets|boende|platser",
    "anhörig|stöds|konsulent",
    "erfarenhets|kompetens",
    "själv|bestämmande",
    "barnkonventions|utbildning",
};
#define COMPOUNDS (sizeof jointed / sizeof jointed[0])

static char words[COMPOUNDS][128];

static void unstroke(const char *from, char *to)
{
    for (; *from; from++) {
        if (*from != '|')
            *to++ = *from;
    }
    *to = '\0';
}

const char *const *long_compounds(size_t *count)
{
    static const char *list[COMPOUNDS];
    for (size_t i = 0; i < COMPOUNDS; i++) {
        unstroke(jointed[i], words[i]);
        list[i] = words[i];
    }
    *count = COMPOUNDS;
    return list;
}

static size_t joint_in(const char *strokes, size_t most)
{
    size_t at = 0;
    size_t best = 0;
    for (; *strokes; strokes++) {
        if (*strokes != '|')
            at++;
        else if (at <= most)
            best = at;
    }
    return best;
}

size_t known_joint(void *user, const char *word, size_t size, size_t most)
{
    (void)user;
    for (size_t i = 0; i < COMPOUNDS; i++) {
        char plain[128];
        unstroke(jointed[i], plain);
        if (strlen(plain) == size && strncmp(plain, word, size) == 0)
            return joint_in(jointed[i], most);
    }
    return 0;
}

static void set_parts(lyh_table *table, const char *title)
{
    lyh_table_set_part(table, LYH_TABLE_TITLE, title);
    lyh_table_set_part(table, LYH_TABLE_UNIT, "personer som tog upp temat");
    lyh_table_set_part(table, LYH_TABLE_BASE, "12 personer");
    lyh_table_set_part(table, LYH_TABLE_SOURCE, "12 intervjuer, kodningar: gemensam.csv");
    lyh_table_set_part(table, LYH_TABLE_STATUS, "maskinförslag, ej granskat");
    lyh_table_set_part(table, LYH_TABLE_DATE, "1 maj 2026");
}

static void set_label(lyh_table *table, size_t row, const char *label)
{
    lyh_table_set_cell(table, row, 0, lyh_cell_text(label));
}

lyh_table *themes_table(void)
{
    static const struct {
        const char *label;
        size_t persons;
    } themes[] = {
        { "Bemötande och respekt", 11 },
        { "Tillgänglighet: svårt att nå sin handläggare", 9 },
        { "Självbestämmande", 8 },
        { "Information om beslut, rättigheter och möjligheten att överklaga", 7 },
        { "Försörjningsstödshandläggare", 5 },
        { "Väntrum", 3 },
        { "Tolk", 0 },
    };
    lyh_table *table = lyh_table_new("persons");
    lyh_table_add_column(table, "code", "Tema");
    lyh_table_add_column(table, "persons", "Personer");
    for (size_t i = 0; i < sizeof themes / sizeof themes[0]; i++) {
        size_t row = lyh_table_add_row(table);
        set_label(table, row, themes[i].label);
        lyh_table_set_cell(table, row, 1, lyh_cell_of(themes[i].persons, 12));
    }
    set_parts(table, "Teman, antal personer");
    lyh_table_add_note(table,
                       "Att någon inte tog upp ett tema betyder inte att hen är nöjd.");
    return table;
}

lyh_table *groups_table(void)
{
    static const char *const labels[] = { "Bemötande", "Tillgänglighet", "Självbestämmande",
                                          "Ekonomi och försörjning", "Boende" };
    static const size_t persons[5][3] = {
        { 6, 5, 8 }, { 5, 2, 7 }, { 3, 5, 0 }, { 1, 4, 6 }, { 2, 0, 3 }
    };
    static const size_t bases[3] = { 7, 5, 9 };
    lyh_table *table = lyh_table_new("persons");
    lyh_table_add_column(table, "code", "Tema");
    lyh_table_add_column(table, "a", "Övriga (A-stad, B-stad), 7 personer");
    lyh_table_add_column(table, "c", "C-stad, 5 personer");
    lyh_table_add_column(table, "h", "Handläggare, 9 personer");
    for (size_t i = 0; i < 5; i++) {
        size_t row = lyh_table_add_row(table);
        set_label(table, row, labels[i]);
        for (size_t group = 0; group < 3; group++) {
            bool is_hidden = i == 4 && group == 1;
            lyh_table_set_cell(table, row, group + 1,
                               is_hidden ? lyh_cell_hidden()
                                         : lyh_cell_of(persons[i][group], bases[group]));
        }
    }
    set_parts(table, "Teman efter grupp");
    return table;
}

lyh_table *labels_table(const char *const *labels, size_t count, size_t base)
{
    lyh_table *table = lyh_table_new("persons");
    lyh_table_add_column(table, "code", "Tema");
    lyh_table_add_column(table, "persons", "Personer");
    for (size_t i = 0; i < count; i++) {
        size_t row = lyh_table_add_row(table);
        set_label(table, row, labels[i]);
        lyh_table_set_cell(table, row, 1, lyh_cell_of(7, base));
    }
    set_parts(table, "Teman, antal personer");
    return table;
}
