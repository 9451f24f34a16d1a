#include <glib.h>
#include <stdio.h>
#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/language/objects.h>
#include <lyhord/language/state.h>

#include "../../src/base/autoptr.h"
#include "../../src/language/autoptr.h"
#include "mentions.h"
#include "words.h"

/*
 * Whom statements are about: sentences labelled before the rules were written (labelled/README.md),
 * and what a study says of itself and of others. With a file as second argument its misses are listed.
 */

/* The state of the mention in {braces}, its cue in @cue (g_free()) where that is not NULL. */
static lyh_state state_of_marked(const lyh_objects_options *study, const char *with_braces,
                                 char **cue)
{
    g_auto(marked) told = marked_of(with_braces);
    g_auto(words) found = words_of(told.text);
    g_autoptr(lyh_states) states = lyh_states_new(found.vocabulary);
    g_autoptr(lyh_objects) objects = lyh_objects_new(found.vocabulary, study);
    lyh_mention mention = mention_between(found.tokens, told.start, told.end);
    mention.is_judged = true;
    lyh_stance stance = lyh_states_of(states, objects, found.tokens, &mention);
    check_timeless(states, objects, found.tokens, &mention, &stance);
    if (cue)
        *cue = cue_text(told.text, found.tokens, stance.cue);
    return stance.state;
}

static void assert_about(const lyh_objects_options *study, const char *told,
                         const char *who)
{
    g_autofree char *cue = NULL;
    lyh_state state = state_of_marked(study, told, &cue);
    g_test_message("%s: %s by '%s'", told, lyh_state_name(state), cue);
    g_assert_cmpint(state == LYH_OTHER, ==, *who != '\0');
    if (*who)
        g_assert_cmpstr(cue, ==, who);
}

/* ---- the labelled sentences ---- */

static const char *folder;

typedef struct score {
    size_t rows, labelled, found, right; /* of the state other */
} score;

static score score_of(const char *path, bool with_misses)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    g_autoptr(lyh_csv) csv = lyh_csv_open(path, diags, &error);
    g_assert_nonnull(csv);
    score sum = { .rows = lyh_csv_row_count(csv) };
    for (size_t i = 0; i < sum.rows; i++) {
        const char *about = lyh_csv_cell(csv, i, lyh_csv_find(csv, "about"));
        const char *text = lyh_csv_cell(csv, i, lyh_csv_find(csv, "text"));
        g_autofree char *cue = NULL;
        bool is_other = strcmp(about, "other") == 0 || strcmp(about, "self") == 0;
        bool is_found =
            state_of_marked(&(lyh_objects_options){ 0 }, text, &cue) == LYH_OTHER;
        sum.labelled += is_other;
        sum.found += is_found;
        sum.right += is_other && is_found;
        if (with_misses && is_other != is_found)
            printf("%s [%s]: %s\n", about, cue, text);
    }
    return sum;
}

static double precision(const score *sum)
{
    return sum->found ? (double)sum->right / (double)sum->found : 1;
}

static double recall(const score *sum)
{
    return sum->labelled ? (double)sum->right / (double)sum->labelled : 1;
}

static void reach(const char *name, double least_precision, double least_recall)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    score sum = score_of(path, false);
    g_test_message("%s: %zu rows, other found %zu of %zu, %zu wrongly: P %.3f R %.3f", name,
                   sum.rows, sum.right, sum.labelled, sum.found - sum.right,
                   precision(&sum), recall(&sum));
    g_assert_cmpfloat(precision(&sum), >=, least_precision);
    g_assert_cmpfloat(recall(&sum), >=, least_recall);
}

static void the_sentences_that_rules_were_written_from_are_read_right(void)
{
    reach("objects-a.csv", 0.95, 0.90);
}

static void the_sentences_measured_at_the_end_are_read_right(void)
{
    reach("objects-b.csv", 0.95, 0.85);
}

/* ---- whom a clause goes on about ---- */

/* Shown by what is easily taken for another's, and would be lost: nothing in these is. */
static void what_may_be_the_services_is(void)
{
    static const char *const told[] = {
        "När Skatteverket sa nej {hjälpte} de mig.",
        "När Skatteverket sa nej fick jag {hjälp} direkt.",
        "Skatteverket sa nej, men de {hjälpte} mig.",
        "Skatteverket sa nej. Men de {hjälpte} mig.",
        "Vårdcentralen skickade mig till dem och de är {duktiga}.",
        "Vårdcentralen skickade mig till dom. De är {duktiga}.",
        "Jag kom hit genom psykiatrin och de är {duktiga}.",
        "Jag låg på sjukhuset när de ringde och var {snälla}.",
        "Jag låg på sjukhuset och fick inget {svar}.",
        "Jag blev utskriven från psykiatrin och fick {stöd}.",
        "Efter avslaget från Skatteverket fick jag {stöd}.",
        "De kräver intyg från sjukhuset för att {hjälpa} en.",
        "De skyller på hyresvärden i stället för att {lyssna}.",
        "Kronofogden hotade oss och då fick vi snabb {hjälp}.",
        "Jag är {nöjd} med alla utom hyresvärden.",
        "Jag var på soc med papper från sjukhuset. Där var de {snälla}.",
        "Jag hade problem med hyresvärden och de {hjälpte} mig.",
        "Vi hade ett möte om skolan och de var {tydliga}.",
        "Hon ringde hyresvärden åt mig och {förklarade} allt.",
        "Jag känner mig {trygg} nu, inte som på sjukhuset."
    };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        assert_about(&(lyh_objects_options){ 0 }, told[i], "");
}

