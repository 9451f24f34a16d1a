/**
 * A walk over a study's transcripts in stretches, some of which other processes can go over: what lyh_study_walk()
 * does at once.
 *
 * A transcript is held against those before it for what is said twice, until so many words of respondents are
 * remembered that no more are (lyhord/ingest/duplicates.h); from there on transcripts depend on no other. Where that is
 * nobody knows before they are read. So one process, the first, goes over them from the beginning, and others begin at once
 * with what lies far behind: what they do stands when the first comes to where they began and compares no more, and is
 * forgotten else, and the first does it. A stretch is a run of neighbours: what
 * stretches bring is in the order of the transcripts when it is put together in theirs, the first's first. There are more
 * stretches than processes, and which process goes over which makes no difference: each takes the next when it is free.
 *
 *     lyh_stretches *walk = lyh_stretches_new(study, which, 0, 1, diags, &error);
 *     size_t others = lyh_stretches_share(walk, jobs);
 *     … lyh_stretches_go_other(walk, i, visitor, user, diags, &trouble) of each, in other processes (fork)
 *     … meanwhile bool stands = lyh_stretches_go_first(walk, visitor, user, diags);
 *     … stands ? lyh_stretches_trouble(walk, &trouble) of each : lyh_stretches_go_rest(walk, visitor, user, diags);
 *     bool is_fine = lyh_stretches_end(walk, diags, &error);
 */
#ifndef LYHORD_STUDY_STRETCHES_H
#define LYHORD_STUDY_STRETCHES_H

#include <lyhord/study/study.h>

typedef struct lyh_stretches lyh_stretches;

/**
 * A walk over part @shard, from 0, of @shards of the transcripts; 0 of 1: over all. NULL when the codings cannot
 * be read or the rules do not compile: see @diags and @error. lyh_stretches_free().
 */
lyh_stretches *lyh_stretches_new(lyh_study *study, lyh_which which, size_t shard,
                                 size_t shards, lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void lyh_stretches_free(lyh_stretches *walk);

/**
 * Share the walk among @jobs processes: the number of stretches beside the first, 0 where there is too little for others.
 * They are smaller and smaller, after the bytes of the files, so that all processes end together.
 */
size_t lyh_stretches_share(lyh_stretches *walk, size_t jobs);

/**
 * Go over the first stretch. Transcripts before it, which are other shards', are only read, to be compared with: what is
 * wrong with them their own shard says. False: the transcripts behind it have to be compared too, so that
 * what others do with them does not stand.
 */
bool lyh_stretches_go_first(lyh_stretches *walk, lyh_visitor visitor, void *user,
                            lyh_diags *diags);
/** Go over what is left, in this process. */
void lyh_stretches_go_rest(lyh_stretches *walk, lyh_visitor visitor, void *user,
                           lyh_diags *diags);

/**
 * Go over stretch @index, from 0, of those beside the first; only in another process than the first's, the next always behind
 * the one before. @trouble, which is empty, is set when something failed.
 */
void lyh_stretches_go_other(lyh_stretches *walk, size_t index, lyh_visitor visitor,
                            void *user, lyh_diags *diags, lyh_error *trouble);
/** Show how far the others are: @count of their stretches have been begun. */
void lyh_stretches_begun(const lyh_stretches *walk, size_t count);
/** What the next stretch said of its trouble. */
void lyh_stretches_trouble(lyh_stretches *walk, const lyh_error *trouble);

/** Say of the whole what is to be said once; false, with @error, when something failed. */
bool lyh_stretches_end(lyh_stretches *walk, lyh_diags *diags, lyh_error *error);

/** The transcript that is gone over, from 0: for visitors. */
size_t lyh_stretches_at(const lyh_stretches *walk);

/** The transcripts of the part, from @start to before @end; those before @read have been read to be compared. */
void lyh_stretches_bounds(const lyh_stretches *walk, size_t *start, size_t *end,
                          size_t *read);

#endif
