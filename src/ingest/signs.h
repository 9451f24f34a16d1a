/**
 * Where in a text lines end, and where quotations, asides and marks inside lines may begin.
 *
 * All bytes of a text are looked at once, and its readers go from one that may concern them to the next.
 * signs.c says what is meant; signs_avx2.c does the same 64 bytes at a time (lyhord/base/blocks.h).
 */
#ifndef LYHORD_INGEST_SIGNS_H
#define LYHORD_INGEST_SIGNS_H

#include <stddef.h>
#include <stdint.h>

#include <glib.h>

enum text_sign {
    SIGN_NONE,
    SIGN_END,   /* LF, CR */
    SIGN_QUOTE, /* ", and first bytes of other quotation marks; NEL, LS and PS begin so too */
    SIGN_COLON,
    SIGN_ASIDE /* what an aside may begin or end with: []()#</=xX, digits */
};

/** What each byte is. */
extern const unsigned char sign_of[256];

/** The signs of a text, in its order. */
typedef struct sign_list {
    uint32_t *at; /* the byte of each */
    size_t count, room;
} sign_list;

/** The signs of @text, which is smaller than 4 GiB; signs_free(). */
sign_list *signs_new(const char *text, size_t size);
/** NULL is fine. */
void signs_free(sign_list *signs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(sign_list, signs_free)

/**
 * The first sign that is a @kind, from sign @index on; the number of signs when none is. @text is theirs.
 */
static inline size_t signs_next(const sign_list *signs, const char *text,
                                enum text_sign kind, size_t index)
{
    while (index < signs->count && sign_of[(unsigned char)text[signs->at[index]]] != kind)
        index++;
    return index;
}

/* For signs.c and its tests: the two ways of listing; each writes to @signs, which is empty. */
void signs_list_plain(sign_list *signs, const char *text, size_t size);
void signs_list_avx2(sign_list *signs, const char *text, size_t size);
/* There is room for @more. */
void signs_make_room(sign_list *signs, size_t more);

#endif
