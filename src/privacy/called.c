#include "called.h"

#include <string.h>

#include <glib.h>

bool is_called_by_number(const words *list, size_t i)
{
    static const char *const endings[] = { "ettan",  "tvåan",    "trean",   "fyran",
                                           "femman", "sexan",    "sjuan",   "åttan",
                                           "nian",   "tian",     "elvan",   "tolvan",
                                           "tjugan", "trettian", "fyrtian", "femtian" };
    static const char *const tens[] = { "tjugo", "tjuge",  "tretti", "fyrti", "femti",
                                        "sexti", "sjutti", "åtti",   "nitti", "hundra" };
    if (word_size(list, i) < 4 || list->items[i].is_upper)
        return false;
    if (word_is_any(list, i, endings, G_N_ELEMENTS(endings)))
        return true;
    if (word_size(list, i) < 8 || list->items[i].classes ||
        !word_ends_in_any(list, i, endings, G_N_ELEMENTS(endings)))
        return false;
    if (g_strstr_len(list->text + list->items[i].start, (gssize)word_size(list, i),
                     "hundra"))
        return true; /* "Trehundraåttan" */
    for (size_t k = 0; k < G_N_ELEMENTS(tens); k++)
        if (g_ascii_strncasecmp(list->text + list->items[i].start, tens[k],
                                strlen(tens[k])) == 0)
            return true;
    return false;
}
