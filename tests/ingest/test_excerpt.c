#include <glib.h>
#include <string.h>

#include <lyhord/ingest/excerpt.h>

#include "../../src/base/autoptr.h"
#include "../../src/corpus/autoptr.h"

/* "role:speech" of every turn, with asides as [n] and quotations as "n" behind. */
static char *told(const lyh_said *said, size_t count, const char *respondent)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_document) document =
        lyh_ingest_excerpt("a-1", "facit.jsonl", 4, said, count, respondent, diags);
    g_autoptr(GString) out = g_string_new(NULL);
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        g_string_append_printf(out, "%s%s:", i > 0 ? "; " : "", lyh_role_name(turn->role));
        g_string_append_len(out, lyh_document_text(document) + turn->start,
                            (gssize)(turn->end - turn->start));
    }
    g_string_append_printf(out, " [%zu] \"%zu\"", lyh_document_aside_count(document),
                           lyh_document_quotation_count(document));
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static void check(const lyh_said *said, size_t count, const char *respondent,
                  const char *expected)
{
    g_autofree char *found = told(said, count, respondent);
    g_assert_cmpstr(found, ==, expected);
}

static void a_text_by_itself_is_a_respondents_words(void)
{
    const lyh_said said[] = { { "", " Hon sa ”du får vänta” (skratt) och [gick]. \n" } };
    check(said, 1, "", "respondent:Hon sa ”du får vänta” (skratt) och [gick]. [2] \"1\"");
}

static void marks_tell_who_answers(void)
{
    const lyh_said said[] = { { "I", "Hur är det?" },
                              { "IP3", "Bra." },
                              { "Maja", "Jo." },
                              { "ML", "Mm." },
                              { "IP3", "  " } };
    check(said, 5, "",
          "interviewer:Hur är det?; respondent:Bra.; unknown:Jo.; listener:Mm. [0] \"0\"");
    check(said, 5, "Maja",
          "interviewer:Hur är det?; respondent:Bra.; respondent:Jo.; listener:Mm. [0] "
          "\"0\"");
}

static void where_no_mark_answers_all_who_do_not_ask_are_respondents(void)
{
    const lyh_said said[] = { { "Intervjuare", "Hur är det?" }, { "Maja", "Bra." } };
    check(said, 2, "", "interviewer:Hur är det?; respondent:Bra. [0] \"0\"");
}

static void what_looks_like_a_mark_inside_speech_is_speech(void)
{
    const lyh_said said[] = { { "B", "Nej.\nI: sa jag" } };
    check(said, 1, "", "respondent:Nej.\nI: sa jag [0] \"0\"");
}

static void a_bracket_never_closed_is_told_with_its_line(void)
{
    const lyh_said said[] = { { "", "Det [gick." } };
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_document_free(lyh_ingest_excerpt("a-1", "facit.jsonl", 4, said, 1, "", diags));
    g_assert_cmpuint(lyh_diags_warning_count(diags), ==, 1);
    g_assert_cmpuint(lyh_diags_at(diags, 0)->paragraph, ==, 4);
    g_assert_cmpuint(lyh_diags_at(diags, 0)->column, ==, 5);
}

static void no_words_make_no_turns(void)
{
    check(NULL, 0, "", " [0] \"0\"");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/excerpt/text", a_text_by_itself_is_a_respondents_words);
    g_test_add_func("/excerpt/marks", marks_tell_who_answers);
    g_test_add_func("/excerpt/names",
                    where_no_mark_answers_all_who_do_not_ask_are_respondents);
    g_test_add_func("/excerpt/inside", what_looks_like_a_mark_inside_speech_is_speech);
    g_test_add_func("/excerpt/unclosed", a_bracket_never_closed_is_told_with_its_line);
    g_test_add_func("/excerpt/nothing", no_words_make_no_turns);
    return g_test_run();
}
