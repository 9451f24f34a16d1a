#include <stdlib.h>
#include <string.h>

#include <lyhord/ingest/duplicates.h>

#include "../../src/language/autoptr.h"
#include "reading.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_duplicates, lyh_duplicates_free)

/* Documents called A, B, C … and what is found in them: "B:2 = A:2 (14)", one a line. */
static char *found_in(const char *const *texts, size_t count)
{
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    g_autoptr(lyh_duplicates) duplicates = lyh_duplicates_new();
    for (size_t i = 0; i < count; i++) {
        char path[] = { (char)('A' + i), '.', 't', 'x', 't', '\0' };
        g_auto(reading) it = read_named(path, texts[i], strlen(texts[i]), NULL);
        lyh_tokens_read(tokens, it.document, vocabulary);
        lyh_duplicates_add(duplicates, it.document, tokens);
    }
    g_autoptr(GString) shown = g_string_new(NULL);
    for (size_t i = 0; i < lyh_duplicates_count(duplicates); i++) {
        const lyh_duplicate *duplicate = lyh_duplicates_at(duplicates, i);
        char *target = lyh_duplicate_target(duplicate);
        g_string_append_printf(shown, "%s%s (%zu)", i > 0 ? "\n" : "", target,
                               duplicate->words);
        free(target);
    }
    return g_string_free(g_steal_pointer(&shown), FALSE);
}

/* Seventeen words. */
#define LONG                                                                                 \
    "jag fick vänta i tre veckor innan någon ringde tillbaka och då hade pengarna redan " \
    "tagit slut"

static void assert_found(const char *first, const char *second, const char *expected)
{
    const char *const texts[] = { first, second };
    g_autofree char *found = found_in(texts, 2);
    g_assert_cmpstr(found, ==, expected);
}

static void the_later_of_two_documents_repeats_the_first(void)
{
    assert_found("I: Hur var det?\nR: Ja " LONG ".\n",
                 "I: Berätta?\nR: Alltså " LONG ", så.\n", "B:2 = A:2 (17)");
}

static void a_document_may_repeat_itself(void)
{
    assert_found("I: Hur?\nR: " LONG ".\nI: Mer?\nR: Som sagt, " LONG ".\n",
                 "I: Hej?\nR: Hej.\n", "A:4 = A:2 (17)");
}

static void case_and_punctuation_and_fillers_make_no_difference(void)
{
    assert_found("I: Hur?\nR: " LONG ".\n",
                 "I: Hur?\nR: JAG fick vänta, eh, i tre veckor (paus) innan någon ringde "
                 "tillbaka. Och då: hade pengarna redan tagit slut!\n",
                 "B:2 = A:2 (17)");
}

static void a_word_written_otherwise_does_not_end_a_repeat(void)
{
    assert_found(
        "I: Hur?\nR: " LONG ".\n",
        "I: Hur?\nR: Men jag fick vänta i tre veckor innan någon ringde tillbaka och då "
        "hade ju pengarna redan tagit slut, säger hen.\n",
        "B:2 = A:2 (17)");
}

static void formulas_are_no_repeats(void)
{
    assert_found(
        "I: Hur?\nR: Jag vet inte vad jag ska säga om det, kontoret är fint.\n",
        "I: Hur?\nR: Nja. Jag vet inte vad jag ska säga om det. De ringer aldrig.\n", "");
    assert_found("I: Hur?\nR: Ja, det tycker jag.\n", "I: Hur?\nR: Ja, det tycker jag.\n",
                 "");
    assert_found(
        "I: Hur?\nR: Nej nej nej nej nej nej nej nej nej nej nej nej nej nej nej nej nej "
        "nej nej nej nej nej nej nej nej nej nej nej nej nej nej nej.\n",
        "I: Hur?\nR: Nej nej nej nej nej nej nej nej nej nej nej nej nej nej nej.\n", "");
}

/* Twelve words that say nothing, seventeen that do, in both. */
static void what_is_said_after_a_formula_is_a_repeat(void)
{
#define NOTHING "nej nej nej nej nej nej nej nej nej nej nej nej "
    assert_found("I: Hur?\nR: " NOTHING LONG ".\n", "I: Hej?\nR: " NOTHING LONG ".\n",
                 "B:2 = A:2 (29)");
}

static void a_whole_turn_may_be_shorter(void)
{
    assert_found(
        "I: Hur?\nR: Handläggaren lyssnade aldrig när jag berättade om mina barn.\n",
        "I: Hur?\nR: Handläggaren lyssnade aldrig när jag berättade om mina barn!\n", "");
    assert_found(
        "I: Hur?\nR: Handläggaren lyssnade aldrig när jag berättade om mina fyra barn.\n",
        "I: Hur?\nR: Handläggaren lyssnade aldrig när jag berättade om mina fyra barn!\n",
        "B:2 = A:2 (10)");
}

