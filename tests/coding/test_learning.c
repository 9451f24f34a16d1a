#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/coding/learning.h>

#include "../../src/coding/learning/learning_private.h"
#include "../../src/language/autoptr.h"
#include "coded.h"

/* ---- the solver, against the mathematics ---- */

enum { ROWS = 80, FEATURES = 12, PERSONS = 8 };

/* Rows of chance, the same on every machine. */
typedef struct random_rows {
    learning_row rows[ROWS];
    uint32_t items[ROWS * FEATURES];
    uint32_t order[FEATURES];
} random_rows;

static void rows_init(random_rows *of, uint64_t seed)
{
    size_t at = 0;
    for (uint32_t i = 0; i < FEATURES; i++)
        of->order[i] = FEATURES - 1 - i;
    for (size_t i = 0; i < ROWS; i++) {
        learning_row *row = &of->rows[i];
        *row = (learning_row){ .items = of->items + at,
                               .person = lyh_random_below(&seed, PERSONS),
                               .document = i / 10 };
        for (uint32_t feature = 0; feature < FEATURES; feature++)
            if (lyh_random_below(&seed, 3) == 0)
                of->items[at++] = feature;
        row->count = (size_t)(of->items + at - row->items);
        row->is_positive = lyh_random_below(&seed, 4) == 0;
    }
}

/* p of a row, not rounded as its score is. */
static double chance_of(const learning_model *model, const learning_row *row)
{
    double sum = model->intercept;
    size_t known = learning_model_known(model, row->items, row->count);
    for (size_t i = 0; i < row->count; i++)
        if (learning_model_knows(model, row->items[i]))
            sum += model->weights[row->items[i]] / sqrt((double)known);
    return 1 / (1 + exp(-sum));
}

static bool has(const learning_row *row, uint32_t feature)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->items[i] == feature)
            return true;
    return false;
}

/* The derivative of ½|w|² - C·log-likelihood by one weight; the intercept is 10 times a weight of its own. */
static double gradient(const learning_model *model, const learning_row *rows,
                       uint32_t feature)
{
    bool is_intercept = feature == FEATURES;
    double sum = is_intercept ? model->intercept / 10 : model->weights[feature];
    for (size_t i = 0; i < ROWS; i++) {
        size_t known = learning_model_known(model, rows[i].items, rows[i].count);
        double value = is_intercept             ? 10
                       : has(&rows[i], feature) ? 1 / sqrt((double)known)
                                                : 0;
        double off = chance_of(model, &rows[i]) - (rows[i].is_positive ? 1 : 0);
        sum += LYH_LEARNING_C * off * value;
    }
    return sum;
}

static void the_weights_are_where_the_penalised_likelihood_is_greatest(void)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        random_rows of;
        rows_init(&of, seed);
        g_auto(learning_model) model =
            learning_model_fit(of.rows, ROWS, of.order, FEATURES);
        for (uint32_t i = 0; i <= FEATURES; i++)
            g_assert_cmpfloat(fabs(gradient(&model, of.rows, i)), <, 1e-4);
    }
}

static void the_sign_does_not_hang_on_which_kind_of_row_comes_first(void)
{
    random_rows of;
    rows_init(&of, 5);
    for (int first = 0; first < 2; first++) {
        of.rows[0].is_positive = first == 0;
        g_auto(learning_model) model =
            learning_model_fit(of.rows, ROWS, of.order, FEATURES);
        for (uint32_t i = 0; i <= FEATURES; i++)
            g_assert_cmpfloat(fabs(gradient(&model, of.rows, i)), <, 1e-4);
    }
}

static void fitting_draws_no_random_number_and_gives_the_same_bytes_again(void)
{
    random_rows of;
    rows_init(&of, 3);
    srand(7);
    int expected = rand();
    srand(7);
    g_auto(learning_model) one = learning_model_fit(of.rows, ROWS, of.order, FEATURES);
    g_auto(learning_model) two = learning_model_fit(of.rows, ROWS, of.order, FEATURES);
    g_assert_cmpint(rand(), ==, expected);
    for (size_t i = 0; i < FEATURES; i++)
        g_assert_true(one.weights[i] == two.weights[i]);
    g_assert_true(one.intercept == two.intercept);
}

