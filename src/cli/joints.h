/** Where the line breaker may break words: the joints of Swedish compounds. */
#ifndef LYHORD_CLI_JOINTS_H
#define LYHORD_CLI_JOINTS_H

#include <stddef.h>

/**
 * A lyh_joint (lyhord/chart/chart.h); @study, a lyh_study, knows the language. @word is what
 * stands between spaces: its signs are passed over, and words among them are asked about apart.
 */
size_t joint_in_word(void *study, const char *word, size_t size, size_t most);

#endif
