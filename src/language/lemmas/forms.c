#include "forms.h"

#include <string.h>

#include "../lists.h"

extern const unsigned char lyh_embedded_forms[];
extern const size_t lyh_embedded_forms_size;

/* Shorter tails end too many words by chance, vara in svara, ta in hoppfulla: they need a prefix. */
enum { SHORTEST_TAIL = 4, SHORTEST_BEHIND_PREFIX = 2, SHORTEST_FRONT = 2 };

/* What verbs are written together with (SAG 1999, volume 2: partikelverb, prefix). */
static const char *const prefixes[] = {
    "an",    "av",    "be",    "bi",      "bort", "del",   "efter", "emot",  "er",
    "fast",  "fort",  "fram",  "från",    "för",  "före",  "förut", "genom", "hem",
    "hän",   "iakt",  "ihop",  "in",      "inne", "kring", "med",   "miss",  "mot",
    "ned",   "ner",   "om",    "omkring", "på",   "sam",   "sär",   "till",  "um",
    "und",   "undan", "under", "upp",     "ut",   "van",   "vid",   "väl",   "å",
    "åstad", "åter",  "över",  "överens",
};

/* The list, read. */
typedef struct listed {
    GHashTable *lemmas; /* form → GPtrArray of lemmas */
    GHashTable *closed; /* forms of form words */
    GHashTable *tails;  /* form → lemma */
    GStringChunk *spellings;
} listed;

struct lyh_forms {
    listed *listed; /* NULL until somebody asks: most commands never do */
};

static void free_lemmas(gpointer lemmas)
{
    g_ptr_array_unref(lemmas);
}

static const char *spelled(listed *forms, lyh_span span)
{
    g_autofree char *text = g_strndup(span.text, span.size);
    return g_string_chunk_insert_const(forms->spellings, text);
}

static void add(listed *forms, const char *form, const char *lemma)
{
    GPtrArray *lemmas = g_hash_table_lookup(forms->lemmas, form);
    if (!lemmas) {
        lemmas = g_ptr_array_new();
        g_hash_table_insert(forms->lemmas, (gpointer)(size_t)form, lemmas);
    }
    if (!g_ptr_array_find(lemmas, lemma, NULL))
        g_ptr_array_add(lemmas, (gpointer)(size_t)lemma);
}

static void add_tail(listed *forms, const char *form, const char *lemma)
{
    if (strlen(form) >= SHORTEST_BEHIND_PREFIX &&
        !g_hash_table_contains(forms->tails, form))
        g_hash_table_insert(forms->tails, (gpointer)(size_t)form, (gpointer)(size_t)lemma);
}

/*
 * The passive: göra → göras, gör → görs, lägger → läggs, lades, gjorts. A strong past (band,
 * bad) makes none here: with -s it is most often a noun's genitive.
 */
static char *passive_of(const char *form)
{
    if (g_str_has_suffix(form, "s"))
        return NULL;
    if (g_str_has_suffix(form, "er"))
        return g_strdup_printf("%.*ss", (int)strlen(form) - 2, form);
    if (g_str_has_suffix(form, "ar") && strlen(form) > 4)
        return g_strdup_printf("%.*ss", (int)strlen(form) - 1, form);
    static const char *const endings[] = { "a",  "de", "te", "it", "ör",
                                           "är", "rt", "tt", "gt", "lt" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(form, endings[i]))
            return g_strconcat(form, "s", NULL);
    return NULL;
}

static void add_passive(listed *forms, const char *form, const char *lemma)
{
    g_autofree char *passive = passive_of(form);
    if (!passive || g_hash_table_contains(forms->lemmas, passive))
        return;
    const char *kept = g_string_chunk_insert_const(forms->spellings, passive);
    add(forms, kept, lemma);
    add_tail(forms, kept, lemma);
}

static void add_form(listed *forms, const char *form, const char *lemma, char mark)
{
    add(forms, form, lemma);
    if (mark == '=')
        g_hash_table_add(forms->closed, (gpointer)(size_t)form);
    if (mark == '*' || mark == '+')
        add_tail(forms, form, lemma);
}

static void add_line(listed *forms, lyh_span line, bool only_passive)
{
    char mark = line.text[0];
    lyh_span name = lyh_span_cut(&line, ':');
    if (strchr("*+=", mark)) {
        name.text++;
        name.size--;
    }
    const char *lemma = spelled(forms, name);
    if (!only_passive)
        add_form(forms, lemma, lemma, mark);
    else if (mark == '+')
        add_passive(forms, lemma, lemma);

    while (line.size > 0) {
        const char *form = spelled(forms, lyh_span_cut(&line, ' '));
        if (!only_passive)
            add_form(forms, form, lemma, mark);
        else if (mark == '+')
            add_passive(forms, form, lemma);
    }
}

static listed *read_list(void)
{
    listed *forms = g_new0(listed, 1);
    forms->lemmas = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_lemmas);
    forms->closed = g_hash_table_new(g_str_hash, g_str_equal);
    forms->tails = g_hash_table_new(g_str_hash, g_str_equal);
    forms->spellings = g_string_chunk_new(16 * 1024);

    /* Passives come last: what the list says itself is never overruled by one. */
    const char *bytes = (const char *)lyh_embedded_forms;
    for (int pass = 0; pass < 2; pass++) {
        lyh_list list = { bytes, bytes + lyh_embedded_forms_size };
        lyh_span line;
        while (lyh_list_next(&list, &line))
            add_line(forms, line, pass == 1);
    }
    return forms;
}

static void free_listed(listed *forms)
{
    g_hash_table_unref(forms->lemmas);
    g_hash_table_unref(forms->closed);
    g_hash_table_unref(forms->tails);
    g_string_chunk_free(forms->spellings);
    g_free(forms);
}

lyh_forms *lyh_forms_new(void)
{
    return g_new0(lyh_forms, 1);
}

void lyh_forms_free(lyh_forms *forms)
{
    if (forms && forms->listed)
        free_listed(forms->listed);
    g_free(forms);
}

static const listed *listed_of(lyh_forms *forms)
{
    if (!forms->listed)
        forms->listed = read_list();
    return forms->listed;
}

const GPtrArray *lyh_forms_lemmas(lyh_forms *forms, const char *word)
{
    return g_hash_table_lookup(listed_of(forms)->lemmas, word);
}

bool lyh_forms_is_closed(lyh_forms *forms, const char *word)
{
    return g_hash_table_contains(listed_of(forms)->closed, word);
}

bool lyh_forms_is_prefix(const char *word, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++)
        if (strlen(prefixes[i]) == size && memcmp(prefixes[i], word, size) == 0)
            return true;
    return false;
}

const char *lyh_forms_tail(lyh_forms *forms, const char *word, size_t *tail)
{
    size_t size = strlen(word);
    const char *at = word;
    GHashTable *tails = listed_of(forms)->tails;
    for (int i = 0; i < SHORTEST_FRONT && *at; i++)
        at = g_utf8_next_char(at);

    for (; size - (size_t)(at - word) >= SHORTEST_BEHIND_PREFIX;
         at = g_utf8_next_char(at)) {
        const char *lemma = g_hash_table_lookup(tails, at);
        if (lemma && (strlen(at) >= SHORTEST_TAIL ||
                      lyh_forms_is_prefix(word, (size_t)(at - word)))) {
            *tail = (size_t)(at - word);
            return lemma;
        }
    }
    return NULL;
}