static void a_word_of_two_persons_is_looked_at_by_no_model(void)
{
    const uint32_t common[] = { 0 }, rare[] = { 0, 1 };
    const uint32_t by_name[] = { 0, 1 };
    learning_row rows[30];
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        bool is_rare = i % 10 < 2; /* persons 0 and 1, three times each */
        rows[i] = (learning_row){ .items = is_rare ? rare : common,
                                  .count = is_rare ? 2 : 1,
                                  .person = i % 10,
                                  .is_positive = is_rare };
    }
    g_auto(learning_model) model = learning_model_fit(rows, G_N_ELEMENTS(rows), by_name, 2);
    g_assert_true(learning_model_knows(&model, 0));
    g_assert_false(learning_model_knows(&model, 1));
    g_assert_cmpfloat(model.weights[1], ==, 0);

    rows[2].items = rare;
    rows[2].count = 2;
    g_auto(learning_model) third = learning_model_fit(rows, G_N_ELEMENTS(rows), by_name, 2);
    g_assert_true(learning_model_knows(&third, 1));
}

static void rows_of_one_kind_give_their_share_and_no_weights(void)
{
    const uint32_t items[] = { 0 };
    learning_row rows[9];
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        rows[i] = (learning_row){ .items = items, .count = 1, .person = i };
    g_auto(learning_model) model = learning_model_fit(rows, 9, items, 1);
    g_assert_cmpfloat(learning_model_score(&model, items, 1), ==, 0.05);
}

/* ---- the figures, by hand ---- */

static void the_figures_of_a_ranking_are_those_worked_by_hand(void)
{
    /* + - + -: precision 1 and 2/3 where the positives stand; of 4 pairs 3 are in order */
    learning_scored rows[] = {
        { 0.2, 0, false }, { 0.9, 0, true }, { 0.5, 1, true }, { 0.7, 1, false }
    };
    learning_sort(rows, 4);
    g_assert_cmpfloat_with_epsilon(learning_average_precision(rows, 4, NULL), 5.0 / 6,
                                   1e-12);
    g_assert_cmpfloat_with_epsilon(learning_auc(rows, 4, NULL), 0.75, 1e-12);
    g_assert_cmpfloat_with_epsilon(learning_base_rate(rows, 4, NULL), 0.5, 1e-12);
}

static void what_scores_alike_is_one_step(void)
{
    /* two of three alike, one of them positive: 1/2 at the first step, 2/3 at the second */
    learning_scored rows[] = { { 0.6, 0, true }, { 0.6, 0, false }, { 0.1, 0, true } };
    learning_sort(rows, 3);
    g_assert_cmpfloat_with_epsilon(learning_average_precision(rows, 3, NULL),
                                   (1.0 / 2 + 2.0 / 3) / 2, 1e-12);
    g_assert_cmpfloat_with_epsilon(learning_auc(rows, 3, NULL), 0.25, 1e-12);
}

static void a_document_drawn_twice_counts_twice(void)
{
    /* document 1 twice: + - - + +; at its positives 1, then (1+2)/5 twice */
    learning_scored rows[] = {
        { 0.9, 0, true }, { 0.7, 1, false }, { 0.5, 1, true }, { 0.2, 2, false }
    };
    const uint32_t times[] = { 1, 2, 0 };
    learning_sort(rows, 4);
    g_assert_cmpfloat_with_epsilon(learning_average_precision(rows, 4, times),
                                   (1 + 3.0 / 5 + 3.0 / 5) / 3, 1e-12);
    g_assert_cmpfloat_with_epsilon(learning_auc(rows, 4, times), 1.0 / 3, 1e-12);
    g_assert_cmpfloat_with_epsilon(learning_base_rate(rows, 4, times), 3.0 / 5, 1e-12);
}

static void without_positives_there_is_no_figure(void)
{
    learning_scored rows[] = { { 0.9, 0, false }, { 0.1, 0, false } };
    g_assert_true(isnan(learning_average_precision(rows, 2, NULL)));
    g_assert_true(isnan(learning_auc(rows, 2, NULL)));
}

/* ---- a study of invented sentences ---- */

/* telefon is below tillgänglighet. */
#define BOOK                                                                               \
    "kod;överordnad;regler\n"                                                             \
    "tillgänglighet;;\n"                                                                  \
    "telefon;tillgänglighet;telefonkö\n"                                                 \
    "lokal;;\n"

