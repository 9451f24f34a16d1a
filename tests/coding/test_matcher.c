#include "coded.h"

static void a_plain_word_is_met_in_any_inflected_form(void)
{
    check_rule("väg", "B: Vägen är lång och alla vägar går hit.", "k:Vägen; k:vägar");
    check_rule("ringer", "B: Hen ringde mig.", "k:ringde");
}

static void a_quoted_word_is_met_in_its_spelling_only(void)
{
    check_rule("\"väg\"", "B: Vägen. En VÄG. Alla vägar.", "k:VÄG");
}

static void a_token_with_a_reserved_sign_is_met_in_quotes(void)
{
    check_rule("\"t.ex.\"", "B: Maten t.ex. var god.", "k:t.ex.");
}

static void a_glob_spans_any_characters_of_one_token(void)
{
    check_rule("tillgäng*", "B: Tillgängligt. Otillgänglig tillgång.", "k:Tillgängligt");
    check_rule("*gänglig*", "B: Tillgängligt och otillgänglig.",
               "k:Tillgängligt; k:otillgänglig");
    check_rule("koll?g", "B: En kollåg, en kollg, en kolläge.", "k:kollåg");
    check_rule("f?r", "B: får för f\u00fcr fåår fr", "k:får; k:för; k:f\u00fcr");
}

static void a_glob_of_stars_meets_words_and_never_punctuation(void)
{
    check_rule("*", "B: Jo, 12 – ja.", "k:Jo; k:12; k:ja");
}

static void case_is_not_looked_at_and_rings_and_dots_are(void)
{
    check_rule("\"ÅR\" | sÄr*", "B: år ar ÅR sära sara", "k:år; k:ÅR; k:sära");
}

static void words_of_a_phrase_stand_in_a_row(void)
{
    check_rule("\"tar sig tid\"", "B: Hen tar sig tid. Hen tar sig mycket tid.",
               "k:tar sig tid");
    check_rule("svår* att nå", "B: De är svåra att nå.", "k:svåra att nå");
    check_rule("hör av sig", "B: Hen hörde av sig i går.", "k:hörde av sig");
}

static void fillers_may_stand_inside_a_row(void)
{
    check_rule("ring* tillbaka", "B: Hen ringer eh öh tillbaka.",
               "k:ringer eh öh tillbaka");
    check_rule("r* t*", "B: ringer mm tillbaka", "k:ringer mm tillbaka");
}

static void a_filler_that_the_rule_asks_for_is_taken(void)
{
    check_rule("\"eh tillbaka\"", "B: eh eh tillbaka eh", "k:eh eh tillbaka");
}

static void other_punctuation_breaks_a_row(void)
{
    check_rule("ring* tillbaka", "B: Hen ringer, tillbaka. Ringer – tillbaka", "");
}

static void a_row_ends_with_its_sentence(void)
{
    check_rule("ring* tillbaka", "B: Hen ringer. Tillbaka då.\nB: ringer\nB: tillbaka", "");
}

static void a_phrase_may_begin_inside_a_begun_one(void)
{
    check_rule("\"a a b\"", "B: a a a b", "k:a a b");
    check_rule("\"a b a\"", "B: a b a b a", "k:a b a; k:a b a");
}

static void alternatives_in_parentheses_are_multiplied_out(void)
{
    check_rule("(ringer | hör av sig) tillbaka",
               "B: Hen ringde tillbaka. Hen hör av sig tillbaka. Hen hör tillbaka.",
               "k:ringde tillbaka; k:hör av sig tillbaka");
    check_rule("(\"a\" | \"b\") (\"c\" | \"d\" \"e\")", "B: a c b c a d b d e",
               "k:a c; k:b c; k:b d e");
}

static void a_thousand_phrases_of_one_rule_are_the_most(void)
{
    g_auto(coder_kit) kit = kit_new("kod;regler\n"
                                    "k;(a|b|c|d|e|f|g|h|i|j) (a|b|c|d|e|f|g|h|i|j) "
                                    "(a|b|c|d|e|f|g|h|i|j) (a|b)\n",
                                    (lyh_matcher_options){ 0 });
    g_assert_null(kit.matcher);
    g_assert_cmpuint(lyh_diags_error_count(kit.diags), ==, 1);
    g_assert_cmpstr(lyh_diags_at(kit.diags, 0)->code, ==, "rule-too-many");
}

