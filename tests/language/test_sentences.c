#include "words.h"

#include <lyhord/corpus/document.h>

/* Sentences with // between them, tokens with |. */
static char *sentences_joined(const words *found)
{
    GString *joined = g_string_new(NULL);
    const lyh_sentence *all = lyh_tokens_sentences(found->tokens);
    for (size_t i = 0; i < lyh_tokens_sentence_count(found->tokens); i++) {
        g_autofree char *one =
            tokens_joined(found->text, found->tokens, all[i].first, all[i].end);
        g_string_append_printf(joined, "%s%s", i ? " // " : "", one);
    }
    return g_string_free(joined, FALSE);
}

#define assert_sentences(speech, expected)                                                 \
    do {                                                                                   \
        g_auto(words) found_ = words_of(speech);                                           \
        g_autofree char *joined_ = sentences_joined(&found_);                              \
        g_assert_cmpstr(joined_, ==, expected);                                            \
    } while (0)

static void a_stop_before_a_capital_ends_a_sentence(void)
{
    assert_sentences("Ja. Nej! Va? Jo", "Ja|. // Nej|! // Va|? // Jo");
    assert_sentences("Va? sa hon", "Va|?|sa|hon");
}

static void an_abbreviation_ends_a_sentence_only_where_one_may_end(void)
{
    assert_sentences("Hjälp av t.ex. Karin", "Hjälp|av|t.ex.|Karin");
    assert_sentences("Brev ang. Karin, tex. sent", "Brev|ang.|Karin|,|tex.|sent");
    assert_sentences("Det var i okt. Sen kom hon", "Det|var|i|okt. // Sen|kom|hon");
    assert_sentences("Mat m.m. Det var bra", "Mat|m.m. // Det|var|bra");
    assert_sentences("Jag mötte A. Persson där", "Jag|mötte|A.|Persson|där");
}

static void dots_in_the_middle_of_speech_go_on(void)
{
    assert_sentences("jag… alltså jag vet inte", "jag|…|alltså|jag|vet|inte");
    assert_sentences("jag vet inte... Det var så", "jag|vet|inte|... // Det|var|så");
    assert_sentences("det tog... 3 veckor", "det|tog|...|3|veckor");
}

static void closing_quotes_and_brackets_go_with_the_stop(void)
{
    assert_sentences("Hon sa: \"Gå hem.\" Då gick jag.",
                     "Hon|sa|:|\"|Gå|hem|.|\" // Då|gick|jag|.");
    assert_sentences("(Det är så.) Ja", "(|Det|är|så|.|) // Ja");
}

static void a_quotation_or_a_dash_may_begin_a_sentence(void)
{
    assert_sentences("Så var det. \"Nej\" sa hon", "Så|var|det|. // \"|Nej|\"|sa|hon");
    assert_sentences("Ja. – Nej", "Ja|. // –|Nej");
}

static void a_short_line_before_a_capital_stands_for_itself(void)
{
    assert_sentences("Om hjälpen\nJag fick vänta", "Om|hjälpen // Jag|fick|vänta");
    assert_sentences("jag fick\nvänta", "jag|fick|vänta");
    assert_sentences("Om hjälpen\n\njag fick", "Om|hjälpen // jag|fick");
}

static void wrapped_text_is_not_broken_by_a_name_first_on_a_line(void)
{
    assert_sentences(
        "Sedan åkte jag ensam hela den långa vägen tillbaka hem till\nUppsala igen",
        "Sedan|åkte|jag|ensam|hela|den|långa|vägen|tillbaka|hem|till|Uppsala|igen");
}

static void a_number_with_a_period_first_in_a_sentence_numbers_it(void)
{
    assert_sentences("1. Hur var det?", "1|.|Hur|var|det|?");
}

