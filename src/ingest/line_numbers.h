/**
 * Numbers that a program set before every line, to be cited by: `14  R: Jag ringde.`
 *
 * They are numbers of lines when every line with text begins with one, there are at least four,
 * and each is one more than that before it. A list's numbers have a full stop or a bracket
 * behind them, and these have white space alone.
 */
#ifndef LYHORD_INGEST_LINE_NUMBERS_H
#define LYHORD_INGEST_LINE_NUMBERS_H

#include <lyhord/base/diags.h>

#include "lines.h"

/** Move the beginning of every line behind its number, where lines have them; tell @diags. */
void line_numbers_pass(line_list *lines, const char *path, lyh_diags *diags);

#endif
