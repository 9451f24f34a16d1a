/**
 * Who is who among the names found: "Anna", "Annas" and "Anna Berg" may be one person. Private to
 * study.
 */
#ifndef LYHORD_STUDY_PERSONS_H
#define LYHORD_STUDY_PERSONS_H

#include <stddef.h>

#include <glib.h>

#include <lyhord/study/scan.h>

typedef struct name_persons name_persons;

/** Borrows @scan, which knows what is a name. Free with name_persons_free(). */
name_persons *name_persons_new(const lyh_study_scan *scan);
/** NULL is fine. */
void name_persons_free(name_persons *persons);

/** A name stands at @start to @end of @text. All are seen before the first is asked for. */
void name_persons_see(name_persons *persons, const char *text, size_t start, size_t end);

/**
 * "[handläggare 1]", "[person 2]s": what the name @text, which was seen, becomes. The same
 * person is the same in every document; whose role is told anywhere ("min handläggare Anna") is
 * called by it. g_free().
 */
char *name_persons_placeholder(name_persons *persons, const char *text, size_t size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(name_persons, name_persons_free)

#endif
