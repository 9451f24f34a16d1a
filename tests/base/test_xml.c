#include <lyhord/base/archive.h>

#include <string.h>

#include <glib.h>

#include "../../src/base/autoptr.h"

/* What a handler hears: "<ns|name a=v>text</name>". */
static void hear_start(void *user, const char *name_space, const char *name,
                       const lyh_xml_attribute *attributes, size_t count)
{
    g_string_append_printf(user, "<%s%s%s", name_space, *name_space ? "|" : "", name);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(user, " %s%s%s=%s", attributes[i].name_space,
                               *attributes[i].name_space ? "|" : "", attributes[i].name,
                               attributes[i].value);
    g_string_append_c(user, '>');
    const char *wanted = lyh_xml_value(attributes, count, "val");
    if (wanted)
        g_string_append_printf(user, "{%s}", wanted);
}

static void hear_end(void *user, const char *name_space, const char *name)
{
    (void)name_space;
    g_string_append_printf(user, "</%s>", name);
}

static void hear_text(void *user, const char *text, size_t size)
{
    g_string_append_len(user, text, (gssize)size);
}

static const lyh_xml_handler hearing = { hear_start, hear_end, hear_text };

static bool parse(const void *data, size_t size, GString *heard, lyh_diags *diags)
{
    g_autofree char *copy = g_memdup2(data, size);
    const lyh_bytes bytes = { copy, size };
    return lyh_xml_parse("a.docx: b.xml", &bytes, &hearing, heard, diags);
}

static void assert_heard(const void *data, size_t size, const char *expected)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(GString) heard = g_string_new(NULL);
    g_assert_true(parse(data, size, heard, diags));
    g_assert_cmpstr(heard->str, ==, expected);
    g_assert_cmpuint(lyh_diags_count(diags), ==, 0);
}

static void assert_refused(const void *data, size_t size, const char *code,
                           const char *said)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(GString) heard = g_string_new(NULL);
    g_assert_false(parse(data, size, heard, diags));
    g_assert_cmpuint(lyh_diags_count(diags), ==, 1);
    g_assert_cmpstr(lyh_diags_at(diags, 0)->code, ==, code);
    g_assert_cmpstr(lyh_diags_at(diags, 0)->file, ==, "a.docx: b.xml");
    if (!strstr(lyh_diags_at(diags, 0)->message, said))
        g_error("'%s' does not say '%s'", lyh_diags_at(diags, 0)->message, said);
}

#define HEARD(text, expected) assert_heard(text, strlen(text), expected)
#define REFUSED(text, code, said) assert_refused(text, strlen(text), code, said)

static void elements_attributes_and_text_are_heard_with_their_namespaces(void)
{
    HEARD("<?xml version='1.0'?><!-- x --><w:p xmlns:w='urn:w' w:val='1' id='2'>å<b/>\n"
          "<![CDATA[<c>]]></w:p>",
          "<urn:w|p urn:w|val=1 id=2>{1}å<b></b>\n<c></p>");
    HEARD("\xef\xbb\xbf<a xmlns='urn:d'> </a>", "<urn:d|a> </a>");
}

static void the_five_entities_of_xml_are_their_characters(void)
{
    HEARD("<a v='&lt;&amp;&gt; &#229; &quot;&apos;&amp;lt;'>&lt;&amp;&gt; &#xe5; "
          "&amp;lt;</a>",
          "<a v=<&> å \"'&lt;><&> å &lt;</a>");
}

/* "<?xml version='1.0' encoding='UTF-16'?><a>å😀</a>" by Python's codecs. */
static void utf16_is_read(void)
{
    static const unsigned char le[] = {
        0xff, 0xfe, '<',  0, '?',  0,    'x',  0,    'm', 0, 'l', 0, ' ', 0, 'v',  0,
        'e',  0,    'r',  0, 's',  0,    'i',  0,    'o', 0, 'n', 0, '=', 0, '\'', 0,
        '1',  0,    '.',  0, '0',  0,    '\'', 0,    '?', 0, '>', 0, '<', 0, 'a',  0,
        '>',  0,    0xe5, 0, 0x3d, 0xd8, 0,    0xde, '<', 0, '/', 0, 'a', 0, '>',  0,
    };
    unsigned char be[sizeof le];
    for (size_t i = 0; i < sizeof le; i += 2) {
        be[i] = le[i + 1];
        be[i + 1] = le[i];
    }
    assert_heard(le, sizeof le, "<a>å😀</a>");
    assert_heard(be, sizeof be, "<a>å😀</a>");
}

