#include "rewrite_tree.h"

#include <string.h>

#include <lyhord/base/text.h>

/* A place in the text as the file counts it. */
struct place {
    size_t paragraph, character;
};

/* Bytes @start to @end of a text node become @text; or, of an element, @removed of the
 * characters it stands for go. */
struct operation {
    size_t start, end;
    size_t removed;
    const char *text; /* or NULL */
};

/* Edits come in order: the way through a long node is gone once. */
struct editor {
    xml_tree *tree;
    const struct rewriting *work;
    GHashTable *operations; /* node -> GArray of struct operation, in order */
    guint bit;              /* where the cursor stands: */
    size_t character, byte; /* within that bit, from 0 and from its start */
};

static const struct tree_bit *bit_at(const struct editor *editor, guint index)
{
    return &g_array_index(editor->tree->bits, struct tree_bit, index);
}

static int compare_bits(const void *first, const void *second)
{
    const struct tree_bit *a = first, *b = second;
    if (a->paragraph != b->paragraph)
        return a->paragraph < b->paragraph ? -1 : 1;
    return a->character < b->character ? -1 : a->character > b->character;
}

static bool is_before(size_t paragraph, size_t character, struct place place)
{
    return paragraph < place.paragraph ||
           (paragraph == place.paragraph && character < place.character);
}

