#include "codings_file.h"

#define BOOK                                                                               \
    "kod;regler;regler_plus;regler_minus\n"                                                \
    "bemötande;handläggare;snäll;snäsig\n"                                             \
    "tid;köer;;\n"

#define TALK                                                                               \
    "I: Är handläggaren snäll?\n"                                                       \
    "B: Nej hon är inte snäll. Och snäsig ofta.\n"                                      \
    "I: Jaha, snäsig ofta?\n"                                                             \
    "B: Ja köer. Och köer till.\n"

/* The codings a file gives for TALK, as "code:quote" in places of the text; problems otherwise. */
static char *anchored(const char *csv, const char *talk)
{
    g_auto(coder_kit) kit = kit_new(BOOK, (lyh_matcher_options){ 0 });
    g_autoptr(lyh_source) source = NULL;
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    lyh_codings_file *file = file_of(&kit, csv, &source);
    if (!file)
        return problems(&kit);
    lyh_document *document = talk_document(talk);
    lyh_tokens_read(kit.tokens, document, kit.vocabulary);
    GString *out = g_string_new(NULL);
    bool is_fine = lyh_codings_file_anchor(file, document, kit.tokens, codings, kit.diags);
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *coding = lyh_codings_at(codings, i);
        g_string_append_printf(out, "%zu@%zu ", coding->turn + 1,
                               lyh_document_character(document, coding->start));
        show_coding(out, &kit, coding, talk);
        g_string_append_c(out, '\n');
    }
    g_assert_true(is_fine == (lyh_diags_error_count(kit.diags) == 0));
    g_autofree char *said = problems(&kit);
    g_string_append(out, said);
    lyh_document_free(document);
    lyh_codings_file_free(file);
    return g_string_free(out, FALSE);
}

static void assert_anchored(const char *csv, const char *expected)
{
    g_autofree char *found = anchored(csv, TALK);
    g_assert_cmpstr(found, ==, expected);
}

static void a_row_of_document_code_and_quote_is_enough(void)
{
    assert_anchored("document;code;quote\n"
                    "R01;bemötande;inte snäll\n",
                    "2@40 ; bemötande:inte snäll\n");
}

static void headings_may_be_swedish_and_columns_others_own(void)
{
    assert_anchored("dokument;kod;citat;polaritet;min anteckning\n"
                    "R01;bemötande;snäsig ofta;−;hm\n",
                    "2@56 ; bemötande-:snäsig ofta\n");
}

static void white_space_in_a_quote_may_differ(void)
{
    assert_anchored("document;code;quote\n"
                    "R01;bemötande;\"  inte \n\xc2\xa0 snäll. Och \"\n",
                    "2@40 ; bemötande:inte snäll. Och\n");
}

/* "snall" with a combining ring is no other word: cells are NFC when they are read. */
static void a_decomposed_quote_is_the_same(void)
{
    assert_anchored("document;code;quote\n"
                    "R01;bemötande;inte sna\xcc\x88ll\n",
                    "2@40 ; bemötande:inte snäll\n");
}

/* The interviewer says "snäsig ofta" too; that is not the respondent's voice. */
static void the_interviewers_echo_is_not_looked_at(void)
{
    assert_anchored("document;code;quote;turn\n"
                    "R01;bemötande;snäsig ofta;3\n",
                    "2@56 ; bemötande:snäsig ofta\n");
    assert_anchored("document;code;quote\n"
                    "R01;bemötande;handläggaren snäll\n",
                    "2:15 quote-missing");
}

static void a_quote_that_is_there_twice_needs_a_place(void)
{
    assert_anchored("document;code;quote\n"
                    "R01;tid;köer\n",
                    "2:9 quote-several");
    assert_anchored("document;code;start;end;quote\n"
                    "R01;tid;107;111;köer\n",
                    "4@107 ; tid:köer\n");
}

static void start_and_end_alone_are_enough(void)
{
    assert_anchored("document;code;start;end\n"
                    "R01;bemötande;45;50\n",
                    "2@45 ; bemötande:snäll\n");
}

