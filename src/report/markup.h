/**
 * Text and numbers as XML and HTML want them.
 */
#ifndef LYHORD_REPORT_MARKUP_H
#define LYHORD_REPORT_MARKUP_H

#include <lyhord/base/output.h>

/**
 * @text as the content of an element or of an attribute in double quotes. XML 1.0 has no way to write
 * most control characters: they stand as U+FFFD.
 */
void lyh_markup_text(lyh_output *output, const char *text);

/** ` name="text"`. */
void lyh_markup_attribute(lyh_output *output, const char *name, const char *text);

#endif
