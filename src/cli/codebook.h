/**
 * What `lyhord codebook` can do with a codebook: one function a word after it.
 *
 * Each takes its own options: argv[0] is the word, as argv[0] of a command is its name.
 */
#ifndef LYHORD_CLI_CODEBOOK_H
#define LYHORD_CLI_CODEBOOK_H

#include <lyhord/codebook/codebook.h>

#include "../codebook/autoptr.h"
#include "cli.h"

/** The word @index (from 0), called as "codebook check", in alphabetical order; NULL: there are no more. */
const cli_command *codebook_word(size_t index);

/** What is wrong or weak with a codebook by itself. */
int codebook_check(lyh_cli *cli, int argc, char **argv);
/** What changed between two codebooks, and which segments it touches. */
int codebook_diff(lyh_cli *cli, int argc, char **argv);
/** Words that the codes' own codings propose as indicators. */
int codebook_expand(lyh_cli *cli, int argc, char **argv);
/** Join codes, with a trace. */
int codebook_merge(lyh_cli *cli, int argc, char **argv);
/** What each rule found, and what people thought of it. */
int codebook_stats(lyh_cli *cli, int argc, char **argv);

/** The codebook that @word names: a file, or a study folder, whose codebook.csv it is. g_free(). */
char *codebook_path(const char *word);
/** Is the file @path by its headings a codebook? A transcript in CSV has a column of speakers or of answers. */
bool codebook_is(const char *path);
/** Read it. NULL: see cli->diags and cli->error. */
lyh_codebook *codebook_read(lyh_cli *cli, const char *word);
/** The folder of the study whose own codebook it is, or NULL. g_free(). */
char *codebook_study_of(const char *word);

#endif
