#include "target.h"

#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include <lyhord/coding/matcher.h>
#include <lyhord/ingest/duplicates.h>
#include <lyhord/ingest/ingest.h>
#include <lyhord/language/tokens.h>
#include <lyhord/privacy/findings.h>
#include <lyhord/store/refi_positions.h>
#include <lyhord/store/refi_read.h>
#include <lyhord/store/refi_text.h>
#include <lyhord/store/refi_write.h>

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

/* ------ projects of other programs ------ */

/* What a reader of them promises: every index leads somewhere, every place lies in its text. */
static void check_project(const lyh_refi *project, lyh_diags *diags)
{
    lyh_refi_positions *positions =
        lyh_refi_positions_new(project, "fuzz.qde", NULL, diags);
    g_assert(positions || lyh_diags_error_count(diags) > 0);
    for (size_t i = 0; i < project->code_count; i++)
        g_assert(project->codes[i].parent == LYH_NONE || project->codes[i].parent < i);
    for (size_t i = 0; i < project->selection_count; i++) {
        const lyh_refi_source *source = &project->sources[project->selections[i].source];
        lyh_refi_text *text = lyh_refi_text_new(source);
        lyh_refi_span span = { LYH_NONE, LYH_NONE };
        size_t size;
        lyh_refi_text_bytes(text, &size);
        if (positions)
            span = lyh_refi_positions_span(positions, i);
        if (span.start != LYH_NONE) {
            g_assert(span.start <= span.end && span.end <= source->size);
            g_assert(lyh_refi_text_at(text, span.start) <=
                     lyh_refi_text_at(text, span.end));
            g_assert(lyh_refi_text_at(text, span.end) <= size);
        }
        lyh_refi_text_free(text);
    }
    lyh_refi_positions_free(positions);
}

static void write_again(const lyh_refi *project)
{
    lyh_output *output = lyh_output_to_memory();
    g_assert(lyh_refi_write_project(project, output));
    lyh_output_discard(output);
}

static void run_qde(const uint8_t *data, size_t size)
{
    g_autofree char *copy = g_malloc(size + 1);
    if (size > 0)
        memcpy(copy, data, size);
    copy[size] = '\0';
    const lyh_bytes bytes = { copy, size };
    const lyh_refi_read_options options = { .external = NULL };
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_refi *project = lyh_refi_read("fuzz.qde", &bytes, &options, diags);
    g_assert(project || lyh_diags_error_count(diags) > 0);
    if (project) {
        check_project(project, diags);
        write_again(project);
    }
    lyh_refi_free(project);
}

/* ------ the scan ------ */

static void run_scan(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
    const lyh_scan_options options = { 0 };
    lyh_scanner *scanner = lyh_scanner_new(&options);
    size_t count = 0;
    size_t length = strlen(text);
    lyh_finding *findings = lyh_scanner_find_and_doubt(scanner, text, length, &count);
    for (size_t i = 0; i < count; i++)
        g_assert(findings[i].start < findings[i].end && findings[i].end <= length);
    free(findings);
    lyh_scanner_free(scanner);
}

/* ------ rules, and a text for them ------ */

/* What rules need round them, and a respondent who says all of a text. */
typedef struct ground {
    lyh_vocabulary *vocabulary;
    lyh_dictionary *dictionary;
    lyh_lexicon *lexicon;
    lyh_tokens *tokens;
    lyh_codings *codings;
    lyh_document *document;
} ground;

static ground ground_new(const char *text)
{
    size_t size = strlen(text);
    ground new = { .vocabulary = lyh_vocabulary_new(),
                   .dictionary = lyh_dictionary_new("/nowhere"),
                   .tokens = lyh_tokens_new(),
                   .codings = lyh_codings_new(),
                   .document = lyh_document_new("F", "F.txt", text, size) };
    new.lexicon = lyh_lexicon_new(new.vocabulary, new.dictionary);
    size_t speaker = lyh_document_add_speaker(new.document, "B", LYH_ROLE_RESPONDENT);
    lyh_document_add_turn(new.document, (lyh_turn){ .end = size,
                                                    .speaker = speaker,
                                                    .role = LYH_ROLE_RESPONDENT,
                                                    .respondent = LYH_NONE,
                                                    .question = LYH_NONE });
    return new;
}

