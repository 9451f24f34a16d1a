/**
 * Every statement that a tally counts, one by one: for tables that ask where it was said, or what
 * else was said at the same place.
 *
 * A tally that is given a log (lyh_tally_options) writes it as it counts; wishes are not in it, as they are no part
 * of "any". Memory grows with the statements, not with the words.
 */
#ifndef LYHORD_TALLY_STATEMENT_LOG_H
#define LYHORD_TALLY_STATEMENT_LOG_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/coding/statements.h>
#include <lyhord/corpus/document.h>

typedef struct lyh_logged_statement {
    size_t document;   /* index into the log's documents */
    size_t turn;       /* of that document */
    size_t respondent; /* LYH_NONE: nobody's */
    size_t question;   /* row of guide.csv that the turn answers, or LYH_NONE */
    size_t code;       /* as it was coded; codes above it are not repeated */
    lyh_polarity polarity;
    size_t start, end; /* bytes of the document's text */
    unsigned place;    /* thousandths of what its person said there that come before it */
} lyh_logged_statement;

typedef struct lyh_statement_log lyh_statement_log;

/** Empty. lyh_statement_log_free(). */
lyh_statement_log *lyh_statement_log_new(void);
/** NULL is fine. */
void lyh_statement_log_free(lyh_statement_log *log);

/**
 * Add a document, and the @count @statements made in it. What nobody said is @nobodys, LYH_NONE
 * for nobody's. Copies.
 */
void lyh_statement_log_add(lyh_statement_log *log, const lyh_document *document,
                           const lyh_statement *statements, size_t count, size_t nobodys);

/**
 * The statements of the document that was added last as the tables count them: of a code and of those below
 * it together, where what is said of two of them side by side is one.
 */
void lyh_statement_log_sum(lyh_statement_log *log, const lyh_statement *statements,
                           size_t count);
/** How many of these there are of @code in document @index. */
size_t lyh_statement_log_statements(const lyh_statement_log *log, size_t index,
                                    size_t code);

/** In the order of documents, then of turns and of places in them. Lent. */
size_t lyh_statement_log_count(const lyh_statement_log *log);
const lyh_logged_statement *lyh_statement_log_at(const lyh_statement_log *log,
                                                 size_t index);

/**
 * The statement of the document called @document that @coding, which counts in the tally, is part of; LYH_NONE
 * for one that is of none.
 */
size_t lyh_statement_log_find(const lyh_statement_log *log, const char *document,
                              const lyh_coding *coding);

/** Call @each with every two statements that share a character, and with each of them and itself. */
void lyh_statement_log_each_overlap(const lyh_statement_log *log,
                                    void (*each)(void *user, size_t one, size_t other),
                                    void *user);

/** The documents, also those without a statement, and their names. Lent. */
size_t lyh_statement_log_document_count(const lyh_statement_log *log);
const char *lyh_statement_log_document(const lyh_statement_log *log, size_t index);

/**
 * Did @respondent get @question (a row of guide.csv)? They have when a turn of theirs answers it, or when it is
 * put in a document where nobody else answers.
 */
bool lyh_statement_log_got(const lyh_statement_log *log, size_t respondent,
                           size_t question);

/** Has @respondent a turn that answers @question? Who has got it, too. */
bool lyh_statement_log_answered(const lyh_statement_log *log, size_t respondent,
                                size_t question);

/** Turns of respondents, and in @tied how many of them answer a question of the guide that is known. */
size_t lyh_statement_log_answers(const lyh_statement_log *log, size_t *tied);

#endif
