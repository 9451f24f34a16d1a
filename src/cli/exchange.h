/**
 * What goes between a study and other programs: whose codings there are, and the words in which what
 * REFI-QDA has no place for stands in its descriptions.
 */
#ifndef LYHORD_CLI_EXCHANGE_H
#define LYHORD_CLI_EXCHANGE_H

#include <lyhord/codebook/field.h>
#include <lyhord/store/journal.h>
#include <lyhord/store/refi.h>

#include "../base/autoptr.h"
#include "../codebook/autoptr.h"
#include "../coding/autoptr.h"
#include "../corpus/autoptr.h"
#include "../store/autoptr.h"
#include "cli.h"

/** The sets of codings of a study: a coder's each, and what they decided together. */
typedef struct exchange_coders {
    GPtrArray *names; /* char * */
    GPtrArray *files; /* lyh_codings_file *, in step */
} exchange_coders;

/**
 * Read them from @folder, with its codes: of study.db where there is one, else codings/. False: see
 * cli->diags and cli->error. Clear in either case.
 */
bool exchange_coders_read(exchange_coders *coders, lyh_cli *cli, const char *folder,
                          const lyh_codebook *codebook);
void exchange_coders_clear(exchange_coders *coders);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(exchange_coders, exchange_coders_clear)

/** The study's study.db, or NULL when it has none or it cannot be opened: cli->error is set then. */
lyh_journal *exchange_journal(lyh_cli *cli, const char *folder, lyh_journal_mode mode);

/** A document's words, for anchoring. lyh_tokens_free(). */
lyh_tokens *exchange_tokens(lyh_study *study, const lyh_document *document);

/** Did Lyhörd write @project, so that its descriptions are in the words below? */
bool exchange_is_ours(const lyh_refi *project);

/** A code's definition and what more its row says, a line each: "När: …". g_free(). */
char *exchange_describe_code(const lyh_codebook *codebook, size_t code);
/** What a line of such a description says of @field, all of it when it is the definition; "" for nothing. g_free(). */
char *exchange_code_says(const char *description, lyh_field field);

/**
 * A coding's polarity, state, time, cue, status, rule, mark and coder, a line each: "polarity: +". What is
 * as it mostly is (stated, manual, none) is left out. g_free().
 */
char *exchange_describe_coding(const lyh_coding *coding, const lyh_document *document,
                               const char *set);
/** The other way: fills what @description says in, and leaves the rest as it is; @cue and @rule: g_free(). */
void exchange_read_coding(const char *description, lyh_coding *coding, char **cue,
                          char **rule);

#endif
