#include <lyhord/tally/partial.h>

#include "counted.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_partial, lyh_partial_free)

static const char *const by_town[] = { "stad" };

/* A study without anybody declared, whose persons come with their answers. */
static counted_study nobody(void)
{
    return study_new("id;stad\nR1;A\n", (lyh_tally_options){ .with_suggested = true });
}

static lyh_partial *nothing_counted(const counted_study *study)
{
    const lyh_tally_options options = { .with_suggested = true };
    return lyh_partial_new(study->book, &options, by_town, 1);
}

static size_t person(lyh_partial *partial, const char *id, const char *town, size_t row)
{
    const lyh_partial_person who = {
        .id = id, .id_size = id ? strlen(id) : 0, .values = &town, .row = row
    };
    return lyh_partial_take(partial, &who);
}

/* @id of @town says @talk, "B: …", coded as @code and @polarity from its first letter on. */
static void answer(counted_study *study, lyh_partial *partial, const char *id,
                   const char *town, size_t row, const char *talk, size_t code,
                   lyh_polarity polarity)
{
    size_t persons[] = { person(partial, id, town, row) };
    g_assert_cmpuint(persons[0], !=, LYH_NONE);
    lyh_document *document = talk_with(0, talk);
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    lyh_tokens_read(study->tokens, document, study->vocabulary);
    if (code != LYH_NONE)
        lyh_codings_add(
            codings,
            (lyh_coding){
                .turn = 0, .start = 3, .end = 4, .code = code, .polarity = polarity });
    lyh_partial_add(partial, document, study->tokens, codings, persons, 1);
    lyh_partial_add_answers(partial, 1);
    lyh_document_free(document);
}

static void assert_row(const lyh_tally *tally, size_t code, size_t any, size_t plus,
                       size_t minus)
{
    g_assert_cmpuint(lyh_tally_persons(tally, code, LYH_MEASURE_ANY), ==, any);
    g_assert_cmpuint(lyh_tally_persons(tally, code, LYH_MEASURE_PLUS), ==, plus);
    g_assert_cmpuint(lyh_tally_persons(tally, code, LYH_MEASURE_MINUS), ==, minus);
}

static void a_person_counts_once_however_far_apart_the_answers_lie(void)
{
    g_auto(counted_study) study = nobody();
    g_autoptr(lyh_partial) partial = nothing_counted(&study);
    answer(&study, partial, "p1", "A", 0, "B: Bra.\n", EKONOMI, LYH_PLUS);
    for (size_t i = 0; i < 5000; i++) {
        g_autofree char *id = g_strdup_printf("q%zu", i);
        answer(&study, partial, id, "B", i + 1, "B: Nej då.\n", LYH_NONE, LYH_PLUS);
    }
    answer(&study, partial, "p1", "A", 5001, "B: Illa.\n", HJALP, LYH_MINUS);
    answer(&study, partial, NULL, "A", 5002, "B: Bra.\n", EKONOMI, LYH_PLUS);
    answer(&study, partial, NULL, "A", 5003, "B: Bra.\n", EKONOMI, LYH_PLUS);
    const lyh_tally *tally = lyh_partial_tally(partial, study.diags);
    g_assert_cmpuint(lyh_tally_base(tally), ==, 5003);
    assert_row(tally, EKONOMI, 3, 3, 0);
    assert_row(tally, STOD, 3, 3, 1);
    assert_row(tally, HJALP, 1, 0, 1);
    g_assert_cmpuint(lyh_partial_answers(partial), ==, 5004);
}

static void the_same_id_with_another_value_is_nobody(void)
{
    g_auto(counted_study) study = nobody();
    g_autoptr(lyh_partial) partial = nothing_counted(&study);
    size_t first = person(partial, "p1", "A", 0), second = person(partial, "p2", "A", 1);
    g_assert_cmpuint(first, !=, second);
    g_assert_cmpuint(person(partial, "p1", "A", 2), ==, first);
    g_assert_cmpuint(person(partial, "p2", "A", 2), ==, second);
    g_assert_cmpuint(person(partial, "p1", "B", 3), ==, LYH_NONE);
}

static void ids_of_any_length_are_as_many_persons(void)
{
    g_auto(counted_study) study = nobody();
    g_autoptr(lyh_partial) partial = nothing_counted(&study);
    g_autoptr(GString) id = g_string_new(NULL);
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (size_t round = 0; round < 2; round++) {
        g_string_truncate(id, 0);
        for (size_t i = 0; i < 100; i++) {
            size_t nobody = person(partial, NULL, "A", i);
            g_string_append_c(id, 'a');
            lyh_partial_expect(partial, id->str, id->len);
            size_t number = person(partial, id->str, "A", i);
            g_assert_cmpint(g_hash_table_add(numbers, GSIZE_TO_POINTER(number)), ==,
                            round == 0);
            g_assert_true(g_hash_table_add(numbers, GSIZE_TO_POINTER(nobody)));
        }
    }
    g_assert_cmpuint(g_hash_table_size(numbers), ==, 300);
}