static void ground_clear(ground *old)
{
    lyh_document_free(old->document);
    lyh_codings_free(old->codings);
    lyh_tokens_free(old->tokens);
    lyh_lexicon_free(old->lexicon);
    lyh_dictionary_free(old->dictionary);
    lyh_vocabulary_free(old->vocabulary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ground, ground_clear)

/* Patterns run under their match limit only: no clock here. @matcher may be NULL: rules are wrong. */
static void match(ground *on, lyh_matcher *matcher, size_t codes, lyh_diags *diags)
{
    if (matcher)
        lyh_tokens_read(on->tokens, on->document, on->vocabulary);
    if (!matcher ||
        !lyh_matcher_run(matcher, on->document, on->tokens, on->codings, diags)) {
        g_assert(lyh_diags_error_count(diags) > 0);
        return;
    }
    for (size_t i = 0; i < lyh_codings_count(on->codings); i++) {
        const lyh_coding *coding = lyh_codings_at(on->codings, i);
        g_assert(coding->start < coding->end &&
                 coding->end <= lyh_document_size(on->document));
        g_assert(coding->code < codes);
    }
}

static const lyh_matcher_options no_clock = { .all_roles = true };

/** The first line is the rule, the rest the text. */
static void run_rule(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
    size_t line = strcspn(text, "\n");
    const lyh_rule_origin origin = { 0 };
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_rule) rule = lyh_rule_parse(text, line, &origin, diags);
    if (!rule)
        return;
    g_auto(ground) on = ground_new(text[line] ? text + line + 1 : text + line);
    g_autoptr(lyh_matcher) matcher =
        lyh_matcher_for_rule(rule, NULL, on.vocabulary, on.lexicon, &no_clock, diags);
    match(&on, matcher, 1, diags);
}

static void match_codebook(const lyh_csv *csv, const lyh_codebook *codebook,
                           const char *text, lyh_diags *diags)
{
    size_t codes = lyh_codebook_count(codebook);
    g_auto(ground) on = ground_new(text);
    g_autoptr(lyh_matcher) matcher =
        lyh_matcher_new(codebook, on.vocabulary, on.lexicon, &no_clock, diags);
    g_assert(codes <= lyh_csv_row_count(csv));
    match(&on, matcher, codes, diags);
}

/** A codebook's file up to a line of three hyphens, the rest the text. */
static void run_codebook(const uint8_t *data, size_t size)
{
    static const char line[] = "\n---\n";
    g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
    char *end = strstr(text, line);
    size_t table = end ? (size_t)(end - text) : strlen(text);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("codebook.csv", LYH_SOURCE_TABLE, text, table, diags);
    lyh_csv *csv = source ? lyh_csv_read(source, diags) : NULL;
    g_autoptr(lyh_codebook) codebook = csv ? lyh_codebook_read(csv, diags) : NULL;
    g_assert(codebook || lyh_diags_error_count(diags) > 0);
    if (codebook)
        match_codebook(csv, codebook, end ? end + strlen(line) : "", diags);
    else
        lyh_csv_free(csv);
}

/* ------ what people have labelled ------ */

static void check_gold(const lyh_gold *gold)
{
    size_t count = lyh_gold_count(gold);
    g_assert(count > 0);
    for (size_t i = 0; i < count; i++) {
        const lyh_gold_record *record = lyh_gold_at(gold, i);
        g_assert(record->id[0] && record->cluster < count && record->line > 0);
        g_assert(record->text[0] || record->turn_count > 0);
        for (size_t k = 0; k < record->label_count; k++)
            g_assert(record->labels[k].theme < lyh_gold_theme_count(gold));
    }
}

static void run_gold(const uint8_t *data, size_t size)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source = lyh_source_from_bytes(
        "gold.jsonl", LYH_SOURCE_TRANSCRIPT, data ? (const void *)data : "", size, diags);
    g_autoptr(lyh_gold) gold = source ? lyh_gold_read(source, diags) : NULL;
    g_assert(gold || lyh_diags_error_count(diags) > 0);
    if (gold)
        check_gold(gold);
}

/* Alphabetical. */
static const fuzz_target targets[] = {
    { "codebook", run_codebook }, { "csv", run_csv },         { "docx", run_docx },
    { "docx_xml", run_docx_xml }, { "gold", run_gold },       { "md", run_md },
    { "odt", run_odt },           { "odt_xml", run_odt_xml }, { "pdf", run_pdf },
    { "qde", run_qde },           { "rule", run_rule },       { "scan", run_scan },
    { "srt", run_srt },           { "txt", run_txt },         { "vtt", run_vtt },
};

const fuzz_target *fuzz_target_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(targets); i++)
        if (strcmp(targets[i].name, name) == 0)
            return &targets[i];
    return NULL;
}
