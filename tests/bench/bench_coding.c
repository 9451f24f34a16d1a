/*
 * The library's own pass of `code` over a corpus, a core: text in memory to hits, without the
 * program's start or any reading of files.
 * bench_coding [--states | --places] [--rounds N] CODEBOOK FILE…
 *
 * Three figures: turns (the reader), words (scan, intern, divide into sentences), hits (the
 * matcher, states and times of the hits included, but with --states no times and with --places
 * neither). The cold round meets every type for the first time; the others find all types decided,
 * and medians are shown. Seconds are the processor's.
 */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <lyhord/coding/matcher.h>
#include <lyhord/ingest/ingest.h>

#include "../../src/base/autoptr.h"
#include "../../src/codebook/autoptr.h"
#include "../../src/coding/autoptr.h"
#include "../../src/corpus/autoptr.h"
#include "../../src/language/autoptr.h"

enum { TURNS, WORDS, HITS, STAGES, WHOLE = STAGES, FIGURES, MOST_ROUNDS = 101 };

typedef struct corpus {
    char **names, **bytes;
    gsize *sizes;
    size_t count;
    double megabytes;
} corpus;

/* Of one round, by stage; the whole last. */
typedef struct round_time {
    double seconds[FIGURES];
} round_time;

typedef struct coder {
    lyh_vocabulary *vocabulary;
    lyh_tokens *tokens;
    lyh_matcher *matcher;
    lyh_diags *diags;
    size_t token_count, hit_count;
} coder;

/* Of this process, so that others on the machine do not count. */
static double processor_seconds(void)
{
    struct timespec used;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

/* The wall's: what the matcher itself is given by the program. */
static uint64_t nanoseconds(void)
{
    return (uint64_t)g_get_monotonic_time() * 1000;
}

static void code(coder *codes, const char *name, const lyh_bytes *text, round_time *times)
{
    const lyh_ingest_options options = { 0 };
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    double start = processor_seconds();
    g_autoptr(lyh_document) document = lyh_ingest_bytes(name, text, &options, codes->diags);
    g_assert(document);
    double turns = processor_seconds();
    lyh_tokens_read(codes->tokens, document, codes->vocabulary);
    double words = processor_seconds();
    bool is_fine =
        lyh_matcher_run(codes->matcher, document, codes->tokens, codings, codes->diags);
    g_assert(is_fine);
    double hits = processor_seconds();
    times->seconds[TURNS] += turns - start;
    times->seconds[WORDS] += words - turns;
    times->seconds[HITS] += hits - words;
    codes->token_count += lyh_tokens_count(codes->tokens);
    codes->hit_count += lyh_codings_count(codings);
}

static round_time run_round(coder *codes, const corpus *texts)
{
    round_time times = { 0 };
    codes->token_count = codes->hit_count = 0;
    for (size_t i = 0; i < texts->count; i++) {
        const lyh_bytes text = { texts->bytes[i], texts->sizes[i] };
        code(codes, texts->names[i], &text, &times);
    }
    for (size_t i = 0; i < STAGES; i++)
        times.seconds[WHOLE] += times.seconds[i];
    return times;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double median(const round_time *times, size_t rounds, size_t figure)
{
    double all[MOST_ROUNDS];
    for (size_t i = 0; i < rounds; i++)
        all[i] = times[i].seconds[figure];
    qsort(all, rounds, sizeof *all, ascending);
    return all[rounds / 2];
}

static void show(coder *codes, const corpus *texts, size_t rounds)
{
    static const char *const names[FIGURES] = { "turns", "words", "hits", "whole" };
    round_time times[MOST_ROUNDS];
    round_time cold = run_round(codes, texts);
    for (size_t i = 0; i < rounds; i++)
        times[i] = run_round(codes, texts);
    for (size_t i = 0; i < FIGURES; i++) {
        double warm = median(times, rounds, i);
        printf("%s: cold %.3f s, %.1f MB/s; warm %.3f s, %.1f MB/s, %.1f ns a token\n",
               names[i], cold.seconds[i], texts->megabytes / cold.seconds[i], warm,
               texts->megabytes / warm, warm * 1e9 / (double)codes->token_count);
    }
}

static bool load(corpus *texts, char **names, size_t count)
{
    texts->names = names;
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

static void unload(corpus *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        g_free(texts->bytes[i]);
    g_free(texts->bytes);
    g_free(texts->sizes);
}

static long peak_kilobytes(void)
{
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;
}

/* What the program makes of a codebook's file before the first text; the exit code. */
static int run(const char *path, const corpus *texts, size_t rounds, lyh_judging judging)
{
    lyh_error error = { 0 };
    const lyh_matcher_options options = { .all_roles = true,
                                          .judging = judging,
                                          .clock = nanoseconds };
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_csv *csv = lyh_csv_open(path, diags, &error);
    g_autoptr(lyh_codebook) codebook = csv ? lyh_codebook_read(csv, diags) : NULL;
    if (!codebook)
        return 65;
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_dictionary) dictionary = lyh_dictionary_new("/usr/share/hunspell/sv_SE");
    g_autoptr(lyh_lexicon) lexicon = lyh_lexicon_new(vocabulary, dictionary);
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    long before = peak_kilobytes();
    double start = processor_seconds();
    g_autoptr(lyh_matcher) matcher =
        lyh_matcher_new(codebook, vocabulary, lexicon, &options, diags);
    if (!matcher)
        return 65;
    printf("compiled: %.3f s\n", processor_seconds() - start);
    coder codes = { vocabulary, tokens, matcher, diags, 0, 0 };
    show(&codes, texts, rounds);
    printf("%.1f MB, %zu tokens, %u types, %zu hits, %ld KiB beside the text (%s)\n",
           texts->megabytes, codes.token_count, lyh_vocabulary_count(vocabulary),
           codes.hit_count, peak_kilobytes() - before, lyh_lexicon_source(lexicon));
    return 0;
}

int main(int argc, char **argv)
{
    size_t rounds = 5;
    int first = 1;
    lyh_judging judging = argc <= 1                          ? LYH_JUDGE_ALL
                          : strcmp(argv[1], "--places") == 0 ? LYH_JUDGE_NOTHING
                          : strcmp(argv[1], "--states") == 0 ? LYH_JUDGE_STATE
                                                             : LYH_JUDGE_ALL;
    first += judging != LYH_JUDGE_ALL;
    if (argc > first + 2 && strcmp(argv[first], "--rounds") == 0) {
        rounds = strtoul(argv[first + 1], NULL, 10);
        first += 2;
    }
    if (first + 1 >= argc || rounds == 0 || rounds > MOST_ROUNDS) {
        fprintf(stderr,
                "usage: bench_coding [--states | --places] [--rounds N] CODEBOOK FILE…\n");
        return 64;
    }
    corpus texts = { 0 };
    bool is_loaded = load(&texts, argv + first + 1, (size_t)(argc - first - 1));
    int exit = is_loaded ? run(argv[first], &texts, rounds, judging) : 66;
    unload(&texts);
    return exit;
}
