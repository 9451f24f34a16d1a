#include <lyhord/coding/statements.h>

#include "coded.h"

#define BOOK "kod;regler\na;x\nb;y\n"

/* Seven sentences in two turns; every letter is a word of its own to be coded. */
static const char talk[] = "B: Ett x. Två x. Tre y. Fyra x. Fem z x.\nB: Sex x. Sju x.\n";

typedef struct wish {
    size_t code;
    const char *words; /* the coding spans them */
    lyh_polarity polarity;
    lyh_state state;
    lyh_status status;
} wish;

/* Statements made of @count wishes as "code polarity turn:words/hits" joined by "; ". */
static char *statements(const wish *wishes, size_t count, bool with_suggested)
{
    g_auto(coder_kit) kit = kit_new(BOOK, (lyh_matcher_options){ 0 });
    lyh_document *document = talk_document(talk);
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    lyh_tokens_read(kit.tokens, document, kit.vocabulary);
    for (size_t i = 0; i < count; i++) {
        size_t start = (size_t)(strstr(talk, wishes[i].words) - talk);
        size_t token = 0;
        while (lyh_tokens_all(kit.tokens)[token].start < start)
            token++;
        lyh_codings_add(codings,
                        (lyh_coding){ .turn = lyh_document_turn_at(document, start),
                                      .respondent = 7,
                                      .sentence = lyh_tokens_sentence_of(kit.tokens, token),
                                      .start = start,
                                      .end = start + strlen(wishes[i].words),
                                      .code = wishes[i].code,
                                      .polarity = wishes[i].polarity,
                                      .state = wishes[i].state,
                                      .status = wishes[i].status });
    }
    size_t found = 99;
    g_autofree lyh_statement *list =
        lyh_statements_from(codings, kit.tokens, with_suggested, &found);
    g_assert_true((list == NULL) == (found == 0));
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < found; i++) {
        g_autofree char *words =
            g_strndup(talk + list[i].start, list[i].end - list[i].start);
        g_string_append_printf(out, "%s%zu%s %zu:%s/%zu", i > 0 ? "; " : "", list[i].code,
                               lyh_polarity_name(list[i].polarity), list[i].turn, words,
                               list[i].hits);
    }
    lyh_document_free(document);
    return g_string_free(out, FALSE);
}

#define ACCEPTED LYH_STATED, LYH_ACCEPTED

static void neighbouring_sentences_make_one_statement(void)
{
    const wish wishes[] = { { 0, "Ett x", LYH_PLUS, ACCEPTED },
                            { 0, "Två x", LYH_PLUS, ACCEPTED } };
    g_autofree char *found = statements(wishes, 2, false);
    g_assert_cmpstr(found, ==, "0+ 0:Ett x. Två x/2");
}

static void a_sentence_between_makes_them_two(void)
{
    const wish wishes[] = { { 0, "Fyra x", LYH_PLUS, ACCEPTED },
                            { 0, "Två x", LYH_PLUS, ACCEPTED } };
    g_autofree char *found = statements(wishes, 2, false);
    g_assert_cmpstr(found, ==, "0+ 0:Två x/1; 0+ 0:Fyra x/1");
}

static void a_chain_of_neighbours_is_one(void)
{
    const wish wishes[] = { { 0, "Ett x", LYH_PLUS, ACCEPTED },
                            { 0, "Tre y", LYH_PLUS, ACCEPTED },
                            { 0, "Två x", LYH_PLUS, ACCEPTED },
                            { 0, "Fyra x", LYH_PLUS, ACCEPTED } };
    g_autofree char *found = statements(wishes, 4, false);
    g_assert_cmpstr(found, ==, "0+ 0:Ett x. Två x. Tre y. Fyra x/4");
}

static void a_coding_over_several_sentences_reaches_from_its_last(void)
{
    const wish wishes[] = { { 0, "Ett x. Två x. Tre", LYH_PLUS, ACCEPTED },
                            { 0, "Fyra x", LYH_PLUS, ACCEPTED } };
    g_autofree char *found = statements(wishes, 2, false);
    g_assert_cmpstr(found, ==, "0+ 0:Ett x. Två x. Tre y. Fyra x/2");
}

static void another_code_polarity_or_turn_is_another_statement(void)
{
    const wish wishes[] = { { 1, "Ett x", LYH_PLUS, ACCEPTED },
                            { 0, "Ett x", LYH_PLUS, ACCEPTED },
                            { 0, "Två x", LYH_MINUS, ACCEPTED },
                            { 0, "Fem z x", LYH_NEUTRAL, ACCEPTED },
                            { 0, "Sex x", LYH_NEUTRAL, ACCEPTED } };
    g_autofree char *found = statements(wishes, 5, false);
    g_assert_cmpstr(
        found, ==,
        "0+ 0:Ett x/1; 0- 0:Två x/1; 00 0:Fem z x/1; 00 1:Sex x/1; 1+ 0:Ett x/1");
}

static void only_what_counts_is_a_statement(void)
{
    const wish wishes[] = { { 0, "Ett x", LYH_PLUS, LYH_STATED, LYH_SUGGESTED },
                            { 0, "Två x", LYH_PLUS, LYH_WISH, LYH_MANUAL },
                            { 0, "Fyra x", LYH_PLUS, LYH_STATED, LYH_REJECTED },
                            { 0, "Sex x", LYH_MINUS, LYH_NEGATED, LYH_MANUAL } };
    g_autofree char *decided = statements(wishes, 4, false);
    g_assert_cmpstr(decided, ==, "0- 1:Sex x/1");
    g_autofree char *suggested = statements(wishes, 4, true);
    g_assert_cmpstr(suggested, ==, "0+ 0:Ett x/1; 0- 1:Sex x/1");
}

static void nothing_coded_is_no_statement(void)
{
    g_autofree char *found = statements(NULL, 0, true);
    g_assert_cmpstr(found, ==, "");
}

#define TEST(sentence) g_test_add_func("/coding/statements/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(neighbouring_sentences_make_one_statement);
    TEST(a_sentence_between_makes_them_two);
    TEST(a_chain_of_neighbours_is_one);
    TEST(a_coding_over_several_sentences_reaches_from_its_last);
    TEST(another_code_polarity_or_turn_is_another_statement);
    TEST(only_what_counts_is_a_statement);
    TEST(nothing_coded_is_no_statement);
    return g_test_run();
}
