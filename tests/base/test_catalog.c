#include <lyhord/base/catalog.h>

#include <stdint.h>
#include <string.h>

#include <glib.h>

/*
 * What msgfmt 0.21 makes of a catalogue of five messages (Language: sv_SE): "error" → "fel",
 * "%zu person"/"%zu persons" → "%zu person"/"%zu personer", "stated" in the context "state" →
 * "påstått", "untranslated" → "". Written with offsets by the functions below.
 */
typedef struct pair {
    const char *id;
    size_t id_size;
    const char *text;
    size_t text_size;
} pair;

#define PAIR(id, text)                                                                     \
    {                                                                                      \
        id, sizeof id - 1, text, sizeof text - 1                                           \
    }

static const pair pairs[] = {
    PAIR("", "Language: sv_SE\nContent-Type: text/plain; charset=UTF-8\n"),
    PAIR("%zu person\0%zu persons", "%zu person\0%zu personer"),
    PAIR("error", "fel"),
    PAIR("state\004stated", "påstått"),
    PAIR("untranslated", ""),
};

static void append_number(GByteArray *out, size_t number)
{
    uint32_t value = (uint32_t)number;
    g_byte_array_append(out, (const guint8 *)&value, sizeof value);
}

/* Header, table of ids, table of texts, then the strings, as the gettext manual draws it. */
static GByteArray *make_mo(const pair *list, size_t count)
{
    GByteArray *out = g_byte_array_new();
    const size_t header[] = { 0x950412de, 0, count, 28, 28 + 8 * count, 0, 0 };
    for (size_t i = 0; i < G_N_ELEMENTS(header); i++)
        append_number(out, header[i]);

    size_t at = 28 + 16 * count;
    for (size_t i = 0; i < count; at += list[i++].id_size + 1) {
        append_number(out, list[i].id_size);
        append_number(out, at);
    }
    for (size_t i = 0; i < count; at += list[i++].text_size + 1) {
        append_number(out, list[i].text_size);
        append_number(out, at);
    }
    for (size_t i = 0; i < count; i++)
        g_byte_array_append(out, (const guint8 *)list[i].id, (guint)list[i].id_size + 1);
    for (size_t i = 0; i < count; i++)
        g_byte_array_append(out, (const guint8 *)list[i].text,
                            (guint)list[i].text_size + 1);
    return out;
}

static lyh_catalog *open_pairs(GByteArray *mo)
{
    lyh_catalog *catalog = lyh_catalog_new(mo->data, mo->len);
    g_assert_nonnull(catalog);
    return catalog;
}

static void a_text_is_translated_when_the_catalogue_has_it(void)
{
    g_autoptr(GByteArray) mo = make_mo(pairs, G_N_ELEMENTS(pairs));
    lyh_catalog *catalog = open_pairs(mo);
    g_assert_cmpstr(lyh_tr(catalog, "error"), ==, "fel");
    g_assert_cmpstr(lyh_tr(catalog, "warning"), ==, "warning");
    g_assert_cmpstr(lyh_tr(catalog, "untranslated"), ==, "untranslated");
    g_assert_cmpstr(lyh_tr(catalog, ""), ==, "");
    g_assert_cmpstr(lyh_tr(NULL, "error"), ==, "error");
    g_assert_cmpstr(lyh_catalog_language(catalog), ==, "sv");
    lyh_catalog_free(catalog);
}

static void one_takes_the_singular_and_all_else_the_plural(void)
{
    g_autoptr(GByteArray) mo = make_mo(pairs, G_N_ELEMENTS(pairs));
    lyh_catalog *catalog = open_pairs(mo);
    const char *one = "%zu person", *many = "%zu persons";
    g_assert_cmpstr(lyh_trn(catalog, one, many, 1), ==, "%zu person");
    g_assert_cmpstr(lyh_trn(catalog, one, many, 0), ==, "%zu personer");
    g_assert_cmpstr(lyh_trn(catalog, one, many, 7), ==, "%zu personer");
    g_assert_cmpstr(lyh_trn(NULL, one, many, 1), ==, "%zu person");
    g_assert_cmpstr(lyh_trn(NULL, one, many, 2), ==, "%zu persons");
    lyh_catalog_free(catalog);
}

