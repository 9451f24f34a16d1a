#include "lookalikes.h"

#include <glib.h>
#include <string.h>

#include "../lists.h"

extern const unsigned char lyh_embedded_lookalikes[];
extern const size_t lyh_embedded_lookalikes_size;
extern const unsigned char lyh_embedded_particles[];
extern const size_t lyh_embedded_particles_size;

/* What may follow one front: tails by their beginnings. */
typedef struct tails {
    GPtrArray *seeming;  /* char *: no joint before these */
    GPtrArray *anywhere; /* the same, whatever stands before the front */
    GPtrArray *named;    /* the front is meant, though these are no heads */
    GPtrArray *exempt;   /* of a particle: a joint before these after all */
    bool is_particle;
} tails;

struct lyh_lookalikes {
    GHashTable *fronts;     /* front → tails */
    GHashTable *endings;    /* set */
    GHashTable *beginnings; /* set */
    GHashTable *ends;       /* set */
    GHashTable *chances;    /* set */
    GHashTable *words;      /* set: of what is spelled as a particle and one letter more */
    GPtrArray *harmless;    /* char *: beginnings of words that deny nothing */
};

static void free_tails(gpointer data)
{
    tails *kept = data;
    g_ptr_array_unref(kept->seeming);
    g_ptr_array_unref(kept->anywhere);
    g_ptr_array_unref(kept->named);
    g_ptr_array_unref(kept->exempt);
    g_free(kept);
}

static char *text_of(lyh_span span)
{
    return g_strndup(span.text, span.size);
}

static tails *tails_of(lyh_lookalikes *lookalikes, lyh_span front)
{
    g_autofree char *key = text_of(front);
    tails *kept = g_hash_table_lookup(lookalikes->fronts, key);
    if (!kept) {
        kept = g_new0(tails, 1);
        kept->seeming = g_ptr_array_new_with_free_func(g_free);
        kept->anywhere = g_ptr_array_new_with_free_func(g_free);
        kept->named = g_ptr_array_new_with_free_func(g_free);
        kept->exempt = g_ptr_array_new_with_free_func(g_free);
        g_hash_table_insert(lookalikes->fronts, g_steal_pointer(&key), kept);
    }
    return kept;
}

static void add_words(GHashTable *set, lyh_span words)
{
    while (words.size > 0)
        g_hash_table_add(set, text_of(lyh_span_cut(&words, ' ')));
}

/* front|tail tail … */
static void add_pairs(lyh_lookalikes *lookalikes, lyh_span front, lyh_span words)
{
    bool anywhere = front.text[0] == '*', is_named = front.text[0] == '>';
    if (anywhere || is_named)
        lyh_span_cut(&front, front.text[0]);
    tails *kept = tails_of(lookalikes, front);
    while (words.size > 0) {
        lyh_span tail = lyh_span_cut(&words, ' ');
        g_ptr_array_add(anywhere ? kept->anywhere : kept->seeming, text_of(tail));
        if (is_named)
            g_ptr_array_add(kept->named, text_of(tail));
    }
}

static void add_lookalike(lyh_lookalikes *lookalikes, lyh_span line)
{
    if (line.text[0] == '~') {
        lyh_span_cut(&line, '~');
        while (line.size > 0)
            g_ptr_array_add(lookalikes->harmless, text_of(lyh_span_cut(&line, ' ')));
        return;
    }
    if (line.text[0] == '=') {
        lyh_span_cut(&line, '=');
        add_words(lookalikes->ends, line);
        return;
    }
    if (line.text[0] == '?') {
        lyh_span_cut(&line, '?');
        add_words(lookalikes->chances, line);
        return;
    }
    if (line.text[0] == '+') {
        lyh_span_cut(&line, '+');
        add_words(lookalikes->words, line);
        return;
    }
    lyh_span front = lyh_span_cut(&line, '|');
    if (front.size == 0)
        add_words(lookalikes->endings, line);
    else if (line.size == 0)
        add_words(lookalikes->beginnings, front);
    else
        add_pairs(lookalikes, front, line);
}

/* particle: tails that it makes compounds with */
static void add_particle(lyh_lookalikes *lookalikes, lyh_span line)
{
    tails *kept = tails_of(lookalikes, lyh_span_cut(&line, ':'));
    kept->is_particle = true;
    while (line.size > 0)
        g_ptr_array_add(kept->exempt, text_of(lyh_span_cut(&line, ' ')));
}

