/**
 * A small study made by hand: people, what they say, and how it is coded.
 */
#ifndef LYHORD_TESTS_TALLY_COUNTED_H
#define LYHORD_TESTS_TALLY_COUNTED_H

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/tally/tally.h>

#include "../../src/base/autoptr.h"
#include "../../src/coding/autoptr.h"
#include "../../src/disclosure/autoptr.h"
#include "../../src/table/autoptr.h"

/** Codes 0 to 4; ekonomi is below stöd and below pengar, which is below stöd too. */
enum { BEMOTANDE, STOD, PENGAR, EKONOMI, HJALP };
#define BOOK                                                                               \
    "kod;överordnad;namn\nbemötande;;Bemötande\nstöd;;Stöd\npengar;stöd;Pengar\n"    \
    "ekonomi;stöd|pengar;Ekonomi\nhjälp;stöd;Hjälp\n"

typedef struct counted_study {
    lyh_diags *diags;
    lyh_source *book_source, *people_source;
    lyh_codebook *book;
    lyh_respondents *people;
    lyh_vocabulary *vocabulary;
    lyh_tokens *tokens;
    lyh_tally *tally;
} counted_study;

/** One coding of the words @words (their first place in the talk). */
typedef struct coded_words {
    const char *words;
    size_t code;
    lyh_polarity polarity;
    lyh_state state;
    lyh_status status;
} coded_words;

#define PLUS LYH_PLUS, LYH_STATED, LYH_ACCEPTED
#define MINUS LYH_MINUS, LYH_STATED, LYH_MANUAL
#define NEUTRAL LYH_NEUTRAL, LYH_STATED, LYH_ACCEPTED

static inline counted_study study_new(const char *people, lyh_tally_options options)
{
    counted_study study = { .diags = lyh_diags_new(NULL) };
    study.book_source = lyh_source_from_bytes("kodbok.csv", LYH_SOURCE_TABLE, BOOK,
                                              strlen(BOOK), study.diags);
    study.people_source = lyh_source_from_bytes("respondents.csv", LYH_SOURCE_TABLE, people,
                                                strlen(people), study.diags);
    study.book =
        lyh_codebook_read(lyh_csv_read(study.book_source, study.diags), study.diags);
    study.people = lyh_respondents_read(study.people_source, NULL, study.diags);
    study.vocabulary = lyh_vocabulary_new();
    study.tokens = lyh_tokens_new();
    g_assert_nonnull(study.book);
    g_assert_nonnull(study.people);
    study.tally = lyh_tally_new(study.book, study.people, &options);
    return study;
}

static inline void study_clear(counted_study *study)
{
    lyh_tally_free(study->tally);
    lyh_tokens_free(study->tokens);
    lyh_vocabulary_free(study->vocabulary);
    lyh_respondents_free(study->people);
    lyh_codebook_free(study->book);
    lyh_source_free(study->people_source);
    lyh_source_free(study->book_source);
    lyh_diags_free(study->diags);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(counted_study, study_clear)

/* Lines "I: …" are the interviewer's, "B: …" those of @person. */
static inline lyh_document *talk_with(size_t person, const char *talk)
{
    lyh_document *document = lyh_document_new("R", "R.txt", talk, strlen(talk));
    size_t asks = lyh_document_add_speaker(document, "I", LYH_ROLE_INTERVIEWER);
    size_t answers = lyh_document_add_speaker(document, "B", LYH_ROLE_RESPONDENT);
    for (size_t at = 0; talk[at];) {
        size_t size = strcspn(talk + at, "\n");
        bool is_question = talk[at] == 'I';
        lyh_turn turn = {
            .start = at + 3,
            .end = at + size,
            .speaker = is_question ? asks : answers,
            .role = is_question ? LYH_ROLE_INTERVIEWER : LYH_ROLE_RESPONDENT,
            .respondent = is_question ? LYH_NONE : person,
            .question = LYH_NONE,
        };
        lyh_document_add_turn(document, turn);
        at += size + (talk[at + size] == '\n');
    }
    return document;
}

static inline size_t sentence_of_byte(const lyh_tokens *tokens, size_t start)
{
    size_t token = 0;
    while (lyh_tokens_all(tokens)[token].end <= start)
        token++;
    return lyh_tokens_sentence_of(tokens, token);
}

/** @person says @talk (lines "B: …", "I: …"), in which @count passages are coded. */
static inline void say(counted_study *study, size_t person, const char *talk,
                       const coded_words *coded, size_t count)
{
    lyh_document *document = talk_with(person, talk);
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    lyh_tokens_read(study->tokens, document, study->vocabulary);
    for (size_t i = 0; i < count; i++) {
        const char *found = strstr(talk, coded[i].words);
        g_assert_nonnull(found);
        size_t start = (size_t)(found - talk);
        size_t turn = lyh_document_turn_at(document, start);
        lyh_codings_add(codings,
                        (lyh_coding){
                            .turn = turn,
                            .respondent = lyh_document_turn(document, turn)->respondent,
                            .sentence = sentence_of_byte(study->tokens, start),
                            .start = start,
                            .end = start + strlen(coded[i].words),
                            .code = coded[i].code,
                            .polarity = coded[i].polarity,
                            .state = coded[i].state,
                            .status = coded[i].status,
                        });
    }
    lyh_tally_add(study->tally, document, study->tokens, codings);
    lyh_document_free(document);
}

#define SAY(study, person, talk, ...)                                                      \
    say(study, person, talk, (const coded_words[]){ __VA_ARGS__ },                         \
        G_N_ELEMENTS(((const coded_words[]){ __VA_ARGS__ })))

#endif
