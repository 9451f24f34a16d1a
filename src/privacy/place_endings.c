#include "place_endings.h"

#include <glib.h>

bool has_place_ending(const words *list, size_t i)
{
    static const char *const endings[] = { "skans",  "torp",   "berga", "hult",   "holm",
                                           "dal",    "lund",   "vik",   "näs",    "ryd",
                                           "bro",    "torg",   "backa", "äng",    "sund",
                                           "borg",   "staden", "hem",   "gården", "åsen",
                                           "höjd",   "udden",  "viken", "sjön",   "centrum",
                                           "köping", "stad",   "by",    "hamn",   "rum" };
    return word_ends_in_any_after(list, i, 4, endings, G_N_ELEMENTS(endings));
}
