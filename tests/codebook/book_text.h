/** A codebook read from a text, with what it borrows and what was said. */
#ifndef LYHORD_TESTS_BOOK_TEXT_H
#define LYHORD_TESTS_BOOK_TEXT_H

#include <glib.h>
#include <string.h>

#include <lyhord/codebook/codebook.h>

#include "../../src/base/autoptr.h"
#include "../../src/codebook/autoptr.h"

typedef struct book_text {
    lyh_diags *diags;
    lyh_source *source;
    lyh_codebook *book;
} book_text;

/** A sound codebook. */
static inline book_text book_of(const char *bytes, size_t size)
{
    book_text made = { .diags = lyh_diags_new(NULL) };
    made.source =
        lyh_source_from_bytes("kodbok.csv", LYH_SOURCE_TABLE, bytes, size, made.diags);
    g_assert_nonnull(made.source);
    lyh_csv *csv = lyh_csv_read(made.source, made.diags);
    g_assert_nonnull(csv);
    made.book = lyh_codebook_read(csv, made.diags);
    g_assert_nonnull(made.book);
    return made;
}

static inline book_text book_of_text(const char *text)
{
    return book_of(text, strlen(text));
}

static inline void book_text_clear(book_text *made)
{
    lyh_codebook_free(made->book);
    lyh_source_free(made->source);
    lyh_diags_free(made->diags);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(book_text, book_text_clear)

#endif
