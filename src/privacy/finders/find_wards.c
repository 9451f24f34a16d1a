#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../called.h"

/* Does somebody lie in a bed, or is a ward spoken of, a few words before? */
static bool is_ward_near(const words *list, size_t i)
{
    enum { NEAR = 7 };
    static const char *const beds[] = {
        "inlagd",    "inlagda",  "legat",   "ligga",       "ligger",    "låg",
        "hamnade",   "hamnat",   "hamnar",  "avdelningen", "avdelning", "inskriven",
        "utskriven", "vårdades", "vårdats", "psyk",        "flyttades", "läggas"
    };
    for (size_t k = 1; k <= NEAR && k <= i; k++) {
        if (list->items[i - k].sentence != list->items[i].sentence)
            return false;
        if (word_is_any(list, i - k, beds, G_N_ELEMENTS(beds)))
            return true;
    }
    return false;
}

/* "inlagd på femman", "legat på sexan": a ward by its number */
static void find_ward(const words *list, size_t i, GArray *findings)
{
    if (word_is(list, i - 1, "på") && list->items[i].gap == GAP_SPACE &&
        is_called_by_number(list, i) && is_ward_near(list, i))
        add_finding(findings, list->items[i].start, list->items[i].end,
                    LYH_FINDING_WORKPLACE, LYH_CONFIDENCE_LOW, N_("the name of a unit"));
}

/* "låg på Umeå, på thorax": a ward by what it treats, without an ending. */
static void find_speciality(const words *list, size_t i, GArray *findings)
{
    static const char *const specialities[] = {
        "thorax",    "ögon",      "neuro",    "njurmedicin", "lungmedicin", "barnmedicin",
        "kirurg",    "ortoped",   "onkologi", "kardiologi",  "hematologi",  "urologi",
        "geriatrik", "rättspsyk", "neonatal", "neurologi",   "ortopedi"
    };
    static const char *const endings[] = { "geriatriken",  "kirurgen",    "ortopeden",
                                           "onkologen",    "neurologen",  "urologen",
                                           "hematologen",  "kardiologen", "barnkliniken",
                                           "ögonkliniken", "hudkliniken", "hjärtkliniken" };
    if (word_is(list, i - 1, "på") && list->items[i].gap == GAP_SPACE &&
        (word_is_any(list, i, specialities, G_N_ELEMENTS(specialities)) ||
         word_ends_in_any_after(list, i, 0, endings, G_N_ELEMENTS(endings))))
        add_finding(findings, list->items[i].start, list->items[i].end,
                    LYH_FINDING_WORKPLACE, LYH_CONFIDENCE_LOW, N_("the name of a unit"));
}

/* "inne på 96:an" */
static void find_ward_in_figures(const words *list, size_t i, GArray *findings)
{
    static const char *const inside[] = { "inne", "in", "inlagd", "kvar", "tillbaka" };
    bool is_number = word_size(list, i) <= 3 && i + 1 < list->count &&
                     list->items[i].end + 1 == list->items[i + 1].start &&
                     list->text[list->items[i].end] == ':' && word_is(list, i + 1, "an");
    bool is_there = word_is(list, i - 1, "på") || word_is(list, i - 1, "till");
    if (!is_number || !is_there ||
        !(is_ward_near(list, i) ||
          (i > 1 && word_is_any(list, i - 2, inside, G_N_ELEMENTS(inside)))))
        return;
    add_finding(findings, list->items[i].start, list->items[i + 1].end,
                LYH_FINDING_WORKPLACE, LYH_CONFIDENCE_LOW, N_("the name of a unit"));
}

/* "porten på 43:an", "bor på 12:an" */
static void find_door(const words *list, size_t i, GArray *findings)
{
    enum { NEAR = 3 };
    static const char *const doors[] = { "porten", "port",  "trappan", "huset", "uppgången",
                                         "bor",    "bodde", "dörren",  "gården" };
    bool is_number = word_size(list, i) <= 3 && i + 1 < list->count &&
                     list->items[i].end + 1 == list->items[i + 1].start &&
                     list->text[list->items[i].end] == ':' &&
                     (word_is(list, i + 1, "an") || word_is(list, i + 1, "ans"));
    bool is_at = word_is(list, i - 1, "på") || word_is(list, i - 1, "i");
    for (size_t k = 1; is_number && is_at && k <= NEAR && k <= i; k++)
        if (list->items[i - k].sentence == list->items[i].sentence &&
            word_is_any(list, i - k, doors, G_N_ELEMENTS(doors))) {
            add_finding(findings, list->items[i].start, list->items[i + 1].end,
                        LYH_FINDING_ADDRESS, LYH_CONFIDENCE_LOW,
                        N_("a door, a floor or a room by its number"));
            return;
        }
}

/* "går i 6B": who knows the school knows the class. */
static void find_class(const words *list, size_t i, GArray *findings)
{
    if (i + 1 >= list->count || word_size(list, i) != 1 || word_size(list, i + 1) != 1 ||
        list->items[i + 1].gap != GAP_NONE || list->items[i].gap != GAP_SPACE ||
        !strchr("ABCDEF", list->text[list->items[i + 1].start]) ||
        !(word_is(list, i - 1, "i") || word_is(list, i - 1, "klass")))
        return;
    add_finding(findings, list->items[i].start, list->items[i + 1].end,
                LYH_FINDING_WORKPLACE, LYH_CONFIDENCE_LOW, N_("a class of a school"));
}

void find_wards(const words *list, GArray *findings)
{
    for (size_t i = 1; i < list->count; i++)
        if (list->items[i].is_number) {
            find_door(list, i, findings);
            find_class(list, i, findings);
            find_ward_in_figures(list, i, findings);
        } else if (list->text[list->items[i - 1].start] != 'p')
            continue;
        else if (list->text[list->items[i].end - 1] == 'n')
            find_ward(list, i, findings), find_speciality(list, i, findings);
        else
            find_speciality(list, i, findings);
}
