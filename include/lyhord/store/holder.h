/**
 * Who has a study.db open: for whoever is told that it is busy.
 */
#ifndef LYHORD_STORE_HOLDER_H
#define LYHORD_STORE_HOLDER_H

/**
 * The number of a process that has the store @path open, or writes to it just now; 0 when there is none
 * to be found: on disks where the log is not used, nobody holds it between two writings. Only for a
 * program that has no journal of its own open at @path any more: asking lets go of its locks
 * (fcntl(2), "Advisory record locking").
 */
long lyh_journal_holder(const char *path);

#endif
