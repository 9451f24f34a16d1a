/*
 * Codebooks made to do harm, each on the transcript it was made for: what must become of them is
 * written in the manifest beside them.
 */
#include <time.h>

#include "coded.h"

/** What the command line tests code when the manifest names no transcript. */
static const char ordinary_talk[] = "I: Hur är det med lukten?\n"
                                    "R: Jag känner ingen doft alls. Maten smakar inte.\n"
                                    "I: Och kaffet?\n"
                                    "R: Kaffet är bara varmt vatten.\n";

/* What this process works: what else the machine does is no part of the limit. */
static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (uint64_t)time.tv_sec * 1000000000U + (uint64_t)time.tv_nsec;
}

static char *text_of(const char *folder, const char *path)
{
    g_autofree char *whole = g_build_filename(folder, path, NULL);
    char *text = NULL;
    g_assert_true(g_file_get_contents(whole, &text, NULL, NULL));
    return text;
}

/** The value of @name in an entry of the manifest, without quotes, or NULL. */
static char *field(const char *entry, const char *name)
{
    g_autofree char *pattern = g_strdup_printf("\"%s\": \"?([^\",\n]*)", name);
    g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    return g_regex_match(regex, entry, 0, &match) ? g_match_info_fetch(match, 1) : NULL;
}

/** The strings of the list @name of an entry; none when there is no such list. */
static GStrv list(const char *entry, const char *name)
{
    g_autofree char *pattern = g_strdup_printf("\"%s\": \\[([^]]*)\\]", name);
    g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(regex, entry, 0, &match))
        return g_new0(char *, 1);
    g_autofree char *inside = g_match_info_fetch(match, 1);
    return g_regex_split_simple("[\\s\",]+", g_strstrip(inside), 0, 0);
}

static bool names_all(const char *message, GStrv names)
{
    for (size_t i = 0; names[i]; i++)
        if (!strstr(message, names[i]))
            return false;
    return true;
}

/** Was anything of @severity said, at the line and with the names that the manifest asks for? */
static void check_said(const lyh_diags *diags, lyh_severity severity, const char *entry)
{
    g_autofree char *line = field(entry, "line");
    g_auto(GStrv) names = list(entry, "names");
    bool is_said = false;
    for (size_t i = 0; i < lyh_diags_count(diags); i++) {
        const lyh_diag *diag = lyh_diags_at(diags, i);
        bool is_there = !line || diag->line == g_ascii_strtoull(line, NULL, 10);
        is_said = is_said || (is_there && diag->severity == severity && diag->file &&
                              names_all(diag->message, names));
    }
    g_assert_true(is_said);
}

static void check_outcome(const coder_kit *kit, const char *found, const char *entry)
{
    g_autofree char *expected = field(entry, "expect");
    g_assert_true(g_str_equal(expected, "reject") == g_str_equal(found, "!"));
    if (g_str_equal(expected, "reject"))
        check_said(kit->diags, LYH_SERIOUS, entry);
    else if (g_str_equal(expected, "warn"))
        check_said(kit->diags, LYH_WARNING, entry);
    else
        g_assert_cmpuint(lyh_diags_count(kit->diags), ==, 0);
}

static void check_entry(const char *folder, const char *entry)
{
    g_autofree char *path = field(entry, "path"),
                    *subject = field(entry, "with_transcript");
    g_autofree char *book = text_of(folder, path);
    g_autofree char *talk = subject ? text_of(folder, subject) : g_strdup(ordinary_talk);
    uint64_t began = now();

    g_auto(coder_kit) kit = kit_new(book, (lyh_matcher_options){ .clock = now });
    g_autofree char *found = kit.matcher ? kit_coded(&kit, talk) : g_strdup("!");
    double seconds = (double)(now() - began) / 1e9;
    g_test_message("%s, %.2f s: %s", path, seconds,
                   lyh_diags_count(kit.diags) ? lyh_diags_at(kit.diags, 0)->message
                                              : "nothing");
    check_outcome(&kit, found, entry);
    g_assert_cmpfloat(seconds, <, 2);
}

static void every_hostile_codebook_ends_as_its_manifest_says(void)
{
    const char *material = g_getenv("LYHORD_MATERIAL");
    if (!material) {
        g_test_skip("LYHORD_MATERIAL is not set");
        return;
    }
    g_autofree char *folder = g_build_filename(material, "hostile", NULL);
    g_autofree char *manifest = text_of(folder, "manifest.json");
    g_auto(GStrv) entries = g_strsplit(manifest, "\n  {\n", -1);
    size_t walked = 0;
    for (size_t i = 0; entries[i]; i++) {
        g_autofree char *kind = field(entries[i], "kind");
        if (g_strcmp0(kind, "codebook") != 0)
            continue;
        check_entry(folder, entries[i]);
        walked++;
    }
    g_assert_cmpuint(walked, >, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/hostile/every_hostile_codebook_ends_as_its_manifest_says",
                    every_hostile_codebook_ends_as_its_manifest_says);
    return g_test_run();
}