static void only_respondents_are_matched(void)
{
    static const char talk[] = "I: Det är lukten.\nB: Vilken lukt.";
    static const char book[] = "kod;regler;mönster\nk;lukt*;\nm;;lukt\n";
    check_coded(book, talk, "k:lukt; m:lukt");
    check_coded_with((lyh_matcher_options){ .all_roles = true }, book, talk,
                     "k:lukten; m:lukt; k:lukt; m:lukt");
}

static void asides_are_never_matched_and_break_a_row(void)
{
    check_rule("lukt*", "B: Det (lukten igen) var [om lukt] så.", "");
    check_rule("ring* tillbaka", "B: ringer (skratt) tillbaka, ringer [namn] tillbaka", "");
    check_rule("/skratt|namn/", "B: Hen (skratt) [namn] sa skratt.", "k:skratt");
    check_rule("/sa.*så/", "B: Hen sa (skratt) så.", "");
}

static void a_coding_says_whose_and_where(void)
{
    g_auto(coder_kit) kit =
        kit_new("kod;regler\nk;lukt* # doft\n", (lyh_matcher_options){ 0 });
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    lyh_document *document = talk_document("I: Jaha.\nB: Ja. Det är lukten.");
    lyh_tokens_read(kit.tokens, document, kit.vocabulary);
    g_assert_true(lyh_matcher_run(kit.matcher, document, kit.tokens, codings, kit.diags));
    const lyh_coding *coding = lyh_codings_at(codings, 0);
    g_assert_cmpuint(coding->turn, ==, 1);
    g_assert_cmpuint(coding->respondent, ==, 7);
    g_assert_cmpuint(coding->sentence, ==, 2);
    g_assert_cmpint((int)coding->status, ==, LYH_SUGGESTED);
    g_assert_cmpstr(coding->rule, ==, "lukt*");
    g_assert_cmpstr(coding->coder, ==, "");
    lyh_document_free(document);
}

static void a_hit_inside_a_longer_one_of_the_code_is_dropped(void)
{
    check_rule("ring*\nring* tillbaka", "B: Hen ringer tillbaka. Hen ringer.",
               "k:ringer tillbaka; k:ringer");
    check_coded("kod;regler;regler_plus\nk;ring* tillbaka;ring*\n", "B: ringer tillbaka",
                "k:ringer tillbaka");
}

static void hits_that_only_overlap_both_stand(void)
{
    check_rule("\"a b\" | \"b c\"", "B: a b c", "k:a b; k:b c");
}

static void of_equal_hits_the_earlier_rule_stands(void)
{
    check_coded("kod;regler_plus;regler_minus\nk;lukt*;*ukten\n", "B: Den där lukten.",
                "k+:lukten");
    check_rule("lukten\nlukt*", "B: lukten", "k:lukten");
}

static void different_codes_may_overlap(void)
{
    check_coded("kod;regler\na;ring* tillbaka\nb;ring*\n", "B: ringer tillbaka",
                "a:ringer tillbaka; b:ringer");
}

static void an_exception_drops_every_hit_it_overlaps_of_its_code(void)
{
    static const char book[] =
        "kod;regler;undantag\nvård;vård*;vård i egen regi\nb;vård*;\n";
    check_coded(book, "B: Bra vård. Och vård i egen regi.", "vård:vård; b:vård; b:vård");
    check_coded("kod;regler;undantag\nk;xa xb xc | xd;xc xx\n", "B: xa xb xc xx xd",
                "k:xd");
}

static void what_an_exception_drops_hides_nothing(void)
{
    check_coded("kod;regler;undantag\nk;xa xb xc | xa;xc xd\n", "B: xa xb xc xd", "k:xa");
}

static void a_column_suggests_its_polarity(void)
{
    check_coded("kod;regler;regler_plus;regler_minus\nk;kom;snäll*;snäsig*\n",
                "B: Hen kom och var snäll. Sen var hen snäsig.",
                "k:kom; k+:snäll; k-:snäsig");
}

static void a_denied_plus_is_a_minus_and_a_denied_minus_is_nothing(void)
{
    check_coded("kod;regler;regler_plus;regler_minus\nk;kom;snäll*;snäsig*\n",
                "B: Hen var inte snäll. Hen var aldrig snäsig. Hen kom.",
                "k-:snäll (negated by inte); k:snäsig (negated by aldrig); k:kom");
}

