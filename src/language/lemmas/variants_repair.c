#include "variants_repair.h"

#include <glib.h>
#include <string.h>

#define CONSONANTS "bcdfghjklmnprstvxz"

/* In letters: shorter words are like too many others. */
enum { SHORTEST_WORD = 5, SHORTEST_JOINED = 8 };

/* Letters that are left out or exchanged: at a word's beginning or end, or anywhere. */
typedef struct slip {
    const char *written, *meant;
    enum { ANYWHERE, AT_START, AT_END } place;
} slip;

static const slip slips[] = {
    { "nl", "ngl", ANYWHERE },   /* tillgänlig */
    { "nn", "gn", ANYWHERE },    /* vanns-: lugnn- as it is said */
    { "ngn", "gn", ANYWHERE },   /* lungn */
    { "ck", "k", ANYWHERE },     /* direckt */
    { "k", "ck", ANYWHERE },     /* tyker: a doubled k is spelled ck */
    { "kk", "ck", ANYWHERE },    /* mykket */
    { "ks", "x", ANYWHERE },     /* straks */
    { "x", "ks", ANYWHERE },     /* läxa's other way */
    { "ds", "dds", ANYWHERE },   /* skyds- */
    { "j", "hj", AT_START },     /* jälpsam */
    { "j", "gj", AT_START },     /* jord for gjord */
    { "j", "lj", AT_START },     /* jus */
    { "j", "dj", AT_START },     /* jup */
    { "it", "igt", AT_END },     /* viktit, rolit */
    { "i", "ig", AT_END },       /* tråki */
    { "ia", "iga", AT_END },     /* viktia */
    { "lien", "ligen", AT_END }, /* egentlien */
    { "ist", "iskt", AT_END },   /* praktist */
    { "ihet", "ighet", AT_END }, /* myndihet */
};

typedef struct search {
    lyh_is_own_word is_own;
    void *user;
    char *found; /* the first word that fits */
    bool is_unsure;
} search;

/* Try @word with @cut bytes at @at exchanged for @instead. */
static void try(search *searched, const char *word, size_t at, size_t cut,
                const char *instead)
{
    g_autofree char *meant =
        g_strdup_printf("%.*s%s%s", (int)at, word, instead, word + at + cut);
    if (searched->is_unsure || !searched->is_own(searched->user, meant))
        return;
    if (!searched->found)
        searched->found = g_steal_pointer(&meant);
    else
        searched->is_unsure = strcmp(searched->found, meant) != 0;
}

static bool is_consonant(char letter)
{
    return letter && strchr(CONSONANTS, letter);
}

/* intresant, komun, ansökkan; a letter between vowels or at the end of a syllable. */
static void try_doubled(search *searched, const char *word)
{
    for (size_t i = 1; word[i]; i++) {
        if (!is_consonant(word[i]) || word[i] == word[i - 1])
            continue;
        const char letter[] = { word[i], word[i], '\0' };
        if (word[i] == word[i + 1])
            try(searched, word, i, 2, letter + 1);
        else
            try(searched, word, i, 1, letter);
    }
}

/* rättsäker, arbetförmedling, hemstjänst: between two consonants, where parts may meet. */
static void try_joint(search *searched, const char *word)
{
    for (size_t i = 2; word[i] && word[i + 1]; i++) {
        if (word[i] == 's' && is_consonant(word[i + 1]))
            try(searched, word, i, 1, "");
        if (is_consonant(word[i]))
            try(searched, word, i, 0, "s");
    }
}

static void try_slip(search *searched, const char *word, const slip *tried)
{
    size_t size = strlen(word);
    size_t cut = strlen(tried->written);
    if (tried->place == AT_START && g_str_has_prefix(word, tried->written))
        try(searched, word, 0, cut, tried->meant);
    if (tried->place == AT_END && g_str_has_suffix(word, tried->written))
        try(searched, word, size - cut, cut, tried->meant);
    if (tried->place != ANYWHERE)
        return;
    for (const char *at = strstr(word + 1, tried->written); at;
         at = strstr(at + 1, tried->written))
        try(searched, word, (size_t)(at - word), cut, tried->meant);
}

char *lyh_variants_repair(const char *word, bool is_compound, lyh_is_own_word is_own,
                          void *user)
{
    search searched = { .is_own = is_own, .user = user };
    glong letters = g_utf8_strlen(word, -1);
    if (letters >= SHORTEST_JOINED)
        try_joint(&searched, word);
    if (!is_compound && letters >= SHORTEST_WORD) {
        try_doubled(&searched, word);
        for (size_t i = 0; i < G_N_ELEMENTS(slips); i++)
            try_slip(&searched, word, &slips[i]);
    }
    if (!searched.is_unsure)
        return searched.found;
    g_free(searched.found);
    return NULL;
}
