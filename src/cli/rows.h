/**
 * Answers that are one row a thing found (turns, tokens, codings, kwic): written as they come, so that a
 * large corpus needs no memory.
 */
#ifndef LYHORD_CLI_ROWS_H
#define LYHORD_CLI_ROWS_H

#include "cli.h"

typedef struct cli_rows cli_rows;

/** Rows of @count columns with fixed English @names. NULL: cli->error is set. */
cli_rows *rows_new(lyh_cli *cli, const char *const *names, size_t count);
/** The next cell of the row; a row ends by itself after its last cell. */
void rows_text(cli_rows *rows, const char *text);
void rows_bytes(cli_rows *rows, const char *text, size_t size);
void rows_number(cli_rows *rows, size_t number);
/** @value with @decimals decimals; a comma or a point as the style has it. */
void rows_decimal(cli_rows *rows, double value, int decimals);
/** Finish and free. False: cli->error is set. */
bool rows_close(cli_rows *rows);
/** Nothing is to be written: free, and leave no trace (of a file; standard output has had its rows). */
void rows_discard(cli_rows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cli_rows, rows_discard)

#endif