static void a_place_outside_respondents_turns_is_refused(void)
{
    assert_anchored("document;code;start;end\n"
                    "R01;bemötande;3;10\n",
                    "2:15 coding-outside");
    assert_anchored("document;code;start;end\n"
                    "R01;bemötande;45;99\n",
                    "2:15 coding-outside");
    assert_anchored("document;code;start;end\n"
                    "R01;bemötande;45;99999\n",
                    "2:15 coding-unanchored");
}

static void a_coding_of_an_older_text_is_found_by_its_quote_and_told(void)
{
    assert_anchored("document;code;start;end;quote;text_sha256\n"
                    "R01;bemötande;6;16;inte snäll;00ff\n",
                    "2@40 ; bemötande:inte snäll\n2:20 coding-moved");
}

static void a_coding_of_an_older_text_is_never_shifted(void)
{
    assert_anchored("document;code;start;end;quote;text_sha256\n"
                    "R01;bemötande;45;50;elak;00ff\n",
                    "2:21 quote-missing");
    assert_anchored("document;code;start;end;text_sha256\n"
                    "R01;bemötande;45;50;00ff\n",
                    "2:15 coding-unanchored");
}

static void another_documents_rows_are_left_alone(void)
{
    assert_anchored("document;code;quote\n"
                    "R02;tid;köer\n",
                    "");
}

/* Everything wrong is told in one run, each at its own cell. */
static void every_mistake_is_told_at_its_cell(void)
{
    assert_anchored("document;turn;start;end;code;polarity;state;status;mark;quote\n"
                    "R01;noll;;;bemötande;;;;;x\n"
                    "R01;0;;;bemötande;;;;;x\n"
                    "R01;;5;;bemötande;;;;;x\n"
                    "R01;;9;5;bemötande;;;;;x\n"
                    "R01;;;;bemotande;plus;sagt;klar;stjärna;x\n"
                    "R01;;;;;;;;;x\n"
                    ";;;;tid;;;;;x\n"
                    "R01;;;;tid;;;;;\n",
                    "2:5 coding-number; 3:5 coding-number; 4:8 coding-span; "
                    "5:8 coding-span; 6:8 code-unknown; 6:18 coding-word; "
                    "6:23 coding-word; 6:28 coding-word; 6:33 coding-word; "
                    "7:8 code-empty; 8:1 document-empty; 9:16 coding-nowhere");
}

/* Of two "inte" in one sentence the nearer before the words is their cue. */
static void a_cue_is_found_again_before_the_words_it_denies(void)
{
    g_autofree char *found = anchored("document;code;quote;state;cue\n"
                                      "R01;bemötande;snäll;negated;inte\n",
                                      "B: Det är inte så, han är inte snäll, inte alls.\n");
    g_assert_cmpstr(found, ==, "1@31 ; bemötande:snäll (negated by inte)\n");
}

static void assert_same(const lyh_coding *a, const lyh_coding *b)
{
    g_assert_cmpuint(a->turn, ==, b->turn);
    g_assert_cmpuint(a->respondent, ==, b->respondent);
    g_assert_cmpuint(a->sentence, ==, b->sentence);
    g_assert_cmpuint(a->start, ==, b->start);
    g_assert_cmpuint(a->end, ==, b->end);
    g_assert_cmpuint(a->code, ==, b->code);
    g_assert_cmpint(a->polarity, ==, b->polarity);
    g_assert_cmpint(a->state, ==, b->state);
    g_assert_cmpint(a->time, ==, b->time);
    g_assert_cmpuint(a->cue_start, ==, b->cue_start);
    g_assert_cmpuint(a->cue_end, ==, b->cue_end);
    g_assert_cmpint(a->status, ==, b->status);
    g_assert_cmpint(a->mark, ==, b->mark);
    g_assert_cmpstr(a->coder, ==, b->coder);
    g_assert_cmpstr(a->rule, ==, b->rule);
}

static lyh_respondents *eight_people(void)
{
    lyh_respondents *people = lyh_respondents_new(NULL);
    for (int i = 1; i <= 8; i++) {
        g_autofree char *id = g_strdup_printf("R%02d", i);
        lyh_respondents_add(people, id);
    }
    return people;
}

