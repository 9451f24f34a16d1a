/**
 * The workbench: a local web page on which people code, decide together and see where they are.
 *
 * A small HTTP server on the loopback address, for one study and one person, until the last page
 * is closed. It keeps nothing of its own: every decision is in study.db before it is answered,
 * so that a closed page, a killed browser or a killed server loses nothing.
 *
 * Who may talk to it: src/workbench/gate.h. The pages: src/workbench/assets.
 */
#ifndef LYHORD_WORKBENCH_WORKBENCH_H
#define LYHORD_WORKBENCH_WORKBENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/base/catalog.h>
#include <lyhord/study/study.h>

/** What the library may not read itself comes from the caller, as functions. */
typedef struct lyh_workbench_options {
    lyh_study_options study;    /* of a folder; its clock is used for idle times too */
    const char *coder;          /* who codes; NULL: the page asks */
    const lyh_catalog *catalog; /* of the page's words */
    /* Where the file lies that says who is who (lyhord/study/finds.h); NULL: nothing is replaced */
    const char *key;

    void *user; /* goes to each of the functions */
    /** Fill @bytes with @size bytes nobody can guess. */
    void (*random)(void *user, void *bytes, size_t size);
    /** The time, UTC, "2026-05-01T12:00:00Z" into 21 bytes. */
    void (*now)(void *user, char time[21]);
    /** Called once when the page can be opened at @address, which holds the secret token. */
    void (*ready)(void *user, const char *address);
    /** Asked at least once a second: has somebody asked the program to stop? */
    bool (*is_stopped)(void *user);

    /* Stop so long after the last sign of a page; and so long after the last page was left. */
    unsigned idle_seconds, left_seconds;
} lyh_workbench_options;

/**
 * Can @name be a coder's? It names files: at most 60 characters of valid UTF-8, without `/`, `\\`,
 * tabs and line ends, and no dot or dash first.
 */
bool lyh_workbench_is_coder(const char *name);

/**
 * Where codings stand in files and there is no study.db yet, the page shows them and takes them in
 * (lyhord/study/take_in.h) before anything else. When all is closed the sets are written to codings/
 * (lyhord/study/codings.h); files that somebody changed are left, with a warning.
 *
 * Serve until the last page is gone, nothing was heard for `idle_seconds`, or `is_stopped`. False
 * when the study cannot be opened (@diags) or no port be had (@error is LYH_ERROR_BUSY).
 */
bool lyh_workbench_run(const lyh_workbench_options *options, lyh_diags *diags,
                       lyh_error *error);

#endif
