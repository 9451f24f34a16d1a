/* A transcript was edited: what stands where it stood, what moved, and what nobody says any more. */
#include <lyhord/store/anchor.h>

#include "journals.h"

typedef lyh_anchorings anchorings;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(anchorings, lyh_anchorings_free)
typedef lyh_document document;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(document, lyh_document_free)

/* One respondent's turn a line that begins with "R: "; the others are the interviewer's. */
static lyh_document *document_of(const char *text)
{
    lyh_document *made = lyh_document_new("R01", "R01.txt", text, strlen(text));
    size_t asks = lyh_document_add_speaker(made, "I", LYH_ROLE_INTERVIEWER);
    size_t answers = lyh_document_add_speaker(made, "R", LYH_ROLE_RESPONDENT);
    for (const char *line = text; *line;) {
        const char *end = strchr(line, '\n');
        bool is_answer = *line == 'R';
        lyh_document_add_turn(made, (lyh_turn){ .start = (size_t)(line - text) + 3,
                                                .end = (size_t)(end - text),
                                                .speaker = is_answer ? answers : asks,
                                                .role = is_answer ? LYH_ROLE_RESPONDENT
                                                                  : LYH_ROLE_INTERVIEWER,
                                                .respondent = LYH_NONE,
                                                .question = LYH_NONE });
        line = end + 1;
    }
    return made;
}

static const char before[] = "I: Hur är det?\n"
                             "R: Jag får vänta. Det är bra här.\n"
                             "I: Är det bra?\n"
                             "R: Det är bra på det viset, ja.\n";

/* What became of the words from code point @start to @end of the text above in @after. */
static lyh_anchoring moved_to(size_t start, size_t end, const char *after, char **quote)
{
    g_autofree char *path = new_path();
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_CREATE);
    g_autoptr(document) old = document_of(before);
    g_autoptr(document) now = document_of(after);
    char *words;
    lyh_event event = code_at("anna", "R01", 0, 1, "tid");
    event.place = lyh_text_place_at(old, start, end, &words);
    add(journal, event);
    g_autoptr(lyh_stored_codings) codings = codings_of(journal, NULL, "R01");
    g_autoptr(anchorings) list = lyh_anchorings_new(codings, now);
    g_assert_cmpuint(lyh_anchorings_count(list), ==, 1);
    lyh_anchoring found = *lyh_anchorings_at(list, 0);
    if (quote)
        *quote = g_strdup(found.place.quote);
    free(words);
    remove_store(path);
    return found;
}

static void a_place_tells_its_words_and_32_characters_on_both_sides(void)
{
    g_autoptr(document) old = document_of(before);
    char *words;
    const lyh_text_place place = lyh_text_place_at(old, 33, 48, &words);
    g_assert_cmpstr(place.quote, ==, "Det är bra här.");
    g_assert_cmpstr(place.before, ==, ": Hur är det?\nR: Jag får vänta. ");
    g_assert_cmpint(g_utf8_strlen(place.before, -1), ==, LYH_CONTEXT_LENGTH);
    g_assert_cmpstr(place.after, ==, "\nI: Är det bra?\nR: Det är bra på");
    g_assert_cmpint(g_utf8_strlen(place.after, -1), ==, LYH_CONTEXT_LENGTH);
    g_assert_cmpuint(place.turn, ==, 1);
    free(words);
}

static void the_same_text_keeps_its_codings_where_they_are(void)
{
    const lyh_anchoring found = moved_to(33, 48, before, NULL);
    g_assert_cmpint(found.fate, ==, LYH_ANCHOR_KEPT);
    g_assert_cmpuint(found.place.start, ==, 33);
}

static void an_edit_far_away_leaves_a_place_as_it_was(void)
{
    const lyh_anchoring found = moved_to(18, 32,
                                         "I: Hur är det?\n"
                                         "R: Jag får vänta. Det är bra här.\n"
                                         "I: Är det bra?\n"
                                         "R: Det är inte bra på det viset, nej.\n",
                                         NULL);
    g_assert_cmpint(found.fate, ==, LYH_ANCHOR_KEPT);
    g_assert_cmpuint(found.place.start, ==, 18);
}

static void words_that_stand_once_are_found_where_they_moved(void)
{
    g_autofree char *quote = NULL;
    const lyh_anchoring found = moved_to(18, 32,
                                         "I: Hur är det, egentligen?\n"
                                         "R: Jag får vänta. Det är bra.\n",
                                         &quote);
    g_assert_cmpint(found.fate, ==, LYH_ANCHOR_MOVED);
    g_assert_cmpuint(found.place.start, ==, 30);
    g_assert_cmpuint(found.place.end, ==, 44);
    g_assert_cmpuint(found.places, ==, 1);
    g_assert_cmpstr(quote, ==, "Jag får vänta.");
}

/* "Det är bra" (33 to 43) stands twice with a respondent; what follows it tells which. */
static void of_several_places_the_one_with_the_same_around_it_is_meant(void)
{
    const lyh_anchoring found = moved_to(33, 43,
                                         "I: Hur är det?\n"
                                         "R: Det är bra på det viset.\n"
                                         "I: Jaha. Så du tycker att det är så?\n"
                                         "R: Jag får vänta. Det är bra här.\n",
                                         NULL);
    g_assert_cmpint(found.fate, ==, LYH_ANCHOR_MOVED);
    g_assert_cmpuint(found.places, ==, 2);
    g_assert_true(found.is_told);
    g_assert_cmpuint(found.place.turn, ==, 3);
}

static void where_nothing_tells_the_nearest_is_proposed_and_said_to_be_unsure(void)
{
    const lyh_anchoring found = moved_to(33, 43,
                                         "I: A?\n"
                                         "R: Det är bra\n"
                                         "I: B, och en lång fråga till?\n"
                                         "R: Det är bra\n"
                                         "I: C?\n",
                                         NULL);
    g_assert_cmpint(found.fate, ==, LYH_ANCHOR_MOVED);
    g_assert_cmpuint(found.places, ==, 2);
    g_assert_false(found.is_told);
    g_assert_cmpuint(found.place.turn, ==, 3);
}

static void what_only_the_interviewer_says_is_lost(void)
{
    g_autofree char *quote = NULL;
    const lyh_anchoring found = moved_to(18, 32,
                                         "I: Jag får vänta. Är det så?\n"
                                         "R: Ja.\n",
                                         &quote);
    g_assert_cmpint(found.fate, ==, LYH_ANCHOR_LOST);
    g_assert_cmpuint(found.place.start, ==, 18);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/store/anchor/" #name, name)
    TEST(a_place_tells_its_words_and_32_characters_on_both_sides);
    TEST(the_same_text_keeps_its_codings_where_they_are);
    TEST(an_edit_far_away_leaves_a_place_as_it_was);
    TEST(words_that_stand_once_are_found_where_they_moved);
    TEST(of_several_places_the_one_with_the_same_around_it_is_meant);
    TEST(where_nothing_tells_the_nearest_is_proposed_and_said_to_be_unsure);
    TEST(what_only_the_interviewer_says_is_lost);
    return g_test_run();
}