enum { TILLGANGLIGHET, TELEFON, LOKAL };

typedef struct study_kit {
    coder_kit kit;
    lyh_compounds *compounds;
    lyh_learning *learning;
    GPtrArray *documents; /* lyh_document * */
} study_kit;

static study_kit study_new(void)
{
    study_kit study = { .kit = kit_new(BOOK, (lyh_matcher_options){ 0 }) };
    g_assert_nonnull(study.kit.matcher);
    study.compounds = lyh_compounds_new(study.kit.lexicon);
    study.learning = lyh_learning_new(study.kit.book, study.kit.vocabulary,
                                      study.kit.lexicon, study.compounds);
    study.documents = g_ptr_array_new_with_free_func((GDestroyNotify)lyh_document_free);
    return study;
}

static void study_clear(study_kit *study)
{
    g_ptr_array_unref(study->documents);
    lyh_learning_free(study->learning);
    lyh_compounds_free(study->compounds);
    kit_clear(&study->kit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(study_kit, study_clear)

/* One turn of person @person that says @text, in a document of its own. */
static lyh_document *document_of(size_t person, const char *text)
{
    g_autofree char *name = g_strdup_printf("R%02zu", person);
    lyh_document *document = lyh_document_new(name, name, text, strlen(text));
    size_t speaker = lyh_document_add_speaker(document, "B", LYH_ROLE_RESPONDENT);
    lyh_document_add_turn(document, (lyh_turn){ .end = strlen(text),
                                                .speaker = speaker,
                                                .role = LYH_ROLE_RESPONDENT,
                                                .respondent = person,
                                                .question = LYH_NONE });
    add_asides(document, text);
    return document;
}

/* A decision such as "1a": code 1, accepted (manual, rejected, suggested, quoted). */
static lyh_coding decision_of(const char *word, size_t start, size_t end)
{
    char kind = word[1];
    return (lyh_coding){ .code = (size_t)(word[0] - '0'),
                         .start = start,
                         .end = end,
                         .status = kind == 'm'   ? LYH_MANUAL
                                   : kind == 'r' ? LYH_REJECTED
                                   : kind == 's' ? LYH_SUGGESTED
                                                 : LYH_ACCEPTED,
                         .state = kind == 'q' ? LYH_QUOTED : LYH_STATED,
                         .coder = "",
                         .rule = "" };
}

/* Lines "decisions: sentence"; the decisions, by a comma, cover the sentence. */
static void add_lines(study_kit *study, size_t person, const char *lines)
{
    g_auto(GStrv) all = g_strsplit(lines, "\n", -1);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(lyh_codings) people = lyh_codings_new();
    g_autoptr(lyh_codings) rules = lyh_codings_new();
    for (char **line = all; *line && **line; line++) {
        char *said = strstr(*line, ": ");
        g_assert_nonnull(said);
        *said = '\0';
        size_t start = text->len;
        g_string_append(text, said + 2);
        g_auto(GStrv) decisions = g_strsplit(*line, ",", -1);
        for (char **word = decisions; *word; word++)
            if (**word != '\0' && **word != '-')
                lyh_codings_add(people, decision_of(*word, start, text->len));
        g_string_append_c(text, ' ');
    }
    lyh_document *document = document_of(person, text->str);
    g_ptr_array_add(study->documents, document);
    lyh_tokens_read(study->kit.tokens, document, study->kit.vocabulary);
    g_assert_true(lyh_matcher_run(study->kit.matcher, document, study->kit.tokens, rules,
                                  study->kit.diags));
    lyh_learning_add_document(study->learning, document, study->kit.tokens, people, rules);
}

static void rank(study_kit *study, size_t limit)
{
    for (guint i = 0; i < study->documents->len; i++) {
        g_autoptr(lyh_codings) rules = lyh_codings_new();
        const lyh_document *document = study->documents->pdata[i];
        lyh_tokens_read(study->kit.tokens, document, study->kit.vocabulary);
        g_assert_true(lyh_matcher_run(study->kit.matcher, document, study->kit.tokens,
                                      rules, study->kit.diags));
        lyh_learning_rank(study->learning, document, study->kit.tokens, rules, limit);
    }
}

static void what_people_decided_is_sorted_as_the_header_says(void)
{
    g_auto(study_kit) study = study_new();
    add_lines(&study, 1,
              "1a: De svarar aldrig i växeln.\n" /* telefon, and so its parent */
              "1r: Han ringde på dörren.\n"      /* not telefon; of the parent nothing */
              "0r: Hon svarade på frågan.\n"     /* not the parent, so not the child */
              "0m: Det går inte att nå dem.\n"   /* the parent: of the child nothing */
              "2m: Väntrummet är kallt.\n"       /* neither of the two */
              "2m,0m: Ingen öppnar huset.\n"     /* two codes */
              "2m,1r: Telefonen står där.\n"     /* rejected and another */
              "1r,1a: Jag ringer varje dag.\n"   /* given after all */
              "1q: Vi ringer upp, sa de.\n"      /* another's words decide nothing */
              "1s: Jag ringde dem.\n"            /* nor what nobody answered */
              "-: Jag gick hem.\n");
    const char *expected[] = { "TTo", "-r-", "rr-", "T-o", "ooT", "T-T", "orT", "TTo" };
    GArray *sentences = study.learning->sentences;
    g_assert_cmpuint(sentences->len, ==, G_N_ELEMENTS(expected));
    for (guint i = 0; i < sentences->len; i++) {
        const learning_sentence *sentence = &g_array_index(sentences, learning_sentence, i);
        char labels[4] = "";
        for (size_t code = 0; code < 3; code++)
            labels[code] = "-Tro"[learning_label_of(study.learning, sentence, code)];
        g_assert_cmpstr(labels, ==, expected[i]);
    }
}

static void a_word_is_its_lemma_and_its_parts_and_no_closed_class(void)
{
    g_auto(study_kit) study = study_new();
    add_lines(&study, 1,
              "2m: Jag satt i väntrummet och ringde aldrig, eh, handläggarna (skratt) "
              "tre 2 gånger.\n");
    g_autoptr(GString) names = g_string_new(NULL);
    for (uint32_t i = 0; i < learning_features_count(study.learning->features); i++)
        g_string_append_printf(names, "%s ",
                               learning_feature_name(study.learning->features, i));
    g_test_message("%s", names->str);
    const char *wanted[] = { "sitta ",  "väntrum ", "rum ",   "ringa ",
                             "aldrig ", "gång ",    "vänt+ ", "handläggare " };
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        g_assert_nonnull(strstr(names->str, wanted[i]));
    const char *unwanted[] = { "jag ", "och ", "eh ", "2 ", "i ", "skratt ", "vända " };
    for (size_t i = 0; i < G_N_ELEMENTS(unwanted); i++) {
        g_autofree char *alone = g_strconcat(" ", unwanted[i], NULL);
        g_assert_null(strstr(names->str, alone));
        g_assert_false(g_str_has_prefix(names->str, unwanted[i]));
    }
}

static void what_a_rule_finds_is_looked_at_with_its_polarity(void)
{
    g_auto(study_kit) study = study_new();
    add_lines(&study, 1, "1m: Telefonkö.\n");
    bool is_there = false;
    for (uint32_t i = 0; i < learning_features_count(study.learning->features); i++)
        is_there |=
            strcmp(learning_feature_name(study.learning->features, i), "telefon·0") == 0;
    g_assert_true(is_there);
}

/* ---- a study that can be learned from ---- */

/* Telephones are spoken of with the first words, rooms with the second; the rest goes with either. */
static const char *const of_telephones[] = { "ringer", "luren", "signalen" };
static const char *const of_rooms[] = { "stolen", "fönstret", "väggen" };
static const char *const of_all[] = { "morgon", "kommun", "vinter", "fredag",
                                      "hund",   "bil",    "kaffe",  "gata" };

typedef struct invention {
    size_t persons, each; /* sentences of each kind a person */
    bool is_shuffled;     /* labels drawn instead */
    uint64_t seed;
} invention;

static void add_person(study_kit *study, const invention *of, size_t person,
                       uint64_t *state)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    for (size_t i = 0; i < 2 * of->each; i++) {
        bool is_telephone = i % 2 == 0;
        size_t label = of->is_shuffled ? lyh_random_below(state, 2) : !is_telephone;
        const char *const *words = is_telephone ? of_telephones : of_rooms;
        /* one after the other: no compiler says in which order it takes arguments */
        const char *own = words[lyh_random_below(state, 3)];
        const char *one = of_all[lyh_random_below(state, G_N_ELEMENTS(of_all))];
        const char *two = of_all[lyh_random_below(state, G_N_ELEMENTS(of_all))];
        g_string_append_printf(lines, "%s: Det %s %s %s.\n", label == 0 ? "1m" : "2m", own,
                               one, two);
    }
    g_string_append(lines, "-: Vi hörde signalen.\n-: Vi såg fönstret.\n");
    add_lines(study, person, lines->str);
}

static void invent(study_kit *study, const invention *of)
{
    uint64_t state = of->seed;
    for (size_t person = 0; person < of->persons; person++)
        add_person(study, of, person, &state);
    lyh_learning_fit(study->learning);
}

static bool is_one_of(const char *word, const char *const *words)
{
    static const char *const lemmas[][2] = {
        { "ringer", "ringa" }, { "luren", "lur" },        { "signalen", "signal" },
        { "stolen", "stol" },  { "fönstret", "fönster" }, { "väggen", "vägg" }
    };
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < G_N_ELEMENTS(lemmas); j++)
            if (strcmp(words[i], lemmas[j][0]) == 0 && strcmp(word, lemmas[j][1]) == 0)
                return true;
    return false;
}

