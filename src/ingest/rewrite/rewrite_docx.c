#include "rewrite_private.h"

#include <string.h>

#include "../../base/autoptr.h"
#include "../formats/docx_package.h"
#include "../formats/docx_text.h"
#include "rewrite_docx_clean.h"

#define RELATIONSHIPS "http://schemas.openxmlformats.org/package/2006/relationships"
#define TRANSITIONAL "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define MAIN "application/vnd.openxmlformats-officedocument.wordprocessingml"
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

struct package {
    const struct rewriting *work;
    lyh_archive *archive;
    char *main_part;
    char *styles_part, *numbering_part; /* or NULL */
};

static xml_tree *tree_of_part(const struct package *package, const char *member)
{
    lyh_bytes bytes = { .data = NULL };
    lyh_diags *diags = package->work->diags;
    if (!lyh_archive_read(package->archive, member, &bytes, diags))
        return NULL;
    g_autofree char *name = g_strdup_printf("%s: %s", package->work->path, member);
    xml_tree *tree = tree_parse(name, &bytes, diags);
    g_free(bytes.data);
    return tree;
}

static GString *cleaned_part(const struct package *package, const char *member)
{
    if (!member || !lyh_archive_has(package->archive, member))
        return NULL;
    g_autoptr(xml_tree) tree = tree_of_part(package, member);
    if (!tree)
        return NULL;
    docx_clean_part(tree);
    return tree_text(tree);
}

static bool is_walked(const struct package *package, xml_tree *tree)
{
    const struct rewriting *work = package->work;
    g_autoptr(docx_styles) styles =
        docx_styles_read(package->archive, package->styles_part, work->diags);
    g_autoptr(docx_numbering) numbering =
        docx_numbering_read(package->archive, package->numbering_part, work->diags);
    if (!styles || !numbering)
        return false;
    g_autoptr(line_list) lines = lines_new();
    g_autoptr(story_lines) story = story_new(lines, tree_trace, tree);
    g_autoptr(docx_text) text = docx_text_new(story, styles, numbering);
    tree_walk(tree, &docx_text_handler, text);
    story_end(story);
    return true;
}

static GString *edited_text(const struct package *package, bool *is_strict)
{
    g_autoptr(xml_tree) tree = tree_of_part(package, package->main_part);
    if (!tree || !is_walked(package, tree) || !tree_edit(tree, package->work))
        return NULL;
    *is_strict = strstr(tree_space(xmlDocGetRootElement(tree->document)), "purl") != NULL;
    docx_clean_text(tree);
    return tree_text(tree);
}

static void find_parts(struct package *package)
{
    g_autoptr(GPtrArray) relations =
        docx_relations(package->archive, package->main_part, package->work->diags);
    for (guint i = 0; relations && i < relations->len; i++) {
        const struct docx_relation *relation = g_ptr_array_index(relations, i);
        if (relation->is_external)
            continue;
        if (strcmp(relation->kind, "styles") == 0 && !package->styles_part)
            package->styles_part = g_strdup(relation->target);
        else if (strcmp(relation->kind, "numbering") == 0 && !package->numbering_part)
            package->numbering_part = g_strdup(relation->target);
    }
}

static void add_type(GString *types, const char *part, const char *kind, bool is_there)
{
    if (is_there)
        g_string_append_printf(types,
                               "<Override PartName=\"/word/%s.xml\" "
                               "ContentType=\"" MAIN ".%s+xml\"/>",
                               part, kind);
}

static void add_relation(GString *relations, const char *base, const char *kind,
                         const char *target, bool is_there)
{
    if (is_there)
        g_string_append_printf(relations,
                               "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>",
                               kind, base, kind, target);
}

static GString *assemble(const GString *text, const GString *styles,
                         const GString *numbering, bool is_strict)
{
    const char *base = is_strict ? STRICT : TRANSITIONAL;
    g_autoptr(GString) types = g_string_new(
        HEAD
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    add_type(types, "document", "document.main", true);
    add_type(types, "numbering", "numbering", numbering != NULL);
    add_type(types, "styles", "styles", styles != NULL);
    g_string_append(types, "</Types>");

    g_autoptr(GString) top =
        g_string_new(HEAD "<Relationships xmlns=\"" RELATIONSHIPS "\">");
    add_relation(top, base, "officeDocument", "word/document.xml", true);
    g_string_append(top, "</Relationships>");

    g_autoptr(GString) inner =
        g_string_new(HEAD "<Relationships xmlns=\"" RELATIONSHIPS "\">");
    add_relation(inner, base, "numbering", "numbering.xml", numbering != NULL);
    add_relation(inner, base, "styles", "styles.xml", styles != NULL);
    g_string_append(inner, "</Relationships>");

    const lyh_member members[] = {
        { "[Content_Types].xml", types->str, types->len },
        { "_rels/.rels", top->str, top->len },
        { "word/document.xml", text->str, text->len },
        { "word/_rels/document.xml.rels", inner->str, inner->len },
        { "word/numbering.xml", numbering ? numbering->str : NULL,
          numbering ? numbering->len : 0 },
        { "word/styles.xml", styles ? styles->str : NULL, styles ? styles->len : 0 },
    };
    return rewrite_zip(members, G_N_ELEMENTS(members));
}

static GString *rewrite_package(struct package *package)
{
    find_parts(package);
    bool is_strict = false;
    g_autoptr(GString) text = edited_text(package, &is_strict);
    g_autoptr(GString) styles = cleaned_part(package, package->styles_part);
    g_autoptr(GString) numbering = cleaned_part(package, package->numbering_part);
    return text ? assemble(text, styles, numbering, is_strict) : NULL;
}

GString *rewrite_docx(const struct rewriting *work)
{
    g_autoptr(lyh_diags) quiet = lyh_diags_new(NULL); /* reading has said it all */
    struct rewriting silent = *work;
    silent.diags = quiet;
    g_autoptr(lyh_archive) archive = lyh_archive_open(work->path, work->bytes, quiet);
    g_autofree char *main_part =
        archive ? docx_main_part(archive, work->path, quiet) : NULL;
    if (!main_part)
        return NULL;
    struct package package = { .work = &silent,
                               .archive = archive,
                               .main_part = main_part };
    GString *result = rewrite_package(&package);
    g_free(package.styles_part);
    g_free(package.numbering_part);
    return result;
}
