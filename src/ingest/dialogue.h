/**
 * Talk that speaker marks alone do not delimit: dashes that take turns, questions that stand by
 * themselves, interviews that a report quotes.
 */
#ifndef LYHORD_INGEST_DIALOGUE_H
#define LYHORD_INGEST_DIALOGUE_H

#include "marks.h"

/**
 * `– Hur mår du?` `– Bra.`: mark the lines of a file of dashes as two who take turns, "–" and
 * "– 2". Only where most blocks of text begin with a dash and one of the two mostly asks: else
 * it is a list, or speech quoted in a narrative. True when it is a dialogue.
 */
bool dialogue_find_dashes(mark_list *marks, const line_list *lines);

/**
 * Mark headings "#", lines in bold or italics that ask "*" and, where @has_speakers is not so,
 * numbered questions that are followed by answers "*"; the text after each belongs to the
 * respondent "", in a file with speakers to nobody until the next mark. Returns how many
 * questions were found.
 */
size_t dialogue_find_questions(mark_list *marks, const line_list *lines, bool has_speakers);

/**
 * In a report that quotes interviews, end each turn that neither a mark nor a closing ends
 * within 15 lines where its first paragraph does: what follows is the report again, nobody's.
 */
void dialogue_end_excerpts(mark_list *marks, const line_list *lines);

#endif
