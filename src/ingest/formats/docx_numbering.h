/**
 * The numbers that Word shows before the paragraphs of its lists (ECMA-376 part 1, 17.9).
 *
 * They stand nowhere in the text: a list (w:num) takes its levels from an abstract one, whose
 * counters it shares with every other list made from it, unless it starts them anew.
 */
#ifndef LYHORD_INGEST_DOCX_NUMBERING_H
#define LYHORD_INGEST_DOCX_NUMBERING_H

#include <lyhord/base/archive.h>

#include <glib.h>

typedef struct docx_numbering docx_numbering;

/** Read @member of @archive; without it nothing is numbered. NULL: see @diags. */
docx_numbering *docx_numbering_read(lyh_archive *archive, const char *member,
                                    lyh_diags *diags);
/** NULL is fine. */
void docx_numbering_free(docx_numbering *numbering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(docx_numbering, docx_numbering_free)

/**
 * Count the next paragraph of list @number at @level (from 0) and give what is shown before
 * it, "1." or "2.a)"; NULL for a bullet or nothing. g_free().
 */
char *docx_numbering_next(docx_numbering *numbering, int number, int level);

#endif
