/**
 * Memory that runs out: one line and exit 71, wherever it is missed.
 */
#ifndef LYHORD_CLI_MEMORY_H
#define LYHORD_CLI_MEMORY_H

/** Call it first in main(), whose frame tells where the stack begins. */
void memory_watch(void);

#endif
