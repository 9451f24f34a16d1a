/*
 * MB/s of words and sentences (scan, intern, divide) over files, with a warm vocabulary:
 * bench_language FILE… The best of five rounds is what the machine can do; the median is shown too.
 */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

#include <lyhord/language/lexicon.h>
#include <lyhord/language/tokens.h>

enum { ROUNDS = 5 };

typedef struct text {
    char *bytes;
    gsize size;
} text;

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double seconds(void)
{
    return (double)g_get_monotonic_time() / 1e6;
}

static double read_all(const text *texts, size_t count, lyh_vocabulary *vocabulary,
                       size_t *tokens)
{
    lyh_tokens *list = lyh_tokens_new();
    double start = seconds();
    *tokens = 0;
    for (size_t i = 0; i < count; i++) {
        lyh_tokens_read_text(list, texts[i].bytes, texts[i].size, vocabulary);
        *tokens += lyh_tokens_count(list);
    }
    double time = seconds() - start;
    lyh_tokens_free(list);
    return time;
}

static void show_lemmas(lyh_vocabulary *vocabulary, const char *path)
{
    lyh_dictionary *dictionary = lyh_dictionary_new(path);
    lyh_lexicon *lexicon = lyh_lexicon_new(vocabulary, dictionary);
    uint32_t types = lyh_vocabulary_count(vocabulary);
    double start = seconds();
    for (uint32_t i = 0; i < types; i++) {
        size_t count;
        lyh_lexicon_lemmas(lexicon, i, &count);
    }
    double time = seconds() - start;
    printf("lemmas: %u types in %.2f s, %.1f microseconds a type (%s)\n", types, time,
           time * 1e6 / types, lyh_lexicon_source(lexicon));
    lyh_lexicon_free(lexicon);
    lyh_dictionary_free(dictionary);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: bench_language FILE…\n");
        return 64;
    }
    size_t count = (size_t)argc - 1;
    text *texts = g_new0(text, count);
    double bytes = 0;
    for (size_t i = 0; i < count; i++) {
        if (!g_file_get_contents(argv[i + 1], &texts[i].bytes, &texts[i].size, NULL))
            return 66;
        bytes += (double)texts[i].size;
    }

    lyh_vocabulary *vocabulary = lyh_vocabulary_new();
    size_t tokens;
    double cold = read_all(texts, count, vocabulary, &tokens);
    double times[ROUNDS];
    for (int i = 0; i < ROUNDS; i++)
        times[i] = read_all(texts, count, vocabulary, &tokens);
    qsort(times, ROUNDS, sizeof *times, by_size);

    printf("%.1f MB, %zu tokens, %u types\n", bytes / 1e6, tokens,
           lyh_vocabulary_count(vocabulary));
    printf("cold %.0f MB/s; warm best %.0f, median %.0f MB/s; %.1f ns a token\n",
           bytes / 1e6 / cold, bytes / 1e6 / times[0], bytes / 1e6 / times[ROUNDS / 2],
           times[ROUNDS / 2] * 1e9 / (double)tokens);
    show_lemmas(vocabulary, "/usr/share/hunspell/sv_SE");
    lyh_vocabulary_free(vocabulary);
    return 0;
}