lyh_lookalikes *lyh_lookalikes_new(void)
{
    lyh_lookalikes *new = g_new0(lyh_lookalikes, 1);
    new->fronts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_tails);
    new->endings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    new->beginnings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    new->ends = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    new->chances = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    new->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    new->harmless = g_ptr_array_new_with_free_func(g_free);

    const char *words = (const char *)lyh_embedded_lookalikes;
    const char *particles = (const char *)lyh_embedded_particles;
    lyh_list list = { words, words + lyh_embedded_lookalikes_size };
    lyh_span line;
    while (lyh_list_next(&list, &line))
        add_lookalike(new, line);
    list = (lyh_list){ particles, particles + lyh_embedded_particles_size };
    while (lyh_list_next(&list, &line))
        add_particle(new, line);
    return new;
}

void lyh_lookalikes_free(lyh_lookalikes *lookalikes)
{
    if (!lookalikes)
        return;
    g_hash_table_unref(lookalikes->fronts);
    g_hash_table_unref(lookalikes->endings);
    g_hash_table_unref(lookalikes->beginnings);
    g_hash_table_unref(lookalikes->ends);
    g_hash_table_unref(lookalikes->chances);
    g_hash_table_unref(lookalikes->words);
    g_ptr_array_unref(lookalikes->harmless);
    g_free(lookalikes);
}

/* A beginning with a dot behind it is a whole word. */
static bool begins_as(const char *word, const char *beginning)
{
    size_t size = strlen(beginning);
    if (beginning[size - 1] == '.')
        return strlen(word) == size - 1 && strncmp(word, beginning, size - 1) == 0;
    return strncmp(word, beginning, size) == 0;
}

static bool begins_as_one_of(const char *word, const GPtrArray *beginnings)
{
    for (guint i = 0; i < beginnings->len; i++)
        if (begins_as(word, beginnings->pdata[i]))
            return true;
    return false;
}

/*
 * An s behind a particle is never a link, but the next word's own: avs|lag, tills|tånd; nor is
 * a t: eftert|ryck, mott|ryck. But for the words that are listed: kort|spel, res|kostnad.
 */
static bool is_particle_and_more(const lyh_lookalikes *lookalikes, const char *front)
{
    size_t size = strlen(front);
    if (size < 2 || !strchr("st", front[size - 1]) ||
        g_hash_table_contains(lookalikes->words, front))
        return false;
    g_autofree char *particle = g_strndup(front, size - 1);
    const tails *kept = g_hash_table_lookup(lookalikes->fronts, particle);
    return kept && kept->is_particle &&
           (front[size - 1] == 's' || g_utf8_strlen(particle, -1) > 2);
}

static lyh_seeming seeming_after(const tails *kept, const char *tail)
{
    if (!kept)
        return LYH_SEEMING_NONE;
    if (begins_as_one_of(tail, kept->anywhere))
        return LYH_SEEMING_ANYWHERE;
    if (begins_as_one_of(tail, kept->seeming))
        return LYH_SEEMING_FROM_HERE;
    return kept->is_particle && !begins_as_one_of(tail, kept->exempt)
               ? LYH_SEEMING_FROM_HERE
               : LYH_SEEMING_NONE;
}

lyh_seeming lyh_lookalikes_between(const lyh_lookalikes *lookalikes, const char *front,
                                   size_t size, const char *tail)
{
    g_autofree char *key = g_strndup(front, size);
    lyh_seeming seeming = seeming_after(g_hash_table_lookup(lookalikes->fronts, key), tail);
    if (seeming == LYH_SEEMING_NONE && is_particle_and_more(lookalikes, key))
        return LYH_SEEMING_FROM_START;
    return seeming;
}

bool lyh_lookalikes_names_first(const lyh_lookalikes *lookalikes, const char *front,
                                size_t size, const char *tail)
{
    g_autofree char *key = g_strndup(front, size);
    const tails *kept = g_hash_table_lookup(lookalikes->fronts, key);
    return kept && begins_as_one_of(tail, kept->named);
}

bool lyh_lookalikes_is_particle(const lyh_lookalikes *lookalikes, const char *front)
{
    const tails *kept = g_hash_table_lookup(lookalikes->fronts, front);
    return kept && kept->is_particle;
}

bool lyh_lookalikes_is_ending(const lyh_lookalikes *lookalikes, const char *tail)
{
    return g_hash_table_contains(lookalikes->endings, tail);
}

bool lyh_lookalikes_may_begin(const lyh_lookalikes *lookalikes, const char *front)
{
    return g_hash_table_contains(lookalikes->beginnings, front);
}

bool lyh_lookalikes_may_end(const lyh_lookalikes *lookalikes, const char *tail)
{
    return g_hash_table_contains(lookalikes->ends, tail);
}

bool lyh_lookalikes_is_chance(const lyh_lookalikes *lookalikes, const char *tail)
{
    return g_hash_table_contains(lookalikes->chances, tail);
}

bool lyh_lookalikes_deny_nothing(const lyh_lookalikes *lookalikes, const char *word)
{
    return begins_as_one_of(word, lookalikes->harmless);
}
