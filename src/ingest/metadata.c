#include <lyhord/ingest/metadata.h>

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/archive.h>
#include <lyhord/base/text.h>

#include "../base/autoptr.h"
#include "late_poppler.h"

typedef struct held_property {
    lyh_property property;
    char *value;
} held_property;

struct lyh_metadata {
    GArray *held;     /* held_property */
    GString *running; /* text of the element that is being read, or NULL */
    lyh_property property;
};

static const struct {
    const char *name; /* msgid */
    bool is_name;
} properties[] = {
    [LYH_PROPERTY_AUTHOR] = { N_("author"), true },
    [LYH_PROPERTY_LAST_AUTHOR] = { N_("last changed by"), true },
    [LYH_PROPERTY_MANAGER] = { N_("manager"), true },
    [LYH_PROPERTY_COMPANY] = { N_("company"), true },
    [LYH_PROPERTY_TITLE] = { N_("title"), false },
    [LYH_PROPERTY_SUBJECT] = { N_("subject"), false },
    [LYH_PROPERTY_KEYWORDS] = { N_("keywords"), false },
    [LYH_PROPERTY_COMMENT] = { N_("comment"), false },
};

/* Elements of docProps/core.xml, docProps/app.xml (ECMA-376 part 2) and meta.xml (ODF 1.2), by
 * local name: the three never mean different things by one. */
static const struct {
    const char *element;
    lyh_property property;
} elements[] = {
    { "Company", LYH_PROPERTY_COMPANY },
    { "Manager", LYH_PROPERTY_MANAGER },
    { "creator", LYH_PROPERTY_AUTHOR },
    { "description", LYH_PROPERTY_COMMENT },
    { "initial-creator", LYH_PROPERTY_AUTHOR },
    { "keyword", LYH_PROPERTY_KEYWORDS },
    { "keywords", LYH_PROPERTY_KEYWORDS },
    { "lastModifiedBy", LYH_PROPERTY_LAST_AUTHOR },
    { "printed-by", LYH_PROPERTY_LAST_AUTHOR },
    { "subject", LYH_PROPERTY_SUBJECT },
    { "title", LYH_PROPERTY_TITLE },
    { "user-defined", LYH_PROPERTY_COMMENT },
};

const char *lyh_property_name(lyh_property property)
{
    g_assert((size_t)property < G_N_ELEMENTS(properties));
    return properties[property].name;
}

bool lyh_property_is_name(lyh_property property)
{
    g_assert((size_t)property < G_N_ELEMENTS(properties));
    return properties[property].is_name;
}

static void hold(lyh_metadata *metadata, lyh_property property, const char *value)
{
    if (!value || lyh_text_is_blank(value, strlen(value)))
        return;
    const held_property held = { property, g_strstrip(g_strdup(value)) };
    g_array_append_val(metadata->held, held);
}

static void start_element(void *user, const char *name_space, const char *name,
                          const lyh_xml_attribute *attributes, size_t count)
{
    (void)name_space;
    (void)attributes;
    (void)count;
    lyh_metadata *metadata = user;
    for (size_t i = 0; !metadata->running && i < G_N_ELEMENTS(elements); i++) {
        if (strcmp(elements[i].element, name) != 0)
            continue;
        metadata->running = g_string_new(NULL);
        metadata->property = elements[i].property;
    }
}

static void end_element(void *user, const char *name_space, const char *name)
{
    (void)name_space;
    (void)name;
    lyh_metadata *metadata = user;
    if (!metadata->running)
        return;
    hold(metadata, metadata->property, metadata->running->str);
    g_string_free(g_steal_pointer(&metadata->running), TRUE);
}

static void take_text(void *user, const char *text, size_t size)
{
    lyh_metadata *metadata = user;
    if (metadata->running)
        g_string_append_len(metadata->running, text, (gssize)size);
}

static void read_member(lyh_metadata *metadata, lyh_archive *archive, const char *member,
                        lyh_diags *unsaid)
{
    static const lyh_xml_handler handler = { start_element, end_element, take_text };
    lyh_bytes bytes = { .data = NULL };
    if (!lyh_archive_has(archive, member) ||
        !lyh_archive_read(archive, member, &bytes, unsaid))
        return;
    lyh_xml_parse(member, &bytes, &handler, metadata, unsaid);
    if (metadata->running)
        g_string_free(g_steal_pointer(&metadata->running), TRUE);
    free(bytes.data);
}

/* What is wrong with the archive is said by the reader of the text: once is enough. */
static void read_archive(lyh_metadata *metadata, const char *path, const lyh_bytes *bytes)
{
    static const char *const members[] = { "docProps/app.xml", "docProps/core.xml",
                                           "docProps/custom.xml", "meta.xml" };
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    g_autoptr(lyh_archive) archive = lyh_archive_open(path, bytes, unsaid);
    for (size_t i = 0; archive && i < G_N_ELEMENTS(members); i++)
        read_member(metadata, archive, members[i], unsaid);
}

static void hold_taken(lyh_metadata *metadata, lyh_property property, char *value)
{
    hold(metadata, property, value);
    g_free(value);
}

static void read_pdf(lyh_metadata *metadata, const lyh_bytes *bytes)
{
    g_autoptr(GBytes) data = g_bytes_new_static(bytes->data, bytes->size);
    PopplerDocument *pdf = poppler_document_new_from_bytes(data, NULL, NULL);
    if (!pdf)
        return;
    hold_taken(metadata, LYH_PROPERTY_AUTHOR, poppler_document_get_author(pdf));
    hold_taken(metadata, LYH_PROPERTY_TITLE, poppler_document_get_title(pdf));
    hold_taken(metadata, LYH_PROPERTY_SUBJECT, poppler_document_get_subject(pdf));
    hold_taken(metadata, LYH_PROPERTY_KEYWORDS, poppler_document_get_keywords(pdf));
    g_object_unref(pdf);
}

static void clear_property(void *data)
{
    g_free(((held_property *)data)->value);
}

lyh_metadata *lyh_metadata_read(const char *path, const lyh_bytes *bytes)
{
    lyh_metadata *metadata = g_new0(lyh_metadata, 1);
    metadata->held = g_array_new(FALSE, FALSE, sizeof(held_property));
    g_array_set_clear_func(metadata->held, clear_property);
    if (bytes->size > 4 && memcmp(bytes->data, "PK\3\4", 4) == 0)
        read_archive(metadata, path, bytes);
    else if (bytes->size > 5 && memcmp(bytes->data, "%PDF-", 5) == 0)
        read_pdf(metadata, bytes);
    return metadata;
}

void lyh_metadata_free(lyh_metadata *metadata)
{
    if (!metadata)
        return;
    g_array_unref(metadata->held);
    g_free(metadata);
}

size_t lyh_metadata_count(const lyh_metadata *metadata)
{
    return metadata->held->len;
}

lyh_property lyh_metadata_property(const lyh_metadata *metadata, size_t index)
{
    g_assert(index < metadata->held->len);
    return g_array_index(metadata->held, held_property, index).property;
}

const char *lyh_metadata_value(const lyh_metadata *metadata, size_t index)
{
    g_assert(index < metadata->held->len);
    return g_array_index(metadata->held, held_property, index).value;
}