static void words_that_part_two_codes_weigh_most(void)
{
    g_auto(study_kit) study = study_new();
    invent(&study, &(invention){ .persons = 8, .each = 6, .seed = 1 });
    const lyh_learned learned = lyh_learning_of(study.learning, TELEFON);
    g_assert_cmpstr(lyh_learned_status_name(learned.status), ==, "suggests");
    g_assert_cmpuint(learned.positive.sentences, ==, 48);
    g_assert_cmpuint(learned.negative.sentences, ==, 48);
    g_assert_cmpuint(learned.rejected, ==, 0);
    g_assert_cmpuint(learned.positive.persons, ==, 8);
    g_assert_cmpuint(learned.folds, ==, 8);
    g_assert_cmpfloat(learned.average_precision, ==, 1);
    g_assert_cmpfloat(learned.auc, ==, 1);
    g_assert_cmpfloat(learned.brier, <, learned.brier_base);

    size_t count;
    g_autofree lyh_learned_word *words =
        lyh_learning_words(study.learning, TELEFON, 6, &count);
    g_assert_cmpuint(count, ==, 6);
    for (size_t i = 0; i < count; i++) {
        bool speaks_for = words[i].weight > 0;
        g_assert_true(is_one_of(words[i].word, speaks_for ? of_telephones : of_rooms));
        g_assert_cmpuint(words[i].persons, >=, LYH_LEARNING_WORD_PERSONS);
        g_assert_cmpuint(speaks_for ? words[i].negative : words[i].positive, ==, 0);
    }
}

