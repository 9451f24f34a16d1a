/** What a report of a fault needs, in a file that may be sent: no word of the material in it. */
#ifndef LYHORD_CLI_LOG_H
#define LYHORD_CLI_LOG_H

#include "cli.h"

/** Note which of the options @argv has: their names, never their values. */
void log_note_options(lyh_cli *cli, int argc, char **argv, const GOptionEntry *own,
                      const GOptionEntry *everywhere);

/**
 * Write the file that --log names, after the command ended with @exit: versions, command, names of options, how it
 * ended, and each diagnostic's code with its place. Of files only their kind is told (".docx"), or the name
 * that every study's has ("codebook.csv"); no message, no text, no id, no path. Returns the exit code, which
 * is another when the file cannot be written.
 */
int log_write(lyh_cli *cli, int exit);

#endif
