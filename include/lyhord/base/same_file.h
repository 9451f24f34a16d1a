/** Is a file what it was when it was read? */
#ifndef LYHORD_BASE_SAME_FILE_H
#define LYHORD_BASE_SAME_FILE_H

#include <stdbool.h>
#include <sys/stat.h>

/** Of one file by two stat(): the same inode, size, and time of change to the nanosecond. */
bool lyh_file_is_same(const struct stat *a, const struct stat *b);

#endif
