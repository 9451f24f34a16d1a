/**
 * Subtitles: cues of words with the times at which they are shown (SubRip and WebVTT).
 *
 * A cue is one line, its wrapped lines joined by a space; a new speaker inside it, `I: text`, a
 * dash or `<v Name>`, begins a line of its own. Cues that follow without a new speaker go on
 * with the turn: a cue is a slice of time, no utterance. That is why a mark that the cue before
 * had too is left out where transcription services write it at every cue.
 */
#ifndef LYHORD_INGEST_SUBTITLES_H
#define LYHORD_INGEST_SUBTITLES_H

#include "../lines.h"

enum subtitle_kind { SUBTITLE_SRT, SUBTITLE_VTT };

/** NULL when the bytes are no text or no cue is found: see @diags. */
line_list *subtitles_read(const char *path, const lyh_bytes *bytes, enum subtitle_kind kind,
                          lyh_diags *diags);

/**
 * Is this the line of times above a cue, `00:00:01,000 --> 00:00:04,000`, with `.` or `,`, with or
 * without hours? In milliseconds, hours of any number; settings after it are passed over.
 */
bool subtitle_times_at(const char *text, size_t size, uint64_t *from, uint64_t *to);

/** One time, `1:02:03,45`, `02:03.450`; returns its bytes, 0 when @text begins with none. */
size_t subtitle_time_at(const char *text, size_t size, uint64_t *milliseconds);

#endif
