/**
 * The parts of a Word document: which is the text, and what else lies in the file.
 */
#ifndef LYHORD_INGEST_DOCX_PACKAGE_H
#define LYHORD_INGEST_DOCX_PACKAGE_H

#include <lyhord/base/archive.h>

#include <glib.h>

/* What a part says about its neighbours (Open Packaging Conventions, ECMA-376 part 2, 9.3). */
struct docx_relation {
    char *kind;   /* the last segment of the type: "officeDocument", "footnotes" */
    char *target; /* member name; as written when external */
    bool is_external;
};

/** Relations of @part ("" for the package), none when it has no list. NULL: see @diags. */
GPtrArray *docx_relations(lyh_archive *archive, const char *part, lyh_diags *diags);

/** The member that holds the text. NULL, with an error, when there is none. Free with g_free(). */
char *docx_main_part(lyh_archive *archive, const char *path, lyh_diags *diags);

#endif
