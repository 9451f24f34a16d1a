/**
 * What a command changed in a study, and how it is taken back.
 *
 * Before `import`, `codebook merge` and `anonymize --apply` write, they keep a step in undo/ of the
 * study: which files they will write, the bytes of those that stand there already, the SHA-256 of
 * what will stand there, and the events that study.db will get. Taking the step back gives each file
 * its old bytes, takes away those that were new, and takes the events back in the journal. A file that
 * is neither as it was nor as the command left it has been worked on: then nothing is taken back. So a
 * command or an undo that was killed half-way is taken back by the same rule.
 *
 * The LYH_UNDO_STEPS newest steps are kept, and one that was taken back is gone. They hold what files
 * said before: withdraw and purge remove all of them, and are never a step themselves.
 */
#ifndef LYHORD_STUDY_UNDO_H
#define LYHORD_STUDY_UNDO_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/diags.h>
#include <lyhord/store/event.h>
#include <lyhord/table/table.h>

#define LYH_UNDO_STEPS 10
/** The version of a step's file that this library reads and writes. */
#define LYH_UNDO_FORMAT 1

typedef struct lyh_undo_step lyh_undo_step;

/**
 * A step of the study in @folder, which @command ("import") takes @at ("2026-05-01T12:31:04Z", or a
 * day). NULL: there is no study there. Free with lyh_undo_step_free().
 */
lyh_undo_step *lyh_undo_step_new(const char *folder, const char *command, const char *at);
/** NULL is fine. */
void lyh_undo_step_free(lyh_undo_step *step);

/**
 * @path will hold @bytes. Outside the study it must be a new file. Bytes that stand there already are
 * watched: nothing is taken back once they are others.
 */
void lyh_undo_step_write(lyh_undo_step *step, const char *path, const void *bytes,
                         size_t size);
/** Has the step @path? */
bool lyh_undo_step_has(const lyh_undo_step *step, const char *path);
/** study.db will get the event @id, of the kind MERGE or JOINED. */
void lyh_undo_step_event(lyh_undo_step *step, lyh_event_id id);

/**
 * Keep it, on the disk: to be called before the first is written. Nothing is kept of a step that
 * changes nothing. NULL is fine. False: @error, and then the command must not go on.
 */
bool lyh_undo_step_keep(lyh_undo_step *step, lyh_error *error);

/** The command failed: a step that was kept goes again when all stands as it did. NULL is fine. */
void lyh_undo_step_give_up(const lyh_undo_step *step);

typedef struct lyh_undo lyh_undo;

/**
 * Plan to take back the newest step of the study in @folder that is not taken back. NULL and no error:
 * there is none. NULL and LYH_ERROR_DATA: @diags names what was changed since, what somebody has
 * coded since in a text that would go, or what is damaged. Free with lyh_undo_free().
 */
lyh_undo *lyh_undo_plan(const char *folder, const lyh_catalog *catalog, lyh_diags *diags,
                        lyh_error *error);
/** NULL is fine. */
void lyh_undo_free(lyh_undo *undo);

/** What it changes: columns what;name, a row a file. Lent. */
const lyh_table *lyh_undo_table(const lyh_undo *undo);
/** Which command it takes back, and of when. Lent. */
const char *lyh_undo_command(const lyh_undo *undo);
const char *lyh_undo_at(const lyh_undo *undo);

/**
 * Do it, as events @at whose ids are made of @random. After a failure to write all stands as before;
 * after one to remove, or a crash, the same command takes the rest.
 */
bool lyh_undo_make(lyh_undo *undo, const unsigned char random[16], const char *at,
                   lyh_diags *diags, lyh_error *error);

#endif
