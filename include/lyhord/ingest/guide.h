/**
 * guide.csv: the questions that were to be asked, and which turn answers which.
 *
 * Columns `fråga;avsnitt;text;tema;sägs`. A turn is tied to a question by its number ("3.", "Fråga
 * 3"), by a heading that names a section with one question, or by near-identical wording: of all
 * different words that the question and a sentence of the turn hold, at least three in five are
 * in both (Jaccard's index), or the sentence has every word of the question (of four words and
 * more); and every other question is further off by more than a tenth. Else by words that interviewers
 * say instead (`sägs`, several separated by `|`): a sentence that has all of them, in whatever order; of
 * several questions the one of which most words are there.
 * Where two are as near, or nothing ties it, a turn stays untied; and so does what follows a
 * question that is two fifths like another one of the guide: it has left the one before it.
 */
#ifndef LYHORD_INGEST_GUIDE_H
#define LYHORD_INGEST_GUIDE_H

#include <stddef.h>

#include <lyhord/base/csv.h>
#include <lyhord/corpus/document.h>

typedef struct lyh_guide lyh_guide;

/** NULL when there are errors, among them more than 1 000 questions. Borrows nothing. Free with lyh_guide_free(). */
lyh_guide *lyh_guide_read(const lyh_csv *csv, lyh_diags *diags);
/** NULL is fine. */
void lyh_guide_free(lyh_guide *guide);

size_t lyh_guide_count(const lyh_guide *guide);
/** Cells of question @index (a row, from 0); "" when empty. Lent. */
const char *lyh_guide_number(const lyh_guide *guide, size_t index);
const char *lyh_guide_section(const lyh_guide *guide, size_t index);
const char *lyh_guide_text(const lyh_guide *guide, size_t index);
const char *lyh_guide_theme(const lyh_guide *guide, size_t index);

/**
 * Tie every turn of @document that asks one of the questions, and the turns after it up to the
 * next question, to that question (lyh_turn.question).
 */
void lyh_guide_tie(const lyh_guide *guide, lyh_document *document);

#endif
