/**
 * Libraries that are opened when they are first used.
 *
 * Before a program begins, the loader looks up what each of its libraries asks of all the others. Most commands need
 * none of what reads PDF, draws pages or serves the workbench, so those libraries are named in late_NAME.txt, of
 * which tools/late.py makes late_NAME.h: who includes that calls the library's functions as ever.
 */
#ifndef LYHORD_BASE_LATE_H
#define LYHORD_BASE_LATE_H

#include <stddef.h>

/**
 * Opens @library, by the name that the loader knows it by, for as long as the program runs, and puts the addresses of
 * @names, in their order, into @addresses: a struct of @count pointers. Without the library the program could not
 * have begun, were it not opened late: then, and where a name is not in it, the program ends with a message,
 * in English and Swedish: which of them is wanted nobody knows here.
 */
void lyh_late_open(const char *library, const char *const *names, size_t count,
                   void *addresses);

#endif
