#include <glib.h>
#include <string.h>

#include "../../src/base/autoptr.h"
#include "../../src/coding/autoptr.h"

typedef struct gold_kit {
    lyh_diags *diags;
    lyh_source *source;
    lyh_gold *gold;
} gold_kit;

static gold_kit gold_of(const char *text, size_t size)
{
    gold_kit kit = { .diags = lyh_diags_new(NULL) };
    kit.source =
        lyh_source_from_bytes("facit.jsonl", LYH_SOURCE_TRANSCRIPT, text, size, kit.diags);
    kit.gold = kit.source ? lyh_gold_read(kit.source, kit.diags) : NULL;
    return kit;
}

static void gold_kit_clear(gold_kit *kit)
{
    lyh_gold_free(kit->gold);
    lyh_source_free(kit->source);
    lyh_diags_free(kit->diags);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(gold_kit, gold_kit_clear)

static gold_kit gold_read(const char *text)
{
    return gold_of(text, strlen(text));
}

/* "LINE:COLUMN code" of every error. */
static char *errors_of(const char *text)
{
    g_auto(gold_kit) kit = gold_read(text);
    g_autoptr(GString) out = g_string_new(NULL);
    g_assert_null(kit.gold);
    for (size_t i = 0; i < lyh_diags_count(kit.diags); i++) {
        const lyh_diag *diag = lyh_diags_at(kit.diags, i);
        g_test_message("%s", diag->message);
        if (diag->severity == LYH_SERIOUS)
            g_string_append_printf(out, "%s%zu:%zu %s", out->len > 0 ? ", " : "",
                                   diag->line, diag->column, diag->code);
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static void check_errors(const char *text, const char *expected)
{
    g_autofree char *found = errors_of(text);
    g_assert_cmpstr(found, ==, expected);
}

static void a_record_is_read_with_all_it_says(void)
{
    g_auto(gold_kit) kit = gold_read(
        "{\"id\": \"a-1\", \"text\": \"e\\u0301n\", \"respondent\": \"AB1\", "
        "\"turns\": [{\"speaker\": \"B\", \"text\": \"ja\"}, {\"text\": \"nej\"}], "
        "\"labels\": [{\"theme\": \"respekt\", \"polarity\": \"-\"}, {\"theme\": "
        "\"respekt\", \"polarity\": \"0\"}], \"note\": [1, {}]}\r\n"
        "\r\n"
        "{\"id\": \"a-2\", \"text\": \"ja\", \"turns\": null, \"labels\": []}");
    g_assert_nonnull(kit.gold);
    g_assert_cmpuint(lyh_gold_count(kit.gold), ==, 2);
    const lyh_gold_record *record = lyh_gold_at(kit.gold, 0);
    g_assert_cmpstr(record->id, ==, "a-1");
    g_assert_cmpstr(record->text, ==, "én");
    g_assert_cmpstr(record->respondent, ==, "AB1");
    g_assert_cmpuint(record->turn_count, ==, 2);
    g_assert_cmpstr(record->turns[0].speaker, ==, "B");
    g_assert_cmpstr(record->turns[1].speaker, ==, "");
    g_assert_cmpstr(record->turns[1].text, ==, "nej");
    g_assert_cmpuint(record->label_count, ==, 2);
    g_assert_cmpint(record->labels[0].polarity, ==, LYH_MINUS);
    g_assert_cmpint(record->labels[1].polarity, ==, LYH_NEUTRAL);
    g_assert_cmpuint(lyh_gold_theme_count(kit.gold), ==, 1);
    g_assert_cmpstr(lyh_gold_theme(kit.gold, 0), ==, "respekt");
    g_assert_cmpuint(lyh_gold_at(kit.gold, 1)->line, ==, 3);
}

/* The place is the last character of what the parser could not take. */
static void what_is_no_json_is_told_where_it_breaks_off(void)
{
    check_errors("{\"id\": 5 x}", "1:10 gold-json");
    check_errors("{\"åä\": \"ö\", }", "1:13 gold-json");
    check_errors("{\"id\": \"1\"\n\"text\": 2}", "1:10 gold-json, 2:6 gold-json");
    check_errors("[{\"id\": \"1\"}]", "1:1 gold-json");
    check_errors("{\"id\": \"1\", \"id\": \"2\"}", "1:16 gold-json");
    check_errors("{\"id\": \"\\u0000\"}", "1:15 gold-json");
    check_errors("{\"n\": 1e999}", "1:11 gold-json");
    check_errors("{} {}", "1:4 gold-json");
}

static void what_is_of_the_wrong_kind_is_told_by_its_key(void)
{
    check_errors("{\"id\": 5, \"text\": [], \"labels\": {}}",
                 "1:1 gold-key, 1:1 gold-key, 1:1 gold-key, 1:1 gold-key");
    check_errors("{\"id\": \"\", \"text\": \"x\", \"labels\": [5]}",
                 "1:1 gold-key, 1:1 gold-key");
    check_errors("{\"id\": \"1\", \"text\": \"x\"}", "1:1 gold-key");
    check_errors("{\"id\": \"1\", \"labels\": []}", "1:1 gold-key");
    check_errors("{\"id\": \"1\", \"turns\": [{\"speaker\": \"B\"}], \"labels\": []}",
                 "1:1 gold-key");
    check_errors("{\"id\": \"1\", \"text\": \"x\", \"labels\": [{\"theme\": \"a\", "
                 "\"polarity\": \"plus\"}]}",
                 "1:1 gold-polarity");
}

static void an_id_twice_names_the_first_line(void)
{
    g_auto(gold_kit) kit = gold_read("{\"id\": \"1\", \"text\": \"x\", \"labels\": []}\n"
                                     "{\"id\": \"2\", \"text\": \"x\", \"labels\": []}\n"
                                     "{\"id\": \"1\", \"text\": \"y\", \"labels\": []}\n");
    g_assert_null(kit.gold);
    g_assert_cmpuint(lyh_diags_at(kit.diags, 0)->line, ==, 3);
    g_assert_nonnull(strstr(lyh_diags_at(kit.diags, 0)->message, "first on line 1"));
}

static void nothing_at_all_is_an_error(void)
{
    check_errors("", "0:0 gold-empty");
    check_errors("\n \n", "0:0 gold-empty");
}

static void a_zero_byte_is_told_with_its_place(void)
{
    g_auto(gold_kit) kit = gold_of("{}\n\0", 4);
    g_assert_null(kit.source);
    g_assert_cmpuint(lyh_diags_error_count(kit.diags), ==, 1);
    g_assert_cmpuint(lyh_diags_at(kit.diags, 0)->line, ==, 2);
}

static void a_line_is_at_most_a_mebibyte(void)
{
    for (size_t over = 0; over <= 1; over++) {
        g_autoptr(GString) text =
            g_string_new("{\"id\": \"1\", \"labels\": [], \"text\": \"");
        while (text->len < LYH_GOLD_LINE_MAX - 2 + over)
            g_string_append_c(text, 'a');
        g_string_append(text, "\"}");
        g_auto(gold_kit) kit = gold_of(text->str, text->len);
        g_assert_true((kit.gold == NULL) == (over == 1));
    }
}

static void what_is_nested_without_end_is_refused(void)
{
    g_autoptr(GString) text = g_string_new("{\"id\": ");
    for (size_t i = 0; i < 100000; i++)
        g_string_append_c(text, '[');
    g_auto(gold_kit) kit = gold_of(text->str, text->len);
    g_assert_null(kit.gold);
    g_assert_cmpstr(lyh_diags_at(kit.diags, 0)->code, ==, "gold-json");
}

/* No message may hold what people said: the parser's own would repeat it. */
static void messages_hold_no_words_of_the_record(void)
{
    g_auto(gold_kit) kit = gold_read("{\"id\": \"1\", \"text\": hemlighet}\n"
                                     "{\"id\": \"1\", \"text\": \"hemlighet\n");
    g_assert_null(kit.gold);
    for (size_t i = 0; i < lyh_diags_count(kit.diags); i++) {
        const lyh_diag *diag = lyh_diags_at(kit.diags, i);
        g_assert_null(strstr(diag->message, "hemlig"));
        g_assert_true(diag->is_private);
    }
}

/*
 * 1 and 2 are one person's; 2 and 4 say the same; 3 has the person's name in another collection; 5
 * and 6 are of one interview.
 */
static void records_that_hang_together_are_one_cluster(void)
{
    g_auto(gold_kit) kit = gold_read(
        "{\"id\":\"1\",\"text\":\"x\",\"labels\":[],\"seed\":\"A\",\"respondent\":\"B1\"}\n"
        "{\"id\":\"2\",\"text\":\"x\",\"labels\":[],\"seed\":\"A\",\"respondent\":\"B1\","
        "\"dup_group\":7}\n"
        "{\"id\":\"3\",\"text\":\"x\",\"labels\":[],\"seed\":\"B\",\"respondent\":\"B1\","
        "\"dup_group\":null}\n"
        "{\"id\":\"4\",\"text\":\"x\",\"labels\":[],\"dup_group\":7}\n"
        "{\"id\":\"5\",\"text\":\"x\",\"labels\":[],\"dialogue_file\":\"d.txt\"}\n"
        "{\"id\":\"6\",\"text\":\"x\",\"labels\":[],\"dialogue_file\":\"d.txt\"}\n");
    static const size_t expected[] = { 0, 0, 2, 0, 4, 4 };
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++)
        g_assert_cmpuint(lyh_gold_at(kit.gold, i)->cluster, ==, expected[i]);
}

static bool looks_like_gold(const char *text, size_t size)
{
    g_autofree char *copy = g_memdup2(text, size);
    const lyh_bytes bytes = { copy, size };
    return lyh_gold_looks_like(&bytes);
}

static void a_gold_file_is_told_from_a_table_by_its_first_sign(void)
{
    g_assert_true(looks_like_gold("\xEF\xBB\xBF\n {\"id\"", 10));
    g_assert_true(looks_like_gold("\xFF\xFE{\0", 4));
    g_assert_true(looks_like_gold("[", 1));
    g_assert_false(looks_like_gold("document;code", 13));
    g_assert_false(looks_like_gold("", 0));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/gold/record", a_record_is_read_with_all_it_says);
    g_test_add_func("/gold/json", what_is_no_json_is_told_where_it_breaks_off);
    g_test_add_func("/gold/kinds", what_is_of_the_wrong_kind_is_told_by_its_key);
    g_test_add_func("/gold/twice", an_id_twice_names_the_first_line);
    g_test_add_func("/gold/empty", nothing_at_all_is_an_error);
    g_test_add_func("/gold/zero", a_zero_byte_is_told_with_its_place);
    g_test_add_func("/gold/long", a_line_is_at_most_a_mebibyte);
    g_test_add_func("/gold/nested", what_is_nested_without_end_is_refused);
    g_test_add_func("/gold/private", messages_hold_no_words_of_the_record);
    g_test_add_func("/gold/clusters", records_that_hang_together_are_one_cluster);
    g_test_add_func("/gold/table", a_gold_file_is_told_from_a_table_by_its_first_sign);
    return g_test_run();
}
