/* REFI-QDA in and out: GUIDs against Python's uuid, the given samples against their own quotes. */
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/store/refi_read.h>
#include <lyhord/store/refi_write.h>

#include "../../src/base/autoptr.h"
#include "../../src/store/autoptr.h"

/* uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL, "urn:lyhord:refi"), …) */
static void guids_are_those_of_rfc_4122(void)
{
    char guid[LYH_REFI_GUID_SIZE];
    lyh_refi_guid("prov", guid);
    g_assert_cmpstr(guid, ==, "c5b483da-b884-575b-946a-54638af50bad");
    g_autoptr(lyh_refi) project = lyh_refi_new("Prov", "", "", "");
    lyh_refi_add_code(project, (lyh_refi_code){ .name = "bemötande", .parent = LYH_NONE });
    g_assert_cmpstr(project->codes[0].guid, ==, "bad5f086-e3a4-5934-afcc-0b3a1be44797");
}

static lyh_refi *read_bytes(const char *name, const char *text, size_t size,
                            lyh_diags *diags)
{
    g_autofree char *copy = g_memdup2(text, size + 1);
    const lyh_bytes bytes = { copy, size };
    const lyh_refi_read_options options = { .external = NULL };
    return lyh_refi_read(name, &bytes, &options, diags);
}

static lyh_refi *read_xml(const char *xml, lyh_diags *diags)
{
    return read_bytes("p.qde", xml, strlen(xml), diags);
}

#define PROJECT "<Project xmlns='urn:QDA-XML:project:1.0' name='p'>"
#define CODES                                                                              \
    "<CodeBook><Codes><Code guid='{AB}' name='a' isCodable='false' color='#369'>"          \
    "<Description>en\nrad</Description><Code guid='b' name='b' isCodable='true'/>"         \
    "</Code></Codes></CodeBook>"

static void braces_case_and_short_colours_make_no_difference(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_refi) project =
        read_xml(PROJECT CODES
                 "<Sources><TextSource guid='S' name='t'><PlainTextContent>hej &amp; "
                 "då</PlainTextContent><PlainTextSelection guid='1' startPosition='0' "
                 "endPosition='3'><Coding guid='2'><CodeRef targetGUID='ab'/></Coding>"
                 "<Coding guid='3'><CodeRef targetGUID='{B}'/></Coding><Coding guid='4'>"
                 "<CodeRef targetGUID='nowhere'/></Coding></PlainTextSelection>"
                 "</TextSource></Sources></Project>",
                 diags);
    g_assert_nonnull(project);
    g_assert_cmpuint(project->code_count, ==, 2);
    g_assert_cmpstr(project->codes[0].colour, ==, "#336699");
    g_assert_cmpstr(project->codes[0].description, ==, "en\nrad");
    g_assert_false(project->codes[0].is_codable);
    g_assert_cmpuint(project->codes[1].parent, ==, 0);
    g_assert_cmpstr(project->sources[0].text, ==, "hej & då");
    g_assert_true(project->sources[0].is_inline);
    g_assert_cmpuint(project->coding_count, ==, 2);
    g_assert_cmpuint(project->codings[0].code, ==, 0);
    g_assert_cmpuint(project->codings[1].code, ==, 1);
    g_assert_cmpuint(project->left_over[LYH_REFI_STRAY], ==, 1);
    g_assert_cmpuint(lyh_diags_count(diags), ==, 0);
}

/* What a file must not be: the XML, and the code of what is said. */
static const struct {
    const char *xml, *code;
} wrong[] = {
    { "<!DOCTYPE r []>" PROJECT "</Project>", "xml-doctype" },
    { PROJECT, "xml-damaged" },
    { "<html/>", "refi-root" },
    { PROJECT
      "<CodeBook><Codes><Code guid='1' name='a'/><Code guid='{1}' name='b'/></Codes>"
      "</CodeBook></Project>",
      "refi-guid-twice" },
    { PROJECT "<Sources><TextSource guid='1' plainTextPath='internal://a.txt'/></Sources>"
              "</Project>",
      "refi-source-missing" },
    { PROJECT "<Sources><TextSource guid='1'/></Sources></Project>",
      "refi-source-missing" },
    { PROJECT "<Sources><TextSource guid='1' plainTextPath='absolute:///etc/passwd'/>"
              "</Sources></Project>",
      "refi-external" },
    { PROJECT "<Sources><TextSource guid='1' plainTextPath='relative:///../x'/></Sources>"
              "</Project>",
      "refi-external" },
    { PROJECT "<Sources><TextSource guid='1' plainTextPath='file:///etc/passwd'/></Sources>"
              "</Project>",
      "refi-external" },
    { PROJECT
      "<Sources><TextSource guid='1'><PlainTextContent>x</PlainTextContent>"
      "<PlainTextSelection guid='2' startPosition='-1' endPosition='z'/></TextSource>"
      "</Sources></Project>",
      "refi-position" },
};

