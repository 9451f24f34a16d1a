#include "rewrite_tree.h"

#include <limits.h>
#include <string.h>

#include <libxml/parser.h>

/* A tree has been refused its entities and depth by lyh_xml_parse() before it is made. */
xml_tree *tree_parse(const char *name, const lyh_bytes *bytes, lyh_diags *diags)
{
    static const lyh_xml_handler nobody = { NULL, NULL, NULL };
    if (!lyh_xml_parse(name, bytes, &nobody, NULL, diags))
        return NULL;
    xmlDoc *document = xmlReadMemory(bytes->data, (int)bytes->size, NULL, NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR |
                                         XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
    if (!document)
        g_error("%s: failed to allocate memory for XML", G_STRLOC);
    g_assert(!document->intSubset);
    xml_tree *tree = g_new0(xml_tree, 1);
    tree->document = document;
    tree->bits = g_array_new(FALSE, FALSE, sizeof(struct tree_bit));
    tree->told = g_hash_table_new(NULL, NULL);
    return tree;
}

void tree_free(xml_tree *tree)
{
    if (!tree)
        return;
    g_hash_table_unref(tree->told);
    g_array_unref(tree->bits);
    xmlFreeDoc(tree->document);
    g_free(tree);
}

/* ------ walking ------ */

static const char *or_empty(const xmlChar *text)
{
    return text ? (const char *)text : "";
}

const char *tree_space(const xmlNode *node)
{
    return node->ns ? or_empty(node->ns->href) : "";
}

static void free_value(void *data)
{
    xmlFree((void *)(uintptr_t)((lyh_xml_attribute *)data)->value);
}

static GArray *attributes_of(const xmlNode *node)
{
    GArray *attributes = g_array_new(FALSE, FALSE, sizeof(lyh_xml_attribute));
    g_array_set_clear_func(attributes, free_value);
    for (const xmlAttr *each = node->properties; each; each = each->next) {
        lyh_xml_attribute attribute = {
            .name_space = each->ns ? or_empty(each->ns->href) : "",
            .name = (const char *)each->name,
            .value = (const char *)xmlNodeListGetString(node->doc, each->children, 1),
        };
        if (!attribute.value)
            attribute.value = (const char *)xmlStrdup((const xmlChar *)"");
        g_array_append_val(attributes, attribute);
    }
    return attributes;
}

static void walk(xml_tree *tree, xmlNode *node, const lyh_xml_handler *handler, void *user)
{
    tree->current = node;
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        if (handler->text)
            handler->text(user, or_empty(node->content), strlen(or_empty(node->content)));
        return;
    }
    if (node->type != XML_ELEMENT_NODE)
        return;
    g_autoptr(GArray) attributes = attributes_of(node);
    handler->start(user, tree_space(node), (const char *)node->name,
                   (const lyh_xml_attribute *)(const void *)attributes->data,
                   attributes->len);
    for (xmlNode *child = node->children; child; child = child->next)
        walk(tree, child, handler, user);
    tree->current = node;
    handler->end(user, tree_space(node), (const char *)node->name);
}

void tree_walk(xml_tree *tree, const lyh_xml_handler *handler, void *user)
{
    walk(tree, xmlDocGetRootElement(tree->document), handler, user);
}

void tree_trace(void *user, const struct story_bit *told)
{
    xml_tree *tree = user;
    struct tree_bit bit = { .paragraph = told->paragraph,
                            .character = told->character,
                            .characters = told->characters,
                            .node = tree->current };
    if (told->source) {
        bit.is_text = true;
        bit.start = (size_t)(told->source - (const char *)tree->current->content);
        bit.end = bit.start + told->size;
    }
    g_array_append_val(tree->bits, bit);
    g_hash_table_add(tree->told, tree->current);
}

bool tree_is_told(const xml_tree *tree, const xmlNode *node)
{
    if (g_hash_table_contains(tree->told, node))
        return true;
    for (const xmlNode *child = node->type == XML_ELEMENT_NODE ? node->children : NULL;
         child; child = child->next)
        if (tree_is_told(tree, child))
            return true;
    return false;
}

GString *tree_text(const xml_tree *tree)
{
    xmlChar *text = NULL;
    int size = 0;
    xmlDocDumpFormatMemoryEnc(tree->document, &text, &size, "UTF-8", 0);
    if (!text)
        g_error("%s: failed to allocate memory for XML", G_STRLOC);
    GString *copy = g_string_new_len((const char *)text, size);
    xmlFree(text);
    return copy;
}

/* ------ small things ------ */

bool tree_is(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE &&
           strcmp((const char *)node->name, name) == 0;
}

bool tree_is_one_of(const xmlNode *node, const char *const *names)
{
    for (; *names; names++)
        if (tree_is(node, *names))
            return true;
    return false;
}

/* A node made later may be given the address of this one. */
static void forget(xml_tree *tree, const xmlNode *node)
{
    g_hash_table_remove(tree->told, node);
    for (const xmlNode *child = node->type == XML_ELEMENT_NODE ? node->children : NULL;
         child; child = child->next)
        forget(tree, child);
}

void tree_drop(xml_tree *tree, xmlNode *node)
{
    forget(tree, node);
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

/* Texts that come to stand side by side stay two nodes: each is known by its address. */
void tree_unwrap(xmlNode *node)
{
    for (xmlNode *child = node->children; child;) {
        xmlNode *next = child->next;
        child->prev = node->prev;
        child->next = node;
        child->parent = node->parent;
        if (node->prev)
            node->prev->next = child;
        else
            node->parent->children = child;
        node->prev = child;
        child = next;
    }
    node->children = node->last = NULL;
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

void tree_lift(xml_tree *tree, const GPtrArray *boxed,
               bool (*is_paragraph)(const xmlNode *node),
               void (*prepare)(xml_tree *tree, xmlNode *paragraph))
{
    xmlNode *host = NULL, *after = NULL;
    for (guint i = 0; i < boxed->len; i++) {
        xmlNode *paragraph = g_ptr_array_index(boxed, i);
        xmlNode *outermost = paragraph;
        for (xmlNode *node = paragraph->parent; node; node = node->parent)
            if (is_paragraph(node))
                outermost = node;
        if (outermost == paragraph || !tree_is_told(tree, paragraph))
            continue; /* no text, or lifted already with the one around it */
        prepare(tree, paragraph);
        if (outermost != host)
            after = host = outermost;
        xmlUnlinkNode(paragraph);
        after = xmlAddNextSibling(after, paragraph);
    }
}

xmlNode *tree_next(const xmlNode *node)
{
    xmlNode *next = node->next;
    while (next && next->type != XML_ELEMENT_NODE)
        next = next->next;
    return next;
}
