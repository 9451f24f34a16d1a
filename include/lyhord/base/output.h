/**
 * The one way out: everything that is written appears whole or not at all.
 *
 * A file is written under no name (O_TMPFILE), or a temporary one where the file system has
 * no nameless files, synced, and put in its place in one step when it is closed. Errors stick:
 * after the first, writes do nothing and lyh_output_close() reports it. Mode 0600 less umask.
 */
#ifndef LYHORD_BASE_OUTPUT_H
#define LYHORD_BASE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/error.h>

typedef struct lyh_output lyh_output;

/**
 * An output that will replace or create @path. A link stays a link, and what it points to is
 * replaced; a device or pipe is written to as it is. NULL: @error is set (CANNOT_CREATE; IO
 * when the disk is full or broken).
 */
lyh_output *lyh_output_to_file(const char *path, lyh_error *error);
/**
 * An output onto an open descriptor (standard output); closing writes, and leaves it open. The
 * first 64 MiB are held until then, so that an answer that is given up leaves nothing behind.
 */
lyh_output *lyh_output_to_descriptor(int descriptor, const char *name);
/** An output into memory, taken with lyh_output_take(). */
lyh_output *lyh_output_to_memory(void);

bool lyh_output_write(lyh_output *output, const void *data, size_t size);
bool lyh_output_text(lyh_output *output, const char *text);
bool lyh_output_printf(lyh_output *output, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/**
 * Finish: write, sync, put in place, and free @output. False when anything failed, from the
 * first write on: then the old file, if there was one, stands untouched. (Only when its folder
 * cannot be synced does the whole new file stand there, and false says that a power cut may undo it.)
 */
bool lyh_output_close(lyh_output *output, lyh_error *error);

/** The bytes written so far of a memory output, zero-terminated beyond @size; free(). Ends @output. */
char *lyh_output_take(lyh_output *output, size_t *size);

/** Give up: nothing of it remains. NULL is fine. */
void lyh_output_discard(lyh_output *output);

/** Write @size bytes as the file @path, whole or not at all. */
bool lyh_file_write(const char *path, const void *data, size_t size, lyh_error *error);

/** Make the folder @path (0700) and its parents; fine when it is there. */
bool lyh_folder_make(const char *path, lyh_error *error);

/** What @path lists is on the disk when this comes back; @and_files: what is written in its files too. */
bool lyh_folder_sync(const char *path, bool and_files, lyh_error *error);

#endif