static void speech_typed_without_capitals_ends_at_its_stops(void)
{
    assert_sentences("ja. det var bra. sen då", "ja|. // det|var|bra|. // sen|då");
    assert_sentences("va? jag hörde inte! vad sa du",
                     "va|? // jag|hörde|inte|! // vad|sa|du");
    assert_sentences("det kostade 50 kr. sen gick jag",
                     "det|kostade|50|kr|. // sen|gick|jag");
    assert_sentences("hon sa \"nej\". då gick jag", "hon|sa|\"|nej|\"|. // då|gick|jag");
    assert_sentences("bra. - ja, bra", "bra|. // -|ja|,|bra");
}

static void an_abbreviation_before_a_small_letter_goes_on(void)
{
    assert_sentences("de kom bl.a. hit, resp. dit", "de|kom|bl.a.|hit|,|resp.|dit");
    assert_sentences("plan b. eller den 5. maj", "plan|b|.|eller|den|5|.|maj");
    assert_sentences("mat osv. som sagt", "mat|osv.|som|sagt");
}

static void who_says_it_goes_on_with_what_is_said(void)
{
    assert_sentences("Nej! ropade hon", "Nej|!|ropade|hon");
    assert_sentences("Och sen – vad hände? – så kom de",
                     "Och|sen|–|vad|hände|?|–|så|kom|de");
    assert_sentences("\"Kom igen.\" och sen la hon på",
                     "\"|Kom|igen|.|\"|och|sen|la|hon|på");
    assert_sentences("Då sa handläggaren till mig: Du får vänta.",
                     "Då|sa|handläggaren|till|mig|:|Du|får|vänta|.");
    assert_sentences("Svaret som kom: \"Tänk på det.\"",
                     "Svaret|som|kom|:|\"|Tänk|på|det|.|\"");
}

/* One turn, with what stands between quotation marks marked as readers of transcripts do. */
static void what_is_quoted_without_capitals_is_one_with_who_says_it(void)
{
    const char *text = "hon sa \"nej. det går inte! du får vänta\" bara så. sen la hon på";
    const char *from = strchr(text, '"'), *to = strrchr(text, '"');
    lyh_document *document = lyh_document_new("r1", "r1.txt", text, strlen(text));
    size_t speaker = lyh_document_add_speaker(document, "B", LYH_ROLE_RESPONDENT);
    lyh_document_add_turn(
        document,
        (lyh_turn){ .end = strlen(text), .speaker = speaker, .role = LYH_ROLE_RESPONDENT });
    lyh_document_add_quotation(
        document, (lyh_quotation){ (size_t)(from - text), (size_t)(to - text) + 1 });
    words found = { text, lyh_vocabulary_new(), lyh_tokens_new() };
    lyh_tokens_read(found.tokens, document, found.vocabulary);
    g_autofree char *joined = sentences_joined(&found);
    g_assert_cmpstr(
        joined, ==,
        "hon|sa|\"|nej|.|det|går|inte|!|du|får|vänta|\"|bara|så|. // sen|la|hon|på");
    words_clear(&found);
    lyh_document_free(document);
}

static void a_colon_between_a_clause_and_a_whole_sentence_ends_the_clause(void)
{
    assert_sentences("Det är en sak till: De ringer aldrig upp.",
                     "Det|är|en|sak|till|: // De|ringer|aldrig|upp|.");
    assert_sentences("Vi behövde tre saker: tid, pengar och ro",
                     "Vi|behövde|tre|saker|:|tid|,|pengar|och|ro");
    assert_sentences("Det kom tre andra också: Anna, Bo och Siv",
                     "Det|kom|tre|andra|också|:|Anna|,|Bo|och|Siv");
    assert_sentences("Läs boken av Berg: Makt och vanmakt",
                     "Läs|boken|av|Berg|:|Makt|och|vanmakt");
    assert_sentences("Min fråga: Hur gick det", "Min|fråga|:|Hur|gick|det");
}

static void a_choice_between_questions_is_one_question(void)
{
    assert_sentences("Vill du ha te? kaffe? saft?", "Vill|du|ha|te|?|kaffe|?|saft|?");
    assert_sentences("vad sa hon? jag hörde inte vad hon sa?",
                     "vad|sa|hon|? // jag|hörde|inte|vad|hon|sa|?");
}