static void any_doctype_is_refused(void)
{
    REFUSED("<!DOCTYPE a><a/>", "xml-doctype", "DOCTYPE");
    REFUSED("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            "<a>&e;</a>",
            "xml-doctype", "DOCTYPE");
    REFUSED("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a/>", "xml-doctype", "DOCTYPE");
}

static void what_is_not_well_formed_is_an_error_with_its_line(void)
{
    REFUSED("<a>\n<b>\n</a>", "xml-damaged", "line 3");
    REFUSED("<a>\nhej", "xml-damaged", "line 2");
    REFUSED("<a>&okänd;</a>", "xml-damaged", "line 1");
    REFUSED("<a>\xe5</a>", "xml-damaged", "line 1");
    REFUSED("<a/>x", "xml-damaged", "line 1");
    REFUSED("hej", "xml-damaged", "line 1");
    REFUSED("", "xml-damaged", "empty");
    REFUSED("<", "xml-damaged", "line 1");
    REFUSED("<?xml version='1.0' encoding='klingon'?><a>å</a>", "xml-damaged", "encoding");
}

static char *nested(size_t depth)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < depth; i++)
        g_string_append(text, "<a>");
    for (size_t i = 0; i < depth; i++)
        g_string_append(text, "</a>");
    return g_string_free(text, FALSE);
}

static void elements_may_lie_256_deep_and_no_deeper(void)
{
    g_autofree char *most = nested(LYH_XML_MAX_DEPTH),
                    *more = nested(LYH_XML_MAX_DEPTH + 1);
    g_autofree char *abyss = nested(100000);
    HEARD(most, most);
    REFUSED(more, "xml-too-deep", "256");
    REFUSED(abyss, "xml-too-deep", "256");
}

static void nothing_is_heard_after_an_error(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(GString) heard = g_string_new(NULL);
    const char *text = "<a>före<b></a>efter<c/></a>";
    g_assert_false(parse(text, strlen(text), heard, diags));
    g_assert_cmpstr(heard->str, ==, "<a>före<b>");
}

static void handlers_may_be_left_out(void)
{
    const lyh_xml_handler deaf = { 0 };
    const lyh_bytes bytes = { (char *)"<a b='c'>d</a>", 14 };
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_assert_true(lyh_xml_parse("a", &bytes, &deaf, NULL, diags));
}

/* Text above the 10 MB that libxml2 allows a node of a tree, in a document of 40 MB. */
static void a_large_document_is_read_whole(void)
{
    g_autoptr(GString) text = g_string_new("<a>");
    g_autofree char *word = g_strnfill(20 << 20, 'x');
    g_string_append_printf(text, "<b>%s</b><b>%s</b></a>", word, word);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(GString) heard = g_string_new(NULL);
    g_assert_true(parse(text->str, text->len, heard, diags));
    g_assert_cmpuint(heard->len, ==, text->len);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/xml/elements attributes and text are heard with their namespaces",
                    elements_attributes_and_text_are_heard_with_their_namespaces);
    g_test_add_func("/xml/the five entities of XML are their characters",
                    the_five_entities_of_xml_are_their_characters);
    g_test_add_func("/xml/utf16 is read", utf16_is_read);
    g_test_add_func("/xml/any doctype is refused", any_doctype_is_refused);
    g_test_add_func("/xml/what is not well-formed is an error with its line",
                    what_is_not_well_formed_is_an_error_with_its_line);
    g_test_add_func("/xml/elements may lie 256 deep and no deeper",
                    elements_may_lie_256_deep_and_no_deeper);
    g_test_add_func("/xml/nothing is heard after an error",
                    nothing_is_heard_after_an_error);
    g_test_add_func("/xml/handlers may be left out", handlers_may_be_left_out);
    g_test_add_func("/xml/a large document is read whole", a_large_document_is_read_whole);
    return g_test_run();
}
