#include <stdlib.h>
#include <string.h>

#include <lyhord/study/finds.h>

#include "studies.h"

#define DICTIONARY "/usr/share/hunspell/sv_SE"

/* A study whose people name others; the key lies beside it. */
typedef struct looked {
    char *place, *folder, *key;
    lyh_diags *diags;
    lyh_error error;
    lyh_study *study;
    lyh_finds *finds;
    size_t pieces;  /* of work that the last look took */
    size_t changed; /* finds, by the last order */
} looked;

static void look(looked *it)
{
    lyh_study *before = it->study;
    const lyh_study_options options = { .folder = it->folder, .dictionary = DICTIONARY };
    it->study = lyh_study_open(&options, it->diags, &it->error);
    g_assert_nonnull(it->study);
    lyh_finds_refresh(it->finds, it->study);
    for (it->pieces = 0; lyh_finds_work(it->finds); it->pieces++)
        ;
    g_assert_true(lyh_finds_are_ready(it->finds));
    lyh_study_free(before);
}

static looked look_at(const char *first, const char *second)
{
    looked it = { .place = g_dir_make_tmp("lyhord-finds-XXXXXX", NULL),
                  .diags = lyh_diags_new(NULL) };
    it.folder = g_build_filename(it.place, "studie", NULL);
    it.key = g_build_filename(it.place, "nyckel.csv", NULL);
    studies_put(it.folder, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\n");
    studies_put(it.folder, "transcripts/R1.txt", first);
    studies_put(it.folder, "transcripts/R2.txt", second);
    it.finds = lyh_finds_new(it.folder, it.key);
    look(&it);
    return it;
}

static void looked_clear(looked *it)
{
    lyh_finds_free(it->finds);
    lyh_study_free(it->study);
    lyh_diags_free(it->diags);
    studies_take_away(it->place);
    g_free(it->place);
    g_free(it->folder);
    g_free(it->key);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(looked, looked_clear)

/* The find of @words, which stands there, number @number of those alike. */
static const lyh_find *find_of(const looked *it, size_t document, const char *words,
                               size_t number)
{
    for (size_t i = 0; i < lyh_finds_count(it->finds, document); i++) {
        const lyh_find *find = lyh_finds_at(it->finds, document, i);
        if (strcmp(find->words, words) == 0 && number-- == 0)
            return find;
    }
    g_error("'%s' is not found", words);
}

static void count_changed(void *user, const lyh_find *find)
{
    (void)find;
    ((looked *)user)->changed++;
}

static bool decide(looked *it, const lyh_find *find, lyh_find_decision decision,
                   const char *replacement, bool is_for_alike)
{
    char id[LYH_FIND_ID_SIZE];
    g_strlcpy(id, find->id, sizeof id);
    const char *const ids[] = { id };
    const lyh_find_order order = { .ids = ids,
                                   .count = 1,
                                   .decision = decision,
                                   .is_for_alike = is_for_alike,
                                   .replacement = replacement,
                                   .who = "Ada",
                                   .date = "2026-05-01",
                                   .reason = "Prov." };
    bool is_stale;
    it->changed = 0;
    g_assert_null(lyh_finds_refuse(it->finds, &order, &is_stale));
    return lyh_finds_decide(it->finds, &order, count_changed, it, &it->error);
}

#define ASKED "I: Hur var det?\n"

static void what_was_chosen_for_somebody_is_proposed_wherever_they_are_named(void)
{
    g_auto(looked) it = look_at(ASKED "R: Jag träffade Annika. Annikas rum.\n",
                                ASKED "R: Det var Annika, och Torsten.\n");
    g_assert_cmpstr(find_of(&it, 0, "Annika", 0)->proposed, ==, "[person 1]");
    g_assert_cmpstr(find_of(&it, 1, "Torsten", 0)->proposed, ==, "[person 2]");
    g_assert_cmpuint(find_of(&it, 0, "Annika", 0)->alike, ==, 3);
    /* the first takes the number of the second: who was second gets another */
    g_assert_true(
        decide(&it, find_of(&it, 0, "Annika", 0), LYH_FIND_REPLACE, "[person 2]", false));
    g_assert_cmpuint(it.changed, ==, 1);
    g_assert_cmpstr(find_of(&it, 0, "Annikas", 0)->proposed, ==, "[person 2]s");
    g_assert_cmpstr(find_of(&it, 1, "Annika", 0)->proposed, ==, "[person 2]");
    g_assert_cmpstr(find_of(&it, 1, "Torsten", 0)->proposed, ==, "[person 3]");
    g_assert_true(decide(&it, find_of(&it, 1, "Annika", 0), LYH_FIND_REPLACE, "Kim", true));
    g_assert_cmpuint(it.changed, ==, 2);
    g_assert_cmpstr(find_of(&it, 0, "Annikas", 0)->replacement, ==, "Kims");
    g_assert_cmpstr(find_of(&it, 0, "Annika", 0)->replacement, ==, "[person 2]");
}

static void a_text_is_read_again_only_when_it_is_another(void)
{
    g_auto(looked) it = look_at(ASKED "R: Jag träffade Annika.\n", ASKED "R: Nej.\n");
    g_assert_cmpuint(it.pieces, ==, 4);
    look(&it);
    g_assert_cmpuint(it.pieces, ==, 0);
    studies_put(it.folder, "transcripts/R2.txt", ASKED "R: Jo, Annika.\n");
    look(&it);
    g_assert_cmpuint(it.pieces, ==, 2);
    g_assert_cmpuint(find_of(&it, 1, "Annika", 0)->alike, ==, 2);
    /* what the study says of its people is for all texts */
    studies_put(it.folder, "respondents.csv", "id\nR1\nR2\nR3\n");
    look(&it);
    g_assert_cmpuint(it.pieces, ==, 4);
}

/* A study is opened anew whenever a file of it was saved, also while people wait for the finds. */
static void what_others_tell_is_known_to_a_study_opened_anew_halfway(void)
{
    if (!g_file_test(DICTIONARY ".dic", G_FILE_TEST_EXISTS)) {
        g_test_skip("the Swedish dictionary of hunspell is not installed");
        return;
    }
    g_auto(looked) it = look_at(ASKED "R: Nej.\n", ASKED "R: Nej.\n");
    studies_put(it.folder, "transcripts/R1.txt", ASKED "R: Jag träffade Kvarnlund.\n");
    studies_put(it.folder, "transcripts/R2.txt", ASKED "R: Kvarnlund den snälla.\n");
    lyh_finds_refresh(it.finds, it.study);
    for (int i = 0; i < 3; i++) /* both for their names, the first for its finds */
        g_assert_true(lyh_finds_work(it.finds));
    look(&it);
    g_assert_cmpuint(it.pieces, ==, 1);
    g_assert_cmpint(find_of(&it, 1, "Kvarnlund", 0)->kind, ==, LYH_FINDING_NAME);
}

static void an_answer_follows_its_words_and_is_given_to_no_others(void)
{
    g_auto(looked) it = look_at(ASKED "R: Annika kom. Annika gick.\n", ASKED "R: Nej.\n");
    g_assert_true(decide(&it, find_of(&it, 0, "Annika", 0), LYH_FIND_REPLACE, "A", false));
    g_assert_true(decide(&it, find_of(&it, 0, "Annika", 1), LYH_FIND_UNSURE, NULL, false));
    studies_put(it.folder, "transcripts/R1.txt",
                ASKED "R: Ja, alltså. Annika kom. Sen så Annika gick.\n");
    look(&it);
    g_assert_cmpstr(find_of(&it, 0, "Annika", 0)->replacement, ==, "A");
    g_assert_cmpint(find_of(&it, 0, "Annika", 1)->decision, ==, LYH_FIND_UNSURE);
    /* of two one is gone: which of them nobody can tell */
    studies_put(it.folder, "transcripts/R1.txt", ASKED "R: Och Annika gick.\n");
    look(&it);
    g_assert_cmpint(find_of(&it, 0, "Annika", 0)->decision, ==, LYH_FIND_OPEN);
}

/* The row was written by hand, or for words that were a find by another scan. */
static void a_row_of_this_very_text_is_not_given_to_words_elsewhere_in_it(void)
{
    g_auto(looked) it =
        look_at(ASKED "R: Jo, annika. Ja. Annika kom.\n", ASKED "R: Nej.\n");
    const lyh_find *find = find_of(&it, 0, "Annika", 0);
    g_autofree char *was = g_strdup_printf("R1;%zu;%zu;", find->start, find->end);
    g_assert_true(decide(&it, find, LYH_FIND_REPLACE, "A", false));
    g_autofree char *rows = NULL;
    g_assert_true(g_file_get_contents(it.key, &rows, NULL, NULL));
    g_auto(GStrv) parts = g_strsplit(rows, was, -1);
    g_autofree char *moved = g_strjoinv("R1;22;28;", parts);
    g_assert_cmpstr(moved, !=, rows);
    g_assert_true(g_file_set_contents(it.key, moved, -1, NULL));
    look(&it);
    g_assert_cmpint(find_of(&it, 0, "Annika", 0)->decision, ==, LYH_FIND_OPEN);
    /* of another text it is the same words, as they stand there now */
    studies_put(it.folder, "transcripts/R1.txt", ASKED "R: Ja. Annika kom.\n");
    look(&it);
    g_assert_cmpstr(find_of(&it, 0, "Annika", 0)->replacement, ==, "A");
}

/* Somebody saved a Word file under a name of plain text, or half of one. */
static void answers_about_a_text_that_cannot_be_read_wait_for_it(void)
{
    g_auto(looked) it = look_at(ASKED "R: Annika kom.\n", ASKED "R: Nej.\n");
    g_assert_true(decide(&it, find_of(&it, 0, "Annika", 0), LYH_FIND_REPLACE, "A", false));
    studies_put(it.folder, "transcripts/R1.txt", "PK\x03\x04word/document.xml, half");
    look(&it);
    g_assert_cmpuint(lyh_finds_count(it.finds, 0), ==, 0);
    studies_put(it.folder, "transcripts/R1.txt", ASKED "R: Annika kom.\n");
    look(&it);
    g_assert_cmpstr(find_of(&it, 0, "Annika", 0)->replacement, ==, "A");
}

static void what_is_let_through_by_name_can_be_stopped_again(void)
{
    g_auto(looked) it = look_at(ASKED "R: Annika kom.\n", ASKED "R: Annika gick.\n");
    g_assert_true(decide(&it, find_of(&it, 0, "Annika", 0), LYH_FIND_KEEP, NULL, false));
    g_assert_cmpuint(it.changed, ==, 2);
    g_assert_false(g_file_test(it.key, G_FILE_TEST_EXISTS));
    g_assert_true(decide(&it, find_of(&it, 1, "Annika", 0), LYH_FIND_REPLACE, "A", false));
    g_assert_cmpint(find_of(&it, 0, "Annika", 0)->decision, ==, LYH_FIND_OPEN);
    look(&it);
    g_assert_cmpint(find_of(&it, 0, "Annika", 0)->decision, ==, LYH_FIND_OPEN);
    g_assert_cmpstr(find_of(&it, 1, "Annika", 0)->replacement, ==, "A");
    g_autofree char *path = g_build_filename(it.folder, "decisions.csv", NULL);
    g_autofree char *rows = NULL;
    g_assert_true(g_file_get_contents(path, &rows, NULL, NULL));
    g_assert_cmpstr(rows, ==,
                    "kind;target;value;who;reason;date\n"
                    "finding;namn Annika;accepted;Ada;Prov.;2026-05-01\n"
                    "finding;namn Annika;open;Ada;;2026-05-01\n");
}

static void what_cannot_be_written_is_not_said_to_be_decided(void)
{
    g_auto(looked) it = look_at(ASKED "R: Annika kom.\n", ASKED "R: Nej.\n");
    lyh_finds_free(it.finds);
    g_autofree char *nowhere = g_build_filename(it.place, "nowhere", "nyckel.csv", NULL);
    it.finds = lyh_finds_new(it.folder, nowhere);
    look(&it);
    g_assert_false(decide(&it, find_of(&it, 0, "Annika", 0), LYH_FIND_REPLACE, "A", false));
    g_assert_cmpuint(it.changed, ==, 0);
    g_assert_cmpint(find_of(&it, 0, "Annika", 0)->decision, ==, LYH_FIND_OPEN);
    char *kept = NULL;
    size_t replaced;
    lyh_error error = { 0 };
    g_assert_false(lyh_finds_apply(it.finds, it.study, &kept, &replaced, it.diags, &error));
    g_assert_null(kept);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/study/finds/what was chosen for somebody is proposed wherever they "
                    "are named",
                    what_was_chosen_for_somebody_is_proposed_wherever_they_are_named);
    g_test_add_func("/study/finds/a text is read again only when it is another",
                    a_text_is_read_again_only_when_it_is_another);
    g_test_add_func("/study/finds/what others tell is known to a study opened anew halfway",
                    what_others_tell_is_known_to_a_study_opened_anew_halfway);
    g_test_add_func("/study/finds/an answer follows its words and is given to no others",
                    an_answer_follows_its_words_and_is_given_to_no_others);
    g_test_add_func("/study/finds/a row of this very text is not given to words elsewhere "
                    "in it",
                    a_row_of_this_very_text_is_not_given_to_words_elsewhere_in_it);
    g_test_add_func("/study/finds/answers about a text that cannot be read wait for it",
                    answers_about_a_text_that_cannot_be_read_wait_for_it);
    g_test_add_func("/study/finds/what is let through by name can be stopped again",
                    what_is_let_through_by_name_can_be_stopped_again);
    g_test_add_func("/study/finds/what cannot be written is not said to be decided",
                    what_cannot_be_written_is_not_said_to_be_decided);
    return g_test_run();
}
