#include "coded.h"

#include "../../src/language/autoptr.h"

static void the_words_of_the_formats_are_fixed(void)
{
    g_assert_cmpstr(lyh_polarity_name(LYH_NEUTRAL), ==, "0");
    g_assert_cmpstr(lyh_polarity_name(LYH_PLUS), ==, "+");
    g_assert_cmpstr(lyh_polarity_name(LYH_MINUS), ==, "-");
    g_assert_cmpstr(lyh_status_name(LYH_SUGGESTED), ==, "suggested");
    g_assert_cmpstr(lyh_status_name(LYH_ACCEPTED), ==, "accepted");
    g_assert_cmpstr(lyh_status_name(LYH_REJECTED), ==, "rejected");
    g_assert_cmpstr(lyh_status_name(LYH_MANUAL), ==, "manual");
    g_assert_cmpstr(lyh_mark_name(LYH_MARK_NONE), ==, "");
    g_assert_cmpstr(lyh_mark_name(LYH_MARK_QUOTE), ==, "quote");
    g_assert_cmpstr(lyh_mark_name(LYH_MARK_PROPOSAL), ==, "proposal");
}

static void sorting_goes_by_start_then_longer_then_code_then_polarity(void)
{
    static const lyh_coding mixed[] = {
        { .start = 5, .end = 9, .code = 1 },
        { .start = 0, .end = 4, .code = 2 },
        { .start = 0, .end = 4, .code = 1, .polarity = LYH_PLUS },
        { .start = 0, .end = 9, .code = 3 },
        { .start = 0, .end = 4, .code = 1 },
    };
    static const size_t order[] = { 3, 4, 2, 1, 0 };
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    for (size_t i = 0; i < G_N_ELEMENTS(mixed); i++)
        lyh_codings_add(codings, mixed[i]);
    lyh_codings_sort(codings);
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        const lyh_coding *found = lyh_codings_at(codings, i), *wanted = &mixed[order[i]];
        g_assert_cmpuint(found->start, ==, wanted->start);
        g_assert_cmpuint(found->end, ==, wanted->end);
        g_assert_cmpuint(found->code, ==, wanted->code);
        g_assert_cmpint((int)found->polarity, ==, (int)wanted->polarity);
    }
    lyh_codings_clear(codings);
    g_assert_cmpuint(lyh_codings_count(codings), ==, 0);
}

static void what_counts_is_stated_or_denied_and_decided_by_people(void)
{
    static const struct {
        lyh_state state;
        lyh_status status;
        bool counts, counts_suggested;
    } cases[] = {
        { LYH_STATED, LYH_ACCEPTED, true, true },
        { LYH_NEGATED, LYH_MANUAL, true, true },
        { LYH_STATED, LYH_SUGGESTED, false, true },
        { LYH_STATED, LYH_REJECTED, false, false },
        { LYH_UNCLEAR, LYH_ACCEPTED, false, false },
        { LYH_WISH, LYH_MANUAL, false, false },
        { LYH_QUOTED, LYH_SUGGESTED, false, false },
        { LYH_OTHER, LYH_ACCEPTED, false, false },
        { LYH_OTHER, LYH_SUGGESTED, false, false },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        lyh_coding coding = { .state = cases[i].state, .status = cases[i].status };
        g_assert_true(lyh_coding_counts(&coding, false) == cases[i].counts);
        g_assert_true(lyh_coding_counts(&coding, true) == cases[i].counts_suggested);
    }
}

/* What the first suggestion of @book in @talk is; a quotation of the document from @from to @end, if any. */
static lyh_coding suggested(const char *book, const char *talk, size_t from, size_t end)
{
    g_auto(coder_kit) kit = kit_new(book, (lyh_matcher_options){ 0 });
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    lyh_document *document = talk_document(talk);
    if (from < end)
        lyh_document_add_quotation(document, (lyh_quotation){ from, end });
    g_assert_nonnull(kit.matcher);
    lyh_tokens_read(kit.tokens, document, kit.vocabulary);
    g_assert_true(lyh_matcher_run(kit.matcher, document, kit.tokens, codings, kit.diags));
    g_assert_cmpuint(lyh_codings_count(codings), ==, 1);
    lyh_coding first = *lyh_codings_at(codings, 0);
    first.rule = first.coder = "";
    lyh_document_free(document);
    return first;
}

static const char plus_book[] = "kod;regler_plus\nk;\"\"\"lyssnar\"\"|\"\"lyssnade\"\"\"\n";

static void a_suggestion_has_its_state_its_time_and_the_words_that_decide(void)
{
    static const char talk[] = "B: Nu lyssnar de inte längre.";
    lyh_coding found = suggested(plus_book, talk, 0, 0);
    g_assert_cmpint((int)found.state, ==, (int)LYH_NEGATED);
    g_assert_cmpint((int)found.polarity, ==, (int)LYH_MINUS);
    g_assert_cmpint((int)found.time, ==, (int)LYH_TIME_NOW);
    g_autofree char *cue =
        g_strndup(talk + found.cue_start, found.cue_end - found.cue_start);
    g_assert_cmpstr(cue, ==, "inte längre");
}

