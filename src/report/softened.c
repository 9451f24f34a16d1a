#include "softened.h"

#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

/* Shorter words have room in any column and on any screen. */
#define LONG_WORD 14
#define LEAST_LETTERS 4
#define SOFT_HYPHEN "\u00AD"

/* Joints of the word of @size bytes, the last one first: GArray of size_t. */
static GArray *joints_of(const lyh_report_info *info, const char *word, size_t size)
{
    GArray *joints = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t most = size; most > 0;) {
        size_t joint = info->joint(info->joint_user, word, size, most);
        if (joint == 0 || joint > most)
            break;
        if (joint < size && word[joint - 1] != '-')
            g_array_append_val(joints, joint);
        most = joint - 1;
    }
    return joints;
}

static void add_word(const lyh_report_info *info, const char *word, size_t size,
                     GString *text)
{
    size_t from = 0;
    g_autoptr(GArray) joints = joints_of(info, word, size);
    for (guint i = joints->len; i > 0; i--) {
        size_t joint = g_array_index(joints, size_t, i - 1);
        if (lyh_text_length(word + from, joint - from) < LEAST_LETTERS ||
            lyh_text_length(word + joint, size - joint) < LEAST_LETTERS)
            continue;
        g_string_append_len(text, word + from, (gssize)(joint - from));
        g_string_append(text, SOFT_HYPHEN);
        from = joint;
    }
    g_string_append_len(text, word + from, (gssize)(size - from));
}

char *lyh_softened(const lyh_report *report, const char *text)
{
    const lyh_report_info *info = lyh_report_info_of(report);
    if (!info->joint)
        return g_strdup(text);
    GString *softened = g_string_new(NULL);
    while (*text) {
        size_t size = strcspn(text, " \n");
        if (lyh_text_length(text, size) >= LONG_WORD)
            add_word(info, text, size, softened);
        else
            g_string_append_len(softened, text, (gssize)size);
        text += size;
        if (*text)
            g_string_append_c(softened, *text++);
    }
    return g_string_free(softened, FALSE);
}
