#include <math.h>

#include <lyhord/coding/agreement.h>

#include "codings_file.h"

#define BOOK "kod;överordnad\nbemötande;\nlyssnar;bemötande\nsnäsig;bemötande\nväntan;\n"
enum { BEMOTANDE, LYSSNAR, SNASIG, VANTAN };

/* Seven sentences of the respondent in two turns, and one that is all in brackets. */
static const char talk[] = "I: Ett ett ett?\n"
                           "B: Ett a. Två b. Tre c. Fyra d.\n"
                           "I: Ja.\n"
                           "B: Fem e. (Skratt hörs.) Sex f. Sju g.\n";

#define MOST_FILES 4

/* Coders' files, one after the other, and what they agree on. */
typedef struct meeting {
    coder_kit kit;
    lyh_source *sources[MOST_FILES];
    lyh_codings_file *files[MOST_FILES];
    size_t count;
    lyh_document *document;
    lyh_agreement *agreement;
} meeting;

static void meeting_clear(meeting *met)
{
    lyh_agreement_free(met->agreement);
    lyh_document_free(met->document);
    for (size_t i = 0; i < met->count; i++) {
        lyh_codings_file_free(met->files[i]);
        lyh_source_free(met->sources[i]);
    }
    kit_clear(&met->kit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(meeting, meeting_clear)

/* @files are codings files as text, NULL-ended; their coders are called a, b, c, d. */
static meeting meet(lyh_agreement_unit unit, const char *const *files)
{
    meeting met = { .kit = kit_new(BOOK, (lyh_matcher_options){ 0 }) };
    met.agreement = lyh_agreement_new(met.kit.book, unit);
    for (; files[met.count]; met.count++) {
        const char name[] = { (char)('a' + met.count), '\0' };
        met.files[met.count] = file_of(&met.kit, files[met.count], &met.sources[met.count]);
        g_assert_nonnull(met.files[met.count]);
        lyh_agreement_add_file(met.agreement, met.files[met.count], name, met.kit.diags);
    }
    met.document = talk_document(talk);
    lyh_tokens_read(met.kit.tokens, met.document, met.kit.vocabulary);
    return met;
}

static bool add_talk(meeting *met, const bool *reads)
{
    return lyh_agreement_add_document(met->agreement, met->document, met->kit.tokens, reads,
                                      met->kit.diags);
}

#define MEET(met, unit, ...)                                                               \
    const char *const met##_files[] = { __VA_ARGS__, NULL };                               \
    g_auto(meeting) met = meet(unit, met##_files)

static void show(void *user, const lyh_disagreement *told)
{
    GString *out = user;
    static const char signs[] = { '0', '1', '-' };
    g_string_append_printf(out, "%s%zu:", out->len ? "; " : "", told->code);
    for (size_t i = 0; i < 2; i++)
        g_string_append_c(out, signs[told->says[i]]);
    if (told->quote)
        g_string_append_printf(out, " '%s'", told->quote);
    else
        g_string_append_printf(out, " %.*s", (int)(told->end - told->start),
                               talk + told->start);
}

/* "code:what two coders say the unit's text" joined by "; ". */
static char *differences(const meeting *met)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < lyh_agreement_document_count(met->agreement); i++)
        lyh_agreement_differences(met->agreement, i, show, out);
    return g_string_free(out, FALSE);
}

#define HEADING "document;code;quote;status;coder\n"

static void units_are_the_respondents_sentences_turns_and_documents(void)
{
    static const size_t wanted[LYH_AGREE_UNITS] = {
        [LYH_AGREE_DOCUMENT] = 1,
        [LYH_AGREE_SENTENCE] = 7,
        [LYH_AGREE_STATEMENT] = 0,
        [LYH_AGREE_TURN] = 2,
    };
    for (lyh_agreement_unit unit = 0; unit < LYH_AGREE_UNITS; unit++) {
        MEET(met, unit, HEADING, HEADING);
        g_assert_true(add_talk(&met, NULL));
        g_assert_cmpuint(lyh_agreement_unit_count(met.agreement, false), ==, wanted[unit]);
        g_assert_cmpuint(lyh_agreement_unit_count(met.agreement, true), ==, 0);
    }
}

/* Of seven sentences a has three, b four: 6 of 7 alike; by hand κ = (6/7 − 24/49) / (1 − 24/49). */
static void a_code_is_measured_over_all_sentences(void)
{
    MEET(met, LYH_AGREE_SENTENCE,
         HEADING "R01;väntan;Ett a;;\nR01;väntan;Två b;;\nR01;väntan;Sex f;;\n",
         HEADING "R01;väntan;Ett a.;;\nR01;väntan;f. Sju;;\nR01;väntan;Två;;\n");
    g_assert_true(add_talk(&met, NULL));
    lyh_agreed agreed = lyh_agreement_of(met.agreement, VANTAN, false);
    g_assert_cmpuint(agreed.units, ==, 7);
    g_assert_cmpfloat_with_epsilon(agreed.share, 6.0 / 7, 1e-12);
    g_assert_cmpfloat_with_epsilon(agreed.kappa, (42.0 - 24) / (49 - 24), 1e-12);
    g_autofree char *told = differences(&met);
    g_assert_cmpstr(told, ==, "3:01 Sju g.");
}

static void coded_only_leaves_out_what_nobody_has_coded_at_all(void)
{
    MEET(met, LYH_AGREE_SENTENCE, HEADING "R01;väntan;Ett a;;\nR01;lyssnar;Två b;;\n",
         HEADING "R01;väntan;Ett a;;\nR01;väntan;Tre c;;\n");
    g_assert_true(add_talk(&met, NULL));
    g_assert_cmpuint(lyh_agreement_unit_count(met.agreement, true), ==, 3);
    lyh_agreed agreed = lyh_agreement_of(met.agreement, VANTAN, true);
    g_assert_cmpuint(agreed.units, ==, 3);
    g_assert_cmpfloat_with_epsilon(agreed.share, 2.0 / 3, 1e-12);
}

static void one_coder_overlapping_herself_is_no_agreement(void)
{
    MEET(met, LYH_AGREE_SENTENCE,
         HEADING "R01;väntan;Ett a. Två;;\nR01;väntan;Ett a;;\nR01;väntan;a. Två b;;\n",
         HEADING);
    g_assert_true(add_talk(&met, NULL));
    lyh_agreed agreed = lyh_agreement_of(met.agreement, VANTAN, false);
    g_assert_cmpfloat_with_epsilon(agreed.share, 5.0 / 7, 1e-12);
    g_assert_true(agreed.kappa == 0);
    g_assert_cmpfloat(agreed.alpha, <, 0);
    g_autofree char *told = differences(&met);
    g_assert_cmpstr(told, ==, "3:10 Ett a.; 3:10 Två b.");
}

static void what_is_rejected_or_suggested_is_nobodys(void)
{
    MEET(met, LYH_AGREE_SENTENCE,
         HEADING "R01;väntan;Ett a;rejected;\nR01;väntan;Två b;suggested;\n"
                 "R01;väntan;Tre c;accepted;\n",
         HEADING "R01;väntan;Tre c;manual;\n");
    g_assert_true(add_talk(&met, NULL));
    lyh_agreed agreed = lyh_agreement_of(met.agreement, VANTAN, false);
    g_assert_true(agreed.kappa == 1 && agreed.alpha == 1);
    g_assert_cmpuint(lyh_agreement_codings(met.agreement, 0), ==, 1);
}

/* Two children of one parent: they differ about each child, and agree about the parent. */
static void parents_are_computed(void)
{
    MEET(met, LYH_AGREE_SENTENCE, HEADING "R01;lyssnar;Ett a;;\nR01;bemötande;Tre c;;\n",
         HEADING "R01;snäsig;Ett a;;\nR01;snäsig;Tre c;;\n");
    g_assert_true(add_talk(&met, NULL));
    g_assert_true(lyh_agreement_of(met.agreement, BEMOTANDE, false).alpha == 1);
    g_assert_true(lyh_agreement_of(met.agreement, LYSSNAR, false).kappa == 0);
    g_assert_true(isnan(lyh_agreement_of(met.agreement, VANTAN, false).kappa));
    g_autofree char *told = differences(&met);
    g_assert_cmpstr(told, ==, "1:10 Ett a.; 2:01 Ett a.; 2:01 Tre c.");
}

/* Codes of any kind by anybody, overlapping or touching, are one stretch; a gap parts them. */
static void a_statement_is_a_longest_stretch_that_codings_cover(void)
{
    MEET(met, LYH_AGREE_STATEMENT,
         HEADING "R01;väntan;Ett a;;\nR01;lyssnar;Fyra d;;\nR01;väntan;Fem e;;\n",
         HEADING "R01;snäsig;a. Två b;;\nR01;väntan;b. Tre;;\n"
                 "R01;väntan;Sju;rejected;\n");
    g_assert_true(add_talk(&met, NULL));
    g_assert_cmpuint(lyh_agreement_unit_count(met.agreement, false), ==, 3);
    g_autofree char *told = differences(&met);
    g_assert_cmpstr(told, ==, "2:01 Ett a. Två b. Tre; 1:10 Fyra d; 3:10 Fem e");
    g_assert_cmpfloat_with_epsilon(lyh_agreement_of(met.agreement, VANTAN, false).share,
                                   2.0 / 3, 1e-12);
}

static void a_coding_over_two_turns_worth_of_sentences_is_on_each_it_touches(void)
{
    MEET(met, LYH_AGREE_TURN, HEADING "R01;väntan;b. Tre c;;\n",
         HEADING "R01;väntan;Fyra d;;\nR01;väntan;Fem;;\n");
    g_assert_true(add_talk(&met, NULL));
    g_autofree char *told = differences(&met);
    g_assert_cmpstr(told, ==, "3:01 Fem e. (Skratt hörs.) Sex f. Sju g.");
}

static void of_a_document_the_first_passage_is_shown(void)
{
    MEET(met, LYH_AGREE_DOCUMENT, HEADING "R01;väntan;Tre c;;\nR01;väntan;Två b;;\n",
         HEADING "R01;lyssnar;Sex f;;\n");
    g_assert_true(add_talk(&met, NULL));
    g_autofree char *told = differences(&met);
    g_assert_cmpstr(told, ==, "1:01 Sex f; 3:10 Två b");
}

static void who_has_not_read_has_no_value(void)
{
    const bool reads[] = { true, false, true };
    MEET(met, LYH_AGREE_SENTENCE, HEADING "R01;väntan;Ett a;;\n", HEADING,
         HEADING "R01;väntan;Ett a;;\n");
    g_assert_true(add_talk(&met, reads));
    g_assert_true(lyh_agreement_of(met.agreement, VANTAN, false).share == 1);
    g_assert_cmpuint(lyh_agreement_silent(met.agreement, 1), ==, 0);
    g_autofree char *told = differences(&met);
    g_assert_cmpstr(told, ==, "");
}

static void who_codes_has_read(void)
{
    const bool reads[] = { true, false };
    MEET(met, LYH_AGREE_SENTENCE, HEADING "R01;väntan;Ett a;;\n",
         HEADING "R01;väntan;Ett a;;\n");
    g_assert_false(add_talk(&met, reads));
    g_autofree char *told = problems(&met.kit);
    g_assert_cmpstr(told, ==, "0:0 agree-documents");
}

static void who_has_coded_nothing_where_others_have_is_told_of(void)
{
    MEET(met, LYH_AGREE_SENTENCE, HEADING "R01;väntan;Ett a;;\n", HEADING);
    g_assert_true(add_talk(&met, NULL));
    g_assert_cmpuint(lyh_agreement_silent(met.agreement, 0), ==, 0);
    g_assert_cmpuint(lyh_agreement_silent(met.agreement, 1), ==, 1);
}

static void a_file_of_several_coders_is_several(void)
{
    MEET(met, LYH_AGREE_SENTENCE,
         HEADING "R01;väntan;Ett a;;mira\nR01;väntan;Ett a;; sam\nR01;väntan;Två b;;mira\n",
         HEADING "R01;väntan;Ett a;;\n");
    g_assert_true(add_talk(&met, NULL));
    g_assert_cmpuint(lyh_agreement_coder_count(met.agreement), ==, 3);
    g_assert_cmpstr(lyh_agreement_coder(met.agreement, 0), ==, "mira");
    g_assert_cmpuint(lyh_agreement_find_coder(met.agreement, "sam"), ==, 1);
    g_assert_cmpstr(lyh_agreement_coder(met.agreement, 2), ==, "b");
    g_assert_cmpuint(lyh_agreement_codings(met.agreement, 0), ==, 2);
}

static void among_several_coders_every_row_says_whose_it_is(void)
{
    MEET(met, LYH_AGREE_SENTENCE,
         HEADING "R01;väntan;Ett a;;mira\nR01;väntan;Ett a;;sam\nR01;väntan;Två b;;\n"
                 "R01;väntan;Två b;suggested;\n");
    g_autofree char *told = problems(&met.kit);
    g_assert_cmpstr(told, ==, "4:19 agree-coder");
}

/* The same person cannot agree with herself: a second file of her name is a mistake. */
static void two_files_of_one_name_are_an_error(void)
{
    MEET(met, LYH_AGREE_SENTENCE, HEADING "R01;väntan;Ett a;;\n");
    g_assert_false(lyh_agreement_add_file(met.agreement, met.files[0], "a", met.kit.diags));
    g_assert_cmpuint(lyh_agreement_coder_count(met.agreement), ==, 1);
}

static void files_that_say_they_are_the_same_coders_are_told_of(void)
{
    MEET(met, LYH_AGREE_SENTENCE, HEADING "R01;väntan;Ett a;;mira\n",
         HEADING "R01;väntan;Ett a;;sam\n", HEADING "R01;väntan;Två b;;mira\n");
    g_autofree char *told = problems(&met.kit);
    g_assert_cmpstr(told, ==, "0:0 agree-coder");
    g_assert_cmpuint(lyh_diags_error_count(met.kit.diags), ==, 0);
    g_assert_cmpuint(lyh_agreement_coder_count(met.agreement), ==, 3);
}

static void what_cannot_be_anchored_is_an_error_with_its_place(void)
{
    MEET(met, LYH_AGREE_SENTENCE, HEADING "R01;väntan;Ett a;;\nR01;väntan;Elva;;\n",
         HEADING "R01;väntan;Tolv;;\n");
    g_assert_false(add_talk(&met, NULL));
    g_autofree char *told = problems(&met.kit);
    g_assert_cmpstr(told, ==, "3:12 quote-missing; 2:12 quote-missing");
}

static void a_repeat_is_no_unit_and_its_codings_do_not_count(void)
{
    MEET(met, LYH_AGREE_SENTENCE, HEADING "R01;väntan;Sex f;;\nR01;väntan;Ett a;;\n",
         HEADING);
    size_t start = (size_t)(strstr(talk, "Sex") - talk);
    lyh_document_add_repeat(met.document, (lyh_repeat){ start, start + strlen("Sex f.") });
    lyh_tokens_read(met.kit.tokens, met.document, met.kit.vocabulary);
    g_assert_true(add_talk(&met, NULL));
    g_assert_cmpuint(lyh_agreement_unit_count(met.agreement, false), ==, 6);
    g_autofree char *told = differences(&met);
    g_assert_cmpstr(told, ==, "3:10 Ett a.");
}

/* 1 000 documents without text: both coders 900, 810 in common. */
static void pure_chance_gives_a_kappa_of_nought(void)
{
    g_autoptr(GString) first = g_string_new(HEADING), second = g_string_new(HEADING);
    for (int i = 0; i < 900; i++)
        g_string_append_printf(first, "D%d;väntan;x;;\n", i);
    for (int i = 0; i < 1000; i++)
        if (i < 810 || i >= 910)
            g_string_append_printf(second, "D%d;väntan;y;;\n", i);
    MEET(met, LYH_AGREE_DOCUMENT, first->str, second->str);
    for (int i = 0; i < 1000; i++) {
        g_autofree char *name = g_strdup_printf("D%d", i);
        g_assert_true(lyh_agreement_add_name(met.agreement, name, NULL, met.kit.diags));
    }
    lyh_agreed agreed = lyh_agreement_of(met.agreement, VANTAN, false);
    g_assert_cmpuint(agreed.units, ==, 1000);
    g_assert_true(agreed.kappa == 0);
    g_assert_cmpfloat_with_epsilon(agreed.share, 0.82, 1e-12);
    g_assert_cmpfloat(agreed.interval.low, <, agreed.alpha);
    g_assert_cmpfloat(agreed.interval.high, >, agreed.alpha);
}

#define PLACES "document;code;start;end;quote;text_sha256\n"

static void without_a_text_statements_are_where_the_files_say(void)
{
    MEET(met, LYH_AGREE_STATEMENT, PLACES "X;väntan;10;20;;\nX;väntan;50;60;ett;\n",
         PLACES "X;lyssnar;15;30;två;\nX;väntan;20;22;;\n");
    g_assert_true(lyh_agreement_add_name(met.agreement, "X", NULL, met.kit.diags));
    g_assert_cmpuint(lyh_agreement_unit_count(met.agreement, false), ==, 2);
    g_autofree char *told = differences(&met);
    g_assert_cmpstr(told, ==, "1:01 'två'; 3:10 'ett'");
}

static void without_a_text_a_quote_alone_and_another_text_are_errors(void)
{
    MEET(met, LYH_AGREE_STATEMENT, PLACES "X;väntan;10;20;;aa\nX;väntan;;;ett;\n",
         PLACES "X;väntan;10;20;;bb\n");
    g_assert_false(lyh_agreement_add_name(met.agreement, "X", NULL, met.kit.diags));
    g_autofree char *told = problems(&met.kit);
    g_assert_cmpstr(told, ==, "3:12 agree-place; 2:17 agree-place");
}

static void codings_that_stand_alone_bring_their_codes(void)
{
    lyh_diags *diags = lyh_diags_new(NULL);
    const char text[] =
        "document;code;quote\nX;+mer;a\nX;\"två;ord\";b\nX;'x;c\nX;+mer;d\nX;;e\n";
    lyh_source *file =
        lyh_source_from_bytes("mira.csv", LYH_SOURCE_TABLE, text, strlen(text), diags);
    lyh_csv *table = lyh_csv_read(file, diags);
    lyh_source *made = NULL;
    lyh_codebook *codes =
        lyh_agreement_codebook((const lyh_csv *const *)&table, 1, &made, diags);
    g_assert_nonnull(codes);
    g_assert_cmpuint(lyh_codebook_count(codes), ==, 3);
    g_assert_cmpstr(lyh_codebook_code(codes, 0)->name, ==, "+mer");
    g_assert_cmpstr(lyh_codebook_code(codes, 1)->name, ==, "två;ord");
    g_assert_cmpstr(lyh_codebook_code(codes, 2)->name, ==, "'x");
    lyh_codebook_free(codes);
    lyh_source_free(made);
    lyh_csv_free(table);
    lyh_source_free(file);
    lyh_diags_free(diags);
}

#define TEST(sentence) g_test_add_func("/coding/agreement/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(units_are_the_respondents_sentences_turns_and_documents);
    TEST(a_code_is_measured_over_all_sentences);
    TEST(coded_only_leaves_out_what_nobody_has_coded_at_all);
    TEST(one_coder_overlapping_herself_is_no_agreement);
    TEST(what_is_rejected_or_suggested_is_nobodys);
    TEST(parents_are_computed);
    TEST(a_statement_is_a_longest_stretch_that_codings_cover);
    TEST(a_coding_over_two_turns_worth_of_sentences_is_on_each_it_touches);
    TEST(of_a_document_the_first_passage_is_shown);
    TEST(who_has_not_read_has_no_value);
    TEST(who_codes_has_read);
    TEST(who_has_coded_nothing_where_others_have_is_told_of);
    TEST(a_file_of_several_coders_is_several);
    TEST(among_several_coders_every_row_says_whose_it_is);
    TEST(two_files_of_one_name_are_an_error);
    TEST(files_that_say_they_are_the_same_coders_are_told_of);
    TEST(what_cannot_be_anchored_is_an_error_with_its_place);
    TEST(a_repeat_is_no_unit_and_its_codings_do_not_count);
    TEST(pure_chance_gives_a_kappa_of_nought);
    TEST(without_a_text_statements_are_where_the_files_say);
    TEST(without_a_text_a_quote_alone_and_another_text_are_errors);
    TEST(codings_that_stand_alone_bring_their_codes);
    return g_test_run();
}