/* Index of the first bit that ends after @place. */
static guint bit_after(const struct editor *editor, struct place place)
{
    guint low = 0;
    guint high = editor->tree->bits->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        const struct tree_bit *bit = bit_at(editor, middle);
        if (is_before(bit->paragraph, bit->character + bit->characters - 1, place))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The byte of its node at which character @character (from 0) of a text bit begins. */
static size_t byte_of(struct editor *editor, guint index, size_t character)
{
    const struct tree_bit *bit = bit_at(editor, index);
    if (character >= bit->characters)
        return bit->end;
    if (bit->end - bit->start == bit->characters || character == 0)
        return bit->start + character;
    if (editor->bit != index || editor->character > character) {
        editor->bit = index;
        editor->character = editor->byte = 0;
    }
    const char *text = (const char *)bit->node->content + bit->start;
    const char *at = g_utf8_offset_to_pointer(text + editor->byte,
                                              (long)(character - editor->character));
    editor->character = character;
    editor->byte = (size_t)(at - text);
    return bit->start + editor->byte;
}

static bool holds(const struct tree_bit *bit, struct place place)
{
    return bit->paragraph == place.paragraph && bit->character <= place.character &&
           place.character < bit->character + bit->characters;
}

/* Does the file's character at @place only add an accent to the one before? */
static bool is_accent(struct editor *editor, struct place place)
{
    guint index = bit_after(editor, place);
    if (index == editor->tree->bits->len)
        return false;
    const struct tree_bit *bit = bit_at(editor, index);
    if (!holds(bit, place) || !bit->is_text)
        return false;
    size_t byte = byte_of(editor, index, place.character - bit->character);
    size_t length;
    return g_unichar_combining_class((gunichar)lyh_text_char(
               (const char *)bit->node->content + byte, bit->end - byte, &length)) != 0;
}

static bool begins_with_accent(const char *text)
{
    return *text && g_unichar_combining_class(g_utf8_get_char(text)) != 0;
}

static struct place place_of(const struct editor *editor, size_t offset)
{
    lyh_origin origin = lyh_document_origin(editor->work->document, offset);
    return (struct place){ origin.paragraph, origin.character };
}

/* Where the characters before byte @end of the document end in the file. */
static struct place end_of(struct editor *editor, const lyh_edit *edit)
{
    if (edit->end == edit->start)
        return place_of(editor, edit->start);
    const char *text = lyh_document_text(editor->work->document);
    size_t last = (size_t)(g_utf8_prev_char(text + edit->end) - text);
    struct place end = place_of(editor, last);
    end.character++;
    while (!begins_with_accent(text + edit->end) && is_accent(editor, end))
        end.character++;
    return end;
}

/* ------ collecting ------ */

static void add_operation(struct editor *editor, const struct tree_bit *bit,
                          struct operation operation)
{
    GArray *operations = g_hash_table_lookup(editor->operations, bit->node);
    if (!operations) {
        operations = g_array_new(FALSE, FALSE, sizeof(struct operation));
        g_hash_table_insert(editor->operations, bit->node, operations);
    }
    g_array_append_val(operations, operation);
}

/* What of bit @index lies between the places goes; the replacement is put into the first text. */
static void cover(struct editor *editor, guint index, struct place start, struct place end,
                  const char **text)
{
    const struct tree_bit *bit = bit_at(editor, index);
    size_t from = bit->paragraph == start.paragraph && start.character > bit->character
                      ? start.character - bit->character
                      : 0;
    size_t to = bit->paragraph == end.paragraph
                    ? MIN(end.character - bit->character, bit->characters)
                    : bit->characters;
    struct operation operation = { .removed = to - from };
    if (bit->is_text) {
        operation.start = byte_of(editor, index, from);
        operation.end = byte_of(editor, index, to);
        operation.text = *text;
        *text = NULL;
    }
    add_operation(editor, bit, operation);
}

/* Nothing in the range is text: the replacement goes to the text before it, or after. */
static bool put_beside(struct editor *editor, guint first, guint after, struct place start,
                       const char *text)
{
    const struct tree_bit *before = first > 0 ? bit_at(editor, first - 1) : NULL;
    if (before && before->is_text && before->paragraph == start.paragraph) {
        add_operation(editor, before,
                      (struct operation){ before->end, before->end, 0, text });
        return true;
    }
    const struct tree_bit *next =
        after < editor->tree->bits->len ? bit_at(editor, after) : NULL;
    if (!next || !next->is_text || next->paragraph != start.paragraph)
        return false;
    add_operation(editor, next, (struct operation){ next->start, next->start, 0, text });
    return true;
}

static bool insert(struct editor *editor, guint index, struct place place, const char *text)
{
    const struct tree_bit *bit =
        index < editor->tree->bits->len ? bit_at(editor, index) : NULL;
    if (!bit || !bit->is_text || !holds(bit, place))
        return put_beside(editor, index, index, place, text);
    size_t byte = byte_of(editor, index, place.character - bit->character);
    add_operation(editor, bit, (struct operation){ byte, byte, 0, text });
    return true;
}

static bool collect(struct editor *editor, const lyh_edit *edit)
{
    struct place start = place_of(editor, edit->start);
    struct place end = end_of(editor, edit);
    guint first = bit_after(editor, start);
    if (edit->end == edit->start)
        return insert(editor, first, start, edit->replacement);
    const char *text = edit->replacement;
    guint i = first;
    for (; i < editor->tree->bits->len; i++) {
        const struct tree_bit *bit = bit_at(editor, i);
        if (!is_before(bit->paragraph, bit->character, end))
            break;
        cover(editor, i, start, end, &text);
    }
    return !text || !*text || put_beside(editor, first, i, start, text);
}

/* ------ doing it ------ */

static void edit_text(xmlNode *node, const GArray *operations)
{
    const char *old = (const char *)node->content;
    g_autoptr(GString) content = g_string_new(NULL);
    size_t at = 0;
    for (guint i = 0; i < operations->len; i++) {
        const struct operation *operation = &g_array_index(operations, struct operation, i);
        size_t start = MAX(operation->start, at);
        g_string_append_len(content, old + at, (gssize)(start - at));
        if (operation->text)
            g_string_append(content, operation->text);
        at = MAX(operation->end, start);
    }
    g_string_append(content, old + at);
    xmlNodeSetContent(node, (const xmlChar *)content->str);
    if (tree_is(node->parent, "t"))
        xmlNodeSetSpacePreserve(node->parent, 1);
}

/* An element stands for one character, or, text:s of OpenDocument, for as many as it says. */
static void edit_element(xml_tree *tree, xmlNode *node, const GArray *operations)
{
    size_t removed = 0;
    for (guint i = 0; i < operations->len; i++)
        removed += g_array_index(operations, struct operation, i).removed;
    xmlAttr *count = xmlHasProp(node, (const xmlChar *)"c");
    g_autofree char *said =
        count ? g_strdup((const char *)(count->children ? count->children->content : NULL))
              : NULL;
    guint64 whole = said ? g_ascii_strtoull(said, NULL, 10) : 1;
    if (removed >= whole) {
        tree_drop(tree, node);
        return;
    }
    g_autofree char *left = g_strdup_printf("%zu", (size_t)whole - removed);
    xmlNodeSetContent(count->children, (const xmlChar *)left);
}

static xmlNode *paragraph_around(xmlNode *node)
{
    while (node && !tree_is(node, "p") && !tree_is(node, "h"))
        node = node->parent;
    return node;
}

static bool is_free_between(const xml_tree *tree, const xmlNode *first, const xmlNode *last)
{
    const xmlNode *node = first->next;
    while (node && node != last && !tree_is_told(tree, node))
        node = node->next;
    return node == last;
}

/* An edit across the joint of two paragraphs leaves one. */
static void merge(xml_tree *tree, xmlNode *first, xmlNode *last)
{
    if (!first || !last || first == last || first->parent != last->parent ||
        !is_free_between(tree, first, last))
        return;
    while (first->next != last)
        tree_drop(tree, first->next);
    for (xmlNode *child = last->children; child;) {
        xmlNode *next = child->next;
        if (!tree_is(child, "pPr")) {
            child->prev = first->last;
            child->next = NULL;
            child->parent = first;
            if (first->last)
                first->last->next = child;
            else
                first->children = child;
            first->last = child;
            if (last->children == child)
                last->children = next;
        }
        child = next;
    }
    /* what is left of the second are its properties */
    xmlNode *properties = tree_is(last->children, "pPr") ? last->children : NULL;
    if (properties)
        properties->next = NULL;
    last->children = last->last = properties;
    tree_drop(tree, last);
}

/* Paragraphs that an edit covers the joint of: both ends are known by their nodes. */
static void merge_paragraphs(struct editor *editor)
{
    for (size_t i = 0; i < editor->work->count; i++) {
        const lyh_edit *edit = &editor->work->edits[i];
        if (edit->end == edit->start)
            continue;
        struct place start = place_of(editor, edit->start);
        struct place end = end_of(editor, edit);
        if (start.paragraph == end.paragraph)
            continue;
        end.character--;
        guint first = bit_after(editor, start);
        guint last = bit_after(editor, end);
        if (last < editor->tree->bits->len)
            merge(editor->tree, paragraph_around(bit_at(editor, first)->node),
                  paragraph_around(bit_at(editor, last)->node));
    }
}

static void edit_nodes(struct editor *editor, bool are_elements)
{
    GHashTableIter iterator;
    void *node, *operations;
    g_hash_table_iter_init(&iterator, editor->operations);
    while (g_hash_table_iter_next(&iterator, &node, &operations)) {
        bool is_element = ((xmlNode *)node)->type == XML_ELEMENT_NODE;
        if (is_element != are_elements)
            continue;
        if (is_element)
            edit_element(editor->tree, node, operations);
        else
            edit_text(node, operations);
        g_hash_table_iter_remove(&iterator);
    }
}

static void free_operations(void *data)
{
    g_array_unref(data);
}

bool tree_edit(xml_tree *tree, const struct rewriting *work)
{
    struct editor editor = { .tree = tree,
                             .work = work,
                             .operations =
                                 g_hash_table_new_full(NULL, NULL, NULL, free_operations),
                             .bit = G_MAXUINT };
    g_array_sort(tree->bits, compare_bits);
    bool is_placed = true;
    for (size_t i = 0; i < work->count && is_placed; i++)
        is_placed = collect(&editor, &work->edits[i]);
    if (is_placed) {
        merge_paragraphs(&editor);
        edit_nodes(&editor, false);
        edit_nodes(&editor, true);
    }
    g_hash_table_unref(editor.operations);
    return is_placed;
}
