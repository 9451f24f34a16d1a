#include "rewrite_docx_clean.h"

#include <string.h>

#include "../formats/docx_text.h"

/*
 * A new document is made of the text and what shapes it, and of nothing else: what is kept is
 * listed here, not what is thrown away. No properties, comments, notes, headers, pictures,
 * settings or theme come along, for nobody has looked at what they say.
 */

static bool is_word(const xmlNode *node)
{
    return docx_is_word(tree_space(node));
}

static char *value_of(xmlNode *node)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)"val");
    char *copy = g_strdup((const char *)value);
    xmlFree(value);
    return copy;
}

static bool is_on(xmlNode *node)
{
    g_autofree char *value = value_of(node);
    return docx_is_on(value);
}

static xmlNode *child_called(const xmlNode *node, const char *name)
{
    xmlNode *child = node ? node->children : NULL;
    while (child && !tree_is(child, name))
        child = child->next;
    return child;
}

/* ------ attributes ------ */

static bool is_kept(const xmlAttr *attribute)
{
    const char *name = (const char *)attribute->name;
    const char *space = attribute->ns ? (const char *)attribute->ns->href : "";
    if (strcmp(space, "http://www.w3.org/XML/1998/namespace") == 0)
        return true;
    return docx_is_word(space) && !g_str_has_prefix(name, "rsid") &&
           strcmp(name, "author") != 0 && strcmp(name, "date") != 0 &&
           strcmp(name, "initials") != 0;
}

static void clean_attributes(xmlNode *node)
{
    for (xmlAttr *each = node->properties; each;) {
        xmlAttr *next = each->next;
        if (!is_kept(each))
            xmlRemoveProp(each);
        each = next;
    }
}

/* ------ properties ------ */

static const char *const kept_properties[] = {
    "b",          "bCs",
    "bottom",     "cantSplit",
    "caps",       "color",
    "cols",       "end",
    "gridCol",    "gridSpan",
    "highlight",  "i",
    "iCs",        "ilvl",
    "ind",        "insideH",
    "insideV",    "jc",
    "keepLines",  "keepNext",
    "left",       "numId",
    "numPr",      "outlineLvl",
    "pStyle",     "pageBreakBefore",
    "pgMar",      "pgSz",
    "rFonts",     "rPr",
    "rStyle",     "right",
    "shd",        "smallCaps",
    "spacing",    "start",
    "strike",     "sz",
    "szCs",       "tab",
    "tabs",       "tblBorders",
    "tblCellMar", "tblHeader",
    "tblInd",     "tblLayout",
    "tblLook",    "tblStyle",
    "tblW",       "tcBorders",
    "tcW",        "top",
    "trHeight",   "u",
    "vAlign",     "vMerge",
    "vertAlign",  NULL,
};

static void clean_properties(xml_tree *tree, xmlNode *node)
{
    clean_attributes(node);
    for (xmlNode *child = node->children; child;) {
        xmlNode *next = child->next;
        if (child->type == XML_ELEMENT_NODE && is_word(child) &&
            tree_is_one_of(child, kept_properties))
            clean_properties(tree, child);
        else
            tree_drop(tree, child);
        child = next;
    }
}

/* ------ what the reader reads otherwise than it stands ------ */

static bool has_gone_mark(const xmlNode *paragraph)
{
    xmlNode *mark = child_called(child_called(paragraph, "pPr"), "rPr");
    for (xmlNode *child = mark ? mark->children : NULL; child; child = child->next)
        if (tree_is(child, "del") || tree_is(child, "moveFrom") ||
            ((tree_is(child, "vanish") || tree_is(child, "specVanish")) && is_on(child)))
            return true;
    return false;
}

static void take_children(xmlNode *to, xmlNode *from)
{
    for (xmlNode *child = from->children; child;) {
        xmlNode *next = child->next;
        if (!tree_is(child, "pPr")) {
            /* not xmlAddChild(): it would melt neighbouring texts */
            xmlUnlinkNode(child);
            child->parent = to;
            child->prev = to->last;
            if (to->last)
                to->last->next = child;
            else
                to->children = child;
            to->last = child;
        }
        child = next;
    }
}

/* A paragraph whose end is deleted or hidden goes on in the next. */
static void join_paragraphs(xml_tree *tree, xmlNode *node)
{
    for (xmlNode *child = node->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        bool is_gone = tree_is(child, "p") && is_word(child) && has_gone_mark(child);
        while (is_gone && tree_is(tree_next(child), "p")) {
            xmlNode *next = tree_next(child);
            is_gone = has_gone_mark(next);
            take_children(child, next);
            tree_drop(tree, next);
        }
        join_paragraphs(tree, child);
    }
}

static bool is_row_gone(const xmlNode *row)
{
    const xmlNode *properties = child_called(row, "trPr");
    xmlNode *hidden = child_called(properties, "hidden");
    return child_called(properties, "del") || (hidden && is_on(hidden));
}

static bool is_inside(const xmlNode *node, const char *name)
{
    for (node = node->parent; node; node = node->parent)
        if (tree_is(node, name))
            return true;
    return false;
}