static void what_is_wrong_is_refused_for_a_reason(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
        g_assert_null(read_xml(wrong[i].xml, diags));
        g_assert_cmpuint(lyh_diags_error_count(diags), ==, 1);
        g_assert_cmpstr(lyh_diags_at(diags, 0)->code, ==, wrong[i].code);
    }
}

static void a_codebook_without_namespace_is_read_with_a_warning(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_refi) project = read_xml(
        "<CodeBook><Codes><Code guid='1' name='a' isCodable='true'/></Codes></CodeBook>",
        diags);
    g_assert_nonnull(project);
    g_assert_true(project->is_codebook);
    g_assert_cmpuint(lyh_diags_warning_count(diags), ==, 1);
}

/* ---- what is written is read again ---- */

static lyh_refi *whole_project(void)
{
    lyh_refi *project =
        lyh_refi_new("Prov & \"sånt\"", "Lyhörd", "om <allt>", "2026-05-01");
    size_t user = lyh_refi_add_user(project, (lyh_refi_user){ .name = "mira" });
    size_t above = lyh_refi_add_code(
        project,
        (lyh_refi_code){ .name = "kontakt", .parent = LYH_NONE, .is_codable = true });
    size_t code = lyh_refi_add_code(project, (lyh_refi_code){ .name = "väntan",
                                                              .description = "tid & <rum>",
                                                              .colour = "#336699",
                                                              .parent = above,
                                                              .is_codable = true });
    size_t variable = lyh_refi_add_variable(project, (lyh_refi_variable){ .name = "ort" });
    size_t person = lyh_refi_add_case(project, (lyh_refi_case){ .name = "R1" });
    static const char text[] = "I: Hur?\nB: Vänta\noch vänta.\n";
    size_t source = lyh_refi_add_source(
        project, (lyh_refi_source){ .name = "R1", .text = text, .size = strlen(text) });
    size_t selection =
        lyh_refi_add_selection(project, (lyh_refi_selection){ .name = "Vänta\noch vänta.",
                                                              .description = "polarity: -",
                                                              .source = source,
                                                              .user = user,
                                                              .start = 11,
                                                              .end = 27 });
    size_t coding = lyh_refi_add_coding(project, (lyh_refi_coding){ .source = source,
                                                                    .selection = selection,
                                                                    .code = code,
                                                                    .user = user });
    lyh_refi_add_value(project, (lyh_refi_value){ .variable = variable,
                                                  .of_case = person,
                                                  .of_source = LYH_NONE,
                                                  .text = "norr" });
    lyh_refi_add_holding(
        project,
        (lyh_refi_holding){ .of_case = person, .source = source, .selection = LYH_NONE });
    lyh_refi_add_note(project, (lyh_refi_note){ .name = "tanke",
                                                .text = "fråga igen",
                                                .user = user,
                                                .code = LYH_NONE,
                                                .source = LYH_NONE,
                                                .coding = coding });
    size_t set = lyh_refi_add_set(project, (lyh_refi_set){ .name = "kontakt" });
    lyh_refi_add_member(
        project, (lyh_refi_member){ .of_set = set, .code = code, .source = LYH_NONE });
    return project;
}

static char *written(const lyh_refi *project, size_t *size)
{
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_refi_write_project(project, output));
    return lyh_output_take(output, size);
}