static char *written(const coder_kit *kit, const lyh_codings *codings,
                     const lyh_document *document, lyh_csv_style style)
{
    size_t size;
    lyh_respondents *people = eight_people();
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_codings_write_heading(output, style));
    g_assert_true(lyh_codings_write(output, style, codings, document, kit->book, people));
    lyh_respondents_free(people);
    return lyh_output_take(output, &size);
}

static void a_written_row_has_every_column_in_its_order(void)
{
    g_auto(coder_kit) kit = kit_new(BOOK, (lyh_matcher_options){ 0 });
    lyh_document *document = talk_document("B: Å, inte snäll.\n");
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    lyh_codings_add(codings, (lyh_coding){ .respondent = 7,
                                           .start = 12,
                                           .end = 18,
                                           .polarity = LYH_MINUS,
                                           .state = LYH_NEGATED,
                                           .cue_start = 7,
                                           .cue_end = 11,
                                           .time = LYH_TIME_THEN,
                                           .status = LYH_ACCEPTED,
                                           .mark = LYH_MARK_QUOTE,
                                           .coder = "mira",
                                           .rule = "+snäll" });
    g_autofree char *csv = written(&kit, codings, document, LYH_CSV_SWEDISH);
    g_autofree char *expected = g_strdup_printf(
        "document;respondent;turn;start;end;code;polarity;state;time;cue;status;coder;rule;"
        "quote;mark;text_sha256\n"
        "R01;R08;1;11;16;bemötande;-;negated;then;inte;accepted;mira;'+snäll;snäll;quote;%"
        "s\n",
        lyh_document_hash(document));
    g_assert_cmpstr(csv, ==, expected);
    lyh_document_free(document);
}

static void check_round_trip(lyh_csv_style style)
{
    g_auto(coder_kit) kit = kit_new(BOOK, (lyh_matcher_options){ 0 });
    lyh_document *document = talk_document(TALK);
    g_autoptr(lyh_codings) before = lyh_codings_new();
    g_autoptr(lyh_codings) after = lyh_codings_new();
    g_autoptr(lyh_source) source = NULL;
    lyh_tokens_read(kit.tokens, document, kit.vocabulary);
    g_assert_true(lyh_matcher_run(kit.matcher, document, kit.tokens, before, kit.diags));
    g_assert_cmpuint(lyh_codings_count(before), ==, 4);

    g_autofree char *csv = written(&kit, before, document, style);
    lyh_codings_file *file = file_of(&kit, csv, &source);
    g_assert_nonnull(file);
    g_assert_true(lyh_codings_file_anchor(file, document, kit.tokens, after, kit.diags));
    g_assert_cmpuint(lyh_codings_count(after), ==, 4);
    for (size_t i = 0; i < 4; i++)
        assert_same(lyh_codings_at(before, i), lyh_codings_at(after, i));
    g_autofree char *again = written(&kit, after, document, style);
    g_assert_cmpstr(csv, ==, again);
    lyh_codings_file_free(file);
    lyh_document_free(document);
}

static void what_is_written_is_read_back_the_same(void)
{
    check_round_trip(LYH_CSV_SWEDISH);
    check_round_trip(LYH_CSV_PACKAGE);
    check_round_trip(LYH_CSV_C);
}

#define TEST(sentence) g_test_add_func("/coding/codings_csv/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_row_of_document_code_and_quote_is_enough);
    TEST(headings_may_be_swedish_and_columns_others_own);
    TEST(white_space_in_a_quote_may_differ);
    TEST(a_decomposed_quote_is_the_same);
    TEST(the_interviewers_echo_is_not_looked_at);
    TEST(a_quote_that_is_there_twice_needs_a_place);
    TEST(start_and_end_alone_are_enough);
    TEST(a_place_outside_respondents_turns_is_refused);
    TEST(a_coding_of_an_older_text_is_found_by_its_quote_and_told);
    TEST(a_coding_of_an_older_text_is_never_shifted);
    TEST(another_documents_rows_are_left_alone);
    TEST(every_mistake_is_told_at_its_cell);
    TEST(a_cue_is_found_again_before_the_words_it_denies);
    TEST(a_written_row_has_every_column_in_its_order);
    TEST(what_is_written_is_read_back_the_same);
    return g_test_run();
}