static void a_note_belongs_to_the_sentence_that_it_is_set_to(void)
{
    assert_sentences("Så var det. 7\n7. Se Berg", "Så|var|det|.|7 // 7|.|Se|Berg");
    assert_sentences("Så var det.7 Nu inte", "Så|var|det|.|7 // Nu|inte");
    assert_sentences("Så var det. 7 kom dit", "Så|var|det|. // 7|kom|dit");
}

static void a_time_ends_a_sentence_as_a_word_does(void)
{
    assert_sentences("Kom kl. 10. Sen gick jag", "Kom|kl.|10|. // Sen|gick|jag");
    assert_sentences("kom kl. 10. sen gick jag", "kom|kl.|10|. // sen|gick|jag");
    assert_sentences("kl 13.30. Ja", "kl|13.30|. // Ja");
}

static void lines_of_a_list_stand_for_themselves(void)
{
    assert_sentences("vi vill ha\n- tid\n- ro", "vi|vill|ha // -|tid // -|ro");
    assert_sentences("1. Tid\n2. Ro", "1|.|Tid // 2|.|Ro");
    assert_sentences(
        "Det som vi alla som var där den dagen tyckte var viktigast är detta:\nTid",
        "Det|som|vi|alla|som|var|där|den|dagen|tyckte|var|viktigast|är|detta|:"
        " // Tid");
}

static void a_sentence_that_closes_with_a_question_mark_is_a_question(void)
{
    g_auto(words) found = words_of("Hur var det? Det var bra. \"Var det?\"");
    const lyh_sentence *all = lyh_tokens_sentences(found.tokens);
    g_assert_cmpuint(lyh_tokens_sentence_count(found.tokens), ==, 3);
    g_assert_true(all[0].is_question);
    g_assert_false(all[1].is_question);
    g_assert_true(all[2].is_question);
}

static void every_token_is_in_the_sentence_that_is_said_to_hold_it(void)
{
    g_auto(words) found = words_of("Ja. Nej! Va? Jo. Hon lyssnade... Men sen då?");
    const lyh_sentence *all = lyh_tokens_sentences(found.tokens);
    for (size_t i = 0; i < lyh_tokens_count(found.tokens); i++) {
        const lyh_sentence *held = &all[lyh_tokens_sentence_of(found.tokens, i)];
        g_assert_cmpuint(held->first, <=, i);
        g_assert_cmpuint(held->end, >, i);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/sentences/" #name, name)
    ADD(a_stop_before_a_capital_ends_a_sentence);
    ADD(an_abbreviation_ends_a_sentence_only_where_one_may_end);
    ADD(dots_in_the_middle_of_speech_go_on);
    ADD(closing_quotes_and_brackets_go_with_the_stop);
    ADD(a_quotation_or_a_dash_may_begin_a_sentence);
    ADD(a_short_line_before_a_capital_stands_for_itself);
    ADD(wrapped_text_is_not_broken_by_a_name_first_on_a_line);
    ADD(a_number_with_a_period_first_in_a_sentence_numbers_it);
    ADD(speech_typed_without_capitals_ends_at_its_stops);
    ADD(an_abbreviation_before_a_small_letter_goes_on);
    ADD(who_says_it_goes_on_with_what_is_said);
    ADD(what_is_quoted_without_capitals_is_one_with_who_says_it);
    ADD(a_colon_between_a_clause_and_a_whole_sentence_ends_the_clause);
    ADD(a_choice_between_questions_is_one_question);
    ADD(a_note_belongs_to_the_sentence_that_it_is_set_to);
    ADD(a_time_ends_a_sentence_as_a_word_does);
    ADD(lines_of_a_list_stand_for_themselves);
    ADD(a_sentence_that_closes_with_a_question_mark_is_a_question);
    ADD(every_token_is_in_the_sentence_that_is_said_to_hold_it);
    return g_test_run();
}
