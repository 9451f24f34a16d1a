/**
 * manifest.json: which files went into a report, how it was made, and which files came of it.
 *
 * It lies in the package and may be read by everyone, so it tells nothing of persons. Files that hold
 * their words or attributes are not listed: names of transcripts can be ids, their sizes tell who spoke
 * much, and a table of few words can be guessed from its hash. Of each kind of them it has how many there
 * are and one SHA-256, over the lines that `sha256sum` prints for these files and for those of the kinds
 * before it, in byte order of their names within a kind. No clock and no path outside the study: the
 * same files give the same manifest.
 */
#ifndef LYHORD_CLI_MANIFEST_H
#define LYHORD_CLI_MANIFEST_H

#include <jansson.h>

#include "compose.h"
#include "package.h"

/** What a file that went in is; all but the first are of persons. In this order they are hashed. */
typedef enum manifest_kind {
    MANIFEST_INPUT, /* is printed in the report, or might be */
    MANIFEST_TRANSCRIPTS,
    MANIFEST_TABLES, /* respondents.csv and the like */
    MANIFEST_CODINGS,
    MANIFEST_DECISIONS,
    MANIFEST_KINDS
} manifest_kind;

/** "input", "transcripts" …: fixed words of the format. */
const char *manifest_kind_name(manifest_kind kind);

/** SHA-256 of the file at @path in hexadecimal, and its @bytes; g_free(). NULL: it cannot be read. */
char *manifest_hash(const char *path, size_t *bytes);

/** The manifest at @path, format 1, or NULL; json_decref(). */
json_t *manifest_read(const char *path, lyh_error *error);

/** A file of the study, by its path in it, such as "transcripts/R01.docx". */
typedef struct manifest_input {
    manifest_kind kind;
    char *name;
    size_t bytes;
    char *sha256;
} manifest_input;

typedef struct manifest_inputs manifest_inputs;

/**
 * The files of the study in @folder, by kind and then by their names' bytes; codings/ whole. NULL when
 * one cannot be read: @error is set.
 */
manifest_inputs *manifest_inputs_new(const lyh_study *study, const char *folder,
                                     lyh_error *error);
/** NULL is fine. */
void manifest_inputs_free(manifest_inputs *inputs);
size_t manifest_inputs_count(const manifest_inputs *inputs);
const manifest_input *manifest_inputs_at(const manifest_inputs *inputs, size_t index);
size_t manifest_inputs_of(const manifest_inputs *inputs, manifest_kind kind);

/** The one SHA-256 that stands for the files of @kind: over the transcripts and all up to @kind. g_free(). */
char *manifest_inputs_digest(const manifest_inputs *inputs, manifest_kind kind);

/**
 * Add manifest.json to @package, when everything else is in it. @by is what groups are shown by, as
 * it was asked for, or "". False: cli->error is set.
 */
bool manifest_add(cli_package *package, const report_material *material, const char *folder,
                  const char *by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(manifest_inputs, manifest_inputs_free)

#endif
