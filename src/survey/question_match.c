/* Which alternative a cell names, and which it might have been. */
#include <string.h>

#include <glib.h>

#include <lyhord/survey/questions.h>

#include "words.h"

lyh_match lyh_question_match(const lyh_question *question, const char *text, size_t size,
                             size_t *alternative)
{
    g_autofree char *trimmed = words_trim(text, size);
    for (size_t i = 0; *trimmed && i < question->alternative_count; i++) {
        *alternative = i;
        if (strcmp(trimmed, question->alternatives[i].text) == 0 ||
            strcmp(trimmed, question->alternatives[i].value) == 0)
            return LYH_MATCH_EXACT;
    }
    g_autofree char *folded = words_fold(text, size);
    for (size_t i = 0; *folded && i < question->alternative_count; i++) {
        const char *known = question->alternatives[i].text;
        g_autofree char *wanted = words_fold(known, strlen(known));
        *alternative = i;
        if (strcmp(folded, wanted) == 0)
            return LYH_MATCH_LOOSE;
    }
    return LYH_MATCH_NONE;
}

size_t lyh_question_nearest(const lyh_question *question, const char *text, size_t size)
{
    g_autofree char *folded = words_fold(text, size);
    size_t least = (size_t)g_utf8_strlen(folded, -1) / 2, nearest = LYH_NONE;
    for (size_t i = 0; i < question->alternative_count; i++) {
        const char *known = question->alternatives[i].text;
        g_autofree char *wanted = words_fold(known, strlen(known));
        size_t apart = words_apart(folded, wanted, least);
        if (apart < least || (apart == least && nearest == LYH_NONE)) {
            least = apart;
            nearest = i;
        }
    }
    return nearest;
}