/* Rows of tables in tables are read as the text of their cell, whatever they say. */
static bool is_outermost_row(const xmlNode *row)
{
    const xmlNode *table = row->parent;
    while (table && !tree_is(table, "tbl"))
        table = table->parent;
    return table && !is_inside(table, "tbl") && !is_inside(table, "p");
}

/* ------ boxes: their paragraphs come after the one they hang on ------ */

static void find_boxed(xmlNode *node, bool is_boxed, GPtrArray *paragraphs)
{
    for (xmlNode *child = node->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE || tree_is(child, "Fallback"))
            continue;
        bool is_paragraph = tree_is(child, "p") && is_word(child);
        if (is_paragraph && is_boxed)
            g_ptr_array_add(paragraphs, child);
        find_boxed(child, is_boxed || is_paragraph, paragraphs);
    }
}

/* In a box a line break is read as a space. */
static void break_no_lines(xml_tree *tree, xmlNode *node)
{
    for (xmlNode *child = node->children; child;) {
        xmlNode *next = child->next;
        if ((tree_is(child, "br") || tree_is(child, "cr")) && tree_is_told(tree, child)) {
            xmlNode *space = xmlNewNode(child->ns, (const xmlChar *)"t");
            xmlNode *text = xmlNewText((const xmlChar *)" ");
            xmlAddChild(space, text);
            xmlNodeSetSpacePreserve(space, 1);
            xmlAddPrevSibling(child, space);
            g_hash_table_add(tree->told, text);
            tree_drop(tree, child);
        } else {
            break_no_lines(tree, child);
        }
        child = next;
    }
}

static bool is_any_paragraph(const xmlNode *node)
{
    return tree_is(node, "p");
}

static void lift_boxes(xml_tree *tree, xmlNode *body)
{
    g_autoptr(GPtrArray) boxed = g_ptr_array_new();
    find_boxed(body, false, boxed);
    tree_lift(tree, boxed, is_any_paragraph, break_no_lines);
}

/* ------ the text ------ */

static const char *const kept_blocks[] = {
    "body",       "br",  "cr", "document", "noBreakHyphen", "p",  "ptab", "r",
    "softHyphen", "sym", "t",  "tab",      "tbl",           "tc", "tr",   NULL,
};
static const char *const property_holders[] = {
    "pPr", "rPr", "sectPr", "tblGrid", "tblPr", "tcPr", "trPr", NULL,
};
static void prune(xml_tree *tree, xmlNode *node);

/* What holds text that is read is opened: insertions, links, fields, content controls. The rest
 * goes. */
static void prune_child(xml_tree *tree, xmlNode *child)
{
    bool is_told = tree_is_told(tree, child);
    if (child->type == XML_TEXT_NODE && is_told)
        return;
    bool is_element = child->type == XML_ELEMENT_NODE;
    if (is_element && is_word(child) && tree_is_one_of(child, property_holders)) {
        clean_properties(tree, child);
    } else if (tree_is(child, "tr") && is_row_gone(child) && is_outermost_row(child)) {
        tree_drop(tree, child);
    } else if (is_element && is_word(child) && tree_is_one_of(child, kept_blocks)) {
        clean_attributes(child);
        prune(tree, child);
    } else if (is_element && is_told) {
        prune(tree, child);
        tree_unwrap(child);
    } else {
        tree_drop(tree, child);
    }
}

static bool is_empty_sign(const xml_tree *tree, const xmlNode *node)
{
    static const char *const signs[] = { "br", "cr", "noBreakHyphen", "ptab", "sym", "tab",
                                         "t",  NULL };
    return tree_is_one_of(node, signs) && !tree_is_told(tree, node);
}

/* A run without anything left in it, and a sign that nobody reads, is hidden or was. */
static void prune(xml_tree *tree, xmlNode *node)
{
    for (xmlNode *child = node->children; child;) {
        xmlNode *next = child->next;
        bool is_hidden = is_word(node) && is_empty_sign(tree, child);
        if (is_hidden)
            tree_drop(tree, child);
        else
            prune_child(tree, child);
        child = next;
    }
}

void docx_clean_text(xml_tree *tree)
{
    xmlNode *root = xmlDocGetRootElement(tree->document);
    xmlNode *body = child_called(root, "body");
    if (body) {
        join_paragraphs(tree, body);
        lift_boxes(tree, body);
    }
    clean_attributes(root);
    prune(tree, root);
}

/* ------ styles and lists ------ */

static const char *const dropped_from_parts[] = {
    "latentStyles", "lvlPicBulletId", "nsid",       "numPicBullet", "rsid",
    "tmpl",         "vanish",         "specVanish", NULL,
};

static void clean_part(xml_tree *tree, xmlNode *node)
{
    clean_attributes(node);
    for (xmlNode *child = node->children; child;) {
        xmlNode *next = child->next;
        if (child->type == XML_ELEMENT_NODE && is_word(child) &&
            !tree_is_one_of(child, dropped_from_parts))
            clean_part(tree, child);
        else
            tree_drop(tree, child);
        child = next;
    }
}

void docx_clean_part(xml_tree *tree)
{
    clean_part(tree, xmlDocGetRootElement(tree->document));
}