/* Between the words of a hit stands a negation; whose it is, the rule's text tells. */
static void a_negation_that_no_rule_asked_for_denies_its_hit(void)
{
    static const struct {
        const char *book, *talk, *coded;
    } rows[] = {
        { "kod;regler_plus\nk;ta .. tid\n", "B: Hon tar sig inte tid.",
          "k-:tar sig inte tid (negated by inte)" },
        { "kod;regler_plus\nk;tid ~4 ta\n", "B: Hon tar aldrig någon tid.",
          "k-:tar aldrig någon tid (negated by aldrig)" },
        { "kod;regler_minus\nk;vänta .. länge\n", "B: Vi väntade inte länge.",
          "k:väntade inte länge (negated by inte)" },
        { "kod;regler_plus\nk;ta .. tid\n", "B: Hon tar inte bara tid.",
          "k+:tar inte bara tid" },
        { "kod;regler_plus\nk;/tar .* tid/\n", "B: Hon tar sig inte tid.",
          "k-:tar sig inte tid (negated by inte)" },
        /* the rule's own */
        { "kod;regler_minus\nk;ta .. inte .. tid\n", "B: Hon tar sig inte tid.",
          "k-:tar sig inte tid" },
        { "kod;regler_minus\nk;ingen ~3 svar\n", "B: Svar fick jag inget.",
          "k-:Svar fick jag inget" },
        { "kod;regler_minus\nk;ta .. (i?te | aldrig) .. tid\n", "B: Hon tar sig inte tid.",
          "k-:tar sig inte tid" },
        { "kod;regler_minus\nk;/tar sig inte tid/\n", "B: Hon tar sig inte tid.",
          "k-:tar sig inte tid" },
        { "kod;regler;regler_minus\nj;ta .. inte .. tid;\nk;;@j\n",
          "B: Hon tar sig inte tid.", "j:tar sig inte tid; k-:tar sig inte tid" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].book);
        check_coded(rows[i].book, rows[i].talk, rows[i].coded);
    }
}

static void praise_of_another_has_no_polarity_where_others_are_known(void)
{
    static const char talk[] = "B: På Skatteverket var de snälla. Vi är artiga.";
    static const char book[] = "kod;regler;regler_plus\nk;verk;snäll | artig\n";
    g_auto(coder_kit) kit = kit_new(book, (lyh_matcher_options){ 0 });
    g_autofree char *plain = kit_coded(&kit, talk);
    g_assert_cmpstr(plain, ==, "k+:snälla; k+:artiga");

    g_autoptr(lyh_objects) objects =
        lyh_objects_new(kit.vocabulary, &(lyh_objects_options){ 0 });
    lyh_matcher_free(kit.matcher);
    kit.matcher = lyh_matcher_new(kit.book, kit.vocabulary, kit.lexicon,
                                  &(lyh_matcher_options){ .objects = objects }, kit.diags);
    g_autofree char *known = kit_coded(&kit, talk);
    g_assert_cmpstr(known, ==, "k:snälla (other by Skatteverket); k:artiga (other by Vi)");
}

static void a_wish_a_question_and_a_quotation_have_no_polarity(void)
{
    static const struct {
        const char *talk;
        lyh_state state;
    } cases[] = {
        { "B: De borde lyssna, men de lyssnade.", LYH_STATED },
        { "B: Jag önskar att de lyssnade.", LYH_WISH },
        { "B: Tror du att de lyssnar?", LYH_UNCLEAR },
        { "B: Det heter \"vi lyssnar\" där.", LYH_QUOTED },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *open = strchr(cases[i].talk, '"');
        size_t from = open ? (size_t)(open - cases[i].talk) : 0;
        lyh_coding found = suggested(plus_book, cases[i].talk, from, open ? from + 12 : 0);
        g_assert_cmpint((int)found.state, ==, (int)cases[i].state);
        g_assert_cmpint((int)found.polarity, ==, (int)(i == 0 ? LYH_PLUS : LYH_NEUTRAL));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/coding/" #name, name)
    ADD(the_words_of_the_formats_are_fixed);
    ADD(sorting_goes_by_start_then_longer_then_code_then_polarity);
    ADD(what_counts_is_stated_or_denied_and_decided_by_people);
    ADD(a_suggestion_has_its_state_its_time_and_the_words_that_decide);
    ADD(a_negation_that_no_rule_asked_for_denies_its_hit);
    ADD(praise_of_another_has_no_polarity_where_others_are_known);
    ADD(a_wish_a_question_and_a_quotation_have_no_polarity);
#undef ADD
    return g_test_run();
}
