#include "proposing.h"

#include <math.h>

static gint by_type(gconstpointer one, gconstpointer two)
{
    const lyh_term *a = one, *b = two;
    return a->type < b->type ? -1 : a->type > b->type;
}

/* Two terms of one type become one; sorted. */
static void join_same(GArray *terms)
{
    g_array_sort(terms, by_type);
    guint kept = 0;
    for (guint i = 0; i < terms->len; i++) {
        lyh_term term = g_array_index(terms, lyh_term, i);
        lyh_term *last = kept > 0 ? &g_array_index(terms, lyh_term, kept - 1) : NULL;
        if (last && last->type == term.type)
            last->times += term.times;
        else
            g_array_index(terms, lyh_term, kept++) = term;
    }
    g_array_set_size(terms, kept);
}

GArray *terms_of(const lyh_tokens *tokens, size_t first, size_t end, lyh_lexicon *lexicon,
                 size_t *words)
{
    GArray *terms = g_array_new(FALSE, FALSE, sizeof(lyh_term));
    *words = 0;
    for (size_t i = first; i < end; i++) {
        const lyh_token *token = &lyh_tokens_all(tokens)[i];
        if (!(token->flags & LYH_TOKEN_WORD) ||
            (token->flags & (LYH_TOKEN_FILLER | LYH_TOKEN_ASIDE)))
            continue;
        size_t lemmas;
        const lyh_term term = { lyh_lexicon_lemmas(lexicon, token->type, &lemmas)[0], 1 };
        g_array_append_val(terms, term);
        ++*words;
    }
    join_same(terms);
    return terms;
}

/* Everything that a statement's weight in a word rests on. */
typedef struct weighing {
    GHashTable *places; /* type + 1 -> place in the arrays below, + 1 */
    GArray *statements; /* size_t: statements that have the word */
    double *middle;     /* of the code that is looked at; all 0 between codes */
    size_t count;       /* statements in all */
} weighing;

static guint place_of(const weighing *all, guint32 type)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(all->places, GUINT_TO_POINTER(type + 1))) -
           1;
}

static void count_words(weighing *all, const lyh_offer *offers)
{
    for (size_t i = 0; i < all->count; i++)
        for (guint k = 0; k < offers[i].terms->len; k++) {
            guint32 type = g_array_index(offers[i].terms, lyh_term, k).type;
            gpointer key = GUINT_TO_POINTER(type + 1);
            if (!g_hash_table_contains(all->places, key)) {
                const size_t none = 0;
                g_array_append_val(all->statements, none);
                g_hash_table_insert(all->places, key,
                                    GUINT_TO_POINTER(all->statements->len));
            }
            g_array_index(all->statements, size_t, place_of(all, type))++;
        }
}

/* What every statement has says nothing of any. */
static double weight_of(const weighing *all, const lyh_term *term)
{
    size_t having = g_array_index(all->statements, size_t, place_of(all, term->type));
    return term->times * log((double)(all->count + 1) / (double)having);
}

static double length_of(const weighing *all, const GArray *terms)
{
    double sum = 0;
    for (guint k = 0; k < terms->len; k++) {
        double weight = weight_of(all, &g_array_index(terms, lyh_term, k));
        sum += weight * weight;
    }
    return sqrt(sum);
}

/* Add @times the statement's direction to the middle. */
static void add_to_middle(const weighing *all, const GArray *terms, double times)
{
    double length = length_of(all, terms);
    for (guint k = 0; length > 0 && k < terms->len; k++) {
        const lyh_term *term = &g_array_index(terms, lyh_term, k);
        all->middle[place_of(all, term->type)] += times * weight_of(all, term) / length;
    }
}

static double along_middle(const weighing *all, const GArray *terms)
{
    double length = length_of(all, terms), sum = 0;
    for (guint k = 0; length > 0 && k < terms->len; k++) {
        const lyh_term *term = &g_array_index(terms, lyh_term, k);
        sum += weight_of(all, term) / length * all->middle[place_of(all, term->type)];
    }
    return sum;
}

/* Statements of one code: what lies along the middle of @count of them is its length times the cosine. */
static void weigh_code(const weighing *all, lyh_offer *offers, size_t count)
{
    double square = 0;
    for (size_t i = 0; i < count; i++)
        add_to_middle(all, offers[i].terms, 1);
    for (size_t i = 0; i < count; i++)
        square += along_middle(all, offers[i].terms);
    for (size_t i = 0; i < count && square > 0; i++)
        offers[i].likeness =
            (size_t)lround(1000 * along_middle(all, offers[i].terms) / sqrt(square));
    for (size_t i = 0; i < count; i++)
        for (guint k = 0; k < offers[i].terms->len; k++)
            all->middle[place_of(all, g_array_index(offers[i].terms, lyh_term, k).type)] =
                0;
}

void offers_weigh(lyh_offer *offers, size_t count)
{
    weighing all = { g_hash_table_new(NULL, NULL),
                     g_array_new(FALSE, FALSE, sizeof(size_t)), NULL, count };
    count_words(&all, offers);
    all.middle = g_new0(double, all.statements->len + 1);
    for (size_t from = 0, end; from < count; from = end) {
        for (end = from; end < count && offers[end].code == offers[from].code;)
            end++;
        weigh_code(&all, offers + from, end - from);
    }
    g_hash_table_unref(all.places);
    g_array_unref(all.statements);
    g_free(all.middle);
}
