/**
 * What an OpenDocument text's styles say of text: bold, italic, hidden, a heading, numbers.
 *
 * Styles with names stand in styles.xml, automatic ones before the text itself; each is
 * resolved along its parents, rings and all (ODF 1.3 part 3, 16.2, 16.30).
 */
#ifndef LYHORD_INGEST_ODT_STYLES_H
#define LYHORD_INGEST_ODT_STYLES_H

#include <lyhord/base/archive.h>

#include <glib.h>

#include "numbers.h"

#define ODT_UNSAID (-1)
#define ODT_LEVELS 10

/* The namespaces that matter. */
enum odt_space { ODT_OTHER, ODT_OFFICE, ODT_TEXT, ODT_TABLE, ODT_STYLE, ODT_DRAW, ODT_SVG };

/** Which namespace a URI is. */
enum odt_space odt_space_of(const char *name_space);

/* 0 or 1, or ODT_UNSAID. */
struct odt_look {
    int bold, italic, hidden, heading;
};

/* How a list shows its numbers at one level. */
struct odt_level {
    enum number_format format;
    unsigned start;
    unsigned shown;       /* levels shown, from this one up */
    char *before, *after; /* "", "." */
};

typedef struct odt_styles odt_styles;

odt_styles *odt_styles_new(void);
/** NULL is fine. */
void odt_styles_free(odt_styles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(odt_styles, odt_styles_free)

/** Take the styles that stand between these calls; the user is the odt_styles. */
extern const lyh_xml_handler odt_styles_handler;

/** The look of the paragraph (or else text) style @name; NULL: what holds for all. Lent until more styles are taken. */
const struct odt_look *odt_styles_look(odt_styles *styles, const char *name,
                                       bool is_paragraph);

/** Level @level (from 0) of the list style @name, or NULL. Lent. */
const struct odt_level *odt_styles_level(const odt_styles *styles, const char *name,
                                         size_t level);

#endif
