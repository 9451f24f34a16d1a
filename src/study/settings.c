#include "settings.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/language/objects.h>

#include "../base/autoptr.h"
#include "../corpus/autoptr.h"

struct study_settings {
    GKeyFile *file;
    GHashTable *values; /* "group\nkey" -> value: what is lent must outlive the call */
    lyh_scheme *scheme;
};

/* Every setting there is: a misspelt one would otherwise be silently without effect. */
static const struct {
    const char *group, *key;
} known[] = {
    { "groups", "by" },       { "groups", "scheme" },      { "objects", "others" },
    { "objects", "service" }, { "objects", "staff" },      { "privacy", "names" },
    { "report", "asides" },   { "report", "form" },        { "study", "invited" },
    { "study", "codings" },   { "study", "commissioner" }, { "study", "date" },
    { "study", "format" },    { "study", "language" },     { "study", "needs" },
    { "study", "period" },    { "study", "purge" },        { "study", "population" },
    { "study", "question" },  { "study", "research" },     { "study", "sample" },
    { "study", "service" },   { "study", "title" },        { "survey", "sent" },
};

/* Groups whose keys are people's own words: names of attributes, cells of a typology. */
static const char *const free_groups[] = { "order", "typology" };

static const char *const samples[] = { "census", "purposive", "random", "volunteers" };

study_settings *settings_new(void)
{
    study_settings *made = g_new0(study_settings, 1);
    made->file = g_key_file_new();
    made->values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return made;
}

void settings_free(study_settings *settings)
{
    if (!settings)
        return;
    g_key_file_unref(settings->file);
    g_hash_table_unref(settings->values);
    lyh_scheme_free(settings->scheme);
    g_free(settings);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(study_settings, settings_free)

static bool is_known(const char *group, const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(free_groups); i++)
        if (strcmp(free_groups[i], group) == 0)
            return true;
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (strcmp(known[i].group, group) == 0 && strcmp(known[i].key, key) == 0)
            return true;
    return false;
}

/* GKeyFile keeps no places: the first line that begins with the word is where it stands. */
static lyh_place place_of(const lyh_source *source, const char *word)
{
    const char *text = lyh_source_text(source);
    size_t size = strlen(word);
    for (const char *line = text; line && *line; line = strchr(line, '\n')) {
        line += *line == '\n';
        const char *start = line + strspn(line, " \t[");
        if (strncmp(start, word, size) == 0)
            return lyh_place_text(source, (size_t)(start - text),
                                  (size_t)(start - text) + size);
    }
    return lyh_place_file(lyh_source_name(source));
}

static void check_known(const study_settings *settings, const lyh_source *source,
                        lyh_diags *diags)
{
    g_auto(GStrv) groups = g_key_file_get_groups(settings->file, NULL);
    for (char **group = groups; *group; group++) {
        g_auto(GStrv) keys = g_key_file_get_keys(settings->file, *group, NULL, NULL);
        for (char **key = keys; key && *key; key++)
            if (!is_known(*group, *key))
                lyh_diags_warning(diags, "setting-unknown", place_of(source, *key),
                                  "setting '%s' in [%s] is unknown and has no effect; "
                                  "check the spelling",
                                  *key, *group);
    }
}

/* "[groups]" -> "groups", "by = roll" -> "by"; "" of a comment and an empty line. g_free(). */
static char *word_of_line(const char *line, size_t size, bool *is_heading)
{
    g_autofree char *text = g_strstrip(g_strndup(line, size));
    *is_heading = *text == '[';
    if (*text == '#')
        return g_strdup("");
    return g_strstrip(*is_heading ? g_strndup(text + 1, strcspn(text + 1, "]"))
                                  : g_strndup(text, strcspn(text, "=")));
}

/* @word of @section, or the section @word when that is NULL, stood on line @before too. */
static void say_twice(const char *word, const char *section, size_t before, lyh_place place,
                      lyh_diags *diags)
{
    if (section)
        lyh_diags_warning(diags, "setting-twice", place,
                          "'%s' in [%s] also stands on line %zu; this line is the one "
                          "that holds, so take the other out",
                          word, section, before);
    else
        lyh_diags_warning(diags, "setting-twice", place,
                          "[%s] begins a second time, it also stands on line %zu; "
                          "both are read as one, so put its settings together",
                          word, before);
}

