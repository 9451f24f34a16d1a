#include "target.h"

#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include <lyhord/coding/matcher.h>
#include <lyhord/ingest/duplicates.h>
#include <lyhord/ingest/ingest.h>
#include <lyhord/language/tokens.h>
#include <lyhord/privacy/findings.h>

#include "../../src/base/autoptr.h"
#include "../../src/codebook/autoptr.h"
#include "../../src/coding/autoptr.h"
#include "../../src/corpus/autoptr.h"
#include "../../src/language/autoptr.h"

/* What every reader promises: spans in order, inside the text, and a way back for each. */
static void check_document(const lyh_document *document)
{
    size_t size = lyh_document_size(document);
    size_t before = 0;
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        g_assert(before <= turn->start && turn->start <= turn->end && turn->end <= size);
        g_assert(turn->speaker < lyh_document_speaker_count(document));
        before = turn->end;
        lyh_document_origin(document, turn->start);
    }
    g_assert(g_utf8_validate(lyh_document_text(document), (gssize)size, NULL));
}

static void read_words(const lyh_document *document)
{
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    lyh_duplicates *duplicates = lyh_duplicates_new();
    lyh_tokens_read(tokens, document, vocabulary);
    lyh_duplicates_add(duplicates, document, tokens);
    lyh_duplicates_free(duplicates);
}

static void read_as(const char *path, const void *data, size_t size)
{
    /* An allocation of just this size, so that a byte read beyond it is seen. */
    g_autofree char *copy = g_malloc(size + 1);
    if (size > 0)
        memcpy(copy, data, size);
    copy[size] = '\0';
    const lyh_bytes bytes = { copy, size };
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    const lyh_ingest_options options = { .is_plain = false };
    g_autoptr(lyh_document) document = lyh_ingest_bytes(path, &bytes, &options, diags);
    g_assert(document || lyh_diags_error_count(diags) > 0);
    if (!document)
        return;
    check_document(document);
    read_words(document);
}

static void run_csv(const uint8_t *data, size_t size)
{
    read_as("fuzz.csv", data, size);
}

static void run_docx(const uint8_t *data, size_t size)
{
    read_as("fuzz.docx", data, size);
}

static void run_md(const uint8_t *data, size_t size)
{
    read_as("fuzz.md", data, size);
}

static void run_odt(const uint8_t *data, size_t size)
{
    read_as("fuzz.odt", data, size);
}

static void run_pdf(const uint8_t *data, size_t size)
{
    read_as("fuzz.pdf", data, size);
}

static void run_srt(const uint8_t *data, size_t size)
{
    read_as("fuzz.srt", data, size);
}

static void run_txt(const uint8_t *data, size_t size)
{
    read_as("fuzz.txt", data, size);
}

static void run_vtt(const uint8_t *data, size_t size)
{
    read_as("fuzz.vtt", data, size);
}

/* ------ the XML inside an archive ------ */

static void add_member(zip_t *zip, const char *name, const void *data, size_t size)
{
    zip_source_t *source = zip_source_buffer(zip, data, size, 0);
    g_assert(source);
    zip_int64_t index = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);
    g_assert(index >= 0);
    zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0);
}

static void close_and_read(zip_t *zip, zip_source_t *buffer, const char *path)
{
    zip_stat_t stat;
    zip_source_keep(buffer);
    g_assert(zip_close(zip) == 0);
    g_assert(zip_source_open(buffer) == 0 && zip_source_stat(buffer, &stat) == 0);
    g_autofree char *bytes = g_malloc(stat.size);
    zip_int64_t size = zip_source_read(buffer, bytes, stat.size);
    g_assert(size >= 0);
    zip_source_close(buffer);
    zip_source_free(buffer);
    read_as(path, bytes, (size_t)size);
}

