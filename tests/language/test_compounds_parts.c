#include <glib.h>

#include "compounds.h"

static void assert_each(const char *probe, const char *words, const char *kinship)
{
    g_auto(GStrv) all = g_strsplit(words, " ", -1);
    for (char **word = all; *word; word++) {
        g_test_message("%s of %s", probe, *word);
        g_assert_cmpstr(asked(DICTIONARY, probe, *word), ==, kinship);
    }
}

/* föring, maleri, språkig stand nowhere by themselves. */
static void what_is_derived_of_a_verb_or_a_noun_ends_compounds(void)
{
    if (no_dictionary())
        return;
    assert_each("bok+", "bokföringen", "compound");
    assert_each("tanke+", "tankemaleri", "compound");
    assert_each("halv+", "halvspråkig", "compound");
    assert_each("ben+", "benämning", "no");
    assert_each("eld+", "eldragning", "no");
}

static void what_the_dictionary_warns_of_is_read_as_if_unknown(void)
{
    if (no_dictionary())
        return;
    assert_each("arv+", "arvsskiftet", "compound");
}

static void nouns_of_three_letters_end_compounds_behind_nouns(void)
{
    if (no_dictionary())
        return;
    assert_each("golv+", "golvvax", "compound");
    assert_each("kaffe+", "kaffesug kaffetår", "compound");
    assert_each("+var", "analyssvar talsvar", "no");
    assert_each("rum+", "rumsren", "compound");
}

static void a_known_noun_ends_what_begins_with_an_unknown_word(void)
{
    if (no_dictionary())
        return;
    assert_each("+bord", "furubord gottebord", "compound");
    assert_each("+resa", "ditresa", "compound");
    assert_each("+ägg", "upplägget", "no");
    assert_each("+lycka", "fallolycka", "no");
    assert_each("+fisk", "geografisk", "no");
    assert_each("+stad", "bredbröstad", "no");
}

static void two_parts_that_are_both_marked_meet_whatever_their_genders(void)
{
    if (no_dictionary())
        return;
    assert_each("nivå+", "nivåplugg", "compound");
    assert_each("+post", "styrelsepost", "compound");
    assert_each("+topp", "presstopp driftstopp", "no");
}

static void a_place_may_be_named_of_what_it_is(void)
{
    if (no_dictionary())
        return;
    assert_each("+skola", "Bergaskolan", "compound");
    assert_each("+park", "Vasaparken", "compound");
    assert_each("+sjö", "Tavelsjös", "no");
}

static void the_first_part_may_be_meant_where_the_head_is_not(void)
{
    if (no_dictionary())
        return;
    assert_each("skada+", "skadestånd skadeståndet", "compound");
    assert_each("+stånd", "skadestånd", "no");
    assert_each("smör+", "smörgåsar", "compound");
}

static void a_part_inside_a_linked_part_is_found(void)
{
    if (no_dictionary())
        return;
    assert_each("semester+", "semesterlönegrunden", "compound");
    assert_each("+lampa", "koltrådslampa", "compound");
}

static void a_word_that_keeps_its_vowel_does_not_begin_without_it(void)
{
    if (no_dictionary())
        return;
    assert_each("tanke+", "tankstation tankbilar", "no");
    assert_each("tank+", "tankstation", "compound");
    assert_each("pojke+", "pojkrum", "compound");
    assert_each("granne+", "grannfrun", "compound");
}

static void a_noun_that_is_spelled_as_another_word_in_talk_is_a_noun(void)
{
    if (no_dictionary())
        return;
    assert_each("+dom", "förvaltningsrättsdomen", "compound");
    assert_each("mitt+", "minröjare", "no");
}

static void the_passive_of_a_verb_is_no_genitive_of_an_adjective(void)
{
    if (no_dictionary())
        return;
    assert_each("kall+", "kallas", "no");
}

static void plurals_that_lose_a_vowel_are_heads_too(void)
{
    if (no_dictionary())
        return;
    assert_each("+morgon", "onsdagsmorgnar", "compound");
    assert_each("+sommar", "rötmånadssomrarna högsomrar", "compound");
}

#define TEST(name) g_test_add_func("/compounds_parts/" #name, name)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(what_is_derived_of_a_verb_or_a_noun_ends_compounds);
    TEST(what_the_dictionary_warns_of_is_read_as_if_unknown);
    TEST(nouns_of_three_letters_end_compounds_behind_nouns);
    TEST(a_known_noun_ends_what_begins_with_an_unknown_word);
    TEST(two_parts_that_are_both_marked_meet_whatever_their_genders);
    TEST(a_place_may_be_named_of_what_it_is);
    TEST(the_first_part_may_be_meant_where_the_head_is_not);
    TEST(a_part_inside_a_linked_part_is_found);
    TEST(a_word_that_keeps_its_vowel_does_not_begin_without_it);
    TEST(a_noun_that_is_spelled_as_another_word_in_talk_is_a_noun);
    TEST(the_passive_of_a_verb_is_no_genitive_of_an_adjective);
    TEST(plurals_that_lose_a_vowel_are_heads_too);
    return g_test_run();
}