static void a_context_tells_two_senses_apart(void)
{
    g_autoptr(GByteArray) mo = make_mo(pairs, G_N_ELEMENTS(pairs));
    lyh_catalog *catalog = open_pairs(mo);
    g_assert_cmpstr(lyh_trc(catalog, "state", "stated"), ==, "påstått");
    g_assert_cmpstr(lyh_trc(catalog, "text", "stated"), ==, "stated");
    lyh_catalog_free(catalog);
}

/* Each in memory of its own size, so that a sanitizer sees a read beyond it. */
static void a_catalogue_cut_anywhere_is_refused(void)
{
    g_autoptr(GByteArray) mo = make_mo(pairs, G_N_ELEMENTS(pairs));
    for (guint size = 0; size < mo->len; size++) {
        g_autofree guint8 *cut = g_memdup2(mo->data, size);
        g_assert_null(lyh_catalog_new(cut, size));
    }
}

static void a_damaged_number_never_leads_outside(void)
{
    g_autoptr(GByteArray) mo = make_mo(pairs, G_N_ELEMENTS(pairs));
    for (guint i = 0; i < 28 + 16 * G_N_ELEMENTS(pairs); i++) {
        g_autofree guint8 *copy = g_memdup2(mo->data, mo->len);
        copy[i] ^= 0xff;
        lyh_catalog *catalog = lyh_catalog_new(copy, mo->len);
        if (catalog)
            lyh_tr(catalog, "error");
        lyh_catalog_free(catalog);
    }
}

static void texts_out_of_order_are_refused(void)
{
    const pair list[] = { PAIR("warning", "varning"), PAIR("error", "fel") };
    g_autoptr(GByteArray) mo = make_mo(list, G_N_ELEMENTS(list));
    g_assert_null(lyh_catalog_new(mo->data, mo->len));
}

static void english_and_swedish_are_built_in_and_nothing_else(void)
{
    g_assert_cmpstr(lyh_catalog_language(lyh_catalog_for("en")), ==, "en");
    g_assert_cmpstr(lyh_catalog_language(lyh_catalog_for("sv")), ==, "sv");
    g_assert_true(lyh_catalog_for("sv") == lyh_catalog_for("sv"));
    g_assert_null(lyh_catalog_for("fi"));
    g_assert_cmpstr(lyh_catalog_language(NULL), ==, "en");
    g_assert_cmpstr(lyh_tr(lyh_catalog_for("en"), "error"), ==, "error");
}

static void what_a_catalogue_says_is_told_from_all_else(void)
{
    g_autoptr(GByteArray) mo = make_mo(pairs, G_N_ELEMENTS(pairs));
    lyh_catalog *catalog = lyh_catalog_new(mo->data, mo->len);
    g_assert_true(lyh_catalog_has(catalog, "error"));
    g_assert_true(lyh_catalog_has(catalog, "fel"));
    g_assert_true(lyh_catalog_has(catalog, "untranslated"));
    g_assert_false(lyh_catalog_has(catalog, "err"));
    g_assert_false(lyh_catalog_has(catalog, "felet"));
    g_assert_false(lyh_catalog_has(catalog, "12 personer"));
    g_assert_false(lyh_catalog_has(catalog, ""));
    g_assert_false(lyh_catalog_has(lyh_catalog_for("en"), "error"));
    g_assert_false(lyh_catalog_has(NULL, "error"));
    lyh_catalog_free(catalog);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/catalog/a text is translated when the catalogue has it",
                    a_text_is_translated_when_the_catalogue_has_it);
    g_test_add_func("/catalog/one takes the singular and all else the plural",
                    one_takes_the_singular_and_all_else_the_plural);
    g_test_add_func("/catalog/a context tells two senses apart",
                    a_context_tells_two_senses_apart);
    g_test_add_func("/catalog/a catalogue cut anywhere is refused",
                    a_catalogue_cut_anywhere_is_refused);
    g_test_add_func("/catalog/a damaged number never leads outside",
                    a_damaged_number_never_leads_outside);
    g_test_add_func("/catalog/texts out of order are refused",
                    texts_out_of_order_are_refused);
    g_test_add_func("/catalog/english and swedish are built in and nothing else",
                    english_and_swedish_are_built_in_and_nothing_else);
    g_test_add_func("/catalog/what a catalogue says is told from all else",
                    what_a_catalogue_says_is_told_from_all_else);
    return g_test_run();
}
