#include <lyhord/study/scan.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "accepted.h"
#include "study_private.h"
#include "told.h"

/* What transcripts tell: found out when a text is looked at for which it may matter. */
typedef struct telling {
    bool is_due;   /* nobody has asked the transcripts yet */
    bool is_known; /* what may be told by every transcript */
    lyh_scanner
        *scanner; /* knows the study's list and what was told; NULL while nothing was */
} telling;

struct lyh_study_scan {
    lyh_study *study;
    GPtrArray *listed;  /* char *: the study's own list */
    lyh_scanner *first; /* knows that list, and nothing that a transcript tells */
    telling
        *telling; /* not the scan itself: what it finds does not depend on when it asks */
    accepted_findings *accepted;
    GPtrArray *public; /* folded texts, what the study says itself */
};

/* What the report prints of lyhord.ini. */
static const char *const printed[] = { "title", "commissioner", "service", "date",
                                       "period" };

/* The cells of a list of names: a line holds one, or several parted as in a CSV. */
static void add_names(GPtrArray *names, const char *text)
{
    g_auto(GStrv) cells = g_strsplit_set(text, ";,\t\r\n", -1);
    for (char **cell = cells; *cell; cell++) {
        char *name = g_strstrip(g_strdelimit(*cell, "\"", ' '));
        bool is_heading =
            g_ascii_strcasecmp(name, "namn") == 0 || g_ascii_strcasecmp(name, "name") == 0;
        if (*name && *name != '#' && !is_heading)
            g_ptr_array_add(names, lyh_text_nfc(name, strlen(name), NULL));
    }
}

char *study_names_path(const lyh_study *study)
{
    const char *path = settings_value(study->settings, "privacy", "names");
    return *path ? g_canonicalize_filename(path, study->options.folder) : NULL;
}

static bool read_names(const lyh_study *study, GPtrArray *names, lyh_diags *diags,
                       lyh_error *error)
{
    g_autofree char *path = study_names_path(study);
    if (!path)
        return true;
    /* Its lines are people: none is ever shown under a message. */
    g_autoptr(lyh_source) source =
        lyh_source_read(path, LYH_SOURCE_TRANSCRIPT, diags, error);
    if (source)
        add_names(names, lyh_source_text(source));
    else
        lyh_diags_error(diags, "names-unreadable", lyh_place_file(path),
                        "the list of names that [privacy] names in lyhord.ini points to "
                        "cannot be read; without it names would pass unseen");
    return source != NULL;
}

GPtrArray *study_scan_ids(const lyh_study *study)
{
    GPtrArray *ids = g_ptr_array_new_with_free_func(free);
    for (size_t i = 0; i < study->respondents_listed; i++)
        g_ptr_array_add(ids, strdup(lyh_respondents_id(study->respondents, i)));
    for (guint i = 0; !study->respondents_declared && i < study->files->len; i++)
        g_ptr_array_add(ids, lyh_ingest_name(study->files->pdata[i]));
    return ids;
}

static lyh_scanner *scanner_of(lyh_study *study, const GPtrArray *names)
{
    g_autoptr(GPtrArray) ids = study_scan_ids(study);
    const lyh_scan_options options = {
        .names = (const char *const *)names->pdata,
        .name_count = names->len,
        .scheme = settings_scheme(study->settings),
        .ids = (const char *const *)ids->pdata,
        .id_count = ids->len,
        .lexicon = study->lexicon,
    };
    return lyh_scanner_new(&options);
}

/* --- what one transcript tells, the others know --- */

/* A study has so many people. */
enum { MOST_TOLD = 10000 };

/* Is it one word that the dictionary does not know in small letters? Björn and Stig begin sentences
 * too. */
static bool is_certain(const lyh_study *study, const lyh_finding *finding, const char *text)
{
    const char *name = text + finding->start;
    size_t size = finding->end - finding->start;
    if (finding->kind != LYH_FINDING_NAME ||
        !told_is_inside_sentence(text, finding->start) || size < TOLD_SHORTEST ||
        memchr(name, ' ', size) || memchr(name, '\n', size) ||
        !g_unichar_isupper(g_utf8_get_char(name)))
        return false;
    g_autofree char *small = lyh_text_fold(name, size, NULL);
    return !lyh_lexicon_accepts(study->lexicon, small, strlen(small));
}

