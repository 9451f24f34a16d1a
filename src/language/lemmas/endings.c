#include "endings.h"

#include <glib.h>
#include <string.h>

#define NOBODY UINT32_MAX

/* A byte, read from the end; those that may stand before the same bytes hang together. */
typedef struct node {
    unsigned char byte;
    uint32_t id; /* NOBODY: nothing ends here */
    uint32_t first, next;
} node;

struct lyh_endings {
    GArray *nodes; /* node; [0] stands behind every word */
    uint32_t count;
};

lyh_endings *lyh_endings_new(void)
{
    lyh_endings *endings = g_new0(lyh_endings, 1);
    node end = { 0, NOBODY, NOBODY, NOBODY };
    endings->nodes = g_array_new(FALSE, FALSE, sizeof(node));
    g_array_append_val(endings->nodes, end);
    return endings;
}

void lyh_endings_free(lyh_endings *endings)
{
    if (!endings)
        return;
    g_array_unref(endings->nodes);
    g_free(endings);
}

/* The node of @byte before what @behind stands for, or NOBODY. */
static uint32_t node_before(const lyh_endings *endings, uint32_t behind, unsigned char byte)
{
    const node *nodes = &g_array_index(endings->nodes, node, 0);
    uint32_t at = nodes[behind].first;
    while (at != NOBODY && nodes[at].byte != byte)
        at = nodes[at].next;
    return at;
}

static uint32_t add_before(lyh_endings *endings, uint32_t behind, unsigned char byte)
{
    node *after = &g_array_index(endings->nodes, node, behind);
    node added = { byte, NOBODY, NOBODY, after->first };
    after->first = endings->nodes->len;
    g_array_append_val(endings->nodes, added);
    return endings->nodes->len - 1;
}

uint32_t lyh_endings_add(lyh_endings *endings, const char *text)
{
    uint32_t at = 0;
    size_t size = strlen(text);
    g_assert(size <= LYH_LONGEST_ENDING);
    for (size_t i = size; i > 0; i--) {
        unsigned char byte = (unsigned char)text[i - 1];
        uint32_t known = node_before(endings, at, byte);
        at = known != NOBODY ? known : add_before(endings, at, byte);
    }
    node *whole = &g_array_index(endings->nodes, node, at);
    if (whole->id == NOBODY)
        whole->id = endings->count++;
    return whole->id;
}

size_t lyh_endings_count(const lyh_endings *endings)
{
    return endings->count;
}

size_t lyh_endings_of(const lyh_endings *endings, const char *word, size_t size,
                      lyh_ending found[LYH_LONGEST_ENDING + 1])
{
    size_t count = 0;
    uint32_t at = 0;
    for (uint32_t taken = 0; at != NOBODY; taken++) {
        uint32_t id = g_array_index(endings->nodes, node, at).id;
        if (id != NOBODY)
            found[count++] = (lyh_ending){ id, taken };
        if (taken == size)
            break;
        at = node_before(endings, at, (unsigned char)word[size - taken - 1]);
    }
    return count;
}

bool lyh_ends_in_one_of(const char *word, const char *const *endings)
{
    for (; *endings; endings++)
        if (g_str_has_suffix(word, *endings))
            return true;
    return false;
}