/* GKeyFile joins sections of one name, and of a setting takes the last: people should know which holds. */
static void check_twice(const lyh_source *source, lyh_diags *diags)
{
    g_autoptr(GHashTable) seen =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *section = g_strdup("");
    size_t lines = lyh_source_line(source, lyh_source_size(source));
    for (size_t line = 1; line <= lines; line++) {
        size_t start, end;
        bool is_heading;
        lyh_source_line_span(source, line, &start, &end);
        char *word =
            word_of_line(lyh_source_text(source) + start, end - start, &is_heading);
        char *name = is_heading ? g_strdup(word) : g_strconcat(section, "\n", word, NULL);
        size_t before = GPOINTER_TO_SIZE(g_hash_table_lookup(seen, name));
        if (before > 0 && *word)
            say_twice(word, is_heading ? NULL : section, before,
                      lyh_place_text(source, start, end), diags);
        g_hash_table_replace(seen, name, GSIZE_TO_POINTER(line));
        if (is_heading) {
            g_free(section);
            section = g_steal_pointer(&word);
        }
        g_free(word);
    }
}

static void check_format(const study_settings *settings, const lyh_source *source,
                         lyh_diags *diags)
{
    const char *format = settings_value(settings, "study", "format");
    if (!*format || strcmp(format, G_STRINGIFY(STUDY_FORMAT)) == 0)
        return;
    const char *needs = settings_value(settings, "study", "needs");
    if (*needs)
        lyh_diags_error(diags, "study-format", place_of(source, "format"),
                        "the study has format '%s', and this Lyhörd reads format %d; it "
                        "needs Lyhörd %s or a newer one",
                        format, STUDY_FORMAT, needs);
    else
        lyh_diags_error(
            diags, "study-format", place_of(source, "format"),
            "the study has format '%s'; this Lyhörd reads format %d, so open it with "
            "a newer one",
            format, STUDY_FORMAT);
}

static void check_sample(const study_settings *settings, const lyh_source *source,
                         lyh_diags *diags)
{
    const char *sample = settings_value(settings, "study", "sample");
    for (size_t i = 0; i < G_N_ELEMENTS(samples); i++)
        if (!*sample || strcmp(sample, samples[i]) == 0)
            return;
    lyh_diags_error(diags, "setting-value", place_of(source, "sample"),
                    "sample is '%s'; it is one of census, purposive, random, volunteers",
                    sample);
}

static void check_report(const study_settings *settings, const lyh_source *source,
                         lyh_diags *diags)
{
    static const char *const forms[] = { "", "fraga", "lattlast", "tema", NULL };
    static const char *const answers[] = { "", "ja", "nej", "yes", "no", NULL };
    const char *form = settings_value(settings, "report", "form");
    const char *asides = settings_value(settings, "report", "asides");
    if (!g_strv_contains(forms, form))
        lyh_diags_error(diags, "setting-value", place_of(source, "form ="),
                        "form is '%s'; it is one of fraga, lattlast, tema", form);
    if (!g_strv_contains(answers, asides))
        lyh_diags_error(diags, "setting-value", place_of(source, "asides"),
                        "asides is '%s'; it is ja or nej", asides);
}

static bool is_count(const char *text)
{
    return *text && strspn(text, "0123456789") == strlen(text) && strlen(text) < 10;
}

size_t settings_number(const study_settings *settings, const char *key)
{
    const char *text = settings_value(settings, "study", key);
    return is_count(text) ? (size_t)g_ascii_strtoull(text, NULL, 10) : 0;
}

static void check_numbers(const study_settings *settings, const lyh_source *source,
                          lyh_diags *diags)
{
    const char *invited = settings_value(settings, "study", "invited");
    const char *population = settings_value(settings, "study", "population");
    if (*invited && !is_count(invited))
        lyh_diags_error(diags, "setting-value", place_of(source, "invited"),
                        "invited is '%s'; write how many persons were asked to take part, "
                        "such as 30",
                        invited);
    if (*population && !is_count(population))
        lyh_diags_error(diags, "setting-value", place_of(source, "population"),
                        "population is '%s'; write how many persons use the service, in "
                        "digits alone, such as 1200",
                        population);
}

bool settings_is_date(const char *text)
{
    static const char pattern[] = "dddd-dd-dd";
    for (size_t i = 0; i < sizeof pattern - 1; i++)
        if (pattern[i] == 'd' ? !g_ascii_isdigit(text[i]) : text[i] != pattern[i])
            return false;
    return strlen(text) == sizeof pattern - 1 &&
           g_date_valid_dmy((GDateDay)strtoul(text + 8, NULL, 10),
                            (GDateMonth)strtoul(text + 5, NULL, 10),
                            (GDateYear)strtoul(text, NULL, 10));
}

