/* What is suggested, for somebody who reads it: sentence by sentence, below each code. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "suggest.h"

/* From here on a score is called so; all that is suggested is above chance. */
#define MUCH_ALIKE 0.75
#define ALIKE 0.5

static void show(lyh_output *output, const char *text)
{
    char *shown = lyh_text_shown(text, strlen(text), true);
    lyh_output_text(output, shown);
    free(shown);
}

static void show_code(const suggest_work *work, lyh_output *output, size_t code,
                      const char *told)
{
    show(output, lyh_codebook_code(work->codebook, code)->name);
    lyh_output_printf(output, ": %s\n", told);
}

static const char *score_told(const lyh_catalog *catalog, double score)
{
    if (score >= MUCH_ALIKE)
        return lyh_trc(catalog, "score", "much alike");
    return score >= ALIKE ? lyh_trc(catalog, "score", "alike")
                          : lyh_trc(catalog, "score", "somewhat alike");
}

/* ---- sentences ---- */

static void show_sentence(const suggest_work *work, lyh_output *output, size_t rank,
                          const lyh_suggestion *found)
{
    const lyh_catalog *catalog = work->cli->catalog;
    g_autofree char *words = suggest_words_told(work, found);
    g_autofree char *score = suggest_decimal_told(work, "%.2f", found->score);
    g_autofree char *turn = g_strdup_printf(lyh_tr(catalog, "turn %zu"), found->turn + 1);
    lyh_output_printf(output, "%3zu. ", rank);
    show(output, found->name);
    lyh_output_printf(output, ", %s, %zu-%zu: %s, %s\n     ", turn, found->first_character,
                      found->end_character, score_told(catalog, found->score), score);
    show(output, found->quote);
    lyh_output_printf(output, "\n     %s ", lyh_tr(catalog, "words that weigh:"));
    show(output, words);
    lyh_output_text(output, "\n");
}

bool suggest_list_sentences(const suggest_work *work)
{
    lyh_output *output = cli_output(work->cli);
    size_t listed = 0;
    for (size_t code = 0; output && code < lyh_codebook_count(work->codebook); code++) {
        size_t count;
        const lyh_suggestion *found =
            lyh_learning_suggestions(work->learning, code, &count);
        if (!suggest_asks_for(work, code) || count == 0)
            continue;
        g_autofree char *told =
            g_strdup_printf(lyh_trn(work->cli->catalog, "%zu sentence to read",
                                    "%zu sentences to read", count),
                            count);
        lyh_output_text(output, listed++ > 0 ? "\n" : "");
        show_code(work, output, code, told);
        for (size_t i = 0; i < count; i++)
            show_sentence(work, output, i + 1, &found[i]);
    }
    return output && lyh_output_close(output, &work->cli->error);
}

/* ---- the model ---- */

static void show_word(const suggest_work *work, lyh_output *output,
                      const lyh_learned_word *word)
{
    g_autofree char *told =
        g_strdup_printf(lyh_tr(work->cli->catalog, "persons %zu, sentences with the code "
                                                   "%zu, without it %zu"),
                        word->persons, word->positive, word->negative);
    g_autofree char *weight = suggest_decimal_told(work, "%+.2f", word->weight);
    lyh_output_printf(output, "  %s  ", weight);
    show(output, word->word);
    lyh_output_printf(output, " (%s)\n", told);
}

bool suggest_list_words(const suggest_work *work)
{
    lyh_output *output = cli_output(work->cli);
    size_t listed = 0;
    for (size_t code = 0; output && code < lyh_codebook_count(work->codebook); code++) {
        size_t count;
        if (!suggest_asks_for(work, code))
            continue;
        g_autofree lyh_learned_word *words =
            lyh_learning_words(work->learning, code, work->limit, &count);
        if (count == 0)
            continue;
        lyh_output_text(output, listed++ > 0 ? "\n" : "");
        show_code(work, output, code,
                  lyh_tr(work->cli->catalog, "words for (+) and against (-)"));
        for (size_t i = 0; i < count; i++)
            show_word(work, output, &words[i]);
    }
    return output && lyh_output_close(output, &work->cli->error);
}
