#include "variants.h"

#include "../lists.h"

extern const unsigned char lyh_embedded_variants[];
extern const size_t lyh_embedded_variants_size;

struct lyh_variants {
    GHashTable *meanings; /* what is written → GPtrArray of words */
    GStringChunk *texts;
};

static void free_meanings(gpointer meanings)
{
    g_ptr_array_unref(meanings);
}

static gpointer kept(lyh_variants *variants, lyh_span span)
{
    g_autofree char *text = g_strndup(span.text, span.size);
    return g_string_chunk_insert_const(variants->texts, text);
}

static void add_line(lyh_variants *variants, lyh_span line)
{
    gpointer written = kept(variants, lyh_span_cut(&line, ':'));
    GPtrArray *meanings = g_ptr_array_new();
    while (line.size > 0)
        g_ptr_array_add(meanings, kept(variants, lyh_span_cut(&line, ' ')));
    g_hash_table_insert(variants->meanings, written, meanings);
}

lyh_variants *lyh_variants_new(void)
{
    lyh_variants *variants = g_new0(lyh_variants, 1);
    variants->meanings =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_meanings);
    variants->texts = g_string_chunk_new(4096);
    const char *bytes = (const char *)lyh_embedded_variants;
    lyh_list list = { bytes, bytes + lyh_embedded_variants_size };
    lyh_span line;
    while (lyh_list_next(&list, &line))
        add_line(variants, line);
    return variants;
}

void lyh_variants_free(lyh_variants *variants)
{
    if (!variants)
        return;
    g_hash_table_unref(variants->meanings);
    g_string_chunk_free(variants->texts);
    g_free(variants);
}

const GPtrArray *lyh_variants_meanings(const lyh_variants *variants, const char *written)
{
    return g_hash_table_lookup(variants->meanings, written);
}
