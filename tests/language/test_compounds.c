#include <glib.h>
#include <string.h>

#include "compounds.h"

static void assert_each(const char *path, const char *probe, const char *words,
                        const char *kinship)
{
    g_auto(GStrv) all = g_strsplit(words, " ", -1);
    for (char **word = all; *word; word++) {
        g_test_message("%s of %s", probe, *word);
        g_assert_cmpstr(asked(path, probe, *word), ==, kinship);
    }
}

static void a_word_and_its_compounds_answer_for_a_head(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+stöd", "stöd stödet stödens", "form");
    assert_each(DICTIONARY, "+stöd",
                "boendestöd boendestödet föräldrastöden samtalsstöd försörjningsstöd "
                "LSS-stöd",
                "compound");
    assert_each(DICTIONARY, "+stöd", "stödperson stödjande stödja boende", "no");
}

static void a_first_part_is_found_with_its_link(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "stöd+", "stödperson stödfamiljen stödinsatser", "compound");
    assert_each(DICTIONARY, "handläggare+", "handläggarbyte", "compound");
    assert_each(DICTIONARY, "gata+", "gatukontoret", "compound");
    assert_each(DICTIONARY, "kyrka+", "kyrkogårdar", "compound");
    assert_each(DICTIONARY, "hyra+", "hyresvärden", "compound");
    assert_each(DICTIONARY, "bistånd+", "biståndsbeslut biståndshandläggarna", "compound");
    assert_each(DICTIONARY, "barn+", "barnavårdscentralen", "compound");
    assert_each(DICTIONARY, "stöd+", "boendestöd stödja stödde", "no");
    assert_each(DICTIONARY, "fara+", "farbror farmors", "no");
}

static void the_first_part_of_a_compound_may_be_one(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "försörjningsstöd+", "försörjningsstödstagare", "compound");
    assert_each(DICTIONARY, "försörjning+", "försörjningsstödstagare", "compound");
    assert_each(DICTIONARY, "stöd+", "försörjningsstödstagare", "no");
    assert_each(DICTIONARY, "+tjänst", "hemtjänstpersonal", "no");
}

static void plurals_of_another_vowel_are_heads_too(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+bostad", "studentbostäder", "compound");
    assert_each(DICTIONARY, "+natt", "sommarnätterna", "compound");
    assert_each(DICTIONARY, "+man", "tjänstemännen", "compound");
}

static void a_denying_beginning_or_ending_denies(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+trygghet", "otrygghet otryggheten", "denied");
    assert_each(DICTIONARY, "+tillgänglig", "otillgängliga", "denied");
    assert_each(DICTIONARY, "+hjälp", "hjälplös hjälplösheten", "denied");
    assert_each(DICTIONARY, "hjälp+", "hjälplösa", "denied");
    assert_each(DICTIONARY, "hänsyn+", "hänsynslöst", "denied");
    assert_each(DICTIONARY, "bostad+", "bostadslösningar", "compound");
}

static void what_begins_with_o_and_denies_nothing_is_no_match(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+väder", "oväder", "no");
    assert_each(DICTIONARY, "+lycka", "olyckan", "no");
    assert_each(DICTIONARY, "+lycklig", "olycklig", "denied");
    assert_each(DICTIONARY, "+rolig", "orolig", "no");
    assert_each(DICTIONARY, "rast+", "rastlös", "no");
    assert_each(DICTIONARY, "+liv", "oliv", "no");
}

/* The words that a naive counter takes for others. */
static void look_alikes_never_match(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+svar", "ansvar ansvaret personansvar", "no");
    assert_each(DICTIONARY, "+gång", "tillgång tillgången omgång", "no");
    assert_each(DICTIONARY, "+stad", "bostad bostaden fritidsbostad", "no");
    assert_each(DICTIONARY, "+trakt", "kontrakt kontraktet hyreskontrakt", "no");
    assert_each(DICTIONARY, "+formation", "information", "no");
    assert_each(DICTIONARY, "+brukare", "missbrukare missbrukarna", "no");
    assert_each(DICTIONARY, "+tydlig", "betydligt", "no");
    assert_each(DICTIONARY, "respekt+", "respektive", "no");
    assert_each(DICTIONARY, "+het", "trygghet nyhet enheten", "no");
    assert_each(DICTIONARY, "+dom", "sjukdomar ungdom", "no");
}