static void what_goes_on_about_another_is_anothers(void)
{
    static const struct {
        const char *told, *who;
    } rows[] = {
        { "När jag var på Skatteverket var de {otydliga}.", "Skatteverket" },
        { "Jag ringde Skatteverket och fick {svar} direkt.", "Skatteverket" },
        { "Skatteverket krånglar. Dom {lyssnar} inte.", "Skatteverket" },
        { "Soc skickade mig till psykiatrin. Där var de {kalla}.", "psykiatrin" },
        { "Jag gick på psykiatrin. De var bra. De {lyssnade}.", "psykiatrin" },
        { "Om man räknar med tandläkaren så är de {lyhörda}.", "tandläkaren" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        assert_about(&(lyh_objects_options){ 0 }, rows[i].told, rows[i].who);
}

/* ---- what a study says ---- */

static const lyh_objects_options nothing_said = { 0 };

static void without_objects_all_is_about_the_service(void)
{
    g_auto(words) found = words_of("Arbetsförmedlingen lyssnar inte.");
    g_autoptr(lyh_states) states = lyh_states_new(found.vocabulary);
    lyh_stance stance =
        lyh_states_of(states, NULL, found.tokens, &(lyh_mention){ .first = 1, .end = 2 });
    g_assert_cmpint(stance.state, ==, LYH_NEGATED);
}

static void the_cue_is_the_name_or_who_speaks(void)
{
    assert_about(&nothing_said, "På Skatteverket var de {snabba}.", "Skatteverket");
    assert_about(&nothing_said, "Vi är alltid {artiga}.", "Vi");
    assert_about(&nothing_said, "På Jobb Kyrkbyn var de {snabba}.", "Jobb Kyrkbyn");
}

static void any_form_of_a_name_is_the_name(void)
{
    static const char *const told[] = { "Arbetsförmedlingens kontor var {kallt}.",
                                        "På Af var de {snabba}.",
                                        "AF-handläggaren var {snabb}.",
                                        "Sjukhusen är {bra}.",
                                        "Läkaren på öppenpsykiatrin var {bra}.",
                                        "Min arbetsförmedlare var {bra}.",
                                        "På den lokala vårdcentralen var de {snabba}." };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_test_message("%s", told[i]);
        g_assert_cmpint(state_of_marked(&nothing_said, told[i], NULL), ==, LYH_OTHER);
    }
}

/* A study of psychiatry is about psychiatry. */
static void who_the_study_names_as_its_own_is_no_other(void)
{
    const lyh_objects_options titled = { .own = "Vad patienter säger om psykiatrin" };
    const lyh_objects_options named = { .service = "beroendemottagningen" };
    assert_about(&nothing_said, "Inom psykiatrin är de {snälla}.", "psykiatrin");
    assert_about(&titled, "Inom psykiatrin är de {snälla}.", "");
    assert_about(&titled, "På Skatteverket är de {snälla}.", "Skatteverket");
    assert_about(&nothing_said, "På beroendemottagningen är de {snälla}.",
                 "beroendemottagningen");
    assert_about(&named, "På beroendemottagningen är de {snälla}.", "");
}

static void others_that_the_study_names_take_the_place_of_the_list(void)
{
    const lyh_objects_options study = { .service = "Träffpunkten",
                                        .others =
                                            "Kvarnen | Jobb Norrby|bostads+|+torget" };
    assert_about(&study, "På Skatteverket är de {snälla}.", "");
    assert_about(&study, "På Kvarnen är de {snälla}.", "Kvarnen");
    assert_about(&study, "Kvarnens personal är {snälla}.", "Kvarnens");
    assert_about(&study, "På jobb Norrby är de {snälla}.", "jobb Norrby");
    assert_about(&study, "På jobb är de {snälla}.", "");
    assert_about(&study, "Hos bostadsstiftelsen är de {snälla}.", "bostadsstiftelsen");
    assert_about(&study, "På medborgartorget är de {snälla}.", "medborgartorget");
    assert_about(&study, "På Kvarnen sa de att Träffpunkten är {bra}.", "");
}

static void names_that_name_nobody_are_left_out(void)
{
    const lyh_objects_options study = { .service = "|+| =|",
                                        .others =
                                            "||+|=|++|  |Skatte\u0301n|a a a a a a a a" };
    assert_about(&study, "På Kvarnen var de {snälla}.", "");
    assert_about(&study, "På skatte\u0301n var de {snälla}.", "skatte\u0301n");
}

/* A topic is brought up, whoever it is told of; a rule that asks for a name knows whom it is of. */
static void only_praise_and_blame_are_of_somebody(void)
{
    assert_about(&nothing_said, "{Skatteverket} är snabba.", "");
    g_auto(words) found = words_of("Jag är tydlig. På Skatteverket svarar de.");
    g_autoptr(lyh_states) states = lyh_states_new(found.vocabulary);
    g_autoptr(lyh_objects) objects = lyh_objects_new(found.vocabulary, &nothing_said);
    for (size_t word = 0; word < lyh_tokens_count(found.tokens); word++) {
        const lyh_mention mention = { .first = word, .end = word + 1 };
        g_assert_cmpint(lyh_states_of(states, objects, found.tokens, &mention).state, ==,
                        LYH_STATED);
    }
}

static void staff_who_speak_of_themselves_speak_of_the_service(void)
{
    g_auto(words) found = words_of("Jag är tydlig.");
    g_autoptr(lyh_states) states = lyh_states_new(found.vocabulary);
    g_autoptr(lyh_objects) objects = lyh_objects_new(found.vocabulary, &nothing_said);
    lyh_mention mention = { .first = 2, .end = 3, .is_judged = true };
    g_assert_cmpint(lyh_states_of(states, objects, found.tokens, &mention).state, ==,
                    LYH_OTHER);
    mention.is_staff = true;
    g_assert_cmpint(lyh_states_of(states, objects, found.tokens, &mention).state, ==,
                    LYH_STATED);
}

/* A wish, a question or a denial that is about others is of others; their words are quoted. */
static void who_it_is_about_goes_before_how_it_is_said(void)
{
    assert_about(&nothing_said, "Skatteverket borde {lyssna} mer.", "Skatteverket");
    assert_about(&nothing_said, "Hade de inte varit så {hårda} på Skatteverket?",
                 "Skatteverket");
    g_assert_cmpint(state_of_marked(&nothing_said, "Skatteverket sa: vi {lyssnar}", NULL),
                    ==, LYH_QUOTED);
}

static void staff_are_told_by_an_attribute(void)
{
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_objects) usual = lyh_objects_new(vocabulary, &nothing_said);
    const lyh_objects_options study = { .staff = "H|volontär" };
    g_autoptr(lyh_objects) said = lyh_objects_new(vocabulary, &study);
    g_assert_true(lyh_objects_is_staff(usual, "Handläggare"));
    g_assert_true(lyh_objects_is_staff(usual, "handläggare (ekonomi)"));
    g_assert_false(lyh_objects_is_staff(usual, "brukare"));
    g_assert_false(lyh_objects_is_staff(usual, ""));
    g_assert_true(lyh_objects_is_staff(said, "h"));
    g_assert_false(lyh_objects_is_staff(said, "Handläggare"));
}