static void what_nobody_decided_about_is_ranked_and_nothing_else(void)
{
    g_auto(study_kit) study = study_new();
    invent(&study, &(invention){ .persons = 8, .each = 6, .seed = 1 });
    rank(&study, 5);
    size_t count;
    const lyh_suggestion *found = lyh_learning_suggestions(study.learning, TELEFON, &count);
    g_assert_cmpuint(count, ==, 5);
    for (size_t i = 0; i < count; i++) {
        g_assert_cmpstr(found[i].quote, ==, "Vi hörde signalen.");
        g_assert_cmpfloat(found[i].score, >, 0.5);
        g_assert_cmpuint(found[i].document, ==, i); /* alike: in the order of the texts */
        g_assert_cmpuint(found[i].respondent, ==, i);
        g_assert_cmpuint(found[i].word_count, ==, 1);
        g_assert_cmpstr(found[i].words[0].word, ==, "signal");
        g_assert_cmpfloat(found[i].words[0].weight, >, 0);
    }
    found = lyh_learning_suggestions(study.learning, LOKAL, &count);
    g_assert_cmpuint(count, ==, 5);
    g_assert_cmpstr(found[0].quote, ==, "Vi såg fönstret.");
}

static void shuffled_labels_suggest_nothing(void)
{
    enum { TRIES = 60 };
    size_t suggesting = 0;
    for (uint64_t seed = 1; seed <= TRIES; seed++) {
        g_auto(study_kit) study = study_new();
        invent(&study,
               &(invention){ .persons = 20, .each = 6, .is_shuffled = true, .seed = seed });
        const lyh_learned learned = lyh_learning_of(study.learning, TELEFON);
        g_assert_false(isnan(learned.auc));
        suggesting += learned.status == LYH_LEARNED_WELL;
    }
    g_test_message("%zu of %d", suggesting, TRIES);
    /* one side of a 95 % interval lets one in forty through */
    g_assert_cmpuint(suggesting, <=, 2);
}

