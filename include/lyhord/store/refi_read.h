/**
 * REFI-QDA as other programs write it: .qdpx (a zip archive with a .qde inside), .qde and .qdc.
 *
 * Lenient where programs differ: the name of the project file (any .qde at the root), upper case in
 * folders and GUIDs, braces round GUIDs, no namespace (a warning), text in the XML or beside it. Texts of PDFs
 * and transcripts of recordings are sources too. Strict where guessing would lose work: a GUID that two
 * things of one kind have, a text that is not in the file, a DOCTYPE, anything beyond the limits of
 * lyhord/base/archive.h.
 */
#ifndef LYHORD_STORE_REFI_READ_H
#define LYHORD_STORE_REFI_READ_H

#include <lyhord/base/diags.h>
#include <lyhord/store/refi.h>

typedef struct lyh_refi_read_options {
    /*
     * The folder in which texts that lie outside the file (`relative:`, `absolute:`) may be looked for;
     * no link and no ".." leads out of it. NULL: such a text is an error that names it.
     */
    const char *external;
} lyh_refi_read_options;

/** @name is what messages call the file. NULL when there are errors, which are in @diags. lyh_refi_free(). */
lyh_refi *lyh_refi_read(const char *name, const lyh_bytes *bytes,
                        const lyh_refi_read_options *options, lyh_diags *diags);

#endif
