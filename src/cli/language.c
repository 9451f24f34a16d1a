#include "language.h"

#include <glib.h>
#include <string.h>

static const lyh_catalog *from_locale_name(const char *name)
{
    if (g_str_has_prefix(name, "sv"))
        return lyh_catalog_for("sv");
    return g_str_has_prefix(name, "en") ? lyh_catalog_for("en") : NULL;
}

/* LANGUAGE is a list, "sv:en"; the others are one name, "sv_SE.UTF-8". */
static const lyh_catalog *from_variable(const char *variable)
{
    g_auto(GStrv) names = g_strsplit(g_getenv(variable) ? g_getenv(variable) : "", ":", -1);
    for (char **name = names; *name; name++) {
        const lyh_catalog *catalog = from_locale_name(*name);
        if (catalog)
            return catalog;
    }
    return NULL;
}

static const char *from_arguments(int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (g_str_has_prefix(argv[i], "--language="))
            return argv[i] + strlen("--language=");
        if (strcmp(argv[i], "--language") == 0 && i + 1 < argc)
            return argv[i + 1];
    }
    return NULL;
}

const lyh_catalog *language_of_messages(int argc, char **argv)
{
    static const char *const variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };
    const char *asked = from_arguments(argc, argv);
    const lyh_catalog *catalog = asked ? lyh_catalog_for(asked) : NULL;
    for (size_t i = 0; !catalog && i < G_N_ELEMENTS(variables); i++)
        catalog = from_variable(variables[i]);
    return catalog ? catalog : lyh_catalog_for("en");
}
