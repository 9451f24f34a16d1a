/**
 * The page's own files, built into the program, and the words it says.
 *
 * Generated from src/workbench/assets by tools/embed_page.py. Words are those that the scripts
 * call t("…") with: English msgids, translated by the catalogue like every other message.
 */
#ifndef LYHORD_WORKBENCH_ASSETS_H
#define LYHORD_WORKBENCH_ASSETS_H

#include <stddef.h>

typedef struct page_asset {
    const char *path; /* "/assets/app.js" */
    const char *type; /* of its content, for HTTP */
    const unsigned char *bytes;
    size_t size;
} page_asset;

/** NULL when there is none. */
const page_asset *asset_find(const char *path);

extern const page_asset generated_assets[];
extern const size_t generated_asset_count;
extern const char *const generated_words[];
extern const size_t generated_word_count;

#endif