static void assert_alike(const lyh_refi *one, const lyh_refi *two)
{
    g_assert_cmpstr(two->name, ==, one->name);
    g_assert_cmpstr(two->origin, ==, one->origin);
    g_assert_cmpstr(two->description, ==, one->description);
    g_assert_cmpstr(two->codes[1].guid, ==, one->codes[1].guid);
    g_assert_cmpstr(two->codes[1].name, ==, one->codes[1].name);
    g_assert_cmpstr(two->codes[1].description, ==, one->codes[1].description);
    g_assert_cmpstr(two->codes[1].colour, ==, one->codes[1].colour);
    g_assert_cmpuint(two->codes[1].parent, ==, 0);
    g_assert_cmpstr(two->sources[0].text, ==, one->sources[0].text);
    g_assert_cmpstr(two->selections[0].name, ==, one->selections[0].name);
    g_assert_cmpstr(two->selections[0].description, ==, one->selections[0].description);
    g_assert_cmpint(two->selections[0].start, ==, one->selections[0].start);
    g_assert_cmpint(two->selections[0].end, ==, one->selections[0].end);
    g_assert_cmpuint(two->codings[0].code, ==, 1);
    g_assert_cmpstr(two->users[two->codings[0].user].name, ==, "mira");
    g_assert_cmpstr(two->values[0].text, ==, "norr");
    g_assert_cmpuint(two->holdings[0].source, ==, 0);
    g_assert_cmpuint(two->notes[0].coding, ==, 0);
    g_assert_cmpstr(two->notes[0].text, ==, "fråga igen");
    g_assert_cmpuint(two->members[0].code, ==, 1);
}

static void what_is_written_is_read_again_and_the_same_bytes_each_time(void)
{
    size_t size, again_size;
    g_autoptr(lyh_refi) project = whole_project();
    g_autoptr(lyh_refi) same = whole_project();
    g_autofree char *bytes = written(project, &size);
    g_autofree char *again = written(same, &again_size);
    g_assert_cmpuint(size, ==, again_size);
    g_assert_true(memcmp(bytes, again, size) == 0);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_refi) back = read_bytes("p.qdpx", bytes, size, diags);
    g_assert_nonnull(back);
    assert_alike(project, back);
    g_assert_cmpuint(lyh_diags_count(diags), ==, 0);
}

/* ---- the given samples ---- */

static void every_sample_puts_its_selections_where_their_words_are(void)
{
    static const char *const names[] = {
        "01-lf-codepoints.qdpx",     "02-crlf-as-2.qdpx",      "04-bom-not-counted.qdpx",
        "06-atlas-style-names.qdpx", "08-inline-content.qdpx",
    };
    const char *material = g_getenv("LYHORD_MATERIAL");
    if (!material) {
        g_test_skip("LYHORD_MATERIAL names no material");
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path =
            g_build_filename(material, "refi", "samples", names[i], NULL);
        lyh_bytes bytes;
        g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
        g_assert_true(lyh_file_read(path, LYH_MAX_TRANSCRIPT, &bytes, NULL));
        g_autoptr(lyh_refi) project = read_bytes(path, bytes.data, bytes.size, diags);
        free(bytes.data);
        g_assert_nonnull(project);
        g_autoptr(lyh_refi_positions) positions =
            lyh_refi_positions_new(project, path, NULL, diags);
        g_assert_nonnull(positions);
        g_assert_cmpuint(project->selection_count, ==, 3);
        for (size_t k = 0; k < project->selection_count; k++) {
            lyh_refi_span span = lyh_refi_positions_span(positions, k);
            g_autofree char *said =
                g_strndup(project->sources[0].text + span.start, span.end - span.start);
            g_assert_cmpstr(said, ==, project->selections[k].name);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/refi/guid", guids_are_those_of_rfc_4122);
    g_test_add_func("/refi/lenient", braces_case_and_short_colours_make_no_difference);
    g_test_add_func("/refi/wrong", what_is_wrong_is_refused_for_a_reason);
    g_test_add_func("/refi/namespace", a_codebook_without_namespace_is_read_with_a_warning);
    g_test_add_func("/refi/round",
                    what_is_written_is_read_again_and_the_same_bytes_each_time);
    g_test_add_func("/refi/samples",
                    every_sample_puts_its_selections_where_their_words_are);
    return g_test_run();
}