/* showvärden is of värd, värdeteori of värde, kollobarn of kollo: forms alike, words not. */
static void a_part_is_of_the_lemma_its_whole_is_inflected_as(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+värde", "showvärden", "no");
    assert_each(DICTIONARY, "värd+", "värdeteori", "no");
    assert_each(DICTIONARY, "kolla+", "kollobarn", "no");
    assert_each(DICTIONARY, "värde+", "värdeteori", "compound");
    assert_each(DICTIONARY, "kollo+", "kollobarn", "compound");
    assert_each(DICTIONARY, "värme+", "värmecentral", "compound");
}

/* What the tail is by itself, a noun, it is behind a joint too; its forms count where the whole has them. */
static void a_noun_at_the_end_is_no_form_of_another_word(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+hal", "alkoholhalt", "no");
    assert_each(DICTIONARY, "+kur", "språkkurs", "no");
    assert_each(DICTIONARY, "+sko", "hagelskott", "no");
    assert_each(DICTIONARY, "+kall", "iskalla", "compound");
    assert_each(DICTIONARY, "+kurs", "språkkurs", "compound");
}

/* Of hundreds alike that the dictionaries hold: anmä|landet, hyck|lare, skval|lrad. */
static void the_end_of_a_verb_is_no_head(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+land", "anmälandet fumlandet", "no");
    assert_each(DICTIONARY, "+klar", "utvecklare hycklare", "no");
    assert_each(DICTIONARY, "+rad", "lagrad skvallrad", "no");
    assert_each(DICTIONARY, "+and", "beaktanden", "no");
    assert_each(DICTIONARY, "luft+", "luftandning", "compound");
    assert_each(DICTIONARY, "röst+", "röstandel röstandelen", "compound");
    assert_each(DICTIONARY, "+land", "gränsland grannlandet", "compound");
    assert_each(DICTIONARY, "+glas", "vinglas", "compound");
}

static void what_ends_in_het_parts_as_its_adjective_does(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+enhet", "nyfikenhet medvetenhet öppenheten", "no");
    assert_each(DICTIONARY, "+enhet", "vårdenhet vårdenheten", "compound");
    assert_each(DICTIONARY, "+vänlighet", "barnvänlighet", "compound");
}

static void an_s_belongs_to_the_part_that_needs_it(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+sår", "avgiftsår arbetsår", "no");
    assert_each(DICTIONARY, "+år", "avgiftsår arbetsår", "compound");
    assert_each(DICTIONARY, "+ort", "kaffesort", "no");
    assert_each(DICTIONARY, "+sort", "kaffesort", "compound");
    assert_each(DICTIONARY, "+slag", "arbetslag", "no");
    assert_each(DICTIONARY, "bord+", "bordskiva", "compound");
    assert_each(DICTIONARY, "+längd", "medellivslängd armslängd", "compound");
}

static void a_head_behind_a_particle_counts_where_it_is_a_kind_of_it(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+läkare", "överläkaren underläkare", "compound");
    assert_each(DICTIONARY, "+besök", "återbesök", "compound");
    assert_each(DICTIONARY, "+förslag", "motförslag", "compound");
    assert_each(DICTIONARY, "+syn", "översyn tillsyn hänsyn", "no");
}

/* munnen, rummet, hemmet: nouns whose m or n is written twice before an ending. */
static void nouns_that_double_a_letter_are_parts_like_others(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "mun+", "muntorrhet munskydd", "compound");
    assert_each(DICTIONARY, "man+", "mansmottagningen", "compound");
    assert_each(DICTIONARY, "gran+", "grannen grannarna", "no");
}

/* kors is no kor with a link, kort no kor with a t, res no Latin re. */
static void a_word_spelled_as_a_particle_and_more_begins_compounds(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+förhör", "korsförhör", "compound");
    assert_each(DICTIONARY, "+spel", "kortspel", "compound");
    assert_each(DICTIONARY, "resa+", "reskostnader resväskan", "compound");
    assert_each(DICTIONARY, "bil+", "bildörren bildelar", "compound");
    assert_each(DICTIONARY, "bil+", "bilagor bilden", "no");
}

static void who_does_what_a_verb_says_ends_compounds(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "beslut+", "beslutsfattare beslutsfattarna", "compound");
    assert_each(DICTIONARY, "sko+", "skomakaren", "compound");
}

/* signa|tur, ange|lägenhet: verbs begin compounds by their stems. */
static void an_infinitive_begins_no_compound(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+tur", "signaturen miniatur", "no");
    assert_each(DICTIONARY, "+lägenhet", "angelägenheten", "no");
}

static void the_longer_of_two_fronts_is_meant(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "kaka+", "kakelugn", "no");
    assert_each(DICTIONARY, "vete+", "veteranbil", "no");
    assert_each(DICTIONARY, "kött+", "köttfärslimpa", "compound");
}

