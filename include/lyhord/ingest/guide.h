/**
 * guide.csv: the questions that were to be asked, and which turn answers which.
 *
 * Columns `fråga;avsnitt;text;tema`. A turn is tied to a question by its number ("3.", "Fråga
 * 3"), by a heading, or by near-identical wording; where nothing ties it, it stays untied.
 */
#ifndef LYHORD_INGEST_GUIDE_H
#define LYHORD_INGEST_GUIDE_H

#include <stddef.h>

#include <lyhord/base/csv.h>
#include <lyhord/corpus/document.h>

typedef struct lyh_guide lyh_guide;

/** NULL when there are errors. Borrows nothing. Free with lyh_guide_free(). */
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
