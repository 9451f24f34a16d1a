/** In which language to talk to the person at the keyboard. */
#ifndef LYHORD_CLI_LANGUAGE_H
#define LYHORD_CLI_LANGUAGE_H

#include <lyhord/base/catalog.h>

/**
 * `--language` among the arguments, else the first language we have among the *names* in
 * LANGUAGE, LC_ALL, LC_MESSAGES and LANG, whether or not such a locale is generated; else English.
 */
const lyh_catalog *language_of_messages(int argc, char **argv);

#endif
