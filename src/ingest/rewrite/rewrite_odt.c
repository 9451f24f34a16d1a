#include "rewrite_private.h"

#include <string.h>

#include "../../base/autoptr.h"
#include "../formats/odt_text.h"
#include "rewrite_tree.h"

/*
 * As with Word: what is kept is listed, not what is thrown away. The text, its automatic
 * styles and the named ones; no properties, comments, notes, headers, pictures or settings.
 */

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define MIMETYPE "application/vnd.oasis.opendocument.text"
#define MANIFEST "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

static enum odt_space space_of(const xmlNode *node)
{
    return odt_space_of(tree_space(node));
}

static bool is_in(const xmlNode *node, enum odt_space space, const char *const *names)
{
    return node->type == XML_ELEMENT_NODE && space_of(node) == space &&
           tree_is_one_of(node, names);
}

static bool has_value(xmlNode *node, const char *name, const char *value)
{
    xmlChar *found = xmlGetProp(node, (const xmlChar *)name);
    bool is_same = found && strcmp((const char *)found, value) == 0;
    xmlFree(found);
    return is_same;
}

/* ------ attributes ------ */

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

/* Of the text: what shapes it. Identifiers and names that people gave are not among them. */
static bool is_kept(const xmlAttr *attribute)
{
    static const char *const names[] = {
        "c",
        "continue-numbering",
        "number-columns-repeated",
        "number-columns-spanned",
        "number-rows-spanned",
        "outline-level",
        "start-value",
        "style-name",
        NULL,
    };
    enum odt_space space =
        odt_space_of(attribute->ns ? (const char *)attribute->ns->href : "");
    return (space == ODT_TEXT || space == ODT_TABLE) &&
           is_one_of((const char *)attribute->name, names);
}

/* A list that names the one it continues needs that one's identifier; saying so is enough. */
static void continue_list(xmlNode *node)
{
    xmlAttr *named = xmlHasProp(node, (const xmlChar *)"continue-list");
    if (named && !xmlHasProp(node, (const xmlChar *)"continue-numbering"))
        xmlNewNsProp(node, node->ns, (const xmlChar *)"continue-numbering",
                     (const xmlChar *)"true");
}

static void clean_attributes(xmlNode *node)
{
    continue_list(node);
    for (xmlAttr *each = node->properties; each;) {
        xmlAttr *next = each->next;
        if (!is_kept(each))
            xmlRemoveProp(each);
        each = next;
    }
}

/* Of styles: everything of the standard but what leads elsewhere. */
static bool is_kept_of_style(const xmlAttr *attribute)
{
    const char *space = attribute->ns ? (const char *)attribute->ns->href : "";
    return g_str_has_prefix(space, "urn:oasis:names:tc:opendocument:xmlns:") &&
           !is_one_of((const char *)attribute->name,
                      (const char *const[]){ "master-page-name", "data-style-name", NULL });
}

static void clean_styles(xml_tree *tree, xmlNode *node)
{
    for (xmlAttr *each = node->properties; each;) {
        xmlAttr *next = each->next;
        if (!is_kept_of_style(each))
            xmlRemoveProp(each);
        each = next;
    }
    for (xmlNode *child = node->children; child;) {
        xmlNode *next = child->next;
        bool is_kept_element =
            child->type == XML_ELEMENT_NODE &&
            (space_of(child) == ODT_STYLE || space_of(child) == ODT_TEXT) &&
            !tree_is(child, "background-image") && !tree_is(child, "notes-configuration");
        if (is_kept_element)
            clean_styles(tree, child);
        else
            tree_drop(tree, child);
        child = next;
    }
}

/* ------ boxes: their paragraphs come after the one they hang on ------ */

static bool is_paragraph(const xmlNode *node)
{
    static const char *const names[] = { "h", "p", NULL };
    return is_in(node, ODT_TEXT, names);
}

static void find_boxed(xmlNode *node, bool is_boxed, GPtrArray *paragraphs)
{
    for (xmlNode *child = node->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (is_paragraph(child) && is_boxed)
            g_ptr_array_add(paragraphs, child);
        find_boxed(child, is_boxed || is_paragraph(child), paragraphs);
    }
}

/* In a box a line break is read as a space. */
static void break_no_lines(xml_tree *tree, xmlNode *node)
{
    for (xmlNode *child = node->children; child; child = child->next) {
        if (tree_is(child, "line-break") && tree_is_told(tree, child))
            xmlNodeSetName(child, (const xmlChar *)"s");
        else if (child->type == XML_ELEMENT_NODE)
            break_no_lines(tree, child);
    }
}

static void lift_boxes(xml_tree *tree, xmlNode *body)
{
    g_autoptr(GPtrArray) boxed = g_ptr_array_new();
    find_boxed(body, false, boxed);
    tree_lift(tree, boxed, is_paragraph, break_no_lines);
}

/* ------ the text ------ */

static bool is_kept_element(const xmlNode *node)
{
    static const char *const texts[] = {
        "h", "line-break", "list", "list-header", "list-item",
        "p", "s",          "span", "tab",         NULL,
    };
    static const char *const tables[] = {
        "table",         "table-cell",           "table-column",
        "table-columns", "table-header-columns", "table-header-rows",
        "table-row",     "table-rows",           NULL,
    };
    return is_in(node, ODT_TEXT, texts) || is_in(node, ODT_TABLE, tables);
}

