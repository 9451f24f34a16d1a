#include "docx_package.h"

#include <string.h>

struct relation_reader {
    const char *part;
    GPtrArray *relations;
};

static void free_relation(void *data)
{
    struct docx_relation *relation = data;
    g_free(relation->kind);
    g_free(relation->target);
    g_free(relation);
}

static char *folder_of(const char *part)
{
    const char *slash = strrchr(part, '/');
    return slash ? g_strndup(part, (size_t)(slash - part) + 1) : g_strdup("");
}

/* A target is relative to the folder of the part it belongs to, or begins at the top with '/'. */
static char *member_of(const char *part, const char *target)
{
    if (target[0] == '/')
        return g_strdup(target + 1);
    g_autofree char *folder = folder_of(part);
    while (strncmp(target, "./", 2) == 0)
        target += 2;
    while (strncmp(target, "../", 3) == 0) {
        target += 3;
        size_t size = strlen(folder);
        if (size > 0)
            folder[size - 1] = '\0';
        g_autofree char *parent = folder_of(folder);
        g_free(folder);
        folder = g_steal_pointer(&parent);
    }
    return g_strconcat(folder, target, NULL);
}

static void on_relation(void *user, const char *name_space, const char *name,
                        const lyh_xml_attribute *attributes, size_t count)
{
    (void)name_space; /* the name alone tells it, in the transitional and the strict form */
    struct relation_reader *reader = user;
    const char *type = lyh_xml_value(attributes, count, "Type");
    const char *target = lyh_xml_value(attributes, count, "Target");
    const char *mode = lyh_xml_value(attributes, count, "TargetMode");
    if (strcmp(name, "Relationship") != 0 || !type || !target)
        return;

    const char *slash = strrchr(type, '/');
    struct docx_relation *relation = g_new0(struct docx_relation, 1);
    relation->kind = g_strdup(slash ? slash + 1 : type);
    relation->is_external = mode && strcmp(mode, "External") == 0;
    relation->target =
        relation->is_external ? g_strdup(target) : member_of(reader->part, target);
    g_ptr_array_add(reader->relations, relation);
}

/* "word/document.xml" has its relations in "word/_rels/document.xml.rels". */
static char *relations_member(const char *part)
{
    g_autofree char *folder = folder_of(part);
    return g_strdup_printf("%s_rels/%s.rels", folder, part + strlen(folder));
}

GPtrArray *docx_relations(lyh_archive *archive, const char *part, lyh_diags *diags)
{
    static const lyh_xml_handler handler = { .start = on_relation };
    g_autoptr(GPtrArray) relations = g_ptr_array_new_with_free_func(free_relation);
    g_autofree char *member = relations_member(part);
    struct relation_reader reader = { part, relations };
    if (lyh_archive_has(archive, member) &&
        !lyh_archive_parse(archive, member, &handler, &reader, diags))
        return NULL;
    return g_steal_pointer(&relations);
}

char *docx_main_part(lyh_archive *archive, const char *path, lyh_diags *diags)
{
    g_autoptr(GPtrArray) relations = docx_relations(archive, "", diags);
    if (!relations)
        return NULL;

    g_autofree char *member = g_strdup("word/document.xml");
    for (guint i = 0; i < relations->len; i++) {
        const struct docx_relation *relation = g_ptr_array_index(relations, i);
        if (strcmp(relation->kind, "officeDocument") != 0 || relation->is_external)
            continue;
        g_free(member);
        member = g_strdup(relation->target);
    }
    if (lyh_archive_has(archive, member))
        return g_steal_pointer(&member);

    if (relations->len == 0)
        lyh_diags_error(
            diags, "not-a-transcript", lyh_place_file(path),
            "this is a zip archive, not a Word document; a transcript is .docx or .txt");
    else
        lyh_diags_error(diags, "docx-part", lyh_place_file(path),
                        "the Word document is damaged: its part '%s' is missing", member);
    return NULL;
}