/* The kön of telefonkön is a queue, the granne of granngård no gran. */
static void of_words_spelled_alike_the_one_that_makes_compounds_is_meant(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+kö", "telefonkön bostadskön", "compound");
    assert_each(DICTIONARY, "granne+", "granngården grannsämja", "compound");
    assert_each(DICTIONARY, "rike+", "riksrätt", "compound");
    assert_each(DICTIONARY, "rik+", "riksrätt", "no");
    assert_each(DICTIONARY, "vit+", "vitesföreläggande", "no");
    assert_each(DICTIONARY, "fritid+", "fritidsgården", "compound");
}

/* tvätt|tid, remiss|svar: the letter that both have is written twice and no more. */
static void of_three_letters_alike_one_is_left_out(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "tvätt+", "tvättiden", "compound");
    assert_each(DICTIONARY, "+tid", "tvättiden", "compound");
    assert_each(DICTIONARY, "+svar", "remissvaret", "compound");
    assert_each(DICTIONARY, "modell+", "modellera", "no");
}

/* besk|riva, avl|ösning: what a particle or o- stands before is a word, and parts where it does. */
static void behind_a_particle_a_word_parts_as_it_does_alone(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+riva", "beskriva", "no");
    assert_each(DICTIONARY, "beck+", "beckmörker", "compound");
    assert_each(DICTIONARY, "opera+", "opersonlig", "no");
    assert_each(DICTIONARY, "+ryck", "uttrycket", "no");
    assert_each(DICTIONARY, "påsk+", "påskägg", "compound");
}

/* beresf|ord: with a short word behind it nobody's name is a front. */
static void a_short_tail_needs_a_front_that_is_a_word(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+ord", "beresford crawford", "no");
    assert_each(DICTIONARY, "+råd", "farmorsråd", "compound");
}

static void hyphens_and_numbers_part_words(void)
{
    if (no_dictionary())
        return;
    assert_each(DICTIONARY, "+handläggare", "FK-handläggaren", "compound");
    assert_each(DICTIONARY, "+hus", "80-talshus", "compound");
    assert_each(DICTIONARY, "lss+", "LSS-beslutet", "compound");
    assert_each(DICTIONARY, "+bemötande", "dörr-i-ansiktet-bemötande", "compound");
}

/* Without the dictionary parts need three letters each, and the lists still forbid. */
static void without_the_dictionary_the_lists_still_help(void)
{
    assert_each(NULL, "+hjälp", "hjälpen", "form");
    assert_each(NULL, "+hjälp", "läxhjälpen städhjälp", "compound");
    assert_each(NULL, "stöd+", "stödperson", "compound");
    assert_each(NULL, "+trygghet", "otryggheten", "denied");
    assert_each(NULL, "+svar", "ansvar", "no");
    assert_each(NULL, "+gång", "tillgången", "no");
    assert_each(NULL, "+dom", "ungdom", "no");
}

static char *parted(asking *kit, const char *word)
{
    size_t count;
    uint32_t type = type_of(kit, word);
    const size_t *joints = lyh_compounds_joints(kit->compounds, type, &count);
    const char *spelling = lyh_vocabulary_spelling(kit->vocabulary, type, NULL);
    GString *parts = g_string_new(spelling);
    for (size_t i = count; i > 0; i--)
        g_string_insert_c(parts, (gssize)joints[i - 1], '|');
    return g_string_free(parts, FALSE);
}

/* Words with | where their parts meet. */
static void assert_parted(const char *path, const char *words)
{
    g_auto(asking) kit = asking_with(path);
    g_auto(GStrv) all = g_strsplit(words, " ", -1);
    for (char **expected = all; *expected; expected++) {
        g_auto(GStrv) parts = g_strsplit(*expected, "|", -1);
        g_autofree char *word = g_strjoinv("", parts);
        g_autofree char *found = parted(&kit, word);
        g_assert_cmpstr(found, ==, *expected);
    }
}

static void joints_stand_between_all_parts_links_before_them(void)
{
    if (!no_dictionary())
        assert_parted(DICTIONARY, "bistånds|handläggare brukar|revision gatu|kontoret "
                                  "hem|tjänst|personal arbets|marknads|enheten "
                                  "själv|bestämmande lss-|handläggare 80-tals|hus "
                                  "försörjnings|stöds|tagare");
}

static void a_word_of_one_part_and_a_look_alike_have_no_joints(void)
{
    if (!no_dictionary())
        assert_parted(DICTIONARY, "tillgång ansvar information kontrakt bostad respektive "
                                  "överenskommelse handläggare trygghet hjälplös uppsala "
                                  "oväder planering åtgärd delaktighet mottagning x");
}