static void where_nobody_asks_what_is_said_every_hit_is_stated_and_neutral(void)
{
    static const char talk[] =
        "B: Är hen snäll? Hen var inte snäll. Jag vill att de lyssnar.";
    static const char book[] = "kod;regler_plus;undantag\nk;snäll | lyssnar;vill\n";
    g_auto(coder_kit) judged = kit_new(book, (lyh_matcher_options){ 0 });
    g_auto(coder_kit) met =
        kit_new(book, (lyh_matcher_options){ .judging = LYH_JUDGE_NOTHING });
    g_autofree char *said = kit_coded(&judged, talk);
    g_autofree char *found = kit_coded(&met, talk);
    g_assert_cmpstr(found, ==, "k:snäll; k:snäll; k:lyssnar");
    g_assert_cmpstr(said, !=, found);
}

static void a_row_ends_where_a_later_sentence_begins_with_its_last_word(void)
{
    check_coded("kod;regler\nk;xa xb\nl;xb\n",
                "I: xa xb.\nB: Xa. Xb xa xb.\nI: xb\nB: xa\nB: xb",
                "l:Xb; k:xa xb; l:xb; l:xb");
}

static void one_rule_alone_codes_as_code_nought(void)
{
    g_auto(coder_kit) kit = kit_new("kod\nk\n", (lyh_matcher_options){ 0 });
    lyh_rule_origin origin = { 0 };
    lyh_matcher_options options = { 0 };
    g_autoptr(lyh_rule) rule = lyh_rule_parse("lukt*", 5, &origin, kit.diags);
    lyh_matcher_free(kit.matcher);
    kit.matcher = lyh_matcher_for_rule(rule, kit.book, kit.vocabulary, kit.lexicon,
                                       &options, kit.diags);
    g_autofree char *found = kit_coded(&kit, "B: En lukt.");
    g_assert_cmpstr(found, ==, "k:lukt");
}

static void globs_and_spellings_never_ask_the_lexicon(void)
{
    g_auto(coder_kit) kit = kit_new("kod;regler;mönster\nk;\"\"\"väg\"\" | lukt*\";os\n",
                                    (lyh_matcher_options){ 0 });
    lyh_lexicon_free(kit.lexicon);
    kit.lexicon = NULL;
    g_autofree char *found = kit_coded(&kit, "B: Väg och lukten av os.");
    g_assert_cmpstr(found, ==, "k:Väg; k:lukten; k:os");
}

static void words_met_first_in_a_later_document_are_decided_then(void)
{
    g_auto(coder_kit) kit =
        kit_new("kod;regler\nk;lukt* | väg\n", (lyh_matcher_options){ 0 });
    g_autofree char *first = kit_coded(&kit, "B: Bara annat.");
    g_autofree char *second = kit_coded(&kit, "B: Luktade på vägarna.");
    g_autofree char *third = kit_coded(&kit, "B: Luktade på vägarna.");
    g_assert_cmpstr(first, ==, "");
    g_assert_cmpstr(second, ==, "k:Luktade; k:vägarna");
    g_assert_cmpstr(third, ==, second);
}

/* As many phrases as there are: each is to be found where it stands, and no other. */
static void of_many_phrases_with_one_first_word_the_one_that_stands_there_is_found(void)
{
    g_autoptr(GString) book = g_string_new("kod;regler\n");
    for (int i = 0; i < 300; i++)
        g_string_append_printf(book, "k%d;\"inte w%d\"\n", i, i);
    g_auto(coder_kit) kit = kit_new(book->str, (lyh_matcher_options){ 0 });
    for (int i = 0; i < 300; i++) {
        g_autofree char *talk = g_strdup_printf("B: inte w%d, inte eh w%d. Inte.\nB: w%d "
                                                "(inte) w%d inte [ja] w%d",
                                                i, i, i, i, i);
        g_autofree char *found = kit_coded(&kit, talk);
        g_autofree char *wanted =
            g_strdup_printf("k%d:inte w%d; k%d:inte eh w%d", i, i, i, i);
        g_assert_cmpstr(found, ==, wanted);
    }
}

