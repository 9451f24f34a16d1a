/**
 * What people write in a report themselves: files of the study in report/, one a chapter.
 *
 * They are kept over re-runs, because the program only reads them. CommonMark (read with libcmark): # begins
 * a heading below the chapter's, then paragraphs, lists, quotes; a link's address becomes a footnote. Pictures,
 * code and HTML are no part of a report and are said. Numbers in {{…}} are filled in (src/cli/placeholders.h).
 *
 *     sammanfattning.md uppdrag.md metod.md bortfall.md generaliserbarhet.md fragor.md fraga-NUMMER.md resultat.md
 *     tema-KOD.md onskemal.md diskussion.md informationsbrev.md lattlast.md
 *
 * The letter of information may stand where `init` put it too, beside lyhord.ini; until somebody has changed it, it
 * is nobody's.
 */
#ifndef LYHORD_CLI_OWN_WORDS_H
#define LYHORD_CLI_OWN_WORDS_H

#include "compose.h"

/**
 * Read every file of the study in @folder; a missing folder is fine. @material is all but whole: its counts and
 * views are there. What is wrong is said, of all files; then cli->error is set and NULL returned.
 */
cli_own_words *own_words_read(const report_material *material, const char *folder);
/** NULL is fine. */
void own_words_free(cli_own_words *words);

/** Is there a text for @chapter ("metod")? */
bool own_words_has(const cli_own_words *words, const char *chapter);
/** Add it to @report, below the heading of its chapter; nothing when there is none. */
void own_words_add(const cli_own_words *words, const char *chapter, lyh_report *report);
/** The same for question @question of guide.csv, "fraga-NUMBER". */
bool own_words_has_question(const cli_own_words *words, const lyh_study *study,
                            size_t question);
void own_words_add_question(const cli_own_words *words, const lyh_study *study,
                            size_t question, lyh_report *report);
/** The same for a theme, below its heading. */
void own_words_add_theme(const cli_own_words *words, const lyh_code *theme,
                         lyh_report *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cli_own_words, own_words_free)

#endif
