/**
 * The XML of a document as a tree whose text can be replaced, and the way to it from the text.
 *
 * The tree is walked by the handler that reads the format, so that what is text here is just
 * what is text there; every bit of it is kept with the node it stands in.
 */
#ifndef LYHORD_INGEST_REWRITE_TREE_H
#define LYHORD_INGEST_REWRITE_TREE_H

#include <libxml/tree.h>

#include <lyhord/base/archive.h>

#include "rewrite_private.h"
#include "../formats/story.h"

/* Characters of the text and the node they stand in. */
struct tree_bit {
    size_t paragraph, character; /* of the first, both from 1 */
    size_t characters;
    xmlNode *node;
    bool is_text;      /* @node is text; else an element that stands for the characters */
    size_t start, end; /* bytes of the text */
};

typedef struct xml_tree {
    xmlDoc *document;
    xmlNode *current; /* the node being told, while walking */
    GArray *bits;     /* struct tree_bit, by paragraph and character once sorted */
    GHashTable *told; /* nodes that became text */
} xml_tree;

/** Parse @bytes under the same guards as lyh_xml_parse(). NULL: see @diags. */
xml_tree *tree_parse(const char *name, const lyh_bytes *bytes, lyh_diags *diags);
/** NULL is fine. */
void tree_free(xml_tree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xml_tree, tree_free)

/** Tell @handler the whole tree. */
void tree_walk(xml_tree *tree, const lyh_xml_handler *handler, void *user);
/** A story_trace whose user is the tree: keeps the bits. */
void tree_trace(void *user, const struct story_bit *bit);
/** Has @node or anything in it become text? */
bool tree_is_told(const xml_tree *tree, const xmlNode *node);

/** Make the edits of @work in the nodes. False: one of them has no place in the text. */
bool tree_edit(xml_tree *tree, const struct rewriting *work);

/** The tree as UTF-8. */
GString *tree_text(const xml_tree *tree);

/* ------ small things that both formats need ------ */

/** Is @node an element called @name, in whatever namespace? */
bool tree_is(const xmlNode *node, const char *name);
bool tree_is_one_of(const xmlNode *node, const char *const *names);
const char *tree_space(const xmlNode *node);
/** Unlink and free, and forget what it became. */
void tree_drop(xml_tree *tree, xmlNode *node);
/** Put the children of @node in its place. */
void tree_unwrap(xmlNode *node);
/**
 * Put the paragraphs @boxed, which stand inside other paragraphs, after the outermost one around
 * them, in their order: there the reader tells them. Those that became no text stay. @prepare is
 * called for each before it is moved.
 */
void tree_lift(xml_tree *tree, const GPtrArray *boxed,
               bool (*is_paragraph)(const xmlNode *node),
               void (*prepare)(xml_tree *tree, xmlNode *paragraph));
/** The next sibling that is an element, or NULL. */
xmlNode *tree_next(const xmlNode *node);

#endif
