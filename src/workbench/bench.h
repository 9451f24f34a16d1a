/**
 * The workbench as it runs: one study opened, one person, and the pages that look at it.
 *
 * Everything happens on one thread, a request at a time, so nothing here is locked. What is shown
 * is made anew for each request from what is kept: the study's files and its journal, opened, the
 * interview that was looked at last, the words of all of them (lyh_study_keep()), what people have coded
 * (known.h), how much there is in each interview (counted.h), and what a change of the codebook would do
 * (foreseen.h). Each is read again when its file, or the journal, is another than it was; what takes
 * long is done while nobody asks for anything.
 */
#ifndef LYHORD_WORKBENCH_BENCH_H
#define LYHORD_WORKBENCH_BENCH_H

#include <glib.h>
#include <jansson.h>

#include <lyhord/store/journal.h>
#include <lyhord/study/agreed.h>
#include <lyhord/study/code_changing.h>
#include <lyhord/study/finds.h>
#include <lyhord/study/take_in.h>
#include <lyhord/workbench/workbench.h>

#include "counted.h"
#include "foreseen.h"
#include "gate.h"
#include "known.h"
#include "opened.h"

typedef struct workbench {
    const lyh_workbench_options *options;
    gatekeeper gate;
    lyh_study *study;
    lyh_journal *journal;
    lyh_take_in
        *taking; /* codings in files, which wait for a yes while there is no journal */
    GPtrArray *documents; /* char *, the names of the study's transcripts, in its order */
    opened_document opened;
    lyh_finds *finds; /* what points at a person, of all interviews; read bit by bit */
    known_codings *known;
    counted_documents *counted;
    foreseen_change foreseen;
    lyh_study_agreed *agreed; /* how far coders agree; NULL: nobody has asked */
    uint64_t agreed_last;     /* the event up to which it is so */
    json_t *answered;         /* sendings that were answered lately, with their answers */
    lyh_diags *diags;         /* of the opening, then of the request that is answered */
    char *coder;              /* NULL until somebody has said who they are */

    GHashTable *pages;    /* set of the open pages' names */
    uint64_t heard, left; /* by the study's clock; @left is 0 while a page is open */
} workbench;

/** Open the study and its journal. False: @diags, @error. bench_close() either way. */
bool bench_open(workbench *bench, const lyh_workbench_options *options, lyh_diags *diags,
                lyh_error *error);
void bench_close(workbench *bench);

/** Take the codings in files in, as they are now, and open the journal. False: bench->diags, @error. */
bool bench_take_in(workbench *bench, lyh_error *error);

/** Read the study anew, after a change of its files. False: the old one stays, and diags say why. */
bool bench_reopen(workbench *bench);
/** The same of the codebook alone. */
bool bench_reread_codebook(workbench *bench, lyh_error *error);

/**
 * The study's transcript called @name (may be NULL), with what the codebook suggests in it, by place.
 * NULL when there is none, or it cannot be read. Lent until a document is asked for again, be it the
 * same one: its file may have changed. So a request asks once.
 */
const opened_document *bench_opened(workbench *bench, const char *name);
/** The transcript alone. */
const lyh_document *bench_document(workbench *bench, const char *name);

/** Is there a transcript called @name, of whatever format? */
bool bench_has_document(const workbench *bench, const char *name);

/**
 * Do a little of what will be asked for while nobody asks: count what a change of the codebook does in an
 * interview, how coders agree, or what is in it, look for what points at a person, keep its words. False when nothing is left, or no page is open yet.
 */
bool bench_work(workbench *bench);

/** Page @name was heard of, or has gone. */
void bench_hear_page(workbench *bench, const char *name);
void bench_leave_page(workbench *bench, const char *name);

/** Is it time to stop: asked to, left by every page, or idle? */
bool bench_is_over(const workbench *bench);

#endif