static void an_endless_sentence_is_read_in_linear_time(void)
{
    enum { TIMES = 20000 };
    GString *speech = g_string_new("på Skatteverket");
    for (int i = 0; i < TIMES; i++)
        g_string_append(speech, i % 3 ? " de där" : " och Skatteverket");
    g_auto(words) found = words_of(speech->str);
    g_autoptr(lyh_states) states = lyh_states_new(found.vocabulary);
    g_autoptr(lyh_objects) objects = lyh_objects_new(found.vocabulary, &nothing_said);
    for (size_t i = 0; i < lyh_tokens_count(found.tokens); i++)
        lyh_states_of(states, objects, found.tokens,
                      &(lyh_mention){ .first = i, .end = i + 1, .is_judged = true });
    g_string_free(speech, TRUE);
}

static int list_misses(const char *path)
{
    score sum = score_of(path, true);
    printf("P %.3f R %.3f\n", precision(&sum), recall(&sum));
    return 0;
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_assert_cmpint(argc, >, 1);
    folder = argv[1];
    if (argc > 2)
        return list_misses(argv[2]);
#define ADD(name) g_test_add_func("/objects/" #name, name)
    ADD(the_sentences_that_rules_were_written_from_are_read_right);
    ADD(the_sentences_measured_at_the_end_are_read_right);
    ADD(what_may_be_the_services_is);
    ADD(what_goes_on_about_another_is_anothers);
    ADD(without_objects_all_is_about_the_service);
    ADD(the_cue_is_the_name_or_who_speaks);
    ADD(any_form_of_a_name_is_the_name);
    ADD(who_the_study_names_as_its_own_is_no_other);
    ADD(others_that_the_study_names_take_the_place_of_the_list);
    ADD(names_that_name_nobody_are_left_out);
    ADD(only_praise_and_blame_are_of_somebody);
    ADD(staff_who_speak_of_themselves_speak_of_the_service);
    ADD(who_it_is_about_goes_before_how_it_is_said);
    ADD(staff_are_told_by_an_attribute);
    ADD(an_endless_sentence_is_read_in_linear_time);
    return g_test_run();
}
