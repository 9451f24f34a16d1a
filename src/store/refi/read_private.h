/** What the readers of REFI-QDA share: things as the XML tells them, before anybody is looked up. */
#ifndef LYHORD_STORE_REFI_READ_PRIVATE_H
#define LYHORD_STORE_REFI_READ_PRIVATE_H

#include <glib.h>

#include <lyhord/base/archive.h>
#include <lyhord/store/refi_read.h>

/** Kinds of things. Of those before RAW_FRAMES there are lists; the others only stand around them. */
typedef enum raw_kind {
    RAW_USER,
    RAW_CODE,
    RAW_VARIABLE,
    RAW_CASE,
    RAW_SOURCE,
    RAW_SELECTION,
    RAW_CODING,
    RAW_NOTE,
    RAW_SET,
    RAW_VALUE,
    RAW_REFERENCE, /* from the thing around it to a GUID */
    RAW_MEDIA,     /* a picture, sound, film or PDF */
    RAW_KINDS,
    RAW_PROJECT = RAW_KINDS,
    RAW_PART, /* a selection in one of those */
    RAW_OTHER
} raw_kind;

typedef struct raw_thing {
    const char *guid; /* cleaned; "" when it has none */
    const char *name;
    const char *colour, *user, *path; /* "" when missing */
    const char *target;               /* GUID of the code, variable or thing referred to */
    const char *from, *to;            /* sync points of a selection in a transcript */
    GString *description, *content;   /* NULL when missing */
    raw_kind around;                  /* what kind of thing it stands in, and which */
    size_t owner;
    raw_kind wanted; /* of a reference: what it is to */
    long start, end;
    bool is_codable;
} raw_thing;

typedef struct raw_project {
    const char *name, *origin;
    GString *description;
    bool is_codebook;
    GArray *things[RAW_KINDS]; /* raw_thing */
    GHashTable *sync_points;   /* GUID -> position + 1, of transcripts */
    size_t parts, links, graphs;
    GStringChunk *strings;
} raw_project;

raw_project *raw_project_new(void);
void raw_project_free(raw_project *raw);

static inline raw_thing *raw_at(const raw_project *raw, raw_kind kind, size_t index)
{
    return &g_array_index(raw->things[kind], raw_thing, index);
}

/** A GUID as it is compared: no braces, no white space, lower case. Kept by @raw. */
const char *raw_guid(raw_project *raw, const char *text);

/** Told of each element. A lyh_xml_handler's; @user is a raw_reader of read_xml.c. */
typedef struct raw_reader raw_reader;
/** @name is what messages call the XML. */
raw_reader *raw_reader_new(raw_project *raw, const char *name, lyh_diags *diags);
void raw_reader_free(raw_reader *reader);
const lyh_xml_handler *raw_reader_handler(void);

/** The project of what was read, texts put in: NULL when there are errors. */
lyh_refi *raw_resolve(raw_project *raw, const char *name, lyh_diags *diags,
                      const lyh_refi_source *texts);

/** The bytes of @path beneath the folder @external. False: an error has been added. data is free()d by the caller. */
bool outside_read(const char *external, const char *path, const char *name,
                  lyh_bytes *bytes, lyh_diags *diags);

#endif
