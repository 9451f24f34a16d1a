/*
 * What is in memory of a file that is not there as a whole.
 */
#include "csv_stream_private.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <lyhord/base/text.h>

/* Bytes that are read at once: they stay near the processor while their rows are. */
#define PORTION ((size_t)1 << 18)

/* Bytes of the window that are text are known as far as @valid: what is wrong there is found row by row. */
static void note_text(lyh_csv_stream *stream)
{
    const char *fresh = stream->window + stream->valid;
    size_t size = stream->end - stream->valid;
    const char *nul = memchr(fresh, '\0', size);
    stream->valid += lyh_text_invalid(fresh, nul ? (size_t)(nul - fresh) : size);
}

bool csv_stream_fill(lyh_csv_stream *stream, lyh_error *error)
{
    size_t wanted = MIN(stream->end + PORTION, LYH_CSV_MAX_ROW);
    while (stream->end < wanted) {
        ssize_t got = pread(stream->file, stream->window + stream->end,
                            wanted - stream->end, stream->next);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return lyh_error_set(error, LYH_ERROR_IO, errno, stream->path);
        if (got == 0) {
            stream->is_whole = true;
            break;
        }
        stream->end += (size_t)got;
        stream->next += got;
    }
    stream->window[stream->end] = '\0';
    stream->mask_count = 0;
    note_text(stream);
    return true;
}

bool csv_stream_slide(lyh_csv_stream *stream, lyh_error *error)
{
    stream->end -= stream->at;
    stream->valid -= MIN(stream->at, stream->valid);
    memmove(stream->window, stream->window + stream->at, stream->end);
    stream->at = 0;
    return csv_stream_fill(stream, error);
}
