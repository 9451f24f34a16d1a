#include "scans.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#define DICTIONARY "/usr/share/hunspell/sv_SE"

/* Read once for all of a test, and kept to its end. */
static const lyh_scheme *scheme_of_towns(void)
{
    static lyh_scheme *scheme;
    if (!scheme) {
        lyh_diags *diags = lyh_diags_new(NULL);
        scheme = lyh_scheme_read("stad:A|B|C roll:H|B nr", lyh_place_none(), diags);
        lyh_diags_free(diags);
    }
    return scheme;
}

static lyh_scanner *scanner_of(lyh_lexicon *lexicon, bool is_wrapped)
{
    static const char *const names[] = { "Vattkotten", "Projekt Granris" };
    const lyh_scan_options options = { .names = names,
                                       .name_count = G_N_ELEMENTS(names),
                                       .scheme = scheme_of_towns(),
                                       .lexicon = lexicon,
                                       .is_wrapped = is_wrapped };
    return lyh_scanner_new(&options);
}

lyh_scanner *scanner_of_towns(void)
{
    return scanner_of(NULL, false);
}

lyh_scanner *scanner_of_wrapped_lines(void)
{
    return scanner_of(NULL, true);
}

/* Kept like the scheme. */
lyh_lexicon *swedish_lexicon(void)
{
    static lyh_lexicon *lexicon;
    if (!g_file_test(DICTIONARY ".dic", G_FILE_TEST_EXISTS))
        return NULL;
    if (!lexicon)
        lexicon = lyh_lexicon_new(lyh_vocabulary_new(), lyh_dictionary_new(DICTIONARY));
    return lexicon;
}

lyh_scanner *scanner_with_dictionary(void)
{
    lyh_lexicon *lexicon = swedish_lexicon();
    return lexicon ? scanner_of(lexicon, false) : NULL;
}

/* Doubts, or all that is surer. */
static char *found_by(lyh_scanner *scanner, const char *text, bool are_doubts)
{
    size_t count;
    lyh_finding *findings =
        are_doubts ? lyh_scanner_find_and_doubt(scanner, text, strlen(text), &count)
                   : lyh_scanner_find(scanner, text, strlen(text), &count);
    GString *found = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        if (are_doubts == (findings[i].kind == LYH_FINDING_DOUBT))
            g_string_append_printf(found, "%s%s <%.*s>", found->len ? ", " : "",
                                   lyh_finding_word(findings[i].kind),
                                   (int)(findings[i].end - findings[i].start),
                                   text + findings[i].start);
    free(findings);
    lyh_scanner_free(scanner);
    return g_string_free(found, FALSE);
}

char *found_in(const char *text)
{
    return found_by(scanner_of_towns(), text, false);
}

void assert_found(const char *text, const char *expected)
{
    g_autofree char *found = found_in(text);
    g_assert_cmpstr(found, ==, expected);
}

void assert_found_with_dictionary(const char *text, const char *expected)
{
    lyh_scanner *scanner = scanner_with_dictionary();
    g_autofree char *found = scanner ? found_by(scanner, text, false) : g_strdup(expected);
    g_assert_cmpstr(found, ==, expected);
}

void assert_doubted(const char *text, const char *expected)
{
    lyh_scanner *scanner = scanner_with_dictionary();
    g_autofree char *found = scanner ? found_by(scanner, text, true) : g_strdup(expected);
    g_assert_cmpstr(found, ==, expected);
}

bool finds(const char *text, lyh_finding_kind kind, const char *part)
{
    const char *at = strstr(text, part);
    g_assert_nonnull(at);
    size_t start = (size_t)(at - text);
    size_t count;
    lyh_scanner *scanner = scanner_of_towns();
    lyh_finding *findings = lyh_scanner_find(scanner, text, strlen(text), &count);
    bool is_found = false;
    for (size_t i = 0; i < count; i++)
        is_found = is_found || (findings[i].kind == kind && findings[i].start <= start &&
                                findings[i].end >= start + strlen(part));
    free(findings);
    lyh_scanner_free(scanner);
    return is_found;
}
