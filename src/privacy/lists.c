#include "lists.h"

#include "entries.h"

struct word_table {
    entries own; /* the study's own list */
};

word_table *word_table_new(void)
{
    word_table *table = g_new0(word_table, 1);
    entries_init(&table->own);
    return table;
}

void word_table_free(word_table *table)
{
    if (!table)
        return;
    entries_clear(&table->own);
    g_free(table);
}

void word_table_add(word_table *table, const char *text, size_t size, word_classes classes)
{
    entries_add(&table->own, text, size, classes);
}

word_classes word_table_find(const word_table *table, const char *folded, size_t size,
                             uint32_t hash)
{
    word_classes classes = entries_find(&lyh_fixed_entries, folded, size, hash);
    if (table->own.count == 0)
        return classes;
    entries_view own = entries_look(&table->own);
    return classes | entries_find(&own, folded, size, hash);
}
