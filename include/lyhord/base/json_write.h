/**
 * JSON out: the one piece of it that is easily done wrong.
 */
#ifndef LYHORD_BASE_JSON_WRITE_H
#define LYHORD_BASE_JSON_WRITE_H

#include <stdbool.h>

#include <lyhord/base/output.h>

/**
 * Write @text (UTF-8) as a string in quotes. Quote, backslash and C0 are escaped (RFC 8259, section
 * 7); everything else stands as it is.
 */
bool lyh_json_write_text(lyh_output *output, const char *text);

#endif
