/**
 * A zip archive in memory, read by exact member names, and the XML inside.
 *
 * Nothing is ever unpacked to disk. Bytes are counted while inflating, never trusted from the
 * directory: 64 MiB a member, 256 MiB in all, 2 000 members, ratio 200 above 1 MiB. Two
 * members that differ only in case, an encrypted one, an unknown method and a wrong CRC are
 * errors; members whose names point outside are left alone with a warning.
 */
#ifndef LYHORD_BASE_ARCHIVE_H
#define LYHORD_BASE_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/diags.h>

typedef struct lyh_archive lyh_archive;

/** Borrows @bytes. @name is the file's name in messages. NULL: see @diags. */
lyh_archive *lyh_archive_open(const char *name, const lyh_bytes *bytes, lyh_diags *diags);
/** NULL is fine. */
void lyh_archive_free(lyh_archive *archive);

bool lyh_archive_has(const lyh_archive *archive, const char *member);

/** Its members in the order of the directory, for formats that do not fix the names. Lent. */
size_t lyh_archive_count(const lyh_archive *archive);
const char *lyh_archive_member(const lyh_archive *archive, size_t index);

/** Inflate @member into @bytes (data is free()d by the caller). False: see @diags. */
bool lyh_archive_read(lyh_archive *archive, const char *member, lyh_bytes *bytes,
                      lyh_diags *diags);

#define LYH_XML_MAX_DEPTH 256

/** An attribute of an element; strings live for the call only. */
typedef struct lyh_xml_attribute {
    const char *name_space; /* URI, "" for none */
    const char *name;       /* local name */
    const char *value;
} lyh_xml_attribute;

/** What a reader of XML wants to hear; any may be NULL. Names are local, @name_space is the URI or "". */
typedef struct lyh_xml_handler {
    void (*start)(void *user, const char *name_space, const char *name,
                  const lyh_xml_attribute *attributes, size_t count);
    void (*end)(void *user, const char *name_space, const char *name);
    void (*text)(void *user, const char *text, size_t size);
} lyh_xml_handler;

/** The value of an attribute by local name, whatever its namespace, or NULL. */
const char *lyh_xml_value(const lyh_xml_attribute *attributes, size_t count,
                          const char *name);

/**
 * Parse @bytes and call @handler on the way. Any DOCTYPE is refused, entities are never
 * expanded, nothing outside is ever opened. @name ("brev.docx: word/document.xml") is what
 * messages call it. False: not well-formed or refused, see @diags; the handler may have been
 * called with what came before.
 */
bool lyh_xml_parse(const char *name, const lyh_bytes *bytes, const lyh_xml_handler *handler,
                   void *user, lyh_diags *diags);

/**
 * Inflate @member and parse it on the way, under the same rules: neither it nor its text is ever
 * held whole. Messages call it "ARCHIVE: MEMBER". False: see @diags; the handler may have been
 * called with what came before.
 */
bool lyh_archive_parse(lyh_archive *archive, const char *member,
                       const lyh_xml_handler *handler, void *user, lyh_diags *diags);

#endif
