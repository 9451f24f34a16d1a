/**
 * Numbers in people's own text that never go stale: {{av:väntan.minus@kontor=Norr}}.
 *
 * {{n:CELL}} becomes "9", {{av:CELL}} "9 av 12", {{ord:CELL}} "de flesta (9 av 12)", and {{Ord:CELL}} the
 * same with a capital, where a sentence begins. CELL is written as src/cli/cell.h says; a group is called as
 * the report prints it. What the report does not print is no number: an error with its place.
 */
#ifndef LYHORD_CLI_PLACEHOLDERS_H
#define LYHORD_CLI_PLACEHOLDERS_H

#include "compose.h"

/**
 * The text of @source with its numbers filled in. What is wrong is said, all of it, and stands in the text as
 * it was; numbers of persons that somebody typed ("9 av 12") are warned of. g_free().
 */
char *placeholders_fill(const report_material *material, const lyh_source *source);

#endif