static void interviewers_ask_the_same_again_and_again(void)
{
    assert_found("I: " LONG "?\nR: Ja.\n", "I: " LONG "?\nR: Nej.\n", "");
}

static void the_third_copy_repeats_the_first_too(void)
{
    const char *const texts[] = { "I: Hur?\nR: " LONG ".\n", "I: Hur?\nR: Ja " LONG ".\n",
                                  "I: Hur?\nR: Nej " LONG ".\n" };
    g_autofree char *found = found_in(texts, 3);
    g_assert_cmpstr(found, ==, "B:2 = A:2 (17)\nC:2 = A:2 (17)");
}

static void what_is_repeated_is_not_matched_nor_counted(void)
{
    static const char text[] = "I: Hur?\nR: " LONG ".\nI: Mer?\nR: Som sagt, " LONG ".\n";
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    g_autoptr(lyh_duplicates) duplicates = lyh_duplicates_new();
    g_auto(reading) it = read_text(text);
    lyh_tokens_read(tokens, it.document, vocabulary);
    g_assert_cmpuint(lyh_tokens_words_in_turn(tokens, 3), ==, 19);
    lyh_duplicates_add(duplicates, it.document, tokens);
    const lyh_duplicate *found = lyh_duplicates_at(duplicates, 0);
    lyh_document_add_repeat(it.document, (lyh_repeat){ found->start, found->end });
    lyh_tokens_read(tokens, it.document, vocabulary);
    g_assert_cmpuint(lyh_tokens_words_in_turn(tokens, 1), ==, 17);
    g_assert_cmpuint(lyh_tokens_words_in_turn(tokens, 3), ==, 2);
}

/* How many are found in the files of a folder, read one after the other. */
static size_t found_in_folder(const char *folder, bool is_plain)
{
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    g_autoptr(lyh_duplicates) duplicates = lyh_duplicates_new();
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_assert_nonnull(dir);
    for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
        const lyh_ingest_options options = { .is_plain = is_plain };
        lyh_error error;
        g_autoptr(lyh_document) document = lyh_ingest_read(path, &options, diags, &error);
        if (!document)
            continue;
        lyh_tokens_read(tokens, document, vocabulary);
        lyh_duplicates_add(duplicates, document, tokens);
    }
    return lyh_duplicates_count(duplicates);
}

static void nothing_is_found_where_nothing_is_said_twice(void)
{
    g_autofree char *sample = project_file("data-samples/brukarrevision/transcripts");
    g_assert_cmpuint(found_in_folder(sample, false), ==, 0);
    g_autofree char *dialogues = material("gold/dialogues");
    if (!dialogues)
        return;
    g_assert_cmpuint(found_in_folder(dialogues, false), ==, 0);
    g_assert_cmpuint(found_in_folder(dialogues, true), ==, 0);
}

/* 001 prints eight passages of twelve words or more twice, counted by another program. */
static void what_a_report_prints_twice_is_found(void)
{
    g_autofree char *path = material("seeds/001_670a8439bc029681.txt");
    if (!path)
        return;
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    g_autoptr(lyh_duplicates) duplicates = lyh_duplicates_new();
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    const lyh_ingest_options options = { .is_plain = true };
    lyh_error error;
    g_autoptr(lyh_document) document = lyh_ingest_read(path, &options, diags, &error);
    g_assert_nonnull(document);
    lyh_tokens_read(tokens, document, vocabulary);
    lyh_duplicates_add(duplicates, document, tokens);
    g_assert_cmpuint(lyh_duplicates_count(duplicates), ==, 8);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ingest/duplicates/documents",
                    the_later_of_two_documents_repeats_the_first);
    g_test_add_func("/ingest/duplicates/itself", a_document_may_repeat_itself);
    g_test_add_func("/ingest/duplicates/writing",
                    case_and_punctuation_and_fillers_make_no_difference);
    g_test_add_func("/ingest/duplicates/gaps",
                    a_word_written_otherwise_does_not_end_a_repeat);
    g_test_add_func("/ingest/duplicates/formulas", formulas_are_no_repeats);
    g_test_add_func("/ingest/duplicates/after formulas",
                    what_is_said_after_a_formula_is_a_repeat);
    g_test_add_func("/ingest/duplicates/whole turns", a_whole_turn_may_be_shorter);
    g_test_add_func("/ingest/duplicates/questions",
                    interviewers_ask_the_same_again_and_again);
    g_test_add_func("/ingest/duplicates/third", the_third_copy_repeats_the_first_too);
    g_test_add_func("/ingest/duplicates/counting",
                    what_is_repeated_is_not_matched_nor_counted);
    g_test_add_func("/ingest/duplicates/none",
                    nothing_is_found_where_nothing_is_said_twice);
    g_test_add_func("/ingest/duplicates/report", what_a_report_prints_twice_is_found);
    return g_test_run();
}
