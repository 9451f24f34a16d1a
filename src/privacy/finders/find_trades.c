#include "finders.h"

#include <lyhord/base/catalog.h>

#include "../capitals.h"

/* What so many work as, or are, that it tells nobody from the others. */
static bool is_common(const words *list, size_t i)
{
    static const char *const common[] = { "städare",
                                          "städerska",
                                          "vårdbiträde",
                                          "undersköterska",
                                          "undersköta",
                                          "lärare",
                                          "snickare",
                                          "målare",
                                          "elektriker",
                                          "chaufför",
                                          "busschaufför",
                                          "taxichaufför",
                                          "lagerarbetare",
                                          "servitris",
                                          "servitör",
                                          "sjuksköterska",
                                          "barnskötare",
                                          "personlig",
                                          "assistent",
                                          "vikarie",
                                          "timvikarie",
                                          "volontär",
                                          "praktikant",
                                          "säljare",
                                          "kassörska",
                                          "frisör",
                                          "väktare",
                                          "brevbärare",
                                          "mekaniker",
                                          "bilmekaniker",
                                          "rörmokare",
                                          "svetsare",
                                          "bagare",
                                          "kökshjälp",
                                          "telefonförsäljare",
                                          "barnflicka",
                                          "hemtjänst",
                                          "stödperson",
                                          "kontaktperson",
                                          "boendestödjare",
                                          "behandlingsassistent",
                                          "socialsekreterare",
                                          "handläggare",
                                          "fritidsledare",
                                          "resurs",
                                          "elevassistent",
                                          "truckförare",
                                          "lastbilschaufför",
                                          "diskare",
                                          "vanligt",
                                          "ungdom",
                                          "student",
                                          "tonåring",
                                          "vuxen",
                                          "kurator",
                                          "psykolog",
                                          "läkare",
                                          "ekonom",
                                          "konsult",
                                          "hantverkare",
                                          "byggarbetare",
                                          "industriarbetare",
                                          "montör",
                                          "operatör",
                                          "receptionist",
                                          "telefonist",
                                          "sekreterare",
                                          "kontorist",
                                          "biträde",
                                          "butiksbiträde",
                                          "hemsamarit",
                                          "samarit",
                                          "innan",
                                          "alltid",
                                          "egentligen",
                                          "sådant",
                                          "sådana",
                                          "barnvakt",
                                          "städhjälp",
                                          "alkoholist",
                                          "optimist",
                                          "pessimist",
                                          "realist",
                                          "missbrukare",
                                          "brukare",
                                          "invandrare",
                                          "narkoman",
                                          "artist",
                                          "vaktmästare",
                                          "egoist",
                                          "rasist",
                                          "nazist",
                                          "deltagare",
                                          "ledsagare",
                                          "anhörigvårdare",
                                          "sommarvikarie",
                                          "samordnare",
                                          "handledare",
                                          "arbetsledare",
                                          "turist",
                                          "specialist",
                                          "perfektionist",
                                          "kommunist",
                                          "feminist",
                                          "aktivist",
                                          "nykterist",
                                          "expert",
                                          "terapeut",
                                          "pensionär",
                                          "utbildare",
                                          "utredare",
                                          "företagare",
                                          "egenföretagare" };
    return word_is_any(list, i, common, G_N_ELEMENTS(common)) ||
           (list->items[i].classes & (WORD_SHE | WORD_HE | WORD_HEN | CUE_STAFF));
}

/* "jobbade som ljuddesigner": a trade that not everybody has, by what stands before it. */
static bool is_worked_as(const words *list, size_t i)
{
    enum { SHORTEST = 6 };
    static const char *const works[] = { "jobbade",   "jobbat",   "jobba",    "jobbar",
                                         "arbetade",  "arbetat",  "arbetar",  "utbildad",
                                         "utbildade", "anställd", "frilansar" };
    return word_size(list, i) >= SHORTEST && word_is(list, i - 1, "som") &&
           word_is_any(list, i - 2, works, G_N_ELEMENTS(works));
}

/* "Han var skogsvaktare.", "Sandra är tandtekniker": all that is said of somebody, with the ending of
 * a trade. "snällare" has one too, and is no two words. */
static bool is_said_to_be(const words *list, size_t i)
{
    enum {
        SHORTEST = 7,
        SOMEBODY =
            CUE_FEMALE | CUE_MALE | CUE_OTHER | WORD_SHE | WORD_HE | WORD_HEN | WORD_GIVEN
    };
    static const char *const being[] = { "är", "var", "va", "blev", "varit", "vatt", "e" };
    static const char *const going_on[] = { "i", "på", "hos", "vid", "och", "men", "å" };
    static const char *const trades[] = { "ist",  "iker",  "tör",  "ktör",    "nör",
                                          "vör",  "log",   "nom",  "smed",    "mästare",
                                          "piga", "dräng", "karl", "skrivare" };
    size_t next = i + 1;
    bool is_whole = next >= list->count || list->items[next].gap >= GAP_COMMA ||
                    word_is_any(list, next, going_on, G_N_ELEMENTS(going_on));
    if (!is_whole || word_size(list, i) < SHORTEST || list->items[i].classes ||
        !word_is_any(list, i - 1, being, G_N_ELEMENTS(being)) ||
        !(list->items[i - 2].classes & SOMEBODY || word_is(list, i - 2, "jag") ||
          word_is(list, i - 2, "som") || list->items[i - 1].gap == GAP_COMMA))
        return false;
    return word_ends_in_any_after(list, i, 3, trades, G_N_ELEMENTS(trades)) ||
           (word_ends_in(list, i, "are") && is_compound(list, i));
}

/* "pensionerad hovrättsassessor", "före detta rallare": what somebody was. */
static bool is_retired(const words *list, size_t i)
{
    enum { SHORTEST = 6 };
    static const char *const before[] = { "pensionerad", "pensionerade", "avdankad",
                                          "legitimerad", "utbildad",     "fd",
                                          "utlärd",      "detta" };
    bool is_former = !word_is(list, i - 1, "detta") || word_is(list, i - 2, "före");
    return word_size(list, i) >= SHORTEST && is_former && !list->items[i].classes &&
           word_is_any(list, i - 1, before, G_N_ELEMENTS(before));
}

/* som; är, var, va, blev, varit; pensionerad, detta: most words are done with their last letter. */
static bool may_tell_trade(const words *list, size_t i)
{
    switch (list->text[list->items[i - 1].end - 1]) {
    case 'm':
        return is_worked_as(list, i);
    case 'r':
    case 'v':
    case 't':
        return is_said_to_be(list, i);
    case 'a':
    case 'd':
    case 'e':
        return is_retired(list, i) || is_said_to_be(list, i);
    default:
        return false;
    }
}

void find_trade(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    if (at->gap == GAP_SPACE && i > 1 && may_tell_trade(list, i) && !is_common(list, i))
        add_finding(findings, at->start, at->end, LYH_FINDING_TITLE, LYH_CONFIDENCE_LOW,
                    N_("what somebody works as"));
}