static void of_many_globs_those_that_a_word_begins_as_are_found(void)
{
    g_autoptr(GString) book = g_string_new("kod;regler\nz;*\n");
    for (int i = 0; i < 500; i++)
        g_string_append_printf(book, "k%d;%c%c%dx*\n", i, 'a' + i % 25, 'a' + i / 25, i);
    g_string_append(book, "kort;a* | \u00e5?\n");
    g_auto(coder_kit) kit = kit_new(book->str, (lyh_matcher_options){ 0 });
    for (int i = 1; i < 500; i++) {
        g_autofree char *word = g_strdup_printf("%c%c%dxyz", 'a' + i % 25, 'a' + i / 25, i);
        g_autofree char *talk = g_strdup_printf("B: %s", word);
        g_autofree char *found = kit_coded(&kit, talk);
        g_autofree char *wanted = g_strdup_printf(
            i % 25 ? "z:%s; k%d:%s" : "z:%s; k%d:%s; kort:%s", word, i, word, word);
        g_assert_cmpstr(found, ==, wanted);
    }
    g_autofree char *small = kit_coded(&kit, "B: \u00e5\u00e4 a b");
    g_assert_cmpstr(small, ==, "z:\u00e5\u00e4; kort:\u00e5\u00e4; z:a; kort:a; z:b");
}

static void suggestions_come_in_the_order_of_the_text(void)
{
    check_coded("kod;regler\nz;xc | xa\na;xb | xa xb\n", "B: xa xb xc",
                "a:xa xb; z:xa; z:xc");
}

/* Each hit here begins anew within the last: the work must not grow with the square. */
static void a_sentence_of_a_hundred_thousand_hits_ends(void)
{
    g_autoptr(GString) talk = g_string_new("B: ");
    for (int i = 0; i < 100000; i++)
        g_string_append(talk, "eh xa ");
    g_auto(coder_kit) kit = kit_new("kod;regler;mönster\nk;xa xa;\nl;xa;\nm;;xa\\b\n",
                                    (lyh_matcher_options){ 0 });
    g_autofree char *found = kit_coded(&kit, talk->str);
    g_assert_true(
        g_str_has_prefix(found, "k:xa eh xa; l:xa; m:xa; k:xa eh xa; l:xa; m:xa;"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/matcher/" #name, name)
    ADD(a_plain_word_is_met_in_any_inflected_form);
    ADD(a_quoted_word_is_met_in_its_spelling_only);
    ADD(a_token_with_a_reserved_sign_is_met_in_quotes);
    ADD(a_glob_spans_any_characters_of_one_token);
    ADD(a_glob_of_stars_meets_words_and_never_punctuation);
    ADD(case_is_not_looked_at_and_rings_and_dots_are);
    ADD(words_of_a_phrase_stand_in_a_row);
    ADD(fillers_may_stand_inside_a_row);
    ADD(a_filler_that_the_rule_asks_for_is_taken);
    ADD(other_punctuation_breaks_a_row);
    ADD(a_row_ends_with_its_sentence);
    ADD(a_phrase_may_begin_inside_a_begun_one);
    ADD(alternatives_in_parentheses_are_multiplied_out);
    ADD(a_thousand_phrases_of_one_rule_are_the_most);
    ADD(only_respondents_are_matched);
    ADD(asides_are_never_matched_and_break_a_row);
    ADD(a_coding_says_whose_and_where);
    ADD(a_hit_inside_a_longer_one_of_the_code_is_dropped);
    ADD(hits_that_only_overlap_both_stand);
    ADD(of_equal_hits_the_earlier_rule_stands);
    ADD(different_codes_may_overlap);
    ADD(an_exception_drops_every_hit_it_overlaps_of_its_code);
    ADD(what_an_exception_drops_hides_nothing);
    ADD(a_column_suggests_its_polarity);
    ADD(a_denied_plus_is_a_minus_and_a_denied_minus_is_nothing);
    ADD(where_nobody_asks_what_is_said_every_hit_is_stated_and_neutral);
    ADD(a_row_ends_where_a_later_sentence_begins_with_its_last_word);
    ADD(one_rule_alone_codes_as_code_nought);
    ADD(globs_and_spellings_never_ask_the_lexicon);
    ADD(words_met_first_in_a_later_document_are_decided_then);
    ADD(of_many_phrases_with_one_first_word_the_one_that_stands_there_is_found);
    ADD(of_many_globs_those_that_a_word_begins_as_are_found);
    ADD(suggestions_come_in_the_order_of_the_text);
    ADD(a_sentence_of_a_hundred_thousand_hits_ends);
#undef ADD
    return g_test_run();
}