/* A date that cannot be read would mean that the material is never destroyed. */
static void check_purge(const study_settings *settings, const lyh_source *source,
                        lyh_diags *diags)
{
    const char *purge = settings_value(settings, "study", "purge");
    if (*purge && !settings_is_date(purge))
        lyh_diags_error(diags, "setting-value", place_of(source, "purge"),
                        "purge is '%s'; write the day when the material is to be "
                        "destroyed, such as 2027-12-31",
                        purge);
}

static void check_research(const study_settings *settings, const lyh_source *source,
                           lyh_diags *diags)
{
    static const char *const answers[] = { "",    "ja", "nej",     "vet inte", "vet-inte",
                                           "yes", "no", "unknown", NULL };
    const char *research = settings_value(settings, "study", "research");
    if (!g_strv_contains(answers, research))
        lyh_diags_warning(diags, "setting-value", place_of(source, "research"),
                          "research is '%s'; it is one of ja, nej, vet inte", research);
}

/* Every word of the interviews is held against every name. */
static void check_objects(const study_settings *settings, const lyh_source *source,
                          lyh_diags *diags)
{
    static const char *const keys[] = { "others", "service" };
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        size_t names = 1;
        for (const char *at = settings_value(settings, "objects", keys[i]); *at; at++)
            names += *at == '|';
        if (names > LYH_OBJECTS_NAMES_MAX)
            lyh_diags_error(
                diags, "setting-value", place_of(source, keys[i]),
                "%s has %zu names; at most %d are read, so write those that the "
                "persons speak of",
                keys[i], names, LYH_OBJECTS_NAMES_MAX);
    }
}

static void read_scheme(study_settings *settings, const lyh_source *source,
                        lyh_diags *diags)
{
    const char *scheme = settings_value(settings, "groups", "scheme");
    if (*scheme)
        settings->scheme = lyh_scheme_read(scheme, place_of(source, "scheme"), diags);
}

static void keep_value(study_settings *settings, const char *group, const char *key)
{
    char *value = g_key_file_get_string(settings->file, group, key, NULL);
    if (value)
        g_hash_table_insert(settings->values, g_strconcat(group, "\n", key, NULL),
                            g_strstrip(value));
}

static void keep_values(study_settings *settings)
{
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        keep_value(settings, known[i].group, known[i].key);
    for (size_t i = 0; i < G_N_ELEMENTS(free_groups); i++) {
        g_auto(GStrv) keys = settings_keys(settings, free_groups[i]);
        for (char **key = keys; *key; key++)
            keep_value(settings, free_groups[i], *key);
    }
}

study_settings *settings_read(const char *path, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_source) source = lyh_source_read(path, LYH_SOURCE_TABLE, diags, error);
    if (!source)
        return NULL;

    g_autoptr(study_settings) made = settings_new();
    size_t errors = lyh_diags_error_count(diags);
    if (!g_key_file_load_from_data(made->file, lyh_source_text(source),
                                   lyh_source_size(source), G_KEY_FILE_NONE, NULL)) {
        lyh_diags_error(diags, "settings-unreadable", lyh_place_file(path),
                        "this is no settings file; it should hold lines like title = …, "
                        "under [study]");
    } else {
        keep_values(made);
        check_known(made, source, diags);
        check_twice(source, diags);
        check_format(made, source, diags);
        check_sample(made, source, diags);
        check_numbers(made, source, diags);
        check_report(made, source, diags);
        check_purge(made, source, diags);
        check_research(made, source, diags);
        check_objects(made, source, diags);
        read_scheme(made, source, diags);
    }
    if (lyh_diags_error_count(diags) == errors)
        return g_steal_pointer(&made);
    lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return NULL;
}

const char *settings_value(const study_settings *settings, const char *group,
                           const char *key)
{
    g_autofree char *name = g_strconcat(group, "\n", key, NULL);
    const char *value = g_hash_table_lookup(settings->values, name);
    return value ? value : "";
}

char **settings_keys(const study_settings *settings, const char *group)
{
    char **keys = g_key_file_get_keys(settings->file, group, NULL, NULL);
    return keys ? keys : g_new0(char *, 1);
}

const lyh_scheme *settings_scheme(const study_settings *settings)
{
    return settings->scheme;
}
