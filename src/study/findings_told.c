#include "findings_told.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

struct findings_told {
    lyh_study_scan *scan;
    lyh_diags *diags;
    bool shows_text;
    lyh_diags *doubts;    /* told of last */
    size_t words, places; /* worth a look; a word counts once a text */
};

findings_told *findings_told_new(lyh_study_scan *scan, lyh_diags *diags, bool shows_text)
{
    findings_told *told = g_new0(findings_told, 1);
    *told = (findings_told){ .scan = scan,
                             .diags = diags,
                             .shows_text = shows_text,
                             .doubts = lyh_diags_new(lyh_diags_catalog(diags)) };
    return told;
}

void findings_told_free(findings_told *told)
{
    if (!told)
        return;
    lyh_diags_free(told->doubts);
    g_free(told);
}

/* A finding is told by its class and place alone: the message must not spread what it found. */
static char *shown_text(const findings_told *told, const lyh_finding *finding,
                        const char *text)
{
    if (!told->shows_text)
        return g_strdup("");
    return g_strdup_printf(": '%.*s'", (int)(finding->end - finding->start),
                           text + finding->start);
}

static void tell_doubt(findings_told *told, const char *why, const char *shown,
                       size_t places, lyh_place place)
{
    told->words++;
    told->places += places;
    lyh_diags_note(told->doubts, "worth-a-look", place, "worth a look: %s (places: %zu)%s",
                   why, places, shown);
}

/* The same words in the same file are told of once, at the first place, with their number. */
static void tell(findings_told *told, const lyh_finding *finding, const char *text,
                 lyh_verdict verdict, size_t places, lyh_place place)
{
    const lyh_catalog *catalog = lyh_diags_catalog(told->diags);
    const char *name = lyh_tr(catalog, lyh_finding_name(finding->kind));
    const char *sure = lyh_tr(catalog, lyh_confidence_name(finding->confidence));
    const char *why = lyh_tr(catalog, finding->why);
    g_autofree char *shown = shown_text(told, finding, text);
    if (finding->kind == LYH_FINDING_DOUBT)
        tell_doubt(told, why, shown, places, place);
    else if (verdict == LYH_VERDICT_FLAG)
        lyh_diags_note(told->diags, "personal-flag", place,
                       "%s (%s; %s; places: %zu)%s: often what people tell of; see "
                       "that nobody is pointed out by it",
                       name, sure, why, places, shown);
    else
        lyh_diags_warning(told->diags, "personal-data", place,
                          "this looks like personal data: %s (%s; %s; places: %zu)%s; "
                          "replace it, or accept it in decisions.csv with a reason",
                          name, sure, why, places, shown);
}

/* "kön han" and "kön Han" are one. */
static char *target_of(const lyh_finding *finding, const char *text)
{
    g_autofree char *target = lyh_finding_target(finding, text);
    return lyh_text_fold(target, strlen(target), NULL);
}

/* A finding that is told of once, for all places of its target: those that are accepted are none. */
typedef struct judged {
    lyh_verdict verdict;
    char *target; /* NULL: accepted */
} judged;

static void clear_judged(void *one)
{
    free(((judged *)one)->target);
}

static GArray *judge_all(const findings_told *told, const findings_text *in,
                         const lyh_finding *findings, size_t count)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(judged));
    g_array_set_clear_func(all, clear_judged);
    for (size_t i = 0; i < count; i++) {
        judged one = {
            lyh_study_scan_judge(told->scan, &findings[i], in->text, in->is_published), NULL
        };
        if (one.verdict != LYH_VERDICT_ACCEPTED)
            one.target = target_of(&findings[i], in->text);
        g_array_append_val(all, one);
    }
    return all;
}

/* Target -> how many places it has; lent by @all. */
static GHashTable *count_alike(const GArray *all)
{
    GHashTable *alike = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < all->len; i++) {
        char *target = g_array_index(all, judged, i).target;
        if (!target)
            continue;
        size_t places = GPOINTER_TO_SIZE(g_hash_table_lookup(alike, target));
        g_hash_table_insert(alike, target, GSIZE_TO_POINTER(places + 1));
    }
    return alike;
}

void findings_tell(findings_told *told, const findings_text *in)
{
    size_t count = 0;
    g_autofree lyh_finding *findings =
        in->is_transcript
            ? lyh_study_scan_find_and_doubt(told->scan, in->text, in->size, &count)
            : lyh_study_scan_find(told->scan, in->text, in->size, &count);
    g_autoptr(GArray) all = judge_all(told, in, findings, count);
    g_autoptr(GHashTable) alike = count_alike(all);
    for (guint i = 0; i < all->len; i++) {
        const judged *one = &g_array_index(all, judged, i);
        size_t places =
            one->target ? GPOINTER_TO_SIZE(g_hash_table_lookup(alike, one->target)) : 0;
        if (places == 0)
            continue;
        g_hash_table_remove(alike, one->target);
        tell(told, &findings[i], in->text, one->verdict, places,
             in->place(in->where, findings[i].start, findings[i].end));
    }
}

void findings_tell_doubts(const findings_told *told, bool lists)
{
    if (told->words == 0)
        return;
    if (lists)
        lyh_diags_append(told->diags, told->doubts);
    else
        lyh_diags_note(told->diags, "worth-a-look", lyh_place_none(),
                       "words that no rule is sure of, and that are worth a look: %zu "
                       "(places: %zu); the page shows them one at a time, check --doubts "
                       "lists them",
                       told->words, told->places);
}
