/* A figure against the table of its question. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/stats/rounding.h>
#include <lyhord/survey/tables.h>

#include "claims.h"
#include "words.h"

/* What is further off than so many percentage points, in thousandths, is another figure. */
#define NEAR 5000

/* A figure of the table. */
typedef struct figure {
    size_t alternative, pooling, count, base;
} figure;

static const lyh_question *question_of(const lyh_survey *survey, const lyh_claim *claim)
{
    return lyh_questions_at(lyh_survey_questions(survey), claim->question);
}

static GArray *figures_of(const lyh_survey *survey, const lyh_claim *claim,
                          size_t threshold)
{
    GArray *figures = g_array_new(FALSE, FALSE, sizeof(figure));
    const lyh_question *question = question_of(survey, claim);
    size_t base = lyh_survey_base(survey, claim->question);
    for (size_t i = 0; base >= threshold && i < question->pooling_count; i++) {
        const figure pooled = { LYH_NONE, i,
                                lyh_survey_count_pooled(survey, claim->question,
                                                        question->poolings[i].holds),
                                base };
        g_array_append_val(figures, pooled);
    }
    for (size_t i = 0; base >= threshold && i < question->alternative_count; i++) {
        const figure alone = { i, LYH_NONE,
                               lyh_survey_count_alternative(survey, claim->question, i),
                               base };
        g_array_append_val(figures, alone);
    }
    return figures;
}

/* The claim is of so many persons of so many, and of no others. */
static int64_t distance_of_counts(const lyh_claim *claim, size_t count, size_t base)
{
    if (claim->number == (int64_t)count && claim->of == base)
        return 0;
    return 1 + llabs(lyh_ratio(claim->number, (int64_t)claim->of, 100, 3) -
                     lyh_ratio((int64_t)count, (int64_t)base, 100, 3));
}

static int64_t distance_of_words(const lyh_claim *claim, int64_t share)
{
    return share < claim->least  ? 1 + claim->least - share
           : share > claim->most ? 1 + share - claim->most
                                 : 0;
}

int64_t claim_distance(const lyh_claim *claim, size_t count, size_t base)
{
    int64_t share = lyh_ratio((int64_t)count, (int64_t)base, 100, 3);
    if (claim->of > 0)
        return distance_of_counts(claim, count, base);
    if (claim->is_words)
        return distance_of_words(claim, share);
    if (lyh_ratio((int64_t)count, (int64_t)base, 100, claim->decimals) == claim->number)
        return 0;
    int64_t said = claim->number * 1000;
    for (unsigned i = 0; i < claim->decimals; i++)
        said /= 10;
    return 1 + llabs(said - share);
}

/* Is what the figure counts named in the sentence: the alternative's own words, the pooling's? */
static bool is_named(const lyh_question *question, const figure *with, const char *sentence)
{
    const char *own = with->pooling == LYH_NONE
                          ? question->alternatives[with->alternative].text
                          : question->poolings[with->pooling].name;
    g_autofree char *words = words_fold(own, strlen(own));
    return claim_names(sentence, words, "");
}

/* The nearest figure; of equals one that the sentence names, then poolings, which come first. */
static const figure *nearest(const GArray *figures, const lyh_question *question,
                             const lyh_claim *claim, const char *sentence, int64_t *least)
{
    const figure *best = NULL;
    bool best_is_named = false;
    for (guint i = 0; i < figures->len; i++) {
        const figure *now = &g_array_index(figures, figure, i);
        int64_t off = claim_distance(claim, now->count, now->base);
        bool names = is_named(question, now, sentence);
        if (!best || off < *least || (off == *least && names && !best_is_named)) {
            best = now;
            best_is_named = names;
            *least = off;
        }
    }
    return best;
}

/* The pooling that holds the alternative, when the sentence does not name the alternative itself. */
static size_t whole_of(const lyh_question *question, size_t alternative,
                       const char *sentence)
{
    const char *text = question->alternatives[alternative].text;
    g_autofree char *words = words_fold(text, strlen(text));
    for (size_t i = 0; i < question->pooling_count; i++) {
        const lyh_pooling *pooling = &question->poolings[i];
        g_autofree char *name = words_fold(pooling->name, strlen(pooling->name));
        if (pooling->holds[alternative] && !claim_names(sentence, words, name))
            return i;
    }
    return LYH_NONE;
}

void claim_judge(const lyh_survey *survey, size_t threshold, const char *sentence,
                 lyh_claim *claim)
{
    const lyh_question *question = question_of(survey, claim);
    g_autoptr(GArray) figures = figures_of(survey, claim, threshold);
    int64_t off = 0;
    const figure *best = nearest(figures, question, claim, sentence, &off);
    claim->verdict = LYH_CLAIM_UNTIED;
    if (!best)
        return;
    claim->alternative = best->alternative;
    claim->pooling = best->pooling;
    claim->count = best->count;
    claim->base = best->base;
    if (off == 0 && best->alternative != LYH_NONE)
        claim->whole = whole_of(question, best->alternative, sentence);
    claim->verdict = off > NEAR + 1             ? LYH_CLAIM_STRANGE
                     : off > 0                  ? LYH_CLAIM_DIFFERS
                     : claim->whole != LYH_NONE ? LYH_CLAIM_PART
                                                : LYH_CLAIM_HOLDS;
}