char **lyh_study_scan_told(const lyh_study_scan *scan, const lyh_document *document)
{
    const lyh_study *study = scan->study;
    const char *text = lyh_document_text(document);
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *names = g_ptr_array_new();
    size_t count = 0;
    /* Without a dictionary no name is certain. */
    bool has_dictionary = lyh_lexicon_has_dictionary(study->lexicon);
    g_autofree lyh_finding *findings =
        has_dictionary
            ? lyh_scanner_find(scan->first, text, lyh_document_size(document), &count)
            : NULL;
    for (size_t i = 0; i < count && names->len < MOST_TOLD; i++) {
        if (!is_certain(study, &findings[i], text))
            continue;
        g_autofree char *name =
            g_strndup(text + findings[i].start, findings[i].end - findings[i].start);
        if (g_hash_table_contains(told, name))
            continue;
        g_hash_table_add(told, name); /* lent by the list */
        g_ptr_array_add(names, g_steal_pointer(&name));
    }
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

void lyh_study_scan_told_free(char **names)
{
    g_strfreev(names);
}

static void tell(const lyh_study_scan *scan, const char *const *names, size_t count)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    for (guint i = 0; i < scan->listed->len; i++)
        g_ptr_array_add(all, scan->listed->pdata[i]);
    for (size_t i = 0; i < MIN(count, MOST_TOLD); i++)
        g_ptr_array_add(all, (char *)names[i]);
    scan->telling->is_due = false;
    lyh_scanner_free(scan->telling->scanner);
    scan->telling->scanner = count > 0 ? scanner_of(scan->study, all) : NULL;
}

void lyh_study_scan_tell(lyh_study_scan *scan, const char *const *names, size_t count)
{
    tell(scan, names, count);
}

/* Transcript @index, or NULL. What is wrong with it is said by whoever goes through them. */
static lyh_document *transcript(const lyh_study_scan *scan, guint index)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    lyh_error unread = { 0 };
    return study_ingest(scan->study, index, unsaid, &unread);
}

/* Reads each transcript once. */
static void learn_names(const lyh_study_scan *scan)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < scan->study->files->len && names->len < MOST_TOLD; i++) {
        g_autoptr(lyh_document) document = transcript(scan, i);
        g_auto(GStrv) told = document ? lyh_study_scan_told(scan, document) : NULL;
        for (char **name = told; name && *name; name++)
            if (!g_hash_table_contains(known, *name)) {
                g_ptr_array_add(names, g_strdup(*name));
                g_hash_table_add(known, names->pdata[names->len - 1]);
            }
    }
    tell(scan, (const char *const *)names->pdata, names->len);
}

/* What most commands have read, they have read for this too. */
static void read_transcripts(const lyh_study_scan *scan)
{
    told_transcripts *told = scan->study->told;
    for (guint i = 0; i < scan->study->files->len; i++) {
        struct stat file;
        const char *path = lyh_study_file(scan->study, i);
        if (told_transcripts_have(told, path) || stat(path, &file) != 0)
            continue;
        g_autoptr(lyh_document) document = transcript(scan, i);
        /* loose files are not noted as they are read */
        if (document)
            told_transcripts_add(told, path, &file, document);
    }
    scan->telling->is_known = true;
}

/* A longer text is a transcript, as a rule, and holds what it tells. */
enum { LONGEST_LABEL = 4096 };

static bool may_matter(const lyh_study_scan *scan, const char *text, size_t size)
{
    if (size > LONGEST_LABEL)
        return true;
    if (!scan->telling->is_known)
        read_transcripts(scan);
    return told_words_may_be_in(told_transcripts_words(scan->study->told), text, size);
}

lyh_study_scan *lyh_study_scan_begin(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(free);
    if (!read_names(study, names, diags, error))
        return NULL;

    lyh_study_scan *scan = g_new0(lyh_study_scan, 1);
    scan->study = study;
    scan->first = scanner_of(study, names);
    scan->telling = g_new0(telling, 1);
    scan->listed = g_steal_pointer(&names);
    scan->accepted = accepted_findings_new(study->decisions);
    scan->public = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < G_N_ELEMENTS(printed); i++)
        lyh_study_scan_make_public(scan, lyh_study_setting(study, printed[i]));
    return scan;
}

lyh_study_scan *lyh_study_scan_new(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    lyh_study_scan *scan = lyh_study_scan_begin(study, diags, error);
    if (scan)
        scan->telling->is_due = true;
    return scan;
}

void lyh_study_scan_free(lyh_study_scan *scan)
{
    if (!scan)
        return;
    lyh_scanner_free(scan->first);
    lyh_scanner_free(scan->telling->scanner);
    g_free(scan->telling);
    g_ptr_array_unref(scan->listed);
    accepted_findings_free(scan->accepted);
    g_ptr_array_unref(scan->public);
    g_free(scan);
}

/* That knows by name whom transcripts tell, where that may matter to @text. */
static const lyh_scanner *knowing(const lyh_study_scan *scan, const char *text, size_t size)
{
    if (scan->telling->is_due && may_matter(scan, text, size))
        learn_names(scan);
    return scan->telling->scanner ? scan->telling->scanner : scan->first;
}

