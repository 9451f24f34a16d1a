/**
 * The name of a number: CODE[.plus|.minus|.neutral|.wish][@attribute=value], as in people's own text;
 * of a group within a group with a second @attribute=value behind the first.
 *
 * A code may be called as tables call it, where no code has that as its name and one alone is called so.
 * Of a code whose name has a dot or an @ the longest beginning that is a code counts. What stands
 * around it in a text, {{n:…}}, may stand around it here.
 */
#ifndef LYHORD_CLI_CELL_H
#define LYHORD_CLI_CELL_H

#include "cli.h"

typedef struct cli_cell {
    size_t code; /* of the study's codebook */
    lyh_measure measure;
    size_t attribute; /* of its respondents; LYH_NONE: everyone */
    size_t second;    /* within the first, or LYH_NONE */
    /* of these attributes, or names of printed groups; g_free() by cli_cell_clear() */
    char *value, *second_value;
} cli_cell;

/**
 * Read @name, which stands at @place. False, after a diagnostic there: the code, the measure or the attribute
 * is unknown.
 */
bool cli_cell_read(cli_cell *cell, lyh_cli *cli, lyh_study *study, lyh_place place,
                   const char *name);
/** The same of a code and a measure alone, for everyone, without a word: false when @name is none. */
bool cli_cell_find(cli_cell *cell, const lyh_study *study, const char *name);
void cli_cell_clear(cli_cell *cell);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cli_cell, cli_cell_clear)

#endif
