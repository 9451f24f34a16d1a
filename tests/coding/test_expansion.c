#include <glib.h>
#include <stdlib.h>

#include <lyhord/coding/expansion.h>

#include "coded.h"

/* A talk of person @who in which the sentences that hold a star are coded with code 0. */
typedef struct talk {
    size_t who;
    const char *text;
} talk;

/* The star is no word; before the first one of a sentence it would join it to the one before. */
static void code_stars(lyh_codings *codings, const lyh_document *document,
                       lyh_status status)
{
    const char *text = lyh_document_text(document);
    for (const char *at = strchr(text, '*'); at; at = strchr(at + 1, '*')) {
        size_t start = (size_t)(at - text) + 1;
        lyh_coding coding = { .turn = lyh_document_turn_at(document, start),
                              .start = start,
                              .end = start + 2,
                              .status = status };
        lyh_codings_add(codings, coding);
    }
}

static void add_talk(lyh_expansion *expansion, coder_kit *kit, const talk *said,
                     lyh_status status)
{
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    lyh_document *document = talk_document(said->text);
    for (size_t i = 0; i < lyh_document_turn_count(document); i++)
        if (lyh_document_turn(document, i)->role == LYH_ROLE_RESPONDENT)
            lyh_document_set_respondent(document, i, said->who);
    lyh_tokens_read(kit->tokens, document, kit->vocabulary);
    code_stars(codings, document, status);
    g_assert_true(lyh_expansion_add(expansion, document, kit->tokens, codings, kit->diags));
    lyh_document_free(document);
}

/* What is proposed for code 0, as "word source inside/of rest/of persons"; g_free(). */
static char *proposed_with(const char *codebook, const talk *talks, size_t count,
                           lyh_status status)
{
    const lyh_matcher_options options = { 0 };
    g_auto(coder_kit) kit = kit_new(codebook, options);
    g_assert_nonnull(kit.matcher);
    g_autoptr(lyh_expansion) expansion =
        lyh_expansion_new(kit.book, kit.vocabulary, kit.lexicon, &options, kit.diags);
    for (size_t i = 0; i < count; i++)
        add_talk(expansion, &kit, &talks[i], status);
    size_t found;
    GString *out = g_string_new(NULL);
    lyh_proposal *all = lyh_expansion_propose(expansion, 0, NULL, 0, false, &found);
    for (size_t i = 0; i < found; i++) {
        g_assert_true(all[i].g2 == lyh_keyness_g2(&all[i].counts));
        g_string_append_printf(out, "%s%s %s %zu/%zu %zu/%zu %zu", i > 0 ? "; " : "",
                               all[i].word, lyh_proposal_source_name(all[i].source),
                               all[i].counts.inside, all[i].counts.inside_all,
                               all[i].counts.outside, all[i].counts.outside_all,
                               all[i].persons);
    }
    free(all);
    return g_string_free(out, FALSE);
}

#define CHECK_PROPOSED(codebook, expected, ...)                                            \
    do {                                                                                   \
        const talk talks[] = { __VA_ARGS__ };                                              \
        g_autofree char *all =                                                             \
            proposed_with(codebook, talks, G_N_ELEMENTS(talks), LYH_MANUAL);               \
        g_assert_cmpstr(all, ==, expected);                                                \
    } while (0)

#define BOOK "kod;regler\nk;soffa\n"
/* Twelve words of the rest; thirteen with the x before them. */
#define REST " Vi åt. Bussen gick. Regnet föll. Grannen målade. Tåget stod. Fågeln satt."

static void a_word_of_two_persons_is_proposed_and_one_of_one_is_not(void)
{
    CHECK_PROPOSED(BOOK, "lampa keyness 2/5 0/26 2",
                   { 1, "B: *Lampan lyste svagt.\nB: x" REST },
                   { 2, "B: *Lampan surrade.\nB: x" REST });
    CHECK_PROPOSED(BOOK, "", { 1, "B: *Lampan lyste.\nB: *Lampan slocknade.\nB: x" REST });
}

static void interviewers_and_brackets_are_counted_nowhere(void)
{
    CHECK_PROPOSED(BOOK, "lampa keyness 2/3 0/26 2",
                   { 1, "I: Lampan, lampan?\nB: *Lampan lyste.\nB: x" REST },
                   { 2, "B: *Lampan [lampan i taket].\nB: x (lampan)" REST });
}

static void what_the_rules_have_is_counted_nowhere(void)
{
    CHECK_PROPOSED(BOOK, "", { 1, "B: *Soffan.\nB: Soffan." REST },
                   { 2, "B: *Soffan." REST });
}

static void near_is_the_sentence_on_either_side_within_the_turn(void)
{
    CHECK_PROPOSED(BOOK, "lampa near 2/4 0/26 2",
                   { 1, "B: Lampan lyste. Vi *sov.\nB: Stolen." REST },
                   { 2, "B: *Vi for. Lampan föll.\nB: x" REST });
}

static void a_part_of_compounds_is_one_word_with_them(void)
{
    CHECK_PROPOSED("kod\nk\n", "+lampa keyness 2/4 0/26 2",
                   { 1, "B: *Taklampan lyste.\nB: x" REST },
                   { 2, "B: *Golvlampan föll.\nB: x" REST });
}

/* otrygghet is what +trygghet finds denied: it is no trygghet. */
static void a_word_that_denies_itself_is_not_its_head(void)
{
    CHECK_PROPOSED("kod\nk\n", "", { 1, "B: *Otryggheten.\nB: x" REST },
                   { 2, "B: *Tryggheten.\nB: x" REST });
}

static void suggestions_and_rejections_teach_nothing(void)
{
    const talk talks[] = { { 1, "B: *Lampan lyste.\nB: x" REST },
                           { 2, "B: *Lampan föll.\nB: x" REST } };
    g_autofree char *suggested = proposed_with(BOOK, talks, 2, LYH_SUGGESTED);
    g_autofree char *rejected = proposed_with(BOOK, talks, 2, LYH_REJECTED);
    g_autofree char *accepted = proposed_with(BOOK, talks, 2, LYH_ACCEPTED);
    g_assert_cmpstr(suggested, ==, "");
    g_assert_cmpstr(rejected, ==, "");
    g_assert_cmpstr(accepted, ==, "lampa keyness 2/4 0/26 2");
}

static void negations_numerals_and_closed_classes_are_left_out(void)
{
    CHECK_PROPOSED("kod\nk\n", "", { 1, "B: *Aldrig femton jämte dom 2019.\nB: x" REST },
                   { 2, "B: *Aldrig femton dom 2019.\nB: x" REST });
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/expansion/persons",
                    a_word_of_two_persons_is_proposed_and_one_of_one_is_not);
    g_test_add_func("/expansion/others", interviewers_and_brackets_are_counted_nowhere);
    g_test_add_func("/expansion/rules", what_the_rules_have_is_counted_nowhere);
    g_test_add_func("/expansion/near", near_is_the_sentence_on_either_side_within_the_turn);
    g_test_add_func("/expansion/compounds", a_part_of_compounds_is_one_word_with_them);
    g_test_add_func("/expansion/denied", a_word_that_denies_itself_is_not_its_head);
    g_test_add_func("/expansion/status", suggestions_and_rejections_teach_nothing);
    g_test_add_func("/expansion/closed",
                    negations_numerals_and_closed_classes_are_left_out);
    return g_test_run();
}