static void without_the_dictionary_only_hyphens_are_joints(void)
{
    assert_parted(NULL, "biståndshandläggare sms-|lista");
}

/* Probes have ids from 0, the same for the same question. */
static void one_question_is_one_probe(void)
{
    g_auto(asking) kit = asking_with(NULL);
    uint32_t support = type_of(&kit, "stöd"), help = type_of(&kit, "hjälp");
    g_assert_cmpuint(lyh_compounds_probe(kit.compounds, support, LYH_COMPOUND_HEAD), ==, 0);
    g_assert_cmpuint(lyh_compounds_probe(kit.compounds, support, LYH_COMPOUND_FIRST), ==,
                     1);
    g_assert_cmpuint(lyh_compounds_probe(kit.compounds, help, LYH_COMPOUND_HEAD), ==, 2);
    g_assert_cmpuint(lyh_compounds_probe(kit.compounds, support, LYH_COMPOUND_HEAD), ==, 0);

    size_t count;
    const lyh_compound_match *found =
        lyh_compounds_match(kit.compounds, type_of(&kit, "stödhjälp"), &count);
    g_assert_cmpuint(count, ==, 2);
    g_assert_cmpuint(found[0].probe, ==, 1);
    g_assert_cmpuint(found[1].probe, ==, 2);
    g_assert_null(lyh_compounds_match(kit.compounds, type_of(&kit, "vatten"), &count));
    g_assert_cmpuint(count, ==, 0);
}

/*
 * Words longer than any, words of nothing but the probe, and what is no word at all. The time
 * that every test is given is what ends it: trying all ways to part them would take years.
 */
static void junk_is_answered(void)
{
    if (no_dictionary())
        return;
    g_auto(asking) kit = asking_with(DICTIONARY);
    lyh_compounds_probe(kit.compounds, type_of(&kit, "stöd"), LYH_COMPOUND_HEAD);
    lyh_compounds_probe(kit.compounds, type_of(&kit, "stöd"), LYH_COMPOUND_FIRST);
    static const char *const pieces[] = { "stöd", "stöds", "a", "-", "å", "kopp", "stöd-" };
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(GString) word = g_string_new(NULL);
        for (int k = 0; k < 100; k++) {
            size_t count;
            g_string_append(word, pieces[i]);
            uint32_t type = type_of(&kit, word->str);
            lyh_compounds_match(kit.compounds, type, &count);
            const size_t *joints = lyh_compounds_joints(kit.compounds, type, &count);
            for (size_t j = 0; j < count; j++)
                g_assert_true(joints[j] > 0 && joints[j] < word->len);
            if (g_utf8_strlen(word->str, -1) > 60)
                g_assert_cmpuint(count, ==, 0);
        }
    }
}

#define TEST(name) g_test_add_func("/compounds/" #name, name)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_word_and_its_compounds_answer_for_a_head);
    TEST(a_first_part_is_found_with_its_link);
    TEST(the_first_part_of_a_compound_may_be_one);
    TEST(plurals_of_another_vowel_are_heads_too);
    TEST(a_denying_beginning_or_ending_denies);
    TEST(what_begins_with_o_and_denies_nothing_is_no_match);
    TEST(look_alikes_never_match);
    TEST(a_part_is_of_the_lemma_its_whole_is_inflected_as);
    TEST(a_noun_at_the_end_is_no_form_of_another_word);
    TEST(the_end_of_a_verb_is_no_head);
    TEST(what_ends_in_het_parts_as_its_adjective_does);
    TEST(an_s_belongs_to_the_part_that_needs_it);
    TEST(a_head_behind_a_particle_counts_where_it_is_a_kind_of_it);
    TEST(nouns_that_double_a_letter_are_parts_like_others);
    TEST(a_word_spelled_as_a_particle_and_more_begins_compounds);
    TEST(who_does_what_a_verb_says_ends_compounds);
    TEST(an_infinitive_begins_no_compound);
    TEST(the_longer_of_two_fronts_is_meant);
    TEST(of_words_spelled_alike_the_one_that_makes_compounds_is_meant);
    TEST(behind_a_particle_a_word_parts_as_it_does_alone);
    TEST(of_three_letters_alike_one_is_left_out);
    TEST(a_short_tail_needs_a_front_that_is_a_word);
    TEST(hyphens_and_numbers_part_words);
    TEST(without_the_dictionary_the_lists_still_help);
    TEST(joints_stand_between_all_parts_links_before_them);
    TEST(a_word_of_one_part_and_a_look_alike_have_no_joints);
    TEST(without_the_dictionary_only_hyphens_are_joints);
    TEST(one_question_is_one_probe);
    TEST(junk_is_answered);
    return g_test_run();
}
