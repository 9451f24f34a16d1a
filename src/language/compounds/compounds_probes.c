#include "compounds_probes.h"

#include <string.h>

/* Keys are shelved by their first two bytes: shorter ones would be met in every word. */
enum { SHELF_BYTES = 2, LEAST_STEM = 3 };

struct lyh_probes {
    GHashTable *ids;      /* part and type → id + 1 */
    GHashTable *by_lemma; /* type of a lemma → GArray of ids */
    GPtrArray *lemmas;    /* by id: GPtrArray of char * */
    GStringChunk *letters;
    GPtrArray *keys;        /* lyh_probe_key: all of them, to free */
    GHashTable *shelves[2]; /* by part: two bytes → the first key */
};

lyh_probes *lyh_probes_new(void)
{
    lyh_probes *new = g_new0(lyh_probes, 1);
    new->ids = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    new->by_lemma = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL,
                                          (GDestroyNotify)g_array_unref);
    new->lemmas = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    new->letters = g_string_chunk_new(1024);
    new->keys = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < G_N_ELEMENTS(new->shelves); i++)
        new->shelves[i] = g_hash_table_new(g_direct_hash, g_direct_equal);
    return new;
}

void lyh_probes_free(lyh_probes *probes)
{
    if (!probes)
        return;
    g_hash_table_unref(probes->ids);
    g_hash_table_unref(probes->by_lemma);
    g_ptr_array_unref(probes->lemmas);
    g_string_chunk_free(probes->letters);
    g_ptr_array_unref(probes->keys);
    for (size_t i = 0; i < G_N_ELEMENTS(probes->shelves); i++)
        g_hash_table_unref(probes->shelves[i]);
    g_free(probes);
}

static gpointer shelf_of(const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;
    return GUINT_TO_POINTER(((guint)bytes[0] << 8 | bytes[1]) + 1);
}

static bool is_shelved(const lyh_probes *probes, lyh_compound_part shelf, uint32_t probe,
                       const char *letters)
{
    const lyh_probe_key *key =
        g_hash_table_lookup(probes->shelves[shelf], shelf_of(letters));
    for (; key; key = key->next)
        if (key->probe == probe && strcmp(key->letters, letters) == 0)
            return true;
    return false;
}

static void shelve(lyh_probes *probes, lyh_compound_part shelf, uint32_t probe,
                   lyh_compound_part part, const char *letters, bool is_word)
{
    if (strlen(letters) < SHELF_BYTES || is_shelved(probes, shelf, probe, letters))
        return;
    lyh_probe_key *key = g_new0(lyh_probe_key, 1);
    *key = (lyh_probe_key){
        .probe = probe,
        .part = part,
        .letters = g_string_chunk_insert_const(probes->letters, letters),
        .size = strlen(letters),
        .is_word = is_word,
        .next = g_hash_table_lookup(probes->shelves[shelf], shelf_of(letters)),
    };
    g_ptr_array_add(probes->keys, key);
    g_hash_table_insert(probes->shelves[shelf], shelf_of(letters), key);
}

static bool is_vowel(gunichar c)
{
    return c == 0xE5 || c == 0xE4 || c == 0xF6 || (c < 0x80 && strchr("aeiouy", (int)c));
}

static size_t letters_in(const char *text, size_t size)
{
    return (size_t)g_utf8_strlen(text, (gssize)size);
}

/* What stays of @lemma in all its regular forms: fåg(el), num(mer), morg(on), som(mar), handläggar(e), skol(a), ordna(d). */
static size_t stem_size(const char *lemma)
{
    static const char *const endings[] = { "ar", "el", "en", "er", "on", "um", "a", "e" };
    enum { CLIPPED = G_N_ELEMENTS(endings) - 2 };
    if (g_str_has_suffix(lemma, "ad") && letters_in(lemma, strlen(lemma)) > LEAST_STEM + 1)
        return strlen(lemma) - 1;
    size_t size = strlen(lemma);
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        size_t stem = size - strlen(endings[i]);
        if (!g_str_has_suffix(lemma, endings[i]) || letters_in(lemma, stem) < LEAST_STEM)
            continue;
        /* mm and nn are single before the ending falls: nummer → numret. */
        return i < CLIPPED && lemma[stem - 1] == lemma[stem - 2] ? stem - 1 : stem;
    }
    return size;
}

/* The vowel that another stands for in händer, städer, böcker, möss. */
static const char *umlaut_of(gunichar c)
{
    return c == 'a' || c == 0xE5 ? "ä" : c == 'o' || c == 'u' ? "ö" : NULL;
}

/* Up to the last vowel of the stem, and its umlaut instead of it. */
static char *umlauted(const char *lemma)
{
    size_t size = stem_size(lemma);
    for (const char *c = lemma + size; c > lemma;) {
        c = g_utf8_prev_char(c);
        gunichar vowel = g_utf8_get_char(c);
        if (!is_vowel(vowel))
            continue;
        const char *umlaut = umlaut_of(vowel);
        return umlaut && c > lemma
                   ? g_strdup_printf("%.*s%s", (int)(c - lemma), lemma, umlaut)
                   : NULL;
    }
    return NULL;
}

static void shelve_head(lyh_probes *probes, uint32_t probe, const char *lemma)
{
    g_autofree char *stem = g_strndup(lemma, stem_size(lemma));
    g_autofree char *other = umlauted(lemma);
    shelve(probes, LYH_COMPOUND_HEAD, probe, LYH_COMPOUND_HEAD, stem, false);
    if (other)
        shelve(probes, LYH_COMPOUND_HEAD, probe, LYH_COMPOUND_HEAD, other, false);
}

