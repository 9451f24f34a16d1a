#include <glib.h>
#include <math.h>
#include <string.h>

#include <lyhord/coding/evaluation.h>

#include "../../src/coding/autoptr.h"
#include "coded.h"

/* tillgänglighet has telefon and mejl below it; mejl is under bemötande too. */
#define BOOK                                                                               \
    "kod;överordnad\n"                                                                    \
    "bemötande;\n"                                                                        \
    "tillgänglighet;\n"                                                                   \
    "telefon;tillgänglighet\n"                                                            \
    "mejl;tillgänglighet|bemötande\n"

enum { BEMOTANDE, TILLGANGLIGHET, TELEFON, MEJL };

typedef struct book_kit {
    lyh_diags *diags;
    lyh_source *source;
    lyh_codebook *book;
} book_kit;

static book_kit book_new(void)
{
    book_kit kit = { .diags = lyh_diags_new(NULL) };
    kit.source = lyh_source_from_bytes("kodbok.csv", LYH_SOURCE_TABLE, BOOK, strlen(BOOK),
                                       kit.diags);
    kit.book = lyh_codebook_read(lyh_csv_read(kit.source, kit.diags), kit.diags);
    g_assert_nonnull(kit.book);
    return kit;
}

static void book_clear(book_kit *kit)
{
    lyh_codebook_free(kit->book);
    lyh_source_free(kit->source);
    lyh_diags_free(kit->diags);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(book_kit, book_clear)

/* A label or a suggestion such as "2+"; "2+q" is a suggestion in state quoted. */
static lyh_label label_of(const char *text)
{
    lyh_polarity polarity = text[1] == '+'   ? LYH_PLUS
                            : text[1] == '-' ? LYH_MINUS
                                             : LYH_NEUTRAL;
    return (lyh_label){ (size_t)(text[0] - '0'), polarity };
}

static void show_fault(void *user, const lyh_fault *fault)
{
    GString *out = user;
    g_string_append_printf(out, "%s%s %zu %u/%u %s", out->len > 0 ? "; " : "",
                           lyh_fault_kind_name(fault->kind), fault->code, fault->people,
                           fault->suggested, fault->coding ? fault->coding->rule : "-");
}

/* Labels and suggestions as words: "0+ 2-". */
static void add(lyh_evaluation *evaluation, size_t cluster, const char *people,
                const char *suggested, GString *faults)
{
    g_auto(GStrv) said = g_strsplit(people, " ", -1);
    g_auto(GStrv) found = g_strsplit(suggested, " ", -1);
    g_autofree lyh_label *labels = g_new0(lyh_label, g_strv_length(said) + 1);
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    size_t count = 0;
    for (char **word = said; *word; word++)
        if (**word != '\0')
            labels[count++] = label_of(*word);
    for (char **word = found; *word; word++) {
        if (**word == '\0')
            continue;
        lyh_label label = label_of(*word);
        lyh_coding coding = { .code = label.code,
                              .polarity = label.polarity,
                              .state = (*word)[2] == 'q' ? LYH_QUOTED : LYH_STATED,
                              .status = LYH_SUGGESTED,
                              .coder = "",
                              .rule = *word };
        lyh_codings_add(codings, coding);
    }
    lyh_evaluation_add_record(evaluation, cluster, labels, count, codings,
                              faults ? show_fault : NULL, faults);
}

static void check_counts(lyh_measured measured, size_t tp, size_t fp, size_t fn)
{
    g_assert_cmpuint(measured.tp, ==, tp);
    g_assert_cmpuint(measured.fp, ==, fp);
    g_assert_cmpuint(measured.fn, ==, fn);
}

static void check_near(double value, double expected)
{
    g_assert_cmpfloat_with_epsilon(value, expected, 1e-12);
}

/* Four records by hand: bemötande right, right, missed, false; tillgänglighet right once. */
static void four_records_give_what_a_pencil_gives(void)
{
    g_auto(book_kit) kit = book_new();
    g_autoptr(lyh_evaluation) evaluation = lyh_evaluation_new(kit.book);
    lyh_evaluation_use(evaluation, BEMOTANDE);
    lyh_evaluation_use(evaluation, TILLGANGLIGHET);
    add(evaluation, 0, "0+", "0+ 0+", NULL);
    add(evaluation, 1, "0+ 1-", "0- 1-", NULL);
    add(evaluation, 2, "0-", "", NULL);
    add(evaluation, 3, "", "0+", NULL);
    lyh_evaluation_measure(evaluation);

    lyh_measured bemotande = lyh_evaluation_of(evaluation, BEMOTANDE);
    check_counts(bemotande, 2, 1, 1);
    check_near(bemotande.precision, 2.0 / 3);
    check_near(bemotande.recall, 2.0 / 3);
    check_near(bemotande.f1, 2.0 / 3);
    check_near(bemotande.polarity, 1.0 / 2);

    check_counts(lyh_evaluation_of(evaluation, TILLGANGLIGHET), 1, 0, 0);
    lyh_measured micro = lyh_evaluation_micro(evaluation);
    check_counts(micro, 3, 1, 1);
    check_near(micro.f1, 6.0 / 8);
    check_near(micro.polarity, 2.0 / 3);
    lyh_measured macro = lyh_evaluation_macro(evaluation);
    check_near(macro.precision, (2.0 / 3 + 1) / 2);
    check_near(macro.f1, (2.0 / 3 + 1) / 2);
    check_near(macro.polarity, (1.0 / 2 + 1) / 2);
}

static void what_is_quoted_is_no_suggestion(void)
{
    g_auto(book_kit) kit = book_new();
    g_autoptr(lyh_evaluation) evaluation = lyh_evaluation_new(kit.book);
    lyh_evaluation_use(evaluation, BEMOTANDE);
    add(evaluation, 0, "0+", "0+q", NULL);
    add(evaluation, 1, "", "0+q", NULL);
    lyh_evaluation_measure(evaluation);
    check_counts(lyh_evaluation_of(evaluation, BEMOTANDE), 0, 0, 1);
}

static void a_child_counts_for_all_its_parents_and_alone_only_when_people_used_it(void)
{
    g_auto(book_kit) kit = book_new();
    g_autoptr(lyh_evaluation) evaluation = lyh_evaluation_new(kit.book);
    lyh_evaluation_use(evaluation, TILLGANGLIGHET);
    lyh_evaluation_use(evaluation, TELEFON);
    g_assert_true(lyh_evaluation_measures(evaluation, BEMOTANDE));
    g_assert_false(lyh_evaluation_measures(evaluation, MEJL));

    g_autoptr(GString) faults = g_string_new(NULL);
    add(evaluation, 0, "1+", "3+",
        faults); /* mejl: tillgänglighet right, bemötande false */
    add(evaluation, 1, "2-", "1-", faults); /* telefon missed, tillgänglighet right */
    lyh_evaluation_measure(evaluation);
    check_counts(lyh_evaluation_of(evaluation, TILLGANGLIGHET), 2, 0, 0);
    check_counts(lyh_evaluation_of(evaluation, BEMOTANDE), 0, 1, 0);
    check_counts(lyh_evaluation_of(evaluation, TELEFON), 0, 0, 1);
    check_counts(lyh_evaluation_of(evaluation, MEJL), 0, 0, 0);
    check_counts(lyh_evaluation_micro(evaluation), 2, 1, 1);
    g_assert_cmpstr(faults->str, ==, "false 0 0/2 3+; miss 2 4/0 -");
}

/* Every row: labels, suggestions, and whether the polarity of code 0 is right. */
static void a_polarity_is_right_when_people_gave_each_that_is_suggested(void)
{
    static const struct {
        const char *people, *suggested;
        double right;
    } cases[] = {
        { "0+", "0+", 1 },        { "0+ 0-", "0+", 1 },    { "0+", "0+ 0-", 0 },
        { "0+", "0+ 00", 1 },     { "00", "0+ 00", 0 },    { "0+", "00", 0 },
        { "00", "00", 1 },        { "0+ 0-", "0- 0+", 1 }, { "0+ 00", "00", 1 },
        { "0+", "0+ 00 0-q", 1 },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(book_kit) kit = book_new();
        g_autoptr(lyh_evaluation) evaluation = lyh_evaluation_new(kit.book);
        add(evaluation, 0, cases[i].people, cases[i].suggested, NULL);
        lyh_evaluation_measure(evaluation);
        g_test_message("%s against %s", cases[i].suggested, cases[i].people);
        g_assert_cmpfloat(lyh_evaluation_of(evaluation, BEMOTANDE).polarity, ==,
                          cases[i].right);
    }
}

static void every_fault_names_the_suggestion_behind_it(void)
{
    g_auto(book_kit) kit = book_new();
    g_autoptr(lyh_evaluation) evaluation = lyh_evaluation_new(kit.book);
    g_autoptr(GString) faults = g_string_new(NULL);
    add(evaluation, 0, "1+ 1-", "0+ 00", faults);
    add(evaluation, 0, "0-", "0+ 00 0-", faults);
    g_assert_cmpstr(faults->str, ==,
                    "false 0 0/3 0+; false 0 0/3 00; miss 1 6/0 -; polarity 0 4/7 0+");
}

static void nothing_to_divide_by_is_no_number(void)
{
    g_auto(book_kit) kit = book_new();
    g_autoptr(lyh_evaluation) evaluation = lyh_evaluation_new(kit.book);
    add(evaluation, 0, "", "", NULL);
    lyh_evaluation_measure(evaluation);
    lyh_measured measured = lyh_evaluation_micro(evaluation);
    g_assert_true(isnan(measured.precision) && isnan(measured.recall) &&
                  isnan(measured.f1) && isnan(measured.polarity) &&
                  isnan(measured.interval.low));
    g_assert_true(isnan(lyh_evaluation_macro(evaluation).f1));
}

/* 40 records that are right and 40 that are wrong: in 4 clusters of 20, or each by itself. */
static lyh_interval interval_of(const lyh_codebook *book, size_t clusters)
{
    g_autoptr(lyh_evaluation) evaluation = lyh_evaluation_new(book);
    for (size_t i = 0; i < 80; i++)
        add(evaluation, i * clusters / 80, "0+", i < 40 ? "0+" : "", NULL);
    lyh_evaluation_measure(evaluation);
    g_assert_cmpuint(lyh_evaluation_cluster_count(evaluation), ==, clusters);
    return lyh_evaluation_of(evaluation, BEMOTANDE).interval;
}

static void what_hangs_together_widens_the_interval(void)
{
    g_auto(book_kit) kit = book_new();
    lyh_interval together = interval_of(kit.book, 4), apart = interval_of(kit.book, 80);
    g_assert_true(apart.low < 2.0 / 3 && 2.0 / 3 < apart.high);
    g_assert_true(together.low < apart.low && apart.high < together.high);
    g_assert_cmpfloat(together.low, ==, 0);
    g_assert_cmpfloat(together.high, ==, 1);
    lyh_interval again = interval_of(kit.book, 80);
    g_assert_cmpfloat(again.low, ==, apart.low);
}

static void one_document_has_no_interval(void)
{
    g_auto(book_kit) kit = book_new();
    g_assert_true(isnan(interval_of(kit.book, 1).low));
}

/* ---- documents ---- */

#define TALK                                                                               \
    "I: Hur var det?\n"                                                                    \
    "B: De ringer. De mejlar.\n"                                                           \
    "B: De lyssnar inte.\n"

/* By @unit: a person put bemötande on the first turn, from its first sentence into its second. */
static char *documents_told(lyh_evaluation_unit unit)
{
    g_auto(coder_kit) kit =
        kit_new("kod;regler\nbemötande;lyssna\nmejl;mejla\n", (lyh_matcher_options){ 0 });
    g_autoptr(lyh_evaluation) evaluation = lyh_evaluation_new(kit.book);
    g_autoptr(lyh_codings) people = lyh_codings_new(), machine = lyh_codings_new();
    lyh_document *document = talk_document(TALK);
    lyh_tokens_read(kit.tokens, document, kit.vocabulary);
    g_assert_true(lyh_matcher_run(kit.matcher, document, kit.tokens, machine, kit.diags));
    const lyh_turn *turn = lyh_document_turn(document, 1);
    lyh_coding coding = { .turn = 1,
                          .sentence = 1,
                          .start = turn->start,
                          .end = turn->end,
                          .status = LYH_MANUAL,
                          .coder = "",
                          .rule = "" };
    lyh_codings_add(people, coding);
    coding.status = LYH_REJECTED;
    coding.code = 1;
    lyh_codings_add(people, coding);
    lyh_evaluation_add_document(evaluation, 0, unit, document, kit.tokens, people, machine,
                                NULL, NULL);
    lyh_evaluation_measure(evaluation);
    lyh_measured first = lyh_evaluation_of(evaluation, 0);
    lyh_measured second = lyh_evaluation_of(evaluation, 1);
    lyh_document_free(document);
    return g_strdup_printf("%zu %zu %zu, %zu %zu %zu", first.tp, first.fp, first.fn,
                           second.tp, second.fp, second.fn);
}

static void the_unit_decides_what_is_compared(void)
{
    g_autofree char *document = documents_told(LYH_EVALUATE_DOCUMENT);
    g_autofree char *turn = documents_told(LYH_EVALUATE_TURN);
    g_autofree char *sentence = documents_told(LYH_EVALUATE_SENTENCE);
    g_assert_cmpstr(document, ==, "1 0 0, 0 1 0");
    g_assert_cmpstr(turn, ==, "0 1 1, 0 1 0");
    g_assert_cmpstr(sentence, ==, "0 1 2, 0 1 0");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/evaluation/by hand", four_records_give_what_a_pencil_gives);
    g_test_add_func("/evaluation/quoted", what_is_quoted_is_no_suggestion);
    g_test_add_func("/evaluation/parents",
                    a_child_counts_for_all_its_parents_and_alone_only_when_people_used_it);
    g_test_add_func("/evaluation/polarity",
                    a_polarity_is_right_when_people_gave_each_that_is_suggested);
    g_test_add_func("/evaluation/faults", every_fault_names_the_suggestion_behind_it);
    g_test_add_func("/evaluation/nothing", nothing_to_divide_by_is_no_number);
    g_test_add_func("/evaluation/clusters", what_hangs_together_widens_the_interval);
    g_test_add_func("/evaluation/one document", one_document_has_no_interval);
    g_test_add_func("/evaluation/unit", the_unit_decides_what_is_compared);
    return g_test_run();
}
