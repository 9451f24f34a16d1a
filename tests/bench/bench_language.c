/*
 * The library's own pass over a corpus, a core: bench_language [--rounds N] FILE…
 *
 *   words    scan, intern, divide into sentences
 *   lemmas   the same, and the lemma of each word that is one
 *
 * The cold round meets every type for the first time; the others find all types known, and the
 * median is shown. Seconds are the processor's. Files are read one after the other into one list of tokens, as a study does.
 */
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <lyhord/language/lexicon.h>
#include <lyhord/language/tokens.h>

enum { MOST_ROUNDS = 101 };

typedef struct corpus {
    char **bytes;
    gsize *sizes;
    size_t count;
    double megabytes;
} corpus;

typedef struct reader {
    lyh_vocabulary *vocabulary;
    lyh_dictionary *dictionary;
    lyh_lexicon *lexicon;
    lyh_tokens *tokens;
    size_t token_count, sentence_count;
    size_t sum; /* of what was looked up, so that nothing is left out */
} reader;

static void look_up(reader *reads)
{
    const lyh_token *all = lyh_tokens_all(reads->tokens);
    size_t count = lyh_tokens_count(reads->tokens);
    for (size_t i = 0; i < count; i++) {
        size_t lemmas;
        if (all[i].flags & LYH_TOKEN_WORD)
            reads->sum += *lyh_lexicon_lemmas(reads->lexicon, all[i].type, &lemmas);
    }
}

/* Of this process, so that others on the machine do not count. */
static double processor_seconds(void)
{
    struct timespec used;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

static double seconds_of(reader *reads, const corpus *texts, bool with_lemmas)
{
    double start = processor_seconds();
    reads->token_count = reads->sentence_count = 0;
    for (size_t i = 0; i < texts->count; i++) {
        lyh_tokens_read_text(reads->tokens, texts->bytes[i], texts->sizes[i],
                             reads->vocabulary);
        reads->token_count += lyh_tokens_count(reads->tokens);
        reads->sentence_count += lyh_tokens_sentence_count(reads->tokens);
        if (with_lemmas)
            look_up(reads);
    }
    return processor_seconds() - start;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void show(reader *reads, const corpus *texts, bool with_lemmas, size_t rounds)
{
    double times[MOST_ROUNDS];
    double cold = seconds_of(reads, texts, with_lemmas);
    for (size_t i = 0; i < rounds; i++)
        times[i] = seconds_of(reads, texts, with_lemmas);
    qsort(times, rounds, sizeof *times, ascending);
    double median = times[rounds / 2];
    printf(
        "%s: cold %.4f s, warm %.4f s (min %.4f, max %.4f), %.1f MB/s, %.1f ns a token\n",
        with_lemmas ? "lemmas" : "words", cold, median, times[0], times[rounds - 1],
        texts->megabytes / median, median * 1e9 / (double)reads->token_count);
}

static bool load(corpus *texts, char **names, size_t count)
{
    texts->bytes = g_new0(char *, count);
    texts->sizes = g_new0(gsize, count);
    for (texts->count = 0; texts->count < count; texts->count++) {
        size_t i = texts->count;
        if (!g_file_get_contents(names[i], &texts->bytes[i], &texts->sizes[i], NULL))
            return false;
        texts->megabytes += (double)texts->sizes[i] / 1e6;
    }
    return true;
}

static long peak_kilobytes(void)
{
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;
}

int main(int argc, char **argv)
{
    size_t rounds = 5;
    int first = 1;
    if (argc > 3 && strcmp(argv[1], "--rounds") == 0) {
        rounds = strtoul(argv[2], NULL, 10);
        first = 3;
    }
    corpus texts = { 0 };
    if (first >= argc || rounds == 0 || rounds > MOST_ROUNDS) {
        fprintf(stderr, "usage: bench_language [--rounds N] FILE…\n");
        return 64;
    }
    if (!load(&texts, argv + first, (size_t)(argc - first)))
        return 66;

    reader reads = { .vocabulary = lyh_vocabulary_new(), .tokens = lyh_tokens_new() };
    reads.dictionary = lyh_dictionary_new("/usr/share/hunspell/sv_SE");
    reads.lexicon = lyh_lexicon_new(reads.vocabulary, reads.dictionary);
    long before = peak_kilobytes();
    show(&reads, &texts, false, rounds);
    show(&reads, &texts, true, rounds);
    printf("%.1f MB, %zu tokens, %u types, %zu sentences, %ld KiB beside the text, sum %zu "
           "(%s)\n",
           texts.megabytes, reads.token_count, lyh_vocabulary_count(reads.vocabulary),
           reads.sentence_count, peak_kilobytes() - before, reads.sum,
           lyh_lexicon_source(reads.lexicon));

    lyh_tokens_free(reads.tokens);
    lyh_lexicon_free(reads.lexicon);
    lyh_dictionary_free(reads.dictionary);
    lyh_vocabulary_free(reads.vocabulary);
    for (size_t i = 0; i < texts.count; i++)
        g_free(texts.bytes[i]);
    g_free(texts.bytes);
    g_free(texts.sizes);
    return 0;
}