static void nothing_is_learned_before_twenty_sentences_of_each_kind(void)
{
    g_auto(study_kit) few = study_new();
    for (size_t person = 0; person < 5; person++)
        add_lines(&few, person,
                  person == 0 ? "1m: Det ringer.\n1m: Det ringer.\n1m: Det ringer.\n"
                                "2m: En stol.\n2m: En stol.\n2m: En stol.\n2m: En stol.\n"
                              : "1m: Det ringer.\n1m: Det ringer.\n1m: Det ringer.\n"
                                "1m: Det ringer.\n2m: En stol.\n2m: En stol.\n"
                                "2m: En stol.\n2m: En stol.\n");
    lyh_learning_fit(few.learning);
    const lyh_learned learned = lyh_learning_of(few.learning, TELEFON);
    g_assert_cmpuint(learned.positive.sentences, ==, 19);
    g_assert_cmpuint(learned.negative.sentences, ==, 20);
    g_assert_cmpstr(lyh_learned_status_name(learned.status), ==, "few");
    g_assert_true(isnan(learned.auc));
    size_t count;
    g_assert_null(lyh_learning_words(few.learning, TELEFON, 5, &count));
    rank(&few, 5);
    lyh_learning_suggestions(few.learning, TELEFON, &count);
    g_assert_cmpuint(count, ==, 0);
}

static void four_persons_are_too_few_however_much_they_said(void)
{
    g_auto(study_kit) study = study_new();
    invent(&study, &(invention){ .persons = 4, .each = 10, .seed = 1 });
    const lyh_learned learned = lyh_learning_of(study.learning, TELEFON);
    g_assert_cmpuint(learned.positive.sentences, ==, 40);
    g_assert_cmpstr(lyh_learned_status_name(learned.status), ==, "few");
}

static void documents_of_one_person_are_left_out_together(void)
{
    g_auto(study_kit) study = study_new();
    uint64_t state = 1;
    const invention of = { .each = 3 };
    for (size_t i = 0; i < 12; i++)
        add_person(&study, &of, i % 6, &state);
    lyh_learning_fit(study.learning);
    const lyh_learned learned = lyh_learning_of(study.learning, TELEFON);
    g_assert_cmpuint(learned.positive.sentences, ==, 36);
    g_assert_cmpuint(learned.positive.documents, ==, 6);
    g_assert_cmpuint(learned.folds, ==, 6);
    g_assert_cmpstr(lyh_learned_status_name(learned.status), ==, "suggests");
    for (size_t i = 0; i < 12; i++)
        g_assert_cmpuint(study.learning->group_of[i], ==, i % 6);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/coding/learning/" #name, name)
    TEST(the_weights_are_where_the_penalised_likelihood_is_greatest);
    TEST(the_sign_does_not_hang_on_which_kind_of_row_comes_first);
    TEST(fitting_draws_no_random_number_and_gives_the_same_bytes_again);
    TEST(a_word_of_two_persons_is_looked_at_by_no_model);
    TEST(rows_of_one_kind_give_their_share_and_no_weights);
    TEST(the_figures_of_a_ranking_are_those_worked_by_hand);
    TEST(what_scores_alike_is_one_step);
    TEST(a_document_drawn_twice_counts_twice);
    TEST(without_positives_there_is_no_figure);
    TEST(what_people_decided_is_sorted_as_the_header_says);
    TEST(a_word_is_its_lemma_and_its_parts_and_no_closed_class);
    TEST(what_a_rule_finds_is_looked_at_with_its_polarity);
    TEST(words_that_part_two_codes_weigh_most);
    TEST(what_nobody_decided_about_is_ranked_and_nothing_else);
    TEST(shuffled_labels_suggest_nothing);
    TEST(nothing_is_learned_before_twenty_sentences_of_each_kind);
    TEST(documents_of_one_person_are_left_out_together);
    TEST(four_persons_are_too_few_however_much_they_said);
    return g_test_run();
}