/* How a word of one ending links what it stands before. */
typedef struct linkage {
    const char *ending;
    const char *instead;
} linkage;

static const linkage links[] = {
    { "", "" },        /* vård|plats */
    { "", "s" },       /* bistånds|handläggare */
    { "", "e" },       /* tjänste|man */
    { "", "es" },      /* sädes|fält */
    { "", "a" },       /* barna|tro */
    { "a", "" },       /* flick|skola */
    { "a", "o" },      /* kyrko|gård */
    { "a", "u" },      /* gatu|kontor */
    { "a", "e" },      /* familje|hem has e; frågelåda of fråga */
    { "a", "s" },      /* pepparkaks|hus */
    { "a", "es" },     /* hyres|rätt */
    { "a", "on" },     /* ögon|läkare */
    { "an", "nings" }, /* ansöknings|blankett of ansökan */
    { "e", "" },       /* handläggar|byte */
    { "e", "o" },      /* psyko|terapi */
    { "e", "s" },      /* yrkes|liv, ansikts|uttryck */
    { "le", "el" },    /* äppel|must */
    { "la", "el" },    /* tavel|vägg */
    { "ra", "er" },    /* siffer|kombination */
    { "ma", "" },      /* stäm|gaffel */
    { "me", "" },      /* tim|lön */
    { "er", "ra" },    /* föräldra|möte */
    { "el", "la" },    /* ängla|vakt */
    { "um", "e" },     /* gymnasie|elev */
    { "um", "i" },     /* maximi|gräns */
    { "d", "t" },      /* lant|brukare */
};

static void shelve_first(lyh_probes *probes, uint32_t probe, lyh_compound_part part,
                         const char *lemma)
{
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++) {
        if (!g_str_has_suffix(lemma, links[i].ending))
            continue;
        size_t kept = strlen(lemma) - strlen(links[i].ending);
        g_autofree char *front =
            g_strdup_printf("%.*s%s", (int)kept, lemma, links[i].instead);
        shelve(probes, LYH_COMPOUND_FIRST, probe, part, front, strcmp(front, lemma) == 0);
    }
}

static void file_under_lemma(lyh_probes *probes, uint32_t probe, uint32_t lemma)
{
    gpointer key = GUINT_TO_POINTER(lemma);
    GArray *filed = g_hash_table_lookup(probes->by_lemma, key);
    if (!filed) {
        filed = g_array_new(FALSE, FALSE, sizeof(uint32_t));
        g_hash_table_insert(probes->by_lemma, key, filed);
    }
    g_array_append_val(filed, probe);
}

/* A word in its dictionary form means that word: +boende asks about no form of bo. */
static GPtrArray *lemmas_of(const lyh_probe_question *question)
{
    GPtrArray *lemmas = g_ptr_array_new_with_free_func(g_free);
    /* dom is de in talk, and a judgment here. */
    if (question->is_noun) {
        g_ptr_array_add(lemmas, g_strdup(question->word));
        return lemmas;
    }
    for (size_t i = 0; i < question->lemmas.count; i++) {
        bool is_itself = strcmp(question->lemmas.words[i], question->word) == 0;
        if (is_itself)
            g_ptr_array_set_size(lemmas, 0);
        g_ptr_array_add(lemmas, g_strdup(question->lemmas.words[i]));
        if (is_itself)
            break;
    }
    return lemmas;
}

static void shelve_all(lyh_probes *probes, uint32_t probe,
                       const lyh_probe_question *question, const GPtrArray *lemmas)
{
    if (question->part == LYH_COMPOUND_HEAD)
        shelve_head(probes, probe, question->word);
    shelve_first(probes, probe, question->part, question->word);
    for (guint i = 0; i < lemmas->len && !question->has_stems; i++) {
        if (question->part == LYH_COMPOUND_HEAD)
            shelve_head(probes, probe, lemmas->pdata[i]);
        shelve_first(probes, probe, question->part, lemmas->pdata[i]);
    }
}

uint32_t lyh_probes_add(lyh_probes *probes, const lyh_probe_question *question)
{
    gint64 asked = (gint64)question->type << 1 | (question->part == LYH_COMPOUND_FIRST);
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(probes->ids, &asked));
    if (known)
        return (uint32_t)(known - 1);

    uint32_t probe = probes->lemmas->len;
    g_hash_table_insert(probes->ids, g_memdup2(&asked, sizeof asked),
                        GSIZE_TO_POINTER((size_t)probe + 1));
    for (size_t i = 0; i < question->lemma_type_count; i++)
        file_under_lemma(probes, probe, question->lemma_types[i]);
    GPtrArray *lemmas = lemmas_of(question);
    g_ptr_array_add(probes->lemmas, lemmas);
    shelve_all(probes, probe, question, lemmas);
    return probe;
}

const GArray *lyh_probes_of_lemma(const lyh_probes *probes, uint32_t type)
{
    return g_hash_table_lookup(probes->by_lemma, GUINT_TO_POINTER(type));
}

bool lyh_probes_has_lemma(const lyh_probes *probes, uint32_t probe, const char *lemma)
{
    const GPtrArray *lemmas = probes->lemmas->pdata[probe];
    return g_ptr_array_find_with_equal_func((GPtrArray *)(size_t)lemmas, lemma, g_str_equal,
                                            NULL);
}

const lyh_probe_key *lyh_probes_next(const lyh_probes *probes, lyh_compound_part part,
                                     const char *text, const lyh_probe_key *key)
{
    if (!text[0])
        return NULL;
    key = key ? key->next : g_hash_table_lookup(probes->shelves[part], shelf_of(text));
    while (key && strncmp(key->letters, text, key->size) != 0)
        key = key->next;
    return key;
}
