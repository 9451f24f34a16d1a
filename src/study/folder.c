#include "folder.h"

#include <glib.h>

bool folder_is_own(const char *name)
{
    static const char *const own[] = {
        "codebook.csv",
        "codings",
        "decisions.csv",
        "guide.csv",
        "informationsbrev.md",
        "lyhord.ini",
        "questions.csv",
        "reports",
        "respondents.csv",
        "samtycke.md",
        "study.db",
        "study.db-shm",
        "study.db-wal",
        "survey.csv",
        "survey.sav",
        "survey.xlsx",
        "transcripts",
        "transcripts.csv",
        "undo",
        "variants.csv",
        NULL,
    };
    return g_strv_contains(own, name) || g_str_has_prefix(name, "study.db.bak-") ||
           g_str_has_prefix(name, FOLDER_OLD_CODEBOOK);
}
