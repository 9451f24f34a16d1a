/**
 * A project written as REFI-QDA: .qdc (the codebook) or .qdpx (codebook, texts and codings).
 *
 * Valid against the official schemas. Positions are code points from 0 and the end is exclusive, as in
 * the standard's own examples and in QualCoder (its 10.2 speaks of "the last character", and those
 * mean the one after); source texts are UTF-8 without BOM, LF. The same project gives the
 * same bytes.
 */
#ifndef LYHORD_STORE_REFI_WRITE_H
#define LYHORD_STORE_REFI_WRITE_H

#include <lyhord/base/output.h>
#include <lyhord/store/refi.h>

/** The codes and sets as a codebook. A project without codes cannot be one (the schema wants some): false. */
bool lyh_refi_write_codebook(const lyh_refi *project, lyh_output *output);

/** All of it, as a zip archive: project.qde and sources/. False: @output keeps what went wrong. */
bool lyh_refi_write_project(const lyh_refi *project, lyh_output *output);

#endif
