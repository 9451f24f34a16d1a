#include "placeholders.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "persons.h"
#include "placeholder_values.h"

struct placeholders {
    const lyh_study_scan *scan;
    name_persons *persons;
    /* per kind: folded text -> number from 1, in the order of meeting */
    GHashTable *things[LYH_FINDING_KINDS];
};

typedef enum way {
    WAY_NONE,  /* people choose */
    WAY_WORD,  /* the word alone: which one it was tells nothing to a reader */
    WAY_THING, /* the word, with a number where there are several */
    WAY_PERSON,
    WAY_DATE,
    WAY_SUM,
    WAY_AGE,
    WAY_GENDER
} way;

static const struct {
    way way;
    const char *word;
} replacements[LYH_FINDING_KINDS] = {
    [LYH_FINDING_PERSONNUMMER] = { WAY_WORD, "personnummer" },
    [LYH_FINDING_SAMORDNINGSNUMMER] = { WAY_WORD, "personnummer" },
    [LYH_FINDING_LIKE_PERSONNUMMER] = { WAY_WORD, "personnummer" },
    [LYH_FINDING_ORGANISATION_NUMBER] = { WAY_WORD, "organisationsnummer" },
    [LYH_FINDING_CASE_NUMBER] = { WAY_WORD, "ärendenummer" },
    [LYH_FINDING_ACCOUNT] = { WAY_WORD, "konto" },
    [LYH_FINDING_PHONE] = { WAY_WORD, "telefon" },
    [LYH_FINDING_EMAIL] = { WAY_WORD, "e-post" },
    [LYH_FINDING_URL] = { WAY_WORD, "webbadress" },
    [LYH_FINDING_HANDLE] = { WAY_WORD, "användarnamn" },
    [LYH_FINDING_ADDRESS] = { WAY_WORD, "adress" },
    [LYH_FINDING_POSTAL_CODE] = { WAY_WORD, "postnummer" },
    [LYH_FINDING_PROPERTY] = { WAY_WORD, "fastighet" },
    [LYH_FINDING_NAME] = { WAY_PERSON, NULL },
    [LYH_FINDING_MUNICIPALITY] = { WAY_THING, "kommun" },
    [LYH_FINDING_REGION] = { WAY_THING, "region" },
    [LYH_FINDING_PLACE] = { WAY_THING, "ort" },
    [LYH_FINDING_WORKPLACE] = { WAY_THING, "arbetsplats" },
    [LYH_FINDING_DATE] = { WAY_DATE, NULL },
    [LYH_FINDING_SUM] = { WAY_SUM, NULL },
    [LYH_FINDING_ID] = { WAY_WORD, "kod" },
    [LYH_FINDING_GENDER] = { WAY_GENDER, NULL },
    [LYH_FINDING_AGE] = { WAY_AGE, NULL },
};

placeholders *placeholders_new(const lyh_study_scan *scan)
{
    placeholders *made = g_new0(placeholders, 1);
    made->scan = scan;
    made->persons = name_persons_new(scan);
    for (size_t i = 0; i < LYH_FINDING_KINDS; i++)
        made->things[i] = g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL);
    return made;
}

void placeholders_free(placeholders *made)
{
    if (!made)
        return;
    name_persons_free(made->persons);
    for (size_t i = 0; i < LYH_FINDING_KINDS; i++)
        g_hash_table_unref(made->things[i]);
    g_free(made);
}

/* "Uppsala", "Uppsalas" and "Uppsala kommun" are one place: its name, and whether it stood in the genitive. */
static char *name_of_thing(const placeholders *made, lyh_finding_kind kind,
                           const char *text, size_t size, bool *is_genitive)
{
    static const char *const endings[] = { " kommuns", " kommun", " stads", " stad" };
    char *name = lyh_text_fold(text, size, NULL);
    *is_genitive = false;
    bool is_called = false; /* "Göteborgs kommun": its s belongs to the word behind it */
    for (size_t i = 0; i < G_N_ELEMENTS(endings) && !is_called; i++) {
        is_called = g_str_has_suffix(name, endings[i]);
        *is_genitive = is_called && endings[i][strlen(endings[i]) - 1] == 's';
        if (is_called)
            name[strlen(name) - strlen(endings[i])] = '\0';
    }
    if (!g_str_has_suffix(name, "s"))
        return name;
    g_autofree char *stem = g_strndup(name, strlen(name) - 1);
    if (!lyh_study_scan_takes(made->scan, "Hen bor i ", stem, kind, LYH_CONFIDENCE_HIGH))
        return name;
    *is_genitive |= !is_called;
    free(name);
    return strdup(stem);
}

bool placeholders_stand_for(lyh_finding_kind kind)
{
    return replacements[kind].way != WAY_NONE;
}

bool placeholders_tell_apart(lyh_finding_kind kind)
{
    return replacements[kind].way == WAY_PERSON || replacements[kind].way == WAY_THING;
}

void placeholders_see(placeholders *made, const lyh_finding *finding, const char *text)
{
    if (replacements[finding->kind].way == WAY_PERSON)
        name_persons_see(made->persons, text, finding->start, finding->end);
    if (replacements[finding->kind].way != WAY_THING)
        return;
    GHashTable *things = made->things[finding->kind];
    bool is_genitive;
    char *name = name_of_thing(made, finding->kind, text + finding->start,
                               finding->end - finding->start, &is_genitive);
    if (g_hash_table_contains(things, name))
        free(name);
    else
        g_hash_table_insert(things, name, GSIZE_TO_POINTER(g_hash_table_size(things) + 1));
}

static char *thing(const placeholders *made, lyh_finding_kind kind, const char *text,
                   size_t size)
{
    GHashTable *things = made->things[kind];
    bool is_genitive;
    g_autofree char *name = name_of_thing(made, kind, text, size, &is_genitive);
    size_t number = GPOINTER_TO_SIZE(g_hash_table_lookup(things, name));
    const char *ending = is_genitive ? "s" : "";
    if (g_hash_table_size(things) == 1)
        return g_strdup_printf("[%s]%s", replacements[kind].word, ending);
    return g_strdup_printf("[%s %zu]%s", replacements[kind].word, number, ending);
}

/* The hen rule: which of the two somebody is tells a reader who they are. */
static char *without_gender(const char *text, size_t size)
{
    static const char *const owning[] = { "hans", "hennes", NULL };
    g_autofree char *folded = lyh_text_fold(text, size, NULL);
    bool is_owning = g_strv_contains(owning, folded);
    bool is_capital = size > 0 && g_ascii_isupper(*text);
    return g_strdup_printf("%cen%s", is_capital ? 'H' : 'h', is_owning ? "s" : "");
}

char *placeholders_for(placeholders *made, const lyh_finding *finding, const char *text)
{
    const char *found = text + finding->start;
    size_t size = finding->end - finding->start;
    switch (replacements[finding->kind].way) {
    case WAY_NONE:
        return g_strdup("");
    case WAY_WORD:
        return g_strdup_printf("[%s]", replacements[finding->kind].word);
    case WAY_THING:
        return thing(made, finding->kind, found, size);
    case WAY_PERSON:
        return name_persons_placeholder(made->persons, found, size);
    case WAY_DATE:
        return placeholder_of_date(found, size);
    case WAY_SUM:
        return placeholder_of_sum(found, size);
    case WAY_AGE:
        return lyh_finding_is_year_of_birth(finding) ? g_strdup("[ålder]")
                                                     : placeholder_of_age(found, size);
    case WAY_GENDER:
        return without_gender(found, size);
    }
    g_assert_not_reached();
}
