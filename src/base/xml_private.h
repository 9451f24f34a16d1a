/**
 * XML that comes piece by piece. Private to base: archive.c has it inflated, xml.c parses it.
 */
#ifndef LYHORD_BASE_XML_PRIVATE_H
#define LYHORD_BASE_XML_PRIVATE_H

#include <lyhord/base/archive.h>

/** Up to @size bytes into @buffer: how many, 0 at the end, -1 when an error was added to the diagnostics. */
typedef long lyh_xml_source(void *source, char *buffer, size_t size);

/** lyh_xml_parse() of what @read gives. */
bool lyh_xml_parse_source(const char *name, lyh_xml_source *read, void *source,
                          const lyh_xml_handler *handler, void *user, lyh_diags *diags);

#endif
