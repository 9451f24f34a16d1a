#include <glib.h>
#include <string.h>

#include <lyhord/language/lexicon.h>

#define DICTIONARY "/usr/share/hunspell/sv_SE"

typedef struct dictionary {
    lyh_vocabulary *vocabulary;
    lyh_dictionary *words;
    lyh_lexicon *lexicon;
} dictionary;

static dictionary book_with(const char *path)
{
    dictionary new = { lyh_vocabulary_new(), lyh_dictionary_new(path), NULL };
    new.lexicon = lyh_lexicon_new(new.vocabulary, new.words);
    return new;
}

static void dictionary_clear(dictionary *book)
{
    lyh_lexicon_free(book->lexicon);
    lyh_dictionary_free(book->words);
    lyh_vocabulary_free(book->vocabulary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(dictionary, dictionary_clear)

static uint32_t type_of(dictionary *book, const char *word)
{
    return lyh_vocabulary_intern(book->vocabulary, word, strlen(word));
}

static void assert_lemma(dictionary *book, const char *word, const char *lemma)
{
    g_assert_cmpstr(lyh_lexicon_lemma(book->lexicon, type_of(book, word)), ==, lemma);
}

static bool same(dictionary *book, const char *a, const char *b)
{
    return lyh_lexicon_same_word(book->lexicon, type_of(book, a), type_of(book, b));
}

static bool no_dictionary(void)
{
    if (g_file_test(DICTIONARY ".dic", G_FILE_TEST_EXISTS))
        return false;
    g_test_skip("the Swedish dictionary of hunspell is not installed");
    return true;
}

static void an_inflected_word_has_its_dictionary_form(void)
{
    if (no_dictionary())
        return;
    g_auto(dictionary) book = book_with(DICTIONARY);
    assert_lemma(&book, "handläggarens", "handläggare");
    assert_lemma(&book, "lyssnade", "lyssna");
    assert_lemma(&book, "Hemtjänsten", "hemtjänst");
    assert_lemma(&book, "respektlöst", "respektlös");
    g_assert_cmpstr(lyh_lexicon_source(book.lexicon), ==, "hunspell");
}

static void a_compound_keeps_all_its_parts(void)
{
    if (no_dictionary())
        return;
    g_auto(dictionary) book = book_with(DICTIONARY);
    assert_lemma(&book, "bemötandekultur", "bemötandekultur");
    assert_lemma(&book, "bemötandekulturen", "bemötandekultur");
    assert_lemma(&book, "biståndshandläggarens", "biståndshandläggare");
    assert_lemma(&book, "färdtjänstresorna", "färdtjänstresa");
    g_assert_false(same(&book, "bemötandekultur", "bemötande"));
}

static void forms_that_the_dictionary_holds_apart_come_together(void)
{
    if (no_dictionary())
        return;
    g_auto(dictionary) book = book_with(DICTIONARY);
    g_assert_true(same(&book, "säger", "sagt"));
    g_assert_true(same(&book, "sa", "sägas"));
    g_assert_true(same(&book, "större", "stora"));
    g_assert_true(same(&book, "bättre", "bra"));
    g_assert_true(same(&book, "nya", "nytt"));
    g_assert_true(same(&book, "utgörs", "utgjorde"));
    g_assert_true(same(&book, "mej", "mig"));
    g_assert_true(same(&book, "dom", "dem"));
    g_assert_true(same(&book, "nån", "några"));
    g_assert_true(same(&book, "sånt", "sådan"));
}

/* A lemma and its forms, as any grammar of Swedish gives them. */
static const char *const inflected[] = {
    "andas andades andats",
    "anta antar antog antagit",
    "avgift avgiften avgifter avgifterna avgifternas",
    "avslå avslår avslog avslagit",
    "avvika avviker avvek avvikit",
    "bo bor bodde bott",
    "bok boken böcker böckerna",
    "bostad bostaden bostäder bostäderna bostädernas",
    "byta byter bytte bytt",
    "enkel enkelt enkla enklare enklast",
    "ensam ensamt ensamma",
    "exempel exemplet exemplen",
    "fel felet felen",
    "finger fingret fingrar fingrarna",
    "få får fick fått",
    "föra förde fört",
    "förälder föräldern föräldrar föräldrarna",
    "glad glatt glada gladare",
    "glömma glömmer glömde glömt glömdes",
    "granne grannen grannar grannarna",
    "gå går gick gått",
    "gång gången gånger gångerna",
    "handlägga handlägger handlade handlagt",
    "helg helgen helger helgerna",
    "hjälpsam hjälpsamt hjälpsamma",
    "hyra hyr hyrde hyrt",
    "hålla håller höll hållit hållits",
    "hända händer hände hänt",
    "kollega kollegan kollegor kollegorna",
    "kolla kollar kollade kollat",
    "kurator kuratorn kuratorer kuratorerna",
    "känna känner kände känt kändes",
    "lag lagen lagar lagarna",
    "leda leder ledde lett",
    "liten litet lilla små mindre minst",
    "läkare läkaren läkarna läkarnas",
    "minnas minns mindes mints",
    "mormor mormors",
    "mun munnen munnar munnarna",
    "möte mötet möten mötena",
    "nummer numret numren",
    "orolig oroligt oroliga oroligare",
    "process processen processer processerna",
    "resa reser reste rest",
    "rum rummet rummen",
    "skriva skriver skrev skrivit skrivs",
    "sommar sommaren somrar somrarna",
    "stressad stressat stressade",
    "ställe stället ställen ställena",
    "sy syr sydde sytt",
    "säker säkert säkra säkrare",
    "timme timmen timmar timmarna",
    "tjej tjejen tjejer tjejerna",
    "trivas trivs trivdes trivts",
    "trött trötta tröttare tröttast",
    "umgås umgicks umgåtts",
    "undvika undviker undvek undvikit",
    "utsatt utsatta",
    "veta vet visste vetat",
    "visa visar visade visat visades",
    "väg vägen vägar vägarna",
    "åtgärd åtgärden åtgärder åtgärderna",
    "öppen öppet öppna",
};

static void every_form_of_a_word_is_known_as_such(void)
{
    if (no_dictionary())
        return;
    g_auto(dictionary) book = book_with(DICTIONARY);
    for (size_t i = 0; i < G_N_ELEMENTS(inflected); i++) {
        g_auto(GStrv) forms = g_strsplit(inflected[i], " ", -1);
        for (char **form = forms + 1; *form; form++)
            if (!same(&book, forms[0], *form))
                g_error("%s is no form of %s but of %s", *form, forms[0],
                        lyh_lexicon_lemma(book.lexicon, type_of(&book, *form)));
    }
}

/* Words that hunspell gives another's forms, or that share a form's spelling and no more. */
static void a_form_is_of_no_word_that_lacks_the_others(void)
{
    if (no_dictionary())
        return;
    g_auto(dictionary) book = book_with(DICTIONARY);
    g_assert_false(same(&book, "avgifter", "avgifta"));
    g_assert_false(same(&book, "åtgärder", "åtgärda"));
    g_assert_false(same(&book, "lagt", "lag"));
    g_assert_false(same(&book, "nytta", "nytt"));
    g_assert_false(same(&book, "politiker", "politik"));
    g_assert_false(same(&book, "vitt", "vi"));
    g_assert_false(same(&book, "kort", "kord"));
    g_assert_false(same(&book, "mat", "mad"));
    g_assert_false(same(&book, "hoppas", "hoppa"));
    g_assert_false(same(&book, "arbetar", "arbete"));
    g_assert_false(same(&book, "försvarar", "försvar"));
    g_assert_false(same(&book, "testa", "test"));
    g_assert_false(same(&book, "rätt", "rädda"));
    g_assert_false(same(&book, "bort", "borde"));
    g_assert_false(same(&book, "hej", "heja"));
}

static void a_name_is_a_form_of_no_other(void)
{
    if (no_dictionary())
        return;
    g_auto(dictionary) book = book_with(DICTIONARY);
    assert_lemma(&book, "Erik", "erik");
    assert_lemma(&book, "Annas", "anna");
    assert_lemma(&book, "Uppsalas", "uppsala");
    assert_lemma(&book, "Arbetsförmedlingens", "arbetsförmedling");
}

static void a_noun_in_an_is_no_form_of_a_verb(void)
{
    if (no_dictionary())
        return;
    g_auto(dictionary) book = book_with(DICTIONARY);
    assert_lemma(&book, "väntan", "väntan");
    assert_lemma(&book, "brukarmedverkan", "brukarmedverkan");
    assert_lemma(&book, "ansökningarna", "ansökan");
    g_assert_false(same(&book, "väntan", "väntar"));
}

static void an_ending_that_a_learner_chose_is_taken_off(void)
{
    if (no_dictionary())
        return;
    g_auto(dictionary) book = book_with(DICTIONARY);
    assert_lemma(&book, "barnena", "barn");
    assert_lemma(&book, "tjejarna", "tjej");
    assert_lemma(&book, "springde", "springa");
    assert_lemma(&book, "skrivade", "skriva");
}

static void words_that_only_begin_alike_stay_apart(void)
{
    if (no_dictionary())
        return;
    g_auto(dictionary) book = book_with(DICTIONARY);
    g_assert_false(same(&book, "respektive", "respekt"));
    g_assert_false(same(&book, "lärare", "lära"));
    g_assert_false(same(&book, "trygghet", "otrygghet"));
    g_assert_false(same(&book, "när", "nära"));
    g_assert_false(same(&book, "får", "fara"));
    g_assert_false(same(&book, "hör", "hår"));
}

static void a_word_with_two_readings_is_both(void)
{
    if (no_dictionary())
        return;
    g_auto(dictionary) book = book_with(DICTIONARY);
    g_assert_true(same(&book, "låg", "ligga"));
    g_assert_true(same(&book, "låg", "låga"));
    size_t count;
    const uint32_t *lemmas =
        lyh_lexicon_lemmas(book.lexicon, type_of(&book, "låg"), &count);
    g_assert_cmpuint(count, ==, 2);
    g_assert_cmpuint(lemmas[0], <, lemmas[1]);
}

static void endings_behind_colon_and_hyphen_are_taken_off(void)
{
    if (no_dictionary())
        return;
    g_auto(dictionary) book = book_with(DICTIONARY);
    assert_lemma(&book, "SKR:s", "skr");
    assert_lemma(&book, "tv:n", "tv");
    assert_lemma(&book, "LSS-handläggarens", "lss-handläggare");
    assert_lemma(&book, "24/7", "24/7");
}

static void a_word_too_long_to_look_up_is_its_own_lemma(void)
{
    g_auto(dictionary) book = book_with(DICTIONARY);
    g_autofree char *word = g_strnfill(61, 'a');
    assert_lemma(&book, word, word);
}

static bool accepts(dictionary *book, const char *word)
{
    return lyh_lexicon_accepts(book->lexicon, word, strlen(word));
}

static void the_dictionary_takes_words_as_they_are_spelled(void)
{
    g_auto(dictionary) book = book_with(DICTIONARY);
    for (int again = 0; again < 2; again++) {
        g_assert_true(accepts(&book, "handläggaren"));
        g_assert_true(accepts(&book, "socialtjänstlagstiftningen"));
        g_assert_true(accepts(&book, "Uppsala"));
        g_assert_false(accepts(&book, "uppsala"));
        g_assert_false(accepts(&book, "handlgare"));
        g_assert_false(accepts(&book, ""));
    }
    g_assert_true(lyh_lexicon_accepts(book.lexicon, "brukare och", strlen("brukare")));
    g_autofree char *junk = g_strnfill(61, 'a');
    g_assert_false(accepts(&book, junk));
    g_auto(dictionary) none = book_with(NULL);
    g_assert_false(accepts(&none, "handläggaren"));
}

static void without_a_dictionary_the_stemmer_is_named(void)
{
    g_auto(dictionary) book = book_with("/nonexistent/sv_SE");
    g_assert_true(same(&book, "handläggaren", "handläggarna"));
    g_assert_true(same(&book, "säger", "sagt"));
    g_assert_cmpstr(lyh_lexicon_source(book.lexicon), ==, "snowball");
    g_auto(dictionary) none = book_with(NULL);
    g_assert_cmpstr(lyh_lexicon_source(none.lexicon), ==, "snowball");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/lexicon/" #name, name)
    ADD(an_inflected_word_has_its_dictionary_form);
    ADD(a_compound_keeps_all_its_parts);
    ADD(forms_that_the_dictionary_holds_apart_come_together);
    ADD(every_form_of_a_word_is_known_as_such);
    ADD(a_form_is_of_no_word_that_lacks_the_others);
    ADD(a_name_is_a_form_of_no_other);
    ADD(a_noun_in_an_is_no_form_of_a_verb);
    ADD(an_ending_that_a_learner_chose_is_taken_off);
    ADD(words_that_only_begin_alike_stay_apart);
    ADD(a_word_with_two_readings_is_both);
    ADD(endings_behind_colon_and_hyphen_are_taken_off);
    ADD(a_word_too_long_to_look_up_is_its_own_lemma);
    ADD(the_dictionary_takes_words_as_they_are_spelled);
    ADD(without_a_dictionary_the_stemmer_is_named);
    return g_test_run();
}
