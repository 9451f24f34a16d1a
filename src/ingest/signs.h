/**
 * Where in a text lines end, and where quotations, asides and marks inside lines may begin.
 *
 * All bytes of a text are looked at once, and its readers go from one that concerns them to the next.
 * signs.c says what is meant; signs_avx2.c does the same 64 bytes at a time (lyhord/base/blocks.h).
 */
#ifndef LYHORD_INGEST_SIGNS_H
#define LYHORD_INGEST_SIGNS_H

#include <stddef.h>
#include <stdint.h>

#include <glib.h>

enum text_sign {
    SIGN_END, /* LF, CR; NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR (UAX #14, class BK) */
    SIGN_QUOTE, /* " and first bytes of what other quotation marks begin with: C2, E2 */
    SIGN_COLON,
    SIGN_ASIDE, /* what an aside may begin or end with: []()#</=xX, digits */
    TEXT_SIGNS
};

/** The signs of a kind. */
typedef struct sign_list {
    uint32_t *at; /* the first byte of each */
    size_t count;
} sign_list;

/** The signs of a text, each kind in its order. */
typedef struct text_signs {
    sign_list of[TEXT_SIGNS];
    uint32_t *room; /* of all */
} text_signs;

/** The signs of @text, UTF-8 of less than 4 GiB; signs_free(). */
text_signs *signs_new(const char *text, size_t size);
/** NULL is fine. */
void signs_free(text_signs *signs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(text_signs, signs_free)

/* For signs.c alone: bytes with which a sign may begin, in the order of the text. */
typedef struct sign_bytes {
    uint32_t *at; /* g_free() */
    size_t count, room;
} sign_bytes;

/* The two ways of listing them; @bytes is empty. */
void signs_list_plain(sign_bytes *bytes, const char *text, size_t size);
void signs_list_avx2(sign_bytes *bytes, const char *text, size_t size);
/* There is room for @more. */
void signs_make_room(sign_bytes *bytes, size_t more);

#endif