static zip_t *begin_zip(zip_source_t **buffer)
{
    zip_error_t error;
    zip_error_init(&error);
    *buffer = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = zip_open_from_source(*buffer, ZIP_TRUNCATE, &error);
    g_assert(zip);
    return zip;
}

static void run_docx_xml(const uint8_t *data, size_t size)
{
    static const char relations[] =
        "<Relationships "
        "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"a\" Target=\"word/document.xml\" Type=\"http://schemas."
        "openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/>"
        "</Relationships>";
    zip_source_t *buffer;
    zip_t *zip = begin_zip(&buffer);
    add_member(zip, "_rels/.rels", relations, sizeof relations - 1);
    add_member(zip, "word/document.xml", data, size);
    close_and_read(zip, buffer, "fuzz.docx");
}

static void run_odt_xml(const uint8_t *data, size_t size)
{
    static const char type[] = "application/vnd.oasis.opendocument.text";
    zip_source_t *buffer;
    zip_t *zip = begin_zip(&buffer);
    add_member(zip, "mimetype", type, sizeof type - 1);
    add_member(zip, "content.xml", data, size);
    close_and_read(zip, buffer, "fuzz.odt");
}

/* ------ the scan ------ */

static void run_scan(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
    const lyh_scan_options options = { 0 };
    lyh_scanner *scanner = lyh_scanner_new(&options);
    size_t count = 0;
    size_t length = strlen(text);
    lyh_finding *findings = lyh_scanner_find(scanner, text, length, &count);
    for (size_t i = 0; i < count; i++)
        g_assert(findings[i].start < findings[i].end && findings[i].end <= length);
    free(findings);
    lyh_scanner_free(scanner);
}

/* ------ a rule, and a text for it ------ */

/* The respondent says all of @text. Patterns run under their match limit only: no clock here. */
static void match(const lyh_rule *rule, const char *text, lyh_diags *diags)
{
    const lyh_matcher_options options = { .all_roles = true };
    size_t size = strlen(text);
    g_autoptr(lyh_document) document = lyh_document_new("F", "F.txt", text, size);
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_dictionary) dictionary = lyh_dictionary_new("/nowhere");
    g_autoptr(lyh_lexicon) lexicon = lyh_lexicon_new(vocabulary, dictionary);
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    g_autoptr(lyh_matcher) matcher =
        lyh_matcher_for_rule(rule, NULL, vocabulary, lexicon, &options, diags);
    size_t speaker = lyh_document_add_speaker(document, "B", LYH_ROLE_RESPONDENT);
    lyh_document_add_turn(document, (lyh_turn){ .end = size,
                                                .speaker = speaker,
                                                .role = LYH_ROLE_RESPONDENT,
                                                .respondent = LYH_NONE,
                                                .question = LYH_NONE });
    lyh_tokens_read(tokens, document, vocabulary);
    if (!matcher || !lyh_matcher_run(matcher, document, tokens, codings, diags))
        return;
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *coding = lyh_codings_at(codings, i);
        g_assert(coding->start < coding->end && coding->end <= size);
    }
}

/** The first line is the rule, the rest the text. */
static void run_rule(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
    size_t line = strcspn(text, "\n");
    const lyh_rule_origin origin = { 0 };
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_rule) rule = lyh_rule_parse(text, line, &origin, diags);
    if (rule)
        match(rule, text[line] ? text + line + 1 : text + line, diags);
}

/* Alphabetical. */
static const fuzz_target targets[] = {
    { "csv", run_csv }, { "docx", run_docx }, { "docx_xml", run_docx_xml },
    { "md", run_md },   { "odt", run_odt },   { "odt_xml", run_odt_xml },
    { "pdf", run_pdf }, { "rule", run_rule }, { "scan", run_scan },
    { "srt", run_srt }, { "txt", run_txt },   { "vtt", run_vtt },
};

const fuzz_target *fuzz_target_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(targets); i++)
        if (strcmp(targets[i].name, name) == 0)
            return &targets[i];
    return NULL;
}