/* Parts that the reader leaves out though they may have been told before it knew. */
static bool is_gone(xmlNode *node)
{
    static const char *const rows[] = { "table-row", NULL };
    if (is_in(node, ODT_TABLE, rows))
        return has_value(node, "visibility", "collapse") ||
               has_value(node, "visibility", "filter");
    for (xmlNode *child = is_paragraph(node) ? node->children : NULL; child;
         child = child->next)
        if (tree_is(child, "hidden-paragraph") && has_value(child, "is-hidden", "true"))
            return true;
    return false;
}

static bool is_sign(const xmlNode *node)
{
    static const char *const names[] = { "line-break", "s", "tab", NULL };
    return is_in(node, ODT_TEXT, names);
}

/* What holds text that is read is opened: fields, links, sections. The rest goes. */
static void prune(xml_tree *tree, xmlNode *node)
{
    for (xmlNode *child = node->children; child;) {
        xmlNode *next = child->next;
        bool is_told = tree_is_told(tree, child);
        if (child->type == XML_TEXT_NODE && is_told) {
            child = next;
            continue;
        }
        if (child->type != XML_ELEMENT_NODE || is_gone(child) ||
            (is_sign(child) && !is_told) || (!is_kept_element(child) && !is_told)) {
            tree_drop(tree, child);
        } else if (is_kept_element(child)) {
            clean_attributes(child);
            prune(tree, child);
        } else {
            prune(tree, child);
            tree_unwrap(child);
        }
        child = next;
    }
}

static void clean_content(xml_tree *tree)
{
    xmlNode *root = xmlDocGetRootElement(tree->document);
    for (xmlNode *child = root->children; child;) {
        xmlNode *next = child->next;
        if (tree_is(child, "automatic-styles"))
            clean_styles(tree, child);
        else if (!tree_is(child, "body"))
            tree_drop(tree, child);
        child = next;
    }
}

static void clean_body(xml_tree *tree)
{
    xmlNode *body = xmlDocGetRootElement(tree->document)->children;
    while (body && !tree_is(body, "body"))
        body = body->next;
    for (xmlNode *child = body ? body->children : NULL; child;) {
        xmlNode *next = child->next;
        if (tree_is(child, "text")) {
            lift_boxes(tree, child);
            clean_attributes(child);
            prune(tree, child);
        } else {
            tree_drop(tree, child);
        }
        child = next;
    }
}

/* ------ the package ------ */

static xml_tree *tree_of_part(const struct rewriting *work, lyh_archive *archive,
                              const char *member)
{
    lyh_bytes bytes = { .data = NULL };
    if (!lyh_archive_read(archive, member, &bytes, work->diags))
        return NULL;
    g_autofree char *name = g_strdup_printf("%s: %s", work->path, member);
    xml_tree *tree = tree_parse(name, &bytes, work->diags);
    g_free(bytes.data);
    return tree;
}

static void take_styles(xml_tree *tree, odt_styles *styles)
{
    for (xmlNode *child = xmlDocGetRootElement(tree->document)->children; child;) {
        xmlNode *next = child->next;
        if (tree_is(child, "styles"))
            clean_styles(tree, child);
        else
            tree_drop(tree, child);
        child = next;
    }
    tree_walk(tree, &odt_styles_handler, styles);
}

static GString *edited_content(const struct rewriting *work, lyh_archive *archive,
                               odt_styles *styles)
{
    g_autoptr(xml_tree) tree = tree_of_part(work, archive, "content.xml");
    if (!tree)
        return NULL;
    g_autoptr(line_list) lines = lines_new();
    g_autoptr(story_lines) story = story_new(lines, tree_trace, tree);
    g_autoptr(odt_text) text = odt_text_new(story, styles);
    tree_walk(tree, &odt_text_handler, text);
    story_end(story);
    if (!tree_edit(tree, work))
        return NULL;
    clean_content(tree);
    clean_body(tree);
    return tree_text(tree);
}

static GString *assemble(const GString *content, const GString *styles)
{
    g_autoptr(GString) manifest = g_string_new(
        HEAD "<manifest:manifest xmlns:manifest=\"" MANIFEST "\" manifest:version=\"1.2\">"
             "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" "
             "manifest:media-type=\"" MIMETYPE "\"/>"
             "<manifest:file-entry manifest:full-path=\"content.xml\" "
             "manifest:media-type=\"text/xml\"/>");
    if (styles)
        g_string_append(manifest, "<manifest:file-entry manifest:full-path=\"styles.xml\" "
                                  "manifest:media-type=\"text/xml\"/>");
    g_string_append(manifest, "</manifest:manifest>");
    const lyh_member members[] = {
        { "mimetype", MIMETYPE, strlen(MIMETYPE) },
        { "content.xml", content->str, content->len },
        { "styles.xml", styles ? styles->str : NULL, styles ? styles->len : 0 },
        { "META-INF/manifest.xml", manifest->str, manifest->len },
    };
    return rewrite_zip(members, G_N_ELEMENTS(members));
}

GString *rewrite_odt(const struct rewriting *work)
{
    g_autoptr(lyh_diags) quiet = lyh_diags_new(NULL); /* reading has said it all */
    struct rewriting silent = *work;
    silent.diags = quiet;
    g_autoptr(lyh_archive) archive = lyh_archive_open(work->path, work->bytes, quiet);
    if (!archive)
        return NULL;
    g_autoptr(odt_styles) styles = odt_styles_new();
    g_autoptr(xml_tree) named = lyh_archive_has(archive, "styles.xml")
                                    ? tree_of_part(&silent, archive, "styles.xml")
                                    : NULL;
    if (named)
        take_styles(named, styles);
    g_autoptr(GString) content = edited_content(&silent, archive, styles);
    g_autoptr(GString) shapes = named ? tree_text(named) : NULL;
    return content ? assemble(content, shapes) : NULL;
}