/* An answer such as ":)" has a hit and no word: who gives no other is not in the base, and not counted. */
static void who_never_says_a_word_is_not_counted(void)
{
    g_auto(counted_study) study = nobody();
    g_autoptr(lyh_partial) partial = nothing_counted(&study);
    answer(&study, partial, "p1", "A", 0, "B: :)\n", BEMOTANDE, LYH_PLUS);
    answer(&study, partial, "p2", "A", 1, "B: :)\n", BEMOTANDE, LYH_PLUS);
    answer(&study, partial, "p2", "A", 2, "B: Ja.\n", LYH_NONE, LYH_PLUS);
    const lyh_tally *tally = lyh_partial_tally(partial, study.diags);
    g_assert_cmpuint(lyh_tally_base(tally), ==, 1);
    assert_row(tally, BEMOTANDE, 1, 1, 0);
}

static const lyh_partial_input input = { "a.csv", "00ff", 12 };

static lyh_partial_origin origin_of(size_t shard)
{
    return (lyh_partial_origin){ .tool = "1",
                                 .codebook = "c",
                                 .dictionary = "d",
                                 .respondents = "",
                                 .inputs = &input,
                                 .input_count = 1,
                                 .shard = shard,
                                 .shards = 2 };
}

static char *written(lyh_partial *partial, lyh_partial_origin origin)
{
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_partial_write(partial, &origin, output));
    return lyh_output_take(output, &size);
}

static lyh_partial *read_again(lyh_partial *partial, lyh_partial_origin origin,
                               lyh_diags *diags)
{
    char *text = written(partial, origin);
    lyh_partial *again = lyh_partial_read("p.json", text, strlen(text), diags);
    g_assert_nonnull(again);
    g_assert_cmpuint(lyh_partial_origin_of(again)->shard, ==, origin.shard);
    char *twice = written(again, origin);
    g_assert_cmpstr(twice, ==, text);
    free(twice);
    free(text);
    return again;
}

/* Two halves of the persons; in the second a town comes up before it does in the first. */
static void two_halves_merged_either_way_are_the_whole(void)
{
    for (int turned = 0; turned < 2; turned++) {
        g_auto(counted_study) study = nobody();
        lyh_partial *halves[2], *raw[2];
        for (size_t half = 0; half < 2; half++)
            raw[half] = nothing_counted(&study);
        for (size_t row = 0; row < 24; row++) {
            g_autofree char *id = g_strdup_printf("p%zu", row % 12);
            answer(&study, raw[row % 12 % 2], id, row % 12 < 6 ? "Å" : "\"B\"", row,
                   "B: Bra.\n", row % 12 % 4 ? BEMOTANDE : LYH_NONE, LYH_PLUS);
        }
        for (size_t half = 0; half < 2; half++) {
            halves[half] = read_again(raw[half], origin_of(half + 1), study.diags);
            lyh_partial_free(raw[half]);
        }
        g_assert_true(lyh_partial_fits(halves[0], halves[1], "p.json", study.diags));
        lyh_partial_merge(halves[turned], halves[!turned]);
        const lyh_tally *tally = lyh_partial_tally(halves[turned], study.diags);
        const lyh_respondents *people = lyh_partial_respondents(halves[turned]);
        g_assert_cmpuint(lyh_tally_base(tally), ==, 12);
        assert_row(tally, BEMOTANDE, 9, 9, 0);
        g_assert_cmpstr(lyh_respondents_value(people, 0, 0), ==, "Å");
        g_assert_cmpstr(lyh_respondents_value(people, 1, 0), ==, "\"B\"");
        g_assert_cmpuint(lyh_partial_answers(halves[turned]), ==, 24);
        for (size_t half = 0; half < 2; half++)
            lyh_partial_free(halves[half]);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/partial/a_person_counts_once_however_far_apart_the_answers_lie",
                    a_person_counts_once_however_far_apart_the_answers_lie);
    g_test_add_func("/partial/ids_of_any_length_are_as_many_persons",
                    ids_of_any_length_are_as_many_persons);
    g_test_add_func("/partial/the_same_id_with_another_value_is_nobody",
                    the_same_id_with_another_value_is_nobody);
    g_test_add_func("/partial/who_never_says_a_word_is_not_counted",
                    who_never_says_a_word_is_not_counted);
    g_test_add_func("/partial/two_halves_merged_either_way_are_the_whole",
                    two_halves_merged_either_way_are_the_whole);
    return g_test_run();
}
