#include "accepted.h"

#include <string.h>

#include <lyhord/base/text.h>

struct accepted_findings {
    GHashTable *targets; /* as accepted_key() has them */
};

/* Without regard to capitals, and with one space where any are: a figure binds "14 mars 2026". */
char *accepted_key(const char *text, size_t size)
{
    g_autoptr(GString) words = g_string_new(NULL);
    g_autofree char *whole = lyh_text_fold(text, size, NULL);
    size_t left = strlen(whole), length;
    for (const char *at = whole; left > 0; at += length, left -= length) {
        bool is_space = lyh_char_is_space(lyh_text_char(at, left, &length));
        if (!is_space)
            g_string_append_len(words, at, (gssize)length);
        else if (words->len > 0 && words->str[words->len - 1] != ' ')
            g_string_append_c(words, ' ');
    }
    if (words->len > 0 && words->str[words->len - 1] == ' ')
        g_string_truncate(words, words->len - 1);
    return g_string_free(g_steal_pointer(&words), FALSE);
}

static bool accepts(const lyh_decision *decision)
{
    static const char *const words[] = { "",   "accepted", "godkänd", "godkänt",
                                         "ja", "yes",      NULL };
    return strcmp(decision->kind, "finding") == 0 && *decision->reason &&
           g_strv_contains(words, decision->value);
}

/* Of two decisions about one finding the later holds. */
static void read_decisions(accepted_findings *accepted, const lyh_decisions *decisions)
{
    for (size_t i = 0; decisions && i < lyh_decisions_count(decisions); i++) {
        const lyh_decision *decision = lyh_decisions_at(decisions, i);
        if (strcmp(decision->kind, "finding") != 0)
            continue;
        char *target = accepted_key(decision->target, strlen(decision->target));
        if (accepts(decision))
            g_hash_table_add(accepted->targets, g_steal_pointer(&target));
        else
            g_hash_table_remove(accepted->targets, target);
        g_free(target);
    }
}

accepted_findings *accepted_findings_new(const lyh_decisions *decisions)
{
    accepted_findings *accepted = g_new0(accepted_findings, 1);
    accepted->targets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    read_decisions(accepted, decisions);
    return accepted;
}

void accepted_findings_free(accepted_findings *accepted)
{
    if (!accepted)
        return;
    g_hash_table_unref(accepted->targets);
    g_free(accepted);
}

bool accepted_findings_have(const accepted_findings *accepted, const char *target)
{
    g_autofree char *key = accepted_key(target, strlen(target));
    return g_hash_table_contains(accepted->targets, key);
}
