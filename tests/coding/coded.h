/**
 * A small study made by hand, coded, and shown as lines that a test can compare.
 *
 * Each line of the talk is a turn: "I: …" the interviewer's, "B: …" the respondent's. What stands in
 * [square] and (round) brackets is an aside.
 */
#ifndef LYHORD_TESTS_CODING_CODED_H
#define LYHORD_TESTS_CODING_CODED_H

#include <glib.h>
#include <string.h>

#include <lyhord/coding/matcher.h>

#include "../../src/base/autoptr.h"
#include "../../src/codebook/autoptr.h"
#include "../../src/coding/autoptr.h"

/** Everything between a codebook's text and its matcher; any part may be missing after an error. */
typedef struct coder_kit {
    lyh_diags *diags;
    lyh_source *source;
    lyh_codebook *book;
    lyh_vocabulary *vocabulary;
    lyh_lexicon *lexicon;
    lyh_tokens *tokens;
    lyh_matcher *matcher;
} coder_kit;

/** One for all kits of a test program: it is loaded once and belongs to nobody. */
static inline lyh_dictionary *shared_dictionary(void)
{
    static lyh_dictionary *dictionary;
    if (!dictionary)
        dictionary = lyh_dictionary_new("/usr/share/hunspell/sv_SE");
    return dictionary;
}

static inline coder_kit kit_new(const char *codebook, lyh_matcher_options options)
{
    coder_kit kit = { .diags = lyh_diags_new(NULL) };
    kit.source = lyh_source_from_bytes("kodbok.csv", LYH_SOURCE_TABLE, codebook,
                                       strlen(codebook), kit.diags);
    kit.vocabulary = lyh_vocabulary_new();
    kit.lexicon = lyh_lexicon_new(kit.vocabulary, shared_dictionary());
    kit.tokens = lyh_tokens_new();
    lyh_csv *csv = lyh_csv_read(kit.source, kit.diags);
    if (csv)
        kit.book = lyh_codebook_read(csv, kit.diags);
    if (csv && !kit.book)
        lyh_csv_free(csv);
    if (kit.book)
        kit.matcher =
            lyh_matcher_new(kit.book, kit.vocabulary, kit.lexicon, &options, kit.diags);
    return kit;
}

static inline void kit_clear(coder_kit *kit)
{
    lyh_matcher_free(kit->matcher);
    lyh_tokens_free(kit->tokens);
    lyh_lexicon_free(kit->lexicon);
    lyh_vocabulary_free(kit->vocabulary);
    lyh_codebook_free(kit->book);
    lyh_source_free(kit->source);
    lyh_diags_free(kit->diags);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(coder_kit, kit_clear)

static inline void add_asides(lyh_document *document, const char *talk)
{
    for (size_t at = 0; talk[at] != '\0'; at++) {
        const char *close = talk[at] == '[' ? "]" : talk[at] == '(' ? ")" : NULL;
        if (!close)
            continue;
        size_t end = at + strcspn(talk + at, close) + 1;
        lyh_document_add_aside(
            document,
            (lyh_aside){ at, end, talk[at] == '[' ? LYH_ASIDE_EDITOR : LYH_ASIDE_STAGE });
        at = end - 1;
    }
}

static inline lyh_document *talk_document(const char *talk)
{
    size_t size = strlen(talk);
    lyh_document *document = lyh_document_new("R01", "R01.txt", talk, size);
    size_t interviewer = lyh_document_add_speaker(document, "I", LYH_ROLE_INTERVIEWER);
    size_t respondent = lyh_document_add_speaker(document, "B", LYH_ROLE_RESPONDENT);
    for (size_t at = 0; at < size;) {
        size_t length = strcspn(talk + at, "\n");
        bool asks = talk[at] == 'I';
        lyh_document_add_turn(document,
                              (lyh_turn){
                                  .start = at + 3,
                                  .end = at + length,
                                  .speaker = asks ? interviewer : respondent,
                                  .role = asks ? LYH_ROLE_INTERVIEWER : LYH_ROLE_RESPONDENT,
                                  .respondent = asks ? LYH_NONE : 7,
                                  .question = LYH_NONE,
                              });
        at += length + 1;
    }
    add_asides(document, talk);
    return document;
}

static inline void show_coding(GString *out, const coder_kit *kit, const lyh_coding *coding,
                               const char *talk)
{
    const char *code = lyh_codebook_code(kit->book, coding->code)->name;
    g_autofree char *quote = g_strndup(talk + coding->start, coding->end - coding->start);
    g_autofree char *cue =
        g_strndup(talk + coding->cue_start, coding->cue_end - coding->cue_start);
    g_string_append_printf(
        out, "%s%s%s:%s", out->len ? "; " : "", code,
        coding->polarity == LYH_NEUTRAL ? "" : lyh_polarity_name(coding->polarity), quote);
    if (coding->state != LYH_STATED)
        g_string_append_printf(out, " (%s by %s)", lyh_state_name(coding->state), cue);
}

/** "code:quote; code+:quote (negated by cue)" for every suggestion in @talk, "!" when stopped. */
static inline char *kit_coded(coder_kit *kit, const char *talk)
{
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    lyh_document *document = talk_document(talk);
    GString *out = g_string_new(NULL);
    lyh_tokens_read(kit->tokens, document, kit->vocabulary);
    if (lyh_matcher_run(kit->matcher, document, kit->tokens, codings, kit->diags))
        for (size_t i = 0; i < lyh_codings_count(codings); i++)
            show_coding(out, kit, lyh_codings_at(codings, i), talk);
    else
        g_string_assign(out, "!");
    lyh_document_free(document);
    return g_string_free(out, FALSE);
}

static inline void check_coded_with(lyh_matcher_options options, const char *codebook,
                                    const char *talk, const char *expected)
{
    g_auto(coder_kit) kit = kit_new(codebook, options);
    for (size_t i = 0; i < lyh_diags_count(kit.diags); i++)
        g_test_message("%s", lyh_diags_at(kit.diags, i)->message);
    g_assert_nonnull(kit.matcher);
    g_autofree char *found = kit_coded(&kit, talk);
    g_assert_cmpstr(found, ==, expected);
}

static inline void check_coded(const char *codebook, const char *talk, const char *expected)
{
    check_coded_with((lyh_matcher_options){ 0 }, codebook, talk, expected);
}

/** A codebook of one code "k" whose regler are @rules (no quotes or semicolons in them). */
static inline void check_rule(const char *rules, const char *talk, const char *expected)
{
    g_auto(GStrv) parts = g_strsplit(rules, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", parts);
    g_autofree char *book = g_strdup_printf("kod;regler\nk;\"%s\"\n", doubled);
    check_coded(book, talk, expected);
}

#endif
