#include <glib.h>
#include <string.h>

#include <lyhord/ingest/metadata.h>

#include "packages.h"

/* "author=Kajsa; title=Prov": everything that was read, in order. */
static char *read_all(const char *path, const lyh_bytes *bytes)
{
    g_autoptr(GString) all = g_string_new(NULL);
    lyh_metadata *metadata = lyh_metadata_read(path, bytes);
    for (size_t i = 0; i < lyh_metadata_count(metadata); i++)
        g_string_append_printf(all, "%s%s=%s", i ? "; " : "",
                               lyh_property_name(lyh_metadata_property(metadata, i)),
                               lyh_metadata_value(metadata, i));
    lyh_metadata_free(metadata);
    return g_string_free(g_steal_pointer(&all), FALSE);
}

static void assert_package(const struct part *parts, const char *wanted)
{
    lyh_bytes bytes = zip_of(parts);
    g_autofree char *all = read_all("prov.docx", &bytes);
    g_assert_cmpstr(all, ==, wanted);
    g_free(bytes.data);
}

static void a_word_file_names_its_author_and_company(void)
{
    const struct part parts[] = {
        { "docProps/app.xml", "<Properties><Company>Byn AB</Company><Pages>3</Pages>"
                              "<Manager> </Manager></Properties>" },
        { "docProps/core.xml",
          "<c:coreProperties xmlns:c='urn:c' xmlns:d='urn:d'><d:creator>Kajsa &amp; "
          "Olle</d:creator><c:lastModifiedBy>Olle</c:lastModifiedBy><d:title>Prov</d:title>"
          "<c:revision>7</c:revision></c:coreProperties>" },
        { NULL, NULL },
    };
    assert_package(parts, "company=Byn AB; author=Kajsa & Olle; last changed by=Olle; "
                          "title=Prov");
}

static void an_opendocument_file_names_its_authors(void)
{
    const struct part parts[] = {
        { "mimetype", "application/vnd.oasis.opendocument.text" },
        { "meta.xml",
          "<o:document-meta xmlns:o='urn:o' xmlns:m='urn:m' xmlns:d='urn:d'><o:meta>"
          "<m:initial-creator>Kajsa</m:initial-creator><d:creator>Olle</d:creator>"
          "<m:keyword>prov</m:keyword><m:editing-cycles>2</m:editing-cycles>"
          "</o:meta></o:document-meta>" },
        { NULL, NULL },
    };
    assert_package(parts, "author=Kajsa; author=Olle; keywords=prov");
}

static void a_package_without_properties_has_none(void)
{
    const struct part parts[] = { { "word/document.xml", "<d/>" }, { NULL, NULL } };
    assert_package(parts, "");
}

static void properties_that_are_no_xml_are_none(void)
{
    const struct part parts[] = { { "docProps/core.xml", "<a><creator>Kajsa</a>" },
                                  { "meta.xml", "<!DOCTYPE a []><a/>" },
                                  { NULL, NULL } };
    assert_package(parts, "");
}

static void text_has_no_properties(void)
{
    char text[] = "I: Hur var det?\n";
    const lyh_bytes bytes = { text, sizeof text - 1 };
    g_autofree char *all = read_all("prov.txt", &bytes);
    g_assert_cmpstr(all, ==, "");
}

/* Written by hand after ISO 32000-1, with the table of objects left for the reader to rebuild. */
static void a_pdf_names_its_author(void)
{
    char text[] = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
                  "4 0 obj<</Author(Kajsa)/Title(Prov)>>endobj\n"
                  "trailer<</Root 1 0 R/Info 4 0 R/Size 5>>\n%%EOF\n";
    const lyh_bytes bytes = { text, sizeof text - 1 };
    g_autofree char *all = read_all("prov.pdf", &bytes);
    g_assert_cmpstr(all, ==, "author=Kajsa; title=Prov");
}

static void names_are_told_from_texts(void)
{
    g_assert_true(lyh_property_is_name(LYH_PROPERTY_AUTHOR));
    g_assert_true(lyh_property_is_name(LYH_PROPERTY_COMPANY));
    g_assert_false(lyh_property_is_name(LYH_PROPERTY_TITLE));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(function) g_test_add_func("/ingest/metadata/" #function, function)
    TEST(a_word_file_names_its_author_and_company);
    TEST(an_opendocument_file_names_its_authors);
    TEST(a_package_without_properties_has_none);
    TEST(properties_that_are_no_xml_are_none);
    TEST(text_has_no_properties);
    TEST(a_pdf_names_its_author);
    TEST(names_are_told_from_texts);
#undef TEST
    return g_test_run();
}
