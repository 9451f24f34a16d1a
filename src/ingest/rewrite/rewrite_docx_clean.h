/**
 * The parts of a Word document with nothing in them but the text and what shapes it.
 */
#ifndef LYHORD_INGEST_REWRITE_DOCX_CLEAN_H
#define LYHORD_INGEST_REWRITE_DOCX_CLEAN_H

#include "rewrite_tree.h"

/** Of the main part, which has been walked: what became text, in paragraphs, runs and tables. */
void docx_clean_text(xml_tree *tree);

/** Of the styles or the lists: no histories, no pictures, no marks of who saved when. */
void docx_clean_part(xml_tree *tree);

#endif