lyh_finding *lyh_study_scan_find(const lyh_study_scan *scan, const char *text, size_t size,
                                 size_t *count)
{
    return lyh_scanner_find(knowing(scan, text, size), text, size, count);
}

lyh_finding *lyh_study_scan_find_and_doubt(const lyh_study_scan *scan, const char *text,
                                           size_t size, size_t *count)
{
    return lyh_scanner_find_and_doubt(knowing(scan, text, size), text, size, count);
}

bool lyh_study_scan_takes(const lyh_study_scan *scan, const char *lead, const char *name,
                          lyh_finding_kind kind, lyh_confidence least)
{
    if (!*name)
        return false;
    g_autofree char *capital = g_utf8_strup(name, g_utf8_next_char(name) - name);
    g_autofree char *text = g_strconcat(lead, capital, g_utf8_next_char(name), ".", NULL);
    size_t count;
    bool is_found = false;
    g_autofree lyh_finding *findings =
        lyh_study_scan_find(scan, text, strlen(text), &count);
    for (size_t i = 0; i < count; i++)
        is_found |= findings[i].kind == kind && findings[i].confidence >= least;
    return is_found;
}

void lyh_study_scan_make_public(lyh_study_scan *scan, const char *text)
{
    if (text && *text)
        g_ptr_array_add(scan->public, accepted_key(text, strlen(text)));
}

/* Does @words stand in @text as whole words, a closing genitive s of either allowed for? */
static bool stands_in(const char *text, const char *words)
{
    size_t size = strlen(words), length;
    for (const char *at = strstr(text, words); size && at; at = strstr(at + 1, words)) {
        const char *before = at > text ? g_utf8_prev_char(at) : NULL;
        const char *after = at + size;
        bool begins = !before || !lyh_char_is_word(g_utf8_get_char(before));
        if (*after == 's')
            after++;
        bool ends = *after == '\0' ||
                    !lyh_char_is_word(lyh_text_char(after, strlen(after), &length));
        if (begins && ends)
            return true;
    }
    return false;
}

static bool may_be_public(lyh_finding_kind kind)
{
    return kind == LYH_FINDING_MUNICIPALITY || kind == LYH_FINDING_REGION ||
           kind == LYH_FINDING_PLACE || kind == LYH_FINDING_WORKPLACE ||
           kind == LYH_FINDING_DATE;
}

/*
 * One past the year behind a month that is a name too ("1 June 2026", an English report's date); 0 for anything
 * else. Only with its year is it looked for in what the study says.
 */
static size_t end_of_month(const lyh_finding *finding, const char *text)
{
    static const char *const months[] = { "April", "August", "June", "May", NULL };
    g_autofree char *word = g_strndup(text + finding->start, finding->end - finding->start);
    const char *year = text + finding->end;
    if (finding->kind != LYH_FINDING_NAME || !g_strv_contains(months, word) || *year != ' ')
        return 0;
    size_t digits = strspn(year + 1, "0123456789");
    return digits == 4 ? finding->end + 1 + digits : 0;
}

static bool is_public(const lyh_study_scan *scan, const lyh_finding *finding,
                      const char *text)
{
    size_t year = end_of_month(finding, text);
    size_t end = year ? year : finding->end;
    if (!year && !may_be_public(finding->kind))
        return false;
    g_autofree char *words = accepted_key(text + finding->start, end - finding->start);
    g_autofree char *stem = g_str_has_suffix(words, "s")
                                ? g_strndup(words, strlen(words) - 1)
                                : g_strdup(words);
    for (guint i = 0; i < scan->public->len; i++)
        if (stands_in(scan->public->pdata[i], words) ||
            stands_in(scan->public->pdata[i], stem))
            return true;
    return false;
}

static bool is_accepted(const lyh_study_scan *scan, const lyh_finding *finding,
                        const char *text)
{
    if (!lyh_finding_may_be_accepted(finding->kind))
        return false;
    char *target = lyh_finding_target(finding, text);
    bool is_there = accepted_findings_have(scan->accepted, target);
    free(target);
    return is_there;
}

lyh_verdict lyh_study_scan_judge(const lyh_study_scan *scan, const lyh_finding *finding,
                                 const char *text, bool is_published)
{
    if (is_accepted(scan, finding, text) ||
        (is_published && is_public(scan, finding, text)))
        return LYH_VERDICT_ACCEPTED;
    return lyh_finding_is_flag(finding->kind) ? LYH_VERDICT_FLAG : LYH_VERDICT_STOPS;
}

const char *lyh_confidence_name(lyh_confidence confidence)
{
    return confidence == LYH_CONFIDENCE_HIGH ? N_("sure") : N_("perhaps");
}
