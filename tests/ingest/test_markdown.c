#include <string.h>

#include "reading.h"

static reading read_md(const char *text)
{
    return read_named("F1.md", text, strlen(text), NULL);
}

/* Markdown and the document text it is: after CommonMark 0.31, each from its sections. */
static const struct {
    const char *markdown, *text;
} cases[] = {
    { "**I:** Hur?\n\n**R:** Bra.\n", "I: Hur?\nR: Bra." },
    { "**I:** Hur?\n**R:** Bra.\n", "I: Hur?\nR: Bra." },
    { "__I:__ Hur _mår_ du?\n\nR: *Bra*.\n", "I: Hur mår du?\nR: Bra." },
    { "I: Hur\nhar det\ngått?\n\nR: Bra.\n", "I: Hur har det gått?\nR: Bra." },
    { "I: a\\*b\\* och snake_case_ord\n\nR: 2 * 3 * 4\n",
      "I: a*b* och snake_case_ord\nR: 2 * 3 * 4" },
    { "I: Se [sidan](https://example.se \"x\") nu?\n\nR: [skratt](paus) Ja.\n",
      "I: Se sidan nu?\nR: [skratt](paus) Ja." },
    { "I: Kod `a*b*` här?\n\nR: Ja ``b`c``.\n", "I: Kod a*b* här?\nR: Ja b`c." },
    { "> I: Hur?\n>\n> > R: Bra.\n", "I: Hur?\nR: Bra." },
    { "I: Hur?\n\nR: Så:\n\n* ett\n+ två\n- tre\n",
      "I: Hur?\nR: Så:\n- ett\n- två\n- tre" },
    { "I: Vad?\n***\nR: Det.\n- - -\n", "I: Vad?\nR: Det." },
    { "I: A&amp;B &#229;?\n\nR: J&auml; &okänd;\n", "I: A&B å?\nR: Jä &okänd;" },
    { "I: Se <https://example.se> nu?\n\nR: <b>Ja</b> <ohörbart>.\n",
      "I: Se https://example.se nu?\nR: Ja <ohörbart>." },
    { "I: Vad?\n\nR: Rad ett.  \nRad två.\\\nRad tre.\n",
      "I: Vad?\nR: Rad ett. Rad två. Rad tre." },
    { "I: Vad?\n\n```\nR: *som det står*\n```\n", "I: Vad?\nR: *som det står*" },
    { "I: Vad?\n\nR: Ja.\n\n[1]: https://example.se\n", "I: Vad?\nR: Ja." },
    { "I: Vad [1]?\n\nR: [ohörbart] ja.\n", "I: Vad [1]?\nR: [ohörbart] ja." },
    { "I: **a *b* c** d\n\nR: ***e*** *f\n", "I: a b c d\nR: e *f" },
};

static void signs_of_format_are_left_out(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(reading) it = read_md(cases[i].markdown);
        g_assert_cmpstr(lyh_document_text(it.document), ==, cases[i].text);
    }
}

static void what_is_left_out_is_told_with_counts(void)
{
    g_auto(reading) it =
        read_md("---\ntitle: Intervju\n---\nI: Vad? <!-- hemligt\nockså -->\n\n"
                "![bild](a.png) R: Ja.\n");
    g_autofree char *codes = codes_of(&it);
    g_assert_cmpstr(codes, ==, "md-front-matter md-comments md-images");
    g_assert_cmpstr(lyh_document_text(it.document), ==, "I: Vad?\nR: Ja.");
}

static void a_line_of_dashes_before_speakers_is_no_front_matter(void)
{
    g_auto(reading) it = read_md("---\nI: Vad?\n\nR: Ja.\n---\n");
    g_assert_cmpstr(lyh_document_text(it.document), ==, "I: Vad?\nR: Ja.");
}

static void a_heading_is_nobodys_answer(void)
{
    g_auto(reading) it =
        read_md("# Bemötande\n\n**I:** Hur?\n\n**R:** Bra.\n\nKontakt\n---\n\n"
                "**I:** Och sen?\n\n**R:** Sen inget.\n");
    for (size_t i = 0; i < lyh_document_turn_count(it.document); i++) {
        const lyh_turn *turn = lyh_document_turn(it.document, i);
        g_autofree char *speech = g_strndup(lyh_document_text(it.document) + turn->start,
                                            turn->end - turn->start);
        if (turn->role == LYH_ROLE_RESPONDENT)
            g_assert_true(strcmp(speech, "Bra.") == 0 || strcmp(speech, "Sen inget.") == 0);
    }
}

static void a_comment_that_is_never_closed_is_text(void)
{
    g_auto(reading) it = read_md("I: Vad <!-- menar du?\n\nR: Ja.\n");
    g_assert_cmpstr(lyh_document_text(it.document), ==, "I: Vad <!-- menar du?\nR: Ja.");
}

static void stars_in_a_text_file_stay(void)
{
    g_auto(reading) it = read_text("**I:** Hur?\n**R:** Bra.\n");
    g_assert_nonnull(strstr(lyh_document_text(it.document), "**I:**"));
}

static void every_word_leads_back_to_its_byte(void)
{
    static const char markdown[] = "# Om\n\n**I:** Hur *går*\ndet &amp; sen?\n\n"
                                   "> R: Se <!-- x --> [här](https://a.se) nu\\!\n";
    g_auto(reading) it = read_md(markdown);
    const char *text = lyh_document_text(it.document);
    static const char *const words[] = {
        "Om", "Hur", "går", "det", "sen", "Se", "här", "nu"
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t at = (size_t)(strstr(text, words[i]) - text);
        size_t byte = lyh_document_origin(it.document, at).byte;
        g_assert_true(g_str_has_prefix(markdown + byte, words[i]));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ingest/markdown/signs", signs_of_format_are_left_out);
    g_test_add_func("/ingest/markdown/left out", what_is_left_out_is_told_with_counts);
    g_test_add_func("/ingest/markdown/dashes",
                    a_line_of_dashes_before_speakers_is_no_front_matter);
    g_test_add_func("/ingest/markdown/headings", a_heading_is_nobodys_answer);
    g_test_add_func("/ingest/markdown/open comment",
                    a_comment_that_is_never_closed_is_text);
    g_test_add_func("/ingest/markdown/text files", stars_in_a_text_file_stay);
    g_test_add_func("/ingest/markdown/origins", every_word_leads_back_to_its_byte);
    return g_test_run();
}
